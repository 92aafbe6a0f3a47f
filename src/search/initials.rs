//! The initials of a library's characters, a byte each: rows of letters are found in them several
//! times faster than in the text.

use std::mem;
use std::sync::LazyLock;

use super::sounds::{COUNT, place, syllables};
use crate::text::{fold, forms};

/// Initials from one known byte of the text to the next.
const APART: usize = 32;

/// The last class of characters with one initial; the classes before are those of b, c and so on.
pub(super) const LAST_SINGLE: u8 = 26;

/// The initials of a text. Characters that are no Han characters stand together for one class, 0,
/// and blanks for none.
#[derive(Debug, Clone, Default)]
pub(super) struct Initials {
    /// The class of each character.
    pub classes: Vec<u8>,
    /// Where every [`APART`]th of them stands in the text.
    stops: Vec<u32>,
    /// The Latin letters that stand in the text, a bit each.
    letters: u32,
}

impl Initials {
    /// Reads the initials of a text in place of those of another.
    pub(super) fn read(&mut self, text: &str) {
        let known = &*CLASSES;
        let Self { mut classes, mut stops, .. } = mem::take(self);
        classes.clear();
        classes.reserve(text.len() / 3);
        stops.clear();
        let mut letters = 0;
        let mut is_apart = true;
        for (at, c) in text.char_indices() {
            let class = known.class(c);
            if class == 0 {
                letters |= letter(c);
                if !is_apart || is_blank(c) {
                    continue;
                }
            }
            if classes.len().is_multiple_of(APART) {
                stops.push(at as u32);
            }
            is_apart = class != 0;
            classes.push(class);
        }
        *self = Self { classes, stops, letters };
    }

    /// The same, and a copy of them that takes no more room than it needs.
    pub(super) fn copied(&mut self, text: &str) -> Self {
        self.read(text);
        self.clone()
    }

    /// Whether all the Latin letters of a folded word stand in the text.
    pub(super) fn may_hold(&self, word: &[char]) -> bool {
        word.iter().all(|&c| letter(c) & !self.letters == 0)
    }

    /// A way through the text that they were read of.
    pub(super) fn walk<'t>(&'t self, text: &'t str) -> Walk<'t> {
        Walk { initials: self, text, known: &CLASSES, at: 0, index: 0 }
    }
}

/// A way through a text, from one of its initials to a later one.
pub(super) struct Walk<'t> {
    initials: &'t Initials,
    text: &'t str,
    known: &'static Classes,
    /// Where it has come to, in bytes of the text.
    at: usize,
    /// The index of the initial that stands there.
    index: usize,
}

impl<'t> Walk<'t> {
    /// The Han characters that so many initials from one on stand for, each with its byte.
    pub(super) fn characters(
        &mut self,
        index: usize,
        count: usize,
    ) -> impl Iterator<Item = (usize, char)> + use<'t> {
        if index < self.index || index / APART > self.index / APART {
            self.at = self.initials.stops.get(index / APART).map_or(self.text.len(), |stop| *stop as usize);
            self.index = index / APART * APART;
        }
        let known = self.known;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut left = index - self.index;
        let mut is_apart = true;
        let there = rest.char_indices().find(|&(_, c)| {
            let class = known.class(c);
            if class == 0 && (!is_apart || is_blank(c)) {
                return false;
            }
            is_apart = class != 0;
            let is_there = left == 0;
            left = left.wrapping_sub(1);
            is_there
        });
        self.at += there.map_or(rest.len(), |(offset, _)| offset);
        self.index = index;
        let from = self.at;
        let here = self.text.get(from..).unwrap_or_default().char_indices();
        here.filter(|(_, c)| known.class(*c) != 0).take(count).map(move |(at, c)| (from + at, c))
    }
}

/// The sets of initials that characters can have: of a polyphone all of them.
struct Classes {
    /// The class of each Han character; 0 has none.
    of: Box<[u8]>,
    /// The initials of each class, a bit a letter.
    sets: [u32; 256],
}

static CLASSES: LazyLock<Classes> = LazyLock::new(Classes::new);

impl Classes {
    fn new() -> Self {
        let mut sets = vec![0_u32; COUNT];
        for (syllable, characters) in syllables() {
            let initial = syllable.chars().next().map_or(0, letter);
            for set in characters.chars().filter_map(place) {
                sets.get_mut(set).into_iter().for_each(|set| *set |= initial);
            }
        }
        for (form, usual) in forms() {
            let own = place(usual).and_then(|place| sets.get(place)).copied().unwrap_or_default();
            place(form).and_then(|place| sets.get_mut(place)).into_iter().for_each(|set| *set |= own);
        }
        let mut known: Vec<u32> = [0].into_iter().chain((0..LAST_SINGLE).map(|letter| 1 << letter)).collect();
        let of = sets.iter().map(|set| match known.iter().position(|other| other == set) {
            Some(class) => class as u8,
            // There are about 160; one that is too many would only not be found.
            None if known.len() > usize::from(u8::MAX) => 0,
            None => {
                known.push(*set);
                (known.len() - 1) as u8
            }
        });
        let of = of.collect();
        known.resize(256, 0);
        Self { of, sets: known.first_chunk().copied().unwrap_or([0; 256]) }
    }

    fn class(&self, c: char) -> u8 {
        place(c).and_then(|place| self.of.get(place)).copied().unwrap_or_default()
    }
}

/// The initials of each class, a bit a letter.
pub(super) fn sets() -> &'static [u32; 256] {
    &CLASSES.sets
}

/// The bit of a Latin letter; 0 for other characters.
fn letter(c: char) -> u32 {
    let c = if c.is_ascii() { c.to_ascii_lowercase() } else { fold(c).unwrap_or(c) };
    if c.is_ascii_lowercase() { 1 << (c as u32 - 'a' as u32) } else { 0 }
}

/// Whether a character may stand between two others of a word without parting them.
fn is_blank(c: char) -> bool {
    !c.is_ascii_graphic() && fold(c).is_none()
}
