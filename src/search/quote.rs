//! What was found, taken out of the bulletins: a search that is read once and printed needs no more of them.

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
    age: u64,
    /// How many marks there are, as [`IssueHits::count`] has it.
    pub count: usize,
    /// The hits, article by article, where they are wanted.
    pub all: Vec<Quote>,
}

/// What is wanted of what was found in a bulletin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// How much it is.
    Count,
    /// The hits.
    Hits,
    /// The hits, and where they stand in the file.
    Places,
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
    pub fn of(issue: IssueHits<'_>, bulletin: &Bulletin, depth: Depth) -> Self {
        let all = match depth {
            Depth::Count => Vec::new(),
            _ => issue.hits().map(|hit| Quote::of(hit, bulletin, depth == Depth::Places)).collect(),
        };
        Self { rank: issue.rank(), age: issue.age(), count: issue.count(), all }
    }
}

impl Quote {
    fn of(hit: Hit<'_>, bulletin: &Bulletin, with_places: bool) -> Self {
        let moved = |mark: &Mark| {
            let Span { start, end } = mark.span;
            Mark { span: Span { start: start - hit.span.start, end: end - hit.span.start }, ..*mark }
        };
        Self {
            place: hit.place(bulletin),
            text: if with_places { bulletin.text.part(hit.span) } else { bulletin.text.get(hit.span).into() },
            field: hit.field,
            marks: hit.marks.iter().map(moved).collect(),
        }
    }

    /// The hit, in bytes of the run.
    pub fn hit(&self) -> Hit<'_> {
        Hit { field: self.field, span: Span::new(0, self.text.as_str().len()), marks: &self.marks }
    }
}

/// What was found in the bulletins of some files, and the files with nothing but mastheads.
///
/// A bulletin without text is one of which more than the masthead was not wanted.
pub fn quoted(plan: &Plan, mut files: Vec<File>, depth: Depth) -> Vec<(File, Vec<Option<Quotes>>)> {
    let mut quotes = vec![None; files.iter().map(|file| file.bulletins.len()).sum()];
    if !files.iter().flat_map(|file| &file.bulletins).all(is_masthead) {
        let library = taken(&mut files);
        let has_text = |id: &Id| library.get(*id).is_some_and(|entry| !is_masthead(&entry.bulletin));
        let ids: Vec<Id> = library.loaded().filter(has_text).collect();
        let found = plan.search(&library, &ids, &alone, &|| true).unwrap_or_default();
        for issue in found.issues() {
            if let (Some(entry), Some(slot)) = (library.get(issue.id()), quotes.get_mut(issue.id().index())) {
                *slot = Some(Quotes::of(issue, &entry.bulletin, depth));
            }
        }
    }
    let mut quotes = quotes.into_iter();
    let with_own = |file: File| {
        let own = quotes.by_ref().take(file.bulletins.len()).collect();
        (file, own)
    };
    files.into_iter().map(with_own).collect()
}

/// A library of the files, which keep nothing but mastheads.
fn taken(files: &mut [File]) -> Library {
    let mut library = Library::default();
    library.add(files.iter_mut().map(|file| {
        let masthead = |it: &Bulletin| Bulletin { masthead: it.masthead.clone(), ..Bulletin::default() };
        let mastheads = file.bulletins.iter().map(masthead).collect();
        let bulletins = mem::replace(&mut file.bulletins, mastheads);
        let (root, path) = (file.root.clone(), file.path.clone());
        File { root, path, encoding: file.encoding, bulletins, problems: Vec::new() }
    }));
    library
}

/// Puts what was found in bulletins of a library in the order of a search.
pub fn sort_quotes(quotes: &mut [(Id, Quotes)], library: &Library) {
    let order = order(library);
    quotes.sort_by_cached_key(|(id, it)| order(it.rank, it.age, *id));
}

/// Whether nothing but the masthead of a bulletin is there.
fn is_masthead(bulletin: &Bulletin) -> bool {
    bulletin.text.as_str().is_empty()
}
