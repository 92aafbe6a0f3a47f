use proptest::prelude::*;

use super::{Decimal, Form, Hedge, Reading, read_str};

/// `text` with what is read of it: `low`, `low-high`, a `+` or `~` for the hedge, and the rest.
fn check(text: &str, expected: &str) {
    let shown = read_str(text).map_or_else(
        || "none".to_owned(),
        |reading| {
            let rest: String = text.chars().skip(reading.chars).collect();
            format!("{}|{rest}", show(&reading))
        },
    );
    assert_eq!(shown, expected, "{text}");
}

fn show(reading: &Reading) -> String {
    let hedge = match reading.hedge {
        Some(Hedge::More) => "+",
        Some(Hedge::About) => "~",
        None => "",
    };
    if reading.low == reading.high {
        format!("{}{hedge}", reading.low)
    } else {
        format!("{}-{}{hedge}", reading.low, reading.high)
    }
}

#[test]
fn arabic_numbers_are_read_with_their_separators() {
    check("1300亩", "1300|亩");
    check("2,680.5万元", "26805000|元");
    check("1，300万吨", "13000000|吨");
    check("2022，300人", "2022|，300人");
    check("12，3456", "12|，3456");
    check("1,234,567元", "1234567|元");
    check("80,2%", "80.2|%");
    check("80,2人", "80|,2人");
    check("6.6亿元", "660000000|元");
    check("1260.50元", "1260.5|元");
    check("3.万", "3|.万");
    check("0.3个", "0.3|个");
    check("007", "7|");
}

#[test]
fn chinese_numbers_are_read() {
    check("三千五百万元", "35000000|元");
    check("十八万", "180000|");
    check("一百零五", "105|");
    check("一百十五", "115|");
    check("一百一十五", "115|");
    check("三千四", "3400|");
    check("三万五", "35000|");
    check("三万零五", "30005|");
    check("九十八点五", "98.5|");
    check("二十点七五万", "207500|");
    check("叁佰贰拾万元", "3200000|元");
    check("两亿三千万", "230000000|");
    check("三万五千亿", "3500000000000|");
    check("1万亿元", "1000000000000|元");
    check("二〇二二年", "2022|年");
    check("一九六○年", "1960|年");
    check("廿五", "25|");
    check("卅", "30|");
    check("零", "0|");
    check("十点", "10|点");
}

#[test]
fn mixed_numbers_add_up() {
    check("1亿2000万元", "120000000|元");
    check("1亿零500万", "105000000|");
    check("3万5千", "35000|");
    check("12万3", "123000|");
    check("5百300", "500|300");
}

#[test]
fn vague_numbers_keep_both_ends() {
    check("三四百人", "300-400|人");
    check("七八十万元", "700000-800000|元");
    check("十几户", "11-19|户");
    check("二十几", "21-29|");
    check("几百名", "200-900|名");
    check("数十家", "20-90|家");
    check("三五天", "3-5|天");
    check("几个", "none");
    check("数据", "none");
}

#[test]
fn hedges_are_told_from_words() {
    check("30余万元", "300000+|元");
    check("5万余元", "50000+|元");
    check("三千多万", "30000000+|");
    check("300来亩", "300~|亩");
    check("300来自", "300|来自");
    check("5万余额", "50000|余额");
    check("余", "none");
}

#[test]
fn scales_alone_are_round_numbers() {
    for (text, value) in [("百万", "1000000"), ("千", "1000"), ("万", "10000"), ("千万", "10000000")] {
        let reading = read_str(text).unwrap();
        assert_eq!((reading.form, reading.low.to_string().as_str()), (Form::Round, value));
    }
    check("千百", "1000|百");
}

#[test]
fn numbers_out_of_range_are_none() {
    check(&"9".repeat(60), "none");
    check(&"九".repeat(60), "none");
    check("", "none");
}

#[test]
fn decimals_print_and_add_as_written() {
    let tenth = read_str("0.1").unwrap().low;
    let fifth = read_str("0.2").unwrap().low;
    assert_eq!((tenth + fifth).to_string(), "0.3");
    assert_eq!([tenth, fifth, Decimal::ONE].into_iter().sum::<Decimal>().to_string(), "1.3");
    let third = Decimal::fraction(Decimal::integer(2), Decimal::integer(3)).unwrap();
    assert_eq!(third.to_string(), "0.666667");
    assert_eq!(Decimal::fraction(Decimal::ONE, Decimal::ZERO), None);
    assert_eq!(Decimal::integer(u64::MAX).to_integer(), None);
    assert_eq!(read_str("6.6亿").unwrap().low.to_integer(), Some(660_000_000));
}

/// The Chinese numeral of a number, as it is written out in full.
fn write(number: u64) -> String {
    for (scale, name) in [
        (1_000_000_000_000, '兆'),
        (100_000_000, '亿'),
        (10_000, '万'),
        (1_000, '千'),
        (100, '百'),
        (10, '十'),
    ] {
        if number < scale {
            continue;
        }
        let (head, rest) = (number / scale, number % scale);
        let mut text = write(head);
        text.push(name);
        if rest > 0 {
            let gap = rest < scale / 10;
            text.push_str(if gap { "零" } else { "" });
            text.push_str(&write(rest));
        }
        return text;
    }
    "零一二三四五六七八九".chars().nth(number as usize).unwrap().to_string()
}

proptest! {
    #[test]
    fn what_is_written_is_read(number in prop_oneof![0_u64..100_000, 0_u64..10_000_000_000_000_000]) {
        let text = write(number);
        let reading = read_str(&text).unwrap();
        prop_assert_eq!(reading.low, Decimal::integer(number), "{}", text);
        prop_assert_eq!(reading.high, reading.low);
        prop_assert_eq!(reading.chars, text.chars().count());
    }

    #[test]
    fn digits_are_read_as_rust_reads_them(whole in 0_u32.., places in 0_u32..1_000_000) {
        let text = format!("{whole}.{places:06}");
        let reading = read_str(&text).unwrap();
        prop_assert_eq!(format!("{:.6}", reading.low.to_f64()), text);
    }

    #[test]
    fn any_text_is_read_within_itself(text in "[0-9.,，一二三零十百千万亿兆余多来几数点半人 ]{0,40}") {
        if let Some(reading) = read_str(&text) {
            prop_assert!(reading.chars > 0 && reading.chars <= text.chars().count());
            prop_assert!(reading.low <= reading.high);
        }
    }
}
