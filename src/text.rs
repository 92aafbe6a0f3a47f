//! Columns of a grapheme, cleaning hostile text, line breaking, folding for search.
#![expect(missing_docs, reason = "a stand-in until the layer is written")]
use std::borrow::Cow;
use std::ops::Range;
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ambiguous {
    #[default]
    Narrow,
    Wide,
    Both,
    Subst,
}
pub struct Glyph<'a> {
    pub symbol: Cow<'a, str>,
    pub columns: u8,
    pub bytes: Range<usize>,
}
pub fn glyphs(text: &str, _mode: Ambiguous) -> impl Iterator<Item = Glyph<'_>> {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;
    text.grapheme_indices(true).map(|(i, g)| Glyph {
        symbol: g.into(),
        columns: g.width() as u8,
        bytes: i..i + g.len(),
    })
}
pub fn width(text: &str, mode: Ambiguous) -> usize {
    glyphs(text, mode).map(|g| usize::from(g.columns)).sum()
}
pub struct Wrap {
    pub width: usize,
    pub first: usize,
    pub rest: usize,
    pub mode: Ambiguous,
}
pub fn wrap(text: &str, o: &Wrap) -> Vec<Range<usize>> {
    let mut lines = vec![];
    let mut start = 0;
    let mut used = o.first;
    for g in glyphs(text, o.mode) {
        if used + usize::from(g.columns) > o.width {
            lines.push(start..g.bytes.start);
            start = g.bytes.start;
            used = o.rest;
        }
        used += usize::from(g.columns);
    }
    if start < text.len() {
        lines.push(start..text.len());
    }
    lines
}
pub struct Folded<'a>(&'a str);
impl<'a> Folded<'a> {
    pub fn new(text: &'a str) -> Self {
        Self(text)
    }
    pub fn find(&self, needle: &str) -> Vec<Range<usize>> {
        self.0.match_indices(needle).map(|(i, m)| i..i + m.len()).collect()
    }
}
