//! Sends a buffer of cells to the terminal in as few bytes as are safe.
//!
//! What the terminal shows is remembered, and only what differs is sent, in one write. The place of
//! the cursor is trusted after glyphs that every terminal draws equally wide: ASCII, Chinese
//! characters, kana, full-width forms. After any other glyph the next one is placed by column, so
//! that a glyph drawn wider or narrower than expected never shifts the rest of its row.
//!
//! This is no `ratatui::backend::Backend`. ratatui would compare the frames itself and hand over
//! single cells: the column that a wide glyph leaves free when one of a forced width of one column
//! takes its place is not among them, nor does a list of cells tell that rows only moved. Its
//! `Terminal` also asks for the cursor's place, which a reader of keys of its own would swallow.

mod hand;
mod look;
mod way;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::colour::Depth;
use hand::Hand;

/// A frame of more bytes than this may reach the terminal in pieces.
const PIECE: usize = 1024;

/// Sends buffers to a terminal.
#[derive(Debug)]
pub struct Painter<W> {
    out: W,
    depth: Depth,
    underlay: bool,
    /// Whether the terminal is told to show a long frame at once.
    synchronised: bool,
    size: Size,
    /// What draws; `None` where nothing is known about what the terminal shows.
    hand: Option<Hand>,
    /// Where the cursor was left for the person; `None` where it is hidden.
    cursor: Option<Position>,
}

impl<W: Write> Painter<W> {
    /// A painter for a terminal of this size, of which nothing is known yet.
    pub fn new(out: W, size: Size, depth: Depth) -> Self {
        Self { out, depth, underlay: false, synchronised: false, size, hand: None, cursor: None }
    }

    /// Says whether a glyph of two columns that terminals disagree on is drawn over two blanks. It
    /// looks right then where it is drawn in one column, too.
    pub fn underlay(&mut self, underlay: bool) {
        if self.underlay != underlay {
            self.underlay = underlay;
            self.forget();
        }
    }

    /// Says whether the terminal knows synchronised output (private mode 2026), which shows a frame
    /// that comes in pieces at once.
    pub fn synchronise(&mut self, synchronised: bool) {
        self.synchronised = synchronised;
    }

    /// Takes note that the terminal now has this size. Nothing is known about what it shows.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.forget();
    }

    /// Forgets what the terminal shows: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.hand = None;
    }

    /// Makes the terminal show `buffer`, which has its size, and the cursor at `cursor` or hidden.
    /// Nothing is sent where nothing changed.
    pub fn draw(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>) -> io::Result<()> {
        let mut hand = self.hand.take().unwrap_or_else(|| {
            self.cursor = None;
            Hand::new(self.size, self.depth, self.underlay)
        });
        // What it saves to move rows shows when everything is drawn.
        let moved = hand.find_scroll(&buffer.content).map(|scroll| {
            let mut hand = hand.clone();
            hand.scroll(scroll);
            hand.draw(&buffer.content);
            hand
        });
        hand.draw(&buffer.content);
        let mut hand = moved.filter(|moved| moved.bytes.len() < hand.bytes.len()).unwrap_or(hand);
        self.place_cursor(cursor.map(Position::from), &mut hand);
        let mut frame = std::mem::take(&mut hand.bytes);
        if self.synchronised && frame.len() > PIECE {
            frame.insert_str(0, "\x1b[?2026h");
            frame.push_str("\x1b[?2026l");
        }
        if !frame.is_empty() {
            self.out.write_all(frame.as_bytes())?;
            self.out.flush()?;
        }
        self.hand = Some(hand);
        Ok(())
    }

    fn place_cursor(&mut self, cursor: Option<Position>, hand: &mut Hand) {
        match cursor {
            Some(to) => {
                hand.go(to);
                if self.cursor.is_none() {
                    hand.bytes.push_str("\x1b[?25h");
                }
            }
            None if self.cursor.is_some() => hand.bytes.push_str("\x1b[?25l"),
            None => {}
        }
        self.cursor = cursor;
    }
}
