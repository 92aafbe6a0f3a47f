//! Measures in running text: where a series 一是…二是… begins, goes on, and ends.

mod mark;

use super::line::is_blank;
use crate::bulletin::{Measure, Span};
use crate::numeral::MarkerKind;
pub(super) use mark::{Edge, Mark, marks};

/// How many characters a headline has at most.
const HEADLINE: usize = 30;

/// How many marks ahead a series is looked for that goes on.
const AHEAD: usize = 200;

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

/// The paragraphs of one holder (a lead, a section): kept from holder to holder for its memory.
#[derive(Default)]
pub(super) struct Paragraphs {
    /// Each paragraph with the number of its measures. One that is all measures has no text.
    pub texts: Vec<(Span, usize)>,
    /// The measures of all of them, in order.
    pub measures: Vec<Measure>,
}

impl Paragraphs {
    /// Reads those of a holder in place of another's.
    pub(super) fn read(&mut self, text: &str, spans: &[Span], marks: &[Mark]) {
        self.texts.clear();
        self.measures.clear();
        // A series has two marks at least.
        if marks.len() < 2 {
            let whole = spans.iter().map(|span| (trimmed(text, span.start as usize, span.end as usize), 0));
            self.texts.extend(whole);
        } else {
            self.part(text, spans, marks);
        }
    }

    /// Parts the paragraphs at the marks of their series.
    fn part(&mut self, text: &str, spans: &[Span], marks: &[Mark]) {
        let mut rest = marks;
        let mut numbered: Vec<(usize, Mark)> = Vec::with_capacity(marks.len());
        for (index, span) in spans.iter().enumerate() {
            let inside = rest.partition_point(|mark| mark.at < span.end as usize);
            let (own, others) = rest.split_at_checked(inside).unwrap_or((rest, &[]));
            numbered
                .extend(own.iter().filter(|mark| mark.at >= span.start as usize).map(|mark| (index, *mark)));
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
            let counted = self.measures.len();
            let first = chosen.peek().filter(|it| it.0 == index).map_or(span.end as usize, |it| it.1.at);
            while let Some((_, mark, ordinal)) = chosen.next_if(|it| it.0 == index) {
                let end = chosen.peek().filter(|it| it.0 == index).map_or(span.end as usize, |it| it.1.at);
                self.measures.push(measure(text, mark, ordinal, end));
            }
            let before = trimmed(text, span.start as usize, first);
            self.texts.push((before, self.measures.len() - counted));
        }
    }
}

/// The measure from a marker to `end`.
fn measure(text: &str, mark: &Mark, ordinal: u32, end: usize) -> Measure {
    let after = mark.at + mark.marker.bytes;
    let whole = trimmed(text, after, end);
    let inner = text.get(whole.range()).unwrap_or_default();
    let headline = inner.split_once('。').and_then(|(first, rest)| {
        let length = first.chars().filter(|c| !is_blank(*c)).take(HEADLINE + 1).count();
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
