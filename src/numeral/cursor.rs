//! A reader of short printed forms: blanks between characters and the script do not count.

use super::HanSet;
use super::chinese::{integer, is_numeral};

/// A place in a text; every step skips blanks and sees characters in their [`plain`] form.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    whole: &'a str,
    /// Bytes that have been read.
    read: usize,
    /// What is left, without the blanks before it.
    rest: &'a str,
    /// What that begins with, in its plain form: told once, since most of the steps that are tried ask it.
    next: Option<char>,
}

/// A run of digits as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    /// Its value.
    pub value: u32,
    /// How many characters it has.
    pub length: usize,
}

impl<'a> Cursor<'a> {
    /// The beginning of a text.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut cursor = Self { whole: text, read: 0, rest: text, next: None };
        cursor.look(text);
        cursor
    }

    /// Goes to the start of `rest`, the text behind what was read.
    fn look(&mut self, rest: &'a str) {
        self.read = self.whole.len() - rest.len();
        self.rest = without_blanks(rest);
        self.next = self.rest.chars().next().map(plain);
    }

    /// Bytes that have been read.
    pub(crate) const fn offset(&self) -> usize {
        self.read
    }

    /// The next character that is no blank, in its plain form.
    pub(crate) const fn peek(&self) -> Option<char> {
        self.next
    }

    /// Whether nothing but blanks is left.
    pub(crate) const fn is_done(&self) -> bool {
        self.next.is_none()
    }

    /// Reads one of these characters.
    #[inline]
    pub(crate) fn eat(&mut self, wanted: &[char]) -> bool {
        self.eat_if(|next| wanted.contains(&next))
    }

    /// Reads one character of a kind.
    #[inline]
    pub(crate) fn eat_if(&mut self, is_wanted: impl Fn(char) -> bool) -> bool {
        let found = self.next.is_some_and(is_wanted);
        if found {
            let mut characters = self.rest.chars();
            characters.next();
            self.look(characters.as_str());
        }
        found
    }

    /// Reads these characters one after the other, all or none.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        if self.next != word.chars().next() {
            return false;
        }
        let mut ahead = self.clone();
        let found = word.chars().all(|wanted| ahead.eat_if(|next| next == wanted));
        if found {
            *self = ahead;
        }
        found
    }

    /// Reads a run of Arabic digits, or of Chinese ones, which may be spaced out.
    pub(crate) fn digits(&mut self) -> Option<Digits> {
        let rest = self.rest;
        let (value, length, bytes) = if self.next?.is_ascii_digit() {
            arabic(rest)
        } else if rest.starts_with(is_numeral) {
            let printed =
                run(rest, |character| is_numeral(character) || character.is_whitespace()).trim_end();
            let digits = printed.chars().filter(|character| !character.is_whitespace());
            (u32::try_from(integer(digits.clone())?).ok()?, digits.count(), printed.len())
        } else {
            return None;
        };
        // Longer runs are telephone numbers or noise.
        if length > LONGEST {
            return None;
        }
        self.look(rest.get(bytes..).unwrap_or_default());
        Some(Digits { value, length })
    }
}

/// How many digits a run has at most; as many fit into its value.
const LONGEST: usize = 8;

/// The run of Arabic digits that a text begins with: its value, how many there are, its bytes. Of a longer
/// run than [`LONGEST`] the value is none.
fn arabic(text: &str) -> (u32, usize, usize) {
    let (mut value, mut length) = (0_u32, 0);
    let mut rest = text;
    while let Some((digit, bytes)) = digit(rest) {
        value = value.wrapping_mul(10).wrapping_add(digit);
        length += 1;
        rest = rest.get(bytes..).unwrap_or_default();
    }
    (value, length, text.len() - rest.len())
}

/// The value of the digit that a text begins with, ASCII or full-width, and its bytes.
fn digit(text: &str) -> Option<(u32, usize)> {
    match *text.as_bytes() {
        [digit @ b'0'..=b'9', ..] => Some((u32::from(digit - b'0'), 1)),
        [0xef, 0xbc, last @ 0x90..=0x99, ..] => Some((u32::from(last - 0x90), 3)),
        _ => None,
    }
}

/// The text without blanks at its start; nearly none has any, and those are the blank, the tab, the wide blank.
#[inline]
fn without_blanks(text: &str) -> &str {
    match text.as_bytes().first() {
        Some(0xe4..=0xe9 | b'!'..=b'~') | None => text,
        _ => text.trim_start(),
    }
}

/// The longest start of `text` made of such characters.
fn run(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    let end = text.find(|character| !is_part(character)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The character as keywords of the genre are compared: full-width forms of ASCII as ASCII, and
/// the traditional characters that occur in those keywords as simplified ones.
#[inline]
pub(crate) fn plain(character: char) -> char {
    match character {
        '\0'..='\x7f' => character,
        '\u{4e00}'..='\u{9fff}' if !IS_TRADITIONAL.contains(character) => character,
        _ => plain_form(character),
    }
}

fn plain_form(character: char) -> char {
    match character {
        '–' | '—' | '―' | '─' | '━' | '－' | '﹣' | '−' | '‐' | '‑' => '-',
        '︰' | '﹕' => ':',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '\u{4e00}'..='\u{9fff}' => match TRADITIONAL.binary_search(&character) {
            Ok(index) => SIMPLIFIED.get(index).copied().unwrap_or(character),
            Err(_) => character,
        },
        _ => character,
    }
}

/// [`TRADITIONAL`] as a set: most characters are none of them, and this is asked of every one.
static IS_TRADITIONAL: HanSet = HanSet::of_characters(&TRADITIONAL);

/// The traditional characters of the genre's keywords, in the order of their code points.
pub(super) const TRADITIONAL: [char; 83] = [
    '來', '傳', '億', '內', '兩', '則', '動', '務', '區', '協', '參', '員', '問', '單', '國', '園', '團',
    '報', '學', '審', '專', '對', '導', '幹', '庁', '廳', '後', '態', '應', '採', '會', '條', '業', '機',
    '權', '決', '發', '種', '稱', '簡', '級', '組', '經', '編', '縣', '總', '聯', '華', '萬', '處', '號',
    '覽', '訊', '記', '話', '誤', '調', '讀', '責', '資', '輯', '輿', '辦', '週', '進', '達', '遞', '鄉',
    '錄', '錢', '鎮', '閱', '關', '隊', '階', '電', '頁', '領', '頭', '題', '類', '體', '點',
];

/// Their simplified forms.
pub(super) const SIMPLIFIED: [char; 83] = [
    '来', '传', '亿', '内', '两', '则', '动', '务', '区', '协', '参', '员', '问', '单', '国', '园', '团',
    '报', '学', '审', '专', '对', '导', '干', '厅', '厅', '后', '态', '应', '采', '会', '条', '业', '机',
    '权', '决', '发', '种', '称', '简', '级', '组', '经', '编', '县', '总', '联', '华', '万', '处', '号',
    '览', '讯', '记', '话', '误', '调', '读', '责', '资', '辑', '舆', '办', '周', '进', '达', '递', '乡',
    '录', '钱', '镇', '阅', '关', '队', '阶', '电', '页', '领', '头', '题', '类', '体', '点',
];
