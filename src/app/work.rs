//! Work that takes longer than a key may wait: what another thread is to do, and what came of it.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::search::Results;
use crate::chart::{Chart, Wanted};
use crate::library::{Id, Library};
use crate::query;
use crate::search::{self, Articles, Census, Found, Index, Plan, Spread};
use crate::table::{self, Arranged, Filter, Query, Sheet, Sheets, Spot, Total};

/// Bytes of text that are read before the sheets are handed over: some hundredths of a second.
const BATCH: usize = 512 << 10;

/// Something to be done on another thread. Two are alike when they have the same number.
#[derive(Debug, Clone)]
pub struct Work {
    ticket: Ticket,
    task: Task,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub(super) enum Task {
    /// Find the figures of bulletins, in this order.
    Read(Library, Vec<Id>),
    /// Put the figures in order.
    Arrange(Library, Arc<Sheets>, Query),
    /// Look for something, in these bulletins where they are named.
    Search(Library, query::Query, Index, Within),
    /// Read what searches need.
    Prepare(Library, Index),
    /// Choose articles.
    Choose(Library, query::Query, Index),
    /// Work out a picture.
    Chart(Library, Arc<Sheets>, Box<Wanted>),
    /// Add up the figures of one unit in runs of the order.
    Total(Runs),
}

/// Where to look.
#[derive(Debug, Clone, Default)]
pub(super) struct Within {
    /// In these bulletins only.
    pub ids: Option<Vec<Id>>,
    /// In these articles only.
    pub articles: Option<Arc<Articles>>,
}

/// Figures to be added up.
#[derive(Debug, Clone)]
pub(super) struct Runs {
    pub(super) library: Library,
    pub(super) sheets: Arc<Sheets>,
    pub(super) arranged: Arc<Arranged>,
    /// Positions in the order; each range has a total of its own.
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) unit: String,
    pub(super) filter: Filter,
}

/// What came of a piece of work; there may be several parts.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// The figures of some bulletins.
    Sheets(Vec<(Id, Arc<Sheet>)>),
    /// The figures in order.
    Arranged(Arranged),
    /// What was looked for, found.
    Hits(Box<Results>),
    /// Words that were found by their sound, with how often, the most frequent first.
    Heard(Vec<(String, usize)>),
    /// The articles that were chosen.
    Chosen(Articles),
    /// What the runs come to; `None` for a run without figures of the unit.
    Totals(Vec<Option<Total>>),
    /// A picture; `None` where nothing can be drawn.
    Chart(Option<Box<Chart>>),
    /// Nothing more will come.
    Ended,
}

/// Names a piece of work, and can stop it.
#[derive(Debug, Clone)]
pub(super) struct Ticket {
    number: u64,
    stopped: Arc<AtomicBool>,
}

/// Numbers the pieces of work.
#[derive(Debug, Default)]
pub struct Tickets(u64);

impl Tickets {
    /// A new piece of work with the ticket that names it.
    pub(super) fn work(&mut self, task: Task) -> (Ticket, Work) {
        self.0 += 1;
        let ticket = Ticket { number: self.0, stopped: Arc::default() };
        (ticket.clone(), Work { ticket, task })
    }
}

impl Ticket {
    /// Whether it names this piece of work.
    pub(super) const fn is(&self, number: u64) -> bool {
        self.number == number
    }

    /// Asks the work to stop; what it still tells is not for anybody.
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

impl Work {
    /// The number of the work, for [`Event::Worked`](super::Event::Worked).
    pub const fn number(&self) -> u64 {
        self.ticket.number
    }

    /// Does the work and tells what comes of it, part by part; ends early when `tell` says no or
    /// nobody waits for it any more. That it ended is for the caller to tell. What can be done in
    /// pieces is handed to `spread`.
    pub fn run(self, spread: Spread<'_>, tell: &mut dyn FnMut(Outcome) -> bool) {
        let ticket = self.ticket;
        match self.task {
            Task::Read(library, ids) => read(&library, &ids, &ticket, tell),
            Task::Choose(library, query, index) => {
                let plan = Plan::new(&query, &Census::of(&library)).with_index(index);
                if let Some(found) = look(&library, &plan, &Within::default(), (&ticket, spread)) {
                    tell(Outcome::Chosen(Articles::of(&found)));
                }
            }
            Task::Search(library, query, index, within) => {
                let plan = Plan::new(&query, &Census::of(&library)).with_index(index);
                if let Some(found) = look(&library, &plan, &within, (&ticket, spread)) {
                    let results = Results::new(found);
                    let found = results.sounds.then(|| results.found.clone());
                    // To count the words takes a while longer: what was found need not wait for them.
                    if tell(Outcome::Hits(Box::new(results)))
                        && let Some(found) = found
                    {
                        tell(Outcome::Heard(search::heard(&found, &library, spread)));
                    }
                }
            }
            Task::Prepare(library, index) => search::prepare(&library, &index, spread),
            Task::Arrange(library, sheets, query) => {
                let arranged = table::arrange(&library, &sheets, &query, &|| !ticket.is_stopped());
                if let Some(arranged) = arranged {
                    tell(Outcome::Arranged(arranged));
                }
            }
            Task::Chart(library, sheets, wanted) => {
                let chart = Chart::of(&library, &sheets, &wanted, &|| !ticket.is_stopped());
                tell(Outcome::Chart(chart.map(Box::new)));
            }
            Task::Total(runs) => {
                if let Some(totals) = runs.totals(&ticket) {
                    tell(Outcome::Totals(totals));
                }
            }
        }
    }
}

impl Runs {
    fn totals(&self, ticket: &Ticket) -> Option<Vec<Option<Total>>> {
        let spots = self.arranged.spots();
        let runs = self.ranges.iter().map(|run| spots.get(run.clone()).unwrap_or_default());
        let runs: Vec<&[Spot]> = runs.collect();
        let of = (self.unit.as_str(), &self.filter);
        table::totals(&self.library, &self.sheets, &runs, of, &|| !ticket.is_stopped())
    }
}

impl PartialEq for Work {
    fn eq(&self, other: &Self) -> bool {
        self.number() == other.number()
    }
}

impl Eq for Work {}

impl Outcome {
    /// Whether a person waits for it; else it is news.
    pub const fn is_awaited(&self) -> bool {
        !matches!(self, Self::Sheets(_) | Self::Ended)
    }
}

fn read(library: &Library, ids: &[Id], ticket: &Ticket, tell: &mut dyn FnMut(Outcome) -> bool) {
    let mut batch = Vec::new();
    let mut bytes = 0;
    for &id in ids {
        if ticket.is_stopped() {
            return;
        }
        let Some(entry) = library.get(id) else { continue };
        batch.push((id, Arc::new(Sheet::of(&entry.bulletin))));
        bytes += entry.bulletin.text.as_str().len();
        if bytes >= BATCH {
            bytes = 0;
            if !tell(Outcome::Sheets(std::mem::take(&mut batch))) {
                return;
            }
        }
    }
    tell(Outcome::Sheets(batch));
}

/// What the bulletins hold, in order; `None` where nobody waits for it any more.
fn look(
    library: &Library,
    plan: &Plan,
    within: &Within,
    (ticket, spread): (&Ticket, Spread<'_>),
) -> Option<Found> {
    let ids = within.ids.clone().unwrap_or_else(|| library.loaded().collect());
    let mut found = plan.search(library, &ids, spread, &|| !ticket.is_stopped())?;
    if let Some(articles) = &within.articles {
        articles.keep(&mut found);
    }
    Some(found)
}
