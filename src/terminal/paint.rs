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

mod look;

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};

use super::colour::{self, Depth};
use super::scroll::{self, Scroll, Way};
use look::{Glyph, Look, Pen, SEEN_ON_BLANK, Shown, hash_of, is_blank, kept_of, row_of};

/// A run of blanks at the end of a row is erased rather than written from this length on.
const ERASED: usize = 4;

/// One in the midst of a row from this length on: the pen may have to change for it.
const ERASED_WITHIN: usize = 12;

/// The shortest move takes so many bytes.
const WRITTEN_AGAIN: u16 = 3;

/// A frame of more bytes than this may reach the terminal in pieces.
const PIECE: usize = 1024;

/// Sends buffers to a terminal.
#[derive(Debug)]
pub struct Painter<W> {
    out: W,
    depth: Depth,
    /// Whether blanks are laid under glyphs of two columns that may be drawn in one.
    underlay: bool,
    /// Whether the terminal is told to show a long frame at once.
    synchronised: bool,
    size: Size,
    /// What the terminal shows, column by column and row by row; `None` where nothing is known.
    shown: Option<Vec<Shown>>,
    pen: Pen,
    /// Where the cursor is, as far as it is known.
    at: Place,
    /// Where the cursor was left for the person; `None` where it is hidden.
    cursor: Option<Position>,
    frame: String,
}

/// What is known about the cursor's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Unknown,
    Row(u16),
    Known(Position),
}

impl<W: Write> Painter<W> {
    /// A painter for a terminal of this size, of which nothing is known yet.
    pub fn new(out: W, size: Size, depth: Depth) -> Self {
        Self {
            out,
            depth,
            underlay: false,
            synchronised: false,
            size,
            shown: None,
            pen: Pen::PLAIN,
            at: Place::Unknown,
            cursor: None,
            frame: String::new(),
        }
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
        self.shown = None;
    }

    /// Makes the terminal show `buffer`, which has its size, and the cursor at `cursor` or hidden.
    /// Nothing is sent where nothing changed.
    pub fn draw(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>) -> io::Result<()> {
        self.frame.clear();
        let mut shown = self.shown.take().unwrap_or_else(|| self.begin());
        let width = usize::from(self.size.width.max(1));
        self.scroll(&buffer.content, &mut shown);
        let rows = buffer.content.chunks(width).zip(shown.chunks_mut(width));
        for (row, (wanted, shown)) in (0..self.size.height).zip(rows) {
            self.row(row, wanted, shown);
        }
        self.place_cursor(cursor.map(Position::from));
        if self.synchronised && self.frame.len() > PIECE {
            self.frame.insert_str(0, "\x1b[?2026h");
            self.frame.push_str("\x1b[?2026l");
        }
        if !self.frame.is_empty() {
            self.out.write_all(self.frame.as_bytes())?;
            self.out.flush()?;
        }
        self.shown = Some(shown);
        Ok(())
    }

    /// Clears the terminal and returns what it shows then.
    fn begin(&mut self) -> Vec<Shown> {
        // Erasing paints with the ground of the pen, so the pen is reset before.
        if self.depth != Depth::Plain {
            self.frame.push_str("\x1b[m");
        }
        self.frame.push_str("\x1b[?25l\x1b[2J");
        self.pen = Pen::PLAIN;
        self.at = Place::Unknown;
        self.cursor = None;
        vec![Shown::BLANK; usize::from(self.size.width) * usize::from(self.size.height)]
    }

    /// Lets the terminal move rows of the full width that are wanted elsewhere, where that is
    /// shorter than to write them anew.
    fn scroll(&mut self, wanted: &[Cell], shown: &mut [Shown]) {
        let width = usize::from(self.size.width.max(1));
        let rows: Vec<scroll::Row> = wanted.chunks(width).map(row_of).collect();
        let hashes: Vec<u64> = shown.chunks(width).map(hash_of).collect();
        let kept = |row: usize, from: usize| {
            let wanted = wanted.get(row * width..).unwrap_or_default();
            let shown = shown.get(from * width..).unwrap_or_default();
            kept_of(wanted.get(..width).unwrap_or_default(), shown)
        };
        let Some(Scroll { top, bottom, way }) = scroll::find(&rows, &hashes, kept) else {
            return;
        };
        // New rows take the ground of the pen.
        self.take(Pen::PLAIN);
        // Writing into a string cannot fail.
        let _ = write!(self.frame, "\x1b[{};{bottom}r", top + 1);
        // To set a region moves the cursor (DECSTBM): home, says the standard.
        self.at = Place::Unknown;
        let Some(region) = shown.get_mut(top * width..bottom * width) else {
            return;
        };
        let freed = match way {
            Way::Up(rows) => {
                self.go(Position::new(0, bottom as u16 - 1));
                (0..rows).for_each(|_| self.frame.push('\n'));
                region.rotate_left(rows * width);
                region.len() - rows * width..region.len()
            }
            Way::Down(rows) => {
                self.go(Position::new(0, top as u16));
                (0..rows).for_each(|_| self.frame.push_str("\x1bM"));
                region.rotate_right(rows * width);
                0..rows * width
            }
        };
        region.iter_mut().skip(freed.start).take(freed.len()).for_each(|freed| *freed = Shown::BLANK);
        self.frame.push_str("\x1b[r");
        self.at = Place::Unknown;
    }

    /// Brings one row from what is shown to what is wanted.
    fn row(&mut self, row: u16, wanted: &[Cell], shown: &mut [Shown]) {
        let blanks = wanted.iter().rev().take_while(|cell| is_blank(cell)).count();
        let used = wanted.len() - blanks;
        let mut column = 0;
        while let (Some(cell), Some(old)) = (wanted.get(column), shown.get_mut(column)) {
            let glyph = Glyph::of(cell, wanted.len() - column);
            let begin = column;
            column += usize::from(glyph.columns);
            if old.columns == glyph.columns && Look::of(&old.cell) == Look::of(cell) {
                continue;
            }
            self.reach(Position::new(begin as u16, row), wanted);
            if begin >= used && blanks >= ERASED {
                self.take(Pen::PLAIN);
                self.frame.push_str("\x1b[K");
                shown.iter_mut().skip(begin).for_each(|old| *old = Shown::BLANK);
                return;
            }
            let run = wanted.iter().skip(begin).take_while(|cell| is_blank(cell)).count();
            if run >= ERASED_WITHIN {
                self.take(Pen::PLAIN);
                // Erases without moving (ECH); writing into a string cannot fail.
                let _ = write!(self.frame, "\x1b[{run}X");
                shown.iter_mut().skip(begin).take(run).for_each(|old| *old = Shown::BLANK);
                column = begin + run;
                continue;
            }
            self.take(self.pen_for(cell));
            self.print(&glyph);
            old.cell.clone_from(cell);
            old.columns = glyph.columns;
            let covered = shown.iter_mut().take(column).skip(begin + 1);
            covered.for_each(|covered| covered.columns = 0);
        }
    }

    /// Writes a glyph at the cursor's place.
    fn print(&mut self, glyph: &Glyph) {
        let Place::Known(at) = self.at else {
            return;
        };
        let sure = glyph.is_sure();
        if self.underlay && glyph.columns == 2 && !sure {
            self.frame.push_str("  ");
            self.at = Place::Row(at.y);
            self.go(at);
        }
        self.frame.push_str(glyph.symbol);
        let next = at.x + glyph.columns;
        // At the right margin terminals differ in where in the row the cursor waits.
        self.at = if sure && next < self.size.width {
            Place::Known(Position::new(next, at.y))
        } else {
            Place::Row(at.y)
        };
    }

    /// Moves the cursor to a column of a row, which wants these cells: over a short gap by writing
    /// again what is there.
    fn reach(&mut self, to: Position, wanted: &[Cell]) {
        if let Place::Known(at) = self.at
            && at.y == to.y
            && at.x < to.x
            && to.x - at.x <= WRITTEN_AGAIN
            && let Some(gap) = wanted.get(usize::from(at.x)..usize::from(to.x))
            && let Some(text) = self.written(gap)
        {
            self.frame.push_str(&text);
            self.at = Place::Known(to);
            return;
        }
        self.go(to);
    }

    /// The glyphs of cells where the pen is right for all and they take fewer bytes than a move.
    fn written(&self, cells: &[Cell]) -> Option<String> {
        let mut text = String::new();
        let mut column = 0;
        while let Some(cell) = cells.get(column) {
            let glyph = Glyph::of(cell, cells.len() - column);
            if !glyph.is_sure() || self.pen_for(cell) != self.pen {
                return None;
            }
            text.push_str(glyph.symbol);
            column += usize::from(glyph.columns);
        }
        Some(text).filter(|text| text.len() <= usize::from(WRITTEN_AGAIN))
    }

    /// Moves the cursor.
    fn go(&mut self, to: Position) {
        // Writing into a string cannot fail.
        let _ = match self.at {
            Place::Known(at) if at == to => Ok(()),
            Place::Known(at) if at.y == to.y && at.x + 1 == to.x => self.frame.write_str("\x1b[C"),
            Place::Known(Position { y, .. }) | Place::Row(y) if y + 1 == to.y && to.x == 0 => {
                self.frame.write_str("\r\n")
            }
            // A line feed keeps to its column, wherever that is, and a column is shorter than a place.
            Place::Known(Position { y, .. }) | Place::Row(y) if y + 1 == to.y => {
                write!(self.frame, "\n\x1b[{}G", to.x + 1)
            }
            Place::Known(Position { y, .. }) | Place::Row(y) if y == to.y && to.x == 0 => {
                self.frame.write_str("\r")
            }
            Place::Known(Position { y, .. }) | Place::Row(y) if y == to.y => {
                write!(self.frame, "\x1b[{}G", to.x + 1)
            }
            _ if to.x == 0 => write!(self.frame, "\x1b[{}H", to.y + 1),
            _ => write!(self.frame, "\x1b[{};{}H", to.y + 1, to.x + 1),
        };
        self.at = Place::Known(to);
    }

    /// The pen for a cell. A blank shows nothing of the text's colour: that of the pen will do.
    fn pen_for(&self, cell: &Cell) -> Pen {
        let ground = self.depth.nearest(cell.bg);
        if cell.symbol() == " " && !(cell.modifier | self.pen.modifier).intersects(SEEN_ON_BLANK) {
            return Pen { ground, ..self.pen };
        }
        Pen { text: self.depth.nearest(cell.fg), ground, modifier: cell.modifier }
    }

    /// Takes another pen.
    fn take(&mut self, pen: Pen) {
        if pen == self.pen || self.depth == Depth::Plain {
            return;
        }
        let mut numbers = String::new();
        let plain = pen == Pen::PLAIN;
        if !pen.modifier.contains(self.pen.modifier) {
            // Switching off one by one is longer, and not all terminals know all the numbers.
            numbers.push_str(";0");
            self.pen = Pen::PLAIN;
        }
        colour::modifiers(&mut numbers, pen.modifier - self.pen.modifier);
        if pen.text != self.pen.text {
            colour::colour(&mut numbers, pen.text, 30);
        }
        if pen.ground != self.pen.ground {
            colour::colour(&mut numbers, pen.ground, 40);
        }
        let numbers = if plain { "" } else { numbers.trim_start_matches(';') };
        let _ = write!(self.frame, "\x1b[{numbers}m");
        self.pen = pen;
    }

    fn place_cursor(&mut self, cursor: Option<Position>) {
        match cursor {
            Some(to) => {
                if self.at != Place::Known(to) {
                    self.go(to);
                }
                if self.cursor.is_none() {
                    self.frame.push_str("\x1b[?25h");
                }
            }
            None if self.cursor.is_some() => self.frame.push_str("\x1b[?25l"),
            None => {}
        }
        self.cursor = cursor;
    }
}
