//! What the printed page leaves in the text: page numbers, running heads, rules.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use super::bare::bare;
use super::issue::Stamp;
use super::line::{Line, is_han, is_rule};
use super::piece::is_serial;
use crate::numeral::{Cursor, plain};

/// What kind of page artefact a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Artefact {
    /// — 1 —, 第 3 页 共 5 页
    PageNumber,
    /// The serial's name at the head of a page.
    RunningHead,
    /// ————
    Rule,
}

/// A line that was left out.
#[derive(Debug)]
pub(super) struct Dropped<'a> {
    /// What it was.
    pub kind: Artefact,
    /// The line.
    pub line: Line<'a>,
}

/// Takes the page artefacts out of the lines. Those that follow are told of it by their `page` and `rule`.
pub(super) fn take_artefacts(mut lines: Vec<Line<'_>>) -> (Vec<Line<'_>>, Vec<Dropped<'_>>) {
    let kinds = kinds(&lines);
    let mut dropped = Vec::new();
    if kinds.iter().all(Option::is_none) {
        return (lines, dropped);
    }
    let mut kept = Vec::with_capacity(lines.len());
    let (mut gap, mut page, mut rule) = (false, false, false);
    for (mut line, kind) in lines.drain(..).zip(kinds) {
        (gap, page) = (gap | line.gap, page | line.page);
        if let Some(kind) = kind {
            (page, rule) = (page || kind != Artefact::Rule, rule || kind == Artefact::Rule);
            dropped.push(Dropped { kind, line });
        } else {
            (line.gap, line.page, line.rule) = (gap, page, rule);
            (gap, page, rule) = (false, false, false);
            kept.push(line);
        }
    }
    (kept, dropped)
}

/// The kind of each line; `None` for text.
fn kinds(lines: &[Line<'_>]) -> Vec<Option<Artefact>> {
    let mut kinds: Vec<Option<Artefact>> = lines.iter().map(|line| alone(line.text)).collect();
    mark_bare_numbers(lines, &mut kinds);
    mark_running_heads(lines, &mut kinds);
    kinds
}

/// What a line is by itself.
fn alone(text: &str) -> Option<Artefact> {
    // Most lines begin with a word.
    if text.starts_with(is_word) {
        return None;
    }
    if is_rule(text) {
        return Some(Artefact::Rule);
    }
    (text.len() <= 60 && is_page_number(text)).then_some(Artefact::PageNumber)
}

/// Whether neither a rule nor a page number begins so.
fn is_word(first: char) -> bool {
    is_han(first) && !matches!(plain(first), '第' | '共')
}

/// Whether the line is a page number with its ornaments: — 1 —, · 3 ·, 第 3 页 共 5 页, 3/5.
fn is_page_number(text: &str) -> bool {
    const ORNAMENTS: &[char] = &['-', '~', '·', '.', '•', '*', '|', '=', '・'];
    // Most lines begin with something else.
    if !text.starts_with(|c: char| {
        matches!(plain(c), '0'..='9' | '第' | '共' | 'P' | 'p') || ORNAMENTS.contains(&plain(c))
    }) {
        return false;
    }
    let mut cursor = Cursor::new(text);
    let before = count(|| cursor.eat(ORNAMENTS));
    let total_first = cursor.eat_word("共") && cursor.digits().is_some() && cursor.eat(&['页']);
    cursor.eat(&[',', '，']);
    let _ = cursor.eat_word("Page") || cursor.eat_word("page");
    let named = cursor.eat(&['第']);
    if cursor.digits().is_none_or(|digits| digits.length > 4) {
        return false;
    }
    let page = cursor.eat(&['页']);
    cursor.eat(&[',', '，']);
    let of = cursor.eat(&['/']) | cursor.eat_word("of");
    let total = (cursor.eat(&['共']) | of) && cursor.digits().is_some();
    cursor.eat(&['页']);
    let after = count(|| cursor.eat(ORNAMENTS));
    cursor.is_done()
        && ((named && page) || (of && total) || (total_first && page) || (before > 0 && after > 0))
}

fn count(mut step: impl FnMut() -> bool) -> usize {
    std::iter::from_fn(|| step().then_some(())).count()
}

/// Marks lines of digits alone as page numbers, where pages end and where they count on.
fn mark_bare_numbers(lines: &[Line<'_>], kinds: &mut [Option<Artefact>]) {
    let mut numbers: Vec<(usize, u32, bool)> = Vec::new();
    // Most texts have no such line, so the masthead is read when the first comes.
    let masthead = LazyCell::new(|| masthead_keys(lines, 3));
    for (index, line) in lines.iter().enumerate() {
        if line.chars > 3 || !line.text.chars().all(|c| c.is_ascii_digit()) || splits_number(lines, index) {
            continue;
        }
        let after = lines.get(index + 1);
        // The masthead again below it: the page ends here.
        let heads = after.is_some_and(|after| index > 8 && masthead.contains(&*bare(after.text)));
        let fed = heads || line.page || after.is_some_and(|after| after.page);
        if let Ok(value) = line.text.parse() {
            numbers.push((index, value, fed));
        }
    }
    let values: Vec<u32> = numbers.iter().map(|(_, value, _)| *value).collect();
    for (place, (index, value, fed)) in numbers.into_iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| values.get(before));
        let counts_on =
            before.is_some_and(|before| before + 1 == value) || values.get(place + 1) == Some(&(value + 1));
        if let Some(kind) = kinds.get_mut(index).filter(|_| counts_on || fed) {
            *kind = Some(Artefact::PageNumber);
        }
    }
}

/// Whether the digits on a line are a piece of a number that runs over lines: 202 | 3 | 年.
fn splits_number(lines: &[Line<'_>], index: usize) -> bool {
    let (Some(line), after) = (lines.get(index), lines.get(index + 1)) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(|before| lines.get(before));
    before.is_some_and(|before| !line.gap && before.last().is_ascii_digit())
        || after.is_some_and(|after| !after.gap && after.text.starts_with(['年', '月', '日', '%', '.', '．']))
}

/// Marks the lines that stand at the head (or the foot) of pages and repeat there, or repeat the masthead.
fn mark_running_heads(lines: &[Line<'_>], kinds: &mut [Option<Artefact>]) {
    let candidates = at_page_edges(lines, kinds);
    if candidates.is_empty() {
        return;
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for &index in &candidates {
        if let Some(line) = lines.get(index) {
            *counts.entry(head_key(line.text)).or_default() += 1;
        }
    }
    let masthead = masthead_keys(lines, candidates.first().copied().unwrap_or_default());
    let (serials, numbers) = serials_and_numbers(lines, candidates.first().copied().unwrap_or_default());
    for index in candidates {
        let Some(line) = lines.get(index) else { continue };
        let key = head_key(line.text);
        let repeated = counts.get(&key).is_some_and(|count| *count >= 2)
            || masthead.contains(&key)
            || Stamp::at_end(line.text).is_some_and(|(at, stamp)| {
                let name = bare(line.text.get(..at).unwrap_or_default());
                stamp.issue.number.is_some_and(|number| numbers.contains(&number))
                    && serials.iter().any(|serial| name.ends_with(&**serial))
            });
        let is_head = repeated && !key.is_empty() && !numbered_anew(lines.get(index + 1), &numbers);
        if let Some(kind) = kinds.get_mut(index).filter(|_| is_head) {
            *kind = Some(Artefact::RunningHead);
        }
    }
}

/// Whether a line has the number of another issue: what stands above it is a masthead.
fn numbered_anew(line: Option<&Line<'_>>, numbers: &[u32]) -> bool {
    let stamp = line.filter(|line| line.is_short()).and_then(|line| Stamp::at_end(line.text));
    stamp.and_then(|(_, stamp)| stamp.issue.number).is_some_and(|number| !numbers.contains(&number))
}

/// The short lines next to a page's end: the first after it, and the last before its number.
fn at_page_edges(lines: &[Line<'_>], kinds: &[Option<Artefact>]) -> Vec<usize> {
    let is_text = |index: usize| kinds.get(index).is_some_and(Option::is_none);
    let is_short = |index: usize| {
        lines
            .get(index)
            .is_some_and(|line| line.chars <= 50 && !line.text.ends_with(['。', '；', '，', '：']))
    };
    let mut found = Vec::new();
    let mut page = false;
    for (index, (line, kind)) in lines.iter().zip(kinds).enumerate() {
        page |= line.page;
        match kind {
            Some(Artefact::Rule) => {}
            Some(_) => {
                if let Some(before) =
                    index.checked_sub(1).filter(|&before| is_text(before) && is_short(before))
                {
                    found.push(before);
                }
                page = true;
            }
            None => {
                if page && index > 0 && is_short(index) {
                    found.push(index);
                }
                page = false;
            }
        }
    }
    found.dedup();
    found
}

/// The lines of the first masthead, alone and in pairs, as running heads repeat them.
fn masthead_keys(lines: &[Line<'_>], before: usize) -> HashSet<String> {
    let head: Vec<String> = lines
        .iter()
        .take(before.min(8))
        .take_while(|line| line.is_short() && !line.text.contains('。') && !bare(line.text).contains("目录"))
        .map(|line| head_key(line.text))
        .collect();
    let pairs = head.windows(2).filter_map(|pair| Some(pair.first()?.clone() + pair.get(1)?));
    let pairs: Vec<String> = pairs.collect();
    head.into_iter().chain(pairs).collect()
}

/// The serial's titles and the numbers that the first masthead shows: a running head may put more before them.
fn serials_and_numbers<'a>(lines: &'a [Line<'_>], before: usize) -> (Vec<Cow<'a, str>>, Vec<u32>) {
    let head = || lines.iter().take(before.min(8)).filter(|line| line.is_short() && !line.is_prose());
    let serials = head().filter(|line| is_serial(line.text)).map(|line| bare(line.text)).collect();
    let stamps = head().filter_map(|line| Stamp::at_end(line.text));
    (serials, stamps.filter_map(|(_, stamp)| stamp.issue.number).collect())
}

/// A line as running heads are compared: without blanks, ornaments and a page's number.
fn head_key(text: &str) -> String {
    let bare = bare(text);
    let ornament = |c: char| matches!(c, '-' | '·' | '|' | '~' | '.');
    let cut = bare.trim_matches(|c: char| ornament(c) || c.is_ascii_digit());
    // A date or number at the end is no page number.
    if bare.ends_with(|c: char| ornament(c)) || bare.starts_with(ornament) {
        return cut.to_owned();
    }
    bare.into_owned()
}
