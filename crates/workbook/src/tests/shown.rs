//! What is seen of a cell is what its format prints, of texts and days as of numbers.

use super::first as read;
use super::made::{SHEET, STRINGS, STYLES, content, record, row, style, xls, xlsx_of, zipped};

/// Codes by which more is seen than a text, something else, or nothing.
const OF_TEXTS: [&str; 8] = [
    "@\"（计划）\"",
    "\"计划\"@",
    "\"约\"@",
    ";;;",
    ";;;\"无数据\"",
    "0.00%;-0.00%;0;@\"（2022年）\"",
    "General;@\"?\"",
    "@@",
];

/// And by which a text is seen as it is.
const PLAIN: [&str; 8] = [
    "@",
    "General",
    "0.00%",
    "[Red]@",
    "_ @_ ",
    "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
    "0;-0;0;@",
    "General;General;General;General",
];

/// Words beside a day.
const OF_DAYS: [&str; 6] = [
    "\"计划\"yyyy-mm-dd",
    "yyyy\"年\"m\"月（预计）\"",
    "yyyy-mm-dd\"前\"",
    "yyyy\"年上半年\"",
    "\"约\"yyyy-m",
    "[>45000]\"拟于\"yyyy-mm-dd;yyyy-mm-dd",
];

fn styles(code: &str) -> String {
    let code = quick_xml::escape::escape(code);
    format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{code}\"/></numFmts>\
         <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    )
}

#[test]
fn a_text_is_read_as_its_format_shows_it_or_not_at_all() {
    let strings = "<sst><si><t>57.2%</t></si></sst>";
    let cells = "<c s=\"1\" t=\"s\"><v>0</v></c>\
        <c s=\"1\" t=\"inlineStr\"><is><t>定海区</t></is></c><c s=\"1\" t=\"str\"><v>是</v></c>\
        <c s=\"1\" t=\"str\"><f>A1</f><v>是</v></c><c s=\"1\" t=\"s\"><f>A1</f><v>0</v></c>\
        <c t=\"s\"><v>0</v></c>";
    let read_with = |code: &str| {
        let parts = [(STYLES, styles(code)), (STRINGS, strings.into()), (SHEET, row(cells))];
        read(&xlsx_of(&parts.each_ref().map(|(name, part)| (*name, part.as_bytes()))))
    };
    for code in OF_TEXTS {
        let expected = ["A1 57.2%", "B1 定海区", "C1 是", "D1 是", "E1 57.2%"];
        let expected = expected.map(|cell| format!("{cell} ({code})"));
        let read = read_with(code);
        assert_eq!(read[..5], expected, "{code}");
        assert_eq!(read[5], "F1 57.2%");
    }
    for code in PLAIN {
        let expected = ["A1 57.2%", "B1 定海区", "C1 是", "D1 是", "E1 57.2%", "F1 57.2%"];
        assert_eq!(read_with(code), expected, "{code}");
    }
}

#[test]
fn a_text_of_an_xls_is_read_as_its_format_shows_it_or_not_at_all() {
    let of = |code: &str| {
        let wide: Vec<u8> = code.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(code.encode_utf16().count()).unwrap();
        let format = record(0x041E, &[&[164, 0][..], &length.to_le_bytes(), &[1], &wide].concat());
        let label = record(0x0204, &[&[0, 0, 0, 0, 1, 0, 3, 0, 0][..], b"yes"].concat());
        read(&xls(&[format, style(0), style(164)], &[label]))
    };
    for code in OF_TEXTS {
        assert_eq!(of(code), [format!("A1 yes ({code})")]);
    }
    for code in PLAIN {
        assert_eq!(of(code), ["A1 yes"], "{code}");
    }
}

#[test]
fn a_day_beside_which_words_are_shown_is_none() {
    let cells = "<c s=\"1\"><v>45199</v></c>";
    let read = |code: &str| {
        let (styles, row) = (styles(code), row(cells));
        read(&xlsx_of(&[(STYLES, styles.as_bytes()), (SHEET, row.as_bytes())]))
    };
    for code in OF_DAYS {
        assert_eq!(read(code), [format!("A1 45199 ({code})")]);
    }
    for code in [
        "yyyy-mm-dd",
        "yyyy\"年\"m\"月\"d\"日\";@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
        "yyyy/m/d\\ aaaa",
    ] {
        assert_eq!(read(code), ["A1 2023-09-30"], "{code}");
    }
}

#[test]
fn what_an_ods_shows_of_a_text_or_a_day_is_what_it_says() {
    let day = |shown: &str| {
        let cell = "<table:table-cell office:value-type=\"date\" office:date-value=\"2023-09-30\">";
        format!("{cell}{shown}</table:table-cell>")
    };
    for shown in [
        "2023年9月30日",
        "30/09/23",
        "Sep 30, 2023",
        "二〇二三年九月三十日",
        "2023-09-30 08:00",
        "周六",
    ] {
        let shown = day(&format!("<text:p>{shown}</text:p>"));
        assert_eq!(read(&super::made::ods(&shown)), ["A1 2023-09-30"], "{shown}");
    }
    assert_eq!(read(&super::made::ods(&day(""))), ["A1 2023-09-30"]);
    for (shown, seen) in [
        ("计划2023-09-30", "计划2023-09-30"),
        ("2023年9月（预计）", "2023年9月（预计）"),
        ("planned 2023-09-30", "planned 2023-09-30"),
        ("", "?"),
    ] {
        let cell = day(&format!("<text:p>{shown}</text:p>"));
        assert_eq!(read(&super::made::ods(&cell)), [format!("A1 2023-09-30 ({seen})")]);
    }
    let of = |style: &str| {
        let styles = format!(
            "<office:document-content><office:automatic-styles>\
             <number:text-style style:name=\"n\">{style}</number:text-style>\
             <style:style style:name=\"a\" style:family=\"table-cell\" style:data-style-name=\"n\"/>\
             </office:automatic-styles>"
        );
        let cell = "<table:table-row><table:table-cell table:style-name=\"a\" \
            office:value-type=\"string\"><text:p>57.2%</text:p></table:table-cell></table:table-row>";
        let part = content(cell).replace("<office:document-content>", &styles);
        read(&zipped(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", part.as_bytes()),
        ]))
    };
    let seen = "<number:text-content/>";
    for words in ["（计划）", "约", "?"] {
        let before = format!("<number:text>{words}</number:text>{seen}");
        let behind = format!("{seen}<number:text>{words}</number:text>");
        assert_eq!([of(&before), of(&behind)], [["A1 57.2% (?)"], ["A1 57.2% (?)"]], "{words}");
    }
    assert_eq!(of(""), ["A1 57.2% (?)"]);
    assert_eq!(of(&format!("<number:text> </number:text>{seen}")), ["A1 57.2%"]);
    assert_eq!(of(seen), ["A1 57.2%"]);
}
