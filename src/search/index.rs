//! What is kept of bulletins from one search to the next.

use std::sync::{Arc, OnceLock};

use super::block::Block;
use super::initials::Initials;
use crate::library::Id;

/// Bulletins that are kept together.
const TOGETHER: usize = 64;

/// What searches have read of a library's bulletins, for those that come after: each thing is read
/// when it is first needed. A clone is cheap, and what is read for one is there for all.
#[derive(Debug, Clone, Default)]
pub struct Index {
    parts: Vec<Arc<[Kept; TOGETHER]>>,
}

/// What is kept of a bulletin.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The blocks of its articles, in printed order.
    pub blocks: OnceLock<Box<[Block]>>,
    /// The initials of its text.
    pub initials: OnceLock<Initials>,
}

impl Index {
    /// Makes room for so many bulletins.
    pub fn grow(&mut self, bulletins: usize) {
        let parts = bulletins.div_ceil(TOGETHER).max(self.parts.len());
        self.parts.resize_with(parts, || Arc::new(std::array::from_fn(|_| Kept::default())));
    }

    /// What is kept of a bulletin; `None` where there is no room for it.
    pub(super) fn get(&self, id: Id) -> Option<&Kept> {
        self.parts.get(id.index() / TOGETHER)?.get(id.index() % TOGETHER)
    }
}
