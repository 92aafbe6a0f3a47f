//! Selecting a row of a list by writing what stands in it: characters, or how they are read.

use super::{App, Focus, View, figures, search};
use crate::query::Words;
use crate::search::{Census, Matcher};

/// Rows of a long list that are looked at for one key.
const FURTHEST: usize = 20_000;

/// Selects the first row, from the selected one on and round the end, that holds what is written.
pub(super) fn written(app: &mut App, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let matcher = Matcher::new(&Words::Word(text.trim().to_owned()), &Census::default());
    let fits = |text: &str| matcher.is_in(text);
    match (app.focus, app.view) {
        (Focus::Issues, _) => {
            if let Some(id) = app.issues.matching(&app.library, &fits) {
                app.open(id);
            }
        }
        (Focus::List, View::Search) => {
            if let Some(line) = search::matching(app, &fits, FURTHEST) {
                search::go(app, line);
            }
        }
        (Focus::List, View::Figures) => {
            if let Some(position) = figures::matching(app, &fits, FURTHEST) {
                figures::go(app, position);
            }
        }
        (Focus::Outline | Focus::Details | Focus::List, _) => {
            let entry = app.current().and_then(|id| app.library.get(id));
            if let Some(place) = entry.and_then(|entry| app.outline.matching(entry, &fits)) {
                app.select(&place);
            }
        }
    }
}

/// The indices of a list from one on, round its end.
pub(super) fn round(from: usize, count: usize) -> impl Iterator<Item = usize> {
    (from.min(count)..count).chain(0..from.min(count))
}
