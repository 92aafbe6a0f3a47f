//! The output of the commands, written into any `io::Write`.

mod check;
mod csv;
mod explain;
mod export;
mod figure;
mod figures;
mod json;
mod line;
mod list;
mod markdown;
mod outline;
mod picture;
mod search;
mod show;
mod sums;

pub use check::{Finding, check, findings};
pub use explain::explain;
pub use export::{Format, export};
pub use figures::figures;
pub use list::list;
pub use outline::outline;
pub use picture::{PICTURE_COLUMNS, chart, svg};
pub use search::{Hits, add_line, search};
pub use show::show;
pub use sums::sums;

use crate::bulletin::Place;
use crate::library::Id;
use crate::message::Lang;
use crate::text::Ambiguous;

/// How results are laid out for who reads them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// The language of our own words.
    pub lang: Lang,
    /// How ambiguous characters are laid out.
    pub mode: Ambiguous,
    /// The columns of the terminal; `None` where the output goes to a pipe or a file.
    pub columns: Option<u16>,
    /// Whether the terminal is to show bold and colours.
    pub colour: bool,
    /// Whether a table is for a spreadsheet program: marked as UTF-8, and without formulas.
    pub spreadsheet: bool,
}

/// The form of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Lines for a person, or with TABs for a script.
    #[default]
    Text,
    /// One JSON array, a row on each line (RFC 8259).
    Json,
    /// A head and a record for each row (RFC 4180).
    Csv,
}

/// A bulletin of the library and the part of it that was asked for; the empty place is the whole.
pub type Part = (Id, Place);

#[cfg(test)]
mod tests;
