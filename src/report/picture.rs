//! A chart as text, and as a picture in SVG 1.1.

use std::io::{self, Write};

use super::{Look, line};
use crate::chart::{self, Bar, Chart, Frame, Kind, WHOLE};
use crate::text::{self, Ambiguous};

/// Lines of columns through time in text.
const ROWS: usize = 8;

/// The columns of a line where no terminal tells them.
const USUAL: u16 = 80;

/// Writes a chart as lines of text, with all that is to be known about it.
pub fn chart(chart: &Chart, look: Look, blocks: bool, out: &mut dyn Write) -> io::Result<()> {
    let columns = usize::from(look.columns.unwrap_or(USUAL));
    let frame = Frame { columns, rows: ROWS, mode: look.mode, blocks, lang: look.lang };
    line::write(out, &chart::title(chart, look.lang), look)?;
    for pieces in chart::lines(chart, frame) {
        let written: String = pieces.into_iter().map(|(_, piece)| piece).collect();
        writeln!(out, "{}", written.trim_end())?;
    }
    for note in chart::notes(chart, look.lang) {
        writeln!(out, "{}", text::clean(&note))?;
    }
    Ok(())
}

/// Columns through time that a picture has room for.
pub const PICTURE_COLUMNS: usize = 120;

/// Fonts with Chinese characters on the usual systems, then whatever there is.
const FONTS: &str = "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', \
    'WenQuanYi Micro Hei', SimHei, sans-serif";

/// Lengths of the picture in pixels.
const WIDTH: usize = 800;
const MARGIN: usize = 24;
const TITLE: usize = 40;
const BAR: usize = 26;
const NOTE: usize = 20;
/// The height of columns through time.
const COLUMNS: usize = 240;
/// Half the size of the text, the width of a letter: a Chinese character has twice as much.
const LETTER: usize = 7;

/// Writes a chart as a picture, with all that is to be known about it.
pub fn svg(chart: &Chart, look: Look, out: &mut dyn Write) -> io::Result<()> {
    // Fonts for Chinese draw quotation marks and dashes in the full width.
    let look = Look { mode: Ambiguous::Wide, ..look };
    let room = (WIDTH - 2 * MARGIN) / LETTER;
    let notes = chart::notes(chart, look.lang);
    let notes: Vec<String> = notes.iter().flat_map(|note| set(note, room, look)).collect();
    let drawn = match chart.kind {
        Kind::Bar => BAR * chart.bars.len(),
        Kind::Spark => COLUMNS + 2 * NOTE,
    };
    let height = MARGIN + TITLE + drawn + MARGIN + NOTE * notes.len() + MARGIN / 2;
    let title = chart::title(chart, look.lang);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         role=\"img\" aria-labelledby=\"title desc\" font-family=\"{FONTS}\" font-size=\"14\">"
    )?;
    writeln!(out, "<title id=\"title\">{}</title>", escaped(&title))?;
    writeln!(out, "<desc id=\"desc\">{}</desc>", escaped(&description(chart, look)))?;
    writeln!(out, "<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>")?;
    write_text(out, (MARGIN, MARGIN + 16), "font-size=\"18\" font-weight=\"bold\" fill=\"#1a1a1a\"", &title)?;
    match chart.kind {
        Kind::Bar => bars(chart, look, out)?,
        Kind::Spark => columns(chart, look, out)?,
    }
    let below = MARGIN + TITLE + drawn + MARGIN;
    for (note, index) in notes.iter().zip(0..) {
        let at = (MARGIN, below + NOTE * index);
        write_text(out, at, "font-size=\"13\" fill=\"#555555\"", note)?;
    }
    writeln!(out, "</svg>")
}

/// The picture in words, for those who cannot see it.
fn description(chart: &Chart, look: Look) -> String {
    let told = |bar: &Bar| format!("{} {}", bar.label(look.lang), bar.amount(look.lang));
    let bars = chart.bars.iter().filter(|bar| bar.total.is_some()).map(told);
    bars.chain(chart::notes(chart, look.lang)).collect::<Vec<_>>().join("\n")
}

fn bars(chart: &Chart, look: Look, out: &mut dyn Write) -> io::Result<()> {
    const WIDEST_LABEL: usize = 30;
    let width = |text: &str| text::width(text, look.mode);
    let labels: Vec<String> = chart.bars.iter().map(|bar| bar.label(look.lang)).collect();
    let amounts: Vec<String> = chart.bars.iter().map(|bar| bar.amount(look.lang)).collect();
    let label = labels.iter().map(|label| width(label)).max().unwrap_or_default().min(WIDEST_LABEL);
    let amount = amounts.iter().map(|amount| width(amount)).max().unwrap_or_default();
    let left = MARGIN + label * LETTER + 12;
    let longest = WIDTH.saturating_sub(left + amount * LETTER + 12 + MARGIN).max(BAR);
    for (((bar, name), amount), index) in chart.bars.iter().zip(&labels).zip(&amounts).zip(0..) {
        let y = MARGIN + TITLE + BAR * index;
        let length = pixels(bar.share, longest);
        writeln!(out, "<g><title>{} {}</title>", escaped(name), escaped(amount))?;
        let name = line::cut(name, label, look.mode);
        write_text(out, (left - 8, y + 15), "text-anchor=\"end\" fill=\"#1a1a1a\"", &name)?;
        writeln!(
            out,
            "<rect x=\"{left}\" y=\"{}\" width=\"{length}\" height=\"{}\" fill=\"#2b6cb0\"/>",
            y + 2,
            BAR - 8
        )?;
        write_text(out, (left + length + 6, y + 15), "fill=\"#1a1a1a\"", amount)?;
        writeln!(out, "</g>")?;
    }
    let bottom = MARGIN + TITLE + BAR * chart.bars.len();
    writeln!(out, "<path d=\"M{left} {}V{bottom}\" stroke=\"#888888\"/>", MARGIN + TITLE - 4)
}

fn columns(chart: &Chart, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let top = MARGIN + TITLE + NOTE;
    let bottom = top + COLUMNS;
    let wide = ((WIDTH - 2 * MARGIN) / chart.bars.len().max(1)).clamp(1, 60);
    let gap = if wide > 4 { wide / 5 } else { 0 };
    let greatest = chart.bars.iter().max_by_key(|bar| bar.share);
    let mut taken = 0;
    for (bar, index) in chart.bars.iter().zip(0..) {
        let x = MARGIN + wide * index;
        let height = pixels(bar.share, COLUMNS - NOTE);
        let (label, amount) = (bar.label(look.lang), bar.amount(look.lang));
        writeln!(out, "<g><title>{} {}</title>", escaped(&label), escaped(&amount))?;
        writeln!(
            out,
            "<rect x=\"{x}\" y=\"{}\" width=\"{}\" height=\"{height}\" fill=\"#2b6cb0\"/>",
            bottom - height,
            wide - gap
        )?;
        if greatest == Some(bar) {
            // Near the right end the words stand to the left.
            let anchor = if x > WIDTH / 2 { "end" } else { "start" };
            let at = (if x > WIDTH / 2 { x + wide - gap } else { x }, bottom - height - 6);
            write_text(out, at, &format!("text-anchor=\"{anchor}\" fill=\"#1a1a1a\""), &amount)?;
        }
        let end = x + text::width(&label, look.mode) * LETTER;
        if x >= taken && end <= WIDTH {
            write_text(out, (x, bottom + 18), "font-size=\"12\" fill=\"#1a1a1a\"", &label)?;
            taken = end + LETTER;
        }
        writeln!(out, "</g>")?;
    }
    writeln!(out, "<path d=\"M{MARGIN} {bottom}H{}\" stroke=\"#888888\"/>", WIDTH - MARGIN)
}

/// A share of a length; a little is more than nothing.
const fn pixels(share: u32, longest: usize) -> usize {
    let pixels = share as usize * longest / WHOLE as usize;
    if share > 0 && pixels == 0 { 1 } else { pixels }
}

fn write_text(out: &mut dyn Write, (x, y): (usize, usize), style: &str, text: &str) -> io::Result<()> {
    writeln!(out, "<text x=\"{x}\" y=\"{y}\" {style}>{}</text>", escaped(text))
}

/// A note in lines of so many columns.
fn set(note: &str, columns: usize, look: Look) -> Vec<String> {
    let lines = text::wrap(note, &text::Wrap::new(columns, look.mode));
    lines.into_iter().filter_map(|line| note.get(line)).map(str::to_owned).collect()
}

/// Text as it may stand in XML 1.0: cleaned of controls, its markup signs written out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split('\n') {
        out.push_str(if out.is_empty() { "" } else { "\n" });
        for c in text::clean(piece).chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
                c => out.push(c),
            }
        }
    }
    out
}
