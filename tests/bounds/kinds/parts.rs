//! What a workbook holds beside its cells: parts of a zip, styles, names, remarks.

use super::workbook::{BOOK, RELATIONS, TABLE, record, sheet, xlsx_of, zipped};
use super::{Kind, Maker};

pub(super) const KINDS: &[Kind] = &[
    ("sheets that are parts of their own", own_sheets),
    ("remarks in a sheet", remarks),
    ("rules behind the cells of a sheet", behind),
    ("names in a workbook", names),
    ("styles beside those of cells", other_styles),
    ("texts that cells share, en masse", shared),
    ("relations", relations),
    ("types of parts", types),
    ("styles of an .ods", ods_styles),
    ("what stands in and behind an .ods", ods_beside),
    ("formats of an .xls", xls_formats),
    ("texts that cells of an .xls share", xls_texts),
    ("records of an .xls that are no cells", xls_beside),
];

/// The same said over and over, each with its number.
fn each(many: usize, of: impl Fn(usize) -> String) -> String {
    (0..many).map(of).collect()
}

fn own_sheets(maker: &mut Maker) -> Vec<String> {
    let many = maker.one_of(&[&1_000, &16_000, &100_000]);
    let many = if maker.size(0, 1) == 0 { many / 20 } else { *many };
    let listed = each(many, |at| format!("<sheet name=\"{at}\" id=\"a{at}\"/>"));
    let book = format!("<workbook><sheets>{listed}</sheets><calcPr calcId=\"1\"/></workbook>");
    let related = each(many, |at| {
        format!("<Relationship Id=\"a{at}\" Type=\"x/worksheet\" Target=\"{at}.xml\"/>")
    });
    let related = format!("<Relationships>{related}</Relationships>");
    let one = sheet(maker.one_of(&["", TABLE]), "");
    let names: Vec<String> = (0..many).map(|at| format!("xl/{at}.xml")).collect();
    let head = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &related),
    ];
    let sheets = names.iter().map(|name| (name.as_str(), one.as_str()));
    let all = head.into_iter().chain(sheets).map(|(name, text)| (name, text.as_bytes()));
    maker.check("2023.xlsx", zipped(all))
}

fn remarks(maker: &mut Maker) -> Vec<String> {
    let remark = "<comment ref=\"A1\" authorId=\"0\"><text><r><t>说明</t></r></text></comment>";
    let remarks = remark.repeat(maker.size(20_000, 2_500_000));
    let remarks = format!("<comments><authors/><commentList>{remarks}</commentList></comments>");
    let related = "<Relationships><Relationship Id=\"c\" Type=\"x/comments\" Target=\"../comments1.xml\"/></Relationships>";
    let others = [("xl/comments1.xml", &*remarks), ("xl/_rels/sheet.xml.rels", related)];
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet(TABLE, ""), &others))
}

fn behind(maker: &mut Maker) -> Vec<String> {
    let rule = *maker.one_of(&[
        &"<conditionalFormatting sqref=\"A1:XFD1048576\"><cfRule type=\"expression\" priority=\"1\"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>",
        &"<dataValidations count=\"1\"><dataValidation sqref=\"A1:XFD1048576\" type=\"list\"><formula1>\"a,b\"</formula1></dataValidation></dataValidations>",
        &"<hyperlinks><hyperlink ref=\"A1:XFD1048576\" location=\"a\"/></hyperlinks>",
        &"<rowBreaks><brk id=\"1\" max=\"16383\" man=\"1\"/></rowBreaks>",
        &"<protectedRanges><protectedRange sqref=\"A1:XFD1048576\" name=\"a\"/></protectedRanges>",
        &"<extLst><ext><a:sparkline><f>A1:XFD1</f></a:sparkline></ext></extLst>",
    ]);
    let behind = rule.repeat(maker.size(20_000, 1_500_000));
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet(TABLE, &behind), &[]))
}

fn names(maker: &mut Maker) -> Vec<String> {
    let names = each(maker.size(20_000, 2_000_000), |at| {
        format!("<definedName name=\"n{at}\">'2023'!$A$1:$XFD$1048576</definedName>")
    });
    let book = BOOK.replace("<calcPr", &format!("<definedNames>{names}</definedNames><calcPr"));
    maker.check("2023.xlsx", xlsx_of(&book, &sheet(TABLE, ""), &[]))
}

fn other_styles(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 2_000_000);
    let (list, one) = *maker.one_of(&[
        &("dxfs", "<dxf><numFmt numFmtId=\"200\" formatCode=\"0%\"/></dxf>"),
        &("cellStyleXfs", "<xf numFmtId=\"10\"/>"),
        &("fonts", "<font><sz val=\"11\"/><name val=\"宋体\"/></font>"),
        &("cellStyles", "<cellStyle name=\"a\" xfId=\"0\"/>"),
    ]);
    let styles = format!(
        "<styleSheet><{list}>{}</{list}><cellXfs><xf numFmtId=\"9\"/></cellXfs></styleSheet>",
        one.repeat(many)
    );
    let sheet = sheet("<row><c s=\"0\"><v>1</v></c></row>", "");
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet, &[("xl/styles.xml", &styles)]))
}

fn shared(maker: &mut Maker) -> Vec<String> {
    let text = maker.one_of(&["", "1", "说明文字", "说明文字说明文字说明文字"]);
    let many = maker.size(50_000, 4_000_000);
    let strings = format!("<sst>{}</sst>", format!("<si><t>{text}</t></si>").repeat(many));
    let cells =
        each(maker.size(1_000, 16_000), |at| format!("<c t=\"s\"><v>{}</v></c>", many - at - 1));
    let rows = format!("<row>{cells}</row>").repeat(maker.size(2, 100));
    maker.check("2023.xlsx", xlsx_of(BOOK, &sheet(&rows, ""), &[("xl/strings.xml", &strings)]))
}

fn relations(maker: &mut Maker) -> Vec<String> {
    let id = maker.one_of(&["a", "b"]);
    let more = each(maker.size(20_000, 2_000_000), |at| {
        format!("<Relationship Id=\"{id}{at}\" Type=\"x/worksheet\" Target=\"{at}.xml\"/>")
    });
    let related = RELATIONS.replace("</Relationships>", &format!("{more}</Relationships>"));
    let sheet = sheet(TABLE, "");
    let parts = [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", &related),
        ("xl/sheet.xml", &sheet),
    ];
    maker.check("2023.xlsx", zipped(parts.map(|(name, text)| (name, text.as_bytes()))))
}

fn types(maker: &mut Maker) -> Vec<String> {
    let one = "<Override PartName=\"/xl/sheet.xml\" ContentType=\"x/worksheet\"/>";
    let types = format!("<Types>{}</Types>", one.repeat(maker.size(20_000, 2_500_000)));
    let sheet = sheet(TABLE, "");
    let parts = [
        ("[Content_Types].xml", &*types),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sheet.xml", &sheet),
    ];
    maker.check("2023.xlsx", zipped(parts.map(|(name, text)| (name, text.as_bytes()))))
}

/// An .ods with something before its tables, in its first table, and behind them.
fn ods(maker: &Maker, before: &str, within: &str, behind: &str) -> Vec<String> {
    let row = "<table:table-row><table:table-cell table:style-name=\"s1\" office:value-type=\"float\" \
        office:value=\"7\"/></table:table-row>";
    let content = format!(
        "<office:document-content>{before}<office:body><office:spreadsheet>\
         <table:table table:name=\"2023\">{within}{row}</table:table>{behind}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let parts = [("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())];
    maker.check("2023.ods", zipped(parts))
}

fn ods_styles(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(10_000, 800_000);
    let kind = maker.one_of(&["0", "1", "2"]);
    let styles = each(many, |at| match kind {
        "0" => format!(
            "<style:style style:name=\"s{at}\" style:family=\"table-cell\" style:data-style-name=\"n{at}\"/>"
        ),
        "1" => format!(
            "<number:percentage-style style:name=\"n{at}\"><number:number/></number:percentage-style>"
        ),
        // Each rests on the one before.
        _ => format!(
            "<style:style style:name=\"s{at}\" style:family=\"table-cell\" style:parent-style-name=\"s{}\"/>",
            at + 1
        ),
    });
    ods(maker, &format!("<office:automatic-styles>{styles}</office:automatic-styles>"), "", "")
}

fn ods_beside(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 1_500_000);
    let validation =
        "<table:content-validation table:name=\"v\" table:condition=\"of:a\"/>".repeat(many);
    let remark = "<office:annotation><text:p>说明</text:p></office:annotation>".repeat(many);
    let name =
        "<table:named-range table:name=\"n\" table:cell-range-address=\"$a.$A$1\"/>".repeat(many);
    let shape =
        "<draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame>".repeat(many);
    let format = "<calcext:conditional-format calcext:target-range-address=\"a.A1\"/>".repeat(many);
    match maker.below(5) {
        0 => ods(
            maker,
            "",
            "",
            &format!("<table:content-validations>{validation}</table:content-validations>"),
        ),
        1 => ods(
            maker,
            "",
            &format!(
                "<table:table-row><table:table-cell>{remark}</table:table-cell></table:table-row>"
            ),
            "",
        ),
        2 => ods(
            maker,
            "",
            "",
            &format!("<table:named-expressions>{name}</table:named-expressions>"),
        ),
        3 => ods(maker, "", &format!("<table:shapes>{shape}</table:shapes>"), ""),
        _ => ods(
            maker,
            "",
            &format!("<calcext:conditional-formats>{format}</calcext:conditional-formats>"),
            "",
        ),
    }
}

/// An .xls with records among those of the book, and among those of its one sheet.
fn xls(maker: &Maker, of_book: &[u8], of_sheet: &[u8]) -> Vec<String> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let end = record(10, &[]);
    let mut listed = record(0x0085, &[0, 0, 0, 0, 0, 0, 1, 0, b's']);
    let at = begin(5).len() + listed.len() + of_book.len() + end.len();
    listed[4..8].copy_from_slice(&u32::try_from(at).unwrap().to_le_bytes());
    let book = [begin(5), listed, of_book.to_vec(), end.clone()].concat();
    maker.check("2023.xls", [book, begin(16), of_sheet.to_vec(), end].concat())
}

fn xls_formats(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 1_500_000);
    let format = |at: usize| {
        let [low, high, ..] = at.to_le_bytes();
        record(0x041E, &[low, high, 2, 0, 0, b'0', b'%'])
    };
    let style = record(0x00E0, &[0; 20]);
    let records: Vec<u8> = match maker.below(2) {
        0 => (0..many).flat_map(format).collect(),
        _ => style.repeat(many),
    };
    xls(maker, &records, &[])
}

fn xls_texts(maker: &mut Maker) -> Vec<String> {
    let one = maker.one_of(&[&[1, 0, 0, b'x'][..], &[0, 0, 0], &[1, 0, 8, 0xFF, 0xFF, b'x']]);
    let body = one.repeat(8_000 / one.len());
    let counts = [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F];
    let more = record(0x003C, &body).repeat(maker.size(50, 8_000));
    let records = [record(0x00FC, &[&counts[..], &body].concat()), more].concat();
    let cell = record(0x00FD, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0]);
    let cells = cell.repeat(maker.size(1_000, 60_000));
    xls(maker, &records, &cells)
}

fn xls_beside(maker: &mut Maker) -> Vec<String> {
    let kinds =
        [0x001C, 0x01BE, 0x01B1, 0x0018, 0x01B6, 0x00E5, 0x023E, 0x01B8, 0x0200, 0x0208, 0x007D];
    let kind = kinds[maker.below(kinds.len())];
    let long = maker.below(2) * 8_000 + 16;
    let many = maker.size(2 << 20, 200 << 20) / (long + 4);
    let records = record(kind, &vec![u8::try_from(maker.below(256)).unwrap(); long]).repeat(many);
    xls(maker, &[], &records)
}
