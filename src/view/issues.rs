//! Draws the list of issues.

use super::canvas::Canvas;
use super::glyph::Chrome;
use super::{head, select, theme};
use crate::app::{App, Area, Focus, IssueRow};
use crate::library::{Entry, Id};
use crate::message::Msg;

/// Columns of an issue's number: 2022-123.
const NUMBER: u16 = 8;
/// Columns of its date without the year: 11-10.
const DATE: u16 = 6;
/// Columns of the number of its articles.
const ARTICLES: u16 = 3;

/// Draws the pane; returns where the selected row stands.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let issues = &app.issues;
    let selection = issues.selection();
    let count = format!("{}/{}", issues.position(), app.library.len());
    head(app, area, Focus::Issues, (Msg::PaneIssues.text(app.lang), &count), canvas);
    let mut cursor = None;
    for (offset, row) in issues.rows().iter().skip(selection.top).take(area.lines()).enumerate() {
        let y = area.y + 1 + offset as u16;
        let line = Area { y, height: 1, ..area };
        match row {
            IssueRow::Serial(title, count) => serial(app, line, (title, *count), canvas),
            IssueRow::Year(year, count) => self::year(app, line, (*year, *count), canvas),
            IssueRow::Issue(id, skip) => {
                if let Some(entry) = app.library.get(*id) {
                    issue(app, line, (*id, entry, *skip), canvas);
                }
            }
        }
        if selection.top + offset == selection.row && matches!(row, IssueRow::Issue(..)) {
            let focused = app.focus == Focus::Issues;
            select(line, if focused { theme::SELECTED } else { theme::SELECTED_AWAY }, canvas);
            cursor = Some((area.x, y));
        }
    }
    if issues.rows().is_empty() {
        empty(app, area, canvas);
    }
    cursor
}

fn serial(app: &App, line: Area, (title, count): (&str, usize), canvas: &mut Canvas<'_>) {
    let title = if title.is_empty() { Msg::NoSerial.text(app.lang) } else { title };
    let count = format!(" {count}");
    let used = canvas.put_short(
        line.x,
        line.y,
        line.width.saturating_sub(canvas.width(&count)),
        title,
        theme::GROUP,
    );
    canvas.put(line.x + used, line.y, line.width - used, &count, theme::FAINT);
}

fn year(app: &App, line: Area, (year, count): (Option<u16>, usize), canvas: &mut Canvas<'_>) {
    let year = year.map_or_else(|| Msg::NoYear.text(app.lang).to_owned(), |year| year.to_string());
    let room = line.width.saturating_sub(1);
    let used = canvas.put(line.x + 1, line.y, room, &year, theme::TITLE);
    canvas.put(line.x + 1 + used, line.y, room.saturating_sub(used), &format!(" {count}"), theme::FAINT);
}

/// Number, date, title, number of articles; a narrow list leaves the date and the articles out.
fn issue(app: &App, line: Area, (_, entry, skip): (Id, &Entry, usize), canvas: &mut Canvas<'_>) {
    let room = line.width.saturating_sub(2);
    let (mut x, end) = (line.x + 2, line.x + line.width);
    x += NUMBER.min(room);
    canvas.put_short(line.x + 2, line.y, NUMBER.min(room), &entry.plain_name(), theme::FAINT);
    if room >= NUMBER + DATE + 12 {
        let date = entry.bulletin.masthead.date;
        let date = date.map(|date| date.to_string().chars().skip(5).collect::<String>()).unwrap_or_default();
        canvas.put(x + 1, line.y, DATE, &date, theme::PLAIN);
        x += DATE;
    }
    let title = entry.bulletin.first_title();
    let title = title.get(skip..).unwrap_or(title);
    let title = if title.is_empty() { Msg::Untitled.text(app.lang) } else { title };
    let articles = if room >= NUMBER + ARTICLES + 12 { ARTICLES } else { 0 };
    x += 1;
    if skip > 0 {
        x += canvas.put(x, line.y, end.saturating_sub(x), canvas.chrome(Chrome::Ellipsis), theme::FAINT);
    }
    canvas.put_short(x, line.y, end.saturating_sub(x + articles), title, theme::PLAIN);
    let count = format!("{:>2}", entry.bulletin.articles.len());
    canvas.put(end - articles + u16::from(articles > 0), line.y, articles, &count, theme::FAINT);
}

fn empty(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let message = match (app.narrow.articles(), app.loading.done) {
        (Some(_), _) => Msg::FilterEmpty,
        (None, true) => Msg::NoBulletins,
        (None, false) => Msg::Loading,
    };
    if area.height > 2 {
        canvas.put_short(
            area.x + 1,
            area.y + 2,
            area.width.saturating_sub(1),
            message.text(app.lang),
            theme::NOTICE,
        );
    }
}
