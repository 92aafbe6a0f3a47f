//! Whole bulletins for other programs: JSON as in the README's chapter on it, and Markdown.

use std::io::{self, Write};

use serde::Serialize;

use super::{Form, Look, figure, figures, json, markdown};
use crate::bulletin::{Address, Article, Distribution, Imprint, Masthead, Measure, Place, Section, Span};
use crate::library::{Entry, Id, Library};
use crate::message::Lang;
use crate::table::{self, Group};

/// The name of this form of JSON.
const SCHEMA: &str = "jianbao/1";

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One array, a bulletin on each line.
    Json,
    /// A bulletin on each line.
    Ndjson,
    /// Headings, paragraphs and lists.
    Markdown,
    /// The figures, one a row, as `figures --csv` prints them: nothing else of a bulletin is flat.
    Csv,
}

/// Writes every bulletin in the order of the files and in them; messages in `lang`.
pub fn export(library: &Library, format: Format, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    // Ids are given out as the files come.
    let mut ids: Vec<Id> = library.ids().to_vec();
    ids.sort_unstable();
    let entries = ids.iter().filter_map(|&id| Some((id, library.get(id)?)));
    let exports = entries.clone().map(|(id, entry)| Writer { name: library.name(id), entry }.bulletin(lang));
    match format {
        Format::Json => json::array(out, exports),
        Format::Ndjson => json::lines(out, exports),
        Format::Csv => {
            let all = Group { name: None, rows: table::rows(library) };
            figures(&[all], Form::Csv, Look { lang, ..Look::default() }, out)
        }
        Format::Markdown => entries.enumerate().try_for_each(|(index, (_, entry))| {
            if index > 0 {
                writeln!(out, "\n---\n")?;
            }
            markdown::bulletin(entry, lang, out)
        }),
    }
}

#[derive(Serialize)]
struct ExportedBulletin<'a> {
    schema: &'static str,
    path: &'a str,
    encoding: &'a str,
    address: String,
    masthead: ExportedMasthead<'a>,
    contents: Vec<&'a str>,
    articles: Vec<ExportedArticle<'a>>,
    distribution: Vec<ExportedDistribution<'a>>,
    imprint: Option<ExportedImprint<'a>>,
    problems: Vec<ExportedProblem<'a>>,
}

#[derive(Serialize)]
struct ExportedMasthead<'a> {
    title: Option<&'a str>,
    year: Option<u16>,
    number: Option<u32>,
    number_end: Option<u32>,
    total: Option<u32>,
    issuer: Option<&'a str>,
    date: Option<String>,
    marks: Vec<&'a str>,
}

#[derive(Serialize)]
struct ExportedArticle<'a> {
    address: String,
    title: &'a str,
    column: Option<&'a str>,
    byline: Option<&'a str>,
    lead: Vec<ExportedParagraph<'a>>,
    sections: Vec<ExportedSection<'a>>,
}

#[derive(Serialize)]
struct ExportedParagraph<'a> {
    text: &'a str,
    figures: Vec<figure::Row<'a>>,
    measures: Vec<ExportedMeasure<'a>>,
}

#[derive(Serialize)]
struct ExportedSection<'a> {
    address: String,
    level: u8,
    ordinal: u32,
    marker: &'a str,
    heading: &'a str,
    paragraphs: Vec<ExportedParagraph<'a>>,
    measures: Vec<ExportedMeasure<'a>>,
    sections: Vec<Self>,
}

#[derive(Serialize)]
struct ExportedMeasure<'a> {
    address: String,
    ordinal: u32,
    marker: &'a str,
    headline: Option<&'a str>,
    text: &'a str,
    figures: Vec<figure::Row<'a>>,
}

#[derive(Serialize)]
struct ExportedDistribution<'a> {
    kind: &'static str,
    marker: &'a str,
    text: &'a str,
    recipients: Vec<&'a str>,
}

#[derive(Serialize)]
struct ExportedImprint<'a> {
    issuer: Option<&'a str>,
    date: Option<String>,
    copies: Option<u32>,
}

#[derive(Serialize)]
struct ExportedProblem<'a> {
    code: &'static str,
    message: String,
    line: u32,
    text: Option<&'a str>,
}

/// Turns the parts of one bulletin into what is written, borrowing its text.
struct Writer<'a> {
    name: String,
    entry: &'a Entry,
}

impl<'a> Writer<'a> {
    fn bulletin(&self, lang: Lang) -> ExportedBulletin<'a> {
        let bulletin = &self.entry.bulletin;
        let articles = bulletin.articles.iter().zip(1..);
        ExportedBulletin {
            schema: SCHEMA,
            path: &self.entry.path,
            encoding: self.entry.encoding,
            address: self.address(&Place::default()),
            masthead: masthead(&bulletin.masthead),
            contents: self.texts(&bulletin.contents),
            articles: articles.map(|(article, step)| self.article(article, &Place(vec![step]))).collect(),
            distribution: bulletin.distribution.iter().map(|line| self.distribution(line)).collect(),
            imprint: bulletin.imprint.as_ref().map(|imprint| self.imprint(imprint)),
            problems: bulletin
                .problems
                .iter()
                .map(|problem| ExportedProblem {
                    code: problem.code.name(),
                    message: problem.message(lang),
                    line: problem.line,
                    text: problem.dropped(),
                })
                .collect(),
        }
    }

    fn article(&self, article: &'a Article, place: &Place) -> ExportedArticle<'a> {
        // The measures of a lead are counted through all its paragraphs.
        let mut before = 0;
        let mut lead = Vec::new();
        for paragraph in &article.lead {
            lead.push(self.paragraph(paragraph.text, &paragraph.measures, &place.child(0), before));
            before += paragraph.measures.len() as u32;
        }
        let sections = article.sections.iter().zip(1..);
        ExportedArticle {
            address: self.address(place),
            title: self.text(article.title),
            column: article.column.map(|column| self.text(column)),
            byline: article.byline.map(|byline| self.text(byline)),
            lead,
            sections: sections.map(|(section, step)| self.section(section, &place.child(step))).collect(),
        }
    }

    fn section(&self, section: &'a Section, place: &Place) -> ExportedSection<'a> {
        let measures = section.measures.len() as u32;
        let sections = section.sections.iter().zip(measures + 1..);
        let paragraphs = section.paragraphs.iter();
        ExportedSection {
            address: self.address(place),
            level: section.level,
            ordinal: section.ordinal,
            marker: self.text(section.marker),
            heading: self.text(section.heading),
            paragraphs: paragraphs.map(|&text| self.paragraph(text, &[], place, 0)).collect(),
            measures: self.measures(&section.measures, place, 0),
            sections: sections.map(|(section, step)| self.section(section, &place.child(step))).collect(),
        }
    }

    /// A paragraph with the measures that hang on it; so many hang on those before.
    fn paragraph(
        &self,
        text: Span,
        measures: &'a [Measure],
        place: &Place,
        before: u32,
    ) -> ExportedParagraph<'a> {
        ExportedParagraph {
            text: self.text(text),
            figures: self.figures("text", text).collect(),
            measures: self.measures(measures, place, before),
        }
    }

    fn measures(&self, measures: &'a [Measure], place: &Place, before: u32) -> Vec<ExportedMeasure<'a>> {
        let numbered = measures.iter().zip(before + 1..);
        let exported = numbered.map(|(measure, step)| ExportedMeasure {
            address: self.address(&place.child(step)),
            ordinal: measure.ordinal,
            marker: self.text(measure.marker),
            headline: measure.headline.map(|headline| self.text(headline)),
            text: self.text(measure.text),
            figures: self.measure_figures(measure),
        });
        exported.collect()
    }

    fn measure_figures(&self, measure: &Measure) -> Vec<figure::Row<'a>> {
        let headline = measure.headline.into_iter().flat_map(|headline| self.figures("headline", headline));
        headline.chain(self.figures("text", measure.text)).collect()
    }

    /// The figures in one field of its holder.
    fn figures(&self, field: &'static str, span: Span) -> impl Iterator<Item = figure::Row<'a>> {
        figure::rows(&self.entry.bulletin.text, field, span)
    }

    fn distribution(&self, line: &'a Distribution) -> ExportedDistribution<'a> {
        ExportedDistribution {
            kind: line.kind.name(),
            marker: self.text(line.marker),
            text: self.text(line.text),
            recipients: self.texts(&line.recipients),
        }
    }

    fn imprint(&self, imprint: &'a Imprint) -> ExportedImprint<'a> {
        ExportedImprint {
            issuer: imprint.issuer.map(|issuer| self.text(issuer)),
            date: imprint.date.map(|date| date.to_string()),
            copies: imprint.copies,
        }
    }

    fn text(&self, span: Span) -> &'a str {
        self.entry.bulletin.text.get(span)
    }

    fn texts(&self, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|&span| self.text(span)).collect()
    }

    fn address(&self, place: &Place) -> String {
        Address { name: self.name.clone(), place: place.clone() }.to_string()
    }
}

fn masthead(masthead: &Masthead) -> ExportedMasthead<'_> {
    ExportedMasthead {
        title: masthead.title.as_deref(),
        year: masthead.year,
        number: masthead.number,
        number_end: masthead.number_end,
        total: masthead.total,
        issuer: masthead.issuer.as_deref(),
        date: masthead.date.map(|date| date.to_string()),
        marks: masthead.marks.iter().collect(),
    }
}
