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
    let mut pieces = Vec::new();
    let mut end = hit.span.start;
    let mut add = |start: u32, end: u32, is_mark| {
        if start < end {
            pieces.push(Piece { span: Span { start, end }, is_mark });
        }
    };
    let gap = |at| Piece { span: Span { start: at, end: at }, is_mark: false };
    let mut gaps = Vec::new();
    for mark in hit.marks {
        let from = back(text.get(Span { start: end, end: mark.span.start }), around);
        let start = mark.span.start - from;
        // What reaches the mark before goes on from there.
        let left = forward(text.get(Span { start: end, end: start }), around);
        if end == hit.span.start || end + left < start {
            let left = if end == hit.span.start { 0 } else { left };
            add(end, end + left, false);
            if end + left < start {
                gaps.push(gap(end + left));
            }
        } else {
            add(end, start, false);
        }
        add(start, mark.span.start, false);
        add(mark.span.start, mark.span.end, true);
        end = mark.span.end;
    }
    let most = match hit.marks.len() {
        0 => around.saturating_mul(2),
        1 if to_the_end => usize::MAX,
        _ => around,
    };
    let left = forward(text.get(Span { start: end, end: hit.span.end }), most);
    add(end, end + left, false);
    if end + left < hit.span.end {
        gaps.push(gap(end + left));
    }
    pieces.extend(gaps);
    pieces.sort_by_key(|piece| (piece.span.start, piece.span.end));
    pieces
}

/// The bytes of the last characters.
fn back(text: &str, characters: usize) -> u32 {
    text.chars().rev().take(characters).map(|c| c.len_utf8() as u32).sum()
}

/// The bytes of the first characters.
fn forward(text: &str, characters: usize) -> u32 {
    text.chars().take(characters).map(|c| c.len_utf8() as u32).sum()
}
