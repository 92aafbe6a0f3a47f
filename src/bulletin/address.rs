//! Where a thing is: `2022-12/1/3/2` = issue 2022-12, article 1, section 3, measure 2.

use std::fmt;

use crate::numeral::push_arabic;

/// A place inside one bulletin, as the numbers behind its name: empty for the bulletin itself,
/// `[1]` for article 1, `[1, 3]` for its section 3, `[1, 3, 2]` for measure 2 of that section,
/// `[1, 0, 2]` for measure 2 of the lead. Numbers count positions from 1.
///
/// The children of a section are its measures, then its sub-sections, counted on in one row, as
/// they stand in the text: so no two of them share a place.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub Vec<u32>);

impl Place {
    /// The place one step below this one.
    #[must_use]
    pub fn child(&self, step: u32) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The place that holds this one: of a measure in a lead, the article. `None` for the bulletin.
    pub fn parent(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        let above = if let [article, 0] = above { std::slice::from_ref(article) } else { above };
        Some(Self(above.to_vec()))
    }

    /// Writes the place behind the name of its bulletin: `/1/3/2`.
    pub fn write_behind(&self, name: &mut String) {
        for &step in &self.0 {
            name.push('/');
            push_arabic(name, step);
        }
    }
}

/// The name of a bulletin and a place in it. Written as `2022-12/1/3/2`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// The bulletin's name: `2022-12`, a date `20230403`, or a file's stem; with the serial or
    /// the path in front where two bulletins would share it.
    pub name: String,
    /// The place in it.
    pub place: Place,
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = self.name.clone();
        self.place.write_behind(&mut written);
        out.write_str(&written)
    }
}
