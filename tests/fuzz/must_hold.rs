//! What must hold for any bytes: one function for each fuzz target, which the property tests of
//! `tests/it/fuzz.rs` call too.

use jianbao::bulletin::{Article, Bulletin, Node, Paragraph, Span, Text};
use jianbao::text::{self, Ambiguous, Wrap};
use jianbao::{audit, decode, figure, parse};

/// Parsing: every span lies in its text, every byte leads back into the file, and so does every
/// problem.
pub fn parse(bytes: &[u8]) {
    let file = String::from_utf8_lossy(bytes);
    let (points, lines) = (file.chars().count(), file.split('\n').count());
    for bulletin in parse::bulletins(&file) {
        let body = bulletin.text.as_str();
        let mut nodes = vec![Node::Bulletin(&bulletin)];
        while let Some(node) = nodes.pop() {
            node.each_own_text(&mut |span| assert!(body.get(span.range()).is_some(), "{span:?}"));
            nodes.extend(node.children().into_iter().map(|(_, child)| child));
        }
        let end = bulletin.text.origin(body.len() as u32);
        assert!(end.point as usize <= points && end.line as usize <= lines, "{end:?}");
        let told = audit::problems(&bulletin);
        for problem in bulletin.problems.iter().chain(&told) {
            assert!(problem.line as usize <= lines, "{problem:?}");
        }
    }
}

/// Decoding: UTF-8 stays what it is, and losses are marked and have a line.
pub fn decode(bytes: &[u8]) {
    let Ok(decoded) = decode::decode(bytes) else { return };
    let losses = decoded.losses;
    assert!(decoded.text.matches('\u{fffd}').count() >= losses.count, "{losses:?}");
    assert!(losses.first_line as usize <= decoded.text.split('\n').count(), "{losses:?}");
    assert_eq!(losses.count == 0, losses.first_line == 0);
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert_eq!(decoded.text, text.strip_prefix('\u{feff}').unwrap_or(text));
    }
}

/// Wrapping: lines in order with nothing between them but what cannot be seen; none too wide that
/// has more than one grapheme. The first two bytes choose the width and the mode.
pub fn wrap(bytes: &[u8]) {
    let [width, mode, bytes @ ..] = bytes else { return };
    let mode = Ambiguous::ALL[usize::from(*mode) % Ambiguous::ALL.len()];
    let whole = String::from_utf8_lossy(bytes);
    let options = Wrap::new(usize::from(*width), mode);
    let is_empty = |part: &str| text::glyphs(part, mode).all(|glyph| glyph.is_blank());
    let mut end = 0;
    for line in text::wrap(&whole, &options) {
        assert!(whole.get(end..line.start).is_some_and(is_empty), "lost before {line:?}");
        let set = whole.get(line.clone()).unwrap_or_default();
        assert!(set.len() == line.len(), "{line:?} cuts a character");
        let fits = text::width(set, mode) <= usize::from(*width).max(1);
        assert!(fits || text::glyphs(set, mode).count() <= 1 || is_one_cluster(set, mode), "{set:?}");
        end = line.end;
    }
    assert!(is_empty(&whole[end..]), "the end is lost");
}

/// Whether all glyphs come from the same characters, as those of a stand-in do: ① is (1).
fn is_one_cluster(set: &str, mode: Ambiguous) -> bool {
    let mut sources = text::glyphs(set.trim(), mode).map(|glyph| glyph.bytes);
    let first = sources.next();
    sources.all(|bytes| Some(bytes) == first)
}

/// Figures: in order, on characters, ranges upwards; and the audit of the paragraph knows its lines.
pub fn figures(bytes: &[u8]) {
    let paragraph = String::from_utf8_lossy(bytes);
    let mut end = 0;
    for found in figure::figures(&paragraph) {
        assert!(end <= found.span.start && found.span.start < found.span.end, "{found:?}");
        assert!(paragraph.get(found.span.clone()).is_some(), "{found:?}");
        assert!(found.noun.clone().is_none_or(|noun| paragraph.get(noun).is_some()), "{found:?}");
        assert!(found.value_max.is_none_or(|most| found.value < most), "{found:?}");
        end = found.span.end;
    }
    let lead = [Paragraph { text: Span::new(0, paragraph.len()), ..Paragraph::default() }].into();
    let lines = paragraph.split('\n').count();
    let bulletin = Bulletin {
        text: Text::new(paragraph.into_owned(), Vec::new()),
        articles: [Article { lead, ..Article::default() }].into(),
        ..Bulletin::default()
    };
    for problem in audit::problems(&bulletin) {
        assert!((1..=lines).contains(&(problem.line as usize)) && !problem.details.is_empty(), "{problem:?}");
    }
}
