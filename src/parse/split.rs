//! Where the bulletins of a file begin.

use std::ops::Range;

use super::above::{above, labels};
use super::bare::same_bare;
use super::footer::is_distribution;
use super::issue::Stamp;
use super::line::{Line, is_blank};
use super::look::looks_like_title;
use super::masthead::{Head, head};
use super::piece::{is_mark, is_serial, pieces};
use super::tail::Tail;
use crate::numeral::HanSet;

/// How many lines below a mail's labels its bulletin begins at the latest.
const FAR: usize = 30;

/// The lines of one bulletin.
#[derive(Debug)]
pub(super) struct Issued {
    /// All of its lines.
    pub lines: Range<usize>,
    /// What stands before its head: a notice that forwards it.
    pub notice: Range<usize>,
    /// Its head; `None` where it has none.
    pub head: Option<Head>,
    /// The lines above the head that are the title of the first article.
    pub title: Range<usize>,
}

impl Issued {
    /// The line after the head, counted from the first of the bulletin.
    pub(super) fn head_end(&self) -> usize {
        self.head.as_ref().map_or(0, |head| head.end - self.lines.start)
    }
}

/// The bulletins among the lines, at least one where there is a line.
pub(super) fn split(lines: &[Line<'_>]) -> Vec<Issued> {
    let mut heads: Vec<(usize, Head)> = Vec::new();
    let mut index = 0;
    let (first, title, notice) = first_head(lines);
    if let Some(first) = first {
        index = first.end.max(1);
        heads.push((0, first));
    }
    while index < lines.len() {
        match next_head(lines, index, heads.last().map(|(_, head)| head)) {
            Some((start, found)) => {
                index = found.end.max(index + 1);
                heads.push((start, found));
            }
            None => index += 1,
        }
    }
    if heads.is_empty() {
        return vec![Issued { lines: 0..lines.len(), notice: 0..0, head: None, title }];
    }
    let ends: Vec<usize> = heads.iter().skip(1).map(|(start, _)| *start).chain([lines.len()]).collect();
    let mut from = 0;
    let mut found = Vec::with_capacity(heads.len());
    let mut before = Some((title, notice));
    for ((start, head), end) in heads.into_iter().zip(ends) {
        let (title, notice) = before.take().filter(|_| start == 0).unwrap_or((0..0, from..start));
        found.push(Issued { lines: from..end, notice, head: Some(head), title });
        from = end;
    }
    found
}

/// The head on the first lines with what stands above it: the lines of a title, and of a notice.
fn first_head(lines: &[Line<'_>]) -> (Option<Head>, Range<usize>, Range<usize>) {
    let Some(above) = above(lines) else {
        return (head(lines, 0), 0..0, 0..0);
    };
    let below = match head(lines, above.end).filter(|_| !above.is_whole) {
        Some(found) => Some((above.end, found)),
        // In a mail, a word to the reader may stand before it.
        None if above.is_sure && !above.is_whole => {
            (above.end..lines.len().min(above.end + FAR)).find_map(|index| next_head(lines, index, None))
        }
        None => None,
    };
    let Some((start, mut found)) = below else {
        return (above.is_sure.then_some(above.head), above.title, 0..0);
    };
    // The labels of a mail that is handed on stand right above its text.
    let labelled = (above.end..start).rev().map_while(|index| {
        let marks = lines.get(index).map(|line| labels(line.text))?;
        (!marks.is_empty()).then_some((index, marks))
    });
    let mut notice = above.end..start;
    let mut marks = Vec::new();
    for (index, own) in labelled {
        notice.end = index;
        marks.splice(0..0, own);
    }
    found.marks.splice(0..0, above.head.marks.into_iter().chain(marks));
    (Some(found), above.title, notice)
}

/// The head that line `index` shows to be there: by its number, or by the serial's title coming again.
fn next_head(lines: &[Line<'_>], index: usize, before: Option<&Head>) -> Option<(usize, Head)> {
    let line = lines.get(index).filter(|line| line.is_short() && !line.is_prose())?;
    let numbered = is_numbered(line.text);
    let title = before.and_then(|head| head.title.as_deref());
    let again = title.is_some_and(|title| line.text.starts_with(title) || same_bare(line.text, title));
    if !(numbered || again) {
        return None;
    }
    let start = if numbered { walk_back(lines, index, before) } else { index };
    let found = head(lines, start)?;
    let told = if again {
        found.issue.number.is_some() || found.date.is_some() || found.issue.total.is_some()
    } else {
        (found.issue.number.is_some() || found.issue.total.is_some()) && found.title.is_some()
    };
    let new = before.is_none_or(|before| {
        let same_number =
            before.issue.number == found.issue.number && before.issue.total == found.issue.total;
        !same_number
            || behind_footer(lines, start)
            || (found.issue.number.is_none() && before.date != found.date)
    });
    (told && new && found.end > index).then_some((start, found))
}

/// Whether a closing block ends right above a line.
fn behind_footer(lines: &[Line<'_>], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    above.is_some_and(|line| matches!(Tail::of(line), Tail::Receivers | Tail::Imprint))
}

/// Whether a line says an issue's number, and nothing else but a serial's title, a date or an office.
fn is_numbered(text: &str) -> bool {
    static COUNTED: HanSet = HanSet::of("期号號辑輯");
    if !text.contains(|c| COUNTED.contains(c)) || is_distribution(text) {
        return false;
    }
    pieces(text).filter_map(|piece| text.get(piece)).any(|part| {
        Stamp::at_end(part).is_some_and(|(at, stamp)| {
            let title = part.get(..at).unwrap_or_default().trim_end_matches(is_blank);
            stamp.is_numbered() && !stamp.printed && (title.is_empty() || is_serial(title))
        })
    })
}

/// The first line of the head that has its number on line `index`.
fn walk_back(lines: &[Line<'_>], index: usize, before: Option<&Head>) -> usize {
    let least = before.map_or(0, |head| head.end).max(index.saturating_sub(4));
    let mut start = index;
    while start > least {
        let Some(line) = lines.get(start - 1) else { break };
        if line.is_prose() || !(is_serial(line.text) || is_mark(line.text)) {
            break;
        }
        start -= 1;
    }
    // A title that does not end like a serial's still stands above its number, apart from the rest.
    let above = index.checked_sub(1).and_then(|above| lines.get(above));
    let apart =
        |line: &&Line<'_>| (line.gap || line.page || line.rule) && looks_like_title(line) && line.chars <= 20;
    if start == index && index > least && head(lines, index).is_none_or(|head| head.title.is_none()) {
        return above.filter(apart).map_or(start, |_| index - 1);
    }
    start
}
