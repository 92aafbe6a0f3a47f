//! Gathers what happens outside into one channel: keys, signals, news of the loader.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::OwnedFd;
use std::sync::mpsc::{self, Receiver, SendError, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::{keys, probe, worker};
use crate::action::Key;
use crate::app::{Outcome, Work};
use crate::source::News;
use crate::text::Ambiguous;

/// Something that happened outside.
#[derive(Debug)]
pub(super) enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The terminal has told how ambiguous characters are to be laid out.
    Mode(Ambiguous),
    /// The loader told something.
    News(News),
    /// Something came of the work of this number.
    Worked(u64, Outcome),
    /// A signal came that ends the program.
    End(i32),
    /// The terminal's size may have changed.
    Resized,
    /// The program was stopped and goes on.
    Continued,
    /// The terminal has vanished.
    Gone,
}

/// What happened and is not dealt with, keys before news.
pub(super) struct Inputs {
    terminal: OwnedFd,
    sender: Sender<Input>,
    receiver: Receiver<Input>,
    /// Keys and the like, in order.
    urgent: VecDeque<Input>,
    /// News of the loader and of workers, in order.
    news: VecDeque<Input>,
}

impl Inputs {
    /// Listens to nothing yet. Keys will come from `terminal`.
    pub(super) fn new(terminal: OwnedFd) -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { terminal, sender, receiver, urgent: VecDeque::new(), news: VecDeque::new() }
    }

    /// Begins to listen to signals. They end the program by themselves no longer.
    pub(super) fn listen_to_signals(&self) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH, SIGCONT])?;
        let sender = self.sender.clone();
        thread::Builder::new().spawn(move || {
            let mut inputs = signals.forever().map(of_signal);
            inputs.try_for_each(|input| sender.send(input))
        })?;
        Ok(())
    }

    /// Begins to listen to the terminal: its keys, its end, and first, where it was asked, its answer.
    pub(super) fn listen_to_terminal(&self, asked: bool) -> io::Result<()> {
        let (keys, end) = (self.sender.clone(), self.sender.clone());
        let terminal = self.terminal.try_clone()?;
        let answering = if asked { Some(terminal.try_clone()?) } else { None };
        thread::Builder::new().spawn(move || {
            let answered = answering.is_none_or(|terminal| take_answer(&terminal, &keys).is_ok());
            if answered {
                read_events(&keys);
            }
        })?;
        thread::Builder::new().spawn(move || wait_for_the_end(&terminal, &end))?;
        Ok(())
    }

    /// Begins to listen to the loader.
    pub(super) fn listen_to_loader(&self, loader: Receiver<News>) -> io::Result<()> {
        let sender = self.sender.clone();
        thread::Builder::new().spawn(move || {
            let mut inputs = loader.into_iter().map(Input::News);
            inputs.try_for_each(|input| sender.send(input))
        })?;
        Ok(())
    }

    /// Begins a piece of work on another thread.
    pub(super) fn work(&self, work: Work) {
        worker::begin(work, self.sender.clone());
    }

    /// The next thing that happened: a key before any news. Waits for it, but no longer than
    /// `patience` where that is given; then `None`.
    pub(super) fn next(&mut self, patience: Option<Duration>) -> Option<Input> {
        self.gather();
        let waiting = self.urgent.pop_front();
        let waiting = waiting.or_else(|| self.news.pop_front());
        if waiting.is_some() {
            return waiting;
        }
        // The channel cannot close: we hold a sender ourselves.
        match patience {
            Some(patience) => self.receiver.recv_timeout(patience).ok(),
            None => self.receiver.recv().ok(),
        }
    }

    /// Whether a key or the like waits to be dealt with.
    pub(super) fn is_pressing(&mut self) -> bool {
        self.gather();
        !self.urgent.is_empty()
    }

    fn gather(&mut self) {
        for input in self.receiver.try_iter() {
            match input {
                input @ (Input::News(_) | Input::Worked(..)) => self.news.push_back(input),
                input => self.urgent.push_back(input),
            }
        }
    }
}

fn of_signal(signal: i32) -> Input {
    match signal {
        SIGWINCH => Input::Resized,
        SIGCONT => Input::Continued,
        signal => Input::End(signal),
    }
}

/// Waits for the terminal's answer; the keys pressed meanwhile do not.
fn take_answer(terminal: &OwnedFd, sender: &Sender<Input>) -> Result<(), SendError<Input>> {
    let answer = probe::read(terminal, |key| {
        // Where nobody listens any more the answer is not heard either.
        let _ = sender.send(Input::Key(key));
    });
    sender.send(Input::Mode(answer.mode()))
}

/// Reads what the terminal says until it cannot be read or nobody listens.
fn read_events(sender: &Sender<Input>) {
    loop {
        let input = match event::read() {
            Ok(Event::Key(key)) => keys::of(key).map(Input::Key),
            Ok(Event::Paste(text)) => Some(Input::Paste(text)),
            // A new size is told by our own handler, which listens before the first frame is drawn.
            Ok(_) => None,
            Err(_) => break,
        };
        if input.is_some_and(|input| sender.send(input).is_err()) {
            return;
        }
    }
    // Where nobody listens any more nobody needs to know.
    let _ = sender.send(Input::Gone);
}

/// Waits until the terminal has vanished. crossterm does not tell: it reads the end again and again.
fn wait_for_the_end(terminal: &OwnedFd, sender: &Sender<Input>) {
    // No event is asked for: a hangup is told all the same.
    let mut polled = [PollFd::new(terminal, PollFlags::empty())];
    while let Err(Errno::INTR | Errno::AGAIN) = rustix::event::poll(&mut polled, None) {}
    let _ = sender.send(Input::Gone);
}

/// The terminal that keys come from: standard input, or the controlling terminal where that is a pipe.
pub(super) fn terminal() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() { Ok(rustix::io::dup(stdin)?) } else { Ok(File::open("/dev/tty")?.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::KeyCode;

    /// The inputs in the order in which they are dealt with, in short.
    fn check(inputs: Vec<Input>, expected: &[&str]) {
        let mut waiting = Inputs::new(rustix::io::dup(io::stdin()).unwrap());
        for input in inputs {
            waiting.sender.send(input).unwrap();
        }
        let mut seen = Vec::new();
        while let Some(input) = waiting.next(Some(Duration::ZERO)) {
            seen.push(match input {
                Input::Key(key) => key.to_string(),
                Input::News(News::Found(count)) => count.to_string(),
                other => format!("{other:?}"),
            });
            let next = expected.get(seen.len());
            assert_eq!(waiting.is_pressing(), next.is_some_and(|next| next.parse::<usize>().is_err()));
        }
        assert_eq!(seen, expected);
    }

    #[test]
    fn keys_overtake_news_and_keep_their_order() {
        let key = |character| Input::Key(Key::plain(KeyCode::Char(character)));
        let found = |count| Input::News(News::Found(count));
        check(vec![found(1), found(2), key('a'), found(3), key('b')], &["a", "b", "1", "2", "3"]);
        check(vec![found(1), Input::End(15), key('a')], &["End(15)", "a", "1"]);
        check(vec![], &[]);
    }
}
