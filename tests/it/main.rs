//! The integration tests, one binary.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod architecture;
mod bytes;
mod frames;
mod parsing;
mod pty;
mod screens;
mod shown;
mod support;
