//! Takes the terminal over and gives it back: raw mode, alternate screen, bracketed paste.

use std::io::{self, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, DisableLineWrap, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::layout::Size;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use crate::source;

/// The size where the terminal does not tell one.
const USUAL: Size = Size::new(80, 24);

/// Whether the terminal is taken over. It stands here because the panic hook needs it.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is taken over. It is given back when this is dropped, and before the
/// message of a panic is printed.
#[derive(Debug)]
pub struct Session(());

impl Session {
    /// Takes the terminal over: standard input, or the controlling terminal where that is a pipe.
    pub fn enter() -> io::Result<Self> {
        restore_on_panic();
        let session = Self(());
        session.take_over()?;
        Ok(session)
    }

    /// Takes the terminal over again after [`give_back`](Self::give_back), or after a shell had it
    /// while the program was stopped.
    pub fn take_over(&self) -> io::Result<()> {
        if TAKEN.swap(true, Ordering::SeqCst) {
            // The shell has set its own mode: ours is set anew. To enter the alternate screen twice
            // would lose the place of the cursor on the usual one.
            terminal::disable_raw_mode()?;
            return terminal::enable_raw_mode();
        }
        terminal::enable_raw_mode()?;
        // No wrapping at the right margin: a glyph wider than expected must not push anything into
        // the next row.
        execute!(Output, EnterAlternateScreen, EnableBracketedPaste, DisableLineWrap)
    }

    /// Gives the terminal back as it was.
    pub fn give_back(&self) {
        give_back();
    }

    /// Columns and rows; 80 by 24 where the terminal does not tell.
    pub fn size(&self) -> Size {
        match terminal::size() {
            Ok((columns, rows)) if columns > 0 && rows > 0 => Size::new(columns, rows),
            _ => USUAL,
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// Standard output without a buffer: a frame is one write, whatever lines it has.
#[derive(Debug)]
pub(super) struct Output;

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(io::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives the terminal back where it is taken over. It may have vanished: nothing can be done then.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut bytes = Vec::new();
        let _ = queue!(
            bytes,
            ResetColor,
            EnableLineWrap,
            DisableBracketedPaste,
            // The last row: a terminal without alternate screen goes on below what it shows.
            MoveTo(0, 998),
            Show,
            LeaveAlternateScreen
        );
        let _ = Output.write_all(&bytes);
        let _ = terminal::disable_raw_mode();
    }
}

/// Lets the signals that end the program give the terminal back before they do. For a program that
/// deals with no signals itself.
pub(super) fn give_back_on_signals() -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            give_back();
            // Whoever waits for the program is to see that a signal has ended it. Where that fails the
            // signal has no effect.
            let _ = low_level::emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

/// Lets a panic's message appear on the terminal as it was before. The readers' panics are caught
/// and stay silent.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() == Some(source::READER) {
                return;
            }
            give_back();
            usual(info);
        }));
    });
}
