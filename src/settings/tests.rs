use super::*;

fn check(text: &str, expected: &Result<Settings, usize>) {
    assert_eq!(&parse(text).map_err(|(line, _)| line), expected, "{text}");
}

#[test]
fn a_configuration_may_leave_everything_out() {
    check("", &Ok(Settings::default()));
    check("# nothing yet\n", &Ok(Settings::default()));
}

#[test]
fn what_is_written_is_taken() {
    let folders = vec![PathBuf::from("/srv/bulletins"), PathBuf::from("old")];
    let expected =
        Settings { folders, lang: Some(Lang::Zh), ambiguous: Some(Ambiguous::Wide), cache: Some(false) };
    check(
        "folders = [\"/srv/bulletins\", \"old\"]\nlang = \"zh\"\nambiguous = \"wide\"\ncache = false\n",
        &Ok(expected),
    );
    check("ambiguous = \"auto\"", &Ok(Settings::default()));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    check("lang = \"zh\"\nfolder = [\"a\"]\n", &Err(2));
    check("\n\nlang = \"fr\"\n", &Err(3));
    check("folders = \"a\"", &Err(1));
    check("folders = [", &Err(1));
}

#[test]
fn a_tilde_is_the_home() {
    let home = BaseDirs::new().expect("tests run with a home").home_dir().to_owned();
    assert_eq!(expand("~/bulletins"), home.join("bulletins"));
    assert_eq!(expand("~"), home);
    assert_eq!(expand("a/~"), PathBuf::from("a/~"));
    assert_eq!(expand("~other/x"), PathBuf::from("~other/x"));
}

#[test]
fn a_file_that_is_not_there_says_nothing() {
    let nowhere = std::env::temp_dir().join("jianbao-no-such-folder/config.toml");
    assert_eq!(read(&nowhere).ok(), Some(Settings::default()));
    let error = read(&std::env::temp_dir()).expect_err("a folder is no configuration");
    assert!(error.message(Lang::En).contains("cannot be read"));
}
