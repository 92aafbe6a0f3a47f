//! The windows over the panes: the list of keys, the list of problems.

use super::{App, Effect, Input, ruler, trail};
use crate::action::{ACTIONS, Key, KeyCode};
use crate::message::{Lang, Msg};
use crate::text::Folded;

/// A window over the panes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Popup {
    /// The list of keys, filtered by what is written.
    Help {
        /// The filter.
        input: Input,
        /// The first line that is shown.
        top: usize,
    },
    /// The list of problems.
    Problems {
        /// The selected problem.
        selected: usize,
    },
    /// The layouts of ambiguous characters, to choose one by eye.
    Ruler,
    /// All about the sum of the figures.
    Sum {
        /// The first line that is shown.
        top: usize,
    },
}

/// One line of the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// The keys.
    pub keys: String,
    /// What they do.
    pub help: &'static str,
    /// The action's name in the configuration.
    pub name: &'static str,
}

impl Popup {
    pub(super) fn help() -> Self {
        Self::Help { input: Input::default(), top: 0 }
    }

    pub(super) fn problems() -> Self {
        Self::Problems { selected: 0 }
    }

    /// The line that is being written in the window.
    pub(super) fn input_mut(&mut self) -> Option<&mut Input> {
        match self {
            Self::Help { input, .. } => Some(input),
            Self::Problems { .. } | Self::Ruler | Self::Sum { .. } => None,
        }
    }
}

/// The lines of the list of keys that hold the words of the filter.
pub fn help_lines(filter: &str, lang: Lang) -> Vec<HelpLine> {
    let lines = ACTIONS.iter().map(|row| HelpLine {
        keys: row.keys.iter().map(|keys| keys.replace(' ', "")).collect::<Vec<_>>().join("  "),
        help: row.help.text(lang),
        name: row.name,
    });
    let fits = |line: &HelpLine| {
        let all = format!("{} {} {}", line.keys, line.help, line.name);
        let all = Folded::new(&all);
        filter.split_whitespace().all(|word| !all.find(word).is_empty())
    };
    lines.filter(fits).collect()
}

/// A key for the window; `None` where there is no window.
pub(super) fn press(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    let mut effects = Vec::new();
    app.popup = match app.popup.take()? {
        Popup::Help { input, top } => help(input, top, key, app.lang),
        Popup::Problems { selected } => problems(app, selected, key),
        Popup::Ruler => ruler::press(app, key, &mut effects),
        Popup::Sum { top } => sum(app, top, key),
    };
    Some(effects)
}

fn help(mut input: Input, top: usize, key: Key, lang: Lang) -> Option<Popup> {
    let last = help_lines(&input.text(), lang).len().saturating_sub(1);
    let top = match key.code {
        KeyCode::Escape | KeyCode::Enter | KeyCode::Function(1) => return None,
        KeyCode::Char('c' | 'g') if key.ctrl => return None,
        KeyCode::Tab => return Some(Popup::Ruler),
        _ => match movement(key) {
            Some(lines) => top.saturating_add_signed(lines).min(last),
            None if input.press(key) => 0,
            None => top,
        },
    };
    Some(Popup::Help { input, top })
}

fn problems(app: &mut App, selected: usize, key: Key) -> Option<Popup> {
    let key = key.half_width();
    let count = app.library.problems().len();
    let steps = match key.code {
        KeyCode::Escape => return None,
        KeyCode::Char('q' | '!') if !key.ctrl => return None,
        KeyCode::Char('c' | 'g') if key.ctrl => return None,
        KeyCode::Enter => {
            go_to_problem(app, selected);
            return None;
        }
        KeyCode::Char('j') => 1,
        KeyCode::Char('k') => -1,
        KeyCode::Char('g') | KeyCode::Home => isize::MIN,
        KeyCode::Char('G') | KeyCode::End => isize::MAX,
        _ => movement(key).unwrap_or_default(),
    };
    let selected = selected.saturating_add_signed(steps).min(count.saturating_sub(1));
    Some(Popup::Problems { selected })
}

fn sum(app: &App, top: usize, key: Key) -> Option<Popup> {
    let key = key.half_width();
    let lines = match key.code {
        KeyCode::Escape | KeyCode::Enter => return None,
        KeyCode::Char('q' | '=') if !key.ctrl => return None,
        KeyCode::Char('c' | 'g') if key.ctrl => return None,
        KeyCode::Char('j') => 1,
        KeyCode::Char('k') => -1,
        _ => movement(key).unwrap_or_default(),
    };
    let last = sum_lines(app).len().saturating_sub(1);
    Some(Popup::Sum { top: top.saturating_add_signed(lines).min(last) })
}

/// All about the sum, a paragraph each.
pub fn sum_lines(app: &App) -> Vec<String> {
    let Some(total) = app.figures.total() else { return Vec::new() };
    let mut lines = vec![total.head(app.lang)];
    lines.extend(total.notes(app.lang));
    lines.push(Msg::SumCaveat.text(app.lang).to_owned());
    lines
}

/// The lines that a key moves by in every window.
fn movement(key: Key) -> Option<isize> {
    const PAGE: isize = 10;
    match (key.code, key.ctrl) {
        (KeyCode::Down, _) | (KeyCode::Char('n'), true) => Some(1),
        (KeyCode::Up, _) | (KeyCode::Char('p'), true) => Some(-1),
        (KeyCode::PageDown, _) | (KeyCode::Char('f'), true) => Some(PAGE),
        (KeyCode::PageUp, _) | (KeyCode::Char('b'), true) => Some(-PAGE),
        _ => None,
    }
}

/// Opens the bulletin that a problem stands in, where its file has one.
fn go_to_problem(app: &mut App, selected: usize) {
    let problems = app.library.problems();
    let Some(&(path, _)) = problems.get(selected) else {
        return;
    };
    let id = app.library.iter().find(|(_, entry)| *entry.path == *path).map(|(id, _)| id);
    if let Some(id) = id {
        trail::leave_list(app);
        app.open(id);
    }
}
