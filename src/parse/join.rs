//! Which lines go on the line before: hard-wrapped lines, and sentences cut by the end of a page.

use std::cmp::Reverse;

use super::contents;
use super::footer::is_distribution;
use super::line::{Line, is_blank};
use super::look::bracketed;
use super::piece::label;
use crate::numeral::MarkerKind;

/// How the lines of a body are set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// The measure at which lines are wrapped; `None` where a line is a paragraph.
    wrap: Option<Wrap>,
    /// Whether paragraphs begin with an indent.
    pub indented: bool,
    /// The indent of most paragraphs, in columns.
    pub indent: Option<u32>,
    /// Whether headings run into their paragraph.
    run_in: bool,
    /// Whether blank lines stand between paragraphs of one article.
    pub spaced: bool,
}

/// The length of full lines.
#[derive(Debug, Clone, Copy)]
struct Wrap {
    length: u32,
    by_columns: bool,
    /// What is longer is a paragraph on a line of its own.
    most: u32,
}

/// What is known of a paragraph up to the line that may go on.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, and they go together freely")]
#[derive(Debug, Clone, Copy, Default)]
struct Paragraph {
    chars: u32,
    /// Whether it has a full stop.
    stop: bool,
    /// Whether it has a comma or another sign of running text.
    running: bool,
    /// Whether it opens with the marker of a section.
    headed: bool,
    /// The marker it opens with, where that is an Arabic one.
    arabic: bool,
    /// Whether it begins with an indent, where paragraphs do.
    indented: bool,
    /// Whether Markdown marks it as a heading.
    marked: bool,
}

/// Says of each line whether it goes on the line before. `fixed` are the lines that begin something for sure.
pub(super) fn joined(lines: &[Line<'_>], setting: Setting, fixed: &[bool]) -> Vec<bool> {
    let mut joined = Vec::with_capacity(lines.len());
    let mut paragraph = Paragraph::default();
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        let free = !fixed.get(index).copied().unwrap_or(false);
        let goes_on = before.is_some_and(|before| free && setting.goes_on(paragraph, before, line));
        if goes_on {
            paragraph.add(line);
        } else {
            paragraph = Paragraph::default();
            let marker = line.marker().map(|marker| marker.kind);
            paragraph.headed = marker.is_some_and(|kind| kind.level().is_some());
            paragraph.arabic = marker.is_some_and(is_arabic);
            paragraph.indented = setting.indented && (2..=8).contains(&line.indent);
            paragraph.add(line);
        }
        joined.push(goes_on);
    }
    joined
}

impl Paragraph {
    fn add(&mut self, line: &Line<'_>) {
        self.chars += line.chars;
        self.stop = self.stop || line.stop;
        // Of what has a full stop nobody asks more.
        self.running = self.running || self.stop || line.text.contains(['，', '；', '：']);
        self.marked = self.marked || line.marked;
    }

    /// Whether it is running text, not a title or a heading.
    const fn is_prose(self) -> bool {
        let enough = if self.indented { 14 } else { 35 };
        self.stop
            || !self.headed
                && !self.marked
                && (self.chars >= 50
                    || self.indented && self.chars >= 30
                    || self.chars >= enough && self.running)
    }
}

impl Setting {
    /// How these lines are set.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let long = lines.iter().filter(|line| line.chars + line.lead >= 25);
        // How many long lines have each indent.
        let (mut indents, mut all) = ([0_usize; 9], 0);
        for line in long {
            all += 1;
            if let Some(count) = indents.get_mut(line.indent as usize) {
                *count += 1;
            }
        }
        let most = indents.iter().zip(0..).skip(2).max_by_key(|(count, _)| **count);
        let indented: usize = indents.iter().skip(2).sum();
        let mut headings = (0_usize, 0_usize);
        for line in lines.iter().filter(|line| line.text.starts_with(['一', '二', '三', '四', '（'])) {
            if line.marker().is_some_and(|marker| marker.kind.level().is_some()) {
                headings.0 += usize::from(line.stop);
                headings.1 += 1;
            }
        }
        Self {
            wrap: wrap(lines),
            indented: indented * 7 >= all && indented > 0,
            indent: most.filter(|(count, _)| **count > 0).map(|(_, indent)| indent),
            run_in: headings.0 * 2 > headings.1,
            spaced: is_spaced(lines),
        }
    }

    /// Whether `line` goes on the paragraph whose last line is `before`.
    fn goes_on(self, paragraph: Paragraph, before: &Line<'_>, line: &Line<'_>) -> bool {
        // No paragraph begins with a comma.
        let continues = line.text.starts_with(['，', '、', '；', '。']) || line.text.chars().all(is_closing);
        if continues && !line.rule {
            return true;
        }
        let open = is_open(before.text);
        let may_go_on = self.wrap.is_some() || open || line.page || before.last().is_ascii_digit();
        if !may_go_on || begins_something(line) || line.rule {
            return false;
        }
        let apart = line.gap || line.page;
        let full = self.wrap.is_some_and(|wrap| wrap.is_full(before)) && !apart;
        // A wrapped line may begin like a label: ……做到三个第一｜时间：第一时间报告.
        let labelled = line.is_short() && label(line.text).is_some();
        if labelled && !(full && open && paragraph.is_prose() && line.indent == 0) {
            return false;
        }
        let next = line.text.chars().next().unwrap_or(' ');
        if !line.gap && ends_in_number(before.text) && splits_number(next) {
            return true;
        }
        let opens = line.marker().map(|marker| marker.kind);
        let new_indent = self.indented && line.indent >= 2;
        if full && !new_indent {
            // Where paragraphs are indented, a line that is not goes on, whatever it begins with.
            return paragraph.indented
                || opens.is_none_or(|kind| {
                    kind.level().is_none() && open || is_arabic(kind) && paragraph.arabic_goes_on(before)
                });
        }
        if opens.is_some_and(|kind| kind.level().is_some()) || new_indent {
            return false;
        }
        if opens.is_some() && !before.text.ends_with(['，', '、']) {
            return false;
        }
        if open {
            return paragraph.is_prose()
                || line.page && before.text.ends_with(['，', '、'])
                || (paragraph.headed && self.run_in && apart && line.is_prose());
        }
        // The page ended with a sentence: the next one goes on where only beginnings are indented.
        line.page && paragraph.indented && line.indent == 0 && paragraph.is_prose() && line.is_prose()
    }
}

impl Paragraph {
    /// Whether a series 1.…；2.… inside this paragraph may go on at a line's start.
    fn arabic_goes_on(self, before: &Line<'_>) -> bool {
        before.text.ends_with('；') && (self.arabic || self.stop)
    }
}

impl Wrap {
    fn is_full(self, line: &Line<'_>) -> bool {
        let length = length(line, self.by_columns);
        let spare = if self.by_columns { 5 } else { 2 };
        length + spare >= self.length && length <= self.most
    }

    /// How well the measure tells where lines were broken: how many full ones have a line behind them that may
    /// go on, for the last of a paragraph is full by chance only, and how little these differ.
    fn fit(self, lines: &[Line<'_>]) -> (usize, Reverse<u32>) {
        let broken = lines.iter().zip(lines.iter().skip(1)).filter(|(line, next)| {
            self.is_full(line) && !next.gap && !next.page && next.indent <= line.indent
        });
        let in_columns = if self.by_columns { 1 } else { 2 };
        broken.fold((0, Reverse(0)), |(count, Reverse(slack)), (line, _)| {
            (count + 1, Reverse(slack + length(line, self.by_columns).abs_diff(self.length) * in_columns))
        })
    }
}

/// Whether a blank line stands between paragraphs, as it does not between most.
fn is_spaced(lines: &[Line<'_>]) -> bool {
    let (mut apart, mut all) = (0_usize, 0_usize);
    for line in lines.iter().filter(|line| line.is_prose() && !line.page) {
        apart += usize::from(line.gap);
        all += 1;
    }
    all < 3 || apart * 10 > all
}

/// The length of a line with its indent, in columns or in characters.
fn length(line: &Line<'_>, by_columns: bool) -> u32 {
    if by_columns { line.columns() + line.indent } else { line.chars + line.lead }
}

/// The measure at which lines are wrapped, if they are: most of the longer lines have the same length.
fn wrap(lines: &[Line<'_>]) -> Option<Wrap> {
    let all_wrapped = lines.iter().all(|line| line.chars <= LONGEST_WRAPPED);
    let best = |mixed: bool| {
        let found = [wrap_by(lines, false, mixed), wrap_by(lines, true, mixed)];
        found.into_iter().flatten().max_by_key(|wrap| wrap.fit(lines))
    };
    all_wrapped.then(|| best(false)).flatten().or_else(|| best(true))
}

/// The measure in columns or in characters. Where some paragraphs stand on
/// one line each (`mixed`), the others are only wrapped if most full lines end in mid-sentence.
fn wrap_by(lines: &[Line<'_>], by_columns: bool, mixed: bool) -> Option<Wrap> {
    let wrapped = || lines.iter().filter(|line| !mixed || line.chars <= LONGEST_WRAPPED / 2);
    let mut lengths: Vec<u32> = wrapped().map(|line| length(line, by_columns)).collect();
    // A table or a rule may be a little longer than the lines of the text.
    let longer = lengths.len() / 50;
    let longest =
        if lengths.is_empty() { 0 } else { *lengths.select_nth_unstable_by(longer, |a, b| b.cmp(a)).1 };
    if longest < if by_columns { 32 } else { 16 } {
        return None;
    }
    let most = if mixed { longest + longest / 8 } else { u32::MAX };
    let wrap = Wrap { length: longest, by_columns, most };
    let full = wrapped().filter(|line| wrap.is_full(line)).count();
    let half = lengths.iter().filter(|length| **length * 2 >= longest).count();
    let open = || wrapped().filter(|line| wrap.is_full(line) && is_open(line.text)).count();
    let enough = if mixed { full >= 5 && open() * 3 >= full * 2 } else { full >= 3 };
    (enough && full * 5 >= half * 2).then_some(wrap)
}

/// Characters of the longest line of a text whose lines are all wrapped.
const LONGEST_WRAPPED: u32 = 120;

const fn is_arabic(kind: MarkerKind) -> bool {
    matches!(
        kind,
        MarkerKind::ArabicDot | MarkerKind::ArabicComma | MarkerKind::ArabicBracket | MarkerKind::Circled
    )
}

/// Whether a line begins something by its own look.
fn begins_something(line: &Line<'_>) -> bool {
    line.marked
        || is_distribution(line.text)
        || contents::column(line.text).is_some()
        || line.is_bulleted()
        || bracketed(line.text).is_some_and(|inner| inner.chars().count() <= 40)
}

/// Whether a line ends in a number that may go on: 82, 1800余.
fn ends_in_number(text: &str) -> bool {
    text.trim_end_matches(['余', '多']).ends_with(|last: char| last.is_ascii_digit())
}

/// Whether the character after a number at a line's end shows that the number was cut, or parted
/// from its unit.
const fn splits_number(next: char) -> bool {
    next.is_ascii_digit()
        || matches!(
            next,
            '年' | '月' | '日' | '%' | '％' | '人' | '户' | '家' | '名' | '个' | '项' | '期' | '次'
        )
        || matches!(next, '元' | '万' | '亿' | '亩' | '吨')
}

/// Whether a sentence is still open at the end of `text`.
pub(super) fn is_open(text: &str) -> bool {
    // Behind the full stop a by-line may follow in brackets.
    let text = match text.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '('])) {
        Some((before, _)) if before.trim_end_matches(is_blank).ends_with(['。', '！', '？', '”']) => {
            return false;
        }
        _ => text,
    };
    let text = text
        .trim_end_matches(|c| is_blank(c) || matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '》' | '】'));
    !text.ends_with(['。', '！', '？', '；', '：', '!', '?', ';', ':', '…'])
}

const fn is_closing(character: char) -> bool {
    matches!(
        character,
        '。' | '，' | '、' | '；' | '：' | '！' | '？' | '”' | '’' | '）' | '》' | '」' | '』'
    )
}
