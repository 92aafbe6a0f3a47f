//! The data: what a bulletin holds once it is parsed, as spans into one healed text.
//!
//! A [`Bulletin`] owns its text once. Everything else is a [`Span`] of that text, so that the
//! printed order can be had by sorting, a hit in the text can be traced to its measure, and ten
//! thousand bulletins cost little more than their characters. Lists are boxed slices, which have no room to
//! spare: a bulletin does not change any more.

mod address;
mod node;
mod packed;
mod passage;
mod problem;
mod rows;
mod span;
mod spans;
mod summary;
mod texts;

pub use address::{Address, Place};
pub use node::{Children, Node};
pub use packed::{Packed, pack, skim, unpack, unpack_mastheads, unpack_summaries};
pub use passage::{Kind, Passage, passages};
pub use problem::{Code, Problem};
pub use rows::{Passages, Places, Rows};
pub use span::{FilePlace, Seam, Span, Text};
pub use spans::Spans;
pub use summary::Summary;
pub use texts::Texts;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::numeral::Date;

/// One issue of a bulletin as printed (一期简报).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bulletin {
    /// The healed text that every span of this bulletin lies in.
    pub text: Text,
    /// The head of the first page (报头).
    pub masthead: Masthead,
    /// The entries of 本期目录, in order, without bullet, number, leaders and page.
    pub contents: Box<[Span]>,
    /// The articles (文章), in order.
    pub articles: Box<[Article]>,
    /// To whom the bulletin went (分送), in printed order.
    pub distribution: Box<[Distribution]>,
    /// The closing block (印发); `None` where the bulletin has none.
    pub imprint: Option<Imprint>,
    /// What a reader or the editor should know, by line.
    pub problems: Box<[Problem]>,
}

/// The head of the first page (报头): what serial this is, which issue, by whom, when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masthead {
    /// The serial title (刊名), blanks of a spaced-out title removed. Issues may share it.
    #[serde(deserialize_with = "packed::name")]
    pub title: Option<Arc<str>>,
    /// The year of the number (年); taken from the date where the number has none.
    pub year: Option<u16>,
    /// The number in the year (期号).
    pub number: Option<u32>,
    /// The last number of a joint issue (第4-5期: 5).
    pub number_end: Option<u32>,
    /// The running total (总第N期).
    pub total: Option<u32>,
    /// The issuing office (编发单位), without 编, 主办 and the like. Issues may share it.
    #[serde(deserialize_with = "packed::name")]
    pub issuer: Option<Arc<str>>,
    /// The date in the masthead.
    pub date: Option<Date>,
    /// Every other line of masthead or footer (内部资料, 签发：…, 联系人：…), split at its labels.
    #[serde(skip)]
    pub marks: Texts,
}

/// One article (文章).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The title, its second line or sub-title joined. Empty where a text has none.
    pub title: Span,
    /// The column (栏目) it stands in, without its brackets.
    pub column: Option<Span>,
    /// Who sent it in (供稿), without its brackets.
    pub byline: Option<Span>,
    /// The paragraphs before the first section (导语).
    pub lead: Box<[Paragraph]>,
    /// The sections of the highest level the article has.
    pub sections: Box<[Section]>,
}

/// A heading with what stands under it (节): 一、 / （一） / 1. / （1）.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The depth by the marker: 一、 1, （一） 2, 1. 3, （1） 4.
    pub level: u8,
    /// The number that the marker prints.
    pub ordinal: u32,
    /// The marker as printed, punctuation included.
    pub marker: Span,
    /// The heading, without the full stop of a run-in heading.
    pub heading: Span,
    /// The section's own paragraphs, without those that are measures.
    pub paragraphs: Spans,
    /// The measures of this section, in order.
    pub measures: Box<[Measure]>,
    /// Sections under this one. In the text they come after the measures.
    pub sections: Box<[Section]>,
}

/// A paragraph of a lead (段).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The paragraph without its measures.
    pub text: Span,
    /// The measures that hang on it.
    pub measures: Box<[Measure]>,
}

/// One measure of a series (举措): 一是… 二是…, 第一，…, 首先…
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The number that the marker prints; for 最后 its position.
    pub ordinal: u32,
    /// The marker as printed, punctuation included (一是, 第一，).
    pub marker: Span,
    /// The first sentence, where it is short and more follows; without its full stop.
    pub headline: Option<Span>,
    /// The rest.
    pub text: Span,
}

/// To whom a bulletin goes (分送): one line of 报／送／发／抄送.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// The relation of the receivers to the issuer.
    pub kind: Delivery,
    /// The label as printed, without its colon.
    pub marker: Span,
    /// The receivers as printed.
    pub text: Span,
    /// The receivers one by one.
    pub recipients: Box<[Span]>,
}

/// The relation of the receivers to the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delivery {
    /// 报, 报送: to superiors.
    Report,
    /// 送, 主送, 分送: to peers.
    Send,
    /// 发: to subordinates.
    Issue,
    /// 抄送: copies.
    Copy,
}

impl Delivery {
    /// The name in the JSON of a bulletin.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Send => "send",
            Self::Issue => "issue",
            Self::Copy => "copy",
        }
    }
}

/// The closing block (印发): who printed it, when, how many.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imprint {
    /// The office, as printed.
    pub issuer: Option<Span>,
    /// The date of printing.
    pub date: Option<Date>,
    /// The number of copies (共印50份).
    pub copies: Option<u32>,
}

#[cfg(test)]
mod tests;
