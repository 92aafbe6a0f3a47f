//! What was found, in order: bulletin, article, part.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::block::Field;
use crate::bulletin::{Place, Span};
use crate::library::{Entry, Id, Library};
use crate::numeral::number::is_numeral;
use crate::query::{Clause, Query, Test, Words};
use crate::text::fold;

/// A place where words stand, or a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the bulletin's text.
    pub span: Span,
    /// Whether Han characters are read as the letters that were looked for.
    pub by_sound: bool,
}

/// A run of text with marks in it: a title, a heading, a measure, a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The part that the run belongs to.
    pub place: Place,
    /// What the first mark stands in; without marks, what the run is.
    pub field: Field,
    /// The whole run, in bytes of the bulletin's text; a measure with its marker.
    pub span: Span,
    /// What was found, in ascending order, nothing overlapping. Empty where the part was asked for
    /// by other things than words.
    pub marks: Vec<Mark>,
}

/// An article in which everything holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleHits {
    /// Its number, from 1; 0 for masthead, contents and distribution of the issue.
    pub number: u32,
    /// How telling the hits are; the less the better.
    pub rank: u32,
    /// The hits in printed order; at least one.
    pub hits: Vec<Hit>,
}

/// A bulletin with articles in which everything holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueHits {
    /// The bulletin.
    pub id: Id,
    /// How telling the best hit is; the less the better.
    pub rank: u32,
    /// Its articles, the most telling ones first; at least one.
    pub articles: Vec<ArticleHits>,
}

impl IssueHits {
    /// The articles of a bulletin, put in order.
    pub(super) fn new(id: Id, mut articles: Vec<ArticleHits>) -> Self {
        articles.sort_by_key(|article| (article.rank, article.number));
        let rank = articles.first().map_or(0, |article| article.rank);
        Self { id, rank, articles }
    }

    /// Every hit, article by article.
    pub fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.articles.iter().flat_map(|article| &article.hits)
    }

    /// How many marks there are; a part that is asked for by other things than words counts once.
    pub fn count(&self) -> usize {
        self.hits().map(|hit| hit.marks.len().max(1)).sum()
    }
}

/// Articles of some bulletins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Articles(BTreeMap<Id, Vec<u32>>);

impl Articles {
    /// The articles in which something was found.
    pub fn of(found: &[IssueHits]) -> Self {
        let numbers = |issue: &IssueHits| issue.articles.iter().map(|article| article.number).collect();
        Self(found.iter().map(|issue| (issue.id, numbers(issue))).collect())
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
    pub fn keep(&self, found: &mut Vec<IssueHits>) {
        for issue in &mut *found {
            issue.articles.retain(|article| self.has(issue.id, article.number));
            issue.rank = issue.articles.first().map_or(0, |article| article.rank);
        }
        found.retain(|issue| !issue.articles.is_empty());
    }
}

/// Puts bulletins in order: titles before headings before headlines before text, then the newest
/// first.
pub fn sort(found: &mut [IssueHits], library: &Library) {
    let order: BTreeMap<Id, usize> = library.ids().iter().copied().zip(0..).collect();
    found.sort_by_cached_key(|issue| {
        let age = library.get(issue.id).map(age);
        (issue.rank, Reverse(age), order.get(&issue.id).copied())
    });
}

/// When an issue came out: by its date, else by year and number.
fn age(entry: &Entry) -> (u16, u8, u8, u32) {
    let masthead = &entry.bulletin.masthead;
    let date = masthead.date;
    let year = date.map(|date| date.year).or(entry.year()).unwrap_or_default();
    let part = |part: Option<u8>| part.unwrap_or_default();
    (
        year,
        part(date.and_then(|date| date.month)),
        part(date.and_then(|date| date.day)),
        masthead.number.unwrap_or_default(),
    )
}

/// The words that were found by their sound, with how often they stand there, the most frequent
/// first: blanks left out, in their usual form.
pub fn heard(found: &[IssueHits], library: &Library) -> Vec<(String, usize)> {
    let mut printed: BTreeMap<&str, usize> = BTreeMap::new();
    for issue in found {
        let Some(entry) = library.get(issue.id) else { continue };
        for mark in issue.hits().flat_map(|hit| &hit.marks).filter(|mark| mark.by_sound) {
            *printed.entry(entry.bulletin.text.get(mark.span)).or_default() += 1;
        }
    }
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
