//! Rows as nearly all are go through a fast reader, all others through a careful
//! one. A number in a column that is not used sends its row the careful way, so the same
//! rows with such cells have to give the same report; and so in quotes, whichever cells
//! have them.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use std::cmp::Ordering;

use common::{Run, json_text};
use dabiao::plan::Plan;
use proptest::prelude::*;

const PLAN: &str = "\
[plan]
id = 'p'
title = '规划'
baseline-year = 2020
first-year = 2021
target-year = 2025

[[reference]]
id = 'gdp'
name = 'GDP年均增长率'
unit = '%'

[[region]]
code = '3309'
name = '全市'
aliases = ['330900']
level = 'city'

[[region]]
code = '330902'
name = '甲区'
aliases = ['甲']
level = 'county'

[[region]]
code = '330903'
name = '乙区'
level = 'county'

[[region]]
name = '新城'
level = 'area'

[[indicator]]
id = 'rate'
number = 1
name = '就业率'
aliases = ['率']
attribute = '约束性'
unit = '%'
baseline = 49.86
operator = '≥'
threshold = 60

[[indicator]]
id = 'homes'
number = 11
name = '改造户数'
attribute = '预期性'
form = 'sum'
unit = '户'
operator = '≥'
threshold = 900

[[indicator]]
id = 'income'
number = 3
name = '收入增长'
attribute = '预期性'
unit = '%'
operator = '≥'
reference = 'gdp'

[[indicator]]
id = 'law'
name = '办法'
attribute = '任务'
form = 'milestone'
";

/// The names of columns, by field.
const FIELDS: [[&str; 2]; 8] = [
    ["年份", "year"],
    ["地区", "region"],
    ["指标", "indicator"],
    ["数值", "value"],
    ["分子", "numerator"],
    ["分母", "denominator"],
    ["备注", "remark"],
    ["累计", "total"],
];

const YEARS: [&str; 9] = ["2023", "2023", "2023", "2024", "", "2023年", "2019", "23", "20233"];
const REGIONS: [&str; 12] = [
    "330902", "330903", "3309", "330900", "甲区", "甲", "乙区", "全市", "新城", "33090", "3309021",
    " 330902",
];
const SERIES: [&str; 14] = [
    "rate",
    "homes",
    "income",
    "gdp",
    "1",
    "11",
    "3",
    "就业率",
    "率",
    "改造户数",
    "GDP年均增长率",
    "ra",
    "law",
    "办法",
];
/// Cells of numbers that one reader or the other might take differently.
const NUMBERS: [&str; 40] = [
    "",
    "0",
    "00",
    "007",
    "5",
    "60",
    "100",
    "101",
    "0.5",
    "1.",
    ".5",
    "55.20",
    "055.2",
    "60%",
    "100%",
    "0%",
    "55.20%",
    "%",
    "55%%",
    "-",
    "—",
    "不适用",
    "-3",
    "+3",
    "-3%",
    "1e3",
    " 60",
    "60 ",
    "６０％",
    "12.34.5",
    "123456789012345.6",
    "1234567890123456",
    "12345678901234567",
    "123456789012345678",
    "1234567890123456789",
    "99.9999999999999999%",
    "1",
    "是",
    "20230630",
    "2023年6月",
];

/// How the cells of a table are written.
#[derive(Debug, Clone, Copy)]
enum Cells {
    Plain,
    /// So that every row is read carefully.
    Careful,
    Quoted,
    /// One in so many and two.
    SomeQuoted(usize),
}

/// A table of cells, and how its file is written.
#[derive(Debug, Clone)]
struct Sheet {
    header: Vec<String>,
    /// A row without cells is a blank line.
    rows: Vec<Vec<String>>,
    line_end: &'static str,
    last_line_ends: bool,
    mark: bool,
    name: &'static str,
    year: Option<u16>,
}

impl Sheet {
    fn text(&self, cells: Cells) -> String {
        let width = self.header.len();
        let row = |(number, row): (usize, &Vec<String>)| {
            let quoted = |at: usize| match cells {
                Cells::Plain | Cells::Careful => false,
                Cells::Quoted => true,
                Cells::SomeQuoted(by) => (number + at).is_multiple_of(by + 2),
            };
            let cell = |(at, cell): (usize, &String)| {
                if quoted(at) { format!("\"{cell}\"") } else { cell.clone() }
            };
            let mut written: Vec<String> = row.iter().enumerate().map(cell).collect();
            // What stands in the last column sends a row the careful way; one that has too
            // many cells goes it anyway.
            let is_careful = matches!(cells, Cells::Careful) && !row.iter().all(String::is_empty);
            match row.len().cmp(&width) {
                Ordering::Less => {}
                Ordering::Equal if number == 0 => written.push("序号".to_owned()),
                Ordering::Equal if is_careful => written.push("5".to_owned()),
                Ordering::Equal => written.push(String::new()),
                Ordering::Greater => written.push("7".to_owned()),
            }
            written.join(",")
        };
        let rows = std::iter::once(&self.header).chain(&self.rows).enumerate();
        let lines: Vec<String> = rows.map(row).collect();
        let mark = if self.mark { "\u{FEFF}" } else { "" };
        let end = if self.last_line_ends { self.line_end } else { "" };
        format!("{mark}{}{end}", lines.join(self.line_end))
    }

    fn report(&self, plan: &Plan, cells: Cells) -> String {
        let run = Run::default().file(self.name, self.text(cells)).year(self.year);
        json_text(&run.judge(plan))
    }
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => proptest::sample::select(&NUMBERS[..]).prop_map(str::to_owned),
        3 => "[0-9]{1,3}",
        2 => "[0-9]{1,2}\\.[0-9]{1,4}%?",
        1 => "[0-9]{14,19}",
        1 => "[0-9]{1,17}\\.[0-9]{1,17}",
    ]
}

/// One of the names at a place, or now and then any other.
fn pick(names: &'static [&'static str]) -> impl Strategy<Value = Option<&'static str>> {
    prop_oneof![7 => Just(None), 1 => proptest::sample::select(names).prop_map(Some)]
}

/// A row, by field; names that are left out come in the order of the plan.
type Row = (Option<&'static str>, Option<&'static str>, Option<&'static str>, [String; 4], u8);

fn row() -> impl Strategy<Value = Row> {
    let numbers = [(); 4].map(|()| number().boxed());
    (pick(&YEARS), pick(&REGIONS), pick(&SERIES), numbers, 0u8..30)
}

fn sheets() -> impl Strategy<Value = Sheet> {
    let columns = prop_oneof![
        4 => Just(vec![0, 1, 2, 3, 4, 5, 6]),
        2 => Just(vec![0, 1, 2, 3, 4, 5, 7, 6]),
        1 => Just(vec![0, 1, 2, 3, 7]),
        1 => Just(vec![1, 2, 4, 5]),
        1 => Just(vec![0, 1, 2, 3]),
        1 => Just(vec![2, 1, 0, 6, 5, 4, 3]),
        // One that is not known, and one that stands twice.
        1 => Just(vec![0, 9, 1, 2, 3, 4, 5]),
        1 => Just(vec![0, 1, 2, 3, 3, 4, 5]),
    ];
    let file = (
        prop_oneof![3 => Just("\n"), 1 => Just("\r\n")],
        proptest::bool::weighted(0.8),
        proptest::bool::weighted(0.2),
        prop_oneof![Just(("a.csv", None)), Just(("2023.csv", None)), Just(("a.csv", Some(2023)))],
    );
    let rows = proptest::collection::vec(row(), 0..24);
    (columns, any::<bool>(), rows, file, any::<bool>()).prop_map(
        |(columns, english, rows, (line_end, last_line_ends, mark, (name, year)), by_code)| {
            let title = |field: &usize| match FIELDS.get(*field) {
                Some(names) => names[usize::from(english)].to_owned(),
                None => "来源".to_owned(),
            };
            let header = columns.iter().map(title).collect();
            let rows = rows.iter().enumerate().map(|(at, row)| {
                let by = if by_code { 0 } else { 7 };
                let series = SERIES[by + at / 3 % 3];
                let region = REGIONS[if by_code { at % 3 } else { 4 + at % 4 }];
                let mut cells = cells(row, region, series, &columns);
                match row.4 {
                    0 => cells.clear(),
                    1 => cells.iter_mut().for_each(String::clear),
                    2 => cells.truncate(cells.len() - 1),
                    3 => cells.push("5".to_owned()),
                    _ => {}
                }
                cells
            });
            let rows = rows.collect();
            Sheet { header, rows, line_end, last_line_ends, mark, name, year }
        },
    )
}

fn cells(row: &Row, region: &str, series: &str, columns: &[usize]) -> Vec<String> {
    let (year, other_region, other_series, numbers, remark) = row;
    let cell = |field: &usize| match field {
        0 => year.unwrap_or("2023").to_owned(),
        1 => other_region.unwrap_or(region).to_owned(),
        2 => other_series.unwrap_or(series).to_owned(),
        3..=5 => numbers[field - 3].clone(),
        6 if *remark > 25 => "没有对象".to_owned(),
        7 => numbers[3].clone(),
        9 if *remark > 27 => "年报".to_owned(),
        _ => String::new(),
    };
    columns.iter().map(cell).collect()
}

fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(400),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_fast_reader_and_the_careful_one_agree(sheet in sheets(), by in 0usize..4) {
        let plan = common::load(PLAN);
        let careful = sheet.report(&plan, Cells::Careful);
        for cells in [Cells::Plain, Cells::Quoted, Cells::SomeQuoted(by)] {
            prop_assert_eq!(sheet.report(&plan, cells), &*careful, "{}", sheet.text(cells));
        }
    }
}

/// How many counties a plan has whose rows are read together.
const COUNTIES: usize = 60;

/// The plan with so many more counties.
fn with_counties() -> Plan {
    let county = |at| {
        let [code, name] = county(at);
        format!("[[region]]\ncode = '{code}'\nname = '{name}'\nlevel = 'county'\n\n")
    };
    let (head, rules) = PLAN.split_at(PLAN.find("[[indicator]]").unwrap());
    common::load(&format!("{head}{}{rules}", (0..COUNTIES).map(county).collect::<String>()))
}

fn county(at: usize) -> [String; 2] {
    [format!("{}", 331_000 + at), format!("第{at}县")]
}

/// The cells that the property draws by chance, each in a row of a region of its own: none of
/// them is sent twice, so that what is read of each is in the report.
#[test]
fn every_cell_worth_trying_is_read_alike() {
    let plan = with_counties();
    let mut rows = Vec::new();
    for value in NUMBERS {
        for (n, d) in [("", ""), ("3", "5"), ("60", "100"), (value, "100"), ("1", value)] {
            rows.push(["2023", "rate", value, n, d, "", ""]);
            rows.push(["2023", "homes", value, n, d, "", ""]);
            rows.push(["2023", "law", value, n, d, "", ""]);
            rows.push(["2023", "gdp", value, n, d, "说明", ""]);
        }
        for series in ["rate", "homes", "gdp", "law"] {
            rows.push(["2023", series, "", "", "", "", value]);
            rows.push(["2021", series, "5", "", "", "", value]);
        }
    }
    rows.extend(YEARS.map(|year| [year, "rate", "60%", "", "", "", ""]));
    rows.extend(SERIES.map(|series| ["2023", series, "60%", "", "", "", ""]));
    let owned = |row: [&str; 8]| row.map(str::to_owned).to_vec();
    for (number, rows) in rows.chunks(COUNTIES).enumerate() {
        let of = |(at, row): (usize, &[&str; 7])| {
            let [year, series, value, n, d, remark, total] = *row;
            // By their codes and by their names.
            let region = &county(at)[number % 2];
            // A row before, so that its names have come before.
            let before = owned(["2022", region, series, "61%", "", "", "", ""]);
            (before, owned([year, region, series, value, n, d, remark, total]))
        };
        let (before, mut alone): (Vec<_>, Vec<_>) = rows.iter().enumerate().map(of).unzip();
        // The end of a file is read carefully.
        alone.push(owned(["2024", "330903", "rate", "61.25%", "", "", "", ""]));
        for rows in [[before, alone.clone()].concat(), alone] {
            agree(&plan, rows);
        }
    }
    for region in REGIONS {
        let rows = ["2022", "2023"].map(|year| owned([year, region, "rate", "6%", "", "", "", ""]));
        agree(&plan, rows.to_vec());
    }
}

/// Rows are read alike however they are written.
fn agree(plan: &Plan, rows: Vec<Vec<String>>) {
    let sheet = Sheet {
        header: FIELDS.map(|names| names[0].to_owned()).to_vec(),
        rows,
        line_end: "\n",
        last_line_ends: true,
        mark: false,
        name: "a.csv",
        year: None,
    };
    let careful = sheet.report(plan, Cells::Careful);
    for cells in [Cells::Plain, Cells::Quoted] {
        assert_eq!(sheet.report(plan, cells), careful, "{cells:?} {:?}", sheet.rows);
    }
}

/// A name that has to stand in quotes is the same name there alone, and takes as many lines
/// as it takes.
#[test]
fn a_name_that_breaks_or_parts_in_quotes_is_no_other_cell_outside_of_them() {
    let plan = PLAN.replace("aliases = ['甲']", "aliases = ['甲', '乙，丙']");
    assert_ne!(plan, PLAN);
    let plan = common::load(&plan);
    let header = common::HEADER;
    let faults = |text: String| -> Vec<(&str, Option<u64>)> {
        let report = Run::default().file("a.csv", text).judge(&plan);
        let errors =
            report.diagnostics.iter().filter(|found| found.code().starts_with("submission/"));
        let place = |found: &dabiao::diagnostic::Diagnostic| found.place.as_ref()?.line_number();
        errors.map(|found| (found.code(), place(found))).collect()
    };
    for (name, lines) in [("甲\n区", 2), ("甲\r\n区", 2), ("\n甲\n区", 3)] {
        let row = format!("2023,\"{name}\",rate,61%,,,\n");
        let last = "2023,无此地,rate,61%,,,\n";
        for quoted in [2, 3] {
            let text = format!("{header}\n{}{last}", row.repeat(quoted));
            let found = faults(text);
            let unknown = found.iter().find(|(code, _)| *code == "submission/unknown-region");
            let line = 2 + lines * quoted as u64;
            assert_eq!(unknown, Some(&("submission/unknown-region", Some(line))), "{name:?}");
        }
    }
    let quoted = "2023,\"乙,丙\",rate,61%,,,\n2023,\"乙,丙\",homes,61,,,\n";
    for torn in ["2023,乙,丙,rate,61%,,,\n", "2023,乙,丙,homes,5,,,\n", "2023,乙,rate,61%,,,\n"]
    {
        // Two blocks: what was learnt in the one holds in the other.
        let rest = "2023,330903,rate,61%,,,\n".repeat(40_000);
        let found = faults(format!("{header}\n{quoted}{torn}{rest}{torn}"));
        let told = [Some(4), Some(40_005)];
        for line in told {
            let codes = found.iter().filter(|(_, at)| *at == line).map(|(code, _)| *code);
            let codes: Vec<&str> = codes.collect();
            let known = ["submission/cell-count", "submission/unknown-region"];
            assert!(codes.iter().any(|code| known.contains(code)), "{torn} {line:?} {found:?}");
        }
    }
}

/// A file of several blocks, read by several threads: the quotes move the places
/// where the blocks end.
#[test]
fn a_file_of_many_blocks_is_read_alike_by_any_number_of_threads() {
    const COUNTIES: usize = 4000;
    let roster: String =
        (0..COUNTIES).map(|at| format!("{},第{at}县,county,10\n", 100_000 + at)).collect();
    let roster = format!("code,name,level,within\n10,全市,city,\n{roster}");
    let head = PLAN.split_once("[[region]]").unwrap().0;
    let rules = &PLAN[PLAN.find("[[indicator]]").unwrap()..];
    let head = head.replace("[[reference]]", "roster = 'roster.csv'\n[[reference]]");
    let plan = common::load_with_roster(&format!("{head}{rules}"), &roster);

    let mut rows = Vec::new();
    for (series, value) in [("rate", "55.2%"), ("homes", "12"), ("gdp", "7%"), ("income", "6.9%")] {
        for at in 0..COUNTIES {
            let mut row = ["2023", "", series, value, "", "", "", ""].map(str::to_owned).to_vec();
            row[1] = (100_000 + at).to_string();
            if series == "rate" && at % 7 == 0 {
                (row[3], row[4], row[5]) = (String::new(), (at % 60).to_string(), "60".to_owned());
            }
            if at == 1200 {
                row[3] = "约五成".to_owned();
            }
            rows.push(row);
        }
    }
    let sheet = Sheet {
        header: FIELDS.map(|names| names[0].to_owned()).to_vec(),
        rows,
        line_end: "\n",
        last_line_ends: true,
        mark: false,
        name: "a.csv",
        year: None,
    };
    assert!(sheet.text(Cells::Plain).len() > 300_000, "more than one block");
    let report = |cells, threads| {
        let run = Run::default().file(sheet.name, sheet.text(cells)).threads(threads);
        let report = run.judge(&plan);
        let rows: Vec<_> = report
            .rows()
            .map(|row| {
                let region = row.region().code.clone();
                let line = row.location().map(|(_, line)| line);
                (row.indicator().id.clone(), region, row.outcome(), row.counts(), line)
            })
            .collect();
        let found: Vec<_> = report
            .diagnostics
            .iter()
            .map(|found| {
                let line = found.place.as_ref().and_then(|place| place.line_number());
                (found.code(), line)
            })
            .collect();
        (rows, found, report.tally, report.exit)
    };
    let once = report(Cells::Plain, 1);
    // The city is missing where its counties have no roll-up.
    assert_eq!(once.0.len(), 3 * (COUNTIES + 1));
    for cells in [Cells::Plain, Cells::Careful, Cells::Quoted, Cells::SomeQuoted(1)] {
        for threads in [1, 3] {
            assert!(report(cells, threads) == once, "{cells:?}, threads: {threads}");
        }
    }
}

#[test]
fn a_file_unreadable_far_down_is_taken_back_whole_and_spoils_no_other() {
    let plan = common::load(PLAN);
    let good = "2023,甲区,率,,60,100,";
    // The first rows of the second file are good, and one is the first file's own;
    // the byte that is no UTF-8 lies several blocks below.
    let mut bytes = common::sheet(&[good, "2023,乙区,率,,61,100,"]).into_bytes();
    bytes.extend(",,,,,,\n".repeat(120_000).bytes());
    let row = "2023,新城,率,,60,100,".as_bytes();
    bytes.extend([row, &[0xB1, 0xB8, b'\n']].concat());
    for threads in [1, 2, 4] {
        let run = Run::of(&[good]).bytes("b.csv", bytes.clone()).threads(threads);
        let report = run.judge(&plan);
        assert_eq!(common::row(&report, "rate", "甲区").unwrap().outcome().word(), "met");
        assert_eq!(common::row(&report, "rate", "乙区").unwrap().outcome().word(), "missing");
        assert!(common::row(&report, "rate", "新城").is_none());
        let codes = common::codes(&report);
        assert!(codes.contains(&"submission/undecodable"), "{codes:?}");
        assert!(!codes.contains(&"submission/duplicate"), "{codes:?}");
        assert_eq!(report.exit.code(), 3);
    }
}
