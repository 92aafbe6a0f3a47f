//! Arabic digits with separators of either width.

use super::total::Digit;
use super::{Decimal, Digits, Form};

/// The digits that `rest` begins with: 1300, 1,300, 1，300, 2.85, 80,2%.
///
/// `None` when there are more than a number holds. `rest` begins with a digit.
pub(super) fn digits(rest: &[char]) -> Option<Digits> {
    let mut whole = Vec::new();
    let mut at = run(rest, 0);
    whole.extend(values(rest, 0, at));
    if (1..=3).contains(&at) && !rest.starts_with(&['0']) {
        // Nine groups are out of range already.
        while at < 36 && is_separator(rest.get(at)) && run(rest, at + 1) == 3 {
            whole.extend(values(rest, at + 1, at + 4));
            at += 4;
        }
    }
    let places = places(rest, at);
    let digit = Decimal::from_digits(whole, values(rest, at + 1, at + 1 + places))?;
    if places > 0 {
        at += 1 + places;
    }
    Some(Digits { digit: Digit::new(digit, digit, at == 1), form: Form::Arabic, chars: at })
}

/// How many digits stand from `at` on.
fn run(rest: &[char], at: usize) -> usize {
    let from = rest.get(at..).unwrap_or_default();
    from.iter().take_while(|c| c.is_ascii_digit()).count()
}

fn values(rest: &[char], from: usize, to: usize) -> impl Iterator<Item = u32> {
    let digits = rest.get(from..to).unwrap_or_default();
    digits.iter().filter_map(|c| c.to_digit(10))
}

/// The comma between thousands.
fn is_separator(c: Option<&char>) -> bool {
    matches!(c, Some(',' | '，'))
}

/// How many places follow a decimal point at `at`.
///
/// An ASCII comma is a decimal one only before 1 or 2 digits and %, 万 or 亿: elsewhere it parts
/// two numbers.
fn places(rest: &[char], at: usize) -> usize {
    let places = run(rest, at + 1);
    let closes = matches!(rest.get(at + 1 + places), Some('%' | '‰' | '万' | '亿'));
    match rest.get(at) {
        Some('.') => places,
        Some(',') if places <= 2 && closes => places,
        _ => 0,
    }
}
