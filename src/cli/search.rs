//! The command `search`: finds words, readings and figures.

use std::path::PathBuf;

use super::load::{sift, tell_unread};
use super::{Status, print, tell, wrong};
use crate::library::{Library, Namesakes};
use crate::message::{Lang, Msg};
use crate::query::{Expected, Query, QueryError};
use crate::report::{self, Form, Hits, Look};
use crate::search::{self, Found, Sieve};
use crate::source;

/// Does the work with a query that could be understood as a whole; nothing is read for another one.
pub(super) fn with_query(written: &str, lang: Lang, work: impl FnOnce(Query) -> Status) -> Status {
    let query = Query::read(written);
    let nothing = QueryError { at: 0, expected: Expected::Words };
    let missing = query.is_empty().then_some(&nothing);
    match query.errors.first().or(missing) {
        Some(error) => wrong(&Msg::QueryWrong.fill(lang, &[&error.message(lang)])),
        None => work(query),
    }
}

/// How what is found is written.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    /// Characters on either side of each hit; `None`: as many as there is room for.
    pub around: Option<usize>,
    /// Whether only counts are wanted.
    pub count: bool,
    pub form: Form,
    pub look: Look,
}

/// Finds under the paths what is asked for, and writes it.
pub(super) fn search(paths: &[PathBuf], query: &Query, wanted: Wanted) -> Status {
    let lang = wanted.look.lang;
    let sieve = Sieve::of(query);
    let may_hold = |text: &str| sieve.as_ref().is_none_or(|sieve| sieve.lets_through(text));
    let (loaded, sifted) = sift(paths, may_hold, lang);
    let mut unread = loaded.status();
    let mut library = loaded.into_library();
    let mut found = search::search(&library, query, &source::spread);
    if sifted.is_whole() {
        let is_empty = library.is_empty();
        return write(library, &found, is_empty, wanted).max(unread);
    }
    // What a bulletin is called depends on those of the same name, wherever they are.
    let names = if query.asks_for_names() {
        Namesakes::of(library.iter().map(|(_, entry)| entry))
    } else {
        Namesakes::of(found.issues().filter_map(|issue| library.get(issue.id())))
    };
    let others = sifted.mastheads(&names);
    if tell_unread(&others, lang) {
        unread = Status::Wrong;
    }
    library.add(others);
    if query.asks_for_names() {
        found = search::search(&library, query, &source::spread);
    }
    write(library, &found, false, wanted).max(unread)
}

/// Writes what was found.
fn write(library: Library, found: &Found, is_empty: bool, wanted: Wanted) -> Status {
    let Wanted { around, count, form, look } = wanted;
    let status = if found.is_empty() { Status::Found } else { Status::Done };
    if found.is_empty() && !is_empty {
        tell(Msg::NothingFound.text(look.lang));
    }
    let hits = Hits { found, around, count };
    let printed = print(look.lang, |out| report::search(&library, hits, form, look, out));
    // The process ends here, and with it all of its memory at once.
    std::mem::forget(library);
    printed.max(status)
}
