//! A bulletin's tree with folds as the rows that are visible.
