//! Finds a word in a text without a folded copy of it: the word's rarest character is looked for in
//! each of its forms, and what stands around it is folded on the way.

use std::ops::Range;

use memchr::memmem::Finder;

use super::census::Census;
use crate::text::{fold, forms_of, has_marks};

/// A word to be found in any of its forms.
#[derive(Debug, Clone)]
pub(super) struct Literal {
    /// The folded characters; at least one.
    chars: Vec<char>,
    /// The index of the character that is looked for first.
    anchor: usize,
    /// Each usual form of it, for a search in UTF-8.
    forms: Vec<Finder<'static>>,
    /// Whether it has other forms, with marks.
    is_letter: bool,
}

impl Literal {
    /// The word as it is folded; `None` for blanks.
    pub(super) fn new(word: &str, census: &Census) -> Option<Self> {
        let chars: Vec<char> = word.chars().filter_map(fold).collect();
        let forms: Vec<Vec<char>> = chars.iter().map(|&c| forms_of(c)).collect();
        let cost = |forms: &Vec<char>| {
            let count: u32 = forms.iter().map(|&c| census.count(c)).sum();
            // Each form is a pass over the text.
            (forms.len() as u32) * Census::PASS + count
        };
        let (anchor, forms) = forms.into_iter().enumerate().min_by_key(|(_, forms)| cost(forms))?;
        let finder = |c: char| Finder::new(c.encode_utf8(&mut [0; 4]).as_bytes()).into_owned();
        let is_letter = chars.get(anchor).is_some_and(|&c| c.is_alphabetic() && c < '\u{3000}');
        let forms = forms.into_iter().map(finder).collect();
        Some(Self { chars, anchor, forms, is_letter })
    }

    /// The folded characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Calls `visit` with each place where the word stands, in bytes; they may overlap, and those of
    /// different forms come in turn.
    pub(super) fn each(&self, text: &str, visit: &mut impl FnMut(Range<usize>)) {
        if self.is_letter && has_marks(text) {
            let anchor = self.chars.get(self.anchor).copied();
            let places = text.char_indices().filter(|&(_, c)| fold(c) == anchor);
            places.filter_map(|(at, c)| self.around(text, at, c.len_utf8())).for_each(visit);
            return;
        }
        for form in &self.forms {
            let places = form.find_iter(text.as_bytes());
            places.filter_map(|at| self.around(text, at, form.needle().len())).for_each(&mut *visit);
        }
    }

    /// The word around its anchor, which stands at a byte.
    fn around(&self, text: &str, at: usize, length: usize) -> Option<Range<usize>> {
        let (before, behind) = self.chars.split_at_checked(self.anchor)?;
        let mut left = text.get(..at)?.chars();
        for &wanted in before.iter().rev() {
            step(|| left.next_back(), wanted)?;
        }
        let mut right = text.get(at + length..)?.chars();
        for &wanted in behind.iter().skip(1) {
            step(|| right.next(), wanted)?;
        }
        let end = text.len() - right.as_str().len();
        // Marks on the last character belong to it.
        let marks = right.take_while(|&c| fold(c).is_none() && !c.is_whitespace());
        Some(left.as_str().len()..end + marks.map(char::len_utf8).sum::<usize>())
    }
}

/// Goes on to the next character that is not left out; `None` where it is not the wanted one.
#[inline]
fn step(mut next: impl FnMut() -> Option<char>, wanted: char) -> Option<()> {
    loop {
        let c = next()?;
        if c == wanted {
            return Some(());
        }
        if let Some(folded) = fold(c) {
            return (folded == wanted).then_some(());
        }
    }
}
