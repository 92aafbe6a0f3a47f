//! Stand-ins of fixed width for characters whose width terminals disagree about.

/// What stands for an ambiguous cluster on a terminal of unknown width; `None` where the table
/// has nothing, or a mark hangs on the character.
///
/// Every character of a stand-in has the same width on every terminal. Those of `“”‘’—…·` have two
/// columns together, as the fast path of the layout assumes.
pub(super) fn stand_in(symbol: &str) -> Option<&'static str> {
    let mut chars = symbol.chars();
    let c = chars.next().filter(|c| !c.is_ascii())?;
    if chars.next().is_some() {
        return None;
    }
    if let Some(numbered) = NUMBERED.iter().find_map(|(first, signs)| sign(c, *first, signs)) {
        return Some(numbered);
    }
    let index = SINGLE.binary_search_by_key(&c, |(from, _)| *from).ok()?;
    SINGLE.get(index).map(|(_, to)| *to)
}

fn sign(c: char, first: char, signs: &[&'static str]) -> Option<&'static str> {
    let index = u32::from(c).checked_sub(u32::from(first))?;
    signs.get(index as usize).copied()
}

const BRACKETED: &[&str] = &[
    "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)",
    "(15)", "(16)", "(17)", "(18)", "(19)", "(20)",
];

const DOTTED: &[&str] = &[
    "1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "10.", "11.", "12.", "13.", "14.", "15.", "16.",
    "17.", "18.", "19.", "20.",
];

const ROMAN: &[&str] = &["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

const ROMAN_SMALL: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/// Series of signs: the first character, and the stand-ins in order.
const NUMBERED: &[(char, &[&str])] = &[
    ('①', BRACKETED),
    ('⑴', BRACKETED),
    ('⒈', DOTTED),
    ('Ⅰ', ROMAN),
    ('ⅰ', ROMAN_SMALL),
    ('❶', BRACKETED.split_at(10).0),
];

/// Single characters, in the order of their code points.
const SINGLE: &[(char, &str)] = &[
    ('®', "(R)"),
    ('±', "+-"),
    ('·', "・"),
    ('¼', "1/4"),
    ('½', "1/2"),
    ('¾', "3/4"),
    ('×', "x"),
    ('‐', "-"),
    ('–', "-"),
    ('—', "－"),
    ('―', "－"),
    ('‘', "＇"),
    ('’', "＇"),
    ('“', "＂"),
    ('”', "＂"),
    ('•', "・"),
    ('‥', ".."),
    ('…', ".."),
    ('‧', "・"),
    ('′', "'"),
    ('″', "\""),
    ('※', "＊"),
    ('№', "No."),
    ('™', "TM"),
    ('←', "<-"),
    ('↑', "^"),
    ('→', "->"),
    ('↓', "v"),
    ('⇒', "=>"),
    ('∕', "/"),
    ('∶', ":"),
    ('∼', "~"),
    ('≈', "~="),
    ('≠', "!="),
    ('≤', "<="),
    ('≥', ">="),
    ('─', "-"),
    ('━', "-"),
    ('│', "|"),
    ('┃', "|"),
    ('┌', "+"),
    ('┐', "+"),
    ('└', "+"),
    ('┘', "+"),
    ('├', "+"),
    ('┤', "+"),
    ('┬', "+"),
    ('┴', "+"),
    ('┼', "+"),
    ('═', "="),
    ('■', "▪"),
    ('□', "▫"),
    ('▲', "▴"),
    ('△', "▵"),
    ('▶', "▸"),
    ('▷', "▹"),
    ('▼', "▾"),
    ('▽', "▿"),
    ('◆', "＊"),
    ('◇', "◊"),
    // The numeral of 一九六○年.
    ('○', "〇"),
    ('◎', "◉"),
    ('●', "＊"),
    ('★', "＊"),
    ('☆', "＊"),
    ('\u{fffd}', "▯"),
];
