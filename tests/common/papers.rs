//! Documents in every format that people read, read back as words.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Reader, Xlsx};
use dabiao::render::{FileFormat, Lang, Style, Writer};

/// The formats of whole documents beside text.
pub(crate) const PAPERS: [FileFormat; 4] =
    [FileFormat::Markdown, FileFormat::Html, FileFormat::Workbook, FileFormat::Document];

/// What was made, in one of its formats; text in lines that are as long as they are.
pub(crate) fn written<T>(all: &[Writer<T>], file: FileFormat, made: &T, lang: Lang) -> Vec<u8> {
    let writer = all.iter().find(|writer| writer.file == file).unwrap();
    let mut out = Vec::new();
    (writer.write)(made, Style::plain(lang, 4000), &mut out).unwrap();
    out
}

/// What it says, without its markup.
pub(crate) fn text(file: FileFormat, bytes: &[u8]) -> String {
    let utf8 = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    match file {
        FileFormat::Workbook => {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
            let sheets = book.worksheets();
            let cells = sheets.iter().flat_map(|(_, sheet)| sheet.cells());
            cells.map(|(_, _, cell)| format!("{cell}\n")).collect()
        }
        FileFormat::Document => {
            let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut body = String::new();
            archive.by_name("word/document.xml").unwrap().read_to_string(&mut body).unwrap();
            untagged(&body)
        }
        FileFormat::Html => {
            let page = utf8(bytes);
            // A word is not parted by what keeps its direction its own.
            let page = page.split_once("<body").unwrap().1.replace("<bdi>", "");
            untagged(&page.replace("</bdi>", ""))
        }
        _ => untagged(&utf8(bytes).replace('\\', "")),
    }
}

fn untagged(markup: &str) -> String {
    let mut is_tag = false;
    let bare = markup.chars().filter_map(|c| {
        let begins = !is_tag && c == '<';
        let within = is_tag || begins;
        is_tag = within && c != '>';
        if begins { Some(' ') } else { (!within).then_some(c) }
    });
    let bare: String = bare.collect();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&#60;", "<"), ("&#62;", ">"), ("&quot;", "\"")];
    signs.iter().fold(bare, |text, (code, sign)| text.replace(code, sign))
}

/// The words of a text, and how often it has each: what is no letter, digit or sign of
/// numbers belongs to none.
fn words(text: &str) -> BTreeMap<String, usize> {
    let is_kept = |c: char| c.is_alphanumeric() || ".%≥≤✗+".contains(c);
    let mut words = BTreeMap::new();
    for word in text.split(|c| !is_kept(c)).filter(|word| word.contains(char::is_alphanumeric)) {
        *words.entry(word.trim_matches('.').to_owned()).or_default() += 1;
    }
    words
}

/// The words that one text has more often than another.
pub(crate) fn missing(of: &str, within: &str) -> Vec<String> {
    let there = words(within);
    let is_missing = |(word, count): &(String, usize)| there.get(word).unwrap_or(&0) < count;
    words(of).into_iter().filter(is_missing).map(|(word, _)| word).collect()
}
