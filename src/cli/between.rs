//! What stands between the program and the terminal of the person, and answers in its place.

use std::fs;

/// The name of the multiplexer or the remote terminal, as its users know it; `None` where there is none.
pub(super) fn name(variable: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    if is_set("TMUX") {
        Some("tmux")
    } else if is_set("STY") {
        Some("GNU screen")
    } else {
        is_under("mosh-server").then_some("mosh")
    }
}

/// Whether the program runs below another one of this name, as far as the system tells (`proc(5)`).
fn is_under(name: &str) -> bool {
    let mut process = "self".to_owned();
    // No family is deeper.
    for _ in 0..64 {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        match (field("Name:"), field("PPid:")) {
            (Some(found), _) if found == name => return true,
            (Some(_), Some(parent)) => parent.clone_into(&mut process),
            _ => return false,
        }
    }
    false
}
