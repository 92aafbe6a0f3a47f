//! The names of bulletins: short where they are their own, longer where two would share one.

use std::hash::BuildHasher as _;

use foldhash::HashSet;
use foldhash::quality::FixedState;

use super::{Entry, push_full_path};
use crate::numeral::push_arabic;

/// Which bulletins share a plain name, which a serial and a plain name, and so on.
#[derive(Debug, Clone, Default)]
pub(super) struct Counts {
    plain: Seen,
    with_serial: Seen,
    with_path: Seen,
    with_root: Seen,
}

/// The names that were seen, and those that were seen again.
#[derive(Debug, Clone, Default)]
struct Seen {
    once: HashSet<u64>,
    again: HashSet<u64>,
}

/// The names that a bulletin may have, from short to long, by what they are hashed to, which takes little memory: where
/// two names are hashed to one, a name is made longer than it had to be, and still leads to its bulletin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names([u64; 4]);

/// Tells the names of bulletins.
#[derive(Debug, Clone, Default)]
pub(super) struct Namer {
    /// Where they are written.
    plain: String,
    path: String,
}

impl Namer {
    /// The names that a bulletin may have.
    pub(super) fn names(&mut self, entry: &Entry) -> Names {
        let Self { plain, path } = self;
        plain.clear();
        push_plain(plain, entry);
        path.clear();
        push_full_path(path, &entry.root, &entry.path);
        Names(["", entry.serial(), &entry.path, path].map(|prefix| hashed(prefix, plain)))
    }
}

impl Seen {
    fn note(&mut self, name: u64) {
        if !self.once.insert(name) {
            self.again.insert(name);
        }
    }
}

impl Counts {
    /// Notes the names of a new bulletin.
    pub(super) fn note(&mut self, names: Names) {
        let Self { plain, with_serial, with_path, with_root } = self;
        let all = [plain, with_serial, with_path, with_root];
        all.into_iter().zip(names.0).for_each(|(seen, name)| seen.note(name));
    }

    /// The shortest name that is the bulletin's own: `2022-12`, `SERIAL:2022-12`,
    /// `PATH:2022-12`, `ROOT/PATH:2022-12`, and where one file holds the same issue twice
    /// `PATH:2022-12~2`.
    pub(super) fn unique(&self, entry: &Entry) -> String {
        let plain = plain(entry);
        let is_own = |names: &Seen, prefix: &str| !names.again.contains(&hashed(prefix, &plain));
        if is_own(&self.plain, "") {
            return plain;
        }
        let own = |names: &Seen, prefix: &str| is_own(names, prefix).then(|| prefixed(prefix, &plain));
        let by_serial = || own(&self.with_serial, entry.serial()).filter(|_| !entry.serial().is_empty());
        by_serial().or_else(|| own(&self.with_path, &entry.path)).unwrap_or_else(|| {
            let path = entry.full_path();
            let by_root = own(&self.with_root, &path);
            by_root.unwrap_or_else(|| format!("{}~{}", prefixed(&path, &plain), entry.position))
        })
    }
}

/// The name that the masthead gives: year and number, else the number alone, else the date, else
/// the file's stem.
pub(super) fn plain(entry: &Entry) -> String {
    let mut name = String::new();
    push_plain(&mut name, entry);
    name
}

fn push_plain(name: &mut String, entry: &Entry) {
    let masthead = &entry.bulletin.masthead;
    match (entry.year(), masthead.number, masthead.date) {
        (year, Some(number), _) => {
            if let Some(year) = year {
                push_arabic(name, year.into());
                name.push('-');
            }
            push_arabic(name, number);
        }
        (_, None, Some(date)) => name.push_str(&date.to_string().replace('-', "")),
        (_, None, None) => name.push_str(stem(&entry.path)),
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
