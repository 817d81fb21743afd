//! A county's own file says once that the others sent nothing.

use dabiao::render::{Format, Lang};

use crate::common::{self, Run};
use crate::{plan, text, text_in};

/// Pages that list what could not be judged.
const LISTS: [Format; 5] =
    [Format::Full, Format::Markdown, Format::Html, Format::Github, Format::Xlsx];

const OWN: [&str; 2] = ["2023,甲县,参保率,,91,100,", "2023,甲县,就业率,,80,100,"];

/// How many lines of what could not be judged name a region.
fn lines(page: &str, region: &str) -> usize {
    page.lines().filter(|line| line.contains("缺报") && line.contains(region)).count()
}

#[test]
fn who_sent_nothing_is_told_in_one_line_and_stays_in_json_and_csv() {
    let report = Run::default().file("a.csv", common::sheet(&OWN)).judge(&plan());
    let missing = |rows: &[String]| rows.iter().filter(|row| row.contains("乙县")).count();
    let csv: Vec<String> = text(&report, Format::Csv).lines().map(str::to_owned).collect();
    assert_eq!(missing(&csv), 5);
    let document = common::json(&report);
    let results = document["results"].as_array().unwrap().iter();
    assert_eq!(results.filter(|result| result["region"]["name"] == "乙县").count(), 5);
    for format in LISTS {
        let page = text(&report, format);
        assert!(page.contains("2023 年没有读到任何数值：") && page.contains("乙县"), "{page}");
        let page = text_in(&report, format, Lang::En);
        assert!(page.contains("nothing was read for 2023: "), "{page}");
    }
    // In the list itself there is that line alone; what 甲县 lacks is listed.
    let table = text(&report, Format::Full);
    let list = table.split("\n未能判定 ").nth(1).unwrap();
    assert_eq!(lines(list, "乙县"), 1, "{list}");
    assert_eq!(lines(list, "甲县"), 3, "{list}");
}

#[test]
fn each_year_has_a_line_of_its_own() {
    let rows = ["2022,甲县,参保率,,91,100,", "2023,乙县,参保率,,91,100,"];
    let report = Run::default().file("a.csv", common::sheet(&rows)).judge(&plan());
    let table = text(&report, Format::Full);
    assert!(
        table.contains("2022 年没有读到任何数值：") && table.contains("2023 年没有读到任何数值：")
    );
}

#[test]
fn a_form_without_figures_is_something_and_one_missing_value_is_listed() {
    let blank: Vec<String> = ["参保率", "就业率", "培训人次", "机构覆盖率", "签约率"]
        .iter()
        .map(|name| format!("2023,乙县,{name},—,,,"))
        .collect();
    let rows = [OWN.map(str::to_owned).to_vec(), blank].concat();
    let all = Run::default().file("a.csv", common::sheet(&rows));
    let table = text(&all.judge(&plan()), Format::Full);
    assert_eq!(lines(table.split("\n未能判定 ").nth(1).unwrap(), "乙县"), 5, "{table}");
    let one = Run::default().file("a.csv", common::sheet(&OWN)).indicator("就业率").region("乙县");
    let table = text(&one.judge(&plan()), Format::Full);
    let list = table.split("\n未能判定 ").nth(1).unwrap();
    assert!(!list.contains("没有读到任何数值") && list.contains("就业率"), "{list}");
}

#[test]
fn who_sent_another_indicator_is_not_said_to_have_sent_nothing() {
    let rows = ["2023,甲县,参保率,,91,100,", "2023,乙县,签约率,,91,100,"];
    let run = Run::default().file("a.csv", common::sheet(&rows)).indicator("参保率");
    let report = run.indicator("就业率").region("乙县").judge(&plan());
    assert!(!text(&report, Format::Full).contains("没有读到"));
}
