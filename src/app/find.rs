//! Finding words in the text that is open.

use std::ops::Range;

use crate::page::{Page, Role};
use crate::text::Folded;

/// What was looked for, and where it stands.
#[derive(Debug, Default)]
pub struct Find {
    words: String,
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
    /// The words; empty where nothing is looked for.
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

    /// Looks for other words.
    pub(super) fn look_for(&mut self, words: &str, page: &Page) {
        words.clone_into(&mut self.words);
        self.search(page);
    }

    /// Looks for the same words on another page.
    pub(super) fn search(&mut self, page: &Page) {
        self.found.clear();
        if self.words.is_empty() {
            return;
        }
        // What stands in a table of figures stands in the text above it.
        let texts = page.blocks.iter().enumerate().filter(|(_, block)| block.role != Role::Figure);
        for (block, text) in texts.map(|(index, block)| (index, &block.text)) {
            let ranges = Folded::new(text).find(&self.words);
            self.found.extend(ranges.into_iter().map(|range| Found { block, range }));
        }
    }
}
