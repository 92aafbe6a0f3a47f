//! Words that are marked in the text that is open, and the places where they stand.

use std::ops::Range;

use crate::page::{Page, Role};
use crate::query::{Query, Test};
use crate::search::{Census, Matcher};

/// What was looked for, and where it stands.
#[derive(Debug, Default)]
pub struct Find {
    words: String,
    matchers: Vec<Matcher>,
    found: Vec<Found>,
}

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Index of the block on the page.
    pub block: usize,
    /// Bytes of the block's text.
    pub range: Range<usize>,
}

impl Find {
    /// The words as they were written; empty where nothing is looked for.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Where they stand, from top to bottom.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// Where they stand in one block.
    pub fn in_block(&self, block: usize) -> &[Found] {
        let from = self.found.partition_point(|found| found.block < block);
        let to = self.found.partition_point(|found| found.block <= block);
        self.found.get(from..to).unwrap_or_default()
    }

    /// Whether all the words stand in a text.
    pub(super) fn are_in(&self, text: &str) -> bool {
        !self.matchers.is_empty() && self.matchers.iter().all(|matcher| matcher.is_in(text))
    }

    /// Looks for other words: those of a query that are not to be missing.
    pub(super) fn look_for(&mut self, words: &str, page: &Page) {
        words.clone_into(&mut self.words);
        let query = Query::read(words);
        let wanted = query.clauses.iter().filter(|clause| !clause.negated).flat_map(|clause| &clause.tests);
        let matchers = wanted.filter_map(|test| match test {
            Test::Words(_, words) => Some(Matcher::new(words, &Census::default())),
            _ => None,
        });
        self.matchers = matchers.collect();
        self.search(page);
    }

    /// Looks for the same words on another page.
    pub(super) fn search(&mut self, page: &Page) {
        self.found.clear();
        // What stands in a table of figures stands in the text above it.
        let texts = page.blocks.iter().enumerate().filter(|(_, block)| block.role != Role::Figure);
        for (block, text) in texts.map(|(index, block)| (index, &block.text)) {
            let mut ranges: Vec<Range<usize>> = self
                .matchers
                .iter()
                .flat_map(|matcher| matcher.all(text))
                .map(|mark| mark.span.range())
                .collect();
            ranges.sort_by_key(|range| range.start);
            ranges.dedup_by(|range, before| range.start < before.end);
            self.found.extend(ranges.into_iter().map(|range| Found { block, range }));
        }
    }
}
