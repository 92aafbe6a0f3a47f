//! The figures of a measure as a small table under its text.

use super::{Block, Role};
use crate::bulletin::{Bulletin, Place, Span};
use crate::figure;
use crate::message::Lang;
use crate::numeral::number;
use crate::query;

/// What parts the cells of a row.
pub const CELL: char = '\t';

/// A row for each figure of a run of text: as printed, the value in its unit, the state, what is counted.
pub(super) fn rows(bulletin: &Bulletin, span: Span, place: &Place, lang: Lang) -> Vec<Block> {
    let text = bulletin.text.get(span);
    let row = |figure: figure::Figure| {
        let amount = |value| number::amount(value, lang);
        let low = amount(figure.value);
        let value =
            figure.value_max.map_or(low.clone(), |high| format!("{}~{}", low.trim_end(), amount(high)));
        let words = |range: std::ops::Range<usize>| {
            let words = text.get(range).unwrap_or_default().split_whitespace();
            words.collect::<Vec<_>>().join(" ")
        };
        let cells = [
            words(figure.span),
            format!("{value}{}", figure.unit),
            query::state_label(figure.state).text(lang).to_owned(),
            figure.noun.map(words).unwrap_or_default(),
        ];
        let text = cells.join(&CELL.to_string());
        Block { role: Role::Figure, text, place: place.clone(), ..Block::default() }
    };
    figure::figures(text).into_iter().map(row).collect()
}
