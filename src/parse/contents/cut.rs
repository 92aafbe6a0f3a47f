//! A line of the contents cut into its entries, and an entry into what it is printed with and its text.

use super::super::line::{after_bullet, is_blank};
use crate::numeral::{Marker, plain};

/// The number that an entry begins with.
pub(super) fn number(text: &str) -> Option<Marker> {
    Marker::at_start(text).filter(|marker| marker.kind.level().is_some())
}

/// An entry without bullet, number, leaders and page.
pub(super) fn entry_text(text: &str) -> &str {
    let text = after_bullet(text).unwrap_or(text);
    let text = number(text)
        .and_then(|marker| text.get(marker.bytes..))
        .map_or(text, |rest| rest.trim_start_matches(is_blank));
    linked(text).unwrap_or_else(|| without_page(text))
}

/// The words of an entry that is a link: [标题](#a).
fn linked(text: &str) -> Option<&str> {
    let (words, address) = text.strip_prefix('[')?.split_once("](")?;
    address.ends_with(')').then_some(words)
}

/// What leads from an entry to its page.
const LEADERS: &[char] = &['…', '‥', '·', '.', '-', '_', '﹒', '・'];

/// A character of a page: （1）, 〔1〕, 第3页.
fn is_page(c: char) -> bool {
    matches!(plain(c), '(' | ')' | '[' | ']' | '〔' | '〕' | '第' | '页' | 'P' | 'p')
        || plain(c).is_ascii_digit()
}

/// Whether a line is only the leaders and the page of the entry above.
pub(super) fn is_leaders(text: &str) -> bool {
    let page = text.trim_start_matches(is_leader);
    page.len() < text.len() && !page.is_empty() && page.chars().all(is_page)
}

/// An entry without leaders and page: ……（1）, a tab and 3.
pub(super) fn without_page(text: &str) -> &str {
    // Most lines end with a word.
    if !text.ends_with(|c| is_page(c) || is_leader(c) || is_numeral(c)) {
        return text;
    }
    let before = text.trim_end_matches(is_page);
    let page = text.get(before.len()..).unwrap_or_default();
    // A stroke leads to a page only between blanks: 纪实 / 2, but 2014/15.
    let behind_stroke = before
        .trim_end_matches(is_blank)
        .strip_suffix(['/', '／'])
        .filter(|led| !page.is_empty() && before.ends_with(is_blank) && led.ends_with(is_blank));
    if let Some(led) = behind_stroke {
        return led.trim_end_matches(is_blank);
    }
    let (led, leaders, gap) = leaders(before);
    let wide = gap.contains(['\t', '\u{3000}']) || gap.chars().count() >= 2;
    let numbered = page.chars().any(char::is_numeric);
    let bracketed = page.starts_with(['（', '(']) && page.ends_with(['）', ')']);
    if !led.is_empty() && (leaders >= 2 || numbered && (wide || leaders >= 1 || bracketed)) {
        return led;
    }
    // …………（三）: in Chinese numerals only behind leaders.
    let (led, leaders, _) = leaders_before_numeral(text);
    if !led.is_empty() && leaders >= 2 { led } else { text }
}

/// What stands before the leaders at the end of a text, how many there are, and the gap they fill.
fn leaders(text: &str) -> (&str, usize, &str) {
    let led = text.trim_end_matches(is_leader);
    let gap = text.get(led.len()..).unwrap_or_default();
    (led, gap.chars().filter(|c| LEADERS.contains(&plain(*c))).count(), gap)
}

/// As [`leaders`], before a page in Chinese numerals.
fn leaders_before_numeral(text: &str) -> (&str, usize, &str) {
    leaders(text.trim_end_matches(|c| is_page(c) || is_numeral(c)))
}

/// Whether the character leads to a page, or is a blank between those that do.
fn is_leader(c: char) -> bool {
    is_blank(c) || LEADERS.contains(&plain(c))
}

/// Whether the character is one of a page in Chinese numerals.
fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十百〇○零".contains(c)
}

/// The entries of a line, which may be set in columns: cut at a blank behind a page, and at a wide blank before a
/// bullet or a number.
pub(super) fn columns(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut blank) = (0, None);
    for (at, character) in text.char_indices() {
        if is_blank(character) {
            blank = blank.or(Some(at));
            continue;
        }
        let Some(end) = blank.take() else { continue };
        let (Some(left), Some(right)) = (text.get(start..end), text.get(at..)) else { continue };
        let wide = text.get(end..at).is_some_and(|gap| gap.contains(['\t', '\u{3000}']) || gap.len() >= 2);
        let paged = without_page(left).len() < left.len();
        let begins = after_bullet(right).is_some() || number(right).is_some();
        let is_entry =
            |text: &str| entry_text(text).chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count() >= 2;
        if wide && (paged || begins) && is_entry(left) && is_entry(right) {
            found.push(left);
            start = at;
        }
    }
    found.extend(text.get(start..));
    found
}

/// The parts of a text that begin with a bullet, or behind a blank with the number that follows.
pub(super) fn at_bullets(text: &str) -> Vec<&str> {
    let mut cuts: Vec<usize> = text
        .char_indices()
        .filter(|&(_, c)| matches!(c, '◆' | '●' | '▲' | '※' | '■' | '◇'))
        .map(|(at, _)| at)
        .collect();
    let mut expected = number(text).and_then(|first| Some((first.kind, first.ordinal? + 1)));
    for (at, _) in text.char_indices().filter(|&(_, c)| is_blank(c)) {
        let after = text.get(at..).unwrap_or_default().trim_start_matches(is_blank);
        let next = number(after).and_then(|next| Some((next.kind, next.ordinal?)));
        if let Some((kind, ordinal)) = next.filter(|_| next == expected) {
            cuts.push(text.len() - after.len());
            expected = Some((kind, ordinal + 1));
        }
    }
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| text.get(*pair.first()?..*pair.last()?))
        .map(|part| part.trim_matches(is_blank))
        .filter(|part| after_bullet(part).unwrap_or(part).chars().any(char::is_alphanumeric))
        .collect()
}
