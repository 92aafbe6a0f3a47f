//! The commands as a person or a script runs them: results, messages, exit statuses.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jianbao::bulletin::Code;
use jianbao::text::{self, Ambiguous};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use serde_json::Value;

use crate::support::folder::Folder;

/// How a command ended.
pub(crate) struct Ended {
    pub status: i32,
    pub out: String,
    pub messages: String,
}

/// The program without the settings of the person who runs the tests, in English.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jianbao"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "JIANBAO_AMBIGUOUS"] {
        command.env_remove(variable);
    }
    // No folder can be made below the null device.
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("XDG_CACHE_HOME", "/dev/null").stdin(Stdio::null());
    command
}

fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        messages: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn run(arguments: &[&str]) -> Ended {
    ended(&mut program(arguments))
}

/// Runs a command line on the example bulletins, and checks the status and a part of the messages.
fn check(line: &str, status: i32, message: &str) {
    let arguments: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let ended = run(&arguments);
    assert_eq!(ended.status, status, "{line}: {}", ended.messages);
    assert!(ended.messages.contains(message), "{line}: {}", ended.messages);
    assert!(status == 2 || ended.messages.is_empty(), "{line}: {}", ended.messages);
}

#[test]
fn the_status_says_how_it_went() {
    const EXAMPLES: &str = "examples/bulletins";
    const ONE: &str = "examples/bulletins/mountain-sea/2021-12.txt";
    check(&format!("list {EXAMPLES}"), 0, "");
    check(&format!("outline {ONE}"), 0, "");
    check(&format!("show {ONE} --address /1"), 0, "");
    check(&format!("export --format ndjson {EXAMPLES}"), 0, "");
    check(&format!("check {ONE}"), 0, "");
    check(&format!("check {EXAMPLES}"), 1, "");
    check("check --explain", 0, "");
    check("check --explain no-date", 0, "");
    check("check --explain no-dat", 2, "choose one of: missing-article unlisted-article");
    check("check --explain no-date --json", 2, "--explain");
    check("manual", 0, "");
    check("completions bash", 0, "");
    check("--help", 0, "");
    check("--version", 0, "");
    check("list nowhere", 2, "nowhere: no such file or folder; check the path");
    check(&format!("show {EXAMPLES} --address 1999-1"), 2, "there is no issue “1999-1”");
    check(&format!("show {ONE} --address 2021-12/9"), 2, "there is no 2021-12/9");
    check("show --width 19", 2, "“19” is no value for --width");
    check("list --jsn", 2, "there is no option “--jsn” here; did you mean “--json”?");
    check("list --json --csv", 2, "--json and --csv do not go together");
    check("export", 2, "--format <FORMAT> is missing");
    check("export --format xml", 2, "choose one of: json ndjson markdown csv");
    check("--demo list", 2, "--demo is for browsing");
    check(EXAMPLES, 2, "use `jianbao list`, `show` or `export`");
    // After a path the name of a command is a path.
    check(&format!("{EXAMPLES} list"), 2, "browsing needs a terminal");
}

#[test]
fn nothing_found_is_done_and_said() {
    let folder = Folder::new(&[("a.pdf", "%PDF"), ("b.pdf", "%PDF")]);
    let path = folder.path().to_str().unwrap();
    let ended = run(&["list", "--json", path]);
    assert_eq!((ended.status, ended.out.as_str()), (0, "[\n]\n"));
    assert!(ended.messages.contains("no bulletins found in"), "{}", ended.messages);
    assert!(ended.messages.contains("left out: 2 pdf"), "{}", ended.messages);
}

#[test]
fn one_unreadable_file_does_not_hide_the_others() {
    let folder = Folder::new(&[("1.txt", ISSUE)]);
    fs::write(folder.path().join("2.txt"), [0, 159, 146, 150].repeat(64)).unwrap();
    let path = folder.path().to_str().unwrap();
    let list = run(&["list", path]);
    assert_eq!(list.status, 2);
    assert!(list.out.starts_with("2020-5\t2020-06-01\t石埠简报\t1\t石埠修路\t1.txt\n"), "{}", list.out);
    assert!(list.messages.contains("2.txt: not text in UTF-8 or GB18030; save it as"), "{}", list.messages);
    let check = run(&["check", path, "--json"]);
    assert_eq!(check.status, 2);
    assert!(check.out.contains("\"code\":\"not-text\""), "{}", check.out);
}

const ISSUE: &str = "石埠简报\n第5期\n石埠镇党政办　　2020年6月1日\n\n石埠修路\n\n石埠镇修路 3 公里。\n";

#[test]
fn what_was_parsed_is_kept_unless_it_is_forbidden() {
    let paragraph = "　　石埠镇修路 3 公里，投入 20 万元，受益 600 人。\n".repeat(9000);
    let folder = Folder::new(&[("in/1.txt", &format!("{ISSUE}{paragraph}")), ("in/2.txt", &paragraph)]);
    let inside = folder.path().join("in");
    let kept = || fs::read_dir(folder.path().join("jianbao")).map_or(0, Iterator::count);
    let search = |arguments: &[&str]| {
        let mut command = program(&["search", "修路", "--json", inside.to_str().unwrap()]);
        ended(command.args(arguments).env("XDG_CACHE_HOME", folder.path())).out
    };
    let first = search(&["--no-cache"]);
    assert_eq!(kept(), 0);
    assert_eq!(search(&[]), first);
    assert_eq!(kept(), 1);
    assert_eq!(search(&[]), first);
}

#[test]
fn the_first_variable_that_is_set_decides_the_language() {
    let mut command = program(&["list", "nowhere"]);
    let ended = ended(command.env("LANG", "en_GB.UTF-8").env("LC_ALL", "zh_CN.UTF-8"));
    assert!(ended.messages.contains("nowhere：没有这个文件或文件夹；请检查路径"), "{}", ended.messages);
    let help = run(&["--lang", "zh", "show", "--help"]).out;
    assert!(help.contains("用法：jianbao show [选项] [路径]..."), "{help}");
}

#[test]
fn a_configuration_that_is_wrong_is_told_and_help_is_there_all_the_same() {
    let folder = Folder::new(&[]);
    fs::create_dir(folder.path().join("jianbao")).unwrap();
    fs::write(folder.path().join("jianbao/config.toml"), "lang = \"zh\"\nwurst = 1\n").unwrap();
    let list = ended(program(&["list"]).env("XDG_CONFIG_HOME", folder.path()));
    assert_eq!(list.status, 2);
    assert!(list.messages.contains("config.toml:2"), "{}", list.messages);
    assert_eq!(ended(program(&["--help"]).env("XDG_CONFIG_HOME", folder.path())).status, 0);
}

#[test]
fn the_configuration_names_folders_and_language() {
    let folder = Folder::new(&[("1.txt", ISSUE)]);
    fs::create_dir(folder.path().join("jianbao")).unwrap();
    let config = format!("lang = \"zh\"\nfolders = [{:?}]\n", folder.path());
    fs::write(folder.path().join("jianbao/config.toml"), config).unwrap();
    let check = ended(program(&["check"]).env("XDG_CONFIG_HOME", folder.path()));
    assert_eq!(check.messages, "");
    let list = ended(program(&["list"]).env("XDG_CONFIG_HOME", folder.path()));
    assert!(list.out.contains("石埠简报"), "{}", list.out);
}

#[test]
fn every_example_is_exported_whole() {
    let json: Value =
        serde_json::from_str(&run(&["export", "--format", "json", "examples/bulletins"]).out).unwrap();
    let bulletins = json.as_array().unwrap();
    let paths: Vec<&str> = bulletins.iter().map(|bulletin| bulletin["path"].as_str().unwrap()).collect();
    assert!(paths.is_sorted(), "in the order of the files");
    for bulletin in bulletins {
        let path = bulletin["path"].as_str().unwrap();
        let encoding = if path == "transport/2021-06.txt" { "GB18030" } else { "UTF-8" };
        assert_eq!(bulletin["encoding"], encoding, "{path}");
        assert_ne!(bulletin["masthead"]["title"], Value::Null, "{path}");
        let articles = bulletin["articles"].as_array().unwrap();
        assert!(!articles.is_empty(), "{path}");
    }
}

/// The address that a part has in the export leads `show` and `outline` to it.
#[test]
fn addresses_lead_back() {
    let file = "examples/bulletins/mountain-sea/2022-02.txt";
    let json: Value = serde_json::from_str(&run(&["export", "--format", "json", file]).out).unwrap();
    let measure = &json[0]["articles"][0]["sections"][0]["measures"][1];
    let address = measure["address"].as_str().unwrap();
    let shown = run(&["show", file, "--address", address, "--width", "200"]).out;
    assert!(shown.trim_start().starts_with(measure["marker"].as_str().unwrap()), "{shown}");
    assert!(shown.contains(measure["text"].as_str().unwrap()), "{shown}");
    let outline: Value =
        serde_json::from_str(&run(&["outline", file, "--json", "--address", address]).out).unwrap();
    assert_eq!(outline[0]["address"], address);
    assert_eq!(outline[0]["heading"], measure["headline"]);
}

#[test]
fn text_is_set_to_the_width_that_is_asked_for() {
    for width in [20_u16, 33, 80, 120] {
        let shown = run(&["show", "examples/bulletins", "--width", &width.to_string()]).out;
        for line in shown.lines() {
            assert!(text::width(line, Ambiguous::Narrow) <= usize::from(width), "{width}: {line}");
        }
    }
}

/// A file that would colour, move, retitle and reverse the terminal.
const HOSTILE: &str = "石\u{1b}[31m埠\u{9b}2J简报\n第5期\n石埠镇\u{1b}]0;x\u{7}党政办　　2020年6月1日\n\n石埠\u{202e}修路\u{1b}[2J\n\n\
    石埠镇\u{1b}[1;1H修路 3 公里\u{7f}。\n一、开\u{8}工\n一是快\u{1b}c。石埠镇\u{0}日夜施工。\n三是\u{90}好。验收 2 次。\n";

#[test]
fn no_escape_sequence_of_a_file_gets_through() {
    let folder = Folder::new(&[("石\u{1b}[31m埠.txt", HOSTILE)]);
    let path = folder.path().to_str().unwrap();
    for line in [
        "list",
        "list --json",
        "list --csv",
        "outline",
        "outline --json",
        "outline --csv",
        "show",
        "check",
        "search x|石",
        "search x|石 --json",
        "search x|石 --csv",
        "search -x\u{1b}[2J",
        "figures",
        "figures --json",
        "figures --csv --excel",
        "figures --sum",
        "figures --sum --json",
        "check --json",
        "check --csv",
        "export --format json",
        "export --format ndjson",
        "export --format markdown",
        "export --format csv",
        "show --address x\u{1b}[2J",
    ] {
        let mut arguments: Vec<&str> = line.split(' ').collect();
        arguments.push(path);
        let ended = run(&arguments);
        let all = ended.out + &ended.messages;
        let obeyed = |c: char| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || c == '\u{202e}';
        assert!(!all.contains(obeyed), "{line}: {all:?}");
        assert!(all.contains('x') || all.contains('石'), "{line}");
    }
}

#[test]
fn standard_input_is_a_file() {
    let mut child = program(&["list", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(ISSUE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().ends_with("\t-\n"));
    assert!(output.status.success());
}

/// More than a pipe holds is written to a reader that has gone.
#[test]
fn a_closed_pipe_ends_quietly() {
    let mut arguments = vec!["export", "--format", "json"];
    arguments.extend(["examples/bulletins/mountain-sea/2022-01.txt"; 64]);
    let mut child = program(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_told() {
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let list = ended(program(&["list", "examples/bulletins"]).stdout(full()));
    assert_eq!(list.status, 2);
    assert!(list.messages.contains("standard output cannot be written"), "{}", list.messages);
    let export = run(&["export", "--format", "json", "examples/bulletins", "--output", "/dev/full"]);
    assert_eq!(export.status, 2);
    assert!(export.messages.contains("/dev/full cannot be written"), "{}", export.messages);
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = Folder::new(&[("all.json", "before")]);
    let file = folder.path().join("all.json");
    let to = |path: &Path| {
        let path = path.to_str().unwrap();
        run(&["export", "--format", "json", "examples/bulletins/mountain-sea", "--output", path])
    };
    let exported = to(&file);
    assert_eq!((exported.status, exported.out.as_str()), (0, ""));
    let piped = run(&["export", "--format", "json", "examples/bulletins/mountain-sea"]).out;
    assert_eq!(fs::read_to_string(&file).unwrap(), piped);
    for bad in [folder.path().join("no/such/folder.json"), folder.path().to_owned()] {
        let exported = to(&bad);
        assert_eq!(exported.status, 2);
        assert!(exported.messages.contains("cannot be written"), "{}", exported.messages);
    }
    assert_eq!(names(folder.path()), [file], "nothing is left behind");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_stays_a_link() {
    let folder = Folder::new(&[("real.json", "before")]);
    let link = folder.path().join("link.json");
    std::os::unix::fs::symlink("real.json", &link).unwrap();
    run(&["export", "--format", "json", "examples/bulletins/mountain-sea", "-o", link.to_str().unwrap()]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(folder.path().join("real.json")).unwrap().starts_with("[\n{"));
}

/// What the program sends to a terminal of 60 columns.
pub(crate) fn on_a_terminal(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let size = PtySize { rows: 24, cols: 60, ..PtySize::default() };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianbao"));
    command.args(arguments);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env_remove("NO_COLOR");
    for (name, value) in [("TERM", "xterm"), ("LC_ALL", "C"), ("XDG_CONFIG_HOME", "/nonexistent")] {
        command.env(name, value);
    }
    for (name, value) in variables {
        command.env(name, value);
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut sent = Vec::new();
    // The end of the program is an error of the reader on Linux.
    let _ = pair.master.try_clone_reader().unwrap().read_to_end(&mut sent);
    assert!(child.wait().unwrap().exit_code() < 2);
    String::from_utf8(sent).unwrap()
}

#[test]
fn a_terminal_gets_its_width_and_colours() {
    const FILE: &str = "examples/bulletins/mountain-sea/2021-12.txt";
    let list = on_a_terminal(&["list", "examples/bulletins"], &[]);
    assert!(list.lines().all(|line| text::width(line, Ambiguous::Narrow) <= 60), "{list}");
    assert!(!list.contains('\t') && list.contains("..."), "{list}");
    let shown = on_a_terminal(&["show", FILE], &[]);
    assert!(shown.contains("\x1b[0;1m"), "{shown:?}");
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let plain = on_a_terminal(&["show", FILE], &[(name, value)]);
        assert!(!plain.contains('\x1b'), "{plain:?}");
        assert!(plain.lines().all(|line| text::width(line, Ambiguous::Narrow) <= 60), "{plain}");
    }
}

#[test]
fn a_terminal_is_told_how_much_is_wrong() {
    let clean = on_a_terminal(&["check", "examples/bulletins/mountain-sea/2021-12.txt"], &[]);
    assert!(clean.contains("jianbao: no problems found"), "{clean}");
    let found = on_a_terminal(&["check", "examples/bulletins/mountain-sea/2022-02.txt"], &[]);
    assert!(found.contains("jianbao: problems found: 5, in files: 1"), "{found}");
    let json = on_a_terminal(&["check", "--json", "examples/bulletins/mountain-sea/2022-02.txt"], &[]);
    assert!(!json.contains("problems found"), "{json}");
}

#[test]
fn a_code_is_explained_in_both_languages() {
    let english = run(&["check", "--explain", "sum-differs"]).out;
    assert!(
        english
            .starts_with("sum-differs: a total is not the sum of the parts that follow 其中\n\nExample:\n")
    );
    assert!(english.contains("\nWhat to do:\n    Add them up again"), "{english}");
    let chinese = run(&["--lang", "zh", "check", "--explain", "sum-differs"]).out;
    assert!(chinese.contains("怎么办：\n    核对合计和各项"), "{chinese}");
    assert_eq!(run(&["check", "--explain"]).out.lines().count(), Code::ALL.len());
    let narrow = on_a_terminal(&["check", "--explain", "sum-differs"], &[]);
    assert!(narrow.lines().all(|line| text::width(line, Ambiguous::Narrow) <= 60), "{narrow}");
}

#[test]
fn the_manual_and_the_completions_know_every_command() {
    for lang in ["zh", "en"] {
        let manual = run(&["--lang", lang, "manual"]).out;
        for command in
            ["list", "outline", "show", "search", "figures", "check", "export", "completions", "manual"]
        {
            assert!(manual.contains(&format!("jianbao {command}")), "{command} in {lang}");
        }
    }
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]).out;
        assert!(script.contains("outline") && script.contains("ambiguous"), "{shell}");
    }
}
