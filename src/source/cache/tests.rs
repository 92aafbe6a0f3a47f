use std::fs;
use std::time::SystemTime;

use super::*;
use crate::bulletin::{Passages, Summary};
use crate::source::tests::Folder;
use crate::source::{Opened, Way, read_all, sift, whole};

/// Three files, any two of which are worth keeping.
fn large(folder: &Folder) {
    for name in ["a.txt", "b.txt", "c.txt"] {
        folder.write(name, text(name, Cache::WORTH * 2 / 3).as_bytes());
    }
}

/// A bulletin of at least so many bytes.
fn text(end: &str, length: usize) -> String {
    ["松山镇简报\n第3期\n一、修渠\n", &"修复 6 处，".repeat(length / 14), end].concat()
}

fn now() -> i64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs().cast_signed()
}

/// What is made of two files with a cache.
fn kept<T: Send>(folder: &Folder, program: u64, digest: fn(&mut (), Opened<'_>) -> T) -> Vec<T> {
    let cache = Cache::new(folder.path("cache/kept"), program, now());
    let way = Way { cache: &cache, digest: &digest };
    sift(&[folder.path("a.txt"), folder.path("b.txt")], &way, |_, _| {}, |files| files.collect())
}

/// Whether the cache knows all bulletins of a file.
fn is_known(_: &mut (), opened: Opened<'_>) -> bool {
    opened.skimmed(|_, passages| matches!(passages, Passages::Packed(_))).1.into_iter().all(|it| it)
}

#[test]
fn what_was_parsed_is_kept() {
    let folder = Folder::new(&[]);
    large(&folder);
    let paths = [folder.path("a.txt"), folder.path("b.txt")];
    let parsed: Vec<_> = read_all(&paths, |_, _| {}).into_iter().map(|file| file.bulletins).collect();
    let mastheads =
        |bulletins: &[Bulletin]| bulletins.iter().map(|it| it.masthead.clone()).collect::<Vec<_>>();
    // However little is wanted: what is not known is parsed, and is known the next time.
    assert_eq!(kept(&folder, 1, is_known), [false, false]);
    assert_eq!(kept(&folder, 1, is_known), [true, true]);
    let whole: Vec<_> = kept(&folder, 1, whole).into_iter().map(|file| file.bulletins).collect();
    assert_eq!(whole, parsed);
    let summaries = kept(&folder, 1, |(), opened| opened.summaries());
    let heads = kept(&folder, 1, |(), opened| opened.mastheads());
    for ((parsed, (file, summaries)), head) in parsed.iter().zip(summaries).zip(heads) {
        assert_eq!(summaries, parsed.iter().map(Summary::of).collect::<Vec<_>>());
        for file in [file, head] {
            assert_eq!(mastheads(&file.bulletins), mastheads(parsed));
            assert!(file.bulletins.iter().all(|bulletin| bulletin.text.as_str().is_empty()));
        }
    }
    // A file is known by what it holds, not by its name.
    fs::copy(folder.path("c.txt"), folder.path("a.txt")).unwrap();
    assert_eq!(kept(&folder, 1, is_known), [false, true]);
}

#[test]
fn what_cannot_be_trusted_is_not_used() {
    let folder = Folder::new(&[]);
    large(&folder);
    let known_before_and_after =
        |program| [kept(&folder, program, is_known), kept(&folder, program, is_known)];
    let not_before = [[false, false], [true, true]];
    assert_eq!(known_before_and_after(1), not_before);
    // Another program.
    assert_eq!(known_before_and_after(2), not_before);
    let file = folder.path("cache/kept");
    let bytes = fs::read(&file).unwrap();
    let changed = |at: usize| {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        changed
    };
    for broken in [&bytes[..20], &[], &bytes[1..], &changed(10), &changed(20), &changed(30), &changed(40)] {
        fs::write(&file, broken).unwrap();
        assert_eq!(known_before_and_after(2), not_before, "{} bytes", broken.len());
    }
    // Of what is not as it was nothing but the one file is parsed again.
    let parsed = kept(&folder, 2, whole);
    let mut known = Vec::new();
    for at in [bytes.len() / 4, bytes.len() - 1] {
        fs::write(&file, changed(at)).unwrap();
        let again = kept(&folder, 2, whole);
        assert!(again.iter().zip(&parsed).all(|(a, b)| a.bulletins == b.bulletins));
        known.push(kept(&folder, 2, is_known));
    }
    // The last one stands in what is not needed to search.
    assert_eq!(known, [[false, true], [true, true]]);
}

/// What is known of small files when they are read in a while: `+` where a file need not be read, `=` where it is
/// known once it is read, `-` where it is parsed. Their text is there in any case.
fn check_small(folder: &Folder, after: i64, expected: &str) {
    let cache = Cache::new(folder.path("cache/kept"), 1, now() + after);
    let stands_in = |name: &str| {
        let mut share = cache.share();
        share.stamp(&folder.path(name)).and_then(|stamp| share.find(stamp)).is_some()
    };
    let digest = |(): &mut (), opened: Opened<'_>| (opened.text().to_owned(), is_known(&mut (), opened));
    let way = Way { cache: &cache, digest: &digest };
    let read: Vec<_> = sift(&[folder.path("small")], &way, |_, _| {}, |files| files.collect());
    let names = SMALL.map(|number| format!("small/{number}.txt"));
    let mut signs = String::new();
    for (name, (text, is_known)) in names.iter().zip(read) {
        assert!(text == fs::read_to_string(folder.path(name)).unwrap(), "{name}");
        signs.push(match (stands_in(name), is_known) {
            (true, true) => '+',
            (false, true) => '=',
            (_, false) => '-',
        });
    }
    assert_eq!(signs, expected);
}

const SMALL: [usize; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
const HOUR: i64 = 3600;

/// Files that are worth keeping together.
fn small(folder: &Folder) {
    for number in SMALL {
        folder.write(&format!("small/{number}.txt"), text(&number.to_string(), Cache::WORTH / 7).as_bytes());
    }
}

#[test]
fn files_that_are_as_they_were_need_not_be_read() {
    let folder = Folder::new(&[]);
    small(&folder);
    check_small(&folder, HOUR, "--------");
    check_small(&folder, HOUR, "++++++++");
    // Whatever is done to a file is seen: written again, of the same length and with the time from before; touched;
    // replaced by one that another file was.
    let path = folder.path("small/2.txt");
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    folder.write("small/2.txt", text("b", Cache::WORTH / 7).as_bytes());
    fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
    fs::File::options().write(true).open(folder.path("small/4.txt")).unwrap().set_modified(modified).unwrap();
    fs::rename(folder.path("small/7.txt"), folder.path("small/6.txt")).unwrap();
    fs::copy(folder.path("small/8.txt"), folder.path("small/7.txt")).unwrap();
    check_small(&folder, HOUR, "+-+=+==+");
    // So little is not worth the writing.
    check_small(&folder, HOUR, "+-+=+==+");
    folder.write("small/8.txt", text("8", Cache::WORTH).as_bytes());
    check_small(&folder, HOUR, "+-+=+==-");
    // All is kept, but the bytes of the one that is large.
    check_small(&folder, HOUR, "+++++++=");
}

#[test]
fn files_that_may_change_unseen_are_read() {
    let folder = Folder::new(&[]);
    small(&folder);
    // Their state changed just now.
    check_small(&folder, 0, "--------");
    check_small(&folder, 0, "========");
    check_small(&folder, HOUR, "========");
    check_small(&folder, HOUR, "++++++++");
    check_small(&folder, 0, "========");
}

#[test]
fn bytes_that_a_disk_has_changed_are_not_used() {
    let folder = Folder::new(&[]);
    small(&folder);
    check_small(&folder, HOUR, "--------");
    let file = folder.path("cache/kept");
    let bytes = fs::read(&file).unwrap();
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    for broken in [&changed, &bytes[..bytes.len() - 1]] {
        fs::write(&file, broken).unwrap();
        check_small(&folder, HOUR, "+++++++=");
    }
}

#[test]
fn little_is_not_kept() {
    let folder = Folder::new(&["a.txt", "b.txt"]);
    kept(&folder, 1, whole);
    assert!(!folder.path("cache").exists());
}
