//! Fits text into a number of columns: cut, shortened with an ellipsis, padded.

use super::columns::Ambiguous;
use super::glyphs::{Glyph, glyphs};

/// The glyphs from the beginning that fit into `columns`, and the columns that they take. A wide
/// character at the edge is left out whole, so one column may stay free.
pub fn clip(text: &str, columns: usize, mode: Ambiguous) -> (Vec<Glyph<'_>>, usize) {
    let mut fitting = Vec::new();
    let mut used = 0;
    for glyph in glyphs(text, mode) {
        let next = used + usize::from(glyph.columns);
        if next > columns {
            break;
        }
        used = next;
        fitting.push(glyph);
    }
    (fitting, used)
}

/// The text cleaned and, where it is wider than `columns`, shortened at its end, with `mark` in
/// place of what is missing. The mark is cut too where it is wider than `columns`.
pub fn ellipsis(text: &str, columns: usize, mark: &str, mode: Ambiguous) -> String {
    let (mut kept, mut used) = clip(text, columns, mode);
    if glyphs(text, mode).nth(kept.len()).is_none() {
        return joined(&kept);
    }
    let (mark, mark_columns) = clip(mark, columns, mode);
    while used + mark_columns > columns {
        let Some(glyph) = kept.pop() else { break };
        used -= usize::from(glyph.columns);
    }
    joined(&kept) + &joined(&mark)
}

/// The text cleaned, cut where it is wider than `columns`, and filled with blanks to exactly
/// `columns`.
pub fn pad(text: &str, columns: usize, mode: Ambiguous) -> String {
    let (fitting, used) = clip(text, columns, mode);
    let mut padded = joined(&fitting);
    padded.extend(std::iter::repeat_n(' ', columns - used));
    padded
}

fn joined(glyphs: &[Glyph<'_>]) -> String {
    glyphs.iter().map(|glyph| glyph.symbol.as_ref()).collect()
}
