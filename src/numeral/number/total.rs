//! The sum that a number comes to while its digits and scales are read.

use super::Decimal;

/// A coefficient, before its scale; two values for 三四 and 几.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Digit {
    low: Decimal,
    high: Decimal,
    /// One digit without 零 before it: with it 三万五 is 35000.
    single: bool,
}

impl Digit {
    pub(super) const fn new(low: Decimal, high: Decimal, single: bool) -> Self {
        Self { low, high, single }
    }

    pub(super) fn small(low: u32, high: u32, single: bool) -> Self {
        Self::new(Decimal::integer(u64::from(low)), Decimal::integer(u64::from(high)), single)
    }

    /// The same where its place is certain.
    pub(super) const fn in_place(self) -> Self {
        Self::new(self.low, self.high, false)
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.low + other.low, self.high + other.high, false)
    }

    fn times(self, factor: u64) -> Option<Self> {
        Some(Self::new(self.low.times(factor)?, self.high.times(factor)?, false))
    }

    fn is_zero(&self) -> bool {
        self.high == Decimal::ZERO
    }
}

/// The smallest scale that closes a group of four digits.
const BIG: u64 = 10_000;

/// A number while it is read.
#[derive(Debug, Default)]
pub(super) struct Total {
    /// What 万, 亿, 兆 have closed, and the last of them.
    closed: Digit,
    big: Option<u64>,
    /// What 十, 百, 千 have made since, and the last of them.
    group: Digit,
    small: Option<u64>,
    /// The digit that waits for its scale.
    digit: Option<Digit>,
    coefficients: usize,
    factor: Option<u64>,
}

impl Total {
    /// Whether a coefficient can stand here: below the last scale, and not behind another one.
    pub(super) fn takes(&self, digit: &Digit) -> bool {
        let last = self.small.or(self.big);
        self.digit.is_none() && last.is_none_or(|last| digit.high < Decimal::integer(last))
    }

    /// Adds a coefficient.
    pub(super) fn push(&mut self, digit: Digit) {
        self.digit = Some(digit);
        self.coefficients += 1;
    }

    /// Adds the places after 点.
    pub(super) fn push_fraction(&mut self, places: Decimal) {
        let places = Digit::new(places, places, false);
        self.digit = Some(self.digit.unwrap_or_default().plus(places));
        self.coefficients += 1;
    }

    /// Whether this scale can stand here.
    pub(super) fn scales_by(&self, scale: u64) -> bool {
        let nothing = self.digit.is_none() && self.group.is_zero();
        if scale < BIG {
            let falls = self.small.is_none_or(|small| scale < small);
            // 一百十 leaves the 一 of 一十 out.
            let bare = nothing && self.closed.is_zero() || scale == 10 && self.small == Some(100);
            falls && (self.digit.is_some() || bare)
        } else if nothing {
            self.closed.is_zero() || self.big.is_some_and(|big| scale > big)
        } else {
            true
        }
    }

    /// Multiplies by a scale; `None` out of range.
    pub(super) fn scale(&mut self, scale: u64) -> Option<()> {
        let digit = self.digit.take();
        self.factor = Some(self.factor.unwrap_or(1).saturating_mul(scale));
        if scale < BIG {
            let digit = digit.unwrap_or(Digit::small(1, 1, false));
            self.group = self.group.plus(digit.times(scale)?);
            self.small = Some(scale);
            return Some(());
        }
        let mut section = self.group.plus(digit.unwrap_or_default());
        if section.is_zero() && self.closed.is_zero() {
            section = Digit::small(1, 1, false);
        }
        // 三万五千亿: the greater scale multiplies what 万 has closed, too.
        self.closed = if self.big.is_some_and(|big| scale > big) {
            self.closed.plus(section).times(scale)?
        } else {
            self.closed.plus(section.times(scale)?)
        };
        self.big = Some(scale);
        self.group = Digit::default();
        self.small = None;
        Some(())
    }

    /// The product of the scales, where they multiply one coefficient; else 1.
    pub(super) fn product(&self) -> u64 {
        self.factor.filter(|_| self.coefficients <= 1).unwrap_or(1)
    }

    /// The lower and the upper value.
    pub(super) fn finish(&self) -> Option<(Decimal, Decimal)> {
        let mut digit = self.digit.unwrap_or_default();
        let last = self.small.or(self.big).filter(|&last| last > 10);
        if let Some(last) = last.filter(|_| digit.single) {
            digit = digit.times(last / 10)?;
        }
        let total = self.closed.plus(self.group).plus(digit);
        Some((total.low, total.high))
    }
}
