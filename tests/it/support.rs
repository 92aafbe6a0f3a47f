//! What several tests share: bulletins of fictional places, the browser without a terminal, a model
//! of a terminal, and the program run on a pseudo-terminal.

pub(crate) mod browser;
pub(crate) mod folder;
pub(crate) mod model;
pub(crate) mod painted;
pub(crate) mod run;
pub(crate) mod sample;
