//! The pane with the text of the open issue.

use std::collections::BTreeMap;

use crate::bulletin::Place;
use crate::library::{Entry, Id};
use crate::message::Lang;
use crate::page::{self, Line, Page};
use crate::text::Ambiguous;

/// A place in the text that stays the same however the lines are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Anchor {
    block: usize,
    byte: usize,
}

/// The text of the open issue, set into lines, and the line at the top.
#[derive(Debug, Default)]
pub struct Details {
    id: Option<Id>,
    page: Page,
    lines: Vec<Line>,
    set_for: Option<(u16, Ambiguous)>,
    top: usize,
    left_at: BTreeMap<Id, Anchor>,
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
        self.page = Page::of(entry, lang);
        let anchor = self.left_at.get(&id).copied().unwrap_or_default();
        // One line a block stands in until the lines are set, so that the anchor holds.
        self.lines =
            (0..self.page.blocks.len()).map(|block| Line { block, start: 0, end: 0, indent: 0 }).collect();
        self.top = self.line_of(anchor.block, anchor.byte);
        self.set_for = None;
    }

    /// Sets the lines for a width; what stood at the top stays there.
    pub(super) fn set(&mut self, width: u16, mode: Ambiguous) {
        if self.set_for != Some((width, mode)) {
            let anchor = self.anchor();
            self.lines = page::set(&self.page, width, mode);
            self.set_for = Some((width, mode));
            self.top = self.line_of(anchor.block, anchor.byte);
        }
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
        self.top = line.min(self.lines.len().saturating_sub(1));
        self.top != before
    }

    /// The line at the top of the last page.
    pub(super) fn last_page(&self, height: usize) -> usize {
        self.lines.len().saturating_sub(height)
    }

    /// Brings the beginning of a part to the top.
    pub(super) fn select(&mut self, place: &Place) {
        self.top = self.line_of(self.page.opening(place), 0);
    }

    /// The line that holds a byte of a block.
    pub(super) fn line_of(&self, block: usize, byte: usize) -> usize {
        let after = self.lines.partition_point(|line| (line.block, line.start) <= (block, byte));
        after.saturating_sub(1)
    }

    fn anchor(&self) -> Anchor {
        self.lines
            .get(self.top)
            .map(|line| Anchor { block: line.block, byte: line.start })
            .unwrap_or_default()
    }
}
