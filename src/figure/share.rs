//! Parts and multiples in words: 百分之九十八, 四分之三, 七成, 六折, 一半, 翻两番.

use super::units::{Kind, Unit, implied};
use super::words::{any_at, any_ending};
use crate::numeral::number::{self, Decimal, Form, Hedge, Reading};

/// A part or a multiple that was read.
pub(super) struct Share {
    pub low: Decimal,
    pub high: Decimal,
    pub unit: Unit,
    pub hedge: Option<Hedge>,
    /// [`Form::Round`] for the 半 of 过半, which like 百 takes its bound from before.
    pub form: Form,
    /// Glyphs that it takes.
    pub length: usize,
}

impl Share {
    fn of(reading: &Reading, factor: u64, unit: Unit, length: usize) -> Option<Self> {
        Some(Self {
            low: reading.low.times(factor)?,
            high: reading.high.times(factor)?,
            unit,
            hedge: reading.hedge,
            form: Form::Chinese,
            length,
        })
    }

    /// The same up to the share that follows: 三成至五成.
    pub(super) fn up_to_next(self, chars: &[char], at: usize) -> Self {
        let end = at + self.length;
        let sign = any_at(chars.get(end..).unwrap_or_default(), &["至", "到", "—", "-", "~"]);
        let next = sign.and_then(|sign| Some((sign, read(chars, end + sign)?)));
        match next {
            Some((sign, next)) if next.unit.name == self.unit.name && next.low > self.high => {
                Self { high: next.high, length: self.length + sign + next.length, ..self }
            }
            _ => self,
        }
    }

    fn exact(value: Decimal, unit: Unit, length: usize) -> Self {
        Self { low: value, high: value, unit, hedge: None, form: Form::Chinese, length }
    }
}

const PERCENT: Unit = implied("%", Kind::Share);
const PER_MILLE: Unit = implied("‰", Kind::Share);
const PART: Unit = implied("比例", Kind::Share);
const TIMES: Unit = implied("倍", Kind::Share);

/// The share that stands at `at`, where no unit is needed to tell it.
pub(super) fn read(chars: &[char], at: usize) -> Option<Share> {
    let rest = chars.get(at..)?;
    match rest.first()? {
        '翻' => doubling(rest),
        '半' => half(chars.get(..at)?, rest),
        _ => {
            let reading = number::read(rest)?;
            let after = rest.get(reading.chars..)?;
            fraction(&reading, after)
                .or_else(|| stroke(chars.get(..at)?, &reading, after))
                .or_else(|| tenths(&reading, after))
                .or_else(|| one_half(&reading, after))
        }
    }
}

/// 百分之五十至六十, 四分之三.
fn fraction(under: &Reading, after: &[char]) -> Option<Share> {
    let rest = after.strip_prefix(&['分', '之'])?;
    let over = number::read(rest)?;
    let length = under.chars + 2 + over.chars;
    let unit = match under.low.to_integer()? {
        100 => PERCENT,
        1000 => PER_MILLE,
        _ => {
            let value = Decimal::fraction(over.low, under.low)?;
            return Some(Share::exact(value, PART, length));
        }
    };
    let share = Share::of(&over, 1, unit, length)?;
    let rest = rest.get(over.chars..)?;
    let Some(sign) = any_at(rest, &["至", "到", "—", "-"]) else {
        return Some(share);
    };
    let upper = rest.get(sign..).and_then(number::read);
    // 至百分之六十 is a share of its own.
    let whole = |upper: &Reading| rest.get(sign + upper.chars) != Some(&'分');
    match upper.filter(whole) {
        Some(upper) if upper.low > share.low => {
            Some(Share { high: upper.high, length: share.length + sign + upper.chars, ..share })
        }
        _ => Some(share),
    }
}

/// Whether a text begins with a part like 1/5; dates and pages are none.
pub(super) fn is_stroke(rest: &[char]) -> bool {
    number::read(rest)
        .is_some_and(|over| rest.get(over.chars..).is_some_and(|after| stroke(&[], &over, after).is_some()))
}

/// 1/5.
fn stroke(before: &[char], over: &Reading, after: &[char]) -> Option<Share> {
    let rest = after.strip_prefix(&['/'])?;
    let under = number::read(rest)?;
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let free = !before.last().copied().is_some_and(joined);
    let ends = rest.get(under.chars).is_none_or(|&next| !joined(next) && !"月日号页".contains(next));
    let plain = over.form == Form::Arabic && under.form == Form::Arabic;
    let whole = over.low.to_integer().is_some() && under.low.to_integer().is_some();
    let part = over.low > Decimal::ZERO && over.low < under.low && under.low <= Decimal::integer(20);
    if !(free && ends && plain && whole && part) {
        return None;
    }
    Some(Share::exact(Decimal::fraction(over.low, under.low)?, PART, over.chars + 1 + under.chars))
}

/// 七成, 三成五, 七八成, 六折, 八五折.
fn tenths(reading: &Reading, after: &[char]) -> Option<Share> {
    let next = after.get(1).copied().unwrap_or_default();
    let length = reading.chars + 1;
    let small = reading.high <= Decimal::integer(10);
    match after.first()? {
        '成' if small && !"立为员果功都效本长品交就绩熟份年了片套型语分".contains(next) =>
        {
            let share = Share::of(reading, 10, PERCENT, length)?;
            let rest = after.get(1..)?;
            let more = if next == '半' {
                Some((Decimal::integer(5), 1))
            } else {
                number::read(rest)
                    .filter(|more| more.chars == 1 && more.form == Form::Chinese)
                    .map(|more| (more.low, 1))
            };
            let (more, used) = more.unwrap_or_default();
            let many = any_at(after, &["成多", "成余"]).is_some();
            Some(Share {
                hedge: share.hedge.or(many.then_some(Hedge::More)),
                low: share.low + more,
                high: share.high + more,
                length: share.length + used + usize::from(many),
                ..share
            })
        }
        '折' if !"旧叠合算腾返扣射".contains(next) => {
            let factor = if small { 10 } else { 1 };
            Share::of(reading, factor, PERCENT, length)
        }
        _ => None,
    }
}

/// 一半.
fn one_half(reading: &Reading, after: &[char]) -> Option<Share> {
    let one = reading.low == Decimal::ONE && reading.form == Form::Chinese && reading.chars == 1;
    let half = one && after.first() == Some(&'半');
    half.then(|| Share::exact(Decimal::integer(5).tenth(1), PART, 2))
}

/// 过半, 近半, 半数: the half of something, where no unit follows.
fn half(before: &[char], rest: &[char]) -> Option<Share> {
    let value = Decimal::integer(5).tenth(1);
    let bounded = any_ending(before, &["过", "近", "超", "逾", "达"]).is_some();
    if any_at(rest, &["半数"]).is_some() {
        let form = if bounded { Form::Round } else { Form::Chinese };
        return Some(Share { form, ..Share::exact(value, PART, 2) });
    }
    let unit = any_at(rest, &["半年", "半天", "半个", "半小时", "半径", "半月", "半山", "半亩", "半价"]);
    (bounded && unit.is_none()).then(|| Share { form: Form::Round, ..Share::exact(value, PART, 1) })
}

/// 翻番, 翻了两番, 翻一倍: twice, four times.
fn doubling(rest: &[char]) -> Option<Share> {
    let mut length = any_at(rest, &["翻了近", "翻了约", "翻了", "翻近", "翻"])?;
    if any_at(rest.get(length..)?, &["番", "倍"]).is_some() {
        return Some(Share::exact(Decimal::integer(2), TIMES, length + 1));
    }
    let reading = number::read(rest.get(length..)?)?;
    length += reading.chars;
    let after = rest.get(length..)?;
    let times = u32::try_from(reading.low.to_integer()?).ok().filter(|&n| n < 20)?;
    let value = match after.first()? {
        '番' => Decimal::integer(1 << times),
        '倍' => Decimal::integer(u64::from(times)),
        _ => return None,
    };
    Some(Share::exact(value, TIMES, length + 1))
}
