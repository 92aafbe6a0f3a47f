//! The articles of a bulletin, from the blocks of its body.

use super::block::{Block, Kind};
use super::heal::Healed;
use super::line::is_blank;
use super::look::{bracketed, is_byline, is_name, is_remark};
use super::piece::is_office;
use super::section::{self, Notes};
use crate::bulletin::{Article, Span};

/// How an article was told.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Told {
    /// The entry of the contents that names it.
    pub entry: Option<usize>,
    /// The line of its title in the file; 0 where it has no title.
    pub line: u32,
}

/// The articles that the blocks make, and how each was told.
pub(super) fn articles(blocks: &[Block], healed: &Healed) -> (Box<[Article]>, Vec<Told>) {
    let mut builder = Builder {
        healed,
        column: None,
        column_is_empty: false,
        open: None,
        paragraphs: Vec::new(),
        notes: Notes::default(),
        articles: Vec::new(),
        told: Vec::new(),
    };
    for block in blocks {
        builder.take(block);
    }
    builder.close_column();
    (builder.articles.into(), builder.told)
}

struct Builder<'a> {
    healed: &'a Healed,
    column: Option<Span>,
    /// Whether no article stands in the column yet.
    column_is_empty: bool,
    open: Option<(Article, Told)>,
    paragraphs: Vec<Span>,
    notes: Notes,
    articles: Vec<Article>,
    told: Vec<Told>,
}

impl Builder<'_> {
    fn take(&mut self, block: &Block) {
        let span = self.healed.span(&block.range);
        match block.kind {
            Kind::Column => {
                self.close_column();
                (self.column, self.column_is_empty) = (Some(span), true);
            }
            Kind::Title(entry) => {
                self.close();
                let article = Article { title: span, column: self.column, ..Article::default() };
                self.open = Some((article, Told { entry, line: block.line }));
            }
            Kind::Byline => {
                let article = self.opened();
                if article.byline.is_none() {
                    article.byline = Some(span);
                } else {
                    self.paragraphs.push(span);
                }
            }
            Kind::Prose => {
                self.opened();
                self.paragraphs.push(span);
            }
        }
    }

    /// The open article; an untitled one is opened where there is none.
    fn opened(&mut self) -> &mut Article {
        let column = self.column;
        let untitled = || (Article { column, ..Article::default() }, Told::default());
        &mut self.open.get_or_insert_with(untitled).0
    }

    /// Closes the column; one without an article is kept as an article without a title.
    fn close_column(&mut self) {
        self.close();
        if self.column_is_empty {
            self.opened();
            self.close();
        }
    }

    fn close(&mut self) {
        let Some((mut article, told)) = self.open.take() else { return };
        self.column_is_empty = false;
        let text = self.healed.text.as_str();
        if article.byline.is_none() {
            article.byline = take_byline(text, &mut self.paragraphs);
        }
        section::fill(&mut article, text, &self.paragraphs, &mut self.notes);
        self.paragraphs.clear();
        self.articles.push(article);
        self.told.push(told);
    }
}

/// Takes the by-line off the last paragraph, or off the first.
fn take_byline(text: &str, paragraphs: &mut [Span]) -> Option<Span> {
    if let Some(last) = paragraphs.last_mut()
        && let Some((end, byline)) = byline_at_end(text, *last)
    {
        *last = Span::new(last.start as usize, end);
        return Some(byline);
    }
    let first = paragraphs.first_mut()?;
    let (start, byline) = byline_at_start(text, *first)?;
    *first = Span::new(start, first.end as usize);
    Some(byline)
}

/// The by-line in brackets at the end of a paragraph, and where the paragraph ends without it.
fn byline_at_end(text: &str, span: Span) -> Option<(usize, Span)> {
    let paragraph = text.get(span.range()).filter(|it| it.ends_with(['）', ')']))?;
    let start = paragraph.rfind(['（', '('])?;
    let (before, last) = (paragraph.get(..start)?, paragraph.get(start..)?);
    let body = before.trim_end_matches(is_blank);
    let inner = bracketed(last).filter(|inner| is_byline(inner) || is_office(inner) || is_name(inner))?;
    if is_remark(inner) {
        return None;
    }
    if !body.ends_with(['。', '！', '？', '”']) || inner.contains("——") {
        return None;
    }
    let at = span.start as usize + start + (inner.as_ptr() as usize - last.as_ptr() as usize);
    Some((span.start as usize + body.len(), Span::new(at, at + inner.len())))
}

/// The by-line in brackets at the start of a paragraph, and where the paragraph begins behind it.
fn byline_at_start(text: &str, span: Span) -> Option<(usize, Span)> {
    let paragraph = text.get(span.range())?;
    let first = paragraph.strip_prefix(['（', '('])?;
    let close = first.char_indices().take(45).find(|(_, c)| matches!(c, '）' | ')'))?.0;
    let inner = first.get(..close).filter(|inner| is_byline(inner))?;
    let start = span.start as usize + paragraph.len() - first.len();
    let rest = first.get(close..)?.trim_start_matches(|c| is_blank(c) || matches!(c, '）' | ')'));
    (!rest.is_empty()).then(|| (span.end as usize - rest.len(), Span::new(start, start + inner.len())))
}
