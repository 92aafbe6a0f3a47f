//! Where a query cannot be understood, and what was expected there.

use super::Key;
use crate::figure::{Bound, State};
use crate::message::{Lang, Msg};

/// Why a part of a query cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The code point of the query where it happens, from 0.
    pub at: usize,
    /// What was expected there.
    pub expected: Expected,
}

/// What was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// Words, or a key.
    Words,
    /// One of the keys, instead of this word.
    Key(String),
    /// An operator behind this key.
    Operator(Key),
    /// `:` behind this key, whose values have no order.
    Colon(Key),
    /// Nothing else beside this key between `|`.
    Alone(Key),
    /// A value for this key.
    Value(Key),
    /// A closing quotation mark.
    Quote,
    /// A stroke that ends the regular expression.
    Stroke,
    /// A regular expression that is one, instead of this.
    Regex(String),
    /// An address, instead of this word.
    Address(String),
    /// A number, instead of this word.
    Number(String),
    /// A unit behind the number, instead of this word.
    Unit(String),
    /// The name of a state, instead of this word.
    State(String),
    /// The name of a bound, instead of this word.
    Bound(String),
    /// A year, instead of this word.
    Year(String),
    /// A date, instead of this word.
    Date(String),
}

impl QueryError {
    /// The message for a person: where, what was found, what would be right.
    pub fn message(&self, lang: Lang) -> String {
        let column = (self.at + 1).to_string();
        Msg::FilterAt.fill(lang, &[&column, &self.expected.message(lang)])
    }
}

impl Expected {
    fn message(&self, lang: Lang) -> String {
        let key_name = |key: &Key| own(key.names(), lang);
        match self {
            Self::Words => Msg::FilterKeyMissing.fill(lang, &[&keys(lang)]),
            Self::Key(word) => Msg::FilterNoKey.fill(lang, &[word, &keys(lang)]),
            Self::Operator(key) if key.is_ordered() => Msg::FilterOperator.fill(lang, &[key_name(key)]),
            Self::Operator(key) => Msg::FilterColonMissing.fill(lang, &[key_name(key)]),
            Self::Colon(key) => Msg::FilterColon.fill(lang, &[key_name(key)]),
            Self::Alone(key) => Msg::FilterAlone.fill(lang, &[key_name(key)]),
            Self::Value(key) => Msg::FilterValueMissing.fill(lang, &[key_name(key)]),
            Self::Quote => Msg::FilterQuote.text(lang).to_owned(),
            Self::Stroke => Msg::FilterStroke.text(lang).to_owned(),
            Self::Regex(why) => Msg::FilterRegex.fill(lang, &[why]),
            Self::Address(word) => Msg::FilterAddress.fill(lang, &[word]),
            Self::Number(word) => Msg::FilterNumber.fill(lang, &[word]),
            Self::Unit(word) => Msg::FilterUnit.fill(lang, &[word]),
            Self::State(word) => {
                let names: Vec<&str> = State::ALL.map(|state| own(state_names(state), lang)).to_vec();
                Msg::FilterState.fill(lang, &[word, &names.join(" ")])
            }
            Self::Bound(word) => {
                let names: Vec<&str> = Bound::ALL.map(|bound| own(bound_names(bound), lang)).to_vec();
                Msg::FilterBound.fill(lang, &[word, &names.join(" ")])
            }
            Self::Year(word) => Msg::FilterYear.fill(lang, &[word]),
            Self::Date(word) => Msg::FilterDate.fill(lang, &[word]),
        }
    }
}

/// The keys of the language in the person's language.
fn keys(lang: Lang) -> String {
    Key::ALL.map(|key| own(key.names(), lang)).join(" ")
}

/// The name in the person's language.
const fn own([english, chinese]: [&'static str; 2], lang: Lang) -> &'static str {
    match lang {
        Lang::En => english,
        Lang::Zh => chinese,
    }
}

/// How a state is written, in English and in Chinese.
pub(super) fn state_names(state: State) -> [&'static str; 2] {
    [state.name(), super::state_label(state).text(Lang::Zh)]
}

/// How a bound is written, in English and in Chinese.
pub(super) fn bound_names(bound: Bound) -> [&'static str; 2] {
    [bound.name(), super::bound_label(bound).text(Lang::Zh)]
}
