//! Asks the terminal how wide it draws the characters that standards call ambiguous.
//!
//! The question goes out before the first frame, and nobody waits for the answers: they come among
//! the keys, now or later, and until then (for ever on a terminal that does not answer) the layout
//! is one that looks right on every terminal.

use std::fmt::Write;

use crate::text::Ambiguous;

/// A shape, a quotation mark, a dash and a foreign letter: terminals that treat them differently
/// exist for each pair.
const SAMPLES: [char; 4] = ['◆', '“', '—', 'α'];

/// Where the samples are drawn. Not in row 1: an answer from there looks like Shift-F3.
const ROW: u16 = 2;

/// The answers that have come.
#[derive(Debug, Default)]
pub(super) struct Probe {
    /// How many columns each sample took.
    columns: Vec<u16>,
}

impl Probe {
    /// What is sent: each sample, the question where the cursor is now (DSR 6) and an erased row;
    /// then the question what terminal this is (DA), which every terminal answers, as the end.
    pub(super) fn question() -> String {
        let mut question = String::new();
        for sample in SAMPLES {
            // Writing into a string cannot fail.
            let _ = write!(question, "\x1b[{ROW};1H{sample}\x1b[6n\x1b[2K");
        }
        question + "\x1b[c"
    }

    /// Takes an answer: the last byte of the control sequence and its parameters. Returns the mode
    /// when it was the last.
    pub(super) fn take(&mut self, last: u8, numbers: &[u16]) -> Option<Ambiguous> {
        match (last, numbers) {
            (b'R', [ROW, column]) => self.columns.push(column.saturating_sub(1)),
            (b'c', _) => return Some(self.mode()),
            _ => {}
        }
        None
    }

    fn mode(&self) -> Ambiguous {
        match self.columns.as_slice() {
            [1, 1, 1, 1] => Ambiguous::Narrow,
            [2, 2, 2, 2] => Ambiguous::Wide,
            _ => Ambiguous::Both,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mode after the samples were seen to take these columns.
    fn check(columns: &[u16], expected: Ambiguous) {
        let mut probe = Probe::default();
        for columns in columns {
            assert_eq!(probe.take(b'R', &[ROW, columns + 1]), None);
        }
        assert_eq!(probe.take(b'R', &[9, 9]), None);
        assert_eq!(probe.take(b'c', &[62, 22]), Some(expected), "{columns:?}");
    }

    #[test]
    fn only_full_agreement_counts() {
        check(&[1, 1, 1, 1], Ambiguous::Narrow);
        check(&[2, 2, 2, 2], Ambiguous::Wide);
        check(&[2, 2, 2, 1], Ambiguous::Both);
        check(&[1, 1, 1], Ambiguous::Both);
        check(&[0, 0, 0, 0], Ambiguous::Both);
        check(&[], Ambiguous::Both);
    }
}
