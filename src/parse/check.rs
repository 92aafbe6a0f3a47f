//! What is wrong in a bulletin: missing and unlisted articles, series with gaps, what was dropped.

use std::borrow::Cow;
use std::collections::HashSet;

use super::article::Told;
use super::bare::letters;
use super::contents::Entry;
use super::page::{Artefact, Dropped};
use crate::bulletin::{Bulletin, Code, Measure, Problem, Section, Span, Text};
use crate::numeral::{Date, Marker, MarkerKind};

/// How many days after the masthead's date an imprint may be dated.
const DAYS: i32 = 31;

/// What the checks need beside the bulletin itself.
pub(super) struct Evidence<'a> {
    /// The articles as they were told, in the bulletin's order.
    pub told: &'a [Told],
    /// The entries of the contents.
    pub entries: &'a [Entry],
    /// The entries whose titles differ by a character or two.
    pub near: &'a HashSet<usize>,
    /// The line of each entry in the file.
    pub entry_lines: &'a [u32],
    /// What was left out.
    pub dropped: &'a [Dropped<'a>],
    /// The first line of the masthead.
    pub head_line: u32,
    /// The line of the imprint.
    pub imprint_line: u32,
}

/// The problems of a bulletin, by line.
pub(super) fn problems(bulletin: &Bulletin, evidence: &Evidence<'_>) -> Box<[Problem]> {
    let mut found = Vec::new();
    check_masthead(bulletin, evidence, &mut found);
    check_contents(bulletin, evidence, &mut found);
    for article in &bulletin.articles {
        check_series(&bulletin.text, article.lead_measures().map(Mark::of), &mut found);
        check_sections(&bulletin.text, &article.sections, &mut found);
    }
    check_dropped(evidence.dropped, &mut found);
    found.sort_by_key(|problem| problem.line);
    found.into()
}

fn check_masthead(bulletin: &Bulletin, evidence: &Evidence<'_>, found: &mut Vec<Problem>) {
    let masthead = &bulletin.masthead;
    if masthead.number.is_none() && masthead.total.is_none() {
        found.push(Problem::new(Code::NoNumber, evidence.head_line, []));
    }
    let Some(date) = masthead.date else {
        found.push(Problem::new(Code::NoDate, evidence.head_line, []));
        return;
    };
    let printed = bulletin.imprint.as_ref().and_then(|imprint| imprint.date);
    if let Some(printed) = printed.filter(|printed| !is_soon_after(date, *printed)) {
        let details = [date.to_string(), printed.to_string()];
        found.push(Problem::new(Code::DateDiffers, evidence.imprint_line, details));
    }
}

/// Whether an imprint of this date fits a masthead of that one: printing takes some days.
fn is_soon_after(date: Date, printed: Date) -> bool {
    let days = |date: Date| {
        let month = i32::from(date.month.unwrap_or(1));
        i32::from(date.year) * 372 + month * 31 + i32::from(date.day.unwrap_or(1))
    };
    let exact = date.day.is_some() && printed.day.is_some();
    !exact || (0..=DAYS).contains(&(days(printed) - days(date)))
}

fn check_contents(bulletin: &Bulletin, evidence: &Evidence<'_>, found: &mut Vec<Problem>) {
    if evidence.entries.is_empty() {
        return;
    }
    let mut named = vec![false; evidence.entries.len()];
    for (article, told) in bulletin.articles.iter().zip(evidence.told) {
        let title = bulletin.text.get(article.title);
        match told.entry {
            Some(entry) => {
                if let Some(named) = named.get_mut(entry) {
                    *named = true;
                }
                if evidence.near.contains(&entry) {
                    let printed = bulletin.contents.get(entry).map(|span| bulletin.text.get(*span));
                    let details = [printed.unwrap_or_default().to_owned(), title.to_owned()];
                    found.push(Problem::new(Code::TitleDiffers, told.line, details));
                }
            }
            None if !title.is_empty() => {
                found.push(Problem::new(Code::UnlistedArticle, told.line, [title.to_owned()]));
            }
            None => {}
        }
    }
    let mut headings = None;
    for (index, (entry, named)) in evidence.entries.iter().zip(named).enumerate() {
        if named || entry.is_column || entry.key.is_empty() {
            continue;
        }
        if headings.get_or_insert_with(|| self::headings(bulletin)).contains(&*entry.key) {
            continue;
        }
        let printed = bulletin.contents.get(index).map(|span| bulletin.text.get(*span));
        let details = [(index + 1).to_string(), printed.unwrap_or_default().to_owned()];
        let line = evidence.entry_lines.get(index).copied().unwrap_or_default();
        found.push(Problem::new(Code::MissingArticle, line, details));
    }
}

/// The headings and columns of a bulletin: nested contents name them too.
fn headings(bulletin: &Bulletin) -> HashSet<Cow<'_, str>> {
    let mut found = HashSet::new();
    for article in &bulletin.articles {
        found.extend(article.column.map(|column| letters(bulletin.text.get(column))));
        let mut open: Vec<&Section> = article.sections.iter().collect();
        while let Some(section) = open.pop() {
            found.insert(letters(bulletin.text.get(section.heading)));
            open.extend(&section.sections);
        }
    }
    found
}

fn check_sections(text: &Text, sections: &[Section], found: &mut Vec<Problem>) {
    let marks = sections.iter().map(|section| Mark { marker: section.marker, ordinal: section.ordinal });
    check_series(text, marks, found);
    for section in sections {
        check_series(text, section.measures.iter().map(Mark::of), found);
        check_sections(text, &section.sections, found);
    }
}

/// A marker of a row of sections or measures.
#[derive(Clone, Copy)]
struct Mark {
    marker: Span,
    ordinal: u32,
}

impl Mark {
    const fn of(measure: &Measure) -> Self {
        Self { marker: measure.marker, ordinal: measure.ordinal }
    }
}

/// Checks that the markers of a row count on.
fn check_series(text: &Text, marks: impl Iterator<Item = Mark> + Clone, found: &mut Vec<Problem>) {
    let follows = |(one, next): (Mark, Mark)| next.ordinal == one.ordinal + 1;
    if marks.clone().zip(marks.clone().skip(1)).all(follows) {
        return;
    }
    let mut before: Option<(MarkerKind, Mark)> = None;
    for mark in marks {
        let Some(kind) = Marker::at_start(text.get(mark.marker)).map(|marker| marker.kind) else {
            continue;
        };
        let Some((before_kind, before)) = before.replace((kind, mark)) else {
            continue;
        };
        // Between markers of different levels there is nothing to count.
        let same = before_kind == kind || before_kind.level().is_none() && kind.level().is_none();
        let printed = |mark: Mark| text.get(mark.marker).trim_end_matches(['，', '：']).to_owned();
        let (ordinal, last) = (mark.ordinal, before.ordinal);
        if same && ordinal == last {
            let line = text.origin(mark.marker.start).line;
            found.push(Problem::new(Code::RepeatedOrdinal, line, [printed(mark)]));
        } else if same && ordinal > last + 1 {
            let line = text.origin(mark.marker.start).line;
            let missing = (last + 1..ordinal).take(9).map(|ordinal| kind.print(ordinal));
            let missing: Vec<String> = missing.map(|it| it.trim_end_matches('，').to_owned()).collect();
            let details = [printed(before), printed(mark), missing.join("”“")];
            found.push(Problem::new(Code::SkippedOrdinal, line, details));
        }
    }
}

/// One problem for the page numbers, one for the running heads.
fn check_dropped(dropped: &[Dropped<'_>], found: &mut Vec<Problem>) {
    for (kind, name) in [(Artefact::PageNumber, "页码"), (Artefact::RunningHead, "页眉")] {
        let lines: Vec<_> = dropped.iter().filter(|it| it.kind == kind).map(|it| &it.line).collect();
        let Some(first) = lines.first() else { continue };
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        found.push(Problem::new(Code::DroppedText, first.number, [name.to_owned(), texts.join("  ")]));
    }
}
