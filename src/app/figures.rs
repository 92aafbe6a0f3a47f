//! The list of the figures of all bulletins, or of a part of one.

mod keys;
mod parts;
mod picture;
mod reckon;

use std::sync::Arc;

use super::work::{Outcome, Task, Ticket};
use super::{App, Area, Effect, Selection, View, trail};
use crate::bulletin::{Node, Place};
use crate::library::{Id, Library};
use crate::search::Articles;
use crate::table::{Arranged, FilterError, Issue, Line, Query, Row, Sheets, Spot, Total};
pub(super) use keys::{filter, go, group, issue, jump, reverse, scope, sort, step, sum, told};
pub use parts::Parts;
pub use picture::Picture;
pub(super) use picture::{close, turn};
use reckon::Reckoned;

/// The list of figures. The selection stands on a figure, never on the head of a group.
#[derive(Debug, Default)]
pub struct Figures {
    sheets: Arc<Sheets>,
    query: Query,
    arranged: Arc<Arranged>,
    /// How many sheets there were when the figures were put in order last.
    arranged_of: usize,
    /// The selected figure; while there is none, the first from `home` on will be.
    selected: Option<Spot>,
    selection: Selection,
    /// What was being read when the list was opened.
    home: Home,
    filter: Written,
    reckoned: Reckoned,
    picture: Option<Picture>,
    reading: Option<Ticket>,
    arranging: Option<Ticket>,
}

/// A part of a bulletin, and the byte of the bulletin's text where it begins.
#[derive(Debug, Default)]
struct Home {
    id: Option<Id>,
    place: Place,
    start: u32,
}

/// The filter as it is written.
#[derive(Debug, Default)]
struct Written {
    text: String,
    error: Option<FilterError>,
}

impl Figures {
    /// The figures in order.
    pub fn arranged(&self) -> &Arranged {
        &self.arranged
    }

    /// Which figures, and in which order.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The filter as it is written.
    pub fn written(&self) -> &str {
        &self.filter.text
    }

    /// What is wrong with the filter as it is written; the one before holds until it is right.
    pub fn error(&self) -> Option<&FilterError> {
        self.filter.error.as_ref()
    }

    /// Where the selection and the scrolling stand, in lines of [`Arranged::line`].
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// The position of the selected figure among all that are listed, from 0.
    pub fn position(&self) -> usize {
        self.arranged.position_at(self.selection.row)
    }

    /// How many bulletins were read for their figures.
    pub fn read(&self) -> usize {
        self.sheets.len()
    }

    /// Whether the figures are still being read or put in order.
    pub const fn is_busy(&self) -> bool {
        self.reading.is_some() || self.arranging.is_some()
    }

    /// The unit of the selected figure, which the sum is of; empty where none is selected.
    pub fn unit(&self) -> &str {
        self.reckoned.unit()
    }

    /// The picture in the place of the list.
    pub fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    /// What the figures of that unit come to, in the group of the selected one; `None` until it is
    /// reckoned.
    pub fn total(&self) -> Option<&Total> {
        self.reckoned.total()
    }

    /// The figure of a spot with where it stands; `None` for a spot of another library.
    pub fn row<'a>(&self, library: &'a Library, spot: Spot) -> Option<Row<'a>> {
        let entry = library.get(spot.id)?;
        // The position in the library's order matters for sorting only.
        let issue = Issue { id: spot.id, entry, name: library.name(spot.id).into(), position: 0 };
        self.sheets.get(&spot.id)?.row(spot.at as usize, &issue)
    }

    pub(super) fn reveal(&mut self, area: Area) {
        let lines = usize::from(Parts::of(area).rows.height);
        let above = self.selection.row.checked_sub(1).and_then(|line| self.arranged.line(line));
        let heads = usize::from(matches!(above, Some(Line::Heading(_))));
        self.selection.reveal(heads, lines, self.arranged.lines());
    }

    pub(super) fn stop(&mut self) {
        for ticket in [self.reading.take(), self.arranging.take()].into_iter().flatten() {
            ticket.stop();
        }
        self.reckoned.stop();
        if let Some(picture) = &mut self.picture {
            picture.stop();
        }
    }

    /// Selects the figure at a position; the last where there are not so many.
    fn select(&mut self, position: usize) {
        let position = position.min(self.arranged.spots().len().saturating_sub(1));
        self.selected = self.arranged.spots().get(position).copied();
        self.selection.row = self.arranged.line_of(position);
    }

    /// Takes another order. The figure that was selected stays so; where it is gone, the one in its
    /// place is.
    fn take(&mut self, arranged: Arranged) {
        let before = self.position();
        let wanted = self.selected.or_else(|| self.nearest());
        self.arranged = Arc::new(arranged);
        let found = wanted.and_then(|spot| self.arranged.position(spot));
        self.select(found.unwrap_or(if self.selected.is_some() { before } else { 0 }));
    }

    /// The first figure from what was being read on, else the last of that bulletin.
    fn nearest(&self) -> Option<Spot> {
        let id = self.home.id?;
        let sheet = self.sheets.get(&id)?;
        let at = sheet.first_from(self.home.start).min(sheet.len().checked_sub(1)?);
        Some(Spot { id, at: at as u32 })
    }
}

/// Opens the list; from the list, back to where it was opened.
pub(super) fn open(app: &mut App) {
    if app.view == View::Figures {
        trail::back(app);
        return;
    }
    let before = app.trail.len();
    let home = Home { id: app.current(), place: app.place(), start: start_of(app) };
    trail::turn_to(app, View::Figures);
    if app.trail.len() > before {
        // Opened anew: the scope of another time would hide what is being read.
        app.figures.home = home;
        app.figures.selected = None;
        app.figures.query.scope = None;
        enter(app);
    }
}

/// Where the part that is being read begins in the bulletin's text.
fn start_of(app: &App) -> u32 {
    let entry = app.current().and_then(|id| app.library.get(id));
    entry.and_then(|entry| entry.bulletin.node(&app.place())).map_or(0, Node::start)
}

/// The list is shown: it goes on reading, and the text follows it.
pub(super) fn enter(app: &mut App) {
    read_on(app);
    arrange(app);
    point(app);
}

/// Something came of the work.
pub(super) fn worked(app: &mut App, number: u64, outcome: Outcome) {
    let figures = &mut app.figures;
    let is = |ticket: &Option<Ticket>| ticket.as_ref().is_some_and(|ticket| ticket.is(number));
    match outcome {
        Outcome::Sheets(sheets) if is(&figures.reading) => {
            Arc::make_mut(&mut figures.sheets).extend(sheets);
            // The more there are, the rarer they are put in order anew.
            if figures.arranging.is_none() && figures.sheets.len() >= figures.arranged_of * 3 / 2 {
                arrange(app);
            }
        }
        Outcome::Arranged(arranged) if is(&figures.arranging) => {
            figures.take(arranged);
            figures.reckoned.forget();
            point(app);
            picture::draw(app);
        }
        Outcome::Ended if is(&figures.arranging) => {
            figures.arranging = None;
            if figures.reading.is_none() && figures.arranged_of < figures.sheets.len() {
                arrange(app);
            }
        }
        Outcome::Ended if is(&figures.reading) => {
            figures.reading = None;
            read_on(app);
            arrange(app);
        }
        outcome => {
            if let Some(picture) = &mut figures.picture {
                picture.worked(number, &outcome);
            }
            figures.reckoned.worked(number, outcome);
        }
    }
    app.arrange();
}

/// Reads the bulletins that were not read yet, from the one that is open on.
pub(super) fn read_on(app: &mut App) {
    if app.view != View::Figures || app.figures.reading.is_some() {
        return;
    }
    let ids = app.library.ids();
    let open = ids.iter().position(|id| Some(*id) == app.current()).unwrap_or_default();
    let (before, from) = ids.split_at_checked(open).unwrap_or_default();
    let missing = from.iter().chain(before).filter(|id| !app.figures.sheets.contains_key(id));
    let missing: Vec<Id> = missing.copied().collect();
    if !missing.is_empty() {
        let (ticket, work) = app.tickets.work(Task::Read(app.library.clone(), missing));
        app.figures.reading = Some(ticket);
        app.asked.push(Effect::Work(work));
    }
}

/// Puts the figures in order as they are asked for now.
/// The position of the first figure, from the selected one on and round the end, whose text or noun
/// fits; so many are looked at.
pub(super) fn matching(app: &App, fits: &dyn Fn(&str) -> bool, most: usize) -> Option<usize> {
    let spots = app.figures.arranged.spots();
    let mut order = super::jump::round(app.figures.position(), spots.len()).take(most);
    order.find(|&position| {
        let row = spots.get(position).and_then(|spot| app.figures.row(&app.library, *spot));
        row.is_some_and(|row| fits(row.printed()) || row.noun().is_some_and(fits))
    })
}

/// Lists the figures of these articles only; of all without them.
pub(super) fn narrow(app: &mut App, articles: Option<Arc<Articles>>) {
    app.figures.query.articles = articles;
    if app.view == View::Figures || !app.figures.sheets.is_empty() {
        arrange(app);
    }
}

fn arrange(app: &mut App) {
    let figures = &mut app.figures;
    if let Some(ticket) = figures.arranging.take() {
        ticket.stop();
    }
    let task = Task::Arrange(app.library.clone(), Arc::clone(&figures.sheets), figures.query.clone());
    let (ticket, work) = app.tickets.work(task);
    figures.arranging = Some(ticket);
    figures.arranged_of = figures.sheets.len();
    app.asked.push(Effect::Work(work));
}

/// Lets the text show the selected figure.
fn point(app: &mut App) {
    let Some(row) = app.figures.selected.and_then(|spot| app.figures.row(&app.library, spot)) else {
        app.figures.reckoned = Reckoned::default();
        return;
    };
    let (id, span, sentence, figure) = (row.id, row.span, row.sentence.clone(), row.figure.span.clone());
    let unit = row.figure.unit.to_string();
    app.figures.home = Home { id: Some(id), place: row.place.clone(), start: span.start };
    reckon::reckon(app, unit);
    app.open(id);
    app.details.point_at(Some((span, sentence.start, figure)));
    app.arrange();
}
