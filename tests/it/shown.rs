//! The browser's frames, windows over wide text included, as terminals of every kind show them.

use jianbao::action::ACTIONS;
use jianbao::text::Ambiguous;
use jianbao::view;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::browser::Browser;
use crate::support::model::Kind;
use crate::support::painted::{Painted, assert_shown};
use crate::support::sample;

/// Every mode with the kinds of terminals that it is meant for.
const MEANT_FOR: &[(Ambiguous, &[Kind])] = &[
    (Ambiguous::Narrow, &[Kind::Narrow]),
    (Ambiguous::Wide, &[Kind::Wide, Kind::Ragged]),
    (Ambiguous::Both, &[Kind::Narrow, Kind::Wide, Kind::Mixed, Kind::Ragged]),
    (Ambiguous::Subst, &[Kind::Narrow, Kind::Wide, Kind::Mixed, Kind::Ragged]),
];

/// Draws the browser after each key, in every mode on every kind.
fn check(size: (u16, u16), keys: &[&str]) {
    for (mode, kinds) in MEANT_FOR {
        for kind in *kinds {
            let mut browser = Browser::new(size, *mode, sample::files());
            let mut terminal = Painted::new(size, *kind);
            for key in keys {
                browser.press(key);
                // On the ruler another mode may be chosen, which is not meant for the terminal.
                browser.app.mode = *mode;
                let (buffer, cursor) = browser.draw();
                terminal.painter.underlay(view::needs_underlay(&browser.app));
                terminal.draw(&buffer, cursor);
                if browser.app.popup != Some(jianbao::app::Popup::Ruler) {
                    assert_shown(&buffer, &terminal.model.screen);
                }
                assert_eq!(terminal.draw(&buffer, cursor), 0, "{key}: nothing changed");
            }
        }
    }
}

#[test]
fn windows_come_and_go_over_wide_text() {
    let keys = ["J", "Tab", "?", "Escape", "!", "q", "w", "q", "]", "?", "Ctrl-f", "Escape", "Tab", "!", "q"];
    check((100, 20), &keys);
    check((41, 13), &keys);
}

#[test]
fn a_page_moves_line_by_line() {
    let keys = ["J", "Tab", "Tab", "z", "wait", "j", "j", "3", "j", "k", "Ctrl-d", "Ctrl-u", "Space", "b"];
    check((100, 16), &keys);
    check((61, 9), &keys);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn whatever_is_pressed_the_terminal_shows_the_buffer(
        keys in vec(proptest::sample::select(
            ACTIONS.iter().flat_map(|row| row.keys).copied().collect::<Vec<_>>(),
        ), 1..16),
    ) {
        check((100, 16), &keys);
    }
}
