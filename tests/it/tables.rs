//! The figures of all bulletins as the command writes them: rows, sums, what is wrong.

use std::fs;
use std::path::Path;

use jianbao::decode;
use jianbao::text::{self, Ambiguous};
use serde_json::Value;

use crate::commands::{on_a_terminal, run};
use crate::support::folder::Folder;

const EXAMPLES: &str = "examples/bulletins";

fn rows(arguments: &[&str]) -> Vec<Value> {
    let json = run(&[&["figures", "--json"], arguments].concat()).out;
    serde_json::from_str::<Value>(&json).unwrap().as_array().unwrap().clone()
}

/// Runs `figures` on an issue with this body, and checks status, output and messages.
fn check(body: &str, arguments: &[&str], status: i32, out: &str, message: &str) {
    let text = format!("石埠简报\n2020年第5期\n石埠镇党政办　　2020年6月1日\n\n{body}");
    let folder = Folder::new(&[("5.txt", &text)]);
    let ended = run(&[&["figures", folder.path().to_str().unwrap()], arguments].concat());
    assert_eq!(ended.out, out, "{arguments:?}");
    assert_eq!(ended.status, status, "{arguments:?}");
    assert!(ended.messages.contains(message), "{arguments:?}: {}", ended.messages);
    assert_eq!(ended.messages.is_empty(), message.is_empty(), "{arguments:?}: {}", ended.messages);
}

const ROAD: &str = "石埠修路\n\n石埠镇“十字街”修路 3 公里，投入资金近 80 万元。=计划再修 5 公里。\n";

#[test]
fn rows_have_tabs_in_a_pipe() {
    const THREE: &str =
        "2020-5/1\t3 公里\t石埠镇“十字街”修路\tachieved\t石埠镇“十字街”修路 3 公里，投入资金近 80 万元。\n";
    const FIVE: &str = "2020-5/1\t5 公里\t=计划再修\tplanned\t=计划再修 5 公里。\n";
    let money = "2020-5/1\t80 万元\t资金\tachieved\t石埠镇“十字街”修路 3 公里，投入资金近 80 万元。\n";
    check(ROAD, &[], 0, &format!("{THREE}{money}{FIVE}"), "");
    check(ROAD, &["--where", "unit:公里", "--sort", "-value"], 0, &format!("{FIVE}{THREE}"), "");
    check(ROAD, &["--where", "-unit:元", "--group", "year"], 0, &format!("2020\t{THREE}2020\t{FIVE}"), "");
    check(ROAD, &["--where", "noun:桥"], 1, "", "no figures found");
    check(ROAD, &["--where", "noun:桥", "--json"], 1, "[\n]\n", "no figures found");
    check(ROAD, &["--where", "value>x"], 2, "", "--where, character 7: “x” is no number");
    check(
        ROAD,
        &["--lang", "zh", "--where", "大小:5"],
        2,
        "",
        "--where 第1个字符：没有“大小”这一项；可选：单位 数值",
    );
    check(ROAD, &["--sort", "size"], 2, "", "choose one of: value date");
    check(ROAD, &["--sum", "--sort", "value"], 2, "", "do not go together");
    check(ROAD, &["--excel"], 2, "", "--csv");
}

#[test]
fn a_row_of_json_is_that_of_the_contract() {
    let folder = Folder::new(&[("5.txt", &format!("石埠简报\n第5期\n石埠镇　　2020年6月1日\n\n{ROAD}"))]);
    let ended = run(&["figures", "--json", "--where", "unit:元", folder.path().to_str().unwrap()]);
    let expected = concat!(
        "[\n{\"path\":\"5.txt\",\"address\":\"2020-5/1\",\"text\":\"80 万元\",\"field\":\"text\",\"start\":22,\"end\":27,",
        "\"at\":{\"line\":7,\"start\":53,\"end\":58},\"value\":800000,\"value_max\":null,\"unit\":\"元\",",
        "\"bound\":\"less\",\"state\":\"achieved\",\"noun\":\"资金\",",
        "\"sentence\":\"石埠镇“十字街”修路 3 公里，投入资金近 80 万元。\"}\n]\n"
    );
    assert_eq!(ended.out, expected);
}

#[test]
fn a_table_is_for_scripts_or_for_spreadsheets() {
    const HEAD: &str = "path,address,serial,year,date,field,text,value,value_max,unit,bound,state,dir,noun,sentence,line,start,end\r\n";
    let row = |noun: &str, sentence: &str| {
        format!(
            "{HEAD}5.txt,2020-5/1,石埠简报,2020,2020-06-01,text,5 公里,5,,公里,exact,planned,,{noun},{sentence},7,73,77\r\n"
        )
    };
    let wanted = ["--csv", "--where", "state:planned"];
    check(ROAD, &wanted, 0, &row("=计划再修", "=计划再修 5 公里。"), "");
    let excel = format!("\u{feff}{}", row("'=计划再修", "'=计划再修 5 公里。"));
    check(ROAD, &[&wanted[..], &["--excel"]].concat(), 0, &excel, "");
}

#[test]
fn sums_come_with_all_that_is_to_be_minded() {
    const BODY: &str = "石埠修路\n\n累计投入资金 1.2 亿元。又投入资金 2300 余万元，其中县里出资金 300 万元。\
        预计再投入资金 5000 万元。合格率 98%。\n";
    let expected = "元：至少 1.43 亿元（2项，其中1项为约数）\n  \
        未计入：计划 1项（要计入请用 state: 指定）\n  \
        未计入：“其中”后面的分项 1项，已含在前面的总数中\n  \
        注意：1项为累计数，可能已包含其他各项\n\
        不能相加的单位：% 1项\n\
        说明：合计只是所列数据之和；数据由程序从文字中识别，各项之间可能互有包含，引用前请核对原文。\n";
    check(BODY, &["--lang", "zh", "--sum"], 0, expected, "");
    let folder = Folder::new(&[("5.txt", &format!("石埠简报\n第5期\n石埠镇　　2020年6月1日\n\n{BODY}"))]);
    let json =
        run(&["figures", "--sum", "--json", "--where", "unit:元", folder.path().to_str().unwrap()]).out;
    let sum = &serde_json::from_str::<Value>(&json).unwrap()[0];
    for (name, expected) in [
        ("unit", "元".into()),
        ("value", 143_000_000.into()),
        ("value_max", Value::Null),
        ("bound", "more".into()),
        ("count", 2.into()),
        ("not_exact", 1.into()),
        ("parts", 1.into()),
        ("group", Value::Null),
        ("added", vec!["2020-5/1"; 2].into()),
    ] as [(&str, Value); 9]
    {
        assert_eq!(sum[name], expected, "{name}");
    }
    assert!(sum["caveat"].as_str().unwrap().starts_with("Caveat: "));
}

#[test]
fn a_sum_of_the_examples_is_that_of_its_rows() {
    let chosen = ["--where", "unit:元 noun:资金 state:achieved year:2023", EXAMPLES];
    let total: i64 = rows(&chosen).iter().map(|row| row["value"].as_i64().unwrap()).sum();
    let json = run(&[&["figures", "--sum", "--json"], &chosen[..]].concat()).out;
    let sums: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(sums.as_array().unwrap().len(), 1);
    assert_eq!(sums[0]["value"], total);
    assert_eq!(sums[0]["repeated"].as_array().unwrap().len(), 0);
}

/// The place in the file holds the figure as printed, whatever was healed between.
#[test]
fn places_lead_back_to_the_file() {
    let mut seen = 0;
    for row in rows(&[EXAMPLES]) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(EXAMPLES).join(row["path"].as_str().unwrap());
        let bytes = fs::read(path).unwrap();
        let decoded = decode::decode(&bytes).unwrap();
        let at = |name| row["at"][name].as_u64().unwrap() as usize;
        let printed: String = decoded.text.chars().skip(at("start")).take(at("end") - at("start")).collect();
        let ink = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(ink(&printed), ink(row["text"].as_str().unwrap()), "{row}");
        let line = decoded.text.chars().take(at("start")).filter(|&c| c == '\n').count() + 1;
        assert_eq!(at("line"), line, "{row}");
        seen += 1;
    }
    assert!(seen > 500, "the examples have figures");
}

#[test]
fn a_figure_that_a_page_break_parts_is_one() {
    let line = "石埠镇动员各村群众清理沟渠、整修道路、栽种苗木，全镇上下齐心协力，共组织志愿者38\n";
    let text = format!(
        "石埠简报\n2020年第5期\n石埠镇党政办　　2020年6月1日\n\n石埠修路\n\n{line}— 1 —\n0人参加，修路 3 公里。\n— 2 —\n"
    );
    let folder = Folder::new(&[("5.txt", &text)]);
    let found = rows(&[folder.path().to_str().unwrap()]);
    let row = &found[0];
    assert_eq!((row["text"].as_str(), row["value"].as_i64()), (Some("380人"), Some(380)), "{row}");
    let (start, end) =
        (row["at"]["start"].as_u64().unwrap() as usize, row["at"]["end"].as_u64().unwrap() as usize);
    let printed: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(printed, "38\n— 1 —\n0人");
}

#[test]
fn a_terminal_shows_the_figure_in_its_sentence() {
    let written =
        on_a_terminal(&["figures", EXAMPLES, "--where", "unit:元 value>1亿", "--group", "year"], &[]);
    let lines: Vec<&str> = written.lines().map(|line| line.trim_end_matches('\r')).collect();
    assert!(lines.iter().all(|line| text::width(line, Ambiguous::Narrow) <= 60), "{written}");
    assert!(lines.iter().any(|line| line.starts_with("2023 (")), "{written}");
    let rows = lines.iter().filter(|line| line.contains("亿元"));
    assert!(rows.count() > 10, "{written}");
}
