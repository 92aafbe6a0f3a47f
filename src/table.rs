//! The figures of all bulletins as rows: filtered, sorted, grouped, summed.
//!
//! [`rows`] collects them, a [`Filter`] chooses, [`sort`] and [`groups`] put them in order, and
//! [`sums`] adds up what can be added. For a browser, where rows come and go, a [`Sheet`] holds the
//! figures of a bulletin in little memory, and [`arrange`] does all of it to spots in sheets.

mod arrange;
mod filter;
mod order;
mod sentence;
mod sheet;
mod sum;
mod total;

use std::ops::Range;
use std::sync::Arc;

pub use crate::query::{QueryError as FilterError, bound_label, state_label};
pub use arrange::{Arranged, Heading, Line, Query, Sheets, Spot, arrange, totals};
pub use filter::Filter;
pub use order::{Column, Group, GroupBy, Sort, groups, sort};
pub use sheet::{Issue, Sheet};
pub use sum::{Repeat, Sum, Warning, is_additive, sums};
pub use total::{Total, listed};

use crate::bulletin::{Address, Node, Place, Span};
use crate::figure::Figure;
use crate::library::{Entry, Id, Library};
use crate::numeral::Date;
use crate::query::Scope;
use crate::search::{Spread, alone, in_pieces};

/// Bulletins whose figures are found in one piece.
const PIECE: usize = 32;

/// A figure with where it stands.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The bulletin.
    pub id: Id,
    /// The bulletin with its file.
    pub entry: &'a Entry,
    /// The bulletin's name: the first part of the address.
    pub name: Arc<str>,
    /// The bulletin's position in the order of the library, from 0.
    pub issue: u32,
    /// The part that holds the figure.
    pub place: Place,
    /// Which text of that part.
    pub field: Field,
    /// That whole text, as bytes of the bulletin's text.
    pub span: Span,
    /// The sentence around the figure, as bytes of the field.
    pub sentence: Range<usize>,
    /// The figure; its spans are bytes of the field.
    pub figure: Figure,
}

/// Which text of a part a figure stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The title of an article.
    Title,
    /// The heading of a section.
    Heading,
    /// The headline of a measure.
    Headline,
    /// A paragraph, or the text of a measure.
    Text,
}

impl Field {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Headline => "headline",
            Self::Text => "text",
        }
    }
}

/// Every figure of the library, bulletin by bulletin in its order, in each as printed.
pub fn rows(library: &Library) -> Vec<Row<'_>> {
    chosen(library, |_| true, &alone)
}

/// The figures that `keeps` lets through, in the same order.
pub fn chosen<'a>(
    library: &'a Library,
    keeps: impl Fn(&Row<'_>) -> bool,
    spread: Spread<'_>,
) -> Vec<Row<'a>> {
    let issues = Issue::all(library).zip(sheets(library, spread));
    issues.flat_map(|(issue, sheet)| sheet.rows(&issue).filter(&keeps).collect::<Vec<_>>()).collect()
}

/// The sheets of all bulletins in the library's order.
pub fn sheets(library: &Library, spread: Spread<'_>) -> Vec<Sheet> {
    let of = |id: &Id| library.get(*id).map(|entry| Sheet::of(&entry.bulletin)).unwrap_or_default();
    in_pieces(library.ids(), PIECE, spread, &|ids| ids.iter().map(of).collect::<Vec<_>>())
        .into_iter()
        .flatten()
        .collect()
}

impl<'a> Row<'a> {
    /// The address of the part that holds the figure.
    pub fn address(&self) -> String {
        Address { name: self.name.to_string(), place: self.place.clone() }.to_string()
    }

    /// The figure as printed.
    pub fn printed(&self) -> &'a str {
        self.text_at(&self.figure.span)
    }

    /// What is counted, as printed.
    pub fn noun(&self) -> Option<&'a str> {
        self.figure.noun.as_ref().map(|noun| self.text_at(noun)).filter(|noun| !noun.is_empty())
    }

    /// The sentence around the figure, as printed.
    pub fn sentence(&self) -> &'a str {
        self.text_at(&self.sentence)
    }

    /// The figure as bytes of the sentence.
    pub const fn in_sentence(&self) -> Range<usize> {
        let from = self.sentence.start;
        self.figure.span.start.saturating_sub(from)..self.figure.span.end.saturating_sub(from)
    }

    /// The date in the masthead.
    pub const fn date(&self) -> Option<Date> {
        self.entry.bulletin.masthead.date
    }

    /// The year of the issue.
    pub fn year(&self) -> Option<u16> {
        self.entry.year()
    }

    /// The title of the article, the heading of the section, or the whole measure that the figure
    /// stands under.
    fn under(&self, scope: Scope) -> Option<&'a str> {
        let bulletin = &self.entry.bulletin;
        let chain = std::iter::successors(Some(self.place.clone()), Place::parent);
        let nodes = chain.filter_map(|place| bulletin.node(&place));
        let mut spans = nodes.filter_map(|node| match (scope, node) {
            (Scope::Title, Node::Article(article)) => Some(article.title),
            (Scope::Heading, Node::Section(section)) => Some(section.heading),
            (Scope::Measure, Node::Measure(measure)) => {
                Some(Span { start: measure.marker.start, end: measure.text.end })
            }
            _ => None,
        });
        spans.next().map(|span| bulletin.text.get(span))
    }

    fn text_at(&self, bytes: &Range<usize>) -> &'a str {
        self.entry.bulletin.text.get(self.span).get(bytes.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
