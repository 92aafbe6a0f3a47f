//! What bulletins of a text may be called, told without parsing it.

mod rows;

use memchr::memchr3;

use super::issue::Stamp;
use super::line::{self, is_blank};
use super::look::bracketed;
use super::piece::{cut_at_labels, label, pieces};
use crate::numeral::{Cursor, is_numeral, plain};

/// Years, numbers and days that stand in a text where mastheads and closing blocks may have them: those of
/// its bulletins, and more.
///
/// Ten thousand of these are kept, so each takes as little room as a few names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamps {
    /// Counted from [`FIRST_YEAR`].
    years: Few<3>,
    numbers: Few<5>,
    /// Month and day.
    days: Few<7>,
}

/// The first year that is told from those before it.
const FIRST_YEAR: usize = 1900;

/// The year before the first of the Republic.
const REPUBLIC: u32 = 1911;

/// A set of numbers below 64 times `N`; all others count as the greatest of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Few<const N: usize>([u64; N]);

impl Stamps {
    /// The stamps of a decoded text.
    pub fn of(text: &str) -> Self {
        let mut stamps = Self::default();
        rows::each_row(text, |row| stamps.take_row(row));
        stamps
    }

    /// Adds a number.
    pub fn add_number(&mut self, number: u32) {
        self.numbers.add(number as usize);
    }

    /// Adds a month, or a day of one.
    pub fn add_day(&mut self, month: u8, day: Option<u8>) {
        self.days.add(usize::from(month) * 32 + usize::from(day.unwrap_or_default()));
    }

    /// Whether it may have the year.
    pub fn may_have(&self, year: u16) -> bool {
        self.years.may_have(usize::from(year).saturating_sub(FIRST_YEAR))
    }

    /// Whether both may have a number, or a day.
    pub fn may_meet(&self, other: &Self) -> bool {
        self.numbers.may_meet(&other.numbers) || self.days.may_meet(&other.days)
    }

    fn take_row(&mut self, row: &str) {
        if !numerals_count(row) {
            self.take_runs(row);
        } else if let Some(line) = line::line(row, 0) {
            self.take_pieces(line.text);
            if let Some(inner) = bracketed(line.text) {
                self.take(Stamp::whole(inner));
                self.take_pieces(inner);
            }
        }
    }

    /// Takes whatever stamps may end in the pieces of a row.
    fn take_pieces(&mut self, text: &str) {
        for part in pieces(text).filter_map(|piece| text.get(piece)) {
            self.take_end(part);
            part.strip_suffix("**").into_iter().for_each(|part| self.take_end(part));
            if memchr3(b':', b'|', 0xef, part.as_bytes()).is_none() {
                continue;
            }
            for part in cut_at_labels(part) {
                self.take_end(part);
                if let Some((_, value)) = label(part) {
                    self.take(Stamp::whole(part));
                    self.take(Stamp::whole(value));
                }
            }
        }
    }

    fn take_end(&mut self, text: &str) {
        self.take(Stamp::at_end(text).map(|(_, stamp)| stamp));
    }

    /// Takes all that the Arabic numbers of a row may say in a stamp: faster than reading it.
    fn take_runs(&mut self, row: &str) {
        let mut rest = row;
        while let Some((_, digits)) = rest.split_at_checked(rest.find(is_digit).unwrap_or(rest.len())) {
            let end = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
            let Some((digits, after)) = digits.split_at_checked(end).filter(|_| end > 0) else { return };
            let before = row.get(..row.len() - digits.len() - after.len()).unwrap_or_default();
            self.take_run(before, digits, after);
            rest = after;
        }
    }

    /// Takes a run of digits; a stamp may begin behind the first of them.
    fn take_run(&mut self, before: &str, digits: &str, after: &str) {
        let length = digits.chars().count();
        let last = |count: usize| {
            let digits = digits.chars().skip(length.saturating_sub(count)).map(plain);
            digits.fold(0, |value, c| value * 10 + c.to_digit(10).unwrap_or_default())
        };
        let next = Cursor::new(after).peek();
        if length >= 4 && (1800..2200).contains(&last(4)) {
            self.add_year(last(4));
        } else if next == Some('年') {
            self.add_year(last(2) + if last(2) < 30 { 2000 } else { 1900 });
            self.add_year(last(3) + REPUBLIC);
        } else if length >= 3 && matches!(next, Some('.' | '-' | '/')) {
            self.add_year(last(3) + REPUBLIC);
        }
        match next {
            Some('月') => [last(2), last(1)].iter().for_each(|month| self.take_day(*month, after, '月')),
            Some(separator @ ('.' | '-' | '/')) if length >= 3 => {
                let mut cursor = Cursor::new(after);
                cursor.eat(&[separator]);
                if let Some(month) = cursor.digits() {
                    let behind = after.get(cursor.offset()..).unwrap_or_default();
                    self.take_day(month.value, behind, separator);
                }
            }
            _ => {}
        }
        if ends_number(before, after) {
            self.add_number(last(8));
        }
    }

    /// Takes a month, alone and with the day that follows behind a character.
    fn take_day(&mut self, month: u32, after: &str, behind: char) {
        let Some(month) = u8::try_from(month).ok().filter(|month| (1..=12).contains(month)) else { return };
        self.add_day(month, None);
        let mut cursor = Cursor::new(after);
        let day = Some(cursor.eat(&[behind])).filter(|&found| found).and_then(|_| cursor.digits());
        let day = day.and_then(|day| u8::try_from(day.value).ok()).filter(|day| (1..=31).contains(day));
        self.add_day(month, day);
    }

    fn add_year(&mut self, year: u32) {
        self.years.add((year as usize).saturating_sub(FIRST_YEAR));
    }

    fn take(&mut self, stamp: Option<Stamp>) {
        let Some(Stamp { issue, date, .. }) = stamp else { return };
        issue.number.into_iter().for_each(|number| self.add_number(number));
        let years = issue.year.into_iter().chain(date.and_then(|date| date.year));
        years.for_each(|year| self.add_year(u32::from(year)));
        if let Some((month, day)) = date.and_then(|date| Some((date.month?, date.day))) {
            self.add_day(month, day);
        }
    }
}

impl<const N: usize> Default for Few<N> {
    fn default() -> Self {
        Self([0; N])
    }
}

impl<const N: usize> Few<N> {
    fn add(&mut self, number: usize) {
        let number = number.min(64 * N - 1);
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    fn may_have(&self, number: usize) -> bool {
        let number = number.min(64 * N - 1);
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    fn may_meet(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether what stands around a run of digits makes it a number, or the first of several.
fn ends_number(before: &str, after: &str) -> bool {
    let mut cursor = Cursor::new(after);
    let mut left = NUMBERS;
    while left > 0 && cursor.eat_if(|c| matches!(c, ',' | '、' | '-' | '~' | '至' | '和' | '及' | '/' | '.'))
    {
        cursor.eat(&['第']);
        if cursor.digits().is_none() {
            return false;
        }
        left -= 1;
    }
    match cursor.peek() {
        Some('期' | '号' | '辑' | '刊' | '周') => true,
        Some(')' | ']' | '】' | '〕') => {
            let before = before.trim_end_matches(|c| is_blank(c) || c == '第');
            before.chars().next_back().is_some_and(|c| matches!(plain(c), '(' | '[' | '【' | '〔' | '〖'))
        }
        _ => left == 0,
    }
}

/// Numbers of a joint issue that are looked at; whatever has more may be one.
const NUMBERS: usize = 3;

/// Whether Chinese numerals of a row may say something in a stamp: those of a heading (一、) do not, nor those
/// inside a word (第三产业).
fn numerals_count(row: &str) -> bool {
    let mut rest = row;
    while let Some((_, numeral)) = rest.find(is_numeral).and_then(|at| rest.split_at_checked(at)) {
        let behind = numeral.trim_start_matches(is_numeral);
        let after = behind.trim_start_matches(is_blank);
        let mut next = after.chars().filter(|c| !is_blank(*c)).map(plain);
        let counts = match next.next() {
            Some('、') => next.next().is_some_and(|c| c.is_ascii_digit() || c == '第' || is_numeral(c)),
            Some(c) if after.len() < behind.len() && is_numeral(c) => true,
            Some('年' | '月' | '期' | '号' | '辑' | '刊' | '周' | '第' | '至' | '和' | '及') => {
                true
            }
            Some(c) => !c.is_alphanumeric(),
            None => false,
        };
        if counts {
            return true;
        }
        rest = behind;
    }
    false
}
