//! Trends as claims: what is computed of several years, and what is shown of it.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/papers.rs"]
mod papers;

mod ahead;
mod files;
mod formats;
mod page;
mod properties;
mod warnings;
mod years;

use common::Run;
use dabiao::exact::{Decimal, Rational};
use dabiao::judge;
use dabiao::plan::Plan;
use dabiao::report::{Exit, Outlook, Report, TimeSeries, Trend};
use dabiao::term::{Against, Attribute, Outcome};

/// One county, and nothing above it.
const COUNTY: &str = "[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n";
/// A city of two counties.
const CITY: &str = "[[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n";

/// From 50% to 60%.
const UPWARD: &str = "operator = '≥'\nthreshold = 60\nbaseline = 50";

/// A plan from 2020 to 2025 of these regions and rules; what a rule leaves out is filled in.
fn plan(regions: &str, rules: &[&str]) -> Plan {
    let mut toml = format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n\
         baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n{regions}\
         [[reference]]\nid = 'gdp'\nname = 'GDP'\nunit = '%'\n"
    );
    for rule in rules {
        let defaults = [("id", "i"), ("name", "率"), ("attribute", "约束性"), ("unit", "%")];
        toml += "[[indicator]]\n";
        for (key, value) in defaults {
            if !rule.lines().any(|line| line.starts_with(&format!("{key} "))) {
                toml += &format!("{key} = '{value}'\n");
            }
        }
        // By its name it is an average, which nobody adds up without saying so.
        let mut lines = rule.lines();
        let is_sum = lines.any(|line| line.starts_with("unit = ") && line != "unit = '%'");
        let is_measured = !rule.contains("form = 'milestone'");
        if is_sum && is_measured && !rule.contains("roll-up") {
            toml += "roll-up = 'sum'\n";
        }
        toml += &format!("{rule}\n");
    }
    common::load(&toml)
}

/// The rows of the county's values, year by year; `—` and what is no number are gaps.
fn rows(values: &[(u16, &str)]) -> Vec<String> {
    values.iter().map(|(year, value)| format!("{year},甲县,率,{value},,,")).collect()
}

/// The county's series under one rule, from these years.
fn series(rule: &str, values: &[(u16, &str)]) -> TimeSeries {
    let report = Run::of(&rows(values)).judge(&plan(COUNTY, &[rule]));
    let trend = judge::trend(&report);
    assert_eq!(trend.count, 1);
    first(&report, &trend)
}

fn first(report: &Report, trend: &Trend) -> TimeSeries {
    trend.series(report).next().unwrap()
}

/// A report, and its trend.
fn trend(plan: &Plan, rows: &[&str]) -> (Report, Trend) {
    let report = Run::of(rows).judge(plan);
    let trend = judge::trend(&report);
    (report, trend)
}

fn number(text: &str) -> Rational {
    Decimal::parse(text).unwrap().into()
}

/// Some number, or none of an empty text.
fn some(text: &str) -> Option<Rational> {
    (!text.is_empty()).then(|| number(text))
}
