//! Holds jianbao's frames against a terminal emulator by other hands, in its narrow and in its wide
//! setting for ambiguous characters. `cargo test` in this folder runs it.
#![cfg(test)]

#[path = "../../it/support/browser.rs"]
#[expect(dead_code, reason = "shared with the tests beside, which need more")]
mod browser;
#[path = "../../it/support/sample.rs"]
mod sample;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;

use browser::Browser;
use jianbao::terminal::{Depth, Painter};
use jianbao::text::Ambiguous;
use jianbao::view;
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Size;
use ratatui::style::Modifier;
use tattoy_wezterm_term::color::ColorPalette;
use tattoy_wezterm_term::{Terminal, TerminalConfiguration, TerminalSize, UnicodeVersion};
use unicode_width::UnicodeWidthStr;

const SIZE: (u16, u16) = (100, 24);

/// Windows over wide text, folds, lists and a text of the full width that is moved.
const KEYS: &str = "J Tab j ] ? Ctrl-f Escape ! q J K Tab z wait j j 3 j k k Space b } { Ctrl-d G g q q";

/// How the emulator is set up.
#[derive(Debug)]
struct Setup {
    wide: bool,
}

impl TerminalConfiguration for Setup {
    fn color_palette(&self) -> ColorPalette {
        ColorPalette::default()
    }

    fn unicode_version(&self) -> UnicodeVersion {
        UnicodeVersion { version: 14, ambiguous_are_wide: self.wide, cell_widths: None }
    }
}

/// The bytes of a frame.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Draws the browser after each key and compares every cell.
fn check(mode: Ambiguous, wide: bool) {
    let (columns, rows) = SIZE;
    let size =
        TerminalSize { rows: rows.into(), cols: columns.into(), pixel_width: 0, pixel_height: 0, dpi: 0 };
    let mut terminal = Terminal::new(size, Arc::new(Setup { wide }), "judge", "0", Box::new(io::sink()));
    terminal.advance_bytes(b"\x1b[?1049h\x1b[?7l");
    let wire = Wire::default();
    let mut painter = Painter::new(wire.clone(), Size::new(columns, rows), Depth::Indexed);
    let mut browser = Browser::new(SIZE, mode, sample::files());
    for key in KEYS.split(' ') {
        browser.press(key);
        let (buffer, cursor) = browser.draw();
        painter.underlay(view::needs_underlay(&browser.app));
        painter.draw(&buffer, cursor).unwrap();
        terminal.advance_bytes(wire.0.take());
        compare(&buffer, &terminal, &format!("{key} in mode {}, wide: {wide}", mode.name()));
    }
}

fn compare(buffer: &Buffer, terminal: &Terminal, after: &str) {
    let screen = terminal.screen();
    for (y, line) in screen.lines_in_phys_range(screen.phys_range(&(0..SIZE.1.into()))).iter().enumerate() {
        let cells: BTreeMap<usize, (String, bool)> = line
            .visible_cells()
            .map(|cell| (cell.cell_index(), (cell.str().to_owned(), cell.attrs().reverse())))
            .collect();
        let shown =
            |x: usize| cells.get(&x).map_or((" ", false), |(text, reverse)| (text.as_str(), *reverse));
        let mut x = 0;
        while x < usize::from(SIZE.0) {
            let cell = &buffer[(x as u16, y as u16)];
            let laid_out = match cell.diff_option {
                CellDiffOption::ForcedWidth(columns) => columns.get().into(),
                _ => cell.symbol().width(),
            };
            let reversed = cell.modifier.contains(Modifier::REVERSED);
            assert_eq!(shown(x), (cell.symbol(), reversed), "at {x},{y} after {after}");
            x += laid_out;
        }
    }
}

#[test]
fn every_mode_is_right_on_the_terminals_it_is_meant_for() {
    check(Ambiguous::Narrow, false);
    check(Ambiguous::Wide, true);
    for mode in [Ambiguous::Both, Ambiguous::Subst] {
        check(mode, false);
        check(mode, true);
    }
}

/// The judge can tell: signs laid out in one column are cut where they are drawn in two.
#[test]
#[should_panic(expected = "in mode narrow, wide: true")]
fn a_mode_on_a_terminal_it_is_not_meant_for_is_wrong() {
    check(Ambiguous::Narrow, true);
}
