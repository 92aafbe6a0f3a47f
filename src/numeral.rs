//! Chinese and Arabic numerals, ordinals and markers, dates.

pub mod number;

use std::fmt;

/// A date as far as it is printed: a year, a month, a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, Gregorian.
    pub year: u16,
    /// The month, 1 to 12; `None` where only the year is printed.
    pub month: Option<u8>,
    /// The day, 1 to 31; `None` where it is not printed.
    pub day: Option<u8>,
}

/// ISO 8601: `2022-11-10`, `2022-11`, `2022`.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(out, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(out, "-{day:02}")?;
            }
        }
        Ok(())
    }
}
