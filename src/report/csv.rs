//! Comma-separated values (RFC 4180): CRLF line ends, quotes where they are needed.

use std::io::{self, Write};

use super::Look;
use crate::text::clean;

/// A row whose fields have no parts.
pub(super) trait Flat {
    /// The names of the fields, as in JSON.
    const NAMES: &'static [&'static str];

    /// The fields in the order of the names; an absent one is empty.
    fn fields(&self) -> Vec<String>;
}

/// Writes the head and a record for each row. Controls are left out of the fields: a table may be
/// looked at on a terminal.
pub(super) fn table<T: Flat>(out: &mut dyn Write, mut rows: impl Iterator<Item = T>) -> io::Result<()> {
    record(out, T::NAMES.iter().copied())?;
    rows.try_for_each(|row| record(out, row.fields().iter().map(String::as_str)))
}

/// Writes the mark by which a spreadsheet program knows UTF-8, where the table is for one.
pub(super) fn mark(out: &mut dyn Write, look: Look) -> io::Result<()> {
    if look.spreadsheet { out.write_all("\u{feff}".as_bytes()) } else { Ok(()) }
}

/// A text as it is written; for a spreadsheet program: one that begins like a formula gets a mark in front
/// that makes it a text (<https://owasp.org/www-community/attacks/CSV_Injection>).
pub(super) fn text(text: &str, look: Look) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if look.spreadsheet && is_formula { format!("'{text}") } else { text.to_owned() }
}

/// An optional field, as it is written.
pub(super) fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn record<'a>(out: &mut dyn Write, fields: impl Iterator<Item = &'a str>) -> io::Result<()> {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.write_all(b",")?;
        }
        let field = clean(field);
        if field.contains([',', '"']) {
            write!(out, "\"{}\"", field.replace('"', "\"\""))?;
        } else {
            out.write_all(field.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}
