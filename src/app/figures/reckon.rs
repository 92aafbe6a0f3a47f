//! What the figures of one unit come to, worked out behind the keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::work::{Outcome, Runs, Task, Ticket};
use crate::app::{App, Effect};
use crate::table::Total;

/// The group, by the position of its first figure, and the unit that a total is of.
type Key = (Option<usize>, String);

/// The totals that were reckoned in the order that holds.
#[derive(Debug, Default)]
pub(super) struct Reckoned {
    wanted: Key,
    totals: BTreeMap<Key, Option<Total>>,
    reckoning: Option<Ticket>,
}

impl Reckoned {
    pub(super) fn unit(&self) -> &str {
        &self.wanted.1
    }

    pub(super) fn total(&self) -> Option<&Total> {
        self.totals.get(&self.wanted)?.as_ref()
    }

    /// The order has changed: nothing that was reckoned holds any more.
    pub(super) fn forget(&mut self) {
        self.stop();
        self.totals.clear();
    }

    pub(super) fn stop(&mut self) {
        if let Some(ticket) = self.reckoning.take() {
            ticket.stop();
        }
    }

    /// Something came of the work.
    pub(super) fn worked(&mut self, number: u64, outcome: Outcome) {
        if self.reckoning.as_ref().is_none_or(|ticket| !ticket.is(number)) {
            return;
        }
        match outcome {
            Outcome::Totals(totals) => {
                self.totals.insert(self.wanted.clone(), totals.into_iter().next().flatten());
            }
            Outcome::Ended => self.reckoning = None,
            _ => {}
        }
    }
}

/// Lets the figures of a unit be added up, in the group of the selected one.
pub(super) fn reckon(app: &mut App, unit: String) {
    let figures = &mut app.figures;
    let heading = figures.arranged.heading_of(figures.position());
    let (group, run) = match heading {
        Some(heading) => (Some(heading.first), heading.first..heading.first + heading.count),
        None => (None, 0..figures.arranged.spots().len()),
    };
    let key = (group, unit);
    let reckoned = &mut figures.reckoned;
    if reckoned.wanted == key && (reckoned.reckoning.is_some() || reckoned.totals.contains_key(&key)) {
        return;
    }
    reckoned.stop();
    reckoned.wanted = key;
    if reckoned.totals.contains_key(&reckoned.wanted) {
        return;
    }
    let runs = Runs {
        library: app.library.clone(),
        sheets: Arc::clone(&figures.sheets),
        arranged: Arc::clone(&figures.arranged),
        ranges: vec![run],
        unit: reckoned.wanted.1.clone(),
        filter: figures.query.filter.clone(),
    };
    let (ticket, work) = app.tickets.work(Task::Total(runs));
    reckoned.reckoning = Some(ticket);
    app.asked.push(Effect::Work(work));
}
