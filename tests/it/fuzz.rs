//! The bodies of the fuzz targets, on bytes and texts that proptest makes.

#[path = "../fuzz/must_hold.rs"]
#[expect(unreachable_pub, reason = "the fuzz targets take it as a library")]
mod must_hold;

use proptest::prelude::*;

/// Texts of what lists, sums and numbers are made of.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(
            &[
                "其中",
                "万元",
                "亩",
                "公顷",
                "人",
                "户",
                "斤",
                "公斤",
                "、",
                "，",
                "。",
                "；",
                "和",
                "（",
                "）",
                "“",
                "”",
                "\n",
                "一是",
                "一、",
                "本期目录：",
                "第3期",
                "2022年3月4日",
                "报：",
                "共 ",
                "①",
                "——",
                "……",
            ][..]
        )
        .prop_map(str::to_owned),
        "[0-9]{1,5}(\\.[0-9]{1,3})?",
        "\\PC",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A list of parts behind its total.
fn lists() -> impl Strategy<Value = String> {
    let part = (
        prop::sample::select(&["甲", "老人", "（乙）", ""][..]),
        1_u32..900,
        prop::sample::select(&["人", "万元", "户", "0亩", ".5吨"][..]),
    );
    let parts =
        prop::collection::vec(part.prop_map(|(name, value, unit)| format!("{name}{value}{unit}")), 1..5);
    (1_u32..2000, parts, prop::sample::select(&["人", "万元", "亩", "吨"][..]))
        .prop_map(|(total, parts, unit)| format!("共{total}{unit}，其中{}。", parts.join("、")))
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        must_hold::parse(&bytes);
        must_hold::decode(&bytes);
        must_hold::wrap(&bytes);
        must_hold::figures(&bytes);
    }

    #[test]
    fn any_text(text in texts(), width in any::<u8>(), mode in any::<u8>()) {
        must_hold::parse(text.as_bytes());
        must_hold::decode(text.as_bytes());
        must_hold::figures(text.as_bytes());
        must_hold::wrap(&[&[width, mode], text.as_bytes()].concat());
    }

    #[test]
    fn any_list(list in lists()) {
        must_hold::figures(list.as_bytes());
    }
}
