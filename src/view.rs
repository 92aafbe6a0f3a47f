//! Draws the state into a buffer of cells.

use ratatui::buffer::Buffer;

use crate::app::App;

/// Draws the whole screen. Returns the column and row where the cursor stands, from 0.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let _ = (app, buffer);
    None
}
