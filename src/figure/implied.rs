//! The units of numbers that print none: from the noun around them, or from a later number of a list.

use super::bounds;
use super::cues::{self, Cue};
use super::quantity::{self, Amount};
use super::units::{self, Kind, Unit, implied};
use super::words::{any_at, any_ending};
use crate::numeral::number::{Decimal, Form};

/// The unit of a number without one: 2.3万群众, 收入破百万, ¥300.
pub(super) fn implied_unit(chars: &[char], at: usize, amount: &Amount) -> Option<Unit> {
    if amount.form == Form::Places {
        return None;
    }
    let (bound, _) = bounds::before(chars.get(..at)?, amount.form == Form::Round);
    let before = chars.get(..at - bound)?;
    let before = before_change(before).unwrap_or(before);
    let large = amount.low >= Decimal::integer(10_000) && amount.scale > 1;
    let rest = chars.get(amount.end..)?;
    let ends = rest.first().is_none_or(|c| !c.is_alphanumeric())
        || any_at(rest, &["大关", "以上", "左右"]).is_some()
        || cues::at(rest, 0).is_some_and(|found| found.cue == Cue::To);
    let alone = ends && (large || bound > 0 && amount.scale > 1);
    if before.ends_with(&['$']) {
        return Some(implied("美元", Kind::Money));
    }
    if before.ends_with(&['¥']) || before.ends_with(&['￥']) || alone && is_named(before, MONEY) {
        return Some(implied("元", Kind::Money));
    }
    if alone && is_named(before, PERSONS) {
        return Some(implied("人", Kind::Person));
    }
    let plain = amount.form == Form::Arabic && !is_hotline(amount.low);
    let spoken = amount.hedge.is_some() || amount.scale >= 100;
    units::of_noun(rest).filter(|_| plain || spoken)
}

/// 贫困人口由4.3万减少到: the text up to the number that something grew or fell from.
fn before_change(before: &[char]) -> Option<&[char]> {
    let (verb, _) = cues::growth_ending(before).filter(|(_, cue)| *cue == Cue::To)?;
    let from = before.get(..before.len() - verb)?;
    let is_part = |c: &&char| c.is_ascii_digit() || matches!(c, '.' | '百' | '千' | '万' | '亿');
    let number = from.iter().rev().take(12).take_while(is_part).count();
    let from = from.get(..from.len() - number).filter(|_| number > 0)?;
    from.strip_suffix(&['由']).or_else(|| from.strip_suffix(&['从']))
}

/// Whether the text ends with one of these nouns, 均 and the like aside.
fn is_named(before: &[char], nouns: &[&str]) -> bool {
    let light = any_ending(
        before,
        &["均", "都", "已", "达", "也", "就", "各", "约", "总", "全部", "人民币", "由", "从", "为"],
    );
    let before = before.get(..before.len() - light.unwrap_or_default());
    before.is_some_and(|before| any_ending(before, nouns).is_some())
}

/// What is measured in money.
#[rustfmt::skip]
const MONEY: &[&str] = &[
    "收入", "产值", "销售额", "利润", "营收", "税收", "资金", "投资", "存款", "贷款", "余额", "总额",
    "交易额", "增收", "租金", "成交额", "生产总值", "GDP", "收益", "效益", "金额", "分红", "销售",
    "纳税", "税额", "善款", "创收", "额", "价值", "资产", "经费", "补贴", "总值", "流水", "预算",
    "人民币", "损失", "挽损", "到位", "欠款", "货款", "罚款", "借款", "债务", "案值", "赔偿",
];

/// What is measured in persons.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "务工", "就业", "人口", "人数", "群众", "游客", "学生", "劳动力", "党员", "志愿者", "参保",
    "用户数", "粉丝", "客流",
];

/// 110, 12345, 96345: numbers that one calls.
fn is_hotline(value: Decimal) -> bool {
    let Some(value) = value.to_integer() else {
        return false;
    };
    matches!(value, 110 | 114 | 119 | 120 | 122 | 211 | 985 | 12_000..=12_999 | 95_000..=96_999)
}

/// The unit that a later number of the list prints: 3.2和4.1个百分点.
pub(super) fn unit_of_list(chars: &[char], at: usize, amount: &Amount) -> Option<Unit> {
    if amount.form != Form::Arabic || amount.unit.is_some_and(|unit| unit.name != "个") {
        return None;
    }
    let window = chars.get(at.saturating_sub(20)..at)?;
    let listed = window.windows(2).any(|pair| pair == ['分', '别']);
    let mut end = amount.end;
    for _ in 0..4 {
        let rest = chars.get(end..)?;
        let sign = any_at(rest, &["和", "、", "与", "及"])?;
        let next = quantity::amount(chars, end + sign)?;
        end = next.end;
        let unit = next.unit.filter(|unit| unit.name != "个");
        match unit {
            Some(unit) if unit.kind == Kind::Share || listed && amount.unit.is_none() => return Some(unit),
            Some(_) => return None,
            None => {}
        }
    }
    None
}
