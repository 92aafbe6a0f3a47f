//! Reads one file and decodes it.

use std::fs;
use std::hint;
use std::io::{self, Read};
use std::sync::Arc;

use super::cache::{Cache, Lent, Share, Stamp};
use super::opened::{Inside, Opened};
use super::walk::{Item, Place};
use super::{LARGEST, STANDARD_INPUT};
use crate::bulletin::{Code, Problem};
use crate::decode;
use crate::library::File;

/// The first size of a buffer, in bytes: most bulletins fit.
const USUAL: usize = 64 << 10;

/// So much memory is asked for at once, in bytes; the C library gives more than 128 KiB from elsewhere.
const ROOM: usize = 120 << 10;

/// A buffer that grows past this is given back after the file, in bytes.
const KEPT: usize = 4 << 20;

/// Reads files one after the other into one buffer: fresh memory for each costs more than reading.
pub(super) struct Reader<'a> {
    buffer: Vec<u8>,
    /// Bytes that were read since there was [`Reader::make_room`].
    since: usize,
    share: Share<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(share: Share<'a>) -> Self {
        Self { buffer: Vec::new(), since: usize::MAX, share }
    }

    /// What is in a file, or the reason why it holds nothing.
    pub(super) fn open(&mut self, item: &Item) -> Opened<'_> {
        if self.buffer.len() > KEPT {
            self.buffer = Vec::new();
        }
        match item {
            Item::Report(file) => Opened::new(file.clone(), None),
            Item::Read(place) => {
                // Asked for before the reading: what changes meanwhile has another one the next time.
                let stamp = self.share.stamp(&place.full);
                if let Some(found) = stamp.and_then(|stamp| self.share.find(stamp)) {
                    self.make_room(found.len());
                    let (bytes, lent) = self.share.lend_found(found);
                    return decoded(place, bytes, lent);
                }
                let filled = fs::File::open(&place.full)
                    .and_then(|file| self.fill(&file, || Ok(file.metadata()?.len() > LARGEST as u64)));
                self.opened(place, filled, stamp)
            }
            Item::StandardInput => {
                let place = Place {
                    root: Arc::from(""),
                    path: STANDARD_INPUT.to_owned(),
                    full: STANDARD_INPUT.into(),
                };
                let filled = self.fill(io::stdin().lock(), || Ok(false));
                self.opened(&place, filled, None)
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

    fn opened(&mut self, place: &Place, filled: io::Result<usize>, stamp: Option<Stamp>) -> Opened<'_> {
        let filled = match filled {
            Ok(filled) if filled > LARGEST => {
                let cap = (LARGEST >> 20).to_string();
                Err(Problem::new(Code::TooLarge, 0, [cap]))
            }
            filled => filled.map_err(|error| problem(&error)),
        };
        let filled = match filled {
            Ok(filled) => filled,
            Err(problem) => return Opened::new(place.report(vec![problem]), None),
        };
        self.make_room(filled);
        let bytes = self.buffer.get(..filled).unwrap_or_default();
        decoded(place, bytes, self.share.lend(bytes, &place.full, stamp))
    }

    /// Makes the C library of GNU ask the system for memory at once, for what will be made of so many bytes: else it
    /// does so for every few kilobytes that a thread is to have, which takes as long as reading a file.
    fn make_room(&mut self, bytes: usize) {
        self.since = self.since.saturating_add(bytes);
        if self.since > ROOM / 2 {
            drop(hint::black_box(Vec::<u8>::with_capacity(ROOM)));
            self.since = 0;
        }
    }
}

/// A file whose bytes are at hand.
pub(super) fn file(path: &str, bytes: &[u8]) -> File {
    let place = Place { root: Arc::from(""), path: path.to_owned(), full: path.into() };
    decoded(&place, bytes, Cache::default().share().lend(bytes, &place.full, None)).whole()
}

fn decoded<'a>(place: &Place, bytes: &'a [u8], cache: Lent<'a>) -> Opened<'a> {
    // What is known was looked at before.
    let decoded = if cache.is_known() { Ok(decode::text(bytes)) } else { decode::decode(bytes) };
    let Ok(decoded) = decoded else {
        return Opened::new(place.report(vec![Problem::new(Code::NotText, 0, [])]), None);
    };
    let mut problems = Vec::new();
    let losses = decoded.losses;
    if losses.count > 0 {
        let details = [losses.count.to_string(), decoded.encoding.name().to_owned()];
        problems.push(Problem::new(Code::BadEncoding, losses.first_line, details));
    }
    let file = File { encoding: decoded.encoding.name(), ..place.report(problems) };
    Opened::new(file, Some(Inside { text: decoded.text, cache }))
}

/// What an error of the system means for the file.
pub(super) fn problem(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::new(Code::NotFound, 0, []),
        io::ErrorKind::PermissionDenied => Problem::new(Code::Forbidden, 0, []),
        _ => Problem::new(Code::Unreadable, 0, [error.to_string()]),
    }
}
