//! Any text has its figures in order, and can be audited.
//!
//! Run: `cargo +nightly fuzz run --fuzz-dir tests/fuzz figures -- -max_total_time=60`; see ../Cargo.toml.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| must_hold::figures(bytes));
