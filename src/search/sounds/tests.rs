use super::*;

/// What is read as the letters say, parted by `|`.
fn check(letters: &str, text: &str, expected: &str) {
    let mut found = Vec::new();
    if let Some(sounds) = Sounds::new(letters) {
        sounds.each(text, &mut |range| found.push(text.get(range).unwrap().to_owned()));
    }
    assert_eq!(found.join("|"), expected, "{letters} in {text}");
}

#[test]
fn initials_syllables_and_both_are_read() {
    for letters in ["cxs", "cixis", "cixishi", "cxshi", "ci'x's", "cxsh"] {
        check(letters, "浙江省慈溪市的", "慈溪市");
    }
    check("cx", "慈溪、磁县", "慈溪|磁县");
    check("cixi", "慈溪、磁县、次新", "慈溪");
    check("cixia", "慈溪、磁县、此下", "此下");
    check("xian", "西安先下", "西安|先");
    check("xi'an", "西安先下", "西安");
    check("''", "西安先下", "");
    check("bangfu", "结对帮扶", "帮扶");
    check("bf", "帮\n 扶", "帮\n 扶");
    check("zj", "资（金）", "");
    check("zh", "中华、张", "中华");
    check("cixi", "慈谿慈溪", "慈谿|慈溪");
}

#[test]
fn every_reading_of_a_character_counts() {
    for letters in ["cq", "zq", "chongqing", "zhongqing", "czq"] {
        check(letters, "重庆", if letters == "czq" { "" } else { "重庆" });
    }
    for letters in ["yh", "yx", "yinhang", "yinxing"] {
        check(letters, "银行", "银行");
    }
    for letters in ["cj", "zj", "chengzhang", "cc", "cz"] {
        check(
            letters,
            "长江 成长",
            match letters {
                "cj" | "zj" => "长江",
                _ => "成长",
            },
        );
    }
    check("nvxing", "女性", "女性");
    check("nuxing", "女性", "");
    check("lv", "绿旅吕", "绿|旅|吕");
    check("lvse", "绿色", "绿色");
    check("luse", "绿色", "绿色");
    check("lvlue", "侵略", "");
    check("qinlve", "侵略", "侵略");
    check("la", "六安 丽澳", "六安|丽澳");
    check("yj", "叶集 与", "叶集");
    check("dh", "東海", "東海");
}

#[test]
fn what_is_no_reading_is_not_looked_for() {
    for letters in ["", "c", "C", "CX", "c1", "iv", "ui", "慈x", "'", "uv"] {
        assert!(Sounds::new(letters).is_none(), "{letters}");
    }
    assert!(Sounds::new(&"zhang".repeat(12)).is_some());
    assert!(Sounds::new(&"z".repeat(65)).is_none());
}

#[test]
fn the_table_has_each_character_once_with_a_reading() {
    for (syllable, characters) in syllables() {
        assert!(syllable.bytes().all(|b| b.is_ascii_lowercase()) && syllable.len() <= 6, "{syllable}");
        assert!(!characters.is_empty() && characters.chars().is_sorted(), "{syllable}");
    }
    let all: usize = syllables().map(|(_, characters)| characters.chars().count()).sum();
    assert!(all > 8_500, "{all}");
}
