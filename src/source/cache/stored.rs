//! The entries of a cache, as a file holds them: a table, then what is needed of them to list and to search, then the
//! rest, then the bytes of the files.

use std::fs::{self, File};
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Read as _, Write};
use std::ops::Range;

use foldhash::quality::FixedState;
use foldhash::{HashMap, HashMapExt as _};
use serde::{Deserialize, Serialize};

use super::stamp::Stamp;
use super::used::Bytes;
use super::window::Window;
use crate::bulletin::Packed;

/// What the file begins with.
const MARK: &[u8; 8] = b"jianbao\n";

/// Bytes of the mark and the numbers before the table: the program, the length of the table, its sum.
const FRONT: usize = MARK.len() + 3 * size_of::<u64>();

/// The entries of a cache.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// The program that wrote them.
    program: u64,
    /// `None` where there is none, or none that can be used.
    file: Option<File>,
    table: Table,
    /// Where the files are in the table, by what they are known by, and by their stamps.
    by_hash: HashMap<u64, u32>,
    by_stamp: HashMap<Stamp, u32>,
}

/// What stands before the entries.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Table {
    /// What files are hashed with.
    seed: u64,
    /// The files, in order.
    rows: Vec<Row>,
}

/// A file.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Row {
    /// Where the file's bytes are kept, the hash is their sum.
    stamp: Option<Stamp>,
    bytes: Piece,
    /// Its entry.
    head: Piece,
    rest: Piece,
}

/// A run of the file of the cache.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Piece {
    /// The sum of its bytes, which tells what a disk or a crash has changed.
    #[serde(with = "postcard::fixint::le")]
    sum: u64,
    length: u32,
    /// Where it begins: behind the one before.
    #[serde(skip)]
    from: u64,
}

/// What is to be kept of a file.
pub(super) struct Entry<'a> {
    /// What its bytes are known by.
    pub(super) hash: u64,
    /// `None` where it is stored.
    pub(super) new: Option<Packed<&'a [u8]>>,
    /// The bytes themselves, where they are to be kept.
    pub(super) bytes: Option<&'a Bytes>,
}

impl Stored {
    /// Without an entry.
    pub(super) fn new(program: u64, seed: u64) -> Self {
        Self { program, table: Table { seed, ..Table::default() }, ..Self::default() }
    }

    /// What a file holds; `None` where it is no cache of the program, or its table is not as it was written.
    pub(super) fn read(mut file: File, program: u64) -> Option<Self> {
        let mut front = [0; FRONT];
        file.read_exact(&mut front).ok()?;
        let (mark, numbers) = front.split_at_checked(MARK.len())?;
        let [written, length, sum] = numbers.as_chunks().0 else { return None };
        let [written, length, sum] = [written, length, sum].map(|number| u64::from_le_bytes(*number));
        if mark != MARK || written != program {
            return None;
        }
        // What is not as it was written may speak of more than there is.
        let room = usize::try_from(length.min(file.metadata().ok()?.len())).ok()?;
        let mut table = Vec::with_capacity(room);
        (&file).take(length).read_to_end(&mut table).ok()?;
        if table.len() as u64 != length || hash(0, &table) != sum {
            return None;
        }
        let first = (FRONT + table.len()) as u64;
        let table = postcard::from_bytes(&table).ok()?;
        Some(Self { file: Some(file), ..Self::with(program, table, first) })
    }

    /// With a table, behind which everything stands.
    fn with(program: u64, mut table: Table, mut from: u64) -> Self {
        let pieces: [fn(&mut Row) -> &mut Piece; 3] =
            [|row| &mut row.head, |row| &mut row.rest, |row| &mut row.bytes];
        for piece in pieces {
            for row in &mut table.rows {
                let piece = piece(row);
                piece.from = from;
                from += u64::from(piece.length);
            }
        }
        let count = table.rows.len();
        let (mut by_hash, mut by_stamp) = (HashMap::with_capacity(count), HashMap::with_capacity(count));
        for (row, index) in table.rows.iter().zip(0..) {
            by_hash.insert(row.bytes.sum, index);
            if let Some(stamp) = row.stamp {
                by_stamp.insert(stamp, index);
            }
        }
        Self { program, file: None, table, by_hash, by_stamp }
    }

    /// What files are hashed with.
    pub(super) fn seed(&self) -> u64 {
        self.table.seed
    }

    /// What a file of these bytes is known by.
    pub(super) fn hash(&self, bytes: &[u8]) -> u64 {
        hash(self.seed(), bytes)
    }

    /// Whether there is an entry of a file.
    pub(super) fn knows(&self, hash: u64) -> bool {
        self.by_hash.contains_key(&hash)
    }

    /// The head of a file's entry; `None` where there is none, or it is not as it was.
    pub(super) fn head<'w>(&self, hash: u64, window: &'w mut Window) -> Option<&'w [u8]> {
        self.get(self.row(hash)?.head, window)
    }

    /// A file's entry.
    pub(super) fn entry<'w>(&self, hash: u64, windows: &'w mut Packed<Window>) -> Option<Packed<&'w [u8]>> {
        let Row { head, rest, .. } = self.row(hash)?;
        Some(Packed { head: self.get(*head, &mut windows.head)?, rest: self.get(*rest, &mut windows.rest)? })
    }

    /// Finds the bytes of the file that has this stamp: what they are known by, and where the window has them.
    pub(super) fn find(&self, stamp: Stamp, window: &mut Window) -> Option<(u64, Range<usize>)> {
        let index = *self.by_stamp.get(&stamp)?;
        let piece = self.table.rows.get(index as usize)?.bytes;
        Some((piece.sum, self.place(piece, window)?))
    }

    fn row(&self, hash: u64) -> Option<&Row> {
        self.table.rows.get(*self.by_hash.get(&hash)? as usize)
    }

    fn get<'w>(&self, piece: Piece, window: &'w mut Window) -> Option<&'w [u8]> {
        let place = self.place(piece, window)?;
        Some(window.get(place))
    }

    /// Where the window has a piece; `None` where it is not as it was.
    fn place(&self, piece: Piece, window: &mut Window) -> Option<Range<usize>> {
        let place = window.find(self.file.as_ref()?, piece.from, piece.length as usize)?;
        (self.hash(window.get(place.clone())) == piece.sum).then_some(place)
    }

    /// Writes a file that holds these entries, without those that are not as they were.
    pub(super) fn write<'a>(
        &self,
        entries: impl Iterator<Item = Entry<'a>>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut windows = Packed::default();
        let all: Vec<_> = entries.filter_map(|it| Some((self.row_of(&it, &mut windows)?, it))).collect();
        let table = Table { seed: self.seed(), rows: all.iter().map(|(row, _)| *row).collect() };
        let table = postcard::to_allocvec(&table).map_err(io::Error::other)?;
        let numbers = [self.program, table.len() as u64, hash(0, &table)];
        out.write_all(MARK)?;
        numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))?;
        out.write_all(&table)?;
        let Packed { head: window, .. } = &mut windows;
        for (row, it) in &all {
            self.write_piece(it.new.map(|new| new.head), row.head, window, out)?;
        }
        for (row, it) in &all {
            self.write_piece(it.new.map(|new| new.rest), row.rest, window, out)?;
        }
        let mut bytes = all.iter().filter_map(|(_, it)| Some((it.hash, it.bytes?)));
        bytes.try_for_each(|(hash, bytes)| self.copy(hash, bytes, window, out))
    }

    /// The row of an entry; `None` where it is stored, and is not as it was.
    fn row_of(&self, entry: &Entry<'_>, windows: &mut Packed<Window>) -> Option<Row> {
        let Entry { hash, new, bytes } = entry;
        let piece = |bytes: &[u8]| Piece { sum: self.hash(bytes), length: bytes.len() as u32, from: 0 };
        let Packed { head, rest } = if let Some(new) = new {
            Packed { head: piece(new.head), rest: piece(new.rest) }
        } else {
            self.entry(*hash, windows)?;
            let Row { head, rest, .. } = *self.row(*hash)?;
            Packed { head, rest }
        };
        let length = bytes.map_or(0, |bytes| bytes.length);
        let stamp = bytes.map(|bytes| bytes.stamp);
        Some(Row { stamp, bytes: Piece { sum: *hash, length, from: 0 }, head, rest })
    }

    fn write_piece(
        &self,
        new: Option<&[u8]>,
        stored: Piece,
        window: &mut Window,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let bytes = new.or_else(|| self.get(stored, window));
        out.write_all(bytes.ok_or(io::ErrorKind::InvalidData)?)
    }

    /// Writes the bytes of a file; fails where they are others by now.
    fn copy(&self, hash: u64, bytes: &Bytes, window: &mut Window, out: &mut dyn Write) -> io::Result<()> {
        let read;
        let found = if let Some(path) = &bytes.path {
            // To hold the bytes of all files from the first reading on would take too much memory.
            read = fs::read(path)?;
            (self.hash(&read) == hash).then_some(read.as_slice())
        } else {
            self.find(bytes.stamp, window).map(|(_, at)| window.get(at))
        };
        out.write_all(found.ok_or(io::ErrorKind::InvalidData)?)
    }
}

fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let mut hasher = FixedState::with_seed(seed).build_hasher();
    hasher.write(bytes);
    hasher.finish()
}
