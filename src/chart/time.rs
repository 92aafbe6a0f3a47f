//! Figures in time: a run of years or months without a gap.

use std::collections::BTreeMap;

use crate::library::Library;
use crate::table::{GroupBy, Spot};

/// Figures by years or months, from the first to the last.
pub(super) struct Timeline {
    pub(super) groups: Vec<(Option<String>, Vec<Spot>)>,
    /// [`GroupBy::Year`] or [`GroupBy::Month`].
    pub(super) by: GroupBy,
    /// Figures that have no place in time.
    pub(super) undated: usize,
    /// Years with figures before the first that is drawn.
    pub(super) more: usize,
}

/// Puts figures in a row of at most `columns` months, else years. Months need all dates to have one;
/// of too many years the last ones are taken.
pub(super) fn timeline(
    library: &Library,
    groups: Vec<(Option<String>, Vec<Spot>)>,
    columns: usize,
) -> Timeline {
    let spots: Vec<Spot> = groups.into_iter().flat_map(|(_, spots)| spots).collect();
    let months = periods(&spots, |spot| {
        let date = library.get(spot.id)?.bulletin.masthead.date?;
        Some(u32::from(date.year) * 12 + u32::from(date.month?) - 1)
    });
    let years = || periods(&spots, |spot| library.get(spot.id)?.year().map(u32::from));
    let (dated, by) = match months {
        (months, 0) if span(&months) <= columns => ((months, 0), GroupBy::Month),
        _ => (years(), GroupBy::Year),
    };
    let (mut found, undated) = dated;
    let last = found.keys().next_back().copied().unwrap_or_default();
    let first = found.keys().next().copied().unwrap_or(last + 1);
    let first = first.max((last + 1).saturating_sub(columns as u32));
    let more = found.range(..first).count();
    let name = |period: u32| match by {
        GroupBy::Month => format!("{}-{:02}", period / 12, period % 12 + 1),
        _ => period.to_string(),
    };
    let row = (first..=last).map(|period| (Some(name(period)), found.remove(&period).unwrap_or_default()));
    Timeline { groups: row.collect(), by, undated, more }
}

/// The figures by their period, and how many have none.
fn periods(spots: &[Spot], period: impl Fn(&Spot) -> Option<u32>) -> (BTreeMap<u32, Vec<Spot>>, usize) {
    let mut found: BTreeMap<u32, Vec<Spot>> = BTreeMap::new();
    let mut none = 0;
    for spot in spots {
        match period(spot) {
            Some(period) => found.entry(period).or_default().push(*spot),
            None => none += 1,
        }
    }
    (found, none)
}

/// How many periods there are from the first to the last.
fn span(found: &BTreeMap<u32, Vec<Spot>>) -> usize {
    let ends = found.keys().next().zip(found.keys().next_back());
    ends.map_or(0, |(first, last)| (last - first + 1) as usize)
}
