//! The contents of an issue: its label, its entries, and which titles they name.

mod cut;

use cut::{at_bullets, columns, entry_text, is_leaders, number, without_page};

use super::bare::{bare, first_letter, has_letter, letters};
use super::line::{Line, is_blank, is_han};
use crate::numeral::plain;

/// The labels of a table of contents.
const LABELS: &[&str] = &[
    "目录",
    "目次",
    "本期目录",
    "本期要目",
    "要目",
    "本期导读",
    "导读",
    "本期内容",
    "内容",
    "内容提要",
    "本期内容提要",
    "本期提要",
    "内容导读",
    "本期看点",
    "要目导读",
    "今日导读",
    "本期导引",
    "本期要点",
    "导读目录",
    "内容目录",
    "本期主要内容",
];

/// The contents with their lines.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The line after the last.
    pub end: usize,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// One entry.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Where it begins in the file, after bullet and number.
    pub start: usize,
    /// Where it ends, before leaders and page.
    pub end: usize,
    /// Its lines.
    pub lines: std::ops::Range<usize>,
    /// Letters and digits, without the column.
    pub key: String,
    /// Whether it is nothing but a column.
    pub is_column: bool,
    /// Letters and digits of the column it begins with; empty where it has none.
    pub column: String,
    /// The level of its number, where it has one.
    pub level: Option<u8>,
}

impl Entry {
    /// Takes its second line.
    fn go_on(&mut self, line: &Line<'_>, index: usize) {
        self.lines.end = index + 1;
        if !is_leaders(line.text) {
            // It is one, however wide its blanks.
            let text = entry_text(line.text);
            self.end = line.start + (text.as_ptr() as usize - line.text.as_ptr() as usize) + text.len();
            self.key.push_str(&letters(text));
        }
    }
}

/// What follows the label on its line, if the line is labelled as contents.
pub(super) fn label(text: &str) -> Option<&str> {
    const FRAME: &[char] = &[
        '【', '】', '[', ']', '〔', '〕', '《', '》', '<', '>', '≡', '★', '☆', '◆', '◇', '-', '=', '·', '*',
        '(', ')', '■', '●', '▲', '※', '〖', '〗', '「', '」', '~',
    ];
    let first = text.trim_start_matches(|c| is_blank(c) || FRAME.contains(&plain(c))).chars().next()?;
    if !matches!(plain(first), '目' | '本' | '要' | '导' | '内' | '今') {
        return None;
    }
    let (name, rest) = match text.char_indices().take(24).find(|&(_, c)| plain(c) == ':') {
        Some((at, colon)) => (text.get(..at)?, text.get(at + colon.len_utf8()..)?),
        None => (text, ""),
    };
    if name.len() > 90 {
        return None;
    }
    let name = bare(name);
    let name = name.trim_matches(FRAME);
    let rest = rest.trim_matches(|c| is_blank(c) || FRAME.contains(&plain(c)) && !is_entry_start(c));
    LABELS.contains(&name).then_some(rest)
}

const fn is_entry_start(character: char) -> bool {
    matches!(character, '【' | '〔' | '◆' | '◇' | '●' | '▲' | '※' | '★' | '■')
}

/// The name of a column, where the line is nothing else: 【典型经验】, ★简　讯★.
pub(super) fn column(text: &str) -> Option<&str> {
    const PAIRS: &[(char, char)] = &[
        ('【', '】'),
        ('〔', '〕'),
        ('〖', '〗'),
        ('［', '］'),
        ('[', ']'),
        ('≡', '≡'),
        ('〓', '〓'),
        ('★', '★'),
        ('☆', '☆'),
        ('◆', '◆'),
        ('■', '■'),
        ('●', '●'),
        ('◇', '◇'),
        ('▲', '▲'),
        ('※', '※'),
        ('「', '」'),
        ('『', '』'),
        ('-', '-'),
        ('—', '—'),
        ('=', '='),
        ('～', '～'),
        ('~', '~'),
        ('·', '·'),
    ];
    let first = text.chars().next().filter(|first| !is_han(*first))?;
    let (open, close) = *PAIRS.iter().find(|(open, _)| *open == first)?;
    if text.len() > 90 || !text.ends_with(close) {
        return None;
    }
    let inner = text.trim_start_matches(open).trim_end_matches(close);
    let inner = inner.trim_matches(|c| is_blank(c) || matches!(plain(c), '-' | '=' | '~' | '·'));
    let length = bare(inner).chars().count();
    let is_name = (1..=14).contains(&length)
        && has_letter(inner)
        && !inner.contains(['，', '。', '：', open, close])
        && !inner.starts_with(|c: char| c.is_numeric());
    (is_name && label(inner).is_none()).then_some(inner)
}

/// The column a text begins with, and what follows it: 【典型经验】标题.
pub(super) fn leading_column(text: &str) -> Option<(&str, &str)> {
    let close = match text.chars().next()? {
        '【' => '】',
        '〔' => '〕',
        '〖' => '〗',
        '[' => ']',
        '［' => '］',
        _ => return None,
    };
    let (at, _) = text.char_indices().take(16).find(|&(_, c)| c == close)?;
    let rest = text.get(at + close.len_utf8()..)?.trim_start_matches(is_blank);
    let whole = text.get(..at + close.len_utf8())?;
    column(whole).map(|name| (name, rest))
}

/// Reads the contents whose label stands on line `from`, or that begin there without a label.
pub(super) fn read(lines: &[Line<'_>], from: usize, rest: &str) -> Contents {
    let mut contents = Contents { end: from + 1, entries: Vec::new() };
    if let Some(line) = lines.get(from).filter(|_| !rest.is_empty()) {
        let start = line.end() - line.text.len() + (rest.as_ptr() as usize - line.text.as_ptr() as usize);
        for part in at_bullets(rest) {
            let at = start + (part.as_ptr() as usize - rest.as_ptr() as usize);
            contents.entries.push(entry(part, at, from));
        }
    }
    read_entries(lines, from + 1, &mut contents);
    contents
}

/// Reads contents without a label: two or more lines, each of which stands again further down as a title.
pub(super) fn read_unlabelled(lines: &[Line<'_>], from: usize) -> Contents {
    let again = |key: &str, from: usize| {
        let first = key.chars().next();
        let mut later = lines.iter().skip(from).filter(|line| line.is_short() && !line.is_prose());
        first.is_some() && later.any(|line| first_letter(line.text) == first && letters(line.text) == key)
    };
    let first = lines.get(from).filter(|line| line.is_short() && !line.is_prose());
    let mut contents = Contents { end: from, entries: Vec::new() };
    if !first.is_some_and(|line| again(&letters(entry_text(line.text)), from + 2)) {
        return contents;
    }
    read_entries(lines, from, &mut contents);
    let all = contents.entries.len() >= 2
        && contents
            .entries
            .iter()
            .take(50)
            .all(|entry| entry.key.len() >= 9 && again(&entry.key, contents.end));
    if all { contents } else { Contents::default() }
}

/// Reads entries from line `from` on, until the body begins.
fn read_entries(lines: &[Line<'_>], from: usize, contents: &mut Contents) {
    let mut style: Option<Style> = None;
    let mut before: Option<(u32, Style)> = None;
    let mut next_style: Option<Style> = None;
    for (index, line) in lines.iter().enumerate().skip(from) {
        if line.chars > 100 || line.text.ends_with('。') {
            break;
        }
        let here = next_style.unwrap_or_else(|| Style::of(line));
        let parts = columns(line.text);
        let mut entry = entry(parts.first().copied().unwrap_or(line.text), line.start, index);
        if begins_body(contents, &entry, line, style) {
            break;
        }
        // A short line without a page stands above entries that have theirs: it names their column.
        let under_column = before.is_some_and(|(chars, before)| chars <= 10 && !before.paged)
            && !line.gap
            && here.paged
            && !is_leaders(line.text)
            && style.is_some_and(|style| style.bullet && !here.bullet)
            && !bullets_are_paged(lines, from);
        if let Some(above) = contents.entries.last_mut().filter(|_| under_column) {
            above.is_column = true;
        }
        let fits = under_column || style.is_none_or(|style| style.is_like(here));
        let next = lines.get(index + 1);
        next_style = next.map(Style::of);
        let paged_next = next.filter(|_| next_style.is_some_and(|style| style.paged));
        let titled = paged_next.is_some_and(|next| begins_sub_title(here, next));
        let led = titled || next.is_some_and(|next| is_leaders(next.text));
        let next_fits = style.zip(next_style).is_some_and(|(style, next)| style.is_like(next));
        let names_column = !fits && !titled && !line.gap && line.chars <= 12 && next_fits;
        let under_name = contents.entries.last().is_some_and(|last| last.is_column);
        let continues = !line.gap
            && !under_name
            && style.is_some_and(|style| style.is_continued_by(here))
            && !under_column
            && before.is_some_and(|(chars, before)| !before.paged && (chars >= 18 || !names_column));
        let paged = style.is_some_and(|style| style.paged);
        // An entry without its page, which the next line has: its second line, or its sub-title.
        let opens = paged && paged_next.is_some_and(|next| !next.gap && !next.rule);
        if !(fits || continues || names_column || paged && led || opens) {
            break;
        }
        if let Some(last) = contents.entries.last_mut().filter(|_| continues && !led) {
            last.go_on(line, index);
        } else {
            entry.is_column |= names_column;
            contents.entries.push(entry);
            for part in parts.into_iter().skip(1) {
                let at = line.start + (part.as_ptr() as usize - line.text.as_ptr() as usize);
                contents.entries.push(self::entry(part, at, index));
            }
        }
        before = Some((line.chars, here));
        style = Some(style.map_or(here, |style| style.with(here)));
        contents.end = index + 1;
    }
    name_first_column(lines, style, contents);
}

/// Whether a line without a page goes on with its sub-title, which has it: 让建议……“办好” / ——……的实践 3.
fn begins_sub_title(above: Style, next: &Line<'_>) -> bool {
    !above.paged && !next.gap && next.text.starts_with("——")
}

/// Whether entries carry bullet and page: then a line without a bullet goes on the one above.
fn bullets_are_paged(lines: &[Line<'_>], from: usize) -> bool {
    let styles = lines.iter().skip(from).take(20).map(Style::of);
    styles.into_iter().any(|style| style.bullet && style.paged)
}

/// A first line without the bullet or number that all others have is a column.
fn name_first_column(lines: &[Line<'_>], style: Option<Style>, contents: &mut Contents) {
    let marked = style.is_some_and(|style| style.bullet || style.number);
    let more = contents.entries.len() > 1;
    if let Some(first) = contents.entries.first_mut().filter(|_| marked && more) {
        let own = lines.get(first.lines.start).map(Style::of).unwrap_or_default();
        first.is_column |= !own.bullet && !own.number && !own.columned && first.lines.len() == 1;
    }
}

/// Whether the line is no entry any more: an entry's title stands there again, or a column alone after
/// entries that carry theirs.
fn begins_body(contents: &Contents, entry: &Entry, line: &Line<'_>, style: Option<Style>) -> bool {
    if contents.entries.is_empty() {
        return false;
    }
    if line.rule {
        return true;
    }
    if entry.is_column {
        // Columns inside the contents come before the entries they hold.
        let begun = contents.entries.first().is_some_and(|first| first.is_column);
        let known = contents.entries.iter().any(|known| known.is_column && known.key == entry.key);
        return known || !begun || style.is_some_and(|style| style.columned);
    }
    let repeats = |known: &Entry| {
        !entry.key.is_empty()
            && (known.key == entry.key
                || entry.key.chars().count() >= 6 && known.key.starts_with(&entry.key) && line.gap)
    };
    contents.entries.iter().take(200).any(repeats)
}

/// How an entry is set.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, and they go together freely")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Style {
    bullet: bool,
    number: bool,
    paged: bool,
    columned: bool,
    column: bool,
    gap: bool,
}

impl Style {
    fn of(line: &Line<'_>) -> Self {
        let text = line.text;
        Self {
            bullet: line.is_bulleted(),
            number: line.marker().is_some_and(|marker| marker.kind.level().is_some()),
            paged: without_page(text).len() < text.len() || is_leaders(text),
            columned: leading_column(line.inner()).is_some_and(|(_, rest)| !rest.is_empty()),
            column: column(text).is_some(),
            gap: line.gap,
        }
    }

    /// Whether a line set like `other` can be an entry of such contents.
    fn is_like(self, other: Self) -> bool {
        let marked = (self.bullet && other.bullet)
            || (self.number && other.number)
            || (self.paged && other.paged)
            || other.column
            || (self.columned && other.columned);
        let bare = !(self.bullet || self.number || self.paged || self.columned);
        marked || bare && (!other.gap || self.gap)
    }

    /// Whether a line set like `other` can be the second line of an entry.
    fn is_continued_by(self, other: Self) -> bool {
        (self.bullet || self.number || self.paged || self.columned)
            && !(other.bullet || other.number || other.columned || other.column)
    }

    fn with(self, other: Self) -> Self {
        Self {
            bullet: self.bullet || other.bullet,
            number: self.number || other.number,
            paged: self.paged || other.paged,
            columned: self.columned || other.columned,
            column: other.column,
            gap: self.gap,
        }
    }
}

/// The entry that `text` prints.
fn entry(text: &str, at: usize, line: usize) -> Entry {
    let inner = if column(text).is_some() { text } else { entry_text(text) };
    let start = at + (inner.as_ptr() as usize - text.as_ptr() as usize);
    let (under, named) = leading_column(inner).filter(|(_, rest)| !rest.is_empty()).unwrap_or(("", inner));
    Entry {
        start,
        end: start + inner.len(),
        lines: line..line + 1,
        key: letters(named).into_owned(),
        is_column: column(inner).is_some(),
        column: letters(under).into_owned(),
        level: number(text).and_then(|marker| marker.kind.level()),
    }
}
