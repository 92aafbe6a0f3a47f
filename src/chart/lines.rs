//! A picture as lines of text, of blocks where they take one column for sure, else of ASCII.

use super::{Bar, Chart, Kind, WHOLE};
use crate::message::{Lang, Msg};
use crate::table::GroupBy;
use crate::text::{self, Ambiguous};

/// The room for a picture, and how text is laid out in it.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Columns of a line.
    pub columns: usize,
    /// Lines of a picture through time.
    pub rows: usize,
    /// How ambiguous characters are laid out.
    pub mode: Ambiguous,
    /// Whether blocks can be shown, and take one column.
    pub blocks: bool,
    /// The language of our own words.
    pub lang: Lang,
}

/// What a piece of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// What the figures of a bar have in common.
    Label,
    /// A bar, or a line of columns.
    Bar,
    /// What they come to.
    Amount,
}

/// A line of pieces, which follow each other without a gap.
pub type Line = Vec<(Piece, String)>;

/// Blocks from an eighth to the whole: lying bars, standing columns.
const LYING: [&str; 8] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
const STANDING: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The same in ASCII.
const LYING_ASCII: [&str; 8] = ["-", "-", "-", "-", "=", "=", "=", "#"];
const STANDING_ASCII: [&str; 8] = [".", ".", ".", ":", ":", "#", "#", "#"];

/// What the rest of a label that is cut is told by.
const ELLIPSIS: &str = "..";

/// A label gets no more columns than this.
const WIDEST_LABEL: usize = 24;
/// A bar that would be shorter is left out.
const SHORTEST: usize = 4;
/// The widest that a column through time gets.
const WIDEST_COLUMN: usize = 6;

/// What is drawn: what is counted, in which unit, by what.
pub fn title(chart: &Chart, lang: Lang) -> String {
    let by = match chart.by {
        GroupBy::Unit => Msg::ColumnUnit,
        GroupBy::Year => Msg::ByYear,
        GroupBy::Month => Msg::ByMonth,
        GroupBy::Serial => Msg::BySerial,
        GroupBy::Issue => Msg::ColumnIssue,
        GroupBy::Noun => Msg::ColumnNoun,
    };
    let by = by.text(lang);
    let unit = text::clean(&chart.unit);
    let title = match &chart.noun {
        None => Msg::ChartTitle.fill(lang, &[&unit, by]),
        Some(noun) => Msg::ChartTitleOf.fill(lang, &[&unit, noun, by]),
    };
    text::clean(&title).into_owned()
}

/// What the figures come to altogether, what is not in the picture, and the caveat, a line each.
pub fn notes(chart: &Chart, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(whole) = &chart.whole {
        notes.push(Msg::SumOf.fill(lang, &[&whole.head(lang)]));
        notes.push(whole.gist(lang));
    }
    notes.extend(remarks(chart, lang));
    notes.push(Msg::SumCaveat.text(lang).to_owned());
    notes.retain(|note| !note.is_empty());
    notes
}

/// What is to be known about the picture beside its sum, a line each.
pub fn remarks(chart: &Chart, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let counted = |message: Msg, count: usize| {
        if count > 0 { message.fill(lang, &[&count.to_string()]) } else { String::new() }
    };
    let repeated = chart.bars.iter().filter_map(|bar| bar.total.as_ref()).map(|total| total.repeated);
    let across = chart.whole.as_ref().map_or(0, |whole| whole.repeated).saturating_sub(repeated.sum());
    // Fewer may be told again within groups that are not drawn.
    notes.push(counted(Msg::ChartAcross, if chart.more == 0 { across } else { 0 }));
    notes.push(counted(Msg::ChartOtherUnits, chart.other_units));
    notes.push(counted(Msg::ChartUndated, chart.undated));
    notes.push(counted(if chart.kind == Kind::Bar { Msg::ChartMore } else { Msg::ChartEarlier }, chart.more));
    if chart.bars.iter().any(|bar| bar.total.is_none()) {
        notes.push(Msg::ChartGaps.text(lang).to_owned());
    }
    notes.retain(|note| !note.is_empty());
    notes
}

impl Bar {
    /// What the figures have in common, in words.
    pub fn label(&self, lang: Lang) -> String {
        self.label.as_deref().map_or(Msg::GroupNone.text(lang).into(), text::clean).into_owned()
    }

    /// What they come to, and how many they are.
    pub fn amount(&self, lang: Lang) -> String {
        let Some(total) = &self.total else { return String::new() };
        match total.amount(lang) {
            Some(amount) => Msg::GroupHead.fill(lang, &[&amount, &total.count.to_string()]),
            None => Msg::ChartNothing.text(lang).to_owned(),
        }
    }
}

/// The picture in lines that are no wider than the frame.
pub fn lines(chart: &Chart, frame: Frame) -> Vec<Line> {
    match chart.kind {
        Kind::Bar => bars(chart, frame),
        Kind::Spark => columns(chart, frame),
    }
}

fn bars(chart: &Chart, frame: Frame) -> Vec<Line> {
    let width = |text: &str| text::width(text, frame.mode);
    let labels: Vec<String> = chart.bars.iter().map(|bar| bar.label(frame.lang)).collect();
    let amounts: Vec<String> = chart.bars.iter().map(|bar| bar.amount(frame.lang)).collect();
    let label = labels.iter().map(|label| width(label)).max().unwrap_or_default();
    let label = label.min(WIDEST_LABEL).min(frame.columns / 3);
    let amount = amounts.iter().map(|amount| width(amount)).max().unwrap_or_default();
    let room = frame.columns.saturating_sub(label + 1);
    let longest = room.saturating_sub(amount + 1);
    let longest = if longest >= SHORTEST { longest } else { 0 };
    let line = |((bar, name), amount): ((&Bar, &String), &String)| {
        let name = text::ellipsis(name, label, ELLIPSIS, frame.mode);
        let drawn = lying(bar.share, longest, frame.blocks);
        let left = room.saturating_sub(width(&drawn) + 1);
        let gap = if drawn.is_empty() { "" } else { " " };
        let left = if drawn.is_empty() { room } else { left };
        vec![
            (Piece::Label, text::pad(&name, label, frame.mode) + " "),
            (Piece::Bar, drawn + gap),
            (Piece::Amount, text::ellipsis(amount, left, ELLIPSIS, frame.mode)),
        ]
    };
    chart.bars.iter().zip(&labels).zip(&amounts).map(line).collect()
}

/// A bar of a share of `longest` columns; a little is more than nothing.
fn lying(share: u32, longest: usize, blocks: bool) -> String {
    let eighths = eighths(share, longest);
    let table = if blocks { LYING } else { LYING_ASCII };
    let [.., whole] = table;
    let rest = (eighths % 8).checked_sub(1).and_then(|rest| table.get(rest)).copied();
    whole.repeat(eighths / 8) + rest.unwrap_or_default()
}

/// Eighths of a column that a share of `longest` columns has.
fn eighths(share: u32, longest: usize) -> usize {
    let whole = WHOLE as usize;
    let eighths = (share as usize * longest * 8 + whole / 2) / whole;
    if longest > 0 && share > 0 { eighths.max(1) } else { eighths }
}

/// Columns through time: the greatest in words, the columns, the times below.
fn columns(chart: &Chart, frame: Frame) -> Vec<Line> {
    let count = chart.bars.len().max(1);
    let wide = (frame.columns / count).clamp(1, WIDEST_COLUMN);
    let gap = usize::from(wide > 2);
    let shown = chart.bars.get(chart.bars.len().saturating_sub(frame.columns / wide)..).unwrap_or_default();
    let mut lines = Vec::new();
    let greatest = chart.bars.iter().max_by_key(|bar| bar.share);
    if let Some(greatest) = greatest {
        let label = greatest.label(frame.lang);
        let told = Msg::ChartGreatest.fill(frame.lang, &[&label, &greatest.amount(frame.lang)]);
        lines.push(vec![(Piece::Amount, text::ellipsis(&told, frame.columns, ELLIPSIS, frame.mode))]);
    }
    let table = if frame.blocks { STANDING } else { STANDING_ASCII };
    for below in (0..frame.rows).rev() {
        let mut drawn = String::new();
        for bar in shown {
            let level = eighths(bar.share, frame.rows).saturating_sub(below * 8).min(8);
            let glyph = level.checked_sub(1).and_then(|level| table.get(level)).copied().unwrap_or(" ");
            drawn.push_str(&glyph.repeat(wide - gap));
            drawn.push_str(&" ".repeat(gap));
        }
        lines.push(vec![(Piece::Bar, drawn.trim_end().to_owned())]);
    }
    lines.push(vec![(Piece::Label, times(shown, wide, frame))]);
    lines
}

/// The times below the columns, as many as have room.
fn times(shown: &[Bar], wide: usize, frame: Frame) -> String {
    let mut line = String::new();
    for (index, bar) in shown.iter().enumerate() {
        let label = bar.label(frame.lang);
        let at = index * wide;
        let taken = text::width(&line, frame.mode);
        let fits = at + text::width(&label, frame.mode) <= frame.columns;
        if fits && (line.is_empty() || at > taken) {
            line.push_str(&" ".repeat(at - taken));
            line.push_str(&label);
        }
    }
    line
}
