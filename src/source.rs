//! Walks folders, reads files on worker threads, hands them over parsed, in batches.

mod cache;
mod opened;
mod read;
mod spread;
mod walk;

use std::collections::BTreeMap;
use std::iter;
use std::mem;
use std::num::NonZero;
use std::panic;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, Once, PoisonError};
use std::thread::{self, Scope};

pub use cache::Cache;
pub use opened::Opened;
pub use spread::spread;

use crate::library::File;
use read::Reader;
use walk::Item;

/// The path that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

/// The name of the threads that read and parse. A panic on one of them is caught and becomes a
/// problem of the file, so no panic hook needs to speak of it.
pub const READER: &str = "jianbao-reader";

/// Files above this size are not read, in bytes.
pub const LARGEST: usize = 256 << 20;

/// Files in one batch.
const BATCH: usize = 32;

/// At least so many readers even with fewer processors: one that waits for the disk computes nothing.
const FEWEST_READERS: usize = 4;

/// At most so many.
const MOST_READERS: usize = 16;

/// What the loader tells while it works.
#[derive(Debug)]
pub enum News {
    /// So many files are known to exist by now.
    Found(usize),
    /// These were read and parsed. Batches come in any order, the files in one in that of the walk.
    Files(Vec<File>),
    /// Nothing more will come.
    Done,
}

/// How files are read.
pub struct Way<'a, S, T> {
    /// What it does not know is parsed, and kept in the end.
    pub cache: &'a Cache,
    /// What is made of each file, before the next one is read.
    pub digest: &'a Digest<'a, S, T>,
}

/// Makes something of a file; what it needs on the way is kept by each reader from one file to the next.
pub type Digest<'a, S, T> = dyn Fn(&mut S, Opened<'_>) -> T + Sync + 'a;

/// The digest that leaves files whole.
pub fn whole(_: &mut (), opened: Opened<'_>) -> File {
    opened.whole()
}

/// A run of items or files, with the place of the first in the order of the walk.
struct Batch<T> {
    first: usize,
    all: Vec<T>,
}

/// What was made of a batch, and its items, given back to the thread that found them: to free memory of another one is
/// slow.
type Made<T> = (Batch<T>, Vec<Item>);

/// Begins to load everything under `paths` on threads of its own, which end early when the receiver
/// is dropped. What the cache does not know is parsed, and kept in the end.
///
/// Whatever cannot be read comes as a [`File`] without bulletins and with its problem.
pub fn start(paths: Vec<PathBuf>, cache: Cache) -> Receiver<News> {
    let (sender, receiver) = mpsc::channel();
    // Without a thread the sender is dropped, and the receiver sees the end at once.
    let _ = thread::Builder::new().spawn(move || {
        let found = |found| sender.send(News::Found(found)).is_ok();
        let way = Way { cache: &cache, digest: &whole };
        let is_whole = load(&paths, &way, found, |_, files| {
            files.into_iter().all(|(batch, _)| sender.send(News::Files(batch.all)).is_ok())
        });
        // What was not read would be forgotten.
        if is_whole && sender.send(News::Done).is_ok() {
            cache.keep();
        }
    });
    receiver
}

/// Tells of files that are in memory, with their paths, as [`start`] does of those on the disk.
pub fn start_with(files: &[(&str, &[u8])]) -> Receiver<News> {
    let (sender, receiver) = mpsc::channel();
    let files: Vec<File> = files.iter().map(|(path, bytes)| read::file(path, bytes)).collect();
    // The receiver is still here: nothing can be lost.
    let _ = sender.send(News::Found(files.len()));
    let _ = sender.send(News::Files(files));
    let _ = sender.send(News::Done);
    receiver
}

/// Loads everything under `paths` and returns it in the order of the walk: the paths as given, the
/// names of a folder in ascending order of their bytes.
///
/// `progress` is told how many files are read and how many there are.
pub fn read_all(paths: &[PathBuf], progress: impl FnMut(usize, usize)) -> Vec<File> {
    let way = Way { cache: &Cache::default(), digest: &whole };
    sift(paths, &way, progress, |files| files.collect())
}

/// The same in some way; what is made of the files is taken while others are still read.
pub fn sift<S: Default, T: Send, U>(
    paths: &[PathBuf],
    way: &Way<'_, S, T>,
    mut progress: impl FnMut(usize, usize),
    take: impl FnOnce(&mut dyn Iterator<Item = T>) -> U,
) -> U {
    let taken = load(
        paths,
        way,
        |_| true,
        |found, files| {
            let (mut early, mut next, mut read) = (BTreeMap::new(), 0, 0);
            let in_order = iter::from_fn(|| {
                while !early.contains_key(&next) {
                    let Ok((Batch { first, all }, _)) = files.recv() else { break };
                    read += all.len();
                    progress(read, found);
                    early.insert(first, all);
                }
                let (_, all) = early.pop_first()?;
                next += all.len();
                Some(all)
            });
            take(&mut in_order.flatten())
        },
    );
    way.cache.keep();
    taken
}

/// Walks the paths until `found`, which is told how many files are known to exist, returns `false`; they are read
/// at the same time. `take` is told how many there are, and takes them as they come.
fn load<S: Default, T: Send, U>(
    paths: &[PathBuf],
    way: &Way<'_, S, T>,
    mut found: impl FnMut(usize) -> bool,
    take: impl FnOnce(usize, Receiver<Made<T>>) -> U,
) -> U {
    quiet_readers();
    let (sender, items) = mpsc::channel();
    let desk = Desk { items: Mutex::new(items), way };
    let (read, files) = mpsc::channel();
    thread::scope(|scope| {
        let mut crew = Crew { scope, desk: &desk, read, count: 0, most: most_readers() };
        let (mut batch, mut count) = (Vec::new(), 0);
        walk::items(paths, |item| {
            batch.push(item);
            count += 1;
            if batch.len() < BATCH {
                return true;
            }
            let all = mem::take(&mut batch);
            // The receiver is here.
            let _ = sender.send(Batch { first: count - all.len(), all });
            crew.grow();
            found(count)
        });
        let _ = sender.send(Batch { first: count - batch.len(), all: batch });
        crew.grow();
        drop(sender);
        found(count);
        if crew.count == 0 {
            desk.work(&crew.read);
        }
        drop(crew);
        take(count, files)
    })
}

/// The readers.
struct Crew<'scope, 'env, S, T> {
    scope: &'scope Scope<'scope, 'env>,
    desk: &'scope Desk<'scope, S, T>,
    read: Sender<Made<T>>,
    /// How many there are, and how many there may be.
    count: usize,
    most: usize,
}

/// What the readers share.
struct Desk<'a, S, T> {
    /// The batches that nobody has taken.
    items: Mutex<Receiver<Batch<Item>>>,
    way: &'a Way<'a, S, T>,
}

impl<S: Default, T: Send> Crew<'_, '_, S, T> {
    /// Takes on one more reader, unless there are enough.
    fn grow(&mut self) {
        if self.count < self.most {
            let (desk, read) = (self.desk, self.read.clone());
            let builder = thread::Builder::new().name(READER.to_owned());
            // Where the system has no more threads to give, those that run do the work.
            self.count += usize::from(builder.spawn_scoped(self.scope, move || desk.work(&read)).is_ok());
        }
    }
}

impl<S: Default, T> Desk<'_, S, T> {
    /// Reads batches until there are no more, or nobody waits for them.
    fn work(&self, read: &Sender<Made<T>>) {
        let mut reader = Reader::new(self.way.cache.share());
        let mut state = S::default();
        while let Some(Batch { first, all: items }) = self.next() {
            let all = items.iter().map(|item| (self.way.digest)(&mut state, reader.open(item))).collect();
            if read.send((Batch { first, all }, items)).is_err() {
                return;
            }
        }
    }

    /// The next batch; waits for it.
    fn next(&self) -> Option<Batch<Item>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
    }
}

/// Keeps the panics of the readers from being printed.
fn quiet_readers() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(READER) {
                usual(info);
            }
        }));
    });
}

fn most_readers() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).clamp(FEWEST_READERS, MOST_READERS)
}

#[cfg(test)]
mod tests;
