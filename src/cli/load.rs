//! Reads the files for a command, and tells which could not be read.

use std::env;
use std::fs;
use std::hash::BuildHasher as _;
use std::path::PathBuf;

use foldhash::quality::FixedState;

use super::{Status, tell};
use crate::bulletin::{Code, Problem};
use crate::library::{File, Library};
use crate::message::{Lang, Msg};
use crate::settings;
use crate::source::{self, Cache};
use crate::terminal::Progress;

/// What is said of the files that commands read.
pub(super) struct Reading {
    /// Read where a command names no paths.
    pub folders: Vec<PathBuf>,
    /// Whether what was parsed is kept for the next time.
    pub cache: bool,
}

impl Reading {
    /// The paths as written, else as configured, else the current folder.
    pub(super) fn paths(&self, written: Vec<PathBuf>) -> Vec<PathBuf> {
        match (written.is_empty(), self.folders.is_empty()) {
            (false, _) => written,
            (true, false) => self.folders.clone(),
            (true, true) => vec![PathBuf::from(".")],
        }
    }

    /// What is kept of the files under the paths.
    pub(super) fn cache(&self, paths: &[PathBuf]) -> Cache {
        let open = || Some(Cache::new(settings::cache::path(paths)?, program()?));
        if self.cache { open().unwrap_or_default() } else { Cache::default() }
    }
}

/// The program that runs, by the size and the time of its file; `None` where it cannot be told from others.
fn program() -> Option<u64> {
    let metadata = env::current_exe().and_then(fs::metadata).ok()?;
    Some(FixedState::default().hash_one((metadata.len(), metadata.modified().ok()?)))
}

/// The files of a command.
pub(super) struct Loaded {
    /// Everything under the paths, in the order of the walk.
    files: Vec<File>,
    /// Whether something could not be read.
    unread: bool,
}

/// Reads everything under the paths. What cannot be read is told with its reason, and so is that
/// nothing was found.
pub(super) fn load(written: Vec<PathBuf>, reading: &Reading, lang: Lang) -> Loaded {
    sift(written, reading, &|_| true, lang)
}

/// The same, but of files that are known from before the mastheads do, unless their text `is_wanted`.
pub(super) fn sift(
    written: Vec<PathBuf>,
    reading: &Reading,
    is_wanted: &(dyn Fn(&str) -> bool + Sync),
    lang: Lang,
) -> Loaded {
    let paths = reading.paths(written);
    let mut progress = Progress::new(lang);
    let tell = |read, found| progress.tell(read, found);
    let files = source::sift(&paths, &reading.cache(&paths), is_wanted, tell);
    drop(progress);
    let loaded = Loaded { unread: tell_unread(&files, lang), files };
    if loaded.is_empty() {
        loaded.tell_nothing_found(&paths, lang);
    }
    loaded
}

/// Tells which files could not be read, and whether there are some.
fn tell_unread(files: &[File], lang: Lang) -> bool {
    let mut unread = false;
    for file in files {
        for problem in file.problems.iter().filter(|problem| problem.code.is_unread()) {
            unread = true;
            tell(&unread_message(file, problem, lang));
        }
    }
    unread
}

impl Loaded {
    /// The status that a command has at least.
    pub(super) const fn status(&self) -> Status {
        if self.unread { Status::Wrong } else { Status::Done }
    }

    /// The bulletins in their order, with their names.
    pub(super) fn into_library(self) -> Library {
        let mut library = Library::default();
        library.add(self.files);
        library
    }

    /// Whether there is no bulletin.
    fn is_empty(&self) -> bool {
        self.files.iter().all(|file| file.bulletins.is_empty())
    }

    /// Where nothing was found, what was left out may be the reason.
    fn tell_nothing_found(&self, paths: &[PathBuf], lang: Lang) {
        let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        tell(&Msg::NoneFound.fill(lang, &[&paths.join(" ")]));
        for file in &self.files {
            for problem in file.problems.iter().filter(|problem| !problem.code.is_unread()) {
                tell(&Msg::FileLeftOut.fill(lang, &[&file.full_path(), &problem.message(lang)]));
            }
        }
    }
}

/// The file, what is wrong, what to do.
fn unread_message(file: &File, problem: &Problem, lang: Lang) -> String {
    let advice = match problem.code {
        Code::NotFound => Msg::AdviseName,
        Code::Forbidden => Msg::AdviseRight,
        Code::NotText => Msg::AdviseText,
        Code::TooLarge => Msg::AdviseSplit,
        Code::NotRegular => Msg::AdvisePipe,
        Code::Stopped => Msg::AdviseTell,
        _ => Msg::AdviseCopy,
    };
    Msg::FileTold.fill(lang, &[&file.full_path(), &problem.message(lang), advice.text(lang)])
}
