//! The closing block of a bulletin: to whom it goes, who printed it when, and its marks.

use std::ops::Range;

use super::issue::{Issue, Stamp};
use super::line::{Line, is_blank};
use super::piece::{
    self, cut_at_labels, is_issuer_verb, is_labelled, is_office, is_stamp_label, label, pieces,
    without_issuer_verb,
};
use super::tail::Tail;
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
    if let Some(rest) =
        text.strip_prefix("发至").or(text.strip_prefix("發至")).filter(|rest| !rest.contains('。'))
    {
        let end = text.len() - rest.len();
        let colon = rest.trim_start_matches(['：', ':']);
        return (text.len() <= 120).then_some((Delivery::Issue, end, text.len() - colon.len()));
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
        if blank
            && name.chars().count() == 2
            && name != "印发"
            && let Some(kind) = known()
        {
            return Some((kind, end, at));
        }
        name.push(plain(character));
        (end, blank) = (after, false);
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
        if open
            && continues(lines, index)
            && let Some(last) = footer.receivers.last_mut()
        {
            last.text.end = line.end();
            footer.joined.push(index);
            continue;
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
    if line.gap || line.rule {
        return false;
    }
    let kind = Tail::of(line);
    if before.text.ends_with('。') && kind != Tail::Other {
        return false;
    }
    let signs = |line: Option<&Line<'_>>| {
        line.is_some_and(|line| matches!(Tail::of(line), Tail::Imprint | Tail::Signature))
    };
    match kind {
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
        // A label spaced out (报 送：) is one.
        let first = receivers_label(line.text).map_or(0, |(_, _, text)| text);
        for (at, character) in line.text.char_indices() {
            let here = apart && at >= first && !is_blank(character);
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
            if is_labelled(part) {
                self.take_mark(line, mark.take());
                self.take_labelled(part, line);
                continue;
            }
            let (office, stamp) = office_and_stamp(part);
            if self.is_imprint(office, stamp) {
                self.take_mark(line, mark.take());
                self.take_imprint(office, stamp, line);
            } else {
                match &mut mark {
                    Some(mark) => mark.end = piece.end,
                    None => mark = Some(piece),
                }
            }
        }
        self.take_mark(line, mark);
    }

    fn take_mark(&mut self, line: &Line<'_>, mark: Option<Range<usize>>) {
        let mark = mark.and_then(|mark| line.text.get(mark));
        self.marks.extend(mark.map(piece::mark));
    }

    /// Whether a piece says who printed, when, how often, or is a verb that only goes with it.
    fn is_imprint(&self, office: &str, stamp: Option<Stamp>) -> bool {
        let free = self.issuer.is_none();
        office.is_empty() || free && (is_office(office) || stamp.is_some_and(|stamp| stamp.printed))
    }

    fn take_imprint(&mut self, office: &str, stamp: Option<Stamp>, line: &Line<'_>) {
        if let Some(stamp) = stamp {
            self.take_stamp(stamp, line);
        }
        if !office.is_empty() {
            let start = line.start + (office.as_ptr() as usize - line.text.as_ptr() as usize);
            self.issuer = Some(start..start + office.len());
        }
    }

    fn take_stamp(&mut self, stamp: Stamp, line: &Line<'_>) {
        self.issue.fill_from(stamp.issue);
        self.date = self.date.or(stamp.date.map(|date| (date, line.number)));
        self.copies = self.copies.or(stamp.copies);
    }

    fn take_labelled(&mut self, part: &str, line: &Line<'_>) {
        for part in cut_at_labels(part) {
            // 印数：220份 is only a stamp with its label.
            let stamp = label(part)
                .filter(|(name, _)| is_stamp_label(name))
                .and_then(|(_, value)| Stamp::whole(value).or_else(|| Stamp::whole(part)));
            match stamp {
                Some(stamp) => self.take_stamp(stamp, line),
                None => self.marks.push(piece::mark(part)),
            }
        }
    }

    /// Takes the number of copies off the end of the receivers.
    fn cut_copies(&mut self, lines: &[Line<'_>], from: usize) {
        for line in lines.iter().skip(from) {
            let Some(at) = line.text.rfind('印').map(|at| {
                line.text.get(..at).map_or(at, |before| {
                    before.trim_end_matches(|c| is_blank(c) || matches!(c, '共' | '（' | '(')).len()
                })
            }) else {
                continue;
            };
            let Some(stamp) = line.text.get(at..).map(str::trim_start).and_then(Stamp::whole) else {
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

/// A piece of an imprint as the office, without 编印 and the like, and what follows it.
fn office_and_stamp(part: &str) -> (&str, Option<Stamp>) {
    let (office, stamp) = match Stamp::at_end(part) {
        Some((at, stamp)) => (part.get(..at).unwrap_or_default(), Some(stamp)),
        None => (part, None),
    };
    if stamp.is_none() && is_issuer_verb(part) {
        return ("", None);
    }
    let office = office.trim_end_matches(|c| is_blank(c) || matches!(c, '，' | '（' | '('));
    (without_issuer_verb(office).0, stamp)
}
