//! The browser without a terminal: keys in, a picture out.

use jianbao::action::Key;
use jianbao::app::{App, Effect, Event, Outcome, update};
use jianbao::library::File;
use jianbao::message::Lang;
use jianbao::search;
use jianbao::text::Ambiguous;
use jianbao::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

/// A browser on a screen of a size, with everything loaded.
pub(crate) struct Browser {
    pub(crate) app: App,
    pub(crate) effects: Vec<Effect>,
}

impl Browser {
    pub(crate) fn new(size: (u16, u16), mode: Ambiguous, files: Vec<File>) -> Self {
        let mut browser = Self { app: App::new(Lang::Zh, mode, size), effects: Vec::new() };
        browser.event(Event::Found(files.len()));
        browser.event(Event::Loaded(files));
        browser.event(Event::LoadDone);
        browser
    }

    /// Lets an event happen; work that it asks for is done at once.
    pub(crate) fn event(&mut self, event: Event) {
        for effect in update(&mut self.app, event) {
            let Effect::Work(work) = effect else {
                self.effects.push(effect);
                continue;
            };
            let number = work.number();
            let mut outcomes = Vec::new();
            work.run(&search::alone, &mut |outcome| {
                outcomes.push(outcome);
                true
            });
            for outcome in outcomes.into_iter().chain([Outcome::Ended]) {
                self.event(Event::Worked(number, outcome));
            }
        }
    }

    /// Presses keys in the notation of the help, blanks between them: `j Ctrl-d z a`. A word in
    /// quotes is typed letter by letter; `resize:80x24` gives the terminal another size; `wait`
    /// lets a sequence of keys time out.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            if let Some(size) = word.strip_prefix("resize:") {
                let (columns, rows) = size.split_once('x').unwrap();
                self.event(Event::Resize(columns.parse().unwrap(), rows.parse().unwrap()));
            } else if word == "wait" {
                self.event(Event::Timeout);
            } else if let Some(typed) = word.strip_prefix('"').and_then(|word| word.strip_suffix('"')) {
                for letter in typed.chars() {
                    self.event(Event::Key(Key::parse(&letter.to_string()).unwrap()));
                }
            } else {
                self.event(Event::Key(Key::parse(word).unwrap_or_else(|| panic!("{word} is no key"))));
            }
        }
        self
    }

    /// The screen as text: `▶` in front of every row with a selection, and the cursor's place last.
    pub(crate) fn picture(&self) -> String {
        let (buffer, cursor) = self.draw();
        let mut picture = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let (mut x, mut selected) = (0, false);
            while x < buffer.area.width {
                let cell = &buffer[(x, y)];
                selected |= y > 0 && cell.modifier.contains(Modifier::REVERSED);
                line.push_str(cell.symbol());
                x += (cell.symbol().width() as u16).max(1);
            }
            picture.push_str(if selected { "▶" } else { " " });
            picture.push_str(line.trim_end());
            picture.push('\n');
        }
        let cursor = cursor.map_or("none".to_owned(), |(x, y)| format!("{x},{y}"));
        picture + &format!("cursor: {cursor}\n")
    }

    pub(crate) fn draw(&self) -> (Buffer, Option<(u16, u16)>) {
        let (columns, rows) = self.app.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let cursor = view::draw(&self.app, &mut buffer);
        (buffer, cursor)
    }
}
