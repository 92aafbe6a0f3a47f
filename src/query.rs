//! The one language in which things are looked for: the search line, the filter, `jianbao search` and
//! `figures --where`.
//!
//! ```text
//! query    = { clause }                          all of them hold, within an article
//! clause   = [ "-" ] test { "|" test }           one of them holds; "-" turns it round
//! test     = words | key operator value          behind "|" the key may be left out
//! operator = ":" | "=" | ">" | ">=" | "<" | "<=" the latter four with value, year, date
//! words    = word | "words as they stand" | /regular expression/
//! value    = words | low..high | low.. | ..high  by the key
//! ```
//!
//! [`Query::read`] never fails: what cannot be understood is told with its place, and the rest
//! is looked for, so that a query gives hits while it is being written.

mod error;
mod read;
mod value;

use std::ops::Bound as End;

pub use error::{Expected, QueryError};
pub use value::{days, issue_name};

use crate::bulletin::Place;
use crate::figure::{Bound, State};
use crate::message::Msg;
use crate::numeral::number::Decimal;
use crate::numeral::plain;

/// What is looked for. The default one is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What has to hold, all of it.
    pub clauses: Vec<Clause>,
    /// What could not be understood, from left to right; it is left out of the clauses, or taken
    /// for words.
    pub errors: Vec<QueryError>,
}

/// One of the things that have to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Where it is written, in code points of the query.
    pub at: usize,
    /// Whether it must not hold.
    pub negated: bool,
    /// One of these is enough; at least one.
    pub tests: Vec<Test>,
}

/// Values between two ends.
pub type Reach<T> = (End<T>, End<T>);

/// A day: year, month, day.
pub type Day = (u16, u8, u8);

/// Something that can be told to hold or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Words stand in the text, or in a part of it.
    Words(Scope, Words),
    /// The figure has this unit, by its usual name.
    Unit(String),
    /// The figure lies in this reach, in the unit that is written behind it.
    Value(Reach<Decimal>, Option<&'static str>),
    /// The figure is of this state.
    State(State),
    /// The figure has this bound.
    Bound(Bound),
    /// What the figure counts holds these words.
    Noun(Words),
    /// The issue is of these years.
    Year(Reach<u16>),
    /// The issue is of these days; a date without a day lies in it as a whole.
    Date(Reach<Day>),
    /// The serial's title holds these words.
    Serial(Words),
    /// The issuer's name holds these words.
    Issuer(Words),
    /// The issue has this name, as [`issue_name`] gives it.
    Issue(String),
    /// The part has this address, or lies below it; without a name in any issue.
    Place(Option<String>, Place),
}

/// Which texts words are looked for in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All.
    #[default]
    All,
    /// Titles of articles.
    Title,
    /// Headings of sections.
    Heading,
    /// Measures: headline and text.
    Measure,
    /// Running text: paragraphs, and measures without their headlines. Of a figure: its sentence.
    Text,
}

/// Words as they are written, and how they are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// A word. Letters may be the readings of Han characters, numerals may be written otherwise.
    Word(String),
    /// Words as they stand, blanks left aside.
    Phrase(String),
    /// A regular expression in the syntax of the crate `regex`; it is valid.
    Regex(String),
}

/// What a test is about, where that is written in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Titles of articles.
    Title,
    /// Headings of sections.
    Heading,
    /// Measures.
    Measure,
    /// Running text; of a figure its sentence.
    Text,
    /// A part of the issuer's name.
    Issuer,
    /// A part of the serial's title.
    Serial,
    /// The issue by its name: 2022-12.
    Issue,
    /// A part by its address: 2022-12/1/3.
    Place,
    /// The year of the issue.
    Year,
    /// The date of the issue.
    Date,
    /// The value of a figure.
    Value,
    /// The unit of a figure, by any of its names.
    Unit,
    /// Done, planned, and so on.
    State,
    /// Exact, more, and so on.
    Bound,
    /// A part of what a figure counts.
    Noun,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 15] = [
        Self::Unit,
        Self::Value,
        Self::State,
        Self::Bound,
        Self::Noun,
        Self::Text,
        Self::Year,
        Self::Date,
        Self::Serial,
        Self::Issue,
        Self::Title,
        Self::Heading,
        Self::Measure,
        Self::Issuer,
        Self::Place,
    ];

    /// How the key is written, in English and in Chinese.
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Title => ["title", "标题"],
            Self::Heading => ["heading", "小标题"],
            Self::Measure => ["measure", "举措"],
            Self::Text => ["text", "原文"],
            Self::Issuer => ["issuer", "编发"],
            Self::Serial => ["serial", "刊名"],
            Self::Issue => ["issue", "期次"],
            Self::Place => ["place", "地址"],
            Self::Year => ["year", "年份"],
            Self::Date => ["date", "日期"],
            Self::Value => ["value", "数值"],
            Self::Unit => ["unit", "单位"],
            Self::State => ["state", "状态"],
            Self::Bound => ["bound", "界限"],
            Self::Noun => ["noun", "内容"],
        }
    }

    /// The key of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.names().contains(&name))
    }

    /// Whether its values have an order.
    const fn is_ordered(self) -> bool {
        matches!(self, Self::Value | Self::Year | Self::Date)
    }
}

impl Query {
    /// Reads a query as far as it can be understood.
    pub fn read(written: &str) -> Self {
        read::query(written)
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Whether bulletins are asked for by name: what it finds depends on who else has the name.
    pub fn asks_for_names(&self) -> bool {
        let mut tests = self.clauses.iter().flat_map(|clause| &clause.tests);
        tests.any(|test| matches!(test, Test::Issue(_) | Test::Place(..)))
    }

    /// Whether a state is asked for by name.
    pub fn asks_for(&self, state: State) -> bool {
        let wanted = self.clauses.iter().filter(|clause| !clause.negated);
        wanted.flat_map(|clause| &clause.tests).any(|test| *test == Test::State(state))
    }
}

impl Clause {
    /// Whether it is about figures and nothing else.
    pub fn is_about_figures(&self) -> bool {
        self.tests.iter().all(Test::is_about_figures)
    }

    /// Whether it is about the issue as a whole and nothing else.
    pub fn is_about_issues(&self) -> bool {
        self.tests.iter().all(Test::is_about_issues)
    }
}

impl Test {
    /// Whether it is about a figure.
    pub const fn is_about_figures(&self) -> bool {
        matches!(self, Self::Unit(_) | Self::Value(..) | Self::State(_) | Self::Bound(_) | Self::Noun(_))
    }

    /// Whether it is about the issue as a whole.
    pub const fn is_about_issues(&self) -> bool {
        matches!(self, Self::Year(_) | Self::Date(_) | Self::Serial(_) | Self::Issuer(_) | Self::Issue(_))
    }
}

impl Words {
    /// The words as written, without quotation marks or strokes.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Word(words) | Self::Phrase(words) | Self::Regex(words) => words,
        }
    }
}

/// Whether a character stands between a key and its value, in half or full width.
pub fn is_operator(c: char) -> bool {
    matches!(plain(c), ':' | '=' | '>' | '<' | '≥' | '≤')
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

/// What a bound is called for a person.
pub const fn bound_label(bound: Bound) -> Msg {
    match bound {
        Bound::Exact => Msg::BoundExact,
        Bound::About => Msg::BoundAbout,
        Bound::More => Msg::BoundMore,
        Bound::Less => Msg::BoundLess,
        Bound::Range => Msg::BoundRange,
    }
}

#[cfg(test)]
mod tests;
