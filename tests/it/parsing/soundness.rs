//! What holds for any text: nothing panics, spans lie where they should, nothing is lost.

use std::collections::BTreeMap;
use std::fmt::Write;

use jianbao::bulletin::{Bulletin, Measure, Problem, Section, Span};
use jianbao::parse::bulletins;
use proptest::prelude::*;

use super::unparsed;

/// Characters that vanish without report: the digits and words of numbers and dates, labels, bullets,
/// leaders, rules, brackets, Markdown's marks, the signs between receivers and behind headings.
const VANISHING: &str = "第期号號总總辑年月日共印发發份册本目录錄次要导讀读内容提看点今主办辦编編印制刊合累计\
    中华华民国國公元星期度数數:：,，、。；.．·-－—―─━–−=＝_＿~～*＊#>…‥|/（）()〔〕[]【】〖〗《》≡×▁★☆◆◇▲△※●○■□▪•・◎\
    一二三四五六七八九十百千零〇○廿卅壹时间+⊙▼▶►➢✦✓\u{f06c}\u{f06e}\u{f075}\u{f0d8}时期页份送P合刊出版写辑员辑更正勘误此件";

/// Lines of the kinds that bulletins have.
const FRAGMENTS: &[&str] = &[
    ">",
    "> 松江水利简报",
    ">> 一是建管并重。",
    "-----原始邮件-----",
    "发件人：何一 <one@example.org>",
    "来源：松江县水利局　　发布时间：2023-04-03　　浏览次数：8",
    "供稿｜柳河镇　何六",
    "发至各公社",
    "关于2023年春灌工作的报告",
    "（2023年4月3日）",
    "（松江县水利局　2023年4月3日）",
    "2023年4月3日至4月9日",
    "▁▁▁▁▁▁▁▁",
    "×　　×　　×",
    "柳河镇党委  何六",
    "△柳河镇打好",
    "　　春灌主动仗……（三）",
    "打印本页",
    "松江水利简报",
    "松 江 水 利 简 报",
    "第12期（总第345期）",
    "〔2023〕第5期",
    "（第26号）",
    "松江县水利局办公室　　2023年4月3日",
    "二○二三年四月三日",
    "内部资料　注意保存",
    "签发：何一　　编辑：何二",
    "本期目录：",
    "◆柳河镇打好春灌主动仗",
    "【典型经验】柳河镇打好春灌主动仗……（1）",
    "【典型经验】",
    "★简　讯★",
    "柳河镇打好春灌主动仗",
    "——来自一线的报告",
    "（柳河镇供稿）",
    "编者按：这篇经验值得一读。",
    "　　柳河镇抢抓农时，灌溉农田 3.2 万亩，比上年同期多 12%，进度居全县前列。",
    "柳河镇抢抓农时，灌溉农田 3.2 万亩，比上年同期多 12%，进度居全县前",
    "列，受到群众欢迎。",
    "一、抓早动快。全镇清淤渠道 18 公里。一是修渠。修复 6 处。二是补水。补水 40 万方。",
    "二、建管并重",
    "（一）落实责任。签订责任书 12 份。（二）加强巡查。每周两次。",
    "1.看水到田。2.管水到户。",
    "（1）早谋划；（2）早动手；（3）早见效。",
    "首先，修渠。其次，补水。最后，节水。",
    "第一，修渠；第二，补水。",
    "具体做法：一要修渠；二要补水；四要节水。",
    "一方面，修渠；另一方面，补水。",
    "坚持一是一、二是二，原因之一是缺水，第一书记驻村。",
    "●柳河镇新开泵站 2 座。3月28日，柳河镇新开泵站 2 座，灌溉 1200 亩。",
    "— 1 —",
    "- 2 -",
    "第 3 页 共 5 页",
    "————————————————",
    "\u{c}松江水利简报",
    "。",
    "3",
    "202",
    "年以来",
    "报：省水利厅，市委办公室（各一份）。",
    "抄送：各镇，",
    "各村。",
    "松江县水利局办公室2023年4月3日印发",
    "（共印 50 份）",
    "联系人：何三　　电话：000-1234",
    "**二、建管并重**",
    "# 松江水利简报",
    "*（柳河镇供稿）*",
    "_松江县水利局_ 2023年4月3日",
    "__三、节水到户__。每户 *一张* 明白卡，**共** 320 户。",
    "首先修渠 3 公里；其次补水 40 万方；最后节水到户。",
    "一、抓早动快……1　　二、建管并重……3",
    "要目：1.抓早动快 2.建管并重",
    "◇ 抓早动快　◇ 建管并重",
    "【更正】上期“3 公里”应为“5 公里”。",
    "第一节　抓早动快",
    "（此件共印 90 份）",
    "Hello, world",
    "",
    "　",
    "\r",
];

fn spans_of_measure(measure: &Measure, spans: &mut Vec<Span>) {
    spans.extend([Some(measure.marker), measure.headline, Some(measure.text)].into_iter().flatten());
}

fn spans_of_section(section: &Section, spans: &mut Vec<Span>) {
    spans.extend([section.marker, section.heading]);
    let mut inside = Vec::new();
    inside.extend(&*section.paragraphs);
    section.measures.iter().for_each(|measure| spans_of_measure(measure, &mut inside));
    inside.sort();
    spans.extend(inside);
    section.sections.iter().for_each(|below| spans_of_section(below, spans));
}

/// Every span of an article below its title, in the order of the text.
fn spans_of_article(bulletin: &Bulletin, index: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let article = &bulletin.articles[index];
    for paragraph in &article.lead {
        spans.push(paragraph.text);
        paragraph.measures.iter().for_each(|measure| spans_of_measure(measure, &mut spans));
    }
    article.sections.iter().for_each(|section| spans_of_section(section, &mut spans));
    spans.retain(|span| !span.is_empty());
    spans
}

/// Every span of a bulletin once.
fn all_spans(bulletin: &Bulletin) -> Vec<Span> {
    let mut spans = bulletin.contents.to_vec();
    for (index, article) in bulletin.articles.iter().enumerate() {
        spans.extend([Some(article.title), article.column, article.byline].into_iter().flatten());
        spans.extend(spans_of_article(bulletin, index));
    }
    for it in &bulletin.distribution {
        spans.extend([it.marker, it.text]);
    }
    spans.extend(bulletin.imprint.as_ref().and_then(|imprint| imprint.issuer));
    spans.retain(|span| !span.is_empty());
    spans.sort();
    spans.dedup();
    spans
}

fn is_visible(character: char) -> bool {
    !(character.is_whitespace() || character.is_control() || matches!(character, '\u{feff}' | '\u{200b}'))
}

fn count(text: &str, sign: i64, counts: &mut BTreeMap<char, i64>) {
    for character in text.chars().filter(|c| is_visible(*c)) {
        *counts.entry(character).or_default() += sign;
    }
}

/// Checks that every character of the healed text stands in the file where its origin says.
fn check_origins(text: &str, bulletin: &Bulletin) {
    let file: Vec<char> = text.chars().collect();
    for (byte, healed) in bulletin.text.as_str().char_indices() {
        let place = bulletin.text.origin(byte as u32);
        let printed = file.get(place.point as usize).copied().unwrap_or(' ');
        assert!(printed == healed || healed == ' ' && !is_visible(printed), "byte {byte} of {text:?}");
        let before = &file[..(place.point as usize).min(file.len())];
        let line = before.iter().filter(|c| **c == '\n').count() + 1;
        assert_eq!(line, place.line as usize, "byte {byte} of {text:?}");
    }
}

/// Checks what must hold for the bulletins of any text.
fn check(text: &str) {
    unparsed::check(text);
    let bulletins = bulletins(text);
    assert_eq!(bulletins.is_empty(), !text.chars().any(is_visible), "{text:?}");
    let mut counts = BTreeMap::new();
    let mut shared = Vec::new();
    count(text, 1, &mut counts);
    for bulletin in &bulletins {
        check_origins(text, bulletin);
        let body = bulletin.text.as_str();
        let spans = all_spans(bulletin);
        for span in &spans {
            let part = body.get(span.range());
            assert!(part.is_some(), "{span:?} does not lie in the text of {text:?}");
            count(part.unwrap(), -1, &mut counts);
        }
        for pair in spans.windows(2) {
            assert!(
                pair[0].end <= pair[1].start,
                "{:?} in {text:?}",
                pair.iter().map(|s| &body[s.range()]).collect::<Vec<_>>()
            );
        }
        for index in 0..bulletin.articles.len() {
            let own = spans_of_article(bulletin, index);
            assert!(own.is_sorted(), "article {index} is out of order in {text:?}");
        }
        for it in &bulletin.distribution {
            for recipient in &it.recipients {
                assert!(it.text.start <= recipient.start && recipient.end <= it.text.end, "{text:?}");
            }
        }
        let head = &bulletin.masthead;
        for part in head.title.as_deref().into_iter().chain(head.marks.iter()) {
            count(part, -1, &mut counts);
        }
        // An imprint at the head names the masthead's issuer too: then it stands there once for both.
        let printed = bulletin.imprint.as_ref().and_then(|imprint| imprint.issuer);
        match &head.issuer {
            Some(issuer) if printed.is_some_and(|span| bulletin.text.get(span) == &**issuer) => {
                shared.push(issuer);
            }
            Some(issuer) => count(issuer, -1, &mut counts),
            None => {}
        }
        for dropped in bulletin.problems.iter().filter_map(Problem::dropped) {
            count(dropped, -1, &mut counts);
        }
        for problem in &bulletin.problems {
            assert!(problem.line as usize <= text.split('\n').count(), "{problem:?} in {text:?}");
        }
    }
    for issuer in shared {
        if issuer.chars().all(|c| counts.get(&c).is_some_and(|left| *left > 0)) {
            count(issuer, -1, &mut counts);
        }
    }
    for (character, left) in counts {
        assert!(left >= 0, "{character:?} stands {} times too often in {text:?}", -left);
        let vanishes = VANISHING.contains(character) || character.is_numeric();
        assert!(left == 0 || vanishes, "{character:?} is lost {left} times from {text:?}");
    }
}

#[test]
fn every_fragment_alone_and_all_in_a_row() {
    for fragment in FRAGMENTS {
        check(fragment);
    }
    check(&FRAGMENTS.join("\n"));
    check(&FRAGMENTS.join("\n\n"));
    check(&FRAGMENTS.join(""));
}

/// Clauses that paragraphs are made of.
const CLAUSES: &[&str] = &[
    "疏浚渠道 18 公里",
    "受益农田 3.2 万亩",
    "完成投资1495万元",
    "群众满意度达到98%",
    "组织 36 支服务队进村入户",
    "落实责任人",
    "坚持“先急后缓、先易后难”",
    "对 2023年11月以来的问题逐项整改",
    "镇、村、组三级联动",
    "让群众少跑腿、数据多跑路",
];

/// A section of measures: heading, headlines and clauses by number.
fn section(number: usize, measures: &[Vec<usize>]) -> String {
    let digits = ["一", "二", "三", "四", "五"];
    let mut out = format!("{}、抓好第{}项工作，夯实基础。", digits[number], digits[number]);
    for (digit, clauses) in digits.iter().zip(measures) {
        let clauses: Vec<&str> = clauses.iter().map(|clause| CLAUSES[*clause]).collect();
        write!(out, "{digit}是{}。{}。", clauses[0], clauses.join("，")).unwrap();
    }
    out
}

/// A bulletin of these paragraphs, each wrapped at `width` characters.
fn wrapped(paragraphs: &[String], width: usize, indent: &str, gap: &str) -> String {
    let mut out = "松江水利简报\n2023年第5期\n2023年4月3日\n\n柳河镇扎实推进春耕备耕\n\n".to_owned();
    for paragraph in paragraphs {
        let whole: Vec<char> = indent.chars().chain(paragraph.chars()).collect();
        for line in whole.chunks(width) {
            out.extend(line);
            out.push('\n');
        }
        out += gap;
    }
    out
}

/// The measures of a text, blanks left aside.
fn measures(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for bulletin in bulletins(text) {
        for section in bulletin.articles.iter().flat_map(|article| &article.sections) {
            let heading = bulletin.text.get(section.heading).to_owned();
            let inner = section.measures.iter().map(|measure| {
                let headline = measure.headline.map(|span| bulletin.text.get(span)).unwrap_or_default();
                format!("{headline}|{}", bulletin.text.get(measure.text))
            });
            found.push(heading);
            found.extend(inner);
        }
    }
    let close = |text: String| text.chars().filter(|c| is_visible(*c)).collect();
    found.into_iter().map(close).collect()
}

proptest! {
    #[test]
    fn wrapped_lines_heal_to_the_same_measures(
        sections in prop::collection::vec(
            prop::collection::vec(prop::collection::vec(0..CLAUSES.len(), 2..7), 2..5), 2..5
        ),
        width in 30_usize..45,
    ) {
        let paragraphs: Vec<String> =
            sections.iter().enumerate().map(|(number, measures)| section(number, measures)).collect();
        let plain = measures(&wrapped(&paragraphs, usize::MAX, "", "\n"));
        prop_assert_eq!(plain.len(), sections.iter().map(|measures| measures.len() + 1).sum::<usize>());
        prop_assert_eq!(&measures(&wrapped(&paragraphs, width, "　　", "")), &plain);
        prop_assert_eq!(&measures(&wrapped(&paragraphs, width, "", "\n")), &plain);
        prop_assert_eq!(&measures(&wrapped(&paragraphs, 38, "    ", "\n")), &plain);
    }

    #[test]
    fn any_text_is_read_whole(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn any_lines_of_the_genre_are_read_whole(
        lines in prop::collection::vec((prop::sample::select(FRAGMENTS), prop::sample::select(&["\n", "\n\n", "\r\n", "\n　　", ""][..])), 0..40)
    ) {
        let text: String = lines.iter().flat_map(|(line, end)| [*line, *end]).collect();
        check(&text);
    }

    #[test]
    fn any_letters_of_the_genre_are_read_whole(
        text in "[一二三是要第，。；：、（）1-3.期目录报送发印\n　 ]{0,80}"
    ) {
        check(&text);
    }
}
