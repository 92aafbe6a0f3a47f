//! What was found: bulletins, in them articles, in them runs of text with marks.
//!
//! What one piece of a search finds lies in a few rows, so that a hundred thousand hits cost little more
//! room than they need and are given back at once. These rows stay as they are when the pieces come
//! together: only the bulletins are put in order.

use std::mem;
use std::ops::Range;

use super::block::Field;
use super::place::place;
use crate::bulletin::{Bulletin, Place, Span};
use crate::library::Id;

/// A place where words stand, or a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text.
    pub span: Span,
    /// Whether Han characters are read as the letters that were looked for.
    pub by_sound: bool,
}

/// Everything that was found, in order.
#[derive(Debug, Clone, Default)]
pub struct Found {
    parts: Vec<Part>,
    /// The bulletins in order: the index of the part, and the index of the bulletin in it.
    order: Vec<(u32, u32)>,
}

/// What was found in some bulletins, in the order in which they were searched.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    issues: Vec<Issue>,
    articles: Vec<Article>,
    runs: Vec<Run>,
    marks: Vec<Mark>,
    /// How many of the runs belong to an article by now.
    runs_taken: u32,
    /// How many of the articles belong to a bulletin by now.
    articles_taken: u32,
}

/// A bulletin; the numbers are indices of articles.
#[derive(Debug, Clone)]
struct Issue {
    id: Id,
    rank: u32,
    /// When it came out, the greater the later.
    age: u64,
    articles: Range<u32>,
}

/// An article; the numbers are indices of runs.
#[derive(Debug, Clone)]
struct Article {
    number: u32,
    rank: u32,
    runs: Range<u32>,
}

/// A run of text; the numbers are indices of marks.
#[derive(Debug, Clone)]
struct Run {
    field: Field,
    span: Span,
    marks: Range<u32>,
}

/// A bulletin with articles in which everything holds.
#[derive(Debug, Clone, Copy)]
pub struct IssueHits<'a> {
    part: &'a Part,
    issue: &'a Issue,
}

/// An article in which everything holds.
#[derive(Debug, Clone, Copy)]
pub struct ArticleHits<'a> {
    part: &'a Part,
    article: &'a Article,
}

/// A run of text with marks in it: a title, a heading, a measure, a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What the first mark stands in; without marks, what the run is.
    pub field: Field,
    /// The whole run, in bytes of the bulletin's text; a measure with its marker.
    pub span: Span,
    /// What was found, in ascending order, nothing overlapping. Empty where the part was asked for
    /// by other things than words.
    pub marks: &'a [Mark],
}

impl Found {
    /// How many bulletins there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The bulletins.
    pub fn issues(&self) -> impl Iterator<Item = IssueHits<'_>> + Clone {
        self.order.iter().filter_map(|place| self.at(*place))
    }

    /// The bulletin of an index.
    pub fn issue(&self, index: usize) -> Option<IssueHits<'_>> {
        self.at(*self.order.get(index)?)
    }

    fn at(&self, (part, issue): (u32, u32)) -> Option<IssueHits<'_>> {
        let part = self.parts.get(part as usize)?;
        Some(IssueHits { part, issue: part.issues.get(issue as usize)? })
    }

    /// The same bulletins, part by part.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Whether words were found by their sound.
    pub fn has_sounds(&self) -> bool {
        let hits = self.issues().flat_map(IssueHits::hits);
        hits.flat_map(|hit| hit.marks).any(|mark| mark.by_sound)
    }

    /// How many marks there are; a part that is asked for by other things than words counts once.
    pub fn count(&self) -> usize {
        self.parts.iter().flat_map(|part| &part.runs).map(|run| run.marks.len().max(1)).sum()
    }

    /// Adds what was found in other bulletins.
    pub(super) fn add(&mut self, part: Part) {
        let index = self.parts.len() as u32;
        self.order.extend((0..part.issues.len() as u32).map(|issue| (index, issue)));
        self.parts.push(part);
    }

    /// Leaves only some articles, and no bulletin without one.
    pub(super) fn retain(&mut self, keeps: impl Fn(Id, u32) -> bool) {
        let mut left = Part::default();
        for issue in self.issues() {
            for article in issue.articles().filter(|article| keeps(issue.id(), article.number())) {
                for hit in article.hits() {
                    left.add_marks(hit.marks.iter().copied());
                    left.add_run(hit.field, hit.span);
                }
                left.add_article(article.number(), article.rank());
            }
            left.add_issue(issue.id(), issue.issue.age);
        }
        *self = Self::default();
        self.add(left);
    }

    /// Puts the bulletins in the order of a key of their rank, age and id.
    pub(super) fn sort<K: Ord>(&mut self, key: impl Fn(u32, u64, Id) -> K) {
        let mut order = mem::take(&mut self.order);
        order.sort_by_cached_key(|place| {
            let issue = self.at(*place).map(|hits| hits.issue);
            issue.map(|issue| key(issue.rank, issue.age, issue.id))
        });
        self.order = order;
    }
}

impl Part {
    /// Forgets everything, and keeps the room for it.
    pub(super) fn clear(&mut self) {
        self.issues.clear();
        self.articles.clear();
        self.runs.clear();
        self.marks.clear();
        (self.runs_taken, self.articles_taken) = (0, 0);
    }

    /// Adds marks to the run that is added next.
    pub(super) fn add_marks(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.marks.extend(marks);
    }

    /// Adds a run, with the marks that were added since the last one, to the article that is added
    /// next.
    pub(super) fn add_run(&mut self, field: Field, span: Span) {
        let from = self.runs.last().map_or(0, |run| run.marks.end);
        self.runs.push(Run { field, span, marks: from..self.marks.len() as u32 });
    }

    /// Adds an article, with the runs that were added since the last one, to the bulletin that is
    /// added next.
    pub(super) fn add_article(&mut self, number: u32, rank: u32) {
        let runs = self.runs_taken..self.runs.len() as u32;
        self.runs_taken = runs.end;
        self.articles.push(Article { number, rank, runs });
    }

    /// Adds a bulletin with the articles that were added since the last one, the most telling ones
    /// first; nothing where there are none.
    pub(super) fn add_issue(&mut self, id: Id, age: u64) {
        let articles = self.articles_taken..self.articles.len() as u32;
        self.articles_taken = articles.end;
        let own = self.articles.get_mut(articles.start as usize..).unwrap_or_default();
        own.sort_by_key(|article| (article.rank, article.number));
        if let Some(first) = own.first() {
            self.issues.push(Issue { id, rank: first.rank, age, articles });
        }
    }

    /// The bulletins.
    pub(super) fn issues(&self) -> impl Iterator<Item = IssueHits<'_>> {
        self.issues.iter().map(|issue| IssueHits { part: self, issue })
    }

    fn hit(&self, run: &Run) -> Hit<'_> {
        Hit { field: run.field, span: run.span, marks: items(&self.marks, &run.marks) }
    }
}

/// The items of a row that a range of indices names.
fn items<'a, T>(row: &'a [T], range: &Range<u32>) -> &'a [T] {
    row.get(range.start as usize..range.end as usize).unwrap_or_default()
}

impl<'a> IssueHits<'a> {
    /// The bulletin.
    pub fn id(self) -> Id {
        self.issue.id
    }

    /// The rank of the most telling article.
    pub(super) fn rank(self) -> u32 {
        self.issue.rank
    }

    /// When the bulletin came out, the greater the later.
    pub(super) fn age(self) -> u64 {
        self.issue.age
    }

    /// Its articles, the most telling ones first; at least one.
    pub fn articles(self) -> impl Iterator<Item = ArticleHits<'a>> + Clone {
        let part = self.part;
        items(&part.articles, &self.issue.articles).iter().map(move |article| ArticleHits { part, article })
    }

    /// The article of an index.
    pub fn article(self, index: usize) -> Option<ArticleHits<'a>> {
        let part = self.part;
        items(&part.articles, &self.issue.articles).get(index).map(|article| ArticleHits { part, article })
    }

    /// Every hit, article by article.
    pub fn hits(self) -> impl Iterator<Item = Hit<'a>> + Clone {
        self.articles().flat_map(ArticleHits::hits)
    }

    /// How many marks there are; a part that is asked for by other things than words counts once.
    pub fn count(self) -> usize {
        self.hits().map(|hit| hit.marks.len().max(1)).sum()
    }
}

impl<'a> ArticleHits<'a> {
    /// Its number, from 1; 0 for masthead, contents and distribution of the issue.
    pub const fn number(self) -> u32 {
        self.article.number
    }

    /// How telling the hits are; the less the better.
    pub(super) const fn rank(self) -> u32 {
        self.article.rank
    }

    /// The hits in printed order; at least one.
    pub fn hits(self) -> impl Iterator<Item = Hit<'a>> + Clone {
        items(&self.part.runs, &self.article.runs).iter().map(move |run| self.part.hit(run))
    }

    /// The hit of an index.
    pub fn hit(self, index: usize) -> Option<Hit<'a>> {
        items(&self.part.runs, &self.article.runs).get(index).map(|run| self.part.hit(run))
    }
}

impl Hit<'_> {
    /// The part of its bulletin that the run belongs to.
    pub fn place(self, bulletin: &Bulletin) -> Place {
        if self.field == Field::Card { Place::default() } else { place(bulletin, self.span) }
    }
}
