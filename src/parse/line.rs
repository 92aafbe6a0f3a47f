//! The lines of a file, and what can be said of one without its neighbours.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr_iter, memchr2};

use crate::numeral::{Marker, plain};

/// A line that has a visible character.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, and they go together freely")]
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// The visible part: without blanks around it and without Markdown's marks.
    pub text: &'a str,
    /// Where `text` begins in the file, in bytes.
    pub start: usize,
    /// The line's number in the file, from 1.
    pub number: u32,
    /// Characters in `text`.
    pub chars: u32,
    /// Blank characters before it.
    pub lead: u32,
    /// Columns of those blanks, wide ones counted twice, a tab as four.
    pub indent: u32,
    /// Whether blank lines stand before it.
    pub gap: bool,
    /// Whether a page ends between the line before and this one.
    pub page: bool,
    /// Whether a drawn rule stands between the line before and this one.
    pub rule: bool,
    /// Whether Markdown marks it as a heading or bold as a whole.
    pub marked: bool,
    /// The depth of a Markdown heading; 0 where it is none.
    pub depth: u8,
    /// Whether it has a full stop.
    pub stop: bool,
    /// Bytes of the bullet it begins with, blanks behind it included; 0 where it has none.
    bullet: u32,
    /// The marker that it begins with, behind its bullet.
    inner_marker: Option<Marker>,
}

impl<'a> Line<'a> {
    /// One past the last byte of `text` in the file.
    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The width on paper: full-width characters count twice.
    pub(super) const fn columns(&self) -> u32 {
        // Full-width characters have three bytes, the others of these texts nearly always one.
        self.chars + (self.text.len() as u32 - self.chars) / 2
    }

    /// The last visible character.
    pub(super) fn last(&self) -> char {
        self.text.chars().next_back().unwrap_or(' ')
    }

    /// Whether it is short enough to be looked at closely.
    pub(super) const fn is_short(&self) -> bool {
        self.chars <= 80
    }

    /// Whether it reads as running text: long, or with a full stop.
    pub(super) const fn is_prose(&self) -> bool {
        self.chars > 60 || self.stop
    }

    /// Whether it begins with a bullet.
    pub(super) const fn is_bulleted(&self) -> bool {
        self.bullet > 0
    }

    /// The text behind its bullet.
    pub(super) fn inner(&self) -> &'a str {
        self.text.get(self.bullet as usize..).unwrap_or_default()
    }

    /// The marker that it begins with, behind its bullet.
    pub(super) const fn inner_marker(&self) -> Option<Marker> {
        self.inner_marker
    }

    /// The marker that it begins with.
    pub(super) const fn marker(&self) -> Option<Marker> {
        if self.is_bulleted() { None } else { self.inner_marker }
    }
}

/// The lines of a text that have a visible character.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::with_capacity(text.len() / 128 + 8);
    let (mut gap, mut page, mut at) = (false, false, 0);
    let all_simple = memchr2(b'\r', b'\x0c', text.as_bytes()).is_none();
    for (index, end) in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).enumerate() {
        let row = text.get(at..end).unwrap_or_default();
        if all_simple {
            match line(row, at) {
                Some(mut line) => {
                    line.number = index as u32 + 1;
                    line.gap = std::mem::take(&mut gap);
                    found.push(line);
                }
                None => gap = true,
            }
            at = end + 1;
            continue;
        }
        let simple = memchr2(b'\r', b'\x0c', row.trim_end_matches('\r').as_bytes()).is_none();
        let mut inside = at;
        for part in row.split(|c| !simple && matches!(c, '\r' | '\x0c')) {
            let fed = inside > at && text.get(..inside).is_some_and(|before| before.ends_with('\x0c'));
            page |= fed;
            match line(part, inside) {
                Some(mut line) => {
                    line.number = index as u32 + 1;
                    (line.gap, line.page) = (gap, page);
                    (gap, page) = (false, false);
                    found.push(line);
                }
                None => gap = true,
            }
            inside += part.len() + 1;
        }
        at = end + 1;
    }
    found
}

/// The visible part of a row that begins at byte `at`; `None` where it has none.
pub(super) fn line(row: &str, at: usize) -> Option<Line<'_>> {
    let unquoted = without_quotes(row);
    let begun = unquoted.trim_start_matches(is_blank);
    let blanks = unquoted.get(..unquoted.len() - begun.len())?;
    let whole = begun.trim_end_matches(is_blank);
    if whole.is_empty() {
        return None;
    }
    let (text, marked) =
        Some(without_marks(whole)).filter(|(text, _)| !text.is_empty()).unwrap_or((whole, false));
    let inner = after_bullet(text).unwrap_or(text);
    Some(Line {
        text,
        start: at + (text.as_ptr() as usize - row.as_ptr() as usize),
        number: 0,
        chars: text.chars().count() as u32,
        lead: blanks.chars().count() as u32,
        indent: blanks.chars().map(columns_of_blank).sum(),
        gap: false,
        page: false,
        rule: false,
        marked,
        depth: depth(whole),
        stop: has_stop(text),
        bullet: (text.len() - inner.len()) as u32,
        inner_marker: Marker::at_start(inner),
    })
}

/// A row without the `>` before it, by which a mail or Markdown quotes, as often as it is quoted.
fn without_quotes(row: &str) -> &str {
    let mut rest = row;
    if !row.starts_with([' ', '>']) {
        return row;
    }
    while let Some(quoted) = rest.trim_start_matches(' ').strip_prefix('>') {
        rest = quoted.strip_prefix(' ').unwrap_or(quoted);
    }
    rest
}

/// The depth of a Markdown heading.
fn depth(text: &str) -> u8 {
    let rest = text.trim_start_matches('#');
    if rest.len() < text.len() && rest.starts_with(is_blank) {
        (text.len() - rest.len()).min(7) as u8
    } else {
        0
    }
}

/// The text without Markdown's `#` and `**` around it, and whether it had them.
fn without_marks(text: &str) -> (&str, bool) {
    if !text.starts_with(['#', '*', '_']) {
        return (text, false);
    }
    let hashes = text.trim_start_matches('#');
    let depth = text.len() - hashes.len();
    let (mut text, mut marked) = (text, false);
    if (1..=6).contains(&depth) && hashes.starts_with(is_blank) {
        (text, marked) = (hashes.trim_matches(is_blank), true);
    }
    for mark in ["***", "**", "__", "*", "_"] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.contains(mark)) {
            // Emphasis is no heading, strong emphasis may be one.
            (text, marked) = (inner.trim_matches(is_blank), marked || mark.len() > 1);
        }
    }
    let opened =
        text.strip_prefix("**").or_else(|| text.strip_prefix("__").filter(|rest| rest.contains("__")));
    (opened.unwrap_or(text), marked)
}

/// The marks of Markdown's emphasis in a line: where they begin, and their bytes. A single `*` or `_` counts
/// in pairs only, each close to the text between them.
pub(super) fn emphasis(text: &str) -> Vec<(usize, usize)> {
    if memchr2(b'*', b'_', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize)> = text.match_indices("**").map(|(at, _)| (at, 2)).collect();
    for mark in ["__", "*", "_"].into_iter().filter(|mark| text.contains(mark)) {
        let mut open: Option<usize> = None;
        for (at, _) in text.match_indices(mark) {
            let (before, after) = (text.get(..at), text.get(at + mark.len()..));
            let (Some(before), Some(after)) = (before, after) else { continue };
            let outside =
                |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '*' && c != '_');
            let ink = |c: Option<char>| c.is_some_and(|c| !is_blank(c) && !matches!(c, '*' | '_'));
            let (last, next) = (before.chars().next_back(), after.chars().next());
            match open {
                Some(start) if ink(last) && outside(next) => {
                    found.extend([(start, mark.len()), (at, mark.len())]);
                    open = None;
                }
                _ if outside(last) && ink(next) => open = Some(at),
                _ => {}
            }
        }
    }
    found.sort_unstable();
    found
}

/// Whether the character leaves no ink: blanks, controls, marks of byte order and of zero width.
#[inline]
pub(super) const fn is_blank(character: char) -> bool {
    // White space and controls by their code points: the tables of Unicode cost far more, and this is asked of
    // every character many times.
    matches!(
        character,
        '\0'..=' '
            | '\u{7f}'..='\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200b}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{feff}'
    )
}

/// Whether it is one of the common Han characters: asked first, since it needs no table.
pub(super) const fn is_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
}

/// Whether a sentence ends in the text, or at its end.
pub(super) fn has_stop(text: &str) -> bool {
    static STOP: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("。"));
    text.ends_with('。') || STOP.find(text.as_bytes()).is_some()
}

const fn columns_of_blank(character: char) -> u32 {
    match character {
        '\u{3000}' => 2,
        '\t' => 4,
        '\u{feff}' | '\u{200b}' => 0,
        _ => 1,
    }
}

/// Whether the line is only drawn: ————, ====, ★★★★.
pub(super) fn is_rule(text: &str) -> bool {
    let is_ink = |c: char| {
        matches!(
            plain(c),
            '-' | '='
                | '_'
                | '~'
                | '*'
                | '·'
                | '.'
                | '…'
                | '﹡'
                | '﹉'..='﹏'
                | '═'
                | '＿'
                | '☆'
                | '★'
                | '◆'
                | '◇'
                | '※'
                | '■'
                | '□'
                | '●'
                | '○'
                | '▲'
                | '△'
                | '×'
                | '\u{2500}'..='\u{259f}'
        )
    };
    let mut count = 0;
    text.chars().all(|c| {
        count += usize::from(is_ink(c));
        is_ink(c) || is_blank(c)
    }) && count >= 3
}

/// The text after a bullet and its blanks; `None` where it begins with none.
pub(super) fn after_bullet(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let rest = characters.as_str();
    let sure = matches!(
        first,
        '◆' | '◇'
            | '▲'
            | '△'
            | '※'
            | '●'
            | '○'
            | '■'
            | '□'
            | '★'
            | '☆'
            | '▪'
            | '▶'
            | '►'
            | '▼'
            | '•'
            | '·'
            | '・'
            | '◎'
            | '⊙'
            | '➢'
            | '✦'
            | '✓'
            | '\u{f06c}'
            | '\u{f06e}'
            | '\u{f075}'
            | '\u{f0d8}'
    );
    let loose = matches!(first, '-' | '*' | '+' | '—' | '–') && rest.starts_with(is_blank);
    if !sure && !loose {
        return None;
    }
    let rest = rest.trim_start_matches(is_blank);
    // A row of bullets, or a bullet behind a dash (- ◆), is one bullet.
    Some(after_bullet(rest).unwrap_or(rest)).filter(|rest| !rest.is_empty())
}
