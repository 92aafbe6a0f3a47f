//! Units that do not go together in one list.

use super::Finding;
use super::amount::Amount;
use super::list::{List, Part};
use crate::bulletin::Code;
use crate::figure::{Figure, State};
use crate::numeral::number::Decimal;

/// Units of two systems for the same thing. Others of one kind stand side by side for good reason:
/// 公里 and 米, 亩 and 平方米, 吨 and 公斤.
const RIVALS: &[(&str, &str)] = &[("亩", "公顷"), ("斤", "公斤"), ("里", "公里")];

/// Units that measure. Words that count (个, 家, 处, 座) stand for each other.
const MEASURES: &[&str] = &[
    "元",
    "美元",
    "亩",
    "公顷",
    "平方米",
    "平方公里",
    "公里",
    "里",
    "米",
    "吨",
    "公斤",
    "斤",
    "人",
    "人次",
    "户",
];

/// The longest name of an item in a series, in code points.
const NAME: usize = 12;

/// Whether the text may print both units of a pair, so that it is worth while to read its figures.
pub(super) fn may_rival(text: &str) -> bool {
    let has = |unit: &str| text.contains(unit);
    // 斤 and 里 for themselves, not as the end of the other unit.
    let has_alone = |unit: &str, longer: &str| text.matches(unit).count() > text.matches(longer).count();
    has("亩") && (has("公顷") || has("hm²"))
        || has("公里") && has_alone("里", "公里")
        || (has("公斤") || has("千克")) && has_alone("斤", "公斤")
}

/// Items of one series, side by side, in units of two systems: 林地 120 亩、草地 8 公顷.
pub(super) fn rivals(text: &str, figures: &[Figure]) -> Vec<Finding> {
    let pairs = figures.iter().zip(figures.iter().skip(1));
    let found = pairs.filter(|(first, second)| {
        let between = text.get(first.span.end..second.span.start).unwrap_or_default().trim();
        let name = between.strip_prefix(['、', '和', '及']);
        let is_amount = |figure: &Figure| !matches!(figure.state, State::Per | State::Norm | State::Growth);
        is_rival(&first.unit, &second.unit)
            && is_amount(first)
            && is_amount(second)
            && name.is_some_and(|name| {
                name.chars().count() <= NAME
                    && !name.contains(|c: char| "，。；：、！？（）(),;:".contains(c))
            })
    });
    let findings = found.map(|(first, second)| Finding {
        code: Code::MixedUnits,
        at: first.span.start,
        details: vec![format!("{}、{}", printed(text, first), printed(text, second))],
    });
    findings.collect()
}

/// A total whose parts add up in their digits, but not in their units: 387 人，其中返乡青年 164 人、
/// 低收入农户 223 户; 2310 万元，其中…、社会捐赠 310 元. So one of the units is a slip of the pen.
pub(super) fn slip(list: &List<'_>) -> Option<Finding> {
    let List { total, parts, .. } = list;
    let faces: Decimal = parts.iter().map(|part| part.amount.face).sum();
    let mut odd = parts.iter().filter(|part| !is_same(part, total));
    let first = odd.next()?;
    let all_measure = MEASURES.contains(&&*total.figure.unit)
        && odd.chain([first]).all(|part| MEASURES.contains(&&*part.figure.unit));
    (faces == total.amount.face && all_measure).then(|| Finding {
        code: Code::MixedUnits,
        at: total.figure.span.start,
        details: vec![format!("{}、{}", total.amount.unit.trim(), first.amount.unit.trim())],
    })
}

fn is_same(part: &Part<'_>, total: &Part<'_>) -> bool {
    part.figure.unit == total.figure.unit && part.amount.scale == total.amount.scale
}

fn is_rival(one: &str, other: &str) -> bool {
    RIVALS.iter().any(|&(a, b)| (one, other) == (a, b) || (one, other) == (b, a))
}

/// The unit as printed; its usual name where the number is not in digits.
fn printed<'a>(text: &'a str, figure: &'a Figure) -> &'a str {
    Amount::of(text, figure).map_or(&*figure.unit, |amount| amount.unit.trim())
}
