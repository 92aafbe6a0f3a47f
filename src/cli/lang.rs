//! The language of the messages: asked for, configured, or that of the system.

use std::ffi::{OsStr, OsString};

use crate::message::Lang;

/// The variables of POSIX.1-2024, 8.2, in the order in which they decide.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that `--lang` asks for, before the command line is read as a whole: the errors of
/// reading it are told in that language.
pub(super) fn asked_for(arguments: &[OsString]) -> Option<Lang> {
    let before_paths = arguments.iter().map(OsString::as_os_str).take_while(|argument| *argument != "--");
    let mut asked = None;
    let mut is_value = false;
    for argument in before_paths.filter_map(OsStr::to_str) {
        match argument.strip_prefix("--lang=") {
            Some(value) => asked = of_value(value),
            None if is_value => asked = of_value(argument),
            None => {}
        }
        is_value = argument == "--lang";
    }
    asked
}

/// The language of the system; `variable` gives the values of the environment. The first variable
/// that is set and not empty decides.
pub(super) fn of_system(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let locale = VARIABLES.iter().filter_map(|name| variable(name)).find(|value| !value.is_empty());
    locale.and_then(|locale| Lang::of_locale(&locale)).unwrap_or_default()
}

fn of_value(value: &str) -> Option<Lang> {
    match value {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_asked(written: &str, expected: Option<Lang>) {
        let arguments: Vec<OsString> = written.split(' ').map(OsString::from).collect();
        assert_eq!(asked_for(&arguments), expected, "{written}");
    }

    fn check_system(variables: &[(&str, &str)], expected: Lang) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(of_system(variable), expected, "{variables:?}");
    }

    #[test]
    fn the_command_line_asks_for_a_language() {
        check_asked("jianbao list", None);
        check_asked("jianbao --lang zh list", Some(Lang::Zh));
        check_asked("jianbao list --lang=en .", Some(Lang::En));
        check_asked("jianbao list -- --lang=en", None);
        check_asked("jianbao --lang", None);
        check_asked("jianbao --lang fr", None);
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        check_system(&[], Lang::En);
        check_system(&[("LANG", "zh_CN.UTF-8")], Lang::Zh);
        check_system(&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")], Lang::En);
        check_system(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], Lang::En);
        check_system(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "")], Lang::Zh);
        check_system(&[("LC_ALL", "zh_TW.Big5"), ("LANG", "C")], Lang::Zh);
    }
}
