//! The requirements of a plan as data, against the verdicts that were held against them.

use super::*;
use dabiao::judge;
use dabiao::report::{Demanded, DemandedYear, Dependence, Requirements, Row};
use std::path::Path;

fn listed(plan: &Plan) -> Requirements {
    judge::requirements(plan, &judge::Asked::default())
}

/// What is listed for a verdict.
fn of<'l>(listed: &'l Requirements, row: &Row<'_>) -> (&'l Demanded, &'l DemandedYear) {
    let is_of = |rule: &&Demanded| {
        let region = rule.region.as_ref();
        rule.facts.id == row.indicator().id
            && region.is_none_or(|region| *region.name == *row.region().name)
    };
    let mut found = listed.rules.iter().filter(is_of).flat_map(|rule| {
        rule.years.iter().filter(|it| it.year == row.year()).map(move |year| (rule, year))
    });
    let first = found.next().unwrap();
    assert!(found.next().is_none(), "{} is listed twice", row.indicator().id);
    first
}

fn shipped(year: u16) -> Report {
    let file = Path::new("data").join(format!("{year}.csv"));
    let text = std::fs::read_to_string(&file).unwrap();
    Run::default().file(&format!("{year}.csv"), text).judge(&common::BUILT_IN)
}

#[test]
fn what_is_listed_is_what_verdicts_are_held_against() {
    let listed = listed(&common::BUILT_IN);
    let mut seen = 0;
    for report in [2021, 2022, 2023].map(shipped) {
        for row in report.rows().filter(|row| row.value().is_some()) {
            let (_, year) = of(&listed, &row);
            if year.depends_on == Some(Dependence::Reference) {
                continue;
            }
            assert_eq!(year.requirement.as_ref(), row.requirement(), "{}", row.indicator().id);
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen}");
}

/// The verdict that the query of the documentation gives, of counts and whole numbers alone.
fn queried(rule: &Demanded, year: &DemandedYear, [n, d]: [i64; 2]) -> &'static str {
    let per = BigInt::from(rule.facts.measure.limits.per().unwrap().count());
    let holds = |condition: &Condition| {
        let side = |bound: &Rational| {
            let [over, under] = bound.fraction().map(|digits| digits.parse::<BigInt>().unwrap());
            (&per * n * under).cmp(&(over * d))
        };
        match condition {
            Condition::Compare(Comparison::Above, bound) => side(bound).is_gt(),
            Condition::Compare(Comparison::AtLeast, bound) => side(bound).is_ge(),
            Condition::Compare(Comparison::Below, bound) => side(bound).is_lt(),
            Condition::Compare(Comparison::AtMost, bound) => side(bound).is_le(),
            Condition::Between(low, high) => side(low).is_ge() && side(high).is_le(),
        }
    };
    let basis = year.requirement.as_ref().map(|required| required.basis.word());
    if d == 0 {
        "not_applicable"
    } else if year.requirement.as_ref().is_some_and(|required| !holds(&required.condition)) {
        if matches!(basis, Some("target" | "kept")) { "not_met" } else { "behind" }
    } else if year.target.as_ref().is_some_and(holds) {
        "met"
    } else if basis.is_none() {
        "not_due"
    } else {
        "on_pace"
    }
}

#[test]
fn a_join_with_the_counts_gives_the_verdicts_of_a_check() {
    let listed = listed(&common::BUILT_IN);
    let mut seen = 0;
    for report in [2021, 2022, 2023].map(shipped) {
        for row in report.rows() {
            let Some((n, d)) = row.counts() else { continue };
            let counts = [n, d].map(|count| count.to_string().parse().unwrap());
            let (rule, year) = of(&listed, &row);
            assert_eq!(queried(rule, year, counts), row.outcome().word());
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn only_what_says_so_is_moved_by_what_a_region_started_from() {
    let rules = [
        "unit = '%'\noperator = '≥'\nthreshold = 60\nbaseline = 50\n",
        "unit = '%'\noperator = '≥'\nthreshold = 60\nbaseline = 50\nmilestones = { 2022 = 54 }\n",
        "unit = '%'\noperator = '≥'\nthreshold = 60\n",
        "unit = '岁'\nform = 'change'\nchange = 'absolute'\noperator = '≥'\nthreshold = 1\nbaseline = 50\n",
        "unit = '户'\nform = 'sum'\noperator = '≥'\nthreshold = 60\n",
        "unit = '户'\nform = 'each-year'\noperator = '≥'\nthreshold = 60\n",
        "unit = '%'\nform = 'kept'\noperator = '≥'\nthreshold = 60\nbaseline = 65\n",
        "unit = '元'\nform = 'growth'\noperator = '≥'\nthreshold = 7\nbaseline = 50\n",
    ];
    let depends: Vec<String> = rules
        .iter()
        .map(|rule| {
            let plan = plan(FIVE, COUNTY, &[rule]);
            let listed = listed(&plan);
            let years = &listed.rules[0].years;
            for own in ["1", "50", "55", "300"] {
                for year in years {
                    let sent = format!("{},甲县,率,{own}", year.year);
                    let run = Run::of(&[sent]).history(&[format!("2020,甲县,率,{own}")]);
                    let report = run.judge(&plan);
                    let row = report.rows().next().unwrap();
                    let required = row.requirement().map(|required| &required.condition);
                    let planned = year.requirement.as_ref().map(|required| &required.condition);
                    assert!(
                        year.depends_on.is_some() || required == planned,
                        "{rule} {own} {required:?} {planned:?}"
                    );
                }
            }
            years.iter().map(|year| if year.depends_on.is_some() { 'b' } else { '-' }).collect()
        })
        .collect();
    assert_eq!(depends, ["bbbb-", "b----", "bbbb-", "bbbbb", "-----", "-----", "-----", "bbbbb"]);
}

#[test]
fn a_region_with_a_target_of_its_own_has_rows_of_its_own() {
    let rule = "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900\n\
        regions = { '11' = { threshold = 500 } }\n";
    let plan = plan(FIVE, CITY, &[rule]);
    let rows = |asked: &judge::Asked| -> Vec<String> {
        let listed = judge::requirements(&plan, asked);
        let last = |rule: &Demanded| {
            let year = rule.years.last().unwrap();
            let bound = year.target.as_ref().unwrap().bounds().next().unwrap().clone();
            let region = rule.region.as_ref().map_or("-", |region| &region.name);
            format!("{region} {}", shown::alone(&bound).text)
        };
        listed.rules.iter().map(last).collect()
    };
    // Of 乙县 nothing is due.
    assert_eq!(rows(&judge::Asked::default()), ["全市 900", "甲县 500"]);
    let regions = vec![dabiao::term::RegionId(1)];
    assert_eq!(rows(&judge::Asked { regions, ..Default::default() }), ["甲县 500"]);
}

/// A row that stands twice would be two verdicts on a figure.
#[test]
fn what_is_asked_for_twice_is_listed_once() {
    let rule = "operator = '≥'\nthreshold = 80\nbaseline = 50\n";
    let plan = plan(FIVE, CITY, &[rule]);
    let years = |asked: &judge::Asked| -> Vec<Vec<u16>> {
        let listed = judge::requirements(&plan, asked).rules.into_iter();
        listed.map(|rule| rule.years.iter().map(|year| year.year).collect()).collect()
    };
    let [county, other] = [1, 0].map(dabiao::term::RegionId);
    for (years_asked, regions, listed) in [
        (vec![2023, 2022, 2023], vec![], vec![vec![2022, 2023]]),
        (vec![2023], vec![county, county], vec![vec![2023]]),
        (vec![2024, 2024], vec![county, other, county], vec![vec![2024]; 2]),
    ] {
        let asked = judge::Asked { years: years_asked, regions, ..Default::default() };
        assert_eq!(years(&asked), listed);
    }
}

#[test]
fn what_is_words_or_said_before_demands_nothing_of_a_value() {
    let plan = plan(FIVE, COUNTY, &["form = 'words'\ntext = '健全机制'\n"]);
    assert_eq!(listed(&plan).rules, []);
}
