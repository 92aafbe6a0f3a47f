//! The list of the figures of all bulletins, or of a part of one.

use std::sync::Arc;

use super::work::{Outcome, Task, Ticket};
use super::{App, Area, Effect, Selection, View, trail};
use crate::bulletin::{Node, Place};
use crate::library::{Id, Library};
use crate::message::{Lang, Msg};
use crate::table::{
    Arranged, Column, Filter, FilterError, GroupBy, Issue, Line, Query, Row, Sheets, Sort, Spot,
};

/// The list of figures. The selection stands on a figure, never on the head of a group.
#[derive(Debug, Default)]
pub struct Figures {
    sheets: Arc<Sheets>,
    query: Query,
    arranged: Arranged,
    /// How many sheets there were when the figures were put in order last.
    arranged_of: usize,
    /// The selected figure; while there is none, the first from `home` on will be.
    selected: Option<Spot>,
    selection: Selection,
    /// What was being read when the list was opened.
    home: Home,
    filter: Written,
    reading: Option<Ticket>,
    arranging: Option<Ticket>,
}

/// Where the parts of the list stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// The names of the columns; `None` where the list is too low for them.
    pub names: Option<Area>,
    /// The figures.
    pub rows: Area,
    /// What they come to.
    pub sum: Area,
}

impl Parts {
    /// The parts of a list in an area whose first row is its head.
    pub fn of(area: Area) -> Self {
        let lines = area.height.saturating_sub(1);
        let top = u16::from(lines >= 6);
        let sum = match lines {
            0..2 => 0,
            2..9 => 1,
            9..15 => 2,
            _ => 3,
        };
        let names = Area { y: area.y + 1, height: top, ..area };
        let rows = Area { y: names.y + top, height: lines - top - sum, ..area };
        let sum = Area { y: rows.y + rows.height, height: sum, ..area };
        Self { names: (top > 0).then_some(names), rows, sum }
    }
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
        self.arranged = arranged;
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
            point(app);
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
        _ => {}
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
        return;
    };
    let (id, span, sentence, figure) = (row.id, row.span, row.sentence.clone(), row.figure.span.clone());
    app.figures.home = Home { id: Some(id), place: row.place.clone(), start: span.start };
    app.open(id);
    app.details.point_at(Some((span, sentence.start, figure)));
    app.arrange();
}

pub(super) fn step(app: &mut App, steps: isize) {
    let position = app.figures.position();
    let there = position.saturating_add_signed(steps);
    go(app, there);
    if app.figures.position() == position {
        app.say(if steps > 0 { Msg::LastFigure } else { Msg::FirstFigure });
    }
}

pub(super) fn go(app: &mut App, position: usize) {
    app.figures.select(position);
    point(app);
    app.arrange();
}

/// To the first figure of the next issue in the list, or of the one before.
pub(super) fn issue(app: &mut App, steps: isize) {
    let position = app.figures.position();
    let spots = app.figures.arranged.spots();
    let Some(here) = spots.get(position).copied() else { return };
    let other = |spot: &Spot| spot.id != here.id;
    let there = if steps > 0 {
        spots.iter().skip(position).position(other).map(|after| position + after)
    } else {
        let last = spots.iter().take(position).rposition(other);
        last.map(|last| {
            let id = spots.get(last).map(|spot| spot.id);
            spots.iter().take(last).rposition(|spot| Some(spot.id) != id).map_or(0, |before| before + 1)
        })
    };
    match there {
        Some(position) => go(app, position),
        None => app.say(if steps > 0 { Msg::LastIssue } else { Msg::FirstIssue }),
    }
}

/// From the selected figure to its sentence.
pub(super) fn jump(app: &mut App) {
    if app.figures.selected.is_some() {
        trail::leave_list(app);
    }
}

/// The next column to sort by, or the one of a number; after the last one the library's order.
pub(super) fn sort(app: &mut App, number: Option<usize>) {
    let query = &mut app.figures.query;
    let now = query.sort.and_then(|sort| Column::ALL.iter().position(|column| *column == sort.column));
    let next = number.map_or_else(|| now.map_or(0, |now| now + 1), |number| number - 1);
    query.sort = Column::ALL.get(next).map(|&column| Sort { column, descending: false });
    arrange(app);
}

/// The other order.
pub(super) fn reverse(app: &mut App) {
    let sort = &mut app.figures.query.sort;
    let Sort { column, descending } = sort.unwrap_or(Sort { column: Column::Issue, descending: false });
    *sort = Some(Sort { column, descending: !descending });
    arrange(app);
}

/// The next grouping; after the last one none.
pub(super) fn group(app: &mut App) {
    let group = &mut app.figures.query.group;
    let now = group.and_then(|group| GroupBy::ALL.iter().position(|other| *other == group));
    *group = GroupBy::ALL.get(now.map_or(0, |now| now + 1)).copied();
    arrange(app);
}

/// A narrower scope: from all bulletins to the one that is being read, its article, its section; after
/// the narrowest all of them.
pub(super) fn scope(app: &mut App) {
    let Home { id, place, .. } = &app.figures.home;
    let narrower = match (&app.figures.query.scope, id) {
        (_, None) => return,
        (None, Some(id)) => Some((*id, Place::default())),
        (Some((id, now)), _) => {
            let longer = |steps: usize| Place(place.0.iter().take(steps).copied().collect());
            let next = (now.0.len() + 1..=place.0.len()).map(longer);
            next.into_iter().find(|next| next.0.last() != Some(&0)).map(|next| (*id, next))
        }
    };
    app.figures.query.scope = narrower;
    arrange(app);
}

/// The filter is written: it holds as soon as it is right.
pub(super) fn written(app: &mut App, text: &str) {
    text.clone_into(&mut app.figures.filter.text);
    match Filter::parse(text) {
        Ok(filter) => {
            app.figures.filter.error = None;
            if filter != app.figures.query.filter {
                app.figures.query.filter = filter;
                arrange(app);
            }
        }
        Err(error) => app.figures.filter.error = Some(error),
    }
}

/// What is wrong with a filter, without its place, which is shown otherwise.
pub(super) fn told(error: &FilterError, lang: Lang) -> String {
    let message = error.message(lang);
    let place = Msg::FilterAt.fill(lang, &[&(error.at + 1).to_string()]);
    message.strip_prefix(&place).unwrap_or(&message).to_owned()
}
