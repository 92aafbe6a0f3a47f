//! How far the reading is, on standard error, while a person waits for it.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::message::{Lang, Msg};

/// What is done sooner is not spoken of.
const PATIENCE: Duration = Duration::from_millis(500);

/// The line is written anew no more often than this.
const STEP: Duration = Duration::from_millis(100);

/// A line that counts the files, erased when it is dropped. Where standard error is no terminal
/// nothing is written.
#[derive(Debug)]
pub struct Progress {
    lang: Lang,
    on: bool,
    /// When the line may be written next.
    next: Instant,
    shown: bool,
}

impl Progress {
    /// Nothing is shown yet.
    pub fn new(lang: Lang) -> Self {
        Self { lang, on: io::stderr().is_terminal(), next: Instant::now() + PATIENCE, shown: false }
    }

    /// Tells how many files were read, and how many are known to exist.
    pub fn tell(&mut self, read: usize, found: usize) {
        if !self.on || Instant::now() < self.next {
            return;
        }
        let line = Msg::LoadingCount.fill(self.lang, &[&read.to_string(), &found.to_string()]);
        self.write(&line);
        self.shown = true;
        self.next = Instant::now() + STEP;
    }

    /// Writes over the line: carriage return, text, erase to its end (ECMA-48 EL).
    fn write(&mut self, line: &str) {
        // Where nobody can be told how far it is, the work goes on.
        self.on = write!(io::stderr(), "\r{line}\x1b[K").is_ok();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            self.write("");
        }
    }
}
