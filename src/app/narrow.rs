//! The filter: which articles of which issues there are, as long as it stands.

use std::sync::Arc;

use super::work::{Outcome, Task, Ticket};
use super::{App, Effect, figures, search};
use crate::library::Id;
use crate::query::{Query, QueryError};
use crate::search::Articles;

/// The filter as it is written, and what it chooses.
#[derive(Debug, Default)]
pub struct Narrow {
    written: String,
    query: Query,
    articles: Option<Arc<Articles>>,
    choosing: Option<Ticket>,
    /// How many bulletins it was held against.
    of_bulletins: usize,
}

impl Narrow {
    /// The filter as it is written; empty where there is none.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What could not be understood.
    pub fn error(&self) -> Option<&QueryError> {
        self.query.errors.first()
    }

    /// What is chosen; `None` for everything.
    pub fn articles(&self) -> Option<&Arc<Articles>> {
        self.articles.as_ref()
    }
}

/// The filter is written: it holds while it is.
pub(super) fn written(app: &mut App, text: &str) {
    text.trim().clone_into(&mut app.narrow.written);
    app.narrow.query = app.saved.read(text);
    begin(app);
}

/// Chooses anew where there are more bulletins than the filter was held against.
pub(super) fn read_on(app: &mut App) {
    let (read, chosen) = (app.library.len(), app.narrow.of_bulletins);
    let many = app.loading.done || read >= chosen * 3 / 2;
    if !app.narrow.query.is_empty() && read != chosen && many && app.narrow.choosing.is_none() {
        begin(app);
    }
}

fn begin(app: &mut App) {
    if let Some(ticket) = app.narrow.choosing.take() {
        ticket.stop();
    }
    app.narrow.of_bulletins = app.library.len();
    if app.narrow.query.is_empty() {
        return take(app, None);
    }
    let index = app.search.index(app.library.len());
    let task = Task::Choose(app.library.clone(), app.narrow.query.clone(), index);
    let (ticket, work) = app.tickets.work(task);
    app.narrow.choosing = Some(ticket);
    app.asked.push(Effect::Work(work));
}

/// Something came of the work.
pub(super) fn worked(app: &mut App, number: u64, outcome: Outcome) {
    if !app.narrow.choosing.as_ref().is_some_and(|ticket| ticket.is(number)) {
        return;
    }
    match outcome {
        Outcome::Chosen(articles) => take(app, Some(Arc::new(articles))),
        Outcome::Ended => {
            app.narrow.choosing = None;
            read_on(app);
        }
        _ => {}
    }
}

/// Everything that shows bulletins follows.
fn take(app: &mut App, articles: Option<Arc<Articles>>) {
    if app.narrow.articles == articles {
        return;
    }
    app.narrow.articles.clone_from(&articles);
    app.issues.narrow(articles.clone());
    app.issues.rebuild(&app.library);
    let is_there = |id: &Id| articles.as_ref().is_none_or(|articles| articles.holds(*id));
    match app.current().filter(is_there).or(app.issues.first()) {
        Some(id) => {
            app.outline.narrow(id, articles.as_deref());
            app.open(id);
        }
        // Nothing is chosen: what is open stays, and the list says why it is empty.
        None => app.arrange(),
    }
    search::again(app);
    figures::narrow(app, articles);
}
