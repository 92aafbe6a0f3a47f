//! Finding words, readings and figures in the library.
//!
//! A [`Plan`] is a query ready to be held against one bulletin after the other, so that a search can
//! be given up between two of them; [`sort`] puts what was found in order. The text is searched as
//! it is: each word by its rarest character in all its forms, and what stands around that is folded
//! on the way, so that no folded copy of the library is kept.

mod block;
mod census;
mod excerpt;
mod facts;
mod initials;
mod literal;
mod numerals;
mod plan;
mod readings;
mod results;
mod sieve;
mod sounds;
mod words;
mod work;

pub use block::Field;
pub use census::Census;
pub use excerpt::{Piece, excerpt};
pub use facts::{OfFigure, OfIssue};
pub use initials::{Index, Initials};
pub use plan::Plan;
pub use results::{ArticleHits, Articles, Hit, IssueHits, Mark, heard, narrows, sort};
pub use sieve::Sieve;
pub use words::{Found, Matcher};

use crate::library::Library;
use crate::query::Query;

/// Everything that a library holds of a query, in order.
pub fn search(library: &Library, query: &Query) -> Vec<IssueHits> {
    let plan = Plan::new(query, &Census::of(library));
    let mut found: Vec<IssueHits> = library.ids().iter().filter_map(|&id| plan.issue(library, id)).collect();
    sort(&mut found, library);
    found
}

#[cfg(test)]
mod tests;
