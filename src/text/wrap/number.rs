//! Numbers with their units, read glyph by glyph: 1495 万元, 20%, 3—5万亩, 第 12 期, 二〇二二年十一月.

use super::class::Class;
use super::gap::Gap;

/// What was read of a number, up to the last glyph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Number {
    /// No number.
    #[default]
    None,
    /// Digits.
    Digits,
    /// Digits, perhaps with a unit, and a character after which more may come: 1, 3— 10：
    Separated(char),
    /// A number with 万, 亿, 余 …, which may be followed by its unit.
    Scaled,
    /// A number with this (last) character of its unit.
    Counted(char),
    /// So many Han numerals; one more where 第 or a part of a date stands before them.
    Numerals(usize),
}

/// A glyph's first character with its class.
pub(super) type Sign = (char, Class);

impl Number {
    /// How firmly `next` is bound by the number before it; `tight` where no blank is between.
    /// `None` where the number says nothing.
    pub(super) fn binds(self, last: Sign, next: Sign, tight: bool) -> Option<Gap> {
        let (c, class) = next;
        let counts = class == Class::Digit || (class == Class::Ideograph && is_numeral(c));
        match (self, class) {
            (Self::Separated(sign), Class::Digit) if tight => Some(after_separator(sign)),
            (Self::Digits | Self::Scaled, Class::Ideograph) => match c {
                '至' | '到' => Some(Gap::Loose),
                _ => (!PARTICLES.contains(c)).then_some(Gap::Unit),
            },
            (Self::Digits | Self::Scaled, Class::CloseAscii) if c == '%' => Some(Gap::Unit),
            (Self::Digits, Class::Word) if !tight => Some(Gap::Loose),
            (Self::Separated('.' | '．'), Class::Ideograph) | (Self::Digits | Self::Scaled, Class::Dash)
                if tight =>
            {
                Some(Gap::Loose)
            }
            (Self::Scaled, Class::Digit) => Some(Gap::Loose),
            (Self::Counted(unit), _) if counts && is_part(unit) => Some(Gap::Loose),
            (Self::Counted(unit), Class::Ideograph) => goes_on(unit, c).then_some(Gap::Unit),
            (Self::Numerals(count), Class::Ideograph) if tight => {
                (is_numeral(c) || is_counted(count, last.0, c)).then_some(Gap::Unit)
            }
            _ => (last.0 == '第' && counts || last.1 == Class::Prefix && class == Class::Digit)
                .then_some(Gap::Unit),
        }
    }

    /// What is read of a number after `next`.
    pub(super) fn then(self, last: Option<Sign>, next: Sign, tight: bool) -> Self {
        let (c, class) = next;
        let before = last.map_or(' ', |(before, _)| before);
        match (self, class) {
            (_, Class::Digit) => Self::Digits,
            (Self::Digits | Self::Scaled, Class::Ideograph) if is_scale(c) => Self::Scaled,
            (Self::Digits | Self::Scaled, Class::Ideograph) if matches!(c, '至' | '到') => {
                Self::Separated(c)
            }
            (Self::Digits | Self::Scaled, Class::Ideograph) if !PARTICLES.contains(c) => Self::Counted(c),
            (Self::Counted(unit), Class::Ideograph) if goes_on(unit, c) => Self::Counted(c),
            (Self::Numerals(count), Class::Ideograph) if tight && is_numeral(c) => Self::Numerals(count + 1),
            (Self::Numerals(count), Class::Ideograph) if tight && is_counted(count, before, c) => {
                Self::Counted(c)
            }
            (Self::Counted(unit), Class::Ideograph) if is_numeral(c) && is_part(unit) => Self::Numerals(2),
            (_, Class::Ideograph) if is_numeral(c) => Self::Numerals(1 + usize::from(before == '第')),
            (Self::Digits | Self::Scaled, Class::CloseAscii | Class::Close)
                if matches!(c, '%' | '％' | '‰') =>
            {
                Self::Counted(c)
            }
            (Self::Digits, _) if tight && matches!(c, '.' | ',' | ':' | '．' | '，' | '：' | '∶' | '×') => {
                Self::Separated(c)
            }
            (Self::Digits | Self::Scaled | Self::Counted(_), Class::Connector | Class::Dash) if tight => {
                Self::Separated(c)
            }
            _ => Self::None,
        }
    }
}

/// How firmly digits are bound to digits by what stands between.
const fn after_separator(sign: char) -> Gap {
    match sign {
        '.' | ',' | ':' | '．' | '：' | '∶' => Gap::Inside,
        // 1，300 is one number, in a list 1，2 it is not.
        '，' => Gap::Unit,
        _ => Gap::Loose,
    }
}

/// Whether a Han numeral run of `count` with `last` at its end counts what `c` begins.
fn is_counted(count: usize, last: char, c: char) -> bool {
    ((count > 1 || is_scale(last)) && UNITS.contains(c)) || (last == '百' && c == '分')
}

/// Han numerals.
pub(super) const fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '○'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '廿'
            | '卅'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}

/// What may stand between a number and its unit.
const fn is_scale(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿' | '兆' | '余' | '多' | '来' | '几')
}

/// Whether a date, a time or an amount goes on after this unit: 11月10日, 五元五角, 百分之四.
const fn is_part(unit: char) -> bool {
    matches!(unit, '年' | '月' | '时' | '点' | '分' | '元' | '角' | '之')
}

/// Whether a unit that began with `unit` goes on with `c`: 人次, 平方米, 个百分点.
fn goes_on(unit: char, c: char) -> bool {
    let rest = match unit {
        '人' => "次份",
        '车' | '班' | '户' | '场' | '架' => "次",
        '公' => "里斤顷分吨尺",
        '平' | '立' => "方",
        '方' => "米公",
        '小' | '瓦' => "时",
        '分' => "钟之点",
        '个' => "月百",
        '百' => "分",
        '美' | '欧' | '港' | '日' => "元",
        '世' => "纪",
        '周' => "年岁",
        '海' => "里",
        '英' => "里亩尺",
        '厘' => "米",
        '毫' => "米升克",
        '年' => "度级代",
        '月' => "份",
        '季' => "度",
        _ => return false,
    };
    rest.contains(c)
}

/// Function words, which are no unit where they follow a number.
const PARTICLES: &str = "第和与及或的是在为被把对向从以并而但也又即若将由于自";

/// Units that Han numerals count.
const UNITS: &str = "元角分年月日号期个名位户人家项次亩吨里米斤克天周岁倍成点度级类条批场座所处套台辆艘间层班组队届\
    章节页册份卷篇字句步种款头匹株棵瓶箱袋包平立公余多";
