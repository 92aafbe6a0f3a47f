//! By what a file is known to be as it was, without reading it.

use std::fs;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use foldhash::quality::FixedState;
use serde::{Deserialize, Serialize};

/// A file whose state changed less than so many seconds ago may change again without a trace: clocks of file systems
/// go by up to two seconds, and those of servers are not quite ours.
const SETTLED: i64 = 10;

/// What the system says of a file, path included, in one number. Whatever is written to it, and whatever takes its
/// place, has another one: nobody can set the time of the last change of state (POSIX.1-2024, `st_ctim`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(in crate::source) struct Stamp(u64);

impl Stamp {
    /// The stamp of a file, with a seed of the cache; `None` where it cannot be asked for, or was not settled by `now`,
    /// which is before the asking.
    pub(super) fn of(path: &Path, seed: u64, now: i64) -> Option<Self> {
        let it = fs::metadata(path).ok()?;
        if it.ctime().saturating_add(SETTLED) > now {
            return None;
        }
        let mut hasher = FixedState::with_seed(seed).build_hasher();
        path.hash(&mut hasher);
        (it.dev(), it.ino(), it.size()).hash(&mut hasher);
        (it.mtime(), it.mtime_nsec(), it.ctime(), it.ctime_nsec()).hash(&mut hasher);
        Some(Self(hasher.finish()))
    }
}
