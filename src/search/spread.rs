//! A search in pieces, which may be done at once.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::found::Found;
use super::index::Index;
use super::initials::Initials;
use super::plan::Plan;
use super::results::order;
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

/// What comes of so many items at a time, in their order.
pub fn in_pieces<T: Sync, R: Send>(
    items: &[T],
    size: usize,
    spread: Spread<'_>,
    work: &(dyn Fn(&[T]) -> R + Sync),
) -> Vec<R> {
    let mut all = Vec::with_capacity(items.len().div_ceil(size));
    in_order(items, size, spread, work, &mut |made| all.push(made));
    all
}

/// Hands on what comes of so many items at a time, in their order, as soon as it is made: while one piece is taken,
/// others are made.
pub fn in_order<T: Sync, R: Send>(
    items: &[T],
    size: usize,
    spread: Spread<'_>,
    work: &(dyn Fn(&[T]) -> R + Sync),
    take: &mut (dyn FnMut(R) + Send),
) {
    let pieces: Vec<_> = items.chunks(size).map(|piece| (piece, Mutex::new(None))).collect();
    let taker = Mutex::new((0, take));
    let hand_on = |(next, take): &mut (usize, &mut (dyn FnMut(R) + Send))| {
        while let Some(made) = pieces.get(*next).and_then(|(_, slot)| locked(slot).take()) {
            *next += 1;
            take(made);
        }
    };
    spread(pieces.len(), &|index| {
        if let Some((piece, slot)) = pieces.get(index) {
            let made = work(piece);
            *locked(slot) = Some(made);
        }
        // Where another thread is at it, the piece is taken by that one, or later.
        if let Ok(mut taker) = taker.try_lock() {
            hand_on(&mut taker);
        }
    });
    hand_on(&mut locked(&taker));
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads the initials of a library into an index, so that no search for letters has to wait for them.
pub fn prepare(library: &Library, index: &Index, spread: Spread<'_>) {
    let ids: Vec<Id> = library.loaded().collect();
    in_pieces(&ids, PIECE, spread, &|ids| {
        let mut initials = Initials::default();
        for &id in ids {
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
        let parts = in_pieces(ids, PIECE, spread, &|ids| {
            let mut work = Work::new(self);
            for &id in ids {
                if !goes_on() {
                    return None;
                }
                work.issue(library, id);
            }
            Some(work.into_found())
        });
        let mut all = Found::default();
        for part in parts {
            all.add(part?);
        }
        all.sort(order(library));
        Some(all)
    }
}
