//! Does work on threads of their own, so that no key waits for it.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::Sender;
use std::thread;

use super::inputs::Input;
use crate::app::{Outcome, Work};
use crate::source::{self, READER};

/// Begins a piece of work. What comes of it, and that it ended, are inputs.
pub(super) fn begin(work: Work, sender: Sender<Input>) {
    let number = work.number();
    let ended = sender.clone();
    let run = move || {
        let mut tell = |outcome| sender.send(Input::Worked(number, outcome)).is_ok();
        // A fault of ours costs this work, and not the browser.
        let _ = panic::catch_unwind(AssertUnwindSafe(|| work.run(&source::spread, &mut tell)));
        // Where nobody listens any more nobody needs to know.
        let _ = sender.send(Input::Worked(number, Outcome::Ended));
    };
    if thread::Builder::new().name(READER.to_owned()).spawn(run).is_err() {
        // Without a thread there is no outcome but the end.
        let _ = ended.send(Input::Worked(number, Outcome::Ended));
    }
}
