//! A total that is not the sum of its parts.

use super::Finding;
use super::list::{List, Part};
use crate::bulletin::Code;
use crate::numeral::number::Decimal;

/// Names of two parts that make a whole.
const PAIRS: &[(&str, &str)] =
    &[("男", "女"), ("城镇", "农村"), ("公办", "民办"), ("新建", "改建"), ("省内", "省外"), ("境内", "境外")];

/// Units of what cannot lie in two parts at a time. People and firms can: 女 160 人、35 岁以下 200 人.
const ADDITIVE: &[&str] =
    &["元", "美元", "亩", "公顷", "平方米", "平方公里", "吨", "公斤", "斤", "公里", "米"];

/// What is told where a sum and its total differ by more than rounding, which is half of the last
/// place of every number printed with a point, and of a total printed more coarsely than its parts.
///
/// 其中 need not name every part, and the parts need not exclude each other, so only this is told:
///
/// - the sum is greater than the total: by any amount where the unit is of money, land, mass or
///   length; by a tenth at most where people or things are counted, since a greater excess speaks
///   of groups that overlap;
/// - the sum is less, by a tenth at most, and there are three parts or more, or two that make a whole
///   (男、女); a greater rest speaks of parts that were not named.
///
/// Nothing is told where another figure of the sentence is the sum itself, or the rest: then the
/// text says more than this rule understands.
pub(super) fn differs(list: &List<'_>) -> Option<Finding> {
    let List { total, parts, others } = list;
    if parts.iter().any(|part| part.figure.unit != total.figure.unit) {
        return None;
    }
    let sum: Decimal = parts.iter().map(|part| part.figure.value).sum();
    let (difference, slack) = (sum + -total.figure.value, slack(list));
    let rest = difference.max(-difference);
    let is_near = |a: Decimal, b: Decimal| (a + -b).max(b + -a) <= slack;
    let of_unit = || others.iter().filter(|other| other.unit == total.figure.unit);
    let explained = of_unit().any(|other| is_near(other.value, sum) || is_near(other.value, rest));
    let by_a_tenth = rest <= total.figure.value.tenth(1);
    let wrong = if difference > Decimal::ZERO {
        by_a_tenth || ADDITIVE.contains(&&*total.figure.unit)
    } else {
        let end = parts.last().map_or(0, |part| part.figure.span.end);
        let goes_on = of_unit().any(|other| other.span.start >= end);
        by_a_tenth && !goes_on && (parts.len() > 2 || is_pair(parts))
    };
    (rest > slack && wrong && !explained).then(|| Finding {
        code: Code::SumDiffers,
        at: total.figure.span.start,
        details: vec![written(total.figure.value, total), written(sum, total)],
    })
}

/// How far a sum may be from its total by rounding alone.
fn slack(list: &List<'_>) -> Decimal {
    let total = list.total.amount;
    let finest = list.parts.iter().map(|part| part.amount.last_place()).min().unwrap_or_default();
    let is_coarse = total.places == 0 && total.last_place() > finest;
    let pointed = list.parts.iter().map(|part| part.amount).chain([total]).filter(|it| it.places > 0);
    let rounded = pointed.chain(is_coarse.then_some(total));
    rounded.map(|amount| amount.last_place().times(5).unwrap_or_default().tenth(1)).sum()
}

fn is_pair(parts: &[Part<'_>]) -> bool {
    let [first, second] = parts else { return false };
    PAIRS.iter().any(|(one, other)| first.name.starts_with(one) && second.name.starts_with(other))
}

/// A value with the unit of the total, as that is printed: 2290万元.
fn written(value: Decimal, total: &Part<'_>) -> String {
    let tens = total.amount.scale.checked_ilog10().unwrap_or_default();
    format!("{}{}", value.tenth(tens), total.amount.unit)
}
