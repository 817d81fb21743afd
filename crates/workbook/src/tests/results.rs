//! What was never computed is neither a zero nor blank, whichever program left it so.

use super::first as read;
use super::made::{BOOK, SHEET, formula, ods, record, row, style, xls, xlsx, xlsx_of};

fn with_settings(settings: &str, cells: &str) -> Vec<u8> {
    let book =
        format!("<workbook><sheets><sheet name=\"表\" id=\"a\"/></sheets>{settings}</workbook>");
    xlsx_of(&[(BOOK, book.as_bytes()), (SHEET, row(cells).as_bytes())])
}

const FORMULAS: &str = "<c><f>1+1</f><v>0</v></c><c><f>2+1</f><v>3</v></c>\
    <c t=\"str\"><f>\"\"</f><v></v></c><c><v>0</v></c>";

#[test]
fn a_workbook_that_is_to_be_computed_anew_has_no_results() {
    for settings in [
        "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>",
        "<calcPr fullCalcOnLoad=\"true\"/>",
        "<calcPr calcId=\"191029\" forceFullCalc=\"1\"/>",
        "<calcPr calcId=\"191029\" calcCompleted=\"0\"/>",
        "<calcPr calcId=\"0\"/>",
        "<x:calcPr xmlns:x=\"u\" fullCalcOnLoad=\"on\"/>",
    ] {
        let read = read(&with_settings(settings, FORMULAS));
        assert_eq!(read, ["A1? =1+1", "B1? =2+1", "C1? =\"\"", "D1 0"], "{settings}");
    }
}

#[test]
fn a_workbook_that_a_program_computed_has_its_results() {
    for settings in [
        "<calcPr calcId=\"191029\"/>",
        "<calcPr iterateCount=\"100\" refMode=\"A1\"/>",
        "<calcPr calcId=\"144525\" fullCalcOnLoad=\"0\" calcCompleted=\"1\"/>",
        "<calcPr/>",
    ] {
        let read = read(&with_settings(settings, FORMULAS));
        assert_eq!(read, ["A1 0", "B1 3", "D1 0"], "{settings}");
    }
}

#[test]
fn a_zero_beside_a_formula_is_no_result_where_nothing_says_that_a_program_computed() {
    let doubted = ["A1? =1+1", "B1 3", "C1? =\"\"", "D1 0"];
    assert_eq!(read(&with_settings("", FORMULAS)), doubted);
    let open = FORMULAS.replace("<f>", "<f ca=\"1\">");
    assert_eq!(read(&with_settings("<calcPr calcId=\"191029\"/>", &open)), doubted);
}

#[test]
fn a_formula_without_a_result_is_shown_whatever_its_kind() {
    let cells = "<c><f>1+1</f></c><c><f>2+1</f><v/></c><c t=\"n\"><f>D1/E1</f><v> </v></c>\
        <c t=\"str\"><f>A1&amp;B1</f></c><c t=\"b\"><f>A1&gt;1</f><v></v></c>\
        <c><f t=\"shared\" ref=\"F1:G1\" si=\"0\">A1*2</f></c><c><f t=\"shared\" si=\"0\"/></c>\
        <c><f t=\"array\" ref=\"H1\">SUM(A1:B1*2)</f><v/></c>\
        <c><f t=\"dataTable\" ref=\"I1:I1\" r1=\"A1\"/></c>";
    let expected = [
        "A1? =1+1",
        "B1? =2+1",
        "C1? =D1/E1",
        "D1? =A1&B1",
        "E1? =A1>1",
        "F1? =A1*2",
        "G1? =A1*2",
        "H1? =SUM(A1:B1*2)",
        "I1? =",
    ];
    assert_eq!(read(&xlsx(&row(cells))), expected);
}

#[test]
fn every_cell_of_an_area_that_one_formula_computes_is_doubted() {
    // What a program that computes nothing writes into the rest of the area.
    let array =
        "<c><f t=\"array\" ref=\"A1:C1\">E1:G1*2</f><v>0</v></c><c><v>0</v></c><c/><c><v>7</v></c>";
    let expected = ["A1? =E1:G1*2", "B1? =E1:G1*2", "C1? =E1:G1*2", "D1 7"];
    assert_eq!(read(&with_settings("<calcPr fullCalcOnLoad=\"1\"/>", array)), expected);
    assert_eq!(read(&with_settings("", array)), expected);
    assert_eq!(read(&xlsx(&row(array))), ["A1 0", "B1 0", "D1 7"]);
    let table = "<c><f t=\"dataTable\" ref=\"A1:B1\"/><v>0</v></c><c><v>5</v></c>";
    assert_eq!(read(&with_settings("", table)), ["A1? =", "B1 5"]);
    assert_eq!(read(&with_settings("<calcPr calcId=\"0\"/>", table)), ["A1? =", "B1? ="]);
}

const EMPTY: [u8; 8] = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];
const TEXT: [u8; 8] = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
const ZERO: [u8; 8] = [0; 8];

fn computed_by(engine: u32) -> Vec<u8> {
    record(0x01C1, &[&[0xC1, 1, 0, 0], &engine.to_le_bytes()[..]].concat())
}

#[test]
fn formulas_of_an_xls_have_results_where_a_program_computed_one() {
    let half = 0.5_f64.to_le_bytes();
    let text = record(0x0207, &[1, 0, 0, b'x']);
    let of = |globals: &[Vec<u8>], sheet: &[Vec<u8>]| {
        let globals: Vec<_> = globals.iter().cloned().chain([style(0)]).collect();
        read(&xls(&globals, sheet))
    };
    for kind in [0x0006, 0x0206, 0x0406] {
        let nothing = [formula(kind, 0, EMPTY, 0), formula(kind, 1, ZERO, 0)];
        // Nothing says that anything was ever computed.
        assert_eq!(of(&[], &nothing), ["A1? =…", "B1? =…"]);
        assert_eq!(of(&[computed_by(191_029)], &nothing), ["B1 0"]);
        assert_eq!(of(&[computed_by(0)], &nothing), ["A1? =…", "B1? =…"]);
        let some = [nothing.concat(), formula(kind, 2, half, 0)];
        assert_eq!(of(&[], &some), ["B1 0", "C1 0.5"]);
        assert_eq!(of(&[computed_by(0)], &some), ["A1? =…", "B1? =…", "C1? =…"]);
        let texts = [formula(kind, 0, TEXT, 0), text.clone(), formula(kind, 1, EMPTY, 0)];
        assert_eq!(of(&[], &texts), ["A1 x"]);
    }
}

#[test]
fn a_formula_of_an_xls_says_itself_that_it_is_to_be_computed() {
    let of = |sheet: &[Vec<u8>]| read(&xls(&[computed_by(1), style(0)], sheet));
    let half = 0.5_f64.to_le_bytes();
    let asks = [formula(6, 0, ZERO, 2), formula(6, 1, EMPTY, 1), formula(6, 2, half, 2)];
    assert_eq!(of(&asks), ["A1? =…", "B1? =…", "C1 0.5"]);
    let never = [record(0x005E, &[0, 0]), formula(6, 0, half, 0)];
    assert_eq!(of(&never), ["A1? =…"]);
}

#[test]
fn a_text_that_should_follow_a_formula_and_does_not_is_no_result() {
    let of = |sheet: &[Vec<u8>]| read(&xls(&[computed_by(1), style(0)], sheet));
    let text = record(0x0207, &[1, 0, 0, b'x']);
    let number = record(0x0203, &[&[0, 0, 1, 0, 0, 0], &7.0_f64.to_le_bytes()[..]].concat());
    assert_eq!(of(&[formula(6, 0, TEXT, 0)]), ["A1? =…"]);
    assert_eq!(of(&[formula(6, 0, TEXT, 0), number.clone()]), ["A1? =…", "B1 7"]);
    assert_eq!(
        of(&[formula(6, 0, TEXT, 0), formula(6, 1, TEXT, 0), text.clone()]),
        ["A1? =…", "B1 x"]
    );
    // The formula that several cells share stands between.
    let shared = record(0x04BC, &[0; 10]);
    assert_eq!(of(&[formula(6, 0, TEXT, 0), shared, text, number]), ["A1 x", "B1 7"]);
}

#[test]
fn a_cell_of_an_ods_without_the_value_that_it_announces_is_no_value() {
    let cells = "<table:table-cell table:formula=\"of:=[.B1]/2\"/>\
        <table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\"><text:p>0</text:p></table:table-cell>\
        <table:table-cell table:formula=\"oooc:=1+2\" office:value-type=\"percentage\" office:value=\"\"/>\
        <table:table-cell office:value-type=\"float\"><text:p>57</text:p></table:table-cell>\
        <table:table-cell table:formula=\"msoxl:=A1&amp;1\" office:value-type=\"string\"/>\
        <table:table-cell office:value-type=\"date\"/>\
        <table:table-cell table:formula=\"of:=1&gt;2\" office:value-type=\"boolean\"/>\
        <table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\"><text:p/></table:table-cell>\
        <table:table-cell office:value-type=\"string\"/>\
        <table:table-cell table:formula=\"of:=[.A1:.B1]*2\" table:number-matrix-columns-spanned=\"2\" table:number-matrix-rows-spanned=\"1\"/>\
        <table:table-cell/>\
        <table:table-cell office:value-type=\"float\" office:value=\"1.5E+2\"/>";
    let expected = [
        "A1? =[.B1]/2",
        "B1? =1+1",
        "C1? =1+2",
        "D1? 57",
        "E1? =A1&1",
        "F1? date",
        "G1? =1>2",
        "J1? =[.A1:.B1]*2",
        "K1? =[.A1:.B1]*2",
        "L1 150",
    ];
    assert_eq!(read(&ods(cells)), expected);
}
