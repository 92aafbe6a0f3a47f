//! A line that shows by eye whether a layout of ambiguous characters suits the terminal.

use std::fmt::Write;

use crate::text::{self, Ambiguous};

/// A text for a line of the usual screen from a column on, counted from 0. Every glyph is placed by
/// its column, so that a layout that does not suit leaves gaps or cuts signs.
pub fn ruler(sample: &str, mode: Ambiguous, column: usize) -> String {
    let mut line = String::new();
    let mut column = column + 1;
    for glyph in text::glyphs(sample, mode) {
        // Writing into a string cannot fail.
        let _ = write!(line, "\x1b[{column}G");
        if glyph.columns > 1 {
            let _ = write!(line, "  \x1b[{column}G");
        }
        line.push_str(&glyph.symbol);
        column += usize::from(glyph.columns);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_has_its_column() {
        assert_eq!(ruler("|“|", Ambiguous::Narrow, 2), "\x1b[3G|\x1b[4G“\x1b[5G|");
        assert_eq!(ruler("|“|", Ambiguous::Wide, 2), "\x1b[3G|\x1b[4G  \x1b[4G“\x1b[6G|");
    }
}
