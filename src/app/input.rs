//! A line of text that is being written.

use unicode_segmentation::UnicodeSegmentation;

use crate::action::{Key, KeyCode};

/// A line of text with a cursor. Its keys are those of readline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    before: String,
    after: String,
}

impl Input {
    /// The whole text.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// The text before the cursor.
    pub fn before(&self) -> &str {
        &self.before
    }

    /// Writes text at the cursor; control characters are left out.
    pub fn insert(&mut self, text: &str) {
        self.before.extend(text.chars().filter(|c| !c.is_control()));
    }

    /// Lets a key change the line; returns whether it was one of the line's keys.
    pub fn press(&mut self, key: Key) -> bool {
        match key {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false } => {
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            Key { ctrl: true, code: KeyCode::Char(c), .. } => return self.control(c),
            Key { code, .. } => return self.edit(code),
        }
        true
    }

    fn control(&mut self, c: char) -> bool {
        match c {
            'a' => return self.edit(KeyCode::Home),
            'e' => return self.edit(KeyCode::End),
            'h' => return self.edit(KeyCode::Backspace),
            'd' => return self.edit(KeyCode::Delete),
            'u' => self.before.clear(),
            'k' => self.after.clear(),
            'w' => {
                let kept = self.before.trim_end();
                let kept = kept.rfind(char::is_whitespace).map_or(0, |at| at + 1);
                self.before.truncate(kept);
            }
            _ => return false,
        }
        true
    }

    fn edit(&mut self, code: KeyCode) -> bool {
        match code {
            KeyCode::Backspace => drop(self.pop()),
            KeyCode::Delete => drop(self.shift()),
            KeyCode::Left => {
                if let Some(last) = self.pop() {
                    self.after.insert_str(0, &last);
                }
            }
            KeyCode::Right => {
                if let Some(first) = self.shift() {
                    self.before.push_str(&first);
                }
            }
            KeyCode::Home => self.after.insert_str(0, &std::mem::take(&mut self.before)),
            KeyCode::End => self.before.push_str(&std::mem::take(&mut self.after)),
            _ => return false,
        }
        true
    }

    /// Takes the last grapheme before the cursor.
    fn pop(&mut self) -> Option<String> {
        let (at, _) = self.before.grapheme_indices(true).next_back()?;
        Some(self.before.split_off(at))
    }

    /// Takes the first grapheme after the cursor.
    fn shift(&mut self) -> Option<String> {
        let first = self.after.graphemes(true).next()?.to_owned();
        self.after.replace_range(..first.len(), "");
        Some(first)
    }
}
