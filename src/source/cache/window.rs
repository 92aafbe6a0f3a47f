//! Small pieces of a file, read many at once.

use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;

/// Bytes that are read at once: files that were read one after the other lie so, too.
const AHEAD: usize = 96 << 10;

/// A run of a file's bytes.
#[derive(Debug, Default)]
pub(super) struct Window {
    from: u64,
    bytes: Vec<u8>,
    filled: usize,
}

impl Window {
    /// Where the bytes of a range of the file are, after reading on if need be; `None` where the file has fewer or
    /// cannot be read.
    pub(super) fn find(&mut self, file: &File, range: &Range<u64>) -> Option<Range<usize>> {
        let length = usize::try_from(range.end.checked_sub(range.start)?).ok()?;
        if range.start < self.from || range.end > self.from + self.filled as u64 {
            self.bytes.resize(length.max(AHEAD), 0);
            self.from = range.start;
            self.filled = file.read_at(&mut self.bytes, range.start).unwrap_or(0);
        }
        let first = usize::try_from(range.start - self.from).ok()?;
        let last = first.checked_add(length).filter(|last| *last <= self.filled)?;
        Some(first..last)
    }

    /// What was found.
    pub(super) fn get(&self, found: Range<usize>) -> &[u8] {
        self.bytes.get(found).unwrap_or_default()
    }
}
