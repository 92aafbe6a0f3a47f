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

/// Calls `add` with what was found and so many characters on either side, from left to right; a place that stands
/// alone has all that comes after it where `to_the_end` says so. Without marks the beginning of the run, so many
/// characters twice.
pub fn excerpt(text: &Text, hit: Hit<'_>, around: usize, to_the_end: bool, mut add: impl FnMut(Piece)) {
    let mut end = hit.span.start;
    for mark in hit.marks {
        let left = if end == hit.span.start { 0 } else { around };
        each_between(text, Span { start: end, end: mark.span.start }, (left, around), &mut add);
        if !mark.span.is_empty() {
            add(Piece { span: mark.span, is_mark: true });
        }
        end = mark.span.end;
    }
    let left = match hit.marks.len() {
        0 => around.saturating_mul(2),
        1 if to_the_end => usize::MAX,
        _ => around,
    };
    each_between(text, Span { start: end, end: hit.span.end }, (left, 0), &mut add);
}

/// The first and the last characters of what stands between two marks, and where some are left out.
fn each_between(text: &Text, between: Span, (first, last): (usize, usize), add: &mut impl FnMut(Piece)) {
    let Span { start, end } = between;
    let right = end - back(text.get(between), last);
    // What reaches the mark before goes on from there.
    let left = start + forward(text.get(Span { start, end: right }), first);
    let mut add = |start, end| add(Piece { span: Span { start, end }, is_mark: false });
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

/// The bytes of the last characters, told by the first byte of each (RFC 3629): nothing else of them is read.
fn back(text: &str, characters: usize) -> u32 {
    let mut before = text.as_bytes();
    for _ in 0..characters {
        before = match before {
            [rest @ .., 0xe0..=0xef, _, _]
            | [rest @ .., 0xc0..=0xdf, _]
            | [rest @ .., 0xf0..=0xff, _, _, _]
            | [rest @ .., _] => rest,
            [] => break,
        };
    }
    (text.len() - before.len()) as u32
}

/// The bytes of the first characters.
fn forward(text: &str, characters: usize) -> u32 {
    let mut behind = text.as_bytes();
    for _ in 0..characters {
        behind = match behind {
            [0xe0..=0xef, _, _, rest @ ..]
            | [0xc0..=0xdf, _, rest @ ..]
            | [0xf0..=0xff, _, _, _, rest @ ..]
            | [_, rest @ ..] => rest,
            [] => break,
        };
    }
    (text.len() - behind.len()) as u32
}
