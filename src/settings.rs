//! The configuration file: read, checked, told about where it is wrong. The state file, the files of the cache.

pub mod cache;
mod private;
pub mod state;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};
use serde::Deserialize;

use crate::message::{Lang, Msg};
use crate::text::Ambiguous;

/// What the configuration file says. Everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The folders that are read where the command line names none.
    pub folders: Vec<PathBuf>,
    /// The language of our own words.
    pub lang: Option<Lang>,
    /// How ambiguous characters are laid out.
    pub ambiguous: Option<Ambiguous>,
    /// Whether what was parsed is kept for the next time.
    pub cache: Option<bool>,
}

/// What is wrong with the configuration file.
#[derive(Debug)]
pub enum SettingsError {
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
    /// It is not what a configuration should be: the line, from 1, and what is wrong there.
    Wrong(PathBuf, usize, String),
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    folders: Vec<String>,
    lang: Option<WrittenLang>,
    ambiguous: Option<WrittenAmbiguous>,
    cache: Option<bool>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenLang {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenAmbiguous {
    Auto,
    Narrow,
    Wide,
    Both,
    Subst,
}

/// Where the configuration file is: `jianbao/config.toml` in the user's configuration folder (XDG
/// Base Directory Specification; `~/.config` unless `XDG_CONFIG_HOME` says otherwise). `None`
/// where the user has no home.
pub fn path() -> Option<PathBuf> {
    ProjectDirs::from("", "", "jianbao").map(|folders| folders.config_dir().join("config.toml"))
}

/// Reads a configuration file; one that does not exist says nothing.
pub fn read(path: &Path) -> Result<Settings, SettingsError> {
    match fs::read_to_string(path) {
        Ok(text) => parse(&text).map_err(|(line, what)| SettingsError::Wrong(path.to_owned(), line, what)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Settings::default()),
        Err(error) => Err(SettingsError::Unreadable(path.to_owned(), error)),
    }
}

impl SettingsError {
    /// The message for a person: file, line, what is wrong, what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(path, error) => {
                Msg::SettingsUnreadable.fill(lang, &[&path.display().to_string(), &error.to_string()])
            }
            Self::Wrong(path, line, what) => {
                Msg::SettingsWrong.fill(lang, &[&path.display().to_string(), &line.to_string(), what])
            }
        }
    }
}

fn parse(text: &str) -> Result<Settings, (usize, String)> {
    let written: Written = toml::from_str(text).map_err(|error| {
        let upto = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        (upto.matches('\n').count() + 1, error.message().replace('\n', " "))
    })?;
    let lang = written.lang.map(|lang| match lang {
        WrittenLang::Zh => Lang::Zh,
        WrittenLang::En => Lang::En,
    });
    let ambiguous = written.ambiguous.and_then(|mode| match mode {
        WrittenAmbiguous::Auto => None,
        WrittenAmbiguous::Narrow => Some(Ambiguous::Narrow),
        WrittenAmbiguous::Wide => Some(Ambiguous::Wide),
        WrittenAmbiguous::Both => Some(Ambiguous::Both),
        WrittenAmbiguous::Subst => Some(Ambiguous::Subst),
    });
    let folders = written.folders.iter().map(|folder| expand(folder)).collect();
    Ok(Settings { folders, lang, ambiguous, cache: written.cache })
}

/// A folder with `~` at its beginning taken for the user's home, as a shell does.
fn expand(folder: &str) -> PathBuf {
    let home = || BaseDirs::new().map(|folders| folders.home_dir().to_owned());
    match folder.strip_prefix('~').map(|rest| (rest.strip_prefix('/'), rest)) {
        Some((Some(rest), _)) => home().map_or_else(|| folder.into(), |home| home.join(rest)),
        Some((None, "")) => home().unwrap_or_else(|| folder.into()),
        _ => folder.into(),
    }
}

#[cfg(test)]
mod tests;
