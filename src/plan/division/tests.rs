use super::super::clause::Ground;
use super::super::{Plan, RuleFile};
use super::{Context, Table, read, targets_schema};
use crate::diagnostic::{Diagnostic, Faults, KeyProblem, Problem};
use crate::exact::shown;
use crate::term::RegionId;

mod faulty;
mod workbook;

const RULES: &str = r#"
[plan]
id = "p"
title = "示例规划"
baseline-year = 2020
first-year = 2021
target-year = 2025
targets = "分解表.csv"

[[region]]
code = "01"
name = "甲市"
level = "city"
[[region]]
code = "0101"
name = "乙县"
level = "county"
[[region]]
code = "0102"
name = "丙县"
level = "county"

[[indicator]]
id = "homes"
number = 1
name = "无障碍改造户数"
attribute = "约束性"
unit = "户"
form = "sum"
operator = "≥"
threshold = 900
[[indicator]]
id = "rate"
name = "就业率"
attribute = "约束性"
unit = "%"
baseline = 50
operator = "≥"
threshold = 60
[[indicator]]
id = "cap"
name = "死亡率"
attribute = "预期性"
unit = "‰"
operator = "≤"
threshold = 5.5
[[indicator]]
id = "range"
name = "服务点个数"
attribute = "预期性"
unit = "个"
operator = "between"
threshold = [2, 3]
[[indicator]]
id = "fall"
name = "能耗"
attribute = "预期性"
unit = "吨标准煤"
form = "change"
change = "percent"
baseline = 50
operator = "≤"
threshold = -13.5
[[indicator]]
id = "money"
name = "补助资金"
attribute = "预期性"
unit = "万元"
form = "each-year"
operator = "≥"
threshold = 90
[[indicator]]
id = "whole"
name = "全市床位数"
attribute = "预期性"
unit = "张"
scope = "city"
operator = "≥"
threshold = 90
[[indicator]]
id = "words"
name = "健全机制"
attribute = "任务"
form = "words"
"#;

fn load(name: &str, table: &[u8]) -> Result<Plan, Faults> {
    load_with(RULES, name, table)
}

fn load_with(rules: &str, name: &str, table: &[u8]) -> Result<Plan, Faults> {
    let rules = rules.replace("分解表.csv", name);
    let files = [RuleFile::new("p.toml", rules.into_bytes())];
    Plan::load(&files, &mut |_, path| {
        assert_eq!(path, name);
        Ok(table.to_vec())
    })
}

/// What regions have of their own: `homes 乙县 500 {2023: 280} from 40`.
fn owned(plan: &Plan) -> Vec<String> {
    let mut owned = Vec::new();
    for indicator in &plan.indicators {
        for (at, region) in plan.regions.iter().enumerate() {
            let rule = indicator.in_force(Some(RegionId(at as u32)), 2025);
            if std::ptr::eq(rule, &**indicator) || rule.target.is_unset() {
                continue;
            }
            let bounds = rule.target.bound().map(|bound| {
                bound.bounds().map(|bound| shown::alone(bound).text).collect::<Vec<_>>().join("~")
            });
            let mut told = format!("{} {} {}", rule.id, &*region.name, bounds.unwrap_or_default());
            for (year, value) in &rule.milestones {
                told.push_str(&format!(" {year}:{value}"));
            }
            if let Some(baseline) = rule.baseline.filter(|_| rule.baseline != indicator.baseline) {
                told.push_str(&format!(" from {baseline}"));
            }
            owned.push(told);
        }
    }
    owned
}

#[test]
fn the_columns_that_the_schema_says_are_the_ones_that_are_read() {
    let schema: serde_json::Value = serde_json::from_str(&targets_schema()).unwrap();
    let row = ["就业率", "乙县", "2025", "65", "40", "%", "含城区"];
    let fields = schema["fields"].as_array().unwrap();
    assert_eq!(fields.len(), row.len());
    for language in ["name", "title"] {
        let owned = |left_out: Option<usize>| {
            let kept = (0..row.len()).filter(|at| Some(*at) != left_out);
            let headings: Vec<&str> =
                kept.clone().map(|at| fields[at][language].as_str().unwrap()).collect();
            let cells: Vec<&str> = kept.map(|at| row[at]).collect();
            let table = format!("{}\n{}\n", headings.join(","), cells.join(","));
            load("分解表.csv", table.as_bytes()).map(|plan| owned(&plan))
        };
        assert_eq!(owned(None).unwrap(), ["rate 乙县 65 from 40"], "{language}");
        for (at, field) in fields.iter().enumerate() {
            let may_lack = owned(Some(at)).is_ok();
            let is_required = field["constraints"]["required"].as_bool().unwrap();
            assert_eq!(may_lack, !is_required, "{language} {field}");
        }
    }
}

/// Codes, places, and what may have been meant.
fn faults(table: &str) -> Vec<String> {
    told(load("分解表.csv", table.as_bytes()))
}

fn told(read: Result<Plan, Faults>) -> Vec<String> {
    let told = |fault: Diagnostic| {
        let place = |place: &crate::source::Place| match &place.line {
            Some(line) => format!("{} {}", line.number, line.column.as_deref().unwrap_or("-")),
            None => "file".to_owned(),
        };
        let mut told = fault.code().rsplit('/').next().unwrap_or_default().to_owned();
        for at in fault.place.iter().chain(&fault.related) {
            told.push_str(&format!(" | {}", place(at)));
        }
        told
    };
    read.err().unwrap_or_default().into_iter().map(told).collect()
}

#[test]
fn a_table_is_read_in_whichever_way_an_office_lays_it_out() {
    let long = ["homes 丙县 400", "rate 乙县 65 2023:55 from 40"];
    let across = ["homes 乙县 500", "homes 丙县 400", "rate 乙县 65"];
    for (table, expected) in [
        (
            "指标,地区,年份,目标值,基期值\n就业率,乙县,2025,65,40\nrate,0101,2023,55%,\n1,丙县,2025年,400户,—\n",
            &long[..],
        ),
        // English, in another order, a year's targets in a column of their own.
        (
            "region;indicator;target 2023;target 2025;baseline 2020\n乙县;rate;55;65;40\n丙县;homes;;400;\n",
            &long,
        ),
        (
            "附件2\n主要指标分解表（2021—2025年）\n\n序号\t地区名称\t指标名称\t单位\t2020年\t2023年目标\t2025年目标\n\
             1\t乙县\t就业率\t%\t40\t55\t≥65%\n2\t丙县\t无障碍改造户数\t户\t\t\t累计400户\n",
            &long,
        ),
        // Each year's baseline is the same.
        (
            "指标,地区,时间,目标值,基期值\nrate,乙县,2023,55,40\nrate,乙县,2025,65,40%\n\nhomes,丙县,2025,400,\n",
            &long,
        ),
        ("指标,单位,乙县,丙县\n无障碍改造户数,户,500,400\n就业率,%,65%,—\n", &across),
        ("指标,合计,乙县,丙县\n无障碍改造户数,900,500,400\n就业率,60,65,\n", &across),
        ("指标,目标值,基期值,乙县,丙县\n无障碍改造户数,900,,500,400\n就业率,60,50%,65,\n", &across),
        (
            "县（市、区）,无障碍改造户数（户）,就业率（%）\n乙县,500,65\n丙县,400,/\n全市,900,60\n",
            &across,
        ),
        // Tables below one another.
        ("指标,乙县,丙县\nhomes,500,400\n指标,丙县,乙县\n就业率,,65\n", &across),
        // The title says the year.
        ("2023年分解表\n指标,地区,目标值\nrate,乙县,55\n2025年分解表\n", &[]),
        (
            "指标,年份,乙县\ncap,2025,≤5\n服务点个数,2025,3-4个\n能耗,2025,-15%\n补助资金,2025,0.02亿元\n",
            &["cap 乙县 5", "range 乙县 3~4", "fall 乙县 -15", "money 乙县 200"],
        ),
    ] {
        match load("分解表.csv", table.as_bytes()) {
            Ok(plan) => assert_eq!(owned(&plan), expected, "{table}"),
            Err(_) if expected.is_empty() => {}
            Err(faults) => panic!("{table}\n{faults:#?}"),
        }
    }
}

#[test]
fn what_is_wrong_with_a_table_is_told_at_its_cells_all_at_once() {
    for (table, expected) in [
        (
            "指标,地区,年份,目标值,基期值\n改造户数,乙县,2025,500,\nhomes,戊县,2025,500,\nhomes,乙县,2026,500,\n\
             homes,乙县,明年,500,\nhomes,,2025,500,\nhomes,乙县,,500,\nhomes,乙县,2025,好多,\nrate,乙县,2025,120,150\n\
             rate,丙县,2025,0.6,0.5\ncap,乙县,2025,6%,\nhomes,丙县,2025,500家,\n",
            vec![
                "unknown-indicator | 2 指标",
                "unknown-region | 3 地区",
                "targets-year | 4 年份",
                "targets-year | 5 年份",
                "targets-row | 6 地区",
                "targets-row | 7 年份",
                "targets-value | 8 目标值",
                "threshold-beyond-limit | 9 目标值",
                "value-beyond-limit | 9 基期值",
                "targets-fraction | 10 目标值",
                "targets-fraction | 10 基期值",
                "targets-unit | 11 目标值",
                "targets-unit | 12 目标值",
            ],
        ),
        (
            "指标,地区,目标值\nhomes,乙县,500\n1,0101,500\n",
            vec!["targets-twice | 3 目标值 | 2 目标值"],
        ),
        (
            "指标,地区,年份,目标值,基期值\nrate,乙县,2023,55,50\nrate,乙县,2025,60,51\n",
            vec!["targets-twice | 3 基期值 | 2 基期值"],
        ),
        // What a rule says by itself, said otherwise; several things in a cell; notes.
        (
            "指标,乙县,丙县\nhomes,≤500,>500\nrate,约60,60%*\nrange,3,每年3-4个\nfall,降低15%,-15万\nmoney,累计300,300/年\n\
             cap,5且4,低于全省平均\n",
            vec![
                "targets-value | 2 乙县",
                "targets-value | 2 丙县",
                "targets-value | 3 乙县",
                "targets-value | 3 丙县",
                "targets-value | 4 乙县",
                "targets-value | 4 丙县",
                "targets-value | 5 乙县",
                "targets-unit | 5 丙县",
                "targets-value | 6 乙县",
                "targets-value | 6 丙县",
                "targets-value | 7 乙县",
                "targets-value | 7 丙县",
            ],
        ),
        (
            "指标,地区,目标值,完成值,目标,备注\nhomes,乙县,500,300,500,\n",
            vec!["targets-column | 1 完成值", "targets-column-twice | 1 目标"],
        ),
        (
            "指标,乙县,戊县,\nhomes,500,400,300\n",
            vec!["targets-column | 1 戊县", "targets-column | 2 -"],
        ),
        ("指标,单位,乙县\nhomes,人,500\n", vec!["targets-unit | 2 单位"]),
        ("单位：人\n指标,乙县\nhomes,500\n", vec!["targets-unit | 3 乙县"]),
        ("2022年\n2023年分解表\n指标,乙县\nrate,55\n", vec!["targets-year-unclear | 4 乙县"]),
        ("2019年分解表\n指标,乙县\nrate,55\n", vec!["targets-year | 3 乙县"]),
        (
            "指标,地区,年份,2024年目标值\nrate,乙县,2023,55\n",
            vec!["targets-year-unclear | 2 2024年目标值"],
        ),
        ("指标,乙县,甲市\nhomes,500,800\n", vec!["city-differs | 2 甲市 | 24 -"]),
        ("指标,甲市,乙县\nwhole,90,50\n", vec!["region-not-judged | 2 乙县"]),
        ("指标,乙县\n健全机制,1\n", vec!["key-of-other-form | 2 乙县"]),
        ("指标,地区,基期值\nmoney,乙县,3\n", vec!["key-of-other-form | 2 基期值"]),
        ("指标,地区,年份,目标值\nrange,乙县,2023,3-2\n", vec!["milestone-shape | 2 目标值"]),
        (
            "指标,地区,年份,目标值\nhomes,乙县,2023,100\nhomes,丙县,,100\nhomes,丙县,2025,100\n",
            vec!["milestones-without-target | 2 目标值", "targets-row | 3 年份"],
        ),
        // Nothing is told to be lacking beside what could not be read.
        (
            "指标,地区,年份,目标值\nrange,乙县,2025,3-2\nrange,乙县,2023,1-2\nhomes,丙县,2025,好多\nhomes,丙县,2023,1\n\
             cap,乙县,某年,5\ncap,乙县,2023,5\n",
            vec!["threshold-shape | 2 目标值", "targets-value | 4 目标值", "targets-year | 6 年份"],
        ),
        (
            "指标,地区,年份,目标值\n户数,戊县,明年,5\n",
            vec!["unknown-indicator | 2 指标", "unknown-region | 2 地区", "targets-year | 2 年份"],
        ),
        ("县,任务\n乙县,500\n", vec!["targets-no-header | 1 -"]),
        ("\n,,\n", vec!["targets-no-header | file"]),
        ("指标,\"乙县\nhomes,500\n", vec!["unclosed-quote | file"]),
    ] {
        assert_eq!(faults(table), expected, "{table}");
    }
}

#[test]
fn names_that_are_not_there_are_told_with_the_nearest() {
    let table = "指标,地区,目标值\n无障碍改造户,乙县,500\nhomes,010l,500\n";
    let faults = load("分解表.csv", table.as_bytes()).unwrap_err();
    let nearest = faults.into_iter().map(|fault| match fault.problem {
        Problem::Key(
            KeyProblem::UnknownIndicator { nearest, .. }
            | KeyProblem::UnknownRegion { nearest, .. },
        ) => nearest,
        problem => panic!("{problem:?}"),
    });
    let expected = ["无障碍改造户数", "0101"].map(|name| Some(name.to_owned()));
    assert_eq!(nearest.collect::<Vec<_>>(), expected);
}

#[test]
fn a_year_in_the_name_of_the_file_or_the_title_is_that_of_targets_that_say_none() {
    let milestones = |name: &str, table: &str| {
        let rule = format!("{table}cap,乙县,5\n");
        let plan = load(name, rule.as_bytes());
        plan.map(|plan| owned(&plan)).map_err(|faults| faults[0].code())
    };
    let header = "指标,地区,目标值\n";
    assert_eq!(milestones("2025年分解.csv", header), Ok(vec!["cap 乙县 5".to_owned()]));
    let of_2023 = Ok(vec!["cap 乙县 5.5 2023:5".to_owned()]);
    assert_eq!(milestones("2023年分解.csv", header), of_2023);
    assert_eq!(milestones("分解.csv", &format!("2023年任务\n{header}")), of_2023);
    assert_eq!(milestones("分解.csv", &format!("2019年\n{header}")), Err("plan/targets-year"));
    let both = milestones("2024.csv", &format!("2023年\n{header}"));
    assert_eq!(both, Err("plan/targets-year-unclear"));
}

#[test]
fn a_table_has_a_number_of_cells() {
    let codes = |table: &str| -> Vec<&'static str> {
        let read = load("分解表.csv", table.as_bytes());
        read.err().into_iter().flatten().map(|fault| fault.code()).collect()
    };
    for mark in [',', '\t', ';'] {
        let head = ["指标", "地区", "目标值"].join(&mark.to_string());
        let row = ["homes", "乙县", "500\n"].join(&mark.to_string());
        let marks = mark.to_string().repeat(8_000_001);
        let table = format!("{head}\n{}{marks}\n", row.repeat(4_000));
        assert_eq!(codes(&table), ["plan/targets-too-large"], "{mark:?}");
    }
}

#[test]
fn of_the_cells_of_a_table_so_many_may_be_headings() {
    let plan = load("分解表.csv", "指标,地区,目标值\nhomes,乙县,500\n".as_bytes()).unwrap();
    let (regions, names, tree, city) = (&*plan.regions, &plan.region_names, &*plan.tree, plan.city);
    let ground = Ground { regions, names, tree, city, head: Some(&plan.head) };
    let is_refused = |rows: &str| {
        let table = Table { file: "分解表.csv".into(), bytes: rows.as_bytes().to_vec() };
        let (head, names) = (&plan.head, &plan.series_names);
        let context = Context { ground: &ground, head, names, beside: &[], most_headings: 500 };
        let mut read = read(table, &context);
        let told = read.faults.take(&read.file);
        told.iter().any(|fault| fault.code() == "plan/targets-too-large")
    };
    // What names nobody, what repeats a heading, and years that are nobody's.
    for row in ["某地,某区", "指标,地区", "2025年,2024年"] {
        let row = format!("{row}{}\n", ",x".repeat(98));
        assert!(!is_refused(&row.repeat(5)), "{row}");
        assert!(is_refused(&row.repeat(6)), "{row}");
    }
}
