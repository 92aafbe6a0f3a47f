//! Any bytes become text, or are told to be none.
//!
//! Run: `cargo +nightly fuzz run --fuzz-dir tests/fuzz decode -- -max_total_time=60`; see ../Cargo.toml.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| must_hold::decode(bytes));
