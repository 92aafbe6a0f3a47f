//! Numbers of a word written otherwise: 13期 as 十三期, 二〇二二年 as 2022年, 1500 as 1,500.

use crate::numeral::{chinese, in_chinese};
use crate::text::fold;

/// The greatest number that is written otherwise.
const MOST: u64 = 99_999_999;

/// The word with all its numbers in other forms. One Chinese numeral alone may be no number (一是),
/// so it stays.
pub(super) fn otherwise(word: &str) -> Vec<String> {
    let folded: String = word.chars().filter_map(fold).collect();
    let runs = runs(&folded);
    if !runs.iter().any(|run| matches!(run, Run::Digits(_) | Run::Chinese(_))) {
        return Vec::new();
    }
    let forms: [fn(&Run<'_>) -> String; 3] = [digits, grouped, in_words];
    let mut others: Vec<String> = Vec::new();
    for form in forms {
        let other: String = runs.iter().map(form).collect();
        if other != folded && !others.contains(&other) {
            others.push(other);
        }
    }
    others
}

/// A part of a word.
enum Run<'a> {
    Digits(&'a str),
    Chinese(&'a str),
    Other(&'a str),
}

fn runs(word: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = word;
    let mut is_fraction = false;
    while let Some(first) = rest.chars().next() {
        let kind = kind_of(first);
        let end = rest.find(|c| kind_of(c) != kind).unwrap_or(rest.len());
        let (run, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let several = run.chars().nth(1).is_some();
        runs.push(match kind {
            // A point or a comma makes it another number.
            1 if !is_fraction && !behind.starts_with(['.', ',']) && value(run).is_some() => Run::Digits(run),
            2 if several && value(run).is_some() => Run::Chinese(run),
            _ => Run::Other(run),
        });
        is_fraction = run.ends_with(['.', ',']);
        rest = behind;
    }
    runs
}

/// 1 for digits with what may stand inside a number, 2 for Chinese numerals, 0 for others.
fn kind_of(c: char) -> u8 {
    match c {
        '0'..='9' => 1,
        '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' => {
            2
        }
        _ => 0,
    }
}

fn value(run: &str) -> Option<u64> {
    let value = if run.starts_with(|c: char| c.is_ascii_digit()) { run.parse().ok()? } else { chinese(run)? };
    (value <= MOST && !run.starts_with('0')).then_some(value)
}

/// 1500
fn digits(run: &Run<'_>) -> String {
    match run {
        Run::Chinese(written) => value(written).map_or(String::new(), |value| value.to_string()),
        Run::Digits(written) | Run::Other(written) => (*written).to_owned(),
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// 1,500; but not years
fn grouped(run: &Run<'_>) -> String {
    let plain = digits(run);
    if is_year(&plain) || plain.len() < 4 || matches!(run, Run::Other(_)) {
        return plain;
    }
    let mut grouped = String::new();
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// 一千五百; of years 二〇二二
fn in_words(run: &Run<'_>) -> String {
    let place =
        |digit: char| "〇一二三四五六七八九".chars().nth(digit.to_digit(10).unwrap_or_default() as usize);
    match run {
        Run::Other(written) => (*written).to_owned(),
        _ if is_year(&digits(run)) => digits(run).chars().filter_map(place).collect(),
        Run::Digits(written) | Run::Chinese(written) => value(written).map_or(String::new(), in_chinese),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_otherwise() {
        let check = |word: &str, expected: &str| assert_eq!(otherwise(word).join(" "), expected, "{word}");
        check("13期", "十三期");
        check("十三期", "13期");
        check("2022年", "二〇二二年");
        check("二○二二年", "2022年");
        check("1500万元", "1,500万元 一千五百万元");
        check("１５人", "十五人");
        check("一是", "");
        check("帮扶", "");
        check("g60", "g六十");
        check("1.5亿", "");
        check("007", "");
    }
}
