//! The markers that open headings and measures: 一、 （一） 1. （1） ① 一是 第一， 首先， 一方面.

use super::chinese::is_numeral;
use super::{in_chinese, ordinal, plain};

/// What a heading or a measure opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// The way it is printed.
    pub kind: MarkerKind,
    /// The number it prints; `None` for 最后, which takes the number of its position.
    pub ordinal: Option<u32>,
    /// Its length in bytes, punctuation included.
    pub bytes: usize,
}

/// The way a marker is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkerKind {
    /// 一、
    Comma,
    /// （一） or ㈠
    Bracket,
    /// 1. or ⒈
    ArabicDot,
    /// 1、
    ArabicComma,
    /// （1）, 1） or ⑴
    ArabicBracket,
    /// ①
    Circled,
    /// 一是, 一要, 一靠, …: a number and a verb.
    Verb(char),
    /// 第一，
    Nth,
    /// 首先， 其次， 再次， 最后，
    Then,
    /// 其一，
    Among,
    /// 一方面， 另一方面，
    Side,
}

/// The verbs of 一是…二是….
const VERBS: &[char] = &['是', '要', '靠', '抓', '看', '则', '来'];

/// The words of 首先…其次…, with the number each stands for.
const THEN: &[(&str, Option<u32>)] =
    &[("首先", Some(1)), ("其次", Some(2)), ("再次", Some(3)), ("再者", Some(3)), ("最后", None)];

/// The words of 一方面…另一方面….
const SIDES: &[(&str, u32)] = &[("一方面", 1), ("另一方面", 2), ("另外一方面", 2), ("再一方面", 3)];

/// Numbers printed in one character: the first of the row, how many there are, the kind.
const SINGLE: &[(char, u32, MarkerKind)] = &[
    ('①', 20, MarkerKind::Circled),
    ('⑴', 20, MarkerKind::ArabicBracket),
    ('⒈', 20, MarkerKind::ArabicDot),
    ('㈠', 10, MarkerKind::Bracket),
    ('❶', 10, MarkerKind::Circled),
];

impl MarkerKind {
    /// The level of a section with this marker: 一、 1, （一） 2, 1. 3, （1） 4, ① 5; `None` for the
    /// markers that open measures only.
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::Comma => Some(1),
            Self::Bracket => Some(2),
            Self::ArabicDot | Self::ArabicComma => Some(3),
            Self::ArabicBracket => Some(4),
            Self::Circled => Some(5),
            Self::Verb(_) | Self::Nth | Self::Then | Self::Among | Self::Side => None,
        }
    }

    /// The marker of an ordinal in its usual print: （三）, 三是.
    pub fn print(self, ordinal: u32) -> String {
        let chinese = || in_chinese(u64::from(ordinal));
        match self {
            Self::Comma => format!("{}、", chinese()),
            Self::Bracket => format!("（{}）", chinese()),
            Self::ArabicDot => format!("{ordinal}."),
            Self::ArabicComma => format!("{ordinal}、"),
            Self::ArabicBracket => format!("（{ordinal}）"),
            Self::Circled => match ordinal {
                1..=20 => char::from_u32('①' as u32 + ordinal - 1).map(String::from),
                _ => None,
            }
            .unwrap_or_else(|| format!("（{ordinal}）")),
            Self::Verb(verb) => format!("{}{verb}", chinese()),
            Self::Nth => format!("第{}，", chinese()),
            Self::Among => format!("其{}，", chinese()),
            Self::Then => match THEN.iter().find(|row| row.1 == Some(ordinal)) {
                Some((word, _)) => format!("{word}，"),
                None => format!("第{}，", chinese()),
            },
            Self::Side => match SIDES.iter().find(|row| row.1 == ordinal) {
                Some((word, _)) => format!("{word}，"),
                None => format!("第{}，", chinese()),
            },
        }
    }
}

impl Marker {
    /// The marker that `text` begins with.
    ///
    /// What only looks like one is none: 1.5, 1、2月, 一、二产业, 一是一, 第一类, 首先是. Whether it stands
    /// where a sentence begins is for the caller to see (之一是, 唯一是).
    pub fn at_start(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        match first {
            '第' => nth(text, '第', Self::nth_kind),
            '其' => nth(text, '其', |_| MarkerKind::Among).or_else(|| then(text)),
            '首' | '再' | '最' | '另' => then(text).or_else(|| side(text)),
            '（' | '(' => bracketed(text),
            '一' => han(text).or_else(|| side(text)),
            _ if is_numeral(first) => han(text),
            '\u{4e00}'..='\u{9fff}' => None,
            _ if plain(first).is_ascii_digit() => arabic(text),
            _ => single(text, first),
        }
    }

    fn nth_kind(_: u32) -> MarkerKind {
        MarkerKind::Nth
    }
}

/// 一、 or 一是.
fn han(text: &str) -> Option<Marker> {
    let digits = leading(text, is_numeral);
    let rest = text.get(digits.len()..)?;
    let mut characters = rest.trim_start_matches(' ').chars();
    let mark = characters.next()?;
    if !(matches!(mark, '、' | '．' | '.' | '﹑') || VERBS.contains(&plain(mark))) {
        return None;
    }
    let number = short_ordinal(digits)?;
    let after = characters.as_str();
    let kind = match mark {
        '、' | '．' | '.' | '﹑' if !goes_on(after, number) => MarkerKind::Comma,
        _ if rest.starts_with(mark) && VERBS.contains(&plain(mark)) && !is_said_again(after, digits) => {
            MarkerKind::Verb(plain(mark))
        }
        _ => return None,
    };
    let after = match kind {
        MarkerKind::Verb(_) => after.strip_prefix(['，', '：', '、', ',', ':']).unwrap_or(after),
        _ => after,
    };
    Some(Marker::new(kind, number, text, after))
}

/// 第一， 第一、 第一是; 其一， 其一是.
fn nth(text: &str, prefix: char, kind: impl Fn(u32) -> MarkerKind) -> Option<Marker> {
    let rest = text.strip_prefix(prefix)?;
    let digits = leading(rest, is_numeral);
    let number = short_ordinal(digits)?;
    let after = rest.get(digits.len()..)?.strip_prefix(['，', '、', '：', ',', ':', '是'])?;
    // 第一、第二产业: a list, no marker.
    let listed = after.starts_with(prefix) || (number == 1 && after.starts_with('二'));
    (!listed).then(|| Marker::new(kind(number), number, text, after))
}

/// 首先， 其次， 再次， 最后，
fn then(text: &str) -> Option<Marker> {
    THEN.iter().find_map(|&(word, ordinal)| {
        let after = after_word(text, word)?.strip_prefix(['，', '、', '：', ',', ':'])?;
        Some(Marker { kind: MarkerKind::Then, ordinal, bytes: text.len() - after.len() })
    })
}

/// 一方面 and 另一方面, with or without a comma.
fn side(text: &str) -> Option<Marker> {
    SIDES.iter().find_map(|&(word, number)| {
        let after = after_word(text, word)?;
        let after = after.strip_prefix(['，', '：', ',', ':', '是']).unwrap_or(after);
        Some(Marker::new(MarkerKind::Side, number, text, after))
    })
}

/// （一） or （1）.
fn bracketed(text: &str) -> Option<Marker> {
    let rest = text.strip_prefix(['（', '('])?.trim_start_matches(' ');
    let digits = match leading(rest, |character| plain(character).is_ascii_digit()) {
        "" => leading(rest, is_numeral),
        arabic => arabic,
    };
    let number = short_ordinal(digits)?;
    let after = rest.get(digits.len()..)?.trim_start_matches(' ').strip_prefix(['）', ')'])?;
    let after = after.strip_prefix('、').unwrap_or(after);
    let arabic = digits.starts_with(|character| plain(character).is_ascii_digit());
    let kind = if arabic { MarkerKind::ArabicBracket } else { MarkerKind::Bracket };
    Some(Marker::new(kind, number, text, after))
}

/// 1. 1． 1、 1）
fn arabic(text: &str) -> Option<Marker> {
    let digits = leading(text, |character| plain(character).is_ascii_digit());
    let mut characters = text.get(digits.len()..)?.trim_start_matches(' ').chars();
    let mark = plain(characters.next()?);
    let kind = match mark {
        '.' => MarkerKind::ArabicDot,
        '、' => MarkerKind::ArabicComma,
        ')' => MarkerKind::ArabicBracket,
        _ => return None,
    };
    let number = short_ordinal(digits)?;
    let after = characters.as_str();
    let next = leading(after, |character| plain(character).is_ascii_digit());
    let behind = after.get(next.len()..)?;
    // A list goes up, and not to the number of a year: 1、1-5月 and 2、2023年 begin something; so does 1.3月5日,
    // since nobody counts parts of a month.
    let is_own = match mark {
        '、' => ordinal(next).is_some_and(|next| next <= number) || behind.starts_with('年'),
        _ => behind.starts_with(['月', '年']),
    };
    (next.is_empty() || is_own).then(|| Marker::new(kind, number, text, after))
}

/// ① ⑴ ⒈ ㈠
fn single(text: &str, first: char) -> Option<Marker> {
    let after = text.get(first.len_utf8()..)?;
    SINGLE.iter().find_map(|&(one, count, kind)| {
        let number = (first as u32).checked_sub(one as u32).filter(|step| *step < count)? + 1;
        let after = after.strip_prefix('、').unwrap_or(after);
        Some(Marker::new(kind, number, text, after))
    })
}

impl Marker {
    fn new(kind: MarkerKind, ordinal: u32, text: &str, after: &str) -> Self {
        Self { kind, ordinal: Some(ordinal), bytes: text.len() - after.len() }
    }
}

/// 一是一，二是二: the number is said again, and that is all. 一是一张清单管事项 goes on.
fn is_said_again(after: &str, digits: &str) -> bool {
    after.strip_prefix(digits).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(['、', '，', '。', '；', '！', '？', '”', '’', ',', ';', '.'])
    })
}

/// 一、二产业; 一、二月份; 一、二、三: the number after the comma goes on the list.
fn goes_on(after: &str, number: u32) -> bool {
    if !after.starts_with(is_numeral) {
        return false;
    }
    let next = in_chinese(u64::from(number) + 1);
    after.strip_prefix(next.as_str()).is_some_and(|rest| {
        const COUNTED: &[char] = &[
            '、', '季', '产', '產', '级', '級', '线', '線', '期', '类', '類', '月', '年', '号', '號', '班',
            '组', '組',
        ];
        rest.starts_with(COUNTED)
    })
}

/// What stands after a word whose characters are compared in their plain form.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut characters = text.chars();
    word.chars().all(|wanted| characters.next().map(plain) == Some(wanted)).then_some(characters.as_str())
}

/// The longest start of `text` made of such characters.
fn leading(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    let end = text.find(|character| !is_part(character)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// An ordinal of a list: 1 to 199, at most four characters.
fn short_ordinal(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 12 {
        return None;
    }
    ordinal(digits).filter(|number| (1..200).contains(number))
}
