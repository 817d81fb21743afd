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

/// An .ods of one row, whose styles for cells and texts have the names of [`Runs`].
fn styled_ods(cell: &str) -> Vec<u8> {
    let style = |(name, font): (&str, &str)| {
        ["text", "table-cell"].map(|family| ods_style(family, name, "", font)).concat()
    };
    let styles: String = [
        ("above", "style:text-position=\"super 58%\""),
        ("below", "style:text-position=\"-33% 58%\""),
        ("struck", "style:text-line-through-style=\"solid\""),
        ("plain", "style:text-position=\"0% 100%\" style:text-line-through-type=\"none\""),
    ]
    .map(style)
    .concat();
    ods_of("", &styles, &format!("<table:table-row>{cell}</table:table-row>"))
}

fn ods_style(family: &str, name: &str, more: &str, font: &str) -> String {
    format!(
        "<style:style style:name=\"{name}\" style:family=\"{family}\" {more}>\
         <style:text-properties {font}/></style:style>"
    )
}

/// An .ods of named styles, styles of its content, and rows.
fn ods_of(named: &str, own: &str, rows: &str) -> Vec<u8> {
    let named = format!(
        "<office:document-styles><office:styles>{named}</office:styles><office:automatic-styles>\
         <style:style style:name=\"plain\" style:family=\"table-cell\"><style:text-properties \
         style:text-line-through-style=\"solid\"/></style:style></office:automatic-styles>\
         </office:document-styles>"
    );
    let own = format!("<office:automatic-styles>{own}</office:automatic-styles><office:body>");
    let content = content(rows).replace("<office:body>", &own);
    zipped(&[("styles.xml", named.as_bytes()), ("content.xml", content.as_bytes())])
}

/// Fonts of an .xls: plain ones, and from number 5 on those above, below and struck out.
pub(super) fn fonts() -> Vec<u8> {
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
        <table:table-cell table:style-name=\"plain\" office:value-type=\"float\" office:value=\"3\"/>";
    assert_eq!(read(&styled_ods(cells)), ["A1- ~~57.2~~", "B1- ~~定海区~~", "D1 3"]);

    let of_font = record(0x00E0, &[&[7, 0], &[0; 18][..]].concat());
    let at = |column: u8, style: u8| [0, 0, column, 0, style, 0];
    let number = |column: u8, style: u8| {
        record(0x0203, &[&at(column, style)[..], &57.2_f64.to_le_bytes()].concat())
    };
    let five = [0x16, 0, 0, 0];
    let packed = record(0x027E, &[&at(2, 1)[..], &five].concat());
    let three = [&at(3, 1)[..], &five, &[0, 0], &five, &[1, 0], &five, &[5, 0]].concat();
    let sst = record(0x00FC, b"\x01\0\0\0\x01\0\0\0\x02\0\0ab");
    let shared = record(0x00FD, &[&at(6, 1)[..], &[0; 4]].concat());
    let result = |column: u8, result: [u8; 8]| {
        record(0x0006, &[&at(column, 1)[..], &result, &[0; 11]].concat())
    };
    let text = record(0x0207, &[1, 0, 0, b'7']);
    let of_text = [result(8, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), text].concat();
    let bytes = xls(
        &[fonts(), style(0), of_font, sst],
        &[number(0, 1), number(1, 0), packed, record(0x00BD, &three), shared]
            .into_iter()
            .chain([result(7, 2.5_f64.to_le_bytes()), of_text])
            .collect::<Vec<_>>(),
    );
    let packed = ["C1- ~~5~~", "D1- ~~5~~", "E1 5", "F1- ~~5~~"];
    let others = ["G1- ~~ab~~", "H1- ~~2.5~~", "I1- ~~7~~"];
    assert_eq!(read(&bytes), [&["A1- ~~57.2~~", "B1 57.2"][..], &packed, &others].concat());
}

#[test]
fn a_text_of_an_xls_that_is_not_shared_has_runs_too() {
    for (text, runs, expected) in [
        ("57.21", &[(4, 5)][..], "A1 57.2¹"),
        ("57.21", &[(0, 0), (4, 6)], "A1 57.2₁"),
        ("54.657.2", &[(0, 7), (4, 0)], "A1- ~~54.6~~57.2"),
        ("57.2%", &[(9, 7)], "A1 57.2%"),
        ("定海区2", &[(6, 5)], "A1 定海区²"),
        ("57.2", &[], "A1 57.2"),
    ] {
        // Of Excel 5 and 95, where bytes are counted.
        let bytes = encoding_rs::GBK.encode(text).0.into_owned();
        let count = |count: usize| u8::try_from(count).unwrap();
        let head = [&[0; 6][..], &[count(bytes.len()), 0]].concat();
        let places: Vec<u8> = runs.iter().flat_map(|(at, font)| [*at, *font]).collect();
        let cell = record(0x00D6, &[&head, &bytes, &[count(runs.len())][..], &places].concat());
        let globals = [record(0x0042, &936_u16.to_le_bytes()), fonts(), style(0)];
        let mut old = xls(&globals, &[cell]);
        old[5] = 5;
        assert_eq!(read(&old), [expected], "{text} {runs:?}");

        // And since Excel 97, where characters are.
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let head = [&[0; 6][..], &[count(units.len() / 2), 0, 1]].concat();
        let fewer = bytes.len() - units.len() / 2;
        let places = runs.iter().flat_map(|(at, font)| [at - count(fewer), 0, *font, 0]);
        let places: Vec<u8> = [count(runs.len()), 0].into_iter().chain(places).collect();
        let cell = record(0x00D6, &[head, units, places].concat());
        assert_eq!(read(&xls(&[fonts(), style(0)], &[cell])), [expected], "{text} {runs:?}");
    }
}

const SOLID: &str = "style:text-line-through-style=\"solid\"";
const NONE: &str = "style:text-line-through-style=\"none\"";
const FACTOR: &str = "<number:number number:display-factor=\"1000\"/>";

#[test]
fn a_style_of_an_ods_says_what_it_is_made_from_says() {
    let cell = |name: &str| {
        format!(
            "<table:table-row><table:table-cell table:style-name=\"{name}\" \
             office:value-type=\"float\" office:value=\"54.6\"/></table:table-row>"
        )
    };
    let of = |name: &str, parent: &str, font: &str| {
        let parent = format!("style:parent-style-name=\"{parent}\"");
        ods_style("table-cell", name, &parent, font)
    };
    let text = |name: &str, font: &str| ods_style("text", name, "", font);
    let number = |name: &str, own: &str| {
        format!("<number:number-style style:name=\"{name}\">{own}</number:number-style>")
    };
    let default = format!(
        "<style:default-style style:family=\"table-cell\"><style:text-properties {SOLID}/>\
         </style:default-style>"
    );
    let shows = |name: &str, number: &str| {
        let of_number = format!("style:data-style-name=\"{number}\"");
        ods_style("table-cell", name, &of_number, "")
    };
    let (struck, plain, scaled) = ("A1- ~~54.6~~", "A1 54.6", "A1 54.6 (?)");
    for (named, own, expected) in [
        // Named styles, and those that are made from them.
        (of("a", "", SOLID), String::new(), struck),
        (of("b", "", SOLID), of("a", "b", ""), struck),
        (of("c", "", SOLID) + &of("b", "c", ""), of("a", "b", ""), struck),
        (of("a", "", SOLID), of("a", "a", ""), struck),
        (default.clone(), of("a", "", ""), struck),
        (of("b", "", SOLID), of("a", "b", NONE), plain),
        (of("c", "", SOLID) + &of("b", "c", NONE), of("a", "b", ""), plain),
        (default, of("b", "", NONE) + &of("a", "b", ""), plain),
        // One part has a style once; another says it anew.
        (of("a", "", SOLID), of("a", "", ""), plain),
        // Circles.
        (String::new(), of("a", "b", "") + &of("b", "a", SOLID), struck),
        (String::new(), of("a", "0", "") + &of("0", "a", SOLID), struck),
        (String::new(), of("a", "0", "") + &of("0", "c", "") + &of("c", "0", SOLID), struck),
        (String::new(), of("a", "a", ""), plain),
        // Names are those of one family.
        (text("a", SOLID), String::new(), plain),
        (of("a", "", SOLID), text("a", NONE), struck),
        (String::new(), of("a", "", SOLID) + &number("a", "<style:text-properties/>"), struck),
        (
            String::new(),
            of("a", "", SOLID)
                + "<text:list-style style:name=\"a\"><style:text-properties/></text:list-style>",
            struck,
        ),
        // What is shown of a number.
        (shows("a", "n") + &number("n", FACTOR), String::new(), scaled),
        (shows("b", "n"), of("a", "b", "") + &number("n", FACTOR), plain),
        (number("n", FACTOR) + &shows("b", "n"), of("a", "b", ""), scaled),
        (number("n", FACTOR), shows("a", "n"), scaled),
        (number("n", FACTOR), shows("a", "n") + &number("n", "<number:number/>"), plain),
        (shows("b", "n") + &number("n", FACTOR), shows("a", "m"), plain),
        (
            number("part", FACTOR),
            number("n", "<style:map style:apply-style-name=\"part\"/>") + &shows("a", "n"),
            scaled,
        ),
    ] {
        assert_eq!(read(&ods_of(&named, &own, &cell("a"))), [expected], "{named} {own}");
    }
}

#[test]
fn a_named_style_of_a_text_counts_as_one_of_the_file() {
    for (position, expected) in [
        ("super 58%", "A1 57.2¹"),
        ("33% 58%", "A1 57.2¹"),
        ("sub 58%", "A1 57.2₁"),
        ("0% 100%", "A1 57.21"),
    ] {
        let position = format!("style:text-position=\"{position}\"");
        let rows = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>57.2\
            <text:span text:style-name=\"a\">1</text:span></text:p></table:table-cell></table:table-row>";
        let style = ods_style("text", "a", "", &position);
        let parent = ods_style("text", "b", "", &position);
        let made = ods_style("text", "a", "style:parent-style-name=\"b\"", "");
        for (named, own) in [(&*style, ""), ("", &*style), (&*parent, &*made)] {
            assert_eq!(read(&ods_of(named, own, rows)), [expected], "{named} {own}");
        }
    }
    let paragraph = ods_style("paragraph", "p", "", SOLID) + &ods_style("text", "t", "", NONE);
    let rows = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p text:style-name=\"p\">\
        54.6<text:span text:style-name=\"t\">57.2</text:span></text:p></table:table-cell></table:table-row>";
    assert_eq!(read(&ods_of("", &paragraph, rows)), ["A1- ~~54.6~~57.2"]);
    let single = ods_style("table-cell", "a", "", "style:text-line-through-type=\"single\"");
    let rows = "<table:table-row><table:table-cell table:style-name=\"a\" office:value-type=\"float\" \
        office:value=\"5\"/></table:table-row>";
    assert_eq!(read(&ods_of("", &single, rows)), ["A1- ~~5~~"]);
}

#[test]
fn a_cell_of_an_ods_without_a_style_looks_as_its_row_or_its_column_does() {
    let styles = ods_style("table-cell", "struck", "", SOLID)
        + &ods_style("table-cell", "plain", "", NONE)
        + &ods_style("table-cell", "part", "style:data-style-name=\"n\"", "")
        + &format!("<number:number-style style:name=\"n\">{FACTOR}</number:number-style>");
    let column = |count: u32, style: &str| {
        format!(
            "<table:table-column table:number-columns-repeated=\"{count}\" \
             table:default-cell-style-name=\"{style}\"/>"
        )
    };
    let cell = |count: u32, more: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{count}\" {more} \
             office:value-type=\"float\" office:value=\"7\"/>"
        )
    };
    let row = |style: &str, cells: &str| {
        format!(
            "<table:table-row table:default-cell-style-name=\"{style}\">{cells}</table:table-row>"
        )
    };
    let three = || cell(1, "").repeat(3);
    for (rows, expected) in [
        (
            column(1, "plain") + &column(2, "struck") + &row("", &three()),
            ["A1 7", "B1- ~~7~~", "C1- ~~7~~"],
        ),
        (
            column(2, "struck") + &column(1, "part") + &row("", &three()),
            ["A1- ~~7~~", "B1- ~~7~~", "C1 7 (?)"],
        ),
        (
            "<table:table-column/>".to_owned() + &column(1, "struck") + &row("", &three()),
            ["A1 7", "B1- ~~7~~", "C1 7"],
        ),
        (column(3, "struck") + &row("plain", &three()), ["A1 7", "B1 7", "C1 7"]),
        (
            row("struck", &(cell(2, "") + &cell(1, "table:style-name=\"plain\""))),
            ["A1- ~~7~~", "B1- ~~7~~", "C1 7"],
        ),
        (
            format!(
                "<table:table-header-columns>{}</table:table-header-columns>",
                column(1, "struck")
            ) + &row("", &three()),
            ["A1- ~~7~~", "B1 7", "C1 7"],
        ),
        // One cell that stands for several which look otherwise than each other.
        (
            column(2, "plain") + &column(1, "struck") + &row("", &cell(3, "")),
            ["A1- ~~7~~", "B1- ~~7~~", "C1- ~~7~~"],
        ),
        (
            column(2, "plain") + &column(1, "struck") + &row("", &(cell(2, "") + &cell(1, ""))),
            ["A1 7", "B1 7", "C1- ~~7~~"],
        ),
    ] {
        assert_eq!(read(&ods_of("", &styles, &rows)), expected, "{rows}");
    }
}
