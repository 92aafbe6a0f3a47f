//! The pane with the list of issues, grouped by serial and year.

use std::sync::Arc;

use super::{Find, Selection, jump};
use crate::library::{Entry, Id, Library};
use crate::search::Articles;

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The head of a serial: its title, and how many issues it has here.
    Serial(String, usize),
    /// The head of a year: the year, and how many issues it has.
    Year(Option<u16>, usize),
    /// An issue, and how many bytes of its title are left out as common to its serial.
    Issue(Id, usize),
}

/// The list of issues. The selection stands on an issue, never on a head.
#[derive(Debug, Default)]
pub struct Issues {
    rows: Vec<Row>,
    selection: Selection,
    newest_first: bool,
    only: Option<Arc<Articles>>,
}

impl Issues {
    /// The rows from top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where the selection and the scrolling stand.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// The position of the selected issue among all, from 1.
    pub fn position(&self) -> usize {
        self.rows.iter().take(self.selection.row + 1).filter(|row| matches!(row, Row::Issue(..))).count()
    }

    /// The first issue of the list.
    pub(super) fn first(&self) -> Option<Id> {
        self.rows.iter().find_map(id)
    }

    /// The selected issue.
    pub(super) fn current(&self) -> Option<Id> {
        self.rows.get(self.selection.row).and_then(id)
    }

    /// Builds the rows anew from the library; the selected issue stays selected.
    pub(super) fn rebuild(&mut self, library: &Library) {
        let selected = self.current();
        self.rows.clear();
        let is_there = |id: &Id| self.only.as_ref().is_none_or(|only| only.holds(*id));
        let ids: Vec<Id> = library.ids().iter().copied().filter(is_there).collect();
        let mut rest = ids.as_slice();
        while let Some(entry) = rest.first().and_then(|&id| library.get(id)) {
            let serial = entry.serial();
            let (group, after) =
                split(rest, |id| library.get(id).is_some_and(|entry| entry.serial() == serial));
            self.group(library, serial, group);
            rest = after;
        }
        if let Some(id) = selected {
            self.select(id);
        }
    }

    /// Shows issues that have some of these articles only; all without them. The rows are built anew
    /// afterwards.
    pub(super) fn narrow(&mut self, only: Option<Arc<Articles>>) {
        self.only = only;
    }

    /// The other order: newest first, or oldest first.
    pub(super) fn reverse(&mut self, library: &Library) {
        self.newest_first = !self.newest_first;
        self.rebuild(library);
    }

    /// Whether the newest issue of a serial comes first.
    pub(super) fn newest_first(&self) -> bool {
        self.newest_first
    }

    /// Selects an issue, if it is in the list.
    pub(super) fn select(&mut self, wanted: Id) {
        if self.current() != Some(wanted)
            && let Some(row) = self.rows.iter().position(|row| id(row) == Some(wanted))
        {
            self.selection.row = row;
        }
    }

    /// The issue so many issues further down, or up; the last or first where there are not so many.
    pub(super) fn neighbour(&self, steps: isize) -> Option<Id> {
        let ids: Vec<Id> = self.rows.iter().filter_map(id).collect();
        let here = self.position().checked_sub(1)?;
        let there = here.saturating_add_signed(steps).min(ids.len().checked_sub(1)?);
        ids.get(there).copied()
    }

    /// The issue at a position among all, from 1; the last where there are not so many.
    pub(super) fn at(&self, position: usize) -> Option<Id> {
        let mut ids = self.rows.iter().filter_map(id);
        ids.clone().nth(position.saturating_sub(1)).or_else(|| ids.next_back())
    }

    /// The next issue, after or before the selected one and round the end, whose line holds the words.
    pub(super) fn find(&self, library: &Library, words: &Find, forward: bool) -> Option<Id> {
        let ids: Vec<Id> = self.rows.iter().filter_map(id).collect();
        let here = self.position().saturating_sub(1);
        let (before, after) = ids.split_at_checked(here)?;
        let (own, after) = after.split_first()?;
        let mut round: Vec<Id> = after.iter().chain(before).copied().collect();
        if !forward {
            round.reverse();
        }
        round.push(*own);
        round
            .into_iter()
            .find(|&id| library.get(id).is_some_and(|entry| words.are_in(&line(library, id, entry))))
    }

    /// The first issue, from the selected one on and round the end, whose line fits.
    pub(super) fn matching(&self, library: &Library, fits: &dyn Fn(&str) -> bool) -> Option<Id> {
        let ids: Vec<Id> = self.rows.iter().filter_map(id).collect();
        let order = jump::round(self.position().saturating_sub(1), ids.len());
        let mut order = order.filter_map(|index| ids.get(index).copied());
        order.find(|&id| library.get(id).is_some_and(|entry| fits(&line(library, id, entry))))
    }

    /// Scrolls so that the selected row, and the heads right above it, are shown in `lines` lines.
    pub(super) fn reveal(&mut self, lines: usize) {
        let above = self.rows.iter().take(self.selection.row).rev();
        let heads = above.take_while(|row| id(row).is_none()).count();
        self.selection.reveal(heads, lines, self.rows.len());
    }

    fn group(&mut self, library: &Library, serial: &str, ids: &[Id]) {
        self.rows.push(Row::Serial(serial.to_owned(), ids.len()));
        let skip = common_prefix(
            ids.iter().filter_map(|&id| library.get(id)).map(|entry| entry.bulletin.first_title()),
        );
        let mut ids = ids.to_vec();
        if self.newest_first {
            ids.reverse();
        }
        let year = |id: Id| library.get(id).and_then(Entry::year);
        let mut rest = ids.as_slice();
        while let Some(&first) = rest.first() {
            let (of_year, after) = split(rest, |id| year(id) == year(first));
            self.rows.push(Row::Year(year(first), of_year.len()));
            self.rows.extend(of_year.iter().map(|&id| Row::Issue(id, skip)));
            rest = after;
        }
    }
}

/// What can be found in the line of an issue.
fn line(library: &Library, id: Id, entry: &Entry) -> String {
    let date = entry.bulletin.masthead.date.map(|date| date.to_string()).unwrap_or_default();
    format!("{} {} {date} {}", entry.serial(), library.name(id), entry.bulletin.first_title())
}

fn id(row: &Row) -> Option<Id> {
    match row {
        Row::Issue(id, _) => Some(*id),
        _ => None,
    }
}

/// The items in front that fit, and the rest.
fn split(ids: &[Id], fits: impl Fn(Id) -> bool) -> (&[Id], &[Id]) {
    let end = ids.iter().position(|&id| !fits(id)).unwrap_or(ids.len());
    ids.split_at_checked(end).unwrap_or((ids, &[]))
}

/// Bytes that all titles begin with; 0 where there is only one title, or where the saving is not
/// worth an ellipsis.
fn common_prefix<'a>(mut titles: impl Iterator<Item = &'a str>) -> usize {
    const WORTH: usize = 3;
    let Some(first) = titles.next() else { return 0 };
    let mut count = 0;
    let mut prefix = first;
    for title in titles {
        count += 1;
        let same = prefix.char_indices().zip(title.chars()).find(|((_, a), b)| a != b);
        let end = same.map_or(prefix.len().min(title.len()), |((at, _), _)| at);
        prefix = prefix.get(..end).unwrap_or_default();
    }
    if count == 0 || prefix.chars().count() < WORTH { 0 } else { prefix.len() }
}
