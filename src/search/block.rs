//! A bulletin as the runs of text that words are looked for in.

use crate::bulletin::{Article, Bulletin, Code, Measure, Paragraph, Place, Section, Span};

/// The blocks that most bulletins have at most.
const USUAL: usize = 64;

/// The steps that lead to most parts at most: article, section, measure.
const USUAL_DEPTH: usize = 3;

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
    /// One past the headline of a measure; else the beginning.
    pub headline_end: u32,
    /// Whether it is a measure.
    pub is_measure: bool,
    /// The number of its article, from 1; 0 for the card.
    pub article: u32,
    /// The index of its part.
    part: u32,
}

/// A part of a bulletin: the one that holds it, and the step that leads there.
#[derive(Debug, Clone, Copy)]
struct Part {
    above: Option<u32>,
    step: u32,
}

/// The blocks of a bulletin and its parts. An index of a block stays its own.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// Those of the articles, in printed order.
    printed: Vec<Block>,
    /// Lines of the card, as they are asked for.
    card: Vec<Block>,
    parts: Vec<Part>,
    /// The number of the article that is being read.
    article: u32,
}

impl Blocks {
    pub(super) fn of(bulletin: &Bulletin) -> Self {
        let mut all =
            Self { printed: Vec::with_capacity(USUAL), parts: Vec::with_capacity(USUAL), ..Self::default() };
        all.parts.push(Part { above: None, step: 0 });
        let mut column = None;
        for (article, step) in bulletin.articles.iter().zip(1..) {
            all.article = step;
            all.add_article(article, step, &mut column);
        }
        if !all.printed.is_sorted_by_key(|block| block.span.start) {
            all.printed.sort_by_key(|block| block.span.start);
        }
        all
    }

    /// The block of an index.
    pub(super) fn get(&self, index: usize) -> Option<&Block> {
        self.printed.get(index).or_else(|| self.card.get(index.checked_sub(self.printed.len())?))
    }

    /// The blocks of the articles with their indices, in printed order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.printed.iter().enumerate()
    }

    /// The index of the block that holds a span as a whole: of an article, else a line of the card.
    /// `None` where the span runs from one block into the next, or repeats what stands elsewhere.
    pub(super) fn holding(&mut self, bulletin: &Bulletin, span: Span) -> Option<usize> {
        let before = self.printed.partition_point(|block| block.span.start <= span.start);
        match before.checked_sub(1).and_then(|index| Some((index, self.printed.get(index)?))) {
            Some((index, block)) if span.end <= block.span.end => Some(index),
            Some((_, block)) if span.start < block.span.end => None,
            _ => self.in_card(bulletin, span),
        }
    }

    /// The place of the part that holds a block.
    pub(super) fn place(&self, block: &Block) -> Place {
        let mut steps = Vec::with_capacity(USUAL_DEPTH);
        let mut part = self.parts.get(block.part as usize);
        while let Some(Part { above: Some(above), step }) = part {
            steps.push(*step);
            part = self.parts.get(*above as usize);
        }
        steps.reverse();
        Place(steps)
    }

    fn in_card(&mut self, bulletin: &Bulletin, span: Span) -> Option<usize> {
        let known =
            self.card.iter().position(|line| line.span.start <= span.start && span.end <= line.span.end);
        if let Some(known) = known {
            return Some(self.printed.len() + known);
        }
        let body = bulletin.text.as_str();
        let before = body.get(..span.start as usize)?;
        let behind = body.get(span.end as usize..)?;
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let to = span.end as usize + behind.find('\n').unwrap_or(behind.len());
        let line = Span::new(from, to);
        let overlaps = |other: &Span| other.start < line.end && line.start < other.end;
        let all_have_articles = bulletin.problems.iter().all(|problem| problem.code != Code::MissingArticle);
        // An entry of the contents only repeats a title.
        let repeats = all_have_articles && bulletin.contents.iter().any(overlaps);
        if repeats
            || bulletin.text.get(span).contains('\n')
            || self.printed.iter().any(|it| overlaps(&it.span))
        {
            return None;
        }
        let (field, headline_end) = (Field::Card, line.start);
        self.card.push(Block { span: line, field, headline_end, is_measure: false, article: 0, part: 0 });
        Some(self.printed.len() + self.card.len() - 1)
    }

    fn part(&mut self, above: u32, step: u32) -> u32 {
        self.parts.push(Part { above: Some(above), step });
        (self.parts.len() - 1) as u32
    }

    fn push(&mut self, field: Field, span: Span, part: u32) {
        if !span.is_empty() {
            let (headline_end, article) = (span.start, self.article);
            self.printed.push(Block { span, field, headline_end, is_measure: false, article, part });
        }
    }

    fn add_article(&mut self, article: &Article, step: u32, column: &mut Option<Span>) {
        let part = self.part(0, step);
        // A column stands over several articles.
        if article.column != *column {
            *column = article.column;
            self.push(Field::Text, column.unwrap_or_default(), part);
        }
        self.push(Field::Title, article.title, part);
        self.push(Field::Text, article.byline.unwrap_or_default(), part);
        let mut measures = 0;
        for paragraph in &article.lead {
            self.push(Field::Text, paragraph.text, part);
            if let [_, ..] = paragraph.measures.as_slice() {
                let lead = self.part(part, 0);
                self.measures(&paragraph.measures, lead, measures);
                measures += paragraph.measures.len() as u32;
            }
        }
        for (section, step) in article.sections.iter().zip(1..) {
            self.section(section, part, step);
        }
    }

    fn section(&mut self, section: &Section, above: u32, step: u32) {
        let part = self.part(above, step);
        let end = section.heading.end.max(section.marker.end);
        self.push(Field::Heading, Span { start: section.marker.start, end }, part);
        for Paragraph { text, .. } in &section.paragraphs {
            self.push(Field::Text, *text, part);
        }
        self.measures(&section.measures, part, 0);
        let measures = section.measures.len() as u32;
        for (section, step) in section.sections.iter().zip(measures + 1..) {
            self.section(section, part, step);
        }
    }

    fn measures(&mut self, measures: &[Measure], above: u32, before: u32) {
        let article = self.article;
        for (measure, step) in measures.iter().zip(before + 1..) {
            let part = self.part(above, step);
            let start = measure.marker.start;
            let headline_end = measure.headline.map_or(start, |headline| headline.end);
            let end = measure.text.end.max(headline_end).max(measure.marker.end);
            let field = if measure.headline.is_some() { Field::Headline } else { Field::Text };
            self.printed.push(Block {
                span: Span { start, end },
                field,
                headline_end,
                is_measure: true,
                article,
                part,
            });
        }
    }
}

impl Block {
    /// Its texts, each of which is read for figures by itself: the headline, and the rest.
    pub(super) fn texts(&self) -> impl Iterator<Item = Span> {
        let (start, end) = (self.span.start, self.span.end);
        let parts = [Span { start, end: self.headline_end }, Span { start: self.headline_end, end }];
        parts.into_iter().filter(|span| !span.is_empty())
    }

    /// What a place in the block is.
    pub(super) const fn field_at(&self, byte: u32) -> Field {
        match self.field {
            Field::Headline if byte >= self.headline_end => Field::Text,
            field => field,
        }
    }
}
