//! Text in, structure out: bulletins of every form of the genre, and what holds for any text.

mod outline;
mod soundness;
