//! Walks folders, reads files on worker threads, hands them over parsed, in batches.

mod cache;
mod read;
mod spread;
mod walk;

use std::num::NonZero;
use std::panic;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SendError, Sender};
use std::sync::{Arc, Once};
use std::thread;

pub use cache::Cache;
pub use spread::spread;

use crate::library::File;
use read::{Reader, Wanted};
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

/// A run of files, with the place of the first in the order of the walk.
struct Batch {
    first: usize,
    files: Vec<File>,
}

/// Begins to load everything under `paths` on threads of its own, which end early when the receiver
/// is dropped. What the cache does not know is parsed, and kept in the end.
///
/// Whatever cannot be read comes as a [`File`] without bulletins and with its problem.
pub fn start(paths: Vec<PathBuf>, cache: Cache) -> Receiver<News> {
    quiet_readers();
    let (sender, receiver) = mpsc::channel();
    // Without a thread the sender is dropped, and the receiver sees the end at once.
    let _ = thread::Builder::new().spawn(move || {
        load(&paths, &cache, &sender)?;
        cache.keep();
        Ok::<_, SendError<News>>(())
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

/// Loads and tells; an error means that the receiver is gone.
fn load(paths: &[PathBuf], cache: &Cache, sender: &Sender<News>) -> Result<(), SendError<News>> {
    let mut told = Ok(());
    let items = walk::items(paths, |found| {
        told = sender.send(News::Found(found));
        told.is_ok()
    });
    told?;
    thread::scope(|scope| {
        read_on_threads(scope, &items, cache, &|_| true)
            .try_for_each(|batch| sender.send(News::Files(batch.files)))
    })?;
    sender.send(News::Done)
}

/// Loads everything under `paths` and returns it in the order of the walk: the paths as given, the
/// names of a folder in ascending order of their bytes.
///
/// `progress` is told how many files are read and how many there are.
pub fn read_all(paths: &[PathBuf], progress: impl FnMut(usize, usize)) -> Vec<File> {
    sift(paths, Cache::default(), &|_| true, progress)
}

/// The same, but what the cache does not know is parsed only, and kept in the end; of a file that it knows the
/// mastheads alone are returned, unless its decoded text `is_wanted`.
pub fn sift(
    paths: &[PathBuf],
    cache: Cache,
    is_wanted: &(dyn Fn(&str) -> bool + Sync),
    mut progress: impl FnMut(usize, usize),
) -> Vec<File> {
    let items = walk::items(paths, |found| {
        progress(0, found);
        true
    });
    quiet_readers();
    let mut batches = Vec::new();
    let mut count = 0;
    thread::scope(|scope| {
        for batch in read_on_threads(scope, &items, &cache, is_wanted) {
            count += batch.files.len();
            progress(count, items.len());
            batches.push(batch);
        }
    });
    cache.keep();
    batches.sort_unstable_by_key(|batch| batch.first);
    batches.into_iter().flat_map(|batch| batch.files).collect()
}

/// Reads the items on a few threads. They stop when the receiver is dropped.
fn read_on_threads<'scope>(
    scope: &'scope thread::Scope<'scope, '_>,
    items: &'scope [Item],
    cache: &'scope Cache,
    is_wanted: &'scope Wanted<'scope>,
) -> impl Iterator<Item = Batch> {
    // Every reader takes the next batch of the shared row until none is left.
    let next = Arc::new(AtomicUsize::new(0));
    let (sender, receiver) = mpsc::channel();
    for _ in 0..readers().min(items.len().div_ceil(BATCH)) {
        let (next, sender) = (next.clone(), sender.clone());
        let builder = thread::Builder::new().name(READER.to_owned());
        let read = move || read_batches(items, Reader::new(cache.share(), is_wanted), &next, &sender);
        if builder.spawn_scoped(scope, read).is_err() {
            // The system has no more threads to give: those that run do the work.
            break;
        }
    }
    receiver.into_iter()
}

fn read_batches(items: &[Item], mut reader: Reader<'_>, next: &AtomicUsize, sender: &Sender<Batch>) {
    loop {
        let first = next.fetch_add(BATCH, Ordering::Relaxed);
        let Some(rest) = items.get(first..).filter(|rest| !rest.is_empty()) else {
            return;
        };
        let files = rest.iter().take(BATCH).map(|item| reader.file(item)).collect();
        if sender.send(Batch { first, files }).is_err() {
            return;
        }
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

fn readers() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).clamp(FEWEST_READERS, MOST_READERS)
}

#[cfg(test)]
mod tests;
