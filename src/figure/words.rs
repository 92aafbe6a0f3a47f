//! A set of words, asked for the longest one that begins or ends at a glyph.

use std::cmp::Reverse;

use foldhash::{HashMap, HashMapExt as _};

/// Words with what they mean.
pub(super) struct Words<T> {
    rows: HashMap<char, Vec<(Vec<char>, T)>>,
}

impl<T: Copy> Words<T> {
    /// Words that are looked up from their first character on.
    pub(super) fn forward<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self::new(rows.into_iter().map(|(word, meaning)| (word.chars().collect(), meaning)))
    }

    /// Words that are looked up from their last character back.
    pub(super) fn backward<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self::new(rows.into_iter().map(|(word, meaning)| (word.chars().rev().collect(), meaning)))
    }

    /// The longest word that `chars` begin with: its length and its meaning.
    pub(super) fn at(&self, chars: &[char]) -> Option<(usize, T)> {
        let rows = self.rows.get(chars.first()?)?;
        let row = rows.iter().find(|(word, _)| chars.starts_with(word));
        row.map(|(word, meaning)| (word.len(), *meaning))
    }

    /// The longest word that `chars` end with: its length and its meaning.
    pub(super) fn ending(&self, chars: &[char]) -> Option<(usize, T)> {
        let rows = self.rows.get(chars.last()?)?;
        let ends = |word: &[char]| {
            chars.len() >= word.len() && word.iter().zip(chars.iter().rev()).all(|(a, b)| a == b)
        };
        let row = rows.iter().find(|(word, _)| ends(word));
        row.map(|(word, meaning)| (word.len(), *meaning))
    }

    fn new(words: impl Iterator<Item = (Vec<char>, T)>) -> Self {
        let mut words: Vec<(Vec<char>, T)> = words.collect();
        // Among the words of a character the longest is found first.
        words.sort_by_key(|(word, _)| Reverse(word.len()));
        let mut rows: HashMap<char, Vec<(Vec<char>, T)>> = HashMap::new();
        for (word, meaning) in words {
            if let Some(&first) = word.first() {
                rows.entry(first).or_default().push((word, meaning));
            }
        }
        Self { rows }
    }
}

/// Whether `chars` begin with this word.
pub(super) fn begins(chars: &[char], word: &str) -> bool {
    let mut chars = chars.iter();
    word.chars().all(|c| chars.next() == Some(&c))
}

/// Whether `chars` end with this word.
pub(super) fn ends(chars: &[char], word: &str) -> bool {
    let mut chars = chars.iter().rev();
    word.chars().rev().all(|c| chars.next() == Some(&c))
}

/// The length of the first of these words that `chars` begin with.
pub(super) fn any_at(chars: &[char], words: &[&str]) -> Option<usize> {
    let word = words.iter().find(|word| begins(chars, word));
    word.map(|word| word.chars().count())
}

/// The length of the first of these words that `chars` end with.
pub(super) fn any_ending(chars: &[char], words: &[&str]) -> Option<usize> {
    let word = words.iter().find(|word| ends(chars, word));
    word.map(|word| word.chars().count())
}

/// Where the first of these words stands.
pub(super) fn position(chars: &[char], words: &[&str]) -> Option<usize> {
    (0..chars.len()).find(|&at| chars.get(at..).is_some_and(|rest| any_at(rest, words).is_some()))
}

/// The rows of a table of words; behind `!` stand the characters that make another word of one.
pub(super) fn rows(table: &'static [&'static str]) -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = table.iter().flat_map(|line| line.split_whitespace());
    rows.map(|row| row.split_once('!').unwrap_or((row, "")))
}
