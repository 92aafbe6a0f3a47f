//! Whole bulletins of offices that no other test knows, each with several layouts: `offices/NAME.txt` is
//! read as `offices/NAME.outline`, where `~` stands for what lies between a line's beginning and its end.

use std::path::Path;

use jianbao::parse::bulletins;

use super::outline::outline;

/// Whether a line of the outline is the expected one; blanks aside.
fn is_like(found: &str, expected: &str) -> bool {
    match expected.split_once('~') {
        Some((start, end)) => {
            found.len() >= start.len() + end.len() && found.starts_with(start) && found.ends_with(end)
        }
        None => found == expected,
    }
}

/// The lines of an outline without blanks, problems left aside.
fn lines(outline: &str) -> Vec<String> {
    let close = |line: &str| line.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    outline.lines().filter(|line| !line.starts_with('!')).map(close).filter(|line| !line.is_empty()).collect()
}

/// How many lines of two outlines agree, in order.
fn agreement(found: &[String], expected: &[String]) -> usize {
    let mut row = vec![0; expected.len() + 1];
    for line in found {
        let mut diagonal = 0;
        for (index, wanted) in expected.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if is_like(line, wanted) { diagonal + 1 } else { above.max(row[index]) };
            diagonal = above;
        }
    }
    row[expected.len()]
}

#[test]
fn bulletins_of_other_offices() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/parsing/offices");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    assert!(files.len() >= 10, "{} files", files.len());
    let (mut right, mut all, mut report) = (0, 0, String::new());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let expected = lines(&std::fs::read_to_string(path.with_extension("outline")).unwrap());
        let outline = outline(&bulletins(&text));
        let found = lines(&outline);
        let same = agreement(&found, &expected);
        right += same;
        all += found.len().max(expected.len());
        if same < found.len().max(expected.len()) {
            report
                .extend([path.display().to_string(), format!(": {same} of {}\n{outline}\n", expected.len())]);
        }
    }
    assert!(right == all, "{right} of {all} lines agree\n{report}");
}
