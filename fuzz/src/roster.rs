//! Any text as the roster of a plan, and as the table of its regions' targets.

use std::collections::BTreeSet;
use std::io;

use dabiao::plan::{Plan, RuleFile};
use dabiao::term::{Found, Region, RegionId, Sent};

use super::many;
use super::plan::{serves, told};
use super::reading;

const RULES: &str = "[plan]
id = 'p'
title = '示例规划'
baseline-year = 2020
first-year = 2021
target-year = 2025
roster = 'r.csv'
";

const INDICATORS: &str = "
[[indicator]]
id = 'a'
name = '示例率'
attribute = '预期性'
unit = '%'
operator = '≥'
threshold = 60
[[indicator]]
id = 'b'
name = '示例数'
attribute = '任务'
unit = '人'
form = 'sum'
operator = '≥'
threshold = 900
";

/// A roster, and behind `----` the table of its regions' targets.
pub fn roster(input: &[u8]) {
    let mut files = many::files(input).into_iter();
    let roster = files.next().unwrap_or_default();
    let targets = files.next();
    let named = targets.as_ref().map_or("", |_| "targets = 't.csv'\n");
    let rules = format!("{RULES}{named}{INDICATORS}").into_bytes();
    let rules = [RuleFile::new("plan.toml", rules)];
    let load = || {
        Plan::load(&rules, &mut |_, name| match (name, &targets) {
            ("r.csv", _) => Ok(roster.clone().into_bytes()),
            ("t.csv", Some(targets)) => Ok(targets.clone().into_bytes()),
            _ => Err(io::Error::other("nothing else is named")),
        })
    };
    match load() {
        Ok(plan) => {
            told_apart(&plan, &roster);
            serves(&plan);
        }
        Err(faults) => {
            told(&faults, 1 + rules.len());
            assert_eq!(load().unwrap_err(), faults);
        }
    }
}

/// No row of a roster that is taken is lost: a region each, of a code of its own by which a
/// row that was sent is its, in a chain of others that ends.
fn told_apart(plan: &Plan, roster: &str) {
    if !roster.contains('"') {
        let rows = roster.split(['\n', '\r']).filter(|row| !row.is_empty()).count();
        assert_eq!(plan.regions.len(), rows - 1);
    }
    let codes = || plan.regions.iter().filter_map(|region| region.code.as_ref());
    assert_eq!(codes().collect::<BTreeSet<_>>().len(), codes().count());
    let outer = |region: &Region| region.within.map(|id| plan.region(id));
    for (at, region) in (0..).zip(plan.regions.iter()) {
        let chain = std::iter::successors(Some(region), |region| outer(region));
        assert!(chain.take(plan.regions.len() + 1).count() <= plan.regions.len());
        if let Some(code) = region.code.as_deref() {
            let found = plan.region_names.find(code);
            assert_eq!(found, Some(Found::One(at)), "{code}");
        }
    }
    // Of those that a row can name as it stands, the values are there.
    let plain = |code: &str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    let regions = (0..).zip(plan.regions.iter()).filter_map(|(at, region)| {
        let code = region.code.as_deref().filter(|code| plain(code))?;
        Some((RegionId(at), format!("2023,{code},示例率,57.2%\n")))
    });
    let (sent, rows): (Vec<RegionId>, String) = regions.unzip();
    let submission =
        reading::read(plan, "2023.csv", format!("年份,地区,指标,数值\n{rows}").as_bytes(), 1);
    let column = submission.column(2023, 0);
    let is_there =
        |id: &RegionId| column.is_some_and(|column| column.get(*id).sent() != Sent::Nothing);
    assert!(sent.iter().all(is_there));
}
