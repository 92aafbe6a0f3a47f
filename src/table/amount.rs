//! Amounts as a person reads them.

use crate::message::Lang;
use crate::numeral::number::Decimal;

/// A number as it is read aloud, with the blank or the scale that goes before its unit: `1.2 亿`, in
/// English `120,000,000 `. Nothing is rounded.
pub fn amount(value: Decimal, lang: Lang) -> String {
    let plain = value.to_string();
    if lang == Lang::En {
        return grouped(&plain) + " ";
    }
    // The greatest scale that the value has six places for.
    let scales = [(8, 100_000_000, " 亿"), (4, 10_000, " 万")];
    let exact = scales.into_iter().find(|&(zeros, scale, _)| {
        value >= Decimal::integer(scale) && value.tenth(zeros).times(scale) == Some(value)
    });
    exact.map_or(plain + " ", |(zeros, _, name)| value.tenth(zeros).to_string() + name)
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
