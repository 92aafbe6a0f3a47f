//! The tree of each bulletin, with markers as printed and counts.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::{Form, Look, Part, json, line};
use crate::bulletin::{Address, Node};
use crate::library::{Entry, Library};
use crate::message::Msg;
use crate::outline::Tree;

/// How much of a measure's text stands for a headline that it does not have, in columns.
const GLIMPSE: usize = 40;

/// What a script gets of a part.
#[derive(Debug, Serialize)]
struct Row<'a> {
    address: String,
    level: u16,
    kind: &'static str,
    marker: Option<&'a str>,
    heading: Option<&'a str>,
    measures: u32,
    figures: u32,
    /// The address without the bulletin's name: `/1/3`.
    #[serde(skip)]
    steps: String,
    #[serde(skip)]
    node: Node<'a>,
}

impl Flat for Row<'_> {
    const NAMES: &'static [&'static str] =
        &["address", "level", "kind", "marker", "heading", "measures", "figures"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.address.clone(),
            self.level.to_string(),
            self.kind.to_owned(),
            csv::optional(self.marker),
            csv::optional(self.heading),
            self.measures.to_string(),
            self.figures.to_string(),
        ]
    }
}

/// Writes the tree of every part that was asked for.
pub fn outline(
    library: &Library,
    parts: &[Part],
    form: Form,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let entries = parts.iter().filter_map(|part| Some((part, library.get(part.0)?)));
    let mut rows = entries.clone().flat_map(|(part, entry)| rows(library, part, entry));
    match form {
        Form::Json => json::array(out, rows),
        Form::Csv => csv::table(out, rows),
        Form::Text => {
            let gutter = rows.by_ref().map(|row| row.steps.len()).max().unwrap_or_default() + 2;
            for (index, (part, entry)) in entries.enumerate() {
                if index > 0 {
                    writeln!(out)?;
                }
                for row in self::rows(library, part, entry) {
                    line::write(out, &written(&row, entry, gutter, look), look)?;
                }
            }
            Ok(())
        }
    }
}

fn rows<'a>(library: &Library, (id, place): &Part, entry: &'a Entry) -> Vec<Row<'a>> {
    let bulletin = &entry.bulletin;
    let name = library.name(*id);
    let tree = Tree::new(bulletin);
    let rows = tree.rows().iter().filter(|row| row.place.0.starts_with(&place.0));
    let rows = rows.filter_map(|row| {
        let node = bulletin.node(&row.place)?;
        let (kind, heading) = match node {
            Node::Bulletin(_) => ("bulletin", bulletin.masthead.title.as_deref()),
            Node::Article(article) => ("article", Some(bulletin.text.get(article.title))),
            Node::Section(section) => ("section", Some(bulletin.text.get(section.heading))),
            Node::Measure(measure) => {
                ("measure", measure.headline.map(|headline| bulletin.text.get(headline)))
            }
        };
        let steps = Address { name: String::new(), place: row.place.clone() }.to_string();
        Some(Row {
            address: format!("{name}{steps}"),
            level: row.depth,
            kind,
            marker: node.marker().map(|marker| bulletin.text.get(marker)),
            heading: heading.filter(|heading| !heading.is_empty()),
            measures: row.measures,
            figures: row.figures,
            steps,
            node,
        })
    });
    rows.collect()
}

/// A row for a person. The address of a part below the bulletin stands in the gutter.
fn written(row: &Row<'_>, entry: &Entry, gutter: usize, look: Look) -> String {
    let heading = match (row.node, row.heading) {
        (Node::Bulletin(_), heading) => {
            let title = heading.unwrap_or(Msg::NoSerial.text(look.lang));
            let date = entry.bulletin.masthead.date.map(|date| format!("  {date}")).unwrap_or_default();
            format!("{}  {title}{date}", row.address)
        }
        (_, Some(heading)) => heading.to_owned(),
        (Node::Measure(measure), None) => {
            line::cut(entry.bulletin.text.get(measure.text), GLIMPSE, look.mode)
        }
        (Node::Article(_), None) => Msg::Untitled.text(look.lang).to_owned(),
        (Node::Section(_), None) => String::new(),
    };
    let marker = row.marker.unwrap_or_default();
    // 一、 and 第一， bring their own white space; 一是 and 1. do not.
    let blank = if marker.ends_with(['、', '，', '）']) || marker.is_empty() { "" } else { " " };
    let indent = usize::from(row.level.saturating_sub(1)) * 2;
    let front = if row.level == 0 { 0 } else { gutter + indent };
    let steps = &row.steps;
    format!("{steps:<front$}{marker}{blank}{heading}{}", counts(row, look))
}

fn counts(row: &Row<'_>, look: Look) -> String {
    let mut counts = String::new();
    for (count, message) in [(row.measures, Msg::CountMeasures), (row.figures, Msg::CountFigures)] {
        if count > 0 {
            let blank = if counts.is_empty() { "  " } else { " " };
            counts.push_str(blank);
            counts.push_str(&message.fill(look.lang, &[&count.to_string()]));
        }
    }
    counts
}
