//! Which row of a list is selected, and which is the first that is shown.

/// The selected row of a list and how far the list is scrolled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection {
    /// The selected row, from 0.
    pub row: usize,
    /// The first row that is shown.
    pub top: usize,
}

impl Selection {
    /// Scrolls a list of `rows` rows so that the selected one is shown in `lines` lines, and the
    /// `heads` rows right above it where there is room.
    pub(super) fn reveal(&mut self, heads: usize, lines: usize, rows: usize) {
        self.top = self.top.min(self.row.saturating_sub(heads));
        if lines > 0 && self.row >= self.top + lines {
            self.top = self.row + 1 - lines;
        }
        self.top = self.top.min(rows.saturating_sub(lines));
    }
}
