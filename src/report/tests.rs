use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::bulletin::{
    Article, Bulletin, Code, Delivery, Distribution, Imprint, Masthead, Measure, Paragraph, Place, Problem,
    Seam, Section, Span, Summary, Text, Texts,
};
use crate::library::{File, Library};
use crate::numeral::Date;
use crate::search::{Field, Hit, Mark, excerpt};
use crate::text::clean;

const BODY: &str = "桥口镇建起*共享*农机站\n去年底，桥口镇办起农机站。一是统一买。购置农机 12 台。\n\
    一、管起来\n镇里派人。第一，定人。选派 3 名机手，分片包干；第二，定价\n报\n市农机局，县委办\n桥口镇党政办";

/// The first place of a text in [`BODY`].
fn span(text: &str) -> Span {
    let start = BODY.find(text).unwrap();
    Span::new(start, start + text.len())
}

fn measure(ordinal: u32, marker: &str, headline: Option<&str>, text: &str) -> Measure {
    Measure { ordinal, marker: span(marker), headline: headline.map(span), text: span(text) }
}

/// An issue with one of everything.
fn bulletin(title: &str) -> Bulletin {
    let date = Date { year: 2021, month: Some(3), day: Some(4) };
    let lead = Paragraph {
        text: span("去年底，桥口镇办起农机站。"),
        measures: [measure(1, "一是", Some("统一买"), "购置农机 12 台。")].into(),
    };
    let section = Section {
        level: 1,
        ordinal: 1,
        marker: span("一、"),
        heading: span("管起来"),
        paragraphs: vec![span("镇里派人。")].into(),
        measures: [
            measure(1, "第一，", Some("定人"), "选派 3 名机手，分片包干；"),
            measure(2, "第二，", None, "定价"),
        ]
        .into(),
        sections: [].into(),
    };
    Bulletin {
        text: Text::new(BODY.to_owned(), vec![Seam { at: 0, point: 0, line: 1 }]),
        masthead: Masthead {
            title: Some(title.into()),
            year: Some(2021),
            number: Some(3),
            issuer: Some("桥口镇党政办".into()),
            date: Some(date),
            marks: Texts::from_iter(["内部资料"]),
            ..Masthead::default()
        },
        contents: [span("桥口镇建起*共享*农机站")].into(),
        articles: [Article {
            title: span("桥口镇建起*共享*农机站"),
            lead: [lead].into(),
            sections: [section].into(),
            ..Article::default()
        }]
        .into(),
        distribution: [Distribution {
            kind: Delivery::Report,
            marker: span("报"),
            text: span("市农机局，县委办"),
            recipients: [span("市农机局"), span("县委办")].into(),
        }]
        .into(),
        imprint: Some(Imprint {
            issuer: Some(span("桥口镇党政办")), date: Some(date), copies: Some(40)
        }),
        problems: [Problem::new(Code::DroppedText, 7, ["页码".to_owned(), "— 1 —".to_owned()])].into(),
    }
}

fn library(titles: &[&str]) -> Library {
    let mut library = Library::default();
    library.add(titles.iter().enumerate().map(|(index, title)| File {
        root: "in".into(),
        path: format!("{index}.txt").into(),
        encoding: "UTF-8",
        bulletins: vec![bulletin(title)],
        problems: vec![],
    }));
    library
}

fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn whole(library: &Library) -> Vec<Part> {
    library.ids().iter().map(|&id| (id, Place::default())).collect()
}

fn summaries(library: &Library) -> Vec<Summary> {
    library.loaded().map(|id| Summary::of(&library.get(id).unwrap().bulletin)).collect()
}

fn terminal(columns: u16) -> Look {
    Look { columns: Some(columns), ..Look::default() }
}

#[test]
fn the_list_is_aligned_on_a_terminal_and_has_tabs_elsewhere() {
    let library = library(&["桥口简报", "桥"]);
    let list = |look| written(|out| list(&library, &summaries(&library), Form::Text, look, out));
    assert_eq!(
        list(Look::default()),
        "桥:2021-3\t2021-03-04\t桥\t1\t桥口镇建起*共享*农机站\t1.txt\n\
         桥口简报:2021-3\t2021-03-04\t桥口简报\t1\t桥口镇建起*共享*农机站\t0.txt\n"
    );
    assert_eq!(
        list(terminal(100)),
        "桥:2021-3        2021-03-04  桥        1a  桥口镇建起*共享*农机站  1.txt\n\
         桥口简报:2021-3  2021-03-04  桥口简报  1a  桥口镇建起*共享*农机站  0.txt\n"
    );
}

#[test]
fn rows_have_the_same_fields_in_json_and_csv() {
    let library = library(&["桥口，\"简\"报"]);
    let findings = findings(&library);
    let look = Look::default();
    let write = |form| {
        [
            written(|out| list(&library, &summaries(&library), form, look, out)),
            written(|out| outline(&library, &whole(&library), form, look, out)),
            written(|out| check(&findings, form, look, out)),
        ]
    };
    for (json, csv) in write(Form::Json).iter().zip(write(Form::Csv)) {
        // The order of the fields as they are written; a parsed object would forget it.
        let first = json.lines().nth(1).unwrap();
        let mut last = 0;
        for name in csv.lines().next().unwrap().split(',') {
            let at = first.find(&format!("\"{name}\":")).unwrap_or_else(|| panic!("{name} in {first}"));
            assert!(at >= last, "{name} in {first}");
            last = at;
        }
        let rows = serde_json::from_str::<Vec<Value>>(json).unwrap();
        assert_eq!(csv.lines().count(), rows.len() + 1);
        assert_eq!(rows[0].as_object().unwrap().len(), csv.lines().next().unwrap().split(',').count());
        assert!(csv.ends_with("\r\n"));
    }
    assert!(write(Form::Csv)[0].contains(",\"桥口，\"\"简\"\"报\","));
}

#[test]
fn the_outline_shows_markers_addresses_and_counts() {
    let library = library(&["桥口简报"]);
    let written = written(|out| outline(&library, &whole(&library), Form::Text, Look::default(), out));
    assert_eq!(
        written,
        "2021-3  桥口简报  2021-03-04  3m 2f\n\
         /1      桥口镇建起*共享*农机站  3m 2f\n\
         /1/0/1    一是 统一买  1f\n\
         /1/1      一、管起来  2m 1f\n\
         /1/1/1      第一，定人  1f\n\
         /1/1/2      第二，定价\n"
    );
}

#[test]
fn an_export_is_the_bulletin_whole() {
    let library = library(&["桥口简报"]);
    let written = written(|out| export(&library, Format::Json, Lang::En, out));
    let expected = r#"[
{"schema":"jianbao/1","path":"0.txt","encoding":"UTF-8","address":"2021-3","masthead":{"title":"桥口简报","year":2021,"number":3,"number_end":null,"total":null,"issuer":"桥口镇党政办","date":"2021-03-04","marks":["内部资料"]},"contents":["桥口镇建起*共享*农机站"],"articles":[{"address":"2021-3/1","title":"桥口镇建起*共享*农机站","column":null,"byline":null,"lead":[{"text":"去年底，桥口镇办起农机站。","figures":[],"measures":[{"address":"2021-3/1/0/1","ordinal":1,"marker":"一是","headline":"统一买","text":"购置农机 12 台。","figures":[{"text":"12 台","field":"text","start":5,"end":9,"at":{"line":2,"start":37,"end":41},"value":12,"value_max":null,"unit":"台","bound":"exact","state":"achieved","noun":"农机"}]}]}],"sections":[{"address":"2021-3/1/1","level":1,"ordinal":1,"marker":"一、","heading":"管起来","paragraphs":[{"text":"镇里派人。","figures":[],"measures":[]}],"measures":[{"address":"2021-3/1/1/1","ordinal":1,"marker":"第一，","headline":"定人","text":"选派 3 名机手，分片包干；","figures":[{"text":"3 名","field":"text","start":3,"end":6,"at":{"line":4,"start":63,"end":66},"value":3,"value_max":null,"unit":"人","bound":"exact","state":"achieved","noun":"机手"}]},{"address":"2021-3/1/1/2","ordinal":2,"marker":"第二，","headline":null,"text":"定价","figures":[]}],"sections":[]}]}],"distribution":[{"kind":"report","marker":"报","text":"市农机局，县委办","recipients":["市农机局","县委办"]}],"imprint":{"issuer":"桥口镇党政办","date":"2021-03-04","copies":40},"problems":[{"code":"dropped-text","message":"页码：— 1 —","line":7,"text":"— 1 —"}]}
]
"#;
    assert_eq!(written, expected);
}

#[test]
fn the_forms_of_json_hold_the_same() {
    let library = library(&["甲报", "乙报"]);
    let json = written(|out| export(&library, Format::Json, Lang::En, out));
    let lines = written(|out| export(&library, Format::Ndjson, Lang::En, out));
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(serde_json::from_str::<Vec<Value>>(&json).unwrap(), lines);
    let paths: Vec<&str> = lines.iter().map(|line| line["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["0.txt", "1.txt"], "the order of the files, not that of the titles");
    let none = written(|out| export(&Library::default(), Format::Json, Lang::En, out));
    assert_eq!(serde_json::from_str::<Value>(&none).unwrap(), Value::Array(Vec::new()));
}

#[test]
fn markdown_has_headings_and_lists() {
    let library = library(&["桥口简报"]);
    assert_eq!(
        written(|out| export(&library, Format::Markdown, Lang::Zh, out)),
        "# 桥口简报\n\n\
         - 期号：2021年第3期\n- 编发：桥口镇党政办\n- 日期：2021-03-04\n- 标记：内部资料\n\
         - 本期目录\n  1. 桥口镇建起\\*共享\\*农机站\n\
         - 报：市农机局，县委办\n- 印发：桥口镇党政办　2021-03-04　共印40份\n- 文件：0.txt（UTF-8）\n\n\
         ## 桥口镇建起\\*共享\\*农机站\n\n\
         去年底，桥口镇办起农机站。\n\n\
         - **一是统一买**。购置农机 12 台。\n\n\
         ### 一、管起来\n\n\
         镇里派人。\n\n\
         - **第一，定人**。选派 3 名机手，分片包干；\n- 第二，定价\n"
    );
}

#[test]
fn findings_say_where_they_are() {
    let library = library(&["桥口简报", "桥口简报"]);
    let written = written(|out| check(&findings(&library), Form::Text, Look::default(), out));
    assert_eq!(
        written,
        "in/0.txt:7: dropped-text: 页码：— 1 —\n\
         in/1.txt: duplicate-issue: 桥口简报 2021-3 is also in 0.txt\n\
         in/1.txt:7: dropped-text: 页码：— 1 —\n"
    );
}

#[test]
fn text_is_set_to_the_width_and_styled_on_a_terminal_only() {
    let library = library(&["桥口简报"]);
    let (id, place) = (library.ids()[0], Place(vec![1, 1]));
    let show = |width, look| written(|out| show(&library, &[(id, place.clone())], width, look, out));
    assert_eq!(
        show(Some(26), Look::default()),
        "一、管起来\n    镇里派人。\n  第一，定人。选派 3 名机\n        手，分片包干；\n  第二，定价\n"
    );
    let styled = show(Some(26), Look { colour: true, ..terminal(80) });
    assert!(styled.starts_with("\x1b[0;1m一、管起来\x1b[0m\n"), "{styled}");
    assert!(!show(None, terminal(80)).contains('\x1b'));
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_terminal(title in "[一-龥a-z“”—\u{301}\u{7}\t]{0,60}", columns in 20u16..160) {
        let library = library(&[&title, "乙报"]);
        let look = terminal(columns);
        let mut text = written(|out| list(&library, &summaries(&library), Form::Text, look, out));
        text += &written(|out| outline(&library, &whole(&library), Form::Text, look, out));
        text += &written(|out| check(&findings(&library), Form::Text, look, out));
        text += &written(|out| show(&library, &whole(&library), None, look, out));
        for line in text.lines() {
            prop_assert!(crate::text::width(line, look.mode) <= usize::from(columns), "{line}");
            prop_assert!(!line.contains(char::is_control), "{line:?}");
        }
    }

    #[test]
    fn a_line_of_a_search_holds_clean_words(text in "[一-龥a-z ，“\u{301}\u{7}\t\u{200b}]{1,40}|[一-龥，]{1,40}", at in 0_usize..40, around in 0_usize..30) {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = at.min(starts.len() - 2);
        let marks = [Mark { span: Span::new(starts[at], starts[at + 1]), by_sound: false }];
        let hit = Hit { field: Field::Text, span: Span::new(0, text.len()), marks: &marks };
        let text = Text::from(text.as_str());
        let mut expected = "/1/2: ".to_owned();
        excerpt(&text, hit, around, false, |piece| {
            expected.push_str(&if piece.is_gap() { "...".into() } else { clean(text.get(piece.span)) });
        });
        let mut line = String::new();
        add_line(&mut line, &Place(vec![1, 2]), (&text, hit), Some(around));
        prop_assert_eq!(line, expected.trim_end().to_owned() + "\n");
    }

    #[test]
    fn json_is_exact_and_harmless(title in any::<String>()) {
        let library = library(&[&title]);
        let json = written(|out| list(&library, &summaries(&library), Form::Json, Look::default(), out));
        let rows: Vec<Value> = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(rows[0]["title"].as_str().unwrap(), title);
        prop_assert!(!json.contains(|c: char| c.is_control() && c != '\n'));
    }

    #[test]
    fn a_csv_field_is_read_back(title in "[a-z一-龥,\"' ]{0,20}") {
        let library = library(&[&title]);
        let csv = written(|out| list(&library, &summaries(&library), Form::Csv, Look::default(), out));
        let record = csv.lines().nth(1).unwrap();
        prop_assert_eq!(&fields(record)[3], &crate::text::clean(&title));
    }
}

/// A record taken apart after the grammar of RFC 4180.
fn fields(record: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut characters = record.chars().peekable();
    while let Some(c) = characters.next() {
        match (c, quoted) {
            (',', false) => fields.push(String::new()),
            ('"', true) if characters.next_if_eq(&'"').is_some() => fields.last_mut().unwrap().push('"'),
            ('"', _) => quoted = !quoted,
            _ => fields.last_mut().unwrap().push(c),
        }
    }
    fields
}

#[test]
fn a_table_is_that_of_the_figures() {
    let library = library(&["桥口简报"]);
    let written = written(|out| export(&library, Format::Csv, Lang::En, out));
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines[0].starts_with("path,address,serial,year,date,field,text,value"), "{written}");
    assert_eq!(lines.len(), 3, "{written}");
    assert!(lines[1].starts_with("0.txt,2021-3/1/0/1,桥口简报,2021,2021-03-04,text,12 台,12"), "{written}");
}
