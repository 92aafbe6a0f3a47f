//! A painter and a model of the terminal that it paints on.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use jianbao::terminal::{Depth, Painter};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Size;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use super::model::{Kind, Model, Screen};

/// Bytes on the way to a terminal, one item for each write.
#[derive(Clone, Default)]
pub(crate) struct Wire(pub(crate) Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A painter and the terminal that it paints on.
pub(crate) struct Painted {
    pub(crate) painter: Painter<Wire>,
    pub(crate) model: Model,
    wire: Wire,
}

impl Painted {
    /// A terminal of so many columns and rows.
    pub(crate) fn new(size: (u16, u16), kind: Kind) -> Self {
        let wire = Wire::default();
        let painter = Painter::new(wire.clone(), Size::from(size), Depth::Indexed);
        let mut model = Model::new(usize::from(size.0), usize::from(size.1), kind);
        model.feed(b"\x1b[?7l");
        Self { painter, model, wire }
    }

    /// Draws a frame and returns how many bytes that took.
    pub(crate) fn draw(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>) -> usize {
        self.painter.draw(buffer, cursor).unwrap();
        let writes = self.wire.0.take();
        assert!(writes.len() <= 1, "a frame is one write");
        let bytes = writes.concat();
        self.model.feed(&bytes);
        assert_eq!(self.model.screen.strange, [""; 0]);
        bytes.len()
    }
}

/// What a buffer shows on a terminal that draws narrow, a line for each row.
pub(crate) fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in 0..buffer.area.height {
        let mut column = 0;
        let mut line = String::new();
        while column < buffer.area.width {
            let cell = &buffer[(column, row)];
            line.push_str(cell.symbol());
            // A narrow glyph that is laid out wide leaves a column free.
            let free = usize::from(columns(cell)).saturating_sub(cell.symbol().width());
            line.push_str(&" ".repeat(free));
            column += columns(cell);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn columns(cell: &Cell) -> u16 {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(columns) => columns.get(),
        _ => cell.symbol().width() as u16,
    }
}

/// Where each glyph begins in the buffer, the model shows it, and blank beyond it where it draws it
/// narrower than it is laid out.
pub(crate) fn assert_shown(buffer: &Buffer, screen: &Screen) {
    let size = buffer.area.as_size();
    for row in 0..size.height {
        let mut column = 0;
        while column < size.width {
            let cell = &buffer[(column, row)];
            let laid_out = columns(cell);
            let at = (usize::from(column), usize::from(row));
            let glyph = screen.glyph(at.0, at.1).unwrap_or_else(|| panic!("{at:?} is covered"));
            assert_eq!(glyph.text, cell.symbol(), "at {at:?}:\n{}", screen.text());
            let reversed = cell.modifier.contains(Modifier::REVERSED);
            assert_eq!(glyph.reversed, reversed, "at {at:?}");
            for beyond in glyph.columns..usize::from(laid_out) {
                let beyond = screen.glyph(at.0 + beyond, at.1).unwrap();
                assert_eq!((beyond.text.as_str(), beyond.reversed), (" ", reversed), "after {at:?}");
            }
            column += laid_out;
        }
    }
}
