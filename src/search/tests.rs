use proptest::prelude::*;

use super::*;
use crate::bulletin::{Address, Bulletin, Node, Span, Text};
use crate::library::File;
use crate::parse;
use crate::query::Words;
use crate::text::Folded;

const CREEK: &str = "山海协作简报\n2022年第3期\n慈溪市协作办　　2022年3月5日\n\n\
    本期目录\n慈溪市帮扶溪口镇\n溪口镇修路\n\n\
    慈溪市帮扶溪口镇\n\n慈溪市投入资金1495 万元，帮扶溪口镇。\n\n\
    一、资金到位\n一是统筹资金。慈溪市拨付 1500 万元，用于溪口镇各村的道路、水渠、学校和卫生室，并请来农技专\n— 1 —\n家三名，手把手教会种茶。\n二是用好GDP。预计增长12%。\n\n\
    溪口镇修路\n\n溪口镇修路3.5公里，共二十三名村民参加。\n\n\
    报：市委办公室。\n";
const BRIDGE: &str = "交通信息\n2023年第1期\n交通局　　2023年1月5日\n\n\
    重慶路架橋\n\n重慶路架橋2座，耗資兩億元。慈溪來人學習。\n\n第三次會議於二〇二二年召開。\n";

fn library() -> Library {
    let mut library = Library::default();
    library.add([CREEK, BRIDGE].into_iter().zip(1..).map(|(text, number)| File {
        path: format!("{number}.txt").into(),
        encoding: "UTF-8",
        bulletins: parse::bulletins(text),
        ..File::default()
    }));
    library
}

/// The addresses of what is found, with the marks in brackets.
fn check(query: &str, expected: &[&str]) {
    let library = library();
    let query_read = Query::read(query);
    assert_eq!(query_read.errors, [], "{query}");
    let mut found = Vec::new();
    for issue in search(&library, &query_read, &alone).issues() {
        let bulletin = &library.get(issue.id()).unwrap().bulletin;
        let text = &bulletin.text;
        for hit in issue.hits() {
            let address = Address { name: library.name(issue.id()), place: hit.place(bulletin) };
            let marks: Vec<&str> = hit.marks.iter().map(|mark| text.get(mark.span)).collect();
            found.push(format!("{address} {} {}", hit.field.name(), marks.join(",")));
        }
    }
    assert_eq!(found, expected, "{query}");
}

#[test]
fn a_word_is_found_however_it_is_written() {
    check("1495万元", &["2022-3/1 text 1495 万元"]);
    check("农技专家", &["2022-3/1/1/1 text 农技专家"]);
    check("专家3名", &["2022-3/1/1/1 text 专家三名"]);
    check("gdp", &["2022-3/1/1/2 headline GDP"]);
    check("ＧＤＰ", &["2022-3/1/1/2 headline GDP"]);
    check("耗资两亿", &["2023-1/1 text 耗資兩億"]);
    check("23名", &["2022-3/2 text 二十三名"]);
    check("2022年", &["2023-1/1 text 二〇二二年", "2022-3 card 2022年", "2022-3 card 2022年"]);
    check("没有", &[]);
}

#[test]
fn terms_stand_in_one_article() {
    check("帮扶 资金 修路", &[]);
    check("12% 1500", &["2022-3/1/1/1 text 1500", "2022-3/1/1/2 text 12%"]);
    check("修路 -3.5", &[]);
    check("修路 -桥", &["2022-3/2 title 修路", "2022-3/2 text 修路"]);
    check("架桥|3.5公里", &["2023-1/1 title 架橋", "2023-1/1 text 架橋", "2022-3/2 text 3.5公里"]);
    check("\"溪口镇 修路\"", &["2022-3/2 title 溪口镇修路", "2022-3/2 text 溪口镇修路"]);
    check("/[二三]是.{2}/", &["2022-3/1/1/2 headline 二是用好"]);
    check("/^溪口/ -title:帮扶", &["2022-3/2 title 溪口", "2022-3/2 text 溪口"]);
}

#[test]
fn scopes_say_where() {
    check("title:慈溪", &["2022-3/1 title 慈溪"]);
    check("heading:资金", &["2022-3/1/1 heading 资金"]);
    check("measure:慈溪", &["2022-3/1/1/1 text 慈溪"]);
    check("text:资金", &["2022-3/1 text 资金"]);
    check("慈溪 year:2023", &["2023-1/1 text 慈溪"]);
    check("慈溪 serial:交通|海洋", &["2023-1/1 text 慈溪"]);
    check(
        "慈溪 issuer:协作办 title:帮扶",
        &["2022-3/1 title 慈溪,帮扶", "2022-3/1 text 慈溪", "2022-3/1/1/1 text 慈溪"],
    );
    check("慈溪 place:2022-3/1/1", &["2022-3/1/1/1 text 慈溪"]);
    check("慈溪 -place:/1 -year:2023", &["2022-3 card 慈溪"]);
    check("市委", &["2022-3 card 市委"]);
    check("year:2023", &["2023-1/1 title "]);
}

#[test]
fn figures_are_chosen_by_one_figure() {
    check("value>1496万 unit:元 year:2022", &["2022-3/1/1/1 text 1500 万元"]);
    check("value>2 unit:%", &["2022-3/1/1/2 text 12%"]);
    check("value>1万 unit:公里", &[]);
    check("修路 unit:公里", &["2022-3/2 title 修路", "2022-3/2 text 修路,3.5公里"]);
    check("state:planned", &["2022-3/1/1/2 text 12%"]);
}

#[test]
fn readings_are_found_behind_letters() {
    check("cqljq", &["2023-1/1 title 重慶路架橋", "2023-1/1 text 重慶路架橋"]);
    check(
        "bf zj gdp",
        &[
            "2022-3/1 title 帮扶",
            "2022-3/1 text 资金,帮扶",
            "2022-3/1/1 heading 资金",
            "2022-3/1/1/1 headline 资金,拨付,专家",
            "2022-3/1/1/2 headline GDP",
        ],
    );
    let library = library();
    let found = search(&library, &Query::read("cx"), &alone);
    assert_eq!(heard(&found, &library, &alone), [("慈溪".to_owned(), 5)]);
}

#[test]
fn titles_come_before_headings_before_text_and_the_newest_first() {
    check(
        "慈溪",
        &[
            "2022-3/1 title 慈溪",
            "2022-3/1 text 慈溪",
            "2022-3/1/1/1 text 慈溪",
            "2022-3 card 慈溪",
            "2023-1/1 text 慈溪",
        ],
    );
    check("协作", &["2022-3 card 协作", "2022-3 card 协作"]);
}

/// Every run of a part leads back to the part.
fn check_places(bulletin: &Bulletin, node: Node<'_>, steps: &[u32]) {
    let runs: Vec<Span> = match node {
        Node::Bulletin(_) => Vec::new(),
        Node::Article(article) => {
            let lead = article.lead.iter().map(|paragraph| paragraph.text);
            lead.chain([article.title]).filter(|run| !run.is_empty()).collect()
        }
        Node::Section(section) => section
            .paragraphs
            .iter()
            .copied()
            .chain([Span { start: section.marker.start, end: section.heading.end }])
            .collect(),
        Node::Measure(measure) => vec![Span { start: measure.marker.start, end: measure.text.end }],
    };
    for run in runs {
        assert_eq!(place::place(bulletin, run).0, steps, "{}", bulletin.text.get(run));
    }
    for (further, child) in node.children() {
        check_places(bulletin, child, &[steps, &further].concat());
    }
}

#[test]
fn a_run_leads_to_its_part() {
    let nested = "山海协作简报\n2022年第3期\n2022年3月5日\n\n修路\n\n今年做了几件事：一是修路；二是架桥；三是种树。\n\n\
        一、修路\n先说修路。\n一是修村路。通到各家门口。\n二是修大路。通到县城里去。\n（一）路面\n铺了水泥。\n\
        一是铺平。不留坑洼。\n二是加宽。好走大车。\n（二）路灯\n装了灯。\n\n架桥\n\n架了两座桥，方便来往。\n";
    for text in [CREEK, BRIDGE, nested] {
        for bulletin in parse::bulletins(text) {
            check_places(&bulletin, Node::Bulletin(&bulletin), &[]);
        }
    }
}

/// An excerpt, with its marks in brackets.
fn shown(text: &Text, hit: Hit<'_>, around: usize, to_the_end: bool) -> String {
    let mut shown = String::new();
    excerpt(text, hit, around, to_the_end, |piece| match (piece.is_gap(), piece.is_mark) {
        (true, _) => shown.push('…'),
        (_, true) => shown.extend(["[", text.get(piece.span), "]"]),
        _ => shown.push_str(text.get(piece.span)),
    });
    shown
}

#[test]
fn an_excerpt_shows_what_stands_around() {
    let text = Text::new("零一二三四五六七八九".to_owned(), Vec::new());
    let mark = |start: usize, end: usize| Mark { span: Span::new(start * 3, end * 3), by_sound: false };
    let check = |marks: Vec<Mark>, around, expected: &str| {
        let hit = Hit { field: Field::Text, span: Span::new(0, 30), marks: &marks };
        assert_eq!(shown(&text, hit, around, false), expected);
    };
    check(vec![mark(3, 5)], 2, "…一二[三四]五六…");
    check(vec![mark(3, 5)], 0, "…[三四]…");
    check(vec![mark(0, 1), mark(9, 10)], 20, "[零]一二三四五六七八[九]");
    check(vec![mark(0, 1), mark(9, 10)], 2, "[零]一二…七八[九]");
    check(vec![mark(1, 2), mark(4, 5)], 1, "零[一]二三[四]五…");
    check(vec![mark(1, 2), mark(5, 6)], 1, "零[一]二…四[五]六…");
    check(vec![], 2, "零一二三…");
}

#[test]
fn pieces_are_handed_on_in_order_whichever_is_made_first() {
    let check = |spread: Spread<'_>| {
        let items: Vec<usize> = (0..10).collect();
        let mut taken = Vec::new();
        in_order(&items, 3, spread, &|piece| piece.to_vec(), &mut |piece| taken.extend(piece));
        assert_eq!(taken, items);
    };
    check(&alone);
    check(&|pieces, work| (0..pieces).rev().for_each(work));
    check(&|_, work| [2, 0, 3, 1].into_iter().for_each(work));
}

/// Characters with several forms, blanks and marks.
fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            "[慈溪资資金開开臺台颱湾灣〇○零一二十AaＡａáé0-9，, \n　\u{200b}\u{301}力\u{f98a}]",
            "(慈溪|资 金|開\n发|GDP|12期|十二期|1,500)",
        ],
        0..40,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn an_excerpt_holds_the_characters_that_are_near_a_mark(text in "[a一é😀]{1,40}", cuts in proptest::collection::btree_set(0_usize..40, 0..9), around in 0_usize..6, to_the_end: bool) {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let cuts: Vec<usize> = cuts.into_iter().filter(|&at| at <= chars.len()).collect();
        let marks = cuts.as_chunks::<2>().0;
        let near = |at: usize| {
            let behind = marks.iter().rev().find(|[_, end]| *end <= at).map(|[_, end]| at - end);
            let before = marks.iter().find(|[start, _]| at < *start).map(|[start, _]| start - at);
            let rest = to_the_end && marks.len() == 1 && before.is_none();
            before.is_some_and(|it| it <= around) || behind.is_some_and(|it| it < around || rest) || marks.is_empty() && at < 2 * around
        };
        let mut expected = String::new();
        for (at, (_, c)) in chars.iter().enumerate() {
            expected.extend(marks.iter().any(|[start, _]| *start == at).then_some('['));
            if near(at) || marks.iter().any(|[start, end]| (*start..*end).contains(&at)) {
                expected.push(*c);
            } else if !expected.ends_with('…') {
                expected.push('…');
            }
            expected.extend(marks.iter().any(|[_, end]| *end == at + 1).then_some(']'));
        }
        let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
        let marks: Vec<Mark> = marks.iter().map(|[start, end]| Mark { span: Span::new(byte(*start), byte(*end)), by_sound: false }).collect();
        let body = Text::from(text.as_str());
        let hit = Hit { field: Field::Text, span: Span::new(0, text.len()), marks: &marks };
        prop_assert_eq!(shown(&body, hit, around, to_the_end), expected);
    }

    #[test]
    fn a_phrase_is_found_as_in_the_folded_text(text in text(), word in "[慈溪资金开台湾〇一二Aaé0-9,]{1,3}", cut in 0_usize..40) {
        // Half of the words are taken from the text itself.
        let own: String = text.chars().skip(cut).take(3).collect();
        for word in [word, own] {
            let expected = Folded::new(&text).find(&word);
            let mut found: Vec<_> =
                Matcher::new(&Words::Phrase(word.clone()), &Census::default()).all(&text).into_iter().map(|mark| mark.span.range()).collect();
            found.dedup_by(|range, before| range.start < before.end);
            prop_assert_eq!(found, expected, "{:?} in {:?}", word, text);
        }
    }

    #[test]
    fn readings_are_those_of_each_character(
        text in "([慈溪市重庆银行长江女绿路]{1,5}|[a1 ，\n]|[ \u{3000}]{1,20}|[1，é]{20,60}){0,60}",
        letters in "[cxszqyhjnlv]{2,3}|cixi|yinhang|nvlu",
    ) {
        let mut found: Vec<std::ops::Range<usize>> = Vec::new();
        if let Some(sounds) = sounds::Sounds::new(&letters) {
            sounds.each(&text, &mut |range| found.push(range));
            let mut initials = initials::Initials::default();
            initials.read(&text);
            let mut same: Vec<std::ops::Range<usize>> = Vec::new();
            sounds.each_by_initials(&text, &initials, &mut |range| same.push(range));
            same.sort_by_key(|range| range.end);
            prop_assert_eq!(&same, &found);
        }
        // Each run of so many characters, blanks left out, whose initials can be these.
        let kept: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| crate::text::fold(*c).is_some()).collect();
        let of = |letter: char| match letter {
            'c' => "慈重长", 'x' => "溪行", 's' => "市", 'z' => "重长", 'q' => "庆", 'y' => "银", 'h' => "行",
            'j' => "江", 'n' => "女", 'l' => "绿路", _ => "",
        };
        let naive = kept.windows(letters.len()).filter(|run| run.iter().zip(letters.chars()).all(|((_, c), letter)| of(letter).contains(*c)));
        let naive: Vec<std::ops::Range<usize>> = naive.map(|run| {
            let (last, c) = run.last().unwrap();
            run.first().unwrap().0..last + c.len_utf8()
        }).collect();
        if letters.len() < 4 && letters.chars().all(|c| c != 'v') && !["zh", "ch", "sh"].iter().any(|pair| letters.contains(pair)) {
            prop_assert_eq!(found, naive, "{} in {}", letters, text);
        }
    }
}

#[test]
fn each_han_character_with_readings_has_a_class() {
    let all = sounds::syllables().flat_map(|(_, characters)| characters.chars());
    let text: String = all.filter(|c| sounds::place(*c).is_some()).collect();
    let mut initials = initials::Initials::default();
    initials.read(&text);
    assert_eq!(initials.classes.len(), text.chars().count());
    assert_eq!(initials.classes.iter().filter(|class| **class < b'A').count(), 0);
}

#[test]
fn a_sieve_tells_which_texts_need_not_be_parsed() {
    let check = |query: &str, text: &str, expected: Option<bool>| {
        let sieve = Sieve::of(&Query::read(query));
        assert_eq!(sieve.map(|sieve| sieve.lets_through(text)), expected, "{query} in {text:?}");
    };
    check("专家", CREEK, Some(true));
    check("农技专家三名", CREEK, Some(true));
    check("13名", "十三名", Some(true));
    check("開發區", "开 发\u{200b}区", Some(true));
    check("12%", "增长**1**２％", Some(true));
    check("帮扶", "帮助，扶持", Some(false));
    check("帮扶", "帮\n助，扶持", Some(false));
    check("帮扶", "帮\n> — 1 —\n松江简报\r\x0c> 扶", Some(true));
    check("帮扶", "帮\n\n扶", Some(true));
    check("帮扶 资金", "帮扶", Some(false));
    check("帮扶|资金 -食堂", "资金", Some(true));
    check("帮扶|资金 title:食堂 year:2020", "资金", Some(false));
    check("帮扶 /资.金/", "资金", Some(false));
    // Letters may be readings, others stand in no text.
    for query in ["bf", "/帮.扶/", "-帮扶", "帮扶|year:2020", "帮扶|bf", "value>3", "place:2022-3/1", "***"]
    {
        check(query, "", None);
    }
}
