//! Which lines are titles though no contents name them: told by place, length, and what follows.

use super::super::bare::bare;
use super::super::contents::leading_column;
use super::super::issue::Stamp;
use super::super::line::{Line, is_blank};
use super::super::look::{bracketed, is_byline, is_note, is_signed, looks_like_title};
use super::super::piece::is_office;
use super::{COLUMNS, Kind, Place, Sorter};
use crate::numeral::PrintedDate;

impl Sorter<'_> {
    /// Whether a group that no entry of the contents names is a title all the same.
    pub(super) fn is_title(&self, at: usize) -> bool {
        let Some(line) = self.only(at).filter(|line| looks_like_title(line)) else {
            return false;
        };
        let Some(next) = self.first(at + 1) else {
            return false;
        };
        let begins = self.blocks.is_empty() || self.last_kind() == Some(Kind::Column);
        if begins {
            return !is_note(line.text);
        }
        // Markdown's headings are titles at the depth at which the last one was.
        if line.depth > 0 && line.depth == self.depth {
            return true;
        }
        let weight = self.weight(at, line, next);
        weight >= if self.matches.has_entries() { 5 } else { 4 }
    }

    /// How much speaks for a title in mid-body.
    fn weight(&self, at: usize, line: &Line<'_>, next: &Line<'_>) -> i32 {
        let mut weight = 0;
        let length = line.chars;
        let bulleted = line.is_bulleted();
        let byline_next = match bracketed(next.text) {
            Some(inner) => is_byline(inner) || is_office(inner),
            None => !next.gap && is_signed(next.text),
        };
        let sub_title_next = next.text.starts_with("——");
        let text_at = if byline_next || sub_title_next { at + 2 } else { at + 1 };
        let followed = self.first(text_at).is_some_and(|next| {
            next.is_prose()
                || self.only(text_at).is_none()
                || is_salutation(next)
                || next.chars >= 30
                || is_note(next.text)
                || next.marker().is_some()
        });
        let second_line =
            !next.gap && looks_like_title(next) && self.first(at + 2).is_some_and(Line::is_prose);
        if !(followed || second_line)
            || Stamp::at_end(line.text).is_some_and(|(_, stamp)| stamp.date.is_some())
        {
            return 0;
        }
        weight += 2 * i32::from(byline_next || sub_title_next || line.rule || line.marked);
        weight += 2 * i32::from(self.last_kind() == Some(Kind::Byline));
        weight += i32::from(line.gap) + i32::from(next.gap);
        let stands_alike = line.gap && self.stands_like_first(at, text_at - at, byline_next);
        weight += 6 * i32::from(stands_alike);
        weight += 3 * i32::from(bulleted && self.listed) + 2 * i32::from(bulleted);
        let spaced_out = is_spaced_out(line.text);
        weight += match length {
            0..=6 if is_rubric(line.text) => 2,
            0..=6 => -3,
            7..=9 => 0,
            10..=11 => 1,
            _ => 2,
        };
        weight += i32::from(line.text.contains(is_blank)) + 2 * i32::from(spaced_out);
        weight += 2 * i32::from(opens_news(next.text) || takes_up(line.text, next.text));
        weight += 2 * i32::from(is_kind_of_text(line.text));
        weight += 3 * i32::from(leading_column(line.text).is_some_and(|(_, rest)| !rest.is_empty()));
        weight += i32::from(
            line.text.contains(['县', '市', '区', '镇', '乡', '村', '局', '省', '州', '我', '院', '校']),
        );
        if self.setting.indented && !bulleted {
            weight += match line.indent {
                2..=4 if self.setting.indent.is_none_or(|indent| indent == line.indent) => -3,
                // In the middle of the line, and apart.
                8.. if line.gap => 3,
                _ => 2,
            };
        }
        weight + self.numbering_weight(at)
    }

    /// Whether a title of so many groups stands like the first one, where no contents name the titles and
    /// nothing but articles is set apart.
    fn stands_like_first(&self, at: usize, count: usize, signed: bool) -> bool {
        let under_title = matches!(self.last_kind(), Some(Kind::Title(_)));
        if under_title || self.setting.spaced || self.matches.has_entries() {
            return false;
        }
        self.first_title.zip(self.place(at, count)).is_some_and(|(first, own)| {
            // Below a by-line a gap says nothing.
            own == if signed { Place { gap_after: own.gap_after, ..first } } else { first }
        })
    }

    /// Where the next section marker counts on, the line stands inside the article; where it begins
    /// anew, a new article does.
    fn numbering_weight(&self, at: usize) -> i32 {
        let Some((kind, ordinal)) = self.numbered else {
            return 0;
        };
        let next = self.groups.iter().skip(at + 1).take(12).find_map(|group| {
            let line = self.lines.get(group.start)?;
            line.marker().filter(|marker| marker.kind == kind)
        });
        match next.and_then(|marker| marker.ordinal) {
            Some(1) if ordinal > 1 => 2,
            Some(next) if next == ordinal + 1 => -4,
            _ => 0,
        }
    }
}

/// Whether a title is set with a blank behind every character.
fn is_spaced_out(text: &str) -> bool {
    let mut words = text.split(is_blank).filter(|word| !word.is_empty());
    text.contains(is_blank) && words.all(|word| word.chars().nth(1).is_none())
}

/// Whether a title ends with the name of a kind of text: …侧记, …调查. Sub-headings do not.
fn is_kind_of_text(title: &str) -> bool {
    const KINDS: &[&str] = &[
        "侧记", "纪实", "小记", "速写", "特写", "见闻", "一瞥", "掠影", "扫描", "综述", "述评", "调查",
        "启示", "小结", "记事", "散记", "通报", "报告", "札记",
    ];
    KINDS.iter().any(|kind| title.ends_with(kind))
}

/// Whether a short line is the name of what editors put at the end: 简讯, 更正.
fn is_rubric(text: &str) -> bool {
    let name = bare(text);
    let several = name
        .strip_suffix('则')
        .is_some_and(|name| name.ends_with(['二', '两', '三', '四', '五', '六', '七', '八']));
    several
        || COLUMNS.contains(&&*name)
        || matches!(&*name, "更正" | "勘误" | "更正启事" | "来信摘登" | "群众来信")
}

/// Whether the first sentence takes up what the title begins with, as news do: 柳湾乡林下种菌, 柳湾乡利用….
fn takes_up(title: &str, text: &str) -> bool {
    let (mut one, mut other) = (title.chars(), text.chars());
    (0..3).all(|_| one.next().zip(other.next()).is_some_and(|(a, b)| a == b))
}

/// Whether the line addresses the readers of a notice: 各镇人民政府：
fn is_salutation(line: &Line<'_>) -> bool {
    line.text.starts_with('各') && line.text.ends_with(['：', ':'])
}

/// Whether a paragraph begins as news do: 近日，… 3月4日，… A sub-heading's first paragraph seldom does.
fn opens_news(text: &str) -> bool {
    ["近日", "日前", "近期"].iter().any(|word| text.starts_with(word))
        || PrintedDate::at_start(text).is_some()
}
