//! Words of a query, ready to be found in texts.

use std::cmp::Reverse;
use std::ops::Range;

use regex::Regex;

use super::census::Census;
use super::found::Mark;
use super::initials::Initials;
use super::literal::Literal;
use super::numerals;
use super::sounds::Sounds;
use crate::bulletin::Span;
use crate::query::Words;

/// Words, ready to be found.
#[derive(Debug, Clone)]
pub struct Matcher {
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    /// The word, and the same with its numbers written otherwise.
    Literals(Vec<Literal>),
    /// Letters: as they stand, and as readings of Han characters.
    Letters(Literal, Box<Sounds>),
    Regex(Box<Regex>),
    /// Nothing that can be found.
    Nothing,
}

impl Matcher {
    /// Makes words ready; `census` tells which of their characters are rare.
    pub fn new(words: &Words, census: &Census) -> Self {
        let literal = |word: &str| Literal::new(word, census);
        let kind = match words {
            Words::Regex(pattern) => Regex::new(pattern).ok().map(|regex| Kind::Regex(Box::new(regex))),
            Words::Phrase(words) => literal(words).map(|literal| Kind::Literals(vec![literal])),
            Words::Word(word) => match (literal(word), Sounds::new(word)) {
                (Some(literal), Some(sounds)) => Some(Kind::Letters(literal, Box::new(sounds))),
                (Some(literal), None) => {
                    let others = numerals::otherwise(word);
                    let others = others.iter().filter_map(|other| Literal::new(other, census));
                    Some(Kind::Literals(std::iter::once(literal).chain(others).collect()))
                }
                (None, _) => None,
            },
        };
        Self { kind: kind.unwrap_or(Kind::Nothing) }
    }

    /// The word in its forms, one of which has to stand in a text; `None` where it may be found
    /// otherwise too.
    pub(super) fn literals(&self) -> Option<&[Literal]> {
        if let Kind::Literals(literals) = &self.kind { Some(literals) } else { None }
    }

    /// Whether the words stand in a text.
    pub fn is_in(&self, text: &str) -> bool {
        match &self.kind {
            Kind::Regex(regex) => regex.is_match(text),
            _ => !self.all(text).is_empty(),
        }
    }

    /// Every place where the words stand, in bytes of the text, in ascending order; they may overlap.
    pub fn all(&self, text: &str) -> Vec<Mark> {
        let mut marks = Vec::new();
        self.each(text, None, &mut |mark| marks.push(mark));
        marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end)));
        marks
    }

    /// Calls `visit` with each of them, in any order; letters are found faster by the initials of the
    /// text.
    pub(super) fn each(&self, text: &str, initials: Option<&Initials>, visit: &mut impl FnMut(Mark)) {
        let mut found = |range: Range<usize>, by_sound| {
            visit(Mark { span: Span::new(range.start, range.end), by_sound });
        };
        match &self.kind {
            Kind::Literals(literals) => {
                for literal in literals {
                    literal.each(text, &mut |range| found(range, false));
                }
            }
            Kind::Letters(latin, sounds) => {
                if initials.is_none_or(|initials| initials.may_hold(latin.chars())) {
                    latin.each(text, &mut |range| found(range, false));
                }
                let mut heard = |range| found(range, true);
                match initials {
                    Some(initials) => sounds.each_by_initials(text, initials, &mut heard),
                    None => sounds.each(text, &mut heard),
                }
            }
            Kind::Regex(regex) => {
                let hits = regex.find_iter(text).map(|hit| hit.range()).filter(|range| !range.is_empty());
                hits.for_each(|range| found(range, false));
            }
            Kind::Nothing => {}
        }
    }

    /// Whether letters are read as Han characters.
    pub(super) const fn is_by_sound(&self) -> bool {
        matches!(self.kind, Kind::Letters(..))
    }

    /// Whether the places depend on where a text begins and ends: then each part of a bulletin has
    /// to be looked at by itself.
    pub(super) const fn is_by_part(&self) -> bool {
        matches!(self.kind, Kind::Regex(_))
    }
}
