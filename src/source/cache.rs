//! What parsing gave, kept for the next time that the same bytes are read: ten thousand files are parsed
//! once, and from then on only looked at.
//!
//! What was parsed is known by the bytes it was parsed of, never by a path, so it cannot be out of date. The bytes of
//! small files are kept, too, and stand for the file as long as the system says of it what it said before: ten thousand
//! files are opened in more time than one is read, and from a cold disk in many times more.

mod stamp;
mod stored;
mod used;
mod window;

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::mem;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::bulletin::{Bulletin, Packed, pack};
use crate::settings::cache as file;
pub(super) use stamp::Stamp;
use stored::Stored;
use used::{Bytes, Row, Used};
use window::Window;

/// What was parsed of the files under some paths. [`Cache::default`] knows nothing and keeps nothing.
#[derive(Debug, Default)]
pub struct Cache {
    place: Option<At>,
    /// Read by the first reader that needs it, while the walk goes on.
    stored: OnceLock<Stored>,
    used: Mutex<Vec<Used>>,
}

/// Where and when a cache is used.
#[derive(Debug)]
struct At {
    file: PathBuf,
    program: u64,
    /// In seconds since 1970 (POSIX.1-2024).
    now: i64,
}

/// A reader's share of a cache.
#[derive(Debug)]
pub(super) struct Share<'a> {
    cache: &'a Cache,
    used: Used,
    bytes: Window,
    entries: Packed<Window>,
}

/// A file whose bytes were found in a cache.
#[derive(Debug)]
pub(super) struct Found {
    /// In the window.
    at: Range<usize>,
    row: Row,
}

/// A share for one file.
#[derive(Debug)]
pub(super) struct Lent<'a> {
    cache: &'a Cache,
    used: &'a mut Used,
    entries: &'a mut Packed<Window>,
    /// What the file is known by; `None` where nothing is kept.
    row: Option<Row>,
}

impl Cache {
    /// Text that was not known is worth keeping from so many bytes on: less is parsed sooner than written.
    pub(super) const WORTH: usize = 1 << 20;

    /// The bytes of larger files are not kept: these are read from their own places as fast.
    const LARGEST: usize = 256 << 10;

    /// More than so many bytes in all are not kept: a disk has other uses.
    const MOST: usize = 512 << 20;

    /// The cache of a file. It knows nothing where the file is not there, is broken, or was written by another
    /// `program`, which may parse the same text otherwise. So many seconds since 1970 it is `now`, before anything is read.
    pub fn new(file: PathBuf, program: u64, now: i64) -> Self {
        Self { place: Some(At { file, program, now }), ..Self::default() }
    }

    /// Keeps what was parsed and read, where it is worth the writing. What was not used is forgotten.
    pub fn keep(&self) {
        let Some(At { file, .. }) = &self.place else { return };
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let sum = |of: fn(&Used) -> usize| used.iter().map(of).sum::<usize>();
        let with_bytes = sum(|used| used.bytes) <= Self::MOST;
        let read = if with_bytes { sum(|used| used.read) } else { 0 };
        if read.max(sum(|used| used.parsed)) < Self::WORTH {
            return;
        }
        let stored = self.stored();
        let entries = used.iter().flat_map(|used| used.entries(with_bytes));
        // Where nothing can be kept, the files are parsed again the next time.
        let _ = file::write(file, |out| stored.write(entries, out));
    }

    /// What the file holds.
    fn stored(&self) -> &Stored {
        self.stored.get_or_init(|| {
            // A seed that nobody can know: so nobody can make a file that is taken for another.
            let seed = || RandomState::new().build_hasher().finish();
            let Some(At { file, program, .. }) = &self.place else { return Stored::default() };
            let read = File::open(file).ok().and_then(|file| Stored::read(file, *program));
            read.unwrap_or_else(|| Stored::new(*program, seed()))
        })
    }

    /// A share of it, for one reader.
    pub(super) fn share(&self) -> Share<'_> {
        Share { cache: self, used: Used::default(), bytes: Window::default(), entries: Packed::default() }
    }
}

impl Share<'_> {
    /// What a file is known by without its bytes; `None` where it may change unseen, or nothing is kept.
    pub(super) fn stamp(&self, path: &Path) -> Option<Stamp> {
        let At { now, .. } = self.cache.place.as_ref()?;
        Stamp::of(path, self.cache.stored().seed(), *now)
    }

    /// Finds the bytes of the file that has this stamp; `None` where they are not kept.
    pub(super) fn find(&mut self, stamp: Stamp) -> Option<Found> {
        let (hash, at) = self.cache.stored().find(stamp, &mut self.bytes)?;
        let kept = Bytes { stamp, length: at.len() as u32, path: None };
        Some(Found { at, row: Row { hash, bytes: Some(kept), new: None } })
    }

    /// The bytes that were found, and the share for the file.
    pub(super) fn lend_found(&mut self, found: Found) -> (&[u8], Lent<'_>) {
        let Found { at, row } = found;
        let Self { cache, used, bytes, entries } = self;
        (bytes.get(at), Lent { cache, used, entries, row: Some(row) })
    }

    /// The share for a file of these bytes, which has this stamp at the time.
    pub(super) fn lend(&mut self, bytes: &[u8], path: &Path, stamp: Option<Stamp>) -> Lent<'_> {
        let row = self.cache.place.as_ref().map(|_| {
            let is_small = bytes.len() <= Cache::LARGEST;
            let kept = stamp.filter(|_| is_small).map(|stamp| Bytes {
                stamp,
                length: bytes.len() as u32,
                path: Some(path.to_owned()),
            });
            Row { hash: self.cache.stored().hash(bytes), bytes: kept, new: None }
        });
        Lent { cache: self.cache, used: &mut self.used, entries: &mut self.entries, row }
    }
}

impl Found {
    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.at.len()
    }
}

impl Lent<'_> {
    /// Whether the file is known from before.
    pub(super) fn is_known(&self) -> bool {
        self.row.as_ref().is_some_and(|row| self.cache.stored().knows(row.hash))
    }

    /// What is made of the head of the file's entry; `None` where the file is not known, or where nothing can be made
    /// of it.
    pub(super) fn head<T>(&mut self, make: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        self.known(|stored, hash, entries| make(stored.head(hash, &mut entries.head)?))
    }

    /// What is made of the whole entry.
    pub(super) fn entry<T>(&mut self, make: impl FnOnce(Packed<&[u8]>) -> Option<T>) -> Option<T> {
        self.known(|stored, hash, entries| make(stored.entry(hash, entries)?))
    }

    fn known<T>(&mut self, make: impl FnOnce(&Stored, u64, &mut Packed<Window>) -> Option<T>) -> Option<T> {
        let known = make(self.cache.stored(), self.row.as_ref()?.hash, self.entries)?;
        self.used.push(self.row.take()?);
        Some(known)
    }

    /// Notes what was parsed of the file's text.
    pub(super) fn add(&mut self, text: &str, bulletins: &[Bulletin]) {
        let Some(row) = self.row.take() else { return };
        self.used.parsed += text.len();
        if let Some(entry) = pack(text, bulletins) {
            self.used.add(row, &entry);
        }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let used = mem::take(&mut self.used);
        self.cache.used.lock().unwrap_or_else(PoisonError::into_inner).push(used);
    }
}

#[cfg(test)]
mod tests;
