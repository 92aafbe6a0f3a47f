//! The glyphs of the chrome, in one table.

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
    /// A column that rows are sorted by, the least first.
    Ascending,
    /// A column that rows are sorted by, the greatest first.
    Descending,
}

/// Which glyphs the chrome is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Set {
    /// Lines and triangles.
    Drawn,
    /// What every terminal has.
    Ascii,
}

impl Set {
    /// Lines and triangles are ambiguous characters: they are drawn only where those take one
    /// column for sure, and where the terminal can show them.
    pub(super) const fn of(mode: Ambiguous, ascii: bool) -> Self {
        match (mode, ascii) {
            (Ambiguous::Narrow, false) => Self::Drawn,
            _ => Self::Ascii,
        }
    }
}

impl Chrome {
    /// The glyph of a set; one column wide, the ellipsis up to two.
    pub(super) const fn glyph(self, set: Set) -> &'static str {
        let (drawn, ascii) = match self {
            Self::Rule => ("│", "|"),
            Self::Bar => ("▌", ">"),
            Self::Folded => ("▸", "+"),
            Self::Unfolded => ("▾", "-"),
            Self::Ellipsis => ("…", ".."),
            Self::Step => ("›", ">"),
            Self::Horizontal => ("─", "-"),
            Self::Ascending => ("▴", "^"),
            Self::Descending => ("▾", "v"),
        };
        match set {
            Set::Drawn => drawn,
            Set::Ascii => ascii,
        }
    }
}
