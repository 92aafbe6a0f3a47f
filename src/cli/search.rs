//! The command `search`: finds words, readings and figures.

use std::mem;
use std::path::PathBuf;

use super::load::{self, Loaded, Reading};
use super::{Status, print, tell, wrong};
use crate::message::{Lang, Msg};
use crate::query::{Expected, Query, QueryError};
use crate::report::{self, Form, Hits, Look};
use crate::search::{self, Sieve};
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
pub(super) fn search(paths: Vec<PathBuf>, reading: &Reading, query: &Query, wanted: Wanted) -> Status {
    let Wanted { around, count, form, look } = wanted;
    let lang = look.lang;
    let sieve = Sieve::of(query);
    let may_hold = |text: &str| sieve.as_ref().is_none_or(|sieve| sieve.lets_through(text));
    let Loaded { library, status: read } = load::sift(paths, reading, &may_hold, lang);
    let found = search::search(&library, query, &source::spread);
    let status = if found.is_empty() { Status::Found } else { Status::Done };
    if found.is_empty() && !library.is_empty() {
        tell(Msg::NothingFound.text(lang));
    }
    let hits = Hits { found: &found, around, count, spread: &source::spread };
    let printed = print(lang, |out| report::search(&library, hits, form, look, out));
    // The process ends here, and with it all of its memory at once.
    mem::forget(library);
    printed.max(status).max(read)
}
