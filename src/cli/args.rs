//! The arguments: what can be written on the command line. Their help comes from the message table.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;

use super::help;
use crate::bulletin::Code;
use crate::chart::Kind;
use crate::message::Lang;
use crate::report::Form;
use crate::table::{GroupBy, Sort};

/// What the language of the messages can be.
pub(super) const LANGUAGES: [&str; 2] = ["zh", "en"];

/// How ambiguous characters can be laid out.
pub(super) const MODES: [&str; 5] = ["auto", "narrow", "wide", "both", "subst"];

/// What stands for all codes of problems, and for none written.
const ALL: &str = "all";

/// What an export can be. The last is for figures.
const FORMATS: [&str; 4] = ["json", "ndjson", "markdown", "csv"];

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "jianbao", version, disable_help_subcommand = true)]
#[command(disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Arguments {
    // A command's name is one only in front of all paths: after a path it is a path.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, conflicts_with = "paths")]
    pub(super) demo: bool,
    #[arg(long, global = true, value_parser = PossibleValuesParser::new(LANGUAGES))]
    lang: Option<String>,
    #[arg(long, global = true, value_parser = PossibleValuesParser::new(MODES))]
    pub(super) ambiguous: Option<String>,
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    #[arg(long, global = true)]
    pub(super) no_cache: bool,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    List(Rows),
    Outline {
        #[command(flatten)]
        rows: Rows,
        #[arg(long)]
        address: Option<String>,
    },
    Show {
        paths: Vec<PathBuf>,
        #[arg(long)]
        address: Option<String>,
        #[arg(long, value_parser = clap::value_parser!(u16).range(20..))]
        width: Option<u16>,
    },
    Search {
        #[arg(allow_hyphen_values = true)]
        query: String,
        #[command(flatten)]
        rows: Rows,
        #[arg(long)]
        context: Option<usize>,
        #[arg(long)]
        count: bool,
    },
    Figures {
        #[command(flatten)]
        rows: Rows,
        #[command(flatten)]
        wanted: Wanted,
    },
    Check {
        #[command(flatten)]
        rows: Rows,
        #[arg(long, num_args = 0..=1, default_missing_value = ALL)]
        #[arg(conflicts_with_all = ["paths", "json", "csv"])]
        #[arg(value_parser = PossibleValuesParser::new(codes()))]
        explain: Option<String>,
    },
    Export {
        paths: Vec<PathBuf>,
        #[arg(long, value_parser = PossibleValuesParser::new(FORMATS))]
        format: String,
        #[arg(long, short)]
        output: Option<PathBuf>,
    },
    Doctor,
    Completions {
        shell: Shell,
    },
    Manual,
}

/// Which figures are wanted, and how.
#[derive(Debug, Args)]
pub(super) struct Wanted {
    #[arg(long = "where", allow_hyphen_values = true)]
    pub(super) filter: Option<String>,
    #[arg(long, allow_hyphen_values = true, conflicts_with = "sum")]
    #[arg(value_parser = PossibleValuesParser::new(Sort::NAMES))]
    pub(super) sort: Option<String>,
    #[arg(long, value_parser = PossibleValuesParser::new(GroupBy::NAMES))]
    pub(super) group: Option<String>,
    #[arg(long)]
    pub(super) sum: bool,
    #[arg(long, conflicts_with_all = ["sum", "sort", "json", "csv"])]
    #[arg(value_parser = PossibleValuesParser::new(Kind::NAMES))]
    pub(super) chart: Option<String>,
    #[arg(long = "output", short, requires = "chart")]
    pub(super) picture: Option<PathBuf>,
    #[arg(long, requires = "csv")]
    pub(super) excel: bool,
}

/// What the commands have in common that write rows.
#[derive(Debug, Args)]
pub(super) struct Rows {
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    json: bool,
    #[arg(long, conflicts_with = "json")]
    csv: bool,
}

impl Rows {
    /// The form that is asked for.
    pub(super) const fn form(&self) -> Form {
        match (self.json, self.csv) {
            (true, _) => Form::Json,
            (false, true) => Form::Csv,
            (false, false) => Form::Text,
        }
    }
}

/// Reads the command line. The error is also what `--help` and `--version` give.
pub(super) fn parse(written: &[OsString], lang: Lang) -> Result<Arguments, clap::Error> {
    let matches = command(lang).try_get_matches_from(written)?;
    Arguments::from_arg_matches(&matches)
}

/// The whole command line with its help in a language.
pub(super) fn command(lang: Lang) -> clap::Command {
    help::fill(Arguments::command(), lang)
}

/// The codes of problems that can be explained.
fn codes() -> impl Iterator<Item = &'static str> {
    Code::ALL.iter().map(|code| code.name()).chain([ALL])
}
