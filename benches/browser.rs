//! How long the browser takes from text to cells. Read the numbers as ratios within one run.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use jianbao::action::Key;
use jianbao::app::{App, Event, update};
use jianbao::bulletin;
use jianbao::library::{File, Library};
use jianbao::message::Lang;
use jianbao::parse;
use jianbao::terminal::{Depth, Painter};
use jianbao::text::Ambiguous;
use jianbao::view;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

fn main() {
    divan::main();
}

/// A bulletin of about 2,000 characters about nowhere.
fn bulletin(number: usize) -> String {
    let mut text = format!(
        "柳湾工作简报\n（2022 第 {number} 期）\n柳湾县办公室\n2022 年 3 月 8 日\n\n三渡联动促增收\n\n"
    );
    for section in ["一", "二", "三", "四", "五", "六"] {
        text.push_str(section);
        text.push_str("、联渡兴业，把产业办到家门口。聚焦沿江乡镇，成片推进。");
        for measure in ["一", "二", "三"] {
            text.push_str(measure);
            text.push_str(
                "是园区共建。共建标准厂房 2 万平方米，入驻企业 17 家，年产值预计达 1.5 亿元，\
                 带动 1200 余人就业，“柳湾江鲜”公共品牌销售额同比增长 23%。",
            );
        }
        text.push_str("\n\n");
    }
    text.push_str("报：市委办公室。\n\n柳湾县办公室\n2022 年 3 月 8 日印发\n");
    text
}

fn files(count: usize) -> Vec<File> {
    let file = |number| File {
        path: format!("{number}.txt").into(),
        encoding: "UTF-8",
        bulletins: parse::bulletins(&bulletin(number)),
        ..File::default()
    };
    (1..=count).map(file).collect()
}

fn browser(issues: usize) -> App {
    let mut app = App::new(Lang::Zh, Ambiguous::Narrow, (120, 40));
    update(&mut app, Event::Loaded(files(issues)));
    app
}

/// The floor: looking at every byte once.
#[divan::bench]
fn count_characters(bencher: Bencher<'_, '_>) {
    let text = bulletin(1);
    bencher.counter(BytesCount::of_str(&text)).bench(|| black_box(&text).chars().count());
}

#[divan::bench]
fn parse_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin(1);
    bencher.counter(BytesCount::of_str(&text)).bench(|| parse::bulletins(black_box(&text)));
}

/// What the cache does in place of parsing.
#[divan::bench]
fn unpack_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin(1);
    let Some(packed) = bulletin::pack(&text, &parse::bulletins(&text)) else { return };
    let packed = packed.as_slices();
    bencher.counter(BytesCount::of_str(&text)).bench(|| bulletin::unpack(packed, black_box(&text)));
}

/// What a search does in place of unpacking.
#[divan::bench]
fn skim_a_bulletin(bencher: Bencher<'_, '_>) {
    let text = bulletin(1);
    let Some(packed) = bulletin::pack(&text, &parse::bulletins(&text)) else { return };
    let count = |_, passages: bulletin::Passages<'_>| {
        let mut all = 0;
        passages.each(|_| all += 1);
        all
    };
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| bulletin::skim(&packed.head, black_box(&text), count));
}

#[divan::bench(args = [100, 10_000])]
fn take_files_in(bencher: Bencher<'_, '_>, count: usize) {
    bencher.counter(ItemsCount::new(count)).with_inputs(|| files(count)).bench_values(|files| {
        let mut library = Library::default();
        library.add(files);
        library
    });
}

#[divan::bench]
fn draw_a_frame(bencher: Bencher<'_, '_>) {
    let app = browser(100);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    bencher.bench_local(|| view::draw(black_box(&app), &mut buffer));
}

#[divan::bench(args = [100, 10_000])]
fn next_issue(bencher: Bencher<'_, '_>, issues: usize) {
    let mut app = browser(issues);
    let keys = [Key::parse("J"), Key::parse("K")].map(Option::unwrap);
    bencher.bench_local(|| keys.map(|key| update(&mut app, Event::Key(key))));
}

#[divan::bench]
fn next_line(bencher: Bencher<'_, '_>) {
    let mut app = browser(100);
    for key in ["Tab", "Tab"].iter().filter_map(|key| Key::parse(key)) {
        update(&mut app, Event::Key(key));
    }
    let keys = [Key::parse("j"), Key::parse("k")].map(Option::unwrap);
    bencher.bench_local(|| keys.map(|key| update(&mut app, Event::Key(key))));
}

/// Frames of a text that moves by a line within the full width, from the state to the bytes.
#[divan::bench]
fn paint_next_line(bencher: Bencher<'_, '_>) {
    let mut app = browser(100);
    for key in ["Tab", "Tab", "z", "j"].iter().filter_map(|key| Key::parse(key)) {
        update(&mut app, Event::Key(key));
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let mut painter = Painter::new(std::io::sink(), Size::new(120, 40), Depth::Indexed);
    let keys = [Key::parse("j"), Key::parse("k")].map(Option::unwrap);
    bencher.bench_local(|| {
        for key in keys {
            update(&mut app, Event::Key(key));
            let cursor = view::draw(&app, &mut buffer);
            // Nothing is lost in a sink.
            let _ = painter.draw(&buffer, cursor);
        }
    });
}
