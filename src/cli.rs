//! The command line: arguments, commands, exit statuses.

mod args;
mod between;
mod browse;
mod commands;
mod demo;
mod doctor;
mod figures;
mod help;
mod lang;
mod load;
mod manual;
mod mode;
mod output;
mod search;
mod usage;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use args::Arguments;
use clap::error::ErrorKind;
use load::Reading;
use mode::{By, Sayings};

use crate::message::{Lang, Msg};
use crate::settings::state::{self, Kept};
use crate::settings::{self, Settings};
use crate::text::{self, Ambiguous};

/// How a command ended. A larger one outweighs a smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Everything was done.
    Done = 0,
    /// Problems were found, or nothing was found that was looked for.
    Found = 1,
    /// A bad command line, a path that cannot be read, or output that cannot be written.
    Wrong = 2,
}

/// How the program speaks and lays out.
struct Speech {
    lang: Lang,
    /// How ambiguous characters are laid out; `None`: as the terminal answers.
    ambiguous: Option<Ambiguous>,
    /// Who says so.
    by: By,
    /// Whether rules and markers are drawn in ASCII only.
    ascii: bool,
    /// Where a choice for this terminal is kept.
    kept: Option<Kept>,
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let written: Vec<OsString> = env::args_os().collect();
    let settings = settings::path().map_or_else(|| Ok(Settings::default()), |path| settings::read(&path));
    let configured = settings.as_ref().ok().and_then(|settings| settings.lang);
    let lang = lang::asked_for(&written)
        .or(configured)
        .unwrap_or_else(|| lang::of_system(|name| env::var(name).ok()));
    let status = match (args::parse(&written, lang), settings) {
        (Err(error), _) => refused(&error, lang) as u8,
        (_, Err(error)) => wrong(&error.message(lang)) as u8,
        (Ok(arguments), Ok(settings)) => run(arguments, &settings, lang),
    };
    ExitCode::from(status)
}

/// Prints the help or the version, or tells what is wrong with the command line.
fn refused(error: &clap::Error, lang: Lang) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print(lang, |out| write!(out, "{}", error.render()))
        }
        _ => {
            tell(&usage::message(error, lang));
            wrong(Msg::SeeHelp.text(lang))
        }
    }
}

fn run(arguments: Arguments, settings: &Settings, lang: Lang) -> u8 {
    let kept = state::path().map(|file| Kept { file, terminal: terminal_name() });
    let sayings = Sayings {
        argument: arguments.ambiguous,
        environment: env::var(mode::VARIABLE).ok(),
        kept: kept.as_ref().and_then(Kept::mode),
        configuration: settings.ambiguous,
    };
    let (ambiguous, by) = match mode::choose(sayings, lang) {
        Ok(chosen) => chosen,
        Err(message) => return wrong(&message) as u8,
    };
    let ascii = arguments.ascii || mode::is_ascii(|name| env::var(name).ok());
    let speech = Speech { lang, ambiguous, by, ascii, kept };
    let cache = !arguments.no_cache && settings.cache != Some(false);
    let reading = Reading { folders: settings.folders.clone(), cache };
    let Some(command) = arguments.command else {
        return browse::browse(arguments.paths, arguments.demo, &reading, speech);
    };
    if arguments.demo {
        return wrong(Msg::DemoAlone.text(lang)) as u8;
    }
    commands::run(command, &reading, &speech) as u8
}

/// What the terminal calls itself. A multiplexer is a terminal of its own.
fn terminal_name() -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    set("TERM_PROGRAM").or_else(|| set("TERM")).unwrap_or_default()
}

/// Writes to standard output.
fn print(lang: Lang, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> Status {
    match output::to_standard_output(write) {
        Ok(()) => Status::Done,
        Err(error) => not_written(Msg::StandardOutput.text(lang), &error, lang),
    }
}

fn not_written(place: &str, error: &io::Error, lang: Lang) -> Status {
    wrong(&Msg::NotWritten.fill(lang, &[place, &error.to_string()]))
}

/// Tells what is wrong; the status that goes with it.
fn wrong(message: &str) -> Status {
    tell(message);
    Status::Wrong
}

/// Tells the person something on standard error.
fn tell(message: &str) {
    // Where standard error is gone there is nobody to tell.
    let _ = writeln!(io::stderr(), "jianbao: {}", text::clean(message));
}
