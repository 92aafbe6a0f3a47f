//! Where the sentences of a paragraph end.

use std::ops::Range;

/// One past the last byte of each sentence, in order, the closing quotation marks and brackets
/// included; the last is the end of the paragraph.
pub(super) fn ends(paragraph: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = paragraph.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        if !matches!(c, '。' | '！' | '？' | '!' | '?') {
            continue;
        }
        while chars.next_if(|&(_, next)| closes(next)).is_some() {}
        ends.push(chars.peek().map_or(paragraph.len(), |&(at, _)| at));
    }
    if ends.last() != Some(&paragraph.len()) {
        ends.push(paragraph.len());
    }
    ends
}

/// The sentence that holds these bytes, without blanks around it.
pub(super) fn around(paragraph: &str, ends: &[usize], bytes: &Range<usize>) -> Range<usize> {
    let before = ends.partition_point(|&end| end <= bytes.start);
    let start = before.checked_sub(1).and_then(|index| ends.get(index)).copied().unwrap_or_default();
    let behind = ends.partition_point(|&end| end < bytes.end);
    let end = ends.get(behind).copied().unwrap_or(paragraph.len());
    let sentence = paragraph.get(start..end).unwrap_or_default();
    let blanks = sentence.len() - sentence.trim_start().len();
    start + blanks..start + sentence.trim_end().len()
}

/// Whether a character behind a full stop still belongs to the sentence.
const fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '》' | '】' | '"' | '。' | '！' | '？' | '!' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentence around the first `1`.
    fn check(paragraph: &str, expected: &str) {
        let at = paragraph.find('1').unwrap();
        let found = around(paragraph, &ends(paragraph), &(at..at + 1));
        assert_eq!(paragraph.get(found), Some(expected), "{paragraph}");
    }

    #[test]
    fn a_sentence_goes_from_stop_to_stop() {
        check("修桥1座", "修桥1座");
        check("先修路。 再修桥1座；又栽树。后验收。", "再修桥1座；又栽树。");
        check("他说：“修桥1座！”众人称好。", "他说：“修桥1座！”");
        check("共1.5万元。", "共1.5万元。");
        check("好！！共1元？！", "共1元？！");
        check("1", "1");
    }
}
