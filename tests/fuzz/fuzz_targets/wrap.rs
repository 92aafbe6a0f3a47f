//! Any text is broken into lines that lose nothing.
//!
//! Run: `cargo +nightly fuzz run --fuzz-dir tests/fuzz wrap -- -max_total_time=60`; see ../Cargo.toml.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| must_hold::wrap(bytes));
