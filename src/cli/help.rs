//! The help of every command and argument, from the message table.

use clap::{Arg, Command};

use crate::message::{Lang, Msg};

/// The commands: what each is about, how it is used. The program itself is the last.
const COMMANDS: &[(&str, Msg, Msg)] = &[
    ("list", Msg::AboutList, Msg::UsageList),
    ("outline", Msg::AboutOutline, Msg::UsageOutline),
    ("show", Msg::AboutShow, Msg::UsageShow),
    ("search", Msg::AboutSearch, Msg::UsageSearch),
    ("figures", Msg::AboutFigures, Msg::UsageFigures),
    ("check", Msg::AboutCheck, Msg::UsageCheck),
    ("export", Msg::AboutExport, Msg::UsageExport),
    ("doctor", Msg::AboutDoctor, Msg::UsageDoctor),
    ("completions", Msg::AboutCompletions, Msg::UsageCompletions),
    ("manual", Msg::AboutManual, Msg::UsageManual),
    ("jianbao", Msg::AboutProgram, Msg::UsageProgram),
];

/// The arguments: what each does, what its value is called.
const ARGUMENTS: &[(&str, Msg, Option<Msg>)] = &[
    ("paths", Msg::ArgPaths, Some(Msg::ValuePath)),
    ("demo", Msg::ArgDemo, None),
    ("json", Msg::ArgJson, None),
    ("csv", Msg::ArgCsv, None),
    ("explain", Msg::ArgExplain, Some(Msg::ValueCode)),
    ("query", Msg::ArgQuery, Some(Msg::ValueQuery)),
    ("context", Msg::ArgContext, Some(Msg::ValueCount)),
    ("count", Msg::ArgCount, None),
    ("filter", Msg::ArgWhere, Some(Msg::ValueExpression)),
    ("sort", Msg::ArgSort, Some(Msg::ValueSortKey)),
    ("group", Msg::ArgGroup, Some(Msg::ValueGroupKey)),
    ("sum", Msg::ArgSum, None),
    ("chart", Msg::ArgChart, Some(Msg::ValueKind)),
    ("picture", Msg::ArgPicture, Some(Msg::ValueFile)),
    ("excel", Msg::ArgExcel, None),
    ("address", Msg::ArgAddress, Some(Msg::ValueAddress)),
    ("width", Msg::ArgWidth, Some(Msg::ValueColumns)),
    ("format", Msg::ArgFormat, Some(Msg::ValueFormat)),
    ("output", Msg::ArgOutput, Some(Msg::ValueFile)),
    ("shell", Msg::ArgShell, Some(Msg::ValueShell)),
    ("lang", Msg::ArgLang, Some(Msg::ValueLang)),
    ("ambiguous", Msg::ArgAmbiguous, Some(Msg::ValueMode)),
    ("ascii", Msg::ArgAscii, None),
    ("no_cache", Msg::ArgNoCache, None),
    ("help", Msg::ArgHelp, None),
    ("version", Msg::ArgVersion, None),
];

/// Fills a command, and those below it, with help in a language.
pub(super) fn fill(command: Command, lang: Lang) -> Command {
    let notes = match command.get_name() {
        "jianbao" => Msg::AfterHelp.text(lang),
        "search" => Msg::AfterSearch.text(lang),
        "figures" => Msg::AfterFigures.text(lang),
        _ => "",
    };
    let mut command = command
        .help_template(Msg::HelpTemplate.text(lang))
        .subcommand_help_heading(Msg::HeadCommands.text(lang))
        .after_help(notes)
        .mut_args(|argument| explained(argument, lang))
        .mut_subcommands(|command| fill(command, lang));
    if let Some(&(_, about, usage)) = COMMANDS.iter().find(|(name, ..)| *name == command.get_name()) {
        command = command.about(about.text(lang)).override_usage(usage.text(lang));
    }
    command
}

fn explained(argument: Arg, lang: Lang) -> Arg {
    let Some((_, help, value)) = ARGUMENTS.iter().find(|(id, ..)| argument.get_id() == *id) else {
        return argument;
    };
    let heading = if argument.is_positional() { Msg::HeadArguments } else { Msg::HeadOptions };
    let argument = argument.help(help.text(lang)).help_heading(heading.text(lang));
    match value {
        // The help names the values in the person's language.
        Some(value) => argument.value_name(value.text(lang)).hide_possible_values(true),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args;
    use crate::text::{self, Ambiguous};

    fn commands(lang: Lang) -> Vec<Command> {
        let program = args::command(lang);
        let mut commands: Vec<Command> = program.get_subcommands().cloned().collect();
        commands.push(program);
        commands
    }

    #[test]
    fn everything_has_help_from_the_table() {
        for (lang, is_own) in [(Lang::Zh, true), (Lang::En, false)] {
            for command in commands(lang) {
                let about = command.get_about().unwrap().to_string();
                assert_eq!(about.contains(|c| c > '\u{2e80}'), is_own, "{about}");
                for argument in command.get_arguments() {
                    let id = argument.get_id().as_str();
                    assert!(ARGUMENTS.iter().any(|(other, ..)| *other == id), "{id} is in the table");
                    assert!(argument.get_help_heading().is_some(), "{id} stands under a heading");
                }
            }
        }
    }

    #[test]
    fn the_help_fits_a_screen() {
        for lang in [Lang::Zh, Lang::En] {
            for mut command in commands(lang) {
                for line in command.render_help().to_string().lines() {
                    assert!(text::width(line, Ambiguous::Wide) <= 80, "{line}");
                }
            }
        }
    }
}
