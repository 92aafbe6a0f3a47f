//! Measures in running text: where a series 一是…二是… begins, goes on, and ends.

use super::line::is_blank;
use crate::bulletin::{Measure, Span};
use crate::numeral::{Marker, MarkerKind, plain};

/// How many characters a headline has at most.
const HEADLINE: usize = 30;

/// How many marks ahead a series is looked for that goes on.
const AHEAD: usize = 200;

/// A marker that stands where a sentence or a clause begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
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
pub(super) enum Edge {
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
    fn kind(&self) -> MarkerKind {
        self.marker.kind
    }

    /// Whether a series can go on here.
    fn is_strong(&self) -> bool {
        self.edge >= Edge::Semicolon
    }

    fn is(&self, kind: MarkerKind, ordinal: u32) -> bool {
        self.marker.kind == kind && self.marker.ordinal == Some(ordinal) && self.is_strong()
    }
}

/// Adds the markers in a paragraph, in order.
pub(super) fn marks(text: &str, span: Span, found: &mut Vec<Mark>) {
    let Some(paragraph) = text.get(span.range()) else {
        return;
    };
    let mut edge = Edge::Start;
    let mut rest = paragraph;
    while let Some(character) = rest.chars().next() {
        if can_begin(character, edge)
            && let Some(marker) = Marker::at_start(rest).filter(|it| fits(*it, edge))
        {
            let at = span.start as usize + paragraph.len() - rest.len();
            found.push(Mark { at, marker, edge, loose: false });
            edge = Edge::Word;
            rest = from_sign(rest.get(marker.bytes..).unwrap_or_default());
            continue;
        }
        if edge > Edge::Word
            && let Some(marker) = then_without_comma(rest).filter(|it| fits(*it, edge))
        {
            let at = span.start as usize + paragraph.len() - rest.len();
            found.push(Mark { at, marker, edge, loose: true });
        }
        edge = match character {
            '。' | '！' | '？' | '!' | '?' => Edge::Stop,
            '；' | ';' => Edge::Semicolon,
            '：' | '，' | ':' | ',' => Edge::Comma,
            // What closes a sentence may be closed itself; blanks do not count.
            '”' | '’' | '）' | ')' | '」' | '』' => edge,
            _ if is_blank(character) => edge,
            _ => Edge::Word,
        };
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        if edge == Edge::Word {
            rest = from_sign(rest);
        }
    }
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
        at += match byte {
            0xe2 | 0xe3 | 0xef if bytes.get(at..).is_some_and(begins_sign) => break,
            // Han characters and what stands between them have three bytes.
            0xe2..=0xef => 3,
            b'(' | b'!' | b'?' | b';' | b':' | b',' => break,
            _ => 1,
        };
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
        '第' | '其' | '首' | '再' | '最' | '另' => edge > Edge::Word,
        '一'..='龥' => {
            edge > Edge::Word
                && matches!(
                    character,
                    '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿'
                )
        }
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

/// Whether the text from a mark to the next one of its kind is cut by semicolons: then 1.…；2.… at the
/// start of a paragraph is a series of measures, not a heading.
pub(super) fn opens_series(marks: &[Mark]) -> bool {
    let Some((first, rest)) = marks.split_first() else {
        return false;
    };
    let Some(ordinal) = first.marker.ordinal else {
        return false;
    };
    let next = rest.iter().find(|mark| mark.is(first.kind(), ordinal + 1));
    match first.kind() {
        // Headings of the upper levels run on only where a semicolon joins them.
        MarkerKind::Comma | MarkerKind::Bracket => next.is_some_and(|mark| mark.edge == Edge::Semicolon),
        _ => next.is_some(),
    }
}

/// The series that is open while the marks of one holder are read.
struct Series {
    kind: MarkerKind,
    last: u32,
    count: u32,
    paragraph: usize,
    /// Whether its marks have no commas.
    loose: bool,
    /// The mark that goes on with it, if one does.
    resumed: Option<usize>,
}

/// Which of the marks open measures; each comes with the number of its paragraph.
fn accepted(marks: &[(usize, Mark)]) -> Vec<Option<u32>> {
    let mut ordinals = vec![None; marks.len()];
    let mut open: Option<Series> = None;
    for (index, &(paragraph, mark)) in marks.iter().enumerate() {
        let ordinal = match (&open, mark.marker.ordinal) {
            (Some(series), None) => series.count + 1,
            (None, None) => continue,
            (_, Some(ordinal)) => ordinal,
        };
        let goes_on = open.as_ref().is_some_and(|series| {
            series.takes(mark, ordinal, index) || series.drifts(paragraph, mark, ordinal)
        });
        let begins = !goes_on
            && ordinal == 1
            && !open.as_ref().is_some_and(|series| series.holds(paragraph, index))
            && confirmed(marks, index);
        let begins_late = !goes_on && open.is_none() && ordinal > 1 && is_late_start(marks, index);
        if !(goes_on || begins || begins_late) {
            continue;
        }
        if let Some(slot) = ordinals.get_mut(index) {
            *slot = Some(ordinal);
        }
        let count = open.as_ref().filter(|_| goes_on).map_or(0, |series| series.count) + 1;
        let kind = open.as_ref().filter(|_| goes_on).map_or(mark.kind(), |series| series.kind);
        let loose = open.as_ref().filter(|_| goes_on).map_or(mark.loose, |series| series.loose);
        open = Some(Series {
            kind,
            last: ordinal,
            count,
            paragraph,
            loose,
            resumed: resumption(marks, index, kind, ordinal + 1),
        });
    }
    ordinals
}

impl Series {
    /// Whether the mark goes on with the series.
    fn takes(&self, mark: Mark, ordinal: u32, index: usize) -> bool {
        // （1）…；（2）…，（3）…: what has begun so goes on behind a comma too.
        let listed = self.count >= 2 && mark.kind() == self.kind && ordinal == self.last + 1;
        if !(mark.is_strong() || listed) || ordinal == 1 || mark.loose && !self.loose {
            return false;
        }
        let last = mark.marker.ordinal.is_none();
        if last {
            return matches!(self.kind, MarkerKind::Then | MarkerKind::Nth | MarkerKind::Verb(_));
        }
        if mark.kind() == self.kind {
            return ordinal >= self.last;
        }
        // The kind of marker may change in mid-series, among those that only measures have.
        ordinal == self.last + 1
            && mark.kind().level().is_none()
            && self.kind.level().is_none()
            && self.resumed.is_none_or(|resumed| resumed < index)
    }

    /// Whether the mark goes on with the series in another writing: 一是…。二是…。三、…
    fn drifts(&self, paragraph: usize, mark: Mark, ordinal: u32) -> bool {
        self.paragraph == paragraph
            && self.count >= 2
            && matches!(self.kind, MarkerKind::Verb(_))
            && mark.kind() == MarkerKind::Comma
            && mark.is_strong()
            && ordinal == self.last + 1
    }

    /// Whether a series beginning at mark `index` stands inside the open one, which goes on behind it.
    fn holds(&self, paragraph: usize, index: usize) -> bool {
        self.paragraph == paragraph && self.resumed.is_some_and(|resumed| resumed > index)
    }
}

/// The next mark of this kind and ordinal, before the kind begins anew.
fn resumption(marks: &[(usize, Mark)], from: usize, kind: MarkerKind, ordinal: u32) -> Option<usize> {
    let ahead = marks.iter().enumerate().skip(from + 1).take(AHEAD);
    let mut ahead =
        ahead.take_while(|(_, (_, mark))| !(mark.kind() == kind && mark.marker.ordinal == Some(1)));
    ahead.find(|(_, (_, mark))| mark.is(kind, ordinal)).map(|(index, _)| index)
}

/// Whether a series that seems to begin at a mark goes on.
fn confirmed(marks: &[(usize, Mark)], from: usize) -> bool {
    let Some((_, first)) = marks.get(from) else {
        return false;
    };
    let kind = first.kind();
    let mut ahead = marks
        .iter()
        .skip(from + 1)
        .take(AHEAD)
        .map(|(_, mark)| mark)
        .take_while(|mark| !(mark.kind() == kind && mark.marker.ordinal == Some(1)));
    let loose = kind.level().is_none();
    ahead.any(|mark| {
        mark.is(kind, 2)
            || mark.is(kind, 3) && loose
            || loose && mark.is_strong() && mark.kind().level().is_none() && mark.marker.ordinal == Some(2)
            || kind == MarkerKind::Then && mark.kind() == kind && mark.is_strong()
    })
}

/// Whether 二是… begins a series of which the beginning is lost: the next number follows.
fn is_late_start(marks: &[(usize, Mark)], from: usize) -> bool {
    let Some((_, first)) = marks.get(from) else {
        return false;
    };
    let kind = first.kind();
    let next = first.marker.ordinal.map(|ordinal| ordinal + 1);
    let follower = marks.get(from + 1).map(|(_, mark)| mark);
    matches!(kind, MarkerKind::Verb('是' | '要'))
        && first.edge >= Edge::Stop
        && follower.is_some_and(|mark| next.is_some_and(|next| mark.is(kind, next)))
}

/// Calls `take` with each paragraph of one holder (a lead, a section) and its measures, which it moves out. A
/// paragraph that is all measures has no text.
pub(super) fn each_paragraph(
    text: &str,
    spans: &[Span],
    marks: &[Mark],
    mut take: impl FnMut(Span, &mut Vec<Measure>),
) {
    let mut measures = Vec::new();
    // A series has two marks at least.
    if marks.len() < 2 {
        for span in spans {
            take(trimmed(text, span.start as usize, span.end as usize), &mut measures);
        }
        return;
    }
    let mut rest = marks;
    let mut numbered: Vec<(usize, Mark)> = Vec::with_capacity(marks.len());
    for (index, span) in spans.iter().enumerate() {
        let inside = rest.partition_point(|mark| mark.at < span.end as usize);
        let (own, others) = rest.split_at_checked(inside).unwrap_or((rest, &[]));
        numbered.extend(own.iter().filter(|mark| mark.at >= span.start as usize).map(|mark| (index, *mark)));
        rest = others;
    }
    // Words without commas are a series where two of them open sentences.
    let loose = marks.iter().any(|mark| mark.loose && mark.marker.ordinal == Some(1))
        && marks.iter().any(|mark| mark.is(MarkerKind::Then, 2));
    numbered.retain(|(_, mark)| loose || !mark.loose);
    let ordinals = accepted(&numbered);
    let mut chosen = numbered
        .iter()
        .zip(ordinals)
        .filter_map(|((paragraph, mark), ordinal)| Some((*paragraph, mark, ordinal?)))
        .peekable();
    for (index, span) in spans.iter().enumerate() {
        let first = chosen.peek().filter(|it| it.0 == index).map_or(span.end as usize, |it| it.1.at);
        while let Some((_, mark, ordinal)) = chosen.next_if(|it| it.0 == index) {
            let end = chosen.peek().filter(|it| it.0 == index).map_or(span.end as usize, |it| it.1.at);
            measures.push(measure(text, mark, ordinal, end));
        }
        take(trimmed(text, span.start as usize, first), &mut measures);
    }
}

/// The measure from a marker to `end`.
fn measure(text: &str, mark: &Mark, ordinal: u32, end: usize) -> Measure {
    let after = mark.at + mark.marker.bytes;
    let whole = trimmed(text, after, end);
    let inner = text.get(whole.range()).unwrap_or_default();
    let headline = inner.split_once('。').and_then(|(first, rest)| {
        let length = first.chars().filter(|c| !is_blank(*c)).count();
        let more = rest.trim_start_matches(is_blank);
        let is_whole = !more.is_empty() && !more.starts_with(['”', '’', '）', ')']);
        ((1..=HEADLINE).contains(&length) && is_whole).then(|| {
            let start = whole.start as usize;
            (
                Span::new(start, start + first.trim_end_matches(is_blank).len()),
                inner.len() - more.len() + start,
            )
        })
    });
    Measure {
        ordinal,
        marker: Span::new(mark.at, after),
        headline: headline.map(|(span, _)| span),
        text: headline.map_or(whole, |(_, start)| Span::new(start, whole.end as usize)),
    }
}

/// The span without blanks at its ends.
pub(super) fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let inner = text.get(start..end).unwrap_or_default();
    let begun = inner.trim_start_matches(is_blank);
    let start = start + inner.len() - begun.len();
    Span::new(start, start + begun.trim_end_matches(is_blank).len())
}
