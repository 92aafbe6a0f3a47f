//! What each figure counts: the words behind it, or before it, that name the thing.

use std::ops::Range;
use std::sync::LazyLock;

use super::glyph::Glyphs;
use super::noun_words::{HEAD, TAIL, VERBS};
use super::quantity::Quantity;
use super::units::Kind;
use super::words::{Words, any_at};

/// The longest name of a counted thing, in glyphs.
const LONGEST: usize = 16;
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
    let before = before(glyphs, from, quantity);
    let after = after(glyphs, quantity, next);
    let classifier = matches!(quantity.unit.kind, Kind::Count | Kind::Person) || !quantity.printed;
    let of = glyphs.get(quantity.outer.end) == Some('的') && quantity.unit.kind != Kind::Share;
    if classifier || of { after.or(before) } else { before.or(after) }
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

/// The name before the figure: what its clause says after its verb.
fn before(glyphs: &Glyphs<'_>, from: usize, quantity: &Quantity) -> Option<Range<usize>> {
    let end = quantity.outer.start;
    let from = from.max(end.saturating_sub(REACH));
    let text = glyphs.slice(from..end);
    let clause = text.iter().rposition(|&c| parts_clause(c)).map_or(0, |place| place + 1);
    let start = from + clause;
    let end = trim_tail(glyphs, start, end);
    let start = after_last_verb(glyphs, start, end);
    let start = trim_head(glyphs, start, end);
    let end = trim_tail(glyphs, start, end);
    let start = start.max(end.saturating_sub(LONGEST));
    (start < end).then_some(start..end)
}

/// Without the words that lead to the number: 达, 为, 增长.
fn trim_tail(glyphs: &Glyphs<'_>, start: usize, end: usize) -> usize {
    static TAILS: LazyLock<Words<()>> = LazyLock::new(|| Words::backward(words(TAIL)));
    let mut end = end;
    while let Some((length, ())) = TAILS.ending(glyphs.slice(start..end)) {
        end -= length;
    }
    end
}

/// Without the words that come before a name: 的, 对, 共.
fn trim_head(glyphs: &Glyphs<'_>, start: usize, end: usize) -> usize {
    static HEADS: LazyLock<Words<()>> = LazyLock::new(|| Words::forward(words(HEAD)));
    let mut start = start;
    while let Some((length, ())) = HEADS.at(glyphs.slice(start..end)) {
        start += length;
    }
    start.min(end)
}

/// Behind the last verb of the range.
fn after_last_verb(glyphs: &Glyphs<'_>, start: usize, end: usize) -> usize {
    let (mut name, mut at) = (start, start);
    while at < end {
        match verb_at(glyphs.slice(at..end)) {
            Some(length) => {
                at += length;
                name = at;
            }
            None => at += 1,
        }
    }
    name
}

fn verb_at(chars: &[char]) -> Option<usize> {
    static VERBS_OF_TEXT: LazyLock<Words<()>> = LazyLock::new(|| Words::forward(words(VERBS)));
    VERBS_OF_TEXT.at(chars).map(|(length, ())| length)
}

/// The name behind the figure, up to a mark, a verb or the next figure.
fn after(glyphs: &Glyphs<'_>, quantity: &Quantity, next: usize) -> Option<Range<usize>> {
    let mut start = quantity.outer.end;
    start += any_at(glyphs.from(start), &["的", "新"]).unwrap_or_default();
    if any_at(glyphs.from(start), JOINS).is_some() {
        return None;
    }
    if quantity.unit.kind == Kind::Share {
        return None;
    }
    let first = verb_at(glyphs.from(start)).unwrap_or_default();
    if first > 0 && !matches!(quantity.unit.kind, Kind::Person | Kind::Money) {
        return None;
    }
    start += if quantity.unit.kind == Kind::Money { first } else { start_of_object(glyphs, start, first) };
    let mut end = start;
    while end < next.min(start + LONGEST) {
        let Some(c) = glyphs.get(end) else { break };
        let stops = !c.is_alphanumeric() && !matches!(c, '“' | '”' | '、');
        let verb = end > start
            && (verb_at(glyphs.from(end)).is_some() || any_at(glyphs.from(end), AFTER_NAME).is_some());
        if stops || verb || c == '、' && glyphs.get(end + 1).is_none_or(|c| c.is_ascii_digit()) {
            break;
        }
        end += 1;
    }
    let end = trim_tail(glyphs, start, end);
    (start < end).then_some(start..end)
}

/// 1800余人开展培训: the object of a verb of several glyphs; 400余人就业: the verb itself.
fn start_of_object(glyphs: &Glyphs<'_>, start: usize, verb: usize) -> usize {
    let next = glyphs.get(start + verb);
    if next.is_some_and(char::is_alphanumeric) { verb } else { 0 }
}

fn parts_clause(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '!' | '?' | '(' | ')' | ' ')
}

fn words(table: &'static [&'static str]) -> impl Iterator<Item = (&'static str, ())> {
    table.iter().flat_map(|line| line.split_whitespace()).map(|word| (word, ()))
}

/// What joins the figure to another one, and names nothing.
const JOINS: &[&str] = &["和", "及", "与", "至", "到", "以", "左", "上下", "，", "、"];

/// What ends a name behind a figure.
const AFTER_NAME: &[&str] = &[
    "的", "在", "为", "以", "被", "将", "已", "均", "都", "进", "赴", "到", "由", "从", "向", "获", "并",
    "且",
];
