//! Finds rows of initials.

use super::initials::{LAST_SINGLE, sets};

/// Characters that are looked at in one step: the machine compares so many bytes at once.
const STEP: usize = 16;

/// Initials that are looked for first; the others are looked at where these stand.
const FIRST: usize = 3;

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
        let indices: Vec<u8> = letters.map(|letter| letter - b'a').collect();
        let classes = indices.iter().map(|index| index + 1).collect();
        let bits = indices.iter().map(|index| 1 << index).collect();
        Self { classes, bits, is_sure }
    }

    /// How many characters it is long.
    pub(super) fn len(&self) -> usize {
        self.classes.len()
    }

    /// Whether nothing but the initials matters.
    pub(super) const fn is_sure(&self) -> bool {
        self.is_sure
    }

    /// Calls `visit` with each index from which on classes have these initials, in ascending order.
    pub(super) fn each(&self, classes: &[u8], visit: &mut impl FnMut(usize)) {
        let sets = sets();
        let mut from = 0;
        while let Some(rest) = classes.get(from..).filter(|rest| !rest.is_empty()) {
            let mut starts = u128::from_le_bytes(self.starts(rest));
            while starts != 0 {
                let index = starts.trailing_zeros() as usize / 8;
                starts &= starts - 1;
                let row = rest.get(index..index + self.len());
                if row.is_some_and(|row| self.fits(row, sets)) {
                    visit(from + index);
                }
            }
            from += STEP;
        }
    }

    /// For each of the next indices 1 where the first characters may be found from it on, else 0.
    fn starts(&self, rest: &[u8]) -> [u8; STEP] {
        let mut starts = [1; STEP];
        for (offset, &single) in self.classes.iter().take(FIRST).enumerate() {
            let Some(row) = rest.get(offset..).and_then(|rest| rest.first_chunk::<STEP>()) else {
                break;
            };
            for (start, &class) in starts.iter_mut().zip(row) {
                // What has several initials is looked at more closely.
                *start &= u8::from(class == single || class > LAST_SINGLE);
            }
        }
        starts
    }

    #[expect(clippy::indexing_slicing, reason = "a byte indexes 256 places")]
    fn fits(&self, row: &[u8], sets: &[u32; 256]) -> bool {
        row.iter().zip(&self.bits).all(|(class, bit)| sets[usize::from(*class)] & bit != 0)
    }
}
