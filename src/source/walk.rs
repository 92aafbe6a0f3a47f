//! Finds the files under the paths that were asked for.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{STANDARD_INPUT, read};
use crate::bulletin::{Code, Problem};
use crate::decode;
use crate::library::File;

/// The endings of names that are taken for text in a folder. A name without ending is taken too.
const ENDINGS: &[&str] = &["txt", "text", "md", "markdown"];

/// One thing that was found.
pub(super) enum Item {
    /// A regular file to be read.
    Read(Place),
    /// Standard input.
    StandardInput,
    /// Something that cannot or shall not be read, as a file without bulletins.
    Report(File),
}

/// Where a file is.
#[derive(Clone)]
pub(super) struct Place {
    /// The folder that was asked for, as given; empty for a file that was asked for.
    pub(super) root: Arc<str>,
    /// The path below the root, for a person.
    pub(super) path: String,
    /// The path to open.
    pub(super) full: PathBuf,
}

impl Place {
    /// A file that holds nothing but problems.
    pub(super) fn report(&self, problems: Vec<Problem>) -> File {
        File { root: self.root.clone(), path: self.path.as_str().into(), problems, ..File::default() }
    }
}

/// Everything under `paths`, folders recursively, in order; the walk stops when `found` returns `false`.
pub(super) fn items(paths: &[PathBuf], found: impl FnMut(Item) -> bool) {
    let mut walk = Walk { seen: HashSet::new(), found };
    // Whoever stops the walk knows of it.
    let _ = paths.iter().try_for_each(|path| walk.asked(path));
}

struct Walk<F> {
    /// The real paths of the folders walked so far: a link may lead back to one of them.
    seen: HashSet<PathBuf>,
    found: F,
}

/// Nobody waits for more.
struct Stopped;

/// What an entry of a folder is.
enum Kind {
    Folder,
    File,
    Broken(Problem),
}

/// What was left out under one of the folders that were asked for.
#[derive(Default)]
struct LeftOut {
    endings: BTreeMap<String, usize>,
    hidden: usize,
    first_hidden: String,
}

impl<F: FnMut(Item) -> bool> Walk<F> {
    /// Takes a path that was asked for.
    fn asked(&mut self, path: &Path) -> Result<(), Stopped> {
        if path == Path::new(STANDARD_INPUT) {
            return self.take(Item::StandardInput);
        }
        let place = Place { root: "".into(), path: readable(path), full: path.to_owned() };
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(&place),
            Ok(metadata) if metadata.is_file() => self.take(Item::Read(place)),
            Ok(_) => self.report(&place, Problem::new(Code::NotRegular, 0, [])),
            Err(error) => self.report(&place, read::problem(&error)),
        }
    }

    /// Walks a folder that was asked for, depth first, the names of each folder in order.
    fn folder(&mut self, asked: &Place) -> Result<(), Stopped> {
        let root: Arc<str> = asked.path.as_str().into();
        let mut left_out = LeftOut::default();
        let inside = Place { root, path: String::new(), full: asked.full.clone() };
        // What comes next is at the end.
        let mut stack = self.entries(&inside, &mut left_out)?;
        while let Some((place, kind)) = stack.pop() {
            match kind {
                Kind::Folder => stack.extend(self.entries(&place, &mut left_out)?),
                Kind::File => self.take(Item::Read(place))?,
                Kind::Broken(problem) => self.report(&place, problem)?,
            }
        }
        let problems = left_out.problems();
        if problems.is_empty() { Ok(()) } else { self.take(Item::Report(asked.report(problems))) }
    }

    /// What a folder holds, in descending order of the names.
    fn entries(&mut self, folder: &Place, left_out: &mut LeftOut) -> Result<Vec<(Place, Kind)>, Stopped> {
        let mut entries = Vec::new();
        let real = fs::canonicalize(&folder.full);
        if real.as_ref().is_ok_and(|real| self.seen.contains(real)) {
            return Ok(entries);
        }
        match real.and_then(|real| fs::read_dir(&folder.full).map(|inside| (real, inside))) {
            Ok((real, inside)) => {
                self.seen.insert(real);
                for entry in inside {
                    match entry {
                        Ok(entry) => entries.extend(classified(folder, &entry, left_out)),
                        Err(error) => self.report(folder, read::problem(&error))?,
                    }
                }
            }
            Err(error) => self.report(folder, read::problem(&error))?,
        }
        // The paths are alike up to the names, and are faster to compare as a whole.
        entries.sort_unstable_by(|(a, _), (b, _)| b.full.as_os_str().cmp(a.full.as_os_str()));
        Ok(entries)
    }

    fn report(&mut self, place: &Place, problem: Problem) -> Result<(), Stopped> {
        self.take(Item::Report(place.report(vec![problem])))
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        if (self.found)(item) { Ok(()) } else { Err(Stopped) }
    }
}

/// One entry of a folder with its kind, links followed; `None` where it is left out.
fn classified(folder: &Place, entry: &DirEntry, left_out: &mut LeftOut) -> Option<(Place, Kind)> {
    let name = entry.file_name();
    let shown = readable(Path::new(&name));
    if shown.starts_with('.') {
        left_out.hide(shown);
        return None;
    }
    let full = folder.full.join(&name);
    let kind = entry.file_type().and_then(|kind| {
        if kind.is_symlink() { fs::metadata(&full).map(|metadata| metadata.file_type()) } else { Ok(kind) }
    });
    let kind = match kind {
        Ok(kind) if kind.is_dir() => Kind::Folder,
        Ok(kind) if kind.is_file() => Kind::File,
        Ok(_) => Kind::Broken(Problem::new(Code::NotRegular, 0, [])),
        Err(error) => Kind::Broken(read::problem(&error)),
    };
    if let (Kind::File, Some(ending)) = (&kind, other_ending(&shown)) {
        left_out.count(ending);
        return None;
    }
    let path = match folder.path.as_str() {
        "" => shown,
        above => format!("{above}/{shown}"),
    };
    let root = folder.root.clone();
    Some((Place { root, path, full }, kind))
}

impl LeftOut {
    fn hide(&mut self, name: String) {
        if self.hidden == 0 || name < self.first_hidden {
            self.first_hidden = name;
        }
        self.hidden += 1;
    }

    fn count(&mut self, ending: String) {
        *self.endings.entry(ending).or_default() += 1;
    }

    fn problems(self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if !self.endings.is_empty() {
            let endings: Vec<String> =
                self.endings.iter().map(|(ending, count)| format!("{count} {ending}")).collect();
            problems.push(Problem::new(Code::Skipped, 0, [endings.join(", ")]));
        }
        if self.hidden > 0 {
            let details = [self.hidden.to_string(), self.first_hidden];
            problems.push(Problem::new(Code::Hidden, 0, details));
        }
        problems
    }
}

/// The ending of a name that is not taken for text; `None` where the file is to be read.
///
/// Only letters make an ending: the dot of `第1.5期` or of `2022.12` parts nothing.
fn other_ending(name: &str) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    let is_ending = ending.is_ascii() && ending.contains(|c: char| c.is_ascii_alphabetic());
    let ending = ending.to_ascii_lowercase();
    (is_ending && !ENDINGS.contains(&ending.as_str())).then_some(ending)
}

/// A path for a person: names in GB 18030, as old archives leave them, are decoded.
fn readable(path: &Path) -> String {
    match path.to_str() {
        Some(name) => name.to_owned(),
        None => decode::decode(path.as_os_str().as_encoded_bytes())
            .map_or_else(|_| path.to_string_lossy().into_owned(), |decoded| decoded.text.into_owned()),
    }
}
