//! Text folded for search, with the way back to the source.

use std::ops::Range;

use super::cluster::Clusters;
use super::columns::Ambiguous;

/// A text in which full and half width, upper and lower case, composed and decomposed letters and
/// the three zeros 〇 ○ 零 are alike, and blanks and line breaks are left out: a word is found
/// where a line break or a spaced-out heading parts it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    pieces: Vec<Piece>,
}

/// A run of folded text and the source that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the folded text, in bytes.
    at: u32,
    /// Where its source begins and ends, in bytes.
    start: u32,
    end: u32,
    /// Whether folded text and source agree byte by byte; else it is one cluster, taken whole.
    same: bool,
}

impl Folded {
    /// Folds a text of less than 4 GiB.
    pub fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), pieces: Vec::new() };
        for cluster in Clusters::new(text, Ambiguous::Narrow) {
            let at = folded.text.len();
            for c in cluster.symbol.chars() {
                fold(c, &mut folded.text);
            }
            let added = folded.text.get(at..).unwrap_or_default();
            if !added.is_empty() {
                let same = text.get(cluster.bytes.clone()) == Some(added);
                folded.add(at, &cluster.bytes, same);
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

    /// The source of a range of the folded text that is not empty, whole clusters; `None` where
    /// the range does not lie in the text.
    pub fn source(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let first = self.piece(folded.start)?;
        let last = self.piece(folded.end.checked_sub(1)?)?;
        let start = if first.same {
            first.start as usize + (folded.start - first.at as usize)
        } else {
            first.start as usize
        };
        let end =
            if last.same { last.start as usize + (folded.end - last.at as usize) } else { last.end as usize };
        Some(start..end)
    }

    /// The piece that holds a byte of the folded text.
    fn piece(&self, at: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.at as usize <= at);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        (at < self.text.len()).then_some(*piece)
    }

    fn add(&mut self, at: usize, source: &Range<usize>, same: bool) {
        let (start, end) = (source.start as u32, source.end as u32);
        match self.pieces.last_mut() {
            Some(last) if last.same && same && last.end == start => last.end = end,
            // A second glyph of one source cluster.
            Some(last) if last.start == start && last.end == end => {}
            _ => self.pieces.push(Piece { at: at as u32, start, end, same }),
        }
    }
}

/// Adds what a character is in folded text; nothing for blanks. Further kinds of likeness
/// (traditional and simplified characters) belong here.
fn fold(c: char, folded: &mut String) {
    let half = match c {
        '○' | '零' => '〇',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match half {
        '\u{3001}'..='\u{9fff}' => folded.push(half),
        _ if half.is_ascii() => folded.extend((half != ' ').then(|| half.to_ascii_lowercase())),
        _ if half.is_whitespace() => {}
        _ => folded.extend(half.to_lowercase()),
    }
}

#[cfg(test)]
mod tests;
