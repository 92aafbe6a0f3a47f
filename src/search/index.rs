//! What is kept of bulletins from one search to the next.

use std::sync::{Arc, OnceLock};

use super::block::{Block, printed};
use super::initials::Initials;
use crate::bulletin::Bulletin;
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
    blocks: OnceLock<Box<[Block]>>,
    initials: OnceLock<Initials>,
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

impl Kept {
    /// Reads everything that is not kept yet.
    pub(super) fn prepare(&self, bulletin: &Bulletin) {
        self.blocks(bulletin);
        self.initials(bulletin);
    }

    /// The blocks of the bulletin's articles.
    pub(super) fn blocks(&self, bulletin: &Bulletin) -> &[Block] {
        self.blocks.get_or_init(|| printed(bulletin))
    }

    /// The initials of the bulletin's text.
    pub(super) fn initials(&self, bulletin: &Bulletin) -> &Initials {
        self.initials.get_or_init(|| Initials::of(bulletin.text.as_str()))
    }
}
