use super::{Explanation, Lang, Msg};

fn blanks(message: Msg, lang: Lang) -> usize {
    message.text(lang).matches("{}").count()
}

#[test]
fn no_column_has_a_hole() {
    for &message in Msg::ALL {
        for lang in [Lang::Zh, Lang::En] {
            assert!(!message.text(lang).trim().is_empty(), "{message:?} has no text in {lang:?}");
        }
        assert_eq!(blanks(message, Lang::Zh), blanks(message, Lang::En), "{message:?}: blanks differ");
    }
    for &it in Explanation::ALL {
        assert!(!it.example().trim().is_empty(), "{it:?} has no example");
        for lang in [Lang::Zh, Lang::En] {
            assert!(!it.meaning(lang).trim().is_empty(), "{it:?} has no meaning in {lang:?}");
            assert!(!it.advice(lang).trim().is_empty(), "{it:?} has no advice in {lang:?}");
        }
    }
}

#[test]
fn blanks_are_filled_in_order() {
    let filled = Msg::MissingArticle.fill(Lang::Zh, &["4", "甲"]);
    assert_eq!(filled, "目录第4条“甲”没有正文");
    assert_eq!(Msg::Unreadable.fill(Lang::En, &[]), "cannot be read: ");
}
