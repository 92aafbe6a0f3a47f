//! From keys to actions: numbers in front, sequences of keys, who gets the key.

use super::{App, Effect, act, popup, prompt};
use crate::action::{self, Key, KeyCode, Meaning};

/// How long a key that may begin a sequence waits for the next one, in milliseconds.
const SEQUENCE_WAITS: u64 = 600;
/// Numbers in front of a movement stop growing here.
const LARGEST_COUNT: usize = 99_999;

/// Keys that wait for more keys.
#[derive(Debug, Default)]
pub struct Pending {
    count: Option<usize>,
    keys: Vec<Key>,
    /// Whether the person has pressed a key at all.
    pub(super) touched: bool,
}

impl Pending {
    /// What was pressed so far, as it is shown: `12z`.
    pub fn shown(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        self.keys.iter().fold(count, |shown, key| shown + &key.to_string())
    }

    fn digit(&mut self, key: Key) -> bool {
        let digit = match key {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false } => c.to_digit(10),
            _ => None,
        };
        match (digit, self.count) {
            (None, _) | (Some(0), None) => false,
            (Some(digit), count) => {
                self.count = Some((count.unwrap_or_default() * 10 + digit as usize).min(LARGEST_COUNT));
                true
            }
        }
    }
}

/// A key was pressed: the prompt, the window or the panes get it.
pub(super) fn press(app: &mut App, key: Key) -> Vec<Effect> {
    app.pending.touched = true;
    app.notice = None;
    if app.prompt.is_some() {
        return prompt::press(app, key);
    }
    if let Some(effects) = popup::press(app, key) {
        return effects;
    }
    let key = key.half_width();
    if app.pending.keys.is_empty() && app.pending.digit(key) {
        return Vec::new();
    }
    app.pending.keys.push(key);
    match action::meaning(&app.pending.keys) {
        Meaning::Action(action, false) => run(app, action),
        Meaning::Action(_, true) | Meaning::Prefix => vec![Effect::Wake(SEQUENCE_WAITS)],
        Meaning::Nothing => give_up(app, key),
    }
}

/// No further key came: the keys pressed so far stand for themselves.
pub(super) fn timeout(app: &mut App) -> Vec<Effect> {
    match action::meaning(&app.pending.keys) {
        Meaning::Action(action, _) => run(app, action),
        Meaning::Prefix | Meaning::Nothing => {
            app.pending.keys.clear();
            app.pending.count = None;
            Vec::new()
        }
    }
}

/// The last key does not continue the sequence: what came before it stands for itself.
fn give_up(app: &mut App, last: Key) -> Vec<Effect> {
    app.pending.keys.pop();
    let alone = app.pending.keys.is_empty();
    let mut effects = timeout(app);
    if !alone {
        effects.extend(press(app, last));
    }
    effects
}

fn run(app: &mut App, action: action::Action) -> Vec<Effect> {
    let count = app.pending.count.take();
    app.pending.keys.clear();
    act::run(app, action, count)
}
