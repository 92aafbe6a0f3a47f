//! Finds what of a new frame the terminal already shows some rows higher or lower.

use std::ops::Range;

/// Bytes that it takes to set a scroll region, to reach its edge and to give it up.
const COST: usize = 24;

/// A row is compared in so many pieces of about the same width: what moved may have changed a little,
/// as a bar in front of it.
pub(super) const PIECES: usize = 8;

/// What the search needs to know about a row of the new frame.
pub(super) type Row = [Piece; PIECES];

/// A piece of a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Piece {
    /// Equal for pieces that look the same.
    pub(super) hash: u64,
    /// About how many bytes it takes to write it.
    pub(super) bytes: usize,
}

/// Rows of the full width that are to be moved within a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The first row of the region.
    pub(super) top: usize,
    /// One past its last row.
    pub(super) bottom: usize,
    /// By how many rows, up or down.
    pub(super) way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up(usize),
    Down(usize),
}

/// The move that saves most bytes, where any saves some: `wanted` are the rows of the new frame,
/// `shown` the hashes of those on the terminal. `kept` tells for a wanted row and a shown one how many
/// bytes need not be written where the one shall stand in place of the other.
pub(super) fn find(
    wanted: &[Row],
    shown: &[[u64; PIECES]],
    kept: impl Fn(usize, usize) -> usize,
) -> Option<Scroll> {
    let in_place: Vec<usize> = (0..wanted.len()).map(|row| kept(row, row)).collect();
    let ways = (1..wanted.len()).flat_map(|rows| [Way::Up(rows), Way::Down(rows)]);
    let moves = ways.filter(|way| promised(wanted, shown, *way) > COST).filter_map(|way| {
        let gains: Vec<isize> = in_place
            .iter()
            .enumerate()
            .map(|(row, in_place)| match way.source(row).filter(|from| *from < wanted.len()) {
                Some(from) => kept(row, from).cast_signed() - in_place.cast_signed(),
                None => isize::MIN,
            })
            .collect();
        let (filled, gain) = best_run(&gains)?;
        let (region, freed) = match way {
            Way::Up(rows) => (filled.start..filled.end + rows, filled.end..filled.end + rows),
            Way::Down(rows) => (filled.start - rows..filled.end, filled.start - rows..filled.start),
        };
        // Rows that were right where they are must be written again.
        let lost: usize = in_place.iter().skip(freed.start).take(freed.len()).sum();
        let saved = gain.checked_sub(COST + way.bytes() + lost).filter(|saved| *saved > 0)?;
        Some((saved, Scroll { top: region.start, bottom: region.end, way }))
    });
    moves.max_by_key(|(saved, _)| *saved).map(|(_, scroll)| scroll)
}

impl Way {
    /// The row that comes to stand in `row`; it may lie below the screen.
    fn source(self, row: usize) -> Option<usize> {
        match self {
            Self::Up(rows) => Some(row + rows),
            Self::Down(rows) => row.checked_sub(rows),
        }
    }

    const fn bytes(self) -> usize {
        match self {
            Self::Up(rows) => rows,
            Self::Down(rows) => 2 * rows,
        }
    }
}

/// About how many bytes a move brings to their place. The ways that bring few need no closer look.
fn promised(wanted: &[Row], shown: &[[u64; PIECES]], way: Way) -> usize {
    let brought = wanted.iter().zip(shown).enumerate().filter_map(|(index, (row, old))| {
        let new = way.source(index).and_then(|from| shown.get(from))?;
        let pieces = row.iter().zip(old.iter().zip(new));
        Some(
            pieces
                .filter(|(piece, (old, new))| piece.hash == **new && piece.hash != **old)
                .map(|(piece, _)| piece.bytes)
                .sum::<usize>(),
        )
    });
    brought.sum()
}

/// The rows without a gap that gain most together, and what they gain.
fn best_run(gains: &[isize]) -> Option<(Range<usize>, usize)> {
    let (mut best, mut most) = (0..0, 0);
    let (mut start, mut sum) = (0, 0_isize);
    for (row, gain) in gains.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (row, 0);
        }
        sum = sum.saturating_add(*gain);
        if sum > most {
            (best, most) = (start..row + 1, sum);
        }
    }
    (!best.is_empty()).then(|| (best, most.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as letters, a blank for an empty one: the new ones, those on the terminal.
    fn check(wanted: &str, shown: &str, expected: Option<Scroll>) {
        let row = |letter: u8| {
            let mut row = Row::default();
            row[1] = Piece { hash: letter.into(), bytes: if letter == b' ' { 0 } else { 30 } };
            row
        };
        let wanted: Vec<Row> = wanted.bytes().map(row).collect();
        let shown: Vec<_> = shown.bytes().map(|letter| row(letter).map(|piece| piece.hash)).collect();
        let kept = |row: usize, from: usize| {
            if wanted[row][1].hash == shown[from][1] { wanted[row][1].bytes } else { 0 }
        };
        assert_eq!(find(&wanted, &shown, kept), expected);
    }

    const fn scroll(top: usize, bottom: usize, way: Way) -> Scroll {
        Scroll { top, bottom, way }
    }

    #[test]
    fn rows_that_moved_are_found() {
        check("hbcdefs", "habcdes", Some(scroll(1, 6, Way::Up(1))));
        check("hxabcds", "habcdes", Some(scroll(1, 6, Way::Down(1))));
        check("hdexyzs", "habcdes", Some(scroll(1, 6, Way::Up(3))));
        check("bcdefgh", "abcdefg", Some(scroll(0, 7, Way::Up(1))));
        check("bX", "ab", Some(scroll(0, 2, Way::Up(1))));
        // The rest of the screen stays.
        check("hbcxstuv", "habcstuv", Some(scroll(1, 4, Way::Up(1))));
    }

    #[test]
    fn what_saves_nothing_is_left_alone() {
        check("abcdefg", "abcdefg", None);
        check("abXdefg", "abcdefg", None);
        check("hxyz", "habc", None);
        // Empty rows are everywhere.
        check("ab     ", "      a", None);
        // What would have to be written again outweighs.
        check("bbtuXw", "xbtuvw", None);
    }
}
