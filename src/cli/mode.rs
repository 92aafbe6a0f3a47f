//! How ambiguous characters are laid out, and who said so; whether the chrome is ASCII.

use super::args::MODES;
use crate::message::{Lang, Msg};
use crate::text::Ambiguous;

/// The variable of the environment that names a mode.
pub(super) const VARIABLE: &str = "JIANBAO_AMBIGUOUS";

/// The variables that tell the character set (POSIX.1-2024, 8.2), in the order in which they decide.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

/// Who says how ambiguous characters are laid out; who comes first outweighs the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// `--ambiguous`.
    Argument,
    /// The environment.
    Environment,
    /// The person, when the browser ran on this terminal before.
    Kept,
    /// The configuration file.
    Configuration,
    /// Nobody: the terminal is asked.
    Nobody,
}

/// What all of them say.
#[derive(Debug, Default)]
pub(super) struct Sayings {
    pub(super) argument: Option<String>,
    pub(super) environment: Option<String>,
    pub(super) kept: Option<Ambiguous>,
    pub(super) configuration: Option<Ambiguous>,
}

/// The mode and who chose it; `None`: the terminal is asked, which `auto` means. The error is the
/// message about a value of the environment that is no mode.
pub(super) fn choose(sayings: Sayings, lang: Lang) -> Result<(Option<Ambiguous>, By), String> {
    if let Some(name) = sayings.argument {
        return Ok((Ambiguous::from_name(&name), By::Argument));
    }
    match sayings.environment.as_deref() {
        None | Some("") => {}
        Some(name) if MODES.contains(&name) => {
            return Ok((Ambiguous::from_name(name), By::Environment));
        }
        Some(other) => return Err(Msg::UnknownMode.fill(lang, &[other, &MODES.join(" ")])),
    }
    Ok(match (sayings.kept, sayings.configuration) {
        (Some(mode), _) => (Some(mode), By::Kept),
        (None, Some(mode)) => (Some(mode), By::Configuration),
        (None, None) => (None, By::Nobody),
    })
}

/// Whether the terminal is one that shows ASCII only for sure: the console of Linux, whose font has
/// few signs, and a terminal of a person whose locale is not in UTF-8.
pub(super) fn is_ascii(variable: impl Fn(&str) -> Option<String>) -> bool {
    !is_utf8(&locale(&variable)) || variable("TERM").as_deref() == Some("linux")
}

/// Whether a locale of this name is in UTF-8.
pub(super) fn is_utf8(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

/// The name of the locale that tells the character set; `C` where there is none.
pub(super) fn locale(variable: impl Fn(&str) -> Option<String>) -> String {
    let mut names = LOCALE.iter().filter_map(|name| variable(name));
    names.find(|name| !name.is_empty()).unwrap_or_else(|| "C".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables<'a>(set: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| set.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned())
    }

    /// What is said by the argument, the environment, the state and the configuration; what is chosen.
    fn check(said: [&str; 4], expected: Result<(Option<Ambiguous>, By), ()>) {
        let [argument, environment, kept, configuration] = said;
        let written = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let sayings = Sayings {
            argument: written(argument),
            environment: written(environment),
            kept: Ambiguous::from_name(kept),
            configuration: Ambiguous::from_name(configuration),
        };
        assert_eq!(choose(sayings, Lang::En).map_err(drop), expected, "{said:?}");
    }

    #[test]
    fn the_nearest_word_counts() {
        check(["wide", "narrow", "both", "subst"], Ok((Some(Ambiguous::Wide), By::Argument)));
        check(["auto", "narrow", "both", "subst"], Ok((None, By::Argument)));
        check(["", "narrow", "both", "subst"], Ok((Some(Ambiguous::Narrow), By::Environment)));
        check(["", "auto", "both", "subst"], Ok((None, By::Environment)));
        check(["", "", "both", "subst"], Ok((Some(Ambiguous::Both), By::Kept)));
        check(["", "", "", "subst"], Ok((Some(Ambiguous::Subst), By::Configuration)));
        check(["", "", "", ""], Ok((None, By::Nobody)));
        check(["", "broad", "", ""], Err(()));
    }

    #[test]
    fn a_wrong_value_is_told_with_the_right_ones() {
        let sayings = Sayings { environment: Some("broad".to_owned()), ..Sayings::default() };
        let message = choose(sayings, Lang::En).unwrap_err();
        assert!(message.contains("JIANBAO_AMBIGUOUS") && message.contains("broad"), "{message}");
        assert!(MODES.iter().all(|mode| message.contains(mode)), "{message}");
    }

    fn check_ascii(set: &[(&str, &str)], expected: bool) {
        assert_eq!(is_ascii(variables(set)), expected, "{set:?}");
    }

    #[test]
    fn a_terminal_that_may_show_ascii_only_gets_ascii() {
        check_ascii(&[("LANG", "zh_CN.UTF-8")], false);
        check_ascii(&[("LANG", "C.utf8")], false);
        check_ascii(&[("LANG", "zh_CN.UTF-8"), ("TERM", "xterm")], false);
        check_ascii(&[("LANG", "zh_CN.UTF-8"), ("TERM", "linux")], true);
        check_ascii(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], true);
        check_ascii(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "")], false);
        check_ascii(&[("LC_CTYPE", "UTF-8"), ("LANG", "C")], false);
        check_ascii(&[("LANG", "zh_CN.GB18030")], true);
        check_ascii(&[], true);
    }
}
