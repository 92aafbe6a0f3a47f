//! Small pieces of a file, read many at once.

use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;

/// Bytes that are read at once: files that were read one after the other lie so, too.
const AHEAD: usize = 64 << 10;

/// A run of a file's bytes.
#[derive(Debug, Default)]
pub(super) struct Window {
    from: u64,
    bytes: Vec<u8>,
    filled: usize,
}

impl Window {
    /// Where so many bytes of the file are that begin there, after reading on if need be; `None` where the file has
    /// fewer or cannot be read.
    pub(super) fn find(&mut self, file: &File, from: u64, length: usize) -> Option<Range<usize>> {
        let end = from.checked_add(length as u64)?;
        if from < self.from || end > self.from + self.filled as u64 {
            self.bytes.resize(length.max(AHEAD), 0);
            self.from = from;
            self.filled = file.read_at(&mut self.bytes, from).unwrap_or(0);
        }
        let first = usize::try_from(from - self.from).ok()?;
        let last = first.checked_add(length).filter(|last| *last <= self.filled)?;
        Some(first..last)
    }

    /// What was found.
    pub(super) fn get(&self, found: Range<usize>) -> &[u8] {
        self.bytes.get(found).unwrap_or_default()
    }
}
