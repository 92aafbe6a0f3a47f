//! What `check` tells: every code by the example that explains it, and no more.

use std::fs;
use std::path::Path;

use jianbao::audit;
use jianbao::bulletin::{Bulletin, Code};
use jianbao::library::{File, Library};
use jianbao::parse;

/// A masthead that nothing is wrong with.
const HEAD: &str = "柳湾县工作简报\n（2022第3期）\n柳湾县政府办公室\n2022年3月4日\n";
const TEXT: &str = "全县上下齐心协力，办成了一件大事。";

/// A bulletin around the example of a code, in which nothing else is wrong.
fn around(code: Code) -> Option<String> {
    let example = code.explanation().example();
    // Titles in the examples have their text below them.
    let titles = |rest: &str| rest.replace("记\n【", &format!("记\n\n{TEXT}\n\n【"));
    Some(match code {
        Code::MissingArticle | Code::UnlistedArticle | Code::TitleDiffers => {
            format!("{HEAD}\n{}\n\n{TEXT}\n", titles(example))
        }
        Code::SkippedOrdinal | Code::RepeatedOrdinal | Code::SumDiffers | Code::MixedUnits => {
            format!("{HEAD}\n柳湾县办大事记\n\n{TEXT}\n\n{example}\n")
        }
        Code::NoNumber | Code::NoDate => format!("{example}\n\n柳湾县修桥记\n\n{TEXT}\n"),
        Code::DateDiffers => example.replace('…', &format!("\n柳湾县修桥记\n\n{TEXT}\n")),
        Code::DroppedText => format!("{HEAD}\n柳湾县修桥记\n\n{TEXT}\n\n{example}\n\n{TEXT}\n"),
        _ => return None,
    })
}

/// The codes of what is told about one bulletin.
fn codes(bulletin: &Bulletin) -> Vec<&'static str> {
    let told = bulletin.problems.iter().cloned().chain(audit::problems(bulletin));
    told.map(|problem| problem.code.name()).collect()
}

#[test]
fn an_example_causes_its_code_and_no_other() {
    let mut shown = 0;
    for &code in Code::ALL {
        let Some(text) = around(code) else { continue };
        let bulletins = parse::bulletins(&text);
        let found: Vec<&str> = bulletins.iter().flat_map(codes).collect();
        assert_eq!(found, [code.name()], "{text}");
        shown += 1;
    }
    assert_eq!(shown, 11);
}

#[test]
fn numbers_of_a_serial_are_told_by_their_example() {
    for code in [Code::NumberGap, Code::DuplicateIssue] {
        let files = code.explanation().example().lines().zip(1..).map(|(number, at)| File {
            path: format!("{at}.txt").into(),
            bulletins: parse::bulletins(&format!(
                "{}\n柳湾县修桥记\n\n{TEXT}\n",
                HEAD.replace("（2022第3期）", number)
            )),
            ..File::default()
        });
        let mut library = Library::default();
        library.add(files);
        let found: Vec<Code> = library.series_problems().iter().map(|found| found.problem.code).collect();
        assert_eq!(found, [code]);
    }
}

/// Every bulletin below a folder.
fn bulletins(folder: &Path) -> Vec<Bulletin> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bulletins(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            let bytes = fs::read(&path).unwrap();
            found.extend(parse::bulletins(&jianbao::decode::decode(&bytes).unwrap().text));
        }
    }
    found
}

/// One sum in the examples is wrong on purpose; every other list of parts is right or open.
#[test]
fn there_is_no_false_alarm_in_the_examples() {
    let examples = bulletins(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bulletins"));
    let found: Vec<_> = examples.iter().flat_map(audit::problems).collect();
    let told: Vec<_> = found.iter().map(|problem| (problem.code, problem.details.join(" "))).collect();
    assert_eq!(told, [(Code::SumDiffers, "2310人 2290人".to_owned())]);
    let lists: usize = examples.iter().map(|bulletin| bulletin.text.as_str().matches("其中").count()).sum();
    assert!(lists > 40, "the examples have lists: {lists}");
}
