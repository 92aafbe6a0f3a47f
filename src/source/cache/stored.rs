//! The entries of a cache, as a file holds them: first what is needed of them to list and to search, then the rest, then
//! the bytes of the files.

use std::fs::{self, File};
use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::io::{self, Read as _, Write};
use std::ops::Range;
use std::sync::OnceLock;

use foldhash::quality::{FixedState, FoldHasher};
use foldhash::{HashMap, HashMapExt as _};
use serde::{Deserialize, Serialize};

use super::stamp::Stamp;
use super::used::Bytes;
use super::window::Window;
use crate::bulletin::Packed;

/// What the file begins with.
const MARK: &[u8; 8] = b"jianbao\n";

/// Bytes of the mark and the numbers before the table: program, length of table and heads, their sum, the sum of the
/// rests.
const FRONT: usize = MARK.len() + 4 * size_of::<u64>();

/// The entries of a cache.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// The program that wrote them.
    program: u64,
    table: Table,
    /// The table and the heads of all entries.
    heads: Vec<u8>,
    /// The rest of all entries, read when it is first needed; `None` where it is not as it was written.
    rests: OnceLock<Option<Vec<u8>>>,
    /// The file, read as far as the rest, and the sum of that.
    file: Option<(File, u64)>,
    /// Where the entries stand, by the hashes of their files.
    places: HashMap<u64, Packed<Range<usize>>>,
    /// The hashes of the files, and where their bytes stand in the file of the cache, by their stamps.
    bytes: HashMap<Stamp, (u64, Range<u64>)>,
}

/// What is kept of a file.
pub(super) struct Entry<'a> {
    /// What its bytes are known by.
    pub(super) hash: u64,
    pub(super) packed: Packed<&'a [u8]>,
    /// The bytes themselves, where they are kept.
    pub(super) bytes: Option<&'a Bytes>,
}

/// What stands before the entries.
#[derive(Debug, Default, Hash, Serialize, Deserialize)]
struct Table {
    /// What files are hashed with.
    seed: u64,
    /// The files, in order.
    rows: Vec<Row>,
}

/// A file.
#[derive(Debug, Clone, Copy, Hash, Serialize, Deserialize)]
struct Row {
    hash: u64,
    /// The lengths of the head and of the rest of its entry.
    head: u32,
    rest: u32,
    /// Its stamp, and how many bytes are kept of it.
    bytes: Option<(Stamp, u32)>,
}

impl Stored {
    /// Without an entry.
    pub(super) fn new(program: u64, seed: u64) -> Self {
        Self { program, table: Table { seed, ..Table::default() }, ..Self::default() }
    }

    /// What a file holds; `None` where it is no cache of the program, or not as it was written.
    pub(super) fn read(mut file: File, program: u64) -> Option<Self> {
        let mut mark = [0; MARK.len()];
        file.read_exact(&mut mark).ok().filter(|()| mark == *MARK)?;
        let mut number = || {
            let mut bytes = [0; 8];
            file.read_exact(&mut bytes).ok().map(|()| u64::from_le_bytes(bytes))
        };
        if number()? != program {
            return None;
        }
        let (length, sum, sum_of_rests) = (number()?, number()?, number()?);
        // What is not as it was written may speak of more than there is.
        let room = usize::try_from(length.min(file.metadata().ok()?.len())).ok()?;
        let mut heads = Vec::with_capacity(room);
        (&file).take(length).read_to_end(&mut heads).ok()?;
        let (table, left): (Table, _) = postcard::take_from_bytes(&heads).ok()?;
        let mut found = Sum::of(&table);
        let is_whole = found.add_all(left, table.rows.iter().map(|row| row.head)) && found.value() == sum;
        let (places, bytes) = places(&table.rows, heads.len() - left.len());
        let file = Some((file, sum_of_rests));
        is_whole.then_some(Self { program, table, heads, rests: OnceLock::new(), file, places, bytes })
    }

    /// What files are hashed with.
    pub(super) fn seed(&self) -> u64 {
        self.table.seed
    }

    /// What a file of these bytes is known by.
    pub(super) fn hash(&self, bytes: &[u8]) -> u64 {
        let mut hasher = FixedState::with_seed(self.seed()).build_hasher();
        hasher.write(bytes);
        hasher.finish()
    }

    /// Finds the bytes of the file that has this stamp: what they are known by, and where the window has them. `None`
    /// where they are not kept, or are not as they were.
    pub(super) fn find(&self, stamp: Stamp, window: &mut Window) -> Option<(u64, Range<usize>)> {
        let (hash, place) = self.bytes.get(&stamp)?;
        let at = window.find(&self.file.as_ref()?.0, place)?;
        (self.hash(window.get(at.clone())) == *hash).then_some((*hash, at))
    }

    /// The head of a file's entry.
    pub(super) fn head(&self, hash: u64) -> Option<&[u8]> {
        self.heads.get(self.places.get(&hash)?.head.clone())
    }

    /// A file's entry.
    pub(super) fn entry(&self, hash: u64) -> Option<Packed<&[u8]>> {
        let rests = self.rests.get_or_init(|| self.read_rests()).as_deref()?;
        let rest = rests.get(self.places.get(&hash)?.rest.clone())?;
        Some(Packed { head: self.head(hash)?, rest })
    }

    fn read_rests(&self) -> Option<Vec<u8>> {
        let (file, sum) = self.file.as_ref()?;
        let lengths = self.table.rows.iter().map(|row| row.rest);
        let length = lengths.clone().map(|length| length as usize).sum();
        let mut rests = Vec::with_capacity(length);
        file.take(length as u64).read_to_end(&mut rests).ok()?;
        let mut found = Sum::default();
        (found.add_all(&rests, lengths) && found.value() == *sum).then_some(rests)
    }

    /// Writes a file that holds these entries.
    pub(super) fn write<'a>(
        &self,
        entries: impl Iterator<Item = Entry<'a>> + Clone,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let heads = entries.clone().map(|entry| entry.packed.head);
        let rests = entries.clone().map(|entry| entry.packed.rest);
        let row = |Entry { hash, packed, bytes }: Entry<'_>| Row {
            hash,
            head: packed.head.len() as u32,
            rest: packed.rest.len() as u32,
            bytes: bytes.map(|bytes| (bytes.stamp, bytes.length)),
        };
        let table = Table { seed: self.table.seed, rows: entries.clone().map(row).collect() };
        let mut sums = [Sum::of(&table), Sum::default()];
        let [of_heads, of_rests] = &mut sums;
        heads.clone().for_each(|head| of_heads.add(head));
        rests.clone().for_each(|rest| of_rests.add(rest));
        let table = postcard::to_allocvec(&table).map_err(io::Error::other)?;
        let length = table.len() + heads.clone().map(<[u8]>::len).sum::<usize>();
        let [sum, sum_of_rests] = sums.map(|sum| sum.value());
        let numbers = [self.program, length as u64, sum, sum_of_rests];
        out.write_all(MARK)?;
        numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))?;
        out.write_all(&table)?;
        heads.chain(rests).try_for_each(|bytes| out.write_all(bytes))?;
        let mut window = Window::default();
        let mut all = entries.filter_map(|entry| Some((entry.hash, entry.bytes?)));
        all.try_for_each(|(hash, bytes)| self.copy(hash, bytes, &mut window, out))
    }

    /// Writes the bytes of a file; fails where they are others by now.
    fn copy(&self, hash: u64, bytes: &Bytes, window: &mut Window, out: &mut dyn Write) -> io::Result<()> {
        let read;
        let found = if let Some(path) = &bytes.path {
            read = fs::read(path)?;
            (self.hash(&read) == hash).then_some(read.as_slice())
        } else {
            self.find(bytes.stamp, window).map(|(_, at)| window.get(at))
        };
        out.write_all(found.ok_or(io::ErrorKind::InvalidData)?)
    }
}

/// Where entries stand, by the hashes of their files, and bytes, by their stamps; the heads begin here, behind the table.
#[expect(clippy::type_complexity, reason = "two fields of `Stored`, named there")]
fn places(
    rows: &[Row],
    first: usize,
) -> (HashMap<u64, Packed<Range<usize>>>, HashMap<Stamp, (u64, Range<u64>)>) {
    let (mut places, mut bytes) = (HashMap::with_capacity(rows.len()), HashMap::with_capacity(rows.len()));
    let (mut head, mut rest) = (first..first, 0..0);
    for row in rows {
        head = head.end..head.end + row.head as usize;
        rest = rest.end..rest.end + row.rest as usize;
        places.insert(row.hash, Packed { head: head.clone(), rest: rest.clone() });
    }
    let mut place = 0..(FRONT + head.end + rest.end) as u64;
    for row in rows {
        if let Some((stamp, length)) = row.bytes {
            place = place.end..place.end + u64::from(length);
            bytes.insert(stamp, (row.hash, place.clone()));
        }
    }
    (places, bytes)
}

/// Tells bytes that a disk or a crash has changed.
struct Sum(FoldHasher<'static>);

impl Default for Sum {
    fn default() -> Self {
        Self(FixedState::default().build_hasher())
    }
}

impl Sum {
    fn of(table: &Table) -> Self {
        let mut sum = Self::default();
        table.hash(&mut sum.0);
        sum
    }

    fn add(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    /// Adds pieces of these lengths, and tells whether they are all the bytes.
    fn add_all(&mut self, bytes: &[u8], lengths: impl Iterator<Item = u32>) -> bool {
        let mut left = bytes;
        for length in lengths {
            let Some((piece, behind)) = left.split_at_checked(length as usize) else { return false };
            self.add(piece);
            left = behind;
        }
        left.is_empty()
    }

    fn value(&self) -> u64 {
        self.0.finish()
    }
}
