//! What was sent is the same however its table is laid out, and a layout that can't be
//! told for sure is an error.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use common::{Run, codes, json};
use serde_json::Value;

const REGIONS: [&str; 4] = ["定海区", "普陀区", "岱山县", "嵊泗县"];
const LONG: &str = include_str!("../data/2023.csv");

/// One row of the sample data: region, indicator, value, numerator, denominator.
type Row = [&'static str; 5];

/// The rows of the sample data, without the city's own.
fn rows() -> Vec<Row> {
    let cells = |line: &'static str| {
        let cells: Vec<&str> = line.split(',').collect();
        [cells[1], cells[2], cells[3], cells[4], cells[5]]
    };
    LONG.lines().skip(1).map(cells).filter(|row| REGIONS.contains(&row[0])).collect()
}

fn indicators() -> Vec<&'static str> {
    let mut indicators: Vec<&str> = rows().iter().map(|row| row[1]).collect();
    indicators.dedup();
    indicators.truncate(indicators.len() / REGIONS.len());
    indicators
}

fn find(region: &str, indicator: &str) -> Row {
    rows().into_iter().find(|row| row[0] == region && row[1] == indicator).unwrap()
}

fn long() -> String {
    let mut text = "年份,地区,指标,数值,分子,分母,备注\n".to_owned();
    for [region, indicator, value, numerator, denominator] in rows() {
        text += &format!("2023,{region},{indicator},{value},{numerator},{denominator},\n");
    }
    text
}

/// The verdicts and findings without where they stand.
fn verdicts(files: &[(&str, &str)]) -> (Value, Value) {
    let mut run = Run::default();
    for (name, text) in files {
        run = run.bytes(name, text.as_bytes().to_vec());
    }
    let mut document = json(&run.judge(&common::BUILT_IN));
    let inputs = document["run"]["inputs"].take();
    for part in ["results", "diagnostics"] {
        for one in document[part].as_array_mut().unwrap() {
            one["location"].take();
            one["related"].take();
        }
    }
    (document, inputs)
}

fn same(name: &str, text: &str, layout: &str) {
    let (expected, _) = verdicts(&[("2023.csv", &long())]);
    for (delimiter, line_end) in [(",", "\n"), ("\t", "\r\n"), (";", "\r")] {
        let text = text.replace('|', delimiter).replace('\n', line_end);
        let (found, inputs) = verdicts(&[(name, &text)]);
        assert_eq!(inputs[0]["layout"], layout, "{delimiter:?} {inputs:#}");
        assert_eq!(found, expected, "{layout} {delimiter:?}");
    }
}

#[test]
fn one_value_a_row_is_read_whatever_parts_its_cells() {
    same("a.csv", &long().replace(',', "|"), "long");
}

#[test]
fn a_long_table_may_have_titles_above_units_in_its_header_and_a_footer() {
    let header = "年份|地区|指标|数值（%）|分子（人）|分母（人）|备注";
    let body = long().replace(',', "|").lines().skip(1).collect::<Vec<_>>().join("\n");
    let text = format!(
        "舟山市2023年度残疾人事业主要指标（示例数据）||||||\n|||单位：%、人|||\n\n{header}\n{body}\n\
         填表人：张三|||审核人：李四|||\n注：本表为示例数据||||||\n"
    );
    same("a.csv", &text, "long");
}

#[test]
fn regions_down_and_indicators_across() {
    let names = indicators();
    let mut text = format!("2023年|{}\n县（区）", "|".repeat(names.len() * 3 - 1));
    for name in &names {
        text += &format!("|{name}||");
    }
    text += &format!("\n{}\n", "|数值|分子|分母".repeat(names.len()));
    for region in REGIONS {
        text += region;
        for name in &names {
            let [_, _, value, numerator, denominator] = find(region, name);
            text += &format!("|{value}|{numerator}|{denominator}");
        }
        text += "\n";
    }
    same("a.csv", &text, "indicators-across");
}

#[test]
fn indicators_down_and_regions_across_as_the_plan_has_it() {
    let mut text = "序号|指标|属性".to_owned();
    for region in REGIONS {
        text += &format!("|{region}||");
    }
    text += &format!("\n||{}\n一、收入和社会保障\n", "|分子|分母|数值".repeat(REGIONS.len()));
    for (number, name) in indicators().iter().enumerate() {
        text += &format!("{number}|{name}|预期性");
        for region in REGIONS {
            let [_, _, value, numerator, denominator] = find(region, name);
            text += &format!("|{numerator}|{denominator}|{value}");
        }
        text += "\n";
    }
    let plain = text.replace("一、收入和社会保障\n", "");
    same("舟山市2023年.csv", &plain, "regions-across");
    // A heading between the rows is said.
    let run = Run::default().bytes("2023.csv", text.replace('|', ",").into_bytes());
    let report = run.judge(&common::BUILT_IN);
    assert!(codes(&report).contains(&"submission/rows-without-figures"));
}

#[test]
fn one_region_a_file_says_whose_it_is_in_its_title_or_its_name() {
    let (expected, _) = verdicts(&[("2023.csv", &long())]);
    let table = |region: &str| {
        let mut text = "指标名称,计量单位,分子,分母,数值,备注\n".to_owned();
        for name in indicators() {
            let [_, _, value, numerator, denominator] = find(region, name);
            text += &format!("{name},%,{numerator},{denominator},{value},\n");
        }
        text
    };
    let titled: Vec<(String, String)> = REGIONS
        .iter()
        .map(|region| {
            let title = format!("填报单位：{region}残疾人联合会（盖章）,,,,2023年度\n");
            ("报送.csv".to_owned(), title + &table(region))
        })
        .collect();
    let named: Vec<(String, String)> =
        REGIONS.iter().map(|region| (format!("{region}2023.csv"), table(region))).collect();
    for files in [titled, named] {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let (found, inputs) = verdicts(&files);
        assert_eq!(inputs[3]["layout"], "one-region");
        assert_eq!(found, expected);
    }
}

/// The codes of what is wrong with one text, and the exit code.
fn faults(name: &str, text: &str) -> (Vec<&'static str>, u8) {
    let run = Run::default().bytes(name, text.as_bytes().to_vec());
    let report = run.judge(&common::BUILT_IN);
    let found = codes(&report);
    (found.into_iter().filter(|code| code.starts_with("submission")).collect(), report.exit.code())
}

#[test]
fn what_can_t_be_told_for_sure_is_an_error() {
    for (name, text, code) in [
        // Whose figures?
        ("2023.csv", "指标,分子,分母\n就业率,1,2\n", "submission/no-region"),
        // Indicators across, and a column of indicators.
        ("2023.csv", "地区,指标,就业率\n定海区,就业率,55%\n", "submission/ambiguous-layout"),
        ("2023.csv", "甲,乙\n1,2\n", "submission/no-layout"),
        ("2023.csv", "定海区,就业率,55%\n", "submission/no-layout"),
        ("a.csv", "地区,就业率\n定海区,55%\n", "submission/no-year"),
        ("2022.csv", "2023年度\n地区,就业率\n定海区,55%\n", "submission/year-conflict"),
        ("2023.csv", "地区,就业率（万人）\n定海区,55\n", "submission/other-unit"),
        ("2023.csv", "单位：万人\n地区,就业率\n定海区,55%\n", "submission/scaled-unit"),
        ("定海区2023.csv", "地区,就业率\n普陀区,55%\n", "submission/region-conflict"),
        ("2023.csv", "地区,就业率\n定海区,#DIV/0!\n", "submission/formula-error"),
        ("2023.csv", "地区,就业率,就业率\n定海区,55%,55%\n", "submission/duplicate"),
        ("2023.csv", "地区,就业率\n上海,55%\n", "submission/unknown-region"),
        ("2023.csv", "地区,指标,数值,单位\n定海区,就业率,55%,人\n", "submission/other-unit"),
    ] {
        let (found, exit) = faults(name, text);
        assert!(found.contains(&code), "{text:?}: {found:?}");
        assert_eq!(exit, 3, "{text:?}");
    }
}

#[test]
fn columns_under_a_heading_that_is_not_known_are_said_and_not_read() {
    // The columns of 合计 belong to nobody, above all not to the region before them.
    let text = "指标,定海区,,合计,\n,分子,分母,分子,分母\n就业率,3512,6140,9,10\n";
    assert_eq!(
        faults("2023.csv", text).0,
        ["submission/unknown-column", "submission/unknown-column"]
    );
    let text = "指标,定海区,\n,抽样值,完成值\n就业率,60%,57%\n";
    assert_eq!(faults("2023.csv", text).0, ["submission/heading-unclear"]);
}

#[test]
fn a_column_without_a_heading_is_said() {
    let text = "指标,定海区\n就业率,57%,58%\n残疾人之家覆盖率,100%,\n";
    assert_eq!(faults("2023.csv", text).0, ["submission/unknown-column"]);
}

#[test]
fn a_row_that_only_begins_like_a_footer_is_told() {
    let text = "指标,定海区\n审核通过率,57%\n就业率,57%\n填表人：张三,电话：0580\n";
    assert_eq!(faults("2023.csv", text).0, ["submission/unknown-indicator"]);
}

#[test]
fn a_row_whose_name_is_not_known_is_told_once() {
    let text = "指标,定海区,普陀区\n残疾人就业率（%）,57%,56%\n就业律,57%,56%\n";
    assert_eq!(faults("2023.csv", text).0, ["submission/unknown-indicator"]);
}

#[test]
fn headings_that_stand_twice_are_told_and_what_follows_is_of_the_same_table() {
    let again = long() + &long();
    let (found, _) = faults("2023.csv", &again);
    assert!(found.contains(&"submission/repeated-header"));
    assert!(found.contains(&"submission/duplicate"));
    let wide = "地区,就业率\n定海区,55%\n地区,就业率\n普陀区,56%\n";
    assert_eq!(faults("2023.csv", wide).0, ["submission/repeated-header"]);
}
