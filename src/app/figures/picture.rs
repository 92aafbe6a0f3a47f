//! The figures as a picture in the place of their list.

use std::sync::Arc;

use super::Figures;
use crate::app::work::{Outcome, Task, Ticket};
use crate::app::{App, Effect};
use crate::chart::{Chart, Kind, Wanted};
use crate::library::Library;
use crate::table::Row;

/// A picture of the figures that are listed, in the unit of the one that was selected.
#[derive(Debug)]
pub struct Picture {
    kind: Kind,
    unit: String,
    /// What the selected figure counts, for a picture through time.
    noun: Option<String>,
    chart: Option<Chart>,
    /// The first line that is shown.
    top: usize,
    drawing: Option<Ticket>,
}

impl Picture {
    /// The picture; `None` while it is worked out, and where nothing can be drawn.
    pub fn chart(&self) -> Option<&Chart> {
        self.chart.as_ref()
    }

    /// Whether it is being worked out.
    pub const fn is_busy(&self) -> bool {
        self.drawing.is_some()
    }

    /// The first line that is shown.
    pub fn top(&self) -> usize {
        self.top
    }

    /// The unit that is drawn.
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Scrolls to a line; no further than the last one.
    pub(super) fn go(&mut self, line: usize) {
        let lines = self.chart.as_ref().map_or(0, |chart| chart.bars.len());
        self.top = if self.kind == Kind::Bar { line.min(lines.saturating_sub(1)) } else { 0 };
    }

    pub(super) fn stop(&mut self) {
        if let Some(ticket) = self.drawing.take() {
            ticket.stop();
        }
    }

    /// Something came of the work; returns whether it was for the picture.
    pub(super) fn worked(&mut self, number: u64, outcome: &Outcome) {
        if self.drawing.as_ref().is_none_or(|ticket| !ticket.is(number)) {
            return;
        }
        match outcome {
            Outcome::Chart(chart) => {
                self.chart = chart.as_deref().cloned();
                self.go(self.top);
            }
            Outcome::Ended => self.drawing = None,
            _ => {}
        }
    }
}

/// The next kind of picture; after the last one the list again.
pub(in crate::app) fn turn(app: &mut App) {
    let next = match app.figures.picture.as_ref().map(|picture| picture.kind) {
        None => Kind::Bar,
        Some(Kind::Bar) => Kind::Spark,
        Some(Kind::Spark) => {
            close(app);
            return;
        }
    };
    let (unit, noun) = match app.figures.picture.take() {
        Some(mut before) => {
            before.stop();
            (before.unit, before.noun)
        }
        None => selected(&app.figures, &app.library),
    };
    app.figures.picture = Some(Picture { kind: next, unit, noun, chart: None, top: 0, drawing: None });
    draw(app);
}

/// Shows the list again; returns whether there was a picture.
pub(in crate::app) fn close(app: &mut App) -> bool {
    let picture = app.figures.picture.take();
    picture.map(|mut picture| picture.stop()).is_some()
}

/// Lets the picture be drawn anew, where there is one.
pub(super) fn draw(app: &mut App) {
    let columns = app.layout().list.map_or(app.size.0, |area| area.width);
    let Some(picture) = &mut app.figures.picture else { return };
    picture.stop();
    let wanted = Wanted {
        kind: picture.kind,
        query: app.figures.query.clone(),
        unit: Some(picture.unit.clone()),
        noun: picture.noun.clone().filter(|_| picture.kind == Kind::Spark),
        columns: usize::from(columns),
    };
    let task = Task::Chart(app.library.clone(), Arc::clone(&app.figures.sheets), Box::new(wanted));
    let (ticket, work) = app.tickets.work(task);
    picture.drawing = Some(ticket);
    app.asked.push(Effect::Work(work));
}

/// The unit of the selected figure, and what it counts.
fn selected(figures: &Figures, library: &Library) -> (String, Option<String>) {
    let row = figures.selected.and_then(|spot| figures.row(library, spot));
    let noun = row.as_ref().and_then(Row::noun).map(|noun| noun.split_whitespace().collect());
    (row.map(|row| row.figure.unit.to_string()).unwrap_or_default(), noun)
}
