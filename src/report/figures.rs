//! The figures of all bulletins, a row each.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::{Form, Look, figure, json, line};
use crate::message::{Lang, Msg};
use crate::table::{self, Group, Row};
use crate::text;

/// Blanks between two columns.
const GAP: &str = "  ";

/// The columns that give way where a terminal is narrow.
const ADDRESS: usize = 0;
const NOUN: usize = 2;

/// The widest that address, figure, noun and state get beside a sentence, in columns.
const WIDEST: [usize; 4] = [32, 16, 16, 10];

/// The narrowest that a sentence gets while another column can give way, in columns.
const SENTENCE: usize = 24;

/// What a script gets of a figure with its place.
#[derive(Debug, Serialize)]
struct Record<'a> {
    path: &'a str,
    address: String,
    #[serde(flatten)]
    figure: figure::Row<'a>,
    sentence: &'a str,
}

/// The same as a record of a table, where the issue is told too.
struct FlatRecord<'r, 'a>(&'r Row<'a>, Look);

impl Flat for FlatRecord<'_, '_> {
    const NAMES: &'static [&'static str] = &[
        "path",
        "address",
        "serial",
        "year",
        "date",
        "field",
        "text",
        "value",
        "value_max",
        "unit",
        "bound",
        "state",
        "dir",
        "noun",
        "sentence",
        "line",
        "start",
        "end",
    ];

    fn fields(&self) -> Vec<String> {
        let Self(row, look) = *self;
        let (figure, at) = (&row.figure, figure::at(&row.entry.bulletin.text, row.span, &row.figure));
        let printed = |text: &str| csv::text(text, look);
        vec![
            printed(&row.entry.path),
            printed(&row.address()),
            printed(row.entry.serial()),
            csv::optional(row.year()),
            csv::optional(row.date()),
            row.field.name().to_owned(),
            printed(row.printed()),
            figure.value.to_string(),
            csv::optional(figure.value_max),
            figure.unit.to_string(),
            figure.bound.name().to_owned(),
            figure.state.name().to_owned(),
            csv::optional(figure.direction.map(crate::figure::Direction::name)),
            printed(row.noun().unwrap_or_default()),
            printed(row.sentence()),
            at.line.to_string(),
            at.start.to_string(),
            at.end.to_string(),
        ]
    }
}

/// Writes a line for each figure, group by group: address, the figure as printed, what is counted,
/// the state, the sentence. On a terminal the columns are aligned and the sentence is shortened
/// around the figure; elsewhere they are whole, with TABs between them and the group in front.
pub fn figures(groups: &[Group<'_>], form: Form, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let rows = groups.iter().flat_map(|group| &group.rows);
    match (form, look.columns) {
        (Form::Json, _) => {
            let mut points = figure::Points::default();
            json::array(out, rows.map(|row| record(row, &mut points)))
        }
        (Form::Csv, _) => {
            csv::mark(out, look)?;
            csv::table(out, rows.map(|row| FlatRecord(row, look)))
        }
        (Form::Text, Some(columns)) => aligned(groups, usize::from(columns), look, out),
        (Form::Text, None) => groups.iter().try_for_each(|group| {
            let front = if is_grouped(groups) { group_name(group, look.lang) + "\t" } else { String::new() };
            group.rows.iter().try_for_each(|row| {
                let sentence = text::clean(row.sentence());
                writeln!(out, "{front}{}\t{sentence}", cells(row, look.lang).join("\t"))
            })
        }),
    }
}

/// What the rows of a group have in common, in words.
pub(super) fn group_name(group: &Group<'_>, lang: Lang) -> String {
    text::clean(group.name.as_deref().unwrap_or(Msg::GroupNone.text(lang))).into_owned()
}

/// Whether the rows are told apart by groups.
pub(super) fn is_grouped(groups: &[Group<'_>]) -> bool {
    groups.len() > 1 || groups.first().is_some_and(|group| group.name.is_some())
}

fn record<'a>(row: &Row<'a>, points: &mut figure::Points<'a>) -> Record<'a> {
    let entry = row.entry;
    Record {
        path: &entry.path,
        address: row.address(),
        figure: figure::row(&entry.bulletin.text, row.field.name(), row.span, &row.figure, points),
        sentence: row.sentence(),
    }
}

/// Address, figure, noun and state.
fn cells(row: &Row<'_>, lang: Lang) -> [String; 4] {
    [
        text::clean(&row.address()).into_owned(),
        text::clean(row.printed()).into_owned(),
        text::clean(row.noun().unwrap_or_default()).into_owned(),
        table::state_label(row.figure.state).text(lang).to_owned(),
    ]
}

fn aligned(groups: &[Group<'_>], columns: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut widths = [0; 4];
    for row in groups.iter().flat_map(|group| &group.rows) {
        for ((width, cell), widest) in widths.iter_mut().zip(cells(row, look.lang)).zip(WIDEST) {
            *width = text::width(&cell, look.mode).min(widest).max(*width);
        }
    }
    let room = fit(&mut widths, columns);
    for (index, group) in groups.iter().enumerate() {
        if is_grouped(groups) {
            let count = group.rows.len().to_string();
            let head = Msg::GroupHead.fill(look.lang, &[&group_name(group, look.lang), &count]);
            out.write_all(if index > 0 { b"\n" } else { b"" })?;
            line::write(out, &head, look)?;
        }
        for row in &group.rows {
            let mut written = String::new();
            let cells = cells(row, look.lang);
            let shown = cells.iter().zip(widths).enumerate().filter(|(_, (_, width))| *width > 0);
            for (column, (cell, width)) in shown {
                // Of an address the end tells more than the serial in front.
                let cell = match column {
                    ADDRESS => line::cut_front(cell, width, look.mode),
                    _ => line::cut(cell, width, look.mode),
                };
                written.push_str(&text::pad(&cell, width, look.mode));
                written.push_str(GAP);
            }
            written.push_str(&around_figure(row, room, look));
            line::write(out, &written, look)?;
        }
    }
    Ok(())
}

/// Makes columns narrower until a sentence has room; what it has then. What is counted stands in
/// the sentence, too: it gives way first, and altogether where there is little room.
fn fit(widths: &mut [usize; 4], columns: usize) -> usize {
    for (column, least) in [(NOUN, 8), (NOUN, 0), (ADDRESS, 14)] {
        let over = (used(widths) + SENTENCE).saturating_sub(columns);
        if let Some(width) = widths.get_mut(column) {
            let given = if least == 0 && over > 0 { *width } else { over.min(width.saturating_sub(least)) };
            *width -= given;
        }
    }
    columns.saturating_sub(used(widths))
}

/// The columns in front of the sentence.
fn used(widths: &[usize; 4]) -> usize {
    widths.iter().filter(|width| **width > 0).map(|width| width + GAP.len()).sum()
}

/// As much of the sentence as fits, the figure in it.
fn around_figure(row: &Row<'_>, room: usize, look: Look) -> String {
    let sentence = row.sentence();
    let (before, rest) = sentence.split_at_checked(row.in_sentence().start).unwrap_or(("", sentence));
    let before = text::clean(before);
    let needed = text::width(&before, look.mode) + text::width(row.printed(), look.mode);
    let before =
        if needed + 3 > room { line::cut_front(&before, room / 3, look.mode) } else { before.into_owned() };
    line::cut(&format!("{before}{}", text::clean(rest)), room, look.mode)
}
