//! The parts of the file and their container.

use std::io::{self, Cursor, Write};

use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::{body, chart};
use crate::render::document::{Block, Document};
use crate::render::{Lang, plain, seal};

/// The most characters of the title among the properties.
const TITLE: usize = 200;

/// A document as a file.
pub(super) fn package(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    seal::sealed(&zipped(document, lang)?)
}

fn zipped(document: &Document, lang: Lang) -> ZipResult<Vec<u8>> {
    let charts = document.charts().count();
    let mut parts: Vec<(String, Vec<u8>)> = [
        ("[Content_Types].xml", types(charts)),
        ("_rels/.rels", include_str!("parts/package.rels").to_owned()),
        ("docProps/core.xml", core(document, lang)),
        ("docProps/app.xml", app()),
        (seal::PART, custom()),
        ("word/document.xml", body::document(document, lang)),
        ("word/_rels/document.xml.rels", relations(charts)),
        ("word/styles.xml", include_str!("parts/styles.xml").to_owned()),
        ("word/settings.xml", include_str!("parts/settings.xml").to_owned()),
        ("word/numbering.xml", numbering(document, lang)),
        ("word/fontTable.xml", include_str!("parts/fonts.xml").to_owned()),
        ("word/footer1.xml", include_str!("parts/footer-odd.xml").to_owned()),
        ("word/footer2.xml", include_str!("parts/footer-even.xml").to_owned()),
    ]
    .map(|(name, part)| (name.to_owned(), part.into_bytes()))
    .into();
    for (number, of) in (1..).zip(document.charts()) {
        let data = chart::data(of).map_err(io::Error::other)?;
        parts.extend([
            (format!("word/charts/chart{number}.xml"), chart::part(of).into_bytes()),
            (format!("word/charts/_rels/chart{number}.xml.rels"), of_chart(number).into_bytes()),
            (format!("word/embeddings/data{number}.xlsx"), data),
        ]);
    }
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        // Without a clock: every part has the first day that the container knows.
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(&part)?;
    }
    Ok(file.finish()?.into_inner())
}

pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// What relations are named by.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part that lists others, and how it ends, with one line more for each chart.
fn with_charts(list: &str, end: &str, charts: usize, line: impl Fn(usize) -> String) -> String {
    let lines: String = (1..=charts).map(line).collect();
    list.replace(end, &format!("{lines}{end}"))
}

fn types(charts: usize) -> String {
    with_charts(include_str!("parts/types.xml"), "</Types>", charts, |number| {
        format!(
            "<Override PartName=\"/word/charts/chart{number}.xml\" ContentType=\"\
             application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        )
    })
}

fn relations(charts: usize) -> String {
    with_charts(include_str!("parts/document.rels"), "</Relationships>", charts, |number| {
        format!(
            "<Relationship Id=\"chart{number}\" Type=\"{RELATIONS}/chart\" \
             Target=\"charts/chart{number}.xml\"/>"
        )
    })
}

/// Where the figures of a chart are.
fn of_chart(number: usize) -> String {
    format!(
        "{HEAD}<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/package\" \
         Target=\"../embeddings/data{number}.xlsx\"/></Relationships>"
    )
}

fn core(document: &Document, lang: Lang) -> String {
    let title = document.blocks.iter().find_map(|block| match block {
        Block::Title(text) => Some(body::escaped(&plain::short(text, TITLE))),
        _ => None,
    });
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        title.unwrap_or_default(),
        lang.tag(),
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>dabiao {}</Application></Properties>",
        env!("CARGO_PKG_VERSION")
    )
}

/// The property by which the file is known again.
fn custom() -> String {
    format!(
        "{HEAD}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\
         <property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{}\">\
         <vt:lpwstr>{}</vt:lpwstr></property></Properties>",
        seal::PROPERTY,
        seal::unsealed(seal::REPORT),
    )
}

/// The numbers of heads, which begin anew in every annex.
fn numbering(document: &Document, lang: Lang) -> String {
    let levels: [(&str, &str); 3] = lang.pick(
        [
            ("chineseCountingThousand", "%1、"),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%3. "),
        ],
        [("decimal", "%1. "), ("decimal", "%1.%2. "), ("decimal", "%1.%2.%3. ")],
    );
    let level = |(at, (format, text)): (usize, &(&str, &str))| {
        let style = at + 1;
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
             <w:pStyle w:val=\"Heading{style}\"/><w:suff w:val=\"nothing\"/>\
             <w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr>\
             <w:ind w:left=\"0\" w:firstLineChars=\"200\" w:firstLine=\"640\"/></w:pPr></w:lvl>"
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    let anew: String = (0..3)
        .map(|at| {
            format!("<w:lvlOverride w:ilvl=\"{at}\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
        })
        .collect();
    let annexes = document.annexes().count();
    let list = |number: usize| {
        let anew = if number == 1 { "" } else { &anew };
        format!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"0\"/>{anew}</w:num>")
    };
    let lists: String = (1..=annexes + 1).map(list).collect();
    format!(
        "{HEAD}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\">\
         <w:multiLevelType w:val=\"multilevel\"/>{levels}</w:abstractNum>{lists}</w:numbering>"
    )
}
