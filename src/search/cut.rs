//! Finds rows of initials.

use std::ops::Range;

use super::initials::{LAST_SINGLE, sets, stands_for_blanks};

/// Classes that are looked at in one step: so many bits has a word.
const STEP: usize = u64::BITS as usize;

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
        for from in (0..classes.len()).step_by(STEP) {
            let rest = classes.get(from..).unwrap_or_default();
            let mut starts = self.starts(rest);
            while starts != 0 {
                let index = starts.trailing_zeros() as usize;
                starts &= starts - 1;
                if let Some(length) = rest.get(index..).and_then(|rest| self.fits(rest, sets)) {
                    visit(from + index..from + index + length);
                }
            }
        }
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
        let mut row =
            (1..).zip(classes).filter(|(length, class)| *length == 1 || !stands_for_blanks(**class));
        self.bits.iter().try_fold(0, |_, bit| {
            let (length, class) = row.next()?;
            (sets[usize::from(*class)] & bit != 0).then_some(length)
        })
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
