//! Finds rows of initials.

use std::ops::Range;

use super::initials::{BLANKS, LAST_SINGLE, sets};

/// Classes that are looked at in one step: so many bits has a word.
const STEP: usize = u64::BITS as usize;

/// Places that are written down at once: a step rarely has more.
const SOME: usize = 4;

/// Initials that are looked for first; the others are looked at where these stand. Behind the second one
/// the next may stand further off, behind blanks.
const FIRST: usize = 2;

/// The initials of a row of characters.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    /// For each character the class of those that have this initial alone.
    classes: Vec<u8>,
    /// For each character the bit of its initial.
    bits: Vec<u32>,
    /// Whether nothing but the initials matters.
    is_sure: bool,
}

impl Cut {
    /// From lower case letters; `is_sure` tells whether each stands for all readings that begin so.
    pub(super) fn new(letters: impl Iterator<Item = u8>, is_sure: bool) -> Self {
        let classes: Vec<u8> = letters.map(|letter| letter.to_ascii_uppercase()).collect();
        let bits = classes.iter().map(|class| 1 << (class - b'A')).collect();
        Self { classes, bits, is_sure }
    }

    /// Whether nothing but the initials matters.
    pub(super) const fn is_sure(&self) -> bool {
        self.is_sure
    }

    /// Calls `visit` with each row of classes that has these initials, in ascending order.
    pub(super) fn each(&self, classes: &[u8], visit: &mut impl FnMut(Range<usize>)) {
        let sets = sets();
        for start in self.likely(classes, sets) {
            let start = start as usize;
            if let Some(length) = classes.get(start..).and_then(|rest| self.fits(rest, sets)) {
                visit(start..start + length);
            }
        }
    }

    /// The indices at which the first two initials stand, or the first one and blanks.
    ///
    /// One in three of the places where they may stand has them. Where each is asked by itself, the machine goes on
    /// with a guess and often has to come back; so all are written down first, and left out without a branch.
    #[expect(clippy::indexing_slicing, reason = "no index is behind the one that is read")]
    fn likely(&self, classes: &[u8], sets: &[u32; 256]) -> Vec<u32> {
        let mut likely = Vec::with_capacity(classes.len() / STEP * 2 + SOME);
        for from in (0..classes.len()).step_by(STEP) {
            add_ones(&mut likely, from as u32, self.starts(classes.get(from..).unwrap_or_default()));
        }
        let [first, second, ..] = *self.bits else { return likely };
        let has = |index: usize, bits: u32| {
            let class = classes.get(index).copied().unwrap_or_default();
            sets[usize::from(class)] & bits != 0
        };
        let mut left = 0;
        for index in 0..likely.len() {
            let start = likely[index];
            likely[left] = start;
            left += usize::from(has(start as usize, first) & has(start as usize + 1, second | BLANKS));
        }
        likely.truncate(left);
        likely
    }

    /// The bits of those of the next indices from which on the first initials may be found.
    fn starts(&self, rest: &[u8]) -> u64 {
        let mut starts = [1; STEP];
        for (offset, &single) in self.classes.iter().take(FIRST).enumerate() {
            let row = rest.get(offset..).unwrap_or_default();
            // The machine looks at many at once where it knows how many there are.
            match row.first_chunk::<STEP>() {
                Some(row) => narrow(&mut starts, row, single),
                None => narrow(&mut starts, row, single),
            }
        }
        let bits = starts.as_chunks().0.iter().rev().fold(0, |bits, bytes| bits << 8 | gathered(*bytes));
        bits & u64::MAX >> STEP.saturating_sub(rest.len())
    }

    /// How many of these classes have the initials, from the first on; `None` where it does not begin with
    /// them.
    #[expect(clippy::indexing_slicing, reason = "a byte indexes 256 places")]
    fn fits(&self, classes: &[u8], sets: &[u32; 256]) -> Option<usize> {
        let mut row = classes.iter().map(|&class| sets[usize::from(class)]);
        let (first, others) = self.bits.split_first()?;
        let mut has = row.next()? & first != 0;
        for bit in others {
            has = has && row.find(|&set| set != BLANKS)? & bit != 0;
        }
        has.then(|| classes.len() - row.len())
    }
}

/// Leaves 1 where a class may have an initial that the class `single` has alone, else 0.
#[inline]
fn narrow(starts: &mut [u8; STEP], classes: &[u8], single: u8) {
    for (start, &class) in starts.iter_mut().zip(classes) {
        // What has several initials, or stands for blanks, is looked at more closely.
        *start &= u8::from(class == single || class > LAST_SINGLE);
    }
}

/// Eight bytes of 0 or 1 as the bits of one: the product has each of them at its place in the highest byte.
const fn gathered(bytes: [u8; 8]) -> u64 {
    u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Adds the places of the ones in a word, counted from `from` on.
fn add_ones(places: &mut Vec<u32>, from: u32, mut bits: u64) {
    let count = places.len() + bits.count_ones() as usize;
    loop {
        let mut some = [0; SOME];
        for place in &mut some {
            *place = from + bits.trailing_zeros();
            bits &= bits.wrapping_sub(1);
        }
        places.extend_from_slice(&some);
        if bits == 0 {
            break;
        }
    }
    places.truncate(count);
}
