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
const SAMPLES: [char; 4] = ['◆', '“', '—', 'α'];

/// Where the samples are drawn. Not in row 1: an answer from there looks like Shift-F3.
const ROW: u16 = 2;

/// How long the answers may take.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What the terminal said until it had answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// How ambiguous characters are to be laid out.
    pub(super) mode: Ambiguous,
    /// The keys that were pressed meanwhile.
    pub(super) keys: Vec<Key>,
}

/// What is sent: each sample, the question where the cursor is now (DSR 6) and an erased row; then
/// the question what terminal this is (DA), which every terminal answers, as the end (ECMA-48).
pub(super) fn question() -> String {
    let mut question = String::new();
    for sample in SAMPLES {
        // Writing into a string cannot fail.
        let _ = write!(question, "\x1b[{ROW};1H{sample}\x1b[6n\x1b[2K");
    }
    question + "\x1b[c"
}

/// Reads what the terminal says until it has answered, or for as long as answers may take.
pub(super) fn read(terminal: &OwnedFd) -> Answer {
    let end = Instant::now() + PATIENCE;
    let mut said = Vec::new();
    let mut buffer = [0; 256];
    while !is_whole(&said) {
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
            Ok(count) => said.extend_from_slice(buffer.get(..count).unwrap_or_default()),
        }
    }
    understand(&said)
}

/// Whether the answer to the last question is there: `CSI ? … c`.
fn is_whole(said: &[u8]) -> bool {
    let mut rest = said;
    while let Some(sequence) = next(&mut rest) {
        if matches!(sequence, Said::Control(b'c', _)) {
            return true;
        }
    }
    false
}

fn understand(said: &[u8]) -> Answer {
    let (mut columns, mut keys) = (Vec::new(), Vec::new());
    let mut rest = said;
    while let Some(said) = next(&mut rest) {
        match said {
            Said::Control(b'R', numbers) if numbers.first() == Some(&ROW) => {
                columns.extend(numbers.get(1).map(|column| column.saturating_sub(1)));
            }
            Said::Control(last, _) => keys.extend(arrow(last)),
            Said::Key(key) => keys.push(key),
        }
    }
    let mode = match columns.as_slice() {
        [1, 1, 1, 1] => Ambiguous::Narrow,
        [2, 2, 2, 2] => Ambiguous::Wide,
        _ => Ambiguous::Both,
    };
    Answer { mode, keys }
}

/// One thing that the terminal said.
enum Said {
    /// A control sequence: its last byte and its parameters.
    Control(u8, Vec<u16>),
    Key(Key),
}

/// Takes the next thing from the bytes; `None` at their end.
fn next(rest: &mut &[u8]) -> Option<Said> {
    let bytes = *rest;
    if let Some(inside) = bytes.strip_prefix(b"\x1b[") {
        let length = inside.iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
        let last = *inside.get(length)?;
        let numbers = String::from_utf8_lossy(inside.get(..length)?).into_owned();
        let numbers = numbers.trim_start_matches('?').split(';').filter_map(|number| number.parse().ok());
        *rest = inside.get(length + 1..).unwrap_or_default();
        return Some(Said::Control(last, numbers.collect()));
    }
    let length = match bytes.first()? {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    };
    let character = String::from_utf8_lossy(bytes.get(..length).unwrap_or(bytes)).chars().next()?;
    *rest = bytes.get(length..).unwrap_or_default();
    Some(Said::Key(key(character)))
}

fn key(character: char) -> Key {
    match character {
        '\r' | '\n' => Key::plain(KeyCode::Enter),
        '\t' => Key::plain(KeyCode::Tab),
        '\x1b' => Key::plain(KeyCode::Escape),
        '\x7f' => Key::plain(KeyCode::Backspace),
        '\x01'..='\x1a' => {
            let letter = char::from(character as u8 + b'a' - 1);
            Key { ctrl: true, ..Key::plain(KeyCode::Char(letter)) }
        }
        _ => Key::plain(KeyCode::Char(character)),
    }
}

fn arrow(last: u8) -> Option<Key> {
    let code = match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        _ => return None,
    };
    Some(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, mode: Ambiguous, keys: &str) {
        let answer = understand(said.as_bytes());
        let written: Vec<String> = answer.keys.iter().map(ToString::to_string).collect();
        assert_eq!((answer.mode, written.join(" ").as_str()), (mode, keys), "{said:?}");
    }

    #[test]
    fn only_full_agreement_counts() {
        check("\x1b[2;2R\x1b[2;2R\x1b[2;2R\x1b[2;2R\x1b[?62;22c", Ambiguous::Narrow, "");
        check("\x1b[2;3R\x1b[2;3R\x1b[2;3R\x1b[2;3R\x1b[?6c", Ambiguous::Wide, "");
        check("\x1b[2;3R\x1b[2;3R\x1b[2;3R\x1b[2;2R\x1b[?6c", Ambiguous::Both, "");
        check("\x1b[2;2R\x1b[2;2R\x1b[2;2R\x1b[?6c", Ambiguous::Both, "");
        check("\x1b[?6c", Ambiguous::Both, "");
        check("", Ambiguous::Both, "");
    }

    #[test]
    fn keys_pressed_meanwhile_are_kept() {
        check(
            "j\x1b[2;2R\x1b[B渡\x1b[2;2R\r\x1b[2;2R\x04\x1b[2;2R\x1b[?6cG",
            Ambiguous::Narrow,
            "j Down 渡 Enter Ctrl-d G",
        );
        check("\x1b", Ambiguous::Both, "Escape");
        check("\x1b[2", Ambiguous::Both, "");
    }

    #[test]
    fn the_end_is_the_answer_to_the_last_question() {
        assert!(is_whole(b"j\x1b[2;2R\x1b[?62;22c"));
        assert!(!is_whole(b"c\x1b[2;2R\x1b[?62;22"));
    }
}
