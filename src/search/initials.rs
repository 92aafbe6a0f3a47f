//! The initials of a library's characters, a byte each: rows of letters are found in them several
//! times faster than in the text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sounds::syllables;
use crate::library::{Entry, Id};
use crate::text::{fold, forms};

/// The first Han character that has readings.
const FIRST: usize = 0x3400;

/// So many have.
const COUNT: usize = 0x6c00;

/// Characters from one known byte of the text to the next.
const APART: usize = 32;

/// The initials of some bulletins, and what the bytes stand for. A clone is cheap.
#[derive(Debug, Clone)]
pub struct Index {
    classes: Arc<Classes>,
    initials: Arc<BTreeMap<Id, Arc<Initials>>>,
}

/// The sets of initials that characters can have: of a polyphone all of them.
#[derive(Debug)]
pub(super) struct Classes {
    /// The class of each Han character; 0 has none.
    of: Vec<u8>,
    /// The initials of each class, a bit a letter.
    sets: Vec<u32>,
}

/// The classes of a text's characters, blanks left out.
#[derive(Debug)]
pub struct Initials {
    pub(super) bytes: Box<[u8]>,
    /// Where every [`APART`]th of the characters stands in the text.
    stops: Box<[u32]>,
    /// The Latin letters that stand in the text, a bit each.
    letters: u32,
}

impl Default for Index {
    fn default() -> Self {
        Self { classes: Arc::new(Classes::new()), initials: Arc::default() }
    }
}

impl Index {
    /// Reads the initials of a bulletin.
    pub fn read(&self, entry: &Entry) -> Initials {
        Initials::new(entry.bulletin.text.as_str(), &self.classes)
    }

    /// Takes in initials that were read with this index.
    pub fn add(&mut self, read: impl IntoIterator<Item = (Id, Arc<Initials>)>) {
        Arc::make_mut(&mut self.initials).extend(read);
    }

    /// Whether the initials of a bulletin were read.
    pub fn has(&self, id: Id) -> bool {
        self.initials.contains_key(&id)
    }

    pub(super) fn get(&self, id: Id) -> Option<&Initials> {
        self.initials.get(&id).map(|initials| &**initials)
    }

    pub(super) fn classes(&self) -> &Classes {
        &self.classes
    }
}

impl Classes {
    pub(super) fn new() -> Self {
        let mut sets = vec![0_u32; COUNT];
        for (syllable, characters) in syllables() {
            let initial = syllable.bytes().next().map_or(0, |letter| 1 << (letter - b'a'));
            for set in characters.chars().filter_map(place) {
                sets.get_mut(set).into_iter().for_each(|set| *set |= initial);
            }
        }
        for (form, usual) in forms() {
            let own = place(usual).and_then(|place| sets.get(place)).copied().unwrap_or_default();
            place(form).and_then(|place| sets.get_mut(place)).into_iter().for_each(|set| *set |= own);
        }
        let mut known = vec![0];
        let of = sets.iter().map(|set| match known.iter().position(|other| other == set) {
            Some(class) => class as u8,
            // There are about 140; one that is too many would only not be found.
            None if known.len() > usize::from(u8::MAX) => 0,
            None => {
                known.push(*set);
                (known.len() - 1) as u8
            }
        });
        Self { of: of.collect(), sets: known }
    }

    /// The initials of every class, a bit a letter.
    pub(super) fn sets(&self) -> &[u32] {
        &self.sets
    }
}

/// The bit of a Latin letter; 0 for other characters.
fn letter(c: char) -> u32 {
    if c.is_ascii_lowercase() { 1 << (c as u32 - 'a' as u32) } else { 0 }
}

fn place(c: char) -> Option<usize> {
    (c as usize).checked_sub(FIRST).filter(|place| *place < COUNT)
}

impl Initials {
    pub(super) fn new(text: &str, classes: &Classes) -> Self {
        let mut bytes = Vec::with_capacity(text.len() / 3);
        let mut stops = Vec::with_capacity(text.len() / (3 * APART) + 1);
        let mut letters = 0;
        for (at, c) in text.char_indices() {
            if !('\u{3000}'..='\u{ff00}').contains(&c) {
                letters |= fold(c).map_or(0, letter);
            }
            let class = place(c).and_then(|place| classes.of.get(place)).copied().unwrap_or_default();
            if class == 0 && fold(c).is_none() {
                continue;
            }
            if bytes.len().is_multiple_of(APART) {
                stops.push(at as u32);
            }
            bytes.push(class);
        }
        Self { bytes: bytes.into(), stops: stops.into(), letters }
    }

    /// Whether all the Latin letters of a word stand in the text.
    pub(super) fn may_hold(&self, word: &[char]) -> bool {
        word.iter().all(|&c| letter(c) == 0 || self.letters & letter(c) != 0)
    }

    /// So many characters of the text from one on, blanks left out, each with its byte.
    pub(super) fn characters<'t>(
        &self,
        text: &'t str,
        from: usize,
        count: usize,
    ) -> impl Iterator<Item = (usize, char)> + use<'t> {
        let stop = self.stops.get(from / APART).copied().unwrap_or_default() as usize;
        let rest = text.get(stop..).unwrap_or_default().char_indices();
        let printed = rest.filter(|(_, c)| fold(*c).is_some());
        printed.skip(from % APART).take(count).map(move |(at, c)| (stop + at, c))
    }
}
