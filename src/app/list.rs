//! What the list views have in common: each key is handed on to the pane of the view.

use super::{App, Area, Parts, Search, View, figures, search};
use crate::message::Msg;

/// Moves the selection by so many rows.
pub(super) fn step(app: &mut App, steps: isize) {
    match app.view {
        View::Bulletins => {}
        View::Search => step_hit(app, steps),
        View::Figures => figures::step(app, steps),
    }
}

/// From the selected row to what it is about.
pub(super) fn open(app: &mut App) {
    match app.view {
        View::Bulletins => {}
        View::Search => search::jump(app),
        View::Figures => figures::jump(app),
    }
}

/// One step back within the view; returns whether there was one.
pub(super) fn back(app: &mut App) -> bool {
    match app.view {
        View::Bulletins | View::Search => false,
        View::Figures => figures::close(app),
    }
}

/// Selects the row at a position, from 0; the last where there are not so many.
pub(super) fn go(app: &mut App, row: usize) {
    match app.view {
        View::Bulletins => {}
        View::Search => search::go(app, row),
        View::Figures => figures::go(app, row),
    }
}

/// To the selected row of the next issue, or of the one before.
pub(super) fn issue(app: &mut App, steps: isize) {
    match app.view {
        View::Bulletins => {}
        View::Search => {
            if !search::issue(app, steps) {
                app.say(if steps > 0 { Msg::LastIssue } else { Msg::FirstIssue });
            }
        }
        View::Figures => figures::issue(app, steps),
    }
}

/// The other order.
pub(super) fn reverse(app: &mut App) {
    match app.view {
        View::Bulletins | View::Search => {}
        View::Figures => figures::reverse(app),
    }
}

/// The rows that a list has room for in an area.
pub(super) fn lines(app: &App, area: Area) -> usize {
    match app.view {
        View::Bulletins => area.lines(),
        View::Search => Search::lines(app.search.results(), area),
        View::Figures => usize::from(Parts::of(area).rows.height),
    }
}

/// Scrolls so that the selected row is shown in an area.
pub(super) fn reveal(app: &mut App, area: Area) {
    match app.view {
        View::Bulletins => {}
        View::Search => app.search.reveal(area),
        View::Figures => app.figures.reveal(area),
    }
}

/// The view is shown: the text follows its selection, and its work goes on.
pub(super) fn enter(app: &mut App) {
    match app.view {
        View::Bulletins => {}
        View::Search => search::enter(app),
        View::Figures => figures::enter(app),
    }
}

/// The view is left: nobody waits for its work.
pub(super) fn leave(app: &mut App) {
    match app.view {
        View::Bulletins | View::Search => {}
        View::Figures => app.figures.stop(),
    }
}

fn step_hit(app: &mut App, steps: isize) {
    if !search::walk(app, steps) {
        app.say(if steps > 0 { Msg::LastHit } else { Msg::FirstHit });
    }
}
