//! Sections and series of measures in one paragraph or over several.

use jianbao::parse::bulletins;

use super::outline::outline;

/// Checks what an article's text is read as; its title and what is wrong in it left aside.
fn check(body: &str, expected: &str) {
    let text = format!("松江水利简报\n2023年第5期\n2023年4月3日\n\n柳河镇扎实推进春耕备耕\n\n{body}\n");
    let found = outline(&bulletins(&text));
    let lines: Vec<&str> =
        found.lines().skip(2).filter(|line| !line.starts_with('!')).map(str::trim).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, expected, "{body}");
}

#[test]
fn every_kind_of_series() {
    for (one, two, three) in [
        ("一是", "二是", "三是"),
        ("一要", "二要", "三要"),
        ("一靠", "二靠", "三靠"),
        ("第一，", "第二，", "第三，"),
        ("第一是", "第二是", "第三是"),
        ("首先，", "其次，", "再次，"),
        ("首先，", "其次，", "最后，"),
        ("其一，", "其二，", "其三，"),
        ("1.", "2.", "3."),
        ("1、", "2、", "3、"),
        ("（1）", "（2）", "（3）"),
        ("①", "②", "③"),
        ("⑴", "⑵", "⑶"),
    ] {
        check(
            &format!("主要做法是：{one}抓早；{two}抓实；{three}抓细。"),
            &format!("P 主要做法是：\n{one} 抓早；\n{two} 抓实；\n{three} 抓细。"),
        );
        check(
            &format!("全镇有三条经验。{one}抓早。及早安排。{two}抓实。压实责任。{three}抓细。"),
            &format!("P 全镇有三条经验。\n{one} 抓早｜及早安排。\n{two} 抓实｜压实责任。\n{three} 抓细。"),
        );
    }
    check(
        "全镇两手抓。一方面，修好渠；另一方面，管好水。",
        "P 全镇两手抓。\n一方面， 修好渠；\n另一方面， 管好水。",
    );
}

#[test]
fn one_to_a_line() {
    check(
        "全镇从三方面入手：\n一是抓早。及早安排。\n二是抓实。压实责任。\n三是抓细。",
        "P 全镇从三方面入手：\n一是 抓早｜及早安排。\n二是 抓实｜压实责任。\n三是 抓细。",
    );
    check("一是抓早。及早安排。\n二是抓实。", "P \n一是 抓早｜及早安排。\n二是 抓实。");
}

#[test]
fn false_friends_stay_text() {
    for text in [
        "社团分三类，第一类是体育，第二类是科学。",
        "第一书记每周下村，第二产业稳步增长，第三产业占四成。",
        "原因之一是资金不足，之二是人手不够。",
        "唯一是老街片区进度稍慢。",
        "这一是非问题来不得半点含糊。",
        "坚持一是一、二是二，不虚报。",
        "这首先是观念问题：以前怕，如今不怕。",
        "进度稍慢，原因：一是底数不清，二是力量不足，正在整改。",
        "首先要感谢各位。",
        "一方面军的老战士来访。",
        "投资1.5亿元；2.3万人受益。",
        "全县一直坚持；二话不说；三天办结。",
    ] {
        check(text, &format!("P {text}"));
    }
}

#[test]
fn the_kind_of_marker_may_change() {
    check("要求：一是抓早；二要抓实；三是抓细。", "P 要求：\n一是 抓早；\n二要 抓实；\n三是 抓细。");
    check("首先，抓早。第二，抓实。最后，抓细。", "P \n首先， 抓早。\n第二， 抓实。\n最后， 抓细。");
}

#[test]
fn an_inner_series_is_text_of_the_outer_measure() {
    check(
        "一是抓早。（1）早谋划；（2）早动手。二是抓实。压实责任。",
        "P \n一是 抓早｜（1）早谋划；（2）早动手。\n二是 抓实｜压实责任。",
    );
    check(
        "一是抓早；二是抓实。会议要求，一要抓细；二要抓好。",
        "P \n一是 抓早；\n二是 抓实｜会议要求，\n一要 抓细；\n二要 抓好。",
    );
}

#[test]
fn levels_go_by_the_marker() {
    check(
        "一、抓早\n做好准备。\n（一）早谋划\n定方案。\n1.排任务。列清单。\n（1）到村。全覆盖。\n二、抓实",
        "1 一、 抓早\nP 做好准备。\n2 （一） 早谋划\nP 定方案。\n3 1. 排任务\nP 列清单。\n4 （1） 到村\nP 全覆盖。\n1 二、 抓实",
    );
    check("一、抓早\n1.早谋划\n定方案。\n2.早动手", "1 一、 抓早\n3 1. 早谋划\nP 定方案。\n3 2. 早动手");
    check("（一）抓早。定方案。\n（二）抓实。", "2 （一） 抓早\nP 定方案。\n2 （二） 抓实");
}

#[test]
fn levels_go_by_first_appearance_where_the_markers_are_turned_round() {
    check(
        "1.抓早\n（一）谋划。定方案。\n（二）动手。\n2.抓实\n（一）压责任。",
        "1 1. 抓早\n2 （一） 谋划\nP 定方案。\n2 （二） 动手\n1 2. 抓实\n2 （一） 压责任",
    );
}

#[test]
fn a_whole_article_on_one_line() {
    check(
        "春耕开局良好。一、抓早。定方案。一是排任务；二是列清单。二、抓实。（一）压责任。到村。（二）严督查。三、抓细。",
        "P 春耕开局良好。\n1 一、 抓早\nP 定方案。\n一是 排任务；\n二是 列清单。\n1 二、 抓实\n2 （一） 压责任\nP 到村。\n2 （二） 严督查\n1 三、 抓细",
    );
}

#[test]
fn numbers_in_a_paragraph_are_measures_and_at_its_start_sections() {
    check("1.抓早。定方案。\n2.抓实。压责任。", "3 1. 抓早\nP 定方案。\n3 2. 抓实\nP 压责任。");
    check("1.抓早，定方案；2.抓实，压责任。", "P \n1. 抓早，定方案；\n2. 抓实，压责任。");
}

#[test]
fn paragraphs_around_measures_are_the_sections_own() {
    check(
        "一、抓早\n全镇动员。一是谋划。定方案。二是动手。\n此外，还办了培训。\n下一步，抓好管护。",
        "1 一、 抓早\nP 全镇动员。\nP 此外，还办了培训。\nP 下一步，抓好管护。\n一是 谋划｜定方案。\n二是 动手。",
    );
}

#[test]
fn a_headline_is_short_and_has_more_behind_it() {
    let long = "动员全镇干部群众投工投劳疏浚沟渠、修复水毁工程、保障春灌用水需要";
    check(
        &format!("一是{long}。共修渠 3 公里。二是抓实。"),
        &format!("P \n一是 {long}。共修渠 3 公里。\n二是 抓实。"),
    );
}

/// Lines of 44 characters; in columns they differ, and the last of the first paragraph would be full, too.
#[test]
fn lines_wrapped_by_characters() {
    check(
        "　　一、抓好第一项工作，夯实基础。一是对 2023年11月以来的问题逐项整改。对 202
3年11月以来的问题逐项整改，坚持“先急后缓、先易后难”，疏浚渠道 18 公里。二是坚持
“先急后缓、先易后难”。坚持“先急后缓、先易后难”，组织 36 支服务队进村入户。
　　二、抓好第二项工作，夯实基础。一是完成投资1495万元。完成投资1495万元，受益农
田 3.2 万亩，疏浚渠道 18 公里，完成投资1495万元。二是疏浚渠道 18 公里。
疏浚渠道 18 公里，疏浚渠道 18 公里。",
        "1 一、 抓好第一项工作，夯实基础
        一是 对 2023年11月以来的问题逐项整改｜对 2023年11月以来的问题逐项整改，坚持“先急后缓、先易后难”，疏浚渠道 18 公里。
        二是 坚持“先急后缓、先易后难”｜坚持“先急后缓、先易后难”，组织 36 支服务队进村入户。
        1 二、 抓好第二项工作，夯实基础
        一是 完成投资1495万元｜完成投资1495万元，受益农田 3.2 万亩，疏浚渠道 18 公里，完成投资1495万元。
        二是 疏浚渠道 18 公里｜疏浚渠道 18 公里，疏浚渠道 18 公里。",
    );
}
