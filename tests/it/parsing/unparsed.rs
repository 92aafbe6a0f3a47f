//! What is told of a text without parsing it holds of the bulletins in it.

use jianbao::bulletin::{
    Bulletin, Code, Masthead, Passage, Passages, Summary, Texts, pack, passages as passages_of, skim, unpack,
    unpack_mastheads, unpack_summaries,
};
use jianbao::parse::bulletins;
use jianbao::query::{Clause, Query, Scope, Test, Words};
use jianbao::search::{Census, Matcher, Sieve};

/// Words that are cut out of each bulletin.
const WORDS: usize = 4;

/// Checks that a text's bulletins come back from what is kept of them, and that no word of theirs is missed.
pub(crate) fn check(text: &str) {
    let found = bulletins(text);
    check_packed(text, &found);
    for bulletin in found {
        for word in words(&bulletin) {
            let words = Words::Phrase(word.clone());
            let is_found = Matcher::new(&words, &Census::default()).is_in(bulletin.text.as_str());
            let tests = vec![Test::Words(Scope::All, words)];
            let clauses = vec![Clause { at: 0, negated: false, tests }];
            let sieve = Sieve::of(&Query { clauses, errors: Vec::new() });
            let passes = sieve.is_none_or(|sieve| sieve.lets_through(text));
            assert!(passes || !is_found, "{word:?} in {text:?}");
        }
    }
}

/// Checks that bulletins come back from what is kept of them, as a whole and in part.
fn check_packed(text: &str, found: &[Bulletin]) {
    let packed = pack(text, found).unwrap();
    let packed = packed.as_slices();
    assert_eq!(unpack(packed, text).as_deref(), Some(found), "{text:?}");
    let mastheads: Vec<_> = found.iter().map(without_marks).collect();
    let summaries: Vec<_> = mastheads.iter().cloned().zip(found.iter().map(Summary::of)).collect();
    assert_eq!(unpack_mastheads(packed.head), Some(mastheads), "{text:?}");
    assert_eq!(unpack_summaries(packed.head), Some(summaries), "{text:?}");
    let of = |it: &Bulletin, passages: Passages<'_>| {
        let is_missing = it.problems.iter().any(|problem| problem.code == Code::MissingArticle);
        let imprint = it.imprint.clone();
        (it.text.clone(), without_marks(it), it.contents.clone(), imprint, is_missing, places(passages))
    };
    let skimmed = skim(packed.head, text, |bulletin, passages| of(&bulletin, passages));
    let expected = found.iter().map(|it| of(it, Passages::Parsed(&it.articles)));
    assert_eq!(skimmed, Some(expected.collect()), "{text:?}");
}

fn without_marks(bulletin: &Bulletin) -> Masthead {
    Masthead { marks: Texts::default(), ..bulletin.masthead.clone() }
}

/// How many articles there are, and their passages in printed order with the places that they belong to.
fn places(passages: Passages<'_>) -> (usize, Vec<(Passage, Vec<u32>)>) {
    let mut all = Vec::new();
    match passages {
        Passages::Parsed(articles) => {
            passages_of(articles, |steps, passage| all.push((passage, steps.to_vec())));
        }
        Passages::Packed(rows) => {
            let mut places = rows.places();
            passages.each(|passage| all.push((passage, places.at(all.len()).unwrap().to_vec())));
        }
    }
    all.sort_by_key(|(passage, _)| passage.span.start);
    (passages.articles(), all)
}

/// Words from all over a bulletin, of two to six characters, wherever lines end.
fn words(bulletin: &Bulletin) -> Vec<String> {
    let chars: Vec<char> = bulletin.text.as_str().chars().filter(|c| !c.is_whitespace()).collect();
    let step = (chars.len() / WORDS).max(1);
    let lengths = (2..=6).cycle();
    let ranges = (0..chars.len()).step_by(step).zip(lengths).map(|(at, length)| at..at + length);
    ranges.filter_map(|range| chars.get(range)).map(|word| word.iter().collect()).collect()
}
