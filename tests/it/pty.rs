//! The built program on a real pseudo-terminal, from the first frame to the terminal given back.

use std::env;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::support::folder::Folder;
use crate::support::model::Kind;
use crate::support::run::{Run, jianbao};

const BULLETIN: &str = "松山镇工作简报\n第7期\n松山镇党政办公室编　2031年5月6日\n\n\
    我镇扎实做好防汛准备\n\n一、压实责任。全镇24个村排定值班表。\n";

fn started() -> (Folder, Run) {
    let folder = Folder::new(&[("7.txt", BULLETIN)]);
    let mut run = Run::start(jianbao(folder.path()));
    run.wait_for("the first frame", |screen| screen.alternate && !screen.text().trim().is_empty());
    (folder, run)
}

#[test]
fn signals_end_the_program_and_give_the_terminal_back() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)]
    {
        let (_folder, run) = started();
        run.signal(signal);
        assert_eq!(run.end(), status, "{signal:?}");
    }
}

#[test]
fn a_key_ends_the_program_and_gives_the_terminal_back() {
    let (_folder, mut run) = started();
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

/// A shell with job control starts the program, tells when it was stopped, and wakes it.
#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_back() {
    let folder = Folder::new(&[("7.txt", BULLETIN)]);
    let mut command = CommandBuilder::new("bash");
    let program = env!("CARGO_BIN_EXE_jianbao");
    let script = "set -m; \"$0\" \"$1\"; stty -a | grep -o -- '[-]*icanon'; read line; fg; echo left $?";
    command.args(["--norc", "-c", script, program]);
    command.arg(folder.path());
    let mut run = Run::start(command);
    run.wait_for("the browser", |screen| screen.alternate && screen.pastes);
    run.press(b"\x1a");
    run.wait_for("the shell", |screen| !screen.alternate && screen.text().contains("icanon"));
    assert!(!run.model.screen.text().contains("-icanon"), "{}", run.model.screen.text());
    assert!(!run.model.screen.pastes && run.model.screen.cursor_visible);
    run.press(b"\r");
    run.wait_for("the browser again", |screen| screen.alternate && !screen.text().trim().is_empty());
    run.press(b"Q");
    run.wait_for_text("left 0");
    run.end();
}

#[test]
fn the_program_ends_when_the_terminal_vanishes() {
    let (_folder, run) = started();
    assert_eq!(run.vanish(), 129);
}

/// Nobody sends SIGHUP to a program in a session of its own.
#[cfg(target_os = "linux")]
#[test]
fn the_program_ends_when_the_terminal_vanishes_without_a_signal() {
    let folder = Folder::new(&[("7.txt", BULLETIN)]);
    let mut command = CommandBuilder::new("sh");
    let script = "trap '' HUP; setsid --wait \"$0\" \"$1\"; exit $?";
    command.args(["-c", script, env!("CARGO_BIN_EXE_jianbao")]);
    command.arg(folder.path());
    let mut run = Run::start(command);
    run.wait_for("the first frame", |screen| screen.alternate && !screen.text().trim().is_empty());
    assert_eq!(run.vanish(), 129);
}

#[test]
fn keys_come_from_the_terminal_while_a_bulletin_comes_from_a_pipe() {
    let folder = Folder::new(&[("7.txt", BULLETIN)]);
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "cat \"$1/7.txt\" | \"$0\" -", env!("CARGO_BIN_EXE_jianbao")]);
    command.arg(folder.path());
    let mut run = Run::start(command);
    run.wait_for("the first frame", |screen| screen.alternate && !screen.text().trim().is_empty());
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn the_layout_follows_how_wide_the_terminal_draws() {
    for (kind, rule, other) in [(Kind::Narrow, '│', '|'), (Kind::Wide, '|', '│'), (Kind::Mixed, '|', '│')]
    {
        let folder = Folder::new(&[("7.txt", BULLETIN)]);
        let mut run = Run::start_on(jianbao(folder.path()), kind);
        run.wait_for("the rule", |screen| screen.text().contains(rule) && !screen.text().contains(other));
        run.press(b"Q");
        assert_eq!(run.end(), 0, "{kind:?}");
    }
}

#[test]
fn a_new_size_is_drawn_whole() {
    let (_folder, mut run) = started();
    run.resize(60, 20);
    run.wait_for("a frame without the old one's rest", |screen| !screen.text().contains('.'));
    run.signal(Signal::TERM);
    run.end();
}

#[test]
fn whoever_stops_the_program_finds_it_whole_again() {
    let (_folder, mut run) = started();
    run.signal(Signal::STOP);
    run.forget_screen();
    run.signal(Signal::CONT);
    run.wait_for("a whole frame", |screen| !screen.text().contains('.'));
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn a_panic_is_told_on_the_usual_screen() {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "pty::panics_while_it_has_the_terminal", "--nocapture"]);
    let mut run = Run::start(command);
    run.wait_for_text("the roof is leaking");
    assert!(!run.model.screen.alternate);
    run.end();
}

/// What runs on the terminal of the test above.
#[test]
#[ignore = "needs a terminal of its own"]
fn panics_while_it_has_the_terminal() {
    let _session = jianbao::terminal::Session::enter().unwrap();
    panic!("the roof is leaking");
}
