//! Numbers as Chinese administrative prose writes them: Arabic, Chinese, and mixed.
//!
//! ```text
//! number  = coefficient { scale } { number of a lower scale } [ hedge { scale } ]
//! scale   = 十 百 千 | 万 亿 兆 (10⁴, 10⁸, 10¹²; 万亿 multiplies)
//! hedge   = 余 | 多 (more) | 来 (about)
//! digits  = 1300 | 1,300 | 1，300 | 2.85 | 80,2% | 三 | 二〇二二 | 九十八点五 | 三四 | 几
//! ```
//!
//! Sources: GB/T 15835-2011 《出版物上数字用法》 (Arabic and Chinese numerals in print, 1.2亿,
//! 三四百 without 、, 二〇二二); the capital forms 壹贰叁…拾佰仟 of 《支付结算办法》, annex 1.
//! 兆 is 10¹², as an amount of money uses it.

mod amount;
mod arabic;
mod chinese;
mod decimal;
mod total;

pub use amount::amount;
pub use decimal::Decimal;

use total::{Digit, Total};

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The value; the lower one of 三四百.
    pub low: Decimal,
    /// The upper value of 三四百 (400) and of 十几 (19); else equal to `low`.
    pub high: Decimal,
    /// What the one coefficient was multiplied by: 10000 in 3万; 1 where several add up.
    pub scale: u64,
    /// 余, 多, 来 within or behind the number.
    pub hedge: Option<Hedge>,
    /// How it is written.
    pub form: Form,
    /// How many characters it takes.
    pub chars: usize,
}

/// What stands within or behind a number to say that it is not exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// 余, 多: somewhat more.
    More,
    /// 来: about.
    About,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 1300, 1.2亿: begins with an Arabic digit.
    Arabic,
    /// 三千五百: Chinese digits and scales.
    Chinese,
    /// 二〇二二: Chinese digits by place.
    Places,
    /// 百, 千万: scales above 十 without a digit.
    Round,
}

/// The number that `text` begins with, as long as it goes.
///
/// ```
/// use jianbao::numeral::number;
///
/// let reading = number::read_str("三千五百万元").unwrap();
/// assert_eq!(reading.low.to_string(), "35000000");
/// assert_eq!(reading.chars, 5);
/// ```
pub fn read_str(text: &str) -> Option<Reading> {
    // No number in range is longer than this.
    let chars: Vec<char> = text.chars().take(64).collect();
    read(&chars)
}

/// The number that `chars` begin with, as long as it goes; `None` where there is none, or one of
/// more than 25 digits.
///
/// Full-width digits and points have to be folded to ASCII before; full-width commas are read.
pub fn read(chars: &[char]) -> Option<Reading> {
    let mut total = Total::default();
    let (mut at, mut form, mut hedge) = (0, None, None);
    while let Some(rest) = chars.get(at..) {
        let digits = if hedge.is_none() { digits(rest, at == 0).ok()? } else { None };
        if let Some(digits) = digits {
            let fits = total.takes(&digits.digit) && (at == 0 || digits.form != Form::Places);
            if !fits {
                break;
            }
            total.push(digits.digit);
            form = form.filter(|&form| form != Form::Round).or(Some(digits.form));
            at += digits.chars;
        } else if let Some(scale) = rest.first().and_then(|&c| scale(c)) {
            if !total.scales_by(scale) {
                break;
            }
            total.scale(scale)?;
            form = form.or(Some(if scale > 10 { Form::Round } else { Form::Chinese }));
            at += 1;
        } else if let Some((places, used)) = chinese::fraction(rest).filter(|_| hedge.is_none()) {
            if form != Some(Form::Chinese) {
                break;
            }
            total.push_fraction(places);
            at += used;
        } else if let Some(word) = hedge_of(rest).filter(|_| hedge.is_none() && at > 0) {
            hedge = Some(word);
            at += 1;
        } else {
            break;
        }
    }
    let (low, high) = total.finish()?;
    Some(Reading { low, high, scale: total.product(), hedge, form: form?, chars: at })
}

/// The factor of 十, 百, 千, 万, 亿, 兆 and of their capital and traditional forms.
pub fn scale(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// Whether a Chinese numeral may hold this character: a digit, a scale, 几, 廿, 卅.
pub fn is_numeral(c: char) -> bool {
    chinese::digit(c).is_some() || scale(c).is_some() || matches!(c, '几' | '廿' | '卅')
}

/// Digits that were read, before any scale.
struct Digits {
    digit: Digit,
    form: Form,
    chars: usize,
}

impl Digits {
    /// The same behind 零: 1亿零500万.
    fn behind_zero(self) -> Self {
        Self { digit: self.digit.in_place(), chars: self.chars + 1, ..self }
    }
}

/// There are more digits than a [`Decimal`] holds.
struct OutOfRange;

/// The digits that `rest` begins with, if any.
fn digits(rest: &[char], first: bool) -> Result<Option<Digits>, OutOfRange> {
    let zero = rest.strip_prefix(&['零']).or_else(|| rest.strip_prefix(&['〇']));
    match (rest.first(), zero.map(|rest| (rest, rest.first()))) {
        (Some(c), _) if c.is_ascii_digit() => arabic::digits(rest).map(Some).ok_or(OutOfRange),
        (_, Some((rest, Some(c)))) if c.is_ascii_digit() => {
            let digits = arabic::digits(rest).ok_or(OutOfRange)?;
            Ok(Some(digits.behind_zero()))
        }
        _ => chinese::digits(rest, first),
    }
}

/// 余, 多 or 来 where it says that a number is not exact, and not the beginning of a word.
fn hedge_of(rest: &[char]) -> Option<Hedge> {
    let next = rest.get(1).copied().unwrap_or_default();
    match rest.first()? {
        '余' | '馀' if next != '额' => Some(Hedge::More),
        '多' if !matches!(next, '数' | '于') => Some(Hedge::More),
        '来' if !matches!(next, '自' | '源' | '电' | '访' | '年' | '往' | '到' | '看' | '说') => {
            Some(Hedge::About)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
