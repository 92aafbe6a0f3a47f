//! Which lines of the body are the titles that the contents name.

use std::collections::{HashMap, HashSet};
use std::str::Chars;

use super::bare::{first_letters, letters};
use super::contents::{Entry, leading_column};
use super::line::{Line, is_blank};
use super::look::looks_like_title;
use crate::numeral::Marker;

/// How many lines a title has at most.
const LINES: usize = 3;
/// How many entries ahead a title that differs is looked for.
const AHEAD: usize = 4;

/// The letters that a text begins with.
type Firsts = (Option<char>, Option<char>);

/// The lines of a body that entries of the contents name.
#[derive(Debug, Default)]
pub(super) struct Matches {
    /// For each line: the entry it is the title of, and how many lines the title has.
    at: Vec<Option<(usize, usize)>>,
    /// For each line: whether it begins something for sure.
    fixed: Vec<bool>,
    /// Entries that differ from their title by a character or two.
    pub near: HashSet<usize>,
    keys: HashMap<String, usize>,
    /// The two letters that the keys begin with, in order: nearly no other line does.
    firsts: Vec<Firsts>,
    columns: HashSet<String>,
}

impl Matches {
    /// Finds the entries' titles among the lines.
    pub(super) fn of(lines: &[Line<'_>], entries: &[Entry]) -> Self {
        let mut found =
            Self { at: vec![None; lines.len()], fixed: vec![false; lines.len()], ..Self::default() };
        for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.is_column) {
            found.keys.entry(entry.key.clone()).or_insert(index);
        }
        let column = |entry: &Entry| if entry.is_column { entry.key.clone() } else { entry.column.clone() };
        found.columns = entries.iter().map(column).filter(|column| !column.is_empty()).collect();
        found.keys.remove("");
        found.firsts = entries.iter().map(|entry| first_letters(&entry.key)).collect();
        found.firsts.sort_unstable();
        found.firsts.dedup();
        if found.keys.is_empty() {
            return found;
        }
        let mut used = vec![false; entries.len()];
        let mut index = 0;
        while let Some(line) = lines.get(index) {
            let told = if line.chars <= 90 { found.exact(lines, index, entries, &used) } else { None };
            index += match told {
                Some((entry, count)) => {
                    found.take(index, entry, count, &mut used);
                    count
                }
                None => 1,
            };
        }
        found.take_near(lines, entries, &mut used);
        found
    }

    /// The entry whose title stands on a line.
    pub(super) fn at(&self, line: usize) -> Option<usize> {
        self.at.get(line).copied().flatten().map(|(entry, _)| entry)
    }

    /// How many lines the title has that begins on a line.
    pub(super) fn lines_at(&self, line: usize) -> usize {
        self.at.get(line).copied().flatten().map_or(0, |(_, count)| count)
    }

    /// The lines that begin something for sure.
    pub(super) fn fixed(&self) -> &[bool] {
        &self.fixed
    }

    /// Whether there are contents at all.
    pub(super) fn has_entries(&self) -> bool {
        !self.keys.is_empty()
    }

    /// Whether the contents name a column so.
    pub(super) fn names_column(&self, text: &str) -> bool {
        !self.columns.is_empty() && self.columns.contains(&*letters(text))
    }

    /// The entry with this text.
    pub(super) fn entry_of(&self, text: &str) -> Option<usize> {
        self.keys.get(&*letters(text)).copied()
    }

    fn take(&mut self, index: usize, entry: usize, count: usize, used: &mut [bool]) {
        if let Some(at) = self.at.get_mut(index) {
            *at = Some((entry, count));
        }
        for fixed in self.fixed.iter_mut().skip(index).take(count + 1) {
            *fixed = true;
        }
        if let Some(used) = used.get_mut(entry) {
            *used = true;
        }
    }

    /// The unused entry that equals the title beginning on a line, and the title's lines.
    fn exact(
        &self,
        lines: &[Line<'_>],
        index: usize,
        entries: &[Entry],
        used: &[bool],
    ) -> Option<(usize, usize)> {
        let line = lines.get(index)?;
        let free = |key: &str| {
            let entry = self.keys.get(key).copied()?;
            (!used.get(entry).copied().unwrap_or(true)).then_some(entry)
        };
        let title = title_text(line);
        let is_first = |firsts: Firsts| self.firsts.binary_search(&firsts).is_ok();
        let may_begin = |text: &str| {
            let (first, second) = first_letters(text);
            first.is_some() && (is_first((first, second)) || is_first((first, None)))
        };
        let number =
            if title.len() == line.inner().len() { line.inner_marker() } else { Marker::at_start(title) };
        let unnumbered = number.and_then(|number| title.get(number.bytes..));
        if !may_begin(title) && !unnumbered.is_some_and(may_begin) {
            return None;
        }
        let key = letters(title);
        if let Some(entry) = free(&key) {
            return Some((entry, 1));
        }
        if let Some(entry) = unnumbered.and_then(|rest| free(&letters(rest))) {
            return Some((entry, 1));
        }
        let main = title.split_once("——").map(|(main, _)| letters(main));
        if let Some(entry) = main.and_then(|main| free(&main)).filter(|_| line.is_short()) {
            return Some((entry, 1));
        }
        if key.chars().count() < 2 || line.text.ends_with('。') {
            return None;
        }
        // A title over two or three lines.
        let begins =
            entries.iter().take(200).any(|entry| entry.key.len() > key.len() && entry.key.starts_with(&*key));
        let mut whole = key.into_owned();
        for count in 2..=LINES {
            let next = lines.get(index + count - 1).filter(|next| begins && next.is_short())?;
            whole.push_str(&letters(next.text));
            if let Some(entry) = free(&whole) {
                return Some((entry, count));
            }
        }
        None
    }

    /// Gives the entries that are left the titles that differ from them by a character or two.
    fn take_near(&mut self, lines: &[Line<'_>], entries: &[Entry], used: &mut [bool]) {
        if !entries.iter().zip(&*used).any(|(entry, used)| !(*used || entry.is_column)) {
            return;
        }
        let mut next = 0;
        for (index, line) in lines.iter().enumerate() {
            if let Some(entry) = self.at(index) {
                next = entry + 1;
                continue;
            }
            if !looks_like_title(line) || line.chars < 6 {
                continue;
            }
            let key = letters(title_text(line));
            let near = (next.saturating_sub(1)..entries.len()).take(AHEAD).find(|&entry| {
                !used.get(entry).copied().unwrap_or(true)
                    && entries.get(entry).is_some_and(|entry| !entry.is_column && are_near(&entry.key, &key))
            });
            if let Some(entry) = near {
                self.take(index, entry, 1, used);
                self.near.insert(entry);
                next = entry + 1;
            }
        }
    }
}

/// A line as a title: without bullet and column.
fn title_text<'a>(line: &Line<'a>) -> &'a str {
    let text = line.inner();
    let text = leading_column(text).map_or(text, |(_, rest)| if rest.is_empty() { text } else { rest });
    text.trim_matches(is_blank)
}

/// Whether two keys of at least six characters differ by at most two insertions, deletions or changes.
fn are_near(one: &str, other: &str) -> bool {
    // Keys that differ by so little are about as long in bytes, too.
    if one.len().abs_diff(other.len()) > 8 {
        return false;
    }
    let (length, others) = (one.chars().count(), other.chars().count());
    length.min(others) >= 6 && length.abs_diff(others) <= 2 && are_within(one.chars(), other.chars(), 2)
}

/// Whether so many insertions, deletions or changes make one text the other.
fn are_within(mut one: Chars<'_>, mut other: Chars<'_>, edits: u32) -> bool {
    loop {
        let (before, others) = (one.clone(), other.clone());
        match (one.next(), other.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => {
                return edits > 0
                    && (are_within(one.clone(), other.clone(), edits - 1)
                        || are_within(one, others, edits - 1)
                        || are_within(before, other, edits - 1));
            }
        }
    }
}
