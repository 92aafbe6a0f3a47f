//! A bulletin's tree with folds as the rows that are visible.

use std::collections::BTreeSet;

use crate::bulletin::{Bulletin, Node, Place};
use crate::figure;

/// One visible row of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The part that the row stands for.
    pub place: Place,
    /// How deep it stands: 0 the bulletin, 1 an article.
    pub depth: u16,
    /// Whether it is a measure.
    pub measure: bool,
    /// Whether something hangs below it.
    pub parent: bool,
    /// Whether what hangs below it is hidden.
    pub folded: bool,
    /// The measures below it.
    pub measures: u32,
    /// The figures in its text and below it.
    pub figures: u32,
}

/// The folded parts of one bulletin.
pub type Folds = BTreeSet<Place>;

/// A bulletin's tree, every part of it, in reading order with what hangs below counted.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    rows: Vec<Row>,
}

impl Tree {
    /// The whole tree of a bulletin.
    pub fn new(bulletin: &Bulletin) -> Self {
        let mut tree = Self::default();
        tree.grow(bulletin, Node::Bulletin(bulletin), &Place::default());
        tree
    }

    /// Every row, folded or not.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows that no fold hides, `folded` set.
    pub fn visible(&self, folds: &Folds) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut hidden_below: Option<u16> = None;
        for row in &self.rows {
            if hidden_below.is_some_and(|depth| row.depth > depth) {
                continue;
            }
            let folded = row.parent && folds.contains(&row.place);
            hidden_below = folded.then_some(row.depth);
            rows.push(Row { folded, ..row.clone() });
        }
        rows
    }

    /// The index in `rows` of a part, or of the nearest part above it that is visible.
    pub fn find(rows: &[Row], place: &Place) -> usize {
        let mut wanted = Some(place.clone());
        while let Some(place) = wanted {
            if let Some(index) = rows.iter().position(|row| row.place == place) {
                return index;
            }
            wanted = place.parent();
        }
        0
    }

    fn grow(&mut self, bulletin: &Bulletin, node: Node<'_>, place: &Place) -> (u32, u32) {
        let own = self.rows.len();
        let depth = place.0.iter().filter(|&&step| step > 0).count() as u16;
        let (mut measures, mut figures) = (0, own_figures(bulletin, node));
        let children = node.children();
        let (parent, measure) = (!children.is_empty(), matches!(node, Node::Measure(_)));
        self.rows.push(Row {
            place: place.clone(),
            depth,
            measure,
            parent,
            folded: false,
            measures: 0,
            figures: 0,
        });
        for (steps, child) in children {
            let below = Place(place.0.iter().copied().chain(steps).collect());
            let (more_measures, more_figures) = self.grow(bulletin, child, &below);
            measures += more_measures + u32::from(matches!(child, Node::Measure(_)));
            figures += more_figures;
        }
        if let Some(row) = self.rows.get_mut(own) {
            (row.measures, row.figures) = (measures, figures);
        }
        (measures, figures)
    }
}

/// The figures in a part's own text, without those of the parts below it.
fn own_figures(bulletin: &Bulletin, node: Node<'_>) -> u32 {
    let mut count = 0;
    node.each_own_text(&mut |span| count += figure::figures(bulletin.text.get(span)).len() as u32);
    count
}

#[cfg(test)]
mod tests;
