//! Does work in pieces on several threads.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::READER;

/// Does pieces of work, numbered from 0, each once and in any order, on a thread for each processor.
/// Returns when all are done.
pub fn spread(pieces: usize, work: &(dyn Fn(usize) + Sync)) {
    let next = AtomicUsize::new(0);
    let run = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= pieces {
                return;
            }
            work(index);
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(pieces);
    thread::scope(|scope| {
        for _ in 1..threads {
            let builder = thread::Builder::new().name(READER.to_owned());
            if builder.spawn_scoped(scope, run).is_err() {
                // The system has no more threads to give: this one does the work.
                break;
            }
        }
        run();
    });
}
