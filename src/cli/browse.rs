//! Opens the browser.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::load::{self, Reading};
use super::mode::By;
use super::{Speech, Status, between, demo, wrong};
use crate::action::{self, Action};
use crate::app::{App, Saved};
use crate::message::Msg;
use crate::settings::state::Kept;
use crate::source::{self, STANDARD_INPUT};
use crate::terminal::{self, Leave, Options};

const SIGHUP: u8 = 1;

/// Browses the files under the paths, or the examples.
pub(super) fn browse(written: Vec<PathBuf>, is_demo: bool, reading: &Reading, speech: Speech) -> u8 {
    if !io::stdout().is_terminal() {
        return wrong(Msg::NoTerminal.text(speech.lang)) as u8;
    }
    let term = env::var("TERM").unwrap_or_default();
    if matches!(term.as_str(), "" | "dumb") {
        return wrong(&Msg::DumbTerminal.fill(speech.lang, &[&term])) as u8;
    }
    let paths = reading.paths(written);
    // A browser without any file would hide that the path, or a command's name, is misspelt.
    if !is_demo && paths.iter().all(|path| is_missing(path)) {
        load::load(paths, reading, speech.lang);
        return Status::Wrong as u8;
    }
    let mut app = App { lang: speech.lang, ascii: speech.ascii, ..App::default() };
    app.saved = Saved::new(speech.kept.as_ref().map(Kept::searches).unwrap_or_default());
    app.search.history = speech.kept.as_ref().map(Kept::history).unwrap_or_default();
    app.notice = advice(&speech);
    let news = if is_demo {
        source::start_with(demo::FILES)
    } else {
        let cache = reading.cache(&paths);
        source::start(paths, cache)
    };
    let options = Options { ambiguous: speech.ambiguous, kept: speech.kept };
    match terminal::run(&mut app, news, options) {
        Ok(Leave::Quit) => Status::Done as u8,
        // As shells have it: 128 and the number of the signal.
        Ok(Leave::Signal(number)) => 128_u8.saturating_add(u8::try_from(number).unwrap_or_default()),
        Ok(Leave::Gone) => 128 + SIGHUP,
        Err(error) => wrong(&Msg::TerminalFails.fill(speech.lang, &[&error.to_string()])) as u8,
    }
}

/// What a person behind a multiplexer is told once: the terminal that draws cannot be asked, so what
/// the multiplexer answers may be wrong. `None` where a layout was chosen.
fn advice(speech: &Speech) -> Option<String> {
    let name = between::name(|name| env::var(name).ok()).filter(|_| speech.by == By::Nobody)?;
    let kept = speech.kept.as_ref().filter(|kept| !kept.is_told())?;
    // Where this cannot be kept it is told again.
    let _ = kept.tell();
    let key = action::row(Action::Ruler)?.keys.first()?;
    Some(Msg::Between.fill(speech.lang, &[name, key]))
}

fn is_missing(path: &Path) -> bool {
    path != Path::new(STANDARD_INPUT) && fs::metadata(path).is_err()
}
