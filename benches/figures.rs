//! How fast figures are read: prose, and runs that could make a careless scanner quadratic.

use divan::Bencher;
use divan::counter::CharsCount;
use jianbao::figure::figures;

/// Running text with a figure in every other clause, as bulletins have it.
const PROSE: &str = "青禾镇今年建成标准化厂房3.2万平方米，入驻企业27家，预计年产值可达4.5亿元。\
    该镇坚持党建引领，健全工作机制，一是抓统筹，二是强保障，千方百计增加农民收入。\
    截至10月底，累计发放补贴1,260万元，惠及农户三千余户，户均增收2200元，同比增长8.5%。";

fn main() {
    divan::main();
}

#[divan::bench]
fn prose(bencher: Bencher<'_, '_>) {
    run(bencher, &PROSE.repeat(500));
}

/// One paragraph at a time, as the parser hands them over.
#[divan::bench]
fn paragraphs(bencher: Bencher<'_, '_>) {
    let count = CharsCount::of_str(PROSE);
    bencher.counter(count).bench(|| figures(divan::black_box(PROSE)));
}

#[divan::bench(args = ["1", "一", "1,234", "一百", "3—", "每", "a-", "1元", "第1、", "百分之"])]
fn runs(bencher: Bencher<'_, '_>, unit: &str) {
    run(bencher, &unit.repeat(100_000));
}

fn run(bencher: Bencher<'_, '_>, text: &str) {
    let count = CharsCount::of_str(text);
    bencher.counter(count).bench(|| figures(divan::black_box(text)));
}
