//! Tests about issues and about figures, ready to be made.

use std::ops::RangeBounds as _;

use super::census::Census;
use super::words::Matcher;
use crate::figure::{Bound, Figure, State};
use crate::library::Entry;
use crate::numeral::number::Decimal;
use crate::query::{Day, Reach, Test, days, issue_name};

/// A test about an issue.
#[derive(Debug, Clone)]
pub enum OfIssue {
    /// Of these years.
    Year(Reach<u16>),
    /// Of these days.
    Date(Reach<Day>),
    /// The serial's title has these words.
    Serial(Matcher),
    /// The issuer's name has these words.
    Issuer(Matcher),
    /// It has this name.
    Name(String),
}

/// A test about a figure.
#[derive(Debug, Clone)]
pub enum OfFigure {
    /// Of this unit.
    Unit(String),
    /// Its value lies in this reach, in this unit where one is written.
    Value(Reach<Decimal>, Option<&'static str>),
    /// Of this state.
    State(State),
    /// With this bound.
    Bound(Bound),
    /// What is counted has these words.
    Noun(Matcher),
}

impl OfIssue {
    /// `None` for tests about something else.
    pub fn new(test: &Test, census: &Census) -> Option<Self> {
        Some(match test {
            Test::Year(reach) => Self::Year(*reach),
            Test::Date(reach) => Self::Date(*reach),
            Test::Serial(words) => Self::Serial(Matcher::new(words, census)),
            Test::Issuer(words) => Self::Issuer(Matcher::new(words, census)),
            Test::Issue(name) => Self::Name(name.clone()),
            _ => return None,
        })
    }

    /// Whether it holds for an issue that has this name in its library.
    pub fn holds(&self, entry: &Entry, name: &str) -> bool {
        match self {
            Self::Year(reach) => entry.year().is_some_and(|year| reach.contains(&year)),
            Self::Date(reach) => entry.bulletin.masthead.date.is_some_and(|date| {
                let (first, last) = days(date);
                reach.contains(&first) && reach.contains(&last)
            }),
            Self::Serial(words) => words.is_in(entry.serial()),
            Self::Issuer(words) => {
                let bulletin = &entry.bulletin;
                let imprint = bulletin.imprint.as_ref().and_then(|imprint| imprint.issuer);
                bulletin.masthead.issuer.as_deref().is_some_and(|issuer| words.is_in(issuer))
                    || imprint.is_some_and(|issuer| words.is_in(bulletin.text.get(issuer)))
            }
            Self::Name(wanted) => has_name(entry, name, wanted),
        }
    }
}

/// Whether an issue that has this name in its library is called so, shared or not.
pub(super) fn has_name(entry: &Entry, name: &str, wanted: &str) -> bool {
    issue_name(name) == *wanted || issue_name(&entry.plain_name()) == *wanted
}

impl OfFigure {
    /// `None` for tests about something else.
    pub fn new(test: &Test, census: &Census) -> Option<Self> {
        Some(match test {
            Test::Unit(unit) => Self::Unit(unit.clone()),
            Test::Value(reach, unit) => Self::Value(*reach, *unit),
            Test::State(state) => Self::State(*state),
            Test::Bound(bound) => Self::Bound(*bound),
            Test::Noun(words) => Self::Noun(Matcher::new(words, census)),
            _ => return None,
        })
    }

    /// Whether it holds for a figure that counts this. A range has to lie in what is asked for as a
    /// whole; bounds are left aside: 近80 is 80.
    pub fn holds(&self, figure: &Figure, noun: Option<&str>) -> bool {
        match self {
            Self::Unit(unit) => figure.unit == *unit,
            Self::Value(reach, unit) => {
                let most = figure.value_max.unwrap_or(figure.value);
                let fits = unit.is_none_or(|unit| figure.unit == unit);
                fits && reach.contains(&figure.value) && reach.contains(&most)
            }
            Self::State(state) => figure.state == *state,
            Self::Bound(bound) => figure.bound == *bound,
            Self::Noun(words) => noun.is_some_and(|noun| words.is_in(noun)),
        }
    }
}
