//! Texts as they are compared: without their blanks, or their letters alone, in the plain form of characters.

use std::borrow::Cow;

use super::line::{is_blank, is_han};
use crate::numeral::plain;

/// The text without its blanks and stars, in the plain form of its characters: for comparison.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    only(text, |c| !is_blank(c) && c != '*')
}

/// Whether the text is one of these words but for blanks, stars and the script.
pub(super) fn is_one_of(text: &str, words: &[&str]) -> bool {
    let mut bare = ink(text).filter(|c| *c != '*');
    // Most texts do not even begin like one.
    let first = bare.next();
    words.iter().any(|word| {
        let mut word = word.chars();
        word.next() == first && bare.clone().eq(word)
    })
}

/// Whether two texts are the same without their blanks, in plain characters.
pub(super) fn same_bare(one: &str, other: &str) -> bool {
    ink(one).eq(ink(other))
}

/// The characters of a text that leave ink, in their plain form.
fn ink(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars().filter(|c| !is_blank(*c)).map(plain)
}

/// The letters and digits of a text in their plain form: how titles are compared.
pub(super) fn letters(text: &str) -> Cow<'_, str> {
    only(text, is_letter)
}

/// The first of the [`letters`].
pub(super) fn first_letter(text: &str) -> Option<char> {
    text.chars().find(|c| is_letter(*c)).map(plain)
}

/// The first two of the [`letters`].
pub(super) fn first_letters(text: &str) -> (Option<char>, Option<char>) {
    let mut letters = text.chars().filter(|c| is_letter(*c)).map(plain);
    (letters.next(), letters.next())
}

/// The characters of a text that are wanted, in their plain form; most texts are so already.
fn only(text: &str, is_wanted: impl Fn(char) -> bool) -> Cow<'_, str> {
    let is_odd = |c: char| !is_wanted(c) || plain(c) != c;
    let Some((same, rest)) = text.find(is_odd).and_then(|odd| text.split_at_checked(odd)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(same);
    out.extend(rest.chars().filter(|c| is_wanted(*c)).map(plain));
    Cow::Owned(out)
}

/// Whether the character is a letter or digit.
#[inline]
fn is_letter(character: char) -> bool {
    // What stands between Han characters mostly: quotation marks and dashes, 、。《》, full-width punctuation.
    let sign = matches!(
        character,
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
    );
    is_han(character) || !sign && character.is_alphanumeric()
}

/// Whether a text has a letter: a digit is none.
pub(super) fn has_letter(text: &str) -> bool {
    text.chars().any(|c| is_han(c) || c.is_alphabetic())
}
