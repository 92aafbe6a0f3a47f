//! Reads one file, decodes and parses it.

use std::fs;
use std::hint;
use std::io::{self, Read};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use super::cache::{Cache, Share};
use super::walk::{Item, Place};
use super::{LARGEST, STANDARD_INPUT, Wanted};
use crate::bulletin::{Bulletin, Code, Problem};
use crate::decode;
use crate::library::File;
use crate::parse;

/// The first size of a buffer, in bytes: most bulletins fit.
const USUAL: usize = 64 << 10;

/// So much memory is asked for at once, in bytes; the C library gives more than 128 KiB from elsewhere.
const ROOM: usize = 120 << 10;

/// A buffer that grows past this is given back after the file, in bytes.
const KEPT: usize = 4 << 20;

/// Reads files one after the other into one buffer: fresh memory for each costs more than reading.
pub(super) struct Reader<'a> {
    buffer: Vec<u8>,
    /// Bytes that were read since [`make_room`].
    since: usize,
    share: Share<'a>,
    is_wanted: &'a Wanted<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(share: Share<'a>, is_wanted: &'a Wanted<'a>) -> Self {
        Self { buffer: Vec::new(), since: usize::MAX, share, is_wanted }
    }

    /// The file with what it holds, or with the reason why it holds nothing.
    pub(super) fn file(&mut self, item: &Item) -> File {
        match item {
            Item::Report(file) => file.clone(),
            Item::Read(place) => {
                let filled = fs::File::open(&place.full)
                    .and_then(|file| self.fill(&file, || Ok(file.metadata()?.len() > LARGEST as u64)));
                self.parsed(place, filled)
            }
            Item::StandardInput => {
                let place = Place {
                    root: Arc::from(""),
                    path: STANDARD_INPUT.to_owned(),
                    full: STANDARD_INPUT.into(),
                };
                let filled = self.fill(io::stdin().lock(), || Ok(false));
                self.parsed(&place, filled)
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

    fn parsed(&mut self, place: &Place, filled: io::Result<usize>) -> File {
        let bytes = match filled {
            Ok(filled) if filled > LARGEST => None,
            Ok(filled) => self.buffer.get(..filled),
            Err(error) => return place.report(vec![problem(&error)]),
        };
        let file = if let Some(bytes) = bytes {
            self.since = self.since.saturating_add(bytes.len());
            if self.since > ROOM / 2 {
                make_room();
                self.since = 0;
            }
            decoded(place, bytes, &mut self.share, self.is_wanted)
        } else {
            let cap = (LARGEST >> 20).to_string();
            place.report(vec![Problem::new(Code::TooLarge, 0, [cap])])
        };
        if self.buffer.len() > KEPT {
            self.buffer = Vec::new();
        }
        file
    }
}

/// Makes the C library of GNU ask the system for memory at once: else it does so for every few kilobytes that a
/// thread is to have, which takes as long as reading a file.
fn make_room() {
    drop(hint::black_box(Vec::<u8>::with_capacity(ROOM)));
}

/// A file whose bytes are at hand.
pub(super) fn file(path: &str, bytes: &[u8]) -> File {
    let place = Place { root: Arc::from(""), path: path.to_owned(), full: path.into() };
    decoded(&place, bytes, &mut Cache::default().share(), &|_| true)
}

fn decoded(place: &Place, bytes: &[u8], share: &mut Share<'_>, is_wanted: &Wanted<'_>) -> File {
    let Ok(decoded) = decode::decode(bytes) else {
        return place.report(vec![Problem::new(Code::NotText, 0, [])]);
    };
    let mut problems = Vec::new();
    let losses = decoded.losses;
    if losses.count > 0 {
        let details = [losses.count.to_string(), decoded.encoding.name().to_owned()];
        problems.push(Problem::new(Code::BadEncoding, losses.first_line, details));
    }
    let text = decoded.text.as_ref();
    let mastheads = if is_wanted(text) { None } else { share.mastheads(bytes) };
    let parse = || caught(|| parse::bulletins(text));
    let bulletins = mastheads.map_or_else(|| share.bulletins(bytes, text, parse), Ok);
    let bulletins = bulletins.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    File { encoding: decoded.encoding.name(), bulletins, ..place.report(problems) }
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
