//! Searches that were given a name: `@name` stands for them in a query.

use std::collections::BTreeMap;

use crate::query::Query;

/// Searches by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved(BTreeMap<String, String>);

impl Saved {
    /// Those that were kept.
    pub fn new(kept: BTreeMap<String, String>) -> Self {
        Self(kept)
    }

    /// The names with what they stand for, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, query)| (name.as_str(), query.as_str()))
    }

    /// Gives a query a name; an empty query takes the name back.
    pub(super) fn keep(&mut self, name: &str, query: &str) {
        if query.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), query.to_owned());
        }
    }

    /// Reads a query in which names stand. What cannot be understood has its place in what is
    /// written: for what a name stands for, the place of the name.
    pub(super) fn read(&self, written: &str) -> Query {
        let (mut text, mut places) = (String::new(), Vec::new());
        let mut at = 0;
        for word in written.split_inclusive(char::is_whitespace) {
            let name = word.trim_end().strip_prefix(['@', '＠']).and_then(|name| self.0.get(name));
            if let Some(query) = name {
                text.push_str(query);
                text.push(' ');
                places.extend(std::iter::repeat_n(at, query.chars().count() + 1));
            } else {
                text.push_str(word);
                places.extend(at..at + word.chars().count());
            }
            at += word.chars().count();
        }
        let mut query = Query::read(&text);
        for error in &mut query.errors {
            error.at = places.get(error.at).copied().unwrap_or(at);
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_its_query() {
        let mut saved = Saved::default();
        saved.keep("养老", "title:养老|托位 year:2023");
        let check = |written: &str, same: &str, errors: &[usize]| {
            let query = saved.read(written);
            assert_eq!(query.clauses.len(), Query::read(same).clauses.len(), "{written}");
            let tests = |query: &Query| query.clauses.iter().map(|it| it.tests.clone()).collect::<Vec<_>>();
            assert_eq!(tests(&query), tests(&Query::read(same)), "{written}");
            assert_eq!(query.errors.iter().map(|error| error.at).collect::<Vec<_>>(), errors, "{written}");
        };
        check("@养老", "title:养老|托位 year:2023", &[]);
        check("＠养老 资金", "title:养老|托位 year:2023 资金", &[]);
        check("@养老 year:x", "title:养老|托位 year:2023", &[9]);
        check("@无此名 资金", "@无此名 资金", &[]);
        check("资金 year:", "资金", &[8]);
        let mut saved = saved.clone();
        saved.keep("养老", "");
        assert_eq!(saved.iter().count(), 0);
    }
}
