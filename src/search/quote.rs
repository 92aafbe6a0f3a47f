//! What was found, taken out of the bulletins: a search that is read once and printed needs no more of them.

use std::iter;
use std::mem;

use super::Field;
use super::found::{Hit, IssueHits, Mark};
use super::plan::Plan;
use super::results::order;
use super::spread::alone;
use crate::bulletin::{Bulletin, Place, Span, Text};
use crate::library::{File, Id, Library};

/// What was found in a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotes {
    rank: u32,
    /// The hits, article by article.
    pub all: Vec<Quote>,
}

/// A hit with the run of text in which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The part of the bulletin that the run belongs to.
    pub place: Place,
    /// The run.
    pub text: Text,
    field: Field,
    marks: Vec<Mark>,
}

impl Quotes {
    /// What was found in a bulletin.
    pub fn of(issue: IssueHits<'_>, bulletin: &Bulletin) -> Self {
        Self { rank: issue.rank(), all: issue.hits().map(|hit| Quote::of(hit, bulletin)).collect() }
    }

    /// How many marks there are, as [`IssueHits::count`] has it.
    pub fn count(&self) -> usize {
        self.all.iter().map(|quote| quote.marks.len().max(1)).sum()
    }
}

impl Quote {
    fn of(hit: Hit<'_>, bulletin: &Bulletin) -> Self {
        let moved = |mark: &Mark| {
            let Span { start, end } = mark.span;
            Mark { span: Span { start: start - hit.span.start, end: end - hit.span.start }, ..*mark }
        };
        Self {
            place: hit.place(bulletin),
            text: bulletin.text.part(hit.span),
            field: hit.field,
            marks: hit.marks.iter().map(moved).collect(),
        }
    }

    /// The hit, in bytes of the run.
    pub fn hit(&self) -> Hit<'_> {
        Hit { field: self.field, span: Span::new(0, self.text.as_str().len()), marks: &self.marks }
    }
}

/// What was found in a file's bulletins one by one, and the file with nothing but their mastheads.
///
/// A bulletin without text is one of which more than the masthead was not wanted.
pub fn quoted(plan: &Plan, mut file: File) -> (File, Vec<Option<Quotes>>) {
    let mut quotes: Vec<Option<Quotes>> = iter::repeat_n(None, file.bulletins.len()).collect();
    if file.bulletins.iter().all(|bulletin| bulletin.text.as_str().is_empty()) {
        return (file, quotes);
    }
    let masthead = |it: &Bulletin| Bulletin { masthead: it.masthead.clone(), ..Bulletin::default() };
    let mastheads = file.bulletins.iter().map(masthead).collect();
    let bulletins = mem::replace(&mut file.bulletins, mastheads);
    let mut library = Library::default();
    let (root, path) = (file.root.clone(), file.path.clone());
    library.add([File { root, path, encoding: file.encoding, bulletins, problems: Vec::new() }]);
    let ids: Vec<Id> = library.loaded().collect();
    let found = plan.search(&library, &ids, &alone, &|| true).unwrap_or_default();
    for issue in found.issues() {
        if let (Some(entry), Some(slot)) = (library.get(issue.id()), quotes.get_mut(issue.id().index())) {
            *slot = Some(Quotes::of(issue, &entry.bulletin));
        }
    }
    (file, quotes)
}

/// Puts what was found in bulletins of a library in the order of a search.
pub fn sort_quotes(quotes: &mut [(Id, Quotes)], library: &Library) {
    let order = order(library);
    quotes.sort_by_cached_key(|(id, quotes)| order(quotes.rank, *id));
}
