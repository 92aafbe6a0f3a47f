//! A query ready to be held against bulletins, one after the other.

use super::census::Census;
use super::facts::{OfFigure, OfIssue};
use super::initials::Index;
use super::results::IssueHits;
use super::words::Matcher;
use super::work;
use crate::bulletin::{Place, Span};
use crate::library::{Entry, Id, Library};
use crate::query::{Clause, Query, Scope, Test};

/// A query ready to be held against bulletins.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// About the issue alone.
    issues: Vec<(Negated, Vec<OfIssue>)>,
    /// About places: nothing else counts at all.
    pub(super) places: Vec<(Negated, Vec<Named>)>,
    /// About figures alone: one and the same figure has to fit all of them.
    pub(super) figures: Vec<(Negated, Vec<OfFigure>)>,
    /// All others; first those that are wanted.
    pub(super) clauses: Vec<Wanted>,
    /// The initials of the bulletins that they were read of.
    index: Option<Index>,
}

/// Whether a clause must not hold.
type Negated = bool;

/// A place in the issue of a name, or in any.
type Named = (Option<String>, Place);

/// A clause with words in it.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub negated: bool,
    pub words: Vec<(Scope, Matcher)>,
    issues: Vec<OfIssue>,
    pub figures: Vec<OfFigure>,
}

/// A place where words of a clause stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw {
    pub span: Span,
    pub scope: Scope,
    pub by_sound: bool,
}

impl Plan {
    /// Makes a query ready; `census` tells which characters are rare.
    pub fn new(query: &Query, census: &Census) -> Self {
        let mut plan = Self::default();
        for clause in &query.clauses {
            plan.add(clause, census);
        }
        plan.clauses.sort_by_key(|clause| clause.negated);
        plan
    }

    /// The same plan, faster where an index has the initials of a bulletin.
    #[must_use]
    pub fn with_index(mut self, index: Index) -> Self {
        let matchers = self.clauses.iter_mut().flat_map(|clause| &mut clause.words);
        matchers.for_each(|(_, matcher)| matcher.prepare(&index));
        self.index = Some(index);
        self
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty() && self.places.is_empty() && self.figures.is_empty() && self.clauses.is_empty()
    }

    /// What a bulletin of a library holds of it; `None` for nothing.
    pub fn issue(&self, library: &Library, id: Id) -> Option<IssueHits> {
        let entry = library.get(id)?;
        let name = if self.needs_name() { library.name(id) } else { String::new() };
        let holds = |tests: &[OfIssue]| tests.iter().any(|test| test.holds(entry, &name));
        if self.is_empty() || self.issues.iter().any(|(negated, tests)| holds(tests) == *negated) {
            return None;
        }
        let found = self.raw(id, entry, &name)?;
        let articles = work::articles(self, entry, &name, &found);
        (!articles.is_empty()).then(|| IssueHits::new(id, articles))
    }

    fn add(&mut self, clause: &Clause, census: &Census) {
        let tests = || clause.tests.iter();
        let of_issue = || tests().filter_map(|test| OfIssue::new(test, census));
        let of_figure = || tests().filter_map(|test| OfFigure::new(test, census));
        let places = tests().filter_map(|test| match test {
            Test::Place(name, place) => Some((name.clone(), place.clone())),
            _ => None,
        });
        let places: Vec<_> = places.collect();
        if clause.is_about_issues() {
            self.issues.push((clause.negated, of_issue().collect()));
        } else if clause.is_about_figures() {
            self.figures.push((clause.negated, of_figure().collect()));
        } else if !places.is_empty() {
            // Places say where to look; what stands beside them behind `|` is left aside.
            self.places.push((clause.negated, places));
        } else {
            let words = tests().filter_map(|test| match test {
                Test::Words(scope, words) => Some((*scope, Matcher::new(words, census))),
                _ => None,
            });
            self.clauses.push(Wanted {
                negated: clause.negated,
                words: words.collect(),
                issues: of_issue().collect(),
                figures: of_figure().collect(),
            });
        }
    }

    /// Whether names of bulletins are asked for, which take time to make.
    fn needs_name(&self) -> bool {
        let names = |tests: &[OfIssue]| tests.iter().any(|test| matches!(test, OfIssue::Name(_)));
        !self.places.is_empty()
            || self.issues.iter().any(|(_, tests)| names(tests))
            || self.clauses.iter().any(|clause| names(&clause.issues))
    }

    /// Where the words of each clause stand in a bulletin; `None` where a clause cannot hold.
    fn raw(&self, id: Id, entry: &Entry, name: &str) -> Option<Vec<Vec<Raw>>> {
        let body = entry.bulletin.text.as_str();
        let initials = self.index.as_ref().and_then(|index| index.get(id));
        let mut all = Vec::with_capacity(self.clauses.len());
        for clause in &self.clauses {
            let mut raw = Vec::new();
            let mut by_part = false;
            for (scope, matcher) in &clause.words {
                if matcher.is_by_part() {
                    by_part = true;
                    continue;
                }
                raw.extend(matcher.all_by_initials(body, initials).into_iter().map(|found| Raw {
                    span: Span::new(found.range.start, found.range.end),
                    scope: *scope,
                    by_sound: found.by_sound,
                }));
            }
            let otherwise = !clause.figures.is_empty() || clause.holds_for(entry, name);
            if raw.is_empty() && !clause.negated && !by_part && !otherwise {
                return None;
            }
            all.push(raw);
        }
        Some(all)
    }
}

impl Wanted {
    /// Whether the issue as a whole lets the clause hold.
    pub(super) fn holds_for(&self, entry: &Entry, name: &str) -> bool {
        self.issues.iter().any(|test| test.holds(entry, name))
    }
}
