//! Where the closing block of a bulletin begins.

use super::bare::bare;
use super::footer::is_distribution;
use super::issue::Stamp;
use super::line::{Line, is_blank};
use super::look::is_labelled_byline;
use super::piece::{is_issuer_verb, is_labelled, is_mark, is_office, pieces, without_issuer_verb};

/// What a line at the end of a bulletin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// 报：…
    Receivers,
    /// …印发, 共印50份
    Imprint,
    /// An office, a date, a number, with nothing else.
    Signature,
    /// 联系人：…
    Labelled,
    /// 内部资料
    Mark,
    /// Anything else.
    Other,
}

impl Tail {
    /// What this line is.
    pub(super) fn of(line: &Line<'_>) -> Self {
        let text = line.text;
        if is_distribution(text) {
            return Self::Receivers;
        }
        if !line.is_short() || line.is_prose() {
            return Self::Other;
        }
        let parts = pieces(text).filter_map(|piece| text.get(piece));
        let parts: Vec<_> = parts.map(|part| (part, Stamp::at_end(part))).collect();
        let mut stamps = parts.iter().filter_map(|(_, found)| found.as_ref());
        if stamps.any(|(_, stamp)| stamp.printed && stamp.date.is_some() || stamp.copies.is_some()) {
            return Self::Imprint;
        }
        if is_labelled(text) {
            return Self::Labelled;
        }
        let is_signature = |(part, found): &(&str, Option<(usize, Stamp)>)| match *found {
            Some((0, _)) => true,
            Some((at, _)) => {
                part.get(..at).is_some_and(|before| is_office(before.trim_end_matches(is_blank)))
            }
            None => is_office(without_issuer_verb(part).0) || is_issuer_verb(part),
        };
        if parts.iter().all(is_signature) {
            Self::Signature
        } else if is_mark(text) {
            Self::Mark
        } else {
            Self::Other
        }
    }
}

/// The first line of the closing block of the bulletin whose body begins at line `from`; the number of
/// lines where it has none. `issuer` is the office of the masthead.
pub(super) fn start(lines: &[Line<'_>], from: usize, issuer: Option<&str>) -> usize {
    let end = lines.len();
    let tail = |index: usize| lines.get(index).map_or(Tail::Other, Tail::of);
    let mut at = end;
    let mut kinds: Vec<Tail> = Vec::new();
    while at > from {
        let kind = tail(at - 1);
        if kind != Tail::Other {
            kinds.push(kind);
            at -= 1;
            continue;
        }
        let Some(above) = receivers_above(lines, from, at - 1) else {
            break;
        };
        kinds.extend(std::iter::repeat_n(Tail::Receivers, at - above));
        at = above;
    }
    kinds.reverse();
    // 来源：… right above the editors' names belongs to them; elsewhere it is a by-line.
    let above = at.checked_sub(1).filter(|&above| above > from).and_then(|above| lines.get(above));
    if kinds.first() == Some(&Tail::Labelled)
        && lines.get(at).is_some_and(|line| !line.gap)
        && above.is_some_and(|line| line.gap && is_labelled_byline(line.text))
    {
        kinds.insert(0, Tail::Labelled);
        at -= 1;
    }
    let is_sure = |kind: &Tail| matches!(kind, Tail::Receivers | Tail::Imprint);
    let Some(sure) = kinds.iter().position(is_sure) else {
        return at + unsure_start(lines, at, &kinds, issuer);
    };
    // A signature before the block is the article's, unless the block has no other imprint.
    let printed =
        kinds.contains(&Tail::Imprint) || kinds.iter().skip(sure).any(|kind| *kind == Tail::Signature);
    let own = |kind: &Tail| *kind == Tail::Signature && printed;
    let before = kinds.iter().take(sure);
    let skipped = before.enumerate().filter(|(_, kind)| own(kind)).map(|(index, _)| index + 1).next_back();
    let adjoining = sure.checked_sub(1).filter(|_| kinds.get(sure) == Some(&Tail::Imprint));
    at + match skipped {
        // The office on the line above 2022年11月10日印发 belongs to it.
        Some(skipped) if adjoining == Some(skipped - 1) && !has_office(lines.get(at + sure)) => skipped - 1,
        Some(skipped) => skipped,
        None => 0,
    }
}

/// The start of a block without receivers and 印发, counted from its first line: marks and labels stand;
/// a signature is the imprint only where it is the masthead's office.
fn unsure_start(lines: &[Line<'_>], at: usize, kinds: &[Tail], issuer: Option<&str>) -> usize {
    let signed = kinds.iter().enumerate().any(|(index, kind)| {
        let line = lines.get(at + index);
        // A letter is signed right below its text.
        *kind == Tail::Signature
            && lines.get(at).is_some_and(|line| line.gap)
            && line.is_some_and(|line| issuer.is_some_and(|issuer| bare(line.text).contains(&*bare(issuer))))
    });
    if signed || lines.get(at).is_some_and(|line| line.rule) {
        return 0;
    }
    kinds.iter().rposition(|kind| *kind == Tail::Signature).map_or(0, |last| last + 1)
}

fn has_office(line: Option<&Line<'_>>) -> bool {
    line.is_some_and(|line| {
        pieces(line.text).filter_map(|piece| line.text.get(piece)).any(|part| match Stamp::at_end(part) {
            Some((at, _)) => at > 0,
            None => is_office(part),
        })
    })
}

/// The line of receivers that line `at` continues, if it does.
fn receivers_above(lines: &[Line<'_>], from: usize, at: usize) -> Option<usize> {
    for index in (from..=at).rev().take(12) {
        let line = lines.get(index)?;
        if is_distribution(line.text) {
            return Some(index);
        }
        let before = lines.get(index.checked_sub(1)?)?;
        if line.gap || line.rule || (before.text.ends_with('。') && !is_distribution(before.text)) {
            return None;
        }
    }
    None
}
