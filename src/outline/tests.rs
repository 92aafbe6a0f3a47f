use super::*;
use crate::parse;

const TEXT: &str = "渡口简报\n2022年第3期\n\n柳湾修渡口\n\n柳湾县投入 36 万元。\n\n一、抓进度。一是早开工。开工 3 处。二是早完工。\n\n二、抓质量\n\n（一）查材料。抽检 9 批。\n";

fn bulletin() -> Bulletin {
    parse::bulletins(TEXT).remove(0)
}

/// Checks the visible rows, written as place, `-` folded or `+` open, measures, figures.
fn check(folded: &[&[u32]], expected: &[&str]) {
    let folds: Folds = folded.iter().map(|steps| Place(steps.to_vec())).collect();
    let rows = Tree::new(&bulletin()).visible(&folds);
    let shown = rows.iter().map(|row| {
        let steps: Vec<String> = row.place.0.iter().map(ToString::to_string).collect();
        let sign = match (row.parent, row.folded) {
            (false, _) => "",
            (true, false) => "+",
            (true, true) => "-",
        };
        format!("{}{sign} {}m {}f", steps.join("/"), row.measures, row.figures)
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}

#[test]
fn rows_stand_in_reading_order_with_counts() {
    let all =
        ["+ 2m 3f", "1+ 2m 3f", "1/1+ 2m 1f", "1/1/1 0m 1f", "1/1/2 0m 0f", "1/2+ 0m 1f", "1/2/1 0m 1f"];
    check(&[], &all);
}

#[test]
fn a_fold_hides_what_hangs_below_it() {
    check(&[&[1, 1]], &["+ 2m 3f", "1+ 2m 3f", "1/1- 2m 1f", "1/2+ 0m 1f", "1/2/1 0m 1f"]);
    check(&[&[1], &[1, 1]], &["+ 2m 3f", "1- 2m 3f"]);
    check(&[&[]], &["- 2m 3f"]);
}

#[test]
fn a_hidden_part_is_found_at_the_row_that_hides_it() {
    let folds = Folds::from([Place(vec![1, 1])]);
    let rows = Tree::new(&bulletin()).visible(&folds);
    let found = |steps: &[u32]| rows[Tree::find(&rows, &Place(steps.to_vec()))].place.0.clone();
    assert_eq!(found(&[1, 1, 2]), [1, 1]);
    assert_eq!(found(&[1, 2, 1]), [1, 2, 1]);
    assert_eq!(found(&[1, 0, 1]), [1]);
    assert_eq!(found(&[7]), [0; 0]);
}
