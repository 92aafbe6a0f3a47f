//! The order of rows: sorted by a column, grouped by one.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::Row;

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    column: Column,
    /// The greatest first.
    descending: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Value,
    Date,
    Issue,
    Unit,
    Noun,
    State,
}

impl Sort {
    /// The names; a `-` in front turns the order round.
    pub const NAMES: [&'static str; 12] = [
        "value", "date", "issue", "unit", "noun", "state", "-value", "-date", "-issue", "-unit", "-noun",
        "-state",
    ];

    /// The order of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        let (descending, name) = name.strip_prefix('-').map_or((false, name), |name| (true, name));
        let column = match name {
            "value" => Column::Value,
            "date" => Column::Date,
            "issue" => Column::Issue,
            "unit" => Column::Unit,
            "noun" => Column::Noun,
            "state" => Column::State,
            _ => return None,
        };
        Some(Self { column, descending })
    }
}

/// Sorts the rows; those that are alike keep their order. Rows without date or noun come last
/// either way. Values are compared as numbers, whatever their units.
pub fn sort(rows: &mut [Row<'_>], by: Sort) {
    match by.column {
        Column::Value => rows.sort_by(|a, b| turned(a.figure.value.cmp(&b.figure.value), by)),
        Column::Issue => rows.sort_by(|a, b| turned(a.issue.cmp(&b.issue), by)),
        Column::Unit => rows.sort_by(|a, b| turned(a.figure.unit.cmp(&b.figure.unit), by)),
        Column::State => rows.sort_by(|a, b| turned(a.figure.state.cmp(&b.figure.state), by)),
        Column::Date => rows.sort_by(|a, b| last_without(a.date(), b.date(), by)),
        Column::Noun => rows.sort_by(|a, b| last_without(a.noun(), b.noun(), by)),
    }
}

fn turned(order: Ordering, by: Sort) -> Ordering {
    if by.descending { order.reverse() } else { order }
}

fn last_without<T: Ord>(a: Option<T>, b: Option<T>, by: Sort) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => turned(a.cmp(&b), by),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// What rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// The unit, those with most rows first.
    Unit,
    /// The year of the issue, in order.
    Year,
    /// The serial, in order.
    Serial,
    /// The issue, in the order of the library.
    Issue,
    /// What is counted, as printed; those with most rows first.
    Noun,
}

impl GroupBy {
    /// The names.
    pub const NAMES: [&'static str; 5] = ["unit", "year", "serial", "issue", "noun"];

    /// The grouping of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "unit" => Self::Unit,
            "year" => Self::Year,
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
    let mut named: BTreeMap<(bool, u32, Option<String>), Vec<Row<'_>>> = BTreeMap::new();
    for row in rows {
        let name = by.name(&row);
        let issue = if by == GroupBy::Issue { row.issue } else { 0 };
        named.entry((name.is_none(), issue, name)).or_default().push(row);
    }
    let groups = named.into_iter().map(|((_, _, name), rows)| Group { name, rows });
    let mut groups: Vec<Group<'_>> = groups.collect();
    if matches!(by, GroupBy::Unit | GroupBy::Noun) {
        groups.sort_by_key(|group| (group.name.is_none(), Reverse(group.rows.len())));
    }
    groups
}
