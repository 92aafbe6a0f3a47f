use proptest::prelude::*;

use super::*;
use crate::message::Lang;
use crate::table::rows;
use crate::table::tests::library;

const NEAR: &str =
    "溪口镇帮扶动态\n\n溪口镇投入资金1500万元，带动近80名村民就业。预计增收20%，覆盖12%至15%的农户。\n";
const ROAD: &str = "山下镇修路\n\n山下镇修路3.5公里，累计筹集资金两亿元。\n";

/// The printed figures that the expression chooses.
fn check(expression: &str, expected: &str) {
    let library = library(&[("渡口简报", 3, NEAR), ("渡口 通讯", 11, ROAD)]);
    let filter = Filter::parse(expression).unwrap();
    let rows = rows(&library);
    let found = rows.iter().filter(|row| filter.matches(row)).map(Row::printed);
    assert_eq!(found.collect::<Vec<_>>().join(","), expected, "{expression}");
}

#[test]
fn terms_choose_rows() {
    const ALL: &str = "1500万元,80名,20%,12%至15%,3.5公里,两亿元";
    for all in ["", "  ", "year:2022", "-noun:桥", "-unit:亩 year:2020..2022"] {
        check(all, ALL);
    }
    check("unit:元", "1500万元,两亿元");
    check("unit:万元", "1500万元,两亿元");
    check("单位：名", "80名");
    check("unit:％", "20%,12%至15%");
    check("unit:人|公里", "80名,3.5公里");
    check("-unit:元|%", "80名,3.5公里");
    check("－unit：元｜％", "80名,3.5公里");
    check("state:cumulative", "两亿元");
    check("状态:累计", "两亿元");
    check("bound:less", "80名");
    check("bound:range|少于", "80名,12%至15%");
    check("noun:资金", "1500万元,两亿元");
    check("noun:\"资 金\"", "1500万元,两亿元");
    check("text:\"带动 近80\"", "1500万元,80名");
    check("text:“修路”", "3.5公里,两亿元");
    check("serial:简报", "1500万元,80名,20%,12%至15%");
    check("serial:\"渡口 通讯\" unit:元", "两亿元");
    check("issue:2022-03", "1500万元,80名,20%,12%至15%");
    check("issue:2022-3|2022-11", ALL);
    check("-issue:２０２２-11", "1500万元,80名,20%,12%至15%");
}

#[test]
fn values_are_compared() {
    check("value>1000万", "1500万元,两亿元");
    check("value＞1500万", "两亿元");
    check("value>=1500万", "1500万元,两亿元");
    check("value≥1500万元", "1500万元,两亿元");
    check("value<4", "3.5公里");
    check("value<=3.5", "3.5公里");
    check("value=80", "80名");
    check("value:一千五百万", "1500万元");
    check("value:1,000..2亿 -unit:%", "1500万元,两亿元");
    check("value:70..", "1500万元,80名,两亿元");
    check("value:..10", "3.5公里");
    check("value>10%", "20%,12%至15%");
    // A range lies in what is asked for as a whole.
    check("value:10%..14%", "");
    check("value>12%", "20%");
    check("value:20|80", "80名,20%");
    check("value:-5..5", "3.5公里");
}

#[test]
fn issues_are_chosen_by_year_and_date() {
    for none in ["year>2022", "year:2019|2023", "date:2022-04..2022-10", "date<2022-03-05", "year:..2021"] {
        check(none, "");
    }
    check("year:二〇二二年 unit:公里", "3.5公里");
    check("date:2022-11 unit:公里", "3.5公里");
    check("date>2022-03 unit:元", "两亿元");
    check("date>=2022-03-05 unit:元", "1500万元,两亿元");
    check("date:2022年3月5日 unit:元", "1500万元");
    check("date<=2022-10 unit:元", "1500万元");
    check("date:..2022 unit:人", "80名");
}

/// The code point and the message of what is wrong.
fn check_error(expression: &str, at: usize, expected: &str) {
    let error = Filter::parse(expression).unwrap_err();
    assert_eq!(error.at, at, "{expression}");
    let message = error.message(Lang::En);
    assert!(message.starts_with(&format!("character {}: ", at + 1)), "{message}");
    assert!(message.contains(expected), "{expression}: {message}");
    assert!(error.message(Lang::Zh).contains(|c| c > '\u{2e80}'));
}

#[test]
fn errors_say_where_and_what_was_expected() {
    check_error("unti:元", 0, "no key “unti”; choose one of: unit value state");
    check_error("unit:元 units:人", 7, "no key “units”");
    check_error("-", 1, "a word or a key is missing");
    check_error("|", 0, "a word or a key is missing");
    check_error("资金|", 3, "a word or a key is missing");
    check_error("unit", 4, "“unit” wants a colon behind it");
    check_error("value 5", 5, "“value” wants one of : > >= < <=");
    check_error("noun>资金", 4, "“noun” has no order");
    check_error("unit:", 5, "“unit” wants a value here");
    check_error("unit:元|", 7, "“unit” wants a value here");
    check_error("noun:\"\"", 5, "“noun” wants a value here");
    check_error("noun:\"资金", 5, "not closed");
    check_error("value>x", 6, "“x” is no number");
    check_error("value:5..多", 9, "“多” is no number");
    check_error("value:10余万", 6, "is no number");
    check_error("value:..", 6, "“..” is no number");
    check_error("value>5万什么", 8, "“什么” behind the number is no unit");
    check_error("state:done", 6, "choose one of: achieved planned");
    check_error("bound:big", 6, "choose one of: exact about");
    check_error("year:去年", 5, "“去年” is no year");
    check_error("date:2022-11-10x", 5, "is no date");
}

#[test]
fn only_what_is_named_is_asked_for() {
    let asks = |expression| Filter::parse(expression).unwrap().asks_for(State::Planned);
    assert!(asks("state:achieved|planned") && asks("unit:元 状态:计划"));
    assert!(!asks("-state:planned") && !asks("") && !asks("state:norm"));
}

fn expressions() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "(unit|value|state|bound|noun|text|year|date|serial|issue|单位|数值)",
        "(:|：|=|>|<|>=|≤|-|－|\\||｜|\"|“|”|\\.\\.| |　)",
        "([0-9]{1,30}|[一二百千万亿余几]{1,3}|2022-11-10|%|元|planned|more)",
        "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_expression_is_read_or_told(expression in expressions()) {
        match Filter::parse(&expression) {
            Ok(filter) => {
                let library = library(&[("渡口简报", 3, NEAR)]);
                let chosen = rows(&library).iter().filter(|row| filter.matches(row)).count();
                prop_assert!(chosen <= 4);
            }
            Err(error) => prop_assert!(error.at <= expression.chars().count()),
        }
    }

    #[test]
    fn a_value_is_above_what_is_smaller(low in 0_u64..2_000_000_000) {
        let filter = Filter::parse(&format!("value>{low} unit:元")).unwrap();
        let library = library(&[("渡口简报", 3, NEAR)]);
        prop_assert_eq!(rows(&library).iter().any(|row| filter.matches(row)), low < 15_000_000);
    }
}
