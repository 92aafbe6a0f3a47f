//! Cuts text into cleaned and measured grapheme clusters: what all of `text` reads.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation as _;

use super::clean::{DOTTED_CIRCLE, composes, image, is_dropped, is_mark};
use super::columns::{Ambiguous, char_columns, cluster_columns, is_ambiguous, plain};
use super::glyphs::Glyph;

/// The most marks that a base keeps.
const MARKS: usize = 4;

/// The most marks after a base that are looked at, before composing. Longer stacks are hostile;
/// the Stream-Safe Text Format (UAX #15) ends at 30.
const MARKS_READ: usize = 32;

/// The most bases that are cut into clusters at a time, which bounds the memory of the stream.
const RUN: usize = 32;

/// The clusters of a text, cleaned but not substituted; `columns` is that of the stand-in where
/// there is one.
///
/// A plain character ([`plain`]) followed by another is a cluster, and needs no table. All else
/// is read as a run: bases with their marks are cleaned one by one, then joined as UAX #29 says,
/// as long as they fit into two columns. So a plain character always begins a cluster.
#[derive(Debug, Clone)]
pub(super) struct Clusters<'a> {
    text: &'a str,
    mode: Ambiguous,
    /// Where the unread text begins.
    at: usize,
    /// Where the source of the next cluster begins; before `at` only for dropped characters at
    /// the beginning of the text.
    from: usize,
    /// The columns of the first unread character, where it is known to be plain.
    ahead: Option<u8>,
    /// Clusters of the run that was read last.
    ready: VecDeque<Glyph<'a>>,
}

/// A base with its marks: where it stands in a run's cleaned text, and in the source.
struct Piece {
    clean: Range<usize>,
    bytes: Range<usize>,
    columns: u8,
}

/// The cleaned text of a run, with its pieces.
#[derive(Default)]
struct Run {
    clean: String,
    pieces: Vec<Piece>,
}

impl<'a> Clusters<'a> {
    pub(super) const fn new(text: &'a str, mode: Ambiguous) -> Self {
        Self { text, mode, at: 0, from: 0, ahead: None, ready: VecDeque::new() }
    }

    /// The next cluster where it is a plain character.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "a glyph that is handed over in memory costs a fifth of the time of wrapping"
    )]
    fn next_plain(&mut self) -> Option<Glyph<'a>> {
        let rest = self.text.get(self.at..)?;
        let mut chars = rest.chars();
        let c = chars.next()?;
        let columns = match self.ahead {
            Some(columns) => columns,
            None => plain(c, self.mode)?,
        };
        self.ahead = None;
        if let Some(next) = chars.next() {
            self.ahead = Some(plain(next, self.mode)?);
        }
        let end = self.at + c.len_utf8();
        let glyph =
            Glyph { symbol: Cow::Borrowed(self.text.get(self.at..end)?), columns, bytes: self.from..end };
        self.at = end;
        self.from = end;
        Some(glyph)
    }

    /// The next cluster, whatever it is.
    #[cold]
    fn next_worked(&mut self) -> Option<Glyph<'a>> {
        while self.ready.is_empty() && self.at < self.text.len() {
            self.read_run();
            // Dropped characters at the beginning of the text make no cluster of their own.
            if self.ready.is_empty()
                && let Some(glyph) = self.next_plain()
            {
                return Some(glyph);
            }
        }
        self.ready.pop_front()
    }

    /// Reads the bases up to the next plain one and makes their clusters ready.
    fn read_run(&mut self) {
        let mut run = Run::default();
        self.ahead = None;
        for _ in 0..RUN {
            let raw = self.read_base();
            if !raw.is_empty() {
                run.lay(&raw, self.from..self.at);
                self.from = self.at;
            }
            let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
            if next.is_none_or(|next| plain(next, self.mode).is_some()) {
                break;
            }
        }
        run.join();
        for piece in run.pieces {
            let clean = run.clean.get(piece.clean).unwrap_or_default();
            let source = self.text.get(piece.bytes.clone()).unwrap_or_default();
            let symbol = match source.get(..clean.len()) {
                Some(same) if same == clean => Cow::Borrowed(same),
                _ => Cow::Owned(clean.to_owned()),
            };
            self.ready.push_back(Glyph {
                columns: cluster_columns(&symbol, self.mode),
                symbol,
                bytes: piece.bytes,
            });
        }
    }

    /// Reads one base with all that hangs on it, and returns what is not dropped.
    fn read_base(&mut self) -> String {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut raw = String::new();
        let mut last = None;
        let mut marks = 0;
        let mut end = rest.len();
        for (index, c) in rest.char_indices() {
            let dropped = is_dropped(c) || (last == Some('\r') && c == '\n');
            let mark = !dropped && (is_mark(c) || composes(c));
            // A blank carries no mark: it may be left out at the end of a line.
            let hangs = dropped || (mark && !raw.ends_with(char::is_whitespace));
            if index > 0 && !hangs {
                end = index;
                break;
            }
            marks += usize::from(mark);
            if !dropped && marks <= MARKS_READ {
                raw.push(image(c));
            }
            last = Some(c);
        }
        self.at += end;
        raw
    }
}

impl<'a> Iterator for Clusters<'a> {
    type Item = Glyph<'a>;

    #[inline]
    fn next(&mut self) -> Option<Glyph<'a>> {
        if self.ready.is_empty()
            && let Some(glyph) = self.next_plain()
        {
            return Some(glyph);
        }
        self.next_worked()
    }
}

impl Run {
    /// Adds one base with its marks, composed, as pieces of at most two columns.
    fn lay(&mut self, raw: &str, bytes: Range<usize>) {
        if is_nfc_quick(raw.chars()) == IsNormalized::Yes {
            self.lay_composed(raw.chars(), &bytes);
        } else {
            self.lay_composed(raw.nfc(), &bytes);
        }
    }

    fn lay_composed(&mut self, composed: impl Iterator<Item = char>, bytes: &Range<usize>) {
        let first = self.pieces.len();
        let mut marks = 0;
        for c in composed {
            let columns = char_columns(c);
            if is_mark(c) {
                let base = (self.pieces.len() > first).then(|| self.pieces.last_mut()).flatten();
                match base {
                    // Room is counted for the wide kind of terminal, so that cleaning is the
                    // same for all.
                    Some(piece) if piece.columns + columns <= 2 => {
                        marks += 1;
                        if marks <= MARKS {
                            self.clean.push(c);
                            piece.columns += columns;
                            piece.clean.end = self.clean.len();
                        }
                        continue;
                    }
                    _ => self.begin(DOTTED_CIRCLE, 1, bytes),
                }
                marks = 1;
                self.clean.push(c);
                if let Some(piece) = self.pieces.last_mut() {
                    piece.columns += columns;
                    piece.clean.end = self.clean.len();
                }
            } else {
                marks = 0;
                let columns = if is_ambiguous(c) { 2 } else { columns };
                self.begin(c, columns, bytes);
            }
        }
    }

    fn begin(&mut self, base: char, columns: u8, bytes: &Range<usize>) {
        let start = self.clean.len();
        self.clean.push(base);
        self.pieces.push(Piece { clean: start..self.clean.len(), bytes: bytes.clone(), columns });
    }

    /// Joins pieces that are one cluster by UAX #29 (flags, Indic conjuncts) and fit into two
    /// columns; wider ones are drawn apart by terminals.
    fn join(&mut self) {
        if self.pieces.len() < 2 {
            return;
        }
        let mut cuts = self.clean.grapheme_indices(true).map(|(at, _)| at).peekable();
        let mut joined: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces.drain(..) {
            while cuts.next_if(|&cut| cut < piece.clean.start).is_some() {}
            let cut = cuts.peek() == Some(&piece.clean.start);
            match joined.last_mut() {
                Some(last) if !cut && last.columns + piece.columns <= 2 => {
                    last.clean.end = piece.clean.end;
                    last.bytes.end = piece.bytes.end;
                    last.columns += piece.columns;
                }
                _ => joined.push(piece),
            }
        }
        self.pieces = joined;
    }
}
