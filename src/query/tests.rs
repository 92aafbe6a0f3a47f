use proptest::prelude::*;

use super::*;
use crate::message::Lang;

/// A query as it was understood, and what was not.
fn check(written: &str, clauses: &str, errors: &str) {
    let query = Query::read(written);
    let told: Vec<String> = query.clauses.iter().map(told).collect();
    assert_eq!(told.join(" & "), clauses, "{written}");
    let told: Vec<String> = query.errors.iter().map(|error| error.message(Lang::En)).collect();
    let starts = told.iter().map(|error| error.split([';', '“']).next().unwrap().trim_end());
    assert_eq!(starts.collect::<Vec<_>>().join(" & "), errors, "{written}");
}

fn told(clause: &Clause) -> String {
    let words = |words: &Words| match words {
        Words::Word(word) => word.clone(),
        Words::Phrase(words) => format!("\"{words}\""),
        Words::Regex(pattern) => format!("/{pattern}/"),
    };
    let test = |test: &Test| match test {
        Test::Words(Scope::All, it) => words(it),
        Test::Words(scope, it) => format!("{scope:?}:{}", words(it)),
        Test::Serial(it) => format!("Serial:{}", words(it)),
        Test::Issuer(it) => format!("Issuer:{}", words(it)),
        Test::Noun(it) => format!("Noun:{}", words(it)),
        Test::Unit(unit) => format!("Unit:{unit}"),
        Test::Issue(name) => format!("Issue:{name}"),
        Test::Year((low, high)) => format!("{low:?}..{high:?}"),
        Test::Place(name, place) => format!("{}{:?}", name.as_deref().unwrap_or("*"), place.0),
        other => format!("{other:?}"),
    };
    let tests: Vec<String> = clause.tests.iter().map(test).collect();
    format!("{}{}", if clause.negated { "not " } else { "" }, tests.join("|"))
}

#[test]
fn words_are_read_in_their_forms() {
    check("", "", "");
    check("慈溪 帮扶　资金", "慈溪 & 帮扶 & 资金", "");
    check("\"慈溪 帮扶\" -资金 “养老”", "\"慈溪 帮扶\" & not 资金 & \"养老\"", "");
    check("慈溪|余姚 －a｜b", "慈溪|余姚 & not a|b", "");
    check("/[一二]是/ /a\\/b/|c", "/[一二]是/ & /a/b/|c", "");
    check("报：市委 3:1 12:30", "报：市委 & 3:1 & 12:30", "");
    check("编者-按", "编者-按", "");
}

#[test]
fn keys_say_where() {
    check("title:帮扶 小标题：\"养 老\"", "Title:帮扶 & Heading:\"养 老\"", "");
    check("title:a|b|heading:c", "Title:a|Title:b|Heading:c", "");
    check("measure:/^一是/ serial:交通|山海", "Measure:/^一是/ & Serial:交通|Serial:山海", "");
    check("year:2020..2022", "Included(2020)..Included(2022)", "");
    check("issuer:办公室 issue:2022-03", "Issuer:办公室 & Issue:2022-3", "");
    check("place:2022-12/1/3 地址：/2", "2022-12[1, 3] & *[2]", "");
    check("place:2022-12/三|2022-1", "2022-12[3]|2022-1[]", "");
    check("a 资金|place:/2 b", "a & *[2] & b", "character 3:");
    check("noun:资金 unit:万元", "Noun:资金 & Unit:元", "");
}

#[test]
fn what_is_not_understood_hinders_nothing() {
    check("慈溪 -", "慈溪", "character 5: a word or a key is missing");
    check("慈溪 |余姚", "慈溪 & 余姚", "character 4: a word or a key is missing");
    check("慈溪 title:", "慈溪", "character 10:");
    check("title", "title", "");
    check("\"慈溪 帮", "\"慈溪 帮\"", "character 1: the quotation mark is not closed");
    check(
        "\"",
        "",
        "character 1: the quotation mark is not closed & character 2: a word or a key is missing",
    );
    check("/慈.", "/慈./", "character 1: the regular expression wants a / at its end");
    check("/(慈/ 溪", "溪", "character 1: no regular expression: unclosed group");
    check("ttle:慈溪 帮扶", "ttle:慈溪 & 帮扶", "character 1: there is no key");
    check("year:去年 慈溪", "慈溪", "character 6:");
    check("place:x/y 慈溪", "慈溪", "character 7:");
    check("title>慈溪", "", "character 6:");
    check("year:2022|去年", "Included(2022)..Included(2022)", "character 11:");
}

proptest! {
    #[test]
    fn any_query_is_read(pieces in proptest::collection::vec(prop_oneof![
        "(title|heading|year|value|unit|place|issue|编发|标题)",
        "(:|：|>|<=|-|\\||\"|“|”|/|\\\\| |　|\\.\\.)",
        "\\PC{0,3}",
    ], 0..12)) {
        let written = pieces.concat();
        let query = Query::read(&written);
        let points = written.chars().count();
        prop_assert!(query.errors.iter().all(|error| error.at <= points));
        prop_assert!(query.clauses.iter().all(|clause| clause.at < points && !clause.tests.is_empty()));
    }
}
