//! What each figure counts: the words behind it, or before it, that name the thing.

use std::ops::Range;
use std::sync::LazyLock;

use super::glyph::Glyphs;
use super::noun_words::{HEAD, LIGHT, NAMING, OPENING, TAIL};
use super::quantity::Quantity;
use super::units::Kind;
use super::words::{Words, any_at, any_ending};

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
        let next = quantities
            .get(index + 1)
            .map_or(usize::MAX, |next| next.outer.start);
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
    if share && any_at(glyphs.slice(clause.clone()), COMPARES).is_some() {
        return None;
    }
    let before = || name_in(glyphs, clause.clone(), false);
    let counted = matches!(quantity.unit.kind, Kind::Count | Kind::Person) || !quantity.printed;
    let found = if share {
        before().or_else(|| behind.of.then(|| behind.name(glyphs)).flatten())
    } else if (counted && !behind.verb) || behind.of {
        behind.name(glyphs).or_else(before)
    } else {
        before().or_else(|| behind.name(glyphs))
    };
    found.or_else(|| name_in(glyphs, clause.clone(), true))
}

/// A figure without a noun of its own goes with the one before; 分别 with the one of its turn.
fn inherited(
    glyphs: &Glyphs<'_>,
    quantities: &[Quantity],
    index: usize,
    earlier: &[Option<Range<usize>>],
) -> Option<Range<usize>> {
    let mut first = index;
    while let (Some(last), Some(this)) = (
        first.checked_sub(1).and_then(|last| quantities.get(last)),
        quantities.get(first),
    ) {
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
    let clause = text
        .iter()
        .rposition(|&c| parts_clause(c))
        .map_or(0, |place| place + 1);
    from + clause..end
}

/// The name in the part of a clause before a figure: what stands behind its last verb.
///
/// With `verbal` a verb may be the name: 立案86件.
fn name_in(glyphs: &Glyphs<'_>, clause: Range<usize>, verbal: bool) -> Option<Range<usize>> {
    let end = trim_tail(glyphs, clause.start, clause.end);
    let start = behind_last_verb(glyphs, clause.start, end, verbal);
    let start = trim_head(glyphs, start, end);
    let start = start.max(end.saturating_sub(LONGEST));
    let dated = glyphs.get(start).is_some_and(|c| c.is_ascii_digit())
        && any_ending(glyphs.before(end), &["期", "年", "月", "日"]).is_some();
    (start < end && !dated).then_some(start..end)
}

/// Without the words that lead to the number: 达, 为, 增长.
fn trim_tail(glyphs: &Glyphs<'_>, start: usize, end: usize) -> usize {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::backward(guarded(&[TAIL])));
    let mut end = end;
    while let Some((length, unless)) = WORDS.ending(glyphs.slice(start..end)) {
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
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(guarded(&[HEAD])));
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
        let opening = if at == name && !verbal {
            opening_at(text)
        } else {
            None
        };
        let verb = if verbal { light_at(text) } else { verb_at(text) };
        match verb.or(opening) {
            Some(length) => {
                at += length;
                name = at;
            }
            None => at += 1,
        }
    }
    name
}

/// A verb.
fn verb_at(chars: &[char]) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(guarded(&[LIGHT, NAMING])));
    guarded_at(&WORDS, chars)
}

/// A verb that cannot be a name.
fn light_at(chars: &[char]) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(guarded(&[LIGHT])));
    guarded_at(&WORDS, chars)
}

/// A verb where a clause begins.
fn opening_at(chars: &[char]) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(guarded(&[OPENING])));
    guarded_at(&WORDS, chars)
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
        start += any_at(glyphs.from(start), &["新增", "新建", "新"]).unwrap_or_default();
        let joined =
            any_at(glyphs.from(start), JOINS).is_some() || !of && any_at(glyphs.from(start), ENDS).is_some();
        Self {
            start,
            limit: if joined { start } else { next.min(start + LONGEST) },
            of,
            verb: verb_at(glyphs.from(start)).is_some(),
        }
    }

    /// The name, up to a mark, a verb or the next figure.
    fn name(&self, glyphs: &Glyphs<'_>) -> Option<Range<usize>> {
        let mut start = self.start;
        let verb = verb_at(glyphs.from(start)).unwrap_or_default();
        // 1800余人开展培训 names the object of the verb, 400余人就业 the verb.
        if glyphs.get(start + verb).is_some_and(char::is_alphanumeric) {
            start += verb;
        }
        let mut end = start;
        while end < self.limit {
            let text = glyphs.from(end);
            let mark = text
                .first()
                .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '“' | '”' | '、'));
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

fn parts_clause(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '!' | '?' | '(' | ')' | ' '
    )
}

/// The words of tables, each with the characters that make another word of it.
fn guarded(tables: &[&'static [&'static str]]) -> Vec<(&'static str, &'static str)> {
    let lines = tables.iter().flat_map(|table| table.iter());
    let rows = lines.flat_map(|line| line.split_whitespace());
    rows.map(|row| row.split_once('!').unwrap_or((row, ""))).collect()
}

fn guarded_at(words: &Words<&str>, chars: &[char]) -> Option<usize> {
    let (length, unless) = words.at(chars)?;
    let next = chars.get(length);
    let cut = next.is_some_and(|&next| unless.contains(next));
    (!cut).then_some(length)
}

/// What joins the figure to another one, and names nothing.
const JOINS: &[&str] = &["和", "及", "与", "至", "到", "以", "左", "上下", "，", "、"];

/// What ends a name behind a figure.
const ENDS: &[&str] = &[
    "的", "在", "为", "以", "被", "将", "已", "均", "都", "进", "赴", "到", "由", "从", "向", "获", "并",
    "且",
];

/// How a clause begins that compares what an earlier one named.
const COMPARES: &[&str] = &[
    "是",
    "约为",
    "相当于",
    "恢复至",
    "恢复到",
    "达到去年",
    "达到上年",
    "为去年",
    "为上年",
    "占全",
    "比去年",
    "比上年",
];
