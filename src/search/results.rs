//! What was found, in order: bulletin, article, part.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Mutex;

use foldhash::{HashMap, HashMapExt as _};

use super::found::{ArticleHits, Found, Part};
use super::spread::Spread;
use crate::library::{Entry, Id, Library};
use crate::numeral::number::is_numeral;
use crate::query::{Clause, Query, Test, Words};
use crate::text::fold;

/// Parts of what was found in which words are counted in one piece.
const PIECE: usize = 8;

/// Articles of some bulletins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Articles(BTreeMap<Id, Vec<u32>>);

impl Articles {
    /// The articles in which something was found.
    pub fn of(found: &Found) -> Self {
        let issues = found.issues();
        Self(issues.map(|it| (it.id(), it.articles().map(ArticleHits::number).collect())).collect())
    }

    /// Whether there are articles of a bulletin.
    pub fn holds(&self, id: Id) -> bool {
        self.0.contains_key(&id)
    }

    /// Whether there is the article of this number, from 1; 0 for the issue's card.
    pub fn has(&self, id: Id, number: u32) -> bool {
        self.0.get(&id).is_some_and(|numbers| numbers.contains(&number))
    }

    /// Leaves of what was found only what lies in these articles.
    pub fn keep(&self, found: &mut Found) {
        found.retain(|id, number| self.has(id, number));
    }
}

/// What the order goes by, of rank, age and bulletin: titles before headings before headlines before text, then
/// the newest first.
pub(super) fn order(library: &Library) -> impl Fn(u32, u64, Id) -> (u32, Reverse<u64>, Option<usize>) {
    let mut places = vec![0_usize; library.len()];
    for (place, id) in library.ids().iter().enumerate() {
        places.get_mut(id.index()).into_iter().for_each(|it| *it = place);
    }
    move |rank, age, id| (rank, Reverse(age), places.get(id.index()).copied())
}

/// When an issue came out, the greater the later: by its date, else by year and number.
pub(super) fn age(entry: &Entry) -> u64 {
    let masthead = &entry.bulletin.masthead;
    let date = masthead.date;
    let year = date.map(|date| date.year).or(entry.year()).unwrap_or_default();
    let [month, day] =
        [date.and_then(|date| date.month), date.and_then(|date| date.day)].map(Option::unwrap_or_default);
    let number = masthead.number.unwrap_or_default();
    u64::from(year) << 48 | u64::from(month) << 40 | u64::from(day) << 32 | u64::from(number)
}

/// The words that were found by their sound, with how often they stand there, the most frequent
/// first: blanks left out, in their usual form.
pub fn heard(found: &Found, library: &Library, spread: Spread<'_>) -> Vec<(String, usize)> {
    let pieces: Vec<&[Part]> = found.parts().chunks(PIECE).collect();
    let printed: Mutex<HashMap<&str, usize>> = Mutex::default();
    spread(pieces.len(), &|piece| {
        let mut own: HashMap<&str, usize> = HashMap::new();
        for issue in pieces.get(piece).copied().unwrap_or_default().iter().flat_map(Part::issues) {
            let Some(entry) = library.get(issue.id()) else { continue };
            for mark in issue.hits().flat_map(|hit| hit.marks).filter(|mark| mark.by_sound) {
                *own.entry(entry.bulletin.text.get(mark.span)).or_default() += 1;
            }
        }
        if let Ok(mut printed) = printed.lock() {
            let own: Vec<(&str, usize)> = own.into_iter().collect();
            for (word, count) in own {
                *printed.entry(word).or_default() += count;
            }
        }
    });
    let printed: Vec<(&str, usize)> = printed.into_inner().unwrap_or_default().into_iter().collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (word, count) in printed {
        *counts.entry(word.chars().filter_map(fold).collect()).or_default() += count;
    }
    let mut heard: Vec<(String, usize)> = counts.into_iter().collect();
    heard.sort_by_key(|(_, count)| Reverse(*count));
    heard
}

/// Whether everything that a query finds lies in bulletins in which another one found something: it
/// asks for the same and more, or a word of it goes on.
pub fn narrows(query: &Query, other: &Query) -> bool {
    if !other.errors.is_empty() || other.is_empty() {
        return false;
    }
    let shared = other.clauses.iter().zip(&query.clauses).take_while(|(a, b)| a == b).count();
    match other.clauses.get(shared..) {
        Some([]) => true,
        Some([last]) => query.clauses.get(shared).is_some_and(|clause| goes_on(clause, last)),
        _ => false,
    }
}

/// Whether a clause is the same word with more behind it. Letters and numbers may mean something else
/// then.
fn goes_on(clause: &Clause, before: &Clause) -> bool {
    let word = |clause: &Clause| match clause.tests.as_slice() {
        [Test::Words(scope, Words::Word(word))] if !clause.negated => Some((*scope, word.clone())),
        _ => None,
    };
    let is_plain = |word: &str| word.chars().all(|c| c > '\u{2e80}' && !is_numeral(c));
    match (word(clause), word(before)) {
        (Some((scope, word)), Some((same, before))) => {
            scope == same && word.starts_with(&before) && is_plain(&word)
        }
        _ => false,
    }
}
