//! Text folded for search, with the way back to the source.

use std::ops::Range;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::clean::is_dropped;
use super::variants::PAIRS;

/// What a character is in folded text; `None` where it is left out: blanks, line breaks, marks on
/// letters, characters without a shape.
///
/// Alike are full and half width, upper and lower case, letters with and without marks, the zeros
/// 〇 ○ 零, and the traditional, rare and simplified forms of a Han character (開 开). Folding twice
/// is folding once.
pub fn fold(c: char) -> Option<char> {
    match c {
        '\u{3400}'..='\u{9fff}' => Some(usual_han(c)),
        // Dashes, quotation marks and dots, which stand in every paragraph; brackets and stops.
        '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{302f}' => Some(c),
        '\u{21}'..='\u{7e}' => Some(c.to_ascii_lowercase()),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_lowercase()),
        _ => fold_other(c),
    }
}

/// The first Han character of the table below.
const FIRST_HAN: u32 = 0x3400;

/// For each of U+3400 to U+9FFF what it is in folded text; 0: itself.
static USUAL: [u16; 0x6c00] = usual_table();

fn usual_han(c: char) -> char {
    let usual = USUAL.get((u32::from(c) - FIRST_HAN) as usize).copied().unwrap_or_default();
    char::from_u32(u32::from(usual)).filter(|_| usual != 0).unwrap_or(c)
}

#[cold]
fn fold_other(c: char) -> Option<char> {
    if c.is_whitespace() || is_dropped(c) {
        return None;
    }
    let base = match c {
        '○' => '〇',
        // Syllables are whole; all else is told by its base, as é is by e.
        '\u{ac00}'..='\u{d7a3}' => c,
        _ => {
            let mut first = None;
            decompose_canonical(c, |part| _ = first.get_or_insert(part));
            first?
        }
    };
    let base = base.to_lowercase().next()?;
    if is_combining_mark(base) {
        return None;
    }
    // A compatibility ideograph is a Han character by its base.
    if ('\u{3400}'..='\u{9fff}').contains(&base) { Some(usual_han(base)) } else { Some(base) }
}

/// The forms of Han characters in [`PAIRS`], and a few more.
#[expect(clippy::indexing_slicing, clippy::large_stack_arrays, reason = "done by the compiler")]
const fn usual_table() -> [u16; 0x6c00] {
    /// Three bytes of UTF-8 (RFC 3629, section 3).
    const fn point(bytes: &[u8], at: usize) -> u16 {
        (bytes[at] as u16 & 0xf) << 12 | (bytes[at + 1] as u16 & 0x3f) << 6 | (bytes[at + 2] as u16 & 0x3f)
    }
    let mut table = [0; 0x6c00];
    let pairs = PAIRS.as_bytes();
    let mut at = 0;
    while at < pairs.len() {
        table[(point(pairs, at) - FIRST_HAN as u16) as usize] = point(pairs, at + 3);
        at += 6;
    }
    table['零' as usize - FIRST_HAN as usize] = '〇' as u16;
    // The database knows the simplified 讬, which nobody prints.
    table['託' as usize - FIRST_HAN as usize] = '托' as u16;
    table
}

/// The Han characters that are led to another one, with that one.
pub fn forms() -> impl Iterator<Item = (char, char)> {
    let han = (FIRST_HAN..).zip(USUAL).filter(|(_, usual)| *usual != 0);
    han.filter_map(|(form, usual)| Some((char::from_u32(form)?, char::from_u32(u32::from(usual))?)))
}

/// The usual forms of a folded character, itself first: upper case, full width, the forms of a Han
/// character. Letters with marks are left out; [`has_marks`] tells where they may stand.
pub fn forms_of(folded: char) -> Vec<char> {
    let mut all = vec![folded];
    let is_form = |c: &char| *c != folded && fold(*c) == Some(folded);
    match folded {
        ..'\u{3000}' => all.extend(('A'..='Z').chain('\u{ff01}'..='\u{ff5e}').filter(is_form)),
        '\u{3040}'..='\u{30ff}' => all.extend(('\u{3040}'..='\u{30ff}').filter(is_form)),
        _ => {
            let before = |(at, _)| PAIRS.get(..at)?.chars().next_back();
            let others = ['○', '零', '託'].into_iter().chain('\u{f900}'..='\u{fad9}');
            all.extend(PAIRS.match_indices(folded).filter_map(before).chain(others).filter(is_form));
        }
    }
    all
}

/// Whether a text may have letters beside those of ASCII and their full-width twins that are alike with
/// letters of ASCII.
pub fn has_marks(text: &str) -> bool {
    // The first bytes of U+0100 to U+1FFF (RFC 3629).
    let letter = |byte: &u8| matches!(byte, 0xc4..=0xe1);
    // Without a way out the machine looks at many bytes at once.
    let any = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | letter(byte));
    let bytes = text.as_bytes();
    // U+00C0 to U+00FF, × and ÷ aside; the signs of Kelvin and Ångström stand by themselves.
    let is_sign = |at: usize| matches!(bytes.get(at + 1), Some(0x97 | 0xb7));
    bytes.chunks(4096).any(any)
        || memchr::memchr_iter(0xc3, bytes).any(|at| !is_sign(at))
        || [b"\xe2\x84\xaa", b"\xe2\x84\xab"].iter().any(|sign| memchr::memmem::find(bytes, *sign).is_some())
}

/// A text in which what [`fold`] holds alike is alike: a word is found where a line break or a
/// spaced-out heading parts it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    pieces: Vec<Piece>,
}

/// A run of folded text and the source that it comes from: each character takes as many bytes here
/// as there, or the run is one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the folded text, in bytes.
    at: u32,
    /// Where its source begins and ends, in bytes; marks behind its last character included.
    start: u32,
    end: u32,
}

impl Folded {
    /// Folds a text of less than 4 GiB.
    pub fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), pieces: Vec::new() };
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match fold(c) {
                Some(c) => folded.add(c, at, end),
                // What has no place of its own belongs to the character before it.
                None if !c.is_whitespace() => folded.extend(at, end),
                None => {}
            }
        }
        folded
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where `needle`, folded likewise, stands in the source: ranges of bytes in ascending order
    /// that do not overlap. Nothing for a needle of blanks.
    pub fn find(&self, needle: &str) -> Vec<Range<usize>> {
        let needle = Self::new(needle).text;
        if needle.is_empty() {
            return Vec::new();
        }
        let hits = self.text.match_indices(&needle);
        hits.filter_map(|(at, hit)| self.source(at..at + hit.len())).collect()
    }

    /// The source of a range of the folded text that is not empty, whole characters with their
    /// marks; `None` where the range does not lie in the text.
    pub fn source(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let (first, _) = self.piece(folded.start)?;
        let (last, behind) = self.piece(folded.end.checked_sub(1)?)?;
        let single = |piece: Piece| self.is_single(piece);
        let offset = |piece: Piece, at: usize| if single(piece) { 0 } else { at - piece.at as usize };
        let start = first.start as usize + offset(first, folded.start);
        let end = if folded.end == behind || single(last) {
            last.end as usize
        } else {
            last.start as usize + offset(last, folded.end)
        };
        Some(start..end)
    }

    /// The piece that holds a byte of the folded text, and where it ends there.
    fn piece(&self, at: usize) -> Option<(Piece, usize)> {
        let after = self.pieces.partition_point(|piece| piece.at as usize <= at);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        let end = self.pieces.get(after).map_or(self.text.len(), |next| next.at as usize);
        (at < self.text.len()).then_some((*piece, end))
    }

    /// Whether a piece is one character.
    fn is_single(&self, piece: Piece) -> bool {
        let rest = self.text.get(piece.at as usize..).unwrap_or_default();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = self.piece(piece.at as usize).map_or(0, |(_, end)| end);
        piece.at as usize + first == end
    }

    fn add(&mut self, c: char, start: usize, end: usize) {
        let at = self.text.len();
        let even = |from: usize, to: usize, here: usize| to - from == here;
        let goes_on = self.pieces.last().is_some_and(|last| {
            let run = even(last.start as usize, last.end as usize, at - last.at as usize);
            run && last.end as usize == start && even(start, end, c.len_utf8())
        });
        self.text.push(c);
        match self.pieces.last_mut() {
            Some(last) if goes_on => last.end = end as u32,
            _ => self.pieces.push(Piece { at: at as u32, start: start as u32, end: end as u32 }),
        }
    }

    /// Lets the last character take in source behind it.
    fn extend(&mut self, start: usize, end: usize) {
        if let Some(last) = self.pieces.last_mut().filter(|last| last.end as usize == start) {
            last.end = end as u32;
        }
    }
}

#[cfg(test)]
mod tests;
