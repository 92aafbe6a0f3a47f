//! The width of the terminal that results are written to.

/// The columns of the terminal behind standard output; `None` where it is none, or tells nothing.
pub fn columns() -> Option<u16> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok()?;
    Some(size.ws_col).filter(|&columns| columns > 0)
}
