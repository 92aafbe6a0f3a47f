//! The command `search`: finds words, readings and figures.

use super::{Status, tell, wrong};
use crate::library::Library;
use crate::message::{Lang, Msg};
use crate::query::{Expected, Query, QueryError};
use crate::report::{self, Form, Hits, Look};

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

/// Writes what was found.
pub(super) fn search(library: &Library, hits: Hits<'_>, form: Form, look: Look) -> Status {
    let found = if hits.found.is_empty() { Status::Found } else { Status::Done };
    if hits.found.is_empty() && !library.is_empty() {
        tell(Msg::NothingFound.text(look.lang));
    }
    super::print(look.lang, |out| report::search(library, hits, form, look, out)).max(found)
}
