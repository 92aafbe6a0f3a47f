use proptest::prelude::*;

use super::packed::Values;
use super::*;

fn measure(at: usize) -> Measure {
    Measure { ordinal: 1, marker: Span::new(at, at + 1), ..Measure::default() }
}

fn sample() -> Bulletin {
    let inner = Section { marker: Span::new(50, 51), ..Section::default() };
    let section = Section {
        marker: Span::new(20, 21),
        measures: [measure(30), measure(40)].into(),
        sections: [inner].into(),
        ..Section::default()
    };
    let lead = Paragraph { text: Span::new(5, 9), measures: [measure(10)].into() };
    let article = Article {
        title: Span::new(1, 4),
        lead: [lead].into(),
        sections: [section].into(),
        ..Article::default()
    };
    Bulletin { articles: [article].into(), ..Bulletin::default() }
}

fn check(steps: &[u32], expected: Option<u32>) {
    let bulletin = sample();
    let found = bulletin.node(&Place(steps.to_vec())).map(Node::start);
    assert_eq!(found, expected, "{steps:?}");
}

#[test]
fn a_place_leads_to_its_part() {
    check(&[], Some(0));
    check(&[1], Some(1));
    check(&[1, 0, 1], Some(10));
    check(&[1, 1], Some(20));
    check(&[1, 1, 2], Some(40));
    check(&[1, 1, 3], Some(50));
    for nowhere in [&[0][..], &[2], &[1, 0], &[1, 0, 2], &[1, 2], &[1, 1, 4], &[1, 1, 1, 1]] {
        check(nowhere, None);
    }
}

#[test]
fn children_carry_the_steps_that_lead_to_them() {
    let bulletin = sample();
    let mut places = vec![Place::default()];
    while let Some(place) = places.pop() {
        let node = bulletin.node(&place).expect("a place that was handed out exists");
        for (steps, child) in node.children() {
            let below = Place(place.0.iter().copied().chain(steps).collect());
            assert_eq!(bulletin.node(&below).map(Node::start), Some(child.start()), "{below:?}");
            assert_eq!(below.parent(), Some(place.clone()));
            places.push(below);
        }
    }
}

#[test]
fn a_byte_of_the_healed_text_is_found_in_the_file() {
    // The file: "甲\n— 1 —\n乙丙\n丁", the page number left out.
    let seams = vec![Seam { at: 0, point: 0, line: 1 }, Seam { at: 4, point: 8, line: 3 }];
    let text = Text::new("甲\n乙丙\n丁".to_owned(), seams);
    assert_eq!(text.origin(0), FilePlace { line: 1, point: 0 });
    assert_eq!(text.origin(7), FilePlace { line: 3, point: 9 });
    assert_eq!(text.origin(11), FilePlace { line: 4, point: 11 });
}

proptest! {
    #[test]
    fn numbers_are_taken_as_they_were_packed(numbers in prop::collection::vec((0_u32..33, any::<u32>()), 0..9)) {
        let numbers: Vec<u32> = numbers.iter().map(|(bits, number)| number.checked_shr(*bits).unwrap_or(0)).collect();
        let packed: Vec<u8> = numbers.iter().flat_map(|number| postcard::to_allocvec(number).unwrap()).collect();
        let mut left = Values(&packed);
        let taken: Vec<u32> = std::iter::from_fn(|| left.number()).collect();
        prop_assert_eq!(taken, numbers);
        prop_assert!(left.0.is_empty());
    }

    #[test]
    fn texts_kept_together_come_back_one_by_one(written in prop::collection::vec("[\\PC\n\0]{0,4}", 0..5)) {
        let texts = Texts::from_iter(&written);
        let expected: Vec<String> = written.iter().map(|text| text.replace('\0', "")).collect();
        prop_assert_eq!(texts.iter().collect::<Vec<_>>(), expected);
        prop_assert_eq!(texts.is_empty(), written.is_empty());
    }

    #[test]
    fn spans_come_back_as_they_were_put_together(written in prop::collection::vec(0_usize..9, 0..4)) {
        let written: Vec<Span> = written.iter().map(|at| Span::new(*at, at + 1)).collect();
        let spans = Spans::from(written.clone());
        prop_assert_eq!(&*spans, &*written);
        let packed = postcard::to_allocvec(&spans).unwrap();
        prop_assert_eq!(&packed, &postcard::to_allocvec(&written).unwrap());
        prop_assert_eq!(postcard::from_bytes::<Spans>(&packed).unwrap(), spans);
    }
}

#[test]
fn one_span_alone_takes_the_room_of_a_list() {
    assert_eq!(size_of::<Spans>(), size_of::<Box<[Span]>>());
}
