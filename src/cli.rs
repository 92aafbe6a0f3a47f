//! The command line: arguments, commands, exit statuses.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::app::App;
use crate::source;
use crate::terminal::{self, Leave};

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let mut paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push(PathBuf::from("."));
    }
    match terminal::run(&mut App::default(), source::start(paths), None) {
        Ok(leave) => ExitCode::from(status(leave)),
        Err(error) => {
            // Where standard error is gone there is nobody to tell.
            let _ = writeln!(io::stderr(), "jianbao: {error}");
            ExitCode::from(2)
        }
    }
}

/// The exit status of the browser: after a signal 128 and its number, as shells have it.
fn status(leave: Leave) -> u8 {
    const SIGHUP: u8 = 1;
    match leave {
        Leave::Quit => 0,
        Leave::Signal(number) => 128_u8.saturating_add(u8::try_from(number).unwrap_or_default()),
        Leave::Gone => 128 + SIGHUP,
    }
}
