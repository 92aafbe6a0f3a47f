//! Tells from the text of a file, before it is parsed, that no bulletin in it can fit a query.

use std::str::Chars;

use memchr::memmem::Finder;

use super::census::Census;
use super::words::Matcher;
use crate::query::{Clause, Query, Test};
use crate::text::{fold, forms_of, has_marks};

/// What every file has to hold in which a query finds something.
///
/// A parsed text is the file's without the ends of lines, without Markdown's marks, and without whole
/// lines that the printed page left. So a word is looked for across those: files may pass that hold
/// nothing, but none is stopped that holds something.
#[derive(Debug, Clone)]
pub struct Sieve {
    /// The words of each clause in all their forms: one of each is needed.
    clauses: Vec<Vec<Needle>>,
}

impl Sieve {
    /// The sieve of a query; `None` where words alone do not tell which files can be left aside.
    pub fn of(query: &Query) -> Option<Self> {
        let wanted = query.clauses.iter().filter(|clause| !clause.negated);
        let clauses: Vec<Vec<Needle>> = wanted.filter_map(needles).collect();
        (!clauses.is_empty()).then_some(Self { clauses })
    }

    /// Whether the query may find something in a file with this text.
    pub fn lets_through(&self, text: &str) -> bool {
        self.clauses.iter().all(|needles| needles.iter().any(|needle| needle.may_stand_in(text)))
    }
}

/// The words of a clause that consists of nothing else.
fn needles(clause: &Clause) -> Option<Vec<Needle>> {
    let mut needles = Vec::new();
    for test in &clause.tests {
        let Test::Words(_, words) = test else { return None };
        let matcher = Matcher::new(words, &Census::default());
        for literal in matcher.literals()? {
            needles.push(Needle::new(literal.chars())?);
        }
    }
    Some(needles)
}

/// A word without what lines may lose, to be found in a text that is not parsed.
#[derive(Debug, Clone)]
struct Needle {
    /// The characters before the one that is looked for, the nearest first.
    before: Vec<char>,
    anchor: char,
    /// Those behind it.
    behind: Vec<char>,
    /// Each usual form of the anchor.
    forms: Vec<Finder<'static>>,
}

/// Rows that are looked at for the other half of a word that the end of a line parts.
const ROWS: usize = 8;

/// Bytes of the longest line that may be a page's and not the text's, rules aside: 50 characters.
const LONGEST: usize = 200;

impl Needle {
    /// `None` where nothing of the word is sure to stand in the file.
    fn new(folded: &[char]) -> Option<Self> {
        let chars: Vec<char> = folded.iter().copied().filter(|&c| !may_be_lost(c)).collect();
        // Each form is a pass over the text.
        let forms = chars.iter().map(|&c| forms_of(c)).enumerate();
        let (at, forms) = forms.min_by_key(|(_, forms)| forms.len())?;
        let (before, rest) = chars.split_at_checked(at)?;
        let (&anchor, behind) = rest.split_first()?;
        let finder = |c: char| Finder::new(c.encode_utf8(&mut [0; 4]).as_bytes()).into_owned();
        Some(Self {
            before: before.iter().rev().copied().collect(),
            anchor,
            behind: behind.to_vec(),
            forms: forms.into_iter().map(finder).collect(),
        })
    }

    fn may_stand_in(&self, text: &str) -> bool {
        let stands = |at: usize, length: usize| {
            let (left, right) = (text.get(..at), text.get(at + length..));
            left.is_some_and(|left| goes_on::<Back>(left, &self.before))
                && right.is_some_and(|right| goes_on::<Forth>(right, &self.behind))
        };
        if self.anchor < '\u{3000}' && self.anchor.is_alphabetic() && has_marks(text) {
            let mut places = text.char_indices().filter(|&(_, c)| fold(c) == Some(self.anchor));
            return places.any(|(at, c)| stands(at, c.len_utf8()));
        }
        self.forms
            .iter()
            .any(|form| form.find_iter(text.as_bytes()).any(|at| stands(at, form.needle().len())))
    }
}

/// Whether a character of a line may be missing in the parsed text: marks of emphasis, headings and
/// quotations, what leaves no ink.
fn may_be_lost(c: char) -> bool {
    matches!(c, '*' | '_' | '#' | '>') || c.is_control()
}

/// What ends a line.
const BREAKS: [char; 3] = ['\n', '\r', '\x0c'];

/// A direction to read in.
trait Direction {
    fn next(chars: &mut Chars<'_>) -> Option<char>;
    /// The lines from here on.
    fn rows(text: &str) -> impl Iterator<Item = &str>;
}

struct Back;
struct Forth;

impl Direction for Back {
    fn next(chars: &mut Chars<'_>) -> Option<char> {
        chars.next_back()
    }

    fn rows(text: &str) -> impl Iterator<Item = &str> {
        text.rsplit(BREAKS)
    }
}

impl Direction for Forth {
    fn next(chars: &mut Chars<'_>) -> Option<char> {
        chars.next()
    }

    fn rows(text: &str) -> impl Iterator<Item = &str> {
        text.split(BREAKS)
    }
}

/// Whether the rest of a word may follow where a text begins, or end where it ends.
fn goes_on<D: Direction>(text: &str, wanted: &[char]) -> bool {
    let mut chars = text.chars();
    for &next in wanted {
        loop {
            match D::next(&mut chars) {
                None => return false,
                Some(c) if BREAKS.contains(&c) => return begins_later::<D>(chars.as_str(), next),
                Some(c) if may_be_lost(c) => {}
                Some(c) => match fold(c) {
                    Some(folded) if folded == next => break,
                    Some(_) => return false,
                    None => {}
                },
            }
        }
    }
    true
}

/// Whether the next line may go on with a character. Lines that may be a page's are passed over.
fn begins_later<D: Direction>(text: &str, wanted: char) -> bool {
    let mut passed = 0;
    for row in D::rows(text) {
        let mut chars = row.chars();
        let first = std::iter::from_fn(|| D::next(&mut chars))
            .map(|c| (c, fold(c)))
            .find(|&(c, folded)| folded == Some(wanted) || c.is_alphanumeric());
        match first {
            Some((_, folded)) if folded == Some(wanted) => return true,
            Some(_) if is_long(row) => return false,
            _ => {}
        }
        passed += usize::from(!row.is_empty());
        if passed > ROWS {
            return true;
        }
    }
    false
}

/// Whether a line is longer than any that may be a page's, whatever is lost at its ends.
fn is_long(row: &str) -> bool {
    row.trim_matches(|c| may_be_lost(c) || fold(c).is_none()).len() > LONGEST
}
