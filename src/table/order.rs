//! The order of rows: sorted by a column, grouped by one.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::Row;
use crate::figure::State;
use crate::numeral::Date;
use crate::numeral::number::Decimal;

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// The greatest first.
    pub descending: bool,
}

/// A column that rows can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The value, whatever its unit.
    Value,
    /// The date of the issue.
    Date,
    /// The issue, in the order of the library.
    Issue,
    /// The unit.
    Unit,
    /// What is counted.
    Noun,
    /// Done, planned, and so on.
    State,
    /// Exact, more, and so on.
    Bound,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 7] =
        [Self::Value, Self::Date, Self::Issue, Self::Unit, Self::Noun, Self::State, Self::Bound];

    /// The name on the command line.
    const fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Date => "date",
            Self::Issue => "issue",
            Self::Unit => "unit",
            Self::Noun => "noun",
            Self::State => "state",
            Self::Bound => "bound",
        }
    }
}

impl Sort {
    /// The names; a `-` in front turns the order round.
    pub const NAMES: [&'static str; 14] = [
        "value", "date", "issue", "unit", "noun", "state", "bound", "-value", "-date", "-issue", "-unit",
        "-noun", "-state", "-bound",
    ];

    /// The order of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        let (descending, name) = name.strip_prefix('-').map_or((false, name), |name| (true, name));
        let column = Column::ALL.into_iter().find(|column| column.name() == name)?;
        Some(Self { column, descending })
    }

    /// Where a row stands in this order.
    pub(super) fn rank<'a>(self, row: &Row<'a>) -> Rank<'a> {
        match self.column {
            Column::Value => Rank::Value(row.figure.value),
            Column::Issue => Rank::Issue(row.issue),
            Column::Unit => Rank::Unit(row.figure.unit.clone()),
            Column::State => Rank::State(row.figure.state),
            Column::Bound => Rank::Bound(row.figure.bound.name()),
            Column::Date => row.date().map_or(Rank::None, Rank::Date),
            Column::Noun => row.noun().map_or(Rank::None, Rank::Noun),
        }
    }

    /// Which of two ranks comes first; none comes last either way.
    pub(super) fn compare(self, a: &Rank<'_>, b: &Rank<'_>) -> Ordering {
        let is_none = |rank: &Rank<'_>| *rank == Rank::None;
        is_none(a).cmp(&is_none(b)).then_with(|| if self.descending { b.cmp(a) } else { a.cmp(b) })
    }
}

/// Where a row stands in an order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank<'a> {
    None,
    Value(Decimal),
    Issue(u32),
    Unit(Cow<'static, str>),
    State(State),
    Bound(&'static str),
    Date(Date),
    Noun(&'a str),
}

/// Sorts the rows; those that are alike keep their order. Rows without date or noun come last
/// either way. Values are compared as numbers, whatever their units.
pub fn sort(rows: &mut [Row<'_>], by: Sort) {
    rows.sort_by(|a, b| by.compare(&by.rank(a), &by.rank(b)));
}

/// What rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// The unit, those with most rows first.
    Unit,
    /// The year of the issue, in order.
    Year,
    /// The month of the issue, in order.
    Month,
    /// The serial, in order.
    Serial,
    /// The issue, in the order of the library.
    Issue,
    /// What is counted, as printed; those with most rows first.
    Noun,
}

impl GroupBy {
    /// Every grouping.
    pub const ALL: [Self; 6] = [Self::Unit, Self::Year, Self::Month, Self::Serial, Self::Issue, Self::Noun];

    /// The names.
    pub const NAMES: [&'static str; 6] = ["unit", "year", "month", "serial", "issue", "noun"];

    /// The grouping of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "unit" => Self::Unit,
            "year" => Self::Year,
            "month" => Self::Month,
            "serial" => Self::Serial,
            "issue" => Self::Issue,
            "noun" => Self::Noun,
            _ => return None,
        })
    }

    fn name(self, row: &Row<'_>) -> Option<String> {
        match self {
            Self::Unit => Some(row.figure.unit.to_string()),
            Self::Year => row.year().map(|year| year.to_string()),
            Self::Month => {
                let date = row.date()?;
                date.month.map(|month| format!("{}-{month:02}", date.year))
            }
            Self::Serial => Some(row.entry.serial().to_owned()).filter(|serial| !serial.is_empty()),
            Self::Issue => Some(row.name.to_string()),
            // A line break may part a noun.
            Self::Noun => row.noun().map(|noun| noun.split_whitespace().collect()),
        }
    }
}

/// Rows that have something in common.
#[derive(Debug, Clone)]
pub struct Group<'a> {
    /// What they have in common; `None` for the rows that lack it.
    pub name: Option<String>,
    /// The rows, in the order in which they came.
    pub rows: Vec<Row<'a>>,
}

/// The rows by what they have in common; those that lack it come last.
pub fn groups(rows: Vec<Row<'_>>, by: GroupBy) -> Vec<Group<'_>> {
    let named = rows.into_iter().map(|row| (by.common(&row), row));
    grouped(named, by).into_iter().map(|(name, rows)| Group { name, rows }).collect()
}

/// What a row has in common with others, in the order of the groups.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Common {
    lacks: bool,
    issue: u32,
    name: Option<String>,
}

impl GroupBy {
    /// What a row has in common with others.
    pub(super) fn common(self, row: &Row<'_>) -> Common {
        let name = self.name(row);
        let issue = if self == Self::Issue { row.issue } else { 0 };
        Common { lacks: name.is_none(), issue, name }
    }
}

/// Items by what they have in common, in the order of the groups; in each as they came.
pub(super) fn grouped<T>(
    items: impl IntoIterator<Item = (Common, T)>,
    by: GroupBy,
) -> Vec<(Option<String>, Vec<T>)> {
    let mut named: BTreeMap<Common, Vec<T>> = BTreeMap::new();
    for (common, item) in items {
        named.entry(common).or_default().push(item);
    }
    let groups = named.into_iter().map(|(common, items)| (common.name, items));
    let mut groups: Vec<_> = groups.collect();
    if matches!(by, GroupBy::Unit | GroupBy::Noun) {
        groups.sort_by_key(|(name, items)| (name.is_none(), Reverse(items.len())));
    }
    groups
}
