//! What is told of a text without parsing it holds of the bulletins in it.

use jianbao::bulletin::{Bulletin, pack, unpack, unpack_mastheads};
use jianbao::parse::bulletins;
use jianbao::query::{Clause, Query, Scope, Test, Words};
use jianbao::search::{Census, Matcher, Sieve};

/// Words that are cut out of each bulletin.
const WORDS: usize = 4;

/// Checks that a text's bulletins come back from what is kept of them, and that no word of theirs is missed.
pub(crate) fn check(text: &str) {
    let found = bulletins(text);
    let packed = pack(text, &found).unwrap();
    assert_eq!(unpack(&packed, text).as_ref(), Some(&found), "{text:?}");
    let of = |bulletins: &[Bulletin]| bulletins.iter().map(|it| it.masthead.clone()).collect::<Vec<_>>();
    assert_eq!(unpack_mastheads(&packed).as_deref().map(of), Some(of(&found)), "{text:?}");
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

/// Words from all over a bulletin, of two to six characters, wherever lines end.
fn words(bulletin: &Bulletin) -> Vec<String> {
    let chars: Vec<char> = bulletin.text.as_str().chars().filter(|c| !c.is_whitespace()).collect();
    let step = (chars.len() / WORDS).max(1);
    let lengths = (2..=6).cycle();
    let ranges = (0..chars.len()).step_by(step).zip(lengths).map(|(at, length)| at..at + length);
    ranges.filter_map(|range| chars.get(range)).map(|word| word.iter().collect()).collect()
}
