//! Draws the status line and the key hints.

use super::canvas::Canvas;
use super::theme;
use crate::action::{self, Action};
use crate::app::{App, Area, Focus, Popup, Prompt, Purpose, View};
use crate::message::Msg;

/// Draws the status line: what is being written, a word to the person, or where the reader is; at
/// its right end how far the loading is. Returns the cursor of what is being written.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    if let Some(prompt) = &app.prompt {
        let hints = app.layout().hints.is_some();
        return Some(self::prompt(prompt, area, hints, canvas));
    }
    let right = right(app);
    let right_width = canvas.width(&right).min(area.width);
    let room = area.width.saturating_sub(right_width + 1);
    match &app.notice {
        Some(notice) => canvas.put_short(area.x, area.y, room, notice, theme::NOTICE),
        None => canvas.put_short(area.x, area.y, room, &here(app), theme::FAINT),
    };
    canvas.put(area.x + area.width - right_width, area.y, right_width, &right, theme::NOTICE);
    None
}

/// Draws the hints for the pane or window that has the keys, as many as fit; in their place what is
/// wrong with the line above, under the place where it is wrong.
pub(super) fn hints(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    if let Some(Prompt { error: Some(error), error_at: Some(at), input, purpose, .. }) = &app.prompt {
        let before: String = input.text().chars().take(*at).collect();
        let column = canvas.width(&format!("{}{before}", purpose.sign()));
        return fault(column, error, area, canvas);
    }
    let mut x = area.x;
    for (keys, what) in keys_for(app) {
        let what = what.text(app.lang);
        let columns = canvas.width(&keys) + 1 + canvas.width(what);
        if x + columns > area.x + area.width {
            break;
        }
        x += canvas.put(x, area.y, columns, &keys, theme::KEY) + 1;
        x += canvas.put(x, area.y, columns, what, theme::PLAIN) + 2;
    }
}

/// Draws a message with a mark in a column. Where there is little room behind the mark the message
/// comes first.
fn fault(column: u16, message: &str, area: Area, canvas: &mut Canvas<'_>) {
    let message_width = canvas.width(message);
    let column = column.min(area.width.saturating_sub(1));
    canvas.put(area.x + column, area.y, 1, "^", theme::WRONG);
    if column + 2 + message_width <= area.width || column < area.width / 2 {
        let room = area.width.saturating_sub(column + 2);
        canvas.put_short(area.x + column + 2, area.y, room, message, theme::WRONG);
    } else {
        canvas.put_short(area.x, area.y, column.saturating_sub(1), message, theme::WRONG);
    }
}

fn prompt(prompt: &Prompt, area: Area, hints: bool, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let sign = prompt.purpose.sign();
    let mut x = area.x + canvas.put(area.x, area.y, area.width, sign, theme::KEY);
    let end = area.x + area.width;
    let before = tail(prompt.input.before(), end.saturating_sub(x + 1), canvas);
    x += canvas.put(x, area.y, end - x, before, theme::PLAIN);
    let text = prompt.input.text();
    let after = text.strip_prefix(prompt.input.before()).unwrap_or_default();
    let rest = x + canvas.put(x, area.y, end - x, after, theme::PLAIN);
    let below = hints && prompt.error_at.is_some();
    if let Some(error) = prompt.error.as_ref().filter(|_| !below) {
        canvas.put_short(rest + 2, area.y, end.saturating_sub(rest + 2), error, theme::WRONG);
    }
    (x.min(end - 1), area.y)
}

/// The end of a line that fits into `room` columns: it is what is being written, so the beginning
/// gives way.
fn tail<'a>(text: &'a str, room: u16, canvas: &Canvas<'_>) -> &'a str {
    let ends = text.char_indices().rev().map_while(|(at, _)| text.get(at..));
    ends.take_while(|end| canvas.width(end) <= room).last().unwrap_or_default()
}

/// The address of what is being read, and the file.
fn here(app: &App) -> String {
    let Some((id, entry)) = app.current().and_then(|id| Some((id, app.library.get(id)?))) else {
        return String::new();
    };
    let address = app.library.address(id, &app.place());
    let found = match (app.find.words(), app.find.found().len()) {
        ("", _) => String::new(),
        (words, count) => format!("  /{words} {}", Msg::CountFound.fill(app.lang, &[&count.to_string()])),
    };
    format!("{address}  {}{found}", entry.path)
}

fn right(app: &App) -> String {
    let mut parts = vec![app.pending.shown()];
    if !app.loading.done {
        let (read, found) = (app.library.files(), app.loading.found.max(app.library.files()));
        parts.push(Msg::LoadingCount.fill(app.lang, &[&read.to_string(), &found.to_string()]));
    }
    if !app.narrow.written().is_empty() {
        parts.push(Msg::FilterOn.fill(app.lang, &[app.narrow.written()]));
    }
    if app.search.is_busy() {
        parts.push(Msg::Searching.text(app.lang).to_owned());
    }
    if app.view == View::Figures && app.figures.is_busy() && !app.library.is_empty() {
        let percent = 100 * app.figures.read() / app.library.len();
        parts.push(Msg::ReadingFigures.fill(app.lang, &[&percent.to_string()]));
    }
    let problems = app.library.file_problems().len();
    if problems > 0 {
        parts.push(Msg::ProblemCount.fill(app.lang, &[&problems.to_string()]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("  ")
}

/// The keys of the line that is being written, or of the window.
fn keys_over_panes(app: &App) -> Option<Vec<(String, Msg)>> {
    let written =
        |keys: &[(&str, Msg)]| keys.iter().map(|(keys, what)| ((*keys).to_owned(), *what)).collect();
    let (go, cancel) = (("Enter", Msg::HintGo), ("Esc", Msg::HintCancel));
    match (&app.prompt, &app.popup) {
        (Some(Prompt { purpose: Purpose::Search, .. }), _) => Some(written(&[
            go,
            ("Tab", Msg::HintComplete),
            ("Up", Msg::HintEarlier),
            ("Ctrl-s", Msg::HintName),
            cancel,
        ])),
        (Some(_), _) => Some(written(&[go, cancel])),
        (None, Some(Popup::Help { .. })) => {
            Some(written(&[("Esc", Msg::HintClose), ("a-z", Msg::HintFilter), ("Tab", Msg::TitleRuler)]))
        }
        (None, Some(Popup::Ruler)) => {
            Some(written(&[("n w b s a", Msg::HintChoose), ("Esc", Msg::HintClose)]))
        }
        (None, Some(Popup::Sum { .. })) => Some(written(&[("q", Msg::HintClose)])),
        (None, Some(Popup::Problems { .. })) => {
            Some(written(&[("Enter", Msg::HintOpen), ("q", Msg::HintClose)]))
        }
        (None, None) => None,
    }
}

/// The keys that matter most where the person is.
fn keys_for(app: &App) -> Vec<(String, Msg)> {
    if let Some(keys) = keys_over_panes(app) {
        return keys;
    }
    let own: &[(&[Action], Msg)] = match app.focus {
        Focus::Issues => &[(&[Action::Down, Action::Up], Msg::HintIssue), (&[Action::Open], Msg::HintOpen)],
        Focus::Outline => &[
            (&[Action::Down, Action::Up], Msg::HintRow),
            (&[Action::Fold], Msg::HintFold),
            (&[Action::NextArticle, Action::PreviousArticle], Msg::HintArticle),
        ],
        Focus::List if app.view == View::Search => {
            &[(&[Action::Open], Msg::HintText), (&[Action::FindNext, Action::FindPrevious], Msg::HintHits)]
        }
        Focus::List => &[
            (&[Action::Open], Msg::HintSentence),
            (&[Action::Filter], Msg::HintFilter),
            (&[Action::Sort, Action::Reverse], Msg::HintSort),
            (&[Action::Group], Msg::HintGroup),
            (&[Action::Chart], Msg::HintChart),
            (&[Action::Sum], Msg::TitleSum),
            (&[Action::Scope], Msg::HintScope),
        ],
        Focus::Details => &[
            (&[Action::Down, Action::Up, Action::PageDown], Msg::HintRead),
            (&[Action::NextMeasure, Action::PreviousMeasure], Msg::HintMeasure),
            (&[Action::FindNext, Action::FindPrevious], Msg::HintFound),
        ],
    };
    let common: &[(&[Action], Msg)] = &[
        (&[Action::NextPane], Msg::HintPane),
        (&[Action::Search], Msg::HintFind),
        (&[Action::Figures], Msg::HintFigures),
        (&[Action::GoTo], Msg::HintGoTo),
        (&[Action::Help], Msg::HintHelp),
        (&[Action::Back], Msg::HintBack),
        (&[Action::Zoom], Msg::HintZoom),
    ];
    own.iter().chain(common).map(|(actions, what)| (first_keys(actions), *what)).collect()
}

/// The first key of each action: `j/k`.
fn first_keys(actions: &[Action]) -> String {
    let keys = actions.iter().filter_map(|&action| action::row(action)?.keys.first().copied());
    keys.collect::<Vec<_>>().join(" ")
}
