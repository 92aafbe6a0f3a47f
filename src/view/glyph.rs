//! The glyphs of the chrome, in one table. They are ASCII unless ambiguous characters are narrow.

use crate::text::Ambiguous;

/// A part of the screen that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chrome {
    /// Between two panes.
    Rule,
    /// In front of the lines of the part that is being read.
    Bar,
    /// A row whose children are hidden.
    Folded,
    /// A row whose children are shown.
    Unfolded,
    /// For what does not fit.
    Ellipsis,
    /// Between the steps of a breadcrumb.
    Step,
    /// A window's sides: top and bottom.
    Horizontal,
}

impl Chrome {
    /// The glyph in a mode; one column wide, the ellipsis up to two.
    pub(super) const fn glyph(self, mode: Ambiguous) -> &'static str {
        let (narrow, ascii) = match self {
            Self::Rule => ("│", "|"),
            Self::Bar => ("▌", "|"),
            Self::Folded => ("▸", "+"),
            Self::Unfolded => ("▾", "-"),
            Self::Ellipsis => ("…", ".."),
            Self::Step => ("›", ">"),
            Self::Horizontal => ("─", "-"),
        };
        match mode {
            Ambiguous::Narrow => narrow,
            _ => ascii,
        }
    }
}
