//! The entries of a cache in one row of bytes, as a file holds them.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::io::{self, Write};
use std::ops::Range;

use foldhash::quality::{FixedState, FoldHasher};
use foldhash::{HashMap, HashMapExt as _};
use serde::{Deserialize, Serialize};

/// What the file begins with.
const MARK: &[u8; 8] = b"jianbao\n";

/// The entries of a cache by the hashes of their files.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// The program that wrote it.
    program: u64,
    /// What files are hashed with.
    pub seed: u64,
    bytes: Vec<u8>,
    entries: HashMap<u64, Range<usize>>,
}

/// What stands before the entries.
#[derive(Hash, Serialize, Deserialize)]
struct Head {
    program: u64,
    seed: u64,
    /// The hashes of the files and the lengths of their entries, in order.
    rows: Vec<(u64, u32)>,
}

impl Stored {
    /// Without an entry.
    pub(super) fn new(program: u64, seed: u64) -> Self {
        Self { program, seed, ..Self::default() }
    }

    /// What a file holds; `None` where it is no cache of the program, or not as it was written.
    pub(super) fn read(bytes: Vec<u8>, program: u64) -> Option<Self> {
        let (sum, rest) = bytes.strip_prefix(MARK)?.split_first_chunk()?;
        let (head, mut rest): (Head, _) = postcard::take_from_bytes(rest).ok()?;
        if head.program != program {
            return None;
        }
        let mut found = Sum::of(&head);
        let mut entries = HashMap::with_capacity(head.rows.len());
        for (hash, length) in head.rows {
            let from = bytes.len() - rest.len();
            let (entry, behind) = rest.split_at_checked(length as usize)?;
            found.add(entry);
            entries.insert(hash, from..from + entry.len());
            rest = behind;
        }
        let is_whole = rest.is_empty() && found.value() == u64::from_le_bytes(*sum);
        is_whole.then_some(Self { program, seed: head.seed, bytes, entries })
    }

    /// The entry of a file.
    pub(super) fn entry(&self, hash: u64) -> Option<&[u8]> {
        self.bytes.get(self.entries.get(&hash)?.clone())
    }

    /// Writes a file that holds these entries.
    pub(super) fn write<'a>(
        &self,
        entries: impl Iterator<Item = (u64, &'a [u8])> + Clone,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let rows = entries.clone().map(|(hash, entry)| (hash, entry.len() as u32)).collect();
        let head = Head { program: self.program, seed: self.seed, rows };
        let mut sum = Sum::of(&head);
        entries.clone().for_each(|(_, entry)| sum.add(entry));
        out.write_all(MARK)?;
        out.write_all(&sum.value().to_le_bytes())?;
        out.write_all(&postcard::to_allocvec(&head).map_err(io::Error::other)?)?;
        entries.into_iter().try_for_each(|(_, entry)| out.write_all(entry))
    }
}

/// Tells bytes that a disk or a crash has changed.
struct Sum(FoldHasher<'static>);

impl Sum {
    fn of(head: &Head) -> Self {
        let mut hasher = FixedState::default().build_hasher();
        head.hash(&mut hasher);
        Self(hasher)
    }

    fn add(&mut self, entry: &[u8]) {
        self.0.write(entry);
    }

    fn value(&self) -> u64 {
        self.0.finish()
    }
}
