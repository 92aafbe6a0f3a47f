//! The figures of whole sentences: what is found, with value, unit, bound, state and noun.

mod decoys;
mod forms;
mod gold;
mod people;
mod rates;
mod works;

use jianbao::figure::{Figure, figures};

/// A sentence, and its figures as `printed | value unit bound state noun`.
pub(crate) type Row = (&'static str, &'static [&'static str]);

fn check((sentence, expected): &Row) {
    let found: Vec<String> = figures(sentence).iter().map(|figure| show(sentence, figure)).collect();
    assert_eq!(found, *expected, "{sentence}");
}

/// `3—5万亩 | 30000-50000 亩 range growth-up 茶园`; `-` for no noun.
fn show(sentence: &str, figure: &Figure) -> String {
    let most = figure.value_max.map(|most| format!("-{most}"));
    let direction = figure.direction.map(|direction| format!("-{}", direction.name()));
    let noun = figure.noun.clone().map_or("-", |noun| &sentence[noun]);
    format!(
        "{} | {}{} {} {} {}{} {noun}",
        &sentence[figure.span.clone()],
        figure.value,
        most.unwrap_or_default(),
        figure.unit,
        figure.bound.name(),
        figure.state.name(),
        direction.unwrap_or_default(),
    )
}

#[test]
fn building_farming_and_the_economy() {
    works::ROWS.iter().for_each(check);
}

#[test]
fn people_services_and_offices() {
    people::ROWS.iter().for_each(check);
}

#[test]
fn rates_norms_and_growth() {
    rates::ROWS.iter().for_each(check);
}

#[test]
fn numbers_in_every_form() {
    forms::ROWS.iter().for_each(check);
}

#[test]
fn what_only_looks_like_a_figure() {
    for sentence in decoys::SENTENCES {
        check(&(sentence, &[]));
    }
}

/// Long runs are read in time to their length: with a quadratic step this test would not end.
#[test]
fn long_runs_end() {
    for unit in [
        "1",
        "一",
        "1.",
        "1,234",
        "一百",
        "3—",
        "每",
        "a-",
        "1元",
        "第1、",
        "百分之",
        "（",
        "“",
        "零",
        "、",
        "约",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let found = figures(&text);
        assert!(found.is_sorted_by_key(|figure| figure.span.start), "{unit}");
    }
}
