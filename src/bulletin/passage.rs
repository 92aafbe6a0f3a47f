//! The running text of articles, passage by passage: what a search needs of them, without the tree.

use super::{Article, Measure, Section, Span};

/// A run of an article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The whole of it, its marker included.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// The number of its article, from 1.
    pub article: u32,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A title.
    Title,
    /// The heading of a section.
    Heading,
    /// A paragraph without its measures, a by-line, a column that begins with the article.
    Text,
    /// A measure with so many bytes of headline, its marker included; 0 where it has none.
    Measure(u32),
}

/// Calls `visit` with each passage of some articles that is not empty, and with the steps to the part that it belongs
/// to, in the order of the tree.
pub fn passages(articles: &[Article], visit: impl FnMut(&[u32], Passage)) {
    let mut walk = Walk { steps: Vec::new(), column: None, visit };
    articles.iter().zip(1..).for_each(|(article, step)| walk.article(step, article));
}

/// A walk through articles.
struct Walk<F> {
    /// The steps to the part at hand.
    steps: Vec<u32>,
    /// The column of the article at hand.
    column: Option<Span>,
    visit: F,
}

impl<F: FnMut(&[u32], Passage)> Walk<F> {
    fn article(&mut self, step: u32, article: &Article) {
        self.steps.push(step);
        // A column stands over several articles.
        if article.column != self.column {
            self.column = article.column;
            self.run(Kind::Text, article.column.unwrap_or_default());
        }
        self.run(Kind::Title, article.title);
        self.run(Kind::Text, article.byline.unwrap_or_default());
        let mut before = 0;
        for paragraph in &article.lead {
            self.run(Kind::Text, paragraph.text);
            for measure in &paragraph.measures {
                before += 1;
                self.measure(&[0, before], measure);
            }
        }
        article.sections.iter().zip(1..).for_each(|(section, step)| self.section(step, section));
        self.steps.pop();
    }

    fn section(&mut self, step: u32, section: &Section) {
        self.steps.push(step);
        let Section { marker, heading, paragraphs, measures, sections, .. } = section;
        self.run(Kind::Heading, Span { start: marker.start, end: heading.end.max(marker.end) });
        paragraphs.iter().for_each(|&paragraph| self.run(Kind::Text, paragraph));
        measures.iter().zip(1..).for_each(|(measure, step)| self.measure(&[step], measure));
        let first = measures.len() as u32 + 1;
        sections.iter().zip(first..).for_each(|(section, step)| self.section(step, section));
        self.steps.pop();
    }

    fn measure(&mut self, steps: &[u32], measure: &Measure) {
        let start = measure.marker.start;
        let headline_end = measure.headline.map_or(start, |headline| headline.end);
        let end = measure.text.end.max(headline_end).max(measure.marker.end);
        let part = self.steps.len();
        self.steps.extend_from_slice(steps);
        self.run(Kind::Measure(headline_end - start), Span { start, end });
        self.steps.truncate(part);
    }

    fn run(&mut self, kind: Kind, span: Span) {
        let article = self.steps.first().copied().unwrap_or_default();
        if !span.is_empty() {
            (self.visit)(&self.steps, Passage { span, kind, article });
        }
    }
}
