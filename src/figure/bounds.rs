//! The words around a number that say on which side of it the truth lies.

use std::sync::LazyLock;

use super::Bound;
use super::words::{Words, any_at, any_ending, position};

/// What the words before a number say, and how many glyphs they take.
///
/// `round` says that the number is a scale alone (百, 万): only there 上, 过 and 成 are bounds.
pub(super) fn before(chars: &[char], round: bool) -> (usize, Option<Bound>) {
    static WORDS: LazyLock<Words<(Bound, &str)>> = LazyLock::new(|| Words::backward(rows(BEFORE)));
    let mut length = 0;
    // 超过人民币3亿元, 最高可贷30万元: two words may stand between.
    for _ in 0..3 {
        let rest = chars.get(..chars.len().saturating_sub(length)).unwrap_or_default();
        if let Some((word, (bound, unless))) = WORDS.ending(rest) {
            let text = rest.get(..rest.len() - word).unwrap_or_default();
            if text.last().is_none_or(|previous| !unless.contains(*previous)) {
                if is_compared(text, rest.get(text.len()..).unwrap_or_default()) {
                    return (length, None);
                }
                return (length + word, Some(bound));
            }
        }
        if round && let Some(word) = any_ending(rest, &["上", "过"]) {
            return (length + word, Some(Bound::More));
        }
        match any_ending(rest, BETWEEN) {
            Some(word) => length += word,
            None => break,
        }
    }
    (0, about_part(chars))
}

/// 比单种水稻高出1.2倍: how much more it is, and not that it is more than so much.
fn is_compared(before: &[char], word: &[char]) -> bool {
    const WINDOW: usize = 14;
    let clause = before.iter().rev().take(WINDOW).take_while(|c| c.is_alphanumeric());
    let verb = any_at(word, &["高出", "多出", "超出", "高于", "低于", "少于", "多于", "大于"]).is_some();
    verb && clause.into_iter().any(|c| matches!(c, '比' | '较'))
}

/// 约为市场价的六折: the bound stands before what the share is of.
fn about_part(chars: &[char]) -> Option<Bound> {
    let whole = chars.strip_suffix(&['的'])?;
    let window = whole.get(whole.len().saturating_sub(10)..)?;
    let said = |words| position(window, words).is_some();
    if said(&["约为", "约占", "约合"]) {
        Some(Bound::About)
    } else if said(&["不超过", "不高于"]) {
        Some(Bound::Less)
    } else if said(&["不低于", "不少于"]) {
        Some(Bound::More)
    } else {
        None
    }
}

/// What the words behind a quantity say, and how many glyphs they take.
pub(super) fn after(chars: &[char]) -> (usize, Option<Bound>) {
    static WORDS: LazyLock<Words<(Bound, &str)>> = LazyLock::new(|| Words::forward(rows(AFTER)));
    // 百分之七十强, 三分之一弱: the words close what they speak of.
    if chars.get(1).is_none_or(|next| !next.is_alphanumeric()) {
        match chars.first() {
            Some('强') => return (1, Some(Bound::More)),
            Some('弱') => return (1, Some(Bound::Less)),
            _ => {}
        }
    }
    match WORDS.at(chars) {
        Some((length, (bound, unless))) => {
            let next = chars.get(length);
            let word = next.is_some_and(|&next| unless.contains(next));
            if word { (0, None) } else { (length, Some(bound)) }
        }
        None => (0, None),
    }
}

type Row = (Bound, &'static str, &'static str);

fn rows(table: &'static [Row]) -> impl Iterator<Item = (&'static str, (Bound, &'static str))> {
    let words = table
        .iter()
        .flat_map(|&(bound, words, unless)| words.split(' ').map(move |word| (word, (bound, unless))));
    words.filter(|(word, _)| !word.is_empty())
}

/// Bound, words before a number, and the characters before them that make other words: 附近, 签约.
const BEFORE: &[Row] = &[
    (
        Bound::More,
        "超过 突破 不低于 不少于 不小于 至少 最少 最低 起码 多于 大于 高于 高出 超出 远超 不得低于 不得少于 不应低于 不应少于 不能少于 \
                   已超 均超 大大超过 逾越 逾 > ≥ 多达 不止 不下 不下于",
        "",
    ),
    (Bound::More, "超", "高反赶"),
    (Bound::More, "破", "侦打爆冲查侦攻识击么"),
    (
        Bound::Less,
        "不足 不到 不超过 不高于 不多于 不大于 低于 少于 小于 至多 最多 最高 接近 将近 临近 逼近 \
                   几近 未满 不满 未超过 不得超过 不能超过 不应超过 不得高于 不得多于 未达 < ≤ 控制在 上限为 未到",
        "",
    ),
    (Bound::Less, "不超", ""),
    (Bound::Less, "近", "最附邻靠临就相贴新远逼"),
    (Bound::About, "大约 约为 约有 约合 大概 估计 估算 大致 约达 约占 概算 近似 差不多 基本在", ""),
    (Bound::About, "约", "签预节契履条合公违邀集续制大相简守毁赴"),
];

/// Bound, words behind a quantity, and the characters behind them that make other words.
const AFTER: &[Row] = &[
    (Bound::More, "以上 及以上 之上 有余 开外 还多 出头 多一点", ""),
    (Bound::Less, "以内 之内 以下 及以下 之下 不到", ""),
    (Bound::Less, "内", "部容在地外设"),
    (Bound::About, "左右 上下 前后 许 光景", "可诺多"),
];

/// Words that may stand between a bound and its number.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "人民币", "达到", "可达", "可贷", "可奖", "可获", "可补", "可享", "可得", "奖励", "补助", "补贴",
    "达", "为", "有", "了", "到", "可", "¥", "￥", "$", "贷款", "资助",
];
