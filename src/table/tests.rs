use proptest::prelude::*;

use super::*;
use crate::figure::{Bound, State};
use crate::library::File;
use crate::message::Lang;
use crate::parse;

/// A library of issues of a serial: serial, number in 2022, body.
pub(super) fn library(issues: &[(&str, u32, &str)]) -> Library {
    let mut library = Library::default();
    library.add(issues.iter().map(|(serial, number, body)| {
        let text = format!("{serial}\n2022年第{number}期\n溪口镇党政办　　2022年{number}月5日\n\n{body}\n");
        File {
            path: format!("{serial}{number}.txt").into(),
            encoding: "UTF-8",
            bulletins: parse::bulletins(&text),
            ..File::default()
        }
    }));
    library
}

const BODY: &str = "溪口镇修路20公里\n\n溪口镇发动群众修路，投入资金50万元。完工后可通车。\n\n\
    一、筹集资金3笔\n县里出资 30 万元。\n一是统筹用工。招用村民 12 名。\n二是算好账。每公里造价 2.5 万元。\n\
    镇里再出 5 万元。\n";

#[test]
fn rows_go_by_issue_and_place_and_know_where_they_stand() {
    let library = library(&[("溪口简报", 4, "溪口镇架桥\n\n溪口镇架桥 2 座。\n"), ("溪口简报", 3, BODY)]);
    let rows = rows(&library);
    let found: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {} {} | {}", row.address(), row.field.name(), row.printed(), row.sentence()))
        .collect();
    let expected = [
        "2022-3/1 title 20公里 | 溪口镇修路20公里",
        "2022-3/1 text 50万元 | 溪口镇发动群众修路，投入资金50万元。",
        "2022-3/1/1 heading 3笔 | 筹集资金3笔",
        "2022-3/1/1 text 30 万元 | 县里出资 30 万元。",
        "2022-3/1/1/1 text 12 名 | 招用村民 12 名。",
        "2022-3/1/1/2 text 2.5 万元 | 每公里造价 2.5 万元。",
        "2022-3/1/1 text 5 万元 | 镇里再出 5 万元。",
        "2022-4/1 text 2 座 | 溪口镇架桥 2 座。",
    ];
    assert_eq!(found, expected);
    assert!(rows.iter().all(|row| row.sentence().get(row.in_sentence()) == Some(row.printed())));
}

/// The printed figures of three issues in an order.
fn check_order(by: &str, expected: &str) {
    let library = library(&[
        ("乙简报", 1, "修桥记\n\n修桥 2 座，投入 8 万元。\n"),
        ("甲简报", 7, "栽树记\n\n预计栽树 300 株。\n"),
        ("甲简报", 2, "修路记\n\n修路 5 公里。\n"),
    ]);
    let mut rows = rows(&library);
    sort(&mut rows, Sort::from_name(by).unwrap());
    let printed: Vec<&str> = rows.iter().map(Row::printed).collect();
    assert_eq!(printed.join(","), expected, "{by}");
}

#[test]
fn rows_are_sorted_by_each_column() {
    check_order("issue", "2 座,8 万元,5 公里,300 株");
    check_order("-issue", "300 株,5 公里,2 座,8 万元");
    check_order("value", "2 座,5 公里,300 株,8 万元");
    check_order("-value", "8 万元,300 株,5 公里,2 座");
    check_order("date", "2 座,8 万元,5 公里,300 株");
    check_order("-date", "300 株,5 公里,2 座,8 万元");
    check_order("state", "2 座,8 万元,5 公里,300 株");
    check_order("-state", "300 株,2 座,8 万元,5 公里");
    check_order("unit", "8 万元,5 公里,2 座,300 株");
    assert!(Sort::NAMES.iter().all(|name| Sort::from_name(name).is_some()));
    assert_eq!(Sort::from_name("size"), None);
}

#[test]
fn rows_are_grouped_and_none_is_lost() {
    let issues = [("甲简报", 1, "栽树记\n\n栽树 300 株。补栽树 20 株，修路 5 公里。\n"), ("乙简报", 2, BODY)];
    let library = library(&issues);
    let names = |by| {
        let groups = groups(rows(&library), GroupBy::from_name(by).unwrap());
        let names: Vec<String> = groups
            .iter()
            .map(|group| format!("{}={}", group.name.as_deref().unwrap_or("-"), group.rows.len()))
            .collect();
        names.join(" ")
    };
    assert_eq!(names("serial"), "乙简报=7 甲简报=3");
    assert_eq!(names("issue"), "2022-2=7 2022-1=3");
    assert_eq!(names("year"), "2022=10");
    assert_eq!(names("unit"), "元=4 公里=2 株=2 人=1 笔=1");
    assert!(GroupBy::NAMES.iter().all(|name| GroupBy::from_name(name).is_some()));
}

/// The sum of the one unit of a text under a filter: `at least 12 (2)`, and what is told of it.
fn check_sum(texts: &[&str], expression: &str, expected: &str) {
    let issues: Vec<(&str, u32, String)> = texts
        .iter()
        .zip(1..)
        .map(|(text, number)| ("溪口简报", number, format!("溪口镇工作动态\n\n{text}\n")))
        .collect();
    let issues: Vec<(&str, u32, &str)> =
        issues.iter().map(|(serial, number, text)| (*serial, *number, text.as_str())).collect();
    let library = library(&issues);
    let filter = Filter::parse(expression).unwrap();
    let mut rows = rows(&library);
    rows.retain(|row| filter.matches(row));
    let sums = sums(&rows, &filter);
    let [sum] = sums.as_slice() else { panic!("one unit: {texts:?}") };
    let max = sum.total_max.map(|max| format!("-{max}"));
    let total = sum.total.map_or("-".to_owned(), |total| total.to_string());
    let mut found =
        vec![format!("{} {total}{} ({})", sum.bound.name(), max.unwrap_or_default(), sum.added.len())];
    found.extend(sum.left_out.iter().map(|(state, count)| format!("{} left {count}", state.name())));
    let counts = [(sum.repeated.len(), "repeated"), (sum.parts.len(), "parts"), (sum.not_additive, "never")];
    found
        .extend(counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{name} {count}")));
    found.extend(sum.warnings().iter().map(|warning| format!("{warning:?}")));
    assert_eq!(found.join("; "), expected, "{texts:?} {expression}");
    let all = sum.added.len() + sum.repeated.len() + sum.parts.len() + sum.not_additive;
    assert_eq!(all + sum.left_out.iter().map(|(_, count)| count).sum::<usize>(), rows.len(), "none is lost");
}

#[test]
fn sums_carry_bounds() {
    check_sum(&["投入资金 5 万元。", "投入资金 3.5 万元。"], "", "exact 85000 (2)");
    check_sum(&["投入资金 5 万余元。", "投入资金 3 万元。"], "", "more 80000 (2)");
    check_sum(&["投入资金近 5 万元。", "投入资金 3 万元。"], "", "less 80000 (2)");
    check_sum(&["投入资金约 5 万元。", "投入资金 3 万元。"], "", "about 80000 (2)");
    check_sum(&["投入资金近 5 万元。", "投入资金超 3 万元。"], "", "about 80000 (2)");
    check_sum(&["栽苗木 3—5 万株。", "栽苗木 1 万株。"], "", "range 40000-60000 (2)");
}

#[test]
fn sums_leave_out_what_does_not_add_up() {
    check_sum(
        &["投入资金 5 万元。", "计划投入资金 3 万元。", "人均增收 300 元。"],
        "",
        "exact 50000 (1); planned left 1; per left 1",
    );
    check_sum(&["投入资金 5 万元。", "计划投入资金 3 万元。"], "state:planned", "exact 30000 (1)");
    check_sum(
        &["投入资金 5 万元。", "计划投入资金 3 万元。"],
        "state:planned|achieved",
        "exact 80000 (2); AskedFor(1)",
    );
    check_sum(&["计划投入资金 3 万元。"], "-state:achieved", "exact - (0); planned left 1");
    check_sum(&["合格率 98%。", "满意率 97%。"], "", "exact - (0); never 2");
    check_sum(&["总投资 8 万元，其中县里出资 3 万元、镇里出资 5 万元。"], "", "exact 80000 (1); parts 2");
    check_sum(&["总投资 8 万元。其中，县里出资 3 万元。"], "", "exact 80000 (1); parts 1");
    check_sum(&["总投资 8 万元，其中县里出资 3 万元。"], "text:县里 value<5万", "exact 30000 (1)");
}

#[test]
fn sums_count_once_what_is_told_twice_and_warn() {
    check_sum(
        &["去年修通村路，投入资金 5 万元。", "另有一事。去年 修通村路，投入资金 5 万元。"],
        "",
        "exact 50000 (1); repeated 1",
    );
    // Within one issue two villages may do the same.
    check_sum(&["投入资金 5 万元。再修一路。投入资金 5 万元。"], "", "exact 100000 (2)");
    check_sum(&["一、投入资金5万元\n投入资金 5 万元修路。"], "", "exact 50000 (1); repeated 1");
    check_sum(&["一、投入资金5万元\n县里修通村路。"], "", "exact 50000 (1)");
    check_sum(&["累计投入资金 5 万元。", "累计投入资金 8 万元。"], "", "exact 130000 (2); Cumulative(2)");
    check_sum(&["投入资金 5 万元。", "收取租金 8 万元。"], "", "exact 130000 (2); Mixed(2)");
}

#[test]
fn every_state_has_a_label() {
    let labels: Vec<&str> = State::ALL.map(|state| state_label(state).text(Lang::En)).to_vec();
    assert_eq!(labels, State::ALL.map(State::name));
    assert!(Bound::ALL.contains(&Bound::Range));
}

proptest! {
    #[test]
    fn every_figure_stands_in_its_sentence(body in "[修路栽树共约近余超\\n 。！；，0-9百千万元公里人个%—]{0,80}") {
        let library = library(&[("溪口简报", 3, &body)]);
        for row in rows(&library) {
            prop_assert_eq!(row.sentence().get(row.in_sentence()), Some(row.printed()));
            prop_assert!(!row.printed().is_empty());
        }
    }
}

/// The list of a query as text: heads in brackets, figures as printed.
fn listed(library: &Library, query: &Query) -> String {
    let sheets: Sheets =
        library.iter().map(|(id, entry)| (id, Arc::new(Sheet::of(&entry.bulletin)))).collect();
    let arranged = arrange(library, &sheets, query, &|| true).unwrap();
    let rows: Vec<Row<'_>> = rows(library);
    let line = |line: Line<'_>| match line {
        Line::Heading(heading) => format!("[{} {}]", heading.name.as_deref().unwrap_or("-"), heading.count),
        Line::Spot(spot) => {
            let of_issue = rows.iter().filter(|row| row.id == spot.id);
            of_issue.clone().nth(spot.at as usize).unwrap().printed().to_owned()
        }
    };
    for position in 0..arranged.spots().len() {
        let line = arranged.line_of(position);
        assert_eq!(arranged.line(line), Some(Line::Spot(arranged.spots()[position])));
        assert_eq!(arranged.position_at(line), position);
    }
    (0..arranged.lines()).filter_map(|at| arranged.line(at)).map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn lists_are_chosen_sorted_and_grouped_like_rows() {
    let library = library(&[
        ("甲简报", 1, "栽树记\n\n栽树 300 株。补栽树 20 株，修路 5 公里。\n"),
        ("乙简报", 2, BODY),
    ]);
    let query = |filter: &str, sort: &str, group: &str| Query {
        filter: Filter::parse(filter).unwrap(),
        sort: Sort::from_name(sort),
        group: GroupBy::from_name(group),
        ..Query::default()
    };
    assert_eq!(listed(&library, &query("unit:元", "", "")), "50万元 30 万元 2.5 万元 5 万元");
    assert_eq!(listed(&library, &query("unit:元", "-value", "")), "50万元 30 万元 5 万元 2.5 万元");
    assert_eq!(
        listed(&library, &query("unit:元|株", "value", "unit")),
        "[元 4] 2.5 万元 5 万元 30 万元 50万元 [株 2] 20 株 300 株"
    );
    assert_eq!(listed(&library, &query("unit:亩", "", "unit")), "");
    let (id, _) = library.iter().next().unwrap();
    let scope = Some((id, Place(vec![1, 1])));
    assert_eq!(listed(&library, &Query { scope, ..query("unit:元", "", "") }), "30 万元 2.5 万元 5 万元");
    assert!(arrange(&library, &Sheets::new(), &Query::default(), &|| false).is_none(), "it was stopped");
}

#[test]
fn totals_of_runs_are_those_of_their_rows() {
    let library = library(&[("甲简报", 1, BODY), ("甲简报", 2, "修桥记\n\n投入资金 8 万余元。\n")]);
    let sheets: Sheets =
        library.iter().map(|(id, entry)| (id, Arc::new(Sheet::of(&entry.bulletin)))).collect();
    let query = Query { group: Some(GroupBy::Issue), ..Query::default() };
    let arranged = arrange(&library, &sheets, &query, &|| true).unwrap();
    let runs: Vec<&[Spot]> = arranged.headings().iter().map(|heading| arranged.group(heading)).collect();
    let of = |unit| totals(&library, &sheets, &runs, (unit, &query.filter), &|| true).unwrap();
    let told = |totals: Vec<Option<Total>>| -> Vec<String> {
        totals.iter().map(|total| total.as_ref().map_or("-".into(), |total| total.head(Lang::Zh))).collect()
    };
    assert_eq!(told(of("元")), ["元：85 万元（3项）", "元：至少 8 万元（1项，其中1项为约数）"]);
    assert_eq!(told(of("人")), ["人：12 人（1项）", "-"]);
}
