//! Breaks text into lines, as UAX #14 and GB/T 15834 have it for Chinese.

mod class;
mod gap;
mod number;

use std::ops::Range;

use super::clean::is_line_break;
use super::cluster::Clusters;
use super::columns::Ambiguous;
use gap::{Gap, Gaps};

/// How lines are to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrap {
    /// The columns of a line, indent included.
    pub width: usize,
    /// The columns that the indent of the first line takes off it.
    pub first: usize,
    /// The columns that the indent of every other line takes off it.
    pub rest: usize,
    /// What the terminal makes of ambiguous characters.
    pub mode: Ambiguous,
}

impl Wrap {
    /// Lines of `width` columns without indent.
    pub const fn new(width: usize, mode: Ambiguous) -> Self {
        Self { width, first: 0, rest: 0, mode }
    }

    /// The columns for text in a line, at least one.
    fn room(&self, first: bool) -> usize {
        let indent = if first { self.first } else { self.rest };
        self.width.saturating_sub(indent).max(1)
    }
}

/// The lines of a text, as ranges of its bytes, in order.
///
/// Line breaks of the text end a line; an empty line gives an empty range, an empty text no line.
/// Blanks at the end of a line belong to no line, those at the beginning of the text or after a
/// line break stay as its indent where they leave room. Every other glyph belongs to one line.
/// A line fits its width, unless it is a single grapheme that does not.
///
/// Each line takes as much as fits. It ends at the last place that is free to break; where there
/// is none, rules yield in this order: parts of a date, number and unit, words, closing and opening
/// punctuation, the inside of a number.
pub fn wrap(text: &str, options: &Wrap) -> Vec<Range<usize>> {
    let mut breaker = Breaker::new(options);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_line_break).unwrap_or(rest.len());
        let (line, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        breaker.set(line, text.len() - rest.len());
        rest = after.strip_prefix("\r\n").unwrap_or_else(|| {
            let mut chars = after.chars();
            chars.next();
            chars.as_str()
        });
    }
    breaker.lines
}

/// A glyph that is not blank, as the breaker sees it. Columns count from the paragraph's
/// beginning, bytes from the text's.
#[derive(Debug, Clone, Copy)]
struct Item {
    /// How it is bound to the one before.
    gap: Gap,
    start: usize,
    end: usize,
    /// The columns before it and after it.
    from: usize,
    to: usize,
}

/// A place where the line may end.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// Where the line would end, its last blanks left out.
    end: usize,
    /// Where the next line would begin.
    next: usize,
    /// The columns from the beginning of the paragraph to `next`.
    columns: usize,
}

/// Fills lines glyph by glyph. No glyph is looked at twice but those of a first line that is
/// longer than the others: for each kind of gap the last one of the line is remembered, with the
/// columns before it, so that a line that goes back to a gap need not be measured again.
struct Breaker<'o> {
    options: &'o Wrap,
    lines: Vec<Range<usize>>,
    /// Where the line begins, in bytes of the text and in columns of the paragraph.
    start: usize,
    start_columns: usize,
    /// Where the last glyph that is not blank ends; `None` before the first.
    end: Option<usize>,
    /// The place before the first glyph of a paragraph, while its line lasts.
    indent: Option<Candidate>,
    /// The last gap of each kind in the line. Glyphs that share their source have none between.
    candidates: [Option<Candidate>; Gap::COUNT],
    /// What stands in the first line, where it has more room than the others: what is carried
    /// over from it may not fit the second.
    first: Vec<Item>,
}

impl<'o> Breaker<'o> {
    const fn new(options: &'o Wrap) -> Self {
        Self {
            options,
            lines: Vec::new(),
            start: 0,
            start_columns: 0,
            end: None,
            indent: None,
            candidates: [None; Gap::COUNT],
            first: Vec::new(),
        }
    }

    /// Sets one paragraph, which begins at byte `offset` of the text.
    fn set(&mut self, paragraph: &str, offset: usize) {
        self.start = offset;
        self.start_columns = 0;
        self.end = None;
        self.candidates = [None; Gap::COUNT];
        self.first.clear();
        let keep = self.lines.is_empty() && self.options.room(true) > self.options.room(false);
        let mut gaps = Gaps::default();
        let mut columns = 0;
        for glyph in Clusters::new(paragraph, self.options.mode) {
            let from = columns;
            columns += usize::from(glyph.columns);
            if glyph.is_blank() {
                gaps.blank();
                continue;
            }
            let item = Item {
                gap: gaps.before(&glyph.symbol),
                start: offset + glyph.bytes.start,
                end: offset + glyph.bytes.end,
                from,
                to: columns,
            };
            if keep && self.lines.is_empty() {
                self.first.push(item);
            }
            self.place(item);
        }
        self.lines.push(self.start..self.end.unwrap_or(self.start));
    }

    /// Puts a glyph into the line, and ends the line where it does not fit.
    #[inline]
    fn place(&mut self, item: Item) {
        let before = Candidate { end: self.end.unwrap_or(item.start), next: item.start, columns: item.from };
        if self.end.is_none() {
            self.indent = Some(before);
        } else if before.end <= before.next
            && let Some(last) = self.candidates.get_mut(item.gap as usize)
        {
            *last = Some(before);
        }
        self.end = Some(item.end);
        while item.to - self.start_columns > self.room() {
            if !self.end_line() {
                break;
            }
        }
    }

    fn room(&self) -> usize {
        self.options.room(self.lines.is_empty())
    }

    /// Ends the line at the best candidate. Before a rule yields, or where there is no candidate,
    /// the blanks at the beginning of the paragraph give way; `false` where none are left either.
    fn end_line(&mut self) -> bool {
        let (free, bound) = self.candidates.split_at(Gap::Unit as usize);
        let mut best = free.iter().flatten().next();
        if best.is_none() {
            if let Some(indent) = self.indent.take().filter(|indent| indent.next > self.start) {
                self.start = indent.next;
                self.start_columns = indent.columns;
                return true;
            }
            best = bound.iter().flatten().next();
        }
        let Some(best) = best.copied() else { return false };
        self.indent = None;
        self.lines.push(self.start..best.end);
        self.start = best.next;
        self.start_columns = best.columns;
        for candidate in &mut self.candidates {
            if candidate.is_some_and(|candidate| candidate.next <= best.next) {
                *candidate = None;
            }
        }
        let first = std::mem::take(&mut self.first);
        if !first.is_empty() {
            self.candidates = [None; Gap::COUNT];
            self.end = None;
            let carried = first.into_iter().filter(|item| item.start >= best.next);
            carried.for_each(|item| self.place(item));
        }
        true
    }
}

#[cfg(test)]
mod tests;
