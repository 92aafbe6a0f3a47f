//! Draws the text of the open issue.

use ratatui::style::Style;

use super::canvas::Canvas;
use super::glyph::Chrome;
use super::{head, theme};
use crate::app::{App, Area, Focus, Found};
use crate::bulletin::{Bulletin, Node, Place};
use crate::message::Msg;
use crate::page::{Block, CELL, Line, Mark, Role};

/// Draws the pane; returns where the line at the top stands.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let details = &app.details;
    let lines = details.lines();
    let place = app.place();
    let crumbs = breadcrumb(app, &place, canvas);
    let percent = 100 * (details.top() + 1).min(lines.len()) / lines.len().max(1);
    head(app, area, Focus::Details, (&crumbs, &format!("{percent}%")), canvas);
    let bar = canvas.chrome(Chrome::Bar);
    let bar_style = if app.focus == Focus::Details { theme::MARKER } else { theme::PLAIN };
    for (offset, line) in lines.iter().skip(details.top()).take(area.lines()).enumerate() {
        let y = area.y + 1 + offset as u16;
        let Some(block) = details.page().blocks.get(line.block) else {
            continue;
        };
        if block.role != Role::Blank && details.page().place_at(line.block) == place {
            canvas.put(area.x, y, 1, bar, bar_style);
        }
        draw_line(app, block, line, Area { x: area.x + 2, y, width: area.text_columns(), height: 1 }, canvas);
    }
    app.current().map(|_| (area.x, area.y + 1))
}

fn draw_line(app: &App, block: &Block, line: &Line, area: Area, canvas: &mut Canvas<'_>) {
    let text = block.text.get(line.start..line.end).unwrap_or_default();
    let found = app.find.in_block(line.block);
    let pointed = app.details.pointed().filter(|pointed| pointed.block == line.block);
    let indent = line.indent.min(area.width);
    if block.role == Role::Figure {
        return draw_figure(text, Area { x: area.x + indent, width: area.width - indent, ..area }, canvas);
    }
    canvas.put_styled(area.x + indent, area.y, area.width - indent, text, |byte| {
        let byte = line.start + byte;
        let style = style_at(block, found, byte);
        if pointed.is_some_and(|pointed| pointed.range.contains(&byte)) {
            style.patch(theme::POINTED)
        } else {
            style
        }
    });
}

/// Draws a row of the figures under a measure: as printed, value, state, what is counted.
fn draw_figure(row: &str, area: Area, canvas: &mut Canvas<'_>) {
    const WIDTHS: [u16; 4] = [11, 13, 4, u16::MAX];
    const STYLES: [Style; 4] = [theme::FIGURE, theme::FAINT, theme::FAINT, theme::FAINT];
    let end = area.x + area.width;
    let mut x = area.x;
    for ((cell, width), style) in row.split(CELL).zip(WIDTHS).zip(STYLES) {
        let width = width.min(end.saturating_sub(x));
        // In a narrow pane a long cell takes what it needs of the next one.
        let used = canvas.put_short(x, area.y, end.saturating_sub(x), cell, style);
        x += used.max(width) + 1;
    }
}

/// The style of a byte of a block: the block's own, what is marked, what was found.
fn style_at(block: &Block, found: &[Found], byte: usize) -> Style {
    let own = match block.role {
        Role::Serial => theme::GROUP,
        Role::Title => theme::TITLE,
        Role::Note => theme::FAINT,
        Role::Heading(_) => theme::HEADING,
        Role::Problem => theme::WRONG,
        Role::Fact | Role::Entry | Role::Body | Role::Measure | Role::Figure | Role::Blank => theme::PLAIN,
    };
    let marks = block.marks.iter().filter(|(range, _)| range.contains(&byte));
    let style = marks.fold(own, |style, (_, mark)| {
        style.patch(match mark {
            Mark::Label => theme::FAINT,
            Mark::Marker => theme::MARKER,
            Mark::Headline => theme::HEADLINE,
            Mark::Figure => theme::FIGURE,
        })
    });
    if found.iter().any(|found| found.range.contains(&byte)) { style.patch(theme::FOUND) } else { style }
}

/// Where the reader is: `2022-12 › 1 › 三、 › 二是 2/3`.
fn breadcrumb(app: &App, place: &Place, canvas: &Canvas<'_>) -> String {
    let Some(entry) = app.current().and_then(|id| app.library.get(id)) else {
        return Msg::PaneDetails.text(app.lang).to_owned();
    };
    let bulletin = &entry.bulletin;
    let mut crumbs = vec![entry.plain_name()];
    for end in 1..=place.0.len() {
        let upto = Place(place.0.iter().copied().take(end).collect());
        if let Some(node) = bulletin.node(&upto) {
            crumbs.push(crumb(bulletin, node, &upto));
        }
    }
    crumbs.join(&format!(" {} ", canvas.chrome(Chrome::Step)))
}

/// One step: the marker as printed, of an article its number, of a measure also its place in the series.
fn crumb(bulletin: &Bulletin, node: Node<'_>, place: &Place) -> String {
    let marker = node.marker().map(|marker| bulletin.text.get(marker));
    let step = place.0.last().copied().unwrap_or_default();
    match (marker, node) {
        (Some(marker), Node::Measure(_)) => {
            let series = match place.parent().and_then(|parent| bulletin.node(&parent)) {
                Some(Node::Section(section)) => section.measures.len(),
                Some(Node::Article(article)) => article.lead_measures().count(),
                _ => 0,
            };
            format!("{marker} {step}/{series}")
        }
        (Some(marker), _) => marker.to_owned(),
        (None, _) => step.to_string(),
    }
}
