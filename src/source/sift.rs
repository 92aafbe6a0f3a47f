//! Reads a folder of which only a few files are wanted: the others are not parsed.

use std::path::PathBuf;

use super::read::Reader;
use super::read_items;
use super::walk::{self, Item};
use crate::bulletin::{Bulletin, Masthead};
use crate::library::{File, Namesakes};
use crate::parse::{self, Stamps};

/// Files that were read, and some of them parsed.
#[derive(Default)]
pub struct Sifted {
    /// What was parsed, and what cannot be, in the order of the walk.
    pub files: Vec<File>,
    /// The others; there is at least one bulletin in each.
    left: Vec<(Item, Stamps)>,
}

/// Loads everything under `paths` as [`super::read_all`] does, but of the files only those whose decoded text
/// `is_wanted`.
pub fn sift(
    paths: &[PathBuf],
    is_wanted: impl Fn(&str) -> bool + Sync,
    mut progress: impl FnMut(usize, usize),
) -> Sifted {
    let items = walk::items(paths, |found| {
        progress(0, found);
        true
    });
    let unwanted = |text: &str| {
        let is_left = !is_wanted(text) && !parse::is_empty(text);
        is_left.then(|| Stamps::of(text))
    };
    let read = |reader: &mut Reader, item: &Item| reader.file_or(item, unwanted);
    let mut sifted = Sifted::default();
    for (read, item) in read_items(&items, &read, progress).zip(items) {
        match read {
            Ok(file) => sifted.files.push(file),
            Err(stamps) => sifted.left.push((item, stamps)),
        }
    }
    sifted
}

impl Sifted {
    /// Whether every file was parsed.
    pub fn is_whole(&self) -> bool {
        self.left.is_empty()
    }

    /// Those of the files left aside that may hold a bulletin of one of the names: of each bulletin the
    /// masthead without its marks, and nothing else.
    pub fn mastheads(self, names: &Namesakes) -> Vec<File> {
        let may_hold = |(item, stamps): (Item, Stamps)| {
            let is_named = matches!(&item, Item::Read(place) if names.may_be_in(&place.path, &stamps));
            is_named.then_some(item)
        };
        let items: Vec<Item> = self.left.into_iter().filter_map(may_hold).collect();
        let read = |reader: &mut Reader, item: &Item| {
            let mastheads = reader.file_or(item, |text| Some(parse::mastheads(text)));
            mastheads.unwrap_or_else(|mastheads| of_mastheads(item, mastheads))
        };
        read_items(&items, &read, |_, _| {}).collect()
    }
}

/// A file of which only mastheads were read.
fn of_mastheads(item: &Item, mastheads: Vec<Masthead>) -> File {
    let Item::Read(place) = item else { return File::default() };
    let bulletins = mastheads.into_iter().map(|masthead| Bulletin { masthead, ..Bulletin::default() });
    File { bulletins: bulletins.collect(), ..place.report(Vec::new()) }
}
