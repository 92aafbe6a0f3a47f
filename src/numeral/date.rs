//! Dates in the forms in which bulletins print them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Cursor;
use super::cursor::Digits;

/// A date as far as it is printed: a year, a month, a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year, Gregorian.
    pub year: u16,
    /// The month, 1 to 12; `None` where only the year is printed.
    pub month: Option<u8>,
    /// The day, 1 to 31; `None` where it is not printed.
    pub day: Option<u8>,
}

/// A date of which the year may be missing too (6月28日).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PrintedDate {
    /// The year, Gregorian (中華民國101年 is 2012).
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
}

impl PrintedDate {
    /// The date that `text` begins with, and its length in bytes.
    ///
    /// Read are 85年3月22日 (1985), 2023年4月3日, 2023 年 4 月, 二〇二三年四月三日, 六月廿八日, 中華民國101年5月1日, 2023.04.03,
    /// 2023-4-3, 2023/4/3. A year alone, or a month alone, is no date.
    pub fn at_start(text: &str) -> Option<(Self, usize)> {
        let mut cursor = Cursor::new(text);
        let date = Self::read(&mut cursor)?;
        Some((date, cursor.offset()))
    }

    /// Reads the date at a place, which is left anywhere where there is none.
    pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let republic = match cursor.peek()? {
            '中' | '民' => ["中华民国", "民国"].iter().any(|era| cursor.eat_word(era)),
            _ => false,
        };
        let christian = cursor.eat_word("公元");
        let first = cursor.digits()?;
        let date = if cursor.eat(&['年']) {
            let month = cursor.digits()?;
            let mut date = month_and_day(month, cursor)?;
            date.year = Some(match first.length {
                // 八五年三月廿二日; without a day it may be how long something took.
                2 if !republic && date.day.is_some() => within_century(first),
                _ => gregorian(first, republic)?,
            });
            date
        } else if republic {
            return None;
        } else if let Some((date, behind)) = with_separators(first, cursor.clone()) {
            *cursor = behind;
            date
        } else if christian {
            return None;
        } else {
            let date = month_and_day(first, cursor)?;
            date.day?;
            date
        };
        Some(date)
    }

    /// The date with its year, taken from `year` where none is printed.
    pub fn with_year(self, year: Option<u16>) -> Option<Date> {
        Some(Date { year: self.year.or(year)?, month: self.month, day: self.day })
    }
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

/// 4月3日 or 4月, of which the month is read; the cursor stays before a day that is none.
fn month_and_day(month: Digits, cursor: &mut Cursor<'_>) -> Option<PrintedDate> {
    let month = within(month, 12)?;
    if !cursor.eat(&['月']) {
        return None;
    }
    let mut ahead = cursor.clone();
    let day = ahead.digits().and_then(|day| within(day, 31)).filter(|_| ahead.eat(&['日', '号']));
    if day.is_some() {
        *cursor = ahead;
    }
    Some(PrintedDate { year: None, month: Some(month), day })
}

/// The rest of 2023.04.03, 2023-4-3, 2023/4/3, or of 2023.04, and the cursor behind it.
fn with_separators(first: Digits, mut cursor: Cursor<'_>) -> Option<(PrintedDate, Cursor<'_>)> {
    let year = gregorian(first, false)?;
    let separator = cursor.peek().filter(|next| matches!(next, '.' | '-' | '/'))?;
    cursor.eat(&[separator]);
    let month = within(cursor.digits()?, 12)?;
    let mut ahead = cursor.clone();
    let day = Some(ahead.eat(&[separator])).filter(|&found| found).and_then(|_| within(ahead.digits()?, 31));
    if day.is_some() {
        cursor = ahead;
    }
    Some((PrintedDate { year: Some(year), month: Some(month), day }, cursor))
}

/// The year of two digits: 1930 to 2029.
const fn within_century(printed: Digits) -> u16 {
    let year = printed.value as u16;
    if year < 30 { 2000 + year } else { 1900 + year }
}

fn gregorian(printed: Digits, republic: bool) -> Option<u16> {
    let year = u16::try_from(printed.value).ok()?;
    // 112年9月15日 stands for 中華民國112年.
    if republic || printed.length == 3 {
        return (1..=200).contains(&year).then(|| year + 1911);
    }
    (printed.length == 4 && (1800..=2199).contains(&year)).then_some(year)
}

fn within(printed: Digits, last: u32) -> Option<u8> {
    let value = u8::try_from(printed.value).ok()?;
    (1..=last).contains(&printed.value).then_some(value)
}
