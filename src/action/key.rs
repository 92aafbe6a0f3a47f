//! A key, free of any terminal library, and its written form.

use std::fmt;

/// A key as jianbao understands it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key. A shifted letter is its capital.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

/// Which key was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names of the keys say what they are")]
pub enum KeyCode {
    Char(char),
    Enter,
    Escape,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Function(u8),
}

/// The keys with names. `Space` is a character and stands here for its name alone.
const NAMED: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Escape", KeyCode::Escape),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

/// What a Chinese input method sends for the keys of an ASCII keyboard, beside the full-width
/// forms U+FF01–FF5E.
const CHINESE_PUNCTUATION: &[(char, char)] = &[
    ('、', '/'),
    ('。', '.'),
    ('《', '<'),
    ('》', '>'),
    ('【', '['),
    ('】', ']'),
    ('「', '{'),
    ('」', '}'),
    ('『', '{'),
    ('』', '}'),
    ('·', '`'),
    ('　', ' '),
];

impl Key {
    /// A key without Ctrl and Alt.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The key of a written form: `j`, `G`, `Space`, `Ctrl-d`, `Alt-x`, `F1`; `None` for others.
    pub fn parse(written: &str) -> Option<Self> {
        if let Some(rest) = written.strip_prefix("Ctrl-") {
            return Self::parse(rest).map(|key| Self { ctrl: true, ..key });
        }
        if let Some(rest) = written.strip_prefix("Alt-") {
            return Self::parse(rest).map(|key| Self { alt: true, ..key });
        }
        if let Some((_, code)) = NAMED.iter().find(|(name, _)| *name == written) {
            return Some(Self::plain(*code));
        }
        let mut characters = written.chars();
        match (characters.next(), characters.as_str()) {
            (Some(c), "") => Some(Self::plain(KeyCode::Char(c))),
            (Some('F'), number) => Some(Self::plain(KeyCode::Function(number.parse().ok()?))),
            _ => None,
        }
    }

    /// The key that a full-width or Chinese character stands for when a Chinese input method is
    /// on: ｊ is j, ？ is ?, 、 is /.
    #[must_use]
    pub fn half_width(self) -> Self {
        let KeyCode::Char(c) = self.code else { return self };
        let twin = CHINESE_PUNCTUATION.iter().find(|(chinese, _)| *chinese == c).map(|(_, ascii)| *ascii);
        let code = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => twin.unwrap_or(c),
        };
        Self { code: KeyCode::Char(code), ..self }
    }
}

/// The written form that [`Key::parse`] reads.
impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.ctrl { "Ctrl-" } else { "" })?;
        out.write_str(if self.alt { "Alt-" } else { "" })?;
        let named = NAMED.iter().find(|(_, code)| *code == self.code);
        match (named, self.code) {
            (Some((name, _)), _) => out.write_str(name),
            (None, KeyCode::Char(c)) => write!(out, "{c}"),
            (None, KeyCode::Function(number)) => write!(out, "F{number}"),
            (None, _) => Ok(()),
        }
    }
}
