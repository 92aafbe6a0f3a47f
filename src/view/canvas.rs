//! Puts text into cells: every glyph as wide as the mode says, never half a wide one.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::{glyph, theme};
use crate::app::Area;
use crate::text::{self, Ambiguous, Glyph};

/// A buffer of cells and the way ambiguous characters are laid out in it.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    mode: Ambiguous,
    glyphs: glyph::Set,
}

impl<'a> Canvas<'a> {
    /// An empty canvas; `ascii` says that the terminal shows nothing else in the chrome.
    pub(super) fn new(buffer: &'a mut Buffer, mode: Ambiguous, ascii: bool) -> Self {
        buffer.reset();
        Self { buffer, mode, glyphs: glyph::Set::of(mode, ascii) }
    }

    /// The same canvas for a while with another layout of ambiguous characters.
    pub(super) fn with(&mut self, mode: Ambiguous) -> Canvas<'_> {
        Canvas { buffer: self.buffer, mode, glyphs: self.glyphs }
    }

    /// The columns of a text.
    pub(super) fn width(&self, text: &str) -> u16 {
        text::width(text, self.mode).try_into().unwrap_or(u16::MAX)
    }

    /// A glyph of the chrome.
    pub(super) fn chrome(&self, part: glyph::Chrome) -> &'static str {
        part.glyph(self.glyphs)
    }

    /// Whether blocks can be shown and take one column.
    pub(super) fn has_blocks(&self) -> bool {
        self.glyphs == glyph::Set::Drawn
    }

    /// Puts as much of a text as fits into `room` columns; returns the columns that it took.
    pub(super) fn put(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        self.put_styled(x, y, room, text, |_| style)
    }

    /// Puts a text whose style depends on the byte of the text.
    pub(super) fn put_styled(
        &mut self,
        x: u16,
        y: u16,
        room: u16,
        text: &str,
        style: impl Fn(usize) -> Style,
    ) -> u16 {
        let mut used = 0;
        for glyph in text::glyphs(text, self.mode) {
            let columns = u16::from(glyph.columns);
            if used + columns > room {
                break;
            }
            self.set(x + used, y, &glyph, style(glyph.bytes.start));
            used += columns;
        }
        used
    }

    /// Puts a text into `room` columns, with an ellipsis where it is too long.
    pub(super) fn put_short(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        if self.width(text) <= room {
            return self.put(x, y, room, text, style);
        }
        let ellipsis = self.chrome(glyph::Chrome::Ellipsis);
        let tail = self.width(ellipsis).min(room);
        let used = self.put(x, y, room - tail, text, style);
        used + self.put(x + used, y, tail, ellipsis, style)
    }

    /// Makes every cell of an area blank, and a wide glyph that reaches into it from outside too.
    pub(super) fn fill(&mut self, area: Area, style: Style) {
        for y in area.y..area.y + area.height {
            if let Some(before) = area.x.checked_sub(1) {
                let wide = self.buffer.cell((before, y)).is_some_and(|cell| columns_of(cell) > 1);
                if wide {
                    self.blank(before, y, None);
                }
            }
            for x in area.x..area.x + area.width {
                self.blank(x, y, Some(style));
            }
        }
    }

    /// Adds a style to cells that are already drawn.
    pub(super) fn restyle(&mut self, area: Area, style: Style) {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.set_style(style);
                }
            }
        }
    }

    /// Draws the rule between two panes.
    pub(super) fn rule(&mut self, area: Area) {
        let glyph = self.chrome(glyph::Chrome::Rule);
        for y in area.y..area.y + area.height {
            self.put(area.x, y, 1, glyph, theme::RULE);
        }
    }

    fn set(&mut self, x: u16, y: u16, glyph: &Glyph<'_>, style: Style) {
        let columns = u16::from(glyph.columns);
        let Some(cell) = self.buffer.cell_mut((x, y)) else {
            return;
        };
        cell.reset();
        cell.set_symbol(&glyph.symbol).set_style(style);
        if glyph.symbol.width() != usize::from(columns)
            && let Some(width) = NonZeroU16::new(columns)
        {
            cell.set_diff_option(CellDiffOption::ForcedWidth(width));
        }
        for rest in 1..columns {
            self.blank(x + rest, y, Some(style));
        }
    }

    fn blank(&mut self, x: u16, y: u16, style: Option<Style>) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            let kept = cell.style();
            cell.reset();
            cell.set_style(style.unwrap_or(kept));
        }
    }
}

fn columns_of(cell: &ratatui::buffer::Cell) -> usize {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(width) => usize::from(width.get()),
        _ => cell.symbol().width(),
    }
}
