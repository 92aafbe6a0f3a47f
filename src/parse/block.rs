//! The blocks of a body: columns, titles, by-lines, paragraphs.

mod title;

use std::ops::Range;

use super::bare::bare;
use super::contents::{self, Entry, leading_column};
use super::heal::Joint;
use super::issue::Stamp;
use super::join::{Setting, is_open, joined};
use super::line::{Line, is_blank};
use super::look::{
    bracketed, corrigendum, headline, is_byline, is_labelled_byline, is_name, is_note, is_remark, is_signed,
    looks_like_title,
};
use super::matching::Matches;
use super::piece::{is_mark, is_office};
use crate::numeral::MarkerKind;

/// Columns that also stand without brackets.
const COLUMNS: &[&str] = &[
    "简讯",
    "短讯",
    "简明信息",
    "信息快递",
    "信息快讯",
    "工作动态",
    "经验交流",
    "典型经验",
    "领导讲话",
    "一句话新闻",
];

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 【典型经验】
    Column,
    /// The title of an article; the entry of the contents it was told by.
    Title(Option<usize>),
    /// （…供稿）
    Byline,
    /// A paragraph, or a heading.
    Prose,
}

/// A block of the body.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// The number of its first line in the file.
    pub line: u32,
}

/// The body of a bulletin while its blocks are told apart.
struct Sorter<'a> {
    lines: &'a [Line<'a>],
    groups: Vec<Range<usize>>,
    matches: &'a Matches,
    setting: Setting,
    joints: Vec<Joint>,
    blocks: Vec<Block>,
    /// The last section marker of the article that is open.
    numbered: Option<(MarkerKind, u32)>,
    /// Whether an article opened by a bullet is open.
    listed: bool,
    /// The depth of the titles among the Markdown headings; 0 where they are none.
    depth: u8,
    /// How the first title is set.
    first_title: Option<Place>,
}

/// How a title stands among the lines around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    gap_before: bool,
    gap_after: bool,
    indent: u32,
}

/// The blocks of a body, and how each line stands to the line before.
pub(super) fn blocks(lines: &[Line<'_>], entries: &[Entry]) -> (Vec<Block>, Vec<Joint>, Matches) {
    let matches = Matches::of(lines, entries);
    let setting = Setting::of(lines);
    let joined = joined(lines, setting, matches.fixed());
    let mut groups: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for (index, joined) in joined.iter().enumerate() {
        match groups.last_mut() {
            Some(last) if *joined => last.end = index + 1,
            _ => groups.push(index..index + 1),
        }
    }
    let joints = joined.into_iter().map(|joined| if joined { Joint::Closed } else { Joint::Apart }).collect();
    let mut sorter = Sorter {
        lines,
        groups,
        matches: &matches,
        setting,
        joints,
        blocks: Vec::with_capacity(lines.len()),
        numbered: None,
        listed: false,
        depth: 0,
        first_title: None,
    };
    let mut at = 0;
    while at < sorter.groups.len() {
        at += sorter.take(at);
    }
    let (mut blocks, joints) = (sorter.blocks, sorter.joints);
    name_columns(&mut blocks, entries);
    (blocks, joints, matches)
}

impl<'a> Sorter<'a> {
    /// Takes the group at `at`, with those that belong to its title; says how many were taken.
    fn take(&mut self, at: usize) -> usize {
        let Some(line) = self.first(at) else { return 1 };
        let index = self.groups.get(at).map_or(0, |group| group.start);
        if let Some(entry) = self.matches.at(index) {
            return self.take_title(at, Some(entry));
        }
        if let Some(name) = self.column(at) {
            self.push_part(Kind::Column, line, name);
            self.listed = false;
            return 1;
        }
        if let Some(name) = self.byline(at) {
            self.push_part(Kind::Byline, line, name);
            return 1;
        }
        if self.is_title(at) {
            return self.take_title(at, None);
        }
        self.take_prose(at);
        1
    }

    fn first(&self, at: usize) -> Option<&'a Line<'a>> {
        self.lines.get(self.groups.get(at)?.start)
    }

    /// The line of a group that is one line.
    fn only(&self, at: usize) -> Option<&'a Line<'a>> {
        let group = self.groups.get(at)?;
        (group.len() == 1).then(|| self.lines.get(group.start)).flatten()
    }

    /// How so many groups, a title, stand among the others.
    fn place(&self, at: usize, count: usize) -> Option<Place> {
        let (line, next) = (self.only(at)?, self.first(at + count)?);
        Some(Place { gap_before: line.gap, gap_after: next.gap, indent: line.indent })
    }

    fn last_kind(&self) -> Option<Kind> {
        self.blocks.last().map(|block| block.kind)
    }

    fn push_part(&mut self, kind: Kind, line: &Line<'_>, part: &str) {
        let start = line.start + (part.as_ptr() as usize - line.text.as_ptr() as usize);
        self.push(kind, start..start + part.len(), line.number);
    }

    fn push(&mut self, kind: Kind, range: Range<usize>, line: u32) {
        self.blocks.push(Block { kind, range, line });
    }

    /// The name of the column that a group is.
    fn column(&self, at: usize) -> Option<&'a str> {
        let line = self.only(at)?;
        if let Some(name) = contents::column(line.text) {
            return Stamp::whole(line.text).is_none().then_some(name);
        }
        if line.chars > 12 || matches!(self.last_kind(), Some(Kind::Title(_))) {
            return None;
        }
        if self.matches.names_column(line.text) {
            return Some(line.inner());
        }
        // A column without brackets, before a title.
        let known = COLUMNS.contains(&&*bare(line.text));
        let next = self.only(at + 1)?;
        (known && !next.is_prose()).then_some(line.text)
    }

    /// The by-line that a group is, without its brackets.
    fn byline(&self, at: usize) -> Option<&'a str> {
        let line = self.only(at)?;
        let under_title = matches!(self.last_kind(), Some(Kind::Title(_)));
        let in_article = matches!(self.last_kind(), Some(Kind::Prose | Kind::Title(_)));
        if !in_article || line.chars > 60 {
            return None;
        }
        if let Some(inner) = bracketed(line.text) {
            let fits = !inner.contains('。') && Stamp::whole(inner).is_none() && !is_mark(inner);
            let named = is_byline(inner)
                || is_office(inner)
                || is_name(inner)
                || under_title
                || self.ends_article(at) && !inner.contains('，');
            return (fits && named && !is_remark(inner)).then_some(inner);
        }
        let dashed = line.text.trim_start_matches(['—', '―', '─', '－', '-']);
        if dashed.len() < line.text.len() {
            let inner = dashed.trim_start_matches(is_blank);
            return (!under_title
                && self.ends_article(at)
                && !inner.contains('。')
                && inner.chars().count() <= 30)
                .then_some(inner);
        }
        if under_title
            && is_signed(line.text)
            && self.first(at + 1).is_some_and(|next| {
                next.is_prose() || next.gap || is_note(next.text) || self.only(at + 1).is_none()
            })
        {
            return Some(line.text);
        }
        (is_open(line.text) && is_labelled_byline(line.text)).then_some(line.text)
    }

    /// Whether no paragraph follows a group.
    fn ends_article(&self, at: usize) -> bool {
        let titled = self.groups.get(at + 1).is_some_and(|group| self.matches.at(group.start).is_some());
        titled || self.first(at + 1).is_none_or(|next| !next.is_prose() && next.marker().is_none())
    }

    /// Takes a title, its second line and its sub-title.
    fn take_title(&mut self, at: usize, entry: Option<usize>) -> usize {
        let Some(first) = self.first(at) else { return 1 };
        self.depth = first.depth;
        let text = first.inner();
        self.listed = first.is_bulleted();
        let mut start = first.end() - text.len();
        if let Some((column, title)) = leading_column(text).filter(|(_, rest)| !rest.is_empty()) {
            self.push_part(Kind::Column, first, column);
            start = first.end() - title.len();
        } else if entry.is_some() {
            start +=
                first.inner_marker().filter(|marker| marker.kind.level().is_some()).map_or(0, |marker| {
                    let rest = text.get(marker.bytes..).unwrap_or_default();
                    text.len() - rest.trim_start_matches(is_blank).len()
                });
        }
        let mut taken = 1;
        let index = self.groups.get(at).map_or(0, |group| group.start);
        let told = entry.map_or(0, |_| self.matches.lines_at(index));
        while self
            .groups
            .get(at + taken)
            .is_some_and(|group| group.start < index + told || self.adds_to_title(at, taken, entry))
        {
            for line in self.groups.get(at + taken).cloned().unwrap_or_default() {
                let dashed = self.lines.get(line).is_some_and(|line| line.text.starts_with(['—', '―', '─']));
                if let Some(joint) = self.joints.get_mut(line) {
                    *joint = if dashed { Joint::Closed } else { Joint::Spaced };
                }
            }
            taken += 1;
        }
        let last =
            self.groups.get(at + taken - 1).and_then(|group| self.lines.get(group.end - 1)).unwrap_or(first);
        let end = last.start + last.text.trim_end_matches(['：', ':']).len();
        self.first_title = self.first_title.or(self.place(at, taken));
        self.push(Kind::Title(entry), start..end.max(start), first.number);
        self.numbered = None;
        taken
    }

    /// Whether the group `taken` after the title at `at` is its second line or its sub-title.
    fn adds_to_title(&self, at: usize, taken: usize, entry: Option<usize>) -> bool {
        let (Some(before), Some(line)) = (self.first(at + taken - 1), self.only(at + taken)) else {
            return false;
        };
        if self.matches.at(self.groups.get(at + taken).map_or(0, |group| group.start)).is_some() {
            return false;
        }
        let dashed = line.text.starts_with(['—', '―', '─']) && line.chars <= 60 && !line.text.ends_with('。');
        if dashed {
            return true;
        }
        let follows = self.first(at + taken + 1);
        taken < 3
            && entry.is_none()
            && !line.gap
            && !line.page
            && !line.rule
            && looks_like_title(line)
            && line.chars >= 4
            && !self.listed
            && contents::column(line.text).is_none()
            && bracketed(line.text).is_none()
            && !is_labelled_byline(line.text)
            && !is_signed(line.text)
            && Stamp::whole(line.text).is_none()
            && before.chars <= 40
            // A heading without a marker stands at the indent of the text.
            && !(self.setting.indented && line.chars <= 8 && (2..=4).contains(&line.indent))
            && follows.is_some_and(|next| {
                next.is_prose() || next.gap || next.text.starts_with(['—', '（', '(']) || next.text.ends_with(['：', ':'])
            })
    }

    fn take_prose(&mut self, at: usize) {
        let (Some(group), Some(first)) = (self.groups.get(at).cloned(), self.first(at)) else {
            return;
        };
        let end = self.lines.get(group.end - 1).map_or(first.end(), Line::end);
        let text = first.inner();
        let bulleted = first.is_bulleted();
        let start = first.end() - text.len();
        if let Some(marker) = first.inner_marker().filter(|marker| marker.kind.level().is_some()) {
            self.numbered = Some((marker.kind, marker.ordinal.unwrap_or_default()));
        }
        let begins = !matches!(self.last_kind(), Some(Kind::Title(_) | Kind::Prose | Kind::Byline));
        if bulleted
            && (begins || self.listed)
            && let Some(headline) = headline(text)
        {
            let entry = self.matches.entry_of(headline);
            self.push(Kind::Title(entry), start..start + headline.len(), first.number);
            self.push(Kind::Prose, start + headline.len() + '。'.len_utf8()..end, first.number);
            self.listed = true;
            return;
        }
        if let Some((title, rest)) = corrigendum(text) {
            self.push(Kind::Title(None), start + title.start..start + title.end, first.number);
            self.push(Kind::Prose, start + rest..end, first.number);
            return;
        }
        self.push(Kind::Prose, start..end, first.number);
    }
}

/// Where contents are nested, the entries above others are columns: nothing but a title follows them.
fn name_columns(blocks: &mut [Block], entries: &[Entry]) {
    let nested = |entry: Option<usize>, other: Option<usize>| {
        let level = |entry: Option<usize>| entries.get(entry?)?.level;
        matches!((level(entry), level(other)), (Some(above), Some(below)) if above < below)
    };
    for index in 1..blocks.len() {
        let (Some(above), Some(below)) = (blocks.get(index - 1), blocks.get(index)) else {
            return;
        };
        // A short title that no entry names, with nothing below it but another title, is one too.
        let is_short = above.range.len() <= 24;
        if let (Kind::Title(entry), Kind::Title(other)) = (above.kind, below.kind)
            && let Some(above) =
                blocks.get_mut(index - 1).filter(|_| nested(entry, other) || entry.is_none() && is_short)
        {
            above.kind = Kind::Column;
        }
    }
}
