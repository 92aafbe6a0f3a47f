//! The values behind the keys: numbers, units, states, years, dates, addresses.

use std::ops::Bound as End;

use super::error::{Expected, QueryError, bound_names, state_names};
use super::{Day, Key, Reach, Test};
use crate::bulletin::Place;
use crate::figure::{self, Bound, State};
use crate::numeral::number::{self, Decimal};
use crate::numeral::{Date, PrintedDate, chinese, plain};

/// How the values of a test are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Is,
    More,
    AtLeast,
    Less,
    AtMost,
}

/// A part of the query with the code point where it begins.
pub(super) struct Word {
    pub at: usize,
    pub text: String,
}

impl Word {
    /// That something else was expected here.
    pub(super) fn error(&self, expected: impl FnOnce(String) -> Expected) -> QueryError {
        QueryError { at: self.at, expected: expected(self.text.clone()) }
    }

    /// The two sides of `low..high`.
    fn sides(&self) -> Option<(Self, Self)> {
        let (low, high) = self.text.split_once("..")?;
        let behind = self.at + low.chars().count() + 2;
        Some((Self { at: self.at, text: low.to_owned() }, Self { at: behind, text: high.to_owned() }))
    }

    /// The characters in half width.
    fn plain(&self) -> String {
        self.text.chars().map(plain).collect()
    }
}

/// The name of an issue as names are compared: half-width, without zeros before the number.
pub fn issue_name(name: &str) -> String {
    let name: String = name.chars().map(plain).collect();
    match name.rsplit_once('-') {
        Some((year, number)) => format!("{year}-{}", number.trim_start_matches('0')),
        None => name,
    }
}

/// The first and the last day of a date.
pub fn days(date: Date) -> (Day, Day) {
    let first = (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
    let last = (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31));
    (first, last)
}

/// The test for a value behind a key whose values are no words.
pub(super) fn test(key: Key, operator: Operator, value: &Word) -> Result<Test, QueryError> {
    Ok(match key {
        Key::Unit => Test::Unit(unit(&value.text)),
        Key::Issue => Test::Issue(issue_name(&value.text)),
        Key::Place => place(value)?,
        Key::State => Test::State(state(value)?),
        Key::Bound => Test::Bound(bound(value)?),
        Key::Year => Test::Year(reach(operator, value, year)?),
        Key::Date => Test::Date(reach(operator, value, date)?),
        Key::Value => {
            let mut printed = None;
            let reach = reach(operator, value, |word| {
                let (number, unit) = number(word)?;
                printed = unit.or(printed);
                Ok((number, number))
            })?;
            Test::Value(reach, printed)
        }
        _ => return Err(value.error(Expected::Key)),
    })
}

/// A part by its address: `2022-12/1/3`, `/1` in any issue.
fn place(value: &Word) -> Result<Test, QueryError> {
    let written = value.plain();
    let mut parts = written.trim_end_matches('/').split('/');
    let name = parts.next().filter(|name| !name.is_empty()).map(issue_name);
    let step =
        |part: &str| part.parse().ok().or_else(|| chinese(part).and_then(|step| u32::try_from(step).ok()));
    let steps: Option<Vec<u32>> = parts.map(step).collect();
    match steps {
        Some(steps) if name.is_some() || !steps.is_empty() => Ok(Test::Place(name, Place(steps))),
        _ => Err(value.error(Expected::Address)),
    }
}

/// From a value to the reach of what it means; `read` gives the first and the last of a side.
fn reach<T: Copy>(
    operator: Operator,
    value: &Word,
    mut read: impl FnMut(&Word) -> Result<(T, T), QueryError>,
) -> Result<Reach<T>, QueryError> {
    if operator == Operator::Is
        && let Some((low, high)) = value.sides()
        && !(low.text.is_empty() && high.text.is_empty())
    {
        let from = if low.text.is_empty() { End::Unbounded } else { End::Included(read(&low)?.0) };
        let to = if high.text.is_empty() { End::Unbounded } else { End::Included(read(&high)?.1) };
        return Ok((from, to));
    }
    let (first, last) = read(value)?;
    Ok(match operator {
        Operator::Is => (End::Included(first), End::Included(last)),
        Operator::More => (End::Excluded(last), End::Unbounded),
        Operator::AtLeast => (End::Included(first), End::Unbounded),
        Operator::Less => (End::Unbounded, End::Excluded(first)),
        Operator::AtMost => (End::Unbounded, End::Included(last)),
    })
}

/// A number such as 1000万, 1.2亿, 20%, 三千, -5, with the unit behind it.
fn number(word: &Word) -> Result<(Decimal, Option<&'static str>), QueryError> {
    let written = word.plain();
    let (sign, digits) = written.strip_prefix('-').map_or((1, written.as_str()), |rest| (-1, rest));
    let reading = number::read_str(digits).filter(|reading| reading.hedge.is_none());
    let Some(reading) = reading.filter(|reading| reading.low == reading.high) else {
        return Err(word.error(Expected::Number));
    };
    let rest: String = digits.chars().skip(reading.chars).collect();
    let number = if sign < 0 { -reading.low } else { reading.low };
    if rest.is_empty() {
        return Ok((number, None));
    }
    let behind = word.at + usize::from(sign < 0) + reading.chars;
    let unit = figure::unit_name(&rest).ok_or(QueryError { at: behind, expected: Expected::Unit(rest) })?;
    Ok((number, Some(unit)))
}

/// The usual name of a unit; 万元 is 元. An unknown one is taken as it is: 元/亩.
fn unit(written: &str) -> String {
    let written: String = written.chars().map(plain).collect();
    let bare = written.trim_start_matches(|c| number::scale(c).is_some());
    figure::unit_name(&written).or_else(|| figure::unit_name(bare)).map_or(written.clone(), str::to_owned)
}

fn state(word: &Word) -> Result<State, QueryError> {
    let found = State::ALL.into_iter().find(|&state| state_names(state).contains(&word.text.as_str()));
    found.ok_or_else(|| word.error(Expected::State))
}

fn bound(word: &Word) -> Result<Bound, QueryError> {
    let found = Bound::ALL.into_iter().find(|&bound| bound_names(bound).contains(&word.text.as_str()));
    found.ok_or_else(|| word.error(Expected::Bound))
}

fn year(word: &Word) -> Result<(u16, u16), QueryError> {
    let written = word.plain();
    let digits = written.strip_suffix('年').unwrap_or(&written);
    let year = digits.parse().ok().or_else(|| {
        // 二〇二二 by its places.
        crate::numeral::chinese(digits).and_then(|year| u16::try_from(year).ok())
    });
    year.map(|year| (year, year)).ok_or_else(|| word.error(Expected::Year))
}

/// A date as far as it is written: 2022-11-10, 2022-11, 2022.
fn date(word: &Word) -> Result<(Day, Day), QueryError> {
    if let Ok((year, _)) = year(word) {
        return Ok(days(Date { year, month: None, day: None }));
    }
    let written = word.plain();
    let read = PrintedDate::at_start(&written).filter(|(_, length)| *length == written.len());
    read.and_then(|(date, _)| date.with_year(None)).map(days).ok_or_else(|| word.error(Expected::Date))
}
