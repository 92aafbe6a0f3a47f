//! The bytes that a terminal sends as keys, pasted text and answers.
//!
//! Sources: ECMA-48 for the shape of control sequences; xterm's "Control Sequences" for keys,
//! modifiers and bracketed paste; the Linux console for `CSI [ A`.

use crate::action::{Key, KeyCode};

/// The end of a bracketed paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// A control sequence longer than this is rubbish.
const LONGEST: usize = 64;

/// Something that the terminal said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; its line ends are `\n`.
    Paste(String),
    /// The answer to a question: the last byte of the control sequence and its parameters.
    Answer(u8, Vec<u16>),
}

/// Takes bytes in any pieces and tells what they mean.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// Bytes that are not understood yet.
    pending: Vec<u8>,
    /// The text of a paste that has not ended.
    paste: Option<Vec<u8>>,
}

/// What stands at the beginning of some bytes.
enum Step {
    /// So many bytes mean this, or nothing.
    Taken(usize, Option<Said>),
    /// A paste begins after so many bytes.
    PasteBegins(usize),
    /// More bytes are needed.
    Incomplete,
}

impl Parser {
    /// Takes the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Said> {
        let mut said = Vec::new();
        self.pending.extend_from_slice(bytes);
        let mut pending = std::mem::take(&mut self.pending);
        let mut rest = pending.as_slice();
        while !rest.is_empty() {
            if let Some(paste) = &mut self.paste {
                let Some(taken) = take_paste(paste, rest) else {
                    rest = &[];
                    break;
                };
                said.push(Said::Paste(pasted(paste)));
                self.paste = None;
                rest = rest.get(taken..).unwrap_or_default();
                continue;
            }
            let taken = match step(rest) {
                Step::Taken(taken, meaning) => {
                    said.extend(meaning);
                    taken
                }
                Step::PasteBegins(taken) => {
                    self.paste = Some(Vec::new());
                    taken
                }
                Step::Incomplete => break,
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        pending.drain(..pending.len() - rest.len());
        self.pending = pending;
        said
    }

    /// Whether the last bytes may be the beginning of something.
    pub(super) fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Takes the pending bytes for what they are when nothing follows them: an `ESC` is the key
    /// Escape, `ESC [` is Alt-[.
    pub(super) fn nothing_follows(&mut self) -> Vec<Said> {
        let pending = std::mem::take(&mut self.pending);
        match pending.as_slice() {
            [0x1B] => vec![Said::Key(plain(KeyCode::Escape))],
            [0x1B, byte @ (b'[' | b'O')] => {
                vec![Said::Key(Key { alt: true, ..plain(KeyCode::Char(char::from(*byte))) })]
            }
            _ => Vec::new(),
        }
    }
}

/// Adds to a paste, up to its end if it is there; then returns how many bytes that took.
///
/// The bytes go over to the paste even without an end, so that a long paste is searched but once.
fn take_paste(paste: &mut Vec<u8>, bytes: &[u8]) -> Option<usize> {
    let searched = paste.len().saturating_sub(PASTE_END.len() - 1);
    let before = paste.len();
    paste.extend_from_slice(bytes);
    let tail = paste.get(searched..).unwrap_or_default();
    let at = tail.windows(PASTE_END.len()).position(|window| window == PASTE_END)?;
    let end = searched + at + PASTE_END.len();
    paste.truncate(searched + at);
    Some(end - before)
}

/// The text of a paste. Terminals send line ends as carriage returns.
fn pasted(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn step(bytes: &[u8]) -> Step {
    let Some((&first, rest)) = bytes.split_first() else {
        return Step::Incomplete;
    };
    match first {
        0x1B => after_escape(rest),
        b'\r' | b'\n' => key(1, plain(KeyCode::Enter)),
        b'\t' => key(1, plain(KeyCode::Tab)),
        0x08 | 0x7F => key(1, plain(KeyCode::Backspace)),
        0x00 => key(1, control(' ')),
        0x01..=0x1A => key(1, control(char::from(first + 0x60))),
        0x1C..=0x1F => key(1, control(char::from(first + 0x40))),
        b' '..=b'~' => key(1, plain(KeyCode::Char(char::from(first)))),
        _ => character(bytes),
    }
}

/// A character of several bytes. What is no UTF-8, and C1 controls, mean nothing.
fn character(bytes: &[u8]) -> Step {
    let Some(chunk) = bytes.utf8_chunks().next() else {
        return Step::Incomplete;
    };
    match chunk.valid().chars().next() {
        Some(character) if character.is_control() => Step::Taken(character.len_utf8(), None),
        Some(character) => key(character.len_utf8(), plain(KeyCode::Char(character))),
        None if is_cut(bytes) => Step::Incomplete,
        None => Step::Taken(chunk.invalid().len().max(1), None),
    }
}

/// Whether the bytes are the beginning of one character.
fn is_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}

/// What follows `ESC`.
fn after_escape(rest: &[u8]) -> Step {
    match rest {
        [] => Step::Incomplete,
        [b'[', rest @ ..] => control_sequence(rest),
        [b'O', rest @ ..] => match rest {
            [] => Step::Incomplete,
            [b'M', ..] => key(3, plain(KeyCode::Enter)),
            [last, ..] => Step::Taken(3, letter(*last).map(|code| Said::Key(plain(code)))),
        },
        [0x1B, ..] => key(1, plain(KeyCode::Escape)),
        _ => match step(rest) {
            Step::Taken(taken, Some(Said::Key(key))) => {
                Step::Taken(taken + 1, Some(Said::Key(Key { alt: true, ..key })))
            }
            Step::Taken(taken, said) => Step::Taken(taken + 1, said),
            other => other,
        },
    }
}

/// What follows `CSI`.
fn control_sequence(rest: &[u8]) -> Step {
    // The Linux console's F1 to F5.
    if let [b'[', rest @ ..] = rest {
        return match rest {
            [] => Step::Incomplete,
            [letter @ b'A'..=b'E', ..] => key(4, plain(KeyCode::Function(letter - b'A' + 1))),
            _ => Step::Taken(3, None),
        };
    }
    let inside = rest.iter().take_while(|byte| matches!(byte, 0x20..=0x3F)).count();
    let Some(&last) = rest.get(inside) else {
        return if inside > LONGEST { Step::Taken(inside + 2, None) } else { Step::Incomplete };
    };
    if !matches!(last, 0x40..=0x7E) {
        // It broke off; what comes now stands for itself.
        return Step::Taken(inside + 2, None);
    }
    let taken = inside + 3;
    let inside = rest.get(..inside).unwrap_or_default();
    let numbers = numbers(inside);
    match (last, numbers.first().copied()) {
        (b'~', Some(200)) => Step::PasteBegins(taken),
        // Shift-F3 is `CSI 1;2R`: a place is asked for in the second row only.
        (b'c', _) | (b'R', Some(2..)) => Step::Taken(taken, Some(Said::Answer(last, numbers))),
        // Anything with a mark of its own (mouse, modes) is not for us.
        _ if inside.first().is_some_and(|byte| matches!(byte, b'<'..=b'?')) => Step::Taken(taken, None),
        _ => Step::Taken(taken, sequence_key(last, &numbers).map(Said::Key)),
    }
}

/// The parameters of a control sequence; those left out are 0.
fn numbers(inside: &[u8]) -> Vec<u16> {
    let text = std::str::from_utf8(inside).unwrap_or_default();
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    if text.is_empty() {
        return Vec::new();
    }
    // A parameter may have parts after colons: the first is what counts.
    let firsts = text.split(';').filter_map(|part| part.split(':').next());
    firsts.map(|number| number.parse().unwrap_or_default()).collect()
}

/// The key of a control sequence.
fn sequence_key(last: u8, numbers: &[u16]) -> Option<Key> {
    let first = numbers.first().copied().unwrap_or_default();
    let code = match last {
        b'~' if first == 27 => unicode(*numbers.get(2)?)?,
        b'~' => numbered(first)?,
        b'u' => unicode(first)?,
        b'Z' => KeyCode::BackTab,
        _ => letter(last)?,
    };
    // One more than a sum: 1 Shift, 2 Alt, 4 Ctrl, 8 Super and further ones that no key here has.
    let modifiers = numbers.get(1).copied().unwrap_or_default().saturating_sub(1);
    let code = match code {
        KeyCode::Tab if modifiers & 1 != 0 => KeyCode::BackTab,
        code => code,
    };
    (modifiers & !0b111 == 0).then_some(Key { code, alt: modifiers & 2 != 0, ctrl: modifiers & 4 != 0 })
}

/// The key of `CSI … letter` and `SS3 letter`.
fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P' => KeyCode::Function(1),
        b'Q' => KeyCode::Function(2),
        b'R' => KeyCode::Function(3),
        b'S' => KeyCode::Function(4),
        _ => return None,
    })
}

/// The key of `CSI number ~`.
fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::Function(number as u8 - 10),
        17..=21 => KeyCode::Function(number as u8 - 11),
        23 | 24 => KeyCode::Function(number as u8 - 12),
        _ => return None,
    })
}

/// The key of a code point.
fn unicode(number: u16) -> Option<KeyCode> {
    Some(match number {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Escape,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(u32::from(number)).filter(|c| !c.is_control())?),
    })
}

fn key(taken: usize, key: Key) -> Step {
    Step::Taken(taken, Some(Said::Key(key)))
}

fn plain(code: KeyCode) -> Key {
    Key { code, ctrl: false, alt: false }
}

fn control(character: char) -> Key {
    Key {
        ctrl: true,
        // Control characters carry no case: Ctrl-A and Ctrl-a are one.
        ..plain(KeyCode::Char(character.to_ascii_lowercase()))
    }
}

#[cfg(test)]
mod tests;
