//! A line that shows by eye whether a layout of ambiguous characters suits the terminal.

use std::fmt::Write;
use std::ops::Range;

use crate::text::{self, Ambiguous};

/// A text for a line of the usual screen in these columns, counted from 0, and a bar behind them.
///
/// Every glyph is placed by its column, so that a layout that does not suit leaves gaps or cuts signs.
/// Where a multiplexer draws narrower than the terminal around it, the bar is out of line.
pub fn ruler(sample: &str, mode: Ambiguous, columns: Range<usize>) -> String {
    let mut line = String::new();
    let mut column = columns.start + 1;
    for glyph in text::glyphs(sample, mode) {
        // Writing into a string cannot fail.
        let _ = write!(line, "\x1b[{column}G");
        if glyph.columns > 1 {
            let _ = write!(line, "  \x1b[{column}G");
        }
        line.push_str(&glyph.symbol);
        column += usize::from(glyph.columns);
    }
    // Written without a gap: a multiplexer would move over one to the right place.
    let rest = "-".repeat((columns.end + 1).saturating_sub(column));
    let _ = write!(line, "\x1b[{column}G{rest}|");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_has_its_column() {
        assert_eq!(ruler("|“|", Ambiguous::Narrow, 2..8), "\x1b[3G|\x1b[4G“\x1b[5G|\x1b[6G---|");
        assert_eq!(ruler("|“", Ambiguous::Wide, 2..8), "\x1b[3G|\x1b[4G  \x1b[4G“\x1b[6G---|");
    }
}
