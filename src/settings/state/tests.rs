use super::*;

/// What a file holds, what is kept for the terminal `xterm`, and what the file holds then; an
/// empty text stands for no file.
fn check(before: &str, keeps: Option<Ambiguous>, after: &str) {
    let folder = std::env::temp_dir().join(format!("jianbao-state-{}", std::process::id()));
    let kept = Kept { file: folder.join("deep/state.json"), terminal: "xterm".to_owned() };
    let _ = fs::remove_dir_all(&folder);
    if !before.is_empty() {
        fs::create_dir_all(kept.file.parent().unwrap()).unwrap();
        fs::write(&kept.file, before).unwrap();
    }
    kept.keep(keeps).unwrap();
    assert_eq!(kept.mode(), keeps, "{before}");
    let text = fs::read_to_string(&kept.file).unwrap();
    assert_eq!(text.split_whitespace().collect::<String>(), after, "{before}");
    assert_eq!(fs::read_dir(kept.file.parent().unwrap()).unwrap().count(), 1, "nothing lies beside");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_choice_is_kept_beside_what_others_keep() {
    let wide = Some(Ambiguous::Wide);
    check("", wide, r#"{"ambiguous":{"xterm":"wide"}}"#);
    check("{]", wide, r#"{"ambiguous":{"xterm":"wide"}}"#);
    check(r#"{"ambiguous": 3}"#, wide, r#"{"ambiguous":{"xterm":"wide"}}"#);
    check(
        r#"{"later": [1], "ambiguous": {"tmux": "both", "xterm": "narrow"}}"#,
        wide,
        r#"{"ambiguous":{"tmux":"both","xterm":"wide"},"later":[1]}"#,
    );
    check(r#"{"ambiguous": {"xterm": "wide"}}"#, None, r#"{"ambiguous":{}}"#);
}

#[test]
fn what_is_told_once_is_kept_beside() {
    let folder = std::env::temp_dir().join(format!("jianbao-told-{}", std::process::id()));
    let kept = |terminal: &str| Kept { file: folder.join("state.json"), terminal: terminal.to_owned() };
    kept("xterm").keep(Some(Ambiguous::Wide)).unwrap();
    kept("screen").tell().unwrap();
    assert!(!kept("tmux").is_told());
    kept("tmux").tell().unwrap();
    assert!(kept("tmux").is_told() && kept("screen").is_told());
    assert_eq!(kept("xterm").mode(), Some(Ambiguous::Wide));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn searches_are_kept_beside() {
    let folder = std::env::temp_dir().join(format!("jianbao-searches-{}", std::process::id()));
    let kept = Kept { file: folder.join("state.json"), terminal: "xterm".to_owned() };
    assert!(kept.searches().is_empty());
    kept.keep(Some(Ambiguous::Wide)).unwrap();
    kept.keep_search("养老", "title:养老").unwrap();
    kept.keep_search("路", "修路").unwrap();
    kept.keep_search("路", "").unwrap();
    assert_eq!(
        kept.searches().into_iter().collect::<Vec<_>>(),
        [("养老".to_owned(), "title:养老".to_owned())]
    );
    assert_eq!(kept.mode(), Some(Ambiguous::Wide));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_was_looked_for_is_kept_beside() {
    let folder = std::env::temp_dir().join(format!("jianbao-history-{}", std::process::id()));
    let kept = Kept { file: folder.join("state.json"), terminal: "xterm".to_owned() };
    let remember = |queries: &[&str]| queries.iter().for_each(|query| kept.remember(query).unwrap());
    assert!(kept.history().is_empty());
    kept.keep_search("养老", "title:养老").unwrap();
    remember(&["资金", "cx bf", "资金"]);
    assert_eq!(kept.history(), ["cx bf", "资金"]);
    (0..REMEMBERED).for_each(|number| remember(&[&format!("{number}期")]));
    assert_eq!(kept.history().len(), REMEMBERED);
    assert_eq!(kept.history().first().map(String::as_str), Some("0期"));
    assert_eq!(kept.searches().len(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&kept.file).unwrap().permissions().mode() & 0o077, 0, "others read it");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_is_no_mode_says_nothing() {
    let kept = Kept { file: std::env::temp_dir(), terminal: String::new() };
    assert_eq!(kept.mode(), None);
    assert!(kept.keep(None).is_err(), "a folder is no file");
}
