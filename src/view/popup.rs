//! Draws the window over the panes.

use super::canvas::Canvas;
use super::glyph::Chrome;
use super::{ruler, theme};
use crate::app::{App, Area, Input, Popup, help_lines, sum_lines};
use crate::message::Msg;
use crate::text::{self, Wrap};

/// The widest window, in columns.
const WIDEST: u16 = 90;

/// Draws the window, if there is one; returns where its cursor stands.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let area = inside(app);
    match app.popup.as_ref()? {
        Popup::Help { input, top } => Some(help(app, area, (input, *top), canvas)),
        Popup::Problems { selected } => Some(problems(app, area, *selected, canvas)),
        Popup::Ruler => {
            let inner = frame(Msg::TitleRuler.text(app.lang), area, canvas);
            Some(ruler::draw(app, inner, canvas))
        }
        Popup::Sum { top } => Some(sum(app, area, *top, canvas)),
    }
}

/// Where windows stand: over the panes, in the middle, the status line left free.
fn inside(app: &App) -> Area {
    let (columns, rows) = app.size;
    let width = columns.saturating_sub(2).clamp(1, WIDEST);
    let height = app.layout().status.map_or(rows, |status| status.y);
    let margin = u16::from(height > 12);
    Area { x: (columns - width) / 2, y: margin, width, height: height - 2 * margin }
}

/// Clears a window and draws its edges; returns what is left for its lines.
fn frame(title: &str, area: Area, canvas: &mut Canvas<'_>) -> Area {
    let rule = canvas.chrome(Chrome::Horizontal).repeat(usize::from(area.width));
    canvas.fill(area, theme::PLAIN);
    for y in [area.y, area.y + area.height - 1] {
        canvas.put(area.x, y, area.width, &rule, theme::RULE);
    }
    let sides = Area { y: area.y + 1, height: area.height.saturating_sub(2), width: 1, ..area };
    canvas.rule(sides);
    canvas.rule(Area { x: area.x + area.width - 1, ..sides });
    canvas.put_short(area.x + 2, area.y, area.width.saturating_sub(4), &format!(" {title} "), theme::TITLE);
    Area { x: area.x + 2, y: sides.y, width: area.width.saturating_sub(4), height: sides.height }
}

fn help(app: &App, area: Area, (input, top): (&Input, usize), canvas: &mut Canvas<'_>) -> (u16, u16) {
    let inner = frame(Msg::TitleHelp.text(app.lang), area, canvas);
    let label = Msg::LabelFilter.text(app.lang);
    let used = canvas.put(inner.x, inner.y, inner.width, label, theme::FAINT);
    let room = inner.width.saturating_sub(used + 1);
    canvas.put_short(inner.x + used, inner.y, room, &input.text(), theme::PLAIN);
    let cursor = inner.x + used + canvas.width(input.before()).min(room);
    let lines = help_lines(&input.text(), app.lang);
    let keys_width = (inner.width / 3).min(24);
    for (line, y) in lines.iter().skip(top).zip(inner.y + 1..inner.y + inner.height) {
        canvas.put_short(inner.x, y, keys_width, &line.keys, theme::KEY);
        let x = inner.x + keys_width + 1;
        canvas.put_short(x, y, inner.width - keys_width - 1, line.help, theme::PLAIN);
    }
    (cursor, inner.y)
}

fn sum(app: &App, area: Area, top: usize, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let inner = frame(Msg::TitleSum.text(app.lang), area, canvas);
    let (mut y, bottom) = (inner.y, inner.y + inner.height);
    for paragraph in sum_lines(app).iter().skip(top) {
        for line in text::wrap(paragraph, &Wrap::new(usize::from(inner.width), app.mode)) {
            if y < bottom {
                canvas.put(inner.x, y, inner.width, paragraph.get(line).unwrap_or_default(), theme::PLAIN);
            }
            y = y.saturating_add(1);
        }
    }
    (inner.x, inner.y)
}

fn problems(app: &App, area: Area, selected: usize, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let problems = app.library.problems();
    let title = Msg::TitleProblems.fill(app.lang, &[&problems.len().to_string()]);
    let inner = frame(&title, area, canvas);
    if problems.is_empty() {
        canvas.put_short(inner.x, inner.y, inner.width, Msg::NoProblems.text(app.lang), theme::NOTICE);
        return (inner.x, inner.y);
    }
    // Two lines for each problem: where, and what.
    let shown = (usize::from(inner.height) / 2).max(1);
    let top = selected.saturating_sub(shown - 1);
    let mut cursor = (inner.x, inner.y);
    for ((index, (path, problem)), y) in
        problems.iter().enumerate().skip(top).zip((inner.y..).step_by(2)).take(shown)
    {
        let place = if problem.line > 0 { format!("{path}:{}", problem.line) } else { (*path).to_owned() };
        canvas.put_short(inner.x, y, inner.width, &place, theme::TITLE);
        if y + 1 < inner.y + inner.height {
            let message = problem.message(app.lang);
            canvas.put_short(inner.x + 2, y + 1, inner.width.saturating_sub(2), &message, theme::WRONG);
        }
        if index == selected {
            canvas.restyle(Area { y, height: 1, ..inner }, theme::SELECTED);
            cursor = (inner.x, y);
        }
    }
    cursor
}
