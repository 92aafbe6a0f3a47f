//! Frames sent by the painter, as terminals of every kind show them.

use std::num::NonZeroU16;

use jianbao::terminal::{Depth, Painter};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Modifier, Style};

use crate::support::model::Kind;
use crate::support::painted::{Painted, Wire, assert_shown};

const WIDTH: u16 = 20;
const HEIGHT: u16 = 6;
const SIZE: (u16, u16) = (WIDTH, HEIGHT);

/// How the layout takes characters whose width terminals disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    One,
    Two,
    /// Two, with blanks laid under.
    Both,
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

/// Column, row, text, whether it is reversed.
type Pieces = Vec<(u16, u16, String, bool)>;

fn pieces() -> impl Strategy<Value = Pieces> {
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
        0..24,
    );
    let text = text.prop_map(|characters| characters.into_iter().collect::<String>());
    proptest::collection::vec((0..WIDTH, 0..HEIGHT, text, any::<bool>()), 0..8)
}

/// One frame after the other: new pieces, or those of the frame before some rows higher or lower,
/// within rows that are moved as a whole.
fn frames() -> impl Strategy<Value = Vec<Pieces>> {
    let steps = (pieces(), 0..HEIGHT, 1..=HEIGHT, -3..=3_i16, any::<bool>());
    proptest::collection::vec(steps, 1..6).prop_map(|steps| {
        let mut frames: Vec<Pieces> = Vec::new();
        for (new, first, rows, by, anew) in steps {
            let next = frames.last().filter(|_| !anew).map(|before| {
                let kept = before.iter().cloned().filter_map(|(column, row, text, reversed)| {
                    let moves = (first..first + rows).contains(&row);
                    let row = row.checked_add_signed(if moves { by } else { 0 })?;
                    Some((column, row, text, reversed)).filter(|_| row < HEIGHT)
                });
                kept.chain(new.iter().take(1).cloned()).collect()
            });
            frames.push(next.unwrap_or(new));
        }
        frames
    })
}

proptest! {
    #[test]
    fn every_glyph_is_where_the_buffer_has_it(
        frames in frames(),
        cursors in proptest::collection::vec(proptest::option::of((0..WIDTH, 0..HEIGHT)), 5),
    ) {
        for (layout, kind) in [
            (Layout::One, Kind::Narrow),
            (Layout::Two, Kind::Wide),
            (Layout::Both, Kind::Narrow),
            (Layout::Both, Kind::Wide),
            (Layout::Both, Kind::Mixed),
            (Layout::Two, Kind::Ragged),
            (Layout::Both, Kind::Ragged),
        ] {
            let mut terminal = Painted::new(SIZE, kind);
            terminal.painter.underlay(layout == Layout::Both);
            for (pieces, cursor) in frames.iter().zip(&cursors) {
                let buffer = buffer(pieces, layout);
                terminal.draw(&buffer, *cursor);
                assert_shown(&buffer, &terminal.model.screen);
                prop_assert_eq!(terminal.model.screen.cursor_visible, cursor.is_some());
                if let Some((column, row)) = *cursor {
                    prop_assert_eq!(terminal.model.screen.cursor(), (usize::from(column), usize::from(row)));
                }
                prop_assert_eq!(terminal.draw(&buffer, *cursor), 0, "nothing changed");
            }
        }
    }
}

#[test]
fn long_frames_are_synchronised_where_the_terminal_knows_that() {
    for (rows, expected) in [(1, false), (HEIGHT, true)] {
        let wire = Wire::default();
        let mut painter = Painter::new(wire.clone(), Size::new(200, HEIGHT), Depth::Full);
        painter.synchronise(true);
        let mut frame = Buffer::empty(Rect::new(0, 0, 200, HEIGHT));
        for row in 0..rows {
            frame.set_string(0, row, "简报".repeat(50), Style::new());
        }
        painter.draw(&frame, None).unwrap();
        let sent = String::from_utf8(wire.0.take().concat()).unwrap();
        assert_eq!(sent.starts_with("\x1b[?2026h") && sent.ends_with("\x1b[?2026l"), expected);
        assert_eq!(sent.contains("2026"), expected);
    }
}

/// Half of it must not be written over, to get behind it.
#[test]
fn a_cursor_left_in_the_midst_of_a_glyph_does_no_harm() {
    let mut terminal = Painted::new(SIZE, Kind::Wide);
    let first = [(0, 0, "简“".to_owned(), false)];
    terminal.draw(&buffer(&first, Layout::Two), Some((3, 0)));
    let second = [(0, 0, "简“ a".to_owned(), false)];
    let second = buffer(&second, Layout::Two);
    terminal.draw(&second, None);
    assert_shown(&second, &terminal.model.screen);
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
    check(&[], &[(0, 0, "简报，第3期", false)], "\x1b[H简报，第3期".as_bytes());
    // After a glyph of uncertain width the next is placed by its column.
    check(&[], &[(0, 1, "“简报”三", false)], "\x1b[2H“\x1b[2G简报”\x1b[7G三".as_bytes());
    // What is the same is passed over.
    check(&[(0, 0, "简报甲", false)], &[(0, 0, "简报乙", false)], "\x08\x08乙".as_bytes());
    // A short gap is written again where that is shorter than to move.
    check(&[(0, 0, "甲ab甲", false)], &[(0, 0, "乙ab乙", false)], "\r乙ab乙".as_bytes());
    check(&[(0, 0, "甲简报甲", false)], &[(0, 0, "乙简报乙", false)], "\r乙\x1b[4C乙".as_bytes());
    // The rest of a row is erased, with whatever pen leaves nothing.
    check(&[(0, 2, "简报简报", false)], &[(0, 2, "简", false)], b"\x1b[6D\x1b[K");
    // So is a long gap, as far as it is new.
    let gap = [(0, 2, "简", false), (18, 2, "报", false)];
    check(&[(0, 2, "简abcdefgh", false), (18, 2, "报", false)], &gap, b"\x1b[3G\x1b[8X");
    // Wide glyphs are written over.
    check(&[(0, 2, "简简简简简", false), (18, 2, "报", false)], &gap, b"\x1b[3G        ");
    // A colour is sent where it changes, and once.
    check(&[], &[(0, 0, "简报", true), (0, 1, "报", false)], "\x1b[H\x1b[7m简报\n\r\x1b[m报".as_bytes());
    check(&[(0, 0, "简", false)], &[(0, 0, "简", false)], b"");
    // Of a run of glyphs of uncertain width half is written at once: the rest mends what it may hurt.
    let leader = "\x1b[H——\x1b[3G—\x1b[4G—".as_bytes();
    check(&[], &[(0, 0, "————", false)], leader);
    // Rows that moved are moved by the terminal.
    let rows = ["一日一事有人管", "二人同舟过渡口", "三渡联动促增收", "四方来客住新村"];
    let at = |first: usize, last: usize, row: u16| -> Vec<(u16, u16, &str, bool)> {
        rows[first..last].iter().zip(row..).map(|(text, row)| (0, row, *text, false)).collect()
    };
    check(&at(0, 4, 1), &at(1, 4, 1), b"\x1b[2;5r\x1b[5H\n\x1b[r");
    check(&at(0, 3, 1), &at(0, 4, 1), "\n\r四方来客住新村".as_bytes());
    check(&at(1, 4, 1), &at(0, 4, 1), "\x1b[2;5r\x1b[2H\x1bM\x1b[r\x1b[2H一日一事有人管".as_bytes());
}
