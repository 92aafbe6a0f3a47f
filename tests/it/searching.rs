//! The command `search` as a person or a script runs it.

use crate::commands::{on_a_terminal, run};
use crate::support::folder::Folder;

const ISSUE: &str = "石埠简报\n第5期\n石埠镇党政办　　2020年6月1日\n\n石埠修路\n\n石埠镇修路 3 公里。\n";

#[test]
fn words_are_found_with_address_and_context() {
    let folder = Folder::new(&[("a.txt", ISSUE)]);
    let path = folder.path().to_str().unwrap();
    let search = |arguments: &[&str]| run(&[&["search"], arguments, &[path]].concat());
    let whole = search(&["石埠", "--json"]);
    assert_eq!(whole.status, 0, "{}", whole.messages);
    assert!(whole.out.starts_with("[\n{\"path\":\"a.txt\",\"address\":\"2020-5"), "{}", whole.out);
    let count = whole.out.matches("\"at\"").count();
    assert_eq!(search(&["石埠", "--count"]).out, format!("2020-5: {count}\n"));
    assert_eq!(search(&["sb", "--count"]).out, format!("2020-5: {count}\n"));
    let around = search(&["石埠", "--context", "0"]).out;
    assert!(around.lines().all(|line| line.ends_with("石埠") || line.ends_with("石埠...")), "{around}");
    let nothing = search(&["石桥"]);
    assert_eq!((nothing.status, nothing.out.as_str()), (1, ""));
    assert!(nothing.messages.contains("nothing found"), "{}", nothing.messages);
    for (wrong, why) in [("year:去年", "character 6"), ("", "character 1"), ("/(/", "unclosed group")] {
        let refused = search(&[wrong]);
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{wrong}");
        assert!(refused.messages.contains(why), "{}", refused.messages);
    }
    let coloured = on_a_terminal(&["search", "石埠", path], &[]);
    assert!(
        coloured.contains("\u{1b}[1;31m石埠\u{1b}[0m") && coloured.contains("\u{1b}[36m2020-5"),
        "{coloured}"
    );
}
