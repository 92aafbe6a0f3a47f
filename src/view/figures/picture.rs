//! Draws a picture of the figures in the place of their list.

use crate::app::{App, Parts, Picture};
use crate::chart::{self, Frame, Piece};
use crate::message::Msg;
use crate::view::canvas::Canvas;
use crate::view::theme;

/// No picture through time is higher than this.
const HIGHEST: u16 = 16;

/// Draws the picture.
pub(super) fn draw(app: &App, picture: &Picture, parts: Parts, canvas: &mut Canvas<'_>) {
    let Some(chart) = picture.chart() else {
        let message = if picture.is_busy() { Msg::Drawing } else { Msg::NoChart };
        let room = parts.rows.width.saturating_sub(1);
        canvas.put_short(parts.rows.x + 1, parts.rows.y, room, message.text(app.lang), theme::NOTICE);
        return;
    };
    if let Some(line) = parts.names {
        canvas.put_short(line.x, line.y, line.width, &chart::title(chart, app.lang), theme::FAINT);
    }
    let area = parts.rows;
    // A line in words stands above the columns, one with the times below.
    let rows = usize::from(area.height.min(HIGHEST).saturating_sub(2).max(1));
    let frame = Frame {
        columns: usize::from(area.width),
        rows,
        mode: app.mode,
        blocks: canvas.has_blocks(),
        lang: app.lang,
    };
    let lines = chart::lines(chart, frame);
    for (line, y) in lines.iter().skip(picture.top()).zip(area.y..area.y + area.height) {
        let mut x = area.x;
        for (piece, text) in line {
            let style = match piece {
                Piece::Label => theme::FAINT,
                Piece::Bar => theme::FIGURE,
                Piece::Amount => theme::PLAIN,
            };
            x += canvas.put(x, y, (area.x + area.width).saturating_sub(x), text, style);
        }
    }
    let below = area.y + lines.len().saturating_sub(picture.top()) as u16;
    for (note, y) in chart::remarks(chart, app.lang).iter().zip(below..area.y + area.height) {
        canvas.put_short(area.x, y, area.width, note, theme::NOTICE);
    }
}
