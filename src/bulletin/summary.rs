//! What a list says of a bulletin besides its masthead.

use serde::{Deserialize, Serialize};

use super::{Bulletin, Node};

/// What a list says of a bulletin besides its masthead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How many articles there are.
    pub articles: usize,
    /// How many measures they have.
    pub measures: usize,
    /// How many problems there are.
    pub problems: usize,
    /// The title of the first article that has one; else empty.
    pub title: Box<str>,
}

impl Summary {
    /// What there is to say of a bulletin.
    pub fn of(bulletin: &Bulletin) -> Self {
        Self {
            articles: bulletin.articles.len(),
            measures: measures(Node::Bulletin(bulletin)),
            problems: bulletin.problems.len(),
            title: bulletin.first_title().into(),
        }
    }
}

/// The measures below a part.
fn measures(node: Node<'_>) -> usize {
    let below = node.children().into_iter().map(|(_, child)| match child {
        Node::Measure(_) => 1,
        other => measures(other),
    });
    below.sum()
}
