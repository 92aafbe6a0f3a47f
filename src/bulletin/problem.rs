//! Something in a file that a reader or its editor should know, with its place.

use serde::{Deserialize, Serialize};

use super::Texts;
use crate::message::{Explanation, Lang, Msg};

/// Something in a file that a reader or its editor should know (问题).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What kind of thing it is.
    pub code: Code,
    /// Line of the file, from 1; 0 where it is about the file as a whole.
    pub line: u32,
    /// What fills the blanks of the code's message.
    pub details: Texts,
}

impl Problem {
    /// A problem with what fills the blanks of its message.
    pub fn new(code: Code, line: u32, details: impl IntoIterator<Item = String>) -> Self {
        Self { code, line, details: details.into_iter().collect() }
    }

    /// What was dropped, for [`Code::DroppedText`]: visible characters that stand in no span.
    pub fn dropped(&self) -> Option<&str> {
        self.details.iter().nth(1).filter(|_| self.code == Code::DroppedText)
    }

    /// The message for a person.
    pub fn message(&self, lang: Lang) -> String {
        let details: Vec<&str> = self.details.iter().collect();
        self.code.message().fill(lang, &details)
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $msg:ident,)*) => {
        /// The kinds of [`Problem`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// The name in JSON and in the output of `check`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// Whether it says that a file or folder could not be read as asked.
            pub const fn is_unread(self) -> bool {
                matches!(
                    self,
                    Self::Unreadable
                        | Self::NotFound
                        | Self::Forbidden
                        | Self::NotText
                        | Self::TooLarge
                        | Self::NotRegular
                        | Self::Stopped
                )
            }

            /// The code of this name; `None` where there is none.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }

            /// What it means, with an example.
            pub const fn explanation(self) -> Explanation {
                match self { $(Self::$code => Explanation::$msg,)* }
            }

            /// The message; its blanks are filled by [`Problem::details`].
            pub const fn message(self) -> Msg {
                match self { $(Self::$code => Msg::$msg,)* }
            }
        }
    };
}

codes! {
    /// An entry of the contents has no article. Details: position in the contents, entry.
    MissingArticle "missing-article" MissingArticle,
    /// An article is not in the contents. Details: title.
    UnlistedArticle "unlisted-article" UnlistedArticle,
    /// Title and contents entry differ by a character or two. Details: entry, title.
    TitleDiffers "title-differs" TitleDiffers,
    /// A series leaves an ordinal out. Details: marker before, marker found, marker expected.
    SkippedOrdinal "skipped-ordinal" SkippedOrdinal,
    /// A series has an ordinal twice. Details: marker.
    RepeatedOrdinal "repeated-ordinal" RepeatedOrdinal,
    /// The masthead has no number.
    NoNumber "no-number" NoNumber,
    /// The masthead has no date.
    NoDate "no-date" NoDate,
    /// Masthead and imprint give different dates. Details: masthead's, imprint's.
    DateDiffers "date-differs" DateDiffers,
    /// Numbers are missing in a serial's year. Details: serial, year, the missing numbers.
    NumberGap "number-gap" NumberGap,
    /// Two files hold the same issue. Details: serial, number, the other path.
    DuplicateIssue "duplicate-issue" DuplicateIssue,
    /// Page numbers or running heads were dropped. Details: kind (页码, 页眉), the texts.
    DroppedText "dropped-text" DroppedText,
    /// Bytes could not be decoded; the line is that of the first. Details: how many places, encoding.
    BadEncoding "bad-encoding" BadEncoding,
    /// A total is not the sum of its parts; told by `audit`. Details: total, sum.
    SumDiffers "sum-differs" SumDiffers,
    /// One series of figures mixes units; told by `audit`. Details: the units.
    MixedUnits "mixed-units" MixedUnits,
    /// A file or folder could not be read. Details: the system's reason.
    Unreadable "unreadable" Unreadable,
    /// There is no such file or folder.
    NotFound "not-found" NotFound,
    /// The system forbids to read it.
    Forbidden "forbidden" Forbidden,
    /// The file is no text: a picture, an archive, UTF-16.
    NotText "not-text" NotText,
    /// The file is larger than the cap. Details: the cap in megabytes.
    TooLarge "too-large" TooLarge,
    /// A pipe, socket or device was left out.
    NotRegular "not-regular" NotRegular,
    /// The parser stopped at a fault of its own. Details: what it said.
    Stopped "stopped" Stopped,
    /// Files of other kinds were left out in a folder. Details: how many of each kind.
    Skipped "skipped" Skipped,
    /// Hidden files and folders were left out in a folder. Details: how many, the first name.
    Hidden "hidden" Hidden,
}
