//! The card of a bulletin: masthead, contents, distribution, imprint, problems, with labels.

use super::{Block, Mark, Role};
use crate::bulletin::{Bulletin, Masthead, Place};
use crate::library::Entry;
use crate::message::{Lang, Msg};

/// Writes the card. Its first block opens the bulletin itself.
pub(super) fn write(entry: &Entry, lang: Lang, blocks: &mut Vec<Block>) {
    let Bulletin { masthead, problems, .. } = &entry.bulletin;
    let title = match &masthead.title {
        Some(title) => title.to_string(),
        None => Msg::NoSerial.text(lang).to_owned(),
    };
    blocks.push(Block { role: Role::Serial, text: title, opens: true, ..Block::default() });
    let mut fact = |label: Msg, value: Option<String>| {
        blocks.extend(value.map(|value| labelled(label.text(lang), &value, None)));
    };
    fact(Msg::LabelNumber, number(masthead, lang));
    fact(Msg::LabelIssuer, masthead.issuer.as_deref().map(str::to_owned));
    fact(Msg::LabelDate, masthead.date.map(|date| date.to_string()));
    fact(Msg::LabelMarks, Some(masthead.marks.join("　")).filter(|marks| !marks.is_empty()));
    contents(&entry.bulletin, lang, blocks);
    closing(&entry.bulletin, lang, blocks);
    blocks.push(Block::default());
    let file = format!("{}（{}）", entry.path, entry.encoding);
    blocks.push(labelled(Msg::LabelFile.text(lang), &file, None));
    for problem in problems {
        let label = Msg::LineNumber.fill(lang, &[&problem.line.to_string()]);
        let block = labelled(&label, &problem.message(lang), None);
        blocks.push(Block { role: Role::Problem, ..block });
    }
}

/// What stands for the title of an article without one.
pub(super) fn untitled(lang: Lang, place: &Place) -> Block {
    let text = Msg::Untitled.text(lang).to_owned();
    Block { role: Role::Title, text, place: place.clone(), ..Block::default() }
}

/// The number as it is written in full: 2022年第12期（总第345期）.
fn number(masthead: &Masthead, lang: Lang) -> Option<String> {
    let number = masthead.number.map(|number| {
        let end = masthead.number_end.map(|end| format!("-{end}")).unwrap_or_default();
        let year = masthead.year.map(|year| year.to_string()).unwrap_or_default();
        Msg::NumberOf.fill(lang, &[&year, &format!("{number}{end}")])
    });
    let total = masthead.total.map(|total| Msg::TotalNumber.fill(lang, &[&total.to_string()]));
    match (number, total) {
        (None, None) => None,
        (number, total) => Some(number.unwrap_or_default() + &total.unwrap_or_default()),
    }
}

fn contents(bulletin: &Bulletin, lang: Lang, blocks: &mut Vec<Block>) {
    if bulletin.contents.is_empty() {
        return;
    }
    blocks.push(Block::default());
    blocks.push(labelled(Msg::LabelContents.text(lang), "", None));
    for (&span, position) in bulletin.contents.iter().zip(1..) {
        let number = format!("{position}. ");
        let text = format!("{number}{}", bulletin.text.get(span));
        let marks = vec![(0..number.len(), Mark::Label)];
        blocks.push(Block { role: Role::Entry, text, marks, ..Block::default() });
    }
}

fn closing(bulletin: &Bulletin, lang: Lang, blocks: &mut Vec<Block>) {
    if bulletin.distribution.is_empty() && bulletin.imprint.is_none() {
        return;
    }
    blocks.push(Block::default());
    for line in &bulletin.distribution {
        let label = format!("{}：", bulletin.text.get(line.marker));
        blocks.push(labelled(&label, bulletin.text.get(line.text), Some(line.text.start)));
    }
    if let Some(imprint) = &bulletin.imprint {
        let issuer = imprint.issuer.map(|issuer| bulletin.text.get(issuer).to_owned());
        let date = imprint.date.map(|date| date.to_string());
        let copies = imprint.copies.map(|copies| Msg::Copies.fill(lang, &[&copies.to_string()]));
        let parts: Vec<String> = [issuer, date, copies].into_iter().flatten().collect();
        blocks.push(labelled(Msg::LabelImprint.text(lang), &parts.join("　"), None));
    }
}

/// A block of a label and a value. `source` is where the value stands in the bulletin's text.
fn labelled(label: &str, value: &str, source: Option<u32>) -> Block {
    let text = format!("{label}{value}");
    let source = source.map(|start| start.saturating_sub(label.len() as u32));
    Block { role: Role::Fact, marks: vec![(0..label.len(), Mark::Label)], text, source, ..Block::default() }
}
