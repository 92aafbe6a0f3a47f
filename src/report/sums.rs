//! The sums of figures, with all that a reader has to know beside them.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::figure::Number;
use super::{Form, Look, figures, json};
use crate::figure::Bound;
use crate::message::{Lang, Msg};
use crate::numeral::number::Decimal;
use crate::table::{self, Filter, Group, Repeat, Sum, Warning, sums as sums_of};
use crate::text;

/// How many repeated rows and nouns a person gets to see.
const SHOWN: usize = 5;

/// What a script gets of a sum.
#[derive(Debug, Serialize)]
struct Record {
    group: Option<String>,
    unit: String,
    value: Option<Number>,
    value_max: Option<Number>,
    bound: &'static str,
    count: usize,
    not_exact: usize,
    warnings: Vec<String>,
    left_out: Vec<LeftOut>,
    not_additive: usize,
    parts: usize,
    repeated: Vec<Repeated>,
    added: Vec<String>,
    caveat: &'static str,
    /// The total as it is written in a table.
    #[serde(skip)]
    plain: [String; 2],
}

#[derive(Debug, Serialize)]
struct LeftOut {
    state: &'static str,
    count: usize,
}

#[derive(Debug, Serialize)]
struct Repeated {
    address: String,
    text: String,
    of: String,
}

impl Flat for Record {
    const NAMES: &'static [&'static str] = &[
        "group",
        "unit",
        "value",
        "value_max",
        "bound",
        "count",
        "not_exact",
        "left_out",
        "not_additive",
        "parts",
        "repeated",
        "warnings",
        "caveat",
    ];

    fn fields(&self) -> Vec<String> {
        let [low, high] = self.plain.clone();
        let left_out: usize = self.left_out.iter().map(|left| left.count).sum();
        vec![
            csv::optional(self.group.as_deref()),
            self.unit.clone(),
            low,
            high,
            self.bound.to_owned(),
            self.count.to_string(),
            self.not_exact.to_string(),
            left_out.to_string(),
            self.not_additive.to_string(),
            self.parts.to_string(),
            self.repeated.len().to_string(),
            self.warnings.join("; "),
            self.caveat.to_owned(),
        ]
    }
}

/// Writes the sums of each group, a unit at a time, with what was left out, what is told twice, what
/// is doubtful, and the caveat.
pub fn sums(
    groups: &[Group<'_>],
    filter: &Filter,
    form: Form,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let records = groups.iter().flat_map(|group| {
        let sums = sums_of(&group.rows, filter);
        sums.iter().map(|sum| record(group, sum, look)).collect::<Vec<_>>()
    });
    match form {
        Form::Json => json::array(out, records),
        Form::Csv => {
            csv::mark(out, look)?;
            csv::table(out, records)
        }
        Form::Text => {
            for group in groups {
                if figures::is_grouped(groups) {
                    writeln!(out, "{}", figures::group_name(group, look.lang))?;
                }
                write_group(&sums_of(&group.rows, filter), look.lang, out)?;
            }
            writeln!(out, "{}", Msg::SumCaveat.text(look.lang))
        }
    }
}

fn record(group: &Group<'_>, sum: &Sum<'_, '_>, look: Look) -> Record {
    let lang = look.lang;
    Record {
        group: group.name.as_deref().map(|name| csv::text(name, look)),
        unit: sum.unit.to_owned(),
        value: sum.total.map(Number::from),
        value_max: sum.total_max.map(Number::from),
        bound: sum.bound.name(),
        count: sum.added.len(),
        not_exact: sum.not_exact(),
        warnings: sum.warnings().into_iter().map(|warning| warned(warning, sum, lang)).collect(),
        left_out: sum.left_out.iter().map(|&(state, count)| LeftOut { state: state.name(), count }).collect(),
        not_additive: sum.not_additive,
        parts: sum.parts.len(),
        repeated: sum
            .repeated
            .iter()
            .map(|repeat| Repeated {
                address: repeat.row.address(),
                text: repeat.row.printed().to_owned(),
                of: repeat.of.address(),
            })
            .collect(),
        added: sum.added.iter().map(|row| row.address()).collect(),
        caveat: Msg::SumCaveat.text(lang),
        plain: [csv::optional(sum.total), csv::optional(sum.total_max)],
    }
}

fn write_group(sums: &[Sum<'_, '_>], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for sum in sums.iter().filter(|sum| sum.not_additive == 0) {
        write_sum(sum, lang, out)?;
    }
    let never = sums.iter().filter(|sum| sum.not_additive > 0);
    let never: Vec<String> = never
        .map(|sum| Msg::SumCount.fill(lang, &[&text::clean(sum.unit), &sum.not_additive.to_string()]))
        .collect();
    if never.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", Msg::SumNever.fill(lang, &[&listed(&never, lang)]))
}

fn write_sum(sum: &Sum<'_, '_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let unit = text::clean(sum.unit);
    let (count, not_exact) = (sum.added.len().to_string(), sum.not_exact());
    let total = sum.total.map(|low| total(low, sum, &unit, lang));
    let head = match (total, not_exact) {
        (None, _) => Msg::SumNothing.fill(lang, &[&unit]),
        (Some(total), 0) => Msg::SumExact.fill(lang, &[&unit, &total, &count]),
        (Some(total), hedged) => Msg::SumHedged.fill(lang, &[&unit, &total, &count, &hedged.to_string()]),
    };
    writeln!(out, "{head}")?;
    if !sum.left_out.is_empty() {
        let left = sum.left_out.iter().map(|&(state, count)| {
            Msg::SumCount.fill(lang, &[table::state_label(state).text(lang), &count.to_string()])
        });
        writeln!(out, "  {}", Msg::SumLeftOut.fill(lang, &[&listed(&left.collect::<Vec<_>>(), lang)]))?;
    }
    if !sum.parts.is_empty() {
        writeln!(out, "  {}", Msg::SumParts.fill(lang, &[&sum.parts.len().to_string()]))?;
    }
    for repeat in sum.repeated.iter().take(SHOWN) {
        writeln!(out, "  {}", repeated(*repeat, lang))?;
    }
    if sum.repeated.len() > SHOWN {
        let more = (sum.repeated.len() - SHOWN).to_string();
        writeln!(out, "  {}", Msg::SumMoreRepeated.fill(lang, &[&more]))?;
    }
    sum.warnings().into_iter().try_for_each(|warning| {
        writeln!(out, "  {}", Msg::SumWarning.fill(lang, &[&warned(warning, sum, lang)]))
    })
}

fn repeated(repeat: Repeat<'_, '_>, lang: Lang) -> String {
    let row = format!("{} {}", repeat.row.address(), repeat.row.printed());
    let of = repeat.of.address();
    let message = if repeat.row.id == repeat.of.id {
        Msg::SumHeading.fill(lang, &[&row])
    } else {
        Msg::SumRepeated.fill(lang, &[&row, &of])
    };
    text::clean(&message).into_owned()
}

fn warned(warning: Warning, sum: &Sum<'_, '_>, lang: Lang) -> String {
    match warning {
        Warning::Cumulative(count) => Msg::WarnCumulative.fill(lang, &[&count.to_string()]),
        Warning::Yearly(count) => Msg::WarnYearly.fill(lang, &[&count.to_string()]),
        Warning::AskedFor(count) => Msg::WarnAskedFor.fill(lang, &[&count.to_string()]),
        Warning::Mixed(count) => {
            let nouns: Vec<String> = sum.nouns().into_iter().take(SHOWN).collect();
            Msg::WarnMixed.fill(lang, &[&count.to_string(), &text::clean(&listed(&nouns, lang))])
        }
    }
}

/// The total with the words of its bound: 至少 1.2 亿元.
fn total(low: Decimal, sum: &Sum<'_, '_>, unit: &str, lang: Lang) -> String {
    let amount = |value: Decimal| format!("{}{unit}", table::amount(value, lang));
    let span = match sum.total_max {
        Some(high) if !matches!(sum.bound, Bound::More | Bound::Less) => {
            Msg::SumRange.fill(lang, &[&amount(low), &amount(high)])
        }
        // At most as much as the greater values come to.
        Some(high) if sum.bound == Bound::Less => amount(high),
        _ => amount(low),
    };
    match sum.bound {
        Bound::Exact | Bound::Range => span,
        Bound::About => Msg::SumAbout.fill(lang, &[&span]),
        Bound::More => Msg::SumMore.fill(lang, &[&span]),
        Bound::Less => Msg::SumLess.fill(lang, &[&span]),
    }
}

fn listed(words: &[String], lang: Lang) -> String {
    words.join(if lang == Lang::Zh { "、" } else { ", " })
}
