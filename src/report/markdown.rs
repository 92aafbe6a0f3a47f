//! A bulletin as Markdown (`CommonMark` 0.31).

use std::io::{self, Write};

use crate::library::Entry;
use crate::message::Lang;
use crate::page::{Block, Mark, Page, Role};
use crate::text::clean;

/// The deepest heading that Markdown has.
const DEEPEST: usize = 6;

/// Writes a bulletin in the order of its page: the masthead as a list, articles as `##`, sections
/// as `###` and deeper, measures as items. Problems are not part of it.
pub(super) fn bulletin(entry: &Entry, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut before = None;
    for block in &Page::of(entry, lang).blocks {
        if matches!(block.role, Role::Blank | Role::Problem) {
            continue;
        }
        // The items of one list stand together; everything else is parted by an empty line.
        if before.is_some_and(|before| before != block.role || !is_item(before)) {
            writeln!(out)?;
        }
        before = Some(block.role);
        writeln!(out, "{}", written(block))?;
    }
    Ok(())
}

const fn is_item(role: Role) -> bool {
    matches!(role, Role::Fact | Role::Entry | Role::Measure)
}

fn written(block: &Block) -> String {
    let text = marked(block);
    match block.role {
        Role::Serial => format!("# {text}"),
        Role::Title => format!("## {text}"),
        Role::Heading(level) => {
            let signs = "#".repeat((usize::from(level) + 2).min(DEEPEST));
            format!("{signs} {text}")
        }
        Role::Note => format!("*{text}*"),
        Role::Fact | Role::Measure | Role::Entry => format!("- {text}"),
        Role::Body | Role::Problem | Role::Blank => text,
    }
}

/// The text escaped, with labels and headlines strong.
fn marked(block: &Block) -> String {
    let strong = block.marks.iter().find(|(_, mark)| match block.role {
        Role::Fact => *mark == Mark::Label,
        Role::Measure => *mark == Mark::Headline,
        _ => false,
    });
    let range = strong.map_or(0..0, |(range, _)| range.clone());
    let piece = |from: usize, to: usize| block.text.get(from..to).unwrap_or_default();
    let (front, inside, rest) =
        (piece(0, range.start), piece(range.start, range.end), piece(range.end, block.text.len()));
    if inside.trim().is_empty() {
        return escaped(&block.text);
    }
    // Right after the closing signs a blank: without it 。**下 is not read as the end of strong text.
    let (strong, rest) = (inline(inside.trim()), inline(rest.trim_start()));
    format!("{}**{strong}** {rest}", escaped(front))
}

/// A text of one line in which nothing is a sign of Markdown.
fn escaped(text: &str) -> String {
    let line = inline(text);
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    match rest.chars().next() {
        Some('+' | '-' | '=') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if digits > 0 => format!("{number}\\{rest}"),
        _ => line.to_owned(),
    }
}

/// A text with what is a sign of Markdown anywhere in a line escaped.
fn inline(text: &str) -> String {
    let mut line = String::new();
    for c in clean(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}
