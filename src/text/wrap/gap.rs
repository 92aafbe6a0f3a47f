//! How firmly a glyph is bound to the one before it.

use super::class::{Class, class};
use super::number::{Number, Sign, is_numeral};

/// The places between two glyphs, from the one that is free to break to the one that yields last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Free to break.
    Free,
    /// Between the parts of a date or a range, after a bullet.
    Loose,
    /// Between a number and its unit.
    Unit,
    /// In a word, an address of the web, a leader of dots. It is reached only where the word, with the
    /// punctuation that is bound to it, is longer than the line.
    Word,
    /// Before closing punctuation, after opening punctuation (行首行尾禁则).
    Kinsoku,
    /// In a number, a dash —— or an ellipsis ……
    Inside,
}

impl Gap {
    /// How many kinds there are.
    pub(super) const COUNT: usize = 6;
}

/// Reads the glyphs of a paragraph and says how firmly each is bound.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    /// The last glyph that is not blank.
    last: Option<Sign>,
    /// Whether a blank stands after it.
    blank: bool,
    number: Number,
    /// How often the last glyph stands there in a row, if it is — or …
    row: usize,
    /// Whether a straight " stands open.
    double_open: bool,
    /// Whether ' or ‘ stands open.
    single_open: bool,
}

impl Gaps {
    /// Takes note of a blank.
    pub(super) const fn blank(&mut self) {
        self.blank = true;
    }

    /// The gap before a glyph; of the first glyph of a paragraph it means nothing.
    #[inline]
    pub(super) fn before(&mut self, symbol: &str) -> Gap {
        let c = symbol.chars().next().unwrap_or(' ');
        let next = (c, self.class(c));
        // Most of a text is Han characters without numbers.
        let free = next.1 == Class::Ideograph
            && self.number == Number::None
            && matches!(self.last, Some((_, Class::Ideograph)))
            && !is_numeral(c);
        let gap = if free { Gap::Free } else { self.bound(next) };
        self.last = Some(next);
        self.blank = false;
        gap
    }

    /// The gap before a glyph that may be bound to the last one.
    fn bound(&mut self, next: Sign) -> Gap {
        let tight = !self.blank;
        let twin = tight && self.last == Some(next) && matches!(next.1, Class::Dots | Class::Dash);
        self.row = if twin { self.row + 1 } else { 1 };
        let gap = match self.last {
            // A leader or a rule of many may be broken between pairs.
            _ if twin && self.row % 2 == 1 => Gap::Word,
            _ if twin => Gap::Inside,
            Some(last) => between(self.number, last, next, tight),
            None => Gap::Free,
        };
        self.number = self.number.then(self.last, next, tight);
        gap
    }

    /// The class of a character; quotation marks of one shape open and close by pairing.
    fn class(&mut self, c: char) -> Class {
        let open = match class(c) {
            Class::Quote => &mut self.double_open,
            Class::Apostrophe => {
                let after_letter = matches!(self.last, Some((_, Class::Word))) && !self.blank;
                if after_letter && !self.single_open {
                    return Class::Word;
                }
                if c == '’' {
                    self.single_open = false;
                    return Class::Close;
                }
                &mut self.single_open
            }
            class => {
                self.single_open |= c == '‘';
                return class;
            }
        };
        *open = !*open;
        if *open { Class::Open } else { Class::Close }
    }
}

/// The gap between two glyphs; `tight` where no blank is between, `number` as read up to `last`.
fn between(number: Number, last: Sign, next: Sign, tight: bool) -> Gap {
    match (last.1, next.1) {
        (Class::Digit, Class::Digit) if tight => return Gap::Inside,
        (_, Class::Close | Class::Dots) | (Class::Open, _) => return Gap::Kinsoku,
        // In an address of the web, -, / and ~ are characters like others.
        (Class::Word | Class::CloseAscii | Class::Connector, Class::Connector)
            if tight && next.0.is_ascii() =>
        {
            return Gap::Word;
        }
        (_, Class::CloseAscii | Class::Connector) if tight => return Gap::Kinsoku,
        (Class::Glue, _) | (_, Class::Glue) => return Gap::Unit,
        _ => {}
    }
    if let Some(gap) = number.binds(last, next, tight) {
        return gap;
    }
    if tight && is_western(last) && is_western(next) {
        return Gap::Word;
    }
    match (last, next) {
        (('/' | '／', _), _) if tight => Gap::Kinsoku,
        ((_, Class::Bullet), (_, class)) if class != Class::Bullet => Gap::Loose,
        _ => Gap::Free,
    }
}

/// Whether a glyph may be part of a word, with the punctuation of addresses of the web.
const fn is_western((c, class): Sign) -> bool {
    match class {
        Class::Word | Class::Digit | Class::CloseAscii => true,
        _ => c.is_ascii_graphic(),
    }
}
