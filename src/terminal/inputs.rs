//! Gathers what happens outside into one channel: keys, signals, news of the loader.

use std::collections::VecDeque;
use std::io;
use std::os::fd::OwnedFd;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::keys::{Parser, Said};
use crate::source::News;

/// How long the rest of a control sequence may take. An `ESC` alone is the key after that.
const REST: Timespec = Timespec { tv_sec: 0, tv_nsec: 30_000_000 };

/// Something that happened outside.
#[derive(Debug)]
pub(super) enum Input {
    /// The terminal said something.
    Said(Said),
    /// The loader told something.
    News(News),
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
    sender: Sender<Input>,
    receiver: Receiver<Input>,
    /// Keys and the like, in order.
    urgent: VecDeque<Input>,
    /// News of the loader, in order.
    news: VecDeque<News>,
}

impl Inputs {
    /// Listens to nothing yet.
    pub(super) fn new() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver, urgent: VecDeque::new(), news: VecDeque::new() }
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

    /// Begins to listen to the keys of a terminal.
    pub(super) fn listen_to_keys(&self, tty: OwnedFd, parser: Parser) -> io::Result<()> {
        let sender = self.sender.clone();
        thread::Builder::new().spawn(move || read_keys(&tty, parser, &sender))?;
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

    /// The next thing that happened: a key before any news. Waits for it, but no longer than
    /// `patience` where that is given; then `None`.
    pub(super) fn next(&mut self, patience: Option<Duration>) -> Option<Input> {
        self.gather();
        let waiting = self.urgent.pop_front();
        let waiting = waiting.or_else(|| self.news.pop_front().map(Input::News));
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
                Input::News(news) => self.news.push_back(news),
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

/// Reads keys until the terminal vanishes or nobody listens.
fn read_keys(tty: &OwnedFd, mut parser: Parser, sender: &Sender<Input>) {
    let mut buffer = [0; 4096];
    loop {
        let patience = parser.is_waiting().then_some(&REST);
        let said = match readable(tty, patience) {
            Ok(false) => parser.nothing_follows(),
            Ok(true) => match rustix::io::read(tty, &mut buffer) {
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) | Ok(0) => break,
                Ok(count) => parser.feed(buffer.get(..count).unwrap_or_default()),
            },
            Err(Errno::INTR) => continue,
            Err(_) => break,
        };
        for said in said {
            if sender.send(Input::Said(said)).is_err() {
                return;
            }
        }
    }
    // Where nobody listens any more nobody needs to know.
    let _ = sender.send(Input::Gone);
}

/// Waits until the terminal has bytes, has vanished, or the time has passed: `false`.
pub(super) fn readable(tty: &OwnedFd, patience: Option<&Timespec>) -> Result<bool, Errno> {
    let mut polled = [PollFd::new(tty, PollFlags::IN)];
    Ok(rustix::event::poll(&mut polled, patience)? > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Key, KeyCode};

    /// The inputs in the order in which they are dealt with, in short.
    fn check(inputs: Vec<Input>, expected: &[&str]) {
        let mut waiting = Inputs::new();
        for input in inputs {
            waiting.sender.send(input).unwrap();
        }
        let mut seen = Vec::new();
        while let Some(input) = waiting.next(Some(Duration::ZERO)) {
            seen.push(match input {
                Input::Said(Said::Key(Key { code: KeyCode::Char(character), .. })) => character.to_string(),
                Input::News(News::Found(count)) => count.to_string(),
                other => format!("{other:?}"),
            });
            assert_eq!(
                waiting.is_pressing(),
                seen.len() < expected.len() && !is_number(expected[seen.len()])
            );
        }
        assert_eq!(seen, expected);
    }

    fn is_number(word: &str) -> bool {
        word.parse::<usize>().is_ok()
    }

    fn key(character: char) -> Input {
        Input::Said(Said::Key(Key { code: KeyCode::Char(character), ctrl: false, alt: false }))
    }

    fn found(count: usize) -> Input {
        Input::News(News::Found(count))
    }

    #[test]
    fn keys_overtake_news_and_keep_their_order() {
        check(vec![found(1), found(2), key('a'), found(3), key('b')], &["a", "b", "1", "2", "3"]);
        check(vec![found(1), Input::End(15), key('a')], &["End(15)", "a", "1"]);
        check(vec![], &[]);
    }
}
