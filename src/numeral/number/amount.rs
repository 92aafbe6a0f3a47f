//! Amounts as a person reads them.

use super::Decimal;
use crate::message::Lang;

/// A number as it is read aloud, with the blank or the scale that goes before its unit: `1.2 亿`, in
/// English `120,000,000 `. Nothing is rounded.
pub fn amount(value: Decimal, lang: Lang) -> String {
    let plain = value.to_string();
    if lang == Lang::En {
        return grouped(&plain) + " ";
    }
    let scales = [(8, " 亿"), (4, " 万")];
    let whole = plain.trim_start_matches('-').split('.').next().unwrap_or_default().len();
    let scale = scales.into_iter().find(|&(zeros, _)| whole > zeros);
    scale.map_or_else(|| plain.clone() + " ", |(zeros, name)| shifted(&plain, zeros) + name)
}

/// The number with its point so many places farther to the left.
fn shifted(plain: &str, places: usize) -> String {
    let (whole, rest) = plain.split_once('.').unwrap_or((plain, ""));
    let (before, behind) = whole.split_at_checked(whole.len().saturating_sub(places)).unwrap_or(("0", whole));
    let all = format!("{before}.{behind}{rest}");
    all.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The digits before the point in groups of three.
fn grouped(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, places) =
        digits.split_once('.').map_or((digits, None), |(whole, places)| (whole, Some(places)));
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + &places.map(|places| format!(".{places}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: u64, tenths: u32, chinese: &str, english: &str) {
        let value = Decimal::integer(written).tenth(tenths);
        assert_eq!(amount(value, Lang::Zh), chinese);
        assert_eq!(amount(value, Lang::En), english);
        assert_eq!(amount(-value, Lang::En), format!("-{english}"));
    }

    #[test]
    fn nothing_is_rounded() {
        check(9_999, 0, "9999 ", "9,999 ");
        check(10_000, 0, "1 万", "10,000 ");
        check(99_999_999, 0, "9999.9999 万", "99,999,999 ");
        check(100_000_000, 0, "1 亿", "100,000,000 ");
        check(26_046_788_651_515, 3, "260.46788651515 亿", "26,046,788,651.515 ");
        check(125, 2, "1.25 ", "1.25 ");
    }
}
