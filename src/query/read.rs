//! The reader of queries: one pass over the characters, from left to right.

use super::error::{Expected, QueryError};
use super::value::{Operator, Word, test};
use super::{Clause, Key, Query, Scope, Test, Words, is_operator};
use crate::numeral::plain;

/// The query as far as it can be understood.
pub(super) fn query(written: &str) -> Query {
    let mut reader = Reader { chars: written.chars().collect(), at: 0, errors: Vec::new() };
    let mut clauses = Vec::new();
    loop {
        reader.skip_while(char::is_whitespace);
        if reader.peek().is_none() {
            return Query { clauses, errors: reader.errors };
        }
        clauses.extend(reader.clause());
    }
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    errors: Vec<QueryError>,
}

/// What a key and its operator ask for; words without a key stand anywhere.
type Asked = Option<(Key, Operator)>;

impl Reader {
    fn clause(&mut self) -> Option<Clause> {
        let at = self.at;
        let negated = self.peek() == Some('-');
        self.at += usize::from(negated);
        let mut tests = Vec::new();
        let mut asked = None;
        loop {
            match self.test(&mut asked) {
                Ok(test) => tests.push(test),
                Err(error) => {
                    self.errors.push(error);
                    self.skip_while(|c| !c.is_whitespace() && c != '|');
                }
            }
            if self.peek() != Some('|') {
                break;
            }
            self.at += 1;
        }
        let is_place = |test: &Test| matches!(test, Test::Place(..));
        // Places say where to look, words what for.
        if tests.iter().any(is_place) && !tests.iter().all(is_place) {
            self.errors.push(QueryError { at, expected: Expected::Alone(Key::Place) });
            tests.retain(is_place);
        }
        (!tests.is_empty()).then_some(Clause { at, negated, tests })
    }

    /// A test; without a key of its own it has that of the one before.
    fn test(&mut self, asked: &mut Asked) -> Result<Test, QueryError> {
        *asked = self.key()?.or(*asked);
        let Some((key, operator)) = *asked else {
            let words = self.words()?.ok_or_else(|| self.error(Expected::Words))?;
            return Ok(Test::Words(Scope::All, words));
        };
        let start = self.at;
        let missing = QueryError { at: start, expected: Expected::Value(key) };
        if key.takes_words() {
            return Ok(key.of_words(self.words()?.ok_or(missing)?));
        }
        // A value in quotation marks may have blanks in it.
        let value = match self.quoted() {
            Some(value) => value,
            None => self.word(|_| false),
        };
        if value.text.trim().is_empty() {
            return Err(missing);
        }
        test(key, operator, &value)
    }

    /// A key with its operator. Of what only looks like one it is told, and it stays to be read.
    fn key(&mut self) -> Result<Asked, QueryError> {
        let start = self.at;
        let name = self.word(is_operator);
        let behind = self.at;
        let operator = self.operator();
        let key = Key::from_name(&name.text);
        if let (Some(key), Some(operator)) = (key, operator) {
            if operator != Operator::Is && !key.is_ordered() {
                return Err(QueryError { at: behind, expected: Expected::Colon(key) });
            }
            return Ok(Some((key, operator)));
        }
        let is_name = !name.text.is_empty() && name.text.chars().all(|c| c.is_ascii_alphabetic());
        if is_name && operator.is_some() {
            self.errors.push(name.error(Expected::Key));
        }
        self.at = start;
        Ok(None)
    }

    fn operator(&mut self) -> Option<Operator> {
        let operator = match self.peek()? {
            ':' | '=' => Operator::Is,
            '>' => Operator::More,
            '<' => Operator::Less,
            '≥' => Operator::AtLeast,
            '≤' => Operator::AtMost,
            _ => return None,
        };
        self.at += 1;
        let or_equal = self.peek() == Some('=');
        let (operator, equal) = match operator {
            Operator::More if or_equal => (Operator::AtLeast, 1),
            Operator::Less if or_equal => (Operator::AtMost, 1),
            other => (other, 0),
        };
        self.at += equal;
        Some(operator)
    }

    /// Words in one of their three forms; `None` where there are none.
    fn words(&mut self) -> Result<Option<Words>, QueryError> {
        let has_ink = |word: &Word| word.text.contains(|c| crate::text::fold(c).is_some());
        if let Some(phrase) = self.quoted() {
            return Ok(has_ink(&phrase).then_some(Words::Phrase(phrase.text)));
        }
        if self.peek() == Some('/') {
            return self.regex();
        }
        let word = self.word(|_| false);
        Ok(has_ink(&word).then_some(Words::Word(word.text)))
    }

    /// What stands between quotation marks; one that is not closed goes to the end.
    fn quoted(&mut self) -> Option<Word> {
        let open = self.at;
        if !matches!(self.peek(), Some('"' | '“')) {
            return None;
        }
        self.at += 1;
        let start = self.at;
        self.skip_while(|c| !matches!(c, '"' | '”'));
        let inside = self.since(start);
        if self.peek().is_none() {
            self.errors.push(QueryError { at: open, expected: Expected::Quote });
        }
        self.at += 1;
        Some(inside)
    }

    /// A regular expression between strokes; a stroke inside is written `\/`.
    fn regex(&mut self) -> Result<Option<Words>, QueryError> {
        let open = self.at;
        self.at += 1;
        let mut pattern = String::new();
        let mut closed = false;
        while let Some(&c) = self.chars.get(self.at) {
            self.at += 1;
            match (c, self.chars.get(self.at)) {
                ('\\', Some(&next)) => {
                    self.at += 1;
                    pattern.extend((next != '/').then_some('\\'));
                    pattern.push(next);
                }
                ('/', _) => {
                    closed = true;
                    break;
                }
                _ => pattern.push(c),
            }
        }
        if !closed {
            self.errors.push(QueryError { at: open, expected: Expected::Stroke });
        }
        match regex::Regex::new(&pattern) {
            Ok(_) if pattern.is_empty() => Ok(None),
            Ok(_) => Ok(Some(Words::Regex(pattern))),
            Err(error) => {
                // The last line says what is wrong, those before show where.
                let why = error.to_string().lines().last().unwrap_or_default().to_owned();
                let why = why.strip_prefix("error: ").unwrap_or(&why).to_owned();
                Err(QueryError { at: open, expected: Expected::Regex(why) })
            }
        }
    }

    /// The characters up to a blank, `|`, or one that ends the word.
    fn word(&mut self, ends: impl Fn(char) -> bool) -> Word {
        let start = self.at;
        // `self.at` walks over the characters as written, `ends` sees them in half width.
        self.skip_while(|c| !c.is_whitespace() && c != '|' && !ends(c));
        self.since(start)
    }

    fn since(&self, start: usize) -> Word {
        let chars = self.chars.get(start..self.at).unwrap_or_default();
        Word { at: start, text: chars.iter().collect() }
    }

    fn skip_while(&mut self, is_skipped: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&is_skipped) {
            self.at += 1;
        }
    }

    /// The next character; operators, `-` and `|` in half width.
    fn peek(&self) -> Option<char> {
        let c = *self.chars.get(self.at)?;
        let narrow = plain(c);
        let is_sign = is_operator(c) || matches!(c, '－' | '−' | '｜');
        Some(if is_sign { narrow } else { c })
    }

    fn error(&self, expected: Expected) -> QueryError {
        QueryError { at: self.at.min(self.chars.len()), expected }
    }
}

impl Key {
    /// Whether its value is words.
    const fn takes_words(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Heading
                | Self::Measure
                | Self::Text
                | Self::Issuer
                | Self::Serial
                | Self::Noun
        )
    }

    /// The test for words behind the key.
    const fn of_words(self, words: Words) -> Test {
        match self {
            Self::Title => Test::Words(Scope::Title, words),
            Self::Heading => Test::Words(Scope::Heading, words),
            Self::Measure => Test::Words(Scope::Measure, words),
            Self::Text => Test::Words(Scope::Text, words),
            Self::Issuer => Test::Issuer(words),
            Self::Serial => Test::Serial(words),
            Self::Noun => Test::Noun(words),
            _ => Test::Words(Scope::All, words),
        }
    }
}
