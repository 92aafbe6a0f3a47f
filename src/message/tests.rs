use super::{Lang, Msg};

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
}

#[test]
fn blanks_are_filled_in_order() {
    let filled = Msg::MissingArticle.fill(Lang::Zh, &["4", "甲"]);
    assert_eq!(filled, "目录第4条“甲”没有正文");
    assert_eq!(Msg::Unreadable.fill(Lang::En, &[]), "cannot be read: ");
}
