//! Sums that a careful person would sign: one unit at a time, nothing told twice, bounds carried.
//!
//! | rows | in a sum |
//! | --- | --- |
//! | per-capita, norms, growth, planned | left out, unless the filter asks for the state by name |
//! | shares, rates, ages, degrees | never added |
//! | a sentence that another issue has too | counted once, and told |
//! | a title or heading whose figure stands in its article's text | counted once, and told |
//! | a part behind 其中, where its whole is added | left out, and told |
//! | cumulative, yearly, different things counted | added, with a warning |

use std::collections::{BTreeMap, HashMap};

use super::{Field, Filter, Row};
use crate::figure::{Bound, State};
use crate::library::Id;
use crate::numeral::number::Decimal;
use crate::text::Folded;

/// What the figures of one unit come to.
#[derive(Debug, Clone)]
pub struct Sum<'r, 'a> {
    /// The unit.
    pub unit: &'r str,
    /// The sum of the lower values; `None` where nothing can be added.
    pub total: Option<Decimal>,
    /// The sum of the greater values where ranges are among them; greater than `total`.
    pub total_max: Option<Decimal>,
    /// On which side of the total the truth lies.
    pub bound: Bound,
    /// The rows that were added.
    pub added: Vec<&'r Row<'a>>,
    /// The rows that tell again what was added.
    pub repeated: Vec<Repeat<'r, 'a>>,
    /// The rows behind 其中 whose whole was added.
    pub parts: Vec<&'r Row<'a>>,
    /// How many rows of a state were left out because nobody asked for them.
    pub left_out: Vec<(State, usize)>,
    /// How many rows were left out because their unit cannot be added.
    pub not_additive: usize,
}

/// A row that tells again what another one tells.
#[derive(Debug, Clone, Copy)]
pub struct Repeat<'r, 'a> {
    /// The row that was not added.
    pub row: &'r Row<'a>,
    /// The row that was.
    pub of: &'r Row<'a>,
}

/// What the reader of a sum has to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// So many are cumulative, and may hold others.
    Cumulative(usize),
    /// So many are yearly, added as if they were of one year.
    Yearly(usize),
    /// So many are plans, growth, norms or per-capita values that were asked for.
    AskedFor(usize),
    /// So many different things are counted.
    Mixed(usize),
}

/// The sums of the rows, a sum for each unit, those with most rows first. The rows have to be in the
/// order of the library, so that of two that tell the same the earlier one is added.
pub fn sums<'r, 'a>(rows: &'r [Row<'a>], filter: &Filter) -> Vec<Sum<'r, 'a>> {
    let mut by_unit: BTreeMap<&str, Vec<&'r Row<'a>>> = BTreeMap::new();
    for row in rows {
        by_unit.entry(&row.figure.unit).or_default().push(row);
    }
    let mut sums: Vec<Sum<'r, 'a>> =
        by_unit.into_iter().map(|(unit, rows)| Sum::of(unit, &rows, filter)).collect();
    sums.sort_by_key(|sum| std::cmp::Reverse(sum.added.len()));
    sums
}

impl<'r, 'a> Sum<'r, 'a> {
    fn of(unit: &'r str, rows: &[&'r Row<'a>], filter: &Filter) -> Self {
        let mut sum = Self {
            unit,
            total: None,
            total_max: None,
            bound: Bound::Exact,
            added: Vec::new(),
            repeated: Vec::new(),
            parts: Vec::new(),
            left_out: Vec::new(),
            not_additive: 0,
        };
        if !is_additive(unit) {
            sum.not_additive = rows.len();
            return sum;
        }
        let (taken, left): (Vec<&Row<'a>>, Vec<&Row<'a>>) =
            rows.iter().partition(|row| !is_left_out(row.figure.state) || filter.asks_for(row.figure.state));
        for state in State::ALL {
            let count = left.iter().filter(|row| row.figure.state == state).count();
            if count > 0 {
                sum.left_out.push((state, count));
            }
        }
        sum.take(taken);
        sum.add();
        sum
    }

    /// Parts the rows into those that are added and those that tell the same again.
    fn take(&mut self, rows: Vec<&'r Row<'a>>) {
        let mut sentences: HashMap<(String, usize), &'r Row<'a>> = HashMap::new();
        let mut articles: HashMap<Amount, &'r Row<'a>> = HashMap::new();
        // Texts first: a heading tells in short what its text tells.
        let (texts, heads): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.field == Field::Text);
        let mut before = None;
        for row in texts {
            if before.is_some_and(|before| is_part(row, before)) {
                self.parts.push(row);
                continue;
            }
            before = Some(row);
            let first = sentences.entry(fact(row)).or_insert(row);
            if first.id == row.id {
                articles.entry(amount(row)).or_insert(row);
                self.added.push(row);
            } else {
                articles.entry(amount(row)).or_insert(first);
                self.repeated.push(Repeat { row, of: first });
            }
        }
        for row in heads {
            let first = *sentences.entry(fact(row)).or_insert(row);
            let told = articles.get(&amount(row)).copied().or((first.id != row.id).then_some(first));
            if let Some(of) = told {
                self.repeated.push(Repeat { row, of });
            } else {
                articles.insert(amount(row), row);
                self.added.push(row);
            }
        }
        self.added.sort_by_key(|row| (row.issue, row.span.start, row.figure.span.start));
    }

    fn add(&mut self) {
        if self.added.is_empty() {
            return;
        }
        let low: Decimal = self.added.iter().map(|row| row.figure.value).sum();
        let high: Decimal =
            self.added.iter().map(|row| row.figure.value_max.unwrap_or(row.figure.value)).sum();
        self.total = Some(low);
        self.total_max = (high > low).then_some(high);
        let any = |bound| self.added.iter().any(|row| row.figure.bound == bound);
        self.bound = match (any(Bound::More), any(Bound::Less)) {
            (true, true) => Bound::About,
            _ if any(Bound::About) => Bound::About,
            (true, false) => Bound::More,
            (false, true) => Bound::Less,
            _ if self.total_max.is_some() => Bound::Range,
            _ => Bound::Exact,
        };
    }

    /// How many of the added rows are not exact.
    pub fn not_exact(&self) -> usize {
        self.added.iter().filter(|row| row.figure.bound != Bound::Exact).count()
    }

    /// The things counted, as printed, each once; rows without a noun are left aside.
    pub fn nouns(&self) -> Vec<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for noun in self.added.iter().filter_map(|row| row.noun()) {
            *counts.entry(Folded::new(noun).as_str().to_owned()).or_default() += 1;
        }
        let mut nouns: Vec<(String, usize)> = counts.into_iter().collect();
        nouns.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        nouns.into_iter().map(|(noun, _)| noun).collect()
    }

    /// What the reader has to know before using the sum.
    pub fn warnings(&self) -> Vec<Warning> {
        if self.added.len() < 2 {
            return Vec::new();
        }
        let of = |state| self.added.iter().filter(|row| row.figure.state == state).count();
        let asked_for = self.added.iter().filter(|row| is_left_out(row.figure.state)).count();
        let nouns = self.nouns().len();
        let all = [
            (of(State::Cumulative), Warning::Cumulative(of(State::Cumulative))),
            (of(State::Yearly), Warning::Yearly(of(State::Yearly))),
            (asked_for, Warning::AskedFor(asked_for)),
            (nouns.saturating_sub(1), Warning::Mixed(nouns)),
        ];
        all.into_iter().filter(|(count, _)| *count > 0).map(|(_, warning)| warning).collect()
    }
}

/// What a row tells: its sentence, and where in it the figure stands.
fn fact(row: &Row<'_>) -> (String, usize) {
    let sentence = row.sentence();
    let before = sentence.get(..row.in_sentence().start).unwrap_or_default();
    (Folded::new(sentence).as_str().to_owned(), Folded::new(before).as_str().len())
}

/// Whether a row is a part of the nearest whole before it: 投资 8 亿元，其中县里出 3 亿元; 其中 may begin a
/// sentence of its own.
fn is_part(row: &Row<'_>, whole: &Row<'_>) -> bool {
    const OF_WHICH: &str = "其中";
    if (row.id, row.span) != (whole.id, whole.span) {
        return false;
    }
    let sentence = row.sentence();
    let before = sentence.get(..row.in_sentence().start).unwrap_or_default();
    let Some(at) = before.rfind(OF_WHICH) else { return false };
    if row.sentence == whole.sentence {
        return whole.in_sentence().end <= at;
    }
    at == 0
        && row
            .entry
            .bulletin
            .text
            .get(row.span)
            .get(whole.sentence.end..row.sentence.start)
            .is_some_and(|between| between.trim().is_empty())
}

/// An amount that an article tells: the bulletin, the article, the lower and the greater value.
type Amount = (Id, Option<u32>, Decimal, Option<Decimal>);

fn amount(row: &Row<'_>) -> Amount {
    (row.id, row.place.0.first().copied(), row.figure.value, row.figure.value_max)
}

/// Whether figures of a state say nothing about what was done altogether.
const fn is_left_out(state: State) -> bool {
    matches!(state, State::Planned | State::Per | State::Growth | State::Norm)
}

/// Whether amounts of a unit come to a sum: not those of shares, rates, ages, degrees.
pub fn is_additive(unit: &str) -> bool {
    const NEVER: &[&str] =
        &["%", "‰", "百分点", "千分点", "基点", "倍", "比例", "岁", "摄氏度", "分贝", "届"];
    !NEVER.contains(&unit) && !unit.contains('/')
}
