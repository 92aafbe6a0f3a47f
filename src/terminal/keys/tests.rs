use proptest::prelude::*;

use super::*;

/// What the bytes mean, in short: `C-` Ctrl, `M-` Alt, `"…"` a paste, `?…` an answer.
fn meaning(said: &[Said]) -> String {
    let words = said.iter().map(|said| match said {
        Said::Key(key) => {
            let ctrl = if key.ctrl { "C-" } else { "" };
            let alt = if key.alt { "M-" } else { "" };
            match key.code {
                KeyCode::Char(character) => format!("{ctrl}{alt}{character}"),
                code => format!("{ctrl}{alt}{code:?}"),
            }
        }
        Said::Paste(text) => format!("{text:?}"),
        Said::Answer(last, numbers) => format!("?{}{numbers:?}", char::from(*last)),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// All that the pieces mean, the last one with nothing after it.
fn read<'piece>(pieces: impl IntoIterator<Item = &'piece [u8]>) -> String {
    let mut parser = Parser::default();
    let mut said: Vec<Said> = pieces.into_iter().flat_map(|piece| parser.feed(piece)).collect();
    said.extend(parser.nothing_follows());
    assert!(!parser.is_waiting());
    meaning(&said)
}

/// The bytes mean the same in one piece and byte by byte.
fn check(bytes: &[u8], expected: &str) {
    assert_eq!(read([bytes]), expected, "{bytes:?}");
    assert_eq!(read(bytes.chunks(1)), expected, "{bytes:?} byte by byte");
}

#[test]
fn plain_keys() {
    check("aG/？ｊ中".as_bytes(), "a G / ？ ｊ 中");
    check(b"\r\n\t\x7f\x08", "Enter Enter Tab Backspace Backspace");
    check(b"\x01\x1a\x00\x1c\x1f", "C-a C-z C-  C-\\ C-_");
    check(b"\x1b", "Escape");
}

#[test]
fn alt_is_an_escape_before_the_key() {
    check(b"\x1bx\x1b\x7f", "M-x M-Backspace");
    check("\x1b中".as_bytes(), "M-中");
    check(b"\x1b\x01", "C-M-a");
    check(b"\x1b[", "M-[");
    check(b"\x1bO", "M-O");
    check(b"\x1b\x1b[A", "Escape Up");
}

#[test]
fn keys_with_names() {
    check(b"\x1b[A\x1bOB\x1b[1;5C\x1b[1;3D", "Up Down C-Right M-Left");
    check(b"\x1b[H\x1b[4~\x1b[7~\x1bOF", "Home End Home End");
    check(b"\x1b[2~\x1b[3;5~\x1b[5~\x1b[6~", "Insert C-Delete PageUp PageDown");
    check(b"\x1b[Z\x1b[9;2u", "BackTab BackTab");
    check(
        b"\x1bOP\x1b[15~\x1b[17~\x1b[21~\x1b[24~",
        "Function(1) Function(5) Function(6) Function(10) Function(12)",
    );
    check(b"\x1b[[A\x1b[[E", "Function(1) Function(5)");
    check(b"\x1b[1;2R\x1b[R", "Function(3) Function(3)");
    check(b"\x1bOM", "Enter");
    check(b"\x1b[106;5u\x1b[27;5;107~", "C-j C-k");
}

#[test]
fn answers_are_told_from_keys() {
    check(b"\x1b[2;3R", "?R[2, 3]");
    check(b"\x1b[?65;1;9c", "?c[65, 1, 9]");
}

#[test]
fn a_paste_is_one_text() {
    check(b"\x1b[200~a\r\nb\rc\x1b[A\x1b[201~d", "\"a\\nb\\nc\\u{1b}[A\" d");
    check("\x1b[200~简报\x1b[201~".as_bytes(), "\"简报\"");
    check(b"\x1b[200~\x1b[201~\r", "\"\" Enter");
}

#[test]
fn what_is_not_understood_means_nothing() {
    check(b"\x1b[<0;3;4Ma", "a");
    check(b"\x1b[?2004;1$ya", "a");
    check(b"\x1b[Ia\x1b[99~b\x1bOzc", "a b c");
    check(b"\xff\xfea\xc2\x80b", "a b");
    check(b"\x1b[1;9Aa", "a");
    check(b"\x1b[12\x01a", "C-a a");
}

proptest! {
    #[test]
    fn any_bytes_mean_the_same_in_any_pieces(
        bytes in proptest::collection::vec(
            prop_oneof![Just(0x1B), Just(b'['), Just(b'O'), Just(b';'), Just(b'~'), b'0'..=b'9', any::<u8>()],
            0..80,
        ),
        size in 1_usize..9,
    ) {
        let whole = read([bytes.as_slice()]);
        prop_assert_eq!(read(bytes.chunks(size)), whole);
    }
}
