//! What is odd about the issues of a serial among each other: numbers missing, numbers twice.

use std::collections::BTreeMap;

use super::{Entry, FileProblem, Library};
use crate::bulletin::{Code, Problem};

impl Library {
    /// Numbers missing between the first and the last issue of a serial's year, and issues that are
    /// there twice. Each stands at the file of the issue that shows it, without a line.
    pub fn series_problems(&self) -> Vec<FileProblem> {
        let mut years: BTreeMap<(&str, u16), Vec<&Entry>> = BTreeMap::new();
        for (_, entry) in self.iter() {
            if let (Some(year), Some(_)) = (entry.year(), entry.bulletin.masthead.number)
                && !entry.serial().is_empty()
            {
                years.entry((entry.serial(), year)).or_default().push(entry);
            }
        }
        years.into_iter().flat_map(|((serial, year), entries)| of_year(serial, year, &entries)).collect()
    }
}

/// The problems of one serial's year; its issues by number.
fn of_year(serial: &str, year: u16, entries: &[&Entry]) -> Vec<FileProblem> {
    let mut problems = Vec::new();
    let mut last: Option<(u32, &Entry)> = None;
    for entry in entries {
        let (first, end) = numbers(entry);
        let mut say = |code, details: [String; 3]| {
            let problem = Problem::new(code, 0, details);
            problems.push(FileProblem { root: entry.root.clone(), path: entry.path.clone(), problem });
        };
        match last {
            Some((before, other)) if first <= before => {
                let name = entry.plain_name();
                say(Code::DuplicateIssue, [serial.to_owned(), name, other.path.to_string()]);
            }
            Some((before, _)) if first > before + 1 => {
                say(Code::NumberGap, [serial.to_owned(), year.to_string(), range(before + 1, first - 1)]);
            }
            _ => {}
        }
        if last.is_none_or(|(before, _)| end > before) {
            last = Some((end, entry));
        }
    }
    problems
}

/// The first and the last number of an issue; a joint issue has several.
fn numbers(entry: &Entry) -> (u32, u32) {
    let masthead = &entry.bulletin.masthead;
    let first = masthead.number.unwrap_or_default();
    (first, masthead.number_end.unwrap_or(first).max(first))
}

fn range(first: u32, last: u32) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}
