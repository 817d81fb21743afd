//! Parts as programs write them in their own ways, and those that have two meanings.

use super::first as read;
use super::made::{
    BOOK, RELATIONS, SHEET, STRINGS, STYLES, content, formula, record, relations, row, style, xls,
    xls_of, xlsx, xlsx_of, zipped,
};
use super::*;

pub(super) fn damaged(bytes: &[u8]) -> String {
    match super::read(bytes) {
        Err(Error::Damaged { part }) => part,
        other => panic!("{other:?}"),
    }
}

const DATED: &str =
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

#[test]
fn the_first_day_of_a_workbook_is_what_the_workbook_itself_says() {
    let sheet = row("<c s=\"1\"><v>43645</v></c>");
    let day = |settings: &str| {
        let book = format!(
            "<workbook>{settings}<sheets><sheet name=\"表\" id=\"a\"/></sheets>\
             <extLst><ext><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst></workbook>"
        );
        read(&xlsx_of(&[
            (BOOK, book.as_bytes()),
            (STYLES, DATED.as_bytes()),
            (SHEET, sheet.as_bytes()),
        ]))
    };
    for settings in [
        "<workbookPr date1904=\"1\"/>",
        "<workbookPr date1904=\"true\" filterPrivacy=\"0\"/>",
        "<workbookPr date1904=\"on\"/>",
        "<workbookPr date1904=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"x15\">\
         <x15:workbookPr/></mc:Choice></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Choice Requires=\"x15\"><workbookPr/></mc:Choice>\
         <mc:Fallback><workbookPr date1904=\"1\"/></mc:Fallback></mc:AlternateContent>",
    ] {
        assert_eq!(day(settings), ["A1 2023-06-30"], "{settings}");
    }
    for settings in [
        "",
        "<workbookPr/>",
        "<workbookPr date1904=\"0\"/>",
        "<workbookPr date1904=\"false\"/>",
        "<mc:AlternateContent><mc:Choice Requires=\"x\"><workbookPr date1904=\"1\"/></mc:Choice>\
         </mc:AlternateContent>",
    ] {
        assert_eq!(day(settings), ["A1 2019-06-29"], "{settings}");
    }
    let days = |mode: u8| {
        let cell = record(0x0203, &[&[0; 6], &43645.0_f64.to_le_bytes()[..]].concat());
        read(&xls(&[record(0x0022, &[mode, 0]), style(14)], &[cell]))
    };
    assert_eq!((days(1), days(0)), (vec!["A1 2023-06-30".into()], vec!["A1 2019-06-29".into()]));
}

#[test]
fn a_part_is_read_in_the_encoding_that_it_says() {
    let text = row("<c t=\"inlineStr\"><is><t>定海区</t></is></c>");
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
        text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let (marked, said) = (format!("\u{FEFF}{text}"), |name: &str| {
        format!("<?xml version=\"1.0\" encoding=\"{name}\"?>{text}")
    });
    for bytes in [
        text.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(&said("UTF-16"), u16::to_le_bytes),
        utf16(&said("UTF-16"), u16::to_be_bytes),
        encoding_rs::GBK.encode(&said("GBK")).0.into_owned(),
        encoding_rs::GBK.encode(&said("gb2312")).0.into_owned(),
        said("UTF-8").into_bytes(),
    ] {
        assert_eq!(read(&xlsx_of(&[(SHEET, &bytes)])), ["A1 定海区"], "{bytes:?}");
    }
    let wrong = encoding_rs::GBK.encode(&text).0.into_owned();
    assert_eq!(damaged(&xlsx_of(&[(SHEET, &wrong)])), SHEET);
}

#[test]
fn names_of_parts_and_elements_are_known_however_they_are_written() {
    let prefixed = "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>\
        <x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\"><x:v>7</x:v></x:c>\
        <x:c t=\"inlineStr\"><x:is><x:r><x:t>定</x:t></x:r><x:r><x:t xml:space=\"preserve\">海 </x:t></x:r>\
        <x:rPh sb=\"0\" eb=\"1\"><x:t>ding</x:t></x:rPh></x:is></x:c>\
        </x:row></x:sheetData></x:worksheet>";
    let strings = "<x:sst><x:si><x:t>甲_x000D_乙</x:t><x:phoneticPr/></x:si></x:sst>";
    let expected = ["A1 甲\r乙", "B1 7", "C1 定海 "];
    for target in ["sheet.xml", "/xl/sheet.xml", "./sheet.xml", "../xl/sheet.xml", "/XL/Sheet.XML"]
    {
        let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        let of_book =
            relations(&[("a", "worksheet", target), ("c", "sharedStrings", "/xl/strings.xml")])
                .replace("x/", &format!("{strict}/"));
        let read = read(&xlsx_of(&[
            (SHEET, prefixed.as_bytes()),
            (STRINGS, strings.as_bytes()),
            (RELATIONS, of_book.as_bytes()),
            ("[Content_Types].xml", b"<Types/>"),
        ]));
        assert_eq!(read, expected, "{target}");
    }
}

#[test]
fn an_ods_need_not_say_first_what_it_is() {
    let cell = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"7\"/></table:table-row>";
    let content = content(cell);
    let manifest = ("META-INF/manifest.xml", b"<manifest:manifest/>".as_slice());
    for parts in [
        vec![("content.xml", content.as_bytes())],
        vec![manifest, ("content.xml", content.as_bytes())],
        vec![
            ("content.xml", content.as_bytes()),
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet\n"),
        ],
    ] {
        let bytes = zipped(&parts);
        assert_eq!(
            Workbook::open(bytes.clone(), &mut Budget::default()).unwrap().format(),
            Format::Ods
        );
        assert_eq!(read(&bytes), ["A1 7"]);
    }
    for (body, what) in
        [("text", Foreign::Document), ("presentation", Foreign::Slides), ("chart", Foreign::Zip)]
    {
        let other = content.replace("office:spreadsheet", &format!("office:{body}"));
        let read = super::read(&zipped(&[("content.xml", other.as_bytes())]));
        assert_eq!(read.unwrap_err(), Error::NotAWorkbook(what));
    }
}

#[test]
fn a_format_that_is_cut_off_spoils_the_cells_that_use_it_alone() {
    let code = |length: u8, text: &[u8]| record(0x041E, &[&[164, 0, length, 0, 0], text].concat());
    let cell = |column: u8, style: u8| {
        record(0x0203, &[&[0, 0, column, 0, style, 0], &0.572_f64.to_le_bytes()[..]].concat())
    };
    let of = |format| read(&xls(&[format, style(0), style(164)], &[cell(0, 0), cell(1, 1)]));
    assert_eq!(of(code(5, b"0.00%")), ["A1 0.572", "B1 57.20%"]);
    for cut in [code(5, b"0.00"), code(6, b"0.00%"), record(0x041E, &[164, 0, 5])] {
        assert_eq!(of(cut), ["A1 0.572", "B1 0.572 (?)"]);
    }
    assert_eq!(read(&xls(&[style(0)], &[cell(0, 0), cell(1, 9)])), ["A1 0.572", "B1 0.572 (?)"]);
}

#[test]
fn truth_is_told_in_every_way_that_a_format_has() {
    let ods = |value: &str| {
        let cell = format!(
            "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"{value}\"/>"
        );
        read(&made::ods(&cell))
    };
    assert_eq!((ods("true"), ods("1")), (vec!["A1 TRUE".to_owned()], vec!["A1 TRUE".to_owned()]));
    assert_eq!(
        (ods("false"), ods("0")),
        (vec!["A1 FALSE".to_owned()], vec!["A1 FALSE".to_owned()])
    );
    let cells = "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>true</v></c><c t=\"b\"><v>0</v></c><c t=\"b\"><v>false</v></c>";
    assert_eq!(read(&xlsx(&row(cells))), ["A1 TRUE", "B1 TRUE", "C1 FALSE", "D1 FALSE"]);
    assert_eq!(damaged(&xlsx(&row("<c t=\"b\"><v>2</v></c>"))), SHEET);
}

#[test]
fn what_is_there_twice_has_no_meaning() {
    let cell = |text: &str| row(&format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"));
    let sheet = cell("1");
    // Two parts of a name, and names that differ in case alone.
    for name in ["xl/sheet.xml", "XL/Sheet.xml", "xl\\sheet.xml"] {
        let mut parts = parts(&xlsx(&sheet));
        parts.push(("xl/sheet2xml".to_owned(), cell("2").into_bytes()));
        let parts: Vec<_> = parts.iter().map(|(name, it)| (name.as_str(), it.as_slice())).collect();
        let mut bytes = zipped(&parts);
        // The library that writes the zip refuses a name a second time.
        for at in 0..bytes.len() - name.len() {
            if bytes[at..].starts_with(b"xl/sheet2xml") {
                bytes[at..at + name.len()].copy_from_slice(name.as_bytes());
            }
        }
        assert_eq!(damaged(&bytes), "zip", "{name}");
    }
    // Two relations of a kind or of an id.
    for twice in [
        [("a", "worksheet", "sheet.xml"), ("a", "worksheet", "other.xml")].as_slice(),
        &[("a", "worksheet", "sheet.xml"), ("b", "styles", "a.xml"), ("c", "styles", "b.xml")],
        &[
            ("a", "worksheet", "sheet.xml"),
            ("b", "sharedStrings", "a.xml"),
            ("c", "sharedStrings", "b.xml"),
        ],
    ] {
        let of_book = relations(twice);
        let bytes = xlsx_of(&[(SHEET, sheet.as_bytes()), (RELATIONS, of_book.as_bytes())]);
        assert_eq!(damaged(&bytes), RELATIONS);
    }
    let root = relations(&[
        ("a", "officeDocument", "xl/workbook.xml"),
        ("b", "officeDocument", "xl/b.xml"),
    ]);
    let bytes = xlsx_of(&[(SHEET, sheet.as_bytes()), ("_rels/.rels", root.as_bytes())]);
    assert_eq!(damaged(&bytes), "_rels/.rels");
    // A zip that is two kinds of workbook.
    let bytes = xlsx_of(&[(SHEET, sheet.as_bytes()), ("content.xml", content("").as_bytes())]);
    assert_eq!(damaged(&bytes), "zip");
}

#[test]
fn a_cell_or_row_that_is_there_twice_damages_its_sheet() {
    let sheet = |rows: &str| xlsx(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    for rows in [
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"a1\"/></row>",
        "<row r=\"1\"><c r=\"A1\"/></row><row r=\"1\"><c r=\"B1\"><v>2</v></c></row>",
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
    ] {
        assert_eq!(damaged(&sheet(rows)), SHEET, "{rows}");
    }
    let number = |value: f64| record(0x0203, &[&[0; 6], &value.to_le_bytes()[..]].concat());
    let packed = record(0x027E, &[0; 10]);
    let one = formula(6, 0, 1.0_f64.to_le_bytes(), 0);
    for twice in [[number(1.0), number(2.0)], [number(1.0), packed], [one, number(2.0)]] {
        assert_eq!(damaged(&xls(&[style(0)], &twice)), "Workbook");
    }
}

#[test]
fn a_record_of_a_cell_in_the_way_of_an_older_version_is_not_left_out() {
    for kind in [2, 3, 4, 5] {
        let older = record(kind, &[0; 15]);
        assert_eq!(damaged(&xls(&[style(0)], &[older])), "Workbook", "{kind}");
    }
}

#[test]
fn a_sheet_that_cannot_be_read_does_not_spoil_the_others() {
    let names = ["图", "对话", "宏", "缺", "空", "坏", "外"];
    let listed: String = (0..)
        .zip(names)
        .map(|(at, name)| format!("<sheet name=\"{name}\" id=\"r{at}\"/>"))
        .collect();
    let hidden = "<sheet name=\"密\" state=\"veryHidden\" id=\"\"/>";
    let book = format!(
        "<workbook><sheets>{listed}{hidden}<sheet name=\"表\" id=\"a\"/></sheets></workbook>"
    );
    let of_book = relations(&[
        ("r0", "chartsheet", "chart.xml"),
        ("r1", "dialogsheet", "dialog.xml"),
        ("r2", "xlMacrosheet", "macro.xml"),
        ("r4", "worksheet", "none.xml"),
        ("r5", "worksheet", "cut.xml"),
        ("r6", "worksheet", "http://example.org/sheet.xml\" TargetMode=\"External"),
        ("a", "worksheet", "sheet.xml"),
    ]);
    let sheet = row("<c><v>7</v></c>");
    let parts: [(&str, &[u8]); 4] = [
        (BOOK, book.as_bytes()),
        (RELATIONS, of_book.as_bytes()),
        (SHEET, sheet.as_bytes()),
        ("xl/cut.xml", b"<worksheet><sheetData><row>"),
    ];
    let mut book = Workbook::open(xlsx_of(&parts), &mut Budget::default()).unwrap();
    let mut read = |at| book.read(at, &mut Budget::default());
    let no_cells = |why| Err(Error::NoCells(why));
    assert_eq!(read(0), no_cells(NoCells::Chart));
    assert_eq!(read(1), no_cells(NoCells::Dialog));
    assert_eq!(read(2), no_cells(NoCells::Macros));
    assert_eq!(read(5), Err(Error::Damaged { part: "xl/cut.xml".to_owned() }));
    for lacking in [3, 4, 6, 7] {
        assert_eq!(read(lacking), no_cells(NoCells::NoPart), "{lacking}");
    }
    assert_eq!(cells(&read(8).unwrap()), ["A1 7"]);
}

#[test]
fn a_sheet_of_an_xls_that_cannot_be_read_does_not_spoil_the_others() {
    let number = record(0x0203, &[&[0; 6], &7.0_f64.to_le_bytes()[..]].concat());
    let older = record(2, &[0; 9]);
    // Modules of macros are no sheets.
    let sheets: [(u8, &[u8]); 5] = [(2, &[]), (1, &[]), (6, &[]), (0, &older), (0, &number)];
    let mut book = Workbook::open(xls_of(&[style(0)], &sheets), &mut Budget::default()).unwrap();
    let mut read = |at| book.read(at, &mut Budget::default());
    assert_eq!(read(0), Err(Error::NoCells(NoCells::Chart)));
    assert_eq!(read(1), Err(Error::NoCells(NoCells::Macros)));
    assert_eq!(read(2), Err(Error::Damaged { part: "Workbook".to_owned() }));
    assert_eq!(cells(&read(3).unwrap()), ["A1 7"]);
}

#[test]
fn cells_are_the_same_whether_they_are_read_at_once_or_piece_by_piece() {
    let strings = "<sst><si><t>定海区</t></si><si><t> </t></si></sst>";
    let read = |cells: &str| {
        let bytes = xlsx_of(&[
            (SHEET, row(cells).as_bytes()),
            (STYLES, DATED.as_bytes()),
            (STRINGS, strings.as_bytes()),
        ]);
        super::read(&bytes)
    };
    for cell in [
        r#"<c r="A1"><v>33480</v></c>"#,
        r#"<c r="A1" s="1"><v>43645</v></c>"#,
        r#"<c r="A1" s="7"><v>0.5</v></c>"#,
        r#"<c r="A1" s="x"><v>0.5</v></c>"#,
        r#"<c r="A1" t="s"><v>0</v></c>"#,
        r#"<c r="A1" t="s"><v>1</v></c>"#,
        r#"<c r="A1" t="s"><v>2</v></c>"#,
        r#"<c r="A1" t="b"><v>1</v></c>"#,
        r#"<c r="A1" t="e"><v>#DIV/0!</v></c>"#,
        r#"<c r="A1" t="str"><v>a_x000D_b</v></c>"#,
        r#"<c r="A1" t="inlineStr"><v>1</v></c>"#,
        r#"<c r="A1" t="d"><v>2023-06-30</v></c>"#,
        r#"<c r="A1"><v>abc</v></c>"#,
        r#"<c r="A1"><v></v></c>"#,
        r#"<c r="A2"><v>1</v></c>"#,
        r#"<c r="0"><v>1</v></c>"#,
        "<c><v>1e3</v></c>",
    ] {
        let others = r#"<c r="C1"><v>7</v></c><c><v>8</v></c>"#;
        let at_once = read(&format!("{cell}{others}"));
        let by_piece = format!("{cell}{others}").replace("<c", "<c ");
        assert_eq!(at_once.as_ref().ok(), read(&by_piece).as_ref().ok(), "{cell}");
        // Behind each other in any order: the second stands before the first.
        assert!(read(&format!("{others}{cell}")).is_err() || !cell.contains("r="), "{cell}");
        // An element that is cut off is no cell.
        assert!(read(&cell.replace("</c>", "")).is_err(), "{cell}");
    }
}
