//! Decimal numbers with six places, so that amounts print, compare and add as they are written.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg};

/// A decimal number, exact to six places: 6.6亿 is 660000000, and 0.1 + 0.2 is 0.3.
///
/// It holds any number up to 10³¹; sums that would leave this range stay at its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i128);

/// Millionths in one.
const ONE: i128 = 1_000_000;
/// Places after the point.
const PLACES: usize = 6;

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(ONE);

    /// An integer.
    pub const fn integer(number: u64) -> Self {
        Self(number as i128 * ONE)
    }

    /// The fraction `over` / `under`, rounded to six places; `None` when `under` is 0.
    pub fn fraction(over: Self, under: Self) -> Option<Self> {
        let scaled = over.0.checked_mul(ONE)?.checked_mul(2)?;
        let twice = scaled.checked_div(under.0)?;
        Some(Self(i128::midpoint(twice, twice.signum())))
    }

    /// The number with digits `whole` before and `places` after the point, each digit 0 to 9.
    ///
    /// Places after the sixth are dropped. `None` when it has more than 25 digits before the point.
    pub fn from_digits(
        whole: impl IntoIterator<Item = u32>,
        places: impl IntoIterator<Item = u32>,
    ) -> Option<Self> {
        const LIMIT: i128 = 10_i128.pow(25);
        let mut number = 0_i128;
        for digit in whole {
            number = number * 10 + i128::from(digit);
            if number >= LIMIT {
                return None;
            }
        }
        let mut places = places.into_iter();
        for _ in 0..PLACES {
            number = number * 10 + i128::from(places.next().unwrap_or_default());
        }
        Some(Self(number))
    }

    /// This number `factor` times; `None` out of range.
    pub fn times(self, factor: u64) -> Option<Self> {
        self.0.checked_mul(i128::from(factor)).map(Self)
    }

    /// A tenth of it, `times` over.
    #[must_use]
    pub fn tenth(self, times: u32) -> Self {
        Self(self.0 / 10_i128.saturating_pow(times))
    }

    /// The nearest double.
    #[expect(clippy::cast_precision_loss, reason = "a double is asked for, and holds 15 digits")]
    pub fn to_f64(self) -> f64 {
        match self.0 % ONE {
            0 => (self.0 / ONE) as f64,
            _ => self.0 as f64 / ONE as f64,
        }
    }

    /// The number without its fraction; the greatest or least integer where it does not fit.
    pub fn whole(self) -> i64 {
        let end = if self.0 < 0 { i64::MIN } else { i64::MAX };
        i64::try_from(self.0 / ONE).unwrap_or(end)
    }

    /// The number when it is an integer that fits.
    pub fn to_integer(self) -> Option<i64> {
        (self.0 % ONE == 0).then(|| i64::try_from(self.0 / ONE).ok()).flatten()
    }
}

impl Add for Decimal {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::ZERO, Add::add)
    }
}

/// Plain, without exponent, separators and closing zeros: `660000000`, `3.85`.
impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) =
            (self.0.unsigned_abs() / ONE.unsigned_abs(), self.0.unsigned_abs() % ONE.unsigned_abs());
        let text = format!("{sign}{whole}.{rest:06}");
        out.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}
