//! The workbook, read back by a reader that knows nothing of its writer.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use dabiao::render::{Format, Lang};
use dabiao::report::Report;
use dabiao::term::{Level, Outcome};

use crate::common::{self, Run, tally};
use crate::{bytes_in, nine, plan};

/// The sheets, each as its rows.
pub(crate) type Sheets = Vec<(String, Vec<Vec<Data>>)>;

pub(crate) fn sheets(bytes: &[u8]) -> Sheets {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        (name, range.rows().map(<[Data]>::to_vec).collect())
    };
    names.into_iter().map(sheet).collect()
}

/// All cells as text, a line a row.
pub(crate) fn text(bytes: &[u8]) -> String {
    let rows = sheets(bytes).into_iter().flat_map(|(_, rows)| rows);
    rows.map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join("\n") + "\n").collect()
}

/// The parts of a workbook or a document, which are XML.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |at: usize| {
        let mut text = String::new();
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        // The figures of a chart are a workbook.
        let is_xml = !name.ends_with(".xlsx");
        is_xml.then(|| file.read_to_string(&mut text).unwrap());
        (name, text)
    };
    (0..count).map(part).collect()
}

/// Nothing in it is a formula, and nothing leads out of it.
pub(crate) fn obeys_nobody(bytes: &[u8]) {
    for (name, part) in parts(bytes) {
        assert!(!part.contains("<f>") && !part.contains("<f "), "{name}: {part}");
        assert!(!part.contains("TargetMode=\"External\""), "{name}: {part}");
    }
}

pub(crate) fn sheet<'s>(sheets: &'s Sheets, name: &str) -> &'s [Vec<Data>] {
    let found = sheets.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("{name}")).1
}

/// How often each verdict stands in a cell by itself.
fn verdicts<'r>(
    rows: impl Iterator<Item = &'r Vec<Data>>,
    lang: Lang,
) -> BTreeMap<&'static str, u64> {
    let words: Vec<String> = rows.flatten().map(Data::to_string).collect();
    let of = |outcome: Outcome| {
        let count = words.iter().filter(|word| *word == lang.outcome(outcome)).count() as u64;
        (outcome.word(), count)
    };
    Outcome::ALL.into_iter().map(of).filter(|(_, count)| *count > 0).collect()
}

/// The workbook tells the verdicts of its report, in every sheet.
pub(crate) fn agrees(report: &Report, lang: Lang) {
    let bytes = bytes_in(report, Format::Xlsx, lang);
    obeys_nobody(&bytes);
    assert_eq!(bytes, bytes_in(report, Format::Xlsx, lang), "the same bytes");
    let (sheets, told, words) = (sheets(&bytes), tally(report), lang.xlsx_words());
    let all = sheet(&sheets, words.rows);
    let at = lang.verdict_headings().iter().position(|word| *word == lang.words().verdict).unwrap();
    let column: Vec<Vec<Data>> = all.iter().skip(1).map(|row| vec![row[at].clone()]).collect();
    assert_eq!(verdicts(column.iter(), lang), told);
    // Every column says what CSV says.
    for (row, record) in all.iter().skip(1).zip(common::csv(report)) {
        for (at, key) in [(0, "year"), (3, "name"), (6, "region"), (9, "value"), (19, "margin")] {
            let cell = row[at].to_string();
            let same = cell == record[key] || cell.parse::<f64>().ok() == record[key].parse().ok();
            assert!(same, "{key}: {cell} is not {}", record[key]);
        }
    }
    let matrices = sheets.iter().filter(|(name, _)| name.starts_with(words.matrix));
    let asked = lang.asked(&report.selection);
    let conclusion = format!("{asked}{}", lang.concluded(report.conclusion()));
    let mut counted: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, rows) in matrices {
        assert_eq!(rows[1][0].to_string(), conclusion);
        let head = rows.iter().position(|row| row[0] == *lang.words().number);
        // The cells of the regions stand behind five of the indicator.
        let cells = rows.iter().skip(head.unwrap_or(rows.len())).map(|row| row[5..].to_vec());
        let cells: Vec<Vec<Data>> = cells.collect();
        for (word, count) in verdicts(cells.iter(), lang) {
            *counted.entry(word).or_default() += count;
        }
    }
    let counts = |rows: &[Vec<Data>]| -> BTreeMap<&str, u64> {
        let of = |outcome: Outcome| {
            let row = rows.iter().find(|row| row[0] == *lang.outcome(outcome)).unwrap();
            (outcome.word(), row[1].to_string().parse().unwrap())
        };
        Outcome::ALL.into_iter().map(of).filter(|(_, count)| *count > 0).collect()
    };
    assert_eq!(counted, told, "the matrices");
    assert_eq!(counts(sheet(&sheets, words.guide)), told, "the guide");
    // Each region below the city has a sheet, if any has: all its verdicts.
    let below = report.regions.iter().filter(|region| region.level != Level::City);
    let apart = below.filter(|region| sheets.iter().any(|(name, _)| *name == *region.name));
    for region in apart {
        let rows = sheet(&sheets, &region.name).iter().skip(3).map(|row| vec![row[0].clone()]);
        let rows: Vec<Vec<Data>> = rows.collect();
        let mut own: BTreeMap<&str, u64> = BTreeMap::new();
        for row in report.rows().filter(|row| row.region().key() == region.key()) {
            *own.entry(row.outcome().word()).or_default() += 1;
        }
        assert_eq!(verdicts(rows.iter(), lang), own, "{}", &*region.name);
    }
    let found = sheet(&sheets, words.findings);
    assert_eq!(found.len().max(2) - 1, report.diagnostics.len().max(1));
    // Whose figure and of what, each in a column of its own.
    let mut diagnostics: Vec<_> = report.diagnostics.iter().collect();
    diagnostics.sort_by_key(|found| found.severity());
    for (row, found) in found.iter().skip(1).zip(diagnostics) {
        let subject = found.subject.clone().unwrap_or_default();
        let region = subject.region.map_or_else(String::new, |region| region.name.to_string());
        let names: Vec<&str> = subject.series.iter().map(|series| &*series.name).collect();
        let expected = [region, names.join(lang.words().separator)];
        assert_eq!([row[2].to_string(), row[3].to_string()], expected, "{}", found.code());
    }
}

#[test]
fn numbers_are_numbers_with_the_digits_they_were_sent_with() {
    let report = nine().judge(&plan());
    let sheets = sheets(&bytes_in(&report, Format::Xlsx, Lang::Zh));
    let numbers = sheet(&sheets, "全部判定").iter().skip(1).map(|row| &row[9]);
    assert!(numbers.clone().any(|cell| matches!(cell, Data::Float(_))));
    assert!(numbers.into_iter().all(|cell| !matches!(cell, Data::String(_))));
}

#[test]
fn targets_that_rest_on_names_have_them_in_the_language_of_the_workbook() {
    let report = Run::default()
        .file("2023.csv", include_str!("../../data/2023.csv"))
        .judge(&common::BUILT_IN);
    for (lang, name) in [(Lang::Zh, "GDP年均增长率"), (Lang::En, "Average yearly growth of GDP")]
    {
        let sheets = sheets(&bytes_in(&report, Format::Xlsx, lang));
        let all = sheet(&sheets, lang.xlsx_words().rows);
        let column =
            lang.verdict_headings().iter().position(|it| *it == lang.words().target).unwrap();
        let of = |row: &Vec<Data>| row[column].to_string();
        let names = all.iter().filter(|row| of(row) == name).count();
        assert_eq!(
            names,
            5,
            "the city and its counties: {:?}",
            all.iter().map(of).collect::<Vec<_>>()
        );
    }
    // CSV is the same in every language.
    let csv = String::from_utf8(bytes_in(&report, Format::Csv, Lang::En)).unwrap();
    assert_eq!(csv.matches(",>=,GDP年均增长率,").count(), 5);
}

#[test]
fn what_a_spreadsheet_would_round_is_text() {
    let rows = ["2023,甲县,参保率,,1234567890123456,1234567890123457,"];
    let run = Run::default().file("a.csv", common::sheet(&rows)).indicator("参保率");
    let report = run.region("甲县").judge(&plan());
    let bytes = bytes_in(&report, Format::Xlsx, Lang::Zh);
    let sheets = sheets(&bytes);
    let row = &sheet(&sheets, "全部判定")[1];
    assert_eq!(row[10], Data::String("1234567890123456".into()));
    assert_eq!(row[11], Data::String("1234567890123457".into()));
}

#[test]
fn a_text_that_looks_like_a_formula_is_a_text() {
    for evil in ["=cmd|'/c calc'!A1", "+1+1", "-1+1", "@SUM(A1)", "_x003D_1+1"] {
        let rows = [format!("2023,\"{evil}\",参保率,91%,,,")];
        let report = Run::default().file(evil, common::sheet(&rows)).judge(&plan());
        let bytes = bytes_in(&report, Format::Xlsx, Lang::Zh);
        obeys_nobody(&bytes);
        assert!(text(&bytes).lines().any(|line| line == evil), "{evil}");
    }
}

#[test]
fn a_year_has_a_sheet_of_its_own() {
    let rows = ["2022,甲县,参保率,,91,100,", "2023,甲县,参保率,,80,100,"];
    let report = Run::default().file("a.csv", common::sheet(&rows)).judge(&plan());
    let sheets = sheets(&bytes_in(&report, Format::Xlsx, Lang::Zh));
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "总表 2022",
            "总表 2023",
            "各地区",
            "未达要求",
            "全部判定",
            "数据问题",
            "说明",
            "甲县",
            "乙县"
        ]
    );
    agrees(&report, Lang::Zh);
}

#[test]
fn a_county_has_a_sheet_of_its_own_verdicts_where_there_are_several() {
    let rows = ["2023,甲县,参保率,,91,100,", "2023,乙县,参保率,,80,100,"];
    let run = Run::default().file("a.csv", common::sheet(&rows));
    let all = sheets(&bytes_in(&run.judge(&plan()), Format::Xlsx, Lang::Zh));
    let text = |name: &str| {
        let cells = sheet(&all, name).iter().flatten().map(Data::to_string);
        cells.collect::<Vec<_>>().join("\n")
    };
    assert!(text("甲县").contains("甲县") && !text("甲县").contains("乙县"));
    assert!(text("乙县").contains("乙县") && !text("乙县").contains("甲县"));
    let one = run.region("甲县").judge(&plan());
    let one = sheets(&bytes_in(&one, Format::Xlsx, Lang::Zh));
    assert!(one.iter().all(|(name, _)| name != "甲县"), "it is what the others tell");
}

#[test]
fn what_is_too_wide_for_a_page_is_printed_on_several() {
    let report = nine().judge(&plan());
    let bytes = bytes_in(&report, Format::Xlsx, Lang::Zh);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut pages = Vec::new();
    for at in 1..=5 {
        let mut xml = String::new();
        let name = format!("xl/worksheets/sheet{at}.xml");
        archive.by_name(&name).unwrap().read_to_string(&mut xml).unwrap();
        assert!(xml.contains("orientation=\"landscape\""), "{name}");
        let wide = xml.split("fitToWidth=\"").nth(1).map(|rest| rest[..1].to_owned());
        pages.push(wide.unwrap_or("1".to_owned()));
    }
    // 总表, 各地区, 未达要求, 全部判定 and 数据问题.
    assert_eq!(pages, ["1", "1", "2", "3", "1"]);
}

#[test]
fn a_countys_sheet_is_one_page_wide_and_names_its_verdicts_on_every_page() {
    let of = |year: u16, region: &str| format!("{year},{region},参保率,,91,100,");
    for (years, named) in [(vec![2023], "$A:$D"), (vec![2022, 2023], "$A:$E")] {
        let rows: Vec<String> =
            years.iter().flat_map(|year| [of(*year, "甲县"), of(*year, "乙县")]).collect();
        let report = Run::default().file("报送/甲/a.csv", common::sheet(&rows)).judge(&plan());
        let bytes = bytes_in(&report, Format::Xlsx, Lang::Zh);
        let (parts, sheets) = (parts(&bytes), sheets(&bytes));
        let at = sheets.iter().position(|(name, _)| name == "甲县").unwrap();
        let xml = &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)];
        assert!(xml.contains("fitToHeight=\"0\"") && !xml.contains("fitToWidth"), "{xml}");
        let repeated = format!("甲县!{named},甲县!$1:$3");
        let book = parts["xl/workbook.xml"].replace('\'', "");
        assert!(book.contains(&repeated), "{book}");
        // A page of A4 is wide enough for so many letters of 9 points.
        let widths = xml.split("<col ").skip(1).map(|col| {
            let number = |key: &str| -> f64 {
                let rest = col.split(&format!("{key}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse().unwrap()
            };
            number("width") * (number("max") - number("min") + 1.0)
        });
        assert!(widths.sum::<f64>() <= 158.0, "{xml}");
        let all = sheet(&sheets, "甲县");
        assert_eq!(all[2].iter().any(|head| *head == *"年份"), years.len() > 1);
        assert!(all.iter().flatten().any(|cell| *cell == *"a.csv:2"), "{all:?}");
        assert!(all[0][0].to_string().starts_with("甲县　"), "{all:?}");
    }
}
