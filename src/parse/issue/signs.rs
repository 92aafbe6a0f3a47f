//! The characters that a stamp begins with, ends with and is made of: told first, since most texts have none.

use super::super::line::is_blank;
use crate::numeral::{HanSet, is_numeral, plain};

/// Whether the character only sets the parts of a stamp apart.
pub(super) const fn is_separator(character: char) -> bool {
    matches!(
        character,
        ')' | ']'
            | '】'
            | '〕'
            | '〗'
            | ','
            | '、'
            | '·'
            | '|'
            | '/'
            | '-'
            | ':'
            | '☆'
            | '★'
            | '*'
            | '.'
            | '。'
            | '◆'
    )
}

/// Whether a stamp can hold this character: a numeral, or what the signs and words of a stamp are made of.
pub(super) fn can_hold(character: char) -> bool {
    static WORDS: HanSet =
        HanSet::of("总累计第期数号辑刊周至和及公元中华民国年度月日天星此件本每共印份册制发刷送了编合出版");
    let plain = plain(character);
    WORDS.contains(plain)
        || plain.is_ascii_digit()
        || is_blank(character)
        || is_numeral(character)
        || is_separator(plain)
        || matches!(plain, '(' | '[' | '~' | '【' | '〔' | '〖')
}

/// Whether a stamp can begin with this character.
pub(super) fn can_begin(character: char) -> bool {
    static WORDS: HanSet = HanSet::of("第总中民公共印累此本每一二三四五六七八九十廿卅百");
    let plain = plain(character);
    WORDS.contains(plain)
        || matches!(plain, '0'..='9' | '-' | '·' | '★' | '☆' | '(' | '[' | '【' | '〔' | '〖' | '〇' | '○')
}

/// Whether a stamp can end like this text: most texts do not, which spares reading them.
pub(super) fn can_end(text: &str) -> bool {
    static WORDS: HanSet = HanSet::of("日月号期辑刊周印发制刷送份册本版年天一二三四五六七八九十");
    let last = text.chars().next_back().map_or(' ', plain);
    WORDS.contains(last)
        || last.is_ascii_digit()
        || matches!(
            last,
            ')' | ']' | '】' | '〕' | '〗' | '.' | '。' | '-' | '*' | '★' | '☆' | '|' | '/' | '〇' | '○'
        )
}
