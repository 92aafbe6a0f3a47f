//! A reader of short printed forms: blanks between characters and the script do not count.

use super::chinese::is_numeral;

/// A place in a text; every step skips blanks and sees characters in their [`plain`] form.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    whole: &'a str,
    rest: &'a str,
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
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { whole: text, rest: text }
    }

    /// Bytes that have been read.
    pub(crate) const fn offset(&self) -> usize {
        self.whole.len() - self.rest.len()
    }

    /// Reads so many bytes, which end on a character's boundary.
    pub(crate) fn skip_bytes(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// The next character that is no blank, in its plain form.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest.trim_start().chars().next().map(plain)
    }

    /// Whether nothing but blanks is left.
    pub(crate) fn is_done(&self) -> bool {
        self.peek().is_none()
    }

    /// Reads one of these characters.
    pub(crate) fn eat(&mut self, wanted: &[char]) -> bool {
        let rest = self.rest.trim_start();
        let mut characters = rest.chars();
        let found = characters.next().is_some_and(|next| wanted.contains(&plain(next)));
        if found {
            self.rest = characters.as_str();
        }
        found
    }

    /// Reads these characters one after the other, all or none.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        let mut ahead = self.clone();
        let all = word.chars().all(|character| ahead.eat(&[character]));
        if all {
            *self = ahead;
        }
        all
    }

    /// Reads a run of Arabic or of Chinese digits.
    pub(crate) fn digits(&mut self) -> Option<Digits> {
        let rest = self.rest.trim_start();
        let arabic = run(rest, |character| plain(character).is_ascii_digit());
        let printed = if arabic.is_empty() { run(rest, is_numeral) } else { arabic };
        let length = printed.chars().count();
        // Longer runs are telephone numbers or noise, and would overflow.
        if length == 0 || length > 8 {
            return None;
        }
        let value = super::ordinal(printed)?;
        self.rest = rest.get(printed.len()..).unwrap_or_default();
        Some(Digits { value, length })
    }
}

/// The longest start of `text` made of such characters.
fn run(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    let end = text.find(|character| !is_part(character)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The character as keywords of the genre are compared: full-width forms of ASCII as ASCII, and
/// the traditional characters that occur in those keywords as simplified ones.
pub(crate) const fn plain(character: char) -> char {
    match character {
        '–' | '—' | '―' | '─' | '━' | '－' | '﹣' | '−' | '‐' | '‑' => '-',
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(character as u32 - 0xfee0) {
            Some(ascii) => ascii,
            None => character,
        },
        '︰' | '﹕' => ':',
        '來' => '来',
        '內' => '内',
        '兩' => '两',
        '則' => '则',
        '動' => '动',
        '務' => '务',
        '協' => '协',
        '參' => '参',
        '單' => '单',
        '員' => '员',
        '問' => '问',
        '國' => '国',
        '報' => '报',
        '學' => '学',
        '導' => '导',
        '專' => '专',
        '後' => '后',
        '態' => '态',
        '應' => '应',
        '會' => '会',
        '條' => '条',
        '權' => '权',
        '機' => '机',
        '決' => '决',
        '發' => '发',
        '種' => '种',
        '稱' => '称',
        '簡' => '简',
        '組' => '组',
        '級' => '级',
        '經' => '经',
        '編' => '编',
        '縣' => '县',
        '總' => '总',
        '聯' => '联',
        '處' => '处',
        '號' => '号',
        '訊' => '讯',
        '記' => '记',
        '話' => '话',
        '誤' => '误',
        '調' => '调',
        '責' => '责',
        '資' => '资',
        '輯' => '辑',
        '輿' => '舆',
        '辦' => '办',
        '進' => '进',
        '遞' => '递',
        '達' => '达',
        '錄' => '录',
        '錢' => '钱',
        '閱' => '阅',
        '關' => '关',
        '隊' => '队',
        '階' => '阶',
        '電' => '电',
        '領' => '领',
        '頁' => '页',
        '頭' => '头',
        '題' => '题',
        '類' => '类',
        '體' => '体',
        '點' => '点',
        '廳' => '厅',
        '庁' => '厅',
        '幹' => '干',
        '華' => '华',
        '萬' => '万',
        '億' => '亿',
        '審' => '审',
        '對' => '对',
        '覽' => '览',
        '採' => '采',
        '讀' => '读',
        '週' => '周',
        '傳' => '传',
        '團' => '团',
        '區' => '区',
        '園' => '园',
        '鎮' => '镇',
        '鄉' => '乡',
        '業' => '业',
        other => other,
    }
}
