//! A run of a bulletin's text, and the way from it back to the file.

use std::ops::Range;

use memchr::memchr_iter;
use serde::{Deserialize, Serialize};

/// A run of bytes of a [`Text`]; always on character boundaries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of these bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The bytes as a range, for `str::get`.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `byte` lies in the span.
    pub const fn contains(self, byte: u32) -> bool {
        self.start <= byte && byte < self.end
    }
}

/// Where a run of healed text begins in the decoded file.
///
/// From one seam to the next the healed text and the file agree character by character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seam {
    /// Byte of the healed text.
    pub at: u32,
    /// Code point of the decoded file that stands there.
    pub point: u32,
    /// Its line, from 1.
    pub line: u32,
}

/// A place in the decoded file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilePlace {
    /// Line, from 1.
    pub line: u32,
    /// Code point from the file's beginning, from 0.
    pub point: u32,
}

/// The text of a bulletin with page breaks healed, and the seams where something was left out.
///
/// Healing only leaves characters out, or turns a line break into a blank: it never adds one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    #[serde(skip)]
    body: Box<str>,
    seams: Box<[Seam]>,
}

/// A text that no way leads back from.
impl From<&str> for Text {
    fn from(body: &str) -> Self {
        Self { body: body.into(), ..Self::default() }
    }
}

impl Text {
    /// A text from its healed body and its seams in ascending order of `at`.
    pub fn new(body: String, seams: Vec<Seam>) -> Self {
        debug_assert!(seams.is_sorted_by_key(|seam| seam.at), "seams ascend");
        Self { body: body.into(), seams: seams.into() }
    }

    /// The same seams with another body, which is left out where a text is serialized.
    #[must_use]
    pub fn with_body(self, body: String) -> Self {
        Self { body: body.into(), ..self }
    }

    /// The seams, in ascending order of `at`.
    pub fn seams(&self) -> &[Seam] {
        &self.seams
    }

    /// The whole healed text.
    pub fn as_str(&self) -> &str {
        &self.body
    }

    /// The characters of a span; empty where the span does not lie in this text.
    pub fn get(&self, span: Span) -> &str {
        self.body.get(span.range()).unwrap_or_default()
    }

    /// A part of the text as a text of its own, from which the same way leads back to the file.
    #[must_use]
    pub fn part(&self, span: Span) -> Self {
        let FilePlace { line, point } = self.origin(span.start);
        let before = |byte: u32| self.seams.partition_point(|seam| seam.at < byte);
        let inside = self.seams.get(before(span.start + 1)..before(span.end)).unwrap_or_default();
        let inside = inside.iter().map(|seam| Seam { at: seam.at - span.start, ..*seam });
        let seams = [Seam { at: 0, point, line }].into_iter().chain(inside).collect();
        Self { body: self.get(span).into(), seams }
    }

    /// Where the character at `byte` of the healed text stands in the decoded file.
    pub fn origin(&self, byte: u32) -> FilePlace {
        let index = self.seams.partition_point(|seam| seam.at <= byte);
        let seam = index.checked_sub(1).and_then(|index| self.seams.get(index));
        let seam = seam.copied().unwrap_or(Seam { at: 0, point: 0, line: 1 });
        let between = self.body.get(seam.at as usize..byte as usize).unwrap_or_default();
        FilePlace {
            line: seam.line + memchr_iter(b'\n', between.as_bytes()).count() as u32,
            point: seam.point + between.chars().count() as u32,
        }
    }
}
