//! Charts as the command writes them: text and pictures.

use std::fs;

use crate::commands::run;
use crate::support::folder::Folder;

const EXAMPLES: &str = "examples/bulletins";

/// A folder with one issue, whose text a person with bad intent may have written.
fn hostile() -> Folder {
    let body = "投入<b>&\"资金\u{1b}[31m 40 万元。投入]]>资金 20 万元。";
    Folder::new(&[(
        "5.txt",
        &format!("石埠<svg>简报\n2020年第5期\n石埠镇　　2020年6月1日\n\n石埠修路\n\n{body}\n"),
    )])
}

/// The elements of a document that has no comments, each closed by its own tag; panics where it is not
/// well-formed.
fn elements(document: &str) -> Vec<&str> {
    let mut rest = document.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
    let (mut open, mut found) = (Vec::new(), Vec::new());
    while let Some((before, tag)) = rest.split_once('<') {
        assert!(!before.contains('>') && before.split('&').skip(1).all(is_reference), "{before}");
        let (tag, after) = tag.split_once('>').unwrap();
        assert!(!tag.contains('<') && tag.matches('"').count() % 2 == 0, "{tag}");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{tag}");
        } else {
            found.push(name);
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
        rest = after;
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    assert!(document.chars().all(|c| c == '\n' || !c.is_control()), "no control characters");
    found
}

fn is_reference(text: &str) -> bool {
    ["amp;", "lt;", "gt;", "quot;"].iter().any(|name| text.starts_with(name))
}

#[test]
fn a_picture_is_well_formed_whatever_the_text_is() {
    let folder = hostile();
    let folder = folder.path().to_str().unwrap();
    for chart in ["bar", "spark"] {
        for group in ["noun", "serial", "issue", "month"] {
            let picture = run(&["figures", folder, "--chart", chart, "--group", group, "--output", "-"]);
            assert_eq!((picture.status, picture.messages.as_str()), (0, ""));
            let names = elements(&picture.out);
            assert!(names.starts_with(&["svg", "title", "desc", "rect", "text"]), "{names:?}");
            assert!(names.iter().filter(|name| **name == "rect").count() > 1, "{names:?}");
        }
    }
}

#[test]
fn a_picture_says_what_the_text_says() {
    let wanted = ["figures", EXAMPLES, "--chart", "bar", "--where", "unit:元 noun:资金", "--lang", "zh"];
    let text = run(&wanted).out;
    let picture = run(&[&wanted[..], &["--output", "-"]].concat()).out;
    for line in text.lines().skip(1).take(3) {
        let (year, amount) = line.split_once(' ').unwrap();
        let amount = amount.trim_start_matches(['#', '=', '-', ' ']);
        assert!(picture.contains(&format!("<title>{year} {amount}</title>")), "{year} {amount}");
    }
    for note in text.lines().skip(4) {
        assert!(picture.contains(note), "the description holds: {note}");
    }
}

#[test]
fn a_picture_is_written_to_its_file() {
    let folder = Folder::new(&[]);
    let path = folder.path().join("chart.svg");
    let path = path.to_str().unwrap();
    let ended = run(&["figures", EXAMPLES, "--chart", "spark", "--where", "noun:资金", "--output", path]);
    assert_eq!((ended.status, ended.out.as_str(), ended.messages.as_str()), (0, "", ""));
    assert!(elements(&fs::read_to_string(path).unwrap()).len() > 20);
    let ended = run(&["figures", EXAMPLES, "--chart", "bar", "--output", "/nowhere/chart.svg"]);
    assert_eq!(ended.status, 2);
    assert!(ended.messages.contains("/nowhere/chart.svg"), "{}", ended.messages);
}

#[test]
fn what_does_not_go_together_is_told() {
    for (arguments, message) in [
        (&["--chart", "bar", "--sum"][..], "do not go together"),
        (&["--chart", "bar", "--json"], "do not go together"),
        (&["--chart", "pie"], "choose one of: bar spark"),
        (&["--output", "x.svg"], "--chart"),
    ] {
        let ended = run(&[&["figures", EXAMPLES], arguments].concat());
        assert_eq!(ended.status, 2, "{arguments:?}");
        assert!(ended.messages.contains(message), "{arguments:?}: {}", ended.messages);
    }
    let ended = run(&["figures", EXAMPLES, "--chart", "bar", "--where", "noun:飞机"]);
    assert_eq!((ended.status, ended.out.as_str()), (1, ""));
    assert!(ended.messages.contains("nothing to draw"), "{}", ended.messages);
}
