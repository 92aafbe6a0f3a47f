//! What the codes of problems mean.

use std::io::{self, Write};

use super::Look;
use crate::bulletin::Code;
use crate::message::Msg;
use crate::text::{self, Wrap};

/// Columns of what stands under a head.
const INDENT: usize = 4;

/// Writes what a code means, a text that causes it, and what to do; without a code, a line for each
/// of all codes.
pub fn explain(code: Option<Code>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let Some(code) = code else {
        let longest = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
        return Code::ALL.iter().try_for_each(|code| {
            let head = format!("{:longest$}  ", code.name());
            lines(&head, longest + 2, code.explanation().meaning(look.lang), look, out)
        });
    };
    let (explanation, name) = (code.explanation(), code.name());
    let meaning = Msg::ExplainCode.fill(look.lang, &[name, explanation.meaning(look.lang)]);
    lines("", INDENT, &meaning, look, out)?;
    writeln!(out, "\n{}", Msg::ExplainExample.text(look.lang))?;
    let indent = " ".repeat(INDENT);
    for line in explanation.example().lines() {
        let indent = if line.is_empty() { "" } else { &indent };
        lines(indent, INDENT, line, look, out)?;
    }
    writeln!(out, "\n{}", Msg::ExplainAdvice.text(look.lang))?;
    lines(&indent, INDENT, explanation.advice(look.lang), look, out)
}

/// Writes a text behind a head, set to the terminal's width where there is one; further lines are
/// indented.
fn lines(head: &str, indent: usize, text: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let width = look.columns.map_or(usize::MAX, usize::from);
    let set = text::wrap(text, &Wrap { width, first: head.len(), rest: indent, mode: look.mode });
    let further = " ".repeat(indent);
    for (index, line) in set.iter().enumerate() {
        let before = if index == 0 { head } else { &further };
        writeln!(out, "{before}{}", text.get(line.clone()).unwrap_or_default())?;
    }
    if set.is_empty() { writeln!(out, "{}", head.trim_end()) } else { Ok(()) }
}
