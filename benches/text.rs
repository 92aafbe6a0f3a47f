//! How fast text is laid out, beside a pass that only counts its characters.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use jianbao::text::{Ambiguous, Folded, Wrap, clean, glyphs, width, wrap};

const PARAGRAPH: &str = "一、做实“一县一策”，打通产业协作“快车道”。今年以来，澄湖区落实协作资金 2860 万元，实施项目 46 个；\
    带动 1,935 户 6204 名群众增收，户均增收1.2万元以上，同比增长18.6%。一是建园区。新建标准厂房3.8万平方米，\
    引进企业9家，总投资达4.25亿元。二是拓市场。开设“云岭好物·山里人家”展销中心 8 个、线上店铺（含直播间）23 家……\
    三是强技能。会议于2031年11月10日召开，选派“第一书记”16名——个个驻村满2年。\n";

/// About one megabyte of a bulletin.
fn bulletin() -> String {
    PARAGRAPH.repeat(1_000_000 / PARAGRAPH.len())
}

/// As much as a screen of 120 × 40 shows.
fn page() -> String {
    PARAGRAPH.chars().cycle().take(60 * 40).collect()
}

fn main() {
    divan::main();
}

#[divan::bench(args = [Ambiguous::Narrow, Ambiguous::Wide])]
fn wrap_a_bulletin(bencher: Bencher<'_, '_>, mode: Ambiguous) {
    let text = bulletin();
    bencher.counter(BytesCount::of_str(&text)).bench(|| wrap(black_box(&text), &Wrap::new(80, mode)));
}

/// One paragraph: the same without its line breaks.
#[divan::bench(args = [10, 80, 1_000_000])]
fn wrap_a_paragraph(bencher: Bencher<'_, '_>, columns: usize) {
    let text = bulletin().replace('\n', "");
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| wrap(black_box(&text), &Wrap::new(columns, Ambiguous::Narrow)));
}

#[divan::bench]
fn wrap_a_page(bencher: Bencher<'_, '_>) {
    let text = page();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| wrap(black_box(&text), &Wrap::new(120, Ambiguous::Narrow)));
}

#[divan::bench(args = [Ambiguous::Narrow, Ambiguous::Subst])]
fn glyphs_of_a_bulletin(bencher: Bencher<'_, '_>, mode: Ambiguous) {
    let text = bulletin();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| glyphs(black_box(&text), mode).for_each(|glyph| drop(black_box(glyph))));
}

#[divan::bench]
fn width_of_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin();
    bencher.counter(BytesCount::of_str(&text)).bench(|| width(black_box(&text), Ambiguous::Narrow));
}

#[divan::bench]
fn clean_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin().replace('\n', "");
    bencher.counter(BytesCount::of_str(&text)).bench(|| clean(black_box(&text)).len());
}

#[divan::bench]
fn fold_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin();
    bencher.counter(BytesCount::of_str(&text)).bench(|| Folded::new(black_box(&text)));
}

#[divan::bench]
fn find_in_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin();
    let folded = Folded::new(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| black_box(&folded).find("第一书记").len());
}

/// The baseline: each character is decoded, nothing else.
#[divan::bench]
fn decode_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let sum = |sum: u32, c| sum.wrapping_add(u32::from(c));
        black_box(&text).chars().fold(0, sum)
    });
}

/// What the standard library counts without decoding.
#[divan::bench]
fn count_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin();
    bencher.counter(BytesCount::of_str(&text)).bench(|| black_box(&text).chars().count());
}
