//! The pane with the text of the open issue.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Found;
use crate::bulletin::{Place, Span};
use crate::library::{Entry, Id};
use crate::message::Lang;
use crate::page::{self, Line, Page};
use crate::text::Ambiguous;

/// Figures stand under their measures from so many columns and lines on.
const FIGURES: (u16, usize) = (36, 10);

/// A place in the text that stays the same however the lines are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Anchor {
    block: usize,
    byte: usize,
}

/// The text of the open issue, set into lines, and the line at the top.
#[derive(Debug, Default)]
pub struct Details {
    id: Option<Id>,
    page: Page,
    lines: Vec<Line>,
    set_for: Option<(u16, Ambiguous, bool)>,
    /// Whether the figures of a measure are not to stand under it.
    without_figures: bool,
    top: usize,
    left_at: BTreeMap<Id, Anchor>,
    pointed: Option<Found>,
    /// What is to come to the top as soon as the lines are set for a pane.
    wanted: Option<Anchor>,
}

impl Details {
    /// The issue that is open.
    pub fn id(&self) -> Option<Id> {
        self.id
    }

    /// Its page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The page set into lines.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The line at the top of the pane.
    pub fn top(&self) -> usize {
        self.top
    }

    /// What a list view points at.
    pub fn pointed(&self) -> Option<&Found> {
        self.pointed.as_ref()
    }

    /// The part that the line at the top belongs to.
    pub fn place(&self) -> Place {
        self.lines.get(self.top).map(|line| self.page.place_at(line.block)).unwrap_or_default()
    }

    /// Opens an issue where it was left. Its lines are not set yet.
    pub(super) fn open(&mut self, id: Id, entry: &Entry, lang: Lang) {
        if let Some(left) = self.id {
            self.left_at.insert(left, self.anchor());
        }
        self.id = Some(id);
        self.page = Page::with_figures(entry, lang);
        let anchor = self.left_at.get(&id).copied().unwrap_or_default();
        // One line a block stands in until the lines are set, so that the anchor holds.
        self.lines =
            (0..self.page.blocks.len()).map(|block| Line { block, start: 0, end: 0, indent: 0 }).collect();
        self.return_to(anchor);
        self.set_for = None;
        self.point_at(None);
    }

    /// Sets the lines for a pane of `width` columns and `height` lines; what stood at the top stays
    /// there.
    pub(super) fn set(&mut self, width: u16, height: usize, mode: Ambiguous) {
        let figures = !self.without_figures && width >= FIGURES.0 && height >= FIGURES.1;
        if self.set_for != Some((width, mode, figures)) {
            let anchor = self.anchor();
            self.lines = page::set(&self.page, width, mode, figures);
            self.set_for = Some((width, mode, figures));
            self.top = self.line_of(anchor.block, anchor.byte);
        }
        if let Some(wanted) = self.wanted.take() {
            // A sentence comes to the top, unless it is so long that what is pointed at would not be seen.
            let pointed = self.pointed.as_ref();
            let end = pointed.map_or(0, |it| self.line_of(it.block, it.range.end.saturating_sub(1)) + 1);
            self.top = self.line_of(wanted.block, wanted.byte).max(end.saturating_sub(height));
        }
    }

    /// Points at bytes of a run of the bulletin's text, and brings the byte `from` of the run to the
    /// top; `None` points at nothing.
    pub(super) fn point_at(&mut self, pointed: Option<(Span, usize, Range<usize>)>) {
        self.pointed = pointed.and_then(|(span, from, range)| {
            let (block, start) = self.page.holding(span)?;
            let within = |byte: usize| span.start as usize + byte - start;
            self.return_to(Anchor { block, byte: within(from) });
            Some(Found { block, range: within(range.start)..within(range.end) })
        });
    }

    /// Brings a place that was at the top back to it.
    pub(super) fn return_to(&mut self, anchor: Anchor) {
        self.top = self.line_of(anchor.block, anchor.byte);
        self.wanted = Some(anchor);
    }

    /// Shows the figures under their measures, or not; returns whether they are wanted now.
    pub(super) fn turn_figures(&mut self) -> bool {
        self.without_figures = !self.without_figures;
        !self.without_figures
    }

    /// Moves the text by so many lines; returns whether it moved.
    pub(super) fn scroll(&mut self, lines: isize) -> bool {
        self.go(self.top.saturating_add_signed(lines))
    }

    /// Moves the text by so many lines, but no further than the last page of `height` lines;
    /// returns whether it moved.
    pub(super) fn scroll_pages(&mut self, lines: isize, height: usize) -> bool {
        let furthest = self.last_page(height).max(self.top);
        self.go(self.top.saturating_add_signed(lines).min(furthest))
    }

    /// Brings a line to the top; the last where there are not so many.
    pub(super) fn go(&mut self, line: usize) -> bool {
        let before = self.top;
        self.wanted = None;
        self.top = line.min(self.lines.len().saturating_sub(1));
        self.top != before
    }

    /// The line at the top of the last page.
    pub(super) fn last_page(&self, height: usize) -> usize {
        self.lines.len().saturating_sub(height)
    }

    /// Brings the beginning of a part to the top.
    pub(super) fn select(&mut self, place: &Place) {
        self.wanted = None;
        self.top = self.line_of(self.page.opening(place), 0);
    }

    /// The line that holds a byte of a block.
    pub(super) fn line_of(&self, block: usize, byte: usize) -> usize {
        let after = self.lines.partition_point(|line| (line.block, line.start) <= (block, byte));
        after.saturating_sub(1)
    }

    /// The place at the top.
    pub(super) fn anchor(&self) -> Anchor {
        let top = self.lines.get(self.top);
        self.wanted
            .or_else(|| top.map(|line| Anchor { block: line.block, byte: line.start }))
            .unwrap_or_default()
    }
}
