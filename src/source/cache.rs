//! What parsing gave, kept for the next time that the same bytes are read: ten thousand files are parsed
//! once, and from then on only read.
//!
//! A file is known by its bytes, never by its path or its times, so what is kept of it cannot be out of date.

mod stored;

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::mem;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::quality::FixedState;

use crate::bulletin::{Bulletin, Packed, pack};
use crate::settings::cache as file;
use stored::Stored;

/// What was parsed of the files under some paths. [`Cache::default`] knows nothing and keeps nothing.
#[derive(Debug, Default)]
pub struct Cache {
    file: Option<PathBuf>,
    program: u64,
    /// Read by the first reader that needs it, while the walk goes on.
    stored: OnceLock<Stored>,
    used: Mutex<Vec<Used>>,
}

/// Bytes of new entries that are held in one piece.
const CHUNK: usize = 1 << 20;

/// A reader's share of a cache.
#[derive(Debug)]
pub(super) struct Share<'a> {
    cache: &'a Cache,
    used: Used,
}

/// A share for one file.
#[derive(Debug)]
pub(super) struct Lent<'a> {
    cache: &'a Cache,
    used: &'a mut Used,
    /// What the file is known by; `None` where nothing is kept.
    hash: Option<u64>,
}

/// What a reader used of a cache, and what it has to add.
#[derive(Debug, Default)]
struct Used {
    /// The hashes of the files that were known.
    known: Vec<u64>,
    /// Those of the others, with the lengths of heads and rest of their entries.
    new: Vec<(u64, Packed<u32>)>,
    /// The entries, each in one of the chunks.
    chunks: Vec<Vec<u8>>,
    /// Bytes of text that had to be parsed.
    parsed: usize,
}

impl Cache {
    /// Text that was not known is worth keeping from so many bytes on: less is parsed sooner than written.
    pub(super) const WORTH: usize = 1 << 20;

    /// The cache of a file. It knows nothing where the file is not there, is broken, or was written by another
    /// `program`, which may parse the same text otherwise.
    pub fn new(file: PathBuf, program: u64) -> Self {
        Self { file: Some(file), program, ..Self::default() }
    }

    /// Keeps what was parsed, where it is worth the writing. What was not used is forgotten.
    pub fn keep(&self) {
        let Some(file) = &self.file else { return };
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.iter().map(|used| used.parsed).sum::<usize>() < Self::WORTH {
            return;
        }
        let stored = self.stored();
        let entries = used.iter().flat_map(|used| {
            let known = used.known.iter().filter_map(|hash| Some((*hash, stored.entry(*hash)?)));
            known.chain(used.entries())
        });
        // Where nothing can be kept, the files are parsed again the next time.
        let _ = file::write(file, |out| stored.write(entries, out));
    }

    /// What the file holds.
    fn stored(&self) -> &Stored {
        self.stored.get_or_init(|| {
            let file = self.file.as_deref().and_then(|file| File::open(file).ok());
            // A seed that nobody can know: so nobody can make a file that is taken for another.
            let new = || Stored::new(self.program, RandomState::new().build_hasher().finish());
            file.and_then(|file| Stored::read(file, self.program)).unwrap_or_else(new)
        })
    }

    fn hash(&self, bytes: &[u8]) -> u64 {
        let mut hasher = FixedState::with_seed(self.stored().seed()).build_hasher();
        hasher.write(bytes);
        hasher.finish()
    }

    /// A share of it, for one reader.
    pub(super) fn share(&self) -> Share<'_> {
        Share { cache: self, used: Used::default() }
    }
}

impl Share<'_> {
    /// The share for a file of these bytes.
    pub(super) fn lend(&mut self, bytes: &[u8]) -> Lent<'_> {
        let hash = self.cache.file.as_ref().map(|_| self.cache.hash(bytes));
        Lent { cache: self.cache, used: &mut self.used, hash }
    }
}

impl Lent<'_> {
    /// Whether the file is known from before.
    pub(super) fn is_known(&self) -> bool {
        self.hash.is_some_and(|hash| self.cache.stored().head(hash).is_some())
    }

    /// What is made of the head of the file's entry; `None` where the file is not known, or where nothing can be made
    /// of it.
    pub(super) fn head<T>(&mut self, make: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        self.known(|stored, hash| make(stored.head(hash)?))
    }

    /// What is made of the whole entry.
    pub(super) fn entry<T>(&mut self, make: impl FnOnce(Packed<&[u8]>) -> Option<T>) -> Option<T> {
        self.known(|stored, hash| make(stored.entry(hash)?))
    }

    fn known<T>(&mut self, make: impl FnOnce(&Stored, u64) -> Option<T>) -> Option<T> {
        let hash = self.hash?;
        let known = make(self.cache.stored(), hash)?;
        self.used.known.push(hash);
        Some(known)
    }

    /// Notes what was parsed of the file's text.
    pub(super) fn add(&mut self, text: &str, bulletins: &[Bulletin]) {
        let Some(hash) = self.hash else { return };
        self.used.parsed += text.len();
        if let Some(entry) = pack(text, bulletins) {
            self.used.add(hash, entry);
        }
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let used = mem::take(&mut self.used);
        self.cache.used.lock().unwrap_or_else(PoisonError::into_inner).push(used);
    }
}

impl Used {
    /// Adds the entry of a file.
    fn add(&mut self, hash: u64, entry: Packed<Vec<u8>>) {
        let Packed { head, rest } = entry;
        self.new.push((hash, Packed { head: head.len() as u32, rest: rest.len() as u32 }));
        let length = head.len() + rest.len();
        if self.chunks.last().is_none_or(|chunk| chunk.capacity() - chunk.len() < length) {
            // They are given back together, and far from what stays.
            self.chunks.push(Vec::with_capacity(CHUNK.max(length)));
        }
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.extend_from_slice(&head);
            chunk.extend_from_slice(&rest);
        }
    }

    /// The new entries with the hashes of their files.
    fn entries(&self) -> impl Iterator<Item = (u64, Packed<&[u8]>)> + Clone {
        let mut chunks = self.chunks.iter();
        let mut left: &[u8] = &[];
        self.new.iter().map_while(move |(hash, lengths)| {
            if left.is_empty() {
                left = chunks.next()?;
            }
            let (head, behind) = left.split_at_checked(lengths.head as usize)?;
            let (rest, behind) = behind.split_at_checked(lengths.rest as usize)?;
            left = behind;
            Some((*hash, Packed { head, rest }))
        })
    }
}
