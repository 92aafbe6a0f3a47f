//! Finds words in the bulletins of a folder and prints the address and the text of each hit:
//!
//! ```sh
//! cargo run --example search -- [WORDS [PATH]...]
//! ```
//!
//! By default it looks for 就业 in the examples. Case, width and variants of a character do not
//! matter: both sides are folded.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;

use jianbao::library::Library;
use jianbao::outline::Tree;
use jianbao::source;
use jianbao::text::{self, Folded};

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let words = arguments.next().map_or_else(|| "就业".into(), |words| words.to_string_lossy().into_owned());
    let mut paths: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("examples/bulletins".into());
    }
    let mut library = Library::default();
    library.add(source::read_all(&paths, |_, _| ()));
    let mut out = io::stdout().lock();
    for (id, entry) in library.iter() {
        for row in Tree::new(&entry.bulletin).rows() {
            let Some(node) = entry.bulletin.node(&row.place) else { continue };
            let mut found = Vec::new();
            node.each_own_text(&mut |span| {
                let text = entry.bulletin.text.get(span);
                if !Folded::new(text).find(&words).is_empty() {
                    found.push(text);
                }
            });
            for text in found {
                writeln!(out, "{}  {}", library.address(id, &row.place), text::clean(text))?;
            }
        }
    }
    Ok(())
}
