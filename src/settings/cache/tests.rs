use std::os::unix::fs::MetadataExt;

use super::*;

#[test]
fn a_set_of_paths_has_one_file() {
    let path = |paths: &[&str]| path(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
    assert_eq!(path(&["src", "tests"]), path(&["src", "src/../tests"]));
    assert_ne!(path(&["src", "tests"]), path(&["tests", "src"]));
    assert_ne!(path(&["src", "tests"]), path(&["src"]));
    assert_ne!(path(&["nowhere/ab"]), path(&["nowhere/a", "b"]));
}

#[test]
fn the_newest_files_stay_and_nobody_else_reads_them() {
    let folder = std::env::temp_dir().join(format!("jianbao-cache-{}", std::process::id()));
    for number in 0..MOST + 4 {
        write(&folder.join(format!("{number}.parsed")), |out| out.write_all(b"all")).unwrap();
    }
    let last = folder.join(format!("{}.parsed", MOST + 3));
    assert_eq!(fs::read(&last).unwrap(), b"all");
    assert_eq!(fs::metadata(&last).unwrap().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), MOST);
    fs::remove_dir_all(folder).unwrap();
}
