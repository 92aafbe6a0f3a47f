//! The walk over a paragraph's glyphs that masks decoys and dates and finds the quantities.

use super::glyph::Glyphs;
use super::quantity::{self, Quantity};
use super::units::Kind;
use super::words::{any_at, any_ending, begins, ends};
use super::{Bound, dates, decoys};
use crate::numeral::number::{self, Decimal, Form};

/// The quantities of a paragraph, in order.
pub(super) fn quantities(glyphs: &Glyphs<'_>) -> Vec<Quantity> {
    let chars = glyphs.chars();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if let Some(length) = decoys::at(chars, at) {
            at += length.max(1);
        } else if !begins_number(c) {
            at += 1;
        } else if let Some(length) = dates::at(chars, at) {
            at += length;
        } else if let Some(quantity) = quantity::read(chars, at) {
            at = quantity.span.end;
            if counts(chars, &quantity) {
                found.push(quantity);
            }
        } else {
            at += rest_of_number(chars, at);
        }
    }
    found
}

fn begins_number(c: char) -> bool {
    c.is_ascii_digit() || number::is_numeral(c) || matches!(c, '半' | '翻' | '数')
}

/// The glyphs of a number that is no quantity: what follows its digits is not read again.
fn rest_of_number(chars: &[char], at: usize) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    let arabic = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let chinese = rest.iter().take_while(|&&c| number::is_numeral(c)).count();
    arabic.max(chinese).max(1)
}

/// Whether the quantity counts something, and is no set phrase, category, or point in time.
fn counts(chars: &[char], quantity: &Quantity) -> bool {
    let before = chars.get(..quantity.span.start).unwrap_or_default();
    let after = chars.get(quantity.span.end..).unwrap_or_default();
    let spoken = matches!(quantity.form, Form::Chinese | Form::Round | Form::Places);
    let vague = quantity.bound != Bound::Exact || quantity.high.is_some();
    // 十一届四次全会 is the name of a meeting.
    // 万人成讼率 is the name of a rate.
    if quantity.form == Form::Round && is_rate(after) {
        return false;
    }
    let meeting =
        quantity.unit.name == "届" && spoken || any_at(after, &["全会", "全体会议", "代表大会"]).is_some();
    if meeting || is_threshold(chars, quantity) {
        return false;
    }
    match quantity.unit.kind {
        Kind::Time => is_span(before, after, quantity),
        Kind::Share | Kind::Money => true,
        _ if !spoken => true,
        _ if quantity.form == Form::Round => !matches!(quantity.unit.name, "里" | "立方米" | "字" | "对"),
        _ if vague => true,
        _ if quantity.low > Decimal::integer(10) => !is_structure(after),
        Kind::Measure => quantity.unit.name.chars().count() > 1 || is_firm(quantity.unit.name),
        Kind::Person | Kind::Count => is_counted(before, after, quantity),
    }
}

/// Whether a few characters end in 率.
fn is_rate(after: &[char]) -> bool {
    let name = after.iter().take(6).take_while(|c| c.is_alphanumeric());
    name.skip(1).any(|c| *c == '率')
}

/// A small number in Chinese numerals with a classifier: 联席会议两次, but not 三项机制 and 一家.
fn is_counted(before: &[char], after: &[char], quantity: &Quantity) -> bool {
    let closes = after.first().is_none_or(|c| !c.is_alphanumeric() || c.is_ascii_digit());
    let one = quantity.low == Decimal::ONE;
    // 不漏一户一人 counts nobody.
    if one && quantity.unit.kind == Kind::Person {
        return false;
    }
    let noun = before.last().is_some_and(|c| c.is_alphanumeric())
        && any_ending(
            before,
            &["同", "这", "那", "另", "某", "哪", "其", "任", "上", "下", "头", "的", "是", "每", "有"],
        )
        .is_none();
    if closes && noun {
        return true;
    }
    !one && !is_structure(after) && is_firm(quantity.unit.name)
}

/// Whether the name behind the quantity is one of what a text has by its plan.
fn is_structure(after: &[char]) -> bool {
    let name = after.iter().take(8);
    let name = name.take_while(|c| c.is_alphanumeric() && **c != '的').count();
    (0..name).any(|skip| {
        let rest = after.get(skip..name);
        rest.is_some_and(|rest| any_at(rest, STRUCTURE).is_some())
    })
}

/// Units that are seldom part of another word.
fn is_firm(unit: &str) -> bool {
    const LOOSE: &str =
        "分单副双首亭柜票面顶节班组队口孔门道把部层头列片块根期类款里方担度字升对起处间回轮种遍";
    !LOOSE.contains(unit)
}

/// What small numbers structure rather than count.
#[rustfmt::skip]
const STRUCTURE: &[&str] = &[
    "准备", "经验", "办法", "做法", "原因", "特点", "变化", "文章", "关系", "方面", "环节", "意识",
    "维护", "自信", "确保", "结合", "转变", "坚持", "必须", "层面", "方向", "重点", "关键", "机制",
    "体系", "工程", "行动", "阶段", "步骤", "原则", "要求", "内容", "清单", "抓手", "优势", "特色",
    "制度", "措施", "举措", "任务", "关系", "目标", "理念", "思维", "能力", "建设", "到位", "统一",
    "一体", "一律", "一批", "融合", "联动", "层次", "维度", "领域", "模式", "纪律", "革命", "文明",
    "高地", "先行", "示范区", "共同", "同步", "聚焦", "强化", "带头", "不变", "不动摇", "同时", "提升",
];

/// 亿元以上项目, 60岁以上老人: a category, not an amount.
fn is_threshold(chars: &[char], quantity: &Quantity) -> bool {
    let after = chars.get(quantity.span.end..).unwrap_or_default();
    let Some(word) = any_at(after, &["及以上", "以上", "及以下", "以下", "以内", "级"]) else {
        return false;
    };
    let rest = after.get(word..).unwrap_or_default();
    let category = any_at(rest, CATEGORY).is_some();
    let share = quantity.unit.kind == Kind::Share;
    !share && (category || quantity.unit.name == "岁")
}

/// What is told apart by size.
#[rustfmt::skip]
const CATEGORY: &[&str] = &[
    "项目", "企业", "连片", "大项目", "主体", "工业", "单位", "老人", "老年", "人群", "人口", "群体",
    "学生", "规模", "基地", "大户", "小微", "小规模", "产业项目", "工业项目", "重大项目", "大型",
    "订单", "种植大户", "农业", "船舶", "高层", "地震", "降雨", "制造业", "签约项目", "货物", "服务业",
    "优质", "低收入", "河流", "水库", "建筑", "合同", "采购", "单体", "重点",
];

/// Whether a time is a span that is told: 工期24个月, but not 近三年.
fn is_span(before: &[char], after: &[char], quantity: &Quantity) -> bool {
    let unit = quantity.unit.name;
    // 就业满6个月的: a condition.
    if ends(before, "满") && begins(after, "的") {
        return false;
    }
    // 两天内会商9次 says when; 缩短至3天以内 says how long.
    let within = any_at(after, &["内", "之内", "以内"]).is_some()
        && matches!(unit, "天" | "月" | "年" | "周" | "季度");
    let told = any_ending(before, &["至", "到", "为", "在", "过", "于", "限"]).is_some();
    if dates::is_when(before, after, unit) || within && !told {
        return false;
    }
    let half = quantity.low.to_integer().is_none();
    let hedged = matches!(quantity.bound, Bound::More | Bound::Less | Bound::About);
    let window = before.get(before.len().saturating_sub(8)..).unwrap_or_default();
    let named =
        (0..window.len()).any(|at| window.get(at..).is_some_and(|rest| any_at(rest, SPANS).is_some()));
    match unit {
        "小时" | "分钟" | "秒" | "工作日" | "学时" | "昼夜" => true,
        "岁" => quantity.form == Form::Arabic && (named || any_ending(before, CHANGES).is_some()),
        "年" | "周" => named || half && quantity.low > Decimal::ONE,
        "天" | "月" if quantity.form == Form::Arabic => true,
        _ => named || half && quantity.low > Decimal::ONE || hedged,
    }
}

/// 平均年龄下降5.2岁.
const CHANGES: &[&str] = &["下降", "降低", "减少", "上升", "提高", "增加", "年轻", "相差"];

/// What has a length in time.
#[rustfmt::skip]
const SPANS: &[&str] = &[
    "为期", "历时", "工期", "周期", "期限", "时间", "时长", "年限", "寿命", "任期", "长达", "延长",
    "缩短", "提前", "提早", "工龄", "党龄", "期为", "压缩", "耗时", "用时", "龄", "有效期", "合同期", "租期",
    "合作期", "降至", "减至", "增至", "由", "从", "已满", "服务期", "持续", "集中", "驻", "培训",
    "办理", "时限", "寿", "距今", "支教", "挂职", "跟岗", "免收", "免租", "质保", "保修",
];
