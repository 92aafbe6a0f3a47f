use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::tests::awkward;
use super::*;

/// What is found, parted by `|`.
fn check(text: &str, needle: &str, expected: &str) {
    let found = Folded::new(text).find(needle);
    let found: Vec<&str> = found.into_iter().map(|range| text.get(range).unwrap()).collect();
    assert_eq!(found.join("|"), expected, "{needle:?} in {text:?}");
}

#[test]
fn what_looks_alike_is_found() {
    check("云岭县云岭", "云岭", "云岭|云岭");
    check("工  作\n简 报", "工作简报", "工  作\n简 报");
    check("工作", "工 作", "工作");
    check("ＧＤＰ增长５％，gdp", "gdp", "ＧＤＰ|gdp");
    check("增长５％，达", "5%,达", "５％，达");
    check("一九六○年、一九六〇年、六零年", "六〇年", "六○年|六〇年|六零年");
    check("cafe\u{301} CAFÉ", "café", "cafe\u{301}|CAFÉ");
    check("慈\u{200b}善", "慈善", "慈\u{200b}善");
    check("cafe\u{301} Café", "CAFE", "cafe\u{301}|Café");
    check("İİ", "i\u{307}", "İ|İ");
    check("慈溪市開發區、臺灣与台湾", "开发区", "開發區");
    check("慈溪市開發區、臺灣与台湾", "台灣", "臺灣|台湾");
    check("衆人、眾人、众人，裏外、裡外、里外", "众人", "衆人|眾人|众人");
    check("裏外、裡外、里外", "里外", "裏外|裡外|里外");
    check("著名", "着名", "");
    check("\u{f98a}量", "力量", "\u{f98a}量");
    check("甲乙", "丙", "");
    check("甲乙", " \n", "");
    check("", "甲", "");
}

#[test]
fn every_form_of_a_character_is_known() {
    let ranges =
        [' '..='~', '\u{3000}'..='\u{9fff}', '\u{f900}'..='\u{fad9}', '\u{ff01}'..='\u{ff5e}', '○'..='○'];
    let mut forms: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for c in ranges.into_iter().flatten() {
        if let Some(folded) = fold(c) {
            forms.entry(folded).or_insert_with(|| BTreeSet::from([folded])).insert(c);
        }
    }
    // Of the many that have one form only, some do.
    forms.retain(|folded, forms| forms.len() > 1 || u32::from(*folded) % 16 == 0);
    for (folded, forms) in forms {
        let all = forms_of(folded);
        assert_eq!((all.first(), all.len()), (Some(&folded), forms.len()), "{all:?}");
        assert_eq!(BTreeSet::from_iter(all), forms);
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(c in any::<char>()) {
        if let Some(folded) = fold(c) {
            prop_assert_eq!(fold(folded), Some(folded));
        }
    }

    #[test]
    fn a_part_of_a_text_is_found_in_it(before in "[一-龥a-zａ-ｚ，0 ]{0,9}", part in "[一-龥A-ZＡ-Ｚ０。 \n]{0,9}[甲Ｂ零]", after in awkward()) {
        let text = format!("{before}{part}{after}");
        let found = Folded::new(&text).find(&part);
        prop_assert!(!found.is_empty());
        let folded = Folded::new(&part).text;
        for range in found {
            let source = text.get(range).unwrap();
            prop_assert!(Folded::new(source).text.contains(&folded), "{source:?}");
        }
    }

    #[test]
    fn every_range_has_a_source(text in awkward()) {
        let folded = Folded::new(&text);
        let mut end = 0;
        for (at, c) in folded.as_str().char_indices() {
            let source = folded.source(at..at + c.len_utf8()).unwrap();
            prop_assert!(text.get(source.clone()).is_some_and(|source| !source.is_empty()), "{c:?}: {source:?}");
            prop_assert!(source.end >= end);
            end = source.end;
        }
        let after = folded.as_str().len();
        prop_assert_eq!(folded.source(after..after + 1), None);
    }
}
