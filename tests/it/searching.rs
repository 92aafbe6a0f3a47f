//! The command `search` as a person or a script runs it.

use std::fs;
use std::path::{Path, PathBuf};

use jianbao::bulletin::{Bulletin, Passages, Place, Text, pack, skim};
use jianbao::decode::decode;
use jianbao::library::{Entry, Id, Library};
use jianbao::query::Query;
use jianbao::report;
use jianbao::search::{Census, Depth, Hit, Plan, Quoter, Quotes, alone, search, sort_quotes};
use jianbao::source;

use crate::commands::{on_a_terminal, run};
use crate::support::folder::Folder;

const ISSUE: &str = "石埠简报\n第5期\n石埠镇党政办　　2020年6月1日\n\n石埠修路\n\n石埠镇修路 3 公里。\n";

#[test]
fn words_are_found_with_address_and_context() {
    let folder = Folder::new(&[("a.txt", ISSUE)]);
    let path = folder.path().to_str().unwrap();
    let search = |arguments: &[&str]| run(&[&["search"], arguments, &[path]].concat());
    let whole = search(&["石埠", "--json"]);
    assert_eq!(whole.status, 0, "{}", whole.messages);
    assert!(whole.out.starts_with("[\n{\"path\":\"a.txt\",\"address\":\"2020-5"), "{}", whole.out);
    let count = whole.out.matches("\"at\"").count();
    assert_eq!(search(&["石埠", "--count"]).out, format!("2020-5: {count}\n"));
    assert_eq!(search(&["sb", "--count"]).out, format!("2020-5: {count}\n"));
    let around = search(&["石埠", "--context", "0"]).out;
    assert!(around.lines().all(|line| line.ends_with("石埠") || line.ends_with("石埠...")), "{around}");
    let nothing = search(&["石桥"]);
    assert_eq!((nothing.status, nothing.out.as_str()), (1, ""));
    assert!(nothing.messages.contains("nothing found"), "{}", nothing.messages);
    for (wrong, why) in [("year:去年", "character 6"), ("", "character 1"), ("/(/", "unclosed group")] {
        let refused = search(&[wrong]);
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{wrong}");
        assert!(refused.messages.contains(why), "{}", refused.messages);
    }
    let coloured = on_a_terminal(&["search", "石埠", path], &[]);
    assert!(
        coloured.contains("\u{1b}[1;31m石埠\u{1b}[0m") && coloured.contains("\u{1b}[36m2020-5"),
        "{coloured}"
    );
}

/// What stays unparsed for want of the word may have the name of what is found.
#[test]
fn a_name_is_told_from_those_of_files_without_the_word() {
    let other = ISSUE.replace("石埠", "石桥").replace("修路", "架桥");
    let folder = Folder::new(&[
        ("a/5.txt", ISSUE),
        ("b/5.txt", &other),
        ("c/5.txt", &other.replace("第5期", "第６期").replace("石桥", "石门")),
        ("c/2020-6.txt", "石门修桥\n\n石门镇修桥 1 座。\n"),
        ("empty.txt", " \n"),
        ("picture.txt", "\0\0\0\0\0\0"),
    ]);
    let path = folder.path().to_str().unwrap();
    let check = |query: &str, status: i32, expected: &[&str]| {
        let ended = run(&["search", query, path, "--count"]);
        assert_eq!(ended.out.lines().collect::<Vec<_>>(), expected, "{query}");
        assert_eq!(ended.status, status, "{query}: {}", ended.messages);
        assert!(ended.messages.contains("picture.txt"), "{query}: {}", ended.messages);
        assert_eq!(ended.messages.contains("nothing found"), expected.is_empty(), "{query}");
    };
    check("修路", 2, &["石埠简报:2020-5: 2"]);
    check("架桥", 2, &["石门简报:2020-6: 2", "石桥简报:2020-5: 2"]);
    check("修桥", 2, &["c/2020-6.txt:2020-6: 2"]);
    check("修路 issue:石埠简报:2020-5", 2, &["石埠简报:2020-5: 2"]);
    check("石岭", 2, &[]);
}

/// A year behind `|` that no issue has changes nothing but that every file is parsed.
#[test]
fn parsing_fewer_files_changes_nothing() {
    const EXAMPLES: &str = "examples/bulletins";
    let mut words: Vec<String> =
        ["山海协作", "２０２２年", "十二期", "協作", "帮扶 -资金", "title:协作 资金"]
            .map(str::to_owned)
            .into();
    for (index, entry) in walk(Path::new(EXAMPLES)).into_iter().enumerate() {
        let text = String::from_utf8_lossy(&fs::read(entry).unwrap()).into_owned();
        let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        let at = chars.len() / 7 * (index % 7);
        words
            .extend(chars.get(at..at + 2 + index % 3).map(|word| format!("\"{}\"", String::from_iter(word))));
    }
    for word in words.iter().filter(|word| !word.contains(['”', '“'])) {
        let [found, all] = [word.clone(), format!("{}|year:1801", word.replacen(' ', "|year:1801 ", 1))]
            .map(|query| run(&["search", &query, EXAMPLES, "--json"]));
        assert_eq!((found.status, found.out, found.messages), (all.status, all.out, all.messages), "{word}");
    }
}

/// The files under a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect();
    files.sort();
    files
}

/// Checks that searching bulletins one by one finds what a search of the library finds, whether they were parsed or
/// are unpacked in part.
fn check_one_by_one(query: &str, depth: Depth<'_>) {
    let files = source::read_all(&["examples/bulletins".into()], |_, _| {});
    let query = Query::read(query);
    let mut library = Library::default();
    library.add(files.clone());
    let whole = search(&library, &query, &alone);
    let quotes = whole.issues().map(|it| {
        let entry = library.get(it.id()).unwrap();
        (it.id(), Quotes::of(it, &entry.bulletin, depth))
    });
    let expected: Vec<(Id, Quotes)> = quotes.collect();

    let plan = Plan::new(&query, &Census::default());
    let mut searcher = Quoter::new(&plan, depth);
    let (mut parsed, mut unpacked) = (Vec::new(), Vec::new());
    for file in files {
        let bytes = fs::read(file.full_path()).unwrap();
        let text = decode(&bytes).unwrap().text;
        let packed = pack(&text, &file.bulletins).unwrap();
        let entry = |bulletin: Bulletin| Entry {
            root: file.root.clone(),
            path: file.path.clone(),
            encoding: file.encoding,
            position: 1,
            bulletin,
        };
        let skimmed =
            skim(&packed.head, &text, |bulletin, passages| searcher.quotes(&entry(bulletin), passages));
        unpacked.extend(skimmed.unwrap());
        for bulletin in &file.bulletins {
            let passages = Passages::Parsed(&bulletin.articles);
            parsed.push(searcher.quotes(&entry(bulletin.clone()), passages));
        }
    }
    for quotes in [parsed, unpacked] {
        assert_eq!(quotes.len(), library.len());
        let mut found: Vec<(Id, Quotes)> =
            library.loaded().zip(quotes).filter_map(|(id, quotes)| Some((id, quotes?))).collect();
        sort_quotes(&mut found, &library);
        assert_eq!(found, expected, "{query:?}");
        assert!(!found.is_empty(), "{query:?}");
    }
}

#[test]
fn lines_are_the_same_wherever_they_are_made() {
    let mut library = Library::default();
    library.add(source::read_all(&["examples/bulletins".into()], |_, _| {}));
    for query in ["资金", "zj", "year:2022", "资金 value>1000万", "-资金"] {
        for around in [None, Some(0), Some(1000)] {
            let add_line = |lines: &mut String, place: &Place, hit: Hit<'_>, text: &Text| {
                report::add_line(lines, place, (text, hit), around);
            };
            let printed = |depth| {
                let found = search(&library, &Query::read(query), &alone);
                let quotes = found.issues().map(|it| {
                    let bulletin = &library.get(it.id()).unwrap().bulletin;
                    (it.id(), Quotes::of(it, bulletin, depth))
                });
                let found: Vec<(Id, Quotes)> = quotes.collect();
                let hits = report::Hits { found: &found, around, count: false, spread: &alone };
                let mut out = Vec::new();
                report::search(&library, hits, report::Form::Text, report::Look::default(), &mut out)
                    .unwrap();
                String::from_utf8(out).unwrap()
            };
            let lines = printed(Depth::Lines(&add_line));
            assert!(lines.lines().count() > 1, "{query:?}");
            assert_eq!(lines, printed(Depth::Hits), "{query:?} {around:?}");
        }
    }
}

#[test]
fn bulletins_are_searched_one_by_one() {
    let add_line = |lines: &mut String, place: &Place, hit: Hit<'_>, text: &Text| {
        report::add_line(lines, place, (text, hit), None);
    };
    for query in
        ["资金", "帮扶 -资金", "title:县", "zj", "/第[一二三]/", "year:2022", "资金 value>1000万", "-资金"]
    {
        for depth in [Depth::Count, Depth::Lines(&add_line), Depth::Hits, Depth::Places] {
            check_one_by_one(query, depth);
        }
    }
}
