//! Dates and times in a paragraph, which are numbers but no figures.

use super::words::{any_at, any_ending};
use crate::numeral::number;

/// The length of the date or time that stands at `at`, if one does.
pub(super) fn at(chars: &[char], at: usize) -> Option<usize> {
    let rest = chars.get(at..)?;
    let first = rest.first()?;
    if first.is_ascii_digit() {
        let length = numeric(rest).or_else(|| clock(rest)).or_else(|| written(rest, arabic))?;
        return Some(length);
    }
    if !number::is_numeral(*first) {
        return None;
    }
    written(rest, chinese).or_else(|| span_of_time(chars, at))
}

/// Whether the 年, 月, 天 behind a number make a time of it (近三年, 五年内) and no quantity.
pub(super) fn is_when(before: &[char], after: &[char], unit: &str) -> bool {
    let near = any_ending(
        before,
        &["近", "过去", "未来", "今后", "最近", "头", "这", "此后", "往后", "下一个", "近期"],
    );
    let inside = any_at(
        after,
        &[
            "来",
            "间",
            "以来",
            "前",
            "后",
            "之后",
            "之前",
            "以后",
            "期间",
            "行动",
            "攻坚",
            "规划",
            "任期",
            "大会战",
            "中",
        ],
    );
    let within = unit == "年" && any_at(after, &["内", "之内", "以内", "计划", "期", "制", "翻"]).is_some();
    near.is_some() || inside.is_some() || within
}

/// A number of a date, and its length.
type Read = fn(&[char]) -> Option<(u32, usize)>;

/// At most four Arabic digits.
fn arabic(rest: &[char]) -> Option<(u32, usize)> {
    let digits = rest.iter().take(5).take_while(|c| c.is_ascii_digit());
    let digits: Vec<u32> = digits.filter_map(|c| c.to_digit(10)).collect();
    let value = digits.iter().fold(0, |value, digit| value * 10 + digit);
    (1..=4).contains(&digits.len()).then_some((value, digits.len()))
}

/// A Chinese numeral below 10000, of at most five characters.
fn chinese(rest: &[char]) -> Option<(u32, usize)> {
    let numeral = rest.iter().take(6).take_while(|&&c| number::is_numeral(c)).count();
    let reading = number::read(rest.get(..numeral.min(5))?)?;
    let value = u32::try_from(reading.low.to_integer()?).ok()?;
    (numeral < 6 && reading.low == reading.high).then_some((value, reading.chars))
}

/// 2022年11月10日, 1—9月, 11月底, 8时30分: numbers with 年, 月, 日, 时.
fn written(rest: &[char], read: Read) -> Option<usize> {
    let mut length = 0;
    let mut found = 0;
    while let Some(part) = rest.get(length..).and_then(|rest| part(rest, read)) {
        length += part;
        found = length;
        if let Some(sign) = rest.get(length..).and_then(|rest| any_at(rest, &RANGE)) {
            length += sign;
        }
    }
    (found > 0).then_some(found)
}

/// What may join two dates.
const RANGE: [&str; 7] = ["——", "—", "–", "-", "~", "至", "到"];

/// One part of a date: 2022年, 1—9月, 10日.
fn part(rest: &[char], read: Read) -> Option<usize> {
    let (first, mut length) = read(rest)?;
    let (mut low, mut high) = (first, first);
    // 2018—2022年, 1至9月, 15、16日.
    for sign in RANGE.iter().chain(&["、", "/"]) {
        let more = rest.get(length..).filter(|rest| any_at(rest, &[sign]).is_some());
        let more = more.and_then(|more| more.get(sign.chars().count()..)).and_then(read);
        if let Some((second, used)) = more {
            length += sign.chars().count() + used;
            (low, high) = (low.min(second), second);
            break;
        }
    }
    let after = rest.get(length..)?;
    let word = match after.first()? {
        '年' if is_year(low, after) && is_year(high, after) => {
            any_at(after, &["年度", "年末", "年底", "年初", "年"])
        }
        '月' if (1..=12).contains(&low) && high <= 12 => {
            any_at(after, &["月份", "月底", "月末", "月初", "月中", "月"])
        }
        '日' if is_day(low, high, after) => Some(1),
        '时' if high <= 24 => any_at(after, &["时许", "时"]),
        '点' if high <= 24 => {
            any_at(after, &["点钟", "点半", "点整", "点许", "点前", "点至"]).or_else(|| {
                // 8点30分, but not 九十八点五.
                let (minutes, used) = read(after.get(1..)?)?;
                (minutes < 60 && after.get(1 + used) == Some(&'分')).then_some(1)
            })
        }
        _ => None,
    }?;
    let end = length + word;
    // 10时30分: the minutes.
    if matches!(after.first(), Some('时' | '点'))
        && let Some((_, used)) = rest.get(end..).and_then(read)
        && rest.get(end + used) == Some(&'分')
    {
        return Some(end + used + 1);
    }
    Some(end)
}

fn is_year(year: u32, after: &[char]) -> bool {
    (1900..=2100).contains(&year) && any_at(after, &["年级"]).is_none()
}

/// 10日, but not 7日内 and 5日游, which are spans.
fn is_day(low: u32, high: u32, after: &[char]) -> bool {
    let span = any_at(after, &["日内", "日以内", "日游", "日龄", "日均"]);
    (1..=31).contains(&low) && high <= 31 && span.is_none()
}

/// 2022-11-10, 2022.11.10, 2022/11.
fn numeric(rest: &[char]) -> Option<usize> {
    let (year, mut length) = arabic(rest)?;
    if !(1900..=2100).contains(&year) || length != 4 {
        return None;
    }
    let sign = *rest.get(4).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (month, used) = arabic(rest.get(5..)?)?;
    length += 1 + used;
    let day = rest.get(length..)?.strip_prefix(&[sign]).and_then(arabic);
    let (day, used) = day?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(length + 1 + used)
}

/// 8:30, 08：30—17：00.
fn clock(rest: &[char]) -> Option<usize> {
    let (hour, mut length) = arabic(rest)?;
    for _ in 0..2 {
        rest.get(length).filter(|c| matches!(c, ':' | '：'))?;
        let (minute, used) = arabic(rest.get(length + 1..)?)?;
        if hour > 24 || minute > 59 || used != 2 {
            return None;
        }
        length += 1 + used;
        let next = rest.get(length..)?;
        let Some(sign) = any_at(next, &RANGE) else { break };
        let Some((_, used)) = next.get(sign..).and_then(arabic) else {
            break;
        };
        let colon = next.get(sign + used);
        if !matches!(colon, Some(':' | '：')) {
            break;
        }
        length += sign + used;
    }
    let next = rest.get(length);
    (!next.is_some_and(|c| matches!(c, ':' | '：' | '.') || c.is_ascii_digit())).then_some(length)
}

/// 三年行动, 五年内: a span in Chinese numerals that says when.
fn span_of_time(chars: &[char], at: usize) -> Option<usize> {
    let rest = chars.get(at..)?;
    let (_, used) = chinese(rest)?;
    let after = rest.get(used..)?;
    let unit = any_at(after, &["年", "天", "日", "周", "个月", "季度"])?;
    let name = if after.first() == Some(&'年') { "年" } else { "" };
    let when = is_when(chars.get(..at)?, after.get(unit..)?, name);
    when.then_some(used + unit)
}
