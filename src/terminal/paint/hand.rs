//! Draws on a terminal cell by cell, and notes the bytes that it takes.

use std::fmt::Write;

use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::look::{Glyph, Look, Pen, SEEN_ON_BLANK, Shown, is_blank, kept_of, pieces_of, row_of};
use super::way::{Place, way};
use crate::terminal::colour::Depth;
use crate::terminal::scroll::{self, Scroll, Way};

/// A run of blanks at the end of a row is erased rather than written from this length on.
const ERASED: usize = 4;

/// One in the midst of a row from this length on, where the cursor is to move after it anyway.
const ERASED_WITHIN: usize = 6;

/// What it takes to move behind an erased run, where it would be written to next.
const MOVE: usize = 4;

/// The longest move along a row takes so many bytes.
const LONGEST_MOVE: u16 = 6;

/// A hand that draws. A copy of it draws on the same terminal, to see what another way would take.
#[derive(Debug, Clone)]
pub(super) struct Hand {
    depth: Depth,
    /// Whether blanks are laid under glyphs of two columns that may be drawn in one.
    underlay: bool,
    size: Size,
    /// What the terminal shows, column by column and row by row.
    shown: Vec<Shown>,
    pen: Pen,
    /// Where the cursor is, as far as it is known.
    at: Place,
    /// What was sent to the terminal, or is to be.
    pub(super) bytes: String,
}

impl Hand {
    /// One that begins on a cleared terminal.
    pub(super) fn new(size: Size, depth: Depth, underlay: bool) -> Self {
        // Erasing paints with the ground of the pen, so the pen is reset before.
        let pen = if depth == Depth::Plain { "" } else { "\x1b[m" };
        Self {
            depth,
            underlay,
            size,
            shown: vec![Shown::BLANK; usize::from(size.width) * usize::from(size.height)],
            pen: Pen::PLAIN,
            at: Place::Unknown,
            bytes: format!("{pen}\x1b[?25l\x1b[2J"),
        }
    }

    /// Draws the cells that are wanted where they are not shown yet.
    pub(super) fn draw(&mut self, wanted: &[Cell]) {
        let width = self.width();
        let mut shown = std::mem::take(&mut self.shown);
        for (row, (wanted, shown)) in (0..).zip(wanted.chunks(width).zip(shown.chunks_mut(width))) {
            self.row(row, wanted, shown);
        }
        self.shown = shown;
    }

    /// The move of rows that may make drawing shorter.
    pub(super) fn find_scroll(&self, wanted: &[Cell]) -> Option<Scroll> {
        let width = self.width();
        let rows: Vec<scroll::Row> = wanted.chunks(width).map(row_of).collect();
        let old: Vec<_> = self.shown.chunks(width).map(pieces_of).collect();
        scroll::find(&rows, &old, |row, from| {
            let wanted = wanted.get(row * width..).unwrap_or_default();
            let shown = self.shown.get(from * width..).unwrap_or_default();
            kept_of(wanted.get(..width).unwrap_or_default(), shown)
        })
    }

    /// Lets the terminal move rows.
    pub(super) fn scroll(&mut self, scroll: Scroll) {
        let Scroll { top, bottom, way } = scroll;
        let width = self.width();
        // New rows take the ground of the pen.
        self.take(self.pen.erasing());
        // Writing into a string cannot fail.
        let _ = write!(self.bytes, "\x1b[{};{bottom}r", top + 1);
        // To set a region moves the cursor (DECSTBM): home, says the standard.
        self.at = Place::Unknown;
        let mut shown = std::mem::take(&mut self.shown);
        let region = shown.get_mut(top * width..bottom * width).unwrap_or_default();
        let freed = match way {
            Way::Up(rows) => {
                self.go(Position::new(0, bottom as u16 - 1));
                (0..rows).for_each(|_| self.bytes.push('\n'));
                region.rotate_left(rows * width);
                region.len() - rows * width..region.len()
            }
            Way::Down(rows) => {
                self.go(Position::new(0, top as u16));
                (0..rows).for_each(|_| self.bytes.push_str("\x1bM"));
                region.rotate_right(rows * width);
                0..rows * width
            }
        };
        region.get_mut(freed).unwrap_or_default().fill(Shown::BLANK);
        self.shown = shown;
        self.bytes.push_str("\x1b[r");
        self.at = Place::Unknown;
    }

    /// Brings the cursor to a place; where it is there already this takes nothing.
    pub(super) fn go(&mut self, to: Position) {
        self.bytes.push_str(&way(self.at, to));
        self.at = Place::Known(to);
    }

    fn width(&self) -> usize {
        self.size.width.max(1).into()
    }

    /// Brings one row from what is shown to what is wanted.
    fn row(&mut self, row: u16, wanted: &[Cell], shown: &mut [Shown]) {
        let used = wanted.len() - wanted.iter().rev().take_while(|cell| is_blank(cell)).count();
        let mut column = 0;
        while let (Some(cell), Some(old)) = (wanted.get(column), shown.get(column)) {
            let glyph = Glyph::of(cell, wanted.len() - column);
            if old.shows(cell, &glyph) {
                column += usize::from(glyph.columns);
                continue;
            }
            self.reach(Position::new(column as u16, row), wanted, shown);
            let (rest, old) = (wanted.get(column..).unwrap_or_default(), shown.get_mut(column..));
            let old = old.unwrap_or_default();
            if column >= used && new_blanks(rest, old) >= ERASED {
                self.take(self.pen.erasing());
                self.bytes.push_str("\x1b[K");
                old.fill(Shown::BLANK);
                return;
            }
            column += match erasable(rest, old) {
                0 => self.print(&glyph, rest, old),
                run => {
                    self.take(self.pen.erasing());
                    // Erases without moving (ECH); writing into a string cannot fail.
                    let _ = write!(self.bytes, "\x1b[{run}X");
                    old.iter_mut().take(run).for_each(|old| *old = Shown::BLANK);
                    run
                }
            };
        }
    }

    /// Writes the glyph of the first of these cells at the cursor's place, and again where the next
    /// ones want the same. Returns the columns that were written.
    ///
    /// Where the terminal draws it wider than expected, a run of it reaches as far again to the right.
    /// So no more than half of a longer run is written at a time: the other half mends it, and nothing
    /// behind the last glyph is hurt that this one alone would not hurt.
    fn print(&mut self, glyph: &Glyph, cells: &[Cell], shown: &mut [Shown]) -> usize {
        let (Place::Known(at), Some(cell)) = (self.at, cells.first()) else {
            return cells.len();
        };
        self.take(self.pen_for(cell));
        let sure = glyph.is_sure();
        let mut times = 1;
        if self.underlay && glyph.columns == 2 && !sure {
            self.bytes.push_str("  ");
            self.at = self.behind(at, 2);
            self.go(at);
        } else if !sure {
            let columns = usize::from(glyph.columns);
            let run = cells.iter().step_by(columns).zip(shown.iter().step_by(columns));
            let run =
                run.take_while(|(next, old)| Look::of(next) == Look::of(cell) && !old.shows(next, glyph));
            times = (run.count() / 2).max(1).min(cells.len() / columns);
        }
        let columns = times * usize::from(glyph.columns);
        (0..times).for_each(|_| self.bytes.push_str(glyph.symbol));
        self.at = if sure { self.behind(at, glyph.columns) } else { Place::Row(at.y) };
        for (index, (old, cell)) in shown.iter_mut().zip(cells).take(columns).enumerate() {
            old.cell.clone_from(cell);
            old.columns = if index.is_multiple_of(glyph.columns.into()) { glyph.columns } else { 0 };
        }
        columns
    }

    /// Where the cursor is after so many columns were written.
    fn behind(&self, at: Position, columns: u16) -> Place {
        // At the right margin terminals differ in where in the row the cursor waits.
        match at.x + columns {
            column if column < self.size.width => Place::Known(Position::new(column, at.y)),
            _ => Place::Row(at.y),
        }
    }

    /// Moves the cursor to a column of a row, which wants these cells: over a short gap by writing
    /// again what is there.
    fn reach(&mut self, to: Position, wanted: &[Cell], shown: &[Shown]) {
        if let Place::Known(at) = self.at
            && at.y == to.y
            && at.x < to.x
            && to.x - at.x <= LONGEST_MOVE
            // The cursor may have been left in the midst of a glyph.
            && shown.get(usize::from(at.x)).is_some_and(|shown| shown.columns > 0)
            && let Some(gap) = wanted.get(usize::from(at.x)..usize::from(to.x))
            && let Some(text) = self.written(gap)
            && text.len() <= way(self.at, to).len()
        {
            self.bytes.push_str(&text);
            self.at = Place::Known(to);
            return;
        }
        self.go(to);
    }

    /// The glyphs of cells where the pen is right for all and their width is sure.
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
        Some(text)
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
        if pen != self.pen && self.depth != Depth::Plain {
            self.bytes.push_str(&pen.taken_from(self.pen));
            self.pen = pen;
        }
    }
}

/// How many of the blanks in front of these cells are to be erased rather than written; 0 for none.
/// Where wide glyphs are shown, mlterm erases fewer columns than it is told.
fn erasable(wanted: &[Cell], shown: &[Shown]) -> usize {
    let new = new_blanks(wanted, shown);
    if shown.iter().take(new).any(|old| old.columns != 1) {
        return 0;
    }
    // A glyph that is not there yet follows at once.
    let goes_on = wanted.get(new).is_some_and(|cell| !is_blank(cell)) && is_new(wanted, shown, new);
    if new >= ERASED_WITHIN + if goes_on { MOVE } else { 0 } { new } else { 0 }
}

/// How many blanks in front of these cells there are up to the last that is not shown yet.
fn new_blanks(wanted: &[Cell], shown: &[Shown]) -> usize {
    let run = wanted.iter().take_while(|cell| is_blank(cell)).count();
    (0..run).rev().find(|column| is_new(wanted, shown, *column)).map_or(0, |last| last + 1)
}

fn is_new(wanted: &[Cell], shown: &[Shown], column: usize) -> bool {
    let (cell, old) = (wanted.get(column), shown.get(column));
    cell.zip(old).is_some_and(|(cell, old)| !old.shows(cell, &Glyph::of(cell, wanted.len() - column)))
}
