//! How many bytes the terminal gets for what a person does, on 120 columns and 40 rows.

use std::fs;
use std::path::Path;

use jianbao::decode::decode;
use jianbao::library::File;
use jianbao::parse;
use jianbao::text::Ambiguous;
use jianbao::view;

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
                let path = path.strip_prefix(&root).unwrap().to_str().unwrap().into();
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
    fn new(mode: Ambiguous, files: &[File]) -> Self {
        let kind = if mode == Ambiguous::Narrow { Kind::Narrow } else { Kind::Wide };
        let browser = Browser::new(SIZE, mode, files.to_vec());
        let mut session = Self { browser, terminal: Painted::new(SIZE, kind) };
        session.draw();
        session
    }

    fn draw(&mut self) -> usize {
        let (buffer, cursor) = self.browser.draw();
        self.terminal.painter.underlay(view::needs_underlay(&self.browser.app));
        self.terminal.draw(&buffer, cursor)
    }

    /// The bytes of a frame after these keys.
    fn press(&mut self, keys: &str) -> usize {
        self.browser.press(keys);
        self.draw()
    }

    /// The terminal shows what was drawn last, and is sent nothing more.
    fn check_shown(&mut self) {
        let (buffer, cursor) = self.browser.draw();
        assert_shown(&buffer, &self.terminal.model.screen);
        assert_eq!(self.terminal.draw(&buffer, cursor), 0, "nothing is sent when nothing changed");
    }
}

/// What is done in each of some issues: the keys before, the key, and how often it is pressed.
struct Deed {
    what: &'static str,
    before: &'static str,
    key: &'static str,
    times: usize,
    /// The most bytes that the key may take, ever.
    most: usize,
}

/// Issues whose keys take most, of all examples.
const ISSUES: [usize; 3] = [5, 11, 13];

const DEEDS: &[Deed] = &[
    Deed { what: "selection in a window", before: "!", key: "j", times: 5, most: 300 },
    Deed { what: "selection, outline alone", before: "Tab z wait", key: "j", times: 20, most: 300 },
    Deed { what: "selection with its text", before: "Tab", key: "j", times: 20, most: 4000 },
    Deed { what: "page", before: "Tab Tab", key: "Space", times: 5, most: 4000 },
    Deed { what: "line beside other panes", before: "Tab Tab", key: "j", times: 25, most: 4000 },
    Deed { what: "line of the full width", before: "Tab Tab z wait", key: "j", times: 60, most: 300 },
    Deed { what: "page of the full width", before: "Tab Tab z wait", key: "Space", times: 4, most: 4000 },
];

/// The most bytes that a key takes in a mode.
fn check(mode: Ambiguous) {
    let files = files();
    let mut from_issue_to_issue = Session::new(mode, &files);
    let next_issue = (1..18).map(|_| from_issue_to_issue.press("J")).max().unwrap();
    let mut over = Vec::new();
    if next_issue > 4000 {
        over.push(format!("next issue: {next_issue}"));
    }
    for deed in DEEDS {
        for issue in ISSUES {
            let mut session = Session::new(mode, &files);
            session.press(&"J ".repeat(issue));
            session.press(deed.before);
            let most = (0..deed.times).map(|_| session.press(deed.key)).max().unwrap();
            session.check_shown();
            if most > deed.most {
                over.push(format!("{}, issue {issue}: {most}", deed.what));
            }
        }
    }
    assert!(over.is_empty(), "{}: {over:#?}", mode.name());
}

#[test]
fn a_key_takes_no_more_bytes_than_its_budget_where_signs_are_narrow() {
    check(Ambiguous::Narrow);
}

#[test]
fn a_key_takes_no_more_bytes_than_its_budget_where_signs_are_wide() {
    check(Ambiguous::Wide);
}

#[test]
fn a_key_takes_no_more_bytes_than_its_budget_for_either_kind_of_terminal() {
    check(Ambiguous::Both);
}

#[test]
fn a_key_takes_no_more_bytes_than_its_budget_with_stand_ins() {
    check(Ambiguous::Subst);
}
