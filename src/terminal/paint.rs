//! Sends a buffer of cells to the terminal in as few bytes as are safe.
//!
//! What the terminal shows is remembered, and only what differs is sent, in one write. The place of
//! the cursor is trusted after glyphs that every terminal draws equally wide: ASCII, Chinese
//! characters, kana, full-width forms. After any other glyph the next one is placed by column, so
//! that a glyph drawn wider or narrower than expected never shifts the rest of its row.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::colour::{self, Depth};

/// A run of blanks at the end of a row is erased rather than written from this length on.
const ERASED: usize = 4;

/// Modifiers that are seen on a blank.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Sends buffers to a terminal.
#[derive(Debug)]
pub struct Painter<W> {
    out: W,
    depth: Depth,
    /// Whether blanks are laid under glyphs of two columns that may be drawn in one.
    underlay: bool,
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

/// What one column of the terminal shows.
#[derive(Debug, Clone)]
struct Shown {
    /// How many columns the glyph covers that begins here; 0 where the glyph to the left reaches
    /// over this column.
    columns: u16,
    /// The glyph that begins here.
    cell: Cell,
}

/// How glyphs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    text: Color,
    ground: Color,
    modifier: Modifier,
}

/// What is known about the cursor's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Unknown,
    Row(u16),
    Known(Position),
}

impl Pen {
    const PLAIN: Self = Self { text: Color::Reset, ground: Color::Reset, modifier: Modifier::empty() };
}

impl Shown {
    /// What an erased column shows.
    const BLANK: Self = Self { columns: 1, cell: Cell::EMPTY };
}

impl<W: Write> Painter<W> {
    /// A painter for a terminal of this size, of which nothing is known yet.
    pub fn new(out: W, size: Size, depth: Depth) -> Self {
        Self {
            out,
            depth,
            underlay: false,
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
        let rows = buffer.content.chunks(width).zip(shown.chunks_mut(width));
        for (row, (wanted, shown)) in (0..self.size.height).zip(rows) {
            self.row(row, wanted, shown);
        }
        self.place_cursor(cursor.map(Position::from));
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

    /// Brings one row from what is shown to what is wanted.
    fn row(&mut self, row: u16, wanted: &[Cell], shown: &mut [Shown]) {
        let blanks = wanted.iter().rev().take_while(|cell| is_blank(cell)).count();
        let used = wanted.len() - blanks;
        let mut column = 0;
        while let (Some(cell), Some(old)) = (wanted.get(column), shown.get_mut(column)) {
            let glyph = Glyph::of(cell, wanted.len() - column);
            let begin = column;
            column += usize::from(glyph.columns);
            if old.columns == glyph.columns && looks_like(&old.cell, cell) {
                continue;
            }
            self.go(Position::new(begin as u16, row));
            if begin >= used && blanks >= ERASED {
                self.take(Pen::PLAIN);
                self.frame.push_str("\x1b[K");
                shown.iter_mut().skip(begin).for_each(|old| *old = Shown::BLANK);
                return;
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
        self.at = if next >= self.size.width {
            // At the right margin terminals differ in where the cursor waits.
            Place::Unknown
        } else if sure {
            Place::Known(Position::new(next, at.y))
        } else {
            Place::Row(at.y)
        };
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

/// What is printed for a cell.
struct Glyph<'cell> {
    symbol: &'cell str,
    columns: u16,
}

impl<'cell> Glyph<'cell> {
    /// The glyph of a cell that has so many columns up to the right margin. One that would stick
    /// out, and one that is none, leave a blank.
    fn of(cell: &'cell Cell, room: usize) -> Self {
        let columns = cell.cell_width().max(1);
        match cell.symbol() {
            symbol if !symbol.is_empty() && usize::from(columns) <= room => Self { symbol, columns },
            _ => Self { symbol: " ", columns: 1 },
        }
    }

    /// Whether every terminal draws it in as many columns.
    fn is_sure(&self) -> bool {
        let mut characters = self.symbol.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return false;
        };
        match character {
            ' '..='~' => self.columns == 1,
            // Chinese punctuation, kana, the oldest two blocks of ideographs, hangul, full-width
            // forms.
            '\u{3000}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{3400}'..='\u{4DB5}'
            | '\u{4E00}'..='\u{9FA5}'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{FF01}'..='\u{FF5E}' => self.columns == 2,
            _ => false,
        }
    }
}

/// Whether two cells look the same; the options for ratatui's own comparison do not matter.
fn looks_like(one: &Cell, other: &Cell) -> bool {
    one.symbol() == other.symbol()
        && one.fg == other.fg
        && one.bg == other.bg
        && one.modifier == other.modifier
}

/// Whether a cell looks like an erased one.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.intersects(SEEN_ON_BLANK)
}
