//! One line for each bulletin.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::{Form, Look, json, line};
use crate::bulletin::Summary;
use crate::library::{Entry, Library};
use crate::message::Msg;
use crate::text;

/// The columns that give way where a terminal is narrow.
const SERIAL: usize = 2;
const TITLE: usize = 4;
const PATH: usize = 5;

/// Blanks between two columns.
const GAP: &str = "  ";

/// What a script gets of a bulletin.
#[derive(Debug, Serialize)]
struct Row<'a> {
    path: &'a str,
    encoding: &'a str,
    address: String,
    title: Option<&'a str>,
    year: Option<u16>,
    number: Option<u32>,
    date: Option<String>,
    issuer: Option<&'a str>,
    articles: usize,
    measures: usize,
    problems: usize,
}

impl Flat for Row<'_> {
    const NAMES: &'static [&'static str] = &[
        "path", "encoding", "address", "title", "year", "number", "date", "issuer", "articles", "measures",
        "problems",
    ];

    fn fields(&self) -> Vec<String> {
        vec![
            self.path.to_owned(),
            self.encoding.to_owned(),
            self.address.clone(),
            csv::optional(self.title),
            csv::optional(self.year),
            csv::optional(self.number),
            csv::optional(self.date.as_deref()),
            csv::optional(self.issuer),
            self.articles.to_string(),
            self.measures.to_string(),
            self.problems.to_string(),
        ]
    }
}

/// Writes a line for each bulletin in the library's order: address, date, serial title, number of
/// articles, first title, path. The columns are aligned and cut on a terminal; elsewhere they are
/// whole, with TABs between them. The summaries are those of the bulletins by their ids.
pub fn list(
    library: &Library,
    summaries: &[Summary],
    form: Form,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut all = library.iter().filter_map(|(id, entry)| {
        let (name, summary) = (library.name(id), summaries.get(id.index())?);
        Some(Item { name, entry, summary })
    });
    match (form, look.columns) {
        (Form::Json, _) => json::array(out, all.map(row)),
        (Form::Csv, _) => csv::table(out, all.map(row)),
        (Form::Text, Some(columns)) => aligned(all, usize::from(columns), look, out),
        (Form::Text, None) => all.try_for_each(|item| {
            let count = item.summary.articles.to_string();
            writeln!(out, "{}", cells(&item, count).join("\t"))
        }),
    }
}

/// A bulletin with what is said of it.
struct Item<'a> {
    name: String,
    entry: &'a Entry,
    summary: &'a Summary,
}

fn row(Item { name, entry, summary }: Item<'_>) -> Row<'_> {
    let masthead = &entry.bulletin.masthead;
    Row {
        path: &entry.path,
        encoding: entry.encoding,
        address: name,
        title: masthead.title.as_deref(),
        year: entry.year(),
        number: masthead.number,
        date: masthead.date.map(|date| date.to_string()),
        issuer: masthead.issuer.as_deref(),
        articles: summary.articles,
        measures: summary.measures,
        problems: summary.problems,
    }
}

fn cells(Item { name, entry, summary }: &Item<'_>, count: String) -> [String; 6] {
    let date = entry.bulletin.masthead.date.map(|date| date.to_string());
    [
        text::clean(name).into_owned(),
        date.unwrap_or_default(),
        text::clean(entry.serial()).into_owned(),
        count,
        text::clean(&summary.title).into_owned(),
        text::clean(&entry.path).into_owned(),
    ]
}

fn aligned<'a>(
    all: impl Iterator<Item = Item<'a>>,
    columns: usize,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = |articles: usize| Msg::CountArticles.fill(look.lang, &[&articles.to_string()]);
    let rows: Vec<[String; 6]> = all.map(|item| cells(&item, count(item.summary.articles))).collect();
    let mut widths = [0; 6];
    for cells in &rows {
        for (width, cell) in widths.iter_mut().zip(cells) {
            *width = text::width(cell, look.mode).max(*width);
        }
    }
    fit(&mut widths, columns.saturating_sub(GAP.len() * 5));
    for cells in &rows {
        let cells = cells.iter().zip(widths).enumerate().filter(|(_, (_, width))| *width > 0);
        let cells = cells.map(|(column, (cell, width))| match column {
            PATH => line::cut_front(cell, width, look.mode),
            _ => line::cell(cell, width, look.mode),
        });
        line::write(out, &cells.collect::<Vec<_>>().join(GAP), look)?;
    }
    Ok(())
}

/// Makes columns narrower, least needed first, until a row has room. An address stays whole: it is
/// there to be written again. What is then still too wide is cut at the right margin.
fn fit(widths: &mut [usize; 6], room: usize) {
    const YIELDING: [(usize, usize); 6] =
        [(TITLE, 28), (PATH, 14), (SERIAL, 12), (PATH, 0), (TITLE, 16), (SERIAL, 0)];
    let total: usize = widths.iter().sum();
    let mut over = total.saturating_sub(room);
    for (column, least) in YIELDING {
        if let Some(width) = widths.get_mut(column) {
            // A column that may vanish does so whole: a letter or two of it say nothing.
            let given = if least == 0 && over > 0 { *width } else { over.min(width.saturating_sub(least)) };
            *width -= given;
            over = over.saturating_sub(given);
        }
    }
}
