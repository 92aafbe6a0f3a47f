//! What the README says is so: keys, codes, commands with their output.

use std::fs;
use std::path::Path;
use std::process::Command;

use jianbao::action::ACTIONS;
use jianbao::bulletin::Code;
use jianbao::message::Lang;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The rows of the table that follows a heading.
fn table(readme: &str, heading: &str) -> Vec<String> {
    let (_, section) = readme.split_once(&format!("\n{heading}\n")).unwrap();
    let rows = section.lines().skip_while(|line| !line.starts_with("| ---")).skip(1);
    rows.take_while(|line| line.starts_with('|')).map(str::to_owned).collect()
}

#[test]
fn the_table_of_keys_is_the_table_of_actions() {
    let expected: Vec<String> = ACTIONS
        .iter()
        .map(|row| {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            format!("| {} | {} |", keys.join(" "), row.help.text(Lang::En))
        })
        .collect();
    assert_eq!(table(&readme(), "## Keys"), expected);
}

#[test]
fn every_code_is_explained() {
    let row = |code: &Code| {
        let explanation = code.explanation();
        let lines = explanation.example().lines().filter(|line| !line.is_empty());
        let example: Vec<String> = lines.map(|line| format!("`{line}`")).collect();
        format!("| `{}` | {} | {} |", code.name(), explanation.meaning(Lang::En), example.join("<br>"))
    };
    let expected: Vec<String> = Code::ALL.iter().map(row).collect();
    assert_eq!(table(&readme(), "### check"), expected);
}

/// The words of a command line; between quotation marks blanks are part of a word.
fn words(line: &str) -> Vec<&str> {
    let pieces = line.split('"').enumerate();
    let words = pieces.flat_map(|(index, piece)| match index % 2 {
        0 => piece.split_whitespace().collect(),
        _ => vec![piece],
    });
    words.collect()
}

/// Every command that stands there by itself, without a pipe, prints what stands below it.
#[test]
fn commands_print_what_is_shown() {
    let readme = readme();
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        let (command, expected) = block.split_once('\n').unwrap();
        let arguments = command.strip_prefix("$ jianbao ").unwrap();
        if arguments.contains('|') {
            continue;
        }
        let output = Command::new(env!("CARGO_BIN_EXE_jianbao"))
            .args(words(arguments))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .env("XDG_CACHE_HOME", "/dev/null")
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{command}");
        shown += 1;
    }
    assert!(shown > 3, "the README shows commands");
}
