//! What was found, a line for each title, heading, measure or paragraph.

use std::hint;
use std::io::{self, Write};

use serde::Serialize;

use super::csv::{self, Flat};
use super::figure::{Points, at_span};
use super::{Form, Look, json, line};
use crate::bulletin::{Place, Span, Text};
use crate::library::{Entry, Id, Library};
use crate::search::{Hit, Piece, Quote, Quotes, Spread, excerpt, in_order};
use crate::text;

/// Characters on either side of what was found where nothing else is asked for and no terminal
/// tells how many there is room for.
const AROUND: usize = 24;

/// What stands for text that is left out. Three dots, since terminals disagree about the width of `…`.
const GAP: &str = "...";

/// Bulletins whose lines are made in one piece, and pieces that are made before another look at how writing goes.
const PIECE: usize = 64;
const PIECES: usize = 64;

/// Bytes that a processor fetches at once.
const CACHE_LINE: usize = 64;

/// What was found, and how it is asked for.
#[derive(Clone, Copy)]
pub struct Hits<'a> {
    /// What was found, in order.
    pub found: &'a [(Id, Quotes)],
    /// Characters on either side of each hit; `None`: as many as there is room for.
    pub around: Option<usize>,
    /// Whether only counts are wanted, a bulletin each.
    pub count: bool,
    /// Does the pieces of the work.
    pub spread: Spread<'a>,
}

/// What a script gets of a run of text with hits.
#[derive(Debug, Serialize)]
struct Row<'a> {
    path: &'a str,
    address: String,
    field: &'static str,
    text: &'a str,
    hits: Vec<Spot>,
    #[serde(skip)]
    entry: &'a Entry,
    #[serde(skip)]
    line: u32,
}

/// Where a hit stands, in code points of the text and of the decoded file.
#[derive(Debug, Serialize)]
struct Spot {
    start: usize,
    end: usize,
    at: super::figure::At,
}

/// How often something stands in a bulletin.
#[derive(Debug, Serialize)]
struct Count<'a> {
    path: &'a str,
    address: String,
    #[serde(rename = "count")]
    hits: usize,
}

impl Flat for Row<'_> {
    const NAMES: &'static [&'static str] =
        &["path", "address", "serial", "year", "date", "field", "text", "hits", "line"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.path.to_owned(),
            self.address.clone(),
            self.entry.serial().to_owned(),
            csv::optional(self.entry.year()),
            csv::optional(self.entry.bulletin.masthead.date),
            self.field.to_owned(),
            self.text.to_owned(),
            self.hits.len().to_string(),
            self.line.to_string(),
        ]
    }
}

impl Flat for Count<'_> {
    const NAMES: &'static [&'static str] = &["path", "address", "count"];

    fn fields(&self) -> Vec<String> {
        vec![self.path.to_owned(), self.address.clone(), self.hits.to_string()]
    }
}

/// Writes `address: words` for each run of text with hits, in order; or how many each bulletin has.
pub fn search(
    library: &Library,
    hits: Hits<'_>,
    form: Form,
    look: Look,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    if hits.count {
        return counts(library, hits.found, form, look, out);
    }
    let rows = hits.found.iter().flat_map(|(id, quotes)| rows(library, *id, quotes));
    match form {
        Form::Json => json::array(out, rows),
        Form::Csv => csv::table(out, rows),
        Form::Text => {
            let lines = |some: &[_]| lines(library, some, hits.around, look);
            hits.found.chunks(PIECE * PIECES).try_for_each(|some| {
                let mut written = Ok(());
                in_order(some, PIECE, hits.spread, &lines, &mut |lines| {
                    if written.is_ok() {
                        written = out.write_all(lines.as_bytes());
                    }
                });
                written
            })
        }
    }
}

/// The lines of some bulletins.
fn lines(library: &Library, some: &[(Id, Quotes)], around: Option<usize>, look: Look) -> String {
    fetch(library, some);
    let made: usize = some.iter().map(|(_, quotes)| quotes.lines.len()).sum();
    // The name of the bulletin is a small part of most lines.
    let mut lines = String::with_capacity(made + made / 4);
    let mut address = String::new();
    for (id, quotes) in some {
        address.clear();
        address.push_str(&text::clean(&library.name(*id)));
        let mut from = 0;
        for end in memchr::memchr_iter(b'\n', quotes.lines.as_bytes()) {
            lines.extend([&*address, quotes.lines.get(from..=end).unwrap_or_default()]);
            from = end + 1;
        }
        let name = address.len();
        for quote in &quotes.all {
            address.truncate(name);
            quote.place.write_behind(&mut address);
            address.push_str(": ");
            // Without a terminal there is room for everything.
            let room = |columns| usize::from(columns).saturating_sub(text::width(&address, look.mode));
            push(&mut lines, &address, ADDRESS, look);
            push_words(&mut lines, (&quote.text, quote.hit()), look.columns.map(room), (around, look));
        }
    }
    lines
}

/// Looks at what lines are made of: it lies far apart in memory, and comes together where one piece need not be waited
/// for before the next is asked for.
fn fetch(library: &Library, some: &[(Id, Quotes)]) {
    let seen = some.iter().fold(0_u64, |seen, (id, quotes)| {
        let number = library.get(*id).and_then(|entry| entry.bulletin.masthead.number);
        let lines = quotes.lines.as_bytes().iter().step_by(CACHE_LINE);
        seen ^ lines.fold(u64::from(number.unwrap_or_default()), |seen, byte| seen ^ u64::from(*byte))
    });
    hint::black_box(seen);
}

/// Adds the line of a hit as it is printed behind the name of its bulletin where no terminal is: so many characters
/// stand around each place.
pub fn add_line(lines: &mut String, place: &Place, found: (&Text, Hit<'_>), around: Option<usize>) {
    place.write_behind(lines);
    lines.push_str(": ");
    push_words(lines, found, None, (around, Look::default()));
}

fn counts(
    library: &Library,
    found: &[(Id, Quotes)],
    form: Form,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut counts = found.iter().filter_map(|(id, quotes)| {
        let path = &library.get(*id)?.path;
        Some(Count { path, address: library.name(*id), hits: quotes.count })
    });
    match form {
        Form::Json => json::array(out, counts),
        Form::Csv => csv::table(out, counts),
        Form::Text => {
            counts.try_for_each(|it| line::write(out, &format!("{}: {}", it.address, it.hits), look))
        }
    }
}

fn rows<'a>(library: &'a Library, id: Id, quotes: &'a Quotes) -> Vec<Row<'a>> {
    let Some(entry) = library.get(id) else { return Vec::new() };
    let name = library.name(id);
    let mut points = Points::default();
    let row = |quote: &'a Quote| {
        let (text, hit) = (&quote.text, quote.hit());
        let mut address = name.clone();
        quote.place.write_behind(&mut address);
        Row {
            path: &entry.path,
            address,
            field: hit.field.name(),
            text: text.as_str(),
            hits: hit.marks.iter().map(|mark| place(text, hit.span, mark.span, &mut points)).collect(),
            entry,
            line: text.origin(hit.marks.first().map_or(0, |mark| mark.span.start)).line,
        }
    };
    quotes.all.iter().map(row).collect()
}

fn place<'a>(text: &'a Text, whole: Span, mark: Span, points: &mut Points<'a>) -> Spot {
    let mut before = |byte: u32| points.before(text.get(whole), (byte - whole.start) as usize);
    Spot { start: before(mark.start), end: before(mark.end), at: at_span(text, mark) }
}

/// Adds the words around what was found, in so many columns, to a line, which ends with them.
fn push_words(
    lines: &mut String,
    (text, hit): (&Text, Hit<'_>),
    mut room: Option<usize>,
    (around, look): (Option<usize>, Look),
) {
    let to_the_end = around.is_none() && room.is_some();
    let around = around.unwrap_or_else(|| match (room, hit.marks.first()) {
        (Some(room), Some(mark)) => {
            let found = text::width(&text::clean(text.get(mark.span)), look.mode) + 2 * GAP.len();
            // A character of Chinese takes two columns.
            (room.saturating_sub(found) / 4).max(4)
        }
        (Some(room), None) => room / 2,
        _ => AROUND,
    });
    let words = |piece: Piece| if piece.is_gap() { GAP } else { text.get(piece.span) };
    let from = lines.len();
    let is_done = room.is_none() && !look.colour && {
        excerpt(text, hit, around, to_the_end, |piece| lines.push_str(words(piece)));
        // Most words are plain: one look at all of them is faster than cleaning each piece.
        text::is_plain(lines.get(from..).unwrap_or_default())
    };
    if !is_done {
        lines.truncate(from);
        excerpt(text, hit, around, to_the_end, |piece| {
            let mut shown = text::clean(words(piece));
            if let Some(room) = &mut room {
                let all = shown.len();
                shown = line::cut(&shown, *room, look.mode).into();
                let is_cut = shown.len() < all;
                *room = if is_cut { 0 } else { room.saturating_sub(text::width(&shown, look.mode)) };
            }
            push(lines, &shown, if piece.is_mark { MARK } else { PLAIN }, look);
        });
    }
    lines.truncate(lines.trim_end().len());
    lines.push('\n');
}

/// What stands before a text in colour: Select Graphic Rendition (ECMA-48, 8.3.117).
const PLAIN: &str = "";
const ADDRESS: &str = "\x1b[36m";
const MARK: &str = "\x1b[1;31m";

/// Adds a text, styled where the terminal has colours.
fn push(lines: &mut String, text: &str, style: &str, look: Look) {
    if look.colour && !style.is_empty() && !text.is_empty() {
        lines.extend([style, text, "\x1b[0m"]);
    } else {
        lines.push_str(text);
    }
}
