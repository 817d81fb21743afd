//! The rules of judging as claims, each tried at its boundary and one unit to
//! either side.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod about;
mod applies;
mod baseline;
mod changes;
mod demanded;
mod exit;
mod extremes;
mod forms;
mod growth;
mod heads;
mod kept;
mod levels;
mod margin;
mod milestones;
mod parts;
mod ratios;
mod regions;
mod relative;
mod reported;
mod requirement;
mod roll_up;
mod rounding;
mod said;
mod shared;
mod sums;
mod total;
mod totals;
mod waivers;
mod years;
mod zhoushan;

use common::{Run, codes, csv, exact, json, messages, row, table};
use dabiao::diagnostic::Severity;
use dabiao::exact::{Rational, shown};
use dabiao::form::{Aim, Form};
use dabiao::plan::{Plan, RuleFile};
use dabiao::render::{self, Lang, Style};
use dabiao::report::{Exit, Report};
use dabiao::term::{Against, Attribute, Comparison, Condition, FailOn, Outcome};
use num_bigint::BigInt;

/// Five years, as every five-year plan.
const FIVE: &str = "baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n";
/// A fraction of these is no decimal.
const THREE: &str = "baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2023\n";
const SEVEN: &str = "baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2027\n";

/// One county and nothing above it.
const COUNTY: &str = "[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n";
/// A city of two counties, one with a 功能区 inside.
const CITY: &str = "[[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
    [[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n";

/// 49.86% to 60%: 55.944% after three of five years.
const UPWARD: &str = "operator = '≥'\nthreshold = 60\nbaseline = 49.86";

/// A plan of these regions and rules; what a rule leaves out is filled in.
fn plan(years: &str, regions: &str, rules: &[&str]) -> Plan {
    let mut toml = format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n{years}{regions}\
         [[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n{}",
        common::NO_AUDITS
    );
    for rule in rules {
        let defaults = [
            ("id", "i"),
            ("name", "率"),
            ("attribute", "约束性"),
            ("unit", "%"),
            ("cite", "第1行"),
        ];
        toml += "[[indicator]]\n";
        let is_measured = !["'milestone'", "'words'", "any-of = ", "all-of = "]
            .iter()
            .any(|form| rule.contains(form));
        for (key, value) in defaults {
            if (key != "unit" || is_measured)
                && !rule.lines().any(|line| line.starts_with(&format!("{key} ")))
            {
                toml += &format!("{key} = '{value}'\n");
            }
        }
        // By its name it is an average, which nobody adds up without saying so.
        let mut lines = rule.lines();
        let is_sum = lines.any(|line| {
            line.starts_with("unit = ") && !["'%'", "'‰'"].iter().any(|unit| line.ends_with(unit))
        });
        if is_sum && !rule.contains("roll-up") && !rule.contains("per = ") {
            toml += "roll-up = 'sum'\n";
        }
        toml += &format!("{rule}\n");
    }
    common::load(&toml)
}

/// How one county's value ends under a rule, and what that rests on.
fn judged(years: &str, rule: &str, year: u16, value: &str) -> (&'static str, String) {
    let plan = plan(years, COUNTY, &[rule]);
    let report = Run::of(&[format!("{year},甲县,率,{value},,,")]).judge(&plan);
    assert!(codes(&report).iter().all(|code| !code.starts_with("submission/")));
    let row = row(&report, "i", "甲县").unwrap();
    let basis = row.requirement().map_or("none", |requirement| requirement.basis.word());
    (row.outcome().word(), basis.to_owned())
}

/// Tries values one by one.
fn tries(years: &str, rule: &str, year: u16, basis: &str, expected: &[(&str, &str)]) {
    for (value, outcome) in expected {
        let found = judged(years, rule, year, value);
        assert_eq!(found, (*outcome, basis.to_owned()), "{value} in {year} under {rule}");
    }
}

/// How counts end, and the margin in people.
fn counted(years: &str, rule: &str, year: u16, counts: (u64, u64)) -> (&'static str, i64) {
    let plan = plan(years, COUNTY, &[rule]);
    let report = Run::of(&[format!("{year},甲县,率,,{},{},", counts.0, counts.1)]).judge(&plan);
    let row = row(&report, "i", "甲县").unwrap();
    (row.outcome().word(), row.count_margin().unwrap().to_i64().unwrap())
}

fn outcome(report: &Report, region: &str) -> &'static str {
    row(report, "i", region).map_or("not judged", |row| row.outcome().word())
}

/// What is found beside what rounding may turn, where a claim is about something else.
fn certain(report: &Report) -> Vec<&'static str> {
    let codes = codes(report).into_iter();
    codes.filter(|code| *code != "judgement/rounding-turns").collect()
}

/// What JSON says of one region.
fn result(report: &Report, region: &str) -> serde_json::Value {
    let json = json(report);
    let results = json["results"].as_array().unwrap();
    results.iter().find(|result| result["region"]["name"] == region).unwrap().clone()
}

fn city(rule: &str, rows: &[&str]) -> Report {
    Run::of(rows).judge(&plan(FIVE, CITY, &[rule]))
}
