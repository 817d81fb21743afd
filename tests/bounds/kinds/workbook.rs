//! Workbooks.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Kind, Maker};

pub(super) const KINDS: &[Kind] = &[
    ("merged cells beside the data", merged_beside),
    ("merged cells over the data", merged_over),
    ("a text that cells share", shared_text),
    ("texts of many runs", runs),
    ("blanks that are written shortly", blanks),
    ("rows that stand for many", repeated),
    ("spans of an .ods", spans),
    ("parts of a zip", parts),
    ("sheets that share a part", sheets),
    ("sheets of an .xls that share their records", xls_sheets),
    ("records of an .xls that are continued", xls_continued),
    ("texts that an .xls holds more shortly", xls_texts),
    ("sheets of an .ods", ods_sheets),
    ("styles", styles),
    ("long formats", formats),
    ("elements within elements", deep),
    ("entities", entities),
    ("spans of columns", hidden),
    ("rows of headings", headings),
    ("more than is unpacked", bomb),
    ("formulas over areas", areas),
    ("a name of a sheet without an end", sheet_name),
    ("a workbook that was damaged", damaged),
];

pub(super) fn zipped<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) const BOOK: &str = "<workbook><sheets><sheet name=\"2023\" id=\"a\"/></sheets>\
    <calcPr calcId=\"1\"/></workbook>";
pub(super) const RELATIONS: &str = "<Relationships>\
    <Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>\
    <Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"strings.xml\"/>\
    <Relationship Id=\"y\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";

pub(super) fn xlsx_of(book: &str, sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let usual = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sheet.xml", sheet),
    ];
    zipped(usual.iter().chain(others).map(|(name, text)| (*name, text.as_bytes())))
}

pub(super) fn sheet(rows: &str, behind: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>")
}

fn text(cell: &str) -> String {
    format!("<c t=\"str\"><v>{cell}</v></c>")
}

pub(super) const TABLE: &str = "<row><c t=\"str\"><v>地区</v></c><c t=\"str\"><v>残疾人就业率</v></c></row>\
    <row><c t=\"str\"><v>定海区</v></c><c t=\"str\"><v>57.2%</v></c></row>";

fn xlsx(maker: &Maker, sheet: &str) -> Vec<String> {
    maker.check("2023.xlsx", xlsx_of(BOOK, sheet, &[]))
}

fn ods(maker: &Maker, rows: &str) -> Vec<String> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"2023\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let parts = [("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())];
    maker.check("2023.ods", zipped(parts))
}

const FAR: &str = "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>\
    <row r=\"1048576\"><c r=\"B1048576\"><v>7</v></c></row>";

fn merged_beside(maker: &mut Maker) -> Vec<String> {
    let areas =
        (2..maker.size(2_000, 60_000)).map(|row| format!("<mergeCell ref=\"D{row}:XFD1048576\"/>"));
    let areas: String = areas.collect();
    xlsx(maker, &sheet(FAR, &format!("<mergeCells>{areas}</mergeCells>")))
}

fn merged_over(maker: &mut Maker) -> Vec<String> {
    let (rows, columns) = (maker.below(900_000) + 1, maker.one_of(&["B", "Z", "XFD"]));
    let area = format!("<mergeCell ref=\"A1:{columns}{rows}\"/>").repeat(maker.size(15, 30_000));
    xlsx(maker, &sheet(FAR, &format!("<mergeCells>{area}</mergeCells>")))
}

fn shared_text(maker: &mut Maker) -> Vec<String> {
    let long = "字".repeat(maker.size(200_000, 340_000));
    let strings = format!("<sst><si><t>{long}</t></si></sst>");
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(10_000));
    let sheet = sheet(&row.repeat(10), "");
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet, &[("xl/strings.xml", &strings)]))
}

fn runs(maker: &mut Maker) -> Vec<String> {
    let run = format!("<si>{}</si>", "<r><t>x</t></r>".repeat(100));
    let strings = format!("<sst>{}</sst>", run.repeat(maker.size(2_000, 100_000)));
    let sheet = sheet("<row><c t=\"s\"><v>0</v></c></row>", "");
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet, &[("xl/strings.xml", &strings)]))
}

fn blanks(maker: &mut Maker) -> Vec<String> {
    let blanks = "<text:s text:c=\"16384\"/>".repeat(maker.below(100) + 1);
    let cell = format!("<table:table-cell><text:p>x{blanks}x</text:p></table:table-cell>");
    let cells = cell.repeat(maker.size(1_000, 10_000));
    ods(maker, &format!("<table:table-row>{cells}</table:table-row>"))
}

fn repeated(maker: &mut Maker) -> Vec<String> {
    let said = maker.one_of(&["7", "说明文字说明文字甲乙丙", "残疾人就业率", "定海区"]);
    let columns = maker.one_of(&["1", "2", "16384"]);
    let cell = format!(
        "<table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>{said}</text:p></table:table-cell>"
    );
    let row =
        format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    ods(maker, &row)
}

fn spans(maker: &mut Maker) -> Vec<String> {
    let first = "<table:table-cell office:value-type=\"float\" office:value=\"7\"/>";
    let kind = maker
        .one_of(&["spanned", "matrix-rows-spanned=\"1000000\" table:formula=\"of:=1\" table:x"]);
    let wide = format!(
        "<table:table-cell table:number-columns-spanned=\"16000\" table:number-rows-{kind}=\"1000000\"/>"
    );
    let row = format!("<table:table-row>{first}{wide}</table:table-row>");
    let rows = row.repeat(maker.size(2_000, 60_000));
    ods(maker, &rows)
}

fn parts(maker: &mut Maker) -> Vec<String> {
    let names: Vec<String> = (0..maker.size(20_000, 60_000)).map(|at| format!("{at}")).collect();
    let others: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet(TABLE, ""), &others))
}

fn sheets(maker: &mut Maker) -> Vec<String> {
    let state = maker.one_of(&["", " state=\"hidden\""]);
    let many = maker.size(1_000, 9_000);
    let listed: String =
        (0..many).map(|at| format!("<sheet name=\"{at}\" id=\"a\"{state}/>")).collect();
    let book = format!(
        "<workbook><sheets>{listed}<sheet name=\"表\" id=\"a\"/></sheets><calcPr calcId=\"1\"/></workbook>"
    );
    let rows = maker.one_of(&["", TABLE]).repeat(maker.below(300) + 1);
    let skipped = format!("<a>{}</a>", "x".repeat(20_000));
    maker.check("2023.xlsx", xlsx_of(&book, &sheet(&rows, &skipped), &[]))
}

pub(super) fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

fn xls_sheets(maker: &mut Maker) -> Vec<String> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let many = maker.size(200, 9_000);
    let one = record(0x0085, &[0, 0, 0, 0, 0, 0, 1, 0, b's']);
    let at = begin(5).len() + many * one.len() + 4;
    let mut listed = one;
    listed[4..8].copy_from_slice(&u32::try_from(at).unwrap().to_le_bytes());
    let filling = record(0x00E2, &[0; 8_000]).repeat(maker.size(500, 3_000));
    let sheet = [begin(16), filling, record(10, &[])].concat();
    maker.check("2023.xls", [begin(5), listed.repeat(many), record(10, &[]), sheet].concat())
}

/// An .xls of one sheet with a number.
fn xls(maker: &Maker, globals: &[u8], behind: &[u8]) -> Vec<String> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let mut head = [&begin(5), globals].concat();
    let at = u32::try_from(head.len() + 17).unwrap().to_le_bytes();
    head.extend(record(0x0085, &[&at[..], &[0, 0, 1, 0, b's']].concat()));
    let number = record(0x0203, &[0; 14]);
    let sheet = [&begin(16), &number[..], behind, &record(10, &[])].concat();
    maker.check("2023.xls", [head, record(10, &[]), sheet].concat())
}

fn xls_continued(maker: &mut Maker) -> Vec<String> {
    let one = record(0x003C, &vec![0; maker.below(2) * maker.below(9)]);
    let many = one.repeat((maker.size(8, 220) << 20) / one.len());
    let texts = record(0x00FC, &[9, 0, 0, 0, 9, 0, 0, 0]);
    match maker.below(3) {
        0 => xls(maker, &many, &[]),
        1 => xls(maker, &[texts, many].concat(), &[]),
        _ => xls(maker, &[], &many),
    }
}

fn xls_texts(maker: &mut Maker) -> Vec<String> {
    let length = u8::try_from(25 + maker.below(200)).unwrap();
    let text = [vec![length, 0, 0], vec![0xE9; usize::from(length)]].concat();
    let texts = record(0x003C, &text.repeat(8_000 / text.len()));
    let texts = texts.repeat((maker.size(8, 220) << 20) / texts.len());
    let all = [[0xFF; 4], [0xFF, 0xFF, 0xFF, 0]].concat();
    xls(maker, &[record(0x00FC, &all), texts].concat(), &[])
}

fn ods_sheets(maker: &mut Maker) -> Vec<String> {
    let row = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"7\"/></table:table-row>";
    let sheet = format!("{row}</table:table><table:table table:name=\"x\">");
    let sheets = sheet.repeat(maker.size(5_000, 40_000));
    ods(maker, &sheets)
}

fn styles(maker: &mut Maker) -> Vec<String> {
    let xf =
        maker.one_of(&["<xf/>", "<xf numFmtId=\"9\"/>"]).repeat(maker.size(100_000, 5_000_000));
    let formats: String = (0..maker.size(1_000, 300_000))
        .map(|at| format!("<numFmt numFmtId=\"{at}\" formatCode=\"000.00%;[red]-0\"/>"))
        .collect();
    let styles =
        format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs>{xf}</cellXfs></styleSheet>");
    let sheet = sheet("<row><c s=\"5\"><v>1</v></c></row>", "");
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet, &[("xl/styles.xml", &styles)]))
}

fn formats(maker: &mut Maker) -> Vec<String> {
    let long =
        maker.one_of(&["0", "万", ",", "#", ";", "[", "\\"]).repeat(maker.size(50_000, 300_000));
    let code = maker.one_of(&["0.", "", "&quot;", "0_"]);
    let styles = format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"0{code}{long}\"/></numFmts>\
         <cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>"
    );
    let cells = "<c s=\"0\"><v>1.5</v></c>".repeat(maker.size(300, 16_000));
    let sheet = sheet(&format!("<row>{cells}</row>"), "");
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet, &[("xl/styles.xml", &styles)]))
}

fn deep(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(100_000, 5_000_000);
    let nested = format!("{}{}", "<a>".repeat(many), "</a>".repeat(many));
    match maker.below(3) {
        0 => xlsx(maker, &sheet(TABLE, &nested)),
        1 => {
            xlsx(maker, &sheet(&format!("<row><c t=\"inlineStr\"><is>{nested}</is></c></row>"), ""))
        }
        _ => {
            let nested = nested.replace("<a>", "<text:p>").replace("</a>", "</text:p>");
            ods(
                maker,
                &format!(
                    "<table:table-row><table:table-cell>{nested}</table:table-cell></table:table-row>"
                ),
            )
        }
    }
}

fn entities(maker: &mut Maker) -> Vec<String> {
    let declared: String = ('b'..='z')
        .zip('a'..)
        .map(|(name, of)| format!("<!ENTITY {name} \"{}\">", format!("&{of};").repeat(10)))
        .collect();
    let cell = maker.one_of(&["&z;", "&#65;", "&#x10FFFF;", "&#xD800;", "&amp;"]);
    let cell = text(&cell.repeat(maker.size(50_000, 400_000)));
    let sheet = sheet(&format!("<row>{cell}</row>"), "");
    xlsx(maker, &format!("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">{declared}]>{sheet}"))
}

fn hidden(maker: &mut Maker) -> Vec<String> {
    let spans = "<col min=\"1\" max=\"16384\" hidden=\"1\"/>".repeat(maker.size(50_000, 2_000_000));
    xlsx(
        maker,
        &format!("<worksheet><cols>{spans}</cols><sheetData>{TABLE}</sheetData></worksheet>"),
    )
}

fn headings(maker: &mut Maker) -> Vec<String> {
    let columns = maker.size(60, 2_000);
    let name = maker.one_of(&["残疾人就业率", "说明文字", "2023年", "目标", "单位：%"]);
    let row = format!("<row>{}{}</row>", text("地区"), text(name).repeat(columns));
    let rows = row.repeat(maker.size(60, 2_000));
    xlsx(maker, &sheet(&format!("{TABLE}{rows}"), ""))
}

fn bomb(maker: &mut Maker) -> Vec<String> {
    let rows = " ".repeat(maker.size(257, 600) << 20);
    xlsx(maker, &sheet(&rows, ""))
}

fn areas(maker: &mut Maker) -> Vec<String> {
    let (rows, many) = (maker.below(900_000) + 1, maker.size(50, 1_000));
    let formula = "1+".repeat(maker.size(1_000, 30_000));
    let cell = format!("<c><f t=\"array\" ref=\"A1:Z{rows}\">{formula}</f></c>");
    let last = "<row r=\"1000000\"><c r=\"Z1000000\"><v>7</v></c></row>";
    let sheet = sheet(&format!("<row r=\"1\">{}</row>{last}", cell.repeat(many)), "");
    xlsx(maker, &sheet)
}

fn sheet_name(maker: &mut Maker) -> Vec<String> {
    let name = maker.one_of(&["定海区2023", "2023年", "目标", "甲&#x1B;[31m"]);
    let name = name.repeat(maker.size(10_000, 80_000));
    let book = format!(
        "<workbook><sheets><sheet name=\"{name}\" id=\"a\"/></sheets><calcPr calcId=\"1\"/></workbook>"
    );
    let row = format!("<row>{}{}</row>", text("定海区"), text("57.2%"));
    let rows = row.repeat(maker.size(200, 5_000));
    maker.check("2023.xlsx", xlsx_of(&book, &sheet(&format!("{TABLE}{rows}"), ""), &[]))
}

fn damaged(maker: &mut Maker) -> Vec<String> {
    let mut bytes = xlsx_of(BOOK, &sheet(TABLE, ""), &[]);
    for _ in 0..1 + maker.below(8) {
        let at = maker.below(bytes.len());
        bytes[at] = u8::try_from(maker.below(256)).unwrap();
    }
    bytes.truncate(bytes.len() - maker.below(2) * maker.below(100));
    maker.check("2023.xlsx", bytes)
}
