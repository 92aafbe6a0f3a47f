//! What a second look at the figures shows: totals that are not the sum of their parts, and units that
//! do not go together.
//!
//! It reads the figures of every paragraph that could hold such a thing, which takes time, and so is
//! for the command `check` and not for loading. A false alarm is worse than a miss: where a text can
//! be read in a way that makes it right, nothing is told.

mod amount;
mod list;
mod sum;
mod units;

use crate::bulletin::{Bulletin, Code, Node, Problem, Span, Text};
use crate::figure;

/// What the figures of a bulletin show, by line: [`Code::SumDiffers`] and [`Code::MixedUnits`].
///
/// The line is that of the total, and of the first of two figures whose units do not go together.
pub fn problems(bulletin: &Bulletin) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut nodes = vec![Node::Bulletin(bulletin)];
    while let Some(node) = nodes.pop() {
        node.each_own_text(&mut |span| found.extend(of_span(&bulletin.text, span)));
        nodes.extend(node.children().into_iter().map(|(_, child)| child));
    }
    found.sort_by_key(|problem| problem.line);
    found
}

/// What was found in one run of text.
struct Finding {
    code: Code,
    /// Byte of the run where it stands.
    at: usize,
    details: Vec<String>,
}

fn of_span(text: &Text, span: Span) -> Vec<Problem> {
    let findings = of_text(text.get(span)).into_iter();
    let problems = findings.map(|finding| {
        let place = text.origin(span.start + finding.at as u32);
        Problem::new(finding.code, place.line, finding.details)
    });
    problems.collect()
}

fn of_text(text: &str) -> Vec<Finding> {
    let has_list = text.contains(list::CUE);
    if !has_list && !units::may_rival(text) {
        return Vec::new();
    }
    let figures = figure::figures(text);
    let mut findings = units::rivals(text, &figures);
    for list in list::lists(text, &figures) {
        // Units that are wrong make the sum wrong: one of the two is enough.
        findings.extend(units::slip(&list).or_else(|| sum::differs(&list)));
    }
    findings
}

#[cfg(test)]
mod tests;
