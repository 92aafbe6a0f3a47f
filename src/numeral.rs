//! Chinese and Arabic numerals, ordinals and the markers that print them, dates.
//!
//! - [`chinese`] reads a Chinese integer (一百零五, 二〇二三, 廿三), [`in_chinese`] writes one.
//! - [`ordinal`] reads either script.
//! - [`Marker::at_start`] tells what a paragraph or a sentence opens with: 一、 （一） 1. ① 一是 第一，
//!   首先，; [`MarkerKind::print`] writes the marker of an ordinal.
//! - [`PrintedDate::at_start`] reads a date in any of its printed forms.

mod arabic;
mod chinese;
mod cursor;
mod date;
mod han;
mod marker;
pub mod number;

pub(crate) use arabic::push_arabic;
pub(crate) use chinese::is_numeral;
pub use chinese::{chinese, in_chinese, ordinal};
pub(crate) use cursor::{Cursor, plain};
pub use date::{Date, PrintedDate};
pub(crate) use han::HanSet;
pub use marker::{Marker, MarkerKind};

#[cfg(test)]
mod tests;
