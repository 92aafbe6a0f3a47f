//! A paragraph as the scanner sees it: without blanks, in half-width forms, every glyph with its place.

use std::ops::Range;

/// The glyphs of a paragraph, and where each stands in it.
pub(super) struct Glyphs<'a> {
    paragraph: &'a str,
    chars: Vec<char>,
    at: Vec<usize>,
}

impl<'a> Glyphs<'a> {
    /// Reads a paragraph.
    ///
    /// Blanks and line breaks are left out, so that 1495 万元 and a number parted at the end of a
    /// line read as one; only a blank that parts two numbers stays.
    pub(super) fn of(paragraph: &'a str) -> Self {
        let mut glyphs = Self {
            paragraph,
            chars: Vec::with_capacity(paragraph.len() / 3),
            at: Vec::with_capacity(paragraph.len() / 3),
        };
        let mut gap = None;
        for (at, c) in paragraph.char_indices() {
            match fold(c) {
                Folded::Break if gap.is_none() => gap = Some((at, false)),
                Folded::Nothing | Folded::Break => {}
                Folded::Blank => gap = Some(gap.map_or((at, true), |(first, _)| (first, true))),
                Folded::Glyph(c) => {
                    if let Some((blank, true)) = gap.take()
                        && glyphs.parts_numbers(c, paragraph.get(at..).unwrap_or_default())
                    {
                        glyphs.push(' ', blank);
                    }
                    glyphs.push(c, at);
                }
            }
        }
        glyphs
    }

    /// All glyphs.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The glyph at an index.
    pub(super) fn get(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    /// The glyphs from an index on.
    pub(super) fn from(&self, index: usize) -> &[char] {
        self.chars.get(index..).unwrap_or_default()
    }

    /// The glyphs before an index.
    pub(super) fn before(&self, index: usize) -> &[char] {
        self.chars.get(..index).unwrap_or(&self.chars)
    }

    /// The glyphs of a range.
    pub(super) fn slice(&self, range: Range<usize>) -> &[char] {
        self.chars.get(range).unwrap_or_default()
    }

    /// The bytes of the paragraph that a range of glyphs takes, first to last glyph.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let start = self.at.get(range.start).copied();
        let last = range.end.checked_sub(1).and_then(|last| self.at.get(last).copied());
        let (start, last) = (start.unwrap_or_default(), last.unwrap_or_default());
        let rest = self.paragraph.get(last..).unwrap_or_default();
        start..last + rest.chars().next().map_or(0, char::len_utf8)
    }

    fn push(&mut self, c: char, at: usize) {
        self.chars.push(c);
        self.at.push(at);
    }

    /// Whether a blank before `c` parts two numbers: digits on both sides that are not 7 800.
    fn parts_numbers(&self, c: char, rest: &str) -> bool {
        let digits = |c: &&char| c.is_ascii_digit();
        let before = self.chars.iter().rev().take(4).take_while(digits).count();
        if before == 0 || !c.is_ascii_digit() {
            return false;
        }
        let digit = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
        let after = rest.chars().take(4).take_while(digit).count();
        !(before <= 3 && after == 3)
    }
}

/// What a character is to the scanner.
enum Folded {
    Glyph(char),
    Blank,
    Break,
    Nothing,
}

/// Full-width ASCII becomes ASCII, save the marks ，；：！？, which part clauses.
fn fold(c: char) -> Folded {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Folded::Break,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Folded::Nothing,
        '，' | '；' | '：' | '！' | '？' => Folded::Glyph(c),
        '\u{ff01}'..='\u{ff5e}' => Folded::Glyph(char::from_u32(c as u32 - 0xfee0).unwrap_or(c)),
        '﹪' => Folded::Glyph('%'),
        c if c.is_whitespace() => Folded::Blank,
        c => Folded::Glyph(c),
    }
}
