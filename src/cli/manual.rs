//! The manual page, in the person's language, in roff (`groff_man(7)`).

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

use crate::message::{Lang, Msg};

/// One page for the program and all its commands.
pub(super) fn page(command: &Command, lang: Lang) -> String {
    let section = |roff: &mut Roff, head: Msg| {
        roff.control("SH", [head.text(lang)]);
    };
    let version = format!("jianbao {}", env!("CARGO_PKG_VERSION"));
    let mut roff = Roff::new();
    // A blank stands for the date: an empty argument would be left out, and the others move up.
    roff.control("TH", ["JIANBAO", "1", " ", &version, Msg::ManualTitle.text(lang)]);
    section(&mut roff, Msg::ManualName);
    roff.text([roman(format!("jianbao - {}", about(command)))]);
    section(&mut roff, Msg::ManualSynopsis);
    for usage in Msg::UsageProgram.text(lang).lines() {
        roff.text([bold(usage.trim())]).control("br", []);
    }
    section(&mut roff, Msg::ManualOptions);
    arguments(&mut roff, command, true);
    section(&mut roff, Msg::ManualCommands);
    for command in command.get_subcommands() {
        roff.control("SS", [usage(command).as_str()]);
        roff.text([roman(about(command))]);
        arguments(&mut roff, command, false);
    }
    section(&mut roff, Msg::ManualNotes);
    for line in Msg::AfterHelp.text(lang).lines() {
        roff.text([roman(line)]).control("br", []);
    }
    roff.render()
}

/// The arguments; those that every command has only where they are asked for.
fn arguments(roff: &mut Roff, command: &Command, global: bool) {
    for argument in command.get_arguments().filter(|argument| global || !argument.is_global_set()) {
        roff.control("TP", []);
        roff.text(written(argument));
        roff.text([roman(argument.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}

/// An argument as it is written: `-o, --output FILE`.
fn written(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let names: Vec<String> = [short, long].into_iter().flatten().collect();
    let mut parts = vec![bold(names.join(", "))];
    if argument.get_action().takes_values() {
        let values = argument.get_value_names().unwrap_or_default();
        let blank = if names.is_empty() { "" } else { " " };
        parts.push(roman(blank));
        parts.push(italic(values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")));
    }
    parts
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    usage.split_once("jianbao").map_or(usage.clone(), |(_, rest)| format!("jianbao{rest}"))
}
