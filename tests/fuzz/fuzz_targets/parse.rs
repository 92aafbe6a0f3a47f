//! Any bytes become bulletins whose parts lie in their text and lead back into the file.
//!
//! Run: `cargo +nightly fuzz run --fuzz-dir tests/fuzz parse -- -max_total_time=60`; see ../Cargo.toml.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| must_hold::parse(bytes));
