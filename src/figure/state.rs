//! What kind of statement each figure belongs to, from the words of its clause and sentence.

use std::ops::Range;

use super::cues::{self, Cue};
use super::glyph::Glyphs;
use super::quantity::Quantity;
use super::units::Kind;
use super::words::{any_at, any_ending};
use super::{Direction, State, bounds};
use crate::numeral::number::is_numeral;

/// What was told about a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub state: State,
    pub direction: Option<Direction>,
}

impl Reading {
    const fn of(state: State) -> Self {
        Self { state, direction: None }
    }

    const fn growth(direction: Direction) -> Self {
        Self { state: State::Growth, direction: Some(direction) }
    }
}

/// What holds at a place in the text.
#[derive(Default)]
struct Context {
    /// What holds to the end of the sentence: a plan, a period, a total.
    sentence: Cues,
    /// The plan stands before a colon, and holds for the series behind it.
    all_planned: bool,
    /// What holds to the end of the clause.
    clause: Cues,
    /// The last verb of growth in the clause.
    growth: Option<Direction>,
}

/// A set of cues.
#[derive(Debug, Clone, Copy, Default)]
struct Cues(u32);

impl Cues {
    fn add(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u32;
    }

    fn remove(&mut self, cue: Cue) {
        self.0 &= !(1 << cue as u32);
    }

    const fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u32) != 0
    }
}

/// The reading of each quantity, in order.
pub(super) fn readings(glyphs: &Glyphs<'_>, quantities: &[Quantity]) -> Vec<Reading> {
    let mut context = Context::default();
    let mut place = 0;
    let mut readings: Vec<Reading> = Vec::with_capacity(quantities.len());
    let mut last: Option<&Quantity> = None;
    for quantity in quantities {
        context.advance(glyphs, place..quantity.span.start);
        place = quantity.span.end;
        let before = glyphs.before(quantity.span.start);
        let joined = last.is_some_and(|last| {
            let between = glyphs.slice(last.outer.end..quantity.outer.start);
            let same = last.unit.kind == quantity.unit.kind;
            same && matches!(between, ['和' | '、' | '与' | '及'])
        });
        let reading = match readings.last() {
            Some(&previous) if joined && growth(glyphs, before, quantity, &context).is_none() => previous,
            _ => context.reading(glyphs, quantity),
        };
        readings.push(reading);
        last = Some(quantity);
    }
    readings
}

impl Context {
    /// Reads the text between two quantities.
    fn advance(&mut self, glyphs: &Glyphs<'_>, range: Range<usize>) {
        // 每户补助5000元 says nothing of a later figure, unless it is listed with it.
        let text = glyphs.slice(range.clone());
        let listed = |c: &char| matches!(c, '、' | '和' | '及' | '至' | '到');
        if !text.iter().any(listed) {
            self.clause.remove(Cue::Yearly);
            self.clause.remove(Cue::Per);
        }
        let mut at = range.start;
        while at < range.end {
            self.pass(glyphs, at);
            if cues::is_goal(glyphs.chars(), at) {
                self.take(Cue::Planned);
            }
            let found = cues::at(glyphs.chars(), at);
            at += found.map_or(1, |found| {
                self.take(found.cue);
                found.length
            });
        }
    }

    /// Ends what ends with the mark at `at`.
    fn pass(&mut self, glyphs: &Glyphs<'_>, at: usize) {
        match glyphs.get(at) {
            Some('。' | '！' | '？' | '!' | '?') => *self = Self::default(),
            Some('：') => self.all_planned = self.sentence.has(Cue::Planned),
            Some('；' | ';') => {
                // A plan in one item of a series says nothing of the next.
                if !self.all_planned && glyphs.get(at + 1).is_some_and(is_numeral) {
                    self.sentence.remove(Cue::Planned);
                }
                self.sentence.remove(Cue::Cumulative);
            }
            Some('，' | ',') => {}
            _ => return,
        }
        self.clause = Cues::default();
        self.growth = None;
    }

    fn take(&mut self, cue: Cue) {
        match cue {
            Cue::Done => {
                if !self.clause.has(Cue::Planned) {
                    self.sentence.remove(Cue::Planned);
                }
                self.sentence.remove(Cue::Cumulative);
                self.sentence.add(Cue::Since);
            }
            Cue::Period => self.sentence.remove(Cue::Cumulative),
            Cue::Goal if !self.clause.has(Cue::Completed) => self.sentence.add(Cue::Planned),
            Cue::Planned | Cue::Cumulative | Cue::Since => self.sentence.add(cue),
            Cue::Altogether if self.sentence.has(Cue::Since) => self.sentence.add(Cue::Cumulative),
            Cue::Up => self.growth = Some(Direction::Up),
            Cue::Down => self.growth = Some(Direction::Down),
            Cue::To => self.growth = Some(Direction::To),
            _ => {}
        }
        self.clause.add(cue);
    }

    /// The strongest of what was told: a plan, growth, a rate, a rule, a total.
    fn reading(&self, glyphs: &Glyphs<'_>, quantity: &Quantity) -> Reading {
        let clause = self.clause;
        let before = glyphs.before(quantity.span.start);
        let share = quantity.unit.kind == Kind::Share;
        let behind = glyphs.from(quantity.outer.end);
        if self.sentence.has(Cue::Planned) || clause.has(Cue::Aim) {
            return Reading::of(State::Planned);
        }
        if quantity.unit.kind == Kind::Time && any_ending(before, &["工期", "工期为", "建设期"]).is_some()
        {
            return Reading::of(State::Planned);
        }
        if let Some(direction) = growth(glyphs, before, quantity, self) {
            return Reading::growth(direction);
        }
        let norm = clause.has(Cue::Norm) || share && clause.has(Cue::ShareNorm);
        let possible = clause.has(Cue::Possible) && !clause.has(Cue::Done) && !share;
        Reading::of(if clause.has(Cue::Per) && !share || quantity.rate {
            State::Per
        } else if norm || is_norm_behind(behind, share) {
            State::Norm
        } else if clause.has(Cue::Yearly) {
            State::Yearly
        } else if possible {
            State::Planned
        } else if self.sentence.has(Cue::Cumulative) && !share {
            State::Cumulative
        } else {
            State::Achieved
        })
    }
}

/// 的6%比例, 1.3倍确定, 20%作为…分红.
fn is_norm_behind(behind: &[char], share: bool) -> bool {
    let of = any_at(behind, &["的"]).unwrap_or_default();
    let rest = behind.get(of..).unwrap_or_default();
    let words: &[&str] = if share {
        &[
            "比例", "标准", "额度", "作为", "确定", "保底", "给予", "予以", "计提", "上浮", "下浮", "奖励",
            "补助", "补贴",
        ]
    } else {
        &["标准", "封顶", "限额", "上限"]
    };
    any_at(rest, words).is_some()
}

/// Which way the figure grew, if the verb of growth speaks of it.
fn growth(glyphs: &Glyphs<'_>, before: &[char], quantity: &Quantity, context: &Context) -> Option<Direction> {
    let behind = glyphs.from(quantity.outer.end);
    if let Some(Cue::To) = growth_at(behind) {
        return Some(Direction::From);
    }
    if glyphs.get(quantity.span.start) == Some('翻') {
        return Some(Direction::Up);
    }
    let share = quantity.unit.kind == Kind::Share;
    let points = matches!(quantity.unit.name, "百分点" | "千分点" | "基点");
    let (direction, close) = match verb_before(before, quantity) {
        Some(Cue::To) => return Some(Direction::To),
        Some(Cue::Up) => (Direction::Up, true),
        Some(Cue::Down) => (Direction::Down, true),
        _ => (context.growth?, false),
    };
    let compared = context.clause.has(Cue::Compared) && (close || share);
    let told = share && close || points || compared || is_change(before);
    told.then_some(direction)
}

/// 费用下降8.6元: a verb that has its subject before it, and so speaks of a change.
fn is_change(before: &[char]) -> bool {
    const OF_ITSELF: &[&str] = &["增长", "上升", "上涨", "下降", "下跌", "回落"];
    const VERBS: &[&str] = &["增长", "上升", "上涨", "提高", "下降", "下跌", "降低", "回落", "减少", "增加"];
    let Some(rest) = before_light_words(before).find(|rest| any_ending(rest, VERBS).is_some()) else {
        return false;
    };
    let subject = rest.len().checked_sub(3).and_then(|at| rest.get(at));
    // 平均41.6岁，下降5.2岁: the subject stands in the clause before.
    if matches!(subject, Some('，' | ',')) && any_ending(rest, OF_ITSELF).is_some() {
        return true;
    }
    subject.is_some_and(|c| c.is_alphanumeric() && !"可能将已共年内各为户".contains(*c))
}

/// The verb of growth directly before a figure, light words aside.
fn verb_before(before: &[char], quantity: &Quantity) -> Option<Cue> {
    let found = before_light_words(before).find_map(cues::growth_ending);
    // 低于 and 高于 are bounds where nothing is compared.
    let points = quantity.unit.name == "百分点";
    let found = found.or_else(|| cues::growth_ending(before).filter(|_| points));
    found.map(|(_, cue)| cue)
}

/// The text before a figure, and then without each of the light words it ends with.
fn before_light_words(before: &[char]) -> impl Iterator<Item = &[char]> {
    let (bound, _) = bounds::before(before, false);
    // 满意率高达99% is no growth.
    let reaches = any_ending(before, &["高达", "多达"]).is_some();
    let first = before.get(..before.len() - bound).filter(|_| !reaches);
    std::iter::successors(first, |rest| without_light_word(rest)).take(4)
}

fn without_light_word(text: &[char]) -> Option<&[char]> {
    let light = any_ending(text, LIGHT)?;
    text.get(..text.len() - light)
}

/// What may stand between a verb of growth and its number.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "每人每月", "每生每年", "每人每年", "人均", "年均", "日均", "月均", "户均", "村均", "均", "分别", "各", "了", "近", "约", "超", "达到", "达", "为", "每人",
    "每年", "每亩", "目前的", "现在的", "如今的", "的", "幅度", "人民币",
];

fn growth_at(behind: &[char]) -> Option<Cue> {
    let light = any_at(behind, &["左右", "逐步", "进一步", "大幅"]).unwrap_or_default();
    let rest = behind.get(light..)?;
    cues::at(rest, 0).map(|found| found.cue)
}
