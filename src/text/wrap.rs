//! Breaks text into lines, as UAX #14 and GB/T 15834 have it for Chinese.

mod class;
mod gap;
mod number;

use std::ops::Range;

use super::clean::is_line_break;
use super::cluster::Clusters;
use super::columns::Ambiguous;
use super::glyphs::Glyph;
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
/// is none, rules yield in the order of [`Gap`].
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

/// Fills lines glyph by glyph. No glyph is looked at twice: for each kind of gap the last one of
/// the line is remembered, with the columns before it.
struct Breaker<'o> {
    options: &'o Wrap,
    lines: Vec<Range<usize>>,
    /// Where the line begins, in bytes, and in columns from the beginning of the paragraph.
    start: usize,
    start_columns: usize,
    /// Where the last glyph that is not blank ends; `None` before the first.
    end: Option<usize>,
    /// The columns from the beginning of the paragraph.
    columns: usize,
    candidates: [Option<Candidate>; Gap::COUNT],
}

impl<'o> Breaker<'o> {
    const fn new(options: &'o Wrap) -> Self {
        Self {
            options,
            lines: Vec::new(),
            start: 0,
            start_columns: 0,
            end: None,
            columns: 0,
            candidates: [None; Gap::COUNT],
        }
    }

    /// Sets one paragraph, which begins at byte `offset` of the text.
    fn set(&mut self, paragraph: &str, offset: usize) {
        self.start = offset;
        self.start_columns = 0;
        self.end = None;
        self.columns = 0;
        self.candidates = [None; Gap::COUNT];
        let mut gaps = Gaps::default();
        for glyph in Clusters::new(paragraph, self.options.mode) {
            if glyph.is_blank() {
                gaps.blank();
                self.columns += usize::from(glyph.columns);
            } else {
                self.push(&glyph, offset, &mut gaps);
            }
        }
        self.lines.push(self.start..self.end.unwrap_or(self.start));
    }

    fn push(&mut self, glyph: &Glyph<'_>, offset: usize, gaps: &mut Gaps) {
        let next = offset + glyph.bytes.start;
        let gap = gaps.before(&glyph.symbol);
        // Glyphs that share their source cannot be parted.
        if let Some(end) = self.end.filter(|&end| end <= next)
            && let Some(last) = self.candidates.get_mut(gap as usize)
        {
            *last = Some(Candidate { end, next, columns: self.columns });
        }
        if self.end.is_none() {
            self.indent(next, usize::from(glyph.columns));
        }
        self.columns += usize::from(glyph.columns);
        self.end = Some(offset + glyph.bytes.end);
        while self.columns - self.start_columns > self.options.room(self.lines.is_empty()) {
            if !self.end_line() {
                break;
            }
        }
    }

    /// Leaves the blanks before the first glyph out where they would leave no room for it.
    fn indent(&mut self, next: usize, columns: usize) {
        if self.columns + columns > self.options.room(self.lines.is_empty()) {
            self.start = next;
            self.start_columns = self.columns;
        }
    }

    /// Ends the line at the best candidate; `false` where there is none.
    fn end_line(&mut self) -> bool {
        let Some(best) = self.candidates.iter().flatten().next().copied() else {
            return false;
        };
        self.lines.push(self.start..best.end);
        self.start = best.next;
        self.start_columns = best.columns;
        for candidate in &mut self.candidates {
            if candidate.is_some_and(|candidate| candidate.next <= best.next) {
                *candidate = None;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests;
