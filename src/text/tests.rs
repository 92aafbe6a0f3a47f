use proptest::prelude::*;

use super::clean::{composes, image, is_mark, is_usual};
use super::columns::{char_columns, plain};
use super::standin::stand_in;
use super::*;

/// Strings rich in what is awkward: Han, punctuation, marks, emoji, controls, ambiguous letters,
/// jamo, flags, invisible characters, and any other character now and then.
pub(super) fn awkward() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[一-龥]{1,6}",
        4 => "[，。、；：？！（）《》“”‘’—…·％～－／\"']{1,2}",
        3 => "[0-9０-９.,，%万亿元年月日期第余人次一二三百千]{1,6}",
        2 => "[a-zA-Z/:._-]{1,9}",
        2 => "[ \u{3000}\t\n\r]{1,3}",
        2 => "[αωяÀàéǎ①⑫■◆○●※±×§℃]{1,3}",
        2 => "[\u{300}-\u{306}\u{323}\u{338}\u{20dd}\u{302a}\u{3099}\u{94d}\u{93e}\u{ff9e}]{1,7}",
        1 => "[कषतｶᄀ각가ᅡᆨ\u{d4e}\u{600}a\u{212a}]{1,4}",
        1 => "[👨👩👧🏻🏿🇨🇳❤☎\u{200d}\u{fe0f}]{1,5}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{202e}\u{200b}\u{feff}\u{ad}\u{e0041}\u{e000}\u{ffff}\u{3164}]{1,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

pub(super) fn any_mode() -> impl Strategy<Value = Ambiguous> {
    proptest::sample::select(Ambiguous::ALL.as_slice())
}

fn symbols(text: &str, mode: Ambiguous) -> Vec<String> {
    glyphs(text, mode).map(|glyph| glyph.symbol.into_owned()).collect()
}

/// The glyphs, parted by `|`.
fn check(text: &str, mode: Ambiguous, expected: &str) {
    assert_eq!(symbols(text, mode).join("|"), expected, "{text:?}");
}

#[test]
fn text_is_cut_into_clean_clusters() {
    use Ambiguous::{Narrow, Subst};
    check("简报a，", Narrow, "简|报|a|，");
    check("e\u{301}é한", Narrow, "é|é|한");
    check("\u{1112}\u{1161}\u{11ab}", Narrow, "한");
    check("\u{1b}[31m\u{9b}0m\u{7f}", Narrow, "␛|[|3|1|m|▯|0|m|␡");
    check("甲\r\n乙\t丙\n\u{2028}", Narrow, "甲| |乙| |丙| | ");
    check("\u{202e}a\u{200b}b\u{feff}", Narrow, "a|b");
    check("👨\u{200d}👩\u{200d}👧🏽❤\u{fe0f}", Narrow, "👨|👩|👧|❤");
    check("🇨🇳🇺", Narrow, "🇨🇳|🇺");
    check("क्ष", Narrow, "क्ष");
    check("\u{301}a \u{301}", Narrow, "◌\u{301}|a| |◌\u{301}");
    check(&format!("z{}", "\u{335}".repeat(99)), Narrow, "z\u{335}\u{335}\u{335}\u{335}");
    check("ｶﾞ中\u{93e}", Narrow, "ｶﾞ|中|◌\u{93e}");
    check("\u{e000}\u{fffe}\u{f8ff}", Narrow, "▯|▯|▯");
    check("“一—①○■αà", Subst, "＂|一|－|(|1|)|〇|▪|α|à");
}

#[test]
fn columns_follow_the_mode() {
    let columns = |text| Ambiguous::ALL.map(|mode| width(text, mode));
    assert_eq!(columns("简报 ok"), [7, 7, 7, 7]);
    assert_eq!(columns("“”—…·"), [5, 10, 10, 10]);
    assert_eq!(columns("αà◆"), [3, 6, 6, 6]);
    assert_eq!(columns("①"), [1, 2, 2, 3]);
    assert_eq!(columns("ｶﾞ👨\u{200d}👩🇨🇳e\u{301}"), [9, 10, 10, 10]);
    assert_eq!(columns("\u{200b}\u{feff}"), [0; 4]);
}

#[test]
fn a_mode_is_known_by_its_name() {
    for mode in Ambiguous::ALL {
        assert_eq!(Ambiguous::from_name(mode.name()), Some(mode));
    }
    assert_eq!(Ambiguous::from_name("auto"), None);
}

#[test]
fn stand_ins_have_one_width_everywhere() {
    let mut found = 0;
    for c in '\u{a1}'..=char::MAX {
        let Some(substitute) = stand_in(&c.to_string()) else {
            continue;
        };
        found += 1;
        assert!(is_ambiguous(c), "{c} needs no stand-in");
        for stands in substitute.chars() {
            assert!(!is_ambiguous(stands) && char_columns(stands) > 0, "{c} → {substitute}");
        }
    }
    assert!(found > 120, "{found} stand-ins");
}

/// What the fast path takes for granted.
#[test]
fn a_plain_character_stands_for_itself() {
    use unicode_segmentation::UnicodeSegmentation as _;
    let beside = ["a", "中", "α", "，", "한", "😀"];
    let mut found = 0;
    for c in '\0'..=char::MAX {
        let Some(columns) = plain(c, Ambiguous::Narrow) else {
            continue;
        };
        found += 1;
        let text = c.to_string();
        assert!(!is_dropped(c) && image(c) == c && !is_mark(c) && !composes(c), "{text}");
        assert!(unicode_normalization::is_nfc(&text), "{text}");
        assert_eq!(columns, char_columns(c).max(1), "{text}");
        for other in beside {
            for pair in [format!("{c}{other}"), format!("{other}{c}")] {
                assert_eq!(pair.graphemes(true).count(), 2, "{pair}");
            }
        }
    }
    assert!(found > 80_000, "{found} plain characters");
}

/// Every character that the Unicode Character Database calls ambiguous, where it is installed.
#[test]
fn the_table_is_that_of_the_database() {
    let Ok(data) = std::fs::read_to_string("/usr/share/unicode/EastAsianWidth.txt") else {
        return;
    };
    if !data.starts_with("# EastAsianWidth-15.0.0") {
        return;
    }
    let mut expected = std::collections::BTreeSet::new();
    for line in data.lines() {
        let fields = line.split('#').next().unwrap().split_once(';');
        if let Some((points, "A")) = fields.map(|(points, class)| (points.trim(), class.trim())) {
            let (first, last) = points.split_once("..").unwrap_or((points, points));
            expected.extend(u32::from_str_radix(first, 16).unwrap()..=u32::from_str_radix(last, 16).unwrap());
        }
    }
    for c in '\0'..=char::MAX {
        assert_eq!(is_ambiguous(c), expected.contains(&u32::from(c)), "U+{:04X}", u32::from(c));
    }
}

#[test]
fn what_is_clean_is_borrowed() {
    for text in ["", "宁城简报 2022", "“甲”——乙……", "á ǎ α"] {
        assert!(matches!(clean(text), std::borrow::Cow::Borrowed(same) if same == text), "{text}");
    }
    assert_eq!(clean("\u{200b}"), "");
    assert_eq!(clean("甲\u{200b}乙\u{1b}"), "甲乙␛");
}

#[test]
fn text_is_fitted_into_columns() {
    use Ambiguous::{Narrow, Wide};
    let clipped = |text, columns, mode| {
        let (fitting, used) = clip(text, columns, mode);
        (fitting.iter().map(|glyph| glyph.symbol.as_ref()).collect::<String>(), used)
    };
    assert_eq!(clipped("甲乙丙", 5, Narrow), ("甲乙".to_owned(), 4));
    assert_eq!(clipped("“甲”", 4, Wide), ("“甲".to_owned(), 4));
    assert_eq!(clipped("甲", 1, Narrow), (String::new(), 0));
    assert_eq!(ellipsis("甲乙丙", 6, "…", Narrow), "甲乙丙");
    assert_eq!(ellipsis("甲乙丙", 5, "…", Narrow), "甲乙…");
    assert_eq!(ellipsis("甲乙丙", 5, "...", Narrow), "甲...");
    assert_eq!(ellipsis("甲乙丙", 2, "...", Narrow), "..");
    assert_eq!(ellipsis("甲乙\u{200b}", 4, "~", Narrow), "甲乙");
    assert_eq!(pad("甲乙丙", 5, Narrow), "甲乙 ");
    assert_eq!(pad("", 2, Narrow), "  ");
}

#[test]
fn what_is_usual_is_plain() {
    let is_usual = |c: char| is_usual(c.encode_utf8(&mut [0; 4]));
    assert!("简报，。、：（）《》“”—… 3％".chars().all(is_usual));
    for c in ('\0'..=char::MAX).filter(|&c| is_usual(c)) {
        assert!(plain(c, Ambiguous::Narrow).is_some(), "{c:?}");
    }
}

proptest! {
    #[test]
    fn a_text_is_usual_where_all_its_characters_are(text in "[一-龥，。“” 0-9]{0,9}", more in awkward()) {
        for text in [text.clone() + &more, more + &text] {
            prop_assert_eq!(is_usual(&text), text.split("").all(is_usual), "{:?}", text);
        }
    }

    #[test]
    fn cleaning_leaves_nothing_hostile(text in awkward()) {
        let cleaned = clean(&text).into_owned();
        prop_assert!(!cleaned.chars().any(char::is_control), "{cleaned:?}");
        prop_assert!(!cleaned.chars().any(is_dropped), "{cleaned:?}");
        prop_assert!(unicode_normalization::is_nfc(&cleaned), "{cleaned:?}");
        prop_assert_eq!(clean(&cleaned), cleaned.as_str());
        for mode in Ambiguous::ALL {
            prop_assert_eq!(width(&text, mode), width(&cleaned, mode));
            prop_assert_eq!(symbols(&text, mode).concat(), symbols(&cleaned, mode).concat());
        }
    }

    #[test]
    fn what_is_plain_is_cleaned_by_itself(text in awkward(), more in "[0-9/:]{1,5}") {
        let both = text.clone() + &more;
        prop_assert_eq!(clean(&both), clean(&text).into_owned() + &more);
    }

    #[test]
    fn glyphs_cover_the_source_in_order(text in awkward(), mode in any_mode()) {
        let all: Vec<Glyph<'_>> = glyphs(&text, mode).collect();
        let mut last = 0..0;
        for glyph in &all {
            prop_assert!(glyph.bytes.start == last.end || glyph.bytes == last, "{glyph:?} after {last:?}");
            prop_assert!(text.get(glyph.bytes.clone()).is_some_and(|source| !source.is_empty()));
            prop_assert!((1..=2).contains(&glyph.columns) && !glyph.symbol.is_empty(), "{glyph:?}");
            last = glyph.bytes.clone();
        }
        let missing = text.get(last.end..).unwrap();
        prop_assert!(missing.chars().all(is_dropped), "{missing:?} reaches no glyph");
        let columns: usize = all.iter().map(|glyph| usize::from(glyph.columns)).sum();
        prop_assert_eq!(columns, width(&text, mode));
    }

    #[test]
    fn a_visible_base_reaches_its_own_glyph(text in awkward()) {
        for glyph in glyphs(&text, Ambiguous::Narrow) {
            let source = text.get(glyph.bytes.clone()).unwrap();
            let kept: String = source.chars().filter(|&c| !is_dropped(c)).collect();
            // Blanks stand for blanks only; anything else is seen.
            let blank = kept.chars().all(char::is_whitespace);
            prop_assert_eq!(glyph.is_blank(), blank, "{:?} for {:?}", &glyph.symbol, source);
        }
    }

    #[test]
    fn all_modes_show_the_same_source(text in awkward()) {
        let sources = |mode| {
            let mut sources: Vec<_> = glyphs(&text, mode).map(|glyph| glyph.bytes).collect();
            sources.dedup();
            sources
        };
        let narrow = sources(Ambiguous::Narrow);
        for mode in Ambiguous::ALL {
            prop_assert_eq!(&sources(mode), &narrow);
        }
    }

    #[test]
    fn no_column_too_much(text in awkward(), columns in 0_usize..30, mode in any_mode()) {
        let (fitting, used) = clip(&text, columns, mode);
        let sum: usize = fitting.iter().map(|glyph| usize::from(glyph.columns)).sum();
        prop_assert!(sum == used && used <= columns);
        let whole = width(&text, mode);
        prop_assert!(used == whole || used + 2 > columns, "{used} of {columns}");
        let short = ellipsis(&text, columns, "~", mode);
        prop_assert!(width(&short, Ambiguous::Narrow) <= columns.min(whole));
        prop_assert_eq!(width(&pad(&text, columns, Ambiguous::Wide), Ambiguous::Wide), columns);
    }
}
