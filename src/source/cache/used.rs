//! What a reader used of a cache, and what it has to add.

use std::path::PathBuf;

use super::stamp::Stamp;
use super::stored::Entry;
use crate::bulletin::Packed;

/// Bytes of new entries that are held in one piece.
const CHUNK: usize = 1 << 20;

/// What a reader used of a cache, and what it has to add.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// The files, in the order in which they were read.
    rows: Vec<Row>,
    /// The new entries, each in one of the chunks.
    chunks: Vec<Vec<u8>>,
    /// Bytes of text that had to be parsed.
    pub(super) parsed: usize,
    /// Bytes that may be kept of files, and those of them that had to be read from the files.
    pub(super) bytes: usize,
    pub(super) read: usize,
}

/// A file.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) hash: u64,
    /// Its bytes, where they may be kept.
    pub(super) bytes: Option<Bytes>,
    /// The lengths of its entry, where that is new.
    pub(super) new: Option<Packed<u32>>,
}

/// The bytes of a file.
#[derive(Debug)]
pub(super) struct Bytes {
    pub(super) stamp: Stamp,
    pub(super) length: u32,
    /// Where they were read; `None`: in the cache.
    pub(super) path: Option<PathBuf>,
}

impl Used {
    /// Adds a file.
    pub(super) fn push(&mut self, row: Row) {
        if let Some(Bytes { length, path, .. }) = &row.bytes {
            self.bytes += *length as usize;
            self.read += path.as_ref().map_or(0, |_| *length as usize);
        }
        self.rows.push(row);
    }

    /// Adds a file with its entry.
    pub(super) fn add(&mut self, row: Row, entry: &Packed<Vec<u8>>) {
        let Packed { head, rest } = entry;
        let new = Some(Packed { head: head.len() as u32, rest: rest.len() as u32 });
        self.push(Row { new, ..row });
        let length = head.len() + rest.len();
        if self.chunks.last().is_none_or(|chunk| chunk.capacity() - chunk.len() < length) {
            // They are given back together, and far from what stays.
            self.chunks.push(Vec::with_capacity(CHUNK.max(length)));
        }
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.extend_from_slice(head);
            chunk.extend_from_slice(rest);
        }
    }

    /// The entries of the files, with their bytes if these are wanted.
    pub(super) fn entries(&self, with_bytes: bool) -> impl Iterator<Item = Entry<'_>> {
        let mut chunks = self.chunks.iter();
        let mut left: &[u8] = &[];
        let mut next = move |lengths: Packed<u32>| {
            if left.is_empty() {
                left = chunks.next()?;
            }
            let (head, behind) = left.split_at_checked(lengths.head as usize)?;
            let (rest, behind) = behind.split_at_checked(lengths.rest as usize)?;
            left = behind;
            Some(Packed { head, rest })
        };
        self.rows.iter().map(move |Row { hash, bytes, new }| {
            let bytes = bytes.as_ref().filter(|_| with_bytes);
            Entry { hash: *hash, new: new.and_then(&mut next), bytes }
        })
    }
}
