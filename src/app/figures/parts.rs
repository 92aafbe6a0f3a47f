//! Where the parts of the list of figures stand.

use crate::app::Area;

/// Where the parts of the list stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts {
    /// The names of the columns; `None` where the list is too low for them.
    pub names: Option<Area>,
    /// The figures.
    pub rows: Area,
    /// What they come to.
    pub sum: Area,
}

impl Parts {
    /// The parts of a list in an area whose first row is its head.
    pub fn of(area: Area) -> Self {
        let lines = area.height.saturating_sub(1);
        let top = u16::from(lines >= 6);
        let sum = match lines {
            0..2 => 0,
            2..9 => 1,
            9..15 => 2,
            _ => 3,
        };
        let names = Area { y: area.y + 1, height: top, ..area };
        let rows = Area { y: names.y + top, height: lines - top - sum, ..area };
        let sum = Area { y: rows.y + rows.height, height: sum, ..area };
        Self { names: (top > 0).then_some(names), rows, sum }
    }
}
