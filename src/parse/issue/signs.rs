//! The characters that a stamp begins with, ends with and is made of: told first, since most texts have none.

use super::super::line::{is_blank, is_han};
use crate::numeral::{is_numeral, plain};

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

/// Whether a stamp can hold this character: a numeral, or what the signs and words read above are made of.
pub(super) fn can_hold(character: char) -> bool {
    let plain = plain(character);
    plain.is_ascii_digit()
        || is_blank(character)
        || is_numeral(character)
        || is_separator(plain)
        || matches!(
            plain,
            '(' | '['
                | '~'
                | '【'
                | '〔'
                | '〖'
                | '总'
                | '累'
                | '计'
                | '第'
                | '期'
                | '数'
                | '号'
                | '辑'
                | '刊'
                | '周'
                | '至'
                | '和'
                | '及'
                | '公'
                | '元'
                | '中'
                | '华'
                | '民'
                | '国'
                | '年'
                | '度'
                | '月'
                | '日'
                | '天'
                | '星'
                | '此'
                | '件'
                | '本'
                | '每'
                | '共'
                | '印'
                | '份'
                | '册'
                | '制'
                | '发'
                | '刷'
                | '送'
                | '了'
                | '编'
                | '合'
                | '出'
                | '版'
        )
}

/// Whether a stamp can begin with this character.
pub(super) fn can_begin(character: char) -> bool {
    matches!(
        plain(character),
        '0'..='9'
            | '第'
            | '-'
            | '·'
            | '★'
            | '☆'
            | '总'
            | '('
            | '['
            | '【'
            | '〔'
            | '〖'
            | '中'
            | '民'
            | '公'
            | '共'
            | '印'
            | '累'
            | '此'
            | '本'
            | '每'
            | '〇'
            | '○'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '廿'
            | '卅'
            | '百'
    )
}

/// Whether a stamp can end like this text: most texts do not, which spares reading them.
pub(super) fn can_end(text: &str) -> bool {
    let last = text.chars().next_back().map_or(' ', plain);
    last.is_ascii_digit()
        || matches!(
            last,
            '日' | '月'
                | '号'
                | '期'
                | '辑'
                | '刊'
                | '周'
                | '印'
                | '发'
                | '制'
                | '刷'
                | '送'
                | '份'
                | '册'
                | '本'
                | '版'
                | '年'
                | ')'
                | ']'
                | '】'
                | '〕'
                | '〗'
                | '.'
                | '。'
                | '-'
                | '*'
                | '★'
                | '☆'
                | '|'
                | '/'
                | '天'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '〇'
                | '○'
        )
}

/// Whether a stamp with a part that tells something can end like this text: what [`can_end`] asks, and more.
pub(in crate::parse) fn may_end(text: &str) -> bool {
    let is_between = |c| is_separator(c) || matches!(c, '(' | '[' | '【' | '〔' | '〖');
    let mut last = text.chars().next_back().unwrap_or(' ');
    if !is_han(last) {
        let inked = text.trim_end_matches(|c| is_between(plain(c)) || is_blank(c) || c == '_');
        last = inked.chars().next_back().unwrap_or(' ');
    }
    let last = plain(last);
    matches!(last, '年' | '度' | '月' | '日' | '号' | '期' | '辑' | '刊' | '周')
        || matches!(last, '印' | '发' | '制' | '刷' | '送' | '版' | '份' | '册' | '本' | '天')
        || last.is_ascii_digit()
        || is_numeral(last)
}
