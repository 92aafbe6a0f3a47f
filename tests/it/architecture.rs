//! Holds the one rule (a module names only modules above it), who may touch the outside, and the
//! length of files and functions.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from top to bottom with what each may touch of the outside.
const MODULES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("message", &[]),
    ("numeral", &[]),
    ("decode", &[]),
    ("bulletin", &[]),
    ("figure", &[]),
    ("parse", &[]),
    ("audit", &[]),
    ("library", &[]),
    ("query", &[]),
    ("search", &[]),
    ("outline", &[]),
    ("page", &[]),
    ("table", &[]),
    ("chart", &[]),
    ("action", &[]),
    ("app", &[]),
    ("view", &["ratatui"]),
    ("report", &["std::io"]),
    ("settings", &["std::fs", "std::io", "std::process", "directories"]),
    ("source", &["std::fs", "std::io", "std::thread", "std::sync::mpsc"]),
    (
        "terminal",
        &[
            "ratatui",
            "crossterm",
            "rustix",
            "signal_hook",
            "std::fs",
            "std::io",
            "std::thread",
            "std::time",
            "std::sync::mpsc",
            "std::env",
        ],
    ),
    ("cli", &["std::env", "std::io", "std::process", "std::fs", "clap"]),
];

/// What counts as the outside.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::thread",
    "std::time",
    "std::env",
    "std::process",
    "std::net",
    "std::sync::mpsc",
    "ratatui",
    "rustix",
    "directories",
    "clap",
    "signal_hook",
];

const LINES_IN_A_FILE: usize = 400;
const LINES_IN_A_FUNCTION: usize = 60;

struct Source {
    path: PathBuf,
    module: String,
    text: String,
}

/// Every Rust file under `src`, with the module it belongs to.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap();
                let first = inside.iter().next().unwrap().to_str().unwrap();
                let module = first.trim_end_matches(".rs").to_owned();
                sources.push(Source { text: fs::read_to_string(&path).unwrap(), path, module });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > MODULES.len(), "src was found");
    sources
}

/// The lines of code without comments and without test modules in files of their own.
fn code(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.text.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn is_test(source: &Source) -> bool {
    source.path.ends_with("tests.rs") || source.path.iter().any(|part| part == "tests")
}

/// The names of modules of this crate that a line names after `crate::`.
fn crate_names(line: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split('}').next().unwrap_or_default();
            names.extend(group.split(',').map(|item| item.trim().split("::").next().unwrap_or_default()));
        } else {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            names.push(&rest[..end]);
        }
    }
    names
}

#[test]
fn a_module_names_only_modules_above_it() {
    let rank: BTreeMap<&str, usize> =
        MODULES.iter().enumerate().map(|(rank, (name, _))| (*name, rank)).collect();
    for source in sources() {
        if matches!(source.module.as_str(), "lib" | "main") || is_test(&source) {
            continue;
        }
        let own = *rank
            .get(source.module.as_str())
            .unwrap_or_else(|| panic!("{} is not in MODULES", source.module));
        for (number, line) in code(&source) {
            for name in crate_names(line) {
                let other = rank.get(name).unwrap_or_else(|| {
                    panic!("{}:{number}: crate::{name} is no module of the table", source.path.display())
                });
                assert!(
                    *other <= own,
                    "{}:{number}: `{}` may not name `{name}`, which stands below it",
                    source.path.display(),
                    source.module
                );
            }
        }
    }
}

#[test]
fn only_the_named_modules_touch_the_outside() {
    for source in sources() {
        if matches!(source.module.as_str(), "lib" | "main") || is_test(&source) {
            continue;
        }
        let (_, may) = MODULES.iter().find(|(name, _)| *name == source.module).unwrap();
        for (number, line) in code(&source) {
            for outside in OUTSIDE {
                let named =
                    line.contains(&format!("{outside}::")) || line.contains(&format!("use {outside}"));
                assert!(
                    !named || may.contains(outside),
                    "{}:{number}: `{}` may not touch {outside}",
                    source.path.display(),
                    source.module
                );
            }
        }
    }
}

#[test]
fn the_table_of_the_architecture_page_is_the_rule() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ARCHITECTURE.md")).unwrap();
    let rows =
        page.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|row| row.split('`').next());
    let names: Vec<&str> = rows.take(MODULES.len()).collect();
    let expected: Vec<&str> = MODULES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, expected);
    assert!(page.lines().count() <= 150, "src/ARCHITECTURE.md has at most 150 lines");
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for source in sources() {
        let first = source.text.lines().next().unwrap_or_default();
        let opens = first.starts_with("//!") || first.starts_with("#![doc");
        assert!(opens || is_test(&source), "{} does not open with //!", source.path.display());
    }
}

#[test]
fn files_and_functions_are_short() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= LINES_IN_A_FILE, "{} has {lines} lines", source.path.display());
        for (start, length) in functions(&source.text) {
            assert!(
                length <= LINES_IN_A_FUNCTION,
                "{}:{start}: a function of {length} lines",
                source.path.display()
            );
        }
    }
}

/// Where each function begins, and how many lines it has, told by the indent of its closing brace
/// (the source is formatted).
fn functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let indent = &line[..line.len() - trimmed.len()];
        let words = trimmed.split('(').next().unwrap_or_default();
        if !words.split_whitespace().any(|word| word == "fn") || trimmed.starts_with("//") {
            continue;
        }
        let close = format!("{indent}}}");
        let end = lines[index..].iter().position(|line| *line == close);
        if let Some(length) = end {
            found.push((index + 1, length + 1));
        }
    }
    found
}
