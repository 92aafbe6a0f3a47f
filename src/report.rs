//! The output of the commands, written into any `io::Write`.
