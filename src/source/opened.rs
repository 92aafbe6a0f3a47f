//! A file that was read: how much is made of it is for others to say.

use std::borrow::Cow;
use std::panic::{self, AssertUnwindSafe};

use super::cache::Lent;
use crate::bulletin::{
    Bulletin, Code, Masthead, Passages, Problem, Summary, skim, unpack, unpack_mastheads, unpack_summaries,
};
use crate::library::{Entry, File};
use crate::parse;

/// A file that was read. How much is made of it is for others to say: of a file that is known from before, less takes
/// less time.
#[derive(Debug)]
pub struct Opened<'a> {
    file: File,
    /// `None` where nothing could be read.
    inside: Option<Inside<'a>>,
}

/// What is in a file.
#[derive(Debug)]
pub(super) struct Inside<'a> {
    /// The text decoded from its bytes.
    pub text: Cow<'a, str>,
    pub cache: Lent<'a>,
}

impl<'a> Opened<'a> {
    /// A file without bulletins by now, and what is in it.
    pub(super) fn new(file: File, inside: Option<Inside<'a>>) -> Self {
        Self { file, inside }
    }

    /// The text; empty where there is none.
    pub fn text(&self) -> &str {
        self.inside.as_ref().map_or("", |inside| &inside.text)
    }

    /// The file with its bulletins.
    pub fn whole(mut self) -> File {
        let known = self.inside.as_mut().and_then(|inside| {
            let Inside { text, cache } = inside;
            cache.entry(|packed| unpack(packed, text))
        });
        let bulletins = known.unwrap_or_else(|| self.parsed());
        File { bulletins, ..self.file }
    }

    /// The file, of whose bulletins nothing but the mastheads is wanted.
    pub fn mastheads(mut self) -> File {
        let mastheads = self.known(|head, _| unpack_mastheads(head));
        let mastheads =
            mastheads.unwrap_or_else(|| self.parsed().into_iter().map(|it| it.masthead).collect());
        self.with(mastheads)
    }

    /// The same, and what a list says of them.
    pub fn summaries(mut self) -> (File, Vec<Summary>) {
        let known = self.known(|head, _| unpack_summaries(head));
        let summed = |it: Bulletin| {
            let summary = Summary::of(&it);
            (it.masthead, summary)
        };
        let all = known.unwrap_or_else(|| self.parsed().into_iter().map(summed).collect());
        let (mastheads, summaries) = all.into_iter().unzip();
        (self.with(mastheads), summaries)
    }

    /// The same, and what `each` makes of them and the passages of their articles. They may have no articles and no
    /// distribution.
    pub fn skimmed<T>(mut self, mut each: impl FnMut(&Entry, Passages<'_>) -> T) -> (File, Vec<T>) {
        let (root, path, encoding) = (self.file.root.clone(), self.file.path.clone(), self.file.encoding);
        let entry = |bulletin, position| Entry {
            root: root.clone(),
            path: path.clone(),
            encoding,
            position,
            bulletin,
        };
        let mut position = 0;
        let known = self.known(|head, text| {
            skim(head, text, |bulletin, passages| {
                position += 1;
                let entry = entry(bulletin, position);
                (each(&entry, passages), entry.bulletin.masthead)
            })
        });
        let all = known.unwrap_or_else(|| {
            let entries =
                self.parsed().into_iter().zip(1..).map(|(bulletin, position)| entry(bulletin, position));
            entries
                .map(|it| (each(&it, Passages::Parsed(&it.bulletin.articles)), it.bulletin.masthead))
                .collect()
        });
        let (made, mastheads) = all.into_iter().unzip();
        (self.with(mastheads), made)
    }

    fn with(self, mastheads: Vec<Masthead>) -> File {
        let bulletin = |masthead| Bulletin { masthead, ..Bulletin::default() };
        File { bulletins: mastheads.into_iter().map(bulletin).collect(), ..self.file }
    }

    /// What is made of the head of what was kept of the file; `None` where nothing was.
    fn known<T>(&mut self, unpack: impl FnOnce(&[u8], &str) -> Option<T>) -> Option<T> {
        let Inside { text, cache } = self.inside.as_mut()?;
        cache.head(|head| unpack(head, text))
    }

    /// The bulletins that are parsed now, and kept for the next time.
    fn parsed(&mut self) -> Vec<Bulletin> {
        let Some(Inside { text, cache }) = &mut self.inside else { return Vec::new() };
        match caught(|| parse::bulletins(text)) {
            Ok(bulletins) => {
                cache.add(text, &bulletins);
                bulletins
            }
            Err(problem) => {
                self.file.problems.push(problem);
                Vec::new()
            }
        }
    }
}

/// A panic in the parser costs one file, never the run.
pub(super) fn caught(parse: impl FnOnce() -> Vec<Bulletin>) -> Result<Vec<Bulletin>, Problem> {
    panic::catch_unwind(AssertUnwindSafe(parse)).map_err(|payload| {
        let words = payload.downcast_ref::<&str>().copied();
        let said = words.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Problem::new(Code::Stopped, 0, [said.unwrap_or_default().to_owned()])
    })
}
