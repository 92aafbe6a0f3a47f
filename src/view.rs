//! Draws the state into a buffer of cells.

mod canvas;
mod details;
mod figures;
mod glyph;
mod issues;
mod outline;
mod popup;
mod ruler;
mod search;
mod status;
mod theme;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::{App, Area, Focus, Popup, View};
use crate::message::Msg;
use crate::text::Ambiguous;
use canvas::Canvas;

/// Draws the whole screen into `buffer`, which must be as large as the terminal. Returns the
/// column and the row, from 0, where the cursor stands: on the selected row or in the line that is
/// being written, for screen readers and the input method's window.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let mut canvas = Canvas::new(buffer, app.mode, app.ascii);
    let layout = app.layout();
    let Some(status) = layout.status else {
        return too_small(app, &mut canvas);
    };
    let mut cursor = None;
    let panes = [
        (layout.issues, Focus::Issues, issues::draw as Pane),
        (layout.outline, Focus::Outline, outline::draw),
        (layout.list, Focus::List, list),
        (layout.details, Focus::Details, details::draw),
    ];
    for (area, pane, draw) in panes {
        let Some(area) = area else { continue };
        let selected = draw(app, area, &mut canvas);
        if app.focus == pane {
            cursor = selected;
        }
        if area.x > 0 {
            canvas.rule(Area { x: area.x - 1, width: 1, ..area });
        }
    }
    let written = status::draw(app, status, &mut canvas);
    if let Some(hints) = layout.hints {
        status::hints(app, hints, &mut canvas);
    }
    let over = popup::draw(app, &mut canvas);
    written.or(over).or(cursor)
}

/// Whether blanks are to be laid under glyphs of two columns that a terminal may draw in one.
pub fn needs_underlay(app: &App) -> bool {
    // The ruler shows layouts that are wrong for the terminal; nothing old may shine through.
    matches!(app.mode, Ambiguous::Both | Ambiguous::Subst) || app.popup == Some(Popup::Ruler)
}

/// Draws the list of the view.
fn list(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    match app.view {
        View::Bulletins => None,
        View::Figures => figures::draw(app, area, canvas),
        View::Search => search::draw(app, area, canvas),
    }
}

/// So many columns of a selected row show that it is.
const SELECTED_COLUMNS: u16 = 64;

/// Draws one pane; returns where its selection stands.
type Pane = fn(&App, Area, &mut Canvas<'_>) -> Option<(u16, u16)>;

fn too_small(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let (columns, rows) = app.size;
    let message = Msg::TooSmall.fill(app.lang, &[&columns.to_string(), &rows.to_string()]);
    canvas.put(0, 0, columns, &message, theme::PLAIN);
    None
}

/// Shows that a row is selected: as far as it catches the eye. To draw it costs as many bytes on a wide
/// screen as on a narrow one.
fn select(row: Area, style: Style, canvas: &mut Canvas<'_>) {
    canvas.restyle(Area { width: row.width.min(SELECTED_COLUMNS), ..row }, style);
}

/// Draws the head of a pane: its name and what stands at its right end.
fn head(app: &App, area: Area, pane: Focus, texts: (&str, &str), canvas: &mut Canvas<'_>) {
    let (name, right) = texts;
    let style = if app.focus == pane { theme::HEAD_FOCUSED } else { theme::HEAD };
    canvas.fill(Area { height: 1, ..area }, style);
    let room = area.width.saturating_sub(1);
    let right_width = canvas.width(right).min(room / 2);
    let left = room.saturating_sub(right_width + 1);
    canvas.put_short(area.x + 1, area.y, left, name, style);
    canvas.put_short(area.x + area.width - right_width, area.y, right_width, right, style);
}
