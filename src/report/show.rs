//! The text of bulletins, set into lines.

use std::io::{self, Write};
use std::ops::Range;

use super::{Look, Part};
use crate::library::Library;
use crate::page::{self, Block, Line, Mark, Page, Role};
use crate::text;

/// The columns of a line where there is no terminal.
const USUAL: u16 = 80;

/// Narrower lines are not set, in columns.
const NARROWEST: u16 = 20;

/// Writes the text of every part that was asked for, with a rule between two of them; set to
/// `width` columns, without one to the terminal's or 80.
pub fn show(
    library: &Library,
    parts: &[Part],
    width: Option<u16>,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let width = width.or(look.columns).unwrap_or(USUAL).max(NARROWEST);
    for (index, (id, place)) in parts.iter().enumerate() {
        let Some(entry) = library.get(*id) else { continue };
        if index > 0 {
            writeln!(out, "\n{}\n", "-".repeat(usize::from(width)))?;
        }
        let page = Page::of_part(entry, place, look.lang);
        for line in page::set(&page, width, look.mode, false) {
            if let Some(block) = page.blocks.get(line.block) {
                write_line(out, block, line, look)?;
            }
        }
    }
    Ok(())
}

fn write_line(out: &mut dyn Write, block: &Block, line: Line, look: Look) -> io::Result<()> {
    let shown = block.text.get(line.start..line.end).unwrap_or_default().trim_end();
    let mut written = " ".repeat(if shown.is_empty() { 0 } else { usize::from(line.indent) });
    let mut current = Style::Plain;
    for glyph in text::glyphs(shown, look.mode) {
        let at = line.start + glyph.bytes.start;
        let style = if look.colour { style(block, at) } else { Style::Plain };
        if style != current {
            written.push_str(style.sequence());
            current = style;
        }
        written.push_str(&glyph.symbol);
    }
    if current != Style::Plain {
        written.push_str(Style::Plain.sequence());
    }
    writeln!(out, "{written}")
}

/// How a run of text looks on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Bold,
    Faint,
    Figure,
    Problem,
}

impl Style {
    /// Select Graphic Rendition (ECMA-48, 8.3.117), everything set anew.
    const fn sequence(self) -> &'static str {
        match self {
            Self::Plain => "\x1b[0m",
            Self::Bold => "\x1b[0;1m",
            Self::Faint => "\x1b[0;2m",
            Self::Figure => "\x1b[0;36m",
            Self::Problem => "\x1b[0;33m",
        }
    }
}

/// The style of the character at a byte of the block's text. A figure shows in titles too.
fn style(block: &Block, at: usize) -> Style {
    let covers = |range: &Range<usize>| range.contains(&at);
    let mark = block.marks.iter().rev().find(|(range, _)| covers(range)).map(|(_, mark)| *mark);
    match (mark, block.role) {
        (Some(Mark::Figure), _) => Style::Figure,
        (Some(Mark::Label), _) | (None, Role::Note) => Style::Faint,
        (Some(Mark::Marker | Mark::Headline), _) | (None, Role::Serial | Role::Title | Role::Heading(_)) => {
            Style::Bold
        }
        (None, Role::Problem) => Style::Problem,
        (None, Role::Fact | Role::Entry | Role::Body | Role::Measure | Role::Figure | Role::Blank) => {
            Style::Plain
        }
    }
}
