use super::of_text;
use crate::message::Lang;
use crate::parse;

/// What is told about a text, as `code details`.
fn check(text: &str, expected: &str) {
    let found: Vec<String> = of_text(text)
        .iter()
        .map(|finding| format!("{} {}", finding.code.name(), finding.details.join(" ")))
        .collect();
    assert_eq!(found.join("; "), expected, "{text}");
}

#[test]
fn a_total_is_the_sum_of_its_parts() {
    check("筹集资金 2310 万元，其中上级补助 1200 万元、县财政 820 万元、社会捐赠 290 万元。", "");
    check(
        "筹集资金 2310 万元，其中上级补助 1200 万元、县财政 800 万元、社会捐赠 290 万元。",
        "sum-differs 2310万元 2290万元",
    );
    check(
        "吸纳 310 人就业，其中妇女 120 人、60 岁以上老人 90 人、残疾人 80 人，发放工资 26 万元。",
        "sum-differs 310人 290人",
    );
    check("转移群众6.83万人（其中柳湾3.72万人、松川3.11万人）。", "");
    check("种茶 120 亩（其中柳湾 70 亩、松川 60 亩），产茶 3 吨。", "sum-differs 120亩 130亩");
    check("投入1亿元。其中，县里7000万元、镇里（不含村）2500万元、村里400万元（自筹）。", "");
    check(
        "投入1.0亿元。其中，县里7000万元、镇里（不含村）2500万元和村里2400万元。",
        "sum-differs 1亿元 1.19亿元",
    );
    check("培训 1,300 人，其中男 720 人、女 500 人。", "sum-differs 1300人 1220人");
}

#[test]
fn parts_need_not_be_all() {
    check("培训 300 人，其中党员 28 人。", "");
    check("培训 300 人，其中党员 28 人、团员 34 人、退伍军人 16 人。", "");
    check("培训 300 人，其中柳湾 140 人、松川 150 人。", "");
    check("培训 300 人，其中柳湾 140 人、松川 100 人、桥头 50 人，其余 10 人来自外县。", "");
    check("培训 300 人，其中柳湾 140 人、松川 100 人、桥头 50 人等。", "");
    check("培训 300 人，其中柳湾 140 人、松川 100 人，桥头 65 人。", "");
}

#[test]
fn parts_may_overlap_where_people_are_counted() {
    check("参赛 300 人，其中女性 160 人、35 岁以下 200 人。", "");
    check("投入 300 万元，其中县里 160 万元、镇里 200 万元。", "sum-differs 300万元 360万元");
}

#[test]
fn rounding_is_no_fault() {
    check("投资6.4亿元，其中柳湾2.14亿元、松川2.14亿元、桥头2.14亿元。", "");
    check("投资2.4亿元，其中柳湾0.81亿元、松川0.81亿元、桥头0.81亿元。", "");
    check("投资2.4亿元，其中柳湾0.91亿元、松川0.81亿元、桥头0.81亿元。", "sum-differs 2.4亿元 2.53亿元");
    check("投资3亿元，其中柳湾1.2亿元、松川9000万元、桥头8900万元。", "");
}

#[test]
fn figures_that_do_not_add_are_left_alone() {
    check("每亩保费 120 元，其中财政补贴 70%、农户自付 40%。", "");
    check("补偿由每亩 26 元提高到 42 元，其中省里 33 元、县里 5 元、镇里 3 元。", "");
    check("投入约 300 万元，其中县里 160 万元、镇里 200 万元。", "");
    check("投入 300 万元，其中县里 160 余万元、镇里 200 万元。", "");
    check("男 30 人、女 45 人，其中柳湾 20 人、松川 16 人、桥头 8 人。", "");
    check("完成 4.8 亿元，占计划 5 亿元的 96%，其中柳湾 1.6 亿元、松川 1.7 亿元、桥头 1.5 亿元。", "");
    check("其中柳湾 20 人、松川 16 人。", "");
}

#[test]
fn units_that_make_the_digits_wrong_are_told() {
    check("带动 387 人就业，其中返乡青年 164 人、低收入农户 223 户。", "mixed-units 人、户");
    check("筹资 2310 万元，其中县里 1200 万元、镇里 800 万元、捐赠 310 元。", "mixed-units 万元、元");
    check("带动 387 人就业，其中返乡青年 164 人、低收入农户 90 户。", "");
    check("建成站点 12 个，其中社区 5 家、村 7 个。", "");
    check("带动 387 人就业，其中返乡青年 164 名、低收入农户 223 人。", "");
}

#[test]
fn units_of_two_systems_are_told() {
    check("流转林地 120 亩、草地 8 公顷、水面 90 亩。", "mixed-units 亩、公顷; mixed-units 公顷、亩");
    check("采茶 300 公斤和笋干 500 斤。", "mixed-units 公斤、斤");
    check("流转林地 120 亩（合 8 公顷）、草地 90 亩（合 6 公顷）。", "");
    check("流转林地 120 亩，造林 8 公顷。", "");
    check("修路 12 公里、桥 300 米，发放肥料 3 吨、种子 200 公斤。", "");
}

#[test]
fn the_line_is_that_of_the_total() {
    let text = "柳湾工作简报\n2022年第3期\n\n修桥记\n\n一、筹钱\n一是众筹。各家出力。\n二是找钱。筹资 90 万元，其中县里 60 万元、镇里 50 万元。\n";
    let bulletins = parse::bulletins(text);
    let told: Vec<_> = super::problems(&bulletins[0]);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].line, 8);
    assert_eq!(told[0].message(Lang::Zh), "合计90万元与分项之和110万元不符");
}
