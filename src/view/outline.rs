//! Draws the outline of the open issue.

use super::canvas::Canvas;
use super::glyph::Chrome;
use super::{head, select, theme};
use crate::app::{App, Area, Focus};
use crate::bulletin::{Bulletin, Node};
use crate::library::Entry;
use crate::message::Msg;
use crate::outline::Row;

/// The deepest indent, in steps of two columns.
const DEEPEST: u16 = 6;

/// Draws the pane; returns where the selected row stands.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let outline = &app.outline;
    let selection = outline.selection();
    let id = app.current();
    let entry = id.and_then(|id| app.library.get(id));
    let name = entry.map(Entry::plain_name).unwrap_or_default();
    head(app, area, Focus::Outline, (Msg::PaneOutline.text(app.lang), &name), canvas);
    let entry = entry?;
    let mut cursor = None;
    for (offset, row) in outline.rows().iter().skip(selection.top).take(area.lines()).enumerate() {
        let y = area.y + 1 + offset as u16;
        let line = Area { y, height: 1, ..area };
        draw_row(app, &entry.bulletin, row, line, canvas);
        if selection.top + offset == selection.row {
            let focused = app.focus == Focus::Outline;
            select(line, if focused { theme::SELECTED } else { theme::SELECTED_AWAY }, canvas);
            cursor = Some((area.x, y));
        }
    }
    cursor
}

fn draw_row(app: &App, bulletin: &Bulletin, row: &Row, line: Area, canvas: &mut Canvas<'_>) {
    let Some(node) = bulletin.node(&row.place) else {
        return;
    };
    let indent = 2 * row.depth.saturating_sub(1).min(DEEPEST);
    let mut x = line.x + indent.min(line.width / 2);
    let fold = match (row.parent && row.depth > 0, row.folded) {
        (false, _) => " ",
        (true, true) => canvas.chrome(Chrome::Folded),
        (true, false) => canvas.chrome(Chrome::Unfolded),
    };
    // In the colour of what follows: a change of colour takes bytes.
    let fold_style = if node.marker().is_some() { theme::MARKER } else { theme::TITLE };
    x += canvas.put(x, line.y, 1, fold, fold_style) + 1;
    let end = line.x + line.width;
    let counts = counts(app, row);
    let counts_width = canvas.width(&counts);
    let with_counts = end.saturating_sub(x) >= counts_width + 14;
    let end = if with_counts { end - counts_width } else { end };
    if let Some(marker) = node.marker() {
        x += canvas.put(x, line.y, end.saturating_sub(x), bulletin.text.get(marker), theme::MARKER);
    }
    let (label, style) = label(app, bulletin, node);
    canvas.put_short(x, line.y, end.saturating_sub(x), label, style);
    if with_counts {
        canvas.put(end, line.y, counts_width, &counts, theme::FAINT);
    }
}

fn label<'a>(app: &App, bulletin: &'a Bulletin, node: Node<'_>) -> (&'a str, ratatui::style::Style) {
    let label = bulletin.text.get(node.label());
    match node {
        Node::Bulletin(_) => {
            let title = bulletin.masthead.title.as_deref();
            (title.unwrap_or(Msg::NoSerial.text(app.lang)), theme::GROUP)
        }
        Node::Article(_) if label.is_empty() => (Msg::Untitled.text(app.lang), theme::TITLE),
        Node::Article(_) => (label, theme::TITLE),
        Node::Section(_) => (label, theme::SECTION),
        Node::Measure(_) => (label, theme::PLAIN),
    }
}

/// The measures and figures below a row: `3条 12数`.
fn counts(app: &App, row: &Row) -> String {
    let part = |count: u32, message: Msg| {
        if count == 0 { String::new() } else { format!(" {}", message.fill(app.lang, &[&count.to_string()])) }
    };
    part(row.measures, Msg::CountMeasures) + &part(row.figures, Msg::CountFigures)
}
