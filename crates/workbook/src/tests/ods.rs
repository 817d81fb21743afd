//! What an .ods stores and what it shows beside that.

use super::first as read;
use super::made::{self, content, zipped};

#[test]
fn what_stands_behind_a_number_of_an_ods_is_read_with_it() {
    let cell = |value: &str, shown: &str| {
        let cell = format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{value}\"><text:p>{shown}</text:p></table:table-cell>"
        );
        read(&made::ods(&cell))[0].split_once(' ').unwrap().1.to_owned()
    };
    for (value, shown, expected) in [
        ("12.5", "12.5万", "12.5万"),
        ("1234.5", "1,234.5元", "1234.5元"),
        ("1234.5", "1.234,50 €", "1234.5€"),
        ("55.19848771", "55.2%", "55.19848771%"),
        ("2023", "2023年", "2023年"),
        ("33480", "￥33,480.00", "33480¥"),
        ("0", "¥ -", "0¥"),
        ("1234567", "1.234.567", "1234567"),
        ("0.25", ".3", "0.25"),
        ("57.25", "57.3", "57.25"),
        ("-57.2", "-57", "-57.2"),
        ("-5", "(5)", "-5"),
        ("0", "-", "0"),
        ("1200000", "1.2E+06", "1200000"),
        ("125000", "12.5万", "125000 (12.5万)"),
        ("55.2", "约55", "55.2 (约55)"),
        ("55.2", "达标", "55.2 (达标)"),
        // Another number is shown than is stored.
        ("55.1984877126654", "55.1984877126654", "55.1984877127"),
        ("1200000", "1.3E+06", "1200000 (1.3E+06)"),
        ("57", "57.4", "57 (57.4)"),
        ("57.2", "60.0", "57.2 (60.0)"),
        ("57.2", "0.1", "57.2 (0.1)"),
        ("572", "57.2", "572 (57.2)"),
        ("1234", "1.234", "1234 (1.234)"),
        ("57.26", "57.2", "57.26 (57.2)"),
        ("57.2", "-57.2", "57.2 (-57.2)"),
        // And where the sign is another: one that is shown by a colour is not seen here.
        ("-57.2", "57.2", "-57.2 (57.2)"),
        ("-5", "5元", "-5 (5元)"),
        ("-5", "+5", "-5 (+5)"),
        ("5", "–5", "5 (–5)"),
        ("5", "5-", "5 (5-)"),
        ("-5", "－5", "-5"),
        ("-5", "5.0-", "-5"),
        ("-5", "¥ (5)", "-5¥"),
        ("5", "+5", "5"),
        ("-0.3", "0", "-0.3"),
        ("-0.3", "-0", "-0.3"),
        ("5", "£5.00", "5 (£5.00)"),
        ("5", "5 £", "5£"),
        ("5", "¥5RMB", "5¥"),
        ("0", "CNY –", "0¥"),
        ("0", "--", "0 (--)"),
        ("0", "60", "0 (60)"),
        ("57.2", "$57.20", "57.2 ($57.20)"),
        ("55.2", "", "55.2 (?)"),
        ("0", "", "0 (?)"),
    ] {
        assert_eq!(cell(value, shown), expected, "{value} {shown}");
    }
}

#[test]
fn a_cell_of_an_ods_says_one_thing() {
    for (cell, expected) in [
        (
            "office:value-type=\"currency\" office:value=\"57.2\" office:currency=\"CNY\"><text:p>￥57.20</text:p>",
            "57.2¥",
        ),
        ("office:value-type=\"currency\" office:value=\"57.2\" office:currency=\"CNY\">", "57.2¥"),
        ("office:value-type=\"currency\" office:value=\"57.2\"><text:p>57.20</text:p>", "57.2¥"),
        (
            "office:value-type=\"currency\" office:value=\"57.2\" office:currency=\"CNY\"><text:p>57.2元</text:p>",
            "57.2元",
        ),
        (
            "office:value-type=\"currency\" office:value=\"57.2\" office:currency=\"USD\"><text:p>$57.20</text:p>",
            "57.2 ($57.20)",
        ),
        (
            "office:value-type=\"currency\" office:value=\"57.2\" office:currency=\"EUR\"/>",
            "57.2EUR",
        ),
        ("office:value-type=\"percentage\" office:value=\"0.572\"><text:p>57%</text:p>", "57.2%"),
        (
            "office:value-type=\"percentage\" office:value=\"-0.572\"><text:p>57.2%</text:p>",
            "-57.2% (57.2%)",
        ),
        (
            "office:value-type=\"percentage\" office:value=\"0.572\"><text:p>60.0%</text:p>",
            "57.2% (60.0%)",
        ),
        (
            "office:value-type=\"percentage\" office:value=\"0.572\"><text:p>0.572</text:p>",
            "57.2% (0.572)",
        ),
        (
            "table:style-name=\"ce1\" office:value-type=\"float\" office:value=\"57.2\"><text:p>0.1</text:p>",
            "57.2 (0.1)",
        ),
        ("table:style-name=\"ce1\" office:value-type=\"float\" office:value=\"57.2\">", "57.2 (?)"),
        (
            "table:style-name=\"ce1\" office:value-type=\"percentage\" office:value=\"57.2\"><text:p>5.72%</text:p>",
            "57.2 (5.72%)",
        ),
        (
            "table:style-name=\"ce2\" office:value-type=\"float\" office:value=\"57.2\"><text:p>57.2</text:p>",
            "57.2",
        ),
        (
            "office:value-type=\"string\" office:string-value=\"60%\"><text:p>57.2%</text:p>",
            "60% (57.2%)",
        ),
        ("office:value-type=\"string\" office:string-value=\"5 72\"><text:p>572</text:p>", "5 72"),
        (
            "office:value-type=\"string\" office:string-value=\"定海区\"><text:p>普陀区</text:p>",
            "定海区 (普陀区)",
        ),
        ("office:value-type=\"string\" office:string-value=\"57.2%\">", "57.2%"),
        (
            "office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>FALSE</text:p>",
            "TRUE (FALSE)",
        ),
        ("office:value-type=\"float\" office:value=\"0\"><text:p>TRUE</text:p>", "FALSE (TRUE)"),
        ("office:value-type=\"float\" office:value=\"1\"><text:p>TRUE</text:p>", "TRUE"),
        ("table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"0\">", "? =1"),
        ("table:formula=\"of:=1\" office:value-type=\"percentage\" office:value=\"0\">", "? =1"),
        ("table:formula=\"of:=1\" office:value-type=\"currency\" office:value=\"0\">", "? =1"),
        (
            "table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"0\"><text:p>0</text:p>",
            "0",
        ),
        ("table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"1\">", "1"),
        ("office:value-type=\"float\" office:value=\"0\">", "0"),
    ] {
        let styles = "<office:automatic-styles><number:number-style style:name=\"N1\">\
            <number:number number:display-factor=\"1000\"/></number:number-style>\
            <number:number-style style:name=\"N2\"><number:number number:display-factor=\"1\"/>\
            </number:number-style><style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
            <style:style style:name=\"ce2\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>\
            </office:automatic-styles><office:body>";
        let cell = format!("<table:table-cell {}</table:table-cell>", cell.trim_end_matches("/>"));
        let cell = cell.replace("\"</table", "\"></table");
        let content = content(&format!("<table:table-row>{cell}</table:table-row>"));
        let content = content.replace("<office:body>", styles);
        let read = read(&zipped(&[("content.xml", content.as_bytes())]));
        let read = read[0].strip_prefix("A1").unwrap();
        assert_eq!(read.trim_start_matches(' '), expected, "{cell}");
    }
}
