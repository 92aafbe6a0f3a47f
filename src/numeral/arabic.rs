//! Writes numbers in Arabic digits.

/// Adds a number to a text. Names and addresses are made of numbers, by the ten thousand: what `format!`
/// does takes five times as long.
pub(crate) fn push_arabic(text: &mut String, number: u32) {
    if number >= 10 {
        push_arabic(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
