//! Chinese integers: 一百零五, 二〇二三, 廿三, and the way back.

use super::{HanSet, plain};

/// The digits as they are written by [`in_chinese`].
const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// One character of a Chinese integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// 一 to 九, 零.
    Digit(u64),
    /// 十, 百, 千: multiply the digit before them.
    Unit(u64),
    /// 万, 亿: multiply all before them.
    Myriad(u64),
    /// 廿, 卅, 卌: tens in one character.
    Tens(u64),
}

/// The value of a whole Chinese integer; `None` where a character is none of it, or it overflows.
///
/// Read are numbers with units (一百零五, 三千一百四十四, 两万), digits in a row (二〇二三, with 〇 ○ 零 and the
/// letter O as zero), 廿 卅 卌 for twenty, thirty, forty, and the forms 壹 to 玖, 拾 佰 仟 of accounts.
pub fn chinese(text: &str) -> Option<u64> {
    integer(text.chars())
}

/// The value of the integer that these characters print.
pub(super) fn integer(text: impl Iterator<Item = char>) -> Option<u64> {
    let (mut sum, mut section, mut digit) = (0_u64, 0_u64, None);
    let mut positional = true;
    let mut any = false;
    for character in text {
        any = true;
        match sign(character)? {
            Sign::Digit(value) if positional => {
                digit = Some(digit.unwrap_or(0_u64).checked_mul(10)?.checked_add(value)?);
            }
            Sign::Digit(value) => digit = Some(value),
            Sign::Unit(unit) => {
                positional = false;
                section = section.checked_add(digit.take().unwrap_or(1).max(1).checked_mul(unit)?)?;
            }
            Sign::Tens(value) => {
                positional = false;
                section = section.checked_add(value)?;
            }
            Sign::Myriad(unit) => {
                positional = false;
                section = section.checked_add(digit.take().unwrap_or(0))?;
                // 三万亿: the greater unit multiplies what the lesser one has summed up.
                if sum < unit {
                    section = section.checked_add(std::mem::take(&mut sum))?;
                }
                sum = sum.checked_add(section.max(1).checked_mul(unit)?)?;
                section = 0;
            }
        }
    }
    any.then_some(())?;
    sum.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

/// The integer with units, as ordinals are printed: 十一, 二十, 一百零五. From 10¹⁶ on, where units would
/// have to be stacked, digits in a row.
pub fn in_chinese(value: u64) -> String {
    let mut out = String::new();
    if value == 0 {
        out.push('零');
    } else if value < 1_0000_0000_0000_0000 {
        write_with_units(value, false, &mut out);
    } else {
        out.extend(value.to_string().bytes().filter_map(|digit| DIGITS.get(usize::from(digit - b'0'))));
    }
    match out.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => out,
    }
}

/// The value of an ordinal in either script: `12`, `１２`, 十二.
pub fn ordinal(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    if text.starts_with(is_numeral) {
        return u32::try_from(chinese(text)?).ok();
    }
    let arabic = text.chars().try_fold(0_u32, |value, character| {
        let digit = plain(character).to_digit(10)?;
        value.checked_mul(10)?.checked_add(digit)
    });
    arabic.or_else(|| u32::try_from(chinese(text)?).ok())
}

/// Whether the character can stand in a Chinese integer below ten thousand.
pub(crate) fn is_numeral(character: char) -> bool {
    // As a set, since this is asked of nearly every character.
    static HAN: HanSet = HanSet::of("零一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟廿卅卌");
    HAN.contains(character) || matches!(character, '〇' | '○' | 'O' | 'o' | 'Ｏ')
}

fn sign(character: char) -> Option<Sign> {
    Some(match character {
        '〇' | '○' | '零' | 'O' | 'o' | 'Ｏ' => Sign::Digit(0),
        '一' | '壹' => Sign::Digit(1),
        '二' | '贰' | '貳' | '两' | '兩' => Sign::Digit(2),
        '三' | '叁' | '參' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' | '陸' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '十' | '拾' => Sign::Unit(10),
        '百' | '佰' => Sign::Unit(100),
        '千' | '仟' => Sign::Unit(1000),
        '万' | '萬' => Sign::Myriad(1_0000),
        '亿' | '億' => Sign::Myriad(1_0000_0000),
        '廿' => Sign::Tens(20),
        '卅' => Sign::Tens(30),
        '卌' => Sign::Tens(40),
        _ => return None,
    })
}

/// Writes the value; 零 stands for missing digits inside, and before it where `gap` says so.
fn write_with_units(value: u64, mut gap: bool, out: &mut String) {
    for (scale, name) in [(1_0000_0000, '亿'), (1_0000, '万')] {
        if value >= scale {
            write_with_units(value / scale, gap, out);
            out.push(name);
            let rest = value % scale;
            if rest > 0 {
                write_with_units(rest, rest < scale / 10, out);
            }
            return;
        }
    }
    let mut begun = false;
    for (scale, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / scale % 10;
        if digit == 0 {
            gap = gap || begun;
            continue;
        }
        if gap {
            out.push('零');
        }
        (gap, begun) = (false, true);
        out.extend(DIGITS.get(digit as usize));
        out.push_str(unit);
    }
}
