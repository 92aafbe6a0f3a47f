//! The built program on a real pseudo-terminal, from the first frame to the terminal given back.

use std::env;
use std::fs;

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::support::folder::Folder;
use crate::support::model::{Kind, RUBBISH, Screen};
use crate::support::run::{Run, jianbao, program};

const TITLE: &str = "我镇扎实做好防汛准备";

fn folder() -> Folder {
    let bulletin = format!(
        "松山镇工作简报\n\n第7期\n\n松山镇党政办公室　2031年5月6日\n\n{TITLE}\n\n\
         一、压实责任。全镇24个村排定“值班表”。\n\n二、备足物资。储备编织袋8000条。\n"
    );
    Folder::new(&[("7.txt", &bulletin)])
}

/// The program on a terminal, when the bulletin is shown.
fn started() -> (Folder, Run) {
    let folder = folder();
    let mut run = Run::start(jianbao(folder.path()));
    run.wait_for("the bulletin", is_shown);
    (folder, run)
}

/// A shell with this script on a terminal, `$0` the program and `$1` a folder, when the bulletin is
/// shown.
fn started_by(shell: &str, script: &str) -> (Folder, Run) {
    let folder = folder();
    let mut command = CommandBuilder::new(shell);
    command.args(["-c", script, env!("CARGO_BIN_EXE_jianbao")]);
    command.arg(folder.path());
    let mut run = Run::start(command);
    run.wait_for("the bulletin", is_shown);
    (folder, run)
}

/// Whether the program is done with loading and laying out: the bulletin stands on its own screen,
/// and the rules are those of a terminal that draws narrow.
fn is_shown(screen: &Screen) -> bool {
    screen.alternate && screen.text().contains(TITLE) && is_narrow(screen)
}

/// Whether the rules are those of a terminal that draws narrow.
fn is_narrow(screen: &Screen) -> bool {
    screen.text().contains('│')
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
    let script = "set -m; \"$0\" \"$1\"; stty -a | grep -o -- '[-]*icanon'; read line; fg; echo left $?";
    let (_folder, mut run) = started_by("bash", script);
    run.press(b"\x1a");
    run.wait_for("the shell", |screen| !screen.alternate && screen.text().contains("icanon"));
    assert!(!run.model.screen.text().contains("-icanon"), "{}", run.model.screen.text());
    assert!(!run.model.screen.pastes && run.model.screen.cursor_visible);
    run.press(b"\r");
    run.wait_for("the bulletin again", is_shown);
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
    let (_folder, run) = started_by("sh", "trap '' HUP; setsid --wait \"$0\" \"$1\"; exit $?");
    assert_eq!(run.vanish(), 129);
}

#[test]
fn keys_come_from_the_terminal_while_a_bulletin_comes_from_a_pipe() {
    let (_folder, mut run) = started_by("sh", "cat \"$1/7.txt\" | \"$0\" -");
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn the_layout_follows_how_wide_the_terminal_draws() {
    for (kind, rule, other) in [(Kind::Narrow, '│', '|'), (Kind::Wide, '|', '│'), (Kind::Mixed, '|', '│')]
    {
        let folder = folder();
        let mut run = Run::start_on(jianbao(folder.path()), kind);
        run.wait_for("the bulletin", |screen| {
            let text = screen.text();
            text.contains(TITLE) && text.contains(rule) && !text.contains(other)
        });
        run.press(b"Q");
        assert_eq!(run.end(), 0, "{kind:?}");
    }
}

#[test]
fn a_layout_that_was_chosen_is_kept() {
    let folder = folder();
    let mut run = Run::start_on(jianbao(folder.path()), Kind::Wide);
    run.wait_for_text(TITLE);
    run.press(b"w");
    run.wait_for_text("按首字母选用");
    run.press(b"n");
    run.wait_for("the narrow layout", is_narrow);
    run.press(b"qQ");
    assert_eq!(run.end(), 0);
    let state = fs::read_to_string(folder.path().join(".state/jianbao/state.json")).unwrap();
    assert!(state.contains("\"xterm-256color\": \"narrow\""), "{state}");
    // The terminal would say wide, and is not asked.
    let mut run = Run::start_on(jianbao(folder.path()), Kind::Wide);
    run.wait_for("the narrow layout", is_shown);
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn the_doctor_tells_what_the_terminal_answers() {
    for (kind, answer, mode) in [
        (Kind::Narrow, "各占1 1 1 1列（DA1：62;22）", "narrow (终端的回答)"),
        (Kind::Wide, "各占2 2 2 2列（DA1：62;22）", "wide (终端的回答)"),
        (Kind::Mixed, "各占2 2 2 1列（DA1：62;22）", "both (终端的回答)"),
    ] {
        let folder = folder();
        let mut command = program(folder.path());
        command.arg("doctor");
        let mut run = Run::start_on(command, kind);
        // The last line, below the ruler.
        run.wait_for_text("选定后用");
        let text = run.model.screen.text();
        assert!(text.contains(mode), "{text}");
        assert!(text.contains(answer), "{text}");
        assert_eq!(run.end(), 0, "{kind:?}");
    }
}

#[test]
fn a_signal_while_the_doctor_asks_gives_the_terminal_back() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let folder = folder();
        let mut command = program(folder.path());
        command.arg("doctor");
        let mut run = Run::start(command);
        run.keep_silent();
        run.wait_for("the question", |screen| screen.alternate && !screen.answers.is_empty());
        run.signal(signal);
        assert_ne!(run.end(), 0, "{signal:?}");
    }
}

/// The program does not browse, and says so.
fn check_refused(name: &str, value: &str, expected: [&str; 2]) {
    let folder = folder();
    let mut command = jianbao(folder.path());
    command.env(name, value);
    let mut run = Run::start(command);
    run.wait_for("the refusal", |screen| expected.iter().all(|words| screen.text().contains(words)));
    assert_eq!(run.end(), 2);
}

#[test]
fn what_cannot_be_done_is_refused() {
    check_refused("TERM", "dumb", ["TERM=dumb", "jianbao list"]);
    check_refused("JIANBAO_AMBIGUOUS", "broad", ["broad", "auto narrow"]);
}

#[test]
fn in_a_locale_without_utf_8_the_chrome_is_ascii_and_the_text_whole() {
    let folder = folder();
    let mut command = jianbao(folder.path());
    command.env("LC_ALL", "C");
    command.arg("--lang=zh");
    let mut run = Run::start(command);
    run.wait_for("the bulletin", |screen| {
        let text = screen.text();
        text.contains(TITLE) && text.contains("提纲") && text.contains('|')
    });
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn keys_that_come_before_the_first_frame_are_not_lost() {
    let folder = folder();
    let mut run = Run::start(jianbao(folder.path()));
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

/// On a slow line the answers come late. What is typed meanwhile is done at once.
#[test]
fn keys_do_not_wait_for_the_terminals_answers() {
    let folder = folder();
    let mut run = Run::start(jianbao(folder.path()));
    run.keep_silent();
    run.wait_for_text(TITLE);
    assert!(!run.model.screen.text().contains('│'), "the mode is not known yet");
    run.press(b"?");
    run.wait_for_text("筛选");
    run.answer();
    run.wait_for("the narrow layout", is_narrow);
    run.press(b"\rQ");
    assert_eq!(run.end(), 0);
}

/// More than one read takes: none of it waits for the next key.
#[test]
fn many_keys_at_once_are_all_dealt_with() {
    let (_folder, mut run) = started();
    let mut keys = vec![b'j'; 3000];
    keys.push(b'Q');
    run.press(&keys);
    assert_eq!(run.end(), 0);
}

#[test]
fn a_new_size_is_drawn_whole() {
    let (_folder, mut run) = started();
    run.resize(60, 20);
    run.wait_for("a frame without the old one's rest", |screen| {
        is_shown(screen) && !screen.text().contains(RUBBISH)
    });
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn whoever_stops_the_program_finds_it_whole_again() {
    let (_folder, mut run) = started();
    run.signal(Signal::STOP);
    run.forget_screen();
    run.signal(Signal::CONT);
    run.wait_for("a whole frame", |screen| is_shown(screen) && !screen.text().contains(RUBBISH));
    run.press(b"Q");
    assert_eq!(run.end(), 0);
}

#[test]
fn a_panic_is_told_on_the_usual_screen() {
    // On a terminal of its own the test runs itself once more.
    const OWN: &str = "JIANBAO_TEST_PANICS";
    if env::var_os(OWN).is_some() {
        let _session = jianbao::terminal::Session::enter().unwrap();
        panic!("the roof is leaking");
    }
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(["--exact", "pty::a_panic_is_told_on_the_usual_screen", "--nocapture"]);
    command.env(OWN, "");
    let mut run = Run::start(command);
    run.wait_for_text("the roof is leaking");
    assert!(!run.model.screen.alternate);
    run.end();
}
