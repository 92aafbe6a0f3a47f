//! The initials of a library's characters, a byte each: rows of letters are found in them several
//! times faster than in the text.

use std::ops::Range;
use std::sync::LazyLock;

use super::sounds::{COUNT, place, syllables};
use crate::text::{fold, forms};

/// Classes from one known byte of the text to the next.
const APART: usize = 32;

/// Known bytes that are written as distances from the first of them.
const ROW: usize = 32;

/// Classes up to this one are no Han characters: each stands for so many bytes of others.
const LAST_OTHER: u8 = b'A' - 1;

/// The last class of characters with one initial; the classes from A on are named by it.
pub(super) const LAST_SINGLE: u8 = b'Z';

/// The last class that Han characters may have; those behind it stand for one byte of blanks, for two and
/// so on.
const LAST_HAN: u8 = 239;

/// Bytes of a Han character that has readings.
const HAN: u8 = 3;

/// The initials of a text: a class for each Han character, and classes for what stands between two of
/// them.
#[derive(Debug, Clone, Default)]
pub(super) struct Initials {
    /// The classes from first to last.
    pub classes: Vec<u8>,
    /// Where every [`APART`]th of them begins in the text.
    stops: Stops,
    /// The Latin letters that stand in the text, a bit each.
    letters: u32,
}

impl Initials {
    /// Reads the initials of a text in place of those of another.
    pub(super) fn read(&mut self, text: &str) {
        let known = &*CLASSES;
        self.classes.clear();
        self.classes.reserve(text.len() / usize::from(HAN));
        self.stops.0.clear();
        self.letters = 0;
        let mut end = 0;
        let mut is_apart = false;
        for (at, c) in text.char_indices() {
            let class = known.class(c);
            if class == 0 {
                self.letters |= letter(c);
                is_apart = is_apart || !is_blank(c);
                continue;
            }
            self.push_between(end..at, is_apart);
            self.push(class, at);
            end = at + usize::from(HAN);
            is_apart = false;
        }
    }

    fn push(&mut self, class: u8, at: usize) {
        if self.classes.len().is_multiple_of(APART) {
            self.stops.push(at as u32);
        }
        self.classes.push(class);
    }

    /// What stands before a Han character, in as many classes as it takes; `is_apart` tells whether it is
    /// more than blanks.
    fn push_between(&mut self, bytes: Range<usize>, is_apart: bool) {
        let (before, most) = if is_apart { (0, LAST_OTHER) } else { (LAST_HAN, u8::MAX - LAST_HAN) };
        for at in bytes.clone().step_by(most.into()) {
            self.push(before + (bytes.end - at).min(most.into()) as u8, at);
        }
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

    /// The bytes of the text that a row of classes stands for.
    pub(super) fn bytes(&self, row: Range<usize>) -> Range<usize> {
        let stop = self.stops.get(row.start / APART).unwrap_or_default();
        let length = |classes| self.classes.get(classes).map_or(0, length);
        let start = stop as usize + length(row.start / APART * APART..row.start);
        start..start + length(row)
    }
}

/// Bytes in ascending order, in rows of [`ROW`]: of each row the first byte in two halves, then how far behind it the
/// others are. Each takes two bytes of the memory and not four: [`ROW`] times [`APART`] classes stand for less than
/// 64 KiB.
#[derive(Debug, Clone, Default)]
struct Stops(Vec<u16>);

impl Stops {
    fn push(&mut self, byte: u32) {
        match self.0.len() % (ROW + 1) {
            0 => self.0.extend([byte as u16, (byte >> 16) as u16]),
            placed => {
                let first = self.first(self.0.len() - placed).unwrap_or_default();
                self.0.push((byte - first) as u16);
            }
        }
    }

    /// The first byte of the row that begins at an index.
    fn first(&self, row: usize) -> Option<u32> {
        let [low, high] = *self.0.get(row..)?.first_chunk()?;
        Some(u32::from(high) << 16 | u32::from(low))
    }

    fn get(&self, index: usize) -> Option<u32> {
        let row = index / ROW * (ROW + 1);
        match index % ROW {
            0 => self.first(row),
            placed => Some(self.first(row)? + u32::from(*self.0.get(row + 1 + placed)?)),
        }
    }
}

/// The bytes that classes stand for.
fn length(classes: &[u8]) -> usize {
    let length = |class: u8| match class {
        other @ ..=LAST_OTHER => other,
        ..=LAST_HAN => HAN,
        blanks => blanks - LAST_HAN,
    };
    // The machine adds more of them at once where they take half a word.
    classes.iter().map(|&class| u32::from(length(class))).sum::<u32>() as usize
}

/// The set of the classes that stand for blanks between two Han characters, which do not part them: no letter's bit.
pub(super) const BLANKS: u32 = 1 << 31;

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
        let mut known = vec![0_u32; usize::from(LAST_OTHER) + 1];
        known.extend((b'A'..=LAST_SINGLE).map(|letter| 1 << (letter - b'A')));
        let of = sets.iter().map(|set| match known.iter().position(|other| other == set) {
            Some(class) => class as u8,
            // There are about 140; one that is too many would only not be found.
            None if known.len() > usize::from(LAST_HAN) => 0,
            None => {
                known.push(*set);
                (known.len() - 1) as u8
            }
        });
        let of = of.collect();
        known.resize(usize::from(LAST_HAN) + 1, 0);
        known.resize(256, BLANKS);
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
