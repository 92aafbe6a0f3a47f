//! What a bulletin holds of a query, once the places of its words are known.

use std::cmp::Reverse;

use super::block::{Block, Blocks, Field};
use super::facts::{OfFigure, has_name};
use super::plan::{Plan, Raw, Wanted};
use super::results::{ArticleHits, Hit, Mark};
use crate::bulletin::{Place, Span};
use crate::figure::{Figure, figures};
use crate::library::Entry;
use crate::query::Scope;

/// What hits by the sound of their characters are ranked behind others by.
const BY_SOUND: u32 = 8;

/// The articles of a bulletin in which everything holds; `found` are the places of each clause.
pub(super) fn articles(plan: &Plan, entry: &Entry, name: &str, found: &[Vec<Raw>]) -> Vec<ArticleHits> {
    let mut work = Work { plan, entry, name, blocks: Blocks::of(&entry.bulletin) };
    let count = entry.bulletin.articles.len() + 1;
    let mut states: Vec<State> = (0..count).map(|_| State::default()).collect();
    for (clause, raw) in plan.clauses.iter().zip(found) {
        work.clause(clause, raw, &mut states);
    }
    let states = (0..).zip(states).filter(|(_, state)| !state.missed);
    states.filter_map(|(number, state)| work.article(number, state)).collect()
}

/// The work on one bulletin.
struct Work<'a> {
    plan: &'a Plan,
    entry: &'a Entry,
    name: &'a str,
    blocks: Blocks,
}

/// What is known of an article; number 0 is the card.
#[derive(Default)]
struct State {
    /// Whether a clause does not hold.
    missed: bool,
    /// The ranks of the clauses' best places, added up.
    rank: u32,
    /// The marks with the indices of their blocks.
    marks: Vec<(usize, Mark)>,
}

impl Work<'_> {
    /// Notes where a clause holds, and which articles miss it.
    fn clause(&mut self, clause: &Wanted, raw: &[Raw], states: &mut [State]) {
        let whole = clause.holds_for(self.entry, self.name).then_some(Field::Text as u32);
        let mut best = vec![whole; states.len()];
        for (index, mark) in self.marks(clause, raw) {
            let Some(block) = self.blocks.get(index) else { continue };
            let number = block.article as usize;
            let rank = block.field_at(mark.span.start) as u32 + if mark.by_sound { BY_SOUND } else { 0 };
            if let Some(best) = best.get_mut(number) {
                *best = Some(best.map_or(rank, |best| rank.min(best)));
            }
            if let Some(state) = states.get_mut(number).filter(|_| !clause.negated) {
                state.marks.push((index, mark));
            }
        }
        for ((number, mut best), state) in (0..).zip(best).zip(states) {
            if best.is_none() && !clause.figures.is_empty() {
                let fits = |figure: &Figure, noun: Option<&str>| {
                    clause.figures.iter().any(|test| test.holds(figure, noun))
                };
                let marks = self.figures(number, &fits);
                best = (!marks.is_empty()).then_some(Field::Text as u32);
                state.marks.extend(marks.into_iter().filter(|_| !clause.negated));
            }
            state.missed |= best.is_some() == clause.negated;
            state.rank += best.unwrap_or_default();
        }
    }

    /// The places that lie in one block and in scope, in order, without those that overlap the one
    /// before.
    fn marks(&mut self, clause: &Wanted, raw: &[Raw]) -> Vec<(usize, Mark)> {
        let mut marks = Vec::with_capacity(raw.len());
        let mut add = |index: usize, block: &Block, place: Raw, plan: &Plan, blocks: &Blocks| {
            if in_scope(place.scope, block, place.span.start)
                && is_asked(plan, blocks, block, self.entry, self.name)
            {
                marks.push((index, Mark { span: place.span, by_sound: place.by_sound }));
            }
        };
        for place in raw {
            if let Some(index) = self.blocks.holding(&self.entry.bulletin, place.span)
                && let Some(block) = self.blocks.get(index)
            {
                add(index, block, *place, self.plan, &self.blocks);
            }
        }
        for (scope, matcher) in clause.words.iter().filter(|(_, matcher)| matcher.is_by_part()) {
            for (index, block) in self.blocks.iter() {
                for found in matcher.all(self.entry.bulletin.text.get(block.span)) {
                    let from = block.span.start as usize;
                    let span = Span::new(from + found.range.start, from + found.range.end);
                    add(index, block, Raw { span, scope: *scope, by_sound: false }, self.plan, &self.blocks);
                }
            }
        }
        if clause.words.len() > 1 {
            marks.sort_by_key(|(_, mark)| (mark.span.start, Reverse(mark.span.end)));
        }
        let mut end = 0;
        marks.retain(|(_, mark)| {
            let apart = mark.span.start >= end;
            end = if apart { mark.span.end } else { end };
            apart
        });
        marks
    }

    /// The figures of an article that fit, as marks.
    fn figures(&self, number: u32, fits: &dyn Fn(&Figure, Option<&str>) -> bool) -> Vec<(usize, Mark)> {
        let mut marks = Vec::new();
        for (index, block) in self.blocks.iter() {
            if block.article != number || !is_asked(self.plan, &self.blocks, block, self.entry, self.name) {
                continue;
            }
            for part in block.texts() {
                let text = self.entry.bulletin.text.get(part);
                for figure in figures(text) {
                    let noun = figure.noun.clone().and_then(|noun| text.get(noun));
                    if fits(&figure, noun) {
                        let from = part.start as usize;
                        let span = Span::new(from + figure.span.start, from + figure.span.end);
                        marks.push((index, Mark { span, by_sound: false }));
                    }
                }
            }
        }
        marks
    }

    /// An article in which the clauses hold; `None` where no figure fits, or no place is asked for.
    fn article(&self, number: u32, mut state: State) -> Option<ArticleHits> {
        if !self.plan.figures.is_empty() {
            let fits = |figure: &Figure, noun: Option<&str>| {
                let holds = |tests: &[OfFigure]| tests.iter().any(|test| test.holds(figure, noun));
                self.plan.figures.iter().all(|(negated, tests)| holds(tests) != *negated)
            };
            let marks = self.figures(number, &fits);
            let fields =
                marks.iter().filter_map(|(index, _)| self.blocks.get(*index)).map(|block| block.field);
            state.rank += fields.min()? as u32;
            state.marks.extend(marks);
        }
        if state.marks.is_empty() {
            // What holds without words, such as a year, holds of all there is: the title stands for it.
            let asked = |block: &Block| is_asked(self.plan, &self.blocks, block, self.entry, self.name);
            let own = self.blocks.iter().map(|(_, block)| block);
            let own = own.filter(|block| block.article == number && asked(block));
            let first = own.min_by_key(|block| (block.field != Field::Title, block.span.start))?;
            let hit = self.hit(first, Vec::new());
            return Some(ArticleHits { number, rank: state.rank, hits: vec![hit] });
        }
        state.marks.sort_by_key(|(index, mark)| {
            (self.blocks.get(*index).map(|block| block.span.start), mark.span.start, Reverse(mark.span.end))
        });
        let by_block = || state.marks.chunk_by(|(a, _), (b, _)| a == b);
        let mut hits: Vec<Hit> = Vec::with_capacity(by_block().count());
        for of_block in by_block() {
            let index = of_block.first().map_or(0, |(index, _)| *index);
            let marks = joined(of_block);
            hits.extend(self.blocks.get(index).map(|block| self.hit(block, marks)));
        }
        Some(ArticleHits { number, rank: state.rank, hits })
    }

    fn hit(&self, block: &Block, marks: Vec<Mark>) -> Hit {
        let field = marks.first().map_or(block.field, |mark| block.field_at(mark.span.start));
        Hit { place: self.blocks.place(block), field, span: block.span, marks }
    }
}

/// Marks in ascending order, those joined that overlap.
fn joined(marks: &[(usize, Mark)]) -> Vec<Mark> {
    let mut all: Vec<Mark> = Vec::with_capacity(marks.len());
    for &(_, mark) in marks {
        match all.last_mut() {
            Some(last) if mark.span.start < last.span.end => {
                last.span.end = last.span.end.max(mark.span.end);
                last.by_sound &= mark.by_sound;
            }
            _ => all.push(mark),
        }
    }
    all
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

/// Whether a block stands where it is asked to stand.
fn is_asked(plan: &Plan, blocks: &Blocks, block: &Block, entry: &Entry, name: &str) -> bool {
    plan.places.iter().all(|(negated, places)| {
        let place = blocks.place(block);
        let lies_in = |(wanted, steps): &(Option<String>, Place)| {
            let of_issue = wanted.as_ref().is_none_or(|wanted| has_name(entry, name, wanted));
            of_issue && place.0.starts_with(&steps.0)
        };
        places.iter().any(lies_in) != *negated
    })
}
