//! From a written address to the bulletin and the place that it names.

use super::{Entry, Id, Library};
use crate::bulletin::{Address, Node, Place};
use crate::message::{Lang, Msg};
use crate::numeral;

/// Why an address leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressError {
    /// Nothing was written.
    Empty,
    /// No bulletin has this name.
    NoBulletin(String),
    /// Several bulletins have this name; their own names.
    Several(String, Vec<String>),
    /// A step is neither an Arabic nor a Chinese numeral.
    NoNumber(String),
    /// The part above exists, but not this step of it: what was asked for, how many there are.
    NoPart(String, usize),
}

impl AddressError {
    /// The message for a person: what is wrong, and what would be right.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Empty => Msg::AddressEmpty.fill(lang, &[]),
            Self::NoBulletin(name) => Msg::AddressNoBulletin.fill(lang, &[name]),
            Self::Several(name, names) => Msg::AddressSeveral.fill(lang, &[name, &names.join(" ")]),
            Self::NoNumber(step) => Msg::AddressNoNumber.fill(lang, &[step]),
            Self::NoPart(address, count) => Msg::AddressNoPart.fill(lang, &[address, &count.to_string()]),
        }
    }
}

impl Library {
    /// The bulletin and the place that an address names: `2022-12/1/3/2`, `2022-12/1/三/二`,
    /// `SERIAL:2022-12/1`, `PATH:2022-12/1`; `/1/3` is in the bulletin `current`. Full-width
    /// characters do as well, and zeros in front of a number do not matter.
    pub fn resolve(&self, written: &str, current: Option<Id>) -> Result<(Id, Place), AddressError> {
        let written = half_width(written.trim());
        let (name, steps) = split(&written);
        let id = match (name.is_empty(), steps.is_empty(), current) {
            (true, false, Some(current)) => current,
            (true, ..) => return Err(AddressError::Empty),
            (false, ..) => self.find(name)?,
        };
        let steps =
            steps.iter().map(|step| number(step).ok_or_else(|| AddressError::NoNumber((*step).to_owned())));
        let place = Place(steps.collect::<Result<_, _>>()?);
        self.part(id, place)
    }

    /// The address of a place as it is printed.
    pub fn address(&self, id: Id, place: &Place) -> Address {
        Address { name: self.name(id), place: place.clone() }
    }

    fn find(&self, name: &str) -> Result<Id, AddressError> {
        let (prefix, rest) = name.rsplit_once(':').unwrap_or(("", name));
        let (plain, position) = match rest.rsplit_once('~') {
            Some((plain, position)) => (plain, position.parse::<u32>().ok()),
            None => (rest, None),
        };
        let names = [plain, &without_zeros(plain)];
        let is_meant =
            |entry: &Entry| names.contains(&entry.plain_name().as_str()) && fits(entry, prefix, position);
        let found: Vec<Id> = self.loaded().filter(|&id| self.get(id).is_some_and(is_meant)).collect();
        match found.as_slice() {
            [] => Err(AddressError::NoBulletin(name.to_owned())),
            [id] => Ok(*id),
            several => {
                let names = several.iter().map(|&id| self.name(id)).collect();
                Err(AddressError::Several(name.to_owned(), names))
            }
        }
    }

    /// Checks that the place exists, and says which step of it does not.
    fn part(&self, id: Id, place: Place) -> Result<(Id, Place), AddressError> {
        let bulletin = &self.get(id).ok_or(AddressError::Empty)?.bulletin;
        if bulletin.node(&place).is_some() {
            return Ok((id, place));
        }
        let mut above = (Node::Bulletin(bulletin), false);
        for end in 1..=place.0.len() {
            let upto = Place(place.0.iter().copied().take(end).collect());
            above = match (bulletin.node(&upto), above) {
                (Some(node), _) => (node, false),
                (None, (article @ Node::Article(_), false)) if upto.0.ends_with(&[0]) => (article, true),
                (None, (node, lead)) => {
                    let asked = self.address(id, &upto).to_string();
                    return Err(AddressError::NoPart(asked, count(node, lead)));
                }
            };
        }
        Err(AddressError::NoPart(self.address(id, &place).to_string(), count(above.0, above.1)))
    }
}

/// How many parts can be counted below a node: of an article the sections, or the measures of its lead.
fn count(node: Node<'_>, lead: bool) -> usize {
    match node {
        Node::Article(article) if lead => article.lead_measures().count(),
        Node::Article(article) => article.sections.len(),
        _ => node.children().len(),
    }
}

/// Whether a serial or path in front, and a position in the file, are the entry's. A path may be
/// written from any of its folders on.
fn fits(entry: &Entry, prefix: &str, position: Option<u32>) -> bool {
    let path = half_width(&entry.full_path());
    let by_path = path == prefix || path.strip_suffix(prefix).is_some_and(|front| front.ends_with('/'));
    let prefixed = prefix.is_empty() || half_width(entry.serial()) == prefix || by_path;
    prefixed && position.is_none_or(|position| position == entry.position)
}

/// Splits `NAME/1/2` into the name and the steps. A name with a path in front has slashes of its
/// own; they all stand before its last colon.
fn split(written: &str) -> (&str, Vec<&str>) {
    let colon = written.rfind(':').map_or(0, |at| at + 1);
    let slash = written.get(colon..).and_then(|rest| rest.find('/')).map(|at| colon + at);
    let Some(slash) = slash else {
        return (written, Vec::new());
    };
    let (name, steps) = written.split_at(slash);
    (name, steps.split('/').filter(|step| !step.is_empty()).collect())
}

fn number(step: &str) -> Option<u32> {
    step.parse().ok().or_else(|| numeral::chinese(step).and_then(|value| u32::try_from(value).ok()))
}

/// `2022-03` and `2022-3` are the same issue.
fn without_zeros(plain: &str) -> String {
    match plain.rsplit_once('-') {
        Some((year, number)) => format!("{year}-{}", number.trim_start_matches('0')),
        None => plain.trim_start_matches('0').to_owned(),
    }
}

/// Full-width forms of ASCII (U+FF01–FF5E) as ASCII.
fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().map(half).collect()
}
