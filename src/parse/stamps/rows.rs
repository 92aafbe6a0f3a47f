//! The rows of a text that may hold a stamp: told fast, since most do not.

use memchr::{memchr_iter, memchr2};

use super::super::footer::is_distribution;
use super::super::issue::may_end;
use super::super::line::{has_stop, is_blank};
use crate::numeral::plain;

/// Characters of the longest line that mastheads have.
const LONGEST: usize = 60;

/// Bytes of a row that is looked at closely; a longer one may hold anything.
const CLOSE: usize = 1024;

/// Calls `take` with every row that may be a line with a stamp of a masthead or a closing block.
pub(super) fn each_row(text: &str, mut take: impl FnMut(&str)) {
    // Behind a line of receivers any line may be one of the closing block, up to a blank one.
    let mut closing = false;
    let mut each = |row: &str| {
        if may_be_line(row, &mut closing) {
            take(row);
        }
    };
    let all_simple = memchr2(b'\r', b'\x0c', text.as_bytes()).is_none();
    let mut at = 0;
    for end in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let row = text.get(at..end).unwrap_or_default();
        at = end + 1;
        if all_simple {
            each(row);
        } else {
            row.trim_end_matches('\r').split(['\r', '\x0c']).for_each(&mut each);
        }
    }
}

fn may_be_line(row: &str, closing: &mut bool) -> bool {
    let row = row.trim_end_matches(is_blank);
    let begun = begun(row);
    let Some(first) = begun.chars().next() else {
        *closing = *closing && !row.is_empty();
        return false;
    };
    if begins_receivers(first) && is_distribution(begun) {
        *closing = true;
        if row.trim_start_matches(is_blank) == begun {
            return false;
        }
    }
    let any_length = *closing || matches!(first, '（' | '(') && ends_bracket(begun);
    let is_long = begun.len() > 4 * LONGEST && begun.trim_end_matches(is_mark).len() > 4 * LONGEST;
    if is_long && !any_length {
        return false;
    }
    let is_line = any_length || !is_prose(begun.trim_end_matches(is_mark));
    is_line && (row.len() > CLOSE || may_end(row) || may_end_inside(begun))
}

/// Whether a stamp may end before a blank inside the row.
fn may_end_inside(row: &str) -> bool {
    let bytes = row.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        if is_han_lead(*first) {
            at += 3;
            continue;
        }
        if begins_blank(bytes, at) {
            let (before, rest) = row.split_at_checked(at).unwrap_or_default();
            if may_end(before) && ends_piece(rest) {
                return true;
            }
        }
        at += 1;
    }
    false
}

/// Whether a byte begins three of a Han character, or of another one that is no blank.
const fn is_han_lead(byte: u8) -> bool {
    matches!(byte, 0xe4..=0xe9)
}

/// Whether Markdown or a mail may put the character before a line or behind it.
const fn is_mark(c: char) -> bool {
    matches!(c, '>' | '#' | '*' | '_')
}

/// Whether a text is no line of a masthead: long, or with a full stop.
fn is_prose(text: &str) -> bool {
    text.ends_with('。') || text.len() > LONGEST && text.chars().count() > LONGEST || has_stop(text)
}

/// Whether a bracket closes at the end of a row.
fn ends_bracket(row: &str) -> bool {
    row.trim_end_matches(|c| is_blank(c) || is_mark(c)).ends_with(['）', ')'])
}

/// The row without blanks and marks before it.
fn begun(row: &str) -> &str {
    match row.as_bytes().first() {
        // Most begin with a Han character.
        Some(first) if is_han_lead(*first) => row,
        _ => row.trim_start_matches(|c| is_blank(c) || is_mark(c)),
    }
}

/// Whether what may be a blank begins at a byte, in UTF-8: told fast, since it is asked of many.
fn begins_blank(bytes: &[u8], at: usize) -> bool {
    let next = |by: usize| bytes.get(at + by).copied().unwrap_or_default();
    match bytes.get(at).copied().unwrap_or_default() {
        0..=0x20 | 0x7f => true,
        0xc2 => next(1) <= 0xa0,
        0xe1 => next(1) == 0x9a,
        0xe2 => matches!((next(1), next(2)), (0x80, 0x80..=0x8b | 0xa8 | 0xa9 | 0xaf) | (0x81, 0x9f)),
        0xe3 => (next(1), next(2)) == (0x80, 0x80),
        0xef => next(1) == 0xbb,
        _ => false,
    }
}

/// Whether a piece of a line, or what stands behind a label, ends before a text: at a wide blank, and at any
/// before another label.
fn ends_piece(rest: &str) -> bool {
    let after = rest.trim_start_matches(is_blank);
    let blank = rest.get(..rest.len() - after.len()).unwrap_or_default();
    let is_wide = blank.contains(['\t', '\u{3000}']) || blank.chars().nth(1).is_some();
    let mut label = after.chars().take(LABEL);
    is_wide || !blank.is_empty() && label.any(|c| matches!(plain(c), ':' | '|'))
}

/// Characters up to the colon of the longest label.
const LABEL: usize = 12;

/// Whether a label of receivers may begin so.
fn begins_receivers(first: char) -> bool {
    matches!(first, '报' | '報' | '呈' | '上' | '抄' | '送' | '主' | '分' | '印' | '发' | '發' | '已' | '下')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_blank_is_seen() {
        for c in (char::MIN..=char::MAX).filter(|&c| is_blank(c) && c != '\n' && c != '\r' && c != '\x0c') {
            assert!(begins_blank(c.to_string().as_bytes(), 0), "{c:?}");
            for row in [format!("第3期{c}{c}编"), format!("第3期{c}{c}a"), format!("第3期{c}日期：")]
            {
                assert!(may_end_inside(&row), "{row:?}");
            }
        }
        for row in ["第3期 编", "第三届\u{3000}会", "“第3”、·…—（3），！"] {
            assert!(!may_end_inside(row), "{row}");
        }
    }
}
