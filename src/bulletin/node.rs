//! The parts of a bulletin as a tree: finding one by its place, walking all of them.

use super::{Article, Bulletin, Code, Measure, Paragraph, Place, Section, Span};

/// One part of a bulletin.
#[derive(Debug, Clone, Copy)]
pub enum Node<'a> {
    /// The whole.
    Bulletin(&'a Bulletin),
    /// An article.
    Article(&'a Article),
    /// A section of any level.
    Section(&'a Section),
    /// A measure of a section or a lead.
    Measure(&'a Measure),
}

impl<'a> Node<'a> {
    /// The part that a step leads to; `None` where there is no such part.
    fn child(self, step: u32) -> Option<Self> {
        let index = (step as usize).checked_sub(1)?;
        match self {
            Self::Bulletin(bulletin) => bulletin.articles.get(index).map(Node::Article),
            Self::Article(article) => article.sections.get(index).map(Node::Section),
            Self::Section(section) => {
                let measures = section.measures.len();
                section
                    .measures
                    .get(index)
                    .map(Node::Measure)
                    .or_else(|| section.sections.get(index.checked_sub(measures)?).map(Node::Section))
            }
            Self::Measure(_) => None,
        }
    }

    /// The parts directly below, with their places relative to this one.
    pub fn children(self) -> Children<'a> {
        let mut rows = Vec::new();
        match self {
            Self::Bulletin(bulletin) => {
                rows.extend(
                    numbered(&bulletin.articles, 0).map(|(step, it)| (vec![step], Node::Article(it))),
                );
            }
            Self::Article(article) => {
                let lead =
                    article.lead_measures().zip(1..).map(|(it, step)| (vec![0, step], Node::Measure(it)));
                rows.extend(lead);
                rows.extend(numbered(&article.sections, 0).map(|(step, it)| (vec![step], Node::Section(it))));
            }
            Self::Section(section) => {
                let measures = section.measures.len();
                rows.extend(numbered(&section.measures, 0).map(|(step, it)| (vec![step], Node::Measure(it))));
                rows.extend(
                    numbered(&section.sections, measures).map(|(step, it)| (vec![step], Node::Section(it))),
                );
            }
            Self::Measure(_) => {}
        }
        rows
    }

    /// Where the part begins in the bulletin's text: its marker, else its title.
    pub fn start(self) -> u32 {
        match self {
            Self::Bulletin(_) => 0,
            Self::Article(article) => article.title.start,
            Self::Section(section) => section.marker.start,
            Self::Measure(measure) => measure.marker.start,
        }
    }

    /// The title, heading or headline; of a measure without a headline, its text.
    pub fn label(self) -> Span {
        match self {
            Self::Bulletin(_) => Span::default(),
            Self::Article(article) => article.title,
            Self::Section(section) => section.heading,
            Self::Measure(measure) => measure.headline.unwrap_or(measure.text),
        }
    }

    /// The marker as printed; `None` where the part has none.
    pub fn marker(self) -> Option<Span> {
        match self {
            Self::Bulletin(_) | Self::Article(_) => None,
            Self::Section(section) => Some(section.marker),
            Self::Measure(measure) => Some(measure.marker),
        }
    }

    /// Calls `visit` with every run of running text of this part, without the parts below it.
    pub fn each_own_text(self, visit: &mut impl FnMut(Span)) {
        match self {
            Self::Bulletin(_) => {}
            Self::Article(article) => {
                visit(article.title);
                article.lead.iter().for_each(|paragraph| visit(paragraph.text));
            }
            Self::Section(section) => {
                visit(section.heading);
                section.paragraphs.iter().copied().for_each(visit);
            }
            Self::Measure(measure) => {
                measure.headline.into_iter().for_each(&mut *visit);
                visit(measure.text);
            }
        }
    }
}

/// The parts directly below a node, with the steps that lead to them.
pub type Children<'a> = Vec<(Vec<u32>, Node<'a>)>;

impl Bulletin {
    /// The part at a place; `None` where there is none.
    pub fn node(&self, place: &Place) -> Option<Node<'_>> {
        let mut node = Node::Bulletin(self);
        let mut steps = place.0.iter().copied();
        while let Some(step) = steps.next() {
            node = match (node, step) {
                (Node::Article(article), 0) => {
                    let index = (steps.next()? as usize).checked_sub(1)?;
                    Node::Measure(article.lead_measures().nth(index)?)
                }
                _ => node.child(step)?,
            };
        }
        Some(node)
    }

    /// Whether the contents name an article that is not there.
    pub fn lacks_article(&self) -> bool {
        self.problems.iter().any(|problem| problem.code == Code::MissingArticle)
    }

    /// The title of the first article that has one; else empty.
    pub fn first_title(&self) -> &str {
        let titles = self.articles.iter().map(|article| self.text.get(article.title));
        titles.into_iter().find(|title| !title.is_empty()).unwrap_or_default()
    }
}

impl Article {
    /// The measures of the lead, in order.
    pub fn lead_measures(&self) -> impl Iterator<Item = &Measure> + Clone {
        self.lead.iter().flat_map(|Paragraph { measures, .. }| measures)
    }
}

/// The items with their numbers, counted on from `before`.
fn numbered<T>(items: &[T], before: usize) -> impl Iterator<Item = (u32, &T)> {
    items.iter().enumerate().map(move |(index, item)| ((before + index + 1) as u32, item))
}
