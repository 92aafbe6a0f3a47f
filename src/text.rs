//! Columns of a grapheme, cleaning hostile text, line breaking, folding for search.
//!
//! Text of a file reaches the screen only by way of [`glyphs()`]: it is cleaned, cut into grapheme
//! clusters (UAX #29), measured and, where the terminal's widths are unknown, substituted.
//! [`wrap()`] breaks it into lines, [`ellipsis`] and [`pad`] fit it into a column of a table.
//! All of them read one and the same stream of clusters, so that they agree on every column.

mod ambiguous;
pub mod clean;
pub mod clip;
mod cluster;
pub mod columns;
pub mod fold;
pub mod glyphs;
mod standin;
mod variants;
pub mod wrap;

pub use clean::{clean, is_dropped, is_plain};
pub use clip::{clip, ellipsis, pad};
pub use columns::{Ambiguous, is_ambiguous, width};
pub use fold::{Folded, fold, forms, forms_of, has_marks};
pub use glyphs::{Glyph, glyphs};
pub use wrap::{Wrap, wrap};

#[cfg(test)]
mod tests;
