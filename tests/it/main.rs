//! The integration tests, one binary.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod architecture;
mod commands;
mod figures;
mod frames;
mod parsing;
mod pty;
mod readme;
mod screens;
mod support;
mod tables;
