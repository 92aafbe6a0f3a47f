//! Which way text goes to the clipboard of the person, who may sit far away.

/// A way to a clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// `tmux load-buffer -w -`: tmux tells the terminal around it. An OSC 52 of a program inside is
    /// dropped as tmux is set up by default.
    Tmux,
    /// OSC 52 (xterm's control sequences), which the terminal of the person carries out.
    Osc52,
    /// `wl-copy`, on a Wayland desktop.
    Wayland,
    /// `xclip` or `xsel`, on an X11 desktop.
    X11,
}

impl Route {
    /// The way that the environment suggests. A desktop's clipboard is that of the machine where
    /// the program runs, so over SSH it is the wrong one.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        if is_set("TMUX") {
            Self::Tmux
        } else if is_set("SSH_CONNECTION") || is_set("SSH_TTY") {
            Self::Osc52
        } else if is_set("WAYLAND_DISPLAY") {
            Self::Wayland
        } else if is_set("DISPLAY") {
            Self::X11
        } else {
            Self::Osc52
        }
    }

    /// How it is called, as one would look it up.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tmux => "tmux load-buffer -w -",
            Self::Osc52 => "OSC 52",
            Self::Wayland => "wl-copy",
            Self::X11 => "xclip, xsel",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(set: &[&str], expected: Route) {
        let variable = |name: &str| set.contains(&name).then(|| "1".to_owned());
        assert_eq!(Route::of(variable), expected, "{set:?}");
    }

    #[test]
    fn the_clipboard_is_the_persons() {
        check(&[], Route::Osc52);
        check(&["DISPLAY"], Route::X11);
        check(&["DISPLAY", "WAYLAND_DISPLAY"], Route::Wayland);
        check(&["DISPLAY", "SSH_CONNECTION"], Route::Osc52);
        check(&["SSH_TTY"], Route::Osc52);
        check(&["TMUX", "SSH_TTY", "DISPLAY"], Route::Tmux);
    }
}
