//! The figures of many sheets chosen, sorted, grouped: spots in a list that a person scrolls.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::order::{Common, grouped};
use super::{Filter, GroupBy, Issue, Row, Sheet, Sort, Total, sums};
use crate::bulletin::Place;
use crate::library::{Id, Library};
use crate::search::Articles;

/// The sheets of bulletins that were read so far.
pub type Sheets = BTreeMap<Id, Arc<Sheet>>;

/// Where a figure is: its bulletin, and its position in the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The bulletin.
    pub id: Id,
    /// The position in its sheet, from 0.
    pub at: u32,
}

/// Which figures, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Only those of this part of this bulletin; of all bulletins without it.
    pub scope: Option<(Id, Place)>,
    /// Only those of these articles.
    pub articles: Option<Arc<Articles>>,
    /// Only those that it chooses.
    pub filter: Filter,
    /// The order; without it that of the library.
    pub sort: Option<Sort>,
    /// What the rows of a group have in common; without it there are no groups.
    pub group: Option<GroupBy>,
}

/// Figures in the order that was asked for.
#[derive(Debug, Clone, Default)]
pub struct Arranged {
    spots: Vec<Spot>,
    headings: Vec<Heading>,
}

/// The head of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What its figures have in common; `None` for those that lack it.
    pub name: Option<String>,
    /// The position of its first figure among all.
    pub first: usize,
    /// How many figures it has.
    pub count: usize,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// The head of a group.
    Heading(&'a Heading),
    /// A figure.
    Spot(Spot),
}

impl Arranged {
    /// The figures in order.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The heads of the groups in order; none where nothing is grouped.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// How many lines there are: figures and heads.
    pub fn lines(&self) -> usize {
        self.spots.len() + self.headings.len()
    }

    /// The line at a position, from 0.
    pub fn line(&self, line: usize) -> Option<Line<'_>> {
        let heads = self.heads_upto(line);
        match heads.checked_sub(1).and_then(|last| Some((last, self.headings.get(last)?))) {
            Some((last, heading)) if heading.first + last == line => Some(Line::Heading(heading)),
            _ => self.spots.get(line.checked_sub(heads)?).copied().map(Line::Spot),
        }
    }

    /// The position among all figures of the one on a line; on the line of a head, of its first.
    pub fn position_at(&self, line: usize) -> usize {
        match self.line(line) {
            Some(Line::Heading(heading)) => heading.first,
            _ => line.saturating_sub(self.heads_upto(line)),
        }
    }

    /// How many heads stand on a line and above it: the head of group n stands on line `first + n`.
    fn heads_upto(&self, line: usize) -> usize {
        let (mut low, mut high) = (0, self.headings.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.headings.get(middle).is_some_and(|heading| heading.first + middle <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The line of the figure at a position among all figures.
    pub fn line_of(&self, position: usize) -> usize {
        position + self.headings.partition_point(|heading| heading.first <= position)
    }

    /// The position of a figure among all.
    pub fn position(&self, wanted: Spot) -> Option<usize> {
        self.spots.iter().position(|spot| *spot == wanted)
    }

    /// The figures of a group.
    pub fn group(&self, heading: &Heading) -> &[Spot] {
        self.spots.get(heading.first..heading.first + heading.count).unwrap_or_default()
    }

    /// The head of the group that holds the figure at a position; `None` where nothing is grouped.
    pub fn heading_of(&self, position: usize) -> Option<&Heading> {
        let after = self.headings.partition_point(|heading| heading.first <= position);
        self.headings.get(after.checked_sub(1)?)
    }
}

/// Puts the figures of a library in order; bulletins without a sheet have none. `go_on` is asked
/// before each bulletin: `None` where it said no.
pub fn arrange(
    library: &Library,
    sheets: &Sheets,
    query: &Query,
    go_on: &dyn Fn() -> bool,
) -> Option<Arranged> {
    let mut spots = Vec::new();
    if let Some(sort) = query.sort {
        let mut ranked = Vec::new();
        each_chosen(library, sheets, query, go_on, |row, spot| ranked.push((sort.rank(row), spot)))?;
        ranked.sort_by(|(a, _), (b, _)| sort.compare(a, b));
        spots.extend(ranked.into_iter().map(|(_, spot)| spot));
    } else {
        each_chosen(library, sheets, query, go_on, |_, spot| spots.push(spot))?;
    }
    let Some(by) = query.group else {
        return Some(Arranged { spots, headings: Vec::new() });
    };
    let issues: HashMap<Id, Issue<'_>> = Issue::all(library).map(|issue| (issue.id, issue)).collect();
    let named = spots.into_iter().filter_map(|spot| {
        let row = sheets.get(&spot.id)?.row(spot.at as usize, issues.get(&spot.id)?)?;
        Some((by.common(&row), spot))
    });
    Some(in_groups(named, by))
}

/// Calls `take` with every figure that is asked for, in the order of the library.
fn each_chosen<'a>(
    library: &'a Library,
    sheets: &Sheets,
    query: &Query,
    go_on: &dyn Fn() -> bool,
    mut take: impl FnMut(&Row<'a>, Spot),
) -> Option<()> {
    for issue in Issue::all(library) {
        if !go_on() {
            return None;
        }
        let Some(sheet) = sheets.get(&issue.id).filter(|_| query.holds(issue.id)) else {
            continue;
        };
        for (row, at) in sheet.rows(&issue).zip(0..).filter(|(row, _)| query.chooses(row)) {
            take(&row, Spot { id: issue.id, at });
        }
    }
    Some(())
}

fn in_groups(chosen: impl Iterator<Item = (Common, Spot)>, by: GroupBy) -> Arranged {
    let mut arranged = Arranged::default();
    for (name, spots) in grouped(chosen, by) {
        arranged.headings.push(Heading { name, first: arranged.spots.len(), count: spots.len() });
        arranged.spots.extend(spots);
    }
    arranged
}

impl Query {
    /// Whether a bulletin can have figures that are asked for.
    fn holds(&self, id: Id) -> bool {
        let in_scope = self.scope.as_ref().is_none_or(|(only, _)| *only == id);
        in_scope && self.articles.as_ref().is_none_or(|articles| articles.holds(id))
    }

    fn chooses(&self, row: &Row<'_>) -> bool {
        let inside = self.scope.as_ref().is_none_or(|(_, place)| row.place.0.starts_with(&place.0));
        let number = row.place.0.first().copied().unwrap_or_default();
        let is_there = self.articles.as_ref().is_none_or(|articles| articles.has(row.id, number));
        inside && is_there && self.filter.matches(row)
    }
}

/// The totals of one unit in runs of an order, one for each run; a run without this unit has none.
/// `go_on` is asked before each run: `None` where it said no.
pub fn totals(
    library: &Library,
    sheets: &Sheets,
    runs: &[&[Spot]],
    (unit, filter): (&str, &Filter),
    go_on: &dyn Fn() -> bool,
) -> Option<Vec<Option<Total>>> {
    let issues: HashMap<Id, Issue<'_>> = Issue::all(library).map(|issue| (issue.id, issue)).collect();
    let total = |run: &&[Spot]| {
        let row = |spot: &Spot| sheets.get(&spot.id)?.row(spot.at as usize, issues.get(&spot.id)?);
        let mut rows: Vec<Row<'_>> =
            run.iter().filter_map(row).filter(|row| row.figure.unit == unit).collect();
        rows.sort_by_key(|row| (row.issue, row.span.start, row.figure.span.start));
        sums(&rows, filter).first().map(Total::of)
    };
    runs.iter().map(|run| go_on().then(|| total(run))).collect()
}
