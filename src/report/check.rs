//! What is wrong in the files, a line for each problem.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::{Form, Look, json, line};
use crate::bulletin::Problem;
use crate::library::File;

/// What a script gets of a problem.
#[derive(Debug, Serialize)]
struct Row<'a> {
    path: &'a str,
    line: u32,
    code: &'static str,
    message: String,
    text: Option<&'a str>,
}

impl Flat for Row<'_> {
    const NAMES: &'static [&'static str] = &["path", "line", "code", "message", "text"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.path.to_owned(),
            self.line.to_string(),
            self.code.to_owned(),
            self.message.clone(),
            csv::optional(self.text),
        ]
    }
}

/// Writes every problem of the files, file by file, by line. A person gets `path:line: code:
/// message` with a path that an editor can open; rows have the path relative to its folder.
pub fn check(files: &[File], form: Form, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let found = files.iter().flat_map(|file| problems(file).into_iter().map(move |it| (file, it)));
    let rows = found.clone().map(|(file, problem)| Row {
        path: &file.path,
        line: problem.line,
        code: problem.code.name(),
        message: problem.message(look.lang),
        text: problem.text.as_deref(),
    });
    match form {
        Form::Json => json::array(out, rows),
        Form::Csv => csv::table(out, rows),
        Form::Text => found.into_iter().try_for_each(|(file, problem)| {
            let code = problem.code.name();
            let path = file.full_path();
            let place = if problem.line == 0 { path } else { format!("{path}:{}", problem.line) };
            let message = problem.message(look.lang);
            line::write(out, &format!("{place}: {code}: {message}"), look)
        }),
    }
}

/// The problems of a file and of the bulletins in it, by line.
fn problems(file: &File) -> Vec<&Problem> {
    let inside = file.bulletins.iter().flat_map(|bulletin| &bulletin.problems);
    let mut problems: Vec<&Problem> = file.problems.iter().chain(inside).collect();
    problems.sort_by_key(|problem| problem.line);
    problems
}
