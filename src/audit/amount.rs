//! A figure as it is printed: the digits, the scale, the unit behind them.

use crate::figure::{Bound, Figure};
use crate::numeral::number::{self, Decimal};

/// One number in digits with at most one scale: `2310 万元`, `6.83万人`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount<'a> {
    /// What the digits say: 2310, 6.83.
    pub face: Decimal,
    /// What 万 and 亿 multiply them by.
    pub scale: u64,
    /// How many digits stand behind the point.
    pub places: u32,
    /// What is printed behind the digits: `万元`.
    pub unit: &'a str,
}

impl<'a> Amount<'a> {
    /// The figure as printed in `text`; `None` where it is not exact, or is written otherwise: in
    /// Chinese numerals, or with several scales.
    pub(super) fn of(text: &'a str, figure: &Figure) -> Option<Self> {
        let is_exact = figure.bound == Bound::Exact && figure.value_max.is_none();
        let printed = text.get(figure.span.clone()).filter(|_| is_exact)?;
        let (mut whole, mut places, mut behind_point) = (Vec::new(), Vec::new(), false);
        let mut rest = printed.chars();
        loop {
            let after = rest.as_str();
            match rest.next()? {
                c if digit(c).is_some() => {
                    if behind_point { &mut places } else { &mut whole }.extend(digit(c));
                }
                '.' | '．' if !behind_point => behind_point = true,
                // Separators of thousands, blanks and line ends.
                c if c.is_whitespace() || matches!(c, ',' | '，') => {}
                _ => {
                    return Self::checked(figure, &whole, &places, after);
                }
            }
        }
    }

    fn checked(figure: &Figure, whole: &[u32], places: &[u32], unit: &'a str) -> Option<Self> {
        let face = Decimal::from_digits(whole.iter().copied(), places.iter().copied())?;
        let scales = unit.chars().map_while(number::scale);
        let scale = scales.fold(1_u64, u64::saturating_mul);
        // The 千 of 千瓦 belongs to the unit.
        let scale = [scale, 1].into_iter().find(|&scale| face.times(scale) == Some(figure.value))?;
        Some(Self { face, scale, places: places.len() as u32, unit })
    }

    /// The value of one in the last printed place: of 6.83万 a hundred.
    pub(super) fn last_place(&self) -> Decimal {
        Decimal::integer(self.scale).tenth(self.places)
    }
}

/// The value of a digit, full-width or not.
fn digit(c: char) -> Option<u32> {
    let narrow = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32);
    c.to_digit(10).or_else(|| narrow?.to_digit(10))
}
