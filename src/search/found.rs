//! What was found: bulletins, in them articles, in them runs of text with marks.
//!
//! All of it lies in four rows, so that a hundred thousand hits cost no more room than they need and
//! are given back at once.

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
    found: &'a Found,
    issue: &'a Issue,
}

/// An article in which everything holds.
#[derive(Debug, Clone, Copy)]
pub struct ArticleHits<'a> {
    found: &'a Found,
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
        self.issues.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// The bulletins.
    pub fn issues(&self) -> impl Iterator<Item = IssueHits<'_>> + Clone {
        self.issues.iter().map(|issue| IssueHits { found: self, issue })
    }

    /// The bulletin of an index.
    pub fn issue(&self, index: usize) -> Option<IssueHits<'_>> {
        self.issues.get(index).map(|issue| IssueHits { found: self, issue })
    }

    /// How many marks there are; a part that is asked for by other things than words counts once.
    pub fn count(&self) -> usize {
        self.issues().map(IssueHits::count).sum()
    }

    fn hit(&self, run: &Run) -> Hit<'_> {
        Hit { field: run.field, span: run.span, marks: part(&self.marks, &run.marks) }
    }

    /// Adds what was found elsewhere.
    pub(super) fn append(&mut self, other: Self) {
        let Self { issues, articles, runs, marks, .. } = other;
        let moved = |range: Range<u32>, by: usize| range.start + by as u32..range.end + by as u32;
        let by = self.articles.len();
        self.issues.extend(issues.into_iter().map(|it| Issue { articles: moved(it.articles, by), ..it }));
        let by = self.runs.len();
        self.articles.extend(articles.into_iter().map(|it| Article { runs: moved(it.runs, by), ..it }));
        let by = self.marks.len();
        self.runs.extend(runs.into_iter().map(|it| Run { marks: moved(it.marks, by), ..it }));
        self.marks.extend(marks);
        (self.runs_taken, self.articles_taken) = (self.runs.len() as u32, self.articles.len() as u32);
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
    pub(super) fn add_issue(&mut self, id: Id) {
        let articles = self.articles_taken..self.articles.len() as u32;
        self.articles_taken = articles.end;
        let own = self.articles.get_mut(articles.start as usize..).unwrap_or_default();
        own.sort_by_key(|article| (article.rank, article.number));
        if let Some(first) = own.first() {
            self.issues.push(Issue { id, rank: first.rank, articles });
        }
    }

    /// Leaves only some articles, and no bulletin without one.
    pub(super) fn retain(&mut self, keeps: impl Fn(Id, u32) -> bool) {
        let mut left = Self::default();
        for issue in self.issues() {
            for article in issue.articles().filter(|article| keeps(issue.id(), article.number())) {
                for hit in article.hits() {
                    left.add_marks(hit.marks.iter().copied());
                    left.add_run(hit.field, hit.span);
                }
                left.add_article(article.number(), article.rank());
            }
            left.add_issue(issue.id());
        }
        *self = left;
    }

    /// Puts the bulletins in the order of a key of their rank and id; those alike stay in order.
    pub(super) fn sort_by_cached_key<K: Ord>(&mut self, key: impl Fn(u32, Id) -> K) {
        self.issues.sort_by_cached_key(|issue| key(issue.rank, issue.id));
    }
}

/// The items of a row that a range of indices names.
fn part<'a, T>(row: &'a [T], range: &Range<u32>) -> &'a [T] {
    row.get(range.start as usize..range.end as usize).unwrap_or_default()
}

impl<'a> IssueHits<'a> {
    /// The bulletin.
    pub fn id(self) -> Id {
        self.issue.id
    }

    /// Its articles, the most telling ones first; at least one.
    pub fn articles(self) -> impl Iterator<Item = ArticleHits<'a>> + Clone {
        let found = self.found;
        part(&found.articles, &self.issue.articles).iter().map(move |article| ArticleHits { found, article })
    }

    /// The article of an index.
    pub fn article(self, index: usize) -> Option<ArticleHits<'a>> {
        let found = self.found;
        part(&found.articles, &self.issue.articles).get(index).map(|article| ArticleHits { found, article })
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
        part(&self.found.runs, &self.article.runs).iter().map(move |run| self.found.hit(run))
    }

    /// The hit of an index.
    pub fn hit(self, index: usize) -> Option<Hit<'a>> {
        part(&self.found.runs, &self.article.runs).get(index).map(|run| self.found.hit(run))
    }
}

impl Hit<'_> {
    /// The part of its bulletin that the run belongs to.
    pub fn place(self, bulletin: &Bulletin) -> Place {
        if self.field == Field::Card { Place::default() } else { place(bulletin, self.span) }
    }
}
