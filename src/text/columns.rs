//! How many columns of the terminal a grapheme takes.

use unicode_width::UnicodeWidthChar as _;

use super::ambiguous::AMBIGUOUS;
use super::cluster::Clusters;
use super::standin::stand_in;

/// What the terminal makes of characters of East Asian width “ambiguous”: “ ” — … · ◆ ① ■ × α я.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// Drawn in one column.
    #[default]
    Narrow,
    /// Drawn in two columns.
    Wide,
    /// Not known: laid out in two columns and sent so that it is right on either kind.
    Both,
    /// Not known: replaced by characters of the same width everywhere. Those for which there is
    /// none are laid out in two columns, to be sent as with [`Ambiguous::Both`].
    Subst,
}

impl Ambiguous {
    /// Every mode.
    pub const ALL: [Self; 4] = [Self::Narrow, Self::Wide, Self::Both, Self::Subst];

    /// The name on the command line and in the configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Wide => "wide",
            Self::Both => "both",
            Self::Subst => "subst",
        }
    }

    /// The mode of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// The columns that `text` takes in one line, cleaned and substituted.
pub fn width(text: &str, mode: Ambiguous) -> usize {
    Clusters::new(text, mode).map(|glyph| usize::from(glyph.columns)).sum()
}

/// Whether terminals disagree about the width of a character (`East_Asian_Width=A`).
pub fn is_ambiguous(c: char) -> bool {
    c >= '\u{a1}'
        && !is_han(c)
        && AMBIGUOUS
            .binary_search_by(|&(first, last)| {
                if last < c {
                    std::cmp::Ordering::Less
                } else if first > c {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
}

/// The columns of a character that stands for itself: no cleaning changes it, and nothing but a
/// character that is not plain can join it to a cluster. `None` for all others.
///
/// Nearly every character of a bulletin is plain, so this comes before all tables.
#[inline]
pub(super) fn plain(c: char, mode: Ambiguous) -> Option<u8> {
    if is_han(c) {
        return Some(2);
    }
    match c {
        ' '..='~' => Some(1),
        '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        // Their stand-ins have two columns, as they have where they are wide.
        '“' | '”' | '‘' | '’' | '—' | '…' | '·' => Some(match mode {
            Ambiguous::Narrow => 1,
            Ambiguous::Wide | Ambiguous::Both | Ambiguous::Subst => 2,
        }),
        _ => plain_letter(c, mode),
    }
}

/// [`plain`] for other scripts and symbols, which need the tables for their width.
fn plain_letter(c: char, mode: Ambiguous) -> Option<u8> {
    match c {
        // Latin, Greek, Cyrillic.
        '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{391}'..='\u{3c9}' | '\u{410}'..='\u{44f}'
        // Punctuation, numbers, arrows, mathematics, boxes, dingbats.
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2150}'..='\u{2328}' | '\u{232b}'..='\u{27bf}'
        // Kana, enclosed characters, Hangul syllables, emoji.
        | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{312f}' | '\u{3200}'..='\u{33ff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{1f300}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1f64f}' | '\u{20000}'..='\u{2f7ff}' => {
            Some(cluster_columns(c.encode_utf8(&mut [0; 4]), mode))
        }
        _ => None,
    }
}

/// The columns of one cleaned cluster: 1 or 2, or as many as its stand-in has.
pub(super) fn cluster_columns(symbol: &str, mode: Ambiguous) -> u8 {
    if mode != Ambiguous::Narrow && symbol.chars().next().is_some_and(is_ambiguous) {
        let substitute = (mode == Ambiguous::Subst).then(|| stand_in(symbol)).flatten();
        return substitute.map_or(2, |substitute| substitute.chars().map(char_columns).sum());
    }
    let columns: u32 = symbol.chars().map(|c| u32::from(char_columns(c))).sum();
    columns.clamp(1, 2) as u8
}

/// The columns of a character as terminals count them, ambiguous ones in one: 0, 1 or 2.
pub(super) fn char_columns(c: char) -> u8 {
    match c {
        // The half-width voicing marks have a column of their own on every terminal, though they
        // extend the cluster before them.
        ' '..='~' | '\u{ff9e}' | '\u{ff9f}' => 1,
        _ if is_han(c) => 2,
        _ => c.width().unwrap_or(1).min(2) as u8,
    }
}

/// The two large blocks of Han characters, for a short cut.
#[inline]
const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
