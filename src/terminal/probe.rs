//! Asks the terminal how wide it draws the characters that standards call ambiguous.
//!
//! The question goes out before the first frame, and nobody waits for the answers: until they have
//! come (for ever on a terminal that does not answer) the layout is one that looks right on every
//! terminal. They are read before crossterm reads, which would swallow them.

use std::fmt::Write;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use crate::action::{Key, KeyCode};
use crate::text::Ambiguous;

/// A shape, a quotation mark, a dash and a foreign letter: terminals that treat them differently
/// exist for each pair.
pub const SAMPLES: [char; 4] = ['◆', '“', '—', 'α'];

/// Where the samples are drawn. Not in row 1: an answer from there looks like Shift-F3.
const ROW: u16 = 2;

/// How long the answers may take.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What the terminal answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// In how many columns it drew each of [`SAMPLES`], as far as it told.
    pub columns: Vec<u16>,
    /// The parameters of what it says it is (DA1); `None` where it said nothing within the time.
    pub identity: Option<Vec<u16>>,
}

impl Answer {
    /// How ambiguous characters are to be laid out: only full agreement counts.
    pub fn mode(&self) -> Ambiguous {
        match self.columns.as_slice() {
            [1, 1, 1, 1] => Ambiguous::Narrow,
            [2, 2, 2, 2] => Ambiguous::Wide,
            _ => Ambiguous::Both,
        }
    }
}

/// What is sent: each sample, the question where the cursor is now (DSR 6) and an erased row; then
/// the question what terminal this is (DA1), which every terminal answers, as the end (ECMA-48).
pub(super) fn question() -> String {
    let mut question = String::new();
    for sample in SAMPLES {
        // Writing into a string cannot fail.
        let _ = write!(question, "\x1b[{ROW};1H{sample}\x1b[6n\x1b[2K");
    }
    question + "\x1b[c"
}

/// Reads what the terminal says until it has answered, or for as long as answers may take. The keys
/// that are pressed meanwhile are handed on at once; they wait for no answer.
pub(super) fn read(terminal: &OwnedFd, mut press: impl FnMut(Key)) -> Answer {
    let end = Instant::now() + PATIENCE;
    let mut listener = Listener::default();
    let mut buffer = [0; 256];
    while listener.answer.identity.is_none() {
        let left = end.saturating_duration_since(Instant::now());
        let patience = Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() };
        let mut polled = [PollFd::new(terminal, PollFlags::IN)];
        match rustix::event::poll(&mut polled, Some(&patience)) {
            Err(Errno::INTR) => continue,
            Ok(0) | Err(_) => break,
            Ok(_) => {}
        }
        match rustix::io::read(terminal, &mut buffer) {
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) | Ok(0) => break,
            Ok(count) => {
                listener.hear(buffer.get(..count).unwrap_or_default());
                listener.keys.drain(..).for_each(&mut press);
            }
        }
    }
    listener.give_up();
    listener.keys.drain(..).for_each(press);
    listener.answer
}

/// Tells answers from keys, however the bytes are cut into pieces.
#[derive(Debug, Default)]
struct Listener {
    answer: Answer,
    /// The keys that were not handed on yet.
    keys: Vec<Key>,
    /// Bytes that do not make sense without those to come.
    begun: Vec<u8>,
}

impl Listener {
    fn hear(&mut self, bytes: &[u8]) {
        self.begun.extend_from_slice(bytes);
        let heard = std::mem::take(&mut self.begun);
        let mut rest = heard.as_slice();
        while let Some(said) = next(&mut rest) {
            match said {
                Said::Control(b'R', numbers) if numbers.first() == Some(&ROW) => {
                    self.answer.columns.extend(numbers.get(1).map(|column| column.saturating_sub(1)));
                }
                Said::Control(b'c', numbers) => self.answer.identity = Some(numbers),
                Said::Control(last, numbers) => self.keys.extend(named(last, &numbers)),
                Said::Character(character) => self.keys.extend(key(character)),
            }
        }
        self.begun = rest.to_vec();
    }

    /// Nothing more comes: an escape alone was the key.
    fn give_up(&mut self) {
        if self.begun == [0x1b] {
            self.keys.push(Key::plain(KeyCode::Escape));
        }
    }
}

/// One thing that the terminal said.
enum Said {
    /// A control sequence, or a key's (SS3): its last byte and its parameters.
    Control(u8, Vec<u16>),
    Character(char),
}

/// Takes the next thing from the bytes; `None` where they end, or end in its midst.
fn next(rest: &mut &[u8]) -> Option<Said> {
    let bytes = *rest;
    match bytes {
        [] | [0x1b] | [0x1b, b'O'] => None,
        [0x1b, b'[', inside @ ..] => {
            let length = inside.iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
            let last = *inside.get(length)?;
            let numbers = String::from_utf8_lossy(inside.get(..length)?).into_owned();
            let numbers = numbers.trim_start_matches('?').split(';').filter_map(|number| number.parse().ok());
            *rest = inside.get(length + 1..).unwrap_or_default();
            Some(Said::Control(last, numbers.collect()))
        }
        [0x1b, b'O', last, after @ ..] => {
            *rest = after;
            Some(Said::Control(*last, Vec::new()))
        }
        [first, ..] => {
            let length = match first {
                0xf0.. => 4,
                0xe0.. => 3,
                0xc0.. => 2,
                _ => 1,
            };
            let character = String::from_utf8_lossy(bytes.get(..length)?).chars().next()?;
            *rest = bytes.get(length..).unwrap_or_default();
            Some(Said::Character(character))
        }
    }
}

/// The key that sends a character; `None` for controls that no key of ours sends.
fn key(character: char) -> Option<Key> {
    Some(match character {
        '\r' | '\n' => Key::plain(KeyCode::Enter),
        '\t' => Key::plain(KeyCode::Tab),
        '\x1b' => Key::plain(KeyCode::Escape),
        '\x08' | '\x7f' => Key::plain(KeyCode::Backspace),
        '\x01'..='\x1a' => {
            let letter = char::from(character as u8 + b'a' - 1);
            Key { ctrl: true, ..Key::plain(KeyCode::Char(letter)) }
        }
        _ if character.is_control() => return None,
        _ => Key::plain(KeyCode::Char(character)),
    })
}

/// The key that sends a control sequence.
fn named(last: u8, numbers: &[u16]) -> Option<Key> {
    let code = match (last, numbers.first()) {
        (b'A', _) => KeyCode::Up,
        (b'B', _) => KeyCode::Down,
        (b'C', _) => KeyCode::Right,
        (b'D', _) => KeyCode::Left,
        (b'H', _) | (b'~', Some(1 | 7)) => KeyCode::Home,
        (b'F', _) | (b'~', Some(4 | 8)) => KeyCode::End,
        (b'~', Some(5)) => KeyCode::PageUp,
        (b'~', Some(6)) => KeyCode::PageDown,
        (b'Z', _) => KeyCode::BackTab,
        (b'P', None) => KeyCode::Function(1),
        _ => return None,
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is understood of `said`, whole and byte by byte.
    fn check(said: &[u8], mode: Ambiguous, keys: &str) {
        for size in [said.len().max(1), 1] {
            let mut listener = Listener::default();
            said.chunks(size).for_each(|piece| listener.hear(piece));
            listener.give_up();
            let written: Vec<String> = listener.keys.iter().map(ToString::to_string).collect();
            assert_eq!((listener.answer.mode(), written.join(" ").as_str()), (mode, keys), "{said:?}");
        }
    }

    #[test]
    fn only_full_agreement_counts() {
        check(b"\x1b[2;2R\x1b[2;2R\x1b[2;2R\x1b[2;2R\x1b[?62;22c", Ambiguous::Narrow, "");
        check(b"\x1b[2;3R\x1b[2;3R\x1b[2;3R\x1b[2;3R\x1b[?6c", Ambiguous::Wide, "");
        check(b"\x1b[2;3R\x1b[2;3R\x1b[2;3R\x1b[2;2R\x1b[?6c", Ambiguous::Both, "");
        check(b"\x1b[2;2R\x1b[2;2R\x1b[2;2R\x1b[?6c", Ambiguous::Both, "");
        check(b"\x1b[?6c", Ambiguous::Both, "");
        check(b"", Ambiguous::Both, "");
    }

    #[test]
    fn keys_pressed_meanwhile_are_kept() {
        check(
            "j\x1b[2;2R\x1b[B渡\x1b[2;2R\r\x1b[2;2R\x04\x1b[2;2R\x1b[?6cG".as_bytes(),
            Ambiguous::Narrow,
            "j Down 渡 Enter Ctrl-d G",
        );
        check(b"\x1bOB\x1b[6~\x1b[Z", Ambiguous::Both, "Down PageDown Shift-Tab");
        check(b"\x1b", Ambiguous::Both, "Escape");
        check(b"\x1bj", Ambiguous::Both, "Escape j");
        check(b"\x1b[2", Ambiguous::Both, "");
    }

    #[test]
    fn controls_that_are_no_keys_are_dropped() {
        check(b"\0\x1c\x1fj\xc2\x80", Ambiguous::Both, "j");
        check(b"\x08\x7f", Ambiguous::Both, "Backspace Backspace");
    }

    #[test]
    fn keys_are_told_before_the_answer() {
        let mut listener = Listener::default();
        listener.hear(b"\x1b[2;2Rj\x1b[2;");
        assert_eq!(listener.keys, [Key::plain(KeyCode::Char('j'))]);
        assert_eq!(listener.answer, Answer { columns: vec![1], identity: None });
        listener.hear(b"2R\x1b[?62;22c");
        assert_eq!(listener.answer, Answer { columns: vec![1, 1], identity: Some(vec![62, 22]) });
    }
}
