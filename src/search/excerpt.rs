//! The words around what was found.

use super::Hit;
use crate::bulletin::{Span, Text};

/// A piece of an excerpt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the bulletin's text; empty where something is left out.
    pub span: Span,
    /// Whether it was looked for.
    pub is_mark: bool,
}

impl Piece {
    /// Whether text is left out here.
    pub const fn is_gap(self) -> bool {
        self.span.is_empty()
    }
}

/// What was found with so many characters on either side, from left to right; a place that stands
/// alone has all that comes after it where `to_the_end` says so. Without marks the beginning of the
/// run, so many characters twice.
pub fn excerpt(text: &Text, hit: Hit<'_>, around: usize, to_the_end: bool) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(4 * hit.marks.len() + 2);
    let mut end = hit.span.start;
    for mark in hit.marks {
        let left = if end == hit.span.start { 0 } else { around };
        add_between(&mut pieces, text, Span { start: end, end: mark.span.start }, (left, around));
        if !mark.span.is_empty() {
            pieces.push(Piece { span: mark.span, is_mark: true });
        }
        end = mark.span.end;
    }
    let left = match hit.marks.len() {
        0 => around.saturating_mul(2),
        1 if to_the_end => usize::MAX,
        _ => around,
    };
    add_between(&mut pieces, text, Span { start: end, end: hit.span.end }, (left, 0));
    pieces
}

/// Adds the first and the last characters of what stands between two marks, and where some are left out.
fn add_between(pieces: &mut Vec<Piece>, text: &Text, between: Span, (first, last): (usize, usize)) {
    let Span { start, end } = between;
    let right = end - back(text.get(between), last);
    // What reaches the mark before goes on from there.
    let left = start + forward(text.get(Span { start, end: right }), first);
    let mut add = |start, end| pieces.push(Piece { span: Span { start, end }, is_mark: false });
    if start < left {
        add(start, left);
    }
    if left < right {
        add(left, left);
    }
    if right < end {
        add(right, end);
    }
}

/// The bytes of the last characters.
fn back(text: &str, characters: usize) -> u32 {
    let mut before = text.chars();
    _ = (0..characters).try_for_each(|_| before.next_back().map(drop));
    (text.len() - before.as_str().len()) as u32
}

/// The bytes of the first characters.
fn forward(text: &str, characters: usize) -> u32 {
    let mut behind = text.chars();
    _ = (0..characters).try_for_each(|_| behind.next().map(drop));
    (text.len() - behind.as_str().len()) as u32
}
