//! Names that come again from issue to issue, each kept once.

use std::sync::Arc;

use foldhash::HashSet;

use crate::bulletin::Masthead;

/// The titles of serials and the names of offices that the bulletins share.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared(HashSet<Arc<str>>);

impl Shared {
    /// Lets a masthead share its names with those that were taken before.
    pub(super) fn take(&mut self, masthead: &mut Masthead) {
        for name in [&mut masthead.title, &mut masthead.issuer].into_iter().flatten() {
            match self.0.get(name) {
                Some(known) => *name = known.clone(),
                None => _ = self.0.insert(name.clone()),
            }
        }
    }
}
