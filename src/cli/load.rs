//! Reads the files for a command, and tells which could not be read.

use std::env;
use std::fs;
use std::hash::BuildHasher as _;
use std::path::{Path, PathBuf};

use foldhash::quality::FixedState;

use super::{Status, tell};
use crate::bulletin::{Code, Summary};
use crate::library::{Clerk, File, FileProblem, Library};
use crate::message::{Lang, Msg};
use crate::settings;
use crate::source::{self, Cache, Digest, Opened, STANDARD_INPUT, Way};
use crate::terminal::{self, Progress};

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

    /// What is kept of the files under the paths; of standard input nothing is.
    pub(super) fn cache(&self, paths: &[PathBuf]) -> Cache {
        let open = || Some(Cache::new(settings::cache::path(paths)?, program()?, terminal::now()));
        let keeps = self.cache && !paths.iter().any(|path| path == Path::new(STANDARD_INPUT));
        if keeps { open().unwrap_or_default() } else { Cache::default() }
    }
}

/// The program that runs, by the size and the time of its file; `None` where it cannot be told from others.
fn program() -> Option<u64> {
    let metadata = env::current_exe().and_then(fs::metadata).ok()?;
    Some(FixedState::default().hash_one((metadata.len(), metadata.modified().ok()?)))
}

/// What a command has to do with.
pub(super) struct Loaded {
    /// Everything under the paths.
    pub library: Library,
    /// The status that the command has at least: whether something could not be read.
    pub status: Status,
}

/// Reads everything under the paths. What cannot be read is told with its reason, and so is that
/// nothing was found.
pub(super) fn load(written: Vec<PathBuf>, reading: &Reading, lang: Lang) -> Loaded {
    sift(written, reading, &|(): &mut (), opened| (opened.whole(), ()), |()| (), lang)
}

/// The same with nothing but the mastheads, and what a list says of the bulletins besides, by their ids.
pub(super) fn summaries(written: Vec<PathBuf>, reading: &Reading, lang: Lang) -> (Loaded, Vec<Summary>) {
    let mut all = Vec::new();
    let digest = |(): &mut (), opened: Opened<'_>| opened.summaries();
    let loaded = sift(written, reading, &digest, |summaries| all.extend(summaries), lang);
    (loaded, all)
}

/// The same; `digest` makes of each file at once what the library is to have of it, and something for `take`.
pub(super) fn sift<S: Default, T: Send>(
    written: Vec<PathBuf>,
    reading: &Reading,
    digest: &Digest<'_, S, (File, T)>,
    mut take: impl FnMut(T),
    lang: Lang,
) -> Loaded {
    let paths = reading.paths(written);
    let digest = |(state, clerk): &mut (S, Clerk), opened: Opened<'_>| {
        let (file, made) = digest(state, opened);
        (clerk.ready(file), made)
    };
    let way = Way { cache: &reading.cache(&paths), digest: &digest };
    let mut progress = Progress::new(lang);
    let mut library = Library::default();
    let counted = |read, found| progress.tell(read, found);
    let taken = |(file, made)| {
        take(made);
        file
    };
    source::sift(&paths, &way, counted, |files| library.take(files.map(taken)));
    drop(progress);
    let is_unread = |it: &&FileProblem| it.problem.code.is_unread();
    let unread: Vec<_> = library.file_problems().iter().filter(is_unread).collect();
    for it in &unread {
        tell(&unread_message(it, lang));
    }
    if library.is_empty() {
        tell_nothing_found(&library, &paths, lang);
    }
    let status = if unread.is_empty() { Status::Done } else { Status::Wrong };
    Loaded { library, status }
}

/// Where nothing was found, what was left out may be the reason.
fn tell_nothing_found(library: &Library, paths: &[PathBuf], lang: Lang) {
    let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    tell(&Msg::NoneFound.fill(lang, &[&paths.join(" ")]));
    for it in library.file_problems().iter().filter(|it| !it.problem.code.is_unread()) {
        tell(&Msg::FileLeftOut.fill(lang, &[&it.full_path(), &it.problem.message(lang)]));
    }
}

/// The file, what is wrong, what to do.
fn unread_message(it: &FileProblem, lang: Lang) -> String {
    let advice = match it.problem.code {
        Code::NotFound => Msg::AdviseName,
        Code::Forbidden => Msg::AdviseRight,
        Code::NotText => Msg::AdviseText,
        Code::TooLarge => Msg::AdviseSplit,
        Code::NotRegular => Msg::AdvisePipe,
        Code::Stopped => Msg::AdviseTell,
        _ => Msg::AdviseCopy,
    };
    Msg::FileTold.fill(lang, &[&it.full_path(), &it.problem.message(lang), advice.text(lang)])
}
