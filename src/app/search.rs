//! What was found in all bulletins: a list of issues, articles and places, searched while it is asked
//! for.

use std::sync::Arc;

use super::work::{Outcome, Task, Ticket, Within};
use super::{App, Area, Effect, Selection, View, jump, trail};
use crate::bulletin::{Place, Span};
use crate::library::Id;
use crate::query::{Query, QueryError, Words};
use crate::search::{Census, Field, Found, Hit, Index, IssueHits, Mark, Matcher, narrows};

/// Queries that are remembered.
pub const REMEMBERED: usize = 50;

/// What was looked for, and what was found. The selection stands on a hit, never on the head of an
/// issue or an article.
#[derive(Debug, Default)]
pub struct Search {
    written: String,
    query: Query,
    results: Results,
    /// The query that the results are of.
    of: Query,
    /// How many bulletins were searched for them.
    searched: usize,
    /// How many bulletins there were when the search began that goes on now, or was the last.
    of_bulletins: usize,
    selection: Selection,
    searching: Option<Ticket>,
    index: Index,
    /// What was looked for before, the latest last.
    pub history: Vec<String>,
    /// How many bulletins searches are prepared for.
    prepared: usize,
}

/// What was found, as the lines of a list.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// The issues, the best first.
    pub found: Arc<Found>,
    /// The lines of the list.
    pub lines: Vec<HitLine>,
    /// How many places there are.
    pub count: usize,
    /// Whether words were found by their sound.
    pub sounds: bool,
    /// These words, with how often, the most frequent first; they come a little later.
    pub heard: Vec<(String, usize)>,
}

/// A line of the list; the numbers are indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitLine {
    /// The head of an issue.
    Issue(u32),
    /// The head of an article of an issue.
    Article(u32, u32),
    /// A hit in an article of an issue.
    Hit(u32, u32, u32),
}

impl Results {
    /// The list of what was found.
    pub(super) fn new(found: Found) -> Self {
        let count = found.count();
        let mut lines = Vec::with_capacity(count + 2 * found.len());
        for (issue, hits) in (0..).zip(found.issues()) {
            lines.push(HitLine::Issue(issue));
            for (article, hits) in (0..).zip(hits.articles()) {
                // What stands on the issue's card has no article, and a title that was found is its head.
                let has_title = hits.hits().next().is_some_and(|hit| hit.field == Field::Title);
                lines.extend((hits.number() > 0 && !has_title).then_some(HitLine::Article(issue, article)));
                lines.extend((0..).zip(hits.hits()).map(|(hit, _)| HitLine::Hit(issue, article, hit)));
            }
        }
        Self { sounds: found.has_sounds(), found: found.into(), lines, count, heard: Vec::new() }
    }

    /// The issue and the hit of a line; `None` for a head.
    pub fn hit(&self, line: usize) -> Option<(Id, Hit<'_>)> {
        let &HitLine::Hit(issue, article, hit) = self.lines.get(line)? else {
            return None;
        };
        let issue = self.found.issue(issue as usize)?;
        Some((issue.id(), issue.article(article as usize)?.hit(hit as usize)?))
    }

    /// The most frequent word that was found behind letters.
    pub(super) fn sounding(&self, letters: &str) -> Option<&str> {
        let matcher = Matcher::new(&Words::Word(letters.to_owned()), &Census::default());
        let whole = |word: &str| matcher.all(word).iter().any(|mark| mark.span == Span::new(0, word.len()));
        self.heard.iter().map(|(word, _)| word.as_str()).find(|word| whole(word))
    }

    /// The bulletins, in the order in which they were loaded.
    fn ids(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = self.found.issues().map(IssueHits::id).collect();
        ids.sort_unstable();
        ids
    }

    fn is_hit(&self, line: usize) -> bool {
        matches!(self.lines.get(line), Some(HitLine::Hit(..)))
    }

    /// The first line with a hit from a line on, or before it.
    fn near(&self, line: usize) -> usize {
        let line = line.min(self.lines.len());
        let after = (line..self.lines.len()).find(|&line| self.is_hit(line));
        after.or_else(|| (0..line).rev().find(|&line| self.is_hit(line))).unwrap_or_default()
    }
}

impl Search {
    /// What is looked for, as it is written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What could not be understood.
    pub fn error(&self) -> Option<&QueryError> {
        self.query.errors.first()
    }

    /// What was found.
    pub fn results(&self) -> &Results {
        &self.results
    }

    /// Where the selection and the scrolling stand, in lines of the list.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// Whether it is still being searched.
    pub const fn is_busy(&self) -> bool {
        self.searching.is_some()
    }

    /// What is kept from one search to the next, with room for so many bulletins.
    pub(super) fn index(&mut self, bulletins: usize) -> Index {
        self.index.grow(bulletins);
        self.index.clone()
    }

    pub(super) fn reveal(&mut self, area: Area) {
        let above = self.results.lines.iter().take(self.selection.row).rev();
        let heads = above.take_while(|line| !matches!(line, HitLine::Hit(..))).count();
        let lines = Self::lines(&self.results, area);
        self.selection.reveal(heads, lines, self.results.lines.len());
    }

    /// The lines that the list has room for below its head; words that were heard take one.
    pub fn lines(results: &Results, area: Area) -> usize {
        area.lines().saturating_sub(usize::from(Self::shows_heard(results, area)))
    }

    /// Whether the words that were heard have a line of their own.
    pub fn shows_heard(results: &Results, area: Area) -> bool {
        results.sounds && area.lines() >= 5
    }

    fn take(&mut self, results: Results) {
        // Another question begins with its best answer.
        let same = self.of == self.query;
        let before = self.results.hit(self.selection.row).map(|(id, hit)| (id, hit.span)).filter(|_| same);
        self.results = results;
        let is_before = |line: &usize| self.results.hit(*line).map(|(id, hit)| (id, hit.span)) == before;
        let kept = before.and_then(|_| (0..self.results.lines.len()).find(is_before));
        self.selection.row = self.results.near(kept.unwrap_or_default());
        self.of.clone_from(&self.query);
        self.searched = self.of_bulletins;
    }
}

/// Shows the list, and asks what to look for by a line that begins with what was written.
pub(super) fn open(app: &mut App) {
    if app.view != View::Search {
        trail::turn_to(app, View::Search);
        enter(app);
    }
}

/// The list is shown: the text follows it.
pub(super) fn enter(app: &mut App) {
    point(app);
}

/// Reads what searches need while a person begins to write.
pub(super) fn prepare(app: &mut App) {
    let bulletins = app.library.len();
    if app.search.prepared < bulletins {
        app.search.prepared = bulletins;
        let index = app.search.index(bulletins);
        let (_, work) = app.tickets.work(Task::Prepare(app.library.clone(), index));
        app.asked.push(Effect::Work(work));
    }
}

/// What is looked for is written.
pub(super) fn written(app: &mut App, text: &str) {
    text.clone_into(&mut app.search.written);
    app.search.query = app.saved.read(text);
    app.find.look_for(text, app.details.page());
    begin(app);
}

/// What was written is looked for again, and remembered.
pub(super) fn remember(app: &mut App) {
    let search = &mut app.search;
    let written = search.written.trim().to_owned();
    search.history.retain(|other| *other != written);
    if !written.is_empty() {
        search.history.push(written.clone());
        app.asked.push(Effect::Remember(written));
    }
    let over = search.history.len().saturating_sub(REMEMBERED);
    search.history.drain(..over);
}

/// Searches anew where there are more bulletins than were searched.
pub(super) fn read_on(app: &mut App) {
    let (read, searched) = (app.library.len(), app.search.of_bulletins);
    let many = app.loading.done || read >= searched * 3 / 2;
    if !app.search.query.is_empty() && read != searched && many && app.search.searching.is_none() {
        begin(app);
    }
}

/// Searches anew: the filter is another one.
pub(super) fn again(app: &mut App) {
    app.search.of = Query::default();
    if !app.search.query.is_empty() {
        begin(app);
    }
}

fn begin(app: &mut App) {
    let search = &mut app.search;
    if let Some(ticket) = search.searching.take() {
        ticket.stop();
    }
    if search.query.is_empty() {
        search.take(Results::default());
        return;
    }
    let same_bulletins = search.searched == app.library.len();
    // What was found holds all that more words can find.
    let ids = (same_bulletins && narrows(&search.query, &search.of)).then(|| search.results.ids());
    search.of_bulletins = app.library.len();
    let within = Within { ids, articles: app.narrow.articles().cloned() };
    let index = search.index(app.library.len());
    let task = Task::Search(app.library.clone(), search.query.clone(), index, within);
    let (ticket, work) = app.tickets.work(task);
    search.searching = Some(ticket);
    app.asked.push(Effect::Work(work));
}

/// Something came of the work.
pub(super) fn worked(app: &mut App, number: u64, outcome: Outcome) {
    if !app.search.searching.as_ref().is_some_and(|ticket| ticket.is(number)) {
        return;
    }
    match outcome {
        Outcome::Hits(results) => {
            app.search.take(*results);
            if app.view == View::Search {
                point(app);
            }
        }
        Outcome::Heard(heard) => app.search.results.heard = heard,
        Outcome::Ended => {
            app.search.searching = None;
            read_on(app);
        }
        _ => {}
    }
    app.arrange();
}

/// Lets the text show the selected hit.
pub(super) fn point(app: &mut App) {
    let Some((id, hit)) = app.search.results.hit(app.search.selection.row) else {
        return;
    };
    let start = hit.span.start;
    let bytes = |mark: &Mark| (mark.span.start - start) as usize..(mark.span.end - start) as usize;
    let (span, range) = (hit.span, hit.marks.first().map_or(0..0, bytes));
    let on_card = hit.field == Field::Card;
    app.open(id);
    app.details.point_at(Some((span, 0, range)));
    if on_card {
        app.details.select(&Place::default());
    }
    app.arrange();
}

/// Selects the hit so many hits further down, or up; whether there is one.
pub(super) fn walk(app: &mut App, steps: isize) -> bool {
    let results = &app.search.results;
    let row = app.search.selection.row;
    let count = steps.unsigned_abs();
    let there = if steps > 0 {
        (row + 1..results.lines.len()).filter(|&line| results.is_hit(line)).take(count).last()
    } else {
        (0..row).rev().filter(|&line| results.is_hit(line)).take(count).last()
    };
    if let Some(there) = there {
        go(app, there);
    }
    there.is_some()
}

/// The first line, from the selected one on and round the end, whose hit stands in a text that fits;
/// so many are looked at.
pub(super) fn matching(app: &App, fits: &dyn Fn(&str) -> bool, most: usize) -> Option<usize> {
    let results = &app.search.results;
    let mut order = jump::round(app.search.selection.row, results.lines.len()).take(most);
    order.find(|&line| {
        let hit = results.hit(line).and_then(|(id, hit)| Some((app.library.get(id)?, hit)));
        hit.is_some_and(|(entry, hit)| fits(entry.bulletin.text.get(hit.span)))
    })
}

/// Selects the line, or the first hit after it.
pub(super) fn go(app: &mut App, line: usize) {
    app.search.selection.row = app.search.results.near(line);
    point(app);
    app.arrange();
}

/// To the first hit of the next issue in the list, or of the one before; whether there is one.
pub(super) fn issue(app: &mut App, steps: isize) -> bool {
    let lines = &app.search.results.lines;
    let row = app.search.selection.row;
    let is_head = |line: &usize| matches!(lines.get(*line), Some(HitLine::Issue(_)));
    let there =
        if steps > 0 { (row + 1..lines.len()).find(is_head) } else { (0..row).rev().filter(is_head).nth(1) };
    if let Some(there) = there {
        go(app, there);
    }
    there.is_some()
}

/// From the selected hit to its place in the text.
pub(super) fn jump(app: &mut App) {
    if app.search.results.is_hit(app.search.selection.row) {
        trail::leave_list(app);
    }
}
