//! A bulletin as a few lines of text that a test can compare.

use std::fmt::Write;

use jianbao::bulletin::{Article, Bulletin, Delivery, Measure, Section, Span, Text};
use jianbao::message::Lang;

/// The bulletins of a text, one line a part:
///
/// ```text
/// 《title》 2023 第4-5期 总345 | issuer | date | [mark] [mark]
/// 目录 entry / entry
/// # title 【column】（by-line）
/// P paragraph
///   一是 headline｜text
/// 1 一、 heading of a section of level 1
/// 报 receiver / receiver
/// 印 issuer | date | 50份
/// ! line: message
/// ```
pub(super) fn outline(bulletins: &[Bulletin]) -> String {
    let mut out = String::new();
    for bulletin in bulletins {
        write_masthead(bulletin, &mut out);
        let text = &bulletin.text;
        if !bulletin.contents.is_empty() {
            writeln!(out, "目录 {}", list(text, &bulletin.contents)).unwrap();
        }
        for article in &bulletin.articles {
            write_article(text, article, &mut out);
        }
        for it in &bulletin.distribution {
            let kind = match it.kind {
                Delivery::Report => "报",
                Delivery::Send => "送",
                Delivery::Issue => "发",
                Delivery::Copy => "抄",
            };
            writeln!(out, "{kind} {}", list(text, &it.recipients)).unwrap();
        }
        if let Some(imprint) = &bulletin.imprint {
            let parts = [
                imprint.issuer.map(|issuer| text.get(issuer).to_owned()),
                imprint.date.map(|date| date.to_string()),
                imprint.copies.map(|copies| format!("{copies}份")),
            ];
            writeln!(out, "印 {}", joined(&parts)).unwrap();
        }
        for problem in &bulletin.problems {
            writeln!(out, "! {}: {}", problem.line, problem.message(Lang::Zh)).unwrap();
        }
    }
    out
}

fn write_masthead(bulletin: &Bulletin, out: &mut String) {
    let head = &bulletin.masthead;
    write!(out, "《{}》", head.title.as_deref().unwrap_or_default()).unwrap();
    if let Some(year) = head.year {
        write!(out, " {year}").unwrap();
    }
    if let Some(number) = head.number {
        let end = head.number_end.map(|end| format!("-{end}")).unwrap_or_default();
        write!(out, " 第{number}{end}期").unwrap();
    }
    if let Some(total) = head.total {
        write!(out, " 总{total}").unwrap();
    }
    let marks: Vec<String> = head.marks.iter().map(|mark| format!("[{mark}]")).collect();
    let parts = [
        head.issuer.as_deref().map(str::to_owned),
        head.date.map(|date| date.to_string()),
        (!marks.is_empty()).then(|| marks.join(" ")),
    ];
    let parts = joined(&parts);
    let gap = if parts.is_empty() { "" } else { " | " };
    writeln!(out, "{gap}{parts}").unwrap();
}

fn write_article(text: &Text, article: &Article, out: &mut String) {
    write!(out, "# {}", text.get(article.title)).unwrap();
    if let Some(column) = article.column {
        write!(out, " 【{}】", text.get(column)).unwrap();
    }
    if let Some(byline) = article.byline {
        write!(out, "（{}）", text.get(byline)).unwrap();
    }
    out.push('\n');
    for paragraph in &article.lead {
        writeln!(out, "P {}", text.get(paragraph.text)).unwrap();
        write_measures(text, &paragraph.measures, out);
    }
    for section in &article.sections {
        write_section(text, section, out);
    }
}

fn write_section(text: &Text, section: &Section, out: &mut String) {
    let (marker, heading) = (text.get(section.marker), text.get(section.heading));
    writeln!(out, "{} {marker} {heading}", section.level).unwrap();
    for &paragraph in section.paragraphs.iter() {
        writeln!(out, "P {}", text.get(paragraph)).unwrap();
    }
    write_measures(text, &section.measures, out);
    for below in &section.sections {
        write_section(text, below, out);
    }
}

fn write_measures(text: &Text, measures: &[Measure], out: &mut String) {
    for measure in measures {
        let headline = measure.headline.map(|span| format!("{}｜", text.get(span)));
        let (marker, rest) = (text.get(measure.marker), text.get(measure.text));
        writeln!(out, "  {marker} {}{rest}", headline.unwrap_or_default()).unwrap();
    }
}

fn list(text: &Text, spans: &[Span]) -> String {
    let parts: Vec<&str> = spans.iter().map(|span| text.get(*span)).collect();
    parts.join(" / ")
}

fn joined(parts: &[Option<String>]) -> String {
    let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    parts.join(" | ")
}
