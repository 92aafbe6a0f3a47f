//! Finds rows of initials.

use super::initials::{LAST_SINGLE, initials_of};

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
        let mut from = 0;
        while let Some(rest) = classes.get(from..).filter(|rest| rest.len() >= self.len()) {
            if self.may_begin(rest) {
                let starts = rest.windows(self.len()).take(STEP).enumerate();
                starts.filter(|(_, row)| self.fits(row)).for_each(|(index, _)| visit(from + index));
            }
            from += STEP;
        }
    }

    /// Whether the first characters may be found at one of the next [`STEP`] indices.
    fn may_begin(&self, rest: &[u8]) -> bool {
        // What has several initials is looked at more closely.
        let may_be = |class: u8, single: u8| class == single || class > LAST_SINGLE;
        let mut starts = [true; STEP];
        for (offset, &single) in self.classes.iter().take(FIRST).enumerate() {
            let Some(row) = rest.get(offset..).and_then(|rest| rest.first_chunk::<STEP>()) else {
                return true;
            };
            for (start, &class) in starts.iter_mut().zip(row) {
                *start &= may_be(class, single);
            }
        }
        starts.iter().fold(false, |any, start| any | start)
    }

    fn fits(&self, row: &[u8]) -> bool {
        row.iter().zip(&self.bits).all(|(class, bit)| initials_of(*class) & bit != 0)
    }
}
