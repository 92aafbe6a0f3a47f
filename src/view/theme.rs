//! The styles, in one table: the terminal's own colours, so that they suit its background.

use ratatui::style::{Color, Modifier, Style};

/// Running text.
pub(super) const PLAIN: Style = Style::new();
/// The head of a pane.
pub(super) const HEAD: Style = Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::DIM);
/// The head of the pane that has the keys.
pub(super) const HEAD_FOCUSED: Style =
    Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::REVERSED);
/// The rule between panes.
pub(super) const RULE: Style = Style::new().fg(Color::DarkGray);
/// The selected row of the pane that has the keys: one colour, whatever is written in it.
pub(super) const SELECTED: Style = Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED);
/// The selected row of another pane.
pub(super) const SELECTED_AWAY: Style =
    Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED);
/// A group's head in a list.
pub(super) const GROUP: Style = Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD);
/// Numbers, dates, labels: what is there to be looked up.
pub(super) const FAINT: Style = Style::new().fg(Color::Cyan);
/// A title.
pub(super) const TITLE: Style = Style::new().add_modifier(Modifier::BOLD);
/// A section's heading.
pub(super) const HEADING: Style = Style::new().fg(Color::Blue).add_modifier(Modifier::BOLD);
/// A section in the outline: less than a title, more than a measure. Dark blue on black is hard to read.
pub(super) const SECTION: Style = Style::new().fg(Color::LightBlue);
/// A marker as printed: 一、 一是.
pub(super) const MARKER: Style = Style::new().fg(Color::Green);
/// A measure's headline.
pub(super) const HEADLINE: Style = Style::new().add_modifier(Modifier::BOLD);
/// A figure.
pub(super) const FIGURE: Style = Style::new().fg(Color::Yellow);
/// A place that was found. Never bold: many terminals draw bold black as grey.
pub(super) const FOUND: Style = Style::new()
    .fg(Color::Black)
    .bg(Color::Yellow)
    .remove_modifier(Modifier::BOLD)
    .remove_modifier(Modifier::REVERSED);
/// The same in a selected row, which has one colour.
pub(super) const FOUND_SELECTED: Style = Style::new().add_modifier(Modifier::UNDERLINED);
/// What a list points at in the text.
pub(super) const POINTED: Style = Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::REVERSED);
/// What is wrong.
pub(super) const WRONG: Style = Style::new().fg(Color::Red);
/// A word to the person.
pub(super) const NOTICE: Style = Style::new().fg(Color::Yellow);
/// A key in a hint.
pub(super) const KEY: Style = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
