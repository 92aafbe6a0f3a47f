use super::*;
use crate::bulletin::{Article, Masthead, Measure, Paragraph, Place, Section};
use crate::message::Lang;

/// A bulletin with two articles; the first has a lead with a measure and a section with two.
fn bulletin(serial: &str, year: u16, number: u32) -> Bulletin {
    let lead = Paragraph { measures: [Measure::default()].into(), ..Paragraph::default() };
    let section = Section {
        measures: vec![Measure::default(); 2].into(),
        sections: [Section::default()].into(),
        ..Section::default()
    };
    let first = Article { lead: [lead].into(), sections: [section].into(), ..Article::default() };
    Bulletin {
        masthead: Masthead {
            title: Some(serial.into()),
            year: Some(year),
            number: Some(number),
            ..Masthead::default()
        },
        articles: [first, Article::default()].into(),
        ..Bulletin::default()
    }
}

fn file(path: &str, bulletins: Vec<Bulletin>) -> File {
    File { path: path.into(), encoding: "UTF-8", bulletins, ..File::default() }
}

#[test]
fn two_folders_may_hold_the_same_path() {
    let mut library = Library::default();
    library.add(
        ["old", "new"]
            .map(|root| File { root: root.into(), ..file("9.txt", vec![bulletin("甲报", 2022, 9)]) }),
    );
    let names: Vec<String> = library.ids().iter().map(|&id| library.name(id)).collect();
    assert_eq!(names, ["new/9.txt:2022-9", "old/9.txt:2022-9"]);
    assert!(names.iter().all(|name| library.resolve(name, None).is_ok()));
}

fn library() -> Library {
    let mut library = Library::default();
    library.add([
        file("b/9.txt", vec![bulletin("乙报", 2022, 9)]),
        file("a/12.txt", vec![bulletin("甲报", 2022, 12)]),
        file("a/3.txt", vec![bulletin("甲报", 2022, 3)]),
        file("copy/9.txt", vec![bulletin("甲报", 2022, 9)]),
        file("old/notes.txt", vec![Bulletin::default()]),
        file("a/1.txt", vec![bulletin("甲报", 2021, 1), bulletin("甲报", 2021, 1)]),
    ]);
    library
}

#[test]
fn bulletins_stand_by_serial_year_and_number() {
    let library = library();
    let names: Vec<String> = library.ids().iter().map(|&id| library.name(id)).collect();
    let expected =
        ["notes", "乙报:2022-9", "a/1.txt:2021-1~1", "a/1.txt:2021-1~2", "2022-3", "甲报:2022-9", "2022-12"];
    assert_eq!(names, expected);
}

#[test]
fn the_order_does_not_depend_on_what_was_read_first() {
    let names = |library: &Library| library.ids().iter().map(|&id| library.name(id)).collect::<Vec<_>>();
    let expected = names(&library());
    let mut files: Vec<File> = Vec::new();
    for (_, entry) in library().iter() {
        match files.iter_mut().find(|file| *file.path == *entry.path) {
            Some(file) => file.bulletins.push(entry.bulletin.clone()),
            None => files.insert(0, file(&entry.path, vec![entry.bulletin.clone()])),
        }
    }
    let mut one_by_one = Library::default();
    for file in files {
        one_by_one.add([file]);
    }
    assert_eq!(names(&one_by_one), expected);
}

#[test]
fn names_are_kept_up_from_the_first_one_that_was_asked_for() {
    let files = || {
        [("a.txt", "甲报", 9), ("b.txt", "乙报", 9), ("c.txt", "乙报", 9), ("d.txt", "丙报", 8)]
            .map(|(path, serial, number)| file(path, vec![bulletin(serial, 2022, number)]))
    };
    let names = |library: &Library| library.loaded().map(|id| library.name(id)).collect::<Vec<_>>();
    let (mut at_the_end, mut all_the_time) = (Library::default(), Library::default());
    at_the_end.add(files());
    for file in files() {
        let before = all_the_time.clone();
        all_the_time.add([file]);
        names(&before);
        names(&all_the_time);
    }
    assert_eq!(names(&at_the_end), ["甲报:2022-9", "b.txt:2022-9", "c.txt:2022-9", "2022-8"]);
    assert_eq!(names(&all_the_time), names(&at_the_end));
}

/// Checks where an address leads: the canonical address, or the message.
fn check(written: &str, expected: &str) {
    let library = library();
    let current = library.ids().last().copied();
    let found = match library.resolve(written, current) {
        Ok((id, place)) => library.address(id, &place).to_string(),
        Err(error) => error.message(Lang::Zh),
    };
    assert_eq!(found, expected, "{written}");
}

#[test]
fn addresses_lead_to_their_part() {
    check("2022-12", "2022-12");
    check("2022-03/1", "2022-3/1");
    check("2022-12/1/1/2", "2022-12/1/1/2");
    check("2022-12/1/一/二", "2022-12/1/1/2");
    check("２０２２－１２／１", "2022-12/1");
    check("2022-12/1/0/1", "2022-12/1/0/1");
    check("2022-12/1/1/3", "2022-12/1/1/3");
    check("/1/1", "2022-12/1/1");
    check("乙报:2022-9/2", "乙报:2022-9/2");
    check("copy/9.txt:2022-9/2", "甲报:2022-9/2");
    check("9.txt:2022-9", "“9.txt:2022-9”不止一期，请选一个：乙报:2022-9 甲报:2022-9");
    check("a/1.txt:2021-1~2/1", "a/1.txt:2021-1~2/1");
    check("notes", "notes");
}

#[test]
fn addresses_that_lead_nowhere_say_why() {
    check("", "请写地址，例如 2022-12/1/3/2");
    check("2022-9", "“2022-9”不止一期，请选一个：乙报:2022-9 甲报:2022-9");
    check("2030-1", "没有“2030-1”这一期；jianbao list 列出各期地址");
    check("2022-12/3", "没有2022-12/3；上一级只有2项");
    check("2022-12/1/2", "没有2022-12/1/2；上一级只有1项");
    check("2022-12/1/1/4/1", "没有2022-12/1/1/4；上一级只有3项");
    check("2022-12/1/0/2", "没有2022-12/1/0/2；上一级只有1项");
    check("2022-12/1/甲", "地址中的“甲”不是数字");
}

#[test]
fn problems_stand_by_file_and_line() {
    use crate::bulletin::Code;
    let mut bulletin = bulletin("甲报", 2022, 1);
    bulletin.problems = [Problem::new(Code::NoDate, 9, []), Problem::new(Code::NoNumber, 2, [])].into();
    let mut broken = file("a.txt", Vec::new());
    broken.problems.push(Problem::new(Code::NotFound, 0, []));
    let mut library = Library::default();
    library.add([file("b.txt", vec![bulletin]), broken]);
    let rows: Vec<_> = library.problems().into_iter().map(|(path, it)| (path.to_owned(), it.line)).collect();
    assert_eq!(rows, [("a.txt".to_owned(), 0), ("b.txt".to_owned(), 2), ("b.txt".to_owned(), 9)]);
    assert_eq!(library.file_problems().len(), 1);
}

#[test]
fn a_name_without_place_is_the_bulletin_itself() {
    let library = library();
    let (id, place) = library.resolve("2022-12", None).unwrap();
    assert_eq!(place, Place::default());
    assert_eq!(library.get(id).map(Entry::plain_name), Some("2022-12".to_owned()));
}

#[test]
fn gaps_and_twins_in_a_serial_are_told() {
    let mut joint = bulletin("甲报", 2022, 5);
    joint.masthead.number_end = Some(6);
    let issue = |path: &str, number| file(path, vec![bulletin("甲报", 2022, number)]);
    let mut library = Library::default();
    library.add([
        issue("1.txt", 1),
        issue("4.txt", 4),
        file("5.txt", vec![joint]),
        issue("6.txt", 6),
        issue("8.txt", 8),
    ]);
    library.add([
        file("other.txt", vec![bulletin("乙报", 2022, 3)]),
        file("none.txt", vec![Bulletin::default()]),
    ]);
    let told: Vec<String> = library
        .series_problems()
        .iter()
        .map(|it| format!("{}: {}", it.path, it.problem.message(Lang::Zh)))
        .collect();
    let expected =
        ["4.txt: 《甲报》2022年缺第2-3期", "6.txt: 《甲报》2022-6另见5.txt", "8.txt: 《甲报》2022年缺第7期"];
    assert_eq!(told, expected);
}
