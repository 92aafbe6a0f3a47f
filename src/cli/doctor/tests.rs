use super::*;

/// What is told in English with these variables set.
fn told(set: &[(&str, &str)]) -> String {
    let variable = |name: &str| {
        let found = set.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let mut out = Vec::new();
    write(&surroundings(variable, Lang::En), Lang::En, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn check(set: &[(&str, &str)], expected: &str) {
    let told = told(set);
    assert!(told.contains(expected), "{expected:?} is not in\n{told}");
}

#[test]
fn the_surroundings_are_told() {
    let usual = [("TERM", "xterm-256color"), ("LANG", "zh_CN.UTF-8")];
    check(&usual, "TERM=xterm-256color\n");
    check(&usual, "256\n");
    check(&usual, "zh_CN.UTF-8\n");
    check(&[("TERM", "tmux"), ("TMUX", "/tmp/x,1,0")], "tmux; ");
    check(&[("TERM", "screen"), ("STY", "1.x")], "GNU screen; ");
    check(&[("TERM", "dumb")], "no colours, no bold");
    check(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], "C (not UTF-8");
    check(&[("TERM", "x\u{1b}[31m")], "TERM=x␛[31m");
}

fn check_layout(answer: Option<&Answer>, chosen: (Option<Ambiguous>, By), expected: [&str; 2]) {
    let (ambiguous, by) = chosen;
    let speech = Speech { lang: Lang::En, ambiguous, by, ascii: false, kept: None };
    let lines = layout(answer, &speech);
    let value = |label| lines.iter().find(|(other, _)| *other == label).unwrap().1.as_str();
    assert_eq!([value(Msg::DoctorAnswer), value(Msg::DoctorMode)], expected);
}

#[test]
fn what_was_answered_and_chosen_is_told() {
    let narrow = Answer { columns: vec![1; 4], identity: Some(vec![62, 22]) };
    let told = "1 1 1 1 columns (DA1: 62;22)";
    check_layout(Some(&narrow), (None, By::Nobody), [told, "narrow (the terminal's answer)"]);
    check_layout(Some(&narrow), (Some(Ambiguous::Wide), By::Kept), [told, "wide (chosen in the browser)"]);
    check_layout(
        Some(&Answer::default()),
        (None, By::Nobody),
        ["none within 1.5 s", "both (the terminal's answer)"],
    );
    check_layout(None, (None, By::Nobody), ["not asked: standard output is no terminal", "auto"]);
    let by = (Some(Ambiguous::Subst), By::Argument);
    check_layout(None, by, ["not asked: standard output is no terminal", "subst (--ambiguous)"]);
}
