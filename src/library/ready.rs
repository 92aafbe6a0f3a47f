//! Files made ready for a library, where they were read: while they are at hand, and on any thread.

use std::sync::Arc;

use foldhash::HashSet;

use super::names::{Namer, Names};
use super::{Day, Entry, File, FileProblem, day};
use crate::bulletin::{Bulletin, Masthead};

/// A file as a library takes it in.
#[derive(Debug)]
pub struct Ready {
    pub(super) bulletins: Vec<New>,
    pub(super) problems: Vec<FileProblem>,
}

/// A bulletin that has no place in a library yet.
#[derive(Debug)]
pub(super) struct New {
    pub(super) entry: Arc<Entry>,
    pub(super) names: Names,
    pub(super) title: Option<Arc<str>>,
    pub(super) day: Day,
}

/// Makes files ready, and keeps the titles of serials and the names of offices that come again from issue to issue once.
#[derive(Debug, Clone, Default)]
pub struct Clerk {
    shared: HashSet<Arc<str>>,
    namer: Namer,
}

impl Clerk {
    /// A file, ready to be taken in.
    pub fn ready(&mut self, file: File) -> Ready {
        let File { root, path, encoding, bulletins, problems } = file;
        let problem = |problem| FileProblem { root: root.clone(), path: path.clone(), problem };
        let problems = problems.into_iter().map(problem).collect();
        let bulletin = |(mut bulletin, position): (Bulletin, u32)| {
            self.share(&mut bulletin.masthead);
            let entry = Entry { root: root.clone(), path: path.clone(), encoding, position, bulletin };
            let title = entry.bulletin.masthead.title.clone();
            New { names: self.namer.names(&entry), title, day: day(&entry), entry: entry.into() }
        };
        Ready { bulletins: bulletins.into_iter().zip(1..).map(bulletin).collect(), problems }
    }

    /// Lets a masthead share its names with those before.
    fn share(&mut self, masthead: &mut Masthead) {
        for name in [&mut masthead.title, &mut masthead.issuer].into_iter().flatten() {
            match self.shared.get(name) {
                Some(known) => *name = known.clone(),
                None => _ = self.shared.insert(name.clone()),
            }
        }
    }
}
