//! The canonical layout says what was sent, and nothing else.
#![allow(clippy::unwrap_used)] // a test that can't go on should stop

mod common;

use std::io::Cursor;
use std::num::NonZeroUsize;

use common::{Run, TOTALS, under};
use dabiao::diagnostic::{Diagnostic, Severity};
use dabiao::plan::Plan;
use dabiao::report::Report;
use dabiao::submission::{Input, Options, Submission};
use dabiao::{judge, render};
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
level = 'city'

[[region]]
code = '330902'
name = '甲区'
level = 'county'

[[region]]
code = '330903'
name = '乙,\"区\"'
aliases = ['乙区']
level = 'county'

[[indicator]]
id = 'rate'
number = 1
name = '就业率'
attribute = '约束性'
unit = '%'
baseline = 49.86
operator = '≥'
threshold = 60

[[indicator]]
id = 'homes'
number = 2
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
number = 4
name = '办法'
attribute = '任务'
form = 'milestone'

[[indicator]]
id = 'system'
number = 5
name = '机制'
attribute = '任务'
form = 'words'
text = '健全机制'
";

/// A file in the canonical layout, how many rows it has, and what is wrong with the rest.
fn tidy(plan: &Plan, name: &str, bytes: &[u8]) -> (Vec<u8>, u64, Vec<Diagnostic>) {
    let vocabulary = judge::vocabulary(plan);
    let threads = NonZeroUsize::MIN;
    let options = Options { threads, ..Options::default() };
    let input = Input { name: name.to_owned(), bytes: Cursor::new(bytes.to_vec()) };
    let submission = Submission::read(vec![input], &vocabulary, &options).unwrap();
    let totals = judge::has_totals(&submission, &vocabulary);
    let (mut out, mut written) = (Vec::new(), 0);
    let rows = judge::tidy(plan, &submission, &vocabulary).inspect(|_| written += 1);
    render::tidy(rows, totals, &mut out).unwrap();
    let mut faults = submission.diagnostics;
    faults.retain(|found| found.severity() == Severity::Error);
    (out, written, faults)
}

/// Every verdict, where it was sent aside.
fn verdicts(report: &Report) -> Vec<String> {
    let text = |row: dabiao::report::Row<'_>| {
        let (year, region, id) = (row.year(), &*row.region().name, &row.indicator().id);
        let (outcome, value, counts) = (row.outcome(), row.value(), row.counts());
        format!("{year} {region} {id} {outcome:?} {value:?} {counts:?} {:?}", row.total())
    };
    report.rows().map(text).collect()
}

/// Tidy of tidy is the same, and is judged the same, whatever was sent. Rows that can't be
/// used are in neither.
fn holds(plan: &Plan, name: &str, bytes: &[u8]) {
    let (once, written, faults) = tidy(plan, name, bytes);
    let (twice, again, none) = tidy(plan, "tidy.csv", &once);
    assert_eq!(String::from_utf8(twice).unwrap(), String::from_utf8(once.clone()).unwrap());
    assert_eq!(again, written);
    if written > 0 {
        assert_eq!(none, []);
    }
    if faults.is_empty() {
        let judged = |name: &str, bytes: &[u8]| {
            verdicts(&Run::default().bytes(name, bytes.to_vec()).require_tasks().judge(plan))
        };
        assert_eq!(judged("tidy.csv", &once), judged(name, bytes));
    }
}

#[test]
fn every_file_of_the_repository_is_judged_the_same_when_it_is_tidy() {
    let plan = Plan::built_in().unwrap();
    let mut files = 0;
    for folder in ["data", "tests/cli/input", "tests/cli/input/counties"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                files += 1;
                holds(&plan, &path.to_string_lossy(), &std::fs::read(&path).unwrap());
            }
        }
    }
    assert!(files > 40, "{files}");
}

#[test]
fn nothing_that_was_sent_is_lost_or_added() {
    let plan = common::load(PLAN);
    let rows = [
        "2023,330902,1,0.5%,1,200,,=1+1",
        "2023,乙区,rate,0.5,100,200,,\"-@,\"\"两\n行\"",
        "2023,甲区,2,\"1,234.50\",,,2000,",
        "2023,甲区,3,-0.30%,,,,　",
        "2023,乙区,3,不适用,,,,没有",
        "2023,乙区,2,,,,,",
        "2023,甲区,4,√,,,,",
        "2023,乙区,4,2024年2月,,,,",
        "2023,甲区,机制, =已建立 ,,,,",
        "2021,甲区,GDP年均增长率,５．０％,,,,",
    ];
    let (out, written, faults) = tidy(&plan, "a.csv", under(TOTALS, &rows).as_bytes());
    assert_eq!((written, faults), (10, vec![]));
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "年份,地区,指标,数值,分子,分母,累计,备注\n\
         2021,甲区,GDP年均增长率,5.0%,,,,\n\
         2023,甲区,就业率,0.5%,1,200,,=1+1\n\
         2023,甲区,改造户数,1234.50,,,2000,\n\
         2023,甲区,收入增长,-0.30%,,,,\n\
         2023,甲区,办法,是,,,,\n\
         2023,甲区,机制,=已建立,,,,\n\
         2023,\"乙,\"\"区\"\"\",就业率,50%,100,200,,\"-@,\"\"两\n行\"\n\
         2023,\"乙,\"\"区\"\"\",改造户数,,,,,\n\
         2023,\"乙,\"\"区\"\"\",收入增长,不适用,,,,没有\n\
         2023,\"乙,\"\"区\"\"\",办法,2024-02-29,,,,\n"
    );
}

#[test]
fn zeros_that_were_not_sent_are_not_written() {
    let plan = common::load(PLAN);
    let rows = [
        "2023,甲区,2,0.22万户,,,,",
        "2022,甲区,2,0.0200万,,,1.2亿,",
        "2023,甲区,1,,0.22万,0.3万,,",
        "2021,甲区,2,2200,,,,",
    ];
    let (out, ..) = tidy(&plan, "a.csv", under(TOTALS, &rows).as_bytes());
    let out = String::from_utf8(out).unwrap();
    for row in [
        "2023,甲区,改造户数,0.22万,,,,",
        "2022,甲区,改造户数,200,,,1.2亿,",
        "2023,甲区,就业率,,0.22万,0.3万,,",
        "2021,甲区,改造户数,2200,,,,",
    ] {
        assert!(out.contains(row), "{row}\n{out}");
    }
    holds(&plan, "a.csv", under(TOTALS, &rows).as_bytes());
}

#[test]
fn a_remark_that_begins_as_a_number_is_no_piece_of_one() {
    let plan = common::load(PLAN);
    for (row, written) in [
        (["", "1", "100", "3512"], ",1,100,\"3512\"\n"),
        (["57%", "", "", "2%左右"], "57%,,,\"2%左右\"\n"),
        (["", "12", "345", "．5说明"], ",12,345,\"．5说明\"\n"),
        (["57%", "", "", "示例数据"], "57%,,,示例数据\n"),
    ] {
        for delimiter in ["\t", ";"] {
            let head = "年份,地区,指标,数值,分子,分母,备注".replace(',', delimiter);
            let row = [&["2023", "甲区", "1"][..], &row].concat().join(delimiter);
            let sent = format!("{head}\n{row}\n");
            let (out, rows, _) = tidy(&plan, "a.csv", sent.as_bytes());
            let out = String::from_utf8(out).unwrap();
            assert!(rows == 1 && out.ends_with(written), "{sent}\n{out}");
            holds(&plan, "a.csv", sent.as_bytes());
        }
    }
}

#[test]
fn what_is_taken_for_the_remark_is_heard_as_one_whatever_else_its_heading_says() {
    let plan = common::load(PLAN);
    for heading in ["备注", "d备注", "A备注", "x说明"] {
        for remark in ["2022", "2166", "2022年", "示例数据"] {
            let row = format!("2023,甲区,1,57%,,{remark}\n");
            let sent = format!("年份,地区,指标,数值,分子,{heading}\n{row}");
            holds(&plan, "a2023.csv", sent.as_bytes());
            let (_, rows, _) = tidy(&plan, "a2023.csv", sent.as_bytes());
            assert_eq!(rows == 1, remark == "示例数据", "{heading} {remark}");
        }
    }
}

#[test]
fn a_region_that_shares_its_name_goes_by_its_code() {
    let head = PLAN.split("[[reference]]").next().unwrap();
    let rules = PLAN.split("[[region]]").last().unwrap().split("[[indicator]]").nth(1).unwrap();
    let plan = common::load_with_roster(
        &format!("{head}roster = 'regions.csv'\n[[indicator]]{rules}"),
        "code,name,level,within\n110105,朝阳区,county,\n220104,朝阳区,county,\n330902,甲区,county,\n",
    );
    let rows = ["2023,220104,1,55%,,,", "2023,110105,1,56%,,,", "2023,甲区,1,57%,,,"];
    let (out, _, _) = tidy(&plan, "a.csv", common::sheet(&rows).as_bytes());
    let text = String::from_utf8(out).unwrap();
    let first: Vec<_> = text.lines().skip(1).map(|line| &line[5..11]).collect();
    assert_eq!(first, ["110105", "220104", "甲区"]);
}

/// One row: year, region and indicator, the numbers, a remark.
fn row() -> impl Strategy<Value = String> {
    let number = || {
        prop_oneof![
            3 => Just(String::new()),
            2 => "[0-9]{1,3}",
            2 => "[0-9]{1,2}\\.[0-9]{1,4}%?",
            2 => prop::sample::select(&[
                "—", "NA", "不适用", "0", "0.5", "0.50%", "-3.10%", "1", "100%", "\"1,234\"", "是",
                "否", "2023年6月", "2023-06-30", "６０％", "+7", "007.50", "0.552",
            ][..]).prop_map(str::to_owned),
            1 => "[0-9]{1,9}\\.[0-9]{1,9}",
        ]
    };
    let remark = prop::sample::select(
        &["", "示例数据", "=A1", "\"a,b\"", "\"两\r\n行\"", "　", " 前后 ", "\"\"\"\"", "-"][..],
    );
    let year = prop::sample::select(&["2021", "2023", "2023年", "２０２２"][..]);
    let region = prop::sample::select(&["330902", "乙区", "3309", "甲区", "丙"][..]);
    let series = prop::sample::select(&["1", "homes", "3", "办法", "机制", "gdp"][..]);
    ((year, region, series), (number(), number(), number(), number()), remark).prop_map(
        |((year, region, series), (value, n, d, total), remark)| {
            format!("{year},{region},{series},{value},{n},{d},{total},{remark}")
        },
    )
}

proptest! {
    #[test]
    fn tidy_of_tidy_changes_nothing(rows in prop::collection::vec(row(), 0..12)) {
        holds(&common::load(PLAN), "a.csv", under(TOTALS, &rows).as_bytes());
    }

    /// Rows by themselves are usable more often than many of them together.
    #[test]
    fn a_row_by_itself_says_the_same_when_it_is_tidy(row in row()) {
        holds(&common::load(PLAN), "a.csv", under(TOTALS, &[row]).as_bytes());
    }
}
