//! Formats of a row a verdict, where there are very many of them. Builds that check themselves
//! write every one of these twice: in the words of those before it, and plainly.

use std::num::NonZeroUsize;

use dabiao::plan::Plan;
use dabiao::render::{self, Format, Lang, Style};
use dabiao::report::Report;
use serde_json::Value;

use crate::common::{self, Run};

const HEAD: &str = r#"
[plan]
id = "many"
title = "示例规划（示例数据）"
baseline-year = 2020
first-year = 2021
target-year = 2025
[points]
cap = 120
[[region]]
code = "1"
name = "示例市"
level = "city"
"#;

const GRADES: &str = r#"
[[grade]]
name = "好，\"很好\""
from = 110
[[grade]]
name = "一般"
"#;

/// Rules of many forms, each as it goes on behind its name.
const RULES: [(&str, &str); 14] = [
    ("参保率", "unit = '%', baseline = 80, operator = '≥', threshold = 90, weight = 2"),
    ("入学\\\"率\\\"", "unit = '%', baseline = 98.765, operator = '>', threshold = 99"),
    ("死亡率", "unit = '‰', baseline = 7, operator = '≤', threshold = 5.5"),
    ("占比", "unit = '%', baseline = 20, operator = 'between', threshold = [22, 24]"),
    ("左右", "unit = '%', baseline = 40, operator = '≥', threshold = 70, about = 1"),
    ("无基期", "unit = '%', operator = '≥', threshold = 90"),
    ("缓进", "unit = '%', baseline = 10, operator = '≥', threshold = 11, due = 2024"),
    ("户数", "unit = '户', form = 'sum', operator = '≥', threshold = 900"),
    ("每年", "unit = '人次', form = 'each-year', operator = '≥', threshold = 700"),
    (
        "降低",
        "unit = '%', form = 'change', change = 'absolute', baseline = 50, operator = '≤', threshold = -10",
    ),
    ("翻番", "unit = '万元', form = 'multiple', baseline = 300, operator = '≥', threshold = 2"),
    (
        "只增",
        "unit = '万元', scope = 'each-county', form = 'year-on-year', change = 'absolute', operator = '≥', threshold = 0",
    ),
    ("办法", "form = 'milestone'"),
    (
        "增长",
        "unit = '%', growth = true, scope = 'each-county', form = 'each-year', operator = '≥', threshold = 7",
    ),
];

/// So many counties, some of whose names have to be set off in CSV or JSON.
fn plan(counties: usize, grades: &str) -> Plan {
    let mut text = HEAD.replace("[[region]]", &format!("{grades}[[region]]"));
    for at in 0..counties {
        let name = [",", "\\\"", "", "", "\\\\", ""][at % 6];
        let english = if at % 5 == 0 { "name-en = 'County, \"of\" all'\n" } else { "" };
        let english = english.replace("of", &at.to_string());
        text += &format!(
            "[[region]]\ncode = '{}'\nname = \"第{at}{name}县\"\n{english}level = 'county'\n",
            1000 + at
        );
    }
    for (at, (name, rest)) in RULES.iter().enumerate() {
        let attribute = ["约束性", "预期性"][at % 2];
        text += &format!(
            "[[indicator]]\nid = 'i{at}'\nnumber = {at}\nname = \"{name}\"\nattribute = \
             '{attribute}'\ncite = '第{at}行'\n{}\n",
            rest.replace(", ", "\n").replace("\n24", ", 24")
        );
    }
    common::load(&text)
}

/// What the counties send, made up: figures of every kind beside those that can't be read.
fn sent(counties: usize) -> Run {
    let mut random = 2023_u64;
    let mut below = |most: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 33) % most
    };
    let mut files = [String::new(), String::new()];
    for at in 0..counties {
        for (rule, (name, rest)) in RULES.iter().enumerate() {
            let remark = ["", "", "示例数据", "示例数据：“\"\"引\"\"”"][below(4) as usize];
            let (value, counts) = match (below(12), rest.contains("'%'")) {
                (0, _) => continue,
                (1, _) => ("—".to_owned(), String::new()),
                (2, _) => ("约五成".to_owned(), String::new()),
                (3, _) => ("不适用".to_owned(), String::new()),
                _ if rest.contains("milestone") => {
                    (["是", "否", "2023-06-30"][below(3) as usize].to_owned(), String::new())
                }
                (4..=8, true) if !rest.contains("growth") => {
                    (String::new(), format!("{},{}", below(1000), 1000 + below(50)))
                }
                (_, true) => (format!("{}.{:02}%", below(99), below(100)), String::new()),
                (_, false) => (below(1500).to_string(), String::new()),
            };
            let counts = if counts.is_empty() { "," } else { &counts };
            let name = name.replace('\\', "").replace('"', "\"\"");
            files[(at + rule) % 2] +=
                &format!("2023,{},\"{name}\",{value},{counts},\"{remark}\"\n", 1000 + at);
        }
    }
    let [one, other] = files.map(|rows| format!("{}\n{rows}", common::HEADER));
    Run::default().file("一, \"二\".csv", one).file("b.csv", other)
}

fn on_threads(report: &Report, format: Format, lang: Lang, threads: usize) -> Vec<u8> {
    let threads = NonZeroUsize::new(threads).unwrap();
    let (style, mut out) = (Style { threads, ..Style::plain(lang, 80) }, Vec::new());
    render::report(report, format, style, &mut out).unwrap();
    out
}

#[test]
fn very_many_verdicts_are_written_by_any_number_of_threads_as_by_one() {
    for grades in [GRADES, ""] {
        are_written_by_any_number_of_threads(&sent(80).judge(&plan(80, grades)));
    }
}

fn are_written_by_any_number_of_threads(report: &Report) {
    assert!(report.tally.total() > 1_000);
    for (format, lang) in
        [(Format::Csv, Lang::Zh), (Format::Jsonl, Lang::En), (Format::Json, Lang::Zh)]
    {
        let one = on_threads(report, format, lang, 1);
        assert!(one == on_threads(report, format, lang, 3), "{format:?}");
        let first = match format {
            Format::Json => Some(&*one),
            Format::Jsonl => one.split(|byte| *byte == b'\n').next(),
            _ => None,
        };
        if let Some(document) = first.map(|text| serde_json::from_slice::<Value>(text).unwrap()) {
            let regions = document["summary"]["regions"].as_array().unwrap();
            let all: usize = report.overviews.iter().map(|of| of.scores().len()).sum();
            assert!(regions.len() == all && all > 64 && regions.iter().all(Value::is_object));
        }
        if format == Format::Csv {
            let rows = csv::Reader::from_reader(&*one).into_records();
            let rows: Vec<_> = rows.collect::<Result<_, _>>().unwrap();
            assert_eq!(rows.len() as u64, report.tally.total());
        }
    }
}
