//! A figure as it stands in JSON.

use serde::Serialize;

use crate::bulletin::{Span, Text};
use crate::figure::{self, Figure};
use crate::numeral::number::Decimal;

/// What a script gets of a figure.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    text: &'a str,
    field: &'static str,
    start: usize,
    end: usize,
    at: At,
    value: Number,
    value_max: Option<Number>,
    unit: String,
    bound: &'static str,
    state: &'static str,
    noun: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dir: Option<&'static str>,
}

/// Where a figure stands in the decoded file: a line from 1, code points from 0.
#[derive(Debug, Serialize)]
pub(super) struct At {
    pub line: u32,
    pub start: u32,
    pub end: u32,
}

/// A number that is written without a point where it has no fraction.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub(super) enum Number {
    Integer(i64),
    Double(f64),
}

impl From<Decimal> for Number {
    fn from(number: Decimal) -> Self {
        number.to_integer().map_or_else(|| Self::Double(number.to_f64()), Self::Integer)
    }
}

/// The figures in one field of a part of a bulletin; `span` is the whole field.
pub(super) fn rows<'a>(text: &'a Text, field: &'static str, span: Span) -> impl Iterator<Item = Row<'a>> {
    let mut points = Points::default();
    let figures = figure::figures(text.get(span)).into_iter();
    figures.map(move |figure| row(text, field, span, &figure, &mut points))
}

/// Counts the characters of a field before its figures, or what was found in it. Those before each step are
/// counted once as long as the field stays the same, in whatever order its figures come: a field may be a whole
/// file.
#[derive(Default)]
pub(super) struct Points<'a> {
    field: &'a str,
    /// The characters before each step.
    steps: Vec<usize>,
}

impl<'a> Points<'a> {
    /// Bytes from one step to the next.
    const STEP: usize = 1024;

    /// The characters of a field before a byte of it.
    pub(super) fn before(&mut self, field: &'a str, byte: usize) -> usize {
        if !std::ptr::eq(self.field, field) {
            self.field = field;
            self.steps.clear();
            self.steps.push(0);
            let mut count = 0;
            self.steps.extend(field.as_bytes().chunks(Self::STEP).map(|bytes| {
                count += begun(bytes);
                count
            }));
        }
        let step = byte / Self::STEP;
        let rest = field.as_bytes().get(step * Self::STEP..byte).unwrap_or_default();
        self.steps.get(step).copied().unwrap_or_default() + begun(rest)
    }
}

/// The characters that begin in some bytes of a text, for a step may part a character.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..0xc0)).count()
}

/// One figure of a field; `span` is the whole field.
pub(super) fn row<'a>(
    text: &'a Text,
    field: &'static str,
    span: Span,
    figure: &Figure,
    points: &mut Points<'a>,
) -> Row<'a> {
    let whole = text.get(span);
    let printed = whole.get(figure.span.clone()).unwrap_or_default();
    Row {
        text: printed,
        field,
        start: points.before(whole, figure.span.start),
        end: points.before(whole, figure.span.end),
        at: at(text, span, figure),
        value: figure.value.into(),
        value_max: figure.value_max.map(Number::from),
        unit: figure.unit.clone().into_owned(),
        bound: figure.bound.name(),
        state: figure.state.name(),
        noun: figure.noun.clone().and_then(|noun| whole.get(noun)),
        dir: figure.direction.map(figure::Direction::name),
    }
}

/// Where a figure of a field stands in the decoded file.
pub(super) fn at(text: &Text, span: Span, figure: &Figure) -> At {
    let start = span.start as usize;
    at_span(text, Span::new(start + figure.span.start, start + figure.span.end))
}

/// Where a span that is not empty stands in the decoded file.
pub(super) fn at_span(text: &Text, span: Span) -> At {
    // A page break may part the characters: the end is where the last one stands, and one more.
    let last = text.get(span).char_indices().next_back().map_or(0, |(byte, _)| byte as u32);
    let from = text.origin(span.start);
    At { line: from.line, start: from.point, end: text.origin(span.start + last).point + 1 }
}
