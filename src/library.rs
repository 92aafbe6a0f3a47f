//! The loaded bulletins, their order, ids and addresses.

mod names;
mod ready;
mod resolve;
mod series;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::mem;
use std::ptr;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt as _};

pub use ready::{Clerk, Ready};
pub use resolve::AddressError;

use crate::bulletin::{Bulletin, Masthead, Problem};
use crate::numeral::Date;
use names::Counts;
use ready::New;

/// All bulletins loaded from the folders given (资料库), in order of serial, year, number and date.
///
/// A clone is cheap: it shares the bulletins, so that another thread can work on them.
#[derive(Debug, Clone, Default)]
pub struct Library {
    entries: Arc<Vec<Arc<Entry>>>,
    order: Arc<Vec<Id>>,
    names: Arc<Counts>,
    clerk: Arc<Clerk>,
    problems: Arc<Vec<FileProblem>>,
    files: usize,
}

/// A bulletin of the library; the id stays its own while others are loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u32);

/// A bulletin with where it came from.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The folder that was asked for, as given; empty where the file itself was asked for.
    pub root: Arc<str>,
    /// The path relative to that folder; as given where the file itself was asked for.
    pub path: Arc<str>,
    /// The name of the encoding it was read with.
    pub encoding: &'static str,
    /// Its position among the bulletins of its file, from 1.
    pub position: u32,
    /// What it says.
    pub bulletin: Bulletin,
}

/// One file as it was read and parsed.
#[derive(Debug, Clone, Default)]
pub struct File {
    /// The folder that was asked for, as given; empty where the file itself was asked for. Two
    /// folders may hold the same `path`.
    pub root: Arc<str>,
    /// The path relative to that folder; as given where the file itself was asked for; `-` for
    /// standard input.
    pub path: Arc<str>,
    /// The name of the encoding it was read with; empty where nothing could be read.
    pub encoding: &'static str,
    /// The bulletins in it, in order.
    pub bulletins: Vec<Bulletin>,
    /// What is wrong with the file as a whole; what is wrong in a bulletin stands there.
    pub problems: Vec<Problem>,
}

/// What is wrong with a file as a whole.
#[derive(Debug, Clone)]
pub struct FileProblem {
    /// The folder that was asked for, as given; empty where the file itself was asked for.
    pub root: Arc<str>,
    /// The path relative to that folder; as given where the file itself was asked for.
    pub path: Arc<str>,
    /// What is wrong.
    pub problem: Problem,
}

impl Id {
    /// Which of the bulletins it is, in the order in which they were loaded, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl File {
    /// The path with the folder that was asked for in front.
    pub fn full_path(&self) -> String {
        full_path(&self.root, &self.path)
    }
}

impl Library {
    /// Takes in files as they were read, in any order.
    pub fn add(&mut self, files: impl IntoIterator<Item = File>) {
        let mut clerk = mem::take(Arc::make_mut(&mut self.clerk));
        self.take(files.into_iter().map(|file| clerk.ready(file)));
        self.clerk = Arc::new(clerk);
    }

    /// Takes in files that were made ready, in any order.
    pub fn take(&mut self, files: impl IntoIterator<Item = Ready>) {
        let (mut added, mut is_in_place) = (Vec::new(), true);
        let entries = Arc::make_mut(&mut self.entries);
        let names = Arc::make_mut(&mut self.names);
        let problems = Arc::make_mut(&mut self.problems);
        for file in files {
            self.files += 1;
            problems.extend(file.problems);
            for New { entry, names: own, title, day } in file.bulletins {
                names.note(own);
                // While it is at hand: memory that comes back later is slow.
                let before = entries.last().filter(|_| !added.is_empty());
                is_in_place &= before.is_none_or(|before| place(before) <= place(&entry));
                added.push((title, day, Id(entries.len() as u32)));
                entries.push(entry);
            }
        }
        problems.sort_by(|a, b| a.path.cmp(&b.path));
        if !is_in_place {
            added.sort_by_key(|(.., id)| entries.get(id.index()).map(|entry| place(entry)));
        }
        self.insert(&added);
    }

    /// Takes bulletins, given in the order of their places, into the order of all. Few are compared with many: a batch
    /// costs little more when ten thousand are there already.
    fn insert(&mut self, added: &[(Option<Arc<str>>, Day, Id)]) {
        let mut numbers = HashMap::new();
        let numbered = added.iter().map(|(title, ..)| {
            let next = numbers.len();
            *numbers.entry(title.as_deref()).or_insert(next)
        });
        let numbered: Vec<usize> = numbered.collect();
        let mut titles: Vec<_> = numbers.into_iter().collect();
        titles.sort_unstable();
        let mut ranks = vec![0_u32; titles.len()];
        for ((_, number), rank) in titles.into_iter().zip(0..) {
            ranks.get_mut(number).into_iter().for_each(|it| *it = rank);
        }
        let ranked = added.iter().zip(numbered).map(|((_, day, id), number)| (ranks.get(number), *day, *id));
        let mut ranked: Vec<_> = ranked.collect();
        // Numbers are compared sooner than texts.
        ranked.sort_by_key(|(rank, day, _)| (*rank, *day));
        let key = |id: &Id| self.get(*id).map(key);
        let mut order = Vec::with_capacity(self.order.len() + added.len());
        let mut old = self.order.as_slice();
        for (.., id) in ranked {
            let place = old.partition_point(|before| key(before) <= key(&id));
            let (before, after) = old.split_at_checked(place).unwrap_or((old, &[]));
            order.extend_from_slice(before);
            order.push(id);
            old = after;
        }
        order.extend_from_slice(old);
        self.order = Arc::new(order);
    }

    /// The bulletins in order of serial, year, number, date, path and position in the file.
    pub fn ids(&self) -> &[Id] {
        &self.order
    }

    /// The bulletins in the order in which they were loaded, which is the order of the memory: a pass
    /// over all of them is faster so.
    pub fn loaded(&self) -> impl Iterator<Item = Id> + use<> {
        (0..self.entries.len() as u32).map(Id)
    }

    /// The bulletins with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &Entry)> {
        self.order.iter().filter_map(|&id| Some((id, self.get(id)?)))
    }

    /// The bulletin of an id; `None` for an id of another library.
    pub fn get(&self, id: Id) -> Option<&Entry> {
        self.entries.get(id.0 as usize).map(Arc::as_ref)
    }

    /// The name that no other bulletin of the library has: the first part of its addresses.
    pub fn name(&self, id: Id) -> String {
        self.get(id).map(|entry| self.names.unique(entry)).unwrap_or_default()
    }

    /// How many files were taken in, readable or not.
    pub fn files(&self) -> usize {
        self.files
    }

    /// How many bulletins there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is no bulletin.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// What is wrong with files as a whole, by path.
    pub fn file_problems(&self) -> &[FileProblem] {
        &self.problems
    }

    /// Every problem in the files with its path, file by file, by line.
    pub fn problems(&self) -> Vec<(&str, &Problem)> {
        let mut by_path: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
        for FileProblem { path, problem, .. } in self.problems.iter() {
            by_path.entry(path).or_default().push(problem);
        }
        for entry in self.entries.iter() {
            by_path.entry(&entry.path).or_default().extend(&entry.bulletin.problems);
        }
        let mut all = Vec::new();
        for (path, mut problems) in by_path {
            problems.sort_by_key(|problem| problem.line);
            all.extend(problems.into_iter().map(|problem| (path, problem)));
        }
        all
    }
}

impl FileProblem {
    /// The path with the folder that was asked for in front.
    pub fn full_path(&self) -> String {
        full_path(&self.root, &self.path)
    }
}

impl Entry {
    /// The serial title (刊名); empty where the masthead has none.
    pub fn serial(&self) -> &str {
        self.bulletin.masthead.title.as_deref().unwrap_or_default()
    }

    /// The path with the folder that was asked for in front.
    pub fn full_path(&self) -> String {
        full_path(&self.root, &self.path)
    }

    /// The year of the number, else of the date.
    pub fn year(&self) -> Option<u16> {
        let masthead = &self.bulletin.masthead;
        masthead.year.or(masthead.date.map(|date| date.year))
    }

    /// The name that the masthead gives, shared or not: `2022-12`, else the date `20230403`, else
    /// the file's stem.
    pub fn plain_name(&self) -> String {
        names::plain(self)
    }
}

/// A path below a folder that was asked for, as it can be opened.
fn full_path(root: &str, path: &str) -> String {
    let mut whole = String::with_capacity(root.len() + path.len() + 1);
    push_full_path(&mut whole, root, path);
    whole
}

fn push_full_path(whole: &mut String, root: &str, path: &str) {
    match (root, path) {
        ("", one) | (one, "") => whole.push_str(one),
        (root, path) => whole.extend([root.trim_end_matches('/'), "/", path]),
    }
}

/// What the order goes by: the serial and the day; then the place, so that it never depends on which file was read
/// first.
type Key<'a> = (Title<'a>, Day, Place<'a>);

fn key(entry: &Entry) -> Key<'_> {
    (Title(entry.bulletin.masthead.title.as_deref()), day(entry), place(entry))
}

/// Year, number and date.
type Day = (Option<u16>, Option<u32>, Option<Date>);

fn day(entry: &Entry) -> Day {
    let Masthead { number, date, .. } = entry.bulletin.masthead;
    (entry.year(), number, date)
}

/// Path, root and position in the file.
type Place<'a> = (&'a str, &'a str, u32);

fn place(entry: &Entry) -> Place<'_> {
    (&entry.path, &entry.root, entry.position)
}

/// The title of a serial. Most that are equal are one, which is told without reading them.
#[derive(PartialEq, Eq)]
struct Title<'a>(Option<&'a str>);

impl Ord for Title<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0, other.0) {
            (Some(one), Some(other)) if ptr::eq(one, other) => Ordering::Equal,
            (one, other) => one.cmp(&other),
        }
    }
}

impl PartialOrd for Title<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests;
