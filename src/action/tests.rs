use super::*;

fn check(written: &str, expected: Meaning) {
    let keys: Vec<Key> = written.split(' ').map(|key| Key::parse(key).unwrap().half_width()).collect();
    assert_eq!(meaning(&keys), expected, "{written}");
}

#[test]
fn keys_mean_actions() {
    check("j", Meaning::Action(Action::Down, false));
    check("Ctrl-d", Meaning::Action(Action::HalfPageDown, false));
    check("z", Meaning::Action(Action::Zoom, true));
    check("z a", Meaning::Action(Action::Fold, false));
    check("z x", Meaning::Nothing);
    check("Shift-Tab", Meaning::Action(Action::PreviousPane, false));
    check("F1", Meaning::Action(Action::Help, false));
    check("Alt-j", Meaning::Nothing);
}

#[test]
fn full_width_keys_do_the_same() {
    check("ｊ", Meaning::Action(Action::Down, false));
    check("Ｇ", Meaning::Action(Action::Bottom, false));
    check("？", Meaning::Action(Action::Help, false));
    check("：", Meaning::Action(Action::GoTo, false));
    check("／", Meaning::Action(Action::Search, false));
    check("、", Meaning::Action(Action::Search, false));
    check("＼", Meaning::Action(Action::Find, false));
    check("】", Meaning::Action(Action::NextArticle, false));
    check("！", Meaning::Action(Action::Problems, false));
    check("ｚ ａ", Meaning::Action(Action::Fold, false));
}

#[test]
fn the_table_holds_together() {
    let mut written: Vec<&str> = ACTIONS.iter().flat_map(|row| row.keys).copied().collect();
    let count = written.len();
    written.sort_unstable();
    written.dedup();
    assert_eq!(written.len(), count, "no key is bound twice");
    for row in ACTIONS {
        assert!(!row.keys.is_empty(), "{} has a key", row.name);
        for keys in row.keys {
            for key in keys.split(' ') {
                let parsed = Key::parse(key).unwrap_or_else(|| panic!("{key} of {} is no key", row.name));
                assert_eq!(parsed.to_string(), key);
            }
        }
    }
}
