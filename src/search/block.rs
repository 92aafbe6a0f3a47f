//! A bulletin as the runs of text that words are looked for in.

use std::sync::OnceLock;

use crate::bulletin::{Bulletin, Kind, Passage, Passages, Span};

/// Blocks on either side of the likely one that are looked at before all of them.
const NEAR: usize = 4;

/// What a run of text is to the bulletin; the more telling ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title of an article.
    Title,
    /// The heading of a section with its marker.
    Heading,
    /// The headline of a measure; of a block: a measure that has one.
    Headline,
    /// A paragraph, the text of a measure, a by-line.
    Text,
    /// A line of masthead, contents, distribution or imprint.
    Card,
}

impl Field {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Headline => "headline",
            Self::Text => "text",
            Self::Card => "card",
        }
    }
}

/// A run of a bulletin's text that words can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// The whole of it, its marker included.
    pub span: Span,
    /// What it is; of a measure with a headline: the headline.
    pub field: Field,
    /// Bytes of a measure's headline with its marker; 0 where there is none.
    pub headline: u16,
    /// Whether it is a measure.
    pub is_measure: bool,
    /// The number of its article, from 1; 0 for the card.
    pub article: u32,
}

/// The blocks of a bulletin. An index of a block stays its own until another bulletin is read.
#[derive(Debug, Default)]
pub(super) struct Blocks<'a> {
    /// Those of the articles, in printed order, where they were read before.
    kept: Option<&'a [Block]>,
    /// Else here.
    read: Vec<Block>,
    /// Lines of the card, as they are asked for.
    card: Vec<Block>,
}

impl<'a> Blocks<'a> {
    /// Takes the blocks of a bulletin in place of those of another, from where they are kept or will be.
    pub(super) fn take(&mut self, passages: Passages<'_>, kept: Option<&'a OnceLock<Box<[Block]>>>) {
        self.card.clear();
        let read = &mut self.read;
        self.kept = kept.map(|kept| {
            let blocks = kept.get_or_init(|| {
                read_blocks(read, passages);
                // What stays takes no more room than it needs.
                read.as_slice().into()
            });
            &**blocks
        });
        if self.kept.is_none() {
            read_blocks(read, passages);
        }
    }

    fn printed(&self) -> &[Block] {
        self.kept.unwrap_or(&self.read)
    }

    /// The index of the block of the articles that is a run.
    pub(super) fn index(&self, run: Span) -> Option<usize> {
        let index = self.printed().partition_point(|block| block.span.start < run.start);
        self.printed().get(index).filter(|block| block.span == run).map(|_| index)
    }

    /// How many blocks the articles have.
    pub(super) fn len(&self) -> usize {
        self.printed().len()
    }

    /// The block of an index.
    pub(super) fn get(&self, index: usize) -> Option<&Block> {
        self.printed().get(index).or_else(|| self.card.get(index.checked_sub(self.printed().len())?))
    }

    /// The blocks of the articles with their indices, in printed order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.printed().iter().enumerate()
    }

    /// The index of the block that holds a span as a whole: of an article, else a line of the card.
    /// `None` where the span runs from one block into the next, or repeats what stands elsewhere.
    pub(super) fn holding(&mut self, bulletin: &Bulletin, span: Span) -> Option<usize> {
        let before = self.before(bulletin, span.start);
        match before.checked_sub(1).and_then(|index| Some((index, self.printed().get(index)?))) {
            Some((index, block)) if span.end <= block.span.end => Some(index),
            Some((_, block)) if span.start < block.span.end => None,
            _ => self.in_card(bulletin, span),
        }
    }

    /// How many blocks begin up to a byte. As far into the text as the byte stands, so far into the
    /// blocks its block is likely to be: few of them have to be fetched.
    fn before(&self, bulletin: &Bulletin, byte: u32) -> usize {
        let printed = self.printed();
        let length = bulletin.text.as_str().len().max(1);
        let likely = printed.len() * byte as usize / length;
        let from = likely.saturating_sub(NEAR);
        let near = printed.get(from..printed.len().min(likely + NEAR)).unwrap_or_default();
        let begins = |block: &Block| block.span.start <= byte;
        match (near.first(), near.last()) {
            (Some(first), Some(last)) if begins(first) && !begins(last) => {
                from + near.partition_point(begins)
            }
            _ => printed.partition_point(begins),
        }
    }

    fn in_card(&mut self, bulletin: &Bulletin, span: Span) -> Option<usize> {
        let known =
            self.card.iter().position(|line| line.span.start <= span.start && span.end <= line.span.end);
        if let Some(known) = known {
            return Some(self.printed().len() + known);
        }
        let overlaps = |line: Span| move |other: &Span| other.start < line.end && line.start < other.end;
        // An entry of the contents only repeats a title.
        let repeats = |line| bulletin.contents.iter().any(overlaps(line)) && !bulletin.lacks_article();
        if repeats(span) {
            return None;
        }
        let body = bulletin.text.as_str();
        let before = body.get(..span.start as usize)?;
        let behind = body.get(span.end as usize..)?;
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let to = span.end as usize + behind.find('\n').unwrap_or(behind.len());
        let line = Span::new(from, to);
        if repeats(line)
            || bulletin.text.get(span).contains('\n')
            || self.printed().iter().any(|it| overlaps(line)(&it.span))
        {
            return None;
        }
        let field = Field::Card;
        self.card.push(Block { span: line, field, headline: 0, is_measure: false, article: 0 });
        Some(self.printed().len() + self.card.len() - 1)
    }
}

/// Reads the blocks of a bulletin's articles in printed order.
fn read_blocks(blocks: &mut Vec<Block>, passages: Passages<'_>) {
    blocks.clear();
    passages.each(|passage| blocks.push(passage.into()));
    if !blocks.is_sorted_by_key(|block| block.span.start) {
        blocks.sort_by_key(|block| block.span.start);
    }
}

impl From<Passage> for Block {
    fn from(Passage { span, kind, article }: Passage) -> Self {
        let (field, headline) = match kind {
            Kind::Title => (Field::Title, 0),
            Kind::Heading => (Field::Heading, 0),
            Kind::Text | Kind::Measure(0) => (Field::Text, 0),
            // Headlines are short: one that is longer than this is no more telling than text.
            Kind::Measure(headline) => match u16::try_from(headline) {
                Ok(headline) => (Field::Headline, headline),
                Err(_) => (Field::Text, 0),
            },
        };
        Self { span, field, headline, is_measure: matches!(kind, Kind::Measure(_)), article }
    }
}

impl Block {
    /// Its texts, each of which is read for figures by itself: the headline, and the rest.
    pub(super) fn texts(&self) -> impl Iterator<Item = Span> {
        let (start, end) = (self.span.start, self.span.end);
        let headline_end = start + u32::from(self.headline);
        let parts = [Span { start, end: headline_end }, Span { start: headline_end, end }];
        parts.into_iter().filter(|span| !span.is_empty())
    }

    /// What a place in the block is.
    pub(super) const fn field_at(&self, byte: u32) -> Field {
        match self.field {
            Field::Headline if byte >= self.span.start + self.headline as u32 => Field::Text,
            field => field,
        }
    }
}
