//! The pane with the outline of the open issue.

use std::collections::BTreeMap;

use super::{Selection, jump};
use crate::bulletin::Place;
use crate::library::{Entry, Id};
use crate::outline::{Folds, Row, Tree};
use crate::search::Articles;

/// The outline of the open issue. What is selected follows from what is being read.
#[derive(Debug, Default)]
pub struct Outline {
    id: Option<Id>,
    tree: Tree,
    folds: BTreeMap<Id, Folds>,
    rows: Vec<Row>,
    selection: Selection,
    /// The articles that are shown; `None` for all.
    only: Option<Vec<u32>>,
}

impl Outline {
    /// The visible rows from top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where the selection and the scrolling stand.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// Every part of the issue in reading order, folded or not.
    pub(super) fn all(&self) -> &[Row] {
        self.tree.rows()
    }

    /// Shows another issue, with the folds that it had.
    pub(super) fn open(&mut self, id: Id, entry: &Entry, only: Option<&Articles>) {
        self.id = Some(id);
        self.tree = Tree::new(&entry.bulletin);
        self.narrow(id, only);
        self.selection.top = 0;
        self.refresh();
    }

    /// Shows only these articles of the issue; all without them.
    pub(super) fn narrow(&mut self, id: Id, only: Option<&Articles>) {
        let articles = self.tree.rows().iter().filter(|row| row.depth == 1);
        let numbers = articles.filter_map(|row| row.place.0.first().copied());
        self.only = only.map(|only| numbers.filter(|number| only.has(id, *number)).collect());
        self.refresh();
    }

    /// Selects the row of a place, or of what hides it, and scrolls it into `lines` lines.
    pub(super) fn follow(&mut self, place: &Place, lines: usize) {
        self.selection.row = Tree::find(&self.rows, place);
        self.selection.reveal(0, lines, self.rows.len());
    }

    /// The place of the first visible row, from the selected one on and round the end, whose label
    /// fits.
    pub(super) fn matching(&self, entry: &Entry, fits: &dyn Fn(&str) -> bool) -> Option<Place> {
        let mut order = jump::round(self.selection.row, self.rows.len()).filter_map(|row| self.rows.get(row));
        let label = |row: &Row| Some(entry.bulletin.text.get(entry.bulletin.node(&row.place)?.label()));
        order.find(|row| label(row).is_some_and(fits)).map(|row| row.place.clone())
    }

    /// The place so many visible rows further down, or up.
    pub(super) fn neighbour(&self, steps: isize) -> Option<Place> {
        let there = self.selection.row.saturating_add_signed(steps);
        self.at(there)
    }

    /// The place of a visible row, from 0; of the last where there are not so many.
    pub(super) fn at(&self, row: usize) -> Option<Place> {
        self.rows.get(row).or(self.rows.last()).map(|row| row.place.clone())
    }

    /// Folds or unfolds the selected row; a row with nothing below it folds what holds it.
    /// Returns the place that is selected afterwards.
    pub(super) fn toggle(&mut self) -> Option<Place> {
        let row = self.rows.get(self.selection.row)?;
        let place = if row.parent { row.place.clone() } else { row.place.parent()? };
        let folds = self.folds.entry(self.id?).or_default();
        if !folds.remove(&place) {
            folds.insert(place.clone());
        }
        self.refresh();
        Some(place)
    }

    /// Folds everything below the articles, or unfolds everything.
    pub(super) fn set_all(&mut self, folded: bool) {
        let Some(id) = self.id else { return };
        let parents = self.tree.rows().iter().filter(|row| folded && row.parent && row.depth > 0);
        self.folds.insert(id, parents.map(|row| row.place.clone()).collect());
        self.refresh();
    }

    fn refresh(&mut self) {
        let none = Folds::new();
        let folds = self.id.and_then(|id| self.folds.get(&id)).unwrap_or(&none);
        self.rows = self.tree.visible(folds);
        if let Some(only) = &self.only {
            self.rows.retain(|row| row.place.0.first().is_none_or(|number| only.contains(number)));
        }
    }
}
