//! What can be told of a text without parsing it holds of the bulletins in it.

use jianbao::bulletin::{Bulletin, Masthead, Texts};
use jianbao::library::{File, Library, Namesakes};
use jianbao::parse::{Stamps, bulletins, mastheads};
use jianbao::query::{Clause, Query, Scope, Test, Words};
use jianbao::search::{Census, Matcher, Sieve};

/// Words that are cut out of each bulletin.
const WORDS: usize = 4;

/// Checks that the stamps of a text have the names of its bulletins, and that no word of theirs is missed.
pub(crate) fn check(text: &str) {
    let stamps = Stamps::of(text);
    let found = bulletins(text);
    let parsed = found.iter().map(|it| Masthead { marks: Texts::default(), ..it.masthead.clone() });
    assert_eq!(mastheads(text), parsed.collect::<Vec<_>>(), "{text:?}");
    for bulletin in found {
        let is_named = bulletin.masthead.number.is_some() || bulletin.masthead.date.is_some();
        for word in words(&bulletin) {
            let words = Words::Phrase(word.clone());
            let is_found = Matcher::new(&words, &Census::default()).is_in(bulletin.text.as_str());
            let tests = vec![Test::Words(Scope::All, words)];
            let clauses = vec![Clause { at: 0, negated: false, tests }];
            let sieve = Sieve::of(&Query { clauses, errors: Vec::new() });
            let passes = sieve.is_none_or(|sieve| sieve.lets_through(text));
            assert!(passes || !is_found, "{word:?} in {text:?}");
        }
        let mut library = Library::default();
        library.add([File { path: "one.txt".into(), bulletins: vec![bulletin], ..File::default() }]);
        let names = Namesakes::of(library.iter().map(|(_, entry)| entry));
        let name = library.iter().map(|(_, entry)| entry.plain_name()).collect::<String>();
        assert!(!is_named || names.may_be_in("other.txt", &stamps), "{name} in {text:?}");
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
