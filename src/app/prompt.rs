//! The line at the bottom that asks for an address or for words.

use super::{App, Effect, Focus, Input, act, figures, trail};
use crate::action::{Key, KeyCode};

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
    /// What was there before, for [`Purpose::Filter`].
    before: String,
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
}

impl Purpose {
    /// The sign in front of the line.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::GoTo => ":",
            Self::Find => "/",
            Self::Filter => "f ",
        }
    }
}

impl Prompt {
    pub(super) fn new(purpose: Purpose) -> Self {
        Self { purpose, input: Input::default(), error: None, error_at: None, before: String::new() }
    }

    /// A line for a filter, to begin with as it was written before.
    pub(super) fn filter(before: &str) -> Self {
        let mut prompt = Self { before: before.to_owned(), ..Self::new(Purpose::Filter) };
        prompt.input.insert(before);
        prompt
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
        _ => {
            prompt.error = None;
            prompt.input.press(key);
            written(app);
        }
    }
    Vec::new()
}

/// The line is given up; a filter is again what it was before.
fn cancel(app: &mut App) {
    if let Some(Prompt { purpose: Purpose::Filter, before, .. }) = app.prompt.take() {
        figures::filter(app, &before);
    }
}

/// The line has changed: a filter holds while it is written.
fn written(app: &mut App) {
    let Some(Prompt { purpose: Purpose::Filter, input, .. }) = &app.prompt else {
        return;
    };
    let text = input.text();
    figures::filter(app, &text);
    if let Some(prompt) = &mut app.prompt {
        let error = app.figures.error();
        prompt.error_at = error.map(|error| error.at);
        prompt.error = error.map(|error| figures::told(error, app.lang));
    }
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
            app.find.look_for(&words, app.details.page());
            act::find(app, 1);
        }
        // What is wrong stays in the line, to be corrected.
        Purpose::Filter if app.figures.error().is_some() => app.prompt = Some(prompt),
        Purpose::Filter => {}
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
