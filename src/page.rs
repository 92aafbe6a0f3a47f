//! What stands on the page of a bulletin: blocks of text with their roles, and their setting into lines.
//!
//! The page is the bulletin in reading order, after a card with its masthead, contents,
//! distribution and imprint. The details pane scrolls over it, `show` prints it.

mod card;
mod figures;
mod set;

use std::ops::Range;

pub use figures::CELL;
pub use set::{Line, set};

use crate::bulletin::{Article, Bulletin, Measure, Node, Place, Section, Span};
use crate::figure;
use crate::library::Entry;
use crate::message::Lang;

/// A bulletin as blocks, in reading order.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A run of text that begins on a line of its own.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// What it is, which decides indents and style.
    pub role: Role,
    /// The text, uncleaned.
    pub text: String,
    /// Parts of the text that are picked out, as bytes of `text`; a later one lies over an earlier.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// The part of the bulletin that holds it.
    pub place: Place,
    /// Whether that part begins here.
    pub opens: bool,
    /// Byte of the bulletin's text where `text` begins; `None` for words of our own.
    pub source: Option<u32>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// The serial's title on the card.
    Serial,
    /// A labelled line of the card.
    Fact,
    /// An entry of the contents.
    Entry,
    /// Something wrong in the file.
    Problem,
    /// An article's title.
    Title,
    /// An article's column or by-line.
    Note,
    /// A section's heading; its level.
    Heading(u8),
    /// A paragraph.
    Body,
    /// A measure.
    Measure,
    /// A figure of the measure above: cells parted by [`CELL`].
    Figure,
    /// An empty line.
    #[default]
    Blank,
}

/// Why a part of a block is picked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A label of our own.
    Label,
    /// A marker as printed: 一、 一是.
    Marker,
    /// The headline of a measure.
    Headline,
    /// A figure.
    Figure,
}

impl Page {
    /// The page of a bulletin; labels in `lang`.
    pub fn of(entry: &Entry, lang: Lang) -> Self {
        Self::written(entry, lang, false)
    }

    /// The same, the figures of each measure under its text.
    pub fn with_figures(entry: &Entry, lang: Lang) -> Self {
        Self::written(entry, lang, true)
    }

    fn written(entry: &Entry, lang: Lang, figures: bool) -> Self {
        let mut writer = Writer { bulletin: &entry.bulletin, blocks: Vec::new(), lang, figures };
        card::write(entry, lang, &mut writer.blocks);
        for (article, step) in entry.bulletin.articles.iter().zip(1..) {
            writer.article(article, &Place(vec![step]));
        }
        Self { blocks: writer.blocks }
    }

    /// The page of one part and all below it.
    pub fn of_part(entry: &Entry, place: &Place, lang: Lang) -> Self {
        let mut page = Self::of(entry, lang);
        page.blocks.retain(|block| block.place.0.starts_with(&place.0));
        let first = page.blocks.iter().position(|block| block.role != Role::Blank).unwrap_or_default();
        page.blocks.drain(..first);
        page
    }

    /// The part that is being read at a block: the last that began there or before.
    pub fn place_at(&self, block: usize) -> Place {
        let upto = self.blocks.get(..=block).unwrap_or(&self.blocks);
        upto.iter().rev().find(|block| block.opens).map(|block| block.place.clone()).unwrap_or_default()
    }

    /// The block that holds a run of the bulletin's text, and the byte of that text where the block
    /// begins.
    pub fn holding(&self, span: Span) -> Option<(usize, usize)> {
        self.blocks.iter().enumerate().find_map(|(index, block)| {
            let start = block.source.filter(|_| !block.place.0.is_empty())? as usize;
            let end = start + block.text.len();
            (start <= span.start as usize && span.end as usize <= end).then_some((index, start))
        })
    }

    /// The block where a part begins.
    pub fn opening(&self, place: &Place) -> usize {
        self.blocks.iter().position(|block| block.opens && block.place == *place).unwrap_or_default()
    }
}

/// Writes the blocks of articles.
struct Writer<'a> {
    bulletin: &'a Bulletin,
    blocks: Vec<Block>,
    lang: Lang,
    /// Whether the figures of a measure follow it.
    figures: bool,
}

impl Writer<'_> {
    fn article(&mut self, article: &Article, place: &Place) {
        self.blank(place);
        let opening = self.blocks.len();
        if let Some(column) = article.column {
            self.block(Role::Note, column, place);
        }
        if article.title.is_empty() {
            self.blocks.push(card::untitled(self.lang, place));
        } else {
            self.block(Role::Title, article.title, place);
            self.mark_figures(article.title);
        }
        self.open(opening);
        if let Some(byline) = article.byline.filter(|byline| byline.start < first_text(article)) {
            self.block(Role::Note, byline, place);
        }
        let mut step = 0;
        for paragraph in &article.lead {
            self.paragraph(paragraph.text, place);
            for measure in &paragraph.measures {
                step += 1;
                self.measure(measure, &place.child(0).child(step));
            }
        }
        for (section, step) in article.sections.iter().zip(1..) {
            self.section(section, &place.child(step));
        }
        if let Some(byline) = article.byline.filter(|byline| byline.start >= first_text(article)) {
            self.block(Role::Note, byline, place);
        }
    }

    fn section(&mut self, section: &Section, place: &Place) {
        if section.level == 1 {
            self.blank(place);
        }
        let (start, opening) = (section.marker.start, self.blocks.len());
        self.block(
            Role::Heading(section.level),
            Span { start, end: section.heading.end.max(section.marker.end) },
            place,
        );
        self.mark(section.marker, Mark::Marker);
        self.mark_figures(section.heading);
        self.open(opening);
        let mut paragraphs = section.paragraphs.iter().copied().peekable();
        for (measure, step) in section.measures.iter().zip(1..) {
            while let Some(paragraph) = paragraphs.next_if(|before| before.start < measure.marker.start) {
                self.paragraph(paragraph, place);
            }
            self.measure(measure, &place.child(step));
        }
        paragraphs.for_each(|paragraph| self.paragraph(paragraph, place));
        let measures = section.measures.len() as u32;
        for (section, step) in section.sections.iter().zip(measures + 1..) {
            self.section(section, &place.child(step));
        }
    }

    fn paragraph(&mut self, text: Span, place: &Place) {
        if !text.is_empty() {
            self.block(Role::Body, text, place);
            self.mark_figures(text);
        }
    }

    fn measure(&mut self, measure: &Measure, place: &Place) {
        let start = measure.marker.start;
        let end = measure.text.end.max(measure.headline.map_or(measure.marker.end, |headline| headline.end));
        let opening = self.blocks.len();
        self.block(Role::Measure, Span { start, end }, place);
        self.mark(measure.marker, Mark::Marker);
        if let Some(headline) = measure.headline {
            self.mark(headline, Mark::Headline);
            self.mark_figures(headline);
        }
        self.mark_figures(measure.text);
        self.open(opening);
        if self.figures {
            for span in measure.headline.into_iter().chain([measure.text]) {
                self.blocks.extend(figures::rows(self.bulletin, span, place, self.lang));
            }
        }
    }

    fn blank(&mut self, place: &Place) {
        self.blocks.push(Block { place: place.clone(), ..Block::default() });
    }

    fn block(&mut self, role: Role, span: Span, place: &Place) {
        let text = self.bulletin.text.get(span).to_owned();
        self.blocks.push(Block {
            role,
            text,
            place: place.clone(),
            source: Some(span.start),
            ..Block::default()
        });
    }

    /// Lets the part of a block begin there.
    fn open(&mut self, block: usize) {
        if let Some(block) = self.blocks.get_mut(block) {
            block.opens = true;
        }
    }

    /// Marks a span of the bulletin's text in the block written last.
    fn mark(&mut self, span: Span, mark: Mark) {
        if let Some(block) = self.blocks.last_mut() {
            let from = block.source.unwrap_or_default();
            let range = span.start.saturating_sub(from) as usize..span.end.saturating_sub(from) as usize;
            block.marks.push((range, mark));
        }
    }

    fn mark_figures(&mut self, span: Span) {
        for figure in figure::figures(self.bulletin.text.get(span)) {
            let start = span.start as usize;
            self.mark(Span::new(start + figure.span.start, start + figure.span.end), Mark::Figure);
        }
    }
}

/// Where an article's text begins after its title.
fn first_text(article: &Article) -> u32 {
    let lead = article.lead.iter().map(|paragraph| paragraph.text.start);
    let sections = article.sections.iter().map(|section| Node::Section(section).start());
    lead.chain(sections).min().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
