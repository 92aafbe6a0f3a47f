//! The entries of a cache in one row of bytes, as a file holds them.

use std::hash::{BuildHasher as _, Hasher as _};
use std::ops::Range;

use foldhash::quality::FixedState;
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
#[derive(Serialize, Deserialize)]
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
        let rest = bytes.strip_prefix(MARK)?;
        let (sum, rest) = rest.split_first_chunk()?;
        if u64::from_le_bytes(*sum) != checksum(rest) {
            return None;
        }
        let (head, rest): (Head, _) = postcard::take_from_bytes(rest).ok()?;
        if head.program != program {
            return None;
        }
        let mut entries = HashMap::with_capacity(head.rows.len());
        let mut end = bytes.len() - rest.len();
        for (hash, length) in head.rows {
            entries.insert(hash, end..end + length as usize);
            end += length as usize;
        }
        Some(Self { program, seed: head.seed, bytes, entries })
    }

    /// The entry of a file.
    pub(super) fn entry(&self, hash: u64) -> Option<&[u8]> {
        self.bytes.get(self.entries.get(&hash)?.clone())
    }

    /// The bytes of a file that holds these entries.
    pub(super) fn written<'a>(&self, entries: impl Iterator<Item = (u64, &'a [u8])>) -> Vec<u8> {
        let (mut rows, mut all) = (Vec::new(), Vec::new());
        for (hash, entry) in entries {
            rows.push((hash, entry.len() as u32));
            all.extend_from_slice(entry);
        }
        let head = Head { program: self.program, seed: self.seed, rows };
        let mut body = postcard::to_allocvec(&head).unwrap_or_default();
        body.append(&mut all);
        [MARK.as_slice(), &checksum(&body).to_le_bytes(), &body].concat()
    }
}

/// Tells bytes that a disk or a crash has changed.
fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(bytes);
    hasher.finish()
}
