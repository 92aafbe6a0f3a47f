//! The entries of a cache, as a file holds them: first what is needed of them to list and to search, then the rest.

use std::fs::File;
use std::hash::{BuildHasher as _, Hash as _, Hasher as _};
use std::io::{self, Read as _, Write};
use std::ops::Range;
use std::sync::OnceLock;

use foldhash::quality::{FixedState, FoldHasher};
use foldhash::{HashMap, HashMapExt as _};
use serde::{Deserialize, Serialize};

use crate::bulletin::Packed;

/// What the file begins with.
const MARK: &[u8; 8] = b"jianbao\n";

/// The entries of a cache.
#[derive(Debug, Default)]
pub(super) struct Stored {
    /// The program that wrote them.
    program: u64,
    table: Table,
    /// The heads of all entries.
    heads: Vec<u8>,
    /// The rest of all entries, read when it is first needed; `None` where it is not as it was written.
    rests: OnceLock<Option<Vec<u8>>>,
    /// The file, read as far as the rest, and the sum of that.
    file: Option<(File, u64)>,
    /// Where the entries stand, by the hashes of their files.
    places: HashMap<u64, Packed<Range<usize>>>,
}

/// What stands before the entries.
#[derive(Debug, Default, Hash, Serialize, Deserialize)]
struct Table {
    /// What files are hashed with.
    seed: u64,
    /// The hashes of the files, and the lengths of the heads and of the rest of their entries, in order.
    rows: Vec<(u64, u32, u32)>,
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
        let (table, mut left): (Table, _) = postcard::take_from_bytes(&heads).ok()?;
        let (mut places, mut found) = (HashMap::with_capacity(table.rows.len()), Sum::of(&table));
        let mut rest = 0..0;
        for &(hash, of_head, of_rest) in &table.rows {
            let from = heads.len() - left.len();
            let (head, behind) = left.split_at_checked(of_head as usize)?;
            found.add(head);
            left = behind;
            rest = rest.end..rest.end + of_rest as usize;
            places.insert(hash, Packed { head: from..from + head.len(), rest: rest.clone() });
        }
        let is_whole = left.is_empty() && found.value() == sum;
        let file = Some((file, sum_of_rests));
        is_whole.then_some(Self { program, table, heads, rests: OnceLock::new(), file, places })
    }

    /// What files are hashed with.
    pub(super) fn seed(&self) -> u64 {
        self.table.seed
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
        let (mut file, sum) = self.file.as_ref().map(|(file, sum)| (file, *sum))?;
        let mut rests = Vec::with_capacity(self.table.rows.iter().map(|(.., length)| *length as usize).sum());
        file.read_to_end(&mut rests).ok()?;
        let (mut found, mut left) = (Sum::default(), rests.as_slice());
        for (.., length) in &self.table.rows {
            let (rest, behind) = left.split_at_checked(*length as usize)?;
            found.add(rest);
            left = behind;
        }
        (left.is_empty() && found.value() == sum).then_some(rests)
    }

    /// Writes a file that holds these entries.
    pub(super) fn write<'a>(
        &self,
        entries: impl Iterator<Item = (u64, Packed<&'a [u8]>)> + Clone,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let heads = entries.clone().map(|(_, entry)| entry.head);
        let rests = entries.clone().map(|(_, entry)| entry.rest);
        let row =
            |(hash, entry): (u64, Packed<&[u8]>)| (hash, entry.head.len() as u32, entry.rest.len() as u32);
        let table = Table { seed: self.table.seed, rows: entries.map(row).collect() };
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
        heads.chain(rests).try_for_each(|bytes| out.write_all(bytes))
    }
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

    fn value(&self) -> u64 {
        self.0.finish()
    }
}
