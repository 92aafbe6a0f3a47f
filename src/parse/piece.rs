//! A line of a masthead or a footer in pieces, and what a piece is: 签发：…, an office, a serial, a mark.

mod words;

use std::borrow::Cow;
use std::cell::LazyCell;

use memchr::memchr3;

use super::bare::{bare, is_one_of};
use super::line::is_blank;
use crate::numeral::{HanSet, plain};
use words::{
    FURNITURE, FURNITURE_STARTS, ISSUER_LABELS, ISSUER_VERBS, LABEL_STARTS, LABELS, MARK_STARTS, MARKS,
    NOT_OFFICES, OFFICE_ENDS, OFFICES, SERIAL_ENDS, SERIALS, VERB_ENDS,
};

/// A run of bytes of a line.
pub(super) type Piece = std::ops::Range<usize>;

/// The pieces of a line, parted by wide blanks; a spaced-out word is one piece.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let is_single =
        move |word: &Piece| text.get(word.clone()).is_some_and(|word| word.chars().nth(1).is_none());
    // Behind a label, a name of two characters is spaced out: 编辑：林　平.
    let begins_spaced = move |word: &Piece| {
        let mut backwards = text.get(..word.end).unwrap_or_default().chars().rev();
        is_single(word) || backwards.nth(1).is_some_and(|c| plain(c) == ':')
    };
    let spaced_out = LazyCell::new(move || words(text).all(|(word, _)| is_single(&word)));
    let mut words = words(text).peekable();
    std::iter::from_fn(move || {
        let (mut last, _) = words.next()?;
        let start = last.start;
        while let Some((word, _)) = words.next_if(|(word, gap)| {
            *gap <= 1 || *gap <= 2 && is_single(word) && begins_spaced(&last) || *spaced_out
        }) {
            last = word;
        }
        Some(start..last.end)
    })
}

/// The words between blanks, each with the columns of the blanks before it.
fn words(text: &str) -> impl Iterator<Item = (Piece, u32)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let begun = rest.trim_start_matches(is_blank);
        let start = text.len() - begun.len();
        let blanks = text.get(at..start).unwrap_or_default().chars();
        let gap = blanks.map(|blank| match blank {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        });
        at = start + begun.find(is_blank).unwrap_or(begun.len());
        (at > start).then(|| (start..at, gap.sum()))
    })
}

/// A mark as it is kept: as printed, without Markdown's `**`.
pub(super) fn mark(text: &str) -> String {
    text.replace("**", "")
}

/// Whether a piece has a label at its start or behind a blank.
pub(super) fn is_labelled(text: &str) -> bool {
    // Of the colons that are not ASCII's, full-width ones, that is the first byte.
    memchr3(b':', b'|', 0xef, text.as_bytes()).is_some()
        && (label(without_stars(text)).is_some() || labels_behind_blanks(text).next().is_some())
}

/// A piece cut before each label that follows a blank in it.
pub(super) fn cut_at_labels(text: &str) -> Vec<&str> {
    let mut start = 0;
    let parts = labels_behind_blanks(text).chain([text.len()]).filter_map(|end| {
        let part = text.get(start..end)?;
        start = end;
        Some(without_stars(part))
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Where labels begin that follow a blank.
fn labels_behind_blanks(text: &str) -> impl Iterator<Item = usize> {
    let mut behind_blank = false;
    text.char_indices().filter_map(move |(at, character)| {
        let begins = !is_blank(character) && std::mem::take(&mut behind_blank);
        behind_blank |= is_blank(character);
        (begins && label(text.get(at..)?).is_some()).then_some(at)
    })
}

/// A part of a line without the blanks and stars around it.
fn without_stars(text: &str) -> &str {
    text.trim_matches(|c| is_blank(c) || c == '*')
}

/// The label that `text` begins with, in plain characters, and what follows its colon.
pub(super) fn label(text: &str) -> Option<(Cow<'_, str>, &str)> {
    // Most texts do not even begin like one.
    let first = text.chars().find(|c| !is_blank(*c) && *c != '*')?;
    if LABEL_STARTS.contains(plain(first)) { label_of(text, LABELS) } else { None }
}

/// As [`label`], with other labels.
pub(super) fn label_of<'a>(text: &'a str, labels: &[&str]) -> Option<(Cow<'a, str>, &'a str)> {
    let begin = text.as_bytes().get(..48).unwrap_or(text.as_bytes());
    memchr3(b':', b'|', 0xef, begin)?;
    let (colon, mark) = text.char_indices().take(12).find(|&(_, c)| matches!(plain(c), ':' | '|'))?;
    let name = bare(text.get(..colon)?);
    let value = text.get(colon + mark.len_utf8()..)?;
    let value = value.trim_start_matches(|c| is_blank(c) || c == '*');
    labels.contains(&&*name).then_some((name, value))
}

/// Whether a label names the issuing office.
pub(super) fn is_issuer_label(label: &str) -> bool {
    ISSUER_LABELS.contains(&label)
}

/// Whether the label's value is a date or a number.
pub(super) fn is_stamp_label(label: &str) -> bool {
    matches!(
        label,
        "日期"
            | "时间"
            | "印发日期"
            | "发布日期"
            | "出版日期"
            | "期号"
            | "期数"
            | "刊期"
            | "份数"
            | "印数"
    )
}

/// Whether the text is only a verb behind an office: 编, 主办.
pub(super) fn is_issuer_verb(text: &str) -> bool {
    is_one_of(text, ISSUER_VERBS)
}

/// The name of an office without 编, 主办 and the like, and whether it had them.
pub(super) fn without_issuer_verb(text: &str) -> (&str, bool) {
    if !may_end(text, &VERB_ENDS) {
        return (text, false);
    }
    let found = ISSUER_VERBS.iter().find_map(|verb| {
        let mut rest = text;
        for wanted in verb.chars().rev() {
            let last = rest.chars().next_back().filter(|&last| plain(last) == wanted)?;
            rest = rest.get(..rest.len() - last.len_utf8())?.trim_end_matches(is_blank);
        }
        (!rest.is_empty()).then_some(rest)
    });
    found.map_or((text, false), |rest| (rest.trim_end_matches(is_blank), true))
}

/// Whether the text names an issuer by its verb: …调查组编, …主办.
pub(super) fn is_issuer(text: &str) -> bool {
    let (name, found) = without_issuer_verb(text);
    if !found {
        return false;
    }
    let length = name.chars().count();
    let verb = bare(text.get(name.len()..).unwrap_or_default());
    let sure = matches!(&*verb, "编" | "主办" | "编印" | "编发" | "编制");
    let several = || name.contains('、') && name.split('、').all(is_office);
    is_office(name)
        || sure && several()
        || sure && (4..=25).contains(&length) && !name.contains(['，', '。', '、', '“'])
}

/// Whether a text may end with one of the words that end so. Most texts do not.
fn may_end(text: &str, ends: &HanSet) -> bool {
    text.chars().next_back().is_some_and(|last| ends.contains(plain(last)))
}

/// Whether a text ends with one of the words.
fn ends_like(text: &str, words: &[&str]) -> bool {
    let last = text.as_bytes().last();
    words.iter().any(|word| word.as_bytes().last() == last && text.ends_with(word))
}

/// Whether the text is the name of an office, or of several, parted by blanks.
pub(super) fn is_office(text: &str) -> bool {
    if !may_end(text, &OFFICE_ENDS) {
        return false;
    }
    let bare = bare(text);
    let length = bare.chars().count();
    (3..=40).contains(&length)
        && ends_like(&bare, OFFICES)
        && !NOT_OFFICES.iter().any(|other| bare.contains(other))
        && !bare.contains(['，', ',', '。', ':', '|', '；', '“', '”', '？', '！', '、', '《', '—', '【'])
}

/// Whether the text reads as the title of a serial.
pub(super) fn is_serial(text: &str) -> bool {
    if !may_end(text, &SERIAL_ENDS) {
        return false;
    }
    let bare = bare(text);
    (2..=30).contains(&bare.chars().count())
        && ends_like(&bare, SERIALS)
        && !bare.contains(['，', ',', '。', ':', '；', '？', '！', '【'])
        && !(bare.contains("关于") || bare.contains("转发"))
}

/// Whether a short line belongs to the page of the web around the text: 【打印本页】, 关闭窗口.
fn is_furniture(text: &str) -> bool {
    let text = text.trim_start_matches(['【', '[', '〖', '（', '(']);
    text.starts_with(|first| FURNITURE_STARTS.contains(first))
        && text.chars().count() <= 20
        && !text.contains('。')
        && FURNITURE.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| {
                // Words of two characters say so only alone.
                word.len() > 6 || rest.trim_matches(['】', ']', '〗', '）', ')']).is_empty()
            })
        })
}

/// Whether the text is a mark that mastheads carry: 内部资料, 仅供领导参考.
pub(super) fn is_mark(text: &str) -> bool {
    if is_furniture(text) {
        return true;
    }
    if text.len() > 150 || !text.chars().any(|c| MARK_STARTS.contains(plain(c))) {
        return false;
    }
    let bare = bare(text);
    let is_marked = bare.char_indices().filter(|&(_, c)| MARK_STARTS.contains(c)).any(|(at, _)| {
        let rest = bare.get(at..).unwrap_or_default();
        MARKS.iter().any(|mark| rest.starts_with(mark))
    });
    is_marked && bare.chars().count() <= 40 && !bare.contains('。')
}

/// The name of an office as it is kept: closed up, without the stars of Markdown's emphasis.
pub(super) fn office_name(text: &str) -> String {
    closed_up(text).replace('*', "")
}

/// A text without the blanks that only set it apart: those next to a character that is not Latin.
pub(super) fn closed_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for character in text.chars() {
        if is_blank(character) {
            blank = true;
            continue;
        }
        let latin = |c: char| c.is_ascii_alphanumeric();
        if blank && latin(character) && out.ends_with(latin) {
            out.push(' ');
        }
        blank = false;
        out.push(character);
    }
    out
}
