//! The terminal: raw mode and back, events, signals, drawing, effects.
