//! What several tests share: bulletins of fictional places, and the browser without a terminal.

pub(crate) mod browser;
pub(crate) mod sample;
