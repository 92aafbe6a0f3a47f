//! crossterm's keys as ours.

use crossterm::event::{KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers};

use crate::action::{Key, KeyCode};

/// Our key for crossterm's; `None` for a key that was let go and for keys that we do not know.
pub(super) fn of(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let code = match event.code {
        Code::Char(c) => KeyCode::Char(c),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Escape,
        Code::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Insert => KeyCode::Insert,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::Function(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key { code, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: Code, modifiers: KeyModifiers, expected: &str) {
        let written = of(KeyEvent::new(code, modifiers)).map(|key| key.to_string());
        assert_eq!(written.unwrap_or_default(), expected);
    }

    #[test]
    fn keys_are_ours() {
        check(Code::Char('j'), KeyModifiers::NONE, "j");
        check(Code::Char('G'), KeyModifiers::SHIFT, "G");
        check(Code::Char('ｊ'), KeyModifiers::NONE, "ｊ");
        check(Code::Char('d'), KeyModifiers::CONTROL, "Ctrl-d");
        check(Code::Char(' '), KeyModifiers::NONE, "Space");
        check(Code::BackTab, KeyModifiers::SHIFT, "Shift-Tab");
        check(Code::F(1), KeyModifiers::NONE, "F1");
        check(Code::Left, KeyModifiers::ALT, "Alt-Left");
        check(Code::CapsLock, KeyModifiers::NONE, "");
    }

    #[test]
    fn a_key_that_is_let_go_is_none() {
        let event = KeyEvent::new_with_kind(Code::Char('j'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(of(event), None);
    }
}
