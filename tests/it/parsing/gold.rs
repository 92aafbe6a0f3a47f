//! The bulletins whose structure was written down by hand, where they lie beside the crate.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use jianbao::bulletin::Bulletin;
use jianbao::parse::bulletins;
use serde_json::Value;

use super::outline::outline;
use super::unparsed;

/// The codes that the files beside the crate speak about.
const CODES: &[&str] = &[
    "missing-article",
    "unlisted-article",
    "skipped-ordinal",
    "repeated-ordinal",
    "no-number",
    "no-date",
    "dropped-text",
];

#[test]
fn the_gold_is_read_as_it_was_written_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !root.join("gold").exists() {
        return;
    }
    let mut pairs = vec![(root.join("seed/ningbo-2022-12.txt"), root.join("gold/seed.json"))];
    for entry in fs::read_dir(root.join("gold/bulletins")).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let json = path.with_extension("json");
            pairs.push((path, json));
        }
    }
    assert!(pairs.len() > 10, "the gold was found");
    for (text, json) in pairs {
        let printed = fs::read_to_string(&text).unwrap();
        unparsed::check(&printed);
        let found = bulletins(&printed);
        let gold: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
        check(&found, &gold, &text);
    }
}

fn check(found: &[Bulletin], gold: &Value, path: &Path) {
    let gold = gold.as_array().unwrap();
    let outlines: String = gold.iter().map(gold_outline).collect();
    let own: String = outline(found)
        .lines()
        .filter(|line| !line.starts_with('!'))
        .fold(String::new(), |all, line| all + line + "\n");
    assert_eq!(closed(&own), closed(&outlines), "{}", path.display());
    for (found, gold) in found.iter().zip(gold) {
        let own: Vec<(String, u64)> = found
            .problems
            .iter()
            .map(|problem| (problem.code.name().to_owned(), u64::from(problem.line)))
            .filter(|(code, _)| CODES.contains(&code.as_str()))
            .collect();
        let problems = gold["problems"].as_array().unwrap().iter();
        let theirs: Vec<(String, u64)> =
            problems.map(|problem| (string(&problem["code"]), problem["line"].as_u64().unwrap())).collect();
        assert_eq!(own, theirs, "{}", path.display());
    }
}

/// Without the blanks inside the lines: blanks of the file do not count.
fn closed(text: &str) -> Vec<String> {
    let close = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect();
    text.lines().map(close).collect()
}

/// The outline of a bulletin as the gold has it.
fn gold_outline(gold: &Value) -> String {
    let mut out = String::new();
    let head = &gold["masthead"];
    write!(out, "《{}》", string(&head["title"])).unwrap();
    if let Some(year) = head["year"].as_u64() {
        write!(out, "{year}").unwrap();
    }
    if let Some(number) = head["number"].as_u64() {
        let end = head["number_end"].as_u64().map(|end| format!("-{end}"));
        write!(out, "第{number}{}期", end.unwrap_or_default()).unwrap();
    }
    if let Some(total) = head["total"].as_u64() {
        write!(out, "总{total}").unwrap();
    }
    let marks: Vec<String> = strings(&head["marks"]).iter().map(|mark| format!("[{mark}]")).collect();
    for part in [string(&head["issuer"]), string(&head["date"]), marks.join(" ")] {
        if !part.is_empty() {
            write!(out, "|{part}").unwrap();
        }
    }
    out.push('\n');
    let contents = strings(&gold["contents"]);
    if !contents.is_empty() {
        writeln!(out, "目录{}", contents.join("/")).unwrap();
    }
    for article in list(&gold["articles"]) {
        gold_article(article, &mut out);
    }
    for it in list(&gold["distribution"]) {
        let kind = match it["kind"].as_str().unwrap() {
            "report" => "报",
            "send" => "送",
            "issue" => "发",
            _ => "抄",
        };
        writeln!(out, "{kind}{}", strings(&it["recipients"]).join("/")).unwrap();
    }
    let imprint = &gold["imprint"];
    if imprint.is_object() {
        let copies = imprint["copies"].as_u64().map(|copies| format!("{copies}份"));
        let parts = [string(&imprint["issuer"]), string(&imprint["date"]), copies.unwrap_or_default()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(out, "印{}", parts.join("|")).unwrap();
    }
    out
}

fn gold_article(article: &Value, out: &mut String) {
    write!(out, "#{}", string(&article["title"])).unwrap();
    if article["column"].is_string() {
        write!(out, "【{}】", string(&article["column"])).unwrap();
    }
    if article["byline"].is_string() {
        write!(out, "（{}）", string(&article["byline"])).unwrap();
    }
    out.push('\n');
    for paragraph in list(&article["lead"]) {
        writeln!(out, "P{}", string(&paragraph["text"])).unwrap();
        gold_measures(&paragraph["measures"], out);
    }
    for section in list(&article["sections"]) {
        gold_section(section, out);
    }
}

fn gold_section(section: &Value, out: &mut String) {
    let (marker, heading) = (string(&section["marker"]), string(&section["heading"]));
    writeln!(out, "{}{marker}{heading}", section["level"]).unwrap();
    for paragraph in list(&section["paragraphs"]) {
        writeln!(out, "P{}", string(&paragraph["text"])).unwrap();
    }
    gold_measures(&section["measures"], out);
    for below in list(&section["sections"]) {
        gold_section(below, out);
    }
}

fn gold_measures(measures: &Value, out: &mut String) {
    for measure in list(measures) {
        let headline = measure["headline"].as_str().map(|headline| format!("{headline}｜"));
        let (marker, text) = (string(&measure["marker"]), string(&measure["text"]));
        writeln!(out, "{marker}{}{text}", headline.unwrap_or_default()).unwrap();
    }
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn strings(value: &Value) -> Vec<String> {
    list(value).iter().map(string).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
