//! Finds words in the bulletins of a folder and prints the address and the text of each hit:
//!
//! ```sh
//! cargo run --example search -- [QUERY [PATH]...]
//! ```
//!
//! By default it looks for 就业 in the examples; the best hits come first.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;

use jianbao::library::Library;
use jianbao::query::Query;
use jianbao::search::search;
use jianbao::source;
use jianbao::text;

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let query = arguments.next().map_or_else(|| "就业".into(), |words| words.to_string_lossy().into_owned());
    let mut paths: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("examples/bulletins".into());
    }
    let mut library = Library::default();
    library.add(source::read_all(&paths, |_, _| ()));
    let mut out = io::stdout().lock();
    for issue in search(&library, &Query::read(&query), &source::spread).issues() {
        let Some(entry) = library.get(issue.id()) else { continue };
        for hit in issue.hits() {
            let whole = entry.bulletin.text.get(hit.span);
            writeln!(
                out,
                "{}  {}",
                library.address(issue.id(), &hit.place(&entry.bulletin)),
                text::clean(whole)
            )?;
        }
    }
    Ok(())
}
