//! Sets a page into lines of a width.

use super::{Block, Mark, Page, Role};
use crate::text::{self, Ambiguous, Wrap};

/// One line as it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Index of the block.
    pub block: usize,
    /// First byte of the block's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Columns left free in front.
    pub indent: u16,
}

/// Columns left free in front of a row of figures.
const FIGURES: u16 = 6;

/// Sets a page into lines of `width` columns. An empty block gives an empty line, a row of figures one
/// line however long it is, and none where `figures` are not to be shown.
pub fn set(page: &Page, width: u16, mode: Ambiguous, figures: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, block) in page.blocks.iter().enumerate() {
        if block.role == Role::Figure {
            let row = Line { block: index, start: 0, end: block.text.len(), indent: FIGURES };
            lines.extend(figures.then_some(row));
            continue;
        }
        let (first, rest) = indents(block, width, mode);
        let options =
            Wrap { width: usize::from(width), first: usize::from(first), rest: usize::from(rest), mode };
        let before = lines.len();
        for range in text::wrap(&block.text, &options) {
            let indent = if lines.len() == before { first } else { rest };
            lines.push(Line { block: index, start: range.start, end: range.end, indent });
        }
        if lines.len() == before {
            lines.push(Line { block: index, start: 0, end: 0, indent: 0 });
        }
    }
    lines
}

/// The indents of the first and of the other lines, in columns. Narrow pages have none.
fn indents(block: &Block, width: u16, mode: Ambiguous) -> (u16, u16) {
    const NARROW: u16 = 24;
    if width < NARROW {
        return (0, 0);
    }
    let hang = |mark: Mark| {
        let marked = block.marks.iter().find(|(_, other)| *other == mark);
        let marked = marked.and_then(|(range, _)| block.text.get(range.clone())).unwrap_or_default();
        (text::width(marked, mode) as u16).min(width / 3)
    };
    match block.role {
        Role::Body => (4, 0),
        Role::Measure => (2, 2 + hang(Mark::Marker)),
        Role::Heading(level) => {
            let first = 2 * u16::from(level.saturating_sub(1)).min(3);
            (first, first + hang(Mark::Marker))
        }
        Role::Fact | Role::Problem => (0, hang(Mark::Label)),
        Role::Entry => (2, 2 + hang(Mark::Label)),
        Role::Serial | Role::Title | Role::Note | Role::Figure | Role::Blank => (0, 0),
    }
}
