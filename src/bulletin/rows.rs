//! The passages of a bulletin's articles as bytes, in the order in which they begin.

use serde::{Deserialize, Serialize};

use super::packed::Values;
use super::passage::{Kind, Passage, passages};
use super::{Article, Span};

/// The passages of a bulletin's articles.
#[derive(Debug, Clone, Copy)]
pub enum Passages<'a> {
    /// Of articles as they were parsed.
    Parsed(&'a [Article]),
    /// As they are packed.
    Packed(Rows<'a>),
}

/// Packed passages.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Rows<'a> {
    /// How many articles there are.
    articles: usize,
    /// For each passage what it is, with [`NEXT`] where another article begins.
    kinds: &'a [u8],
    /// For each passage the article where another one begins, how far behind the one before it begins, how long it is,
    /// and the headline of a measure.
    spans: &'a [u8],
    /// For each passage how many steps lead as to the one before, how many others follow, and these.
    steps: &'a [u8],
}

/// The bit of a passage with which another article begins.
const NEXT: u8 = 0x80;

/// What a passage may be; of a measure the headline stands elsewhere.
const KINDS: [Kind; 4] = [Kind::Title, Kind::Heading, Kind::Text, Kind::Measure(0)];

impl Passages<'_> {
    /// How many articles there are.
    pub const fn articles(self) -> usize {
        match self {
            Self::Parsed(articles) => articles.len(),
            Self::Packed(rows) => rows.articles,
        }
    }

    /// Calls `visit` with each passage that is not empty.
    pub fn each(self, mut visit: impl FnMut(Passage)) {
        match self {
            Self::Parsed(articles) => passages(articles, |_, passage| visit(passage)),
            Self::Packed(rows) => rows.iter().for_each(visit),
        }
    }
}

/// Passages as [`Rows`] have them, in the format of the crate `postcard`.
pub(super) fn pack(articles: &[Article]) -> postcard::Result<Vec<u8>> {
    let mut all = Vec::new();
    passages(articles, |steps, passage| all.push((passage, steps.to_vec())));
    all.sort_by_key(|(passage, _)| passage.span.start);
    let (mut kinds, mut spans, mut ways) = (Vec::new(), Vec::new(), Vec::new());
    let (mut start, mut article, mut before): (_, _, &[u32]) = (0, 0, &[]);
    for (passage, steps) in &all {
        let Passage { span, kind, article: own } = *passage;
        let (kind, headline) = match kind {
            Kind::Title => (0, None),
            Kind::Heading => (1, None),
            Kind::Text => (2, None),
            Kind::Measure(headline) => (3, Some(headline)),
        };
        if own == article {
            kinds.push(kind);
        } else {
            kinds.push(kind | NEXT);
            spans = postcard::to_extend(&own, spans)?;
        }
        spans = postcard::to_extend(&(span.start - start, span.end - span.start), spans)?;
        if let Some(headline) = headline {
            spans = postcard::to_extend(&headline, spans)?;
        }
        let same = steps.iter().zip(before).take_while(|(a, b)| a == b).count();
        // No tree is so deep.
        ways.extend([same, steps.len() - same].map(|count| count as u8));
        for step in steps.iter().skip(same) {
            ways = postcard::to_extend(step, ways)?;
        }
        (start, article, before) = (span.start, own, steps);
    }
    postcard::to_allocvec(&Rows { articles: articles.len(), kinds: &kinds, spans: &spans, steps: &ways })
}

impl<'a> Rows<'a> {
    fn iter(self) -> Iter<'a> {
        Iter { kinds: self.kinds, spans: Values(self.spans), article: 0, start: 0 }
    }

    /// The parts that the passages belong to.
    pub fn places(self) -> Places<'a> {
        let all = Values(self.steps);
        Places { all, ahead: all, next: 0, steps: Vec::new() }
    }
}

struct Iter<'a> {
    kinds: &'a [u8],
    spans: Values<'a>,
    /// The article of the passage before.
    article: u32,
    /// Where that begins.
    start: u32,
}

impl Iterator for Iter<'_> {
    type Item = Passage;

    fn next(&mut self) -> Option<Passage> {
        let (&kind, rest) = self.kinds.split_first()?;
        self.kinds = rest;
        if kind & NEXT != 0 {
            self.article = self.spans.number()?;
        }
        let (gap, length) = (self.spans.number()?, self.spans.number()?);
        self.start = self.start.checked_add(gap)?;
        let kind = match KINDS.get(usize::from(kind & !NEXT))? {
            Kind::Measure(_) => Kind::Measure(self.spans.number()?),
            kind => *kind,
        };
        let span = Span { start: self.start, end: self.start.checked_add(length)? };
        Some(Passage { span, kind, article: self.article })
    }
}

/// The parts that packed passages belong to.
pub struct Places<'a> {
    all: Values<'a>,
    /// Those that are still ahead, and the index of the first of them.
    ahead: Values<'a>,
    next: usize,
    /// The steps to the one before.
    steps: Vec<u32>,
}

impl Places<'_> {
    /// The steps to the part of the passage of an index; `None` where there is none. It goes on from the one that was
    /// asked for last, and begins anew only where it has to.
    pub fn at(&mut self, index: usize) -> Option<&[u32]> {
        if index < self.next.saturating_sub(1) {
            (self.ahead, self.next) = (self.all, 0);
        }
        while self.next <= index {
            let (same, more): (u8, u8) = self.ahead.next()?;
            self.steps.truncate(same.into());
            for _ in 0..more {
                self.steps.push(self.ahead.number()?);
            }
            self.next += 1;
        }
        Some(&self.steps)
    }
}
