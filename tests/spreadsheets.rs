//! What spreadsheet programs would compute: in a form nothing is, a workbook holds names as
//! text, and CSV for scripts holds what was sent.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx, open_workbook};

/// Names that a spreadsheet program takes for formulas.
const COUNTIES: [&str; 5] = ["=1+1县", "+甲县", "-乙县", "@丙县", "＝丁县"];
const INDICATORS: [&str; 3] = ["=HYPERLINK(A1)率", "@SUM(B2)率", "-三率"];
const REMARK: &str = "=cmd|'/c calc'!A1";

/// 示例数据
fn plan() -> String {
    let county = |(at, name): (usize, &&str)| {
        format!("[[region]]\ncode = '1{at}'\nname = {name:?}\nlevel = 'county'\n")
    };
    let indicator = |(at, name): (usize, &&str)| {
        format!(
            "[[indicator]]\nid = 'i{at}'\nname = {name:?}\nattribute = '约束性'\nunit = '%'\n\
             numerator = '=分子'\ndenominator = '+分母'\nbaseline = 10\noperator = '≥'\n\
             threshold = 20\ncite = '@第{at}行'\n"
        )
    };
    let counties = COUNTIES.iter().enumerate().map(county).collect::<String>();
    let indicators = INDICATORS.iter().enumerate().map(indicator).collect::<String>();
    format!(
        "[plan]\nid = 'p'\ntitle = '=规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\n[[region]]\ncode = '1'\nname = '甲市'\nlevel = 'city'\n\
         {counties}{indicators}"
    )
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.toml"), plan()).unwrap();
    let mut sent = "年份,地区,指标,数值,分子,分母,备注\n".to_owned();
    for county in COUNTIES {
        for indicator in INDICATORS {
            sent += &format!("2023,{county},{indicator},,18,100,{REMARK}\n");
        }
    }
    fs::write(folder.path().join("=2023.csv"), sent).unwrap();
    folder
}

fn run(folder: &Path, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(line.split(' ')).args(["--plan", "plan.toml"]).current_dir(folder);
    command.output().unwrap()
}

fn cells(csv: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8(csv.to_vec()).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn no_cell_of_a_form_is_computed_and_it_is_read_as_it_was_meant() {
    let folder = folder();
    let form = run(folder.path(), "template --year 2024").stdout;
    let rows = cells(&form);
    assert_eq!(rows.len(), COUNTIES.len() * INDICATORS.len());
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{cell}");
    }
    let head = String::from_utf8(form).unwrap();
    let head = head.lines().next().unwrap();
    let headings: Vec<&str> = head.trim_start_matches('\u{FEFF}').split(',').collect();
    let mut filled = format!("{head}\n");
    for row in rows {
        let cells = headings.iter().zip(&row).map(|(heading, cell)| match *heading {
            "分子" => "19".to_owned(),
            "分母" => "100".to_owned(),
            _ => format!("\"{}\"", cell.replace('"', "\"\"")),
        });
        filled += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    fs::write(folder.path().join("filled.csv"), filled).unwrap();
    let judged = run(folder.path(), "check filled.csv --format csv");
    assert!(!String::from_utf8_lossy(&judged.stderr).contains("[submission/"), "{judged:?}");
    let named = cells(&judged.stdout);
    let names =
        |column: usize| named.iter().map(|row| row[column].clone()).collect::<BTreeSet<_>>();
    assert!(COUNTIES.iter().all(|name| names(6).contains(*name)), "{named:?}");
    assert!(INDICATORS.iter().all(|name| names(3).contains(*name)), "{named:?}");
}

#[test]
fn a_workbook_holds_names_and_remarks_as_text() {
    let folder = folder();
    let dir = folder.path();
    assert_eq!(
        run(dir, "template --year 2024 --history =2023.csv -o form.xlsx").status.code(),
        Some(0)
    );
    run(dir, "check =2023.csv --report xlsx=report.xlsx");
    let mut texts = BTreeSet::new();
    for name in ["form.xlsx", "report.xlsx"] {
        let mut book: Xlsx<_> = open_workbook(dir.join(name)).unwrap();
        for sheet in book.sheet_names() {
            let formulas = book.worksheet_formula(&sheet).unwrap();
            for (_, _, formula) in formulas.used_cells().filter(|(.., formula)| !formula.is_empty())
            {
                // The form computes its rates, and nothing else is computed.
                assert!(name == "form.xlsx" && formula.starts_with("IF("), "{name}: {formula}");
            }
            let range = book.worksheet_range(&sheet).unwrap();
            texts.extend(range.cells().filter_map(|(.., cell)| match cell {
                Data::String(text) => Some(text.clone()),
                _ => None,
            }));
        }
    }
    for name in COUNTIES.iter().chain(&INDICATORS) {
        assert!(texts.iter().any(|text| text.contains(name)), "{name}");
    }
}

#[test]
fn csv_for_scripts_holds_what_was_sent() {
    let folder = folder();
    let tidied = cells(&run(folder.path(), "tidy =2023.csv").stdout);
    assert_eq!(tidied.len(), COUNTIES.len() * INDICATORS.len());
    for row in &tidied {
        assert!(COUNTIES.contains(&&*row[1]) && INDICATORS.contains(&&*row[2]), "{row:?}");
        assert_eq!(row[6], REMARK);
    }
    let judged = cells(&run(folder.path(), "check =2023.csv --format csv").stdout);
    assert!(judged.iter().any(|row| row[21] == "=2023.csv" && row[6] == COUNTIES[0]));
    let trend = cells(&run(folder.path(), "trend =2023.csv --format csv").stdout);
    assert!(trend.iter().any(|row| row.contains(&COUNTIES[2].to_owned())));
}

/// A workbook with one figure, 示例数据, whose cell is this one.
fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn of_xlsx(format: &str, cell: &str) -> Vec<u8> {
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let names = ["地区", "指标", "数值", COUNTIES[1], INDICATORS[2]].map(text);
    let (head, names) = names.split_at(3);
    workbook(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"表\" id=\"a\"/></sheets><calcPr calcId=\"1\"/></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"a.xml\"/>\
             <Relationship Id=\"b\" Type=\"x/styles\" Target=\"b.xml\"/></Relationships>",
        ),
        (
            "xl/b.xml",
            &format!(
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts>\
                 <cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/a.xml",
            &format!(
                "<worksheet><sheetData><row>{}</row><row>{}{cell}</row></sheetData></worksheet>",
                head.concat(),
                names.concat()
            ),
        ),
    ])
}

fn of_ods(cell: &str) -> Vec<u8> {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let names = ["地区", "指标", "数值", COUNTIES[1], INDICATORS[2]].map(text);
    let (head, names) = names.split_at(3);
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"表\">\
         <table:table-row>{}</table:table-row><table:table-row>{}<table:table-cell {cell}\
         </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>\
         </office:document-content>",
        head.concat(),
        names.concat()
    );
    workbook(&[("content.xml", &content)])
}

#[test]
fn what_a_cell_shows_is_not_read_as_another_number() {
    let number = "<c s=\"1\"><v>57.2</v></c>";
    let run = |font: &str, text: &str| format!("<r><rPr>{font}</rPr><t>{text}</t></r>");
    let rich = |first: String, second: String| {
        of_xlsx("0", &format!("<c t=\"inlineStr\"><is>{first}{second}</is></c>"))
    };
    let above = "<vertAlign val=\"superscript\"/>";
    let float = "office:value-type=\"float\" office:value";
    for (file, expected) in [
        (of_xlsx("0.0", number), None),
        (rich(run("<b/>", "57"), run("<i/>", ".2")), None),
        (rich(run("", "57.2"), run(above, "3")), Some("not-a-number")),
        (rich(run("", "57.2%"), run(above, "①")), Some("not-a-number")),
        (rich(run("<strike/>", "5"), run("", "7.2%")), Some("struck-out")),
        (rich(run("", "57.2"), run("<strike/>", "3")), Some("struck-out")),
        (of_xlsx("¥0.00", number), Some("other-unit")),
        (of_xlsx("_ ￥* #,##0.00_ ", number), Some("other-unit")),
        (of_xlsx("[$¥-804]#,##0", number), Some("other-unit")),
        (of_xlsx("[$€-2] 0.0", number), Some("not-a-number")),
        (of_ods(&format!("{float}=\"57.2\"><text:p>57</text:p>")), None),
        (of_ods(&format!("{float}=\"57.2\"><text:p>75.2</text:p>")), Some("not-a-number")),
        (of_ods(&format!("{float}=\"57.2\"><text:p>¥57</text:p>")), Some("other-unit")),
        (of_ods(&format!("table:formula=\"of:=1\" {float}=\"0\">")), Some("uncomputed")),
    ] {
        let folder = folder();
        fs::write(folder.path().join("2023.book"), file).unwrap();
        let judged = self::run(folder.path(), "check 2023.book --year 2023 --lang en");
        let said = String::from_utf8_lossy(&judged.stderr).into_owned();
        match expected {
            Some(code) => assert!(said.contains(&format!("[submission/{code}]")), "{code}: {said}"),
            None => assert!(!said.contains("error"), "{said}"),
        }
    }
}
