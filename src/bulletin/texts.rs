//! A few short texts in one piece of memory.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Ends each of the texts.
const END: char = '\0';

/// The bytes that texts are joined in at first: nearly all that stand together fit.
const USUAL: usize = 256;

/// A few short texts, in order. Ten thousand bulletins hold a hundred thousand of them: kept together they
/// take a third of the memory that a list of strings takes.
///
/// U+0000, which cannot be seen, is left out of them.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// The texts, each with [`END`] behind it.
    joined: Box<str>,
}

impl Texts {
    /// The texts one by one.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.joined.split_terminator(END)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty()
    }

    /// The texts with `between` them.
    pub fn join(&self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }
}

impl<T: AsRef<str>> FromIterator<T> for Texts {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut joined = String::with_capacity(USUAL);
        for text in texts {
            joined.extend(text.as_ref().split(END));
            joined.push(END);
        }
        Self { joined: joined.into() }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}
