//! What bulletins take of the memory: ten thousand of them are kept at once.

use std::fs;
use std::mem::{size_of, size_of_val};

use jianbao::bulletin::{Article, Bulletin, Section, Spans, Texts};
use jianbao::source;

/// What an allocator takes for itself of each piece of memory, rounding included.
const OVERHEAD: usize = 16;

/// The memory behind a boxed slice.
fn of<T: ?Sized>(boxed: &T) -> usize {
    match size_of_val(boxed) {
        0 => 0,
        bytes => bytes + OVERHEAD,
    }
}

fn of_texts(texts: &Texts) -> usize {
    let bytes: usize = texts.iter().map(|text| text.len() + 1).sum();
    if bytes == 0 { 0 } else { bytes + OVERHEAD }
}

fn of_spans(spans: &Spans) -> usize {
    if spans.len() == 1 { 0 } else { of(&**spans) }
}

fn of_sections(sections: &[Section]) -> usize {
    let inside = |it: &Section| of_spans(&it.paragraphs) + of(&*it.measures) + of_sections(&it.sections);
    of(sections) + sections.iter().map(inside).sum::<usize>()
}

fn of_article(article: &Article) -> usize {
    let lead: usize = article.lead.iter().map(|it| of(&*it.measures)).sum();
    of(&*article.lead) + lead + of_sections(&article.sections)
}

fn of_bulletin(bulletin: &Bulletin) -> usize {
    let Bulletin { text, masthead, contents, articles, distribution, imprint: _, problems } = bulletin;
    let names = [&masthead.title, &masthead.issuer].into_iter().flatten();
    let parts = [
        size_of::<Bulletin>() + OVERHEAD,
        of(text.as_str()) + of(text.seams()),
        names.map(|name| of(&**name)).sum::<usize>() + of_texts(&masthead.marks),
        of(&**contents),
        of(&**articles) + articles.iter().map(of_article).sum::<usize>(),
        of(&**distribution) + distribution.iter().map(|it| of(&*it.recipients)).sum::<usize>(),
        of(&**problems) + problems.iter().map(|it| of_texts(&it.details)).sum::<usize>(),
    ];
    parts.into_iter().sum()
}

/// With an initial for each character the budget is twice the text.
#[test]
fn a_bulletin_takes_half_as_much_again_as_its_text_at_most() {
    let (mut taken, mut text) = (0, 0);
    for file in source::read_all(&["examples/bulletins".into()], |_, _| ()) {
        text += fs::metadata(file.full_path()).unwrap().len() as usize;
        taken += file.bulletins.iter().map(of_bulletin).sum::<usize>();
    }
    assert!(taken * 2 <= text * 3, "{taken} bytes for {text}");
}
