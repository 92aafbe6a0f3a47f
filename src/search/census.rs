//! How often characters stand in a library, by a sample.

use crate::library::Library;

/// Characters that are counted.
const SAMPLE: usize = 1 << 16;

/// Bulletins that they are taken from.
const BULLETINS: usize = 32;

/// Characters that are told apart: those of the Basic Multilingual Plane.
const CHARACTERS: usize = 1 << 16;

/// How often each character stands in a sample of a library: which one of a word is the rarest.
#[derive(Debug, Clone, Default)]
pub struct Census {
    counts: Vec<u32>,
}

impl Census {
    /// What a pass over the sample costs, in places where a character stands.
    pub(super) const PASS: u32 = 300;

    /// Counts some ten thousand characters, from all over the library.
    pub fn of(library: &Library) -> Self {
        let mut counts = vec![0; CHARACTERS];
        let step = library.len().div_ceil(BULLETINS).max(1);
        let mut left = SAMPLE;
        for (_, entry) in library.iter().step_by(step) {
            for c in entry.bulletin.text.as_str().chars().take(left) {
                if let Some(count) = counts.get_mut(c as usize) {
                    *count += 1;
                }
                left -= 1;
            }
        }
        Self { counts }
    }

    /// How often the character stands in the sample.
    pub(super) fn count(&self, c: char) -> u32 {
        self.counts.get(c as usize).copied().unwrap_or_default()
    }
}
