//! Draws the page that shows how ambiguous characters can be laid out.

use super::canvas::Canvas;
use super::theme;
use crate::app::{App, Area, SAMPLE};
use crate::message::Msg;
use crate::text::{self, Ambiguous, Wrap};

/// Columns of a key and a name in front of the signs.
const NAMES: u16 = 9;

/// Draws the page into a window; returns where the mode stands that holds.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let bottom = area.y + area.height;
    let below = |y: u16| Area { y: y.min(bottom), height: bottom.saturating_sub(y), ..area };
    // A tall window has room for empty lines between the parts.
    let gap = u16::from(area.height > 12);
    let mut y = gap + paragraph(app, Msg::RulerHow, area, canvas);
    let mut cursor = (area.x, area.y);
    let room = area.width.saturating_sub(NAMES);
    for (mode, line) in Ambiguous::ALL.into_iter().zip(y..bottom) {
        let style = if mode == app.mode { theme::SELECTED } else { theme::KEY };
        canvas.put(area.x, line, NAMES.min(area.width), &format!(" {} ", mode.name()), style);
        let used = canvas.with(mode).put(area.x + NAMES, line, room, SAMPLE, theme::PLAIN);
        // Written without a gap: a multiplexer would move over one to the right place.
        let rest = "-".repeat(usize::from(room - used));
        canvas.put(area.x + NAMES + used, line, room - used, &rest, theme::PLAIN);
        if mode == app.mode {
            cursor = (area.x, line);
        }
        y = line + 1;
    }
    if y < bottom {
        canvas.put(area.x, y, NAMES.min(area.width), " auto ", theme::KEY);
        canvas.put_short(area.x + NAMES, y, room, Msg::RulerAsks.text(app.lang), theme::PLAIN);
    }
    paragraph(app, Msg::RulerKeeps, below(y + 1 + gap), canvas);
    cursor
}

/// Draws a message over as many lines as it needs; returns the row after it.
fn paragraph(app: &App, message: Msg, area: Area, canvas: &mut Canvas<'_>) -> u16 {
    let text = message.text(app.lang);
    let lines = text::wrap(text, &Wrap::new(usize::from(area.width), app.mode));
    let mut y = area.y;
    for line in lines.into_iter().take(usize::from(area.height)) {
        canvas.put(area.x, y, area.width, text.get(line).unwrap_or_default(), theme::PLAIN);
        y += 1;
    }
    y
}
