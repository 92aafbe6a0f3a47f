//! The state of the browser and the one function that changes it.

mod act;
mod details;
mod figures;
mod find;
mod input;
mod issues;
mod jump;
mod keys;
mod layout;
mod list;
mod narrow;
mod outline;
mod popup;
mod prompt;
mod ruler;
mod saved;
mod search;
mod selection;
mod trail;
mod work;

pub use details::Details;
pub use figures::{Figures, Parts, Picture};
pub use find::{Find, Found};
pub use input::Input;
pub use issues::{Issues, Row as IssueRow};
pub use keys::Pending;
pub use layout::{Area, Layout, MIN_COLUMNS, MIN_ROWS, Widths, layout};
pub use narrow::Narrow;
pub use outline::Outline;
pub use popup::{HelpLine, Popup, help_lines, sum_lines};
pub use prompt::{Prompt, Purpose};
pub use ruler::SAMPLE;
pub use saved::Saved;
pub use search::{HitLine, REMEMBERED, Results, Search};
pub use selection::Selection;
pub use trail::Trail;
pub use work::{Outcome, Tickets, Work};

use crate::action::Key;
use crate::bulletin::Place;
use crate::library::{File, Id, Library};
use crate::message::{Lang, Msg};
use crate::text::Ambiguous;

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted (bracketed paste).
    Paste(String),
    /// The terminal now has this many columns and rows.
    Resize(u16, u16),
    /// Ambiguous characters are to be laid out so.
    Mode(Ambiguous),
    /// So many files are known to exist by now.
    Found(usize),
    /// Files were read and parsed.
    Loaded(Vec<File>),
    /// Nothing more will be loaded.
    LoadDone,
    /// What was chosen could not be kept, with the reason.
    NotKept(String),
    /// The time asked for by [`Effect::Wake`] has passed without a key.
    Timeout,
    /// Something came of the work of this number.
    Worked(u64, Outcome),
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
    /// Keep how ambiguous characters are laid out on this terminal; `None`: forget it.
    Keep(Option<Ambiguous>),
    /// Keep a search by this name; an empty one: forget the name.
    KeepSearch(String, String),
    /// Keep what was looked for, to be brought back when it is looked for again.
    Remember(String),
    /// Do this on another thread, and tell by [`Event::Worked`] what comes of it and that it ended.
    Work(Work),
}

/// What the panes show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// The issues, the outline and the text of one of them.
    #[default]
    Bulletins,
    /// The list of figures, and the text around the selected one.
    Figures,
    /// The list of what was found, and the text around the selected hit.
    Search,
}

impl View {
    /// Whether a list takes the place of the issues and the outline.
    pub const fn is_list(self) -> bool {
        !matches!(self, Self::Bulletins)
    }
}

/// The panes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list of issues.
    #[default]
    Issues,
    /// The outline of the selected issue.
    Outline,
    /// The list of a view such as that of the figures, which stands in their place.
    List,
    /// The text.
    Details,
}

/// How far the loading is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Loading {
    /// Files known to exist.
    pub found: usize,
    /// Whether everything was read.
    pub done: bool,
}

/// The state of the browser.
///
/// What is being read has one truth: the line at the top of the details. The outline's selection
/// is the part that this line belongs to.
#[derive(Debug, Default)]
pub struct App {
    /// All bulletins.
    pub library: Library,
    /// The language of our own words.
    pub lang: Lang,
    /// How ambiguous characters are laid out.
    pub mode: Ambiguous,
    /// Whether the terminal shows nothing but ASCII in the chrome.
    pub ascii: bool,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What the panes show.
    pub view: View,
    /// The pane that has the keys.
    pub focus: Focus,
    /// Whether the focused pane stands alone.
    pub zoomed: bool,
    /// Widths of panes that were changed by hand.
    pub widths: Widths,
    /// The list of issues.
    pub issues: Issues,
    /// The outline of the open issue.
    pub outline: Outline,
    /// The text of the open issue.
    pub details: Details,
    /// The list of figures.
    pub figures: Figures,
    /// Searches that were given a name.
    pub saved: Saved,
    /// The filter on everything that is shown.
    pub narrow: Narrow,
    /// What was found in all bulletins.
    pub search: Search,
    /// What was on the screen before.
    pub trail: Trail,
    /// The words that are marked in the text.
    pub find: Find,
    /// Whether the next place found is that of the search in all bulletins.
    pub walks: bool,
    /// The line that asks for something.
    pub prompt: Option<Prompt>,
    /// The window over the panes.
    pub popup: Option<Popup>,
    /// Keys that wait for more keys.
    pub pending: Pending,
    /// How far the loading is.
    pub loading: Loading,
    /// A word to the person, until the next key.
    pub notice: Option<String>,
    /// Numbers the work that is asked for.
    pub tickets: Tickets,
    /// What the outside is to do, until it is told.
    pub asked: Vec<Effect>,
}

/// Lets an event change the state; says what the outside should do.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let mut effects = take(app, event);
    effects.append(&mut app.asked);
    effects
}

fn take(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => keys::press(app, key),
        Event::Timeout => keys::timeout(app),
        Event::Paste(text) => {
            prompt::paste(app, &text);
            Vec::new()
        }
        Event::Resize(columns, rows) => {
            app.size = (columns, rows);
            app.arrange();
            Vec::new()
        }
        Event::Mode(mode) => {
            app.mode = mode;
            app.arrange();
            Vec::new()
        }
        Event::Found(files) => {
            app.loading.found = files;
            Vec::new()
        }
        Event::Loaded(files) => {
            app.take_in(files);
            Vec::new()
        }
        Event::LoadDone => {
            app.loading.done = true;
            narrow::read_on(app);
            search::read_on(app);
            Vec::new()
        }
        Event::Worked(number, outcome) => {
            match outcome {
                Outcome::Hits(_) | Outcome::Heard(_) => search::worked(app, number, outcome),
                Outcome::Chosen(_) => narrow::worked(app, number, outcome),
                Outcome::Ended => {
                    narrow::worked(app, number, Outcome::Ended);
                    search::worked(app, number, Outcome::Ended);
                    figures::worked(app, number, Outcome::Ended);
                }
                _ => figures::worked(app, number, outcome),
            }
            Vec::new()
        }
        Event::NotKept(reason) => {
            app.notice = Some(Msg::NotKept.fill(app.lang, &[&reason]));
            Vec::new()
        }
    }
}

impl App {
    /// A browser without bulletins for a terminal of this many columns and rows.
    pub fn new(lang: Lang, mode: Ambiguous, size: (u16, u16)) -> Self {
        Self { lang, mode, size, ..Self::default() }
    }

    /// The issue that is open.
    pub fn current(&self) -> Option<Id> {
        self.details.id()
    }

    /// The part that is being read.
    pub fn place(&self) -> Place {
        self.details.place()
    }

    /// Where the panes stand.
    pub fn layout(&self) -> Layout {
        layout(self.size, self.view, self.focus, self.zoomed, self.widths)
    }

    fn take_in(&mut self, files: Vec<File>) {
        self.library.add(files);
        self.issues.rebuild(&self.library);
        // Until the person has moved, the first issue of the list is the one that is open.
        let id = if self.pending.touched { self.current() } else { None };
        if let Some(id) = id.or_else(|| self.issues.first()) {
            self.open(id);
        }
        figures::read_on(self);
        narrow::read_on(self);
        search::read_on(self);
    }

    /// Opens an issue where it was left.
    fn open(&mut self, id: Id) {
        self.issues.select(id);
        if self.current() != Some(id) {
            let Some(entry) = self.library.get(id) else { return };
            self.details.open(id, entry, self.lang);
            self.outline.open(id, entry, self.narrow.articles().map(|articles| &**articles));
            self.find.search(self.details.page());
        }
        self.arrange();
    }

    /// Sets the text and the lists anew for the size of their panes; the reading place stays.
    fn arrange(&mut self) {
        let layout = self.layout();
        if let Some(area) = layout.details {
            self.details.set(area.text_columns(), area.lines(), self.mode);
        }
        self.outline.follow(&self.details.place(), layout.outline.map_or(0, Area::lines));
        self.issues.reveal(layout.issues.map_or(0, Area::lines));
        list::reveal(self, layout.list.unwrap_or_default());
    }

    /// Goes to a part of the open issue.
    fn select(&mut self, place: &Place) {
        self.details.select(place);
        self.arrange();
    }

    fn say(&mut self, message: Msg) {
        self.notice = Some(message.text(self.lang).to_owned());
    }
}

#[cfg(test)]
mod tests;
