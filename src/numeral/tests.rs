use proptest::prelude::*;

use super::*;

fn check_number(text: &str, expected: Option<u64>) {
    assert_eq!(chinese(text), expected, "{text}");
}

#[test]
fn the_set_of_numerals_has_what_makes_integers_below_ten_thousand() {
    for character in ('\0'..=char::MAX).filter(|character| !"万萬亿億".contains(*character)) {
        let read = chinese(&character.to_string()).is_some();
        assert_eq!(is_numeral(character), read, "{character}");
    }
}

#[test]
fn chinese_integers_are_read_in_every_form() {
    for (text, value) in [
        ("零", 0),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("廿三", 23),
        ("卅", 30),
        ("一百零五", 105),
        ("三千一百四十四", 3144),
        ("两万", 20_000),
        ("一万三千", 13_000),
        ("三万亿", 3_000_000_000_000),
        ("二〇二三", 2023),
        ("一九六○", 1960),
        ("二OO五", 2005),
        ("伍拾陆", 56),
    ] {
        check_number(text, Some(value));
    }
    for text in ["", "三点五", "第一", "1", "九九九九九九九九九九九九九九九九九九九九九九"]
    {
        check_number(text, None);
    }
}

#[test]
fn an_ordinal_is_read_in_either_script() {
    for (text, value) in [("12", Some(12)), ("１２", Some(12)), ("十二", Some(12)), ("", None), ("1二", None)]
    {
        assert_eq!(ordinal(text), value, "{text}");
    }
}

#[test]
fn traditional_keywords_are_seen_as_simplified() {
    assert!(cursor::TRADITIONAL.is_sorted(), "the table is searched by halves");
    let seen: String = "總第十號　編輯：簡報（１）—".chars().map(plain).collect();
    assert_eq!(seen, "总第十号　编辑:简报(1)-");
}

fn check_marker(text: &str, expected: Option<(MarkerKind, Option<u32>, &str)>) {
    let found =
        Marker::at_start(text).map(|marker| (marker.kind, marker.ordinal, text.get(..marker.bytes).unwrap()));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn markers_are_told_with_their_punctuation() {
    use MarkerKind::{
        Among, ArabicBracket, ArabicComma, ArabicDot, Bracket, Circled, Comma, Nth, Side, Then, Verb,
    };
    for (text, kind, ordinal, printed) in [
        ("一、抓落实", Comma, 1, "一、"),
        ("二十一、抓落实", Comma, 21, "二十一、"),
        ("（三）抓落实", Bracket, 3, "（三）"),
        ("(三) 抓落实", Bracket, 3, "(三)"),
        ("㈡抓落实", Bracket, 2, "㈡"),
        ("1.抓落实", ArabicDot, 1, "1."),
        ("１２．抓落实", ArabicDot, 12, "１２．"),
        ("⒉抓落实", ArabicDot, 2, "⒉"),
        ("3、抓落实", ArabicComma, 3, "3、"),
        ("（4）抓落实", ArabicBracket, 4, "（4）"),
        ("4）抓落实", ArabicBracket, 4, "4）"),
        ("⑷抓落实", ArabicBracket, 4, "⑷"),
        ("⑤抓落实", Circled, 5, "⑤"),
        ("一是抓落实", Verb('是'), 1, "一是"),
        ("二是：抓落实", Verb('是'), 2, "二是："),
        ("十一要抓落实", Verb('要'), 11, "十一要"),
        ("第一，抓落实", Nth, 1, "第一，"),
        ("第二、抓落实", Nth, 2, "第二、"),
        ("第三是抓落实", Nth, 3, "第三是"),
        ("其一，抓落实", Among, 1, "其一，"),
        ("首先，抓落实", Then, 1, "首先，"),
        ("其次，抓落实", Then, 2, "其次，"),
        ("一是一张清单管事项", Verb('是'), 1, "一是"),
        ("二是二次返利", Verb('是'), 2, "二是"),
        ("一方面抓落实", Side, 1, "一方面"),
        ("另一方面，抓落实", Side, 2, "另一方面，"),
    ] {
        check_marker(text, Some((kind, Some(ordinal), printed)));
    }
    check_marker("最后，抓落实", Some((Then, None, "最后，")));
    check_marker("最後，抓落實", Some((Then, None, "最後，")));
}

#[test]
fn what_only_looks_like_a_marker_is_none() {
    for text in [
        "",
        "抓落实",
        "1.5万元",
        "1、2月份",
        "一、二产业",
        "一、二、三类地区",
        "一是一、二是二",
        "一直",
        "第一书记",
        "第一类是",
        "第三产业",
        "第一、第二产业",
        "首先是观念问题",
        "其他",
        "（一期工程）",
        "2023.04.03",
        "300、",
    ] {
        check_marker(text, None);
    }
}

fn check_date(text: &str, expected: Option<(&str, &str)>) {
    let found = PrintedDate::at_start(text).and_then(|(date, bytes)| {
        let date = date.with_year(Some(1999))?;
        Some((date.to_string(), text.get(..bytes)?.to_owned()))
    });
    let expected = expected.map(|(date, printed)| (date.to_owned(), printed.to_owned()));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn dates_are_read_in_every_form() {
    for (text, date, printed) in [
        ("2023年4月3日印发", "2023-04-03", "2023年4月3日"),
        ("2022 年 11 月 10 日", "2022-11-10", "2022 年 11 月 10 日"),
        ("二〇二三年四月三日", "2023-04-03", "二〇二三年四月三日"),
        ("二○二三年六月廿八日", "2023-06-28", "二○二三年六月廿八日"),
        ("二OO五年十二月三十一日", "2005-12-31", "二OO五年十二月三十一日"),
        ("一九六零年十月卅日", "1960-10-30", "一九六零年十月卅日"),
        ("2023.04.03", "2023-04-03", "2023.04.03"),
        ("2023-4-3", "2023-04-03", "2023-4-3"),
        ("2023/4/3", "2023-04-03", "2023/4/3"),
        ("２０２３年４月３日", "2023-04-03", "２０２３年４月３日"),
        ("中華民國101年5月3日", "2012-05-03", "中華民國101年5月3日"),
        ("2023年11月", "2023-11", "2023年11月"),
        ("6月28日", "1999-06-28", "6月28日"),
        ("4月3号", "1999-04-03", "4月3号"),
    ] {
        check_date(text, Some((date, printed)));
    }
    for text in ["", "2023年", "4月", "2023年13月1日", "13月1日", "第3日", "12.5.6", "99999年1月1日"]
    {
        check_date(text, None);
    }
}

proptest! {
    #[test]
    fn arabic_digits_are_those_of_the_number(long: u32, short in 0_u32..1200) {
        for number in [long, short] {
            let mut text = String::from("第");
            push_arabic(&mut text, number);
            prop_assert_eq!(text, format!("第{number}"));
        }
    }

    #[test]
    fn what_is_written_is_read(value in any::<u64>()) {
        prop_assert_eq!(chinese(&in_chinese(value)), Some(value));
    }

    #[test]
    fn what_is_written_below_a_myriad_is_read(value in 0_u64..10_000) {
        prop_assert_eq!(chinese(&in_chinese(value)), Some(value));
    }

    #[test]
    fn a_printed_marker_is_told(ordinal in 1_u32..20, kind in prop::sample::select(&[
        MarkerKind::Comma, MarkerKind::Bracket, MarkerKind::ArabicDot, MarkerKind::ArabicComma,
        MarkerKind::ArabicBracket, MarkerKind::Circled, MarkerKind::Verb('是'), MarkerKind::Nth, MarkerKind::Among,
    ][..])) {
        let printed = kind.print(ordinal);
        let marker = Marker::at_start(&printed).unwrap();
        prop_assert_eq!((marker.kind, marker.ordinal, marker.bytes), (kind, Some(ordinal), printed.len()));
    }

    #[test]
    fn nothing_makes_the_readers_panic(text in "\\PC*", near in "[0-9一二三十百千万亿〇廿年月日.（）第其首先、，是要民国]*") {
        for text in [text, near] {
            let _ = (chinese(&text), ordinal(&text));
            if let Some(marker) = Marker::at_start(&text) {
                prop_assert!(text.is_char_boundary(marker.bytes));
            }
            if let Some((_, bytes)) = PrintedDate::at_start(&text) {
                prop_assert!(text.is_char_boundary(bytes));
            }
        }
    }
}
