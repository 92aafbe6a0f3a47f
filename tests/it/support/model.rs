//! A small model of a terminal: what bytes make it show.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar;

/// What stands where nobody has drawn anew after the size changed.
pub(crate) const RUBBISH: &str = "░";

/// How wide a terminal draws the characters that standards call ambiguous.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One column: most terminals.
    Narrow,
    /// Two columns: terminals set up for East Asian text.
    Wide,
    /// Two columns for punctuation and shapes, one for letters: `PuTTY` and its like.
    Mixed,
    /// Two columns, and where half a wide glyph is written over, the other half is rubbish: GNU
    /// screen on a terminal that it does not know well.
    Ragged,
}

/// What one column shows: a glyph that begins there, or nothing where the one to the left covers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    pub(crate) columns: usize,
    /// SGR 7.
    pub(crate) reversed: bool,
}

/// A terminal.
pub(crate) struct Model {
    parser: vte::Parser,
    pub(crate) screen: Screen,
}

/// What the terminal shows, and its modes.
#[expect(clippy::struct_excessive_bools, reason = "a terminal has so many switches")]
pub(crate) struct Screen {
    kind: Kind,
    width: usize,
    height: usize,
    /// Row by row; `None` where the glyph to the left covers a column.
    glyphs: Vec<Option<Glyph>>,
    usual: Vec<Option<Glyph>>,
    column: usize,
    row: usize,
    reversed: bool,
    saved: (usize, usize),
    /// The rows that scroll where that was said: the first, and one past the last (DECSTBM).
    region: Option<(usize, usize)>,
    pub(crate) alternate: bool,
    pub(crate) wraps: bool,
    pub(crate) pastes: bool,
    pub(crate) cursor_visible: bool,
    /// What the terminal answers to questions.
    pub(crate) answers: Vec<u8>,
    /// Sequences that this model does not know, and those that do harm.
    pub(crate) strange: Vec<String>,
}

impl Kind {
    fn columns(self, character: char) -> usize {
        let narrow = character.width().unwrap_or_default();
        let wide = character.width_cjk().unwrap_or_default();
        match self {
            // Fonts for East Asian text draw foreign letters as wide as the rest.
            Self::Wide | Self::Ragged if !character.is_ascii() && character.is_alphabetic() => 2,
            Self::Wide | Self::Ragged => wide,
            Self::Mixed if !character.is_alphabetic() => wide,
            _ => narrow,
        }
    }
}

impl Model {
    pub(crate) fn new(width: usize, height: usize, kind: Kind) -> Self {
        let screen = Screen {
            kind,
            width,
            height,
            glyphs: blanks(width * height),
            usual: blanks(width * height),
            column: 0,
            row: 0,
            reversed: false,
            saved: (0, 0),
            region: None,
            alternate: false,
            wraps: true,
            pastes: false,
            cursor_visible: true,
            answers: Vec::new(),
            strange: Vec::new(),
        };
        Self { parser: vte::Parser::new(), screen }
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        self.parser.advance(&mut self.screen, bytes);
    }
}

impl Screen {
    /// The glyph that begins in a column; `None` where one covers it.
    pub(crate) fn glyph(&self, column: usize, row: usize) -> Option<&Glyph> {
        self.glyphs[row * self.width + column].as_ref()
    }

    /// Column and row of the cursor.
    pub(crate) fn cursor(&self) -> (usize, usize) {
        (self.column, self.row)
    }

    /// Everything that is shown, a line for each row.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for row in self.glyphs.chunks(self.width) {
            let row: String = row.iter().flatten().map(|glyph| glyph.text.as_str()).collect();
            writeln!(text, "{}", row.trim_end()).unwrap();
        }
        text
    }

    /// Takes another size. What was shown may be anything afterwards: here it is [`RUBBISH`].
    pub(crate) fn resize(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        self.glyphs = vec![Some(glyph(RUBBISH, 1, false)); width * height];
        self.usual = self.glyphs.clone();
        self.region = None;
        self.column = self.column.min(width - 1);
        self.row = self.row.min(height - 1);
    }

    /// Puts a glyph; half a glyph that is left over becomes a blank.
    fn put(&mut self, new: Glyph) {
        let first = self.row * self.width + self.column;
        let last = first + new.columns - 1;
        for index in [first, last] {
            // The beginning of the glyph that covers this column.
            let begin = (0..=index).rev().find(|at| self.glyphs[*at].is_some()).unwrap();
            let columns = self.glyphs[begin].as_ref().unwrap().columns;
            if columns > 1 {
                let left = if self.kind == Kind::Ragged { RUBBISH } else { " " };
                self.glyphs[begin..begin + columns].fill(Some(glyph(left, 1, false)));
            }
        }
        self.glyphs[first..=last].fill(None);
        self.glyphs[first] = Some(new);
    }

    fn erase(&mut self, from: usize, to: usize) {
        for index in from..to {
            (self.row, self.column) = (index / self.width, index % self.width);
            self.put(glyph(" ", 1, false));
        }
    }

    fn region(&self) -> (usize, usize) {
        self.region.unwrap_or((0, self.height))
    }

    /// Moves the rows of the region up by one, or down.
    fn scroll(&mut self, up: bool) {
        let (top, bottom) = self.region();
        let rows = &mut self.glyphs[top * self.width..bottom * self.width];
        let free = if up {
            rows.rotate_left(self.width);
            rows.len() - self.width..rows.len()
        } else {
            rows.rotate_right(self.width);
            0..self.width
        };
        rows[free].clone_from_slice(&blanks(self.width));
    }

    fn go(&mut self, column: usize, row: usize) {
        self.column = column.min(self.width - 1);
        self.row = row.min(self.height - 1);
    }

    fn mode(&mut self, number: u16, on: bool) {
        match number {
            7 => self.wraps = on,
            25 => self.cursor_visible = on,
            2004 => self.pastes = on,
            2026 => {}
            1049 if on != self.alternate => {
                self.alternate = on;
                std::mem::swap(&mut self.glyphs, &mut self.usual);
                if on {
                    self.saved = (self.column, self.row);
                    self.glyphs = blanks(self.width * self.height);
                } else {
                    (self.column, self.row) = self.saved;
                }
            }
            1049 => self.strange.push("1049 twice".to_owned()),
            _ => self.strange.push(format!("mode {number}")),
        }
    }

    fn answer(&mut self, answer: &str) {
        self.answers.extend(answer.bytes());
    }
}

impl vte::Perform for Screen {
    fn print(&mut self, character: char) {
        let columns = self.kind.columns(character);
        if columns == 0 {
            let before = self.row * self.width + self.column.saturating_sub(1);
            let begin = (0..=before).rev().find(|at| self.glyphs[*at].is_some()).unwrap();
            self.glyphs[begin].as_mut().unwrap().text.push(character);
            return;
        }
        if self.column + columns > self.width {
            // Here a real terminal wraps, scrolls or swallows.
            self.strange.push(format!("{character:?} at the right margin"));
            return;
        }
        self.put(glyph(&character.to_string(), columns, self.reversed));
        // At the margin the cursor stays, as it does without wrapping.
        self.column = (self.column + columns).min(self.width - 1);
    }

    fn execute(&mut self, byte: u8) {
        match byte {
            b'\r' => self.column = 0,
            0x08 => self.column = self.column.saturating_sub(1),
            // The shell's own lines scroll; else only what is in a region may.
            b'\n' if self.row + 1 == self.region().1 => {
                if self.alternate && self.region.is_none() {
                    self.strange.push("the whole screen scrolls".to_owned());
                }
                self.scroll(true);
            }
            b'\n' if self.row + 1 < self.height => self.row += 1,
            0x07 => {}
            _ => self.strange.push(format!("control {byte:#04X}")),
        }
    }

    fn csi_dispatch(&mut self, params: &vte::Params, marks: &[u8], _: bool, action: char) {
        let numbers: Vec<u16> = params.iter().map(|param| param[0]).collect();
        let number = |index: usize| usize::from(numbers.get(index).copied().unwrap_or_default());
        let at = self.row * self.width + self.column;
        match (marks, action) {
            (b"", 'H') => self.go(number(1).max(1) - 1, number(0).max(1) - 1),
            (b"", 'G') => self.go(number(0).max(1) - 1, self.row),
            (b"", 'A') => self.go(self.column, self.row.saturating_sub(number(0).max(1))),
            (b"", 'B') => self.go(self.column, self.row + number(0).max(1)),
            (b"", 'C') => self.go(self.column + number(0).max(1), self.row),
            (b"", 'D') => self.go(self.column.saturating_sub(number(0).max(1)), self.row),
            (b"", 'K') if number(0) == 0 => {
                let (column, row) = self.cursor();
                self.erase(at, (row + 1) * self.width);
                self.go(column, row);
            }
            (b"", 'K') if number(0) == 2 => {
                let (column, row) = self.cursor();
                self.erase(row * self.width, (row + 1) * self.width);
                self.go(column, row);
            }
            (b"", 'X') => {
                let (column, row) = self.cursor();
                self.erase(at, (at + number(0).max(1)).min((row + 1) * self.width));
                self.go(column, row);
            }
            (b"", 'J') if number(0) == 2 => {
                let (column, row) = self.cursor();
                self.erase(0, self.width * self.height);
                self.go(column, row);
            }
            (b"", 'r') => {
                let (top, bottom) = (number(0).max(1) - 1, number(1));
                self.region = (bottom > 0).then_some((top, bottom));
                if self.region.is_some_and(|(top, bottom)| top + 2 > bottom || bottom > self.height) {
                    self.strange.push(format!("region {numbers:?}"));
                }
                self.go(0, 0);
            }
            (b"", 'm') => {
                for number in numbers {
                    match number {
                        0 | 27 => self.reversed = false,
                        7 => self.reversed = true,
                        _ => {}
                    }
                }
            }
            (b"", 'n') if number(0) == 6 => {
                let answer = format!("\x1b[{};{}R", self.row + 1, self.column + 1);
                self.answer(&answer);
            }
            (b"", 'c') => self.answer("\x1b[?62;22c"),
            (b"?", 'h') => numbers.iter().for_each(|number| self.mode(*number, true)),
            (b"?", 'l') => numbers.iter().for_each(|number| self.mode(*number, false)),
            _ => self.strange.push(format!("CSI {marks:?} {numbers:?} {action}")),
        }
    }

    fn esc_dispatch(&mut self, marks: &[u8], _: bool, byte: u8) {
        match (marks, byte) {
            (b"", b'7') => self.saved = (self.column, self.row),
            (b"", b'M') if self.row == self.region().0 => self.scroll(false),
            (b"", b'8') => (self.column, self.row) = self.saved,
            _ => self.strange.push(format!("ESC {marks:?} {byte:#04X}")),
        }
    }
}

fn blanks(count: usize) -> Vec<Option<Glyph>> {
    vec![Some(glyph(" ", 1, false)); count]
}

fn glyph(text: &str, columns: usize, reversed: bool) -> Glyph {
    Glyph { text: text.to_owned(), columns, reversed }
}
