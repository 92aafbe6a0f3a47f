//! What stands above the head of a bulletin and belongs to it: the title and the labels that a page of the
//! web puts there, the title of a report that has no masthead, to whom a sheet goes.

use std::ops::Range;

use super::bare::bare;
use super::footer::is_distribution;
use super::issue::Stamp;
use super::line::{Line, is_blank};
use super::look::{bracketed, looks_like_title};
use super::masthead::Head;
use super::piece::{label_of, mark, pieces};

/// The labels above a text on a page of the web, and those of a mail.
const LABELS: &[&str] = &[
    "来源",
    "信息来源",
    "稿件来源",
    "发布时间",
    "发布日期",
    "发布机构",
    "发布单位",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "阅读量",
    "点击数",
    "点击量",
    "访问量",
    "访问次数",
    "字体",
    "字号",
    "索引号",
    "作者",
    "发件人",
    "收件人",
    "主题",
    "日期",
    "时间",
    "发送时间",
    "发送日期",
    "抄送",
    "密送",
    "附件",
    "From",
    "To",
    "Cc",
    "Subject",
    "Date",
    "Sent",
];

/// What says on a line of its own that a mail was handed on.
const FORWARDS: &[&str] = &[
    "原始邮件",
    "转发邮件",
    "转发的邮件",
    "转发邮件信息",
    "邮件原文",
    "ForwardedMessage",
    "Forwardedmessage",
    "OriginalMessage",
];

/// How the titles of reports end.
const REPORTS: &[&str] = &["报告", "汇报", "请示", "通知", "意见", "方案", "决定", "总结", "说明", "函"];

/// How many lines the title of a report has at most.
const LINES: usize = 3;

/// What stands above a head.
#[derive(Debug, Default, Clone)]
pub(super) struct Above {
    /// The lines of a title that is the first article's.
    pub title: Range<usize>,
    /// The line after the last.
    pub end: usize,
    /// What it says of the bulletin.
    pub head: Head,
    /// Whether it is a head even where no other follows.
    pub is_sure: bool,
    /// Whether no other head can follow.
    pub is_whole: bool,
}

/// What stands above the head of the first bulletin of a file, if anything does.
pub(super) fn above(lines: &[Line<'_>]) -> Option<Above> {
    web(lines).or_else(|| report(lines)).or_else(|| receivers(lines))
}

/// 标题, and below it 来源：…　发布时间：…; or 发件人：…, 主题：…
fn web(lines: &[Line<'_>]) -> Option<Above> {
    let labelled = |at: usize| lines.get(at).map_or_else(Vec::new, |line| labels(line.text));
    let first = usize::from(labelled(0).is_empty() && lines.first().is_some_and(looks_like_title));
    let mut above = Above { title: 0..first, end: first, is_sure: true, ..Above::default() };
    while let found = labelled(above.end)
        && !found.is_empty()
    {
        above.head.marks.extend(found);
        above.end += 1;
    }
    above.head.end = above.end;
    // A single 来源：… is a by-line.
    (above.head.marks.len() >= 2).then_some(above)
}

/// The labels of a line with their values; none where it does not begin with one.
pub(super) fn labels(text: &str) -> Vec<String> {
    let name = text.trim_matches(|c| is_blank(c) || c == '-');
    if FORWARDS.contains(&&*bare(name)) {
        return vec![mark(text)];
    }
    let mut found: Vec<String> = Vec::new();
    for piece in pieces(text) {
        let Some(part) = text.get(piece) else { continue };
        match found.last_mut() {
            _ if label_of(part, LABELS).is_some() => found.push(mark(part)),
            Some(last) => {
                last.push(' ');
                last.push_str(part);
            }
            None => return found,
        }
    }
    found
}

/// 关于…的报告, over several lines, and below it the date in brackets.
fn report(lines: &[Line<'_>]) -> Option<Above> {
    let first = lines.first().filter(|line| line.text.starts_with("关于"))?;
    let dated = |line: &Line<'_>| bracketed_date(line.text);
    let end = (1..=LINES).find(|&at| lines.get(at).is_some_and(|line| dated(line).is_some()))?;
    let last = lines.get(end - 1)?;
    let titled = REPORTS.iter().any(|word| bare(last.text).ends_with(word)) && !first.is_prose();
    let date = lines.get(end).and_then(dated)?.date;
    let head = Head { end: end + 1, date, ..Head::default() };
    titled.then_some(Above { title: 0..end, end: end + 1, head, is_sure: true, is_whole: true })
}

fn bracketed_date(text: &str) -> Option<Stamp> {
    let inner = bracketed(text)?;
    Stamp::whole(inner).filter(|stamp| stamp.date.is_some() && !stamp.is_numbered())
}

/// 发至各乡: on the first line.
fn receivers(lines: &[Line<'_>]) -> Option<Above> {
    let line = lines.first().filter(|line| line.is_short() && !line.is_prose())?;
    let head = Head { end: 1, marks: vec![mark(line.text)], ..Head::default() };
    is_distribution(line.text).then_some(Above { end: 1, head, ..Above::default() })
}
