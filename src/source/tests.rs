use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use super::*;
use crate::bulletin::{Code, Problem};

/// A folder for one test that goes away with it.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(files: &[&str]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("jianbao-source-{}-{count}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).unwrap();
        for file in files {
            folder.write(file, "松山镇简报\n".as_bytes());
        }
        folder
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(super) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The line that tells a file with its encoding and problems.
fn line(file: &File, folder: &Folder) -> String {
    let codes = file.problems.iter().map(|problem| {
        let details = problem.details.join("|");
        let line = format!("!{} {} {details}", problem.code.name(), problem.line);
        line.trim_end().to_owned()
    });
    let path = file.path.replace(folder.0.to_str().unwrap(), "$");
    let mut words = vec![path, file.encoding.to_owned()];
    words.extend(codes);
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// Both ways of loading find the expected files.
fn check(folder: &Folder, asked: &[&str], expected: &[&str]) {
    let paths: Vec<PathBuf> = asked.iter().map(|name| folder.path(name)).collect();
    let lines = |files: &[File]| files.iter().map(|file| line(file, folder)).collect::<Vec<_>>();
    assert_eq!(lines(&read_all(&paths, |_, _| {})), expected);

    let mut files = Vec::new();
    let mut found = 0;
    for news in start(paths, Cache::default()) {
        match news {
            News::Found(count) => found = count,
            News::Files(batch) => files.extend(batch),
            News::Done => break,
        }
    }
    assert_eq!(found, expected.len());
    let mut lines = lines(&files);
    let mut expected = expected.to_vec();
    lines.sort();
    expected.sort_unstable();
    assert_eq!(lines, expected);
}

#[test]
fn folders_are_walked_in_order() {
    let folder = Folder::new(&["b.txt", "a/z.txt", "a/b/c.MD", "a.txt", "第3期"]);
    check(&folder, &[""], &["a/b/c.MD UTF-8", "a/z.txt UTF-8", "a.txt UTF-8", "b.txt UTF-8", "第3期 UTF-8"]);
    check(&folder, &["a/b", "b.txt"], &["c.MD UTF-8", "$/b.txt UTF-8"]);
}

#[test]
fn the_root_and_the_path_lead_to_the_file() {
    let folder = Folder::new(&["a/x.txt", "b/x.txt", "x.txt"]);
    let asked = [folder.path("a"), folder.path("b"), folder.path("x.txt")];
    let files = read_all(&asked, |_, _| {});
    let full: Vec<PathBuf> = files.iter().map(|file| Path::new(&*file.root).join(&*file.path)).collect();
    let expected = ["a/x.txt", "b/x.txt", "x.txt"].map(|name| folder.path(name));
    assert_eq!(full, expected);
}

#[test]
fn other_kinds_and_hidden_files_are_left_out_and_counted() {
    let folder = Folder::new(&[
        "a.txt",
        ".git/x.txt",
        "b/.c.txt",
        "b/d.pdf",
        "e.PDF",
        "f.docx",
        "g.txt~",
        "第1.5期",
        "h.12",
    ]);
    check(
        &folder,
        &[""],
        &[
            "a.txt UTF-8",
            "h.12 UTF-8",
            "第1.5期 UTF-8",
            "$/ !skipped 0 1 docx, 2 pdf, 1 txt~ !hidden 0 2|.c.txt",
        ],
    );
    // What is asked for by name is read.
    check(&folder, &[".git/x.txt"], &["$/.git/x.txt UTF-8"]);
    check(&folder, &["b/d.pdf"], &["$/b/d.pdf UTF-8"]);
}

#[test]
fn links_that_lead_in_a_circle_are_walked_once() {
    let folder = Folder::new(&["a/b/x.txt"]);
    symlink(folder.path("a"), folder.path("a/b/up")).unwrap();
    symlink(folder.path("a/b/x.txt"), folder.path("y.txt")).unwrap();
    symlink("nowhere.txt", folder.path("z.txt")).unwrap();
    symlink("self", folder.path("self")).unwrap();
    let files = read_all(std::slice::from_ref(&folder.0), |_, _| {});
    let lines: Vec<String> = files.iter().map(|file| line(file, &folder)).collect();
    let (first, rest) = lines.split_at(1);
    assert_eq!(first, ["a/b/x.txt UTF-8"]);
    assert!(rest[0].starts_with("self !unreadable"), "{lines:?}");
    assert_eq!(rest[1..], ["y.txt UTF-8", "z.txt !not-found 0"]);
}

#[test]
fn pipes_and_sockets_are_never_opened() {
    let folder = Folder::new(&["a.txt"]);
    let made = Command::new("mkfifo").arg(folder.path("pipe.txt")).status().unwrap();
    assert!(made.success());
    let _listener = std::os::unix::net::UnixListener::bind(folder.path("socket")).unwrap();
    check(
        &folder,
        &["", "pipe.txt"],
        &["a.txt UTF-8", "pipe.txt !not-regular 0", "socket !not-regular 0", "$/pipe.txt !not-regular 0"],
    );
}

#[test]
fn what_cannot_be_read_hides_nothing_else() {
    let folder = Folder::new(&["a.txt"]);
    folder.write("b.txt", "第一行\n第二".as_bytes().split_last().unwrap().1);
    folder.write("c.txt", &[0; 100]);
    folder.write("d.txt", &encoding_rs::GB18030.encode("松山镇").0);
    check(
        &folder,
        &["none", ""],
        &[
            "$/none !not-found 0",
            "a.txt UTF-8",
            "b.txt UTF-8 !bad-encoding 2 1|UTF-8",
            "c.txt !not-text 0",
            "d.txt GB18030",
        ],
    );
}

#[test]
fn names_in_gb18030_are_readable() {
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new(&[]);
    let name = encoding_rs::GB18030.encode("简报.txt").0;
    let path = folder.0.join(std::ffi::OsStr::from_bytes(&name));
    if fs::write(path, "甲").is_err() {
        // The file system takes UTF-8 names only.
        return;
    }
    check(&folder, &[""], &["简报.txt UTF-8"]);
}

#[test]
fn a_file_above_the_cap_is_not_read() {
    let folder = Folder::new(&["a.txt"]);
    let huge = fs::File::create(folder.path("b.txt")).unwrap();
    huge.set_len(LARGEST as u64 + 1).unwrap();
    check(&folder, &[""], &["a.txt UTF-8", "b.txt !too-large 0 256"]);
}

#[test]
fn many_files_come_in_order_and_are_counted() {
    let names: Vec<String> = (0..1200).map(|index| format!("{index:04}.txt")).collect();
    let folder = Folder::new(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut told = Vec::new();
    let files = read_all(std::slice::from_ref(&folder.0), |read, known| {
        told.push((read, known));
    });
    let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
    assert_eq!(paths, names);
    assert_eq!(told.last(), Some(&(1200, 1200)));
    assert!(told.is_sorted());
}

#[test]
fn the_walk_stops_when_nobody_listens() {
    let folder = Folder::new(&["a.txt", "b.txt", "c.txt"]);
    let mut count = 0;
    walk::items(std::slice::from_ref(&folder.0), |_| {
        count += 1;
        count < 2
    });
    assert_eq!(count, 2);
}

#[test]
fn a_panic_in_the_parser_costs_one_file() {
    let problem = opened::caught(|| panic!("row {}", 7)).unwrap_err();
    assert_eq!(problem, Problem::new(Code::Stopped, 0, ["row 7".to_owned()]));
    assert_eq!(opened::caught(Vec::new), Ok(Vec::new()));
}
