//! 数据审核 as claims: what each audit finds and what it lets pass, and how what it finds
//! stands.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod alone;
mod before;
mod beside;
mod implausible;
mod switches;

use common::{Run, codes, messages, row};
use dabiao::diagnostic::{Audit, AuditStatus, Diagnostic, Level, Problem, Severity};
use dabiao::plan::Plan;
use dabiao::render::Lang;
use dabiao::report::{AuditTally, Exit, Report};

/// A city of two counties, one with a 功能区 inside; rates of the same people, a count, a
/// sum, an average, and a reference in yuan.
const PLAN: &str = "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\n\
    [[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
    [[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n\
    [[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n\
    [[reference]]\nid = 'income'\nname = '收入'\nunit = '元'\n\
    [[indicator]]\nid = 'rate'\nname = '就业率'\nattribute = '任务'\nunit = '%'\n\
    numerator = '就业人数'\ndenominator = '持证残疾人数'\ncount-unit = '人'\nbaseline = 49.86\n\
    operator = '≥'\nthreshold = 60\n\
    [[indicator]]\nid = 'signed'\nname = '签约率'\nattribute = '任务'\nunit = '%'\n\
    numerator = '签约人数'\ndenominator = '持证残疾人数'\ncount-unit = '人'\noperator = '≥'\n\
    threshold = 60\n\
    [[indicator]]\nid = 'covered'\nname = '覆盖率'\nattribute = '任务'\nunit = '%'\n\
    numerator = '人数'\ndenominator = '持证残疾人数'\noperator = '≥'\nthreshold = 60\nbaseline = 60\n\
    [[indicator]]\nid = 'homes'\nname = '改造户数'\nattribute = '任务'\nunit = '户'\nform = 'sum'\n\
    operator = '≥'\nthreshold = 900\n\
    [[indicator]]\nid = 'trained'\nname = '培训人次'\nattribute = '任务'\nunit = '人次'\n\
    form = 'each-year'\noperator = '≥'\nthreshold = 100\n\
    [[indicator]]\nid = 'doctors'\nname = '医师数'\nattribute = '任务'\nunit = '人'\n\
    roll-up = 'none'\noperator = '≥'\nthreshold = 3.2\n\
    [[indicator]]\nid = 'growth'\nname = '收入年均增长'\nattribute = '任务'\nunit = '%'\n\
    operator = '≥'\nreference = 'gdp'\ngrowth-of = 'income'\n";

fn plan(audit: &str) -> Plan {
    common::load(&format!("{PLAN}[audit]\n{audit}\n"))
}

/// The rows of a year, with the column 累计.
fn sheet(rows: &[&str]) -> Run {
    Run::default().file("2023.csv", common::under(common::TOTALS, rows))
}

fn before(run: Run, rows: &[&str]) -> Run {
    run.history_file("2022.csv", common::under(common::TOTALS, rows))
}

/// What audits find.
fn audited(report: &Report) -> Vec<&'static str> {
    codes(report).into_iter().filter(|code| code.starts_with("audit/")).collect()
}

/// What audits find in one county's row of 2023.
fn one(row: &str) -> Vec<&'static str> {
    audited(&sheet(&[&format!("2023,甲县,{row}")]).judge(&plan("")))
}

/// The same beside its row of 2022.
fn two(then: &str, now: &str, audit: &str) -> Vec<&'static str> {
    let run = sheet(&[&format!("2023,甲县,{now}")]);
    audited(&before(run, &[&format!("2022,甲县,{then}")]).judge(&plan(audit)))
}

fn found<'r>(report: &'r Report, code: &str) -> &'r Diagnostic {
    let mut found = report.diagnostics.iter().filter(|found| found.code() == code);
    let first = found.next().unwrap();
    assert!(found.next().is_none(), "{code} is told twice");
    first
}

fn status(found: &Diagnostic) -> &AuditStatus {
    match &found.problem {
        Problem::Audit(audited) => &audited.status,
        problem => panic!("{problem:?}"),
    }
}

fn outcome(report: &Report, indicator: &str, region: &str) -> &'static str {
    row(report, indicator, region).map_or("not judged", |row| row.outcome().word())
}
