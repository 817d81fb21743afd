//! Grades and points: what they come to, and that nothing else depends on them.

use dabiao::render::{Format, Lang};
use serde_json::{Value, json};

use crate::common::{self, Run};
use crate::{plan, text};

/// Three counties; two indicators of weight 3 and 1, where lower is better in the second, and
/// one that counts for nothing.
const PLAN: &str = r#"
[plan]
id = "graded"
title = "示例规划（示例数据）"
baseline-year = 2020
first-year = 2021
target-year = 2025
pace = "none"
[points]
cap = 120
[[grade]]
name = "快于预期"
from = 110
[[grade]]
name = "符合预期"
of = "target"
from = 98
[[grade]]
name = "偏慢"
[[region]]
code = "1"
name = "示例市"
level = "city"
[[region]]
code = "11"
name = "甲县"
level = "county"
[[region]]
code = "12"
name = "乙县"
level = "county"
[[region]]
code = "13"
name = "丙县"
level = "county"
[[indicator]]
id = "beds"
name = "床位数"
attribute = "约束性"
unit = "张"
scope = "each-county"
operator = "≥"
threshold = 100
weight = 3
[[indicator]]
id = "rate"
name = "失业率"
attribute = "预期性"
unit = "%"
scope = "each-county"
operator = "≤"
threshold = 5
weight = 1
[[indicator]]
id = "other"
name = "其他数"
attribute = "任务"
unit = "个"
scope = "each-county"
operator = "≥"
threshold = 10
"#;

/// 床位数 and 失业率 of the three counties; 其他数 is far below what is demanded.
fn run(figures: [(&str, &str); 3]) -> Run {
    let mut rows = Vec::new();
    for (county, (beds, rate)) in ["甲县", "乙县", "丙县"].into_iter().zip(figures) {
        rows.push(format!("2025,{county},床位数,{beds},,,示例数据"));
        rows.push(format!("2025,{county},失业率,{rate},,,示例数据"));
        rows.push(format!("2025,{county},其他数,1,,,示例数据"));
    }
    Run::of(&rows)
}

fn points(report: &Value) -> Vec<(String, Value, Value, u64)> {
    let all = report["summary"]["points"].as_array().unwrap();
    let of = |of: &Value| {
        let name = of["region"]["name"].as_str().unwrap().to_owned();
        (name, of["points"].clone(), of["rank"].clone(), of["open"].as_u64().unwrap())
    };
    all.iter().map(of).collect()
}

#[test]
fn points_are_the_mean_of_completions_by_weight() {
    let plan = common::load(PLAN);
    for (figures, expected) in [
        // (90 × 3 + 125 capped at 120) / 4; (100 × 3 + 50) / 4; (120 × 3 + 100) / 4.
        (
            [("90", "4%"), ("100", "10%"), ("150", "5%")],
            [("97.50", 2, 0), ("87.50", 3, 0), ("115.00", 1, 0)],
        ),
        // As many points, one place; the next place is left out.
        (
            [("100", "5%"), ("100", "5%"), ("99", "5%")],
            [("100.00", 1, 0), ("100.00", 1, 0), ("99.25", 3, 0)],
        ),
        // What can't be judged gives none, and what is not applicable does not count.
        (
            [("…", "5%"), ("90", "不适用"), ("50", "5%")],
            [("", 0, 1), ("90.00", 1, 0), ("62.50", 2, 0)],
        ),
        // No rate at all has no share: all or nothing.
        (
            [("100", "0%"), ("0", "0%"), ("1", "0%")],
            [("100.00", 1, 0), ("25.00", 3, 0), ("25.75", 2, 0)],
        ),
    ] {
        let report = run(figures).judge(&plan);
        let expected = ["甲县", "乙县", "丙县"].into_iter().zip(expected);
        let expected = expected.map(|(name, (points, rank, open))| {
            let is_ranked = rank > 0;
            let points = if is_ranked { json!(points) } else { Value::Null };
            (name.to_owned(), points, if is_ranked { json!(rank) } else { Value::Null }, open)
        });
        assert_eq!(points(&common::json(&report)), expected.collect::<Vec<_>>(), "{figures:?}");
    }
}

#[test]
fn points_are_those_of_the_whole_plan_whatever_was_asked_for() {
    let plan = common::load(PLAN);
    let figures = [("90", "4%"), ("100", "10%"), ("150", "5%")];
    let whole = points(&common::json(&run(figures).judge(&plan)));
    let of_one = points(&common::json(&run(figures).indicator("beds").judge(&plan)));
    assert_eq!(of_one, whole);
    let of_region = points(&common::json(&run(figures).region("甲县").judge(&plan)));
    assert_eq!(of_region, whole[..1]);
}

#[test]
fn a_grade_is_the_first_that_holds_and_only_of_what_was_judged() {
    let plan = common::load(PLAN);
    let report = run([("110", "5%"), ("109", "4.5%"), ("97", "…")]).judge(&plan);
    let grades = common::csv(&report)
        .into_iter()
        .map(|line| (line["region"].clone(), line["indicator"].clone(), line["grade"].clone()));
    let expected = [
        ("甲县", "beds", "快于预期"),
        ("乙县", "beds", "符合预期"),
        ("丙县", "beds", "偏慢"),
        ("甲县", "rate", "符合预期"),
        ("乙县", "rate", "快于预期"),
        ("丙县", "rate", ""),
        ("甲县", "other", "偏慢"),
        ("乙县", "other", "偏慢"),
        ("丙县", "other", "偏慢"),
    ];
    let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(grades.collect::<Vec<_>>(), expected);
    let json = common::json(&report);
    let of_json = json["results"].as_array().unwrap().iter();
    let of_json: Vec<_> = of_json.map(|of| of["grade"].as_str().unwrap_or_default()).collect();
    assert_eq!(of_json, expected.map(|(.., grade)| grade));
}

#[test]
fn verdicts_and_the_exit_code_do_not_depend_on_them() {
    let ungraded: String = PLAN.split("[points]").next().unwrap().to_owned()
        + &PLAN[PLAN.find("[[region]]").unwrap()..]
            .replace("weight = 3\n", "")
            .replace("weight = 1\n", "");
    let figures = [("90", "4%"), ("100", "10%"), ("…", "5%")];
    let [with, without] = [PLAN, &ungraded].map(|plan| run(figures).judge(&common::load(plan)));
    assert_eq!((with.exit, with.tally), (without.exit, without.tally));
    assert!(common::json(&without)["summary"].get("points").is_none());
    let outcomes = |report: &dabiao::report::Report| -> Vec<_> {
        report.rows().map(|row| row.outcome()).collect()
    };
    assert_eq!(outcomes(&with), outcomes(&without));
}

#[test]
fn what_people_read_shows_points_and_places_only_where_the_plan_counts_them() {
    let report = run([("90", "4%"), ("100", "10%"), ("150", "5%")]).judge(&common::load(PLAN));
    for format in [Format::Table, Format::Markdown, Format::Html, Format::Xlsx] {
        let page = text(&report, format);
        assert!(["得分", "排名", "97.5", "115"].iter().all(|it| page.contains(it)), "{page}");
    }
    let ungraded = common::table(&crate::nine().judge(&plan()), Lang::Zh);
    assert!(!ungraded.contains("得分"), "{ungraded}");
}
