//! How single lines look: a by-line, a note, a title, a headline.

use std::ops::Range;

use super::bare::{bare, has_letter};
use super::contents;
use super::footer::is_distribution;
use super::line::{Line, is_blank};
use super::piece::{is_office, label};
use crate::numeral::{HanSet, Marker, plain};

/// Words that show a by-line.
const BYLINES: &[&str] = &[
    "供稿",
    "记者",
    "通讯员",
    "来源",
    "作者",
    "整理",
    "报送",
    "撰稿",
    "执笔",
    "摘自",
    "信息员",
    "提供",
    "选自",
    "转自",
    "文/",
    "稿件",
    "撰文",
    "采写",
    "综合",
    "编写",
    "投稿",
    "推荐",
    "单位:",
];

/// What a by-line without brackets begins with.
const BYLINE_STARTS: &[&str] = &[
    "供稿",
    "作者",
    "来源",
    "记者",
    "本报记者",
    "本刊记者",
    "本报通讯员",
    "本刊通讯员",
    "特约通讯员",
    "通讯员",
    "撰稿",
    "执笔",
    "文/",
    "文:",
    "报送单位",
    "供稿单位",
    "稿件来源",
    "信息来源",
];

/// What a text in brackets under a title or at an article's end says when it is no by-line.
const REMARKS: &[&str] = &[
    "待续",
    "完",
    "全文完",
    "续完",
    "上缺",
    "上略",
    "中略",
    "下略",
    "下缺",
    "中缺",
    "略",
    "缺",
    "续前",
    "续",
    "节选",
    "未完",
    "未完待续",
    "摘要",
    "摘编",
    "讨论稿",
    "附后",
    "上",
    "下",
    "转载",
    "试行",
];

/// The surnames that nearly all have, in both scripts where these differ.
static SURNAMES: HanSet = HanSet::of(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏\
    钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温\
    芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位\
    覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸\
    冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙\
    薄伏岑习胥保和蔺張劉陳楊趙黃吳孫羅鄭謝韓馮蕭鄧許蘇盧蔣賈葉閻餘鍾薑範譚鄒陸顧龍萬錢湯喬賀賴龔龐蘭顏嚴溫盧魯韋畢聶叢齊莊",
);

/// The inside of a text that stands in round brackets as a whole.
pub(super) fn bracketed(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    let inner = inner.trim_matches(is_blank);
    let nested = inner.chars().try_fold(0_i32, |depth, c| match c {
        '（' | '(' => Some(depth + 1),
        '）' | ')' if depth == 0 => None,
        '）' | ')' => Some(depth - 1),
        _ => Some(depth),
    });
    (nested == Some(0) && !inner.is_empty() && has_letter(inner)).then_some(inner)
}

/// Whether a text in brackets names who wrote or sent in an article.
pub(super) fn is_byline(inner: &str) -> bool {
    let bare = bare(inner);
    !bare.contains('。') && bare.chars().count() <= 45 && BYLINES.iter().any(|word| bare.contains(word))
}

/// Whether a short line without brackets is a by-line: 记者 …, 来源：…, …供稿.
pub(super) fn is_labelled_byline(text: &str) -> bool {
    let first = text.chars().next().map_or(' ', plain);
    let may_begin =
        matches!(first, '供' | '作' | '来' | '记' | '本' | '通' | '撰' | '执' | '文' | '报' | '稿' | '信');
    if !(may_begin || text.ends_with('稿')) {
        return false;
    }
    let bare = bare(text);
    if bare.chars().count() > 40 || bare.contains(['。', '，']) {
        return false;
    }
    let named = BYLINE_STARTS.iter().any(|word| {
        bare.strip_prefix(word).is_some_and(|rest| {
            let apart = text
                .trim_start_matches(|c| word.contains(plain(c)))
                .starts_with(|c| is_blank(c) || matches!(plain(c), ':' | '|'));
            word.ends_with(['/', ':']) || rest.starts_with([':', '|']) || apart && rest.chars().count() <= 12
        })
    });
    named || (bare.ends_with("供稿") && bare.chars().count() <= 30)
}

/// Whether a line under a title is nothing but an office, a person, or both.
pub(super) fn is_signed(text: &str) -> bool {
    let length = text.chars().filter(|c| !is_blank(*c)).count();
    let spaced = || text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    length <= 3 && is_person(&spaced()) || length <= 25 && (are_offices(text) || is_name(text))
}

/// Whether a text names an office, or several parted by 、 (市体改委、市纺织局).
fn are_offices(text: &str) -> bool {
    text.split('、').all(is_office)
}

/// Whether a text is a person's name, or a place or an office and a name: 东山村 何六.
pub(super) fn is_name(inner: &str) -> bool {
    // A class has brackets in its name: 高二（3）班.
    let letters = |text: &str| {
        let is_letter = |c: char| c.is_alphabetic() && !c.is_ascii();
        text.chars().all(|c| is_letter(c) || matches!(plain(c), '(' | ')' | '0'..='9'))
    };
    let (first, name) = inner.split_once(is_blank).unwrap_or(("", inner));
    // A name of two characters is often spaced out: 章　岳.
    let name: String = name.chars().filter(|c| !is_blank(*c)).collect();
    let of_whom = first.chars().count() <= 15 && letters(first);
    of_whom && is_person(&name) && !is_remark(inner)
}

/// Whether a word of two or three characters begins with a surname. A character that cannot be read (□) may
/// stand for any.
fn is_person(word: &str) -> bool {
    (2..=3).contains(&word.chars().count())
        && word.starts_with(|c: char| c == '□' || SURNAMES.contains(c))
        && word.chars().all(|c| c == '□' || c.is_alphabetic() && !c.is_ascii())
}

/// Whether a text in brackets is a remark, not a by-line.
pub(super) fn is_remark(inner: &str) -> bool {
    let bare = bare(inner);
    REMARKS.contains(&&*bare)
        || bare.starts_with('见')
        || bare.starts_with('附')
        || bare.starts_with('注')
        || ["下接", "上接", "下转", "转第", "接第"].iter().any(|word| bare.starts_with(word))
        || ["删节", "有删改", "有改动"].iter().any(|word| bare.contains(word))
}

/// Whether the text is an editor's note.
pub(super) fn is_note(text: &str) -> bool {
    let ink = text.chars().filter(|c| !is_blank(*c)).map(plain);
    // Most texts begin with another word.
    if !ink.clone().next().is_some_and(|first| matches!(first, '编' | '按' | '【' | '[' | '〔')) {
        return false;
    }
    let start: String = ink.take(7).collect();
    let start = start.trim_start_matches(['【', '[', '〔']);
    ["编者按", "编者的话", "编者注", "按:", "按语"].iter().any(|word| start.starts_with(word))
}

/// Whether a line could be a title by its own look.
pub(super) fn looks_like_title(line: &Line<'_>) -> bool {
    let text = line.inner();
    (2..=50).contains(&line.chars)
        && !line.stop
        && line.inner_marker().is_none()
        && !text.ends_with(['。', '；', '，', '、', '：', ';', ',', ':', '…', '（'])
        && !text.starts_with(['（', '(', '—', '，', '、', '。', '”', '）'])
        && !is_part(text)
        && has_letter(text)
        && !is_distribution(text)
        && contents::label(text).is_none()
        && label(text).is_none()
}

/// Whether the line heads a part of an article: 第一节　…, 第二部分：….
fn is_part(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('第') else { return false };
    let word = rest.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    word.len() < rest.len() && ["节", "章", "部分"].iter().any(|part| word.starts_with(part))
}

/// The headline of a listed item: a short first sentence with more behind it.
pub(super) fn headline(text: &str) -> Option<&str> {
    let (first, rest) = text.split_once('。')?;
    let dated = first.starts_with(|c: char| plain(c).is_ascii_digit())
        || ["近日", "日前", "今年", "截至", "近年"].iter().any(|word| first.starts_with(word));
    let fits = (4..=30).contains(&first.chars().count()) && !dated && Marker::at_start(first).is_none();
    let more = rest.chars().any(char::is_alphanumeric) && bracketed(rest.trim_matches(is_blank)).is_none();
    (fits && more).then_some(first)
}

/// For 更正：… or 【更正】… on one line: where the title stands, and the bytes up to the text.
pub(super) fn corrigendum(text: &str) -> Option<(Range<usize>, usize)> {
    if !text.starts_with(['更', '勘', '【', '[', '［']) {
        return None;
    }
    ["更正启事", "更正说明", "更正", "勘误"].iter().find_map(|word| {
        let open = text.strip_prefix(['【', '[', '［']).unwrap_or(text);
        let close = if open.len() < text.len() { ['】', ']', '］'] } else { ['：', ':', '：'] };
        let rest = open.strip_prefix(word)?.strip_prefix(close)?;
        let start = text.len() - open.len();
        (!rest.is_empty()).then(|| (start..start + word.len(), text.len() - rest.len()))
    })
}
