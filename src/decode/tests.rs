use proptest::prelude::*;

use super::*;

const SAMPLE: &str = "云溪县工作简报\n第3期\n一、春耕备耕。全县投入420万元，修渠18公里。\n二、防汛准备。";

fn gb(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}

/// What the bytes are read as: encoding, text, number of losses, line of the first.
fn check(bytes: &[u8], encoding: Encoding, text: &str, losses: (usize, u32)) {
    let decoded = decode(bytes).expect("these bytes are text");
    assert_eq!(decoded.encoding, encoding, "{text}");
    assert_eq!(decoded.text, text);
    assert_eq!((decoded.losses.count, decoded.losses.first_line), losses, "{text}");
}

#[test]
fn both_encodings_are_told_apart() {
    check(SAMPLE.as_bytes(), Encoding::Utf8, SAMPLE, (0, 0));
    check(&gb(SAMPLE), Encoding::Gb18030, SAMPLE, (0, 0));
    check(b"", Encoding::Utf8, "", (0, 0));
    check(b"plain ASCII", Encoding::Utf8, "plain ASCII", (0, 0));
    check(&gb("县"), Encoding::Gb18030, "县", (0, 0));
    // A character outside the two-byte range has four bytes in GB 18030.
    check(&gb("𠮷村㐀里"), Encoding::Gb18030, "𠮷村㐀里", (0, 0));
}

#[test]
fn a_byte_order_mark_is_no_text() {
    check(b"\xEF\xBB\xBF\xE7\x94\xB2", Encoding::Utf8, "甲", (0, 0));
    check(&gb("\u{FEFF}甲乙"), Encoding::Gb18030, "甲乙", (0, 0));
}

#[test]
fn line_ends_are_kept() {
    check("甲\r\n乙\r\n".as_bytes(), Encoding::Utf8, "甲\r\n乙\r\n", (0, 0));
}

#[test]
fn one_bad_byte_does_not_change_the_encoding() {
    let (head, tail) = SAMPLE.split_at(SAMPLE.find("420").unwrap());
    let bytes = [head.as_bytes(), b"\xFF", tail.as_bytes()].concat();
    check(&bytes, Encoding::Utf8, &format!("{head}\u{FFFD}{tail}"), (1, 3));
    let bytes = [gb(head), b"\xFF".to_vec(), gb(tail)].concat();
    check(&bytes, Encoding::Gb18030, &format!("{head}\u{FFFD}{tail}"), (1, 3));
}

#[test]
fn a_cut_last_character_is_one_loss() {
    let bytes = SAMPLE.as_bytes();
    let whole = SAMPLE.trim_end_matches('。');
    check(&bytes[..bytes.len() - 1], Encoding::Utf8, &format!("{whole}\u{FFFD}"), (1, 4));
    let bytes = gb(SAMPLE);
    check(&bytes[..bytes.len() - 1], Encoding::Gb18030, &format!("{whole}\u{FFFD}"), (1, 4));
}

#[test]
fn a_stray_nul_stays_text() {
    check("甲\0乙\u{c}丙".as_bytes(), Encoding::Utf8, "甲\0乙\u{c}丙", (0, 0));
}

#[test]
fn what_is_no_text_is_refused() {
    let utf16: Vec<u8> = SAMPLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let counting: Vec<u8> = (0..=u8::MAX).cycle().take(4096).collect();
    for bytes in [utf16, counting, vec![0; 64], vec![0xFF; 64]] {
        assert_eq!(decode(&bytes), Err(NotText), "{bytes:02X?}");
    }
}

proptest! {
    #[test]
    fn any_bytes_come_out_with_their_losses_counted(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        if let Ok(decoded) = decode(&bytes) {
            let marks = decoded.text.matches(REPLACEMENT).count();
            prop_assert!(marks >= decoded.losses.count);
            prop_assert_eq!(decoded.losses.count == 0, decoded.losses.first_line == 0);
        }
    }

    #[test]
    fn as_many_odd_bytes_as_one_in_fifty_are_no_text(text in "[甲a-z\n]{0,400}", odd in "[\0\t\x0b\x1a\x1b\x1f\x7f]{0,14}") {
        let bytes = [text, odd].concat().into_bytes();
        let noise = bytes.iter().filter(|byte| matches!(byte, 0 | 0x1F | 0x7F)).count();
        prop_assert_eq!(decode(&bytes).is_err(), noise > 4 && noise > bytes.len() / 50);
    }

    #[test]
    fn chinese_text_survives_both_encodings(text in "[一-龥，。；、0-9\n]{20,200}") {
        prop_assert_eq!(&decode(text.as_bytes()).unwrap().text, &text);
        let bytes = gb(&text);
        let decoded = decode(&bytes).unwrap();
        // By accident a few GB 18030 bytes may be faultless UTF-8: nobody can tell then.
        prop_assume!(std::str::from_utf8(&bytes).is_err());
        prop_assert_eq!(&decoded.text, &text);
    }
}
