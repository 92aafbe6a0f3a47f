//! Sets of Han characters.

/// A set of common Han characters (U+4E00 to U+9FFF), one bit each: for questions that are asked of nearly
/// every character of a text.
pub(crate) struct HanSet([u64; WORDS]);

/// The first character that a set can hold.
const FIRST: usize = 0x4e00;

/// As many bits as there are characters up to U+9FFF.
const WORDS: usize = (0xa000 - FIRST) / 64;

#[expect(clippy::indexing_slicing, reason = "sets are made by the compiler, which would tell")]
impl HanSet {
    /// The Han characters of a text.
    pub(crate) const fn of(text: &str) -> Self {
        Self([0; WORDS]).with(text.as_bytes(), 0, text.len())
    }

    /// Those of the characters, which are all Han.
    pub(crate) const fn of_characters(characters: &[char]) -> Self {
        let mut set = Self([0; WORDS]);
        let mut index = 0;
        while index < characters.len() {
            set.0[word(characters[index])] |= bit(characters[index]);
            index += 1;
        }
        set
    }

    /// The Han characters that words begin with.
    pub(crate) const fn of_starts(words: &[&str]) -> Self {
        Self::of_edges(words, false)
    }

    /// The Han characters that words end with.
    pub(crate) const fn of_ends(words: &[&str]) -> Self {
        Self::of_edges(words, true)
    }

    const fn of_edges(words: &[&str], at_end: bool) -> Self {
        let mut set = Self([0; WORDS]);
        let mut index = 0;
        while index < words.len() {
            let bytes = words[index].as_bytes();
            let edge = if at_end { bytes.len().saturating_sub(BYTES) } else { 0 };
            set = set.with(bytes, edge, edge + 1);
            index += 1;
        }
        set
    }

    /// With the Han characters of a text in UTF-8 that begin in a range of its bytes.
    const fn with(mut self, text: &[u8], from: usize, to: usize) -> Self {
        let mut at = from;
        while at < to {
            if let 0xe4..=0xe9 = text[at] {
                let [first, second, third] = [text[at] as u32, text[at + 1] as u32, text[at + 2] as u32];
                let code = (first & 0x0f) << 12 | (second & 0x3f) << 6 | third & 0x3f;
                if let Some(character) = char::from_u32(code) {
                    self.0[word(character)] |= bit(character);
                }
            }
            at += 1;
        }
        self
    }
}

/// The bytes of a Han character in UTF-8.
const BYTES: usize = 3;

const fn word(character: char) -> usize {
    (character as usize - FIRST) / 64
}

const fn bit(character: char) -> u64 {
    1 << ((character as usize - FIRST) % 64)
}

impl HanSet {
    /// Whether the character is one of the set.
    #[inline]
    pub(crate) fn contains(&self, character: char) -> bool {
        let place = (character as usize).wrapping_sub(FIRST);
        self.0.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }
}
