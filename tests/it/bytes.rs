//! How many bytes the terminal gets for what a person does, on 120 columns and 40 rows.

use std::fs;
use std::path::Path;

use jianbao::decode::decode;
use jianbao::library::File;
use jianbao::parse;
use jianbao::text::Ambiguous;

use crate::support::browser::Browser;
use crate::support::model::Kind;
use crate::support::painted::{Painted, assert_shown};

const SIZE: (u16, u16) = (120, 40);

/// The examples that come with the program.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bulletins");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                let text = decode(&bytes).unwrap().text;
                let path = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                files.push(File {
                    path,
                    encoding: "UTF-8",
                    bulletins: parse::bulletins(&text),
                    ..File::default()
                });
            }
        }
    }
    files
}

/// A browser in a mode, and the terminal that shows it.
struct Session {
    browser: Browser,
    terminal: Painted,
}

impl Session {
    fn new(mode: Ambiguous) -> Self {
        let kind = if mode == Ambiguous::Narrow { Kind::Narrow } else { Kind::Wide };
        let browser = Browser::new(SIZE, mode, files());
        let mut session = Self { browser, terminal: Painted::new(SIZE, kind) };
        session.draw();
        session
    }

    fn draw(&mut self) -> usize {
        let (buffer, cursor) = self.browser.draw();
        let bytes = self.terminal.draw(&buffer, cursor);
        assert_shown(&buffer, &self.terminal.model.screen);
        assert_eq!(self.terminal.draw(&buffer, cursor), 0, "nothing is sent when nothing changed");
        bytes
    }

    /// The bytes of a frame after these keys.
    fn press(&mut self, keys: &str) -> usize {
        self.browser.press(keys);
        self.draw()
    }
}

/// What is done: the keys before, the key, how often it is pressed.
type Deed = (&'static str, &'static str, usize);

/// The most bytes that a key may take: usually (at least half the times), and ever.
type Budget = (usize, usize);

/// The budgets. A selection that brings its text along is a new item with a new text.
///
/// What exceeds 4,000 is an issue with three long leaders of `…`, after each of which the next is
/// placed by its column. A row of the outline that has the whole screen is 118 columns wide, and is
/// written twice; no row of the three panes is.
const BUDGETS: &[(&str, Deed, Budget)] = &[
    ("selection in a window", ("!", "j", 5), (300, 300)),
    ("selection, outline alone", ("J Tab z wait", "j", 15), (300, 400)),
    ("selection with its text", ("J Tab", "j", 15), (4000, 4000)),
    ("next issue", ("", "J", 17), (4000, 4200)),
    ("page", ("J Tab Tab", "Space", 4), (4000, 4000)),
    ("line beside other panes", ("J Tab Tab j", "j", 40), (4000, 4000)),
    ("line of the full width", ("J Tab Tab z wait", "j", 60), (300, 320)),
    ("page of the full width", ("J Tab Tab z wait", "Space", 3), (4000, 4000)),
];

fn check(mode: Ambiguous, what: &str, deed: Deed, budget: Budget) {
    let (before, key, times) = deed;
    let mut session = Session::new(mode);
    session.press(before);
    let mut taken: Vec<usize> = (0..times).map(|_| session.press(key)).collect();
    taken.sort_unstable();
    let (middle, most) = (taken[taken.len() / 2], taken[taken.len() - 1]);
    assert!(middle <= budget.0 && most <= budget.1, "{what}, {}: {middle} {most}", mode.name());
}

#[test]
fn a_key_takes_no_more_bytes_than_its_budget() {
    for (what, deed, budget) in BUDGETS {
        check(Ambiguous::Narrow, what, *deed, *budget);
        check(Ambiguous::Wide, what, *deed, *budget);
    }
}
