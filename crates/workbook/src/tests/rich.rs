//! Marks of notes above the line and what is struck out, in every format.

use super::first as read;
use super::made::{SHEET, STRINGS, STYLES, content, record, row, style, xls, xlsx_of, zipped};

/// Runs of some fonts as each of the formats has them: the text, whether it stands above the
/// line, below it, or is struck out.
type Runs = [(&'static str, &'static str)];

fn of_xlsx(runs: &Runs) -> String {
    let run = |(text, font): &(&str, &str)| {
        let font = match *font {
            "above" => "<rPr><b/><vertAlign val=\"superscript\"/></rPr>",
            "below" => "<rPr><vertAlign val=\"subscript\"/></rPr>",
            "struck" => "<rPr><rFont val=\"宋体\"/><strike/></rPr>",
            _ => "<rPr><strike val=\"0\"/><vertAlign val=\"baseline\"/></rPr>",
        };
        format!("<r>{font}<t>{text}</t></r>")
    };
    runs.iter().map(run).collect()
}

fn shared(runs: &Runs) -> Vec<u8> {
    let strings = format!("<sst><si>{}</si></sst>", of_xlsx(runs));
    xlsx_of(&[(STRINGS, strings.as_bytes()), (SHEET, row("<c t=\"s\"><v>0</v></c>").as_bytes())])
}

fn inline(runs: &Runs) -> Vec<u8> {
    let cell = format!("<c t=\"inlineStr\"><is>{}</is></c>", of_xlsx(runs));
    xlsx_of(&[(SHEET, row(&cell).as_bytes())])
}

fn of_ods(runs: &Runs) -> Vec<u8> {
    let spans = runs
        .iter()
        .map(|(text, font)| format!("<text:span text:style-name=\"{font}\">{text}</text:span>"));
    let spans: String = spans.collect();
    styled_ods(&format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{spans}</text:p></table:table-cell>"
    ))
}

fn styled_ods(cell: &str) -> Vec<u8> {
    let style = |(name, font): (&str, &str)| {
        format!("<style:style style:name=\"{name}\"><style:text-properties {font}/></style:style>")
    };
    let styles: String = [
        ("above", "style:text-position=\"super 58%\""),
        ("below", "style:text-position=\"-33% 58%\""),
        ("struck", "style:text-line-through-style=\"solid\""),
        ("", "style:text-position=\"0% 100%\" style:text-line-through-type=\"none\""),
    ]
    .map(style)
    .concat();
    let content = content(&format!("<table:table-row>{cell}</table:table-row>"));
    let styles =
        format!("<office:automatic-styles>{styles}</office:automatic-styles><office:body>");
    zipped(&[("content.xml", content.replace("<office:body>", &styles).as_bytes())])
}

/// Fonts of an .xls: plain ones, and from number 5 on those above, below and struck out.
fn fonts() -> Vec<u8> {
    let font = |options: u8, script: u8| {
        record(0x0031, &[200, 0, options, 0, 0, 0, 0x90, 1, script, 0, 0, 0, 0, 0])
    };
    let plain = font(0, 0).repeat(4);
    [plain, font(0, 1), font(0, 2), font(8, 0)].concat()
}

fn of_xls(runs: &Runs) -> Vec<u8> {
    let (mut text, mut places) = (Vec::new(), Vec::new());
    for (piece, font) in runs {
        let font = match *font {
            "above" => 5_u16,
            "below" => 6,
            "struck" => 7,
            _ => 0,
        };
        places.extend(u16::try_from(text.len() / 2).unwrap().to_le_bytes());
        places.extend(font.to_le_bytes());
        text.extend(piece.encode_utf16().flat_map(u16::to_le_bytes));
    }
    let [length, count] = [text.len() / 2, runs.len()].map(|it| u16::try_from(it).unwrap());
    let head = [&[1, 0, 0, 0, 1, 0, 0, 0], &length.to_le_bytes()[..], &[9], &count.to_le_bytes()];
    let sst = record(0x00FC, &[&head.concat(), &text[..], &places].concat());
    xls(&[fonts(), style(0), sst], &[record(0x00FD, &[0; 10])])
}

#[test]
fn a_run_of_another_font_is_no_part_of_the_number_beside_it() {
    let cases: [(&Runs, &str); 6] = [
        (&[("57.2", ""), ("1", "above")], "A1 57.2¹"),
        (&[("定海区", ""), ("(2)", "above"), ("甲", "")], "A1 定海区⁽²⁾甲"),
        (&[("57.2%", ""), ("3", "below")], "A1 57.2%₃"),
        (&[("5", "struck"), ("7.2%", "")], "A1- ~~5~~7.2%"),
        (&[("54.6", "struck"), ("57.2", "")], "A1- ~~54.6~~57.2"),
        (&[("57.2", ""), (" ", "struck"), ("%", "")], "A1 57.2 %"),
    ];
    for (runs, expected) in cases {
        for bytes in [shared(runs), inline(runs), of_ods(runs), of_xls(runs)] {
            assert_eq!(read(&bytes), [expected], "{runs:?}");
        }
    }
}

#[test]
fn a_cell_whose_font_strikes_it_out_is_told() {
    let styles = "<styleSheet><fonts><font/><font><strike/></font><font><strike val=\"false\"/></font>\
        </fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs>\
        <dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>";
    let cells = "<c s=\"1\"><v>57.2</v></c><c s=\"1\" t=\"inlineStr\"><is><t>定海区</t></is></c>\
        <c s=\"1\"><f>1+1</f><v>2</v></c><c s=\"1\"><v></v></c><c s=\"2\"><v>3</v></c><c><v>4</v></c>";
    let bytes = xlsx_of(&[(STYLES, styles.as_bytes()), (SHEET, row(cells).as_bytes())]);
    let struck = ["A1- ~~57.2~~", "B1- ~~定海区~~", "C1- ~~2~~", "E1 3", "F1 4"];
    assert_eq!(read(&bytes), struck);

    let cells = "<table:table-cell table:style-name=\"struck\" office:value-type=\"float\" office:value=\"57.2\"/>\
        <table:table-cell table:style-name=\"struck\" office:value-type=\"string\"><text:p>定海区</text:p></table:table-cell>\
        <table:table-cell table:style-name=\"struck\"/>\
        <table:table-cell table:style-name=\"\" office:value-type=\"float\" office:value=\"3\"/>";
    assert_eq!(read(&styled_ods(cells)), ["A1- ~~57.2~~", "B1- ~~定海区~~", "D1 3"]);

    let of_font = record(0x00E0, &[&[7, 0], &[0; 18][..]].concat());
    let number = |column: u8, style: u8| {
        record(0x0203, &[&[0, 0, column, 0, style, 0], &57.2_f64.to_le_bytes()[..]].concat())
    };
    let packed = record(0x027E, &[0, 0, 2, 0, 1, 0, 0x16, 0, 0, 0]);
    let bytes = xls(&[fonts(), style(0), of_font], &[number(0, 1), number(1, 0), packed]);
    assert_eq!(read(&bytes), ["A1- ~~57.2~~", "B1 57.2", "C1- ~~5~~"]);
}
