//! Tells what this terminal can do and what was chosen for it.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::mode::{self, By};
use super::{Speech, Status, between, print};
use crate::app::SAMPLE;
use crate::message::{Lang, Msg};
use crate::settings;
use crate::terminal::{self, Answer, Depth, Route, SAMPLES};
use crate::text::{self, Ambiguous};

/// Columns in front of the signs of the ruler.
const NAMES: usize = 9;

/// What there is to tell: a label and a value.
type Line = (Msg, String);

/// Prints everything. Where standard output is no terminal, nothing is asked.
pub(super) fn doctor(speech: &Speech) -> Status {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let asks = io::stdout().is_terminal() && !matches!(set("TERM").as_deref(), None | Some("dumb"));
    // A terminal that cannot be asked has told nothing.
    let answer = asks.then(|| terminal::ask().unwrap_or_default());
    let mut lines = surroundings(set, speech.lang);
    lines.extend(layout(answer.as_ref(), speech));
    lines.push((Msg::DoctorClipboard, Msg::DoctorRoute.fill(speech.lang, &[Route::of(set).name()])));
    let files = [(Msg::DoctorSettings, settings::path()), (Msg::DoctorState, settings::state::path())];
    for (label, file) in files {
        lines.extend(file.map(|file| (label, file_told(&file, speech.lang))));
    }
    print(speech.lang, |out| {
        write(&lines, speech.lang, out)?;
        if asks { ruler(speech.lang, out) } else { Ok(()) }
    })
}

/// What the environment says about the terminal.
fn surroundings(set: impl Fn(&str) -> Option<String>, lang: Lang) -> Vec<Line> {
    let named = |names: &[&str]| {
        let set = names.iter().filter_map(|name| Some(format!("{name}={}", set(name)?)));
        set.collect::<Vec<_>>().join("  ")
    };
    let value = |name: &str| set(name).unwrap_or_default();
    let depth = match Depth::of(&value("TERM"), &value("COLORTERM"), &value("NO_COLOR")) {
        Depth::Plain => Msg::DoctorPlain.text(lang),
        Depth::Mono => Msg::DoctorMono.text(lang),
        Depth::Sixteen => "16",
        Depth::Indexed => "256",
        Depth::Full => "2^24",
    };
    let locale = mode::locale(&set);
    let is_utf8 = mode::is_utf8(&locale);
    let locale = if is_utf8 { locale } else { Msg::DoctorNotUtf8.fill(lang, &[&locale]) };
    let between = match between::name(&set) {
        None => Msg::DoctorNone.text(lang).to_owned(),
        Some(name) => Msg::DoctorBetween.fill(lang, &[name]),
    };
    vec![
        (Msg::DoctorTerminal, named(&["TERM", "TERM_PROGRAM", "COLORTERM", "NO_COLOR"])),
        (Msg::DoctorMultiplexer, between),
        (Msg::DoctorColours, depth.to_owned()),
        (Msg::DoctorLocale, locale),
    ]
}

/// What was asked and answered about ambiguous characters, and what follows.
fn layout(answer: Option<&Answer>, speech: &Speech) -> Vec<Line> {
    let lang = speech.lang;
    let asked = SAMPLES.map(String::from).join(" ");
    let answered = match answer {
        None => Msg::DoctorNotAsked.text(lang).to_owned(),
        Some(answer) if answer.columns.is_empty() && answer.identity.is_none() => {
            Msg::DoctorSilent.text(lang).to_owned()
        }
        Some(answer) => {
            let numbers = |numbers: &[u16], between| {
                numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(between)
            };
            let identity = numbers(answer.identity.as_deref().unwrap_or_default(), ";");
            Msg::DoctorAnswered.fill(lang, &[&numbers(&answer.columns, " "), &identity])
        }
    };
    let by = match speech.by {
        By::Argument => "--ambiguous",
        By::Environment => mode::VARIABLE,
        By::Kept => Msg::DoctorKept.text(lang),
        By::Configuration => Msg::DoctorBySettings.text(lang),
        By::Nobody => Msg::DoctorByAnswer.text(lang),
    };
    let chosen = match (speech.ambiguous, answer) {
        (Some(mode), _) => format!("{} ({by})", mode.name()),
        (None, Some(answer)) => format!("{} ({})", answer.mode().name(), by),
        (None, None) => "auto".to_owned(),
    };
    let glyphs = if speech.ascii { "ASCII" } else { Msg::DoctorDrawn.text(lang) };
    vec![
        (Msg::DoctorAsked, asked),
        (Msg::DoctorAnswer, answered),
        (Msg::DoctorMode, chosen),
        (Msg::DoctorChrome, glyphs.to_owned()),
    ]
}

fn file_told(file: &Path, lang: Lang) -> String {
    let is_there = if file.exists() { Msg::DoctorThere } else { Msg::DoctorNotThere };
    format!("{} ({})", file.display(), is_there.text(lang))
}

fn write(lines: &[Line], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let width = |message: &Msg| text::width(message.text(lang), Ambiguous::Narrow);
    let column = lines.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    for (label, value) in lines {
        let label = text::pad(label.text(lang), column, Ambiguous::Narrow);
        writeln!(out, "{label}{}", text::clean(value))?;
    }
    Ok(())
}

/// The signs in each layout, to choose by eye.
fn ruler(lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{}", Msg::RulerHow.text(lang))?;
    let columns = NAMES..NAMES + text::width(SAMPLE, Ambiguous::Wide) + 1;
    writeln!(out, "{:NAMES$}{}|", "", "-".repeat(columns.len()))?;
    for mode in Ambiguous::ALL {
        writeln!(out, "{:NAMES$}{}", mode.name(), terminal::ruler(SAMPLE, mode, columns.clone()))?;
    }
    writeln!(out, "{}", Msg::DoctorKeep.text(lang))
}

#[cfg(test)]
mod tests;
