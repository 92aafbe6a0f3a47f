//! What several tests use: a model of a terminal, and a program run on a pseudo-terminal.

pub(crate) mod folder;
pub(crate) mod model;
pub(crate) mod run;
