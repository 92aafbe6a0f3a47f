//! Draws one screen of the browser as text, without a terminal:
//!
//! ```sh
//! cargo run --example screen -- [PATH]...
//! ```
//!
//! Events go in, cells come out: nothing else is needed to drive the browser.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;

use jianbao::app::{self, App, Event};
use jianbao::message::Lang;
use jianbao::source;
use jianbao::text::Ambiguous;
use jianbao::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

const COLUMNS: u16 = 120;
const ROWS: u16 = 32;

fn main() -> io::Result<()> {
    let mut paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("examples/bulletins".into());
    }
    let mut app = App::new(Lang::Zh, Ambiguous::Narrow, (COLUMNS, ROWS));
    app::update(&mut app, Event::Loaded(source::read_all(&paths, |_, _| ())));
    app::update(&mut app, Event::LoadDone);
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
    view::draw(&app, &mut buffer);
    let mut out = io::stdout().lock();
    (0..ROWS).try_for_each(|row| writeln!(out, "{}", line(&buffer, row)))
}

/// A row of cells as text. Behind a wide character comes a cell that it covers.
fn line(buffer: &Buffer, row: u16) -> String {
    let mut line = String::new();
    let mut column = 0;
    while let Some(cell) = buffer.cell((column, row)) {
        line.push_str(cell.symbol());
        column += cell.symbol().width().max(1) as u16;
    }
    line.trim_end().to_owned()
}
