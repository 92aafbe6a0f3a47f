//! The closing block of a bulletin: to whom it goes, who printed it when, and its marks.

use std::ops::Range;

use super::issue::{Issue, Stamp};
use super::line::{Line, bare, is_blank};
use super::piece::{
    cut_at_labels, is_issuer_verb, is_mark, is_office, is_stamp_label, label, pieces, without_issuer_verb,
};
use crate::bulletin::Delivery;
use crate::numeral::{PrintedDate, plain};

/// The labels of the receivers.
const DELIVERIES: &[(&str, Delivery)] = &[
    ("报", Delivery::Report),
    ("呈", Delivery::Report),
    ("报送", Delivery::Report),
    ("呈报", Delivery::Report),
    ("呈送", Delivery::Report),
    ("上报", Delivery::Report),
    ("抄报", Delivery::Report),
    ("送", Delivery::Send),
    ("主送", Delivery::Send),
    ("分送", Delivery::Send),
    ("印送", Delivery::Send),
    ("发送", Delivery::Send),
    ("发", Delivery::Issue),
    ("已发", Delivery::Issue),
    ("下发", Delivery::Issue),
    ("印发", Delivery::Issue),
    ("发至", Delivery::Issue),
    ("抄", Delivery::Copy),
    ("抄送", Delivery::Copy),
    ("抄发", Delivery::Copy),
];

/// One entry of the distribution, in bytes of the file.
#[derive(Debug)]
pub(super) struct Receivers {
    /// The relation to the issuer.
    pub kind: Delivery,
    /// The label.
    pub marker: Range<usize>,
    /// The receivers.
    pub text: Range<usize>,
}

/// The closing block.
#[derive(Debug, Default)]
pub(super) struct Footer {
    /// To whom it goes.
    pub receivers: Vec<Receivers>,
    /// The printing office, in bytes of the file.
    pub issuer: Option<Range<usize>>,
    /// The date of printing, and its line in the file.
    pub date: Option<(PrintedDate, u32)>,
    /// The number of copies.
    pub copies: Option<u32>,
    /// A number that stands here only.
    pub issue: Issue,
    /// Every other line.
    pub marks: Vec<String>,
    /// Lines that go on the line before them.
    pub joined: Vec<usize>,
}

/// Whether a line begins with a label of receivers.
pub(super) fn is_distribution(text: &str) -> bool {
    receivers_label(text).is_some()
}

/// The label of receivers at the start of `text`: its kind, its bytes, and the bytes up to the receivers.
fn receivers_label(text: &str) -> Option<(Delivery, usize, usize)> {
    let first = plain(text.chars().next()?);
    if !matches!(first, '报' | '呈' | '上' | '抄' | '送' | '主' | '分' | '印' | '发' | '已' | '下')
    {
        return None;
    }
    let mut name = String::new();
    let (mut end, mut blank) = (0, false);
    for (at, character) in text.char_indices().take(10) {
        let after = at + character.len_utf8();
        let known = || DELIVERIES.iter().find(|(word, _)| *word == name).map(|(_, kind)| *kind);
        if plain(character) == ':' {
            return Some((known()?, end, after));
        }
        if is_blank(character) {
            blank = true;
            continue;
        }
        // Labels of two characters also stand without a colon, before a blank.
        if blank && name.chars().count() == 2 && name != "印发" {
            if let Some(kind) = known() {
                return Some((kind, end, at));
            }
        }
        name.push(plain(character));
        (end, blank) = (after, false);
    }
    None
}

/// What a line at the end of a bulletin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tail {
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
    fn of(line: &Line<'_>) -> Self {
        let text = line.text;
        if is_distribution(text) {
            return Self::Receivers;
        }
        if !line.is_short() {
            return Self::Other;
        }
        let parts = pieces(text);
        let mut parts = parts.iter().filter_map(|piece| text.get(piece.clone()));
        let stamps = parts.clone().filter_map(Stamp::at_end);
        if stamps.clone().any(|(_, stamp)| stamp.printed && stamp.date.is_some() || stamp.copies.is_some()) {
            return Self::Imprint;
        }
        if cut_at_labels(text).iter().any(|part| label(part).is_some()) {
            return Self::Labelled;
        }
        let is_signature = |part: &str| match Stamp::at_end(part) {
            Some((0, _)) => true,
            Some((at, _)) => {
                part.get(..at).is_some_and(|before| is_office(before.trim_end_matches(is_blank)))
            }
            None => is_office(without_issuer_verb(part).0) || is_issuer_verb(part),
        };
        if parts.all(is_signature) {
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
    let is_sure = |kind: &Tail| matches!(kind, Tail::Receivers | Tail::Imprint);
    let Some(sure) = kinds.iter().position(is_sure) else {
        return at + unsure_start(lines, at, &kinds, issuer);
    };
    // A signature before the block is the article's, unless the block has no other imprint.
    let printed =
        kinds.contains(&Tail::Imprint) || kinds.iter().skip(sure).any(|kind| *kind == Tail::Signature);
    let own = |kind: &Tail| *kind == Tail::Signature && printed;
    let before = kinds.iter().take(sure);
    let skipped = before.enumerate().filter(|(_, kind)| own(kind)).map(|(index, _)| index + 1).last();
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
        *kind == Tail::Signature
            && line.is_some_and(|line| issuer.is_some_and(|issuer| bare(line.text).contains(&bare(issuer))))
    });
    if signed || lines.get(at).is_some_and(|line| line.rule) {
        return 0;
    }
    kinds.iter().rposition(|kind| *kind == Tail::Signature).map_or(0, |last| last + 1)
}

fn has_office(line: Option<&Line<'_>>) -> bool {
    line.is_some_and(|line| {
        pieces(line.text).iter().filter_map(|piece| line.text.get(piece.clone())).any(|part| {
            match Stamp::at_end(part) {
                Some((at, _)) => at > 0,
                None => is_office(part),
            }
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

/// Reads the closing block from line `from` to the end.
pub(super) fn read(lines: &[Line<'_>], from: usize) -> Footer {
    let mut footer = Footer::default();
    let mut open = false;
    for (index, line) in lines.iter().enumerate().skip(from) {
        if is_distribution(line.text) {
            footer.take_receivers(line);
            open = true;
            continue;
        }
        if open && continues(lines, index) {
            if let Some(last) = footer.receivers.last_mut() {
                last.text.end = line.end();
                footer.joined.push(index);
                continue;
            }
        }
        open = false;
        footer.take_line(line);
    }
    footer.cut_copies(lines, from);
    footer
}

/// Whether line `index` goes on the receivers of the line before.
fn continues(lines: &[Line<'_>], index: usize) -> bool {
    let (Some(line), Some(before)) = (lines.get(index), index.checked_sub(1).and_then(|i| lines.get(i)))
    else {
        return false;
    };
    if line.gap || line.rule || before.text.ends_with('。') && Tail::of(line) != Tail::Other {
        return false;
    }
    let signs = |line: Option<&Line<'_>>| {
        line.is_some_and(|line| matches!(Tail::of(line), Tail::Imprint | Tail::Signature))
    };
    match Tail::of(line) {
        Tail::Other => true,
        // A receiver at a line's end looks like an office that signs; then no date follows.
        Tail::Signature => Stamp::at_end(line.text).is_none() && !signs(lines.get(index + 1)),
        _ => false,
    }
}

impl Footer {
    /// Whether it says who printed it, when, or how often.
    pub(super) const fn is_imprinted(&self) -> bool {
        self.issuer.is_some() || self.date.is_some() || self.copies.is_some()
    }

    /// Takes a line of receivers, cut where another label follows a blank or a full stop.
    fn take_receivers(&mut self, line: &Line<'_>) {
        let mut cuts = vec![0];
        let mut apart = false;
        for (at, character) in line.text.char_indices() {
            let here = apart && !is_blank(character);
            if here && line.text.get(at..).is_some_and(|rest| receivers_label(rest).is_some()) {
                cuts.push(at);
            }
            apart = is_blank(character) || matches!(character, '。' | '；');
        }
        cuts.push(line.text.len());
        for pair in cuts.windows(2) {
            let (Some(&start), Some(&end)) = (pair.first(), pair.last()) else {
                continue;
            };
            let part = line.text.get(start..end).unwrap_or_default();
            let Some((kind, label, text)) = receivers_label(part) else {
                continue;
            };
            let value = part.get(text..).unwrap_or_default();
            let text = start + part.len() - value.trim_start_matches(is_blank).len();
            let end = start + part.trim_end_matches(is_blank).len();
            self.receivers.push(Receivers {
                kind,
                marker: line.start + start..line.start + start + label,
                text: line.start + text..line.start + end.max(text),
            });
        }
    }

    /// Takes a line that is none of receivers: imprint or mark.
    fn take_line(&mut self, line: &Line<'_>) {
        let mut mark: Option<Range<usize>> = None;
        for piece in pieces(line.text) {
            let Some(part) = line.text.get(piece.clone()) else {
                continue;
            };
            if cut_at_labels(part).iter().any(|part| label(part).is_some()) {
                self.take_labelled(part, line);
            } else if !self.take_imprint(part, line, piece.start) && !is_issuer_verb(part) {
                match &mut mark {
                    Some(mark) => mark.end = piece.end,
                    None => mark = Some(piece),
                }
            }
        }
        let mark = mark.and_then(|mark| line.text.get(mark));
        self.marks.extend(mark.map(str::to_owned));
    }

    /// Takes a piece of the imprint; `false` where it is none.
    fn take_imprint(&mut self, part: &str, line: &Line<'_>, at: usize) -> bool {
        let (office, stamp) = match Stamp::at_end(part) {
            Some((at, stamp)) => (part.get(..at).unwrap_or_default(), Some(stamp)),
            None => (part, None),
        };
        let office = office.trim_end_matches(|c| is_blank(c) || matches!(c, '，' | '（' | '('));
        let (name, verb) = without_issuer_verb(office);
        let name = if verb || stamp.is_some() { name } else { office };
        let free = self.issuer.is_none();
        if !(name.is_empty() || free && (is_office(name) || stamp.is_some_and(|stamp| stamp.printed))) {
            return false;
        }
        if let Some(stamp) = stamp {
            self.take_stamp(stamp, line);
        }
        if !name.is_empty() {
            let start = line.start + at + (name.as_ptr() as usize - part.as_ptr() as usize);
            self.issuer = Some(start..start + name.len());
        }
        true
    }

    fn take_stamp(&mut self, stamp: Stamp, line: &Line<'_>) {
        self.issue.fill_from(stamp.issue);
        self.date = self.date.or(stamp.date.map(|date| (date, line.number)));
        self.copies = self.copies.or(stamp.copies);
    }

    fn take_labelled(&mut self, part: &str, line: &Line<'_>) {
        for part in cut_at_labels(part) {
            match label(part).and_then(|(name, value)| Some((is_stamp_label(&name), Stamp::whole(value)?))) {
                Some((true, stamp)) => self.take_stamp(stamp, line),
                _ => self.marks.push(part.to_owned()),
            }
        }
    }

    /// Takes the number of copies off the end of the receivers.
    fn cut_copies(&mut self, lines: &[Line<'_>], from: usize) {
        for line in lines.iter().skip(from) {
            let Some(at) = line.text.rfind("印").map(|at| {
                line.text.get(..at).map_or(at, |before| {
                    before.trim_end_matches(|c| is_blank(c) || matches!(c, '共' | '（' | '(')).len()
                })
            }) else {
                continue;
            };
            let Some(stamp) = line.text.get(at..).and_then(Stamp::whole) else {
                continue;
            };
            let end = line.start + at;
            let last =
                self.receivers.iter_mut().find(|it| it.text.contains(&end) && it.text.end == line.end());
            if let (Some(last), Some(copies)) = (last, stamp.copies) {
                last.text.end = end;
                self.copies = self.copies.or(Some(copies));
            }
        }
    }
}
