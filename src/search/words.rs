//! Words of a query, ready to be found in texts.

use std::ops::Range;

use regex::Regex;

use super::census::Census;
use super::initials::{Index, Initials};
use super::literal::Literal;
use super::numerals;
use super::sounds::Sounds;
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

/// A place where words stand, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// From the first character to the last, marks on it included.
    pub range: Range<usize>,
    /// Whether Han characters are read as the letters are.
    pub by_sound: bool,
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

    /// Makes ready to be found in the initials of an index.
    pub(super) fn prepare(&mut self, index: &Index) {
        if let Kind::Letters(_, sounds) = &mut self.kind {
            sounds.prepare(index.classes());
        }
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

    /// Every place where the words stand, in ascending order; they may overlap.
    pub fn all(&self, text: &str) -> Vec<Found> {
        self.all_by_initials(text, None)
    }

    /// The same, by the initials of the text where they were read.
    pub(super) fn all_by_initials(&self, text: &str, initials: Option<&Initials>) -> Vec<Found> {
        let mut found = Vec::new();
        let add = |by_sound| move |range| Found { range, by_sound };
        match &self.kind {
            Kind::Literals(literals) => {
                for literal in literals {
                    literal.each(text, &mut |range| found.push(add(false)(range)));
                }
            }
            Kind::Letters(latin, sounds) => {
                if initials.is_none_or(|initials| initials.may_hold(latin.chars())) {
                    latin.each(text, &mut |range| found.push(add(false)(range)));
                }
                let mut add = |range| found.push(add(true)(range));
                match initials {
                    Some(initials) => sounds.each_by_initials(text, initials, &mut add),
                    None => sounds.each(text, &mut add),
                }
            }
            Kind::Regex(regex) => {
                let hits = regex.find_iter(text).map(|hit| hit.range()).filter(|range| !range.is_empty());
                found.extend(hits.map(add(false)));
            }
            Kind::Nothing => {}
        }
        if !found.is_sorted_by_key(|found| found.range.start) {
            found.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
        }
        found
    }

    /// Whether the places depend on where a text begins and ends: then each part of a bulletin has
    /// to be looked at by itself.
    pub(super) const fn is_by_part(&self) -> bool {
        matches!(self.kind, Kind::Regex(_))
    }
}
