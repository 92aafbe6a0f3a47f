//! Text as the screen takes it: one grapheme after the other, each with its columns and source.

use std::borrow::Cow;
use std::ops::Range;

use super::cluster::Clusters;
use super::columns::{Ambiguous, char_columns};
use super::standin::stand_in;

/// One grapheme to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// What to send: cleaned, without controls, never empty.
    pub symbol: Cow<'a, str>,
    /// The columns to lay it out in, 1 or 2.
    pub columns: u8,
    /// The bytes of the source text that it stands for. The ranges follow each other without a
    /// gap; glyphs that stand for one source character together, as (1) does for ①, share its
    /// range.
    pub bytes: Range<usize>,
}

impl Glyph<'_> {
    /// Whether nothing is to be seen of it.
    pub fn is_blank(&self) -> bool {
        // A blank carries no marks, so the first character tells.
        self.symbol.chars().next().is_some_and(char::is_whitespace)
    }
}

/// The glyphs of a text in one line; line breaks in it become blanks.
pub fn glyphs(text: &str, mode: Ambiguous) -> Glyphs<'_> {
    Glyphs { clusters: Clusters::new(text, mode), rest: "", bytes: 0..0, mode }
}

/// The iterator of [`glyphs`].
#[derive(Debug, Clone)]
pub struct Glyphs<'a> {
    clusters: Clusters<'a>,
    /// What is left of a stand-in of several characters.
    rest: &'static str,
    /// The source of that stand-in.
    bytes: Range<usize>,
    mode: Ambiguous,
}

impl<'a> Iterator for Glyphs<'a> {
    type Item = Glyph<'a>;

    fn next(&mut self) -> Option<Glyph<'a>> {
        if self.rest.is_empty() {
            let glyph = self.clusters.next()?;
            if self.mode != Ambiguous::Subst {
                return Some(glyph);
            }
            let Some(substitute) = stand_in(&glyph.symbol) else {
                return Some(glyph);
            };
            self.rest = substitute;
            self.bytes = glyph.bytes;
        }
        let c = self.rest.chars().next()?;
        let (symbol, rest) = self.rest.split_at_checked(c.len_utf8())?;
        self.rest = rest;
        Some(Glyph { symbol: Cow::Borrowed(symbol), columns: char_columns(c), bytes: self.bytes.clone() })
    }
}
