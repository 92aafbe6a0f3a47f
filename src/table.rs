//! The figures of all bulletins as rows: filtered, sorted, grouped, summed.
//!
//! [`rows`] collects them, a [`Filter`] chooses, [`sort`] and [`groups`] put them in order, and
//! [`sums`] adds up what can be added.

mod filter;
mod order;
mod sentence;
mod sum;

use std::ops::Range;
use std::sync::Arc;

pub use filter::{Expected, Filter, FilterError, Key};
pub use order::{Group, GroupBy, Sort, groups, sort};
pub use sum::{Repeat, Sum, Warning, sums};

use crate::bulletin::{Address, Bulletin, Node, Place, Span};
use crate::figure::{self, Figure, State};
use crate::library::{Entry, Id, Library};
use crate::message::Msg;
use crate::numeral::Date;

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
    let mut rows = Vec::new();
    for ((id, entry), issue) in library.iter().zip(0..) {
        let mut collector = Collector { id, entry, name: library.name(id).into(), issue, rows: Vec::new() };
        collector.visit(Node::Bulletin(&entry.bulletin), &Place::default());
        // Paragraphs may stand between the parts below.
        collector.rows.sort_by_key(|row| row.span.start);
        rows.append(&mut collector.rows);
    }
    rows
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

    fn text_at(&self, bytes: &Range<usize>) -> &'a str {
        self.entry.bulletin.text.get(self.span).get(bytes.clone()).unwrap_or_default()
    }
}

/// What a state is called for a person.
pub const fn state_label(state: State) -> Msg {
    match state {
        State::Achieved => Msg::StateAchieved,
        State::Planned => Msg::StatePlanned,
        State::Cumulative => Msg::StateCumulative,
        State::Yearly => Msg::StateYearly,
        State::Per => Msg::StatePer,
        State::Growth => Msg::StateGrowth,
        State::Norm => Msg::StateNorm,
    }
}

/// Walks the parts of one bulletin.
struct Collector<'a> {
    id: Id,
    entry: &'a Entry,
    name: Arc<str>,
    issue: u32,
    rows: Vec<Row<'a>>,
}

impl Collector<'_> {
    fn visit(&mut self, node: Node<'_>, place: &Place) {
        let label = match node {
            Node::Bulletin(_) => None,
            Node::Article(article) => Some((Field::Title, article.title)),
            Node::Section(section) => Some((Field::Heading, section.heading)),
            Node::Measure(measure) => measure.headline.map(|headline| (Field::Headline, headline)),
        };
        let mut texts = Vec::new();
        node.each_own_text(&mut |span| texts.push(span));
        for span in texts {
            let field = label.filter(|(_, label)| *label == span).map_or(Field::Text, |(field, _)| field);
            self.field(field, span, place);
        }
        for (steps, child) in node.children() {
            let below = Place(place.0.iter().copied().chain(steps).collect());
            self.visit(child, &below);
        }
    }

    fn field(&mut self, field: Field, span: Span, place: &Place) {
        let Bulletin { text, .. } = &self.entry.bulletin;
        let whole = text.get(span);
        let figures = figure::figures(whole);
        if figures.is_empty() {
            return;
        }
        let ends = sentence::ends(whole);
        self.rows.extend(figures.into_iter().map(|figure| Row {
            id: self.id,
            entry: self.entry,
            name: Arc::clone(&self.name),
            issue: self.issue,
            place: place.clone(),
            field,
            span,
            sentence: sentence::around(whole, &ends, &figure.span),
            figure,
        }));
    }
}

#[cfg(test)]
mod tests;
