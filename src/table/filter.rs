//! A query held against rows of figures: `unit:元 value>1000万 state:achieved -noun:资金`.
//!
//! Words without a key stand in the sentence around the figure, `title:` and `heading:` in what the
//! figure stands under, `measure:` in the measure that holds it.

use std::sync::Arc;

use super::Row;
use crate::bulletin::Place;
use crate::figure::State;
use crate::query::{Clause, Expected, Key, Query, QueryError, Scope, Test, Words, is_operator, issue_name};
use crate::search::{Census, Matcher, OfFigure, OfIssue};

/// Chooses rows. The default one takes all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    clauses: Arc<[(bool, Vec<Choice>)]>,
    query: Arc<Query>,
}

/// A test ready to be made.
#[derive(Debug, Clone)]
enum Choice {
    Figure(OfFigure),
    Issue(OfIssue),
    Words(Scope, Matcher),
    Place(Option<String>, Place),
}

/// Filters are alike where their queries are.
impl PartialEq for Filter {
    fn eq(&self, other: &Self) -> bool {
        self.query == other.query
    }
}

impl Eq for Filter {}

impl Filter {
    /// Reads an expression. The error says where it cannot be understood, and what was expected.
    pub fn parse(expression: &str) -> Result<Self, QueryError> {
        let query = Query::read(expression);
        let errors = query.errors.iter().cloned().chain(query.clauses.iter().find_map(unfinished));
        match errors.min_by_key(|error| error.at) {
            Some(error) => Err(error),
            None => Ok(Self::new(query)),
        }
    }

    /// The filter of a query, as far as it could be understood.
    pub fn new(query: Query) -> Self {
        let census = Census::default();
        let choice = |test: &Test| match test {
            Test::Words(scope, words) => Some(Choice::Words(*scope, Matcher::new(words, &census))),
            Test::Place(name, place) => Some(Choice::Place(name.clone(), place.clone())),
            _ => OfFigure::new(test, &census)
                .map(Choice::Figure)
                .or_else(|| OfIssue::new(test, &census).map(Choice::Issue)),
        };
        let choices = |clause: &Clause| clause.tests.iter().filter_map(choice).collect();
        let clauses = query.clauses.iter().map(|clause| (clause.negated, choices(clause))).collect();
        Self { clauses, query: Arc::new(query) }
    }

    /// Whether the row is chosen.
    pub fn matches(&self, row: &Row<'_>) -> bool {
        self.clauses.iter().all(|(negated, choices)| choices.iter().any(|it| it.holds(row)) != *negated)
    }

    /// Whether a state is asked for by name.
    pub fn asks_for(&self, state: State) -> bool {
        self.query.asks_for(state)
    }
}

/// What is taken for words but is more likely a key: one without its value, one that is only begun, or
/// an unknown one. In a text they may be looked for, in the sentence of a figure hardly.
fn unfinished(clause: &Clause) -> Option<QueryError> {
    let Some(Test::Words(Scope::All, Words::Word(word))) = clause.tests.first() else {
        return None;
    };
    let at = clause.at + usize::from(clause.negated);
    let behind = at + word.chars().count();
    if let Some((name, _)) = word.split_once(is_operator) {
        return Some(QueryError { at, expected: Expected::Key(name.to_owned()) });
    }
    let is_begun =
        |key: &Key| key.names().iter().any(|name| name == word || name.starts_with(word) && word.is_ascii());
    let key = Key::ALL.into_iter().find(is_begun)?;
    Some(QueryError { at: behind, expected: Expected::Operator(key) })
}

impl Choice {
    fn holds(&self, row: &Row<'_>) -> bool {
        match self {
            Self::Figure(test) => test.holds(&row.figure, row.noun()),
            Self::Issue(test) => test.holds(row.entry, &row.name),
            Self::Words(Scope::All | Scope::Text, words) => words.is_in(row.sentence()),
            Self::Words(scope, words) => row.under(*scope).is_some_and(|text| words.is_in(text)),
            Self::Place(name, place) => {
                let is_named = |name: &String| {
                    issue_name(&row.name) == *name || issue_name(&row.entry.plain_name()) == *name
                };
                name.as_ref().is_none_or(is_named) && row.place.0.starts_with(&place.0)
            }
        }
    }
}

#[cfg(test)]
mod tests;
