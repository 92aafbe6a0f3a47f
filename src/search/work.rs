//! What bulletins hold of a query, one after the other.

use std::cmp::Reverse;
use std::mem;

use super::block::{Block, Blocks, Field};
use super::facts::{OfFigure, has_name};
use super::found::{IssueHits, Mark, Part};
use super::index::Kept;
use super::initials::Initials;
use super::place::place;
use super::plan::{Plan, Wanted};
use super::results::age;
use crate::bulletin::{Passages, Place, Span};
use crate::figure::{Figure, figures};
use crate::library::{Entry, Id, Library};
use crate::query::Scope;

/// What hits by the sound of their characters are ranked behind others by.
const BY_SOUND: u32 = 8;

/// The work on some bulletins. What it needs on the way is kept from one to the next.
pub(super) struct Work<'a> {
    plan: &'a Plan,
    found: Part,
    blocks: Blocks<'a>,
    /// Where the words of each clause stand.
    words: Vec<Vec<InScope>>,
    /// What is known of each article; number 0 is the card.
    states: Vec<State>,
    /// The marks of all clauses.
    marks: Vec<Placed>,
    /// The initials of a bulletin that no index has.
    initials: Initials,
}

/// A bulletin that is searched.
#[derive(Clone, Copy)]
struct Issue<'a> {
    entry: &'a Entry,
    /// What is in its articles.
    passages: Passages<'a>,
    /// The name that it has in its library, where that is asked for.
    name: &'a str,
}

/// A place where words of a clause stand, and what they have to stand in.
#[derive(Debug, Clone, Copy)]
struct InScope {
    mark: Mark,
    scope: Scope,
}

/// A mark with what is needed of its block.
#[derive(Debug, Clone, Copy)]
struct Placed {
    /// The index of the block.
    block: u32,
    /// Where the block begins.
    start: u32,
    /// The number of its article.
    article: u32,
    /// What the mark stands in.
    field: Field,
    mark: Mark,
}

/// What is known of an article.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    /// Whether a clause does not hold.
    missed: bool,
    /// The ranks of the clauses' best places, added up.
    rank: u32,
    /// The rank of the best place of the clause at hand.
    best: Option<u32>,
}

impl<'a> Work<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            found: Part::default(),
            blocks: Blocks::default(),
            words: vec![Vec::new(); plan.clauses.len()],
            states: Vec::new(),
            marks: Vec::new(),
            initials: Initials::default(),
        }
    }

    /// What was found by now.
    pub(super) fn into_found(self) -> Part {
        self.found
    }

    /// Adds what a bulletin of a library holds.
    pub(super) fn issue(&mut self, library: &Library, id: Id) {
        let Some(entry) = library.get(id) else { return };
        let name = if self.plan.needs_name() { library.name(id) } else { String::new() };
        let passages = Passages::Parsed(&entry.bulletin.articles);
        self.hold(id, Issue { entry, passages, name: &name }, self.plan.kept(id));
    }

    /// Adds what a bulletin holds that has neither name nor id yet, in place of all that was found before.
    pub(super) fn alone(&mut self, entry: &Entry, passages: Passages<'_>) {
        self.found.clear();
        self.hold(Id::default(), Issue { entry, passages, name: "" }, None);
    }

    /// What was found first by now.
    pub(super) fn first(&self) -> Option<IssueHits<'_>> {
        self.found.issues().next()
    }

    /// The index of the passage that is a run of the bulletin searched last; `None` for a line of the card.
    pub(super) fn passage(&self, run: Span) -> Option<usize> {
        self.blocks.index(run)
    }

    fn hold(&mut self, id: Id, issue: Issue<'_>, kept: Option<&'a Kept>) {
        if !self.plan.may_hold(issue.entry, issue.name) || !self.find_words(kept, issue) {
            return;
        }
        self.blocks.take(issue.passages, kept.map(|kept| &kept.blocks));
        self.marks.clear();
        self.states.clear();
        self.states.resize(issue.passages.articles() + 1, State::default());
        let plan = self.plan;
        for (index, clause) in plan.clauses.iter().enumerate() {
            self.clause(index, clause, issue);
        }
        if !plan.figures.is_empty() {
            self.figures_alone(issue);
        }
        self.add_articles(issue);
        self.found.add_issue(id, age(issue.entry));
    }

    /// Finds the words of each clause; whether all clauses can hold.
    fn find_words(&mut self, kept: Option<&Kept>, issue: Issue<'_>) -> bool {
        let body = issue.entry.bulletin.text.as_str();
        let mut read = false;
        for (clause, words) in self.plan.clauses.iter().zip(&mut self.words) {
            words.clear();
            let mut by_part = false;
            for (scope, matcher) in &clause.words {
                if matcher.is_by_part() {
                    by_part = true;
                    continue;
                }
                let initials = matcher.is_by_sound().then(|| {
                    if let Some(kept) = kept {
                        return kept.initials.get_or_init(|| self.initials.copied(body));
                    }
                    if !mem::replace(&mut read, true) {
                        self.initials.read(body);
                    }
                    &self.initials
                });
                matcher.each(body, initials, &mut |mark| words.push(InScope { mark, scope: *scope }));
            }
            let otherwise = by_part || !clause.figures.is_empty() || clause.negated;
            if words.is_empty() && !otherwise && !clause.holds_for(issue.entry, issue.name) {
                return false;
            }
            if !words.is_sorted_by_key(|it| it.mark.span.start) {
                words.sort_by_key(|it| (it.mark.span.start, Reverse(it.mark.span.end)));
            }
        }
        true
    }

    /// Notes where a clause holds, and which articles miss it.
    fn clause(&mut self, index: usize, clause: &Wanted, issue: Issue<'_>) {
        let whole = clause.holds_for(issue.entry, issue.name).then_some(Field::Text as u32);
        self.states.iter_mut().for_each(|state| state.best = whole);
        let first = self.marks.len();
        self.place_words(index, clause, issue);
        for placed in self.marks.get(first..).unwrap_or_default() {
            let sound = if placed.mark.by_sound { BY_SOUND } else { 0 };
            let rank = placed.field as u32 + sound;
            if let Some(state) = self.states.get_mut(placed.article as usize) {
                state.best = Some(state.best.map_or(rank, |best| rank.min(best)));
            }
        }
        if !clause.figures.is_empty() {
            self.figures_instead(clause, issue);
        }
        if clause.negated {
            self.marks.truncate(first);
        }
        for state in &mut self.states {
            state.missed |= state.best.is_some() == clause.negated;
            state.rank += state.best.unwrap_or_default();
        }
    }

    /// Adds the places of a clause's words that lie in one block and in scope, without those that
    /// overlap the one before.
    fn place_words(&mut self, index: usize, clause: &Wanted, issue: Issue<'_>) {
        let first = self.marks.len();
        // What has been taken out goes back: its room is used again.
        let words = self.words.get_mut(index).map(mem::take).unwrap_or_default();
        for InScope { mark, scope } in &words {
            if let Some(block) = self.blocks.holding(&issue.entry.bulletin, mark.span) {
                self.place(block, *mark, *scope, issue);
            }
        }
        if let Some(room) = self.words.get_mut(index) {
            *room = words;
        }
        let by_part = || clause.words.iter().filter(|(_, matcher)| matcher.is_by_part());
        for (scope, matcher) in by_part() {
            for block in 0..self.blocks.len() {
                let span = self.blocks.get(block).map_or(Span::default(), |block| block.span);
                for mut mark in matcher.all(issue.entry.bulletin.text.get(span)) {
                    mark.span.start += span.start;
                    mark.span.end += span.start;
                    self.place(block, mark, *scope, issue);
                }
            }
        }
        if by_part().next().is_some() {
            let added = self.marks.get_mut(first..).unwrap_or_default();
            added.sort_by_key(|placed| (placed.mark.span.start, Reverse(placed.mark.span.end)));
        }
        let mut index = 0;
        self.marks.dedup_by(|placed, before| {
            index += 1;
            index > first && placed.mark.span.start < before.mark.span.end
        });
    }

    /// Adds a mark in a block, if it stands where it is asked to stand.
    fn place(&mut self, index: usize, mark: Mark, scope: Scope, issue: Issue<'_>) {
        let Some(block) = self.blocks.get(index) else { return };
        // What an article holds does not matter where it misses another clause.
        let is_missed = self.states.get(block.article as usize).is_none_or(|state| state.missed);
        if !is_missed && in_scope(scope, block, mark.span.start) && self.is_asked(block, issue) {
            self.marks.push(Placed::new(mark, index, block));
        }
    }

    /// Figures let a clause hold where its words do not.
    fn figures_instead(&mut self, clause: &Wanted, issue: Issue<'_>) {
        for number in 0..self.states.len() {
            if self.states.get(number).is_none_or(|state| state.best.is_some()) {
                continue;
            }
            let fits = |figure: &Figure, noun: Option<&str>| {
                clause.figures.iter().any(|test| test.holds(figure, noun))
            };
            if self.add_figures(number, issue, &fits).is_some()
                && let Some(state) = self.states.get_mut(number)
            {
                state.best = Some(Field::Text as u32);
            }
        }
    }

    /// One figure has to fit all that is asked about figures alone.
    fn figures_alone(&mut self, issue: Issue<'_>) {
        let plan = self.plan;
        let fits = |figure: &Figure, noun: Option<&str>| {
            let holds = |tests: &[OfFigure]| tests.iter().any(|test| test.holds(figure, noun));
            plan.figures.iter().all(|(negated, tests)| holds(tests) != *negated)
        };
        for number in 0..self.states.len() {
            if self.states.get(number).is_some_and(|state| !state.missed) {
                let best = self.add_figures(number, issue, &fits);
                if let Some(state) = self.states.get_mut(number) {
                    state.missed = best.is_none();
                    state.rank += best.unwrap_or_default();
                }
            }
        }
    }

    /// Adds the figures of an article that fit; the rank of the best, `None` where there are none.
    fn add_figures(
        &mut self,
        number: usize,
        issue: Issue<'_>,
        fits: &dyn Fn(&Figure, Option<&str>) -> bool,
    ) -> Option<u32> {
        let mut best = None;
        for (index, block) in self.blocks.iter() {
            if block.article as usize != number || !self.is_asked(block, issue) {
                continue;
            }
            for part in block.texts() {
                let text = issue.entry.bulletin.text.get(part);
                for figure in figures(text) {
                    let noun = figure.noun.clone().and_then(|noun| text.get(noun));
                    if fits(&figure, noun) {
                        let from = part.start as usize;
                        let span = Span::new(from + figure.span.start, from + figure.span.end);
                        let mark = Mark { span, by_sound: false };
                        self.marks.push(Placed::new(mark, index, block));
                        let rank = block.field as u32;
                        best = Some(best.map_or(rank, |best: u32| best.min(rank)));
                    }
                }
            }
        }
        best
    }

    /// Adds the articles in which everything holds.
    fn add_articles(&mut self, issue: Issue<'_>) {
        let blocks = &self.blocks;
        let order = |placed: &Placed| {
            let span = placed.mark.span;
            (placed.article, placed.start, span.start, Reverse(span.end))
        };
        if !self.marks.is_sorted_by_key(order) {
            self.marks.sort_by_key(order);
        }
        let mut rest = self.marks.as_slice();
        for (number, state) in (0..).zip(&self.states) {
            let own = rest.iter().take_while(|placed| placed.article == number).count();
            let (own, behind) = rest.split_at_checked(own).unwrap_or_default();
            rest = behind;
            if state.missed {
                continue;
            }
            for of_block in own.chunk_by(|a, b| a.block == b.block) {
                let Some(first) = of_block.first() else { continue };
                let Some(block) = blocks.get(first.block as usize) else { continue };
                add_joined(&mut self.found, of_block);
                self.found.add_run(first.field, block.span);
            }
            // What holds without words, such as a year, holds of all there is: the title stands for it.
            if own.is_empty() {
                let asked = |block: &&Block| block.article == number && self.is_asked(block, issue);
                let all = blocks.iter().map(|(_, block)| block).filter(asked);
                let first = all.min_by_key(|block| (block.field != Field::Title, block.span.start));
                let Some(block) = first else { continue };
                self.found.add_run(block.field, block.span);
            }
            self.found.add_article(number, state.rank);
        }
    }

    /// Whether a block stands where it is asked to stand.
    fn is_asked(&self, block: &Block, issue: Issue<'_>) -> bool {
        self.plan.places.iter().all(|(negated, places)| {
            let here = place(&issue.entry.bulletin, block.span);
            let lies_in = |(wanted, steps): &(Option<String>, Place)| {
                let of_issue = wanted.as_ref().is_none_or(|wanted| has_name(issue.entry, issue.name, wanted));
                of_issue && here.0.starts_with(&steps.0)
            };
            places.iter().any(lies_in) != *negated
        })
    }
}

impl Placed {
    /// A mark in the block of an index.
    const fn new(mark: Mark, index: usize, block: &Block) -> Self {
        let (start, article, field) = (block.span.start, block.article, block.field_at(mark.span.start));
        Self { block: index as u32, start, article, field, mark }
    }
}

/// Adds marks in ascending order, those joined that overlap.
fn add_joined(found: &mut Part, marks: &[Placed]) {
    let mut open: Option<Mark> = None;
    for Placed { mark, .. } in marks {
        match &mut open {
            Some(last) if mark.span.start < last.span.end => {
                last.span.end = last.span.end.max(mark.span.end);
                last.by_sound &= mark.by_sound;
            }
            _ => found.add_marks(open.replace(*mark)),
        }
    }
    found.add_marks(open);
}

fn in_scope(scope: Scope, block: &Block, byte: u32) -> bool {
    match scope {
        Scope::All => true,
        Scope::Title => block.field == Field::Title,
        Scope::Heading => block.field == Field::Heading,
        Scope::Measure => block.is_measure,
        Scope::Text => block.field_at(byte) == Field::Text,
    }
}
