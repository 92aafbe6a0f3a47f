//! Takes the terminal over and gives it back: raw mode, alternate screen, bracketed paste.

use std::io::{self, IsTerminal, Write};
use std::os::fd::OwnedFd;
use std::panic;
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use ratatui::layout::Size;
use rustix::fs::{Mode, OFlags};
use rustix::termios::{self, OptionalActions, Termios};

use crate::source;

/// Alternate screen, bracketed paste, no wrapping at the right margin: a glyph wider than expected
/// must not push anything into the next row.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?7l";

/// The way back, from the last row, so that a terminal without alternate screen goes on below what
/// it shows.
const LEAVE: &[u8] = b"\x1b[m\x1b[?7h\x1b[?2004l\x1b[999;1H\x1b[?25h\x1b[?1049l";

/// The size where the terminal does not tell one.
const USUAL: Size = Size::new(80, 24);

/// The terminal and its mode before it was taken over; `None` while it is not. It stands here
/// because the panic hook needs it.
static TAKEN: Mutex<Option<Taken>> = Mutex::new(None);

struct Taken {
    tty: OwnedFd,
    before: Termios,
}

/// The terminal while it is taken over. It is given back when this is dropped, and before the
/// message of a panic is printed.
#[derive(Debug)]
pub struct Session {
    tty: OwnedFd,
}

impl Session {
    /// Takes the terminal over: standard input, or the controlling terminal where that is a pipe.
    pub fn enter() -> io::Result<Self> {
        let stdin = io::stdin();
        let tty = if stdin.is_terminal() {
            rustix::io::dup(stdin)?
        } else {
            rustix::fs::open("/dev/tty", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?
        };
        restore_on_panic();
        let session = Self { tty };
        session.take_over()?;
        Ok(session)
    }

    /// Takes the terminal over again after [`give_back`](Self::give_back), or after a shell had it
    /// while the program was stopped.
    pub fn take_over(&self) -> io::Result<()> {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let before = termios::tcgetattr(&self.tty)?;
        let mut raw = before.clone();
        raw.make_raw();
        termios::tcsetattr(&self.tty, OptionalActions::Now, &raw)?;
        if taken.is_some() {
            // To enter the alternate screen twice would lose the place of the cursor on the usual one.
            return Ok(());
        }
        let tty = self.tty.try_clone()?;
        *taken = Some(Taken { tty, before });
        Output.write_all(ENTER)
    }

    /// Gives the terminal back as it was.
    pub fn give_back(&self) {
        give_back();
    }

    /// Columns and rows; 80 by 24 where the terminal does not tell.
    pub fn size(&self) -> Size {
        match termios::tcgetwinsize(&self.tty) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
            _ => USUAL,
        }
    }

    /// A handle of its own to read from the terminal.
    pub fn reader(&self) -> io::Result<OwnedFd> {
        self.tty.try_clone()
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
    // A lock that cannot be had belongs to the thread that panics while it takes the terminal over.
    let taken = TAKEN.try_lock().ok().and_then(|mut taken| taken.take());
    if let Some(Taken { tty, before }) = taken {
        let _ = Output.write_all(LEAVE);
        let _ = termios::tcsetattr(tty, OptionalActions::Now, &before);
    }
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
