//! Runs the commands.

use std::collections::BTreeSet;
use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::args::{self, Command};
use super::load::{self, Loaded, Reading};
use super::{Speech, Status, doctor, figures, manual, not_written, output, print, search, tell, wrong};
use crate::bulletin::{Code, Place};
use crate::chart::Kind;
use crate::library::Library;
use crate::message::{Lang, Msg};
use crate::report::{self, Finding, Form, Format, Look, Part};
use crate::terminal;

/// The columns of a terminal that does not tell them.
pub(super) const USUAL: u16 = 80;

/// Runs a command.
pub(super) fn run(command: Command, reading: &Reading, speech: &Speech) -> Status {
    let lang = speech.lang;
    let look = look(speech);
    let load = |paths| load::load(paths, reading, lang);
    match command {
        Command::List(rows) => {
            let form = rows.form();
            let (loaded, summaries) = load::summaries(rows.paths, reading, lang);
            with_library(loaded, |library| {
                print(lang, |out| report::list(library, &summaries, form, look, out))
            })
        }
        Command::Outline { rows, address } => {
            let form = rows.form();
            with_library(load(rows.paths), |library| {
                with_parts(library, address.as_deref(), lang, |parts| {
                    print(lang, |out| report::outline(library, parts, form, look, out))
                })
            })
        }
        Command::Show { paths, address, width } => with_library(load(paths), |library| {
            with_parts(library, address.as_deref(), lang, |parts| {
                print(lang, |out| report::show(library, parts, width, look, out))
            })
        }),
        Command::Search { query, rows, context, count } => {
            let wanted = search::Wanted { around: context, count, form: rows.form(), look };
            search::with_query(&query, lang, |query| search::search(rows.paths, reading, &query, wanted))
        }
        Command::Figures { rows, wanted } => {
            let form = rows.form();
            figures::with_filter(&wanted, lang, |filter| {
                let kind = wanted.chart.as_deref().and_then(Kind::from_name);
                with_library(load(rows.paths), |library| match kind {
                    Some(kind) => figures::chart(library, &wanted, filter, (kind, speech.ascii), look),
                    None => figures::figures(library, &wanted, &filter, form, look),
                })
            })
        }
        Command::Check { explain: Some(code), .. } => {
            print(lang, |out| report::explain(Code::from_name(&code), look, out))
        }
        Command::Check { rows, explain: None } => {
            let form = rows.form();
            with_library(load(rows.paths), |library| check(library, form, look))
        }
        Command::Export { paths, format, output } => with_library(load(paths), |library| {
            let format = export_format(&format);
            write(output.as_deref(), lang, |out| report::export(library, format, lang, out))
        }),
        Command::Doctor => doctor::doctor(speech),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut args::command(lang), "jianbao", &mut script);
            print(lang, |out| out.write_all(&script))
        }
        Command::Manual => {
            let page = manual::page(&args::command(lang), lang);
            print(lang, |out| out.write_all(page.as_bytes()))
        }
    }
}

fn with_library(loaded: Loaded, work: impl FnOnce(&Library) -> Status) -> Status {
    let Loaded { library, status } = loaded;
    let status = work(&library).max(status);
    // The process ends here, and with it all of its memory at once: ten thousand trees need not be taken down.
    std::mem::forget(library);
    status
}

/// Does the work for the part that an address names, or for all bulletins without an address.
fn with_parts(
    library: &Library,
    address: Option<&str>,
    lang: Lang,
    work: impl FnOnce(&[Part]) -> Status,
) -> Status {
    let Some(address) = address else {
        let whole: Vec<Part> = library.ids().iter().map(|&id| (id, Place::default())).collect();
        return work(&whole);
    };
    // An address that begins with / needs no name where there is one bulletin only.
    let only = if let [id] = library.ids() { Some(*id) } else { None };
    match library.resolve(address, only) {
        Ok(part) => work(&[part]),
        Err(error) => wrong(&error.message(lang)),
    }
}

fn check(library: &Library, form: Form, look: Look) -> Status {
    let findings = report::findings(library);
    let printed = print(look.lang, |out| report::check(&findings, form, look, out));
    let is_fault = |finding: &Finding| !matches!(finding.problem.code, Code::Skipped | Code::Hidden);
    // That files of other kinds were left out is no fault of those that were read.
    let faults: Vec<&Finding> = findings.iter().filter(|finding| is_fault(finding)).collect();
    if form == Form::Text && io::stderr().is_terminal() {
        summarise(&faults, look.lang);
    }
    printed.max(if faults.is_empty() { Status::Done } else { Status::Found })
}

/// Tells how much was found: what was printed may have run off the screen.
fn summarise(faults: &[&Finding], lang: Lang) {
    let files: BTreeSet<&str> = faults.iter().map(|finding| finding.full_path.as_str()).collect();
    let counts = [faults.len().to_string(), files.len().to_string()];
    match faults {
        [] => tell(Msg::CheckClean.text(lang)),
        _ => tell(&Msg::CheckSummary.fill(lang, &counts.each_ref().map(String::as_str))),
    }
}

/// The format of a name that clap has let through.
fn export_format(name: &str) -> Format {
    match name {
        "ndjson" => Format::Ndjson,
        "markdown" => Format::Markdown,
        "csv" => Format::Csv,
        _ => Format::Json,
    }
}

/// Writes to a file, or to standard output without one or for `-`.
pub(super) fn write(
    path: Option<&Path>,
    lang: Lang,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Status {
    match path.filter(|path| *path != Path::new("-")) {
        None => print(lang, |out| write(out)),
        Some(path) => match output::to_file(path, write) {
            Ok(()) => Status::Done,
            Err(error) => not_written(&path.to_string_lossy(), &error, lang),
        },
    }
}

/// Lines as wide as the terminal; colours on a terminal that has them, unless the person forbids
/// them (<https://no-color.org>).
fn look(speech: &Speech) -> Look {
    let is_terminal = io::stdout().is_terminal();
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    let forbidden = set("NO_COLOR").is_some() || set("TERM").is_none_or(|term| term == "dumb");
    Look {
        lang: speech.lang,
        mode: speech.ambiguous.unwrap_or_default(),
        columns: is_terminal.then(|| terminal::columns().unwrap_or(USUAL)),
        colour: is_terminal && !forbidden,
        spreadsheet: false,
    }
}
