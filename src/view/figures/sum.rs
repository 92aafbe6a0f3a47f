//! Draws what the figures come to.

use ratatui::style::Style;

use crate::app::{App, Area, Picture};
use crate::message::Msg;
use crate::text;
use crate::view::canvas::Canvas;
use crate::view::theme;

/// Draws what the figures come to, what is not in it, and the caveat, in as many lines as there are.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let figures = &app.figures;
    if area.height == 0 || figures.unit().is_empty() {
        return;
    }
    let picture = figures.picture();
    let unit = text::clean(picture.map_or(figures.unit(), Picture::unit));
    let total = match picture {
        Some(picture) => picture.chart().and_then(|chart| chart.whole.as_ref()),
        None => figures.total(),
    };
    let (head, gist) = match total {
        Some(total) => (total.head(app.lang), total.gist(app.lang)),
        None if picture.is_some_and(|picture| !picture.is_busy()) => {
            (Msg::SumNothing.fill(app.lang, &[&unit]), String::new())
        }
        None => (Msg::SumReckons.fill(app.lang, &[&unit]), String::new()),
    };
    let group = figures.arranged().heading_of(figures.position()).filter(|_| picture.is_none());
    let head = match group {
        None => Msg::SumOf.fill(app.lang, &[&head]),
        Some(group) => Msg::SumOfGroup.fill(app.lang, &[super::heading_name(group, app.lang), &head]),
    };
    let caveats = [Msg::SumCaveat, Msg::SumShortCaveat, Msg::SumTinyCaveat].map(|it| it.text(app.lang));
    let [full, short, tiny] = caveats;
    let line = |row: u16| Area { y: area.y + row, height: 1, ..area };
    let fits = |caveat: &str, room: u16| canvas.width(caveat) <= room;
    match area.height {
        1 => {
            let room = area.width.saturating_sub(canvas.width(tiny) + 1);
            let short = total.and_then(|total| total.amount(app.lang)).filter(|_| !fits(&head, room));
            two_ends(line(0), (&short.unwrap_or(head), theme::TITLE), tiny, canvas);
        }
        2 => {
            let short = if fits(short, area.width / 2) || gist.is_empty() { short } else { tiny };
            two_ends(line(0), (&head, theme::TITLE), "", canvas);
            if gist.is_empty() {
                two_ends(line(1), (short, theme::FAINT), "", canvas);
            } else {
                two_ends(line(1), (&gist, theme::NOTICE), short, canvas);
            }
        }
        _ => {
            let full = if fits(full, area.width) { full } else { short };
            two_ends(line(0), (&head, theme::TITLE), "", canvas);
            two_ends(line(1), (&gist, theme::NOTICE), "", canvas);
            two_ends(line(2), (full, theme::FAINT), "", canvas);
        }
    }
}

/// Draws a text, shortened so that another one stands whole at the right end.
fn two_ends(line: Area, (left, style): (&str, Style), right: &str, canvas: &mut Canvas<'_>) {
    let width = canvas.width(right).min(line.width);
    let room = line.width - width;
    canvas.put(line.x + room, line.y, width, right, theme::FAINT);
    canvas.put_short(line.x, line.y, room.saturating_sub(u16::from(width > 0)), left, style);
}
