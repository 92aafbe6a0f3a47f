//! Finding words, readings and figures in the library.
//!
//! A [`Plan`] is a query ready to be held against many bulletins, in pieces that may be done at once, so
//! that a search can be given up between two of them. The text is searched as it is: each word by its
//! rarest character in all its forms, and what stands around that is folded on the way, so that no
//! folded copy of the library is kept. What was [`Found`] is put in order at the end.

mod block;
mod census;
mod cut;
mod excerpt;
mod facts;
mod found;
mod index;
mod initials;
mod literal;
mod numerals;
mod place;
mod plan;
mod quote;
mod readings;
mod results;
mod sieve;
mod sounds;
mod spread;
mod words;
mod work;

pub use block::Field;
pub use census::Census;
pub use excerpt::{Piece, excerpt};
pub use facts::{OfFigure, OfIssue};
pub use found::{ArticleHits, Found, Hit, IssueHits, Mark};
pub use index::Index;
pub use plan::Plan;
pub use quote::{AddLine, Depth, Quote, Quoter, Quotes, sort_quotes};
pub use results::{Articles, heard, narrows};
pub use sieve::Sieve;
pub use spread::{Spread, alone, in_order, in_pieces, prepare};
pub use words::Matcher;

use crate::library::{Id, Library};
use crate::query::Query;

/// Everything that a library holds of a query, in order.
pub fn search(library: &Library, query: &Query, spread: Spread<'_>) -> Found {
    let plan = Plan::new(query, &Census::of(library));
    let ids: Vec<Id> = library.loaded().collect();
    plan.search(library, &ids, spread, &|| true).unwrap_or_default()
}

#[cfg(test)]
mod tests;
