//! A paragraph's figures: quantities with value, unit, bound, state and what is counted.
//!
//! One pass over the glyphs masks what only looks like a quantity (dates, ordinals, slogans,
//! codes) and reads numbers with their units; a second one walks the figures in order and tells
//! from the words of clause and sentence whether they are plans, growth, norms, and of what.
//! Both take time in proportion to the paragraph: every look around a figure ends after a fixed
//! number of glyphs. The tables of words (`units`, `decoys`, `bounds`, `cues`, `noun_words`) hold what
//! the language has; the code holds how the words work together.

mod bounds;
mod cues;
mod dates;
mod decoys;
mod glyph;
mod implied;
mod names;
mod noun_words;
mod nouns;
mod quantity;
mod scan;
mod share;
mod state;
mod units;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use crate::numeral::number::Decimal;
use glyph::Glyphs;

/// A quantity in the text (数据): what was done, how much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Bytes of the paragraph, from the first numeral to the last character of the unit; 余, 多
    /// and 来 lie inside, 近 and 以上 outside.
    pub span: Range<usize>,
    /// The value in the unit, scales applied: 6.6亿元 is 660000000. Shares keep their face value:
    /// 10% is 10.
    pub value: Decimal,
    /// The greater value of a range (3—5万); never less than `value`.
    pub value_max: Option<Decimal>,
    /// The unit by its usual name: 元 for 万元 and 块钱, 人 for 名 and 位, 比例 for 四分之三.
    pub unit: Cow<'static, str>,
    /// On which side of the value the truth lies.
    pub bound: Bound,
    /// Whether it was done, is planned, is a rate, a rule.
    pub state: State,
    /// Bytes of the paragraph that say what is counted; may stand before or behind the figure.
    pub noun: Option<Range<usize>>,
    /// Which way, for [`State::Growth`]; else `None`.
    pub direction: Option<Direction>,
}

/// On which side of the value the truth lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As printed.
    Exact,
    /// 约, 左右, 上下, and round numbers: 百亩.
    About,
    /// 余, 多, 超, 破, 逾, 以上, 不低于, 至少.
    More,
    /// 近, 不足, 以内, 不超过, 至多.
    Less,
    /// Between two values.
    Range,
}

impl Bound {
    /// Every bound.
    pub const ALL: [Self; 5] = [Self::Exact, Self::About, Self::More, Self::Less, Self::Range];

    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::More => "more",
            Self::Less => "less",
            Self::Range => "range",
        }
    }
}

/// What kind of statement the figure belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It was done, or is so.
    Achieved,
    /// 预计, 力争, 拟, 达产后.
    Planned,
    /// 累计, 截至…共.
    Cumulative,
    /// 每年, 年均, 年产.
    Yearly,
    /// 人均, 户均, 每亩.
    Per,
    /// 同比增长, 提升至, 翻番.
    Growth,
    /// A rule's parameter: 按…的10%, 标准.
    Norm,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 7] =
        [Self::Achieved, Self::Planned, Self::Cumulative, Self::Yearly, Self::Per, Self::Growth, Self::Norm];

    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Achieved => "achieved",
            Self::Planned => "planned",
            Self::Cumulative => "cumulative",
            Self::Yearly => "yearly",
            Self::Per => "per",
            Self::Growth => "growth",
            Self::Norm => "norm",
        }
    }
}

/// Which way something grew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// By so much more.
    Up,
    /// By so much less.
    Down,
    /// To this value: 提升至, 降至.
    To,
    /// From this value: 由…提高到.
    From,
}

impl Direction {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::To => "to",
            Self::From => "from",
        }
    }
}

/// The figures of a paragraph, in printed order; their spans do not overlap.
pub fn figures(paragraph: &str) -> Vec<Figure> {
    let glyphs = Glyphs::of(paragraph);
    let quantities = scan::quantities(&glyphs);
    let readings = state::readings(&glyphs, &quantities);
    let nouns = nouns::nouns(&glyphs, &quantities);
    let figures = quantities.into_iter().zip(readings).zip(nouns);
    let figures = figures.map(|((quantity, reading), noun)| Figure {
        span: glyphs.bytes(quantity.span),
        value: quantity.low,
        value_max: quantity.high,
        unit: quantity.unit_name,
        bound: quantity.bound,
        state: reading.state,
        noun: noun.map(|noun| glyphs.bytes(noun)),
        direction: reading.direction,
    });
    figures.collect()
}

/// The usual name of a unit as it may be printed: 元 for 块钱, 人 for 名; `None` for what is no unit
/// that is known.
pub fn unit_name(printed: &str) -> Option<&'static str> {
    let chars: Vec<char> = printed.chars().collect();
    let (length, unit) = units::at(&chars)?;
    (length == chars.len()).then_some(unit.name)
}

#[cfg(test)]
mod tests;
