//! The head of a bulletin: which lines belong to it, and what they say.

use super::bare::bare;
use super::issue::{Issue, Stamp, is_range};
use super::line::{Line, is_blank};
use super::look::bracketed;
use super::piece::{
    Piece, closed_up, cut_at_labels, is_issuer, is_issuer_label, is_issuer_verb, is_labelled, is_mark,
    is_office, is_serial, is_stamp_label, label, mark, office_name, pieces, without_issuer_verb,
};
use super::{contents, footer};
use crate::numeral::PrintedDate;

/// How many lines a masthead has at most.
const LONGEST: usize = 14;

/// What the head of a bulletin says.
#[derive(Debug, Default, Clone)]
pub(super) struct Head {
    /// The line after its last.
    pub end: usize,
    /// The serial's title.
    pub title: Option<String>,
    /// The number.
    pub issue: Issue,
    /// The date.
    pub date: Option<PrintedDate>,
    /// The issuing office.
    pub issuer: Option<String>,
    /// Whether the office is named as the issuer (主办, 编).
    pub issuer_is_sure: bool,
    /// Every other line.
    pub marks: Vec<String>,
    /// The line with 印发, where it stands at the head.
    pub imprint: Option<usize>,
}

/// What is still open while the lines of a head are read.
#[derive(Debug, Default)]
struct Reading {
    head: Head,
    /// Lines and pieces that may be a title, a mark, or belong to the body already.
    open: Vec<(usize, String)>,
    /// How many marks were there before the first open line, for their order.
    marks: Vec<(usize, String)>,
}

/// What a piece without stamp and label can be by its own look; each question is asked once.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, and they go together freely")]
#[derive(Debug, Clone, Copy)]
struct Look {
    /// 内部资料, or the days that the issue covers.
    mark: bool,
    /// 主办, of the office before it.
    verb: bool,
    serial: bool,
    office: bool,
    /// An office with its verb.
    issuer: bool,
}

impl Look {
    fn of(part: &str) -> Self {
        Self {
            mark: is_mark(part) || is_range(part),
            verb: is_issuer_verb(part),
            serial: is_serial(part),
            office: is_office(part),
            issuer: is_issuer(part),
        }
    }
}

/// The head that begins at line `from`; `None` where the lines there are none.
pub(super) fn head(lines: &[Line<'_>], from: usize) -> Option<Head> {
    let mut reading = Reading::default();
    reading.head.end = from;
    let mut reached_contents = false;
    for (index, line) in lines.iter().enumerate().skip(from).take(LONGEST) {
        if contents::label(line.text).is_some() {
            reached_contents = index > from;
            if reached_contents {
                reading.head.end = index;
            }
            break;
        }
        if ends_head(line) {
            break;
        }
        if !reading.take_line(index, line.text) {
            // A remark may stand between the number and the date: in brackets, or above office and date.
            let next = lines.get(index + 1).filter(|next| line.is_short() && reading.misses_date(next));
            let is_remark = bracketed(line.text).is_some();
            if !next.is_some_and(|next| is_remark || !next.gap && names_office_and_date(next)) {
                break;
            }
            // What was taken for a piece of the head stands in the remark.
            reading.open.retain(|(open, _)| *open != index);
            reading.marks.push((index, mark(line.text)));
        }
    }
    reading.finish(reached_contents)
}

/// Whether a line has an office, which may be followed by 编, and a date.
fn names_office_and_date(line: &Line<'_>) -> bool {
    let Some((at, stamp)) = Stamp::at_end(line.text) else {
        return false;
    };
    let before = line.text.get(..at).unwrap_or_default().trim_end_matches(is_blank);
    stamp.date.is_some() && is_office(without_issuer_verb(before).0)
}

/// Whether the line cannot stand in a masthead.
fn ends_head(line: &Line<'_>) -> bool {
    line.is_prose()
        || line.text.ends_with(['，', '；', '：', '、'])
        || footer::is_distribution(line.text)
        || contents::column(line.text).is_some() && Stamp::whole(line.text).is_none() && !is_mark(line.text)
        || line.marker().is_some_and(|marker| marker.kind.level().is_some())
            && Stamp::whole(line.text).is_none()
}

impl Reading {
    /// Reads a line; `false` where it belongs to the body.
    fn take_line(&mut self, index: usize, text: &str) -> bool {
        let text = without_brackets(text);
        let mut anchored = false;
        let mut plain: Option<Piece> = None;
        for piece in pieces(text) {
            let Some(part) = text.get(piece.clone()) else {
                continue;
            };
            let part = part.strip_suffix("**").unwrap_or(part);
            let piece = piece.start..piece.start + part.len();
            if is_labelled(part) {
                self.flush(index, text, &mut plain);
                self.take_labelled(index, part);
                anchored = true;
            } else if let Some((at, stamp)) = Stamp::at_end(part).filter(|(_, stamp)| self.accepts(stamp)) {
                let before = part.get(..at).unwrap_or_default().trim_end_matches(is_blank);
                if !before.is_empty() {
                    join(&mut plain, piece.start..piece.start + before.len());
                }
                self.flush(index, text, &mut plain);
                self.take_stamp(index, stamp);
                anchored = true;
            } else {
                let look = Look::of(part);
                anchored |= self.anchors(look);
                // A title or an office is one by itself; the pieces of a mark belong together.
                if (look.serial || look.office || look.issuer) && !look.mark {
                    self.flush(index, text, &mut plain);
                    self.take_plain(index, part, look);
                } else {
                    join(&mut plain, piece);
                }
            }
        }
        if !anchored && self.is_complete() {
            return false;
        }
        self.flush(index, text, &mut plain);
        if anchored {
            self.head.end = index + 1;
        }
        true
    }

    /// Whether the stamp says something new; a second number or date opens something else.
    fn accepts(&self, stamp: &Stamp) -> bool {
        let numbered = stamp.issue.number.is_some() && self.head.issue.number.is_some();
        let dated = stamp.date.is_some() && self.head.date.is_some();
        !(numbered || dated && !stamp.is_numbered())
    }

    fn is_complete(&self) -> bool {
        let dated = self.head.issue != Issue::default() || self.head.date.is_some();
        (self.head.title.is_some() && dated) || self.open.len() >= 3
    }

    /// Whether a line has the date that the head has not.
    fn misses_date(&self, line: &Line<'_>) -> bool {
        let dated = |part: &str| Stamp::at_end(part).is_some_and(|(_, stamp)| stamp.date.is_some());
        self.head.date.is_none()
            && !line.is_prose()
            && pieces(line.text).filter_map(|piece| line.text.get(piece)).any(dated)
    }

    /// Whether a piece without stamp and label shows that its line belongs to the head.
    fn anchors(&self, look: Look) -> bool {
        look.mark
            || look.verb
            || self.head.title.is_none() && look.serial
            || self.head.issuer.is_none() && look.office
            || look.issuer
    }

    /// Takes a run of pieces without stamp and label.
    fn flush(&mut self, index: usize, text: &str, run: &mut Option<Piece>) {
        if let Some(part) = run.take().and_then(|run| text.get(run)) {
            self.take_plain(index, part, Look::of(part));
        }
    }

    /// Takes a piece, or a run of them, without stamp and label.
    fn take_plain(&mut self, index: usize, part: &str, look: Look) {
        let (name, sure) = without_issuer_verb(part);
        if look.verb {
            self.head.issuer_is_sure = self.head.issuer.is_some();
        } else if look.mark {
            self.marks.push((index, mark(part)));
        } else if self.head.title.is_none() && look.serial {
            self.take_title(index, part);
        } else if (self.head.issuer.is_none() || sure && !self.head.issuer_is_sure)
            && (if sure { is_office(name) } else { look.office } || look.issuer)
        {
            let before = self.head.issuer.replace(office_name(name));
            self.marks.extend(before.map(|office| (index, office)));
            self.head.issuer_is_sure = sure;
        } else {
            self.open.push((index, mark(part)));
        }
    }

    /// Takes the title of the serial. One that only says what kind of serial it is (建设周报) is the second
    /// line of a title whose first, right above, says of what.
    fn take_title(&mut self, index: usize, part: &str) {
        let mut title = closed_up(part);
        if only_says_what_kind(&title)
            && let Some((_, above)) = self.open.pop_if(|(line, _)| *line + 1 == index)
        {
            title.insert_str(0, &closed_up(&above));
        }
        self.head.title = Some(title);
    }

    fn take_stamp(&mut self, index: usize, stamp: Stamp) {
        self.head.issue.fill_from(stamp.issue);
        self.head.date = self.head.date.or(stamp.date);
        if stamp.printed && stamp.date.is_some() {
            self.head.imprint = Some(index);
        }
    }

    fn take_labelled(&mut self, index: usize, part: &str) {
        for part in cut_at_labels(part) {
            let part = self.without_stamp(index, part);
            match label(part) {
                Some((name, value)) if is_stamp_label(&name) && Stamp::whole(value).is_some() => {
                    self.take_stamp(index, Stamp::whole(value).unwrap_or_default());
                }
                Some((name, value))
                    if is_issuer_label(&name) && !self.head.issuer_is_sure && !value.is_empty() =>
                {
                    let before = self.head.issuer.replace(office_name(value));
                    self.marks.extend(before.map(|office| (index, office)));
                    self.head.issuer_is_sure = true;
                }
                Some(_) => self.marks.push((index, mark(part))),
                None => {
                    let mut whole = Some(0..part.len());
                    self.flush(index, part, &mut whole);
                }
            }
        }
    }

    /// Takes a date or number that follows a blank at the end of a labelled part off it.
    fn without_stamp<'t>(&mut self, index: usize, part: &'t str) -> &'t str {
        let apart = Stamp::at_end(part).and_then(|(at, stamp)| {
            let before = part.get(..at)?;
            let value = label(before)?.1.trim_end_matches(is_blank);
            (before.ends_with(is_blank) && !value.is_empty() && self.accepts(&stamp))
                .then_some((before, stamp))
        });
        match apart {
            Some((before, stamp)) => {
                self.take_stamp(index, stamp);
                before.trim_end_matches(is_blank)
            }
            None => part,
        }
    }

    /// The head, if the lines make one.
    fn finish(mut self, reached_contents: bool) -> Option<Head> {
        let end = self.head.end;
        self.open.retain(|(index, _)| *index < end);
        if self.head.title.is_none()
            && self.open.is_empty()
            && let Some(at) = self.marks.iter().position(|(_, mark)| is_internal_serial(mark))
        {
            self.head.title = Some(closed_up(&self.marks.remove(at).1));
        }
        if self.head.title.is_none() && !self.open.is_empty() {
            self.head.title = Some(closed_up(&self.open.remove(0).1));
        }
        let dated = self.head.issue != Issue::default() || self.head.date.is_some();
        if !(dated || self.head.title.is_some() && reached_contents) {
            return self.only_a_title();
        }
        self.marks.append(&mut self.open);
        self.marks.sort_by_key(|(index, _)| *index);
        self.head.marks = self.marks.into_iter().map(|(_, mark)| mark).collect();
        Some(self.head)
    }

    /// A head without number and date: the title of a serial, with an office or a mark.
    fn only_a_title(self) -> Option<Head> {
        let named = self.head.title.as_deref().is_some_and(|title| {
            ["简报", "快报", "专报", "简讯", "通讯"].iter().any(|end| bare(title).ends_with(end))
        });
        let mut head = self.head;
        head.marks = self.marks.into_iter().map(|(_, mark)| mark).collect();
        (named && self.open.is_empty()).then_some(head)
    }
}

/// Whether a serial's title says its kind alone: 周报, 工作简报, 建设周报.
fn only_says_what_kind(title: &str) -> bool {
    const OF: &[&str] = &["工作", "建设", "情况", "进展", "进度", "施工", "信息"];
    let length = title.chars().count();
    length <= 2 || length <= 4 && OF.iter().any(|of| title.starts_with(of))
}

/// Whether what looks like a mark is the title of a serial where no other line is: 内部参考, 内部通讯.
fn is_internal_serial(mark: &str) -> bool {
    let name = bare(mark);
    name.starts_with("内部")
        && name.chars().count() <= 6
        && is_serial(mark)
        && !["资料", "材料", "刊物"].iter().any(|end| name.ends_with(end))
}

/// A line that stands in brackets with several things in it, without them: （…办公室　2020年11月5日）.
fn without_brackets(text: &str) -> &str {
    let stamped = |inner: &str| {
        let mut parts = pieces(inner).filter_map(|piece| inner.get(piece));
        parts.any(|part| Stamp::at_end(part).is_some_and(|(at, _)| at > 0 || part.len() < inner.len()))
    };
    let inner = bracketed(text).filter(|inner| Stamp::whole(text).is_none() && stamped(inner));
    inner.unwrap_or(text)
}

fn join(run: &mut Option<Piece>, piece: Piece) {
    match run {
        Some(run) => run.end = piece.end,
        None => *run = Some(piece),
    }
}
