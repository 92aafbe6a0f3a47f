use super::*;
use crate::library::{File, Library};
use crate::parse;
use crate::text::Ambiguous;

const TEXT: &str = "渡口简报\n2022年第3期\n\n柳湾县渡口办\n\n2022年3月8日\n\n目录\n1. 柳湾修渡口\n\n柳湾修渡口\n\n柳湾县投入 36 万元。第一，修路。修好 3 里。第二，修桥。\n\n一、抓进度。先定人。一是早开工。开工 3 处。二是早完工。\n\n事后再总结。\n\n报：市渡口办。\n";

fn page() -> Page {
    let mut library = Library::default();
    library.add([File {
        path: "a.txt".into(),
        encoding: "UTF-8",
        bulletins: parse::bulletins(TEXT),
        ..File::default()
    }]);
    let entry = library.iter().next().map(|(_, entry)| entry).unwrap();
    Page::of(entry, Lang::Zh)
}

fn shown(page: &Page, width: u16) -> String {
    let line = |line: &Line| {
        let text = page.blocks[line.block].text.get(line.start..line.end).unwrap();
        format!("{:indent$}{text}\n", "", indent = usize::from(line.indent))
    };
    set(page, width, Ambiguous::Narrow, true).iter().map(line).collect()
}

#[test]
fn a_page_is_the_card_and_then_the_text() {
    insta::assert_snapshot!(shown(&page(), 30));
}

#[test]
fn a_narrow_page_has_no_indents() {
    insta::assert_snapshot!(shown(&page(), 12));
}

#[test]
fn the_part_that_is_read_never_goes_back() {
    let page = page();
    let places: Vec<Place> = (0..page.blocks.len()).map(|block| page.place_at(block)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(page.opening(&Place(vec![1, 0, 2])), places.iter().position(|it| it.0 == [1, 0, 2]).unwrap());
}

#[test]
fn marks_pick_out_what_they_say() {
    let page = page();
    let marked = |wanted: Mark| {
        let marks = page.blocks.iter().flat_map(|block| block.marks.iter().map(move |mark| (block, mark)));
        let texts = marks
            .filter(|(_, (_, mark))| *mark == wanted)
            .map(|(block, (range, _))| block.text.get(range.clone()).unwrap());
        texts.collect::<Vec<_>>().join("|")
    };
    assert_eq!(marked(Mark::Marker), "第一，|第二，|一、|一是|二是");
    assert_eq!(marked(Mark::Headline), "修路|早开工");
    assert_eq!(marked(Mark::Figure), "36 万元|3 里|3 处");
}
