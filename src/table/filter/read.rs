//! The reader of expressions: one pass over the characters, from left to right.

use std::ops::Bound as End;

use super::error::{bound_names, state_names};
use super::{Day, Expected, FilterError, Key, Reach, Term, Test};
use crate::figure::{self, Bound, State};
use crate::numeral::number::{self, Decimal};
use crate::numeral::{Date, PrintedDate, plain};
use crate::text::Folded;

/// The terms of an expression.
pub(super) fn terms(expression: &str) -> Result<Vec<Term>, FilterError> {
    let mut reader = Reader { chars: expression.chars().collect(), at: 0 };
    let mut terms = Vec::new();
    loop {
        reader.skip_while(char::is_whitespace);
        if reader.peek().is_none() {
            return Ok(terms);
        }
        terms.push(reader.term()?);
    }
}

/// The name of an issue as names are compared: half-width, without zeros before the number.
pub(super) fn issue(name: &str) -> String {
    let name: String = name.chars().map(plain).collect();
    match name.rsplit_once('-') {
        Some((year, number)) => format!("{year}-{}", number.trim_start_matches('0')),
        None => name,
    }
}

/// The first and the last day of a date.
pub(super) fn days(date: Date) -> (Day, Day) {
    let first = (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
    let last = (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31));
    (first, last)
}

/// How the values of a term are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Is,
    More,
    AtLeast,
    Less,
    AtMost,
}

/// A part of the expression with the code point where it begins.
struct Word {
    at: usize,
    text: String,
}

impl Word {
    /// That something else was expected here.
    fn error(&self, expected: impl FnOnce(String) -> Expected) -> FilterError {
        FilterError { at: self.at, expected: expected(self.text.clone()) }
    }

    /// The two sides of `low..high`; the word twice where there is no `..`.
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

struct Reader {
    chars: Vec<char>,
    at: usize,
}

impl Reader {
    fn term(&mut self) -> Result<Term, FilterError> {
        let negated = self.peek() == Some('-');
        self.at += usize::from(negated);
        let key = self.word(|c| is_operator(c) || c == '|');
        let Some(name) = Key::ALL.into_iter().find(|name| name.names().contains(&key.text.as_str())) else {
            return Err(key.error(Expected::Key));
        };
        let before = self.at;
        let operator =
            self.operator().ok_or(FilterError { at: before, expected: Expected::Operator(name) })?;
        if operator != Operator::Is && !name.is_ordered() {
            return Err(FilterError { at: before, expected: Expected::Colon(name) });
        }
        let mut tests = Vec::new();
        loop {
            let value = self.value(name)?;
            tests.push(test(name, operator, &value)?);
            if self.peek() != Some('|') {
                return Ok(Term { negated, tests });
            }
            self.at += 1;
        }
    }

    fn operator(&mut self) -> Option<Operator> {
        let operator = match self.peek()? {
            ':' | '=' => Operator::Is,
            '>' => Operator::More,
            '<' => Operator::Less,
            '≥' => Operator::AtLeast,
            '≤' => Operator::AtMost,
            _ => return None,
        };
        self.at += 1;
        let or_equal = self.peek() == Some('=');
        let (operator, equal) = match operator {
            Operator::More if or_equal => (Operator::AtLeast, 1),
            Operator::Less if or_equal => (Operator::AtMost, 1),
            other => (other, 0),
        };
        self.at += equal;
        Some(operator)
    }

    /// A value up to a blank or `|`, or between quotation marks.
    fn value(&mut self, key: Key) -> Result<Word, FilterError> {
        let open = self.at;
        let value = if matches!(self.peek(), Some('"' | '“')) {
            self.at += 1;
            let start = self.at;
            self.skip_while(|c| !matches!(c, '"' | '”'));
            let value = self.since(start);
            if self.peek().is_none() {
                return Err(FilterError { at: open, expected: Expected::Quote });
            }
            self.at += 1;
            value
        } else {
            self.word(|c| c == '|')
        };
        if value.text.trim().is_empty() {
            return Err(FilterError { at: open, expected: Expected::Value(key) });
        }
        Ok(value)
    }

    /// The characters up to a blank or one that ends the word.
    fn word(&mut self, ends: impl Fn(char) -> bool) -> Word {
        let start = self.at;
        // `self.at` walks over the characters as written, `ends` sees them in half width.
        while self.peek().is_some_and(|c| !c.is_whitespace() && !ends(c)) {
            self.at += 1;
        }
        self.since(start)
    }

    fn since(&self, start: usize) -> Word {
        let chars = self.chars.get(start..self.at).unwrap_or_default();
        Word { at: start, text: chars.iter().collect() }
    }

    fn skip_while(&mut self, is_skipped: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&is_skipped) {
            self.at += 1;
        }
    }

    /// The next character; operators, `-` and `|` in half width.
    fn peek(&self) -> Option<char> {
        let c = *self.chars.get(self.at)?;
        let narrow = plain(c);
        let is_sign = is_operator(narrow) || matches!(c, '－' | '−' | '｜');
        Some(if is_sign { narrow } else { c })
    }
}

const fn is_operator(c: char) -> bool {
    matches!(c, ':' | '=' | '>' | '<' | '≥' | '≤')
}

fn test(key: Key, operator: Operator, value: &Word) -> Result<Test, FilterError> {
    let folded = || Folded::new(&value.text).as_str().to_owned();
    Ok(match key {
        Key::Unit => Test::Unit(unit(&value.text)),
        Key::Noun => Test::Noun(folded()),
        Key::Text => Test::Text(folded()),
        Key::Serial => Test::Serial(folded()),
        Key::Issue => Test::Issue(issue(&value.text)),
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
    })
}

/// From a value to the reach of what it means; `read` gives the first and the last of a side.
fn reach<T: Copy>(
    operator: Operator,
    value: &Word,
    mut read: impl FnMut(&Word) -> Result<(T, T), FilterError>,
) -> Result<Reach<T>, FilterError> {
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
fn number(word: &Word) -> Result<(Decimal, Option<&'static str>), FilterError> {
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
    let unit = figure::unit_name(&rest).ok_or(FilterError { at: behind, expected: Expected::Unit(rest) })?;
    Ok((number, Some(unit)))
}

/// The usual name of a unit; 万元 is 元. An unknown one is taken as it is: 元/亩.
fn unit(written: &str) -> String {
    let written: String = written.chars().map(plain).collect();
    let bare = written.trim_start_matches(|c| number::scale(c).is_some());
    figure::unit_name(&written).or_else(|| figure::unit_name(bare)).map_or(written.clone(), str::to_owned)
}

fn state(word: &Word) -> Result<State, FilterError> {
    let found = State::ALL.into_iter().find(|&state| state_names(state).contains(&word.text.as_str()));
    found.ok_or_else(|| word.error(Expected::State))
}

fn bound(word: &Word) -> Result<Bound, FilterError> {
    let found = Bound::ALL.into_iter().find(|&bound| bound_names(bound).contains(&word.text.as_str()));
    found.ok_or_else(|| word.error(Expected::Bound))
}

fn year(word: &Word) -> Result<(u16, u16), FilterError> {
    let written = word.plain();
    let digits = written.strip_suffix('年').unwrap_or(&written);
    let year = digits.parse().ok().or_else(|| {
        // 二〇二二 by its places.
        crate::numeral::chinese(digits).and_then(|year| u16::try_from(year).ok())
    });
    year.map(|year| (year, year)).ok_or_else(|| word.error(Expected::Year))
}

/// A date as far as it is written: 2022-11-10, 2022-11, 2022.
fn date(word: &Word) -> Result<(Day, Day), FilterError> {
    if let Ok((year, _)) = year(word) {
        return Ok(days(Date { year, month: None, day: None }));
    }
    let written = word.plain();
    let read = PrintedDate::at_start(&written).filter(|(_, length)| *length == written.len());
    read.and_then(|(date, _)| date.with_year(None)).map(days).ok_or_else(|| word.error(Expected::Date))
}
