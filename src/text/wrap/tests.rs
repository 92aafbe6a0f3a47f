use proptest::prelude::*;

use super::super::tests::{any_mode, awkward};
use super::super::{is_dropped, width};
use super::*;

/// A bulletin of a county that does not exist, with all that is hard to break.
const SAMPLE: &str = "云岭县对口协作工作简报\n（2031 第 7 期）\n2031 年 3 月 18 日\n\n\
    ◆聚焦“三张清单” 澄湖擘画山乡新图景\n\n\
    \u{3000}\u{3000}一、做实“一县一策”，打通产业协作“快车道”。今年以来，澄湖区落实协作资金 2860 万元、社会捐赠 317.5万元，\
    实施《云岭县特色产业三年行动计划（2031—2033年）》项目 46 个，其中茶旅融合类12个、冷链物流类5个；\
    带动 1,935 户 6204 名群众增收，户均增收1.2万元以上，同比增长18.6%。一是建园区。新建标准厂房3.8万平方米，\
    引进企业9家，总投资达4.25亿元，年产值预计破5亿元，吸纳就业1300余人。二是拓市场。在澄湖开设“云岭好物·山里人家”\
    展销中心 8 个，线上店铺（含直播间）23 家……全年销售额约 3—5 千万元，其中\"云岭红\"茶叶占比达百分之四十一点二。\
    三是强技能。举办培训班 26 期，培训 133 人次；选派“第一书记”16名——个个驻村满2年。\n\n\
    \u{3000}\u{3000}二、联系电话：0999-8765432，网址 https://www.example.org/yunling/2031/03/report?id=20310318，\
    邮箱bulletin@example.org。会议于2031年11月10日10：30召开，约1，300人参加，较去年提高2.5个百分点。\
    “创新‘三员’机制（联络员、技术员、销售员）！”“真的吗？”“是的。”他们答道：“一定办到！”\n\
    报：县委、县政府。\n送：各乡镇（街道），县直有关单位。\n二〇三一年十一月十日印发　　（共印120份）\n";

/// What went wrong at the breaks of a setting, counted without the breaker's own tables.
#[derive(Debug, Default, PartialEq, Eq)]
struct Errors {
    bad_starts: usize,
    bad_ends: usize,
    cut_numbers: usize,
    parted_units: usize,
    cut_pairs: usize,
}

fn errors(text: &str, options: &Wrap) -> Errors {
    let lines = wrap(text, options);
    let mut errors = Errors::default();
    for pair in lines.windows(2) {
        let (before, after) = (text.get(pair[0].clone()).unwrap(), text.get(pair[1].clone()).unwrap());
        if text.get(pair[0].end..pair[1].start).unwrap().contains('\n') {
            continue;
        }
        let (last, first) = (before.chars().last().unwrap(), after.chars().next().unwrap());
        let digit = |c: char| c.is_ascii_digit();
        let amount = before.trim_end_matches(['万', '亿', '千', '余', '多']);
        errors.bad_starts += usize::from("，。、；：？！）》〉」』】〕”’…·％%,.;:?!)]}～－".contains(first));
        errors.bad_ends += usize::from("（《〈「『【〔“‘([{".contains(last));
        let separated = ".,，：:".contains(last) && before.chars().rev().nth(1).is_some_and(digit);
        errors.cut_numbers += usize::from((digit(last) || separated) && digit(first));
        let unit = "万亿千余多元个名户人家项次亩年月日期平方米份%％类".contains(first);
        errors.parted_units += usize::from(amount.ends_with(digit) && unit);
        errors.cut_pairs += usize::from("—…".contains(last) && first == last);
    }
    errors
}

/// The lines, parted by `|`.
fn check(width: usize, text: &str, expected: &str) {
    check_with(&Wrap::new(width, Ambiguous::Narrow), text, expected);
}

fn check_with(options: &Wrap, text: &str, expected: &str) {
    let lines = wrap(text, options).into_iter();
    let lines: Vec<&str> = lines.map(|line| text.get(line).unwrap()).collect();
    assert_eq!(lines.join("|"), expected, "{} columns", options.width);
}

#[test]
fn punctuation_keeps_its_side() {
    check(6, "甲乙丙，丁", "甲乙|丙，丁");
    check(6, "甲乙（丙丁", "甲乙|（丙丁");
    check(6, "甲乙 （ 丙", "甲乙|（ 丙");
    check(6, "甲乙丙 ，丁", "甲乙|丙 ，|丁");
    check(8, "甲乙丙。”丁", "甲乙|丙。”丁");
    check(6, "甲\"乙丙\"丁\"戊\"", "甲\"乙|丙\"丁|\"戊\"");
    check(8, "it's 'so' 甲乙", "it's|'so' 甲|乙");
    check(8, "甲乙丙/丁戊", "甲乙|丙/丁戊");
    check(6, "甲乙々丙", "甲乙々|丙");
}

#[test]
fn numbers_stay_with_their_units() {
    check(10, "资金1495万元整", "资金|1495万元整");
    check(10, "资金达 1495 万元", "资金达|1495 万元");
    check(8, "增长率20%以上", "增长率|20%以上");
    check(12, "甲乙2022年11月10日", "甲乙|2022年11月|10日");
    check(14, "甲乙2022年11月10日", "甲乙|2022年11月10日");
    check(8, "面积为3—5万亩地", "面积为|3—5万亩|地");
    check(8, "简报第 12 期", "简报|第 12 期");
    check(8, "约有133 人次", "约有|133 人次");
    check(8, "产值1，300万吨", "产值|1，300万|吨");
    check(10, "共三千一百四十四名", "共|三千一百四|十四名");
    check(8, "甲乙丙三千万元", "甲乙丙|三千万元");
    check(8, "甲丙在第十二期", "甲丙在|第十二期");
    check(10, "自2022第三批起", "自2022|第三批起");
    check(6, "甲乙丙￥100", "甲乙丙|￥100");
}

#[test]
fn words_and_pairs_are_not_cut() {
    check(8, "甲乙丙——丁", "甲乙丙——|丁");
    check(7, "甲乙丙——丁", "甲乙丙|——丁");
    check(6, "甲乙……丙", "甲乙……|丙");
    check(6, "甲……………………乙", "甲…………|…………乙");
    check(5, "——————————", "————|————|——");
    check(8, "甲乙GDP增长", "甲乙GDP|增长");
    check(8, "one two-three", "one|two-thre|e");
    check(5, "甲abcdefgh", "甲|abcde|fgh");
    check(6, "见http://a.cn/b甲", "见|http:/|/a.cn/|b甲");
    check(8, "甲◆乙丙丁", "甲◆乙丙|丁");
    check(6, "甲乙◆丙丁", "甲乙|◆丙丁");
}

#[test]
fn rules_yield_in_their_order() {
    // The number keeps its digits, the comma its place; the unit gives way.
    check(6, "1495 万元，", "1495|万元，");
    check(5, "（12345）", "（|12345|）");
    check(4, "12345", "1234|5");
    check(2, "甲，乙", "甲|，|乙");
    check(3, "……甲", "……|甲");
    check(1, "甲a", "甲|a");
}

#[test]
fn blanks_and_line_breaks() {
    check(6, "", "");
    check(6, "\n", "");
    check(6, "甲\r\n\n乙  \n", "甲||乙");
    check(6, "　　甲乙丙", "　　甲|乙丙");
    check(4, "　　　甲", "甲");
    check(8, "　　　第12期", "第12期");
    check(8, "　　　甲乙丙", "　　　甲|乙丙");
    check(6, "甲乙丙   丁", "甲乙丙|丁");
    let hanging = Wrap { first: 2, rest: 4, ..Wrap::new(8, Ambiguous::Narrow) };
    check_with(&hanging, "甲乙丙丁戊己庚", "甲乙丙|丁戊|己庚");
    let none = Wrap { first: 9, ..Wrap::new(8, Ambiguous::Narrow) };
    check_with(&none, "甲乙丙", "甲|乙丙");
}

/// Holds for the sample at any width, and for the bulletin that the rules were measured on where
/// it is at hand.
#[test]
fn a_bulletin_is_set_without_errors() {
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed/ningbo-2022-12.txt");
    let seed = std::fs::read_to_string(seed).unwrap_or_default();
    for text in [SAMPLE, &seed] {
        let mut bad_starts = 0;
        for (columns, mode) in (10..=80).flat_map(|columns| Ambiguous::ALL.map(|mode| (columns, mode))) {
            let found = errors(text, &Wrap::new(columns, mode));
            bad_starts += found.bad_starts;
            let expected = Errors {
                bad_starts: found.bad_starts,
                parted_units: if columns < 16 { found.parted_units } else { 0 },
                ..Errors::default()
            };
            assert_eq!(found, expected, "{columns} columns, {mode:?}");
        }
        assert!(bad_starts <= 1, "{bad_starts} lines begin with closing punctuation");
    }
}

#[test]
fn the_judge_sees_errors() {
    let options = Wrap::new(4, Ambiguous::Narrow);
    let found = errors("1234567 （）1 个（，……", &Wrap::new(1, Ambiguous::Narrow));
    assert_eq!(found, Errors { bad_starts: 4, bad_ends: 2, cut_numbers: 6, parted_units: 1, cut_pairs: 1 });
    assert_eq!(errors("甲乙丙丁", &options), Errors::default());
}

proptest! {
    #[test]
    fn lines_hold_all_and_fit(text in awkward(), columns in 1_usize..40, first in 0_usize..6, rest in 0_usize..6, mode in any_mode()) {
        let options = Wrap { width: columns, first, rest, mode };
        let lines = wrap(&text, &options);
        let mut end = 0;
        for (index, line) in lines.iter().enumerate() {
            prop_assert!(line.start >= end && line.end >= line.start);
            let between = text.get(end..line.start).unwrap();
            prop_assert!(between.chars().all(|c| c.is_whitespace() || is_dropped(c)), "{between:?} is lost");
            let inside = text.get(line.clone()).unwrap();
            prop_assert!(!inside.contains(is_line_break), "{inside:?}");
            let mut graphemes: Vec<_> = Clusters::new(inside, mode).map(|glyph| glyph.bytes).collect();
            graphemes.dedup();
            let graphemes = graphemes.len();
            prop_assert!(graphemes < 2 || width(inside, mode) <= options.room(index == 0), "{inside:?}");
            end = line.end;
        }
        let after = text.get(end..).unwrap();
        prop_assert!(after.chars().all(|c| c.is_whitespace() || is_dropped(c)), "{after:?} is lost");
    }

    #[test]
    fn a_line_is_one_line(text in awkward(), columns in 1_usize..40, mode in any_mode()) {
        let options = Wrap::new(columns, mode);
        for line in wrap(&text, &options) {
            let line = text.get(line).unwrap();
            let again = wrap(line, &options);
            prop_assert!(again.len() <= 1, "{line:?} → {again:?}");
        }
    }

    #[test]
    fn a_line_takes_what_fits(text in "[甲乙丙丁]{1,40}", columns in 2_usize..20) {
        for line in wrap(&text, &Wrap::new(columns, Ambiguous::Narrow)).iter().rev().skip(1) {
            prop_assert_eq!(width(text.get(line.clone()).unwrap(), Ambiguous::Narrow), columns / 2 * 2);
        }
    }
}
