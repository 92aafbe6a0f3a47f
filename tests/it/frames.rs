//! Frames sent by the painter, as terminals of every kind show them.

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::rc::Rc;

use jianbao::terminal::{Depth, Painter};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Modifier, Style};

use crate::support::model::{Kind, Model};

const WIDTH: u16 = 14;
const HEIGHT: u16 = 4;

/// Bytes on the way to a terminal, one item for each write.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<Vec<u8>>>>);

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
struct Pair {
    painter: Painter<Wire>,
    wire: Wire,
    model: Model,
}

/// How the layout takes characters whose width terminals disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    One,
    Two,
    /// Two, with blanks laid under.
    Both,
}

impl Pair {
    fn new(layout: Layout, kind: Kind) -> Self {
        let wire = Wire::default();
        let size = Size::new(WIDTH, HEIGHT);
        let mut painter = Painter::new(wire.clone(), size, Depth::Full);
        painter.underlay(layout == Layout::Both);
        let mut model = Model::new(usize::from(WIDTH), usize::from(HEIGHT), kind);
        model.feed(b"\x1b[?7l");
        Self { painter, wire, model }
    }

    /// Draws a frame and returns how many bytes that took.
    fn draw(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>) -> usize {
        self.painter.draw(buffer, cursor).unwrap();
        let writes = self.wire.0.take();
        assert!(writes.len() <= 1, "a frame is one write");
        let bytes = writes.concat();
        self.model.feed(&bytes);
        assert_eq!(self.model.screen.strange, [""; 0]);
        bytes.len()
    }
}

/// A buffer with these pieces: column, row, text, whether it is reversed.
fn buffer(pieces: &[(u16, u16, String, bool)], layout: Layout) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    for (column, row, text, reversed) in pieces {
        let style = Style::new().add_modifier(if *reversed { Modifier::REVERSED } else { Modifier::empty() });
        let mut column = *column;
        for character in text.chars() {
            let columns = columns(character, layout);
            if column + columns > WIDTH {
                break;
            }
            for covered in column..column + columns {
                let cell = &mut buffer[(covered, *row)];
                cell.reset();
                cell.set_style(style);
            }
            let cell = &mut buffer[(column, *row)];
            cell.set_char(character);
            cell.set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::new(columns).unwrap()));
            column += columns;
        }
    }
    buffer
}

fn columns(character: char, layout: Layout) -> u16 {
    match (character, layout) {
        (' '..='~', _) | ('“' | '”' | '◆' | '—' | 'α', Layout::One) => 1,
        _ => 2,
    }
}

/// Where each glyph begins in the buffer, the model shows it, as wide as it draws it, and blank
/// beyond that.
fn assert_shown(buffer: &Buffer, model: &Model, layout: Layout) {
    for row in 0..HEIGHT {
        let mut column = 0;
        while column < WIDTH {
            let cell = &buffer[(column, row)];
            let laid_out = match cell.diff_option {
                CellDiffOption::ForcedWidth(columns) => columns.get(),
                _ => 1,
            };
            let at = (usize::from(column), usize::from(row));
            let glyph = model.screen.glyph(at.0, at.1).unwrap_or_else(|| panic!("{at:?} is covered"));
            let picture = model.screen.text();
            assert_eq!(glyph.text, cell.symbol(), "at {at:?}, {layout:?}:\n{picture}");
            let reversed = cell.modifier.contains(Modifier::REVERSED);
            assert_eq!(glyph.reversed, reversed, "at {at:?}");
            for beyond in glyph.columns..usize::from(laid_out) {
                let beyond = model.screen.glyph(at.0 + beyond, at.1).unwrap();
                assert_eq!((beyond.text.as_str(), beyond.reversed), (" ", reversed), "after {at:?}");
            }
            column += laid_out;
        }
    }
}

fn pieces() -> impl Strategy<Value = Vec<(u16, u16, String, bool)>> {
    let text = proptest::collection::vec(
        prop_oneof![
            Just('简'),
            Just('报'),
            Just('，'),
            Just('ｊ'),
            Just('a'),
            Just('%'),
            Just(' '),
            Just('“'),
            Just('◆'),
            Just('—'),
            Just('α')
        ],
        0..16,
    );
    let text = text.prop_map(|characters| characters.into_iter().collect::<String>());
    proptest::collection::vec((0..WIDTH, 0..HEIGHT, text, any::<bool>()), 0..8)
}

proptest! {
    #[test]
    fn every_glyph_is_where_the_buffer_has_it(
        frames in proptest::collection::vec((pieces(), proptest::option::of((0..WIDTH, 0..HEIGHT))), 1..6),
    ) {
        for (layout, kind) in [
            (Layout::One, Kind::Narrow),
            (Layout::Two, Kind::Wide),
            (Layout::Both, Kind::Narrow),
            (Layout::Both, Kind::Wide),
            (Layout::Both, Kind::Mixed),
        ] {
            let mut pair = Pair::new(layout, kind);
            for (pieces, cursor) in &frames {
                let buffer = buffer(pieces, layout);
                pair.draw(&buffer, *cursor);
                assert_shown(&buffer, &pair.model, layout);
                prop_assert_eq!(pair.model.screen.cursor_visible, cursor.is_some());
                if let Some((column, row)) = *cursor {
                    prop_assert_eq!(pair.model.screen.cursor(), (usize::from(column), usize::from(row)));
                }
                prop_assert_eq!(pair.draw(&buffer, *cursor), 0, "nothing changed");
            }
        }
    }
}

/// How many bytes the second frame takes.
fn check(first: &[(u16, u16, &str, bool)], second: &[(u16, u16, &str, bool)], expected: &[u8]) {
    let owned = |pieces: &[(u16, u16, &str, bool)]| {
        let own = |(column, row, text, reversed): &(u16, u16, &str, bool)| {
            (*column, *row, (*text).to_owned(), *reversed)
        };
        buffer(&pieces.iter().map(own).collect::<Vec<_>>(), Layout::One)
    };
    let wire = Wire::default();
    let mut painter = Painter::new(wire.clone(), Size::new(WIDTH, HEIGHT), Depth::Full);
    painter.draw(&owned(first), None).unwrap();
    wire.0.take();
    painter.draw(&owned(second), None).unwrap();
    let sent = wire.0.take().concat();
    assert_eq!(String::from_utf8_lossy(&sent), String::from_utf8_lossy(expected));
}

#[test]
fn few_bytes_are_sent() {
    // Chinese text needs no moves between its glyphs.
    check(&[], &[(0, 0, "简报，第3期", false)], "\x1b[1H简报，第3期".as_bytes());
    // After a glyph of uncertain width the next is placed by its column.
    check(&[], &[(0, 1, "“简报”三", false)], "\x1b[2H“\x1b[2G简报”\x1b[7G三".as_bytes());
    // What is the same is passed over.
    check(&[(0, 0, "简报甲", false)], &[(0, 0, "简报乙", false)], "\x1b[5G乙".as_bytes());
    // The rest of a row is erased.
    check(&[(0, 2, "简报简报", false)], &[(0, 2, "简", false)], b"\x1b[3G\x1b[K");
    // A colour is sent where it changes, and once.
    check(&[], &[(0, 0, "简报", true), (0, 1, "报", false)], "\x1b[1H\x1b[7m简报\r\n\x1b[m报".as_bytes());
    check(&[(0, 0, "简", false)], &[(0, 0, "简", false)], b"");
}
