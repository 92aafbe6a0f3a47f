//! Finds Han characters by their readings in Pinyin: initials, whole syllables, or both mixed.
//!
//! The letters are cut into the readings of single characters in every way: `cixis` is `ci xi s`. Each
//! cut is a row of places in one word of bits, each character has the bits of the places where it
//! fits, by any of its readings, and the text is read once, a shift and an AND for each character
//! (Baeza-Yates and Gonnet, “A new approach to text searching”, 1992).

use std::ops::Range;

use super::cut::Cut;
use super::initials::Initials;
use super::readings::READINGS;
use crate::text::{fold, forms};

/// The first Han character that has readings here.
const FIRST: usize = 0x3400;

/// So many have.
pub(super) const COUNT: usize = 0x6c00;

/// The place of a character among those that may have readings.
pub(super) fn place(c: char) -> Option<usize> {
    (c as usize).checked_sub(FIRST).filter(|place| *place < COUNT)
}

/// Places in all cuts together: bits of a word.
const PLACES: usize = 64;

/// A row of letters to be found as readings.
#[derive(Debug, Clone)]
pub(super) struct Sounds {
    /// For each Han character the places where it fits.
    fits: Vec<u64>,
    /// The first place of each cut.
    starts: u64,
    /// The last place of each cut.
    ends: u64,
    /// Each cut by its initials, with its first place.
    cuts: Vec<(Cut, u32)>,
}

/// What stands for one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part<'a> {
    letters: &'a str,
    /// Whether the reading may go on behind the letters.
    open: bool,
}

impl Sounds {
    /// `None` where the letters cannot be readings, or are too few to mean anything. An apostrophe
    /// parts two readings (xi'an); u stands for itself, v for ü.
    pub(super) fn new(letters: &str) -> Option<Self> {
        let few = letters.len() < 2 || letters.len() > PLACES;
        if few || !letters.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
            return None;
        }
        let syllables: Vec<(&str, &str)> = syllables().collect();
        let mut cuts = Cuts { syllables: &syllables, found: Vec::new(), row: Vec::new() };
        cuts.cut(letters);
        let mut sounds = Self { fits: vec![0; COUNT], starts: 0, ends: 0, cuts: Vec::new() };
        let mut places: Vec<Part<'_>> = Vec::new();
        // The initial of one character says too little.
        let says_something = |cut: &Vec<Part<'_>>| cut.len() > 1 || cut.iter().any(|part| !part.is_initial());
        for cut in cuts.found.into_iter().filter(says_something) {
            if places.len() + cut.len() > PLACES {
                break;
            }
            sounds.starts |= 1 << places.len();
            let initials = cut.iter().filter_map(|part| part.letters.bytes().next());
            let is_sure = cut.iter().all(|part| part.letters.len() == 1);
            sounds.cuts.push((Cut::new(initials, is_sure), places.len() as u32));
            places.extend(cut);
            sounds.ends |= 1 << (places.len() - 1);
        }
        for (syllable, characters) in &syllables {
            let bits = places.iter().enumerate().filter(|(_, part)| part.is(syllable));
            let bits = bits.fold(0, |bits, (place, _)| bits | 1 << place);
            characters.chars().filter(|_| bits != 0).for_each(|c| sounds.add(c, bits));
        }
        for (form, usual) in forms() {
            let bits = sounds.of(usual);
            sounds.add(form, bits);
        }
        (sounds.ends != 0).then_some(sounds)
    }

    /// Calls `visit` with each place where characters are read so, in bytes; they may overlap.
    pub(super) fn each(&self, text: &str, visit: &mut impl FnMut(Range<usize>)) {
        let mut state = 0;
        for (at, c) in text.char_indices() {
            let bits = self.of(c);
            // Only inside a row it matters whether a character without readings is a blank.
            if bits == 0 {
                state = if state == 0 || fold(c).is_some() { 0 } else { state };
                continue;
            }
            state = (state << 1 | self.starts) & bits;
            let mut ended = state & self.ends;
            while ended != 0 {
                let end = ended.trailing_zeros();
                ended &= ended - 1;
                visit(begin(text, at, end - self.start_of(end))..at + c.len_utf8());
            }
        }
    }

    /// As [`Self::each`], by the initials of the text; cut by cut.
    pub(super) fn each_by_initials(
        &self,
        text: &str,
        initials: &Initials,
        visit: &mut impl FnMut(Range<usize>),
    ) {
        for (cut, first) in &self.cuts {
            cut.each(&initials.classes, &mut |row| {
                let bytes = initials.bytes(row);
                // The text itself is far away: it is not looked at where the initials say all.
                let fits = || {
                    let characters = text.get(bytes.clone()).unwrap_or_default().chars();
                    let mut own = characters.filter(|c| place(*c).is_some()).zip(*first..);
                    own.all(|(c, place)| self.of(c) >> place & 1 == 1)
                };
                if cut.is_sure() || fits() {
                    visit(bytes);
                }
            });
        }
    }

    /// The first place of the cut that ends at a place.
    const fn start_of(&self, end: u32) -> u32 {
        u64::BITS - 1 - (self.starts & (u64::MAX >> (u64::BITS - 1 - end))).leading_zeros()
    }

    fn of(&self, c: char) -> u64 {
        place(c).and_then(|place| self.fits.get(place)).copied().unwrap_or_default()
    }

    fn add(&mut self, c: char, bits: u64) {
        if let Some(own) = place(c).and_then(|place| self.fits.get_mut(place)) {
            *own |= bits;
        }
    }
}

/// Where the character stands that is so many characters before the one at a byte, blanks left
/// aside.
fn begin(text: &str, at: usize, back: u32) -> usize {
    let before = text.get(..at).unwrap_or_default().char_indices().rev();
    let mut printed = before.filter(|&(_, c)| fold(c).is_some());
    match back.checked_sub(1) {
        Some(skipped) => printed.nth(skipped as usize).map_or(at, |(start, _)| start),
        None => at,
    }
}

/// The readings with the characters that are read so.
pub(super) fn syllables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = READINGS;
    std::iter::from_fn(move || {
        let letters = rest.find(|c: char| !c.is_ascii())?;
        let (syllable, behind) = rest.split_at_checked(letters)?;
        let end = behind.find(|c: char| c.is_ascii()).unwrap_or(behind.len());
        let (characters, next) = behind.split_at_checked(end)?;
        rest = next;
        Some((syllable, characters))
    })
}

impl Part<'_> {
    fn is_initial(&self) -> bool {
        self.letters.len() == 1 || matches!(self.letters, "zh" | "ch" | "sh")
    }

    fn is(&self, syllable: &str) -> bool {
        if self.open { syllable.starts_with(self.letters) } else { syllable == self.letters }
    }
}

/// The ways in which letters can be cut into parts.
struct Cuts<'s, 'a> {
    syllables: &'s [(&'static str, &'static str)],
    found: Vec<Vec<Part<'a>>>,
    row: Vec<Part<'a>>,
}

impl<'a> Cuts<'_, 'a> {
    /// Finds the cuts of the letters that are left: long parts first, so that the likely ones come
    /// first. More than there is room for are not looked for.
    fn cut(&mut self, rest: &'a str) {
        if self.found.len() >= PLACES || self.row.len() >= PLACES {
            return;
        }
        let rest = rest.trim_start_matches('\'');
        if rest.is_empty() {
            // Apostrophes alone are no reading.
            self.found.extend((!self.row.is_empty()).then(|| self.row.clone()));
            return;
        }
        let run = rest.split('\'').next().unwrap_or_default();
        for length in (1..=run.len().min(6)).rev() {
            let Some((letters, behind)) = rest.split_at_checked(length) else { continue };
            if let Some(part) = self.part(letters, behind.is_empty()) {
                self.row.push(part);
                self.cut(behind);
                self.row.pop();
            }
        }
    }

    /// What letters in front of others, or at the end, can stand for: a reading, its initial, or
    /// one that is still being written.
    fn part(&self, letters: &'a str, last: bool) -> Option<Part<'a>> {
        let is_whole = self.syllables.iter().any(|(syllable, _)| *syllable == letters);
        let begins = || self.syllables.iter().any(|(syllable, _)| syllable.starts_with(letters));
        let initial = Part { letters, open: true };
        if initial.is_initial() && begins() {
            return Some(initial);
        }
        (is_whole || last && begins()).then_some(Part { letters, open: !is_whole })
    }
}

#[cfg(test)]
mod tests;
