//! What was found, taken out of the bulletins: a search that is read once and printed needs no more of them.

use super::Field;
use super::found::{Hit, IssueHits, Mark};
use super::plan::Plan;
use super::results::order;
use super::work::Work;
use crate::bulletin::{Bulletin, Passages, Place, Span, Text};
use crate::library::{Entry, Id, Library};

/// What was found in a bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotes {
    rank: u32,
    age: u64,
    /// How many marks there are, as [`IssueHits::count`] has it.
    pub count: usize,
    /// The hits, article by article, where they are wanted.
    pub all: Vec<Quote>,
    /// A line for each hit, in the same order, where these are wanted.
    pub lines: Box<str>,
}

/// What is wanted of what was found in a bulletin.
#[derive(Clone, Copy)]
pub enum Depth<'a> {
    /// How much it is.
    Count,
    /// A line for each hit.
    Lines(&'a AddLine<'a>),
    /// The hits.
    Hits,
    /// The hits, and where they stand in the file.
    Places,
}

/// Adds the line of a hit in the text of a bulletin, of which this is the part.
pub type AddLine<'a> = dyn Fn(&mut String, &Place, Hit<'_>, &Text) + Sync + 'a;

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
    pub fn of(issue: IssueHits<'_>, bulletin: &Bulletin, depth: Depth<'_>) -> Self {
        Self::with(issue, &bulletin.text, (depth, &mut String::new()), |hit, place| {
            *place = hit.place(bulletin);
        })
    }

    /// `find` puts in place to which part a hit belongs. The lines are written where there is room for them, and then
    /// take no more than they need.
    fn with<'a>(
        issue: IssueHits<'a>,
        text: &Text,
        (depth, lines): (Depth<'_>, &mut String),
        mut find: impl FnMut(Hit<'a>, &mut Place),
    ) -> Self {
        let (mut all, mut place) = (Vec::new(), Place::default());
        lines.clear();
        match depth {
            Depth::Count => {}
            Depth::Lines(add) => issue.hits().for_each(|hit| {
                find(hit, &mut place);
                add(lines, &place, hit, text);
            }),
            Depth::Hits | Depth::Places => {
                let quote = |hit| {
                    find(hit, &mut place);
                    Quote::of(hit, text, place.clone(), matches!(depth, Depth::Places))
                };
                all = issue.hits().map(quote).collect();
            }
        }
        let lines = lines.as_str().into();
        Self { rank: issue.rank(), age: issue.age(), count: issue.count(), all, lines }
    }
}

impl Quote {
    fn of(hit: Hit<'_>, text: &Text, place: Place, with_places: bool) -> Self {
        let moved = |mark: &Mark| {
            let Span { start, end } = mark.span;
            Mark { span: Span { start: start - hit.span.start, end: end - hit.span.start }, ..*mark }
        };
        Self {
            place,
            text: if with_places { text.part(hit.span) } else { text.get(hit.span).into() },
            field: hit.field,
            marks: hit.marks.iter().map(moved).collect(),
        }
    }

    /// The hit, in bytes of the run.
    pub fn hit(&self) -> Hit<'_> {
        Hit { field: self.field, span: Span::new(0, self.text.as_str().len()), marks: &self.marks }
    }
}

/// Searches bulletins one by one, before they are in a library.
pub struct Quoter<'a> {
    work: Work<'a>,
    depth: Depth<'a>,
    /// The lines of a bulletin.
    lines: String,
}

impl<'a> Quoter<'a> {
    /// For a plan that asks for no names of bulletins: they are not known yet.
    pub fn new(plan: &'a Plan, depth: Depth<'a>) -> Self {
        Self { work: Work::new(plan), depth, lines: String::new() }
    }

    /// What was found in a bulletin, of whose articles nothing but the passages is needed.
    pub fn quotes(&mut self, entry: &Entry, passages: Passages<'_>) -> Option<Quotes> {
        self.work.alone(entry, passages);
        let found = self.work.first()?;
        let Passages::Packed(rows) = passages else {
            return Some(Quotes::of(found, &entry.bulletin, self.depth));
        };
        let mut places = rows.places();
        let find = |hit: Hit<'_>, place: &mut Place| {
            let passage = self.work.passage(hit.span);
            let steps = passage.and_then(|index| places.at(index)).unwrap_or_default();
            place.0.clear();
            place.0.extend_from_slice(steps);
        };
        Some(Quotes::with(found, &entry.bulletin.text, (self.depth, &mut self.lines), find))
    }
}

/// Puts what was found in bulletins of a library in the order of a search.
pub fn sort_quotes(quotes: &mut [(Id, Quotes)], library: &Library) {
    let order = order(library);
    quotes.sort_by_cached_key(|(id, it)| order(it.rank, it.age, *id));
}
