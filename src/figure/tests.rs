use proptest::prelude::*;

use super::{Bound, Figure, State, figures};

/// The figures of `paragraph` as `printed=value unit`, one after the other.
fn check(paragraph: &str, expected: &str) {
    let found: Vec<String> = figures(paragraph).iter().map(|figure| brief(paragraph, figure)).collect();
    assert_eq!(found.join(" "), expected, "{paragraph}");
}

fn brief(paragraph: &str, figure: &Figure) -> String {
    let printed = paragraph.get(figure.span.clone()).unwrap();
    format!("{printed}={}{}", figure.value, figure.unit)
}

#[test]
fn blanks_and_breaks_inside_a_figure_are_read_through() {
    check("投入 1 260 万元", "1 260 万元=12600000元");
    check("引进82\n人", "82\n人=82人");
    check("126个人民调解室", "126个=126个");
    check("引进8\n2人", "8\n2人=82人");
    check("表中 12 34 两栏", "");
    check("入库粮食　５６　吨", "５６　吨=56吨");
}

#[test]
fn a_figure_knows_its_bound_and_state() {
    let found = figures("预计带动农户近80户");
    assert_eq!((found[0].bound, found[0].state), (Bound::Less, State::Planned));
}

#[test]
fn names_are_those_of_the_contract() {
    assert_eq!(Bound::Range.name(), "range");
    assert_eq!(State::Cumulative.name(), "cumulative");
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,4}",
        "[一二三四五六七八九十百千万亿半余多来几数两]{1,3}",
        "[人元户家个%年月日，。、：；（）“”《》\n 　]",
        "(增长|提高到|近|超过|分之|成|折|翻番|第|每|达|累计|预计|平方米|万元|至|—|—|\\.|,|:)",
        "\\PC",
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_ascend_and_lie_on_characters(paragraph in pieces()) {
        let mut end = 0;
        for figure in figures(&paragraph) {
            prop_assert!(figure.span.start >= end && figure.span.start < figure.span.end);
            prop_assert!(paragraph.get(figure.span.clone()).is_some());
            end = figure.span.end;
            if let Some(noun) = figure.noun {
                prop_assert!(paragraph.get(noun).is_some_and(|noun| !noun.is_empty()));
            }
            if let Some(most) = figure.value_max {
                prop_assert!(figure.value < most);
            }
            prop_assert_eq!(figure.direction.is_some(), figure.state == State::Growth);
        }
    }

    #[test]
    fn full_width_digits_are_digits(number in 1_u32..1_000_000) {
        let narrow = format!("投资{number}元");
        let wide: String = number.to_string().chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect();
        let wide = format!("投资{wide}元");
        prop_assert_eq!(figures(&narrow)[0].value, figures(&wide)[0].value);
    }
}
