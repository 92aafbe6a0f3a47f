//! Asks the terminal how wide it draws the characters that standards call ambiguous.
//!
//! This is done before crossterm reads: it would keep the answers to itself.

use std::fmt::Write;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use crate::action::{Key, KeyCode};
use crate::text::Ambiguous;

/// A shape, a quotation mark, a dash and a foreign letter: for each pair there are terminals that
/// treat them differently.
const SAMPLES: [char; 4] = ['◆', '“', '—', 'α'];

/// Where the samples are drawn. Not in row 1: an answer from there looks like Shift-F3.
const ROW: u16 = 2;

/// A terminal that has not answered by then is taken for one that does not.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What was heard.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// How many columns each sample took.
    columns: Vec<u16>,
    /// Whether the answer came that every terminal gives, and so no further one will come.
    ended: bool,
    /// Keys that were pressed meanwhile. A control sequence that is no answer is left out.
    pub(super) typed: Vec<Key>,
}

/// What is sent: each sample, the question where the cursor is now (DSR 6) and an erased row; then
/// the question what terminal this is (DA 1), which every terminal answers. The screen is cleared
/// by the next frame.
pub(super) fn question() -> String {
    let mut question = String::new();
    for sample in SAMPLES {
        // Writing into a string cannot fail.
        let _ = write!(question, "\x1b[{ROW};1H{sample}\x1b[6n\x1b[2K");
    }
    question + "\x1b[c"
}

/// Waits for the answers.
pub(super) fn listen(terminal: impl AsFd) -> Heard {
    let begin = Instant::now();
    let mut bytes = Vec::new();
    let mut heard = Heard::default();
    while !heard.ended {
        let rest = PATIENCE.saturating_sub(begin.elapsed());
        let Ok(patience) = Timespec::try_from(rest) else { break };
        let mut polled = [PollFd::new(&terminal, PollFlags::IN)];
        match rustix::event::poll(&mut polled, Some(&patience)) {
            Err(Errno::INTR) => continue,
            Err(_) | Ok(0) => break,
            Ok(_) => {}
        }
        let mut buffer = [0; 256];
        match rustix::io::read(&terminal, &mut buffer) {
            Err(Errno::INTR | Errno::AGAIN) => {}
            // The terminal has vanished: crossterm's reader will see it too.
            Err(_) | Ok(0) => break,
            Ok(count) => {
                bytes.extend(buffer.into_iter().take(count));
                heard = Heard::of(&bytes);
            }
        }
    }
    heard
}

impl Heard {
    /// How to lay ambiguous characters out: certain only where all samples agree.
    pub(super) fn mode(&self) -> Ambiguous {
        match self.columns.as_slice() {
            [1, 1, 1, 1] => Ambiguous::Narrow,
            [2, 2, 2, 2] => Ambiguous::Wide,
            _ => Ambiguous::Both,
        }
    }

    /// What the bytes say.
    fn of(bytes: &[u8]) -> Self {
        let mut heard = Self::default();
        let text = String::from_utf8_lossy(bytes);
        let mut rest = text.as_ref();
        while let Some(character) = rest.chars().next() {
            if let Some(sequence) = rest.strip_prefix("\x1b[") {
                let inside = |c: char| matches!(c, ' '..='?');
                let after = sequence.trim_start_matches(inside);
                let numbers = sequence.get(..sequence.len() - after.len()).unwrap_or_default();
                let mut after = after.chars();
                heard.sequence(numbers, after.next());
                rest = after.as_str();
            } else {
                heard.typed.extend(key(character));
                rest = rest.get(character.len_utf8()..).unwrap_or_default();
            }
        }
        heard
    }

    /// Takes a control sequence: what stands between `CSI` and its last character, and that one.
    fn sequence(&mut self, inside: &str, last: Option<char>) {
        let numbers: Vec<u16> = inside.split(';').filter_map(|number| number.parse().ok()).collect();
        match (last, numbers.as_slice()) {
            (Some('R'), [ROW, column]) => self.columns.push(column.saturating_sub(1)),
            (Some('c'), _) => self.ended = true,
            _ => {}
        }
    }
}

/// The key that sends a character.
fn key(character: char) -> Option<Key> {
    let (code, ctrl) = match character {
        '\r' => (KeyCode::Enter, false),
        '\t' => (KeyCode::Tab, false),
        '\x08' | '\x7f' => (KeyCode::Backspace, false),
        '\x1b' => (KeyCode::Escape, false),
        '\x01'..='\x1a' => (KeyCode::Char(char::from(character as u8 + b'a' - 1)), true),
        character if character.is_control() || character == char::REPLACEMENT_CHARACTER => return None,
        character => (KeyCode::Char(character), false),
    };
    Some(Key { code, ctrl, alt: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the bytes say: the mode, whether it is all, the keys.
    fn check(bytes: &str, mode: Ambiguous, ended: bool, typed: &str) {
        let heard = Heard::of(bytes.as_bytes());
        let keys: Vec<String> = heard.typed.iter().map(Key::to_string).collect();
        assert_eq!((heard.mode(), heard.ended, keys.join(" ").as_str()), (mode, ended, typed), "{bytes:?}");
    }

    #[test]
    fn only_full_agreement_counts() {
        let answers = |columns: [u16; 4]| columns.map(|column| format!("\x1b[2;{column}R")).concat();
        check(&(answers([2, 2, 2, 2]) + "\x1b[?62;22c"), Ambiguous::Narrow, true, "");
        check(&(answers([3, 3, 3, 3]) + "\x1b[?6c"), Ambiguous::Wide, true, "");
        check(&(answers([3, 3, 3, 2]) + "\x1b[?6c"), Ambiguous::Both, true, "");
        check(&answers([2, 2, 2, 2]), Ambiguous::Narrow, false, "");
        check("\x1b[2;2R\x1b[2;2R\x1b[?6c", Ambiguous::Both, true, "");
        check("\x1b[?6c", Ambiguous::Both, true, "");
        check("", Ambiguous::Both, false, "");
    }

    #[test]
    fn what_is_typed_meanwhile_is_kept() {
        check("j\x1b[2;2Rｊ\x1b[A简\r\x04\x1b[?1;2c", Ambiguous::Both, true, "j ｊ 简 Enter Ctrl-d");
        check("\x1b[1;2R\t\x7f\x1b", Ambiguous::Both, false, "Tab Backspace Escape");
        check("\x1b[2;", Ambiguous::Both, false, "");
    }
}
