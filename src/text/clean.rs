//! Makes hostile and awkward text safe to send to a terminal.
//!
//! | in the file | on the screen |
//! | --- | --- |
//! | tab, line break (CR LF is one), form feed | one blank; who wants lines splits them first |
//! | other C0 controls, DEL | control pictures ␀ … ␡ |
//! | C1 controls, private use, noncharacters | ▯ |
//! | what [`is_dropped`] lists | nothing |
//! | all else | composed (NFC), at most four marks on a base; a mark without a base gets ◌ |

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::cluster::Clusters;
use super::columns::{Ambiguous, char_columns, plain};

/// Stands for a character that has no picture. Not □: that one is ambiguous, and bulletins print
/// it for what cannot be read.
pub(super) const BOX: char = '▯';

/// The base that a mark gets where it has none.
pub(super) const DOTTED_CIRCLE: char = '◌';

/// The text as it may be sent to a terminal: without controls, in one line. Borrowed where
/// nothing is to do. Cleaning twice is cleaning once.
pub fn clean(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut cleaned: Option<String> = None;
    for glyph in Clusters::new(text, Ambiguous::Narrow) {
        let source = text.get(glyph.bytes.clone()).unwrap_or_default();
        if cleaned.is_none() && source != glyph.symbol {
            cleaned = Some(text.get(..glyph.bytes.start).unwrap_or_default().to_owned());
        }
        if let Some(cleaned) = &mut cleaned {
            cleaned.push_str(&glyph.symbol);
        }
    }
    match cleaned {
        Some(cleaned) => Cow::Owned(cleaned),
        None if text.chars().next().is_some_and(is_dropped) => Cow::Borrowed(""),
        None => Cow::Borrowed(text),
    }
}

/// Whether cleaning leaves a text as it is, and every part of it.
pub fn is_plain(text: &str) -> bool {
    // Most texts have nothing else.
    is_usual(text) || text.chars().all(|c| plain(c, Ambiguous::Narrow).is_some())
}

/// Whether a text holds nothing but characters of every bulletin, all of them [`plain`], by their bytes
/// (RFC 3629). No byte waits for another: the processor takes sixteen at once.
pub(super) fn is_usual(text: &str) -> bool {
    let first = text.as_bytes();
    let behind = |count| first.get(count..).unwrap_or_default();
    let threes = first.iter().zip(behind(1)).zip(behind(2));
    let is_usual =
        threes.fold(true, |all, ((&first, &second), &third)| all & is_usual_at(first, second, third));
    // No character of three bytes begins with one of the last two.
    let last = behind(first.len().saturating_sub(2));
    is_usual && last.iter().all(|&byte| is_usual_at(byte, 0, 0))
}

/// Whether a usual character begins with the first of three bytes, or goes on with it.
const fn is_usual_at(first: u8, second: u8, third: u8) -> bool {
    // U+5000 to U+9FFF, U+4E00 to U+4FFF, U+3000 to U+3029, U+FF01 to U+FF3F, U+2010 to U+2027.
    matches!(first, b' '..=b'~' | 0x80..=0xbf | 0xe5..=0xe9)
        || first == 0xe4 && second >= 0xb8
        || first == 0xe3 && second == 0x80 && third <= 0xa9
        || first == 0xef && second == 0xbc && third >= 0x81
        || first == 0xe2 && second == 0x80 && matches!(third, 0x90..=0xa7)
}

/// Whether cleaning leaves a character out: it has no shape of its own, or hides or reorders
/// others. (Marks beyond the fourth on one base are left out too.)
pub fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{ad}' // soft hyphen
        | '\u{34f}' // combining grapheme joiner
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{17b4}' | '\u{17b5}' // Khmer inherent vowels
        | '\u{180b}'..='\u{180f}' // Mongolian selectors and vowel separator
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{feff}' // zero width, invisible operators
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // bidi
        | '\u{206a}'..='\u{206f}' // deprecated format characters
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' // variation selectors
        | '\u{fff0}'..='\u{fffb}' // unassigned ignorables, interlinear annotation
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' // shorthand, musical beams
        | '\u{1f3fb}'..='\u{1f3ff}' // skin tones
        | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}') // tags
}

/// Whether a character is a line break (UAX #14: BK, CR, LF, NL).
pub(super) const fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What a character that is not dropped is shown as, before its marks are looked at.
pub(super) const fn image(c: char) -> char {
    match c {
        '\t' => ' ',
        _ if is_line_break(c) => ' ',
        '\0'..='\x1f' => match char::from_u32(0x2400 + c as u32) {
            Some(picture) => picture,
            None => BOX,
        },
        '\x7f' => '␡',
        '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'.. => BOX,
        _ if c as u32 & 0xfffe == 0xfffe => BOX,
        _ => c,
    }
}

/// Whether a character is drawn on the one before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}') || is_combining_mark(c) || char_columns(c) == 0
}

/// Whether composing can join a character to the one before it.
pub(super) fn composes(c: char) -> bool {
    is_nfc_quick(std::iter::once(c)) == IsNormalized::Maybe
}
