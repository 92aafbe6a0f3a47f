//! The healed text of a bulletin: the file's text without page artefacts, broken lines joined.

use std::ops::Range;

use memchr::{memchr_iter, memchr2};

use super::line::{Line, emphasis};
use super::page::{Artefact, Dropped};
use crate::bulletin::{FilePlace, Seam, Span, Text};

/// Bytes between seams at most: the way back to the file is counted from the seam before.
const SEAMS_APART: usize = 8192;

/// The healed text, and the way from bytes of the file to its bytes.
pub(super) struct Healed {
    /// The text.
    pub text: Text,
    /// Where runs of the file's text begin: byte of the file, byte of the healed text.
    runs: Vec<(usize, usize)>,
}

/// A part of a file to be healed.
pub(super) struct Source<'a> {
    /// The file's text.
    pub file: &'a str,
    /// The part, in bytes.
    pub range: Range<usize>,
    /// Its lines.
    pub lines: &'a [Line<'a>],
    /// What is left out.
    pub dropped: &'a [Dropped<'a>],
    /// Where the part begins in the file.
    pub origin: FilePlace,
}

/// How a line stands to the line before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Joint {
    /// It begins something.
    #[default]
    Apart,
    /// It goes on in mid-sentence.
    Closed,
    /// It goes on behind a blank, as the second line of a title does.
    Spaced,
}

/// Heals a part of a file. `joints` says of each line how it stands to the line before.
pub(super) fn heal(source: &Source<'_>, joints: &[Joint]) -> Healed {
    let mut writer = Writer {
        file: source.file,
        copied: source.range.start,
        body: String::with_capacity(source.range.len()),
        seams: Vec::new(),
        runs: Vec::new(),
        point: source.origin.point,
        line: source.origin.line,
        counted: source.range.start,
    };
    writer.begin_run();
    let part = source.file.get(source.range.clone()).unwrap_or_default();
    let starred = memchr2(b'*', b'_', part.as_bytes()).is_some();
    let mut dropped = source.dropped.iter().filter(|it| it.kind != Artefact::Rule).peekable();
    let mut before: Option<&Line<'_>> = None;
    for (line, &joint) in source.lines.iter().zip(joints) {
        if let Some(before) = before.filter(|_| joint != Joint::Apart) {
            while dropped.next_if(|it| it.line.start < line.start).is_some() {}
            writer.join(before, line, joint);
        }
        while let Some(it) = dropped.next_if(|it| it.line.start < line.start) {
            writer.copy_to(it.line.start);
            writer.skip_to(it.line.end());
        }
        if starred {
            // The line may begin behind a mark that is closed inside it.
            let opened = source.file.get(..line.start).is_some_and(|before| before.ends_with("__"));
            let start = line.start - if opened { 2 } else { 0 };
            for (at, bytes) in emphasis(source.file.get(start..line.end()).unwrap_or_default()) {
                writer.copy_to(start + at);
                writer.skip_to(start + at + bytes);
            }
        }
        before = Some(line);
    }
    for it in dropped {
        writer.copy_to(it.line.start);
        writer.skip_to(it.line.end());
    }
    writer.copy_to(source.range.end);
    Healed { text: Text::new(writer.body, writer.seams), runs: writer.runs }
}

impl Healed {
    /// The span of a range of the file's bytes.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let start = self.position(range.start);
        Span::new(start, self.position(range.end).max(start))
    }

    /// The byte of the healed text that stands for a byte of the file; of one left out, the next that was not.
    fn position(&self, byte: usize) -> usize {
        let index = self.runs.partition_point(|(file, _)| *file <= byte);
        let Some(&(file, healed)) = index.checked_sub(1).and_then(|index| self.runs.get(index)) else {
            return 0;
        };
        let next = self.runs.get(index).map_or(self.text.as_str().len(), |(_, healed)| *healed);
        (healed + byte - file).min(next)
    }
}

/// Copies the file's text, run by run.
struct Writer<'a> {
    file: &'a str,
    /// Byte of the file up to which it is copied or left out.
    copied: usize,
    body: String,
    seams: Vec<Seam>,
    runs: Vec<(usize, usize)>,
    /// Code points and lines of the file before `counted`.
    point: u32,
    line: u32,
    counted: usize,
}

impl Writer<'_> {
    fn copy_to(&mut self, byte: usize) {
        while byte.saturating_sub(self.copied) > SEAMS_APART {
            let mut end = self.copied + SEAMS_APART;
            while !self.file.is_char_boundary(end) {
                end += 1;
            }
            self.body.push_str(self.file.get(self.copied..end).unwrap_or_default());
            self.copied = end;
            self.begin_run();
        }
        self.body.push_str(self.file.get(self.copied..byte).unwrap_or_default());
        self.copied = self.copied.max(byte);
    }

    fn skip_to(&mut self, byte: usize) {
        self.copied = self.copied.max(byte);
        self.begin_run();
    }

    /// Joins two lines: by a blank too where one was left, or where Latin letters would run together.
    fn join(&mut self, before: &Line<'_>, line: &Line<'_>, joint: Joint) {
        self.copy_to(before.end());
        let next = line.text.chars().next().unwrap_or(' ');
        let latin = before.last().is_ascii_alphabetic() && next.is_ascii_alphabetic();
        let left = self.file.get(before.end()..).is_some_and(|rest| rest.starts_with(' '));
        if joint == Joint::Spaced || latin || left && (next.is_ascii() || before.last().is_ascii()) {
            self.body.push(' ');
        }
        self.skip_to(line.start);
    }

    /// Notes that the text goes on elsewhere in the file.
    fn begin_run(&mut self) {
        let between = self.file.get(self.counted..self.copied).unwrap_or_default();
        self.point += between.chars().count() as u32;
        self.line += memchr_iter(b'\n', between.as_bytes()).count() as u32;
        self.counted = self.copied.max(self.counted);
        let at = self.body.len();
        self.runs.push((self.copied, at));
        let seam = Seam { at: at as u32, point: self.point, line: self.line };
        match self.seams.last_mut() {
            Some(last) if last.at == seam.at => *last = seam,
            _ => self.seams.push(seam),
        }
    }
}
