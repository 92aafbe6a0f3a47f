//! A query ready to be held against bulletins, one after the other.

use super::census::Census;
use super::facts::{OfFigure, OfIssue};
use super::index::{Index, Kept};
use super::words::Matcher;
use crate::bulletin::Place;
use crate::library::{Entry, Id};
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
    /// What is kept of the bulletins.
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

    /// The same plan, which uses what an index keeps, and keeps there what it reads.
    #[must_use]
    pub fn with_index(mut self, index: Index) -> Self {
        self.index = Some(index);
        self
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.issues.is_empty() && self.places.is_empty() && self.figures.is_empty() && self.clauses.is_empty()
    }

    /// Whether an issue that has this name in its library may hold what is asked for.
    pub(super) fn may_hold(&self, entry: &Entry, name: &str) -> bool {
        let holds = |tests: &[OfIssue]| tests.iter().any(|test| test.holds(entry, name));
        !self.is_empty() && self.issues.iter().all(|(negated, tests)| holds(tests) != *negated)
    }

    /// What is kept of a bulletin from one search to the next.
    pub(super) fn kept(&self, id: Id) -> Option<&Kept> {
        self.index.as_ref()?.get(id)
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
            // Places say where to look; nothing else stands beside them.
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
    pub(super) fn needs_name(&self) -> bool {
        let names = |tests: &[OfIssue]| tests.iter().any(|test| matches!(test, OfIssue::Name(_)));
        !self.places.is_empty()
            || self.issues.iter().any(|(_, tests)| names(tests))
            || self.clauses.iter().any(|clause| names(&clause.issues))
    }
}

impl Wanted {
    /// Whether the issue as a whole lets the clause hold.
    pub(super) fn holds_for(&self, entry: &Entry, name: &str) -> bool {
        self.issues.iter().any(|test| test.holds(entry, name))
    }
}
