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

/// After the keys `before`, the key takes no more bytes than its budget, however often it is pressed.
fn check(mode: Ambiguous, what: &str, keys: (&str, &str, usize), budget: usize) {
    let (before, key, times) = keys;
    let mut session = Session::new(mode);
    session.press(before);
    let mut taken: Vec<usize> = (0..times).map(|_| session.press(key)).collect();
    taken.sort_unstable();
    let (median, most) = (taken[taken.len() / 2], taken[taken.len() - 1]);
    println!("{what:40} {median:6} {most:6} {budget:6}");
    assert!(most <= budget, "{what}: {most} bytes, more than {budget}");
}

#[test]
fn a_key_takes_no_more_bytes_than_its_budget() {
    for mode in [Ambiguous::Narrow, Ambiguous::Wide] {
        check(mode, "selection, outline alone", ("J Tab z wait", "j", 15), 99300);
        check(mode, "selection, problems", ("!", "j", 5), 99300);
        check(mode, "selection with its text", ("J Tab", "j", 15), 99300);
        check(mode, "next issue", ("", "J", 17), 99300);
        check(mode, "page", ("J Tab Tab", "Space", 4), 99000);
        check(mode, "line", ("J Tab Tab j", "j", 40), 99000);
        check(mode, "full width line", ("J Tab Tab z wait", "j", 60), 99000);
        check(mode, "full width page", ("J Tab Tab z wait", "Space", 3), 99000);
    }
    println!(
        "{:40} {:6}",
        "the whole screen",
        Painted::new(SIZE, Kind::Narrow).draw(&Session::new(Ambiguous::Narrow).browser.draw().0, None)
    );
}
