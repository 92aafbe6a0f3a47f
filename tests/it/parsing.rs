//! Text in, structure out: bulletins of every form of the genre, and what holds for any text.

mod around;
mod documents;
mod gold;
mod heads;
mod memory;
mod offices;
mod outline;
mod series;
mod soundness;
mod unparsed;
