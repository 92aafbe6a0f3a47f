//! The command `search`: finds words, readings and figures.

use std::mem;
use std::path::PathBuf;

use super::load::{self, Loaded, Reading};
use super::{Status, print, tell, wrong};
use crate::bulletin::{Place, Text};
use crate::library::Id;
use crate::message::{Lang, Msg};
use crate::query::{Expected, Query, QueryError};
use crate::report::{self, Form, Hits, Look};
use crate::search::{self, Census, Depth, Hit, Plan, Quoter, Quotes, Sieve};
use crate::source::{self, Opened};

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
    let add_line = |lines: &mut String, place: &Place, hit: Hit<'_>, text: &Text| {
        report::add_line(lines, place, (text, hit), around);
    };
    let depth = match form {
        _ if count => Depth::Count,
        Form::Text if look.columns.is_none() && !look.colour => Depth::Lines(&add_line),
        Form::Text => Depth::Hits,
        Form::Json | Form::Csv => Depth::Places,
    };
    let asked = Asked { query, depth, reading, lang: look.lang };
    let search = if query.asks_for_names() { Asked::in_library } else { Asked::file_by_file };
    let (Loaded { library, status: read }, found) = search(asked, paths);
    let status = if found.is_empty() { Status::Found } else { Status::Done };
    if found.is_empty() && !library.is_empty() {
        tell(Msg::NothingFound.text(look.lang));
    }
    let hits = Hits { found: &found, around, count, spread: &source::spread };
    let printed = print(look.lang, |out| report::search(&library, hits, form, look, out));
    // The process ends here, and with it all of its memory at once.
    mem::forget((library, found));
    printed.max(status).max(read)
}

/// What was found in bulletins, in order.
type Found = Vec<(Id, Quotes)>;

/// What is asked for.
struct Asked<'a> {
    query: &'a Query,
    depth: Depth<'a>,
    reading: &'a Reading,
    lang: Lang,
}

impl Asked<'_> {
    /// Searches each file as soon as it is read, and keeps no text but that of the hits.
    fn file_by_file(self, paths: Vec<PathBuf>) -> (Loaded, Found) {
        let Self { query, depth, reading, lang } = self;
        let plan = Plan::new(query, &Census::default());
        let sieve = Sieve::of(query);
        let may_hold = |text: &str| sieve.as_ref().is_none_or(|sieve| sieve.lets_through(text));
        let digest = |quoter: &mut Option<_>, opened: Opened<'_>| {
            if !may_hold(opened.text()) {
                let file = opened.mastheads();
                let none = vec![None; file.bulletins.len()];
                return (file, none);
            }
            let quoter = quoter.get_or_insert_with(|| Quoter::new(&plan, depth));
            opened.skimmed(|entry, passages| quoter.quotes(entry, passages))
        };
        let mut quotes = Vec::new();
        let loaded = load::sift(paths, reading, &digest, |found| quotes.extend(found), lang);
        let ids = loaded.library.loaded();
        let mut found: Found = ids.zip(quotes).filter_map(|(id, quotes)| Some((id, quotes?))).collect();
        search::sort_quotes(&mut found, &loaded.library);
        (loaded, found)
    }

    /// Searches when everything is read: what bulletins are called depends on all of them.
    fn in_library(self, paths: Vec<PathBuf>) -> (Loaded, Found) {
        let Self { query, depth, reading, lang } = self;
        let loaded = load::load(paths, reading, lang);
        let library = &loaded.library;
        let found = search::search(library, query, &source::spread);
        let quotes = found.issues().filter_map(|issue| {
            let entry = library.get(issue.id())?;
            Some((issue.id(), Quotes::of(issue, &entry.bulletin, depth)))
        });
        let found = quotes.collect();
        (loaded, found)
    }
}
