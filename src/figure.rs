//! A paragraph's figures: quantities with value, unit, bound and state.
