//! The integration tests, one binary.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod architecture;
mod bytes;
mod charts;
mod checks;
mod commands;
mod figures;
mod frames;
mod fuzz;
mod parsing;
mod pty;
mod readme;
mod screens;
mod searching;
mod shown;
mod support;
mod tables;
mod tmux;
