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
            (Self::Separated('.' | '．'), Class::Ideograph) if tight => Some(Gap::Loose),
            (Self::Digits | Self::Scaled, Class::Ideograph) => match c {
                '至' | '到' => Some(Gap::Loose),
                _ => (!is_particle(c)).then_some(Gap::Unit),
            },
            (Self::Digits | Self::Scaled, Class::CloseAscii) if c == '%' => Some(Gap::Unit),
            (Self::Digits, Class::Word) if !tight => Some(Gap::Loose),
            (Self::Digits | Self::Scaled, Class::Dash) if tight => Some(Gap::Loose),
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
            (Self::Digits | Self::Scaled, Class::Ideograph) if !is_particle(c) => Self::Counted(c),
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
const fn is_counted(count: usize, last: char, c: char) -> bool {
    (is_unit(c) && (count > 1 || is_scale(last))) || (last == '百' && c == '分')
}

/// Han numerals.
const fn is_numeral(c: char) -> bool {
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

/// Function words, which are no unit where they follow a number.
const fn is_particle(c: char) -> bool {
    matches!(
        c,
        '第' | '和'
            | '与'
            | '及'
            | '或'
            | '的'
            | '是'
            | '在'
            | '为'
            | '被'
            | '把'
            | '对'
            | '向'
            | '从'
            | '以'
            | '并'
            | '而'
            | '但'
            | '也'
            | '又'
            | '即'
            | '若'
            | '将'
            | '由'
            | '于'
            | '自'
    )
}

/// Units after which a date, a time or an amount goes on: 11月10日, 五元五角, 百分之四.
const fn is_part(unit: char) -> bool {
    matches!(unit, '年' | '月' | '时' | '点' | '分' | '元' | '角' | '之')
}

/// Units that Han numerals count.
const fn is_unit(c: char) -> bool {
    matches!(
        c,
        '元' | '角'
            | '分'
            | '年'
            | '月'
            | '日'
            | '号'
            | '期'
            | '个'
            | '名'
            | '位'
            | '户'
            | '人'
            | '家'
            | '项'
            | '次'
            | '亩'
            | '吨'
            | '里'
            | '米'
            | '斤'
            | '克'
            | '天'
            | '周'
            | '岁'
            | '倍'
            | '成'
            | '点'
            | '度'
            | '级'
            | '类'
            | '条'
            | '批'
            | '场'
            | '座'
            | '所'
            | '处'
            | '套'
            | '台'
            | '辆'
            | '艘'
            | '间'
            | '层'
            | '班'
            | '组'
            | '队'
            | '届'
            | '章'
            | '节'
            | '页'
            | '册'
            | '份'
            | '卷'
            | '篇'
            | '字'
            | '句'
            | '步'
            | '种'
            | '款'
            | '头'
            | '匹'
            | '株'
            | '棵'
            | '瓶'
            | '箱'
            | '袋'
            | '包'
            | '平'
            | '立'
            | '公'
            | '余'
            | '多'
    )
}

/// Whether a unit that began with `unit` goes on with `c`: 人次, 平方米, 个百分点.
const fn goes_on(unit: char, c: char) -> bool {
    matches!(
        (unit, c),
        ('人', '次')
            | ('人', '份')
            | ('车', '次')
            | ('架', '次')
            | ('班', '次')
            | ('户', '次')
            | ('场', '次')
            | ('公', '里' | '斤' | '顷' | '分' | '吨' | '尺')
            | ('平', '方')
            | ('立', '方')
            | ('方', '米' | '公')
            | ('小', '时')
            | ('分', '钟' | '之')
            | ('个', '月' | '百')
            | ('百', '分')
            | ('分', '点')
            | ('美' | '欧' | '港' | '日', '元')
            | ('世', '纪')
            | ('周', '年' | '岁')
            | ('海', '里')
            | ('英', '里' | '亩')
            | ('毫' | '厘', '米')
            | ('毫', '升' | '克')
            | ('千', '米' | '克' | '瓦')
            | ('兆', '瓦')
            | ('瓦', '时')
            | ('摄', '氏')
            | ('氏', '度')
            | ('年', '度' | '级' | '代')
            | ('月', '份')
            | ('季', '度')
    )
}
