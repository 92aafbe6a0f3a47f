//! What is wrong in the files, a line for each problem.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::{Form, Look, json, line};
use crate::audit;
use crate::bulletin::Problem;
use crate::library::Library;

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

/// A problem with its file.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The path relative to the folder that was asked for.
    pub path: String,
    /// The path with that folder in front.
    pub full_path: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Every problem of the library, file by file, by line: those of whole files, those of bulletins,
/// what their figures show, and what the issues of a serial show among each other.
pub fn findings(library: &Library) -> Vec<Finding> {
    let of_files = library.file_problems().iter().cloned().chain(library.series_problems());
    let of_files = of_files.map(|found| Finding {
        path: found.path.to_string(),
        full_path: found.full_path(),
        problem: found.problem,
    });
    let of_bulletins = library.iter().flat_map(|(_, entry)| {
        let told = entry.bulletin.problems.iter().cloned();
        told.chain(audit::problems(&entry.bulletin)).map(|problem| Finding {
            path: entry.path.to_string(),
            full_path: entry.full_path(),
            problem,
        })
    });
    let mut findings: Vec<Finding> = of_files.chain(of_bulletins).collect();
    let key = |finding: &Finding| (finding.problem.line, finding.problem.code);
    findings.sort_by(|a, b| a.full_path.cmp(&b.full_path).then_with(|| key(a).cmp(&key(b))));
    findings
}

/// Writes a line for each finding. A person gets `path:line: code: message` with a path that an
/// editor can open; rows have the path relative to its folder.
pub fn check(findings: &[Finding], form: Form, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let rows = findings.iter().map(|Finding { path, problem, .. }| Row {
        path,
        line: problem.line,
        code: problem.code.name(),
        message: problem.message(look.lang),
        text: problem.dropped(),
    });
    match form {
        Form::Json => json::array(out, rows),
        Form::Csv => csv::table(out, rows),
        Form::Text => findings.iter().try_for_each(|Finding { full_path, problem, .. }| {
            let line = if problem.line == 0 { String::new() } else { format!(":{}", problem.line) };
            let (code, message) = (problem.code.name(), problem.message(look.lang));
            line::write(out, &format!("{full_path}{line}: {code}: {message}"), look)
        }),
    }
}
