//! What each figure counts: the words behind it, or before it, that name the thing.

use std::ops::Range;

use super::glyph::Glyphs;
use super::names::{LONGEST, name_in, subject, trim_tail, verb_at};
use super::noun_words::{COMPARED, COMPARES, ENDS, JOINS, SHORT};
use super::quantity::Quantity;
use super::units::Kind;
use super::words::{any_at, any_ending, position};

/// How far before a figure its clause is looked at, in glyphs.
const REACH: usize = 48;

/// The noun of each quantity, in glyphs; in order.
pub(super) fn nouns(glyphs: &Glyphs<'_>, quantities: &[Quantity]) -> Vec<Option<Range<usize>>> {
    let mut nouns: Vec<Option<Range<usize>>> = Vec::with_capacity(quantities.len());
    let mut sentence = 0;
    for (index, quantity) in quantities.iter().enumerate() {
        let last = index.checked_sub(1).and_then(|index| quantities.get(index));
        let from = last.map_or(0, |last| last.outer.end);
        let between = glyphs.slice(from..quantity.outer.start);
        if between.iter().any(|c| matches!(c, '。' | '！' | '？')) {
            sentence = index;
        }
        let next = quantities.get(index + 1).map_or(usize::MAX, |next| next.outer.start);
        let own = own(glyphs, quantity, from, next);
        let noun = own.or_else(|| {
            let earlier = nouns.get(sentence..).unwrap_or_default();
            inherited(glyphs, quantities, index, earlier)
        });
        nouns.push(noun);
    }
    nouns
}

/// The noun that stands with the figure itself.
fn own(glyphs: &Glyphs<'_>, quantity: &Quantity, from: usize, next: usize) -> Option<Range<usize>> {
    let behind = Behind::of(glyphs, quantity, next);
    let clause = clause_before(glyphs, from, quantity);
    let share = quantity.unit.kind == Kind::Share;
    // 是去年的2.5倍, 恢复至同期的112%: what is compared stands in an earlier clause.
    let text = glyphs.slice(clause.clone());
    if share && (any_at(text, COMPARES).is_some() || position(text, &["恢复至", "恢复到"]).is_some()) {
        return None;
    }
    // 进度比上年快5个百分点: the name stands before the comparison.
    let compared = position(text, COMPARED);
    let clause = clause.start..compared.map_or(clause.end, |place| clause.start + place);
    let before = || name_in(glyphs, clause.clone(), false);
    let counted = matches!(quantity.unit.kind, Kind::Count | Kind::Person)
        || !quantity.printed && quantity.unit.kind != Kind::Money;
    let found = if share {
        before().or_else(|| behind.of.then(|| behind.name(glyphs)).flatten())
    } else if (counted && !behind.verb)
        || behind.of
        || any_ending(text, &["以", "把", "将", "对", "向", "给", "用"]).is_some()
    {
        behind.name(glyphs).or_else(before)
    } else {
        before().or_else(|| behind.name(glyphs))
    };
    found.or_else(|| name_in(glyphs, clause.clone(), true)).or_else(|| subject(glyphs, clause.clone()))
}

/// A figure without a noun of its own goes with the one before; 分别 with the one of its turn.
fn inherited(
    glyphs: &Glyphs<'_>,
    quantities: &[Quantity],
    index: usize,
    earlier: &[Option<Range<usize>>],
) -> Option<Range<usize>> {
    let mut first = index;
    while let (Some(last), Some(this)) =
        (first.checked_sub(1).and_then(|last| quantities.get(last)), quantities.get(first))
    {
        let between = glyphs.slice(last.outer.end..this.outer.start);
        if !matches!(between, ['和' | '、' | '与' | '及']) || index - first >= 8 {
            break;
        }
        first -= 1;
    }
    let start = quantities.get(first)?.outer.start;
    let window = glyphs.slice(start.saturating_sub(12)..start);
    let listed = window.windows(2).any(|pair| pair == ['分', '别']);
    let count = listed.then(|| list_length(glyphs, quantities, first)).flatten();
    let turn = count.and_then(|count| {
        let at = (earlier.len() + first).checked_sub(index + count)? + (index - first);
        earlier.get(at)
    });
    turn.or(earlier.last()).cloned().flatten()
}

/// How many figures the list that begins at `first` has.
fn list_length(glyphs: &Glyphs<'_>, quantities: &[Quantity], first: usize) -> Option<usize> {
    let list = quantities.get(first..)?;
    let pairs = list.iter().zip(list.iter().skip(1)).take(8);
    let joined = pairs.take_while(|(last, this)| {
        let between = glyphs.slice(last.outer.end..this.outer.start);
        matches!(between, ['和' | '、' | '与' | '及'])
    });
    Some(joined.count() + 1)
}

/// The part of the clause that stands before the figure.
fn clause_before(glyphs: &Glyphs<'_>, from: usize, quantity: &Quantity) -> Range<usize> {
    let end = quantity.outer.start;
    let from = from.max(end.saturating_sub(REACH));
    let text = glyphs.slice(from..end);
    let clause = text.iter().rposition(|&c| parts_clause(c)).map_or(0, |place| place + 1);
    from + clause..end
}

/// What stands behind a figure.
struct Behind {
    /// Where a name would begin and must have ended.
    start: usize,
    limit: usize,
    /// 的 stands between.
    of: bool,
    /// It begins with a verb.
    verb: bool,
}

impl Behind {
    fn of(glyphs: &Glyphs<'_>, quantity: &Quantity, next: usize) -> Self {
        let mut start = quantity.outer.end;
        let of = glyphs.get(start) == Some('的');
        start += usize::from(of);
        start += any_at(glyphs.from(start), &["新增", "新建"]).unwrap_or_default();
        start += threshold(glyphs.from(start));
        let text = glyphs.from(start);
        let verb = verb_at(text).is_some();
        let joined = any_at(text, JOINS).is_some() || !of && !verb && any_at(text, ENDS).is_some();
        Self { start, limit: if joined { start } else { next.min(start + LONGEST) }, of, verb }
    }

    /// The name, up to a mark, a verb or the next figure.
    fn name(&self, glyphs: &Glyphs<'_>) -> Option<Range<usize>> {
        let mut start = self.start;
        let verb = verb_at(glyphs.from(start)).unwrap_or_default();
        // 1800余人开展培训 names the object of the verb, 400余人就业 the verb.
        if glyphs.get(start + verb).is_some_and(char::is_alphanumeric) {
            start += verb;
        }
        let short = SHORT.iter().filter_map(|row| row.split_once('!'));
        let mut short = short.filter_map(|(word, unless)| {
            let length = any_at(glyphs.from(start), &[word])?;
            let next = glyphs.get(start + length);
            let goes_on = next.is_some_and(|next| unless.contains(next));
            (!goes_on).then_some(length)
        });
        if let Some(length) = short.next() {
            return Some(start..start + length);
        }
        let mut end = start;
        while end < self.limit {
            let text = glyphs.from(end);
            let mark = text.first().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '“' | '”' | '、'));
            let list = text.first() == Some(&'、') && text.get(1).is_none_or(|c| !c.is_alphabetic());
            let word = end > start && (verb_at(text).is_some() || any_at(text, ENDS).is_some());
            if mark || list || word {
                break;
            }
            end += 1;
        }
        let end = trim_tail(glyphs, start, end);
        (start < end).then_some(start..end)
    }
}

/// 60周岁以上老人: the length of the category before the name.
fn threshold(text: &[char]) -> usize {
    let digit = text.first().is_some_and(char::is_ascii_digit);
    let text = text.get(..8.min(text.len())).unwrap_or_default();
    let end = position(text, &["以上", "以下"]).filter(|_| digit);
    end.map_or(0, |end| end + 2)
}

fn parts_clause(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '!' | '?' | '(' | ')' | ' ')
}
