//! How many colours the terminal has, and a style as SGR parameters in as many.

use std::env;
use std::fmt::Write;

use ratatui::style::{Color, Modifier};

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Neither colours nor bold and the like: a terminal without SGR.
    Plain,
    /// Bold and the like, but no colours (<https://no-color.org>).
    Mono,
    /// The 16 colours of the palette.
    Sixteen,
    /// The 256 colours of xterm.
    Indexed,
    /// 24 bits.
    Full,
}

impl Depth {
    /// What `TERM`, `COLORTERM` and `NO_COLOR` of the environment say.
    pub fn of_environment() -> Self {
        let value = |name| env::var(name).unwrap_or_default();
        Self::of(&value("TERM"), &value("COLORTERM"), &value("NO_COLOR"))
    }

    /// What the values of `TERM`, `COLORTERM` and `NO_COLOR` say; empty where they are not set.
    pub fn of(term: &str, colorterm: &str, no_color: &str) -> Self {
        if matches!(term, "" | "dumb") {
            Self::Plain
        } else if !no_color.is_empty() {
            Self::Mono
        } else if term == "linux" {
            Self::Sixteen
        } else if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::Full
        } else if term.contains("256color") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }

    /// The colour that comes nearest to `colour` among those that the terminal has.
    pub(super) fn nearest(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::Plain | Self::Mono, _) => Color::Reset,
            (Self::Indexed, Color::Rgb(r, g, b)) => Color::Indexed(nearest_indexed([r, g, b])),
            (Self::Sixteen, Color::Rgb(r, g, b)) => Color::Indexed(nearest_of_palette([r, g, b])),
            (Self::Sixteen, Color::Indexed(index @ 16..)) => {
                Color::Indexed(nearest_of_palette(of_index(index)))
            }
            _ => colour,
        }
    }
}

/// Adds the parameters of SGR that switch a modifier on, each with a semicolon before it.
pub(super) fn modifiers(out: &mut String, modifier: Modifier) {
    const ON: [(Modifier, u8); 9] = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::SLOW_BLINK, 5),
        (Modifier::RAPID_BLINK, 6),
        (Modifier::REVERSED, 7),
        (Modifier::HIDDEN, 8),
        (Modifier::CROSSED_OUT, 9),
    ];
    for (_, number) in ON.iter().filter(|(one, _)| modifier.contains(*one)) {
        push(out, &[*number]);
    }
}

/// Adds the parameters of SGR for a colour of the text (`base` 30) or of the ground (`base` 40).
pub(super) fn colour(out: &mut String, colour: Color, base: u8) {
    let named = match colour {
        Color::Reset => return push(out, &[base + 9]),
        Color::Rgb(r, g, b) => return push(out, &[base + 8, 2, r, g, b]),
        Color::Indexed(index @ 16..) => return push(out, &[base + 8, 5, index]),
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    // The bright half of the palette has numbers of its own (aixterm).
    let number = if named < 8 { base + named } else { base + 52 + named };
    push(out, &[number]);
}

fn push(out: &mut String, numbers: &[u8]) {
    for number in numbers {
        // Writing into a string cannot fail.
        let _ = write!(out, ";{number}");
    }
}

/// The steps of one channel in the colour cube of xterm.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The 16 colours as xterm has them.
const PALETTE: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// Red, green and blue of one of the 256 colours.
fn of_index(index: u8) -> [u8; 3] {
    let step = |number: u8| STEPS.get(usize::from(number % 6)).copied().unwrap_or_default();
    match index {
        0..16 => PALETTE.get(usize::from(index)).copied().unwrap_or_default(),
        16..232 => [step((index - 16) / 36), step((index - 16) / 6), step(index - 16)],
        232.. => [8 + 10 * (index - 232); 3],
    }
}

fn nearest_of_palette(colour: [u8; 3]) -> u8 {
    nearest(0..16, colour)
}

/// Among the cube and the greys: the first 16 look different on every terminal.
fn nearest_indexed(colour: [u8; 3]) -> u8 {
    nearest(16..=u8::MAX, colour)
}

fn nearest(indices: impl Iterator<Item = u8>, colour: [u8; 3]) -> u8 {
    let distance = |index: &u8| -> u32 {
        let channels = of_index(*index).into_iter().zip(colour);
        channels.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    indices.min_by_key(distance).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_tells_the_depth() {
        for (term, colorterm, no_color, expected) in [
            ("", "", "", Depth::Plain),
            ("dumb", "truecolor", "", Depth::Plain),
            ("xterm-256color", "truecolor", "1", Depth::Mono),
            ("linux", "", "", Depth::Sixteen),
            ("xterm", "", "", Depth::Sixteen),
            ("screen-256color", "", "", Depth::Indexed),
            ("xterm-256color", "24bit", "", Depth::Full),
            ("xterm-direct", "", "", Depth::Full),
        ] {
            assert_eq!(Depth::of(term, colorterm, no_color), expected, "{term} {colorterm}");
        }
    }

    /// The parameters of a text colour at a depth.
    fn check(depth: Depth, wanted: Color, expected: &str) {
        let mut out = String::new();
        colour(&mut out, depth.nearest(wanted), 30);
        assert_eq!(out, expected, "{wanted:?} {depth:?}");
    }

    #[test]
    fn colours_come_down_to_what_the_terminal_has() {
        let orange = Color::Rgb(255, 128, 0);
        check(Depth::Full, orange, ";38;2;255;128;0");
        check(Depth::Indexed, orange, ";38;5;208");
        check(Depth::Sixteen, orange, ";33");
        check(Depth::Mono, orange, ";39");
        check(Depth::Sixteen, Color::Indexed(231), ";97");
        check(Depth::Sixteen, Color::Indexed(9), ";91");
        check(Depth::Indexed, Color::Rgb(118, 118, 118), ";38;5;243");
        check(Depth::Full, Color::DarkGray, ";90");
        check(Depth::Full, Color::Gray, ";37");
        check(Depth::Plain, Color::Red, ";39");
    }
}
