//! What is read at once is what is read piece by piece.

use super::made::{SHEET, STRINGS, STYLES, xlsx_of};
use super::read;

const FORMATS: &str = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0&quot;万&quot;\"/>\
    <numFmt numFmtId=\"171\" formatCode=\"[&gt;1]0;0%\"/></numFmts>\
    <fonts><font/><font><strike/></font></fonts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>\
    <xf numFmtId=\"171\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>";

const TEXTS: &str = "<sst><si><t>定海区</t></si><si><t> </t></si>\
    <si><r><rPr><strike/></rPr><t>5</t></r><r><t>7</t></r></si></sst>";

/// What cells of each kind hold.
const KINDS: [(&str, &[&str]); 6] = [
    ("", &NUMBERS),
    (" t=\"n\"", &NUMBERS),
    (" t=\"s\"", &["0", "0", "1", "2", "2", "0", " 1 ", "3"]),
    (" t=\"str\"", &["岱山县", "7", "", " "]),
    (" t=\"b\"", &["0", "1", "true", "1", "0", " 1", "2"]),
    (" t=\"e\"", &["#DIV/0!", " #N/A"]),
];

const NUMBERS: [&str; 18] = [
    "0",
    "7",
    "57.2",
    "0.572",
    "3512",
    "-3",
    "-0",
    "45107",
    "1e5",
    "007",
    "5.",
    ".5",
    "5.50",
    "0.99409999999999998",
    "123456789012345678",
    " 7 ",
    "",
    "岱山县",
];

const STYLES_OF: [&str; 9] =
    ["", "", " s=\"0\"", " s=\"1\"", " s=\"2\"", " s=\"3\"", " s=\"4\"", " s=\"5\"", " s=\"99\""];

const ROWS: [&str; 9] = [
    "<row>",
    "<row r=\"{}\">",
    "<row r=\"{}\" spans=\"1:7\" ht=\"15\" x14ac:dyDescent=\"0.2\">",
    "<row r=\"{}\" hidden=\"1\">",
    "<row hidden=\"false\" r=\"{}\">",
    "<row s=\"1\" customFormat=\"1\">",
    "<row r=\"{}\" collapsed=\"0\">",
    "<row r=\"{}\" ht=\"0\">",
    "<row ht=\"0.0\" r=\"{}\" hidden=\"0\">",
];

/// A small linear congruential generator: the same sheets in every run.
struct Random(u64);

impl Random {
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(self.0 >> 33) as usize % all.len()]
    }
}

fn sheet(random: &mut Random) -> String {
    let mut sheet = String::from("<worksheet><sheetData>");
    let mut number = 0;
    for _ in 0..random.of(&[1, 3, 6]) {
        number += 1;
        let row = random.of(&ROWS);
        // Some are left out, which a row that has no number can't say.
        number += if row.contains("{}") { random.of(&[0, 0, 0, 3]) } else { 0 };
        sheet += &row.replace("{}", &number.to_string());
        for column in ["A", "B", "D", "E"] {
            let place = random.of(&["", " r=\"{}\"", " r=\"{}\"", " r=\"{}\""]);
            let place = place.replace("{}", &format!("{column}{number}"));
            let (style, (kind, values)) = (random.of(&STYLES_OF), random.of(&KINDS));
            let value = random.of(values);
            sheet += &match random.of(&[0, 1, 1, 1, 1, 1, 2]) {
                0 => format!("<c{place}{style}/>"),
                1 => format!("<c{place}{style}{kind}><v>{value}</v></c>"),
                _ => format!("<c{place}{style}{kind}><f>A1</f><v>{value}</v></c>"),
            };
        }
        sheet += "</row>";
    }
    const END: &str = "</sheetData></worksheet>";
    let cut = random.of(&[0, 0, 0, 0, "</worksheet>".len()]);
    sheet + &END[..END.len() - cut]
}

#[test]
fn a_sheet_is_the_same_whether_its_cells_are_read_at_once_or_piece_by_piece() {
    let mut random = Random(2023);
    let (mut sound, mut damaged) = (0, 0);
    for _ in 0..4_000 {
        let sheet = sheet(&mut random);
        let of = |sheet: &str| {
            let parts = [(SHEET, sheet), (STYLES, FORMATS), (STRINGS, TEXTS)];
            read(&xlsx_of(&parts.map(|(name, text)| (name, text.as_bytes()))))
        };
        let at_once = of(&sheet);
        // One blank more, and nothing of it is as it is mostly written.
        let apart = sheet.replace("<c", "<c ").replace("</row><row", "</row> <row");
        assert_eq!(at_once, of(&apart), "{sheet}");
        match at_once {
            Ok(_) => sound += 1,
            Err(_) => damaged += 1,
        }
    }
    assert!(sound > 500 && damaged > 200, "{sound} {damaged}");
}
