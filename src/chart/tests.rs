use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::library::File;
use crate::message::Lang;
use crate::parse;
use crate::table::{Filter, Sheet};
use crate::text::{self, Ambiguous};

/// A library of issues: serial, date, body.
fn library(issues: &[(&str, &str, &str)]) -> Library {
    let mut library = Library::default();
    library.add(issues.iter().zip(1..).map(|((serial, date, body), number)| {
        let text = format!("{serial}\n第{number}期\n青石镇党政办　　{date}\n\n青石镇工作动态\n\n{body}\n");
        File { path: format!("{number}.txt").into(), bulletins: parse::bulletins(&text), ..File::default() }
    }));
    library
}

const ISSUES: &[(&str, &str, &str)] = &[
    ("青石简报", "2020年3月1日", "青石镇投入资金 40 万元，修路 3 公里。"),
    ("青石简报", "2021年5月1日", "青石镇投入资金近 30 万元，计划再投入资金 8 万元。"),
    ("青石简报", "2023年3月1日", "青石镇投入资金 80 万元，社会捐款 5 万元。合格率 98%。"),
];

fn wanted(kind: Kind, filter: &str, group: &str, columns: usize) -> Wanted {
    let filter = Filter::parse(filter).unwrap();
    let query = Query { filter, group: GroupBy::from_name(group), ..Query::default() };
    Wanted { kind, query, unit: None, noun: None, columns }
}

fn chart(issues: &[(&str, &str, &str)], wanted: &Wanted) -> Option<Chart> {
    let library = library(issues);
    let sheets = library.iter().map(|(id, entry)| (id, Arc::new(Sheet::of(&entry.bulletin)))).collect();
    Chart::of(&library, &sheets, wanted, &|| true)
}

fn written(chart: &Chart, mode: Ambiguous, columns: usize) -> Vec<String> {
    let frame = Frame { columns, rows: 2, mode, blocks: mode == Ambiguous::Narrow, lang: Lang::Zh };
    let line = |line: Line| line.into_iter().map(|(_, piece)| piece).collect::<String>();
    lines(chart, frame).into_iter().map(|pieces| line(pieces).trim_end().to_owned()).collect()
}

fn check(wanted: &Wanted, mode: Ambiguous, columns: usize, expected: &[&str]) {
    let chart = chart(ISSUES, wanted).unwrap();
    assert_eq!(written(&chart, mode, columns), expected, "{wanted:?}");
}

#[test]
fn bars_are_as_long_as_their_sums() {
    let years = wanted(Kind::Bar, "noun:资金", "", 0);
    let blocks = ["2020 ████ 40 万元（1项）", "2021 ███ 至多 30 万元（1项）", "2023 ████████ 80 万元（1项）"];
    check(&years, Ambiguous::Narrow, 33, &blocks);
    let ascii = ["2020 #### 40 万元（1项）", "2021 ### 至多 30 万元（1项）", "2023 ######## 80 万元（1项）"];
    check(&years, Ambiguous::Wide, 33, &ascii);
    let without = ["2020 40 万元（1项）", "2021 至多 30 万元..", "2023 80 万元（1项）"];
    check(&years, Ambiguous::Narrow, 20, &without);
    let nouns = wanted(Kind::Bar, "unit:元 year:2023", "noun", 0);
    check(&nouns, Ambiguous::Narrow, 32, &["资金     ████████ 80 万元（1项）", "社会捐款 ▌ 5 万元（1项）"]);
}

#[test]
fn columns_stand_in_time() {
    let years = wanted(Kind::Spark, "noun:资金", "", 10);
    let blocks = [
        "最高：2023 80 万元（1项）",
        "                  █████",
        "█████ ▆▆▆▆▆       █████",
        "2020  2021  2022  2023",
    ];
    check(&years, Ambiguous::Narrow, 40, &blocks);
    let ascii = [
        "最高：2023 80 万元（1项）",
        "                  #####",
        "##### #####       #####",
        "2020  2021  2022  2023",
    ];
    check(&years, Ambiguous::Both, 40, &ascii);
    let months = wanted(Kind::Spark, "noun:资金", "", 40);
    assert_eq!(chart(ISSUES, &months).unwrap().bars.len(), 37);
    let latest = chart(ISSUES, &wanted(Kind::Spark, "noun:资金", "", 2)).unwrap();
    assert_eq!((latest.bars.len(), latest.more), (2, 2));
}

#[test]
fn one_unit_is_drawn_and_the_rest_is_told() {
    let all = chart(ISSUES, &wanted(Kind::Bar, "", "year", 0)).unwrap();
    assert_eq!((all.unit.as_str(), all.other_units), ("元", 2));
    let notes = notes(&all, Lang::Zh);
    assert!(notes.iter().any(|note| note.contains("计划 1项")), "{notes:?}");
    assert!(notes.iter().any(|note| note == "另有其他单位的数据2项，未画"), "{notes:?}");
    assert!(notes.last().unwrap().starts_with("说明："), "{notes:?}");
    assert_eq!(chart(ISSUES, &wanted(Kind::Bar, "unit:%", "", 0)), None);
    assert_eq!(chart(ISSUES, &wanted(Kind::Spark, "noun:桥", "", 9)), None);
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_frame(
        columns in 1..90_usize,
        bodies in proptest::collection::vec("[修路栽树共约近超“”—。，0-9百千万元公里人个%]{0,60}", 1..6),
        bar in any::<bool>(),
        mode in proptest::sample::select(Ambiguous::ALL.to_vec()),
    ) {
        let issues: Vec<_> = bodies.iter().map(|body| ("青石“简报”", "2020年3月1日", body.as_str())).collect();
        let kind = if bar { Kind::Bar } else { Kind::Spark };
        let group = if bar { "noun" } else { "" };
        if let Some(chart) = chart(&issues, &wanted(kind, "", group, columns)) {
            for line in written(&chart, mode, columns) {
                prop_assert!(text::width(&line, mode) <= columns, "{line}");
            }
            prop_assert!(chart.bars.iter().all(|bar| bar.share <= WHOLE));
        }
    }
}
