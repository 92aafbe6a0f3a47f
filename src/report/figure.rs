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
    let whole = text.get(span);
    figure::figures(whole).into_iter().map(move |figure| row(text, field, span, &figure))
}

/// One figure of a field; `span` is the whole field.
pub(super) fn row<'a>(text: &'a Text, field: &'static str, span: Span, figure: &Figure) -> Row<'a> {
    let whole = text.get(span);
    let points = |byte| whole.get(..byte).unwrap_or_default().chars().count();
    let printed = whole.get(figure.span.clone()).unwrap_or_default();
    Row {
        text: printed,
        field,
        start: points(figure.span.start),
        end: points(figure.span.end),
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
