//! The line at the bottom that asks for an address or for words.

use super::{App, Effect, Focus, Input, act, figures, jump, narrow, search, trail};
use crate::action::{Key, KeyCode};
use crate::library::Id;
use crate::message::Msg;

/// A line that asks for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What it asks for.
    pub purpose: Purpose,
    /// What was written so far.
    pub input: Input,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The code point of the line where it is wrong, from 0; `None` for the line as a whole.
    pub error_at: Option<usize>,
    /// What was there before, for [`Purpose::Filter`] and [`Purpose::Search`].
    before: String,
    /// Whether giving up leads back to another view.
    opened: bool,
    /// The issue that giving up leads back to.
    reading: Option<Id>,
    /// How many steps back in what was written before the line stands.
    back: usize,
}

/// What a prompt asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// An address to go to.
    GoTo,
    /// Words to find.
    Find,
    /// An expression that chooses figures.
    Filter,
    /// A query that chooses articles, for everything that is shown.
    Narrow,
    /// What stands in a row of the list.
    Jump,
    /// A name for the search that is written.
    Name,
    /// What to look for in all bulletins.
    Search,
}

impl Purpose {
    /// The sign in front of the line.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::GoTo => ":",
            Self::Find => "\\",
            Self::Search => "/",
            Self::Jump => "'",
            Self::Name => "@",
            Self::Filter | Self::Narrow => "f ",
        }
    }
}

impl Prompt {
    pub(super) fn new(purpose: Purpose) -> Self {
        let before = String::new();
        let (input, error, error_at) = (Input::default(), None, None);
        Self { purpose, input, error, error_at, before, opened: false, reading: None, back: 0 }
    }

    /// A line for a filter, to begin with as it was written before.
    pub(super) fn filter(purpose: Purpose, before: &str) -> Self {
        let mut prompt = Self { before: before.to_owned(), ..Self::new(purpose) };
        prompt.input.insert(before);
        prompt
    }

    /// The same line; when it is given up this issue is open again.
    pub(super) fn from(self, reading: Option<Id>) -> Self {
        Self { reading, ..self }
    }

    /// A line for a search. What was written before is gone with the first key, and comes back when
    /// the line is given up; `opened`: so does the view before.
    pub(super) fn search(before: &str, opened: bool) -> Self {
        Self { before: before.to_owned(), opened, ..Self::new(Purpose::Search) }
    }
}

/// A key for the prompt.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let Some(prompt) = &mut app.prompt else {
        return Vec::new();
    };
    match key.code {
        KeyCode::Escape => cancel(app),
        KeyCode::Char('c' | 'g') if key.ctrl => cancel(app),
        KeyCode::Char('l') if key.ctrl => return vec![Effect::Redraw],
        KeyCode::Char('z') if key.ctrl => return vec![Effect::Suspend],
        KeyCode::Backspace if prompt.input.text().is_empty() => cancel(app),
        KeyCode::Enter => submit(app),
        KeyCode::Up | KeyCode::Down if prompt.purpose == Purpose::Search => {
            recall(app, key.code == KeyCode::Up);
        }
        KeyCode::Tab if prompt.purpose == Purpose::Search => complete(app),
        KeyCode::Char('s') if key.ctrl && prompt.purpose == Purpose::Search => {
            let before = prompt.input.text();
            app.prompt = Some(Prompt { before, ..Prompt::new(Purpose::Name) });
        }
        _ => {
            prompt.error = None;
            prompt.input.press(key);
            written(app);
        }
    }
    Vec::new()
}

/// The line is given up; a filter or a search is again what it was before.
fn cancel(app: &mut App) {
    let Some(prompt) = app.prompt.take() else { return };
    match prompt.purpose {
        Purpose::Filter => figures::filter(app, &prompt.before),
        Purpose::Narrow => {
            narrow::written(app, &prompt.before);
            prompt.reading.into_iter().for_each(|id| app.open(id));
        }
        Purpose::Search => {
            if app.search.written() != prompt.before {
                search::written(app, &prompt.before);
            }
            if prompt.opened {
                trail::back(app);
            }
        }
        // The row stays selected: the list shows where it is.
        Purpose::GoTo | Purpose::Find | Purpose::Jump => {}
        // The search is written on.
        Purpose::Name => app.prompt = Some(Prompt::filter(Purpose::Search, &prompt.before)),
    }
}

/// The line has changed: a filter holds, and a search goes on, while it is written.
fn written(app: &mut App) {
    let Some(Prompt { purpose, input, .. }) = &app.prompt else {
        return;
    };
    let text = input.text();
    let error = match purpose {
        Purpose::Filter => {
            figures::filter(app, &text);
            app.figures.error()
        }
        Purpose::Narrow => {
            narrow::written(app, &text);
            app.narrow.error()
        }
        Purpose::Search => {
            app.walks = true;
            search::written(app, &text);
            app.search.error()
        }
        Purpose::Jump => return jump::written(app, &text),
        Purpose::GoTo | Purpose::Find | Purpose::Name => return,
    };
    let (at, told) = (error.map(|error| error.at), error.map(|error| figures::told(error, app.lang)));
    if let Some(prompt) = &mut app.prompt {
        prompt.error_at = at;
        prompt.error = told;
    }
}

/// What was looked for before, or after that again.
fn recall(app: &mut App, earlier: bool) {
    let Some(prompt) = &mut app.prompt else { return };
    let history = &app.search.history;
    let back = if earlier { (prompt.back + 1).min(history.len()) } else { prompt.back.saturating_sub(1) };
    prompt.back = back;
    let text = back.checked_sub(1).and_then(|back| history.iter().rev().nth(back)).cloned();
    prompt.input = Input::default();
    prompt.input.insert(&text.unwrap_or_default());
    written(app);
}

/// The letters at the end of the line become the word that was heard behind them most often; what
/// it became already becomes the next one.
fn complete(app: &mut App) {
    let Some(prompt) = &mut app.prompt else { return };
    let text = prompt.input.text();
    let (front, last) = match text.rsplit_once([' ', '　', ':']) {
        Some((front, last)) => (text.get(..text.len() - last.len()).unwrap_or(front), last),
        None => ("", text.as_str()),
    };
    let Some(word) = app.search.results().sounding(last) else { return };
    let completed = format!("{front}{word}");
    prompt.input = Input::default();
    prompt.input.insert(&completed);
    written(app);
}

/// Characters of a paste that are taken: more is no address and no word to be found.
const LONGEST_PASTE: usize = 1000;

/// Pasted text goes into the line that is being written, and nowhere else: it is never taken for keys.
pub(super) fn paste(app: &mut App, text: &str) {
    let text: String = text.chars().take(LONGEST_PASTE).collect();
    if let Some(prompt) = &mut app.prompt {
        prompt.error = None;
        prompt.input.insert(&text);
        written(app);
    } else if let Some(input) = app.popup.as_mut().and_then(|popup| popup.input_mut()) {
        input.insert(&text);
    }
}

fn submit(app: &mut App) {
    let Some(prompt) = app.prompt.take() else { return };
    let written = prompt.input.text();
    match prompt.purpose {
        Purpose::GoTo => go_to(app, &written, prompt),
        Purpose::Find => {
            // An empty line looks for the same words again, as in less and vim.
            let words = if written.is_empty() { app.find.words().to_owned() } else { written };
            app.walks = false;
            app.find.look_for(&words, app.details.page());
            act::find(app, 1);
        }
        Purpose::Name => name(app, written.trim(), &prompt),
        Purpose::Search => {
            // An empty line looks for the same words again.
            if written.is_empty() && !prompt.before.is_empty() {
                search::written(app, &prompt.before);
            }
            app.walks = true;
            search::remember(app);
        }
        // What is wrong stays in the line, to be corrected.
        Purpose::Filter if app.figures.error().is_some() => app.prompt = Some(prompt),
        Purpose::Narrow if app.narrow.error().is_some() => app.prompt = Some(prompt),
        Purpose::Filter | Purpose::Narrow | Purpose::Jump => {}
    }
}

/// Keeps the search by a name. Blanks would end the name in a query.
fn name(app: &mut App, name: &str, prompt: &Prompt) {
    let name: String = name.trim_start_matches('@').split_whitespace().collect();
    if !name.is_empty() {
        app.saved.keep(&name, prompt.before.trim());
        app.asked.push(Effect::KeepSearch(name.clone(), prompt.before.trim().to_owned()));
        let message = if prompt.before.trim().is_empty() { Msg::NameGone } else { Msg::NameKept };
        app.notice = Some(message.fill(app.lang, &[&name]));
    }
}

/// Goes to an address; a wrong one stays in the line, to be corrected, with what is wrong.
fn go_to(app: &mut App, written: &str, prompt: Prompt) {
    match app.library.resolve(written, app.current()) {
        Ok((id, place)) => {
            trail::leave_list(app);
            app.open(id);
            app.select(&place);
            if app.focus == Focus::Issues && !place.0.is_empty() {
                app.focus = Focus::Outline;
            }
            app.arrange();
        }
        Err(error) => {
            let error = Some(error.message(app.lang));
            app.prompt = Some(Prompt { error, ..prompt });
        }
    }
}
