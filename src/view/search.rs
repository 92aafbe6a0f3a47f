//! Draws the list of what was found.

use ratatui::style::Style;

use super::canvas::Canvas;
use super::glyph::Chrome;
use super::{head, select, theme};
use crate::app::{App, Area, Focus, HitLine, Search};
use crate::bulletin::Bulletin;
use crate::library::Entry;
use crate::message::Msg;
use crate::search::{ArticleHits, Field, Hit, IssueHits, Mark, excerpt};

/// Columns of the place in front of a hit.
const PLACE: u16 = 8;

/// Narrower lists show no places.
const WITH_PLACES: u16 = 44;

/// The fewest characters on either side of a hit.
const AROUND: usize = 4;

/// Draws the list; returns where the selected row stands.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let results = app.search.results();
    let title = Msg::PaneSearch.fill(app.lang, &[app.search.written()]);
    let counts = [results.found.len(), results.count].map(|count| count.to_string());
    let counts = Msg::SearchCount.fill(app.lang, &counts.each_ref().map(String::as_str));
    head(app, area, Focus::List, (&title, &counts), canvas);
    let mut y = area.y + 1;
    if Search::shows_heard(results, area) {
        heard(app, Area { y, height: 1, ..area }, canvas);
        y += 1;
    }
    let selection = app.search.selection();
    let rows = (area.y + area.height).saturating_sub(y);
    let mut cursor = None;
    for (offset, line) in (0..rows).zip(results.lines.iter().skip(selection.top)) {
        let row = Area { y: y + offset, height: 1, ..area };
        let is_selected = selection.top + usize::from(offset) == selection.row;
        // On a row of one colour what was found is underlined.
        let found =
            if is_selected && app.focus == Focus::List { theme::FOUND_SELECTED } else { theme::FOUND };
        draw_line(app, *line, (row, found), canvas);
        if is_selected {
            let style = if app.focus == Focus::List { theme::SELECTED } else { theme::SELECTED_AWAY };
            select(row, style, canvas);
            cursor = Some((row.x, row.y));
        }
    }
    if results.lines.is_empty() {
        let saved = app.saved.iter().zip(y + 2..area.y + area.height);
        for ((name, query), y) in saved {
            let used = canvas.put_short(area.x + 1, y, area.width / 3, &format!("@{name}"), theme::KEY) + 2;
            let room = area.width.saturating_sub(used + 1);
            canvas.put_short(area.x + 1 + used, y, room, query, theme::PLAIN);
        }
    }
    if results.lines.is_empty() && rows > 0 {
        let message = match (app.search.written().trim(), app.search.is_busy()) {
            ("", _) => Msg::SearchEmpty,
            (_, true) => Msg::Searching,
            (_, false) => Msg::NothingFound,
        };
        let room = area.width.saturating_sub(1);
        canvas.put_short(area.x + 1, y, room, message.text(app.lang), theme::NOTICE);
    }
    cursor
}

/// The words that were found by their sound, with how often, as many as there is room for.
fn heard(app: &App, line: Area, canvas: &mut Canvas<'_>) {
    let mut x = line.x + 1;
    for (word, count) in &app.search.results().heard {
        let count = count.to_string();
        let columns = canvas.width(word) + 1 + canvas.width(&count);
        if x + columns > line.x + line.width {
            break;
        }
        x += canvas.put(x, line.y, columns, word, theme::KEY) + 1;
        x += canvas.put(x, line.y, columns, &count, theme::FAINT) + 2;
    }
}

fn draw_line(app: &App, line: HitLine, (row, found): (Area, Style), canvas: &mut Canvas<'_>) {
    let results = app.search.results();
    let (HitLine::Issue(index) | HitLine::Article(index, _) | HitLine::Hit(index, ..)) = line;
    let Some(issue) = results.found.issue(index as usize) else { return };
    let Some(entry) = app.library.get(issue.id()) else { return };
    let article = |index: u32| issue.article(index as usize);
    match line {
        HitLine::Issue(_) => draw_issue(app, issue, entry, row, canvas),
        HitLine::Article(_, index) => {
            if let Some(article) = article(index) {
                draw_article(app, article, entry, row, canvas);
            }
        }
        HitLine::Hit(_, index, hit) => {
            let hit = article(index).and_then(|article| article.hit(hit as usize));
            if let Some(hit) = hit {
                draw_hit(app, hit, &entry.bulletin, (row, found), canvas);
            }
        }
    }
}

fn draw_issue(app: &App, issue: IssueHits<'_>, entry: &Entry, row: Area, canvas: &mut Canvas<'_>) {
    let date = entry.bulletin.masthead.date.map(|date| date.to_string()).unwrap_or_default();
    let mut x = row.x;
    for (text, style) in [(entry.plain_name(), theme::GROUP), (date, theme::FAINT)] {
        let room = (row.x + row.width).saturating_sub(x);
        x += canvas.put_short(x, row.y, room, &text, style) + 2;
    }
    let count = Msg::HitCount.fill(app.lang, &[&issue.count().to_string()]);
    let width = canvas.width(&count);
    let end = row.x + row.width;
    let room = end.saturating_sub(x + width + 1);
    canvas.put_short(x, row.y, room, entry.serial(), theme::PLAIN);
    if x + width < end {
        canvas.put(end - width, row.y, width, &count, theme::FAINT);
    }
}

fn draw_article(app: &App, article: ArticleHits<'_>, entry: &Entry, row: Area, canvas: &mut Canvas<'_>) {
    let bulletin = &entry.bulletin;
    let index = (article.number() as usize).saturating_sub(1);
    let title = bulletin.articles.get(index).map(|article| bulletin.text.get(article.title));
    let title = title.filter(|title| !title.is_empty()).unwrap_or(Msg::Untitled.text(app.lang));
    canvas.put_short(row.x + 2, row.y, row.width.saturating_sub(2), title, theme::TITLE);
}

/// A hit: of a title the title, else the place and the words around.
fn draw_hit(
    app: &App,
    hit: Hit<'_>,
    bulletin: &Bulletin,
    (row, found): (Area, Style),
    canvas: &mut Canvas<'_>,
) {
    let text = &bulletin.text;
    let mut x = row.x + 2;
    if hit.field != Field::Title && row.width >= WITH_PLACES {
        let steps: Vec<String> = hit.place(bulletin).0.iter().skip(1).map(u32::to_string).collect();
        let card = Msg::PlaceCard.text(app.lang).to_owned();
        let place = if hit.field == Field::Card { card } else { steps.join("/") };
        canvas.put_short(x + 2, row.y, PLACE, &place, theme::FAINT);
        x += PLACE + 3;
    } else if hit.field != Field::Title {
        x += 2;
    }
    let end = row.x + row.width;
    let room = end.saturating_sub(x);
    let width = hit.marks.first().map_or(0, |mark: &Mark| canvas.width(text.get(mark.span)));
    // A character of Chinese takes two columns; what is left out takes some as well.
    let around = (usize::from(room.saturating_sub(width + 4)) / 4).max(AROUND);
    let plain = match hit.field {
        Field::Title => theme::TITLE,
        Field::Heading => theme::HEADING,
        Field::Headline | Field::Text | Field::Card => theme::PLAIN,
    };
    excerpt(text, hit, around, true, |piece| {
        let room = end.saturating_sub(x);
        x += match (piece.is_gap(), piece.is_mark) {
            (true, _) => canvas.put(x, row.y, room, canvas.chrome(Chrome::Ellipsis), theme::RULE),
            (_, true) => canvas.put(x, row.y, room, text.get(piece.span), plain.patch(found)),
            _ => canvas.put(x, row.y, room, text.get(piece.span), plain),
        };
    });
}
