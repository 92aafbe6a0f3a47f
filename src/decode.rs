//! Bytes to text, with the encoding and what was lost.
