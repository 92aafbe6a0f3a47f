//! Where in running text a marker stands at the beginning of a sentence or a clause.

use super::super::line::{is_blank, is_han};
use crate::bulletin::Span;
use crate::numeral::{HanSet, Marker, MarkerKind, plain};

/// A marker that stands where a sentence or a clause begins.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Mark {
    /// Byte of the healed text.
    pub at: usize,
    /// The marker.
    pub marker: Marker,
    /// What stands before it.
    pub edge: Edge,
    /// Whether it is 首先 or the like without a comma: a marker only where 其次 follows.
    pub loose: bool,
}

/// What stands before a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Edge {
    /// A word: a series may begin there with （1） or ①, and not go on.
    Word,
    /// A comma or a colon: a series may begin there, and not go on.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A full stop.
    Stop,
    /// Nothing: the paragraph begins.
    Start,
}

impl Mark {
    pub(super) fn kind(&self) -> MarkerKind {
        self.marker.kind
    }

    /// Whether a series can go on here.
    pub(super) fn is_strong(&self) -> bool {
        self.edge >= Edge::Semicolon
    }

    pub(super) fn is(&self, kind: MarkerKind, ordinal: u32) -> bool {
        self.marker.kind == kind && self.marker.ordinal == Some(ordinal) && self.is_strong()
    }
}

/// The Han characters with which markers begin.
static OPENING: HanSet = HanSet::of("第其首再最另一二三四五六七八九十廿");

/// Adds the markers in a paragraph, in order.
pub(in super::super) fn marks(text: &str, span: Span, found: &mut Vec<Mark>) {
    let Some(paragraph) = text.get(span.range()) else {
        return;
    };
    let mut edge = Edge::Start;
    let mut characters = paragraph.chars();
    loop {
        let rest = characters.as_str();
        let Some(character) = characters.next() else {
            return;
        };
        // Most clauses begin with a word.
        if is_han(character) && (edge == Edge::Word || !OPENING.contains(character)) {
            edge = Edge::Word;
            characters = from_sign(characters.as_str()).chars();
            continue;
        }
        if let Some(ended) = edge_behind(character) {
            edge = ended;
            continue;
        }
        let at = || span.start as usize + paragraph.len() - rest.len();
        if can_begin(character, edge)
            && let Some(marker) = Marker::at_start(rest).filter(|it| fits(*it, edge))
        {
            found.push(Mark { at: at(), marker, edge, loose: false });
            edge = Edge::Word;
            characters = from_sign(rest.get(marker.bytes..).unwrap_or_default()).chars();
            continue;
        }
        if edge > Edge::Word
            && let Some(marker) = then_without_comma(rest).filter(|it| fits(*it, edge))
        {
            found.push(Mark { at: at(), marker, edge, loose: true });
        }
        if !is_passed_over(character) {
            edge = Edge::Word;
        }
        if edge == Edge::Word {
            characters = from_sign(characters.as_str()).chars();
        }
    }
}

/// The edge behind a sign that ends a sentence or a clause.
const fn edge_behind(character: char) -> Option<Edge> {
    match character {
        '，' | '：' | ':' | ',' => Some(Edge::Comma),
        '。' | '！' | '？' | '!' | '?' => Some(Edge::Stop),
        '；' | ';' => Some(Edge::Semicolon),
        _ => None,
    }
}

/// Whether an edge stands behind the character as before it: what closes a sentence may be closed itself, and
/// blanks do not count.
const fn is_passed_over(character: char) -> bool {
    !is_han(character) && (matches!(character, '”' | '’' | '）' | ')' | '」' | '』') || is_blank(character))
}

/// 首先摸清底数, 其次…, 最后…: without a comma; 最后一公里 is none.
fn then_without_comma(text: &str) -> Option<Marker> {
    if !text.chars().next().is_some_and(|first| matches!(first, '首' | '其' | '再' | '最')) {
        return None;
    }
    let (word, ordinal) =
        [("首先", Some(1)), ("其次", Some(2)), ("再次", Some(3)), ("最后", None), ("最後", None)]
            .into_iter()
            .find(|(word, _)| text.starts_with(word))?;
    let rest = text.get(word.len()..)?;
    let goes_on =
        rest.chars().next().is_some_and(|c| !matches!(c, '一' | '的' | '，' | '、' | '：' | '。' | '；'));
    goes_on.then_some(Marker { kind: MarkerKind::Then, ordinal, bytes: word.len() })
}

/// The text from the next sign on that may end a clause or open a marker. Inside a clause there is nothing
/// else to see, and these are most of the characters.
fn from_sign(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        // Han characters have three bytes; they come first, for there are most of them.
        if matches!(byte, 0xe4..=0xe9) {
            at += 3;
        } else if matches!(byte, 0xe2 | 0xe3 | 0xef) {
            if bytes.get(at..).is_some_and(begins_sign) {
                break;
            }
            at += 3;
        } else if matches!(byte, b'(' | b'!' | b'?' | b';' | b':' | b',') {
            break;
        } else {
            at += 1;
        }
    }
    text.get(at..).unwrap_or_default()
}

/// Whether the bytes begin with 。 or a full-width sign, or may begin with a number in one character.
const fn begins_sign(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, ..] | [0xe2, 0x91 | 0x92 | 0x9d, ..] | [0xe3, 0x88, ..]
    )
}

/// Whether a marker can begin with this character behind this edge: told before any closer look.
fn can_begin(character: char, edge: Edge) -> bool {
    match character {
        '（' | '(' | '①'..='⒛' | '㈠'..='㈩' | '❶'..='❿' => true,
        _ if is_han(character) => edge > Edge::Word && OPENING.contains(character),
        _ => edge > Edge::Word && plain(character).is_ascii_digit(),
    }
}

/// Whether a marker of this kind can stand behind this edge.
fn fits(marker: Marker, edge: Edge) -> bool {
    use MarkerKind::{ArabicBracket, Bracket, Circled};
    match edge {
        Edge::Word => marker.ordinal == Some(1) && matches!(marker.kind, Bracket | ArabicBracket | Circled),
        Edge::Comma => marker.ordinal == Some(1) || matches!(marker.kind, ArabicBracket | Circled),
        Edge::Semicolon | Edge::Stop | Edge::Start => true,
    }
}
