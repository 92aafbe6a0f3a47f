//! The names of things in a text without word boundaries: what stands between verbs and numbers.

use std::ops::Range;
use std::sync::LazyLock;

use super::cues;
use super::glyph::Glyphs;
use super::noun_words::{EACH, HEAD, LIGHT, NAMING, OPENING, TAIL};
use super::units;
use super::words::{Words, any_at, any_ending, ends, rows};
use crate::numeral::number::is_numeral;

/// The longest name of a counted thing, in glyphs.
pub(super) const LONGEST: usize = 16;

/// The name in the part of a clause before a figure: what stands behind its last verb.
///
/// With `verbal` a verb may be the name: 立案86件.
pub(super) fn name_in(glyphs: &Glyphs<'_>, clause: Range<usize>, verbal: bool) -> Option<Range<usize>> {
    let end = trim_tail(glyphs, clause.start, clause.end);
    let start = behind_last_verb(glyphs, clause.start, end, verbal);
    let start = trim_head(glyphs, start, end);
    let start = start.max(end.saturating_sub(LONGEST));
    let name = glyphs.slice(start..end);
    // 明年6月底前, 2019年同期 name nothing.
    let dated = name.iter().any(char::is_ascii_digit)
        && any_ending(name, &["期", "年", "月", "日", "底", "前"]).is_some();
    (start < end && !dated).then_some(start..end)
}

/// The name before the verb that ends the clause: 景区新增1家.
pub(super) fn subject(glyphs: &Glyphs<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::backward(rows(LIGHT)));
    let end = trim_tail(glyphs, clause.start, clause.end);
    let (length, _) = WORDS.ending(glyphs.slice(clause.start..end))?;
    name_in(glyphs, clause.start..end - length, false)
}

/// Without the words that lead to the number: 达, 为, 增长.
pub(super) fn trim_tail(glyphs: &Glyphs<'_>, start: usize, end: usize) -> usize {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::backward(rows(TAIL)));
    let mut end = end;
    loop {
        let text = glyphs.slice(start..end);
        if let Some((length, _)) = cues::growth_ending(text).filter(|(length, _)| *length > 1) {
            // 亩均增产 is a name, 亩均 is none.
            let rest = glyphs.slice(start..end - length);
            if ends(rest, "均年") || ends(rest, "均") && !ends(rest, "年均") {
                break;
            }
            end -= length;
            continue;
        }
        let Some((length, unless)) = WORDS.ending(text) else {
            break;
        };
        let previous = glyphs.slice(start..end - length).last();
        if previous.is_some_and(|&previous| unless.contains(previous)) {
            break;
        }
        end -= length;
    }
    end
}

/// Without the words that come before a name: 的, 其中, 共.
fn trim_head(glyphs: &Glyphs<'_>, start: usize, end: usize) -> usize {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(rows(HEAD)));
    let mut start = start;
    while let Some(length) = guarded_at(&WORDS, glyphs.slice(start..end)) {
        start += length;
    }
    start
}

/// Behind the last verb of the range; with `verbal` behind the last that cannot be a name.
fn behind_last_verb(glyphs: &Glyphs<'_>, start: usize, end: usize, verbal: bool) -> usize {
    let (mut name, mut at) = (start, start);
    while at < end {
        let text = glyphs.slice(at..end);
        let opening = if at == start && !verbal { opening_at(text) } else { None };
        let verb = if verbal { light_at(text) } else { verb_at(text) };
        match verb.or(opening).or_else(|| each_at(text)) {
            Some(length) => {
                at += length;
                name = at;
            }
            None => at += 1,
        }
    }
    name
}

/// 每户, 每学期: what an amount is counted by.
fn each_at(chars: &[char]) -> Option<usize> {
    let rest = chars.strip_prefix(&['每'])?;
    // 每20分钟, 每万人: a number with its unit.
    let numeral = |c: &&char| c.is_ascii_digit() || is_numeral(**c);
    let digits = rest.iter().take(6).take_while(numeral).count();
    if digits > 0 {
        let unit = units::at(rest.get(digits..)?);
        return Some(1 + digits + unit.map_or(0, |(length, _)| length));
    }
    let long = any_at(rest, EACH);
    Some(1 + long.unwrap_or(1)).filter(|&length| length <= chars.len())
}

/// A verb.
pub(super) fn verb_at(chars: &[char]) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(rows(LIGHT).chain(rows(NAMING))));
    guarded_at(&WORDS, chars)
}

/// A verb that cannot be a name.
fn light_at(chars: &[char]) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(rows(LIGHT)));
    guarded_at(&WORDS, chars)
}

/// A verb where a clause begins.
fn opening_at(chars: &[char]) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(rows(OPENING)));
    guarded_at(&WORDS, chars)
}

fn guarded_at(words: &Words<&str>, chars: &[char]) -> Option<usize> {
    let (length, unless) = words.at(chars)?;
    let next = chars.get(length);
    // 整改率 and 消费额 are names.
    let cut = next.is_some_and(|&next| {
        unless.contains(next) || length > 1 && matches!(next, '率' | '额' | '金' | '费' | '量')
    });
    (!cut).then_some(length)
}
