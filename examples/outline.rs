//! Prints the outline of every bulletin in a folder, by default of the examples:
//!
//! ```sh
//! cargo run --example outline -- [PATH]...
//! ```

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;

use jianbao::library::{Entry, Library};
use jianbao::outline::{Row, Tree};
use jianbao::source;
use jianbao::text;

fn main() -> io::Result<()> {
    let mut library = Library::default();
    library.add(source::read_all(&paths(), |_, _| ()));
    let mut out = io::stdout().lock();
    for (id, entry) in library.iter() {
        writeln!(out, "{} {}", library.name(id), text::clean(entry.serial()))?;
        for row in Tree::new(&entry.bulletin).rows().iter().skip(1) {
            writeln!(out, "{}", line(entry, row))?;
        }
    }
    Ok(())
}

/// The marker and the heading of a part, indented by its depth.
fn line(entry: &Entry, row: &Row) -> String {
    let bulletin = &entry.bulletin;
    let Some(node) = bulletin.node(&row.place) else {
        return String::new();
    };
    let marker = node.marker().map(|marker| bulletin.text.get(marker)).unwrap_or_default();
    let heading = bulletin.text.get(node.label());
    format!("{}{}", "  ".repeat(row.depth.into()), text::clean(&format!("{marker}{heading}")))
}

fn paths() -> Vec<PathBuf> {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() { vec!["examples/bulletins".into()] } else { paths }
}
