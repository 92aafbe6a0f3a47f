//! A search in pieces, which may be done at once.

use std::sync::Mutex;

use super::found::{Found, Part};
use super::index::Index;
use super::initials::Initials;
use super::plan::Plan;
use super::results::sort;
use super::work::Work;
use crate::library::{Id, Library};

/// Does pieces of work, numbered from 0, each once and in any order, several at once where it has the
/// threads for that. It comes from outside: here nobody knows of threads.
pub type Spread<'a> = &'a dyn Fn(usize, &(dyn Fn(usize) + Sync));

/// One piece of work after the other.
pub fn alone(pieces: usize, work: &(dyn Fn(usize) + Sync)) {
    (0..pieces).for_each(work);
}

/// Bulletins that are searched in one piece: a fraction of a millisecond.
const PIECE: usize = 128;

/// Reads the initials of a library into an index, so that no search for letters has to wait for them.
pub fn prepare(library: &Library, index: &Index, spread: Spread<'_>) {
    let ids: Vec<Id> = library.loaded().collect();
    let pieces: Vec<&[Id]> = ids.chunks(PIECE).collect();
    spread(pieces.len(), &|piece| {
        let mut initials = Initials::default();
        for &id in pieces.get(piece).copied().unwrap_or_default() {
            if let (Some(entry), Some(kept)) = (library.get(id), index.get(id)) {
                kept.initials.get_or_init(|| initials.copied(entry.bulletin.text.as_str()));
            }
        }
    });
}

impl Plan {
    /// What bulletins of a library hold, in order. `None` where `goes_on` says that nobody waits for it any more.
    pub fn search(
        &self,
        library: &Library,
        ids: &[Id],
        spread: Spread<'_>,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        let pieces: Vec<&[Id]> = ids.chunks(PIECE).collect();
        let found: Vec<Mutex<Option<Part>>> = pieces.iter().map(|_| Mutex::default()).collect();
        spread(pieces.len(), &|index| {
            let mut work = Work::new(self, library);
            for &id in pieces.get(index).copied().unwrap_or_default() {
                if !goes_on() {
                    return;
                }
                work.issue(id);
            }
            if let Some(Ok(mut slot)) = found.get(index).map(Mutex::lock) {
                *slot = Some(work.into_found());
            }
        });
        let mut all = Found::default();
        for piece in found {
            all.add(piece.into_inner().ok()??);
        }
        sort(&mut all, library);
        Some(all)
    }
}
