//! The figures of one bulletin in little memory: ten thousand bulletins have nearly a million.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::{Field, Row, sentence};
use crate::bulletin::{Bulletin, Node, Place, Span};
use crate::figure::{self, Bound, Direction, Figure, State};
use crate::library::{Entry, Id, Library};
use crate::numeral::number::Decimal;

/// A bulletin with its name and its position in the library.
#[derive(Debug, Clone)]
pub struct Issue<'a> {
    /// The bulletin.
    pub id: Id,
    /// The bulletin with its file.
    pub entry: &'a Entry,
    /// Its name: the first part of its addresses.
    pub name: Arc<str>,
    /// Its position in the order of the library, from 0.
    pub position: u32,
}

impl<'a> Issue<'a> {
    /// The bulletins of a library in its order.
    pub fn all(library: &'a Library) -> impl Iterator<Item = Self> {
        library.iter().zip(0..).map(|((id, entry), position)| Self {
            id,
            entry,
            name: library.name(id).into(),
            position,
        })
    }
}

/// The figures of one bulletin as printed, packed: what figures share is held once.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    figures: Vec<Packed>,
    sentences: Vec<Sentence>,
    texts: Vec<Text>,
    units: Vec<Cow<'static, str>>,
    /// The greater values of ranges.
    greater: Vec<Decimal>,
}

/// A figure; its bytes are those of the text that its sentence stands in.
#[derive(Debug, Clone, Copy)]
struct Packed {
    value: Decimal,
    start: u32,
    end: u32,
    noun_start: u32,
    /// As great as `noun_start` where there is no noun.
    noun_end: u32,
    sentence: u32,
    /// Index in `greater`; `u32::MAX` for none.
    greater: u32,
    unit: u16,
    bound: Bound,
    state: State,
    direction: Option<Direction>,
}

/// A sentence that holds figures: which text, which of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sentence {
    text: u32,
    start: u32,
    end: u32,
}

/// A text that holds figures.
#[derive(Debug, Clone)]
struct Text {
    place: Place,
    field: Field,
    span: Span,
}

impl Sheet {
    /// Finds the figures of a bulletin.
    pub fn of(bulletin: &Bulletin) -> Self {
        let mut texts = Vec::new();
        collect(Node::Bulletin(bulletin), &Place::default(), &mut texts);
        // Paragraphs may stand between the parts below.
        texts.sort_by_key(|text| text.span.start);
        let mut sheet = Self::default();
        for text in texts {
            sheet.read(bulletin.text.get(text.span), text);
        }
        // A library has ten thousand of them.
        sheet.figures.shrink_to_fit();
        sheet.sentences.shrink_to_fit();
        sheet.texts.shrink_to_fit();
        sheet.units.shrink_to_fit();
        sheet.greater.shrink_to_fit();
        sheet
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// The figures as rows; `issue` is the bulletin that the sheet was made of.
    pub fn rows<'a>(&self, issue: &Issue<'a>) -> impl Iterator<Item = Row<'a>> {
        (0..self.figures.len()).filter_map(|at| self.row(at, issue))
    }

    /// The figure at a position as a row.
    pub fn row<'a>(&self, at: usize, issue: &Issue<'a>) -> Option<Row<'a>> {
        let packed = self.figures.get(at)?;
        let sentence = self.sentences.get(packed.sentence as usize)?;
        let text = self.texts.get(sentence.text as usize)?;
        Some(Row {
            id: issue.id,
            entry: issue.entry,
            name: Arc::clone(&issue.name),
            issue: issue.position,
            place: text.place.clone(),
            field: text.field,
            span: text.span,
            sentence: range(sentence.start, sentence.end),
            figure: self.unpack(packed),
        })
    }

    /// The unit of the figure at a position.
    pub fn unit_at(&self, at: usize) -> Option<&str> {
        let unit = self.figures.get(at)?.unit;
        self.units.get(usize::from(unit)).map(AsRef::as_ref)
    }

    /// What the figure at a position counts, without blanks; `bulletin` is that of the sheet.
    pub fn noun_at(&self, at: usize, bulletin: &Bulletin) -> Option<String> {
        let packed = self.figures.get(at)?;
        let sentence = self.sentences.get(packed.sentence as usize)?;
        let text = self.texts.get(sentence.text as usize)?;
        let noun = bulletin.text.get(text.span).get(range(packed.noun_start, packed.noun_end))?;
        Some(noun.split_whitespace().collect::<String>()).filter(|noun| !noun.is_empty())
    }

    /// The position of the first figure that stands at a byte of the bulletin's text or behind it.
    pub fn first_from(&self, byte: u32) -> usize {
        self.figures.partition_point(|packed| self.start(packed) < byte)
    }

    /// Where a figure begins in the bulletin's text.
    fn start(&self, packed: &Packed) -> u32 {
        let text = self.sentences.get(packed.sentence as usize).map(|sentence| sentence.text);
        let text = text.and_then(|text| self.texts.get(text as usize));
        text.map_or(0, |text| text.span.start) + packed.start
    }

    fn read(&mut self, whole: &str, text: Text) {
        let figures = figure::figures(whole);
        if figures.is_empty() {
            return;
        }
        let ends = sentence::ends(whole);
        for figure in figures {
            let around = sentence::around(whole, &ends, &figure.span);
            let sentence = Sentence {
                text: self.texts.len() as u32,
                start: around.start as u32,
                end: around.end as u32,
            };
            if self.sentences.last() != Some(&sentence) {
                self.sentences.push(sentence);
            }
            self.pack(figure);
        }
        self.texts.push(text);
    }

    /// Takes in a figure of the sentence read last.
    fn pack(&mut self, figure: Figure) {
        let unit = self.unit(figure.unit);
        let noun = figure.noun.unwrap_or_default();
        let greater = figure.value_max.map_or(u32::MAX, |value| {
            self.greater.push(value);
            self.greater.len() as u32 - 1
        });
        self.figures.push(Packed {
            value: figure.value,
            start: figure.span.start as u32,
            end: figure.span.end as u32,
            noun_start: noun.start as u32,
            noun_end: noun.end as u32,
            sentence: self.sentences.len() as u32 - 1,
            greater,
            unit,
            bound: figure.bound,
            state: figure.state,
            direction: figure.direction,
        });
    }

    /// The number of a unit; a bulletin that makes up more units than there are numbers loses the rest.
    fn unit(&mut self, name: Cow<'static, str>) -> u16 {
        let known = self.units.iter().position(|unit| *unit == name);
        let number = known.unwrap_or(self.units.len());
        if known.is_none() && number < usize::from(u16::MAX) {
            self.units.push(name);
        }
        u16::try_from(number).unwrap_or(u16::MAX)
    }

    fn unpack(&self, packed: &Packed) -> Figure {
        let noun = range(packed.noun_start, packed.noun_end);
        Figure {
            span: range(packed.start, packed.end),
            value: packed.value,
            value_max: self.greater.get(packed.greater as usize).copied(),
            unit: self.units.get(usize::from(packed.unit)).cloned().unwrap_or_default(),
            bound: packed.bound,
            state: packed.state,
            noun: Some(noun).filter(|noun| !noun.is_empty()),
            direction: packed.direction,
        }
    }
}

const fn range(start: u32, end: u32) -> Range<usize> {
    start as usize..end as usize
}

/// Every text of a part and of the parts below it.
fn collect(node: Node<'_>, place: &Place, texts: &mut Vec<Text>) {
    let label = match node {
        Node::Bulletin(_) => None,
        Node::Article(article) => Some((Field::Title, article.title)),
        Node::Section(section) => Some((Field::Heading, section.heading)),
        Node::Measure(measure) => measure.headline.map(|headline| (Field::Headline, headline)),
    };
    node.each_own_text(&mut |span| {
        let field = label.filter(|(_, label)| *label == span).map_or(Field::Text, |(field, _)| field);
        texts.push(Text { place: place.clone(), field, span });
    });
    for (steps, child) in node.children() {
        let below = Place(place.0.iter().copied().chain(steps).collect());
        collect(child, &below, texts);
    }
}
