//! The command `figures`: chooses, orders and writes figures.

use std::sync::Arc;

use super::args::Wanted;
use super::commands::{USUAL, write};
use super::{Status, print, tell, wrong};
use crate::chart::{self, Chart, Kind};
use crate::library::Library;
use crate::message::{Lang, Msg};
use crate::report::{self, Form, Look, PICTURE_COLUMNS};
use crate::source;
use crate::table::{self, Filter, Group, GroupBy, Query, Sort};
use crate::text::Ambiguous;

/// Does the work with the filter that is asked for; nothing is read for one that is wrong.
pub(super) fn with_filter(wanted: &Wanted, lang: Lang, work: impl FnOnce(Filter) -> Status) -> Status {
    match Filter::parse(wanted.filter.as_deref().unwrap_or_default()) {
        Ok(filter) => work(filter),
        Err(error) => wrong(&Msg::FilterWhere.fill(lang, &[&error.message(lang)])),
    }
}

/// Draws the sums of figures, as text or into a file.
pub(super) fn chart(
    library: &Library,
    wanted: &Wanted,
    filter: Filter,
    (kind, ascii): (Kind, bool),
    look: Look,
) -> Status {
    let sheets = table::sheets(library, &source::spread).into_iter().map(Arc::new);
    let sheets = library.ids().iter().copied().zip(sheets).collect();
    let group = wanted.group.as_deref().and_then(GroupBy::from_name);
    let columns = match wanted.picture {
        Some(_) => PICTURE_COLUMNS,
        None => usize::from(look.columns.unwrap_or(USUAL)),
    };
    let query = Query { filter, group, ..Query::default() };
    let asked = chart::Wanted { kind, query, unit: None, noun: None, columns };
    let Some(chart) = Chart::of(library, &sheets, &asked, &|| true) else {
        if !library.is_empty() {
            tell(Msg::NoChart.text(look.lang));
        }
        return Status::Found;
    };
    match &wanted.picture {
        Some(path) => write(Some(path), look.lang, |out| report::svg(&chart, look, out)),
        None => {
            print(look.lang, |out| report::chart(&chart, look, look.mode == Ambiguous::Narrow && !ascii, out))
        }
    }
}

/// Writes the figures of a library, or their sums.
pub(super) fn figures(library: &Library, wanted: &Wanted, filter: &Filter, form: Form, look: Look) -> Status {
    let look = Look { spreadsheet: wanted.excel, ..look };
    let mut rows = table::chosen(library, |row| filter.matches(row), &source::spread);
    let found = if rows.is_empty() { Status::Found } else { Status::Done };
    if rows.is_empty() && !library.is_empty() {
        tell(Msg::NoFigures.text(look.lang));
    }
    if let Some(by) = wanted.sort.as_deref().and_then(Sort::from_name) {
        table::sort(&mut rows, by);
    }
    let groups = match wanted.group.as_deref().and_then(GroupBy::from_name) {
        Some(by) => table::groups(rows, by),
        None => vec![Group { name: None, rows }],
    };
    let printed = print(look.lang, |out| {
        if wanted.sum {
            report::sums(&groups, filter, form, look, out)
        } else {
            report::figures(&groups, form, look, out)
        }
    });
    printed.max(found)
}
