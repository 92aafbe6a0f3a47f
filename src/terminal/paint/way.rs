//! The shortest way of the cursor from where it is to where it shall be.

use std::fmt::Write;

use ratatui::layout::Position;

/// What is known about the cursor's place, in columns and rows from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Unknown,
    Row(u16),
    Known(Position),
}

/// What brings the cursor there: every way in control characters and sequences that all terminals
/// know (ECMA-48) is weighed, and the shortest taken. No scroll region may be set.
pub(super) fn way(at: Place, to: Position) -> String {
    let (row, column) = match at {
        Place::Unknown => return absolute(to),
        Place::Row(row) => (row, None),
        Place::Known(at) => (at.y, Some(at.x)),
    };
    let way = up_or_down(row, to.y) + &along(column, to.x);
    // A place is the longest of all ways within a row, and known without weighing.
    if row == to.y || way.len() <= absolute(to).len() { way } else { absolute(to) }
}

/// To a place (CUP), whose row and column are the first where they are left out.
fn absolute(to: Position) -> String {
    match (to.x, to.y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, row) => format!("\x1b[{}H", row + 1),
        (column, 0) => format!("\x1b[;{}H", column + 1),
        (column, row) => format!("\x1b[{};{}H", row + 1, column + 1),
    }
}

/// To a row, in whatever column. A line feed keeps to its column, as the mode is raw.
fn up_or_down(from: u16, to: u16) -> String {
    let mut way = String::new();
    match (to.saturating_sub(from), from.saturating_sub(to)) {
        (down @ 1..=3, _) => (0..down).for_each(|_| way.push('\n')),
        (0, up) => by(&mut way, up, 'A'),
        (down, _) => by(&mut way, down, 'B'),
    }
    way
}

/// To a column of the row; from one that may be unknown.
fn along(from: Option<u16>, to: u16) -> String {
    if from == Some(to) {
        return String::new();
    }
    if to == 0 {
        return "\r".to_owned();
    }
    let absolute = format!("\x1b[{}G", to + 1);
    let Some(from) = from else { return absolute };
    let mut relative = String::new();
    match from.saturating_sub(to) {
        0 => by(&mut relative, to - from, 'C'),
        back @ 1..=4 => (0..back).for_each(|_| relative.push('\x08')),
        back => by(&mut relative, back, 'D'),
    }
    if relative.len() <= absolute.len() { relative } else { absolute }
}

/// So many steps (CUU, CUD, CUF, CUB); none is none, and one is left out.
fn by(way: &mut String, steps: u16, last: char) {
    // Writing into a string cannot fail.
    let _ = match steps {
        0 => Ok(()),
        1 => write!(way, "\x1b[{last}"),
        _ => write!(way, "\x1b[{steps}{last}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(at: Place, to: (u16, u16), expected: &str) {
        assert_eq!(way(at, Position::from(to)), expected, "{at:?} {to:?}");
    }

    fn known(column: u16, row: u16) -> Place {
        Place::Known(Position::new(column, row))
    }

    #[test]
    fn the_shortest_way_is_taken() {
        check(Place::Unknown, (0, 0), "\x1b[H");
        check(Place::Unknown, (0, 4), "\x1b[5H");
        check(Place::Unknown, (9, 0), "\x1b[;10H");
        check(Place::Unknown, (9, 4), "\x1b[5;10H");
        check(Place::Row(4), (0, 4), "\r");
        check(Place::Row(4), (9, 4), "\x1b[10G");
        check(Place::Row(4), (0, 6), "\n\n\r");
        check(Place::Row(4), (9, 5), "\n\x1b[10G");
        check(Place::Row(4), (9, 3), "\x1b[4;10H");
        check(known(9, 4), (9, 4), "");
        check(known(9, 4), (10, 4), "\x1b[C");
        check(known(9, 4), (108, 4), "\x1b[99C");
        check(known(9, 4), (7, 4), "\x08\x08");
        check(known(119, 4), (9, 4), "\x1b[10G");
        check(known(105, 4), (100, 4), "\x1b[5D");
        check(known(9, 4), (9, 5), "\n");
        check(known(9, 4), (9, 14), "\x1b[10B");
        check(known(9, 14), (9, 4), "\x1b[10A");
        check(known(9, 4), (8, 5), "\n\x08");
    }
}
