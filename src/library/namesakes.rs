//! Which files that are not parsed may hold a bulletin whose name some bulletins share.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, names};
use crate::parse::Stamps;

/// The plain names of some bulletins, to be found again in the stamps of other files.
#[derive(Debug, Clone, Default)]
pub struct Namesakes {
    /// Numbers and days by their year; numbers alone without one.
    by_year: BTreeMap<Option<u16>, Stamps>,
    /// The names themselves, which may be stems of files.
    names: BTreeSet<String>,
}

impl Namesakes {
    /// The names of these bulletins.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut all = Self::default();
        for entry in entries {
            let plain = entry.plain_name();
            all.add(behind_colon(&plain));
        }
        all
    }

    /// Whether a file may hold a bulletin of one of the names, by its path and its stamps.
    pub fn may_be_in(&self, path: &str, stamps: &Stamps) -> bool {
        let of_year = |year: &Option<u16>| year.is_none_or(|year| stamps.may_have(year));
        self.by_year.iter().any(|(year, wanted)| of_year(year) && stamps.may_meet(wanted))
            || self.names.contains(behind_colon(names::stem(path)))
    }

    fn add(&mut self, name: &str) {
        if !self.names.insert(name.to_owned()) {
            return;
        }
        if let Some((year, number)) = name.split_once('-')
            && let (Ok(year), Ok(number)) = (year.parse(), number.parse())
        {
            self.in_year(Some(year)).add_number(number);
        }
        if let Ok(number) = name.parse() {
            self.in_year(None).add_number(number);
        }
        let part = |from, to| name.get(from..to).and_then(|part: &str| part.parse().ok());
        if let (Some(year), Some(month)) = (name.get(..4).and_then(|year| year.parse().ok()), part(4, 6)) {
            self.in_year(Some(year)).add_day(month, part(6, 8));
        }
    }

    fn in_year(&mut self, year: Option<u16>) -> &mut Stamps {
        self.by_year.entry(year).or_default()
    }
}

/// The end of a name behind its last colon: names with a serial or a path in front can be alike only
/// where these are.
fn behind_colon(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
