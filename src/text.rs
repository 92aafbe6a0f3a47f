//! Columns of a grapheme, cleaning hostile text, line breaking, folding for search.
