//! Chinese digits: single, by place, and the pairs 三四 and 几 that mean a range.

use super::total::Digit;
use super::{Decimal, Digits, Form, OutOfRange, scale};

/// The value of one Chinese digit, everyday or capital.
pub(super) const fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '貳' | '两' | '兩' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The digits that `rest` begins with, if any.
///
/// `first` says that nothing was read before them: 几百 is 2 to 9 hundred, 十几 is 11 to 19.
pub(super) fn digits(rest: &[char], first: bool) -> Result<Option<Digits>, OutOfRange> {
    if let Some(vague) = vague(rest, first) {
        return Ok(Some(vague));
    }
    let run: Vec<u32> = rest.iter().map_while(|&c| digit(c)).collect();
    let chars = run.len();
    let known = |digit| Digits { digit, form: Form::Chinese, chars };
    Ok(match *run.as_slice() {
        [] => None,
        [one] => Some(known(Digit::small(one, one, one > 0))),
        [0, one] => Some(known(Digit::small(one, one, false))),
        // 三五 is the one pair with a gap that means a range (三五天, 三五百).
        [one, two] if one > 0 && (two == one + 1 || (one, two) == (3, 5)) => {
            Some(known(Digit::small(one, two, true)))
        }
        _ => {
            let number = Decimal::from_digits(run, None).ok_or(OutOfRange)?;
            Some(Digits { digit: Digit::new(number, number, false), form: Form::Places, chars })
        }
    })
}

/// The places after 点, and how many characters they take with it.
pub(super) fn fraction(rest: &[char]) -> Option<(Decimal, usize)> {
    let places = rest.strip_prefix(&['点'])?;
    let places: Vec<u32> = places.iter().map_while(|&c| digit(c)).collect();
    let chars = places.len() + 1;
    (chars > 1).then_some((Decimal::from_digits(None, places)?, chars))
}

/// 几 and 数 where a scale stands beside them, 廿 and 卅.
fn vague(rest: &[char], first: bool) -> Option<Digits> {
    let scaled = rest.get(1).is_some_and(|&c| scale(c).is_some());
    let digit = match rest.first()? {
        '几' | '数' if first && scaled => Digit::small(2, 9, false),
        '几' if !first => Digit::small(1, 9, false),
        '廿' | '卅' => return Some(tens(rest)),
        _ => return None,
    };
    Some(Digits { digit, form: Form::Chinese, chars: 1 })
}

/// 廿 (20) and 卅 (30), with the digit that may follow.
fn tens(rest: &[char]) -> Digits {
    let tens = if rest.starts_with(&['廿']) { 20 } else { 30 };
    let one = rest.get(1).and_then(|&c| digit(c)).filter(|&one| one > 0);
    let value = tens + one.unwrap_or_default();
    Digits {
        digit: Digit::small(value, value, false),
        form: Form::Chinese,
        chars: 1 + usize::from(one.is_some()),
    }
}
