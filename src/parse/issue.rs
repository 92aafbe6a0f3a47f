//! Issue numbers and dates as mastheads print them: (2022 第 12 期), 第4，6-7期, 〔2023〕第5期（总第345期）.

mod signs;

use crate::numeral::{Cursor, PrintedDate};
use signs::{can_begin, can_end, can_hold, is_separator};

/// The number of an issue as far as it is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Issue {
    /// The year of the number.
    pub year: Option<u16>,
    /// The number in the year.
    pub number: Option<u32>,
    /// The last number of a joint issue.
    pub end: Option<u32>,
    /// The running total.
    pub total: Option<u32>,
}

impl Issue {
    /// Takes what is missing here from another one.
    pub(super) fn fill_from(&mut self, other: Self) {
        if self.number.is_none() {
            (self.number, self.end) = (other.number, other.end);
        }
        self.year = self.year.or(other.year);
        self.total = self.total.or(other.total);
    }
}

/// A text that says nothing but number, date and that it was printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The number.
    pub issue: Issue,
    /// The date.
    pub date: Option<PrintedDate>,
    /// Whether 印发 follows.
    pub printed: bool,
    /// The copies (共印50份).
    pub copies: Option<u32>,
}

impl Stamp {
    /// The stamp that ends `text`, and the bytes before it. The text is short (a piece of a line).
    pub(super) fn at_end(text: &str) -> Option<(usize, Self)> {
        if !can_end(text) {
            return None;
        }
        // What has none but a stamp's characters up to the end: no stamp begins before that.
        let before = text.trim_end_matches(can_hold).len();
        let starts = text.char_indices().filter(|&(_, c)| can_begin(c));
        let mut starts = starts.take(80).skip_while(|&(at, _)| at < before);
        let (at, stamp) = starts.find_map(|(at, _)| Some((at, Self::read(text.get(at..)?)?)))?;
        (stamp.date.is_none() || !ends_range(text, at)).then_some((at, stamp))
    }

    /// The stamp that is the whole of `text`.
    pub(super) fn whole(text: &str) -> Option<Self> {
        if can_end(text) && text.starts_with(can_begin) { Self::read(text) } else { None }
    }

    /// As [`Self::whole`], of a text that may be one by its ends.
    fn read(text: &str) -> Option<Self> {
        let mut cursor = Cursor::new(text);
        let mut stamp = Self::default();
        let mut any = false;
        loop {
            let bracket = skip_separators(&mut cursor);
            if cursor.is_done() {
                return any.then_some(stamp);
            }
            stamp.read_part(&mut cursor, bracket)?;
            any = true;
        }
    }

    /// Whether it has a number or a running total.
    pub(super) const fn is_numbered(&self) -> bool {
        self.issue.number.is_some() || self.issue.total.is_some()
    }

    fn read_part(&mut self, cursor: &mut Cursor<'_>, bracket: bool) -> Option<()> {
        let word = match cursor.peek()? {
            '总' | '累' => self.read_total(cursor),
            '中' | '民' => self.read_year_of_republic(cursor),
            '共' | '印' | '份' | '此' | '本' | '每' => {
                self.read_copies(cursor, bracket) || self.read_print(cursor)
            }
            '编' | '合' | '出' | '刊' | '星' => self.read_print(cursor),
            _ => false,
        };
        if word {
            return Some(());
        }
        let mut ahead = cursor.clone();
        if let Some(date) = PrintedDate::read(&mut ahead)
            && !matches!(ahead.peek(), Some('期' | '号'))
        {
            if self.date.is_some() {
                return None;
            }
            *cursor = ahead;
            self.date = Some(date);
            return Some(());
        }
        self.read_number(cursor, bracket)
    }

    /// 民國三十七年, before the number of that year.
    fn read_year_of_republic(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = cursor.clone();
        let named = ["中华民国", "民国"].iter().any(|era| ahead.eat_word(era));
        let Some(digits) = ahead.digits().filter(|digits| named && digits.value <= 200) else {
            return false;
        };
        if !ahead.eat(&['年']) || ahead.peek() != Some('第') {
            return false;
        }
        self.issue.year = self.issue.year.or(Some(digits.value as u16 + 1911));
        *cursor = ahead;
        true
    }

    /// 总第345期, 总345期.
    fn read_total(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = cursor.clone();
        let named = ["总第", "总期第", "总期数", "总", "累计第"].iter().any(|word| ahead.eat_word(word));
        let Some(digits) = ahead.digits().filter(|_| named) else {
            return false;
        };
        // A joint issue goes by its first number in all: 总第52-53期.
        let mut end = ahead.clone();
        if end.eat(&['-', '、', '至', '~']) && end.digits().is_some() {
            ahead = end;
        }
        ahead.eat(&['期', '号']);
        self.issue.total = self.issue.total.or(Some(digits.value));
        *cursor = ahead;
        true
    }

    /// 共印50份, 印五十份; in brackets 共50份 too, which elsewhere may end any sentence.
    fn read_copies(&mut self, cursor: &mut Cursor<'_>, bracket: bool) -> bool {
        let mut ahead = cursor.clone();
        let _ = ["此件", "本期", "本刊", "每期"].iter().any(|word| ahead.eat_word(word));
        if !(ahead.eat_word("共印")
            || bracket && ahead.eat_word("共")
            || ahead.eat_word("印")
            || ahead.eat_word("印数")
            || ahead.eat_word("份数"))
        {
            return false;
        }
        ahead.eat(&[':', '制', '发', '刷', '数', '了']);
        ahead.eat(&[':']);
        let Some(digits) = ahead.digits() else {
            return false;
        };
        if !ahead.eat(&['份', '册', '本']) {
            return false;
        }
        self.copies = self.copies.or(Some(digits.value));
        *cursor = ahead;
        true
    }

    /// 印发, and the day of the week.
    fn read_print(&mut self, cursor: &mut Cursor<'_>) -> bool {
        const DAYS: &[char] = &['一', '二', '三', '四', '五', '六', '日', '天'];
        if ["印发", "印制", "印刷", "编印", "印送"].iter().any(|word| cursor.eat_word(word))
            || *self != Self::default() && cursor.eat(&['印'])
        {
            self.printed = true;
            return true;
        }
        ["合刊", "出版", "刊发", "编发"].iter().any(|word| cursor.eat_word(word))
            || (cursor.eat_word("星期") && cursor.eat(DAYS))
    }

    /// 2022年, 〔2022〕, 第12期, 第4，6-7期, （26）.
    fn read_number(&mut self, cursor: &mut Cursor<'_>, bracket: bool) -> Option<()> {
        let named = cursor.eat(&['第']) && !cursor.eat(&['年']);
        let first = cursor.digits()?;
        let is_year = first.length == 4 && (1900..2200).contains(&first.value);
        let next = cursor.peek();
        if !named && is_year && matches!(next, Some('年' | '第' | ')' | ']' | '】' | '〕' | '-' | '.' | '·'))
        {
            cursor.eat(&['年', '-', '.', '·']);
            cursor.eat(&['度']);
            self.issue.year = self.issue.year.or(Some(first.value as u16));
            return Some(());
        }
        let mut last = None;
        while cursor.eat(&[',', '、', '-', '~', '至', '和', '及', '/', '.']) {
            cursor.eat(&['第']);
            last = Some(cursor.digits()?.value);
        }
        let unit = cursor.eat(&['期', '号', '辑', '刊', '周']);
        let enclosed = bracket && matches!(cursor.peek(), Some(')' | ']' | '】' | '〕'));
        if !(unit || enclosed) || self.issue.number.is_some() {
            return None;
        }
        self.issue.number = Some(first.value);
        self.issue.end = last;
        Some(())
    }
}

/// Whether a text is nothing but a range of days: 2021年3月15日至3月21日.
pub(super) fn is_range(text: &str) -> bool {
    let inner = text.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')')).trim();
    let rest = PrintedDate::at_start(inner).and_then(|(_, bytes)| inner.get(bytes..)).map(str::trim_start);
    rest.and_then(|rest| {
        let second = rest.trim_start_matches(DASHES).trim_start();
        let (_, bytes) = PrintedDate::at_start(second)?;
        (second.len() < rest.len()).then(|| second.get(bytes..).is_some_and(|rest| rest.trim().is_empty()))
    }) == Some(true)
}

/// What joins the days of a range.
const DASHES: &[char] = &['—', '－', '-', '–', '至', '到', '~', '～'];

/// Whether the date that begins at byte `at` is the second one of a range: 2月21日—2月27日.
fn ends_range(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let first = before.trim_end_matches(DASHES).trim_end();
    let dashed = first.len() < before.len() || text.get(at..).is_some_and(|rest| rest.starts_with(DASHES));
    dashed && first.ends_with(['日', '月', '号'])
}

/// Skips blanks, brackets and commas; says whether an opening bracket was the last of them.
fn skip_separators(cursor: &mut Cursor<'_>) -> bool {
    let mut bracket = false;
    loop {
        if cursor.eat_if(|next| matches!(next, '(' | '[' | '【' | '〔' | '〖')) {
            bracket = true;
        } else if cursor.eat_if(is_separator) {
            bracket = false;
        } else {
            return bracket;
        }
    }
}

#[cfg(test)]
mod tests;
