//! The built program in tmux: the screen that tmux shows is the buffer that the library draws.

use std::env;
use std::fs;
use std::process::{self, Command};
use std::time::{Duration, Instant};

use jianbao::message::{Lang, Msg};
use jianbao::source;
use jianbao::text::Ambiguous;

use crate::support::browser::Browser;
use crate::support::folder::Folder;
use crate::support::painted::text;
use crate::support::sample;

const SIZE: (u16, u16) = (100, 24);

/// A screen that has not come after so long never comes.
const PATIENCE: Duration = Duration::from_secs(20);

/// A tmux server of its own, ended with the test.
struct Tmux(String);

impl Tmux {
    /// Starts the program on a folder, with another for its own files; `None` where there is no tmux, which continuous integration
    /// must have.
    fn start(folder: &Folder, own: &Folder) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            assert!(env::var_os("CI").is_none(), "tmux is missing");
            tell("tmux is missing: the program was NOT tried in it");
            return None;
        }
        let tmux = Self(format!("jianbao-it-{}", process::id()));
        let mut command = tmux.command();
        command.args(["new-session", "-d", "-x", &SIZE.0.to_string(), "-y", &SIZE.1.to_string()]);
        command.arg(env!("CARGO_BIN_EXE_jianbao")).arg(folder.path());
        command.args([";", "set-option", "status", "off"]);
        command.env("LC_ALL", "zh_CN.UTF-8").env("XDG_STATE_HOME", own.path().join("state"));
        command.env("XDG_CACHE_HOME", own.path().join("cache"));
        command.env("XDG_CONFIG_HOME", own.path().join("config")).env_remove("JIANBAO_AMBIGUOUS");
        assert!(command.status().unwrap().success());
        Some(tmux)
    }

    fn command(&self) -> Command {
        let mut command = Command::new("tmux");
        command.args(["-u", "-f", "/dev/null", "-L", &self.0]);
        command
    }

    fn press(&self, key: &str) {
        assert!(self.command().args(["send-keys", key]).status().unwrap().success());
    }

    fn screen(&self) -> String {
        let output = self.command().args(["capture-pane", "-p"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Looks until the screen is as wished.
    fn check(&self, expected: &str, after: &str) {
        let end = Instant::now() + PATIENCE;
        let mut screen = self.screen();
        while screen.trim_end() != expected.trim_end() {
            assert!(Instant::now() < end, "after {after} tmux shows\n{screen}\nand not\n{expected}");
            screen = self.screen();
        }
    }
}

#[expect(clippy::print_stderr, reason = "a test that tries nothing says so")]
fn tell(message: &str) {
    eprintln!("{message}");
}

impl Drop for Tmux {
    fn drop(&mut self) {
        // The server may have ended with the program.
        let _ = self.command().arg("kill-server").output();
    }
}

#[test]
fn tmux_shows_what_the_library_draws() {
    let folder = Folder::new(&sample::TEXTS);
    let own = Folder::new(&[]);
    let Some(tmux) = Tmux::start(&folder, &own) else { return };
    let mut browser =
        Browser::new(SIZE, Ambiguous::Narrow, source::read_all(&[folder.path().to_owned()], |_, _| {}));
    // The terminal around tmux cannot be asked: once the person is told so.
    browser.app.notice = Some(Msg::Between.fill(Lang::Zh, &["tmux", "w"]));
    tmux.check(&text(&browser.draw().0), "the start");
    let state = fs::read_to_string(own.path().join("state/jianbao/state.json")).unwrap();
    assert_eq!(state.split_whitespace().collect::<String>(), r#"{"told":["tmux"]}"#);
    // Windows over wide text, folds, and rows that are moved within the full width.
    for key in "J Tab j ] ? q Escape ! q w q J K Tab z wait j j j k k Space b } {".split(' ') {
        browser.press(key);
        if key != "wait" {
            tmux.press(key);
        }
        if key != "z" {
            tmux.check(&text(&browser.draw().0), key);
        }
    }
}
