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
        let list = list(block.role);
        if before.is_some_and(|before| before != list || list.is_none()) {
            writeln!(out)?;
        }
        before = Some(list);
        writeln!(out, "{}", written(block))?;
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum List {
    Card,
    Measures,
}

/// The list that a block is an item of. The contents are a list inside the card's.
const fn list(role: Role) -> Option<List> {
    match role {
        Role::Fact | Role::Entry => Some(List::Card),
        Role::Measure => Some(List::Measures),
        _ => None,
    }
}

fn written(block: &Block) -> String {
    let text = &block.text;
    match block.role {
        Role::Serial => format!("# {}", inline(text)),
        Role::Title => format!("## {}", inline(text)),
        Role::Heading(level) => {
            let signs = "#".repeat((usize::from(level) + 2).min(DEEPEST));
            format!("{signs} {}", inline(text))
        }
        Role::Note => format!("*{}*", inline(text.trim())),
        Role::Fact => format!("- {}", escaped(text)),
        Role::Entry => {
            let (number, entry) = split(text, end_of(block, Mark::Label));
            format!("  {number}{}", escaped(entry))
        }
        Role::Measure => match split(text, end_of(block, Mark::Headline)) {
            ("", text) => format!("- {}", escaped(text)),
            // Strong from the beginning of the line: signs between a letter and a quotation mark
            // would not be read as such.
            (headline, rest) => format!("- **{}**{}", inline(headline), inline(rest)),
        },
        Role::Body | Role::Problem | Role::Figure | Role::Blank => escaped(text),
    }
}

/// Where the part of a block that is picked out ends; 0 where there is none.
fn end_of(block: &Block, mark: Mark) -> usize {
    block.marks.iter().find(|(_, other)| *other == mark).map_or(0, |(range, _)| range.end)
}

fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or(("", text))
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
