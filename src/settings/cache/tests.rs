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
    let path = |number: usize| folder.join(format!("{number}.parsed"));
    for number in 0..MOST + 4 {
        write(&path(number), |out| out.write_all(b"all")).unwrap();
    }
    let last = path(MOST + 3);
    assert_eq!(fs::read(&last).unwrap(), b"all");
    assert_eq!(fs::metadata(&last).unwrap().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), MOST);
    // A file with a hole takes no room on the disk.
    fs::File::options().write(true).open(&last).unwrap().set_len(MOST_BYTES + 1).unwrap();
    write(&path(MOST + 4), |out| out.write_all(b"all")).unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    fs::remove_dir_all(folder).unwrap();
}
