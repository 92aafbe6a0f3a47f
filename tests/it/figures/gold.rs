//! The annotated sentences, where they stand beside the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jianbao::figure::{Figure, figures};
use serde_json::Value;

/// What was found of what was annotated.
#[derive(Debug, Default)]
struct Score {
    annotated: u32,
    found: u32,
    false_finds: u32,
    value_and_unit: u32,
    state: u32,
    not_exact: u32,
    bound_of_not_exact: u32,
}

impl Score {
    fn f1(&self) -> f64 {
        ratio(2 * self.found, self.found + self.false_finds + self.annotated)
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    folder.is_dir().then_some(folder)
}

#[test]
fn the_annotated_sentences_are_found() {
    let Some(folder) = folder() else { return };
    let score = score(&folder.join("figures-sentences.jsonl"));
    assert!(score.f1() >= 0.99, "{score:?}");
    assert!(ratio(score.value_and_unit, score.annotated) >= 0.98, "{score:?}");
    assert!(ratio(score.bound_of_not_exact, score.not_exact) >= 0.95, "{score:?}");
    assert!(ratio(score.state, score.found) >= 0.97, "{score:?}");
}

fn score(path: &Path) -> Score {
    let mut texts: BTreeMap<String, (String, Vec<Value>)> = BTreeMap::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let entry = texts.entry(row["id"].to_string()).or_default();
        match row["text"].as_str() {
            Some(text) => text.clone_into(&mut entry.0),
            None => entry.1.push(row),
        }
    }
    let mut score = Score::default();
    for (text, rows) in texts.values() {
        add(&mut score, text, rows);
    }
    score
}

fn add(score: &mut Score, text: &str, rows: &[Value]) {
    let found = figures(text);
    let (wanted, others): (Vec<&Value>, Vec<&Value>) = rows.iter().partition(|row| row["kind"] == "figure");
    score.annotated += wanted.len() as u32;
    for row in &wanted {
        let Some(figure) = found.iter().find(|figure| overlaps(text, figure, row)) else {
            continue;
        };
        score.found += 1;
        let value = figure.value.to_f64();
        let near = (value - row["value"].as_f64().unwrap()).abs() <= value.abs() * 1e-4;
        let same_unit = row["unit"] == *figure.unit || among(&row["unit_ok"], &figure.unit);
        score.value_and_unit += u32::from(near && same_unit);
        score.state += u32::from(among(&row["state_ok"], figure.state.name()));
        let bound = row["bound"] == figure.bound.name();
        score.not_exact += u32::from(row["bound"] != "exact");
        score.bound_of_not_exact += u32::from(row["bound"] != "exact" && bound);
    }
    let optional = others.iter().filter(|row| row["kind"] == "optional");
    let allowed: Vec<&&Value> = wanted.iter().chain(optional).collect();
    score.false_finds +=
        found.iter().filter(|figure| !allowed.iter().any(|row| overlaps(text, figure, row))).count() as u32;
}

fn among(list: &Value, name: &str) -> bool {
    list.as_array().is_some_and(|list| list.iter().any(|item| item == name))
}

/// Whether the figure's bytes share a character with the row's code points.
fn overlaps(text: &str, figure: &Figure, row: &Value) -> bool {
    let point = |byte: usize| text[..byte].chars().count() as u64;
    let (start, end) = (row["start"].as_u64().unwrap(), row["end"].as_u64().unwrap());
    point(figure.span.start) < end && start < point(figure.span.end)
}
