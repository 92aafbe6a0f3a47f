//! JSON that is safe on a terminal: a value on each line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes one array (RFC 8259), an element on each line.
pub(super) fn array<T: Serialize>(out: &mut dyn Write, rows: impl Iterator<Item = T>) -> io::Result<()> {
    out.write_all(b"[")?;
    for (index, row) in rows.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        value(out, &row)?;
    }
    out.write_all(b"\n]\n")
}

/// Writes a value on each line.
pub(super) fn lines<T: Serialize>(out: &mut dyn Write, mut rows: impl Iterator<Item = T>) -> io::Result<()> {
    rows.try_for_each(|row| {
        value(out, &row)?;
        out.write_all(b"\n")
    })
}

fn value(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Harmless)).map_err(io::Error::from)
}

/// Compact JSON that writes as `\u009b` what JSON lets stand but a terminal may obey: DEL, C1
/// controls, and the characters that turn the direction of a line round.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        for piece in fragment.split_inclusive(is_obeyed) {
            let last = piece.chars().next_back().filter(|&c| is_obeyed(c));
            match last {
                Some(c) => {
                    out.write_all(piece.strip_suffix(c).unwrap_or_default().as_bytes())?;
                    write!(out, "\\u{:04x}", u32::from(c))?;
                }
                None => out.write_all(piece.as_bytes())?,
            }
        }
        Ok(())
    }
}

fn is_obeyed(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
