//! What cells look like on the terminal: glyphs, pens, rows that look the same.

use std::hash::{Hash, Hasher};

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::terminal::colour;
use crate::terminal::scroll;

/// Modifiers that are seen on a blank.
pub(super) const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// What one column of the terminal shows.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// How many columns the glyph covers that begins here; 0 where the glyph to the left reaches
    /// over this column.
    pub(super) columns: u16,
    /// The glyph that begins here.
    pub(super) cell: Cell,
}

/// How glyphs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    pub(super) text: Color,
    pub(super) ground: Color,
    pub(super) modifier: Modifier,
}

impl Pen {
    pub(super) const PLAIN: Self =
        Self { text: Color::Reset, ground: Color::Reset, modifier: Modifier::empty() };

    /// The pen that is nearest to this one and leaves nothing to see where it erases.
    pub(super) fn erasing(self) -> Self {
        let leaves = self.ground != Color::Reset || self.modifier.intersects(SEEN_ON_BLANK);
        if leaves { Self::PLAIN } else { self }
    }

    /// What takes this pen from the hand that holds `held` (SGR): in steps, or from the plain pen.
    pub(super) fn taken_from(self, held: Self) -> String {
        if self == Self::PLAIN {
            return "\x1b[m".to_owned();
        }
        // A parameter that is left out is 0: the plain pen.
        let anew = format!("\x1b[;{}m", self.steps_from(Self::PLAIN));
        // To switch off one by one is longer, and not all terminals know all the numbers.
        if !self.modifier.contains(held.modifier) {
            return anew;
        }
        let on = format!("\x1b[{}m", self.steps_from(held));
        if on.len() <= anew.len() { on } else { anew }
    }

    /// The parameters that add what this pen has and the other has not.
    fn steps_from(self, held: Self) -> String {
        let mut numbers = String::new();
        colour::modifiers(&mut numbers, self.modifier - held.modifier);
        if self.text != held.text {
            colour::colour(&mut numbers, self.text, 30);
        }
        if self.ground != held.ground {
            colour::colour(&mut numbers, self.ground, 40);
        }
        numbers.split_off(usize::from(numbers.starts_with(';')))
    }
}

impl Shown {
    /// What an erased column shows.
    pub(super) const BLANK: Self = Self { columns: 1, cell: Cell::EMPTY };

    /// Whether what is shown is the glyph of a wanted cell.
    pub(super) fn shows(&self, cell: &Cell, glyph: &Glyph) -> bool {
        self.columns == glyph.columns && Look::of(&self.cell) == Look::of(cell)
    }
}

/// What is printed for a cell.
pub(super) struct Glyph<'cell> {
    pub(super) symbol: &'cell str,
    pub(super) columns: u16,
}

impl<'cell> Glyph<'cell> {
    /// The glyph of a cell that has so many columns up to the right margin. One that would stick
    /// out, and one that is none, leave a blank.
    pub(super) fn of(cell: &'cell Cell, room: usize) -> Self {
        let columns = cell.cell_width().max(1);
        match cell.symbol() {
            symbol if !symbol.is_empty() && usize::from(columns) <= room => Self { symbol, columns },
            _ => Self { symbol: " ", columns: 1 },
        }
    }

    /// Whether every terminal draws it in as many columns.
    pub(super) fn is_sure(&self) -> bool {
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

/// What is seen of a cell; the options for ratatui's own comparison do not matter.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Look<'cell> {
    pub(super) symbol: &'cell str,
    pen: Pen,
}

impl<'cell> Look<'cell> {
    pub(super) fn of(cell: &'cell Cell) -> Self {
        let Cell { fg: text, bg: ground, modifier, .. } = *cell;
        let symbol = cell.symbol();
        if symbol == " " && !modifier.intersects(SEEN_ON_BLANK) {
            return Self { symbol, pen: Pen { ground, ..Pen::PLAIN } };
        }
        Self { symbol, pen: Pen { text, ground, modifier } }
    }
}

/// A hash in a few steps a cell. That rows which differ may have the same hash does no harm: what a
/// moved row does not show rightly is written.
struct Fold(u64);

impl Fold {
    /// The hash of what was hashed before and one more glyph.
    fn of(before: u64, columns: u16, cell: &Cell) -> u64 {
        let mut hasher = Self(before);
        (columns, Look::of(cell)).hash(&mut hasher);
        hasher.finish()
    }
}

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u8(*byte);
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(byte.into());
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(number.into());
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.unsigned_abs() as u64);
    }

    fn write_u64(&mut self, number: u64) {
        // As FNV-1a does with bytes; the odd factor is that of the golden ratio.
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A wanted row for the search of rows that moved.
pub(super) fn row_of(cells: &[Cell]) -> scroll::Row {
    let mut row = scroll::Row::default();
    let mut column = 0;
    while let Some(cell) = cells.get(column) {
        let glyph = Glyph::of(cell, cells.len() - column);
        if let Some(piece) = row.get_mut(column * scroll::PIECES / cells.len()) {
            piece.hash = Fold::of(piece.hash, glyph.columns, cell);
            piece.bytes += if is_blank(cell) { 0 } else { glyph.symbol.len() };
        }
        column += usize::from(glyph.columns);
    }
    row
}

/// The bytes of a wanted row that need not be written where these glyphs are shown: of runs that are
/// the same in the same columns, less the move over each.
pub(super) fn kept_of(cells: &[Cell], shown: &[Shown]) -> usize {
    const MOVE: usize = 5;
    let (mut bytes, mut run, mut column) = (0, 0_usize, 0);
    while let (Some(cell), Some(old)) = (cells.get(column), shown.get(column)) {
        let glyph = Glyph::of(cell, cells.len() - column);
        if !old.shows(cell, &glyph) {
            bytes += run.saturating_sub(MOVE);
            run = 0;
        } else if !is_blank(cell) {
            run += glyph.symbol.len();
        }
        column += usize::from(glyph.columns);
    }
    // Nothing is to be moved to after the last run.
    bytes + run
}

/// The same hashes for a row that is shown.
pub(super) fn pieces_of(shown: &[Shown]) -> [u64; scroll::PIECES] {
    let mut hashes = [0; scroll::PIECES];
    for (column, shown_here) in shown.iter().enumerate().filter(|(_, shown)| shown.columns > 0) {
        if let Some(hash) = hashes.get_mut(column * scroll::PIECES / shown.len()) {
            *hash = Fold::of(*hash, shown_here.columns, &shown_here.cell);
        }
    }
    hashes
}

/// Whether a cell looks like an erased one.
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.intersects(SEEN_ON_BLANK)
}
