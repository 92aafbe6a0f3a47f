//! The page on which a person chooses by eye how ambiguous characters are laid out.

use super::{App, Effect, Popup};
use crate::action::{Key, KeyCode};
use crate::message::Msg;
use crate::text::Ambiguous;

/// Signs of every sort that terminals disagree on, with bars between them that show where one ends.
pub const SAMPLE: &str = "|“|”|—|…|·|①|◆|";

/// A key for the page; returns the page unless it is closed.
pub(super) fn press(app: &mut App, key: Key, effects: &mut Vec<Effect>) -> Option<Popup> {
    let KeyCode::Char(letter) = key.half_width().code else {
        return (key.code != KeyCode::Escape).then_some(Popup::Ruler);
    };
    match letter {
        'q' => return None,
        'c' | 'g' if key.ctrl => return None,
        'l' if key.ctrl => effects.push(Effect::Redraw),
        'a' => {
            effects.push(Effect::Keep(None));
            app.say(Msg::RulerAuto);
        }
        _ => {
            let chosen = Ambiguous::ALL.into_iter().find(|mode| mode.name().starts_with(letter));
            if let Some(mode) = chosen.filter(|_| !key.ctrl && !key.alt) {
                app.mode = mode;
                app.arrange();
                app.notice = Some(Msg::RulerChosen.fill(app.lang, &[mode.name()]));
                effects.push(Effect::Keep(Some(mode)));
            }
        }
    }
    Some(Popup::Ruler)
}
