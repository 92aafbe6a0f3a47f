//! The small expression that chooses rows: `unit:元 value>1000万 state:achieved -noun:资金`.
//!
//! ```text
//! expression = { term }                              all of them hold
//! term       = [ "-" ] key operator value { "|" value }   one of the values; "-" turns it round
//! operator   = ":" | "=" | ">" | ">=" | "<" | "<="   the latter four with value, year, date
//! value      = word | "words in quotation marks" | low..high | low.. | ..high
//! ```
//!
//! A figure that is a range (3—5万) has to lie in what is asked for as a whole. Bounds are left
//! aside: 近80 is 80.

mod error;
mod read;

use std::ops::{Bound as End, RangeBounds as _};

pub use error::{Expected, FilterError};

use super::Row;
use crate::figure::{Bound, State};
use crate::numeral::number::Decimal;
use crate::text::Folded;

/// Chooses rows. The default one takes all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    terms: Vec<Term>,
}

/// What a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The unit, by any of its names.
    Unit,
    /// The value.
    Value,
    /// Done, planned, and so on.
    State,
    /// Exact, more, and so on.
    Bound,
    /// A part of what is counted.
    Noun,
    /// A part of the sentence.
    Text,
    /// The year of the issue.
    Year,
    /// The date of the issue.
    Date,
    /// A part of the serial's title.
    Serial,
    /// The issue by its name: 2022-12.
    Issue,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 10] = [
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
    ];

    /// How the key is written, in English and in Chinese.
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Unit => ["unit", "单位"],
            Self::Value => ["value", "数值"],
            Self::State => ["state", "状态"],
            Self::Bound => ["bound", "界限"],
            Self::Noun => ["noun", "内容"],
            Self::Text => ["text", "原文"],
            Self::Year => ["year", "年份"],
            Self::Date => ["date", "日期"],
            Self::Serial => ["serial", "刊名"],
            Self::Issue => ["issue", "期次"],
        }
    }

    /// Whether its values have an order.
    const fn is_ordered(self) -> bool {
        matches!(self, Self::Value | Self::Year | Self::Date)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    negated: bool,
    /// One of them has to hold.
    tests: Vec<Test>,
}

/// Values between two ends.
type Reach<T> = (End<T>, End<T>);

/// A day: year, month, day.
type Day = (u16, u8, u8);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Unit(String),
    /// With the unit that is written behind the number.
    Value(Reach<Decimal>, Option<&'static str>),
    State(State),
    Bound(Bound),
    Noun(String),
    Text(String),
    Year(Reach<u16>),
    Date(Reach<Day>),
    Serial(String),
    Issue(String),
}

impl Filter {
    /// Reads an expression. The error says where it cannot be understood, and what was expected.
    pub fn parse(expression: &str) -> Result<Self, FilterError> {
        read::terms(expression).map(|terms| Self { terms })
    }

    /// Whether the row is chosen.
    pub fn matches(&self, row: &Row<'_>) -> bool {
        self.terms.iter().all(|term| term.tests.iter().any(|test| test.holds(row)) != term.negated)
    }

    /// Whether a state is asked for by name.
    pub fn asks_for(&self, state: State) -> bool {
        let wanted = self.terms.iter().filter(|term| !term.negated);
        wanted.flat_map(|term| &term.tests).any(|test| *test == Test::State(state))
    }
}

impl Test {
    fn holds(&self, row: &Row<'_>) -> bool {
        match self {
            Self::Unit(unit) => row.figure.unit == *unit,
            Self::Value(reach, unit) => {
                let most = row.figure.value_max.unwrap_or(row.figure.value);
                let fits = unit.is_none_or(|unit| row.figure.unit == unit);
                fits && reach.contains(&row.figure.value) && reach.contains(&most)
            }
            Self::State(state) => row.figure.state == *state,
            Self::Bound(bound) => row.figure.bound == *bound,
            Self::Noun(word) => row.noun().is_some_and(|noun| holds(noun, word)),
            Self::Text(word) => holds(row.sentence(), word),
            Self::Year(reach) => row.year().is_some_and(|year| reach.contains(&year)),
            Self::Date(reach) => row.date().is_some_and(|date| {
                let (first, last) = read::days(date);
                reach.contains(&first) && reach.contains(&last)
            }),
            Self::Serial(word) => holds(row.entry.serial(), word),
            Self::Issue(name) => {
                read::issue(&row.name) == *name || read::issue(&row.entry.plain_name()) == *name
            }
        }
    }
}

/// Whether a text holds a word, both folded.
fn holds(text: &str, word: &str) -> bool {
    Folded::new(text).as_str().contains(word)
}

#[cfg(test)]
mod tests;
