//! Totals with their parts: 筹集资金 2310 万元，其中上级补助 1200 万元、县财政 800 万元、社会捐赠 290 万元.

use std::ops::Range;

use super::amount::Amount;
use crate::figure::{Figure, State};

/// The word that opens the parts of a total.
pub(super) const CUE: &str = "其中";

/// What ends a sentence, and with it the search for a total.
const SENTENCE_ENDS: &[char] = &['。', '！', '？', '!', '?', '\n'];

/// How far around a 其中 a list is looked for, in code points, so that the time stays in proportion to
/// the text.
const REACH: usize = 600;

/// A total with its parts, all exact and of one state.
pub(super) struct List<'a> {
    pub total: Part<'a>,
    /// At least two.
    pub parts: Vec<Part<'a>>,
    /// The other figures of the sentence, or of the two where 其中 opens the second.
    pub others: Vec<&'a Figure>,
}

/// A figure of a list.
pub(super) struct Part<'a> {
    pub figure: &'a Figure,
    pub amount: Amount<'a>,
    /// What stands before the figure: 上级补助.
    pub name: &'a str,
}

/// The lists of a paragraph that can be judged: joined by 、 or 和 alone, each item with its figure
/// at its end.
pub(super) fn lists<'a>(text: &'a str, figures: &'a [Figure]) -> Vec<List<'a>> {
    text.match_indices(CUE).filter_map(|(at, _)| list(text, figures, at)).collect()
}

fn list<'a>(text: &'a str, figures: &'a [Figure], cue: usize) -> Option<List<'a>> {
    let items = items(text, figures, cue + CUE.len());
    let parts: Vec<Part> = items.iter().map(|item| part(text, figures, item)).collect::<Option<_>>()?;
    if parts.len() < 2 {
        return None;
    }
    let sentence = sentence(text, cue);
    let before = figures_in(figures, &(sentence.start..cue));
    let total = before.iter().rfind(|figure| parts.iter().any(|part| part.figure.unit == figure.unit))?;
    let total = Part { figure: total, amount: Amount::of(text, total)?, name: "" };
    let one_state = parts.iter().all(|part| part.figure.state == total.figure.state);
    if !one_state || !adds_up(total.figure) || is_listed(text, before, total.figure) {
        return None;
    }
    let is_own = |figure: &Figure| {
        let mut own = parts.iter().chain([&total]);
        own.any(|part| part.figure.span == figure.span)
    };
    let others = figures_in(figures, &sentence).iter().filter(|figure| !is_own(figure)).collect();
    Some(List { total, parts, others })
}

/// Whether figures of this state and unit can be added at all: 人均6万元 and 12% cannot.
fn adds_up(figure: &Figure) -> bool {
    let is_amount = !matches!(figure.state, State::Growth | State::Per | State::Norm);
    is_amount && !matches!(&*figure.unit, "%" | "‰" | "百分点" | "千分点" | "基点" | "倍" | "比例" | "岁")
}

/// Whether the total is itself one of a series: of 男 30 人、女 45 人，其中… nobody can say which.
fn is_listed(text: &str, before: &[Figure], total: &Figure) -> bool {
    let mut earlier = before.iter().rev().filter(|figure| figure.span.end <= total.span.start);
    earlier.next().is_some_and(|last| {
        let between = text.get(last.span.end..total.span.start).unwrap_or_default();
        last.unit == total.unit && !between.contains(['，', ',', '；', '：', '。'])
    })
}

/// The sentence around a 其中, as far as it is looked at; where 其中 opens it, with the one before.
fn sentence(text: &str, cue: usize) -> Range<usize> {
    let is_end = |c: char| SENTENCE_ENDS.contains(&c);
    let before = text.get(..cue).unwrap_or_default().char_indices().rev().take(REACH);
    let before = before.skip_while(|&(_, c)| is_end(c) || c.is_whitespace());
    let start = before.take_while(|&(_, c)| !is_end(c)).last().map_or(cue, |(at, _)| at);
    let after = text.get(cue..).unwrap_or_default().char_indices().take(REACH);
    let length = after.take_while(|&(_, c)| !is_end(c)).last().map_or(0, |(at, c)| at + c.len_utf8());
    start..cue + length
}

/// The figures that lie in a range.
fn figures_in<'a>(figures: &'a [Figure], range: &Range<usize>) -> &'a [Figure] {
    let from = figures.partition_point(|figure| figure.span.start < range.start);
    let to = figures.partition_point(|figure| figure.span.end <= range.end);
    figures.get(from..to).unwrap_or_default()
}

/// The items of the list that begins at `start`, without what stands in brackets behind them. It goes
/// as far as 、 and 和 join them: to the next mark, or the bracket that holds the list.
fn items(text: &str, figures: &[Figure], start: usize) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let opening = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '：' | ':');
    let rest = text.get(start..).unwrap_or_default();
    let (mut from, mut depth) = (start + rest.len() - rest.trim_start_matches(opening).len(), 0_u32);
    let mut last_figure = from;
    // One past the item: where a bracket behind its figure opens, else where the scan is.
    let mut closed = None;
    let mut at = from;
    for _ in 0..REACH {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if let Some(figure) = figure_at(figures, at).filter(|_| depth == 0) {
            (at, last_figure, closed) = (figure.span.end, figure.span.end, None);
            continue;
        }
        let behind_figure = text.get(last_figure..at).is_some_and(|gap| gap.trim().is_empty());
        match c {
            '（' | '(' | '“' | '《' | '「' => {
                if depth == 0 && behind_figure && last_figure > from {
                    closed = Some(at);
                }
                depth += 1;
            }
            '）' | ')' | '”' | '》' | '」' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            '、' => {
                items.push(from..closed.take().unwrap_or(at));
                from = at + c.len_utf8();
            }
            '和' | '及' | '与' if (behind_figure || closed.is_some()) && last_figure > from => {
                items.push(from..closed.take().unwrap_or(at));
                from = at + c.len_utf8();
            }
            '。' | '；' | '，' | '！' | '？' | '：' | '）' | ')' | ',' | ';' | '!' | '?' => break,
            _ => {}
        }
        at += c.len_utf8();
    }
    items.push(from..closed.unwrap_or(at));
    items
}

/// The figure that begins at a byte.
fn figure_at(figures: &[Figure], at: usize) -> Option<&Figure> {
    let index = figures.binary_search_by_key(&at, |figure| figure.span.start).ok()?;
    figures.get(index)
}

/// The part that an item is: a name with a figure behind it. Other figures may stand in the name (60
/// 岁以上老人 690 人), but none of the same unit.
fn part<'a>(text: &'a str, figures: &'a [Figure], item: &Range<usize>) -> Option<Part<'a>> {
    let (figure, in_name) = figures_in(figures, item).split_last()?;
    let behind = text.get(figure.span.end..item.end)?;
    let name = text.get(item.start..figure.span.start)?.trim();
    let is_plain = behind.trim().is_empty() && in_name.iter().all(|other| other.unit != figure.unit);
    Some(Part { figure, amount: Amount::of(text, figure)?, name }).filter(|_| is_plain)
}
