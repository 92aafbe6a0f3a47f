//! What is wrong with the command line, in the person's language.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::message::{Lang, Msg};

/// The message of an error that is no request for help.
pub(super) fn message(error: &Error, lang: Lang) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            let written =
                if argument.is_empty() { context(error, ContextKind::InvalidSubcommand) } else { argument };
            let meant = context(error, ContextKind::SuggestedArg);
            Msg::UnknownOption.fill(lang, &[&written]) + &optional(Msg::DidYouMean, &meant, lang)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let choice = optional(Msg::ChooseOne, &context(error, ContextKind::ValidValue), lang);
            let columns = if argument.contains("--width") { Msg::WidthWanted.text(lang) } else { "" };
            let wrong = match value.as_str() {
                "" => Msg::ValueMissing.fill(lang, &[&argument]),
                value => Msg::WrongValue.fill(lang, &[value, &argument]),
            };
            wrong + &choice + columns
        }
        ErrorKind::MissingRequiredArgument => Msg::ArgumentMissing.fill(lang, &[&argument]),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            if other == argument {
                Msg::GivenTwice.fill(lang, &[&argument])
            } else {
                Msg::Together.fill(lang, &[&argument, &other])
            }
        }
        _ => Msg::NotUnderstood.text(lang).to_owned(),
    }
}

/// What the error is about, as it was written; empty where it says nothing.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    }
}

fn optional(message: Msg, value: &str, lang: Lang) -> String {
    if value.is_empty() { String::new() } else { message.fill(lang, &[value]) }
}
