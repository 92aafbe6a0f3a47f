//! The sums of figures, with all that a reader has to know beside them.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::figure::Number;
use super::{Form, Look, figures, json};
use crate::message::{Lang, Msg};
use crate::table::{self, Filter, Group, Sum, Total, sums as sums_of};
use crate::text;

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
        warnings: Total::of(sum).warnings(lang),
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
    for total in sums.iter().filter(|sum| sum.not_additive == 0).map(Total::of) {
        writeln!(out, "{}", total.head(lang))?;
        total.notes(lang).iter().try_for_each(|note| writeln!(out, "  {note}"))?;
    }
    let never = sums.iter().filter(|sum| sum.not_additive > 0);
    let never: Vec<String> = never
        .map(|sum| Msg::SumCount.fill(lang, &[&text::clean(sum.unit), &sum.not_additive.to_string()]))
        .collect();
    if never.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", Msg::SumNever.fill(lang, &[&table::listed(&never, lang)]))
}
