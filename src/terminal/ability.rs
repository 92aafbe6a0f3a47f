//! What terminals are known to be able to do, told by their names.

/// Names that begin like these belong to terminals that know synchronised output (private mode
/// 2026). No terminal is asked: the answer (DECRQM) would come among the keys.
const SYNCHRONISED: &[&str] =
    &["alacritty", "contour", "foot", "mintty", "rio", "wezterm", "xterm-ghostty", "xterm-kitty"];

/// Whether the terminal of this name (`TERM`) surely knows synchronised output. A multiplexer has a
/// name of its own, so what stands around it does not count.
pub(super) fn is_synchronised(term: &str) -> bool {
    SYNCHRONISED.iter().any(|name| term.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terminals_that_are_known_count() {
        for (term, expected) in [
            ("xterm-kitty", true),
            ("foot-direct", true),
            ("xterm-256color", false),
            ("tmux-256color", false),
        ] {
            assert_eq!(is_synchronised(term), expected, "{term}");
        }
    }
}
