//! What parsing gave, kept for the next time that the same bytes are read: ten thousand files are parsed
//! once, and from then on only read.
//!
//! A file is known by its bytes, never by its path or its times, so what is kept of it cannot be out of date.

mod stored;

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::mem;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::quality::FixedState;

use crate::bulletin::{Bulletin, pack, unpack, unpack_mastheads};
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

/// What a reader used of a cache, and what it has to add.
#[derive(Debug, Default)]
struct Used {
    /// The hashes of the files that were known.
    known: Vec<u64>,
    /// Those of the others, with the lengths of their entries.
    new: Vec<(u64, u32)>,
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
            let bytes = self.file.as_deref().map(file::read).unwrap_or_default();
            // A seed that nobody can know: so nobody can make a file that is taken for another.
            let new = || Stored::new(self.program, RandomState::new().build_hasher().finish());
            Stored::read(bytes, self.program).unwrap_or_else(new)
        })
    }

    /// A share of it, for one reader.
    pub(super) fn share(&self) -> Share<'_> {
        Share { cache: self, used: Used::default() }
    }
}

impl Share<'_> {
    /// The bulletins of a file: of the bytes and the text decoded from them.
    pub(super) fn bulletins<E>(
        &mut self,
        bytes: &[u8],
        text: &str,
        parse: impl FnOnce() -> Result<Vec<Bulletin>, E>,
    ) -> Result<Vec<Bulletin>, E> {
        if self.cache.file.is_none() {
            return parse();
        }
        let hash = self.hash(bytes);
        let known = self.cache.stored().entry(hash).and_then(|entry| unpack(entry, text));
        if let Some(bulletins) = known {
            self.used.known.push(hash);
            return Ok(bulletins);
        }
        let bulletins = parse()?;
        self.used.parsed += bytes.len();
        if let Some(entry) = pack(text, &bulletins) {
            self.used.add(hash, &entry);
        }
        Ok(bulletins)
    }

    /// The bulletins of a file with nothing but their mastheads; `None` where the file is not known.
    pub(super) fn mastheads(&mut self, bytes: &[u8]) -> Option<Vec<Bulletin>> {
        self.cache.file.as_ref()?;
        let hash = self.hash(bytes);
        let bulletins = self.cache.stored().entry(hash).and_then(unpack_mastheads)?;
        self.used.known.push(hash);
        Some(bulletins)
    }

    fn hash(&self, bytes: &[u8]) -> u64 {
        let mut hasher = FixedState::with_seed(self.cache.stored().seed).build_hasher();
        hasher.write(bytes);
        hasher.finish()
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
    fn add(&mut self, hash: u64, entry: &[u8]) {
        self.new.push((hash, entry.len() as u32));
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() + entry.len() <= chunk.capacity() => chunk.extend_from_slice(entry),
            // They are given back together, and far from what stays.
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK.max(entry.len()));
                chunk.extend_from_slice(entry);
                self.chunks.push(chunk);
            }
        }
    }

    /// The new entries with the hashes of their files.
    fn entries(&self) -> impl Iterator<Item = (u64, &[u8])> + Clone {
        let mut chunks = self.chunks.iter();
        let mut rest: &[u8] = &[];
        self.new.iter().map_while(move |&(hash, length)| {
            if rest.is_empty() {
                rest = chunks.next()?;
            }
            let (entry, behind) = rest.split_at_checked(length as usize)?;
            rest = behind;
            Some((hash, entry))
        })
    }
}
