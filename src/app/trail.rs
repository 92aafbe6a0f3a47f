//! The way back: what was on the screen before each jump from one view to another.

use super::details::Anchor;
use super::{App, Focus, View, list};
use crate::library::Id;

/// The steps back, the last one first to go. A list view stands on it once at most, so that its
/// pane is as it was when the way leads back to it.
#[derive(Debug, Default)]
pub struct Trail {
    steps: Vec<Step>,
}

/// What was on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    view: View,
    focus: Focus,
    zoomed: bool,
    reading: Option<(Id, Anchor)>,
}

impl Trail {
    /// How many steps lead back.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether nothing was on the screen before.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// Goes to another view; [`back`] leads to what is on the screen now. A view that the way came from is
/// gone back to.
pub(super) fn turn_to(app: &mut App, view: View) {
    if let Some(index) = app.trail.steps.iter().position(|step| step.view == view && view.is_list()) {
        app.trail.steps.truncate(index + 1);
        back(app);
        return;
    }
    let reading = app.current().map(|id| (id, app.details.anchor()));
    app.trail.steps.push(Step { view: app.view, focus: app.focus, zoomed: app.zoomed, reading });
    app.view = view;
    app.focus = if view.is_list() { Focus::List } else { Focus::Details };
    app.zoomed = false;
    app.arrange();
}

/// From a list view to the panes of the issue that is open; [`back`] leads to the list. Nothing
/// happens where those panes are shown.
pub(super) fn leave_list(app: &mut App) {
    if app.view.is_list() {
        turn_to(app, View::Bulletins);
    }
}

/// One step back: everything is as it was before the jump. Returns whether there was a step.
pub(super) fn back(app: &mut App) -> bool {
    let Some(step) = app.trail.steps.pop() else {
        return false;
    };
    list::leave(app);
    app.view = step.view;
    app.focus = step.focus;
    app.zoomed = step.zoomed;
    app.details.point_at(None);
    if let Some((id, anchor)) = step.reading {
        app.open(id);
        app.details.return_to(anchor);
    }
    list::enter(app);
    app.arrange();
    true
}
