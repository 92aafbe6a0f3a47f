//! The paragraphs of an article as a tree: lead, sections of any depth, their measures.

use super::line::is_blank;
use super::measure::{Edge, Mark, Paragraphs, marks, opens_series, trimmed};
use crate::bulletin::{Article, Paragraph, Section, Span};
use crate::numeral::MarkerKind;

/// A heading, or a run of text, in order.
enum Part {
    Heading(Heading),
    Text(Span),
}

/// A heading with its marker.
struct Heading {
    kind: MarkerKind,
    ordinal: u32,
    marker: Span,
    text: Span,
}

/// What is noted of one article while its tree is made: kept from article to article for its memory.
#[derive(Default)]
pub(super) struct Notes {
    marks: Vec<Mark>,
    parts: Vec<Part>,
    run: Vec<Span>,
    tree: Tree,
}

/// Fills lead and sections of an article from its paragraphs.
pub(super) fn fill(article: &mut Article, text: &str, spans: &[Span], notes: &mut Notes) {
    let Notes { marks: all_marks, parts, run, tree } = notes;
    all_marks.clear();
    run.clear();
    for &span in spans {
        let before = all_marks.len();
        marks(text, span, all_marks);
        split(text, span, all_marks.get(before..).unwrap_or_default(), parts);
    }
    let levels = Levels::of(parts);
    for part in parts.drain(..) {
        match part {
            Part::Text(span) => run.push(span),
            Part::Heading(heading) => {
                tree.take_text(article, text, run, all_marks);
                run.clear();
                tree.open(levels.level(heading.kind), &heading);
            }
        }
    }
    tree.take_text(article, text, run, all_marks);
    tree.close_to(0);
    article.sections = tree.closed.drain(..).collect();
}

/// Cuts a paragraph into headings and text.
fn split(text: &str, span: Span, marks: &[Mark], parts: &mut Vec<Part>) {
    let mut at = span.start as usize;
    for mark in headings(marks, span) {
        push_text(text, at, mark.at, parts);
        let after = mark.at + mark.marker.bytes;
        let rest = text.get(after..span.end as usize).unwrap_or_default();
        // An inline heading ends where the next one begins at the latest; a full stop comes before it.
        let (heading, next) = match rest.split_once('。') {
            Some((heading, _)) => (heading, after + heading.len() + '。'.len_utf8()),
            None => (rest, span.end as usize),
        };
        parts.push(Part::Heading(Heading {
            kind: mark.marker.kind,
            ordinal: mark.marker.ordinal.unwrap_or_default(),
            marker: Span::new(mark.at, mark.at + marker_bytes(text, &mark)),
            text: trimmed(text, after, after + heading.len()),
        }));
        at = next;
    }
    push_text(text, at, span.end as usize, parts);
}

/// The marker's bytes without blanks behind it.
fn marker_bytes(text: &str, mark: &Mark) -> usize {
    let printed = text.get(mark.at..mark.at + mark.marker.bytes).unwrap_or_default();
    printed.trim_end_matches(is_blank).len()
}

fn push_text(text: &str, start: usize, end: usize, parts: &mut Vec<Part>) {
    let span = trimmed(text, start, end.max(start));
    if !span.is_empty() {
        parts.push(Part::Text(span));
    }
}

/// The marks of a paragraph that open sections: one at its start, and 一、 or （一） that count on
/// behind full stops, where a whole article stands in one paragraph.
fn headings(marks: &[Mark], span: Span) -> Vec<Mark> {
    use MarkerKind::{Bracket, Comma};
    let mut found = Vec::new();
    let Some(first) = marks.first() else {
        return found;
    };
    let starts = first.at == span.start as usize && first.marker.kind.level().is_some();
    if starts && opens_series(marks) {
        return found;
    }
    let mut expected = [1_u32; 2];
    for (index, mark) in marks.iter().enumerate() {
        let at_start = index == 0 && starts;
        let slot = match mark.marker.kind {
            Comma => 0,
            Bracket => 1,
            _ if at_start => {
                found.push(*mark);
                continue;
            }
            _ => continue,
        };
        let ordinal = mark.marker.ordinal.unwrap_or_default();
        let counts_on = mark.edge == Edge::Stop
            && expected.get(slot) == Some(&ordinal)
            && (ordinal > 1 || goes_on(marks, index));
        if !(at_start || counts_on) {
            continue;
        }
        if let Some(expected) = expected.get_mut(slot) {
            *expected = ordinal + 1;
        }
        if slot == 0 {
            expected = [ordinal + 1, 1];
        }
        found.push(*mark);
    }
    found
}

/// Whether the next mark of the same kind is a second one behind a full stop.
fn goes_on(marks: &[Mark], from: usize) -> bool {
    let Some(first) = marks.get(from) else {
        return false;
    };
    let mut same = marks.iter().skip(from + 1).filter(|mark| mark.marker.kind == first.marker.kind);
    same.next().is_some_and(|mark| mark.marker.ordinal == Some(2) && mark.edge == Edge::Stop)
}

/// The level of each kind of marker in one article.
struct Levels {
    /// The kinds by first appearance, where the article uses them the other way round.
    order: Option<Vec<MarkerKind>>,
}

impl Levels {
    fn of(parts: &[Part]) -> Self {
        let mut seen: Vec<Seen> = Vec::new();
        let mut reversed = false;
        for (position, heading) in parts
            .iter()
            .filter_map(|part| match part {
                Part::Heading(heading) => Some(heading),
                Part::Text(_) => None,
            })
            .enumerate()
        {
            match seen.iter().position(|it| it.kind == heading.kind) {
                None => seen.push(Seen {
                    kind: heading.kind,
                    last: heading.ordinal,
                    at: position,
                    began: position,
                }),
                Some(index) => {
                    reversed |= encloses(&seen, index, heading.ordinal);
                    if let Some(it) = seen.get_mut(index) {
                        it.began = if heading.ordinal == 1 { position } else { it.began };
                        (it.last, it.at) = (heading.ordinal, position);
                    }
                }
            }
        }
        Self { order: reversed.then(|| seen.iter().map(|it| it.kind).collect()) }
    }

    fn level(&self, kind: MarkerKind) -> u8 {
        let by_kind = kind.level().unwrap_or(1);
        let place = self.order.as_ref().and_then(|order| order.iter().position(|it| *it == kind));
        place.map_or(by_kind, |place| place as u8 + 1)
    }
}

/// A kind of marker as it was last seen.
struct Seen {
    kind: MarkerKind,
    last: u32,
    /// Its last place.
    at: usize,
    /// The last place where it began with 1.
    began: usize,
}

/// Whether the kind at `index`, counting on to `ordinal`, had inside it a series of a kind that is
/// not below it: then the article uses them the other way round.
fn encloses(seen: &[Seen], index: usize, ordinal: u32) -> bool {
    let Some(outer) = seen.get(index) else {
        return false;
    };
    let later = seen.iter().enumerate().skip(index + 1);
    ordinal == outer.last + 1
        && later
            .into_iter()
            .any(|(_, inner)| inner.began > outer.at && inner.kind.level() <= outer.kind.level())
}

/// The sections of an article as they are found: kept from article to article for its memory.
#[derive(Default)]
struct Tree {
    /// The sections that are open, from the highest down, each with the number of the sections that were closed
    /// before it opened: those behind them are its own.
    open: Vec<(Section, usize)>,
    /// The sections that are closed and stand in no other that is.
    closed: Vec<Section>,
    paragraphs: Paragraphs,
}

impl Tree {
    fn open(&mut self, level: u8, heading: &Heading) {
        self.close_to(level);
        let section = Section {
            level,
            ordinal: heading.ordinal,
            marker: heading.marker,
            heading: heading.text,
            ..Section::default()
        };
        self.open.push((section, self.closed.len()));
    }

    /// Closes every section that is not above `level`.
    fn close_to(&mut self, level: u8) {
        while let Some((mut section, before)) = self.open.pop_if(|(section, _)| section.level >= level) {
            section.sections = self.closed.drain(before..).collect();
            self.closed.push(section);
        }
    }

    /// Gives the run of text between two headings to the section that is open, else to the lead.
    fn take_text(&mut self, article: &mut Article, text: &str, run: &[Span], marks: &[Mark]) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            return;
        };
        let from = marks.partition_point(|mark| mark.at < first.start as usize);
        let to = marks.partition_point(|mark| mark.at < last.end as usize);
        self.paragraphs.read(text, run, marks.get(from..to).unwrap_or_default());
        let Paragraphs { texts, measures } = &mut self.paragraphs;
        let mut measures = measures.drain(..);
        if let Some((section, _)) = self.open.last_mut() {
            texts.retain(|(text, _)| !text.is_empty());
            section.paragraphs = texts.iter().map(|(text, _)| *text).collect();
            section.measures = measures.collect();
        } else {
            // Measures without text before them hang on the paragraph before.
            texts.dedup_by(|(text, measures), (_, before)| {
                *before += if text.is_empty() { *measures } else { 0 };
                text.is_empty()
            });
            let paragraph = |&(text, own): &(Span, usize)| Paragraph {
                text,
                measures: measures.by_ref().take(own).collect(),
            };
            article.lead = texts.iter().map(paragraph).collect();
        }
    }
}
