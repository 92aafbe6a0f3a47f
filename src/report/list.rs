//! One line for each bulletin.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::{Form, Look, json, line};
use crate::bulletin::{Bulletin, Node};
use crate::library::{Entry, Id, Library};
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
/// whole, with TABs between them.
pub fn list(library: &Library, form: Form, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let rows = library.iter().map(|(id, entry)| row(library, id, entry));
    match (form, look.columns) {
        (Form::Json, _) => json::array(out, rows),
        (Form::Csv, _) => csv::table(out, rows),
        (Form::Text, Some(columns)) => aligned(library, usize::from(columns), look, out),
        (Form::Text, None) => library.iter().try_for_each(|(id, entry)| {
            let count = entry.bulletin.articles.len().to_string();
            writeln!(out, "{}", cells(library, id, entry, count).join("\t"))
        }),
    }
}

fn row<'a>(library: &Library, id: Id, entry: &'a Entry) -> Row<'a> {
    let Bulletin { masthead, articles, problems, .. } = &entry.bulletin;
    Row {
        path: &entry.path,
        encoding: entry.encoding,
        address: library.name(id),
        title: masthead.title.as_deref(),
        year: entry.year(),
        number: masthead.number,
        date: masthead.date.map(|date| date.to_string()),
        issuer: masthead.issuer.as_deref(),
        articles: articles.len(),
        measures: measures(Node::Bulletin(&entry.bulletin)),
        problems: problems.len(),
    }
}

/// The measures below a part.
fn measures(node: Node<'_>) -> usize {
    let below = node.children().into_iter().map(|(_, child)| match child {
        Node::Measure(_) => 1,
        other => measures(other),
    });
    below.sum()
}

fn cells(library: &Library, id: Id, entry: &Entry, count: String) -> [String; 6] {
    let date = entry.bulletin.masthead.date.map(|date| date.to_string());
    [
        text::clean(&library.name(id)).into_owned(),
        date.unwrap_or_default(),
        text::clean(entry.serial()).into_owned(),
        count,
        text::clean(entry.first_title()).into_owned(),
        text::clean(&entry.path).into_owned(),
    ]
}

fn aligned(library: &Library, columns: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<[String; 6]> = library
        .iter()
        .map(|(id, entry)| {
            let count = entry.bulletin.articles.len().to_string();
            cells(library, id, entry, Msg::CountArticles.fill(look.lang, &[&count]))
        })
        .collect();
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
