//! Sums as pictures: bars of groups, and columns through time.
//!
//! A picture is of one unit, and everything that a sum leaves out is told with it. [`Chart::of`] works
//! it out, [`lines`] sets it in lines of text; other forms are drawn from the same numbers.

mod lines;
mod time;

pub use lines::{Frame, Line, Piece, lines, notes, remarks, title};

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::library::Library;
use crate::numeral::number::Decimal;
use crate::table::{self, GroupBy, Query, Sheets, Spot, Total};

/// The whole of a [`Bar::share`].
pub const WHOLE: u32 = 10_000;

/// So many bars can be taken in at a look; of more, the greatest are drawn.
const MOST_BARS: usize = 60;

/// What kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A bar for each group, one below the other.
    Bar,
    /// A column for each year or month, one beside the other.
    Spark,
}

impl Kind {
    /// The names.
    pub const NAMES: [&'static str; 2] = ["bar", "spark"];

    /// The kind of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "bar" => Some(Self::Bar),
            "spark" => Some(Self::Spark),
            _ => None,
        }
    }
}

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The kind of picture.
    pub kind: Kind,
    /// Which figures. They are grouped by what it says, bars by year where it says nothing.
    pub query: Query,
    /// The unit; without it, of those that can be added the one with most figures.
    pub unit: Option<String>,
    /// Only figures that count just this.
    pub noun: Option<String>,
    /// So many columns through time at most.
    pub columns: usize,
}

/// A picture of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The kind of picture.
    pub kind: Kind,
    /// What the figures of a bar have in common.
    pub by: GroupBy,
    /// The unit.
    pub unit: String,
    /// What is counted, where only that is drawn.
    pub noun: Option<String>,
    /// The bars in order: of years, months and issues that of the library, else the greatest first.
    /// Through time a year or month without figures has a bar without a total.
    pub bars: Vec<Bar>,
    /// What all figures come to.
    pub whole: Option<Total>,
    /// How many groups are not drawn because they have less, or lie farther back, than those drawn.
    pub more: usize,
    /// How many figures have neither year nor date, and so no place in time.
    pub undated: usize,
    /// How many figures have other units.
    pub other_units: usize,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What its figures have in common; `None` for those that lack it.
    pub label: Option<String>,
    /// What they come to; `None` where there are none.
    pub total: Option<Total>,
    /// Its length as a part of the longest, in ten-thousandths ([`WHOLE`]).
    pub share: u32,
}

impl Chart {
    /// Works a picture out. `go_on` is asked again and again: `None` where it said no, or where no
    /// figure is left to be drawn.
    pub fn of(library: &Library, sheets: &Sheets, wanted: &Wanted, go_on: &dyn Fn() -> bool) -> Option<Self> {
        let by = match wanted.kind {
            Kind::Bar => wanted.query.group.unwrap_or(GroupBy::Year),
            Kind::Spark => GroupBy::Month,
        };
        let query = Query { sort: None, group: Some(by), ..wanted.query.clone() };
        let arranged = table::arrange(library, sheets, &query, go_on)?;
        let figures = Figures { library, sheets, noun: wanted.noun.as_deref() };
        let units = figures.units(arranged.spots());
        let most = units.iter().filter(|(unit, _)| table::is_additive(unit)).max_by_key(|(_, count)| **count);
        let unit = wanted.unit.clone().or_else(|| most.map(|(unit, _)| unit.clone()))?;
        let other_units = units.iter().filter(|(other, _)| **other != unit).map(|(_, count)| count).sum();
        let groups = arranged.headings().iter().map(|heading| {
            let spots = arranged.group(heading).iter().filter(|spot| figures.is_of(**spot, &unit));
            (heading.name.clone(), spots.copied().collect::<Vec<_>>())
        });
        let mut groups: Vec<_> = groups.filter(|(_, spots)| !spots.is_empty()).collect();
        let (mut by, mut undated, mut more) = (by, 0, 0);
        if wanted.kind == Kind::Spark {
            let timeline = time::timeline(library, groups, wanted.columns);
            (groups, by, undated, more) = (timeline.groups, timeline.by, timeline.undated, timeline.more);
        }
        let all: Vec<Spot> = groups.iter().flat_map(|(_, spots)| spots).copied().collect();
        let runs: Vec<&[Spot]> = groups.iter().map(|(_, spots)| spots.as_slice()).chain([&all[..]]).collect();
        let mut totals = table::totals(library, sheets, &runs, (&unit, &query.filter), go_on)?;
        let whole = totals.pop().flatten();
        whole.as_ref()?;
        let bars = groups.into_iter().zip(totals);
        let bars = bars.map(|((label, _), total)| Bar { label, total, share: 0 }).collect();
        let mut chart = Self {
            kind: wanted.kind,
            by,
            unit,
            noun: wanted.noun.clone(),
            bars,
            whole,
            more,
            undated,
            other_units,
        };
        if wanted.kind == Kind::Bar {
            chart.order();
        }
        chart.measure();
        Some(chart)
    }

    /// The greatest of the totals.
    pub fn greatest(&self) -> Option<&Total> {
        self.bars.iter().filter_map(|bar| bar.total.as_ref()).max_by_key(|total| total.low)
    }

    /// Puts the greatest first where the groups have no order of their own, and leaves the least out
    /// where there are too many.
    fn order(&mut self) {
        let low = |bar: &Bar| bar.total.as_ref().and_then(|total| total.low);
        if matches!(self.by, GroupBy::Noun | GroupBy::Serial | GroupBy::Unit) {
            self.bars.sort_by_key(|bar| Reverse(low(bar)));
        }
        if let Some(more) = self.bars.len().checked_sub(MOST_BARS) {
            let mut lows: Vec<Option<Decimal>> = self.bars.iter().map(low).collect();
            lows.sort_by_key(|low| Reverse(*low));
            let least = lows.get(MOST_BARS - 1).copied().flatten();
            self.bars.retain(|bar| low(bar) >= least);
            self.bars.truncate(MOST_BARS);
            self.more += more;
        }
    }

    /// Measures the bars by the longest.
    fn measure(&mut self) {
        let greatest = self.greatest().and_then(|total| total.low).unwrap_or_default();
        for bar in &mut self.bars {
            let low = bar.total.as_ref().and_then(|total| total.low).unwrap_or_default();
            let part = Decimal::fraction(low, greatest).and_then(|part| part.times(u64::from(WHOLE)));
            let part = part.map_or(0, Decimal::whole);
            bar.share = u32::try_from(part).unwrap_or_default().min(WHOLE);
            if low > Decimal::ZERO {
                // A little is more than nothing.
                bar.share = bar.share.max(1);
            }
        }
    }
}

/// The figures that may be drawn.
struct Figures<'a> {
    library: &'a Library,
    sheets: &'a Sheets,
    /// Only those that count just this.
    noun: Option<&'a str>,
}

impl Figures<'_> {
    /// The unit of a figure that may be drawn.
    fn unit(&self, spot: Spot) -> Option<&str> {
        let sheet = self.sheets.get(&spot.id)?;
        let bulletin = &self.library.get(spot.id)?.bulletin;
        let counts = |noun| sheet.noun_at(spot.at as usize, bulletin).is_some_and(|own| own == noun);
        self.noun.is_none_or(counts).then(|| sheet.unit_at(spot.at as usize))?
    }

    fn is_of(&self, spot: Spot, unit: &str) -> bool {
        self.unit(spot) == Some(unit)
    }

    /// How many figures there are of each unit.
    fn units(&self, spots: &[Spot]) -> BTreeMap<String, usize> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for unit in spots.iter().filter_map(|spot| self.unit(*spot)) {
            match counts.get_mut(unit) {
                Some(count) => *count += 1,
                None => drop(counts.insert(unit.to_owned(), 1)),
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests;
