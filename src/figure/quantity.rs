//! One quantity: a number or a range of numbers with its unit.

use std::borrow::Cow;
use std::ops::Range;

use super::implied::{implied_unit, unit_of_list};
use super::share::{self, Share};
use super::units::{self, Kind, Unit, implied};
use super::words::{any_at, any_ending, begins};
use super::{Bound, bounds};
use crate::numeral::number::{self, Decimal, Form, Hedge, Reading};

/// A quantity that was read, in glyphs.
pub(super) struct Quantity {
    /// From the first numeral to the last glyph of the unit.
    pub span: Range<usize>,
    /// The same with the bound words around it.
    pub outer: Range<usize>,
    pub low: Decimal,
    pub high: Option<Decimal>,
    pub unit: Unit,
    pub unit_name: Cow<'static, str>,
    pub bound: Bound,
    /// How the number is written.
    pub form: Form,
    /// The unit is printed, not implied by a noun.
    pub printed: bool,
    /// 元/亩: an amount for each of something.
    pub rate: bool,
}

/// A number with what unit follows it.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub low: Decimal,
    pub high: Decimal,
    /// The scale of a single coefficient, see [`Reading::scale`].
    pub scale: u64,
    pub hedge: Option<Hedge>,
    pub form: Form,
    /// 几百, 数十: between two values, of which neither is meant.
    is_vague: bool,
    pub unit: Option<Unit>,
    /// One past the last glyph.
    pub end: usize,
}

/// The quantity that stands at `at`; `None` where there is a number only, or none.
pub(super) fn read(chars: &[char], at: usize) -> Option<Quantity> {
    let amount = if let Some(share) = share::read(chars, at) {
        Amount::of_share(&share.up_to_next(chars, at), at)
    } else {
        let first = half_of(chars, at).or_else(|| amount(chars, at))?;
        range(chars, first).unwrap_or(first)
    };
    let printed = amount.unit.is_some();
    let unit = amount
        .unit
        .or_else(|| implied_unit(chars, at, &amount))
        .or_else(|| unit_of_list(chars, at, &amount))?;
    // 0.3个和1.1个百分点.
    let unit = match unit_of_list(chars, at, &amount) {
        Some(shared) if unit.name == "个" => shared,
        _ => unit,
    };
    Quantity::of(chars, at, amount, unit).map(|quantity| Quantity { printed, ..quantity })
}

impl Quantity {
    /// The amount that begins at `at` with the words around it.
    fn of(chars: &[char], at: usize, amount: Amount, unit: Unit) -> Option<Self> {
        let (over, per) = over(chars, amount.end, unit);
        let end = amount.end + over;
        let text = chars.get(..at)?;
        let (before, bound_before) = bounds::before(text, amount.form == Form::Round);
        let (after, bound_after) = bounds::after(chars.get(end..)?);
        let high = (amount.high > amount.low).then_some(amount.high);
        let bound = match high {
            Some(_) if !amount.is_vague => Bound::Range,
            _ => bound_before
                .or(amount.bound())
                .or(bound_after)
                .or(amount.round_bound(unit))
                .unwrap_or(Bound::Exact),
        };
        let minus = minus(text, unit).filter(|_| high.is_none());
        let up = usize::from(before == 1 && text.ends_with(&['上']));
        Some(Self {
            span: at - minus.unwrap_or(up)..end,
            outer: at - before.max(minus.unwrap_or(up))..end + after,
            low: if minus.is_some() { -amount.low } else { amount.low },
            high,
            unit,
            // A flow is what it is, and no amount for each of something.
            rate: per.as_ref().is_some_and(|per| per != "秒"),
            unit_name: match per {
                Some(per) => Cow::Owned(format!("{}/{per}", unit.name)),
                None => Cow::Borrowed(unit.name),
            },
            bound,
            form: amount.form,
            printed: true,
        })
    }
}

/// The length of the sign before a share or a temperature: -3.2%, 零下5℃.
fn minus(before: &[char], unit: Unit) -> Option<usize> {
    let signed = unit.kind == Kind::Share || unit.name == "摄氏度";
    let sign = any_ending(before, &["零下", "-", "−"]).filter(|_| signed)?;
    let previous = before.len().checked_sub(sign + 1).and_then(|at| before.get(at));
    let joins = previous.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '%' | ')'));
    (!joins).then_some(sign)
}

/// The number at `at` with its unit and the half behind it.
pub(super) fn amount(chars: &[char], at: usize) -> Option<Amount> {
    let reading = whole_unit(chars, at, number::read(chars.get(at..)?)?)?;
    let mut amount = Amount {
        low: reading.low,
        high: reading.high,
        scale: reading.scale,
        hedge: reading.hedge,
        form: reading.form,
        is_vague: matches!(chars.get(at), Some('几' | '数')),
        unit: None,
        end: at + reading.chars,
    };
    let rest = chars.get(amount.end..)?;
    if begins(rest, "个亿") || begins(rest, "个多亿") {
        let more = begins(rest, "个多亿");
        amount.end += 2 + usize::from(more);
        amount.hedge = amount.hedge.or(more.then_some(Hedge::More));
        (amount.low, amount.high) = (amount.low.times(100_000_000)?, amount.high.times(100_000_000)?);
        let print = any_at(chars.get(amount.end..)?, &["元"]);
        amount.end += print.unwrap_or_default();
        amount.unit = Some(implied("元", Kind::Money));
        return Some(amount);
    }
    let inside = any_at(rest, &["个半", "个多"]).filter(|length| {
        let unit = rest.get(*length..).and_then(units::at);
        unit.is_some_and(|(_, unit)| unit.kind == Kind::Time)
    });
    if let Some(length) = inside {
        if begins(rest, "个半") {
            amount.add(Decimal::integer(5).tenth(1));
        } else {
            amount.hedge = Some(Hedge::More);
        }
        amount.end += length;
    }
    if let Some(time) = compound_time(chars, &amount) {
        return Some(time);
    }
    let Some((length, unit)) = chars.get(amount.end..).and_then(units::at) else {
        return Some(amount);
    };
    amount.end += length;
    // Amounts below a 元 are told in 元.
    let (unit, places) = match unit.name {
        "角" => (implied("元", Kind::Money), 1),
        "分钱" => (implied("元", Kind::Money), 2),
        _ => (unit, 0),
    };
    (amount.low, amount.high) = (amount.low.tenth(places), amount.high.tenth(places));
    amount.unit = Some(unit);
    amount.take_tail(chars.get(amount.end..)?, unit);
    Some(amount)
}

impl Amount {
    fn of_share(share: &Share, at: usize) -> Self {
        Self {
            low: share.low,
            high: share.high,
            scale: 1,
            hedge: share.hedge,
            form: share.form,
            is_vague: false,
            unit: Some(share.unit),
            end: at + share.length,
        }
    }

    fn bound(&self) -> Option<Bound> {
        let hedge = self.hedge.map(|hedge| match hedge {
            Hedge::More => Bound::More,
            Hedge::About => Bound::About,
        });
        hedge.or(self.is_vague.then_some(Bound::About))
    }

    /// 百亩 is about a hundred; 百亿元 is a goal to the yuan.
    fn round_bound(&self, unit: Unit) -> Option<Bound> {
        let round = self.form == Form::Round && unit.kind != Kind::Money;
        round.then_some(Bound::About)
    }

    fn add(&mut self, more: Decimal) {
        (self.low, self.high) = (self.low + more, self.high + more);
    }

    /// 一年半, 三年多, 3元5角: what may follow a unit.
    fn take_tail(&mut self, rest: &[char], unit: Unit) {
        let half = any_at(rest, &["半"]).is_some()
            && any_at(rest, &["半径", "半年", "半数", "半导", "半成", "半自", "半岛"]).is_none()
            && matches!(unit.name, "倍" | "年" | "天" | "亩" | "公里" | "里" | "周");
        let more = any_at(rest, &["多", "余"]).is_some()
            && (unit.name == "倍" || !matches!(unit.kind, Kind::Count | Kind::Person | Kind::Share))
            && rest.get(1).is_none_or(|next| !"元次个家种样渠部数方名额年".contains(*next));
        if half {
            self.add(Decimal::integer(5).tenth(1));
            self.end += 1;
        } else if more && self.hedge.is_none() {
            self.hedge = Some(Hedge::More);
            self.end += 1;
        } else if unit.name == "元" {
            self.take_change(rest);
        }
    }

    /// 5角3分 behind 元.
    fn take_change(&mut self, rest: &[char]) {
        let mut rest = rest;
        for (name, places) in [('角', 1), ('分', 2)] {
            if let [digit, mark, tail @ ..] = rest
                && *mark == name
                && let Some(small) = number::read(&[*digit])
            {
                self.add(small.low.tenth(places));
                self.end += 2;
                rest = tail;
            }
        }
    }
}

/// 11分30秒 in 分钟, 2小时15分 in 小时.
fn compound_time(chars: &[char], whole: &Amount) -> Option<Amount> {
    let rest = chars.get(whole.end..)?;
    let (words, parts, name): (_, &[&str], _) = if rest.first() == Some(&'分') {
        (any_at(rest, &["分钟", "分"])?, &["秒"], "分钟")
    } else {
        (any_at(rest, &["小时", "个小时"])?, &["分钟", "分"], "小时")
    };
    let part = number::read(rest.get(words..)?)?;
    let unit = any_at(rest.get(words + part.chars..)?, parts)?;
    let fits = part.low < Decimal::integer(60) && whole.low == whole.high;
    let low = whole.low + Decimal::fraction(part.low, Decimal::integer(60))?;
    let end = whole.end + words + part.chars + unit;
    fits.then(|| Amount { low, high: low, unit: Some(implied(name, Kind::Time)), end, ..*whole })
}

/// 半小时, 半天, 半亩.
fn half_of(chars: &[char], at: usize) -> Option<Amount> {
    let rest = chars.get(at..)?.strip_prefix(&['半'])?;
    let word = any_at(rest, &["径", "导", "岛", "山", "途"]);
    let (length, unit) = units::at(rest).filter(|_| word.is_none())?;
    let fits = matches!(unit.kind, Kind::Time | Kind::Measure);
    fits.then(|| {
        let value = Decimal::integer(5).tenth(1);
        Amount {
            low: value,
            high: value,
            scale: 1,
            hedge: None,
            form: Form::Chinese,
            is_vague: false,
            unit: Some(unit),
            end: at + 1 + length,
        }
    })
}

/// The reading without a closing 千 or 兆 that belongs to the unit: 12.5千米, 3兆瓦.
fn whole_unit(chars: &[char], at: usize, reading: Reading) -> Option<Reading> {
    let last = at + reading.chars - 1;
    let of_unit = matches!(chars.get(last), Some('千' | '兆'))
        && reading.chars > 1
        && units::at(chars.get(last..)?).is_some_and(|(length, _)| length > 1);
    if of_unit { number::read(chars.get(at..last)?) } else { Some(reading) }
}

/// The range that begins with `first`: 3—5万, 8%—10%, 3000元到5000元.
fn range(chars: &[char], first: Amount) -> Option<Amount> {
    let rest = chars.get(first.end..)?;
    let sign = any_at(rest, &["——", "—", "–", "－", "―", "─", "~", "-", "至", "到", "∼", "〜"])?;
    if let Some(tenths) = tenths_to(chars, first, first.end + sign) {
        return Some(tenths);
    }
    let second = amount(chars, first.end + sign)?;
    let same = match (first.unit, second.unit) {
        (Some(first), Some(second)) => first.name == second.name,
        (None, _) => true,
        (Some(_), None) => false,
    };
    let mut low = first.low;
    // The scale is printed once: 3—5万 is 3万 to 5万, but 8000—1万 is not.
    if first.unit.is_none() && first.scale == 1 && second.scale > 1 {
        let scaled = low.times(second.scale)?;
        if scaled < second.low {
            low = scaled;
        }
    }
    (same && low < second.high).then_some(Amount { low, ..second })
}

/// 五至七折, 三到五成: the unit of both stands behind the second.
fn tenths_to(chars: &[char], first: Amount, at: usize) -> Option<Amount> {
    let ten = Decimal::integer(10);
    let share = share::read(chars, at).filter(|share| share.unit.name == "%")?;
    let mark = chars.get(at + share.length - 1)?;
    let low = first.low.times(10)?;
    let fits = first.unit.is_none() && first.low <= ten && matches!(mark, '成' | '折') && low < share.high;
    fits.then(|| Amount { low, ..Amount::of_share(&share, at) })
}

/// 元/亩, 件/万人: what stands behind a stroke, as it is called, and the glyphs it takes.
fn over(chars: &[char], end: usize, unit: Unit) -> (usize, Option<String>) {
    let rest = chars.get(end..).unwrap_or_default();
    let stroke = any_at(rest, &["/每", "/"]).filter(|_| unit.kind != Kind::Share);
    // 立方米每秒 is read as 立方米/秒.
    let flow = || {
        any_at(rest, &["每"])
            .filter(|_| unit.kind == Kind::Measure && any_at(rest, &["每秒", "每小时"]).is_some())
    };
    let stroke = stroke.or_else(flow);
    let found = stroke.and_then(|stroke| {
        let per = rest.get(stroke..)?;
        // 千瓦 is a unit, 百平方公里 a hundred of one.
        let scale = if units::at(per).is_some() {
            0
        } else {
            per.iter().take_while(|c| "十百千万亿".contains(**c)).count()
        };
        let (length, unit) = units::at(per.get(scale..)?)?;
        // 吨/日 stays as it is printed.
        let name: String = match unit.kind {
            Kind::Time => per.iter().take(scale + length).collect(),
            _ => per.iter().take(scale).copied().chain(unit.name.chars()).collect(),
        };
        Some((stroke + scale + length, Some(name)))
    });
    found.unwrap_or((0, None))
}
