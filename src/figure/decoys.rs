//! Words and marks with numerals that count nothing: 统一, 第一书记, “四提”, G60.

use std::sync::LazyLock;

use super::words::{Words, any_at, rows};
use super::{share, units};
use crate::numeral::number;

/// The length of the decoy that stands at `at`, if one does.
pub(super) fn at(chars: &[char], at: usize) -> Option<usize> {
    let rest = chars.get(at..)?;
    let first = *rest.first()?;
    let previous = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
    match first {
        '“' | '‘' | '「' | '『' => slogan(rest),
        '《' | '〈' => closing(rest, &['》', '〉'], 60),
        '〔' | '[' | '【' => reference(rest),
        '(' => bracketed(rest),
        '第' | '前' => ordinal(rest),
        '每' => per(rest),
        c if c.is_ascii_alphabetic() && !previous.is_some_and(|c| c.is_ascii_alphanumeric()) => code(rest),
        _ => words(rest, previous).or_else(|| digits(rest)),
    }
}

/// A word of the table; not where the numeral before it goes on (二百姓).
fn words(rest: &[char], previous: Option<char>) -> Option<usize> {
    static WORDS: LazyLock<Words<&str>> = LazyLock::new(|| Words::forward(rows(WORDS_OF_TEXT)));
    let (length, unless) = WORDS.at(rest)?;
    let inside = previous.is_some_and(|c| c.is_ascii_digit() || number::is_numeral(c))
        && rest.first().is_some_and(|&c| number::scale(c).is_some());
    let goes_on = rest.get(length).is_some_and(|&next| unless.contains(next));
    // 有一百人 is not 有一, and 每一千 not 每一.
    let numeral = |c: Option<&char>| c.is_some_and(|&c| number::is_numeral(c));
    let cuts = numeral(rest.get(length - 1)) && numeral(rest.get(length));
    (!inside && !goes_on && !cuts).then_some(length)
}

/// “四提”, “5+2”: a short quotation without an amount in it.
fn slogan(rest: &[char]) -> Option<usize> {
    let length = closing(rest, &['”', '’', '」', '』'], 18)?;
    let inside = rest.get(1..length)?;
    let amount = inside.iter().zip(inside.iter().skip(1));
    let amount = amount.filter(|(a, b)| a.is_ascii_digit() && matches!(b, '%' | '元' | '万' | '亿'));
    let sentence = inside.iter().any(|c| matches!(c, '，' | '。' | '；' | ','));
    (amount.count() == 0 && !sentence).then_some(length)
}

/// The length up to the closing mark, both included, within `limit` glyphs.
fn closing(rest: &[char], marks: &[char], limit: usize) -> Option<usize> {
    let place = rest.iter().take(limit).position(|c| marks.contains(c));
    place.map(|place| place + 1)
}

/// 〔2022〕15号.
fn reference(rest: &[char]) -> Option<usize> {
    let close = closing(rest, &['〕', ']', '】'], 8)?;
    let year = rest.get(1..close - 1)?;
    if year.is_empty() || !year.iter().all(char::is_ascii_digit) {
        return None;
    }
    let number = rest.get(close..)?.iter().take(8).take_while(|c| c.is_ascii_digit());
    Some(close + number.count())
}

/// （一）, (5): an ordinal in brackets.
fn bracketed(rest: &[char]) -> Option<usize> {
    let close = closing(rest, &[')'], 6)?;
    let inside = rest.get(1..close - 1)?;
    let numeral = |&c: &char| c.is_ascii_digit() || number::is_numeral(c);
    (!inside.is_empty() && inside.iter().all(numeral)).then_some(close)
}

/// 第38届, 前三名, 第1—3条: an ordinal with its classifier.
fn ordinal(rest: &[char]) -> Option<usize> {
    let mut length = 1;
    if any_at(rest, &["第第", "前第"]).is_some() {
        return None;
    }
    length += number::read(rest.get(length..)?)?.chars;
    if any_at(rest.get(length..)?, &["—", "-", "至", "、", "~", "–"]).is_some()
        && let Some(more) = number::read(rest.get(length + 1..)?)
    {
        length += 1 + more.chars;
    }
    // 前5个月 and 前三季度 are dates, which are as little a figure.
    let unit = units::at(rest.get(length..)?).map_or(0, |(length, _)| length);
    Some(length + unit)
}

/// 每10户, 每百公里, 每千克: what something is counted by.
fn per(rest: &[char]) -> Option<usize> {
    let start = if any_at(rest, &["每隔", "每满"]).is_some() { 2 } else { 1 };
    let number = number::read(rest.get(start..)?)?;
    let length = start + number.chars;
    let after = rest.get(length..)?;
    // 每千克: the scale belongs to the unit.
    let unit = units::at(after).or_else(|| {
        let last = rest.get(length - 1..)?;
        (units::at(last)?.0 > 1).then(|| units::at(after)).flatten()
    });
    Some(length + unit.map_or(0, |(length, _)| length))
}

/// G60, PM2.5, GB8978-1996, A4: a word that begins with a Latin letter, if it has a digit.
fn code(rest: &[char]) -> Option<usize> {
    let inside = |c: &&char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '/' | '_');
    let length = rest.iter().take(64).take_while(inside).count();
    let word = rest.get(..length)?;
    word.iter().any(char::is_ascii_digit).then_some(length)
}

/// 7×24小时, 1+8, 1:16.8, 5G, 12345热线, 3号, 500强: Arabic digits that count nothing.
fn digits(rest: &[char]) -> Option<usize> {
    if !rest.first()?.is_ascii_digit() || share::is_stroke(rest) {
        return None;
    }
    let mut length = plain_number(rest);
    let mut chained = false;
    while let Some(sign) = any_at(rest.get(length..)?, &["×", "+", ":", "：", "∶", "比", "*", "/"]) {
        let more = plain_number(rest.get(length + sign..)?);
        if more == 0 {
            break;
        }
        chained = true;
        length += sign + more;
    }
    let after = rest.get(length..)?;
    if chained {
        return Some(length + units::at(after).map_or(0, |(length, _)| length));
    }
    if let Some(word) = any_at(after, AFTER_DIGITS) {
        return Some(length + word);
    }
    let value: String = rest.get(..length)?.iter().collect();
    if value == "24" && any_at(after, ALL_DAY).is_some() {
        return Some(length + 2);
    }
    // 3幢2单元501室.
    if any_at(after, &["幢", "栋", "座"]).is_some() && after.get(1).is_some_and(char::is_ascii_digit) {
        let address = |c: &&char| c.is_ascii_digit() || "幢栋座单元室号楼层".contains(**c);
        return Some(length + after.iter().take_while(address).count());
    }
    let latin = after.first().is_some_and(char::is_ascii_alphabetic);
    (latin && units::at(after).is_none()).then(|| {
        let word = after.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '+');
        length + word.count()
    })
}

/// The length of digits with a decimal point among them; 0 where there are none.
fn plain_number(rest: &[char]) -> usize {
    let digits = |at: usize| {
        let rest = rest.get(at..).unwrap_or_default();
        rest.iter().take_while(|c| c.is_ascii_digit()).count()
    };
    let whole = digits(0);
    let places = if rest.get(whole) == Some(&'.') { digits(whole + 1) } else { 0 };
    if whole > 0 && places > 0 { whole + 1 + places } else { whole }
}

/// What makes a label of the digits before it.
#[rustfmt::skip]
const AFTER_DIGITS: &[&str] = &[
    "号", "后", "强", "热线", "室", "单元", "国道", "省道", "县道", "高速", "世纪", "年代", "周年",
    "年级", "#", "路公交", "分制", "分钟生活圈", "分钟服务圈", "分钟就医圈", "分钟健身圈", "级",
    "星级", "维",
];

/// 24小时 as a manner of work.
#[rustfmt::skip]
const ALL_DAY: &[&str] = &[
    "小时备", "小时值", "小时在", "小时不", "小时服", "小时全", "小时热", "小时响", "小时轮", "小时监",
    "小时待", "小时无", "小时巡", "小时营", "小时开", "小时自", "小时便", "小时政", "小时接", "小时应",
    "小时值守", "小时运",
];

/// Words with numerals; what follows `!` may not follow the word.
#[rustfmt::skip]
const WORDS_OF_TEXT: &[&str] = &[
    // 一 in words.
    "一体 一起 一直 一般 一些 一定 一样 一切 一同 一并 一律 一致 一旦 一贯 一线 一流 一番 一方 一方面 一步 一系列 一揽子 一次性 一站式",
    "一对一 一把手 一盘棋 一张网 一件事 一条龙 一本账 一张图 一门式 一窗 一网 一口 一心 一如 一以贯之 一衣带水 一带 一路 一度 一面 一手 一向 一经",
    "一户一 一人一 一村一 一企一 一事一 一品 一县一 一校一 一镇一 一乡一 一案一 一项一 一课一 一月一 一周一 一季一 一年一 一地一 一园 一域一 一楼一 一车一 一房一",
    "一张蓝图 一张清单 一抓到底 一竿子 一条心 一家人 一家亲 一本通 一卡通 一码 一屏 一刻钟 一老一小 一老一幼 一号文件 一等 一类 一级 一届 一代 一共 一边 一应 一时 一身",
    "一个一个 一个个 一条条 一件件 一项项 一批批 一户户 一家家 一座座 一步步 一点!一二三四五六七八九 一五一十 一肩挑 一岗双责 一票否决 一产 一二三产 一二三",
    "统一 唯一 专一 单一 万一 之一 进一步 三合一 二合一 多合一 始终如一 一成不变",
    "不落一户 不漏一人 不漏一户 不少一人 不留一 不落一 不漏一 不少一 不缺一 落一户 落下一 少一个",
    // 二 to 九, 十.
    "二手 二维 二次供水 二次创业 二次元 二次污染 二次分配 二孩 二胎 二级 二等 二类 二十大 二十届 二十四节气 二氧化 二季度 二产 二线 二本 二代",
    "三农 三级 三等 三类 三甲 三产 三次产业 三维 三公!里斤分顷 三资 三包 三方 三位一体 三面 三角 长三角 珠三角 三军 三令五申 三番 三季度 三孩 三支一扶 三下乡 三门 三明 三亚 三沙 三河 三台县 三峡 三江 三原 三水 三中 三线 三本 三头 三好 三大 三块地 三道防线",
    "两山 两化 两会 两岸 两委 两手 两手抓 两个维护 两个确立 两不愁 两癌 两新 两难 两地 两高 两类 两用 两江 两河 两翼 两端 两级 两侧 两旁 两边 两头 两面 两者 两大 两方面",
    "四个意识 四个自信 四个全面 四个伟大 四风 四级 四等 四类 四大 四川 四平 四会 四明 四方 四季 四周 四处 四面 四位一体 四好农村路 四好 四中 四季度 四百四病 四史 四套班子 四下基层 四新",
    "五位一体 五级 五星 五四 五一 五保 五险一金 五年规划 五年计划 五水共治 五大 五台 五指山 五常 五华 五中 五原 五莲 五好 五谷 五金 五湖四海 五彩",
    "六稳 六保 六一 六安 六合 六盘水 六中 六大 六尺巷 六级",
    "七一 七夕 七台河 七中 七大 八一 八九!成个十百千万 八达岭 八中 八八战略 八项规定 八大 八仙 八桂 九三 九一 九八 九江 九龙 九寨 九华 九台 九小 九中 九大 九年义务 九年一贯 九九 九牛",
    "十九大 十八大 十七大 十九届 十八届 十四五 十三五 十二五 十五五 十四届 十三届 十分!钟之 十足 十堰 十里 十全 十大 十指 十强 十佳 十字 十项行动 百十",
    // 百, 千, 万, 亿.
    "百姓 百分百 百强 百货 百合 百科 百日 百花 百般 百业 百度 百里 百年 百色 百丈 百家争鸣 百折不挠 百尺 百川 百炼 百善",
    "千家万户 千方百计 千军万马 千言万语 千秋 千古 千里 千山 千阳 千岛 千头万绪 千百 千变万化 千载 千万工程 千辛万苦 千行百业 千丝万缕 千篇一律 千年",
    "万家灯火 万物 万象 万众 万能 万事 万分 万水千山 万无一失 万洋 万州 万达 万科 万宁 万载 万年 万源 万盛 万山 万里 万元户 万户千家 万名干部 万紫千红 万世 万全 万难 万般 万荣 万江",
    "亿万 成千上万 成百上千 数一数二 数以 接二连三 三三两两 三五成群 七上八下 五花八门 四通八达 四面八方 一心一意 一举",
    // 半.
    "半径 半导体 半岛 半成品 半山 半途 半夜 上半年 下半年 上半场 下半场 半年报 半脱产 半自动 半天工作 前半 后半 大半 多半 夜半",
    // 几, 数, 两 in other words.
    "几乎 几何 数字 数据 数量 数额 数码 数智 数学 数控 数次",
    // Lists and dates in words.
    "一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 五要 六要 一来 二来 一则 二则 再一 其一 其二 其三",
    "一季度 一季 上旬 中旬 下旬 双一流 双十一 双十二 三八 三一五 一二三四 初一 初二 初三 周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 星期五 星期六",
    "国一 国二 国三 国四 国五 国六 同比例",
];
