//! Lines for a terminal: cut and padded by columns.

use std::io::{self, Write};

use super::Look;
use crate::text::{self, Ambiguous};

/// What stands for the rest of a text that is cut. Three dots, since terminals disagree about the
/// width of `…`.
const ELLIPSIS: &str = "...";

/// A cell of exactly `columns`: cut, or filled with blanks.
pub(super) fn cell(text: &str, columns: usize, mode: Ambiguous) -> String {
    text::pad(&cut(text, columns, mode), columns, mode)
}

/// As much of a text as fits into `columns`.
pub(super) fn cut(text: &str, columns: usize, mode: Ambiguous) -> String {
    text::ellipsis(text, columns, ELLIPSIS, mode)
}

/// As much of the end of a text as fits into `columns`: of a path, the file's name.
pub(super) fn cut_front(text: &str, columns: usize, mode: Ambiguous) -> String {
    if text::width(text, mode) <= columns {
        return text.to_owned();
    }
    let mut room = columns.saturating_sub(ELLIPSIS.len());
    let glyphs: Vec<_> = text::glyphs(text, mode).collect();
    let from_end = glyphs.iter().rev().map_while(|glyph| {
        room = room.checked_sub(usize::from(glyph.columns))?;
        Some(&*glyph.symbol)
    });
    let kept: Vec<&str> = from_end.collect();
    ELLIPSIS.chars().take(columns).chain(kept.into_iter().rev().flat_map(str::chars)).collect()
}

/// Writes a line, cleaned, and cut to the terminal where there is one.
pub(super) fn write(out: &mut dyn Write, line: &str, look: Look) -> io::Result<()> {
    let line = text::clean(line.trim_end());
    match look.columns {
        Some(columns) => writeln!(out, "{}", cut(&line, usize::from(columns), look.mode)),
        None => writeln!(out, "{line}"),
    }
}
