//! Text to bulletins and problems; parsing never fails.
//!
//! The steps, each in a module, each one pass over what the step before made:
//! `line` the lines that have ink → `page` without page numbers and running heads → `split` one run
//! of lines a bulletin, `above` what a web page or a mail puts above it → `masthead`, `contents`, `tail`, `footer` its head, list and end → `join`,
//! `block` the body's lines as paragraphs, titles, by-lines, columns → `heal` one text → `article`,
//! `section`, `measure` the tree over spans of it → `check` what is wrong.

mod above;
mod article;
mod bare;
mod block;
mod check;
mod contents;
mod footer;
mod heal;
mod issue;
mod join;
mod line;
mod look;
mod masthead;
mod matching;
mod measure;
mod page;
mod piece;
mod section;
mod split;
mod tail;

use std::ops::Range;
use std::sync::Arc;

use crate::bulletin::{Bulletin, Distribution, FilePlace, Imprint, Masthead, Span};
use block::{Block, blocks};
use contents::Contents;
use footer::Footer;
use heal::{Healed, Joint, Source, heal};
use line::Line;
use masthead::Head;
use matching::Matches;
use split::Issued;

/// The bulletins in a file's decoded text, at least one where the text has a visible character.
pub fn bulletins(text: &str) -> Vec<Bulletin> {
    let (lines, dropped) = page::take_artefacts(line::lines(text));
    if lines.is_empty() && dropped.is_empty() && is_empty(text) {
        return Vec::new();
    }
    let issued = split::split(&lines);
    let mut starts: Vec<usize> = issued
        .iter()
        .skip(1)
        .map(|issued| lines.get(issued.lines.start).map_or(text.len(), |line| line.start))
        .collect();
    starts.push(text.len());
    let mut from = 0;
    let mut origin = FilePlace { line: 1, point: 0 };
    let mut dropped = dropped.as_slice();
    let mut found = Vec::with_capacity(issued.len());
    for (issued, end) in issued.into_iter().zip(starts) {
        let (own, later) = dropped.split_at(dropped.partition_point(|it| it.line.start < end));
        dropped = later;
        let source = Source {
            file: text,
            range: from..end,
            lines: lines.get(issued.lines.clone()).unwrap_or_default(),
            dropped: own,
            origin,
        };
        found.push(bulletin(&source, issued));
        if end == text.len() {
            break;
        }
        let part = text.get(from..end).unwrap_or_default();
        origin.point += part.chars().count() as u32;
        origin.line += part.matches('\n').count() as u32;
        from = end;
    }
    found
}

/// Whether no bulletin is in a text: it leaves no ink.
pub fn is_empty(text: &str) -> bool {
    text.chars().all(line::is_blank)
}

/// The lines of a bulletin as parts of it.
struct Parts {
    contents: Contents,
    footer: Footer,
    blocks: Vec<Block>,
    joints: Vec<Joint>,
    matches: Matches,
}

impl Parts {
    /// Gives the title that stands above the head to an article without one; else it is a mark.
    fn take_title(&mut self, lines: &[Line<'_>], title: &Range<usize>, head: &mut Head) {
        let (Some(first), Some(last)) = (lines.get(title.start), lines.get(title.end.wrapping_sub(1))) else {
            return;
        };
        if title.is_empty() {
            return;
        }
        let untitled = |block: &Block| matches!(block.kind, block::Kind::Prose | block::Kind::Byline);
        if self.blocks.first().is_some_and(untitled) {
            let kind = block::Kind::Title(None);
            self.blocks.insert(0, Block { kind, range: first.start..last.end(), line: first.number });
            for joint in self.joints.iter_mut().take(title.end).skip(title.start + 1) {
                *joint = Joint::Spaced;
            }
        } else {
            let titles = lines.get(title.clone()).unwrap_or_default().iter();
            head.marks.splice(0..0, titles.map(|line| line.text.to_owned()));
        }
    }
}

/// One bulletin from its lines.
fn bulletin(source: &Source<'_>, issued: Issued) -> Bulletin {
    let from = issued.lines.start;
    let notice = issued.notice.start - from..issued.notice.end - from;
    let head_end = issued.head_end();
    let mut head = issued.head.unwrap_or_default();
    let mut parts = parts(source.lines, notice.clone(), head_end, &head);
    parts.take_title(source.lines, &issued.title, &mut head);
    let healed = heal(source, &parts.joints);
    let (articles, told) = article::articles(&parts.blocks, &healed);
    let entry_lines: Vec<u32> = parts
        .contents
        .entries
        .iter()
        .map(|entry| source.lines.get(entry.lines.start).map_or(0, |line| line.number))
        .collect();
    let spans = parts.contents.entries.iter();
    let mut bulletin = Bulletin {
        contents: spans.map(|entry| healed.span(&(entry.start..entry.end))).collect(),
        articles,
        distribution: distribution(&parts.footer, &healed),
        imprint: imprint(source.lines, &head, from, &parts.footer, &healed),
        masthead: masthead(head, &parts.footer),
        ..Bulletin::default()
    };
    bulletin.text = healed.text;
    let first = source.lines.get(notice.end).or(source.lines.first());
    let evidence = check::Evidence {
        told: &told,
        entries: &parts.contents.entries,
        near: &parts.matches.near,
        entry_lines: &entry_lines,
        dropped: source.dropped,
        head_line: first.map_or(1, |line| line.number),
        imprint_line: parts.footer.date.map_or(0, |(_, line)| line),
    };
    bulletin.problems = check::problems(&bulletin, &evidence);
    bulletin
}

/// What stands around the body of a bulletin.
struct Frame {
    contents: Contents,
    /// The lines of the body.
    body: Range<usize>,
    footer: Footer,
}

/// Tells contents, body and footer apart.
fn frame(lines: &[Line<'_>], head_end: usize, head: &Head) -> Frame {
    let contents = find_contents(lines, head_end);
    let start = if contents.entries.is_empty() { head_end } else { contents.end };
    let end = tail::start(lines, start, head.issuer.as_deref());
    Frame { contents, body: start..end, footer: footer::read(lines, end) }
}

/// Tells contents, body and footer apart, and the blocks of the body.
fn parts(lines: &[Line<'_>], notice: Range<usize>, head_end: usize, head: &Head) -> Parts {
    let Frame { contents, body, footer } = frame(lines, head_end, head);
    let mut joints = vec![Joint::Apart; lines.len()];
    for line in footer
        .joined
        .iter()
        .copied()
        .chain(contents.entries.iter().flat_map(|entry| entry.lines.clone().skip(1)))
    {
        if let Some(joint) = joints.get_mut(line) {
            *joint = Joint::Closed;
        }
    }
    let mut all = Vec::new();
    let mut matches = Matches::default();
    for range in [notice, body.clone()] {
        let part = lines.get(range.clone()).unwrap_or_default();
        let entries = if range.start == body.start { contents.entries.as_slice() } else { &[] };
        let (found, own_joints, own_matches) = blocks(part, entries);
        all.extend(found);
        for (joint, own) in joints.iter_mut().skip(range.start).zip(own_joints) {
            *joint = own;
        }
        matches = own_matches;
    }
    Parts { contents, footer, blocks: all, joints, matches }
}

/// The contents behind the head, labelled or told by being repeated as titles.
fn find_contents(lines: &[Line<'_>], from: usize) -> Contents {
    let labelled = (from..lines.len().min(from + 3)).find_map(|index| {
        let rest = contents::label(lines.get(index)?.text)?;
        Some((index, rest))
    });
    match labelled {
        Some((index, rest)) if index == from => contents::read(lines, index, rest),
        Some(_) => Contents::default(),
        None => contents::read_unlabelled(lines, from),
    }
}

fn masthead(head: Head, footer: &Footer) -> Masthead {
    let mut issue = head.issue;
    issue.fill_from(footer.issue);
    let printed = footer.date.and_then(|(date, _)| date.year);
    let year = issue.year.or(printed);
    let date = head.date.and_then(|date| date.with_year(year));
    let numbered = issue.number.is_some() || issue.total.is_some();
    Masthead {
        title: head.title.map(Arc::from),
        year: numbered.then(|| issue.year.or(date.map(|date| date.year)).or(printed)).flatten(),
        number: issue.number,
        number_end: issue.end,
        total: issue.total,
        issuer: head.issuer.map(Arc::from),
        date,
        marks: head.marks.iter().chain(&footer.marks).collect(),
    }
}

fn distribution(footer: &Footer, healed: &Healed) -> Box<[Distribution]> {
    let receivers = footer.receivers.iter().map(|it| {
        let text = healed.span(&it.text);
        Distribution {
            kind: it.kind,
            marker: healed.span(&it.marker),
            text,
            recipients: recipients(healed.text.as_str(), text),
        }
    });
    receivers.collect()
}

/// The receivers one by one: parted by commas, semicolons and full stops outside brackets.
fn recipients(text: &str, span: Span) -> Box<[Span]> {
    let mut found = Vec::new();
    let (mut depth, mut start) = (0_usize, span.start as usize);
    let mut push = |from: usize, to: usize| {
        let part = measure::trimmed(text, from, to);
        if !part.is_empty() {
            found.push(part);
        }
    };
    for (at, character) in text.get(span.range()).unwrap_or_default().char_indices() {
        let at = span.start as usize + at;
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '，' | '；' | '。' | ',' | ';' if depth == 0 => {
                push(start, at);
                start = at + character.len_utf8();
            }
            _ => {}
        }
    }
    push(start, span.end as usize);
    found.into()
}

/// The imprint of the footer, else of the head.
fn imprint(
    lines: &[Line<'_>],
    head: &Head,
    from: usize,
    footer: &Footer,
    healed: &Healed,
) -> Option<Imprint> {
    let year = head.issue.year.or(head.date.and_then(|date| date.year));
    if footer.is_imprinted() {
        return Some(Imprint {
            issuer: footer.issuer.as_ref().map(|range| healed.span(range)),
            date: footer.date.and_then(|(date, _)| date.with_year(year)),
            copies: footer.copies,
        });
    }
    let line = lines.get(head.imprint? - from)?;
    let name = head.issuer.as_deref().unwrap_or_default();
    let start = line.text.find(name).filter(|_| !name.is_empty()).map(|at| line.start + at);
    Some(Imprint {
        issuer: start.map(|start| healed.span(&(start..start + name.len()))),
        date: head.date.and_then(|date| date.with_year(year)),
        copies: None,
    })
}
