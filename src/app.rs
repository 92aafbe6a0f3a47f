//! The state of the browser and the one function that changes it.

use crate::action::Key;
use crate::library::File;

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted (bracketed paste).
    Paste(String),
    /// The terminal now has this many columns and rows.
    Resize(u16, u16),
    /// So many files are known to exist by now.
    Found(usize),
    /// Files were read and parsed.
    Loaded(Vec<File>),
    /// Nothing more will be loaded.
    LoadDone,
    /// The time asked for by [`Effect::Wake`] has passed without a key.
    Timeout,
}

/// Something that the outside should do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Give the terminal back to the shell until it brings us to the foreground again (Ctrl-Z).
    Suspend,
    /// Draw every cell anew, whatever the terminal is believed to show (Ctrl-L).
    Redraw,
    /// Send [`Event::Timeout`] after so many milliseconds unless a key comes first.
    Wake(u64),
}

/// The state of the browser.
#[derive(Debug, Default)]
pub struct App {}

/// Lets an event change the state; says what the outside should do.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let _ = (app, event);
    Vec::new()
}
