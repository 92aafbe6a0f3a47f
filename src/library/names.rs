//! The names of bulletins: short where they are their own, longer where two would share one.

use std::hash::BuildHasher as _;
use std::sync::Arc;

use foldhash::HashMap;
use foldhash::quality::FixedState;

use super::Entry;
use crate::numeral::push_arabic;

/// Which bulletins share a plain name, and which a serial and a plain name.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    plain: Counts,
    with_serial: Counts,
    with_path: Counts,
    with_root: Counts,
}

/// How many bulletins have a name, by what it is hashed to, which takes little memory: where two names are hashed
/// to one, a name is made longer than it had to be, and still leads to its bulletin.
type Counts = HashMap<u64, u32>;

impl Names {
    /// The names of bulletins.
    pub(super) fn of(entries: &[Arc<Entry>]) -> Self {
        let mut names = Self::default();
        for entry in entries {
            names.add(entry);
        }
        names
    }

    /// Notes the names of a new bulletin.
    pub(super) fn add(&mut self, entry: &Entry) {
        let plain = plain(entry);
        *self.plain.entry(hashed("", &plain)).or_default() += 1;
        *self.with_serial.entry(hashed(entry.serial(), &plain)).or_default() += 1;
        *self.with_path.entry(hashed(&entry.path, &plain)).or_default() += 1;
        *self.with_root.entry(hashed(&entry.full_path(), &plain)).or_default() += 1;
    }

    /// The shortest name that is the bulletin's own: `2022-12`, `SERIAL:2022-12`,
    /// `PATH:2022-12`, `ROOT/PATH:2022-12`, and where one file holds the same issue twice
    /// `PATH:2022-12~2`.
    pub(super) fn unique(&self, entry: &Entry) -> String {
        let plain = plain(entry);
        let is_own =
            |names: &Counts, prefix: &str| names.get(&hashed(prefix, &plain)).is_none_or(|count| *count < 2);
        if is_own(&self.plain, "") {
            return plain;
        }
        let own = |names: &Counts, prefix: &str| is_own(names, prefix).then(|| prefixed(prefix, &plain));
        let by_serial = || own(&self.with_serial, entry.serial()).filter(|_| !entry.serial().is_empty());
        by_serial().or_else(|| own(&self.with_path, &entry.path)).unwrap_or_else(|| {
            let path = entry.full_path();
            let by_root = own(&self.with_root, &path);
            by_root.unwrap_or_else(|| format!("{}~{}", prefixed(&path, &plain), entry.position))
        })
    }
}

/// Bytes of the longest name that consists of a year and a number.
const LENGTH: usize = "65535-4294967295".len();

/// The name that the masthead gives: year and number, else the number alone, else the date, else
/// the file's stem.
pub(super) fn plain(entry: &Entry) -> String {
    let masthead = &entry.bulletin.masthead;
    match (entry.year(), masthead.number, masthead.date) {
        (year, Some(number), _) => {
            let mut name = String::with_capacity(LENGTH);
            if let Some(year) = year {
                push_arabic(&mut name, year.into());
                name.push('-');
            }
            push_arabic(&mut name, number);
            name
        }
        (_, None, Some(date)) => date.to_string().replace('-', ""),
        (_, None, None) => stem(&entry.path).to_owned(),
    }
}

fn hashed(prefix: &str, plain: &str) -> u64 {
    FixedState::default().hash_one((prefix, plain))
}

fn prefixed(prefix: &str, plain: &str) -> String {
    [prefix, plain].join(":")
}

/// The last part of a path without its extension.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
