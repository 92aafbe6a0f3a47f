//! What stands on a page for one part of a bulletin: blocks of text with their roles, set into lines.
