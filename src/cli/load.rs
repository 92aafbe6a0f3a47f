//! Reads the files for a command, and tells which could not be read.

use std::path::PathBuf;

use super::{Status, tell};
use crate::bulletin::{Code, Problem};
use crate::library::{File, Library};
use crate::message::{Lang, Msg};
use crate::source::{self, Sifted};
use crate::terminal::Progress;

/// The files of a command.
pub(super) struct Loaded {
    /// Everything under the paths, in the order of the walk.
    files: Vec<File>,
    /// Whether something could not be read.
    unread: bool,
}

/// Reads everything under the paths. What cannot be read is told with its reason, and so is that
/// nothing was found.
pub(super) fn load(paths: &[PathBuf], lang: Lang) -> Loaded {
    let mut progress = Progress::new(lang);
    let files = source::read_all(paths, |read, found| progress.tell(read, found));
    drop(progress);
    let loaded = Loaded { unread: tell_unread(&files, lang), files };
    if loaded.is_empty() {
        loaded.tell_nothing_found(paths, lang);
    }
    loaded
}

/// The same, but only those files are parsed whose text `is_wanted`.
pub(super) fn sift(
    paths: &[PathBuf],
    is_wanted: impl Fn(&str) -> bool + Sync,
    lang: Lang,
) -> (Loaded, Sifted) {
    let mut progress = Progress::new(lang);
    let mut sifted = source::sift(paths, is_wanted, |read, found| progress.tell(read, found));
    drop(progress);
    let files = std::mem::take(&mut sifted.files);
    let loaded = Loaded { unread: tell_unread(&files, lang), files };
    if loaded.is_empty() && sifted.is_whole() {
        loaded.tell_nothing_found(paths, lang);
    }
    (loaded, sifted)
}

/// Tells which files could not be read, and whether there are some.
pub(super) fn tell_unread(files: &[File], lang: Lang) -> bool {
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
