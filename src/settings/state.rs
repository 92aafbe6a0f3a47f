//! The state file: what was chosen in the browser, kept for the next time.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde_json::{Map, Value};

use super::private;
use crate::app::REMEMBERED;
use crate::text::Ambiguous;

/// The member that holds the layout of ambiguous characters, by the names of terminals.
const AMBIGUOUS: &str = "ambiguous";

/// The member that lists the terminals of whose person something was told once.
const TOLD: &str = "told";

/// The member that holds searches by their names.
const SEARCHES: &str = "searches";

/// The member that lists what was looked for, the latest last.
const HISTORY: &str = "history";

/// What the state file keeps for one terminal. A person may use several, which draw differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The state file.
    pub file: PathBuf,
    /// What the terminal calls itself.
    pub terminal: String,
}

/// Where the state file is: `jianbao/state.json` in the user's state folder (XDG Base Directory
/// Specification; `~/.local/state` unless `XDG_STATE_HOME` says otherwise), or in the folder for
/// local data on systems without one. `None` where the user has no home.
pub fn path() -> Option<PathBuf> {
    let folders = ProjectDirs::from("", "", "jianbao")?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).join("state.json"))
}

impl Kept {
    /// How ambiguous characters are laid out on the terminal, as it was chosen. A file that is not
    /// there or broken says nothing.
    pub fn mode(&self) -> Option<Ambiguous> {
        let state = read(&self.file);
        state.get(AMBIGUOUS)?.get(&self.terminal)?.as_str().and_then(Ambiguous::from_name)
    }

    /// Keeps a choice, or forgets it. What else the file holds stays, unless it is broken.
    pub fn keep(&self, mode: Option<Ambiguous>) -> io::Result<()> {
        let mut state = read(&self.file);
        let mut modes = match state.remove(AMBIGUOUS) {
            Some(Value::Object(modes)) => modes,
            _ => Map::new(),
        };
        match mode {
            Some(mode) => modes.insert(self.terminal.clone(), mode.name().into()),
            None => modes.remove(&self.terminal),
        };
        state.insert(AMBIGUOUS.to_owned(), modes.into());
        write(&self.file, &Value::from(state))
    }
}

impl Kept {
    /// Whether [`tell`](Self::tell) was called for the terminal.
    pub fn is_told(&self) -> bool {
        told(&read(&self.file)).contains(&self.terminal.as_str().into())
    }

    /// Keeps that the person was told what is told once for each terminal.
    pub fn tell(&self) -> io::Result<()> {
        let mut state = read(&self.file);
        let mut names = told(&state);
        names.push(self.terminal.as_str().into());
        state.insert(TOLD.to_owned(), names.into());
        write(&self.file, &Value::from(state))
    }
}

fn told(state: &Map<String, Value>) -> Vec<Value> {
    state.get(TOLD).and_then(Value::as_array).cloned().unwrap_or_default()
}

impl Kept {
    /// The searches that were given a name. They are the same on all terminals.
    pub fn searches(&self) -> BTreeMap<String, String> {
        let state = read(&self.file);
        let members = state.get(SEARCHES).and_then(Value::as_object).into_iter().flatten();
        members.filter_map(|(name, query)| Some((name.clone(), query.as_str()?.to_owned()))).collect()
    }

    /// Keeps a search by a name; an empty one takes the name back.
    pub fn keep_search(&self, name: &str, query: &str) -> io::Result<()> {
        let mut state = read(&self.file);
        let mut searches = match state.remove(SEARCHES) {
            Some(Value::Object(searches)) => searches,
            _ => Map::new(),
        };
        if query.is_empty() {
            searches.remove(name);
        } else {
            searches.insert(name.to_owned(), query.into());
        }
        state.insert(SEARCHES.to_owned(), searches.into());
        write(&self.file, &Value::from(state))
    }
}

impl Kept {
    /// What was looked for before, the latest last. It is the same on all terminals.
    pub fn history(&self) -> Vec<String> {
        let state = read(&self.file);
        let queries = state.get(HISTORY).and_then(Value::as_array).into_iter().flatten();
        queries.filter_map(|query| Some(query.as_str()?.to_owned())).collect()
    }

    /// Keeps what was looked for, and of all that came before as much as can be brought back.
    pub fn remember(&self, query: &str) -> io::Result<()> {
        let mut history = self.history();
        history.retain(|other| other != query);
        history.push(query.to_owned());
        history.drain(..history.len().saturating_sub(REMEMBERED));
        let mut state = read(&self.file);
        state.insert(HISTORY.to_owned(), history.into());
        write(&self.file, &Value::from(state))
    }
}

fn read(file: &Path) -> Map<String, Value> {
    let text = fs::read_to_string(file).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn write(file: &Path, state: &Value) -> io::Result<()> {
    private::write(file, |out| writeln!(out, "{state:#}"))
}

#[cfg(test)]
mod tests;
