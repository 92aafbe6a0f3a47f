//! Spans of which there is mostly one.

use std::fmt;
use std::ops::Deref;
use std::slice;

use serde::{Deserialize, Serialize, Serializer};

use super::Span;

/// Spans in order. One alone, as most sections have it, lies where it stands: in a list of its own it would take
/// four times as much of the memory.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<Span>")]
pub struct Spans(Kept);

#[derive(Clone, PartialEq, Eq)]
enum Kept {
    One(Span),
    /// None, or more than one.
    List(Box<[Span]>),
}

impl Deref for Spans {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        match &self.0 {
            Kept::One(span) => slice::from_ref(span),
            Kept::List(spans) => spans,
        }
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut spans = spans.into_iter();
        Self(match (spans.next(), spans.next()) {
            (Some(span), None) => Kept::One(span),
            (first, second) => Kept::List(first.into_iter().chain(second).chain(spans).collect()),
        })
    }
}

impl From<Vec<Span>> for Spans {
    fn from(spans: Vec<Span>) -> Self {
        spans.into_iter().collect()
    }
}

impl Default for Spans {
    fn default() -> Self {
        Self(Kept::List(Box::default()))
    }
}

impl Serialize for Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl fmt::Debug for Spans {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}
