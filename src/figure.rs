//! A paragraph's figures: quantities with value, unit, bound and state.
#![expect(missing_docs, reason = "a stand-in until the layer is written")]
use std::ops::Range;
pub struct Figure {
    pub span: Range<usize>,
}
pub fn figures(_paragraph: &str) -> Vec<Figure> {
    Vec::new()
}
