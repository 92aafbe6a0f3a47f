use super::*;

/// The lines, parted by `|`.
fn check(width: usize, text: &str, expected: &str) {
    let lines = wrap(text, &Wrap::new(width, Ambiguous::Narrow));
    let lines: Vec<&str> = lines.into_iter().map(|line| text.get(line).unwrap()).collect();
    assert_eq!(lines.join("|"), expected, "{width} columns");
}

#[test]
fn punctuation_keeps_its_side() {
    check(6, "甲乙丙，丁", "甲乙|丙，丁");
    check(6, "甲乙（丙丁", "甲乙|（丙丁");
    check(6, "甲乙 （ 丙", "甲乙|（ 丙");
    check(6, "甲乙丙 ，丁", "甲乙|丙 ，|丁");
}
