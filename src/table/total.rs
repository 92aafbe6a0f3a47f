//! A sum in the words of a person: how much, what is not in it, what is to be minded.

use super::{Repeat, Sum, Warning, state_label};
use crate::figure::{Bound, State};
use crate::message::{Lang, Msg};
use crate::numeral::number::{Decimal, amount};
use crate::text;

/// How many repeated rows and nouns a person gets to see.
const SHOWN: usize = 5;

/// What a sum comes to and what is told about it, without its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The unit.
    pub unit: String,
    /// The sum of the lower values; `None` where nothing can be added.
    pub low: Option<Decimal>,
    /// The sum of the greater values where ranges are among them.
    pub high: Option<Decimal>,
    /// On which side of the sum the truth lies.
    pub bound: Bound,
    /// How many figures were added.
    pub count: usize,
    /// How many of them are not exact.
    pub not_exact: usize,
    /// How many figures of a state were left out because nobody asked for them.
    pub left_out: Vec<(State, usize)>,
    /// How many figures were left out because their unit cannot be added.
    pub not_additive: usize,
    /// How many figures behind 其中 were left out because their whole was added.
    pub parts: usize,
    /// How many figures tell again what was added.
    pub repeated: usize,
    /// The first of those, in words.
    repeats: Vec<Again>,
    /// What the reader has to know.
    warnings: Vec<Warning>,
    /// The things counted, as printed, the first few.
    nouns: Vec<String>,
}

/// A figure that was not added because another tells the same.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Again {
    figure: String,
    of: String,
    same_issue: bool,
}

impl Total {
    /// The total of a sum.
    pub fn of(sum: &Sum<'_, '_>) -> Self {
        let mut nouns = sum.nouns();
        nouns.truncate(SHOWN);
        Self {
            unit: text::clean(sum.unit).into_owned(),
            low: sum.total,
            high: sum.total_max,
            bound: sum.bound,
            count: sum.added.len(),
            not_exact: sum.not_exact(),
            left_out: sum.left_out.clone(),
            not_additive: sum.not_additive,
            parts: sum.parts.len(),
            repeated: sum.repeated.len(),
            repeats: sum.repeated.iter().take(SHOWN).map(Again::of).collect(),
            warnings: sum.warnings(),
            nouns,
        }
    }

    /// The total with the words of its bound: 至少 1.2 亿元. `None` where nothing can be added.
    pub fn amount(&self, lang: Lang) -> Option<String> {
        let amount = |value: Decimal| format!("{}{}", amount(value, lang), self.unit);
        let low = self.low?;
        let span = match self.high {
            Some(high) if !matches!(self.bound, Bound::More | Bound::Less) => {
                Msg::SumRange.fill(lang, &[&amount(low), &amount(high)])
            }
            // At most as much as the greater values come to.
            Some(high) if self.bound == Bound::Less => amount(high),
            _ => amount(low),
        };
        Some(match self.bound {
            Bound::Exact | Bound::Range => span,
            Bound::About => Msg::SumAbout.fill(lang, &[&span]),
            Bound::More => Msg::SumMore.fill(lang, &[&span]),
            Bound::Less => Msg::SumLess.fill(lang, &[&span]),
        })
    }

    /// The unit, the total, how many figures it has, and how many of them are not exact.
    pub fn head(&self, lang: Lang) -> String {
        let count = self.count.to_string();
        match (self.amount(lang), self.not_exact) {
            _ if self.not_additive > 0 => {
                let counted = Msg::SumCount.fill(lang, &[&self.unit, &self.not_additive.to_string()]);
                Msg::SumNever.fill(lang, &[&counted])
            }
            (None, _) => Msg::SumNothing.fill(lang, &[&self.unit]),
            (Some(total), 0) => Msg::SumExact.fill(lang, &[&self.unit, &total, &count]),
            (Some(total), hedged) => {
                Msg::SumHedged.fill(lang, &[&self.unit, &total, &count, &hedged.to_string()])
            }
        }
    }

    /// What is not in the total and why, and what is to be minded, a line each.
    pub fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.left_out.is_empty() {
            let left = self.left_out.iter().map(|&(state, count)| {
                Msg::SumCount.fill(lang, &[state_label(state).text(lang), &count.to_string()])
            });
            notes.push(Msg::SumLeftOut.fill(lang, &[&listed(&left.collect::<Vec<_>>(), lang)]));
        }
        if self.parts > 0 {
            notes.push(Msg::SumParts.fill(lang, &[&self.parts.to_string()]));
        }
        notes.extend(self.repeats.iter().map(|again| again.told(lang)));
        if self.repeated > self.repeats.len() {
            let more = self.repeated - self.repeats.len();
            notes.push(Msg::SumMoreRepeated.fill(lang, &[&more.to_string()]));
        }
        notes.extend(self.warnings(lang).iter().map(|warning| Msg::SumWarning.fill(lang, &[warning])));
        notes
    }

    /// The same in one line, in short.
    pub fn gist(&self, lang: Lang) -> String {
        let counted =
            |message: Msg, count: usize| Msg::SumCount.fill(lang, &[message.text(lang), &count.to_string()]);
        let left = self.left_out.iter().map(|&(state, count)| counted(state_label(state), count));
        let mut out: Vec<String> = left.collect();
        out.extend((self.parts > 0).then(|| counted(Msg::SumGistParts, self.parts)));
        out.extend((self.repeated > 0).then(|| counted(Msg::SumGistRepeated, self.repeated)));
        let mut gist = Vec::new();
        if !out.is_empty() {
            gist.push(Msg::SumGistLeftOut.fill(lang, &[&listed(&out, lang)]));
        }
        gist.extend(self.warnings(lang).iter().map(|warning| Msg::SumWarning.fill(lang, &[warning])));
        gist.join(if lang == Lang::Zh { "；" } else { "; " })
    }

    /// What the reader has to know before using the total.
    pub fn warnings(&self, lang: Lang) -> Vec<String> {
        let warned = |warning: &Warning| match warning {
            Warning::Cumulative(count) => Msg::WarnCumulative.fill(lang, &[&count.to_string()]),
            Warning::Yearly(count) => Msg::WarnYearly.fill(lang, &[&count.to_string()]),
            Warning::AskedFor(count) => Msg::WarnAskedFor.fill(lang, &[&count.to_string()]),
            Warning::Mixed(count) => {
                let nouns = text::clean(&listed(&self.nouns, lang)).into_owned();
                Msg::WarnMixed.fill(lang, &[&count.to_string(), &nouns])
            }
        };
        self.warnings.iter().map(warned).collect()
    }
}

impl Again {
    fn of(repeat: &Repeat<'_, '_>) -> Self {
        Self {
            figure: format!("{} {}", repeat.row.address(), repeat.row.printed()),
            of: repeat.of.address(),
            same_issue: repeat.row.id == repeat.of.id,
        }
    }

    fn told(&self, lang: Lang) -> String {
        let message = if self.same_issue {
            Msg::SumHeading.fill(lang, &[&self.figure])
        } else {
            Msg::SumRepeated.fill(lang, &[&self.figure, &self.of])
        };
        text::clean(&message).into_owned()
    }
}

/// Words in a row, with the comma of the language.
pub fn listed(words: &[String], lang: Lang) -> String {
    words.join(if lang == Lang::Zh { "、" } else { ", " })
}
