//! The example bulletins that come with the program.

/// The paths in `examples/bulletins`, and the bytes.
pub(super) const FILES: &[(&str, &[u8])] = &[];
