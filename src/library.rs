//! The loaded bulletins, their order, ids and addresses.

use crate::bulletin::{Bulletin, Problem};

/// One file as it was read and parsed.
#[derive(Debug, Clone, Default)]
pub struct File {
    /// The folder that was asked for, as given; empty where the file itself was asked for. Two
    /// folders may hold the same `path`.
    pub root: String,
    /// The path relative to that folder; as given where the file itself was asked for; `-` for
    /// standard input.
    pub path: String,
    /// The name of the encoding it was read with; empty where nothing could be read.
    pub encoding: &'static str,
    /// The bulletins in it, in order.
    pub bulletins: Vec<Bulletin>,
    /// What is wrong with the file as a whole; what is wrong in a bulletin stands there.
    pub problems: Vec<Problem>,
}
