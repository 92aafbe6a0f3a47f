//! Draws the list of figures.

mod picture;
mod sum;

use super::canvas::Canvas;
use super::glyph::Chrome;
use super::{head, theme};
use crate::app::{App, Area, Focus, Parts};
use crate::bulletin::{Address, Place};
use crate::figure::{Bound, State};
use crate::message::{Lang, Msg};
use crate::numeral::number;
use crate::table::{self, Column, Heading, Line, Row};
use crate::text;
use ratatui::style::Style;

/// One column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Printed,
    Noun,
    Value,
    Unit,
    Bound,
    State,
    Place,
    Date,
    Issue,
    Sentence,
}

/// The columns, those first that stay in a narrow list, with their least widths.
const BY_WEIGHT: [(Cell, u16); 9] = [
    (Cell::Printed, 12),
    (Cell::Noun, 14),
    (Cell::State, 0),
    (Cell::Value, 11),
    (Cell::Unit, 6),
    (Cell::Issue, 8),
    (Cell::Bound, 0),
    (Cell::Place, 8),
    (Cell::Date, 10),
];

/// The columns from left to right.
const ORDER: [Cell; 10] = [
    Cell::Printed,
    Cell::Noun,
    Cell::Value,
    Cell::Unit,
    Cell::Bound,
    Cell::State,
    Cell::Place,
    Cell::Date,
    Cell::Issue,
    Cell::Sentence,
];

/// What is counted gets so much more while there is room for a sentence.
const MORE_NOUN: u16 = 6;

/// The narrowest that a sentence gets.
const NARROWEST_SENTENCE: u16 = 16;

/// Draws the list; returns where the selected row stands.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let figures = &app.figures;
    let parts = Parts::of(area);
    let count = figures.arranged().spots().len();
    let position = if count == 0 { 0 } else { figures.position() + 1 };
    head(app, area, Focus::List, (&title(app), &format!("{position}/{count}")), canvas);
    sum::draw(app, parts.sum, canvas);
    if let Some(picture) = figures.picture() {
        picture::draw(app, picture, parts, canvas);
        return Some((area.x, parts.rows.y));
    }
    let columns = columns(area.width, app.lang, canvas);
    if let Some(line) = parts.names {
        names(app, line, &columns, canvas);
    }
    let selection = figures.selection();
    let mut cursor = None;
    for (offset, y) in (parts.rows.y..parts.rows.y + parts.rows.height).enumerate() {
        let line = Area { y, height: 1, ..area };
        match figures.arranged().line(selection.top + offset) {
            None => break,
            Some(Line::Heading(heading)) => group(app, heading, line, canvas),
            Some(Line::Spot(spot)) => {
                if let Some(row) = figures.row(&app.library, spot) {
                    draw_row(app, &row, line, &columns, canvas);
                }
            }
        }
        if selection.top + offset == selection.row {
            let focused = app.focus == Focus::List;
            canvas.restyle(line, if focused { theme::SELECTED } else { theme::SELECTED_AWAY });
            cursor = Some((area.x, y));
        }
    }
    if count == 0 && parts.rows.height > 0 {
        let message = if figures.is_busy() || !app.loading.done { Msg::Loading } else { Msg::NoFigures };
        let room = area.width.saturating_sub(1);
        canvas.put_short(area.x + 1, parts.rows.y, room, message.text(app.lang), theme::NOTICE);
    }
    cursor
}

/// What is listed: of which part, chosen by what.
fn title(app: &App) -> String {
    let scope = match &app.figures.query().scope {
        None => Msg::ScopeAll.text(app.lang).to_owned(),
        Some((id, place)) => {
            let name = app.library.name(*id);
            Address { name, place: place.clone() }.to_string()
        }
    };
    let title = Msg::FiguresOf.fill(app.lang, &[Msg::PaneFigures.text(app.lang), &scope]);
    match app.figures.written() {
        "" => title,
        written => format!("{title}  {written}"),
    }
}

/// The columns that have room, from left to right, with their widths; one blank stands between two.
fn columns(room: u16, lang: Lang, canvas: &Canvas<'_>) -> Vec<(Cell, u16)> {
    let widest = |labels: &[Msg]| labels.iter().map(|label| canvas.width(label.text(lang))).max();
    let states = State::ALL.map(table::state_label);
    let bounds = Bound::ALL.map(table::bound_label);
    let mut chosen: Vec<(Cell, u16)> = Vec::new();
    let mut left = room;
    for (cell, least) in BY_WEIGHT {
        let width = match cell {
            Cell::State => widest(&states).unwrap_or(least),
            Cell::Bound => widest(&bounds).unwrap_or(least),
            _ => least,
        };
        let gap = u16::from(!chosen.is_empty());
        // Of the first two a part is better than nothing.
        let width = if chosen.len() < 2 { width.min(left.saturating_sub(gap)) } else { width };
        let used = width + gap;
        if used > left {
            break;
        }
        left -= used;
        chosen.push((cell, width));
    }
    let sentence = left.saturating_sub(MORE_NOUN + 1);
    let noun = if sentence >= NARROWEST_SENTENCE { MORE_NOUN } else { left };
    if sentence >= NARROWEST_SENTENCE {
        chosen.push((Cell::Sentence, sentence));
    }
    let ordered = ORDER.iter().filter_map(|cell| chosen.iter().find(|(other, _)| other == cell));
    ordered.map(|&(cell, width)| (cell, if cell == Cell::Noun { width + noun } else { width })).collect()
}

fn names(app: &App, line: Area, columns: &[(Cell, u16)], canvas: &mut Canvas<'_>) {
    let mut x = line.x;
    for &(cell, width) in columns {
        let (name, column) = match cell {
            Cell::Printed => (Msg::ColumnPrinted, None),
            Cell::Noun => (Msg::ColumnNoun, Some(Column::Noun)),
            Cell::Value => (Msg::ColumnValue, Some(Column::Value)),
            Cell::Unit => (Msg::ColumnUnit, Some(Column::Unit)),
            Cell::Bound => (Msg::ColumnBound, Some(Column::Bound)),
            Cell::State => (Msg::ColumnState, Some(Column::State)),
            Cell::Place => (Msg::ColumnPlace, None),
            Cell::Date => (Msg::ColumnDate, Some(Column::Date)),
            Cell::Issue => (Msg::ColumnIssue, Some(Column::Issue)),
            Cell::Sentence => (Msg::ColumnSentence, None),
        };
        let sort = app.figures.query().sort.filter(|sort| Some(sort.column) == column);
        let name = name.text(app.lang);
        let x_of_name = if cell == Cell::Value { x + width.saturating_sub(canvas.width(name)) } else { x };
        let room = x + width - x_of_name;
        let used = canvas.put(x_of_name, line.y, room, name, theme::FAINT);
        if let Some(sort) = sort {
            let sign = canvas.chrome(if sort.descending { Chrome::Descending } else { Chrome::Ascending });
            let x = if cell == Cell::Value { x_of_name.saturating_sub(1) } else { x_of_name + used };
            canvas.put(x, line.y, 1, sign, theme::KEY);
        }
        x += width + 1;
    }
}

fn group(app: &App, heading: &Heading, line: Area, canvas: &mut Canvas<'_>) {
    let name = heading_name(heading, app.lang);
    let head = Msg::GroupHead.fill(app.lang, &[name, &heading.count.to_string()]);
    canvas.put_short(line.x, line.y, line.width, &head, theme::GROUP);
}

fn heading_name(heading: &Heading, lang: Lang) -> &str {
    heading.name.as_deref().unwrap_or(Msg::GroupNone.text(lang))
}

fn draw_row(app: &App, row: &Row<'_>, line: Area, columns: &[(Cell, u16)], canvas: &mut Canvas<'_>) {
    let mut x = line.x;
    for &(cell, width) in columns {
        let (written, style) = written(cell, row, app.lang);
        if cell == Cell::Value {
            let free = width.saturating_sub(canvas.width(&written));
            canvas.put_short(x + free, line.y, width - free, &written, style);
        } else {
            canvas.put_short(x, line.y, width, &written, style);
        }
        x += width + 1;
    }
}

/// What stands in a cell, and how.
fn written(cell: Cell, row: &Row<'_>, lang: Lang) -> (String, Style) {
    match cell {
        // A line break may part digits and unit, and words.
        Cell::Printed => (text::clean(row.printed()).into_owned(), theme::FIGURE),
        Cell::Noun => (row.noun().unwrap_or_default().split_whitespace().collect(), theme::PLAIN),
        Cell::Value => (value(row, lang), theme::PLAIN),
        Cell::Unit => (row.figure.unit.to_string(), theme::PLAIN),
        Cell::Bound if row.figure.bound == Bound::Exact => (String::new(), theme::PLAIN),
        Cell::Bound => (table::bound_label(row.figure.bound).text(lang).to_owned(), theme::PLAIN),
        Cell::State => (table::state_label(row.figure.state).text(lang).to_owned(), theme::PLAIN),
        Cell::Place => (place(&row.place), theme::FAINT),
        Cell::Date => (row.date().map(|date| date.to_string()).unwrap_or_default(), theme::FAINT),
        Cell::Issue => (row.entry.plain_name(), theme::FAINT),
        Cell::Sentence => (row.sentence().to_owned(), theme::PLAIN),
    }
}

/// The value in the unit, of a range both ends.
fn value(row: &Row<'_>, lang: Lang) -> String {
    let amount = |value| number::amount(value, lang).trim_end().replace(' ', "");
    let low = amount(row.figure.value);
    row.figure.value_max.map_or(low.clone(), |high| format!("{low}~{}", amount(high)))
}

fn place(place: &Place) -> String {
    place.0.iter().map(u32::to_string).collect::<Vec<_>>().join("/")
}
