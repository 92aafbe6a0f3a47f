//! How long searching 10,000 bulletins takes. Read the numbers as ratios within one run: each search
//! against the plain count of a word in the same texts.
//!
//! The bulletins are made here; `JIANBAO_BENCH=folder` takes those of a folder.

use std::fmt::Write as _;
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use jianbao::library::{File, Library};
use jianbao::parse;
use jianbao::query::Query;
use jianbao::search::{Census, Found, Index, Plan, Spread, alone};
use jianbao::source;
use memchr::memmem::Finder;

fn main() {
    divan::main();
}

/// Bulletins.
const COUNT: usize = 10_000;

static LIBRARY: LazyLock<Library> = LazyLock::new(library);

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    index.grow(LIBRARY.len());
    index
});

fn library() -> Library {
    let mut library = Library::default();
    match std::env::var_os("JIANBAO_BENCH") {
        Some(folder) => library.add(source::read_all(&[folder.into()], |_, _| ())),
        None => library.add((0..COUNT).map(|number| File {
            path: format!("{number}.txt").into(),
            encoding: "UTF-8",
            bulletins: parse::bulletins(&bulletin(number)),
            ..File::default()
        })),
    }
    library
}

/// A bulletin of about 2,000 characters about nowhere. Words come and go with its number.
fn bulletin(number: usize) -> String {
    const PLACES: [&str; 8] =
        ["柳湾县", "松川市", "桐岭区", "石埠镇", "溪口乡", "鹭洲区", "梨坪县", "霁川县"];
    const DOINGS: [&str; 7] =
        ["帮扶结对村", "改造老旧管网", "培育茶叶产业", "修复河道", "培训护理人员", "兴办食堂", "开通渡船"];
    let pick = |list: &[&'static str], step: usize| {
        list.get((number / step + step) % list.len()).copied().unwrap_or_default()
    };
    let mut text = format!(
        "{}工作简报\n（{} 第 {} 期）\n柳湾县办公室\n2022 年 3 月 8 日\n\n{}{}见实效\n\n",
        pick(&PLACES, 97),
        2000 + number / 500,
        number % 500 + 1,
        pick(&PLACES, 1),
        pick(&DOINGS, 3)
    );
    for (section, step) in ["一", "二", "三", "四", "五", "六"].iter().zip(1..) {
        text.push_str(section);
        text.push_str("、抓住要紧处，把事情办到家门口。聚焦沿江乡镇，成片推进。\n");
        for (measure, inner) in ["一", "二", "三"].iter().zip(1..) {
            let (place, doing) = (pick(&PLACES, step * 5 + inner), pick(&DOINGS, step * 7 + inner));
            let written = write!(
                text,
                "{measure}是{doing}。{place}投入资金 {} 万元，{doing} {} 处，惠及 1200 余人，其中困难群众占两成，\
                 群众满意度达到百分之九十五，预计明年 6 月底前全部完成，年产值可达 1.5 亿元。",
                number % 900 + 100,
                number % 37 + 1
            );
            debug_assert!(written.is_ok(), "a string takes everything");
        }
        text.push('\n');
    }
    text.push_str("\n报：市委办公室。\n\n柳湾县办公室\n2022 年 3 月 8 日印发\n");
    text
}

fn found(query: &str, index: Index, spread: Spread<'_>) -> Found {
    let plan = Plan::new(&Query::read(query), &Census::of(&LIBRARY)).with_index(index);
    plan.search(&LIBRARY, &LIBRARY.loaded().collect::<Vec<_>>(), spread, &|| true).unwrap_or_default()
}

/// The floor: a plain count of a word in all texts.
#[divan::bench(args = ["护理", "帮扶", "资金"])]
fn count_a_word(bencher: Bencher<'_, '_>, word: &str) {
    let finder = Finder::new(word);
    LazyLock::force(&LIBRARY);
    let entries = LIBRARY.loaded().filter_map(|id| LIBRARY.get(id));
    let texts: Vec<&str> = entries.map(|entry| entry.bulletin.text.as_str()).collect();
    let count = |text: &&str| finder.find_iter(black_box(text.as_bytes())).count();
    bencher.bench(|| texts.iter().map(count).sum::<usize>());
}

/// A word, all its places by issue, article and part, in order.
#[divan::bench(args = ["渔火", "护理", "帮扶", "资金"])]
fn one_word(bencher: Bencher<'_, '_>, word: &str) {
    LazyLock::force(&LIBRARY);
    bencher.bench(|| found(word, Index::default(), &alone));
}

/// The same on all processors, as the browser and the command do it.
#[divan::bench(args = ["渔火", "护理", "帮扶", "资金"])]
fn one_word_on_all(bencher: Bencher<'_, '_>, word: &str) {
    LazyLock::force(&LIBRARY);
    bencher.bench(|| found(word, Index::default(), &source::spread));
}

/// Three words in one article.
#[divan::bench(args = ["护理 帮扶 食堂", "渔火 帮扶 资金"])]
fn three_words(bencher: Bencher<'_, '_>, words: &str) {
    LazyLock::force(&LIBRARY);
    bencher.bench(|| found(words, Index::default(), &alone));
}

/// Letters, by initials that were read before.
#[divan::bench(args = ["yhqz", "jcx", "hlry", "huli", "bf zj", "zj"])]
fn letters(bencher: Bencher<'_, '_>, letters: &str) {
    found(letters, INDEX.clone(), &alone);
    bencher.bench(|| found(letters, INDEX.clone(), &alone));
}

/// The same on all processors.
#[divan::bench(args = ["yhqz", "jcx", "hlry", "huli", "bf zj", "zj"])]
fn letters_on_all(bencher: Bencher<'_, '_>, letters: &str) {
    found(letters, INDEX.clone(), &alone);
    bencher.bench(|| found(letters, INDEX.clone(), &source::spread));
}

/// Letters, with the initials to be read.
#[divan::bench(args = ["yhqz", "jcx"])]
fn letters_at_first(bencher: Bencher<'_, '_>, letters: &str) {
    LazyLock::force(&LIBRARY);
    bencher.bench(|| found(letters, Index::default(), &alone));
}
