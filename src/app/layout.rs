//! Where the panes stand on a screen of a given size.

use super::{Focus, View};

/// A screen with fewer columns shows one line that says so.
pub const MIN_COLUMNS: u16 = 20;
/// A screen with fewer rows shows one line that says so.
pub const MIN_ROWS: u16 = 5;

/// From so many columns on, two panes stand side by side.
const TWO_PANES: u16 = 60;
/// From so many columns on, all three do.
const THREE_PANES: u16 = 100;
/// From so many rows on, the last line holds the key hints.
const WITH_HINTS: u16 = 8;
/// From so many columns on, a list stands beside the text; from so many rows on, above it.
const LIST_BESIDE: u16 = 140;
const LIST_ABOVE: u16 = 18;
/// No pane beside another is narrower than this.
const NARROWEST: u16 = 16;
/// No pane above another is lower than this.
const LOWEST: u16 = 5;
/// What the text keeps when the panes beside it are widened.
const NARROWEST_TEXT: u16 = 28;

/// A line of text is no longer than this: 48 Chinese characters.
const LONGEST_LINE: u16 = 96;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// First column, from 0.
    pub x: u16,
    /// First row, from 0.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The rows below the pane's head.
    pub const fn lines(self) -> usize {
        self.height.saturating_sub(1) as usize
    }

    /// The columns of the details pane that hold text, beside its gutter. From the end of a line that
    /// is much longer the eye does not find the next one.
    pub const fn text_columns(self) -> u16 {
        let room = self.width.saturating_sub(3);
        if room < LONGEST_LINE { room } else { LONGEST_LINE }
    }
}

/// Sizes that were changed by hand, in columns or rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Widths {
    /// Of the issues.
    pub issues: Option<u16>,
    /// Of the outline.
    pub outline: Option<u16>,
    /// Of a list beside the text.
    pub list: Option<u16>,
    /// The rows of a list above the text.
    pub list_rows: Option<u16>,
}

/// Where everything stands; `None` for what does not fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// The list of issues.
    pub issues: Option<Area>,
    /// The outline.
    pub outline: Option<Area>,
    /// The list of a view such as that of the figures.
    pub list: Option<Area>,
    /// The text.
    pub details: Option<Area>,
    /// The status line.
    pub status: Option<Area>,
    /// The key hints.
    pub hints: Option<Area>,
}

/// The layout of a screen of `size` columns and rows. Panes side by side have one column between
/// them for a rule; a pane above another has none, since the head of the lower one parts them.
pub fn layout(size: (u16, u16), view: View, focus: Focus, zoomed: bool, widths: Widths) -> Layout {
    let (columns, rows) = size;
    if columns < MIN_COLUMNS || rows < MIN_ROWS {
        return Layout::default();
    }
    let line = |y| Some(Area { x: 0, y, width: columns, height: 1 });
    let hints = u16::from(rows >= WITH_HINTS);
    let height = rows - 1 - hints;
    let mut layout = Layout {
        status: line(height),
        hints: if hints == 1 { line(rows - 1) } else { None },
        ..Layout::default()
    };
    let above = (TWO_PANES..LIST_BESIDE).contains(&columns) && height >= LIST_ABOVE;
    if view.is_list() && !zoomed && above {
        let rows = widths.list_rows.unwrap_or(height * 3 / 5).clamp(LOWEST, height - LOWEST);
        layout.list = Some(Area { x: 0, y: 0, width: columns, height: rows });
        layout.details = Some(Area { x: 0, y: rows, width: columns, height: height - rows });
        return layout;
    }
    let panes = if view.is_list() {
        list_panes(columns, focus, zoomed, widths)
    } else {
        panes(columns, focus, zoomed, widths)
    };
    let mut x = 0;
    for (pane, width) in panes {
        let area = Some(Area { x, y: 0, width, height });
        match pane {
            Focus::Issues => layout.issues = area,
            Focus::Outline => layout.outline = area,
            Focus::List => layout.list = area,
            Focus::Details => layout.details = area,
        }
        x += width + 1;
    }
    layout
}

/// The panes of a list view from left to right with their widths.
fn list_panes(columns: u16, focus: Focus, zoomed: bool, widths: Widths) -> Vec<(Focus, u16)> {
    if zoomed || columns < LIST_BESIDE {
        return vec![(focus, columns)];
    }
    let list = widths.list.unwrap_or(columns * 3 / 5).clamp(NARROWEST, columns - 1 - NARROWEST_TEXT);
    vec![(Focus::List, list), (Focus::Details, columns - 1 - list)]
}

/// The panes from left to right with their widths.
fn panes(columns: u16, focus: Focus, zoomed: bool, widths: Widths) -> Vec<(Focus, u16)> {
    if zoomed || columns < TWO_PANES {
        return vec![(focus, columns)];
    }
    if columns < THREE_PANES {
        let (left, right, own) = match focus {
            Focus::Issues => (Focus::Issues, Focus::Outline, widths.issues),
            _ => (Focus::Outline, Focus::Details, widths.outline),
        };
        let share = if focus == Focus::Issues { columns / 2 } else { columns * 2 / 5 };
        let width = own.unwrap_or(share).clamp(NARROWEST, columns - 1 - NARROWEST_TEXT);
        return vec![(left, width), (right, columns - 1 - width)];
    }
    let room = columns - 2 - NARROWEST_TEXT;
    let issues = widths.issues.unwrap_or((columns / 4).min(44)).clamp(NARROWEST, room - NARROWEST);
    let outline = widths.outline.unwrap_or((columns * 3 / 10).min(56)).clamp(NARROWEST, room - issues);
    let details = columns - 2 - issues - outline;
    vec![(Focus::Issues, issues), (Focus::Outline, outline), (Focus::Details, details)]
}
