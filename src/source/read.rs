//! Reads one file, decodes and parses it.

use std::convert::Infallible;
use std::fs;
use std::io::{self, Read};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use super::walk::{Item, Place};
use super::{LARGEST, STANDARD_INPUT};
use crate::bulletin::{Bulletin, Code, Problem};
use crate::decode::{self, Decoded};
use crate::library::File;
use crate::parse;

/// The first size of a buffer, in bytes: most bulletins fit.
const USUAL: usize = 64 << 10;

/// A buffer that grows past this is given back after the file, in bytes.
const KEPT: usize = 4 << 20;

/// Reads files one after the other into one buffer: fresh memory for each costs more than reading.
#[derive(Default)]
pub(super) struct Reader {
    buffer: Vec<u8>,
}

impl Reader {
    /// The file with what it holds, or with the reason why it holds nothing.
    pub(super) fn file(&mut self, item: &Item) -> File {
        match self.file_or(item, |_| None::<Infallible>) {
            Ok(file) => file,
            Err(never) => match never {},
        }
    }

    /// The same, unless something else is to be had of the decoded text. Standard input, which can be read
    /// but once, is always parsed.
    pub(super) fn file_or<T>(
        &mut self,
        item: &Item,
        other: impl FnOnce(&str) -> Option<T>,
    ) -> Result<File, T> {
        match item {
            Item::Report(file) => Ok(file.clone()),
            Item::Read(place) => {
                let filled = fs::File::open(&place.full)
                    .and_then(|file| self.fill(&file, || Ok(file.metadata()?.len() > LARGEST as u64)));
                self.parsed_or(place, filled, other)
            }
            Item::StandardInput => {
                let place = Place {
                    root: Arc::from(""),
                    path: STANDARD_INPUT.to_owned(),
                    full: STANDARD_INPUT.into(),
                };
                let filled = self.fill(io::stdin().lock(), || Ok(false));
                self.parsed_or(&place, filled, |_| None)
            }
        }
    }

    /// Reads to the end and returns how many bytes there are; one more than [`LARGEST`] at most. Whether it
    /// `is_too_large` is only asked of what is longer than the buffer.
    fn fill(
        &mut self,
        mut source: impl Read,
        is_too_large: impl Fn() -> io::Result<bool>,
    ) -> io::Result<usize> {
        let mut filled = 0;
        loop {
            if filled == self.buffer.len() {
                if filled > 0 && is_too_large()? {
                    return Ok(LARGEST + 1);
                }
                let grown = (filled * 2).clamp(USUAL, LARGEST + 1);
                self.buffer.resize(grown, 0);
            }
            let free = self.buffer.get_mut(filled..).unwrap_or_default();
            match source.read(free) {
                Ok(0) => return Ok(filled),
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn parsed_or<T>(
        &mut self,
        place: &Place,
        filled: io::Result<usize>,
        other: impl FnOnce(&str) -> Option<T>,
    ) -> Result<File, T> {
        let bytes = match filled {
            Ok(filled) if filled > LARGEST => None,
            Ok(filled) => self.buffer.get(..filled),
            Err(error) => return Ok(place.report(vec![problem(&error)])),
        };
        let file = if let Some(bytes) = bytes {
            decoded_or(place, bytes, other)
        } else {
            let cap = (LARGEST >> 20).to_string();
            Ok(place.report(vec![Problem::new(Code::TooLarge, 0, [cap])]))
        };
        if self.buffer.len() > KEPT {
            self.buffer = Vec::new();
        }
        file
    }
}

/// A file whose bytes are at hand.
pub(super) fn file(path: &str, bytes: &[u8]) -> File {
    let place = Place { root: Arc::from(""), path: path.to_owned(), full: path.into() };
    match decoded_or(&place, bytes, |_| None::<Infallible>) {
        Ok(file) => file,
        Err(never) => match never {},
    }
}

fn decoded_or<T>(place: &Place, bytes: &[u8], other: impl FnOnce(&str) -> Option<T>) -> Result<File, T> {
    match decode::decode(bytes) {
        Ok(decoded) => other(&decoded.text).map_or_else(|| Ok(parse(place, &decoded)), Err),
        Err(decode::NotText) => Ok(place.report(vec![Problem::new(Code::NotText, 0, [])])),
    }
}

fn parse(place: &Place, decoded: &Decoded) -> File {
    let mut problems = Vec::new();
    let losses = decoded.losses;
    if losses.count > 0 {
        let details = [losses.count.to_string(), decoded.encoding.name().to_owned()];
        problems.push(Problem::new(Code::BadEncoding, losses.first_line, details));
    }
    let bulletins = caught(|| parse::bulletins(&decoded.text)).unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    File {
        root: place.root.clone(),
        path: place.path.as_str().into(),
        encoding: decoded.encoding.name(),
        bulletins,
        problems,
    }
}

/// A panic in the parser costs one file, never the run.
pub(super) fn caught(parse: impl FnOnce() -> Vec<Bulletin>) -> Result<Vec<Bulletin>, Problem> {
    panic::catch_unwind(AssertUnwindSafe(parse)).map_err(|payload| {
        let words = payload.downcast_ref::<&str>().copied();
        let said = words.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Problem::new(Code::Stopped, 0, [said.unwrap_or_default().to_owned()])
    })
}

/// What an error of the system means for the file.
pub(super) fn problem(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::new(Code::NotFound, 0, []),
        io::ErrorKind::PermissionDenied => Problem::new(Code::Forbidden, 0, []),
        _ => Problem::new(Code::Unreadable, 0, [error.to_string()]),
    }
}
