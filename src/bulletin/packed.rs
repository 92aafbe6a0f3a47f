//! The bulletins of a file as bytes: everything but the text, which the file itself gives back.
//!
//! They are parted by what they are needed for: who lists or searches bulletins leaves the greater part aside.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use super::rows::{self, Passages, Rows};
use super::{Article, Bulletin, Code, Distribution, Imprint, Masthead, Problem, Span, Summary, Text, Texts};

/// How a healed text follows from the file's, run by run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    /// Bytes of the file that are left out before it.
    skipped: u32,
    /// Bytes that are taken over.
    copied: u32,
    /// Blanks that stand behind them for the end of a line.
    blanks: u32,
}

/// The bulletins of a file as bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Packed<T> {
    /// What is needed to list and to search them: mastheads, summaries, and what is made of the text.
    pub head: T,
    /// All else: articles, distribution, problems, the marks of the masthead.
    pub rest: T,
}

impl Packed<Vec<u8>> {
    /// The bytes.
    pub fn as_slices(&self) -> Packed<&[u8]> {
        Packed { head: &self.head, rest: &self.rest }
    }
}

/// What the head begins with: the mastheads, and the summaries as bytes. Behind that comes, bulletin by bulletin, how
/// the text is healed, and the [`Body`].
type Front<'a> = (Vec<Masthead>, &'a [u8]);

/// Where the seams of a healed text are; contents, imprint, whether an article is missing, and the passages of the
/// articles.
type Body<'a> = (Text, Box<[Span]>, Option<Imprint>, bool, Rows<'a>);

/// What stands in the rest, bulletin by bulletin.
type Rest = (Box<[Article]>, Box<[Distribution]>, Box<[Problem]>, Texts);

/// The bulletins that were parsed of a file's decoded text, in the format of the crate `postcard`. `None` where the
/// text does not give back what was healed of it.
pub fn pack(text: &str, bulletins: &[Bulletin]) -> Option<Packed<Vec<u8>>> {
    let mastheads: Vec<&Masthead> = bulletins.iter().map(|bulletin| &bulletin.masthead).collect();
    let summaries: Vec<Summary> = bulletins.iter().map(Summary::of).collect();
    let mut head = bytes(&(mastheads, bytes(&summaries)?))?;
    let mut rest = Vec::new();
    let mut way = Way::default();
    for bulletin in bulletins {
        let is_missing = bulletin.lacks_article();
        let Bulletin { text: healed, masthead, contents, articles, distribution, imprint, problems } =
            bulletin;
        head.extend(bytes(&(way.runs(text, healed)?, healed, contents, imprint, is_missing))?);
        head.extend(rows::pack(articles).ok()?);
        rest.extend(bytes(&(articles, distribution, problems, &masthead.marks))?);
    }
    Some(Packed { head, rest })
}

/// The bulletins that were packed, with the text that they were parsed of. `None` where they are not as they were
/// packed.
pub fn unpack(packed: Packed<&[u8]>, text: &str) -> Option<Vec<Bulletin>> {
    let mut bulletins = skim(packed.head, text, |bulletin, _| bulletin)?;
    let mut left = packed.rest;
    for bulletin in &mut bulletins {
        let (rest, behind): (Rest, _) = postcard::take_from_bytes(left).ok()?;
        left = behind;
        (bulletin.articles, bulletin.distribution, bulletin.problems, bulletin.masthead.marks) = rest;
    }
    Some(bulletins)
}

/// What `each` makes of the bulletins in the head of what was packed. They have neither articles nor distribution,
/// and no problem but that an article is missing; the passages of the articles stand beside them. As everywhere here,
/// the mastheads have no marks.
pub fn skim<T>(head: &[u8], text: &str, mut each: impl FnMut(Bulletin, Passages<'_>) -> T) -> Option<Vec<T>> {
    let mut left = Values(head);
    let (mastheads, _): Front<'_> = left.next()?;
    let mut all = Vec::with_capacity(mastheads.len());
    let mut end = 0;
    for masthead in mastheads {
        let body = healed_of(text, &mut left, &mut end)?;
        let (healed, contents, imprint, is_missing, rows): Body<'_> = left.next()?;
        let text = healed.with_body(body);
        let problems = is_missing.then(|| Problem::new(Code::MissingArticle, 0, [])).into_iter().collect();
        let bulletin = Bulletin { text, masthead, contents, imprint, problems, ..Bulletin::default() };
        all.push(each(bulletin, Passages::Packed(rows)));
    }
    Some(all)
}

/// The mastheads in the head of what was packed, without their marks.
pub fn unpack_mastheads(head: &[u8]) -> Option<Vec<Masthead>> {
    Some(postcard::take_from_bytes(head).ok()?.0)
}

/// The same with the summaries.
pub fn unpack_summaries(head: &[u8]) -> Option<Vec<(Masthead, Summary)>> {
    let ((mastheads, summaries), _): (Front<'_>, _) = postcard::take_from_bytes(head).ok()?;
    let summaries: Vec<Summary> = postcard::from_bytes(summaries).ok()?;
    Some(mastheads.into_iter().zip(summaries).collect())
}

/// A name that bulletins may share: into the memory where it is shared at once.
pub(super) fn name<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Arc<str>>, D::Error> {
    Ok(<Option<&str>>::deserialize(from)?.map(Arc::from))
}

fn bytes<T: Serialize + ?Sized>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

/// A way through a file's text, from one bulletin to the next.
#[derive(Default)]
struct Way {
    /// The byte that it has come to, and the code point that stands there.
    byte: usize,
    point: u32,
    /// Up to where the text was taken over.
    end: usize,
}

impl Way {
    /// The runs of the next healed text.
    fn runs(&mut self, text: &str, healed: &Text) -> Option<Vec<Run>> {
        let (body, seams) = (healed.as_str(), healed.seams());
        let ends = seams.iter().skip(1).map(|seam| seam.at as usize).chain([body.len()]);
        let mut runs = Vec::with_capacity(seams.len());
        for (seam, to) in seams.iter().zip(ends) {
            let run = body.get(seam.at as usize..to)?;
            self.go(text, seam.point)?;
            let rest = text.get(self.byte..)?;
            let copied = run.bytes().zip(rest.bytes()).take_while(|(a, b)| a == b).count();
            let blanks = run.get(copied..)?;
            if blanks.contains(|c| c != ' ') {
                return None;
            }
            runs.push(Run {
                skipped: self.byte.checked_sub(self.end)? as u32,
                copied: copied as u32,
                blanks: blanks.len() as u32,
            });
            self.end = self.byte + copied;
        }
        Some(runs)
    }

    /// Goes on to a code point.
    fn go(&mut self, text: &str, point: u32) -> Option<()> {
        let rest = text.get(self.byte..)?;
        let mut bytes = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        self.byte += bytes.nth(point.checked_sub(self.point)? as usize)?;
        self.point = point;
        Some(())
    }
}

/// The text that the runs make which are taken from the values.
fn healed_of(text: &str, left: &mut Values<'_>, end: &mut usize) -> Option<String> {
    let count: u32 = left.next()?;
    let mut ahead = *left;
    let mut length = 0;
    for _ in 0..count {
        let run: Run = ahead.next()?;
        length += run.copied as usize + run.blanks as usize;
    }
    // No healed text is longer than the file's: what says so was not written here.
    let mut body = String::with_capacity(text.len().min(length));
    for _ in 0..count {
        let run: Run = left.next()?;
        let from = *end + run.skipped as usize;
        *end = from + run.copied as usize;
        body.push_str(text.get(from..*end)?);
        body.extend((0..run.blanks).map(|_| ' '));
    }
    Some(body)
}

/// Values that are taken one by one.
#[derive(Clone, Copy)]
pub(super) struct Values<'a>(pub &'a [u8]);

impl<'a> Values<'a> {
    pub(super) fn next<T: Deserialize<'a>>(&mut self) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.0).ok()?;
        self.0 = rest;
        Some(value)
    }

    /// The next value, a number: most of them take one byte or two, seven bits in each.
    pub(super) fn number(&mut self) -> Option<u32> {
        let (number, rest) = match self.0 {
            [low @ 0..0x80, rest @ ..] => (u32::from(*low), rest),
            [low, high @ 0..0x80, rest @ ..] => (u32::from(*low & 0x7f) | u32::from(*high) << 7, rest),
            _ => return self.next(),
        };
        self.0 = rest;
        Some(number)
    }
}
