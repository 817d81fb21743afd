//! What a plan says of a region, from a year on, for all regions at once, or of several
//! indicators together: each is a naive reading of another world, or follows from one.

use std::collections::BTreeMap;

use dabiao::plan::{Plan as Rules, RuleFile};
use dabiao::report::Report;
use proptest::prelude::*;

use super::naive::{self, Q, Verdict, whole};
use super::plan::{Dec, Form, Indicator, Level, OUTPUT, Operator, RATE, REFERENCES, Scope};
use super::seeds::worlds;
use super::world::World;
use super::{Key, cases, is_as_expected, run};

type Verdicts = BTreeMap<Key, Verdict>;

fn plain(world: World) -> World {
    World { waivers: Vec::new(), ..world }
}

/// Judges the world by its plan and more rules; none if those can't stand.
fn judged_with(world: &World, toml: &str) -> Option<Report> {
    let file = RuleFile::new("plan.toml", toml.as_bytes().to_vec());
    let plan = Rules::load(&[file], &mut |_, _| Err(std::io::Error::other("nothing"))).ok()?;
    Some(run(world, &[&world.rows], &[&world.history_rows]).judge(&plan))
}

fn all_as_expected(report: &Report, expected: &Verdicts) -> Result<(), TestCaseError> {
    prop_assert_eq!(report.rows().count(), expected.len());
    expected.iter().try_for_each(|(key, verdict)| is_as_expected(report, key, verdict))
}

/// A target a little beside the rule's own, as the rule writes it, and the rule with it.
fn beside(rule: &Indicator, by: i64) -> Option<(String, Indicator)> {
    let has_threshold = !matches!(
        rule.form,
        Form::Relative { .. } | Form::Milestone { .. } | Form::FullCoverage | Form::Words
    );
    let moved = |of: Dec| Dec { digits: of.digits + by, ..of };
    let (low, high) = (moved(rule.low), moved(rule.high));
    let own = Indicator { low, high, ..rule.clone() };
    let threshold = own.threshold_alone();
    has_threshold.then_some((format!("threshold = {threshold}"), own))
}

/// The world with another rule in the place of the last.
fn with_last(world: &World, rule: Indicator) -> World {
    let mut world = world.clone();
    *world.plan.indicators.last_mut().unwrap() = rule;
    world
}

/// How several verdicts end, as the documentation says it.
fn together(all: bool, outcomes: &[&str]) -> &'static str {
    let order = match all {
        true => ["not_met", "behind", "invalid", "missing", "not_due", "on_pace", "met"],
        false => ["met", "on_pace", "invalid", "missing", "not_due", "behind", "not_met"],
    };
    order.into_iter().find(|outcome| outcomes.contains(outcome)).unwrap_or("not_applicable")
}

fn outcome_of<'r>(report: &'r Report, (year, id, region): (u16, &str, &str)) -> Option<&'r str> {
    let row = report.rows().find(|row| {
        row.year() == year && row.indicator().id == id && *row.region().name == *region
    });
    row.map(|row| row.outcome().word())
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 100_000, ..cases(75) })]

    /// A region with its own target, baseline and milestones is judged as if they were the
    /// plan's; the others and the city are not touched.
    #[test]
    fn a_regions_own_target_is_judged_as_the_plans_would_be(
        world in worlds(), by in -2i64..=2, at in any::<usize>(), keeps in any::<bool>(),
    ) {
        let world = plain(world);
        let plan = &world.plan;
        let rule = plan.indicators.last().unwrap();
        let own_regions: Vec<_> = plan.regions.iter().filter(|it| it.level != Level::City).collect();
        let region = own_regions[at % own_regions.len()];
        prop_assume!(matches!(rule.scope, Scope::County | Scope::EachCounty));
        let Some((mut clause, mut own)) = beside(rule, by) else { return Err(TestCaseError::reject("")) };
        if let Some(baseline) = rule.baseline {
            let baseline = rule.clamp(baseline.digits + by, baseline.scale);
            clause += &format!(", baseline = {}", baseline.text());
            own.baseline = Some(baseline);
        }
        match own.milestones_alone().filter(|_| keeps) {
            Some(milestones) => clause += &format!(", {milestones}"),
            None => (own.milestones, own.upper) = Default::default(),
        }
        let toml = format!(
            "{}by-region = \"same\"\nregions = {{ \"{}\" = {{ {clause} }} }}\n", plan.toml(), region.name
        );
        let report = judged_with(&world, &toml);
        prop_assume!(report.is_some());
        let mut expected = naive::judge(&world).verdicts;
        for (key, mut verdict) in naive::judge(&with_last(&world, own)).verdicts {
            if key.1 == rule.id && key.2 == region.name {
                if let Some(due) = &mut verdict.due && due.source == Some("plan") {
                    due.source = Some("region");
                }
                expected.insert(key, verdict);
            }
        }
        all_as_expected(&report.unwrap(), &expected)?;
    }

    /// What is adjusted is judged by the old rule before, and by the new one from then on.
    #[test]
    fn an_adjusted_target_is_judged_as_another_plans_from_its_year_on(
        world in worlds(), by in -2i64..=2, from in any::<u16>(),
    ) {
        let world = plain(world);
        let plan = &world.plan;
        let rule = plan.indicators.last().unwrap();
        let from = plan.first + from % (plan.last - plan.first + 1);
        let Some((clause, mut own)) = beside(rule, by) else { return Err(TestCaseError::reject("")) };
        own.milestones.retain(|year, _| *year < from);
        own.upper.retain(|year, _| *year < from);
        let has_milestones = rule.milestones_alone().is_some();
        let toml = format!(
            "{}[[adjust]]\nindicator = \"{}\"\nfrom = {from}\n{clause}\ncite = \"评估\"\n{}",
            plan.toml(), rule.id, if has_milestones { "milestones = {}\n" } else { "" },
        );
        let report = judged_with(&world, &toml);
        prop_assume!(report.is_some());
        let mut expected = naive::judge(&world).verdicts;
        let later = naive::judge(&with_last(&world, own)).verdicts.into_iter();
        expected.extend(later.filter(|((year, ..), _)| *year >= from));
        all_as_expected(&report.unwrap(), &expected)?;
    }

    /// A shared reference is the city's row, as if every region had sent it.
    #[test]
    fn a_shared_reference_is_what_every_region_would_have_sent(world in worlds()) {
        let world = plain(world);
        let city = world.plan.regions.iter().position(|region| region.level == Level::City);
        prop_assume!(city == Some(0));
        let is_relative = |it: &Indicator| matches!(it.form, Form::Relative { .. });
        prop_assume!(world.plan.indicators.iter().any(is_relative));
        let series = [RATE, OUTPUT].map(|which| world.plan.reference(which));
        let (mut sent, mut everywhere) = (world.clone(), world.clone());
        let names = [&world.plan.regions[0].name, &world.plan.regions[0].code];
        let is_kept = |row: &String| {
            let cells: Vec<&str> = row.split(',').collect();
            !["参照增长率", "产值"].contains(&cells[2]) || names.iter().any(|name| **name == cells[1])
        };
        assert_eq!([REFERENCES[RATE], REFERENCES[OUTPUT]], ["参照增长率", "产值"]);
        sent.rows.retain(is_kept);
        sent.history_rows.retain(is_kept);
        prop_assume!(!sent.rows.is_empty());
        for sheet in [&mut everywhere.sheet, &mut everywhere.history] {
            sheet.retain(|(_, of, region), _| *region == 0 || !series.contains(of));
            let of_city: Vec<_> = sheet.iter().filter(|((_, of, _), _)| series.contains(of))
                .map(|(key, sent)| (*key, sent.clone())).collect();
            for ((year, of, _), sent) in of_city {
                for region in 1..world.plan.regions.len() {
                    sheet.insert((year, of, region), sent.clone());
                }
            }
        }
        let toml = world.plan.toml();
        let toml = ["rate", "output"].iter().fold(toml, |toml, id| {
            toml.replace(&format!("id = \"{id}\"\n"), &format!("id = \"{id}\"\nshared = true\n"))
        });
        let report = judged_with(&sent, &toml);
        prop_assume!(report.is_some());
        // Years of which the city alone sent a reference are read, and so is the rest of them.
        let expected = naive::judge(&everywhere).verdicts;
        all_as_expected(&report.unwrap(), &expected)?;
    }

    /// 或、且 follow from the verdicts on their parts, and a share from how many met it.
    #[test]
    fn what_has_parts_follows_from_their_verdicts(world in worlds(), all in any::<bool>()) {
        let world = plain(world);
        let plan = &world.plan;
        let parts: Vec<&Indicator> = plan.indicators.iter().filter(|it| it.form != Form::Words).collect();
        prop_assume!(parts.len() >= 2);
        let scope = match parts.iter().all(|it| it.scope == Scope::County) {
            true => "county",
            false if parts.iter().all(|it| matches!(it.scope, Scope::County | Scope::EachCounty)) => "each-county",
            false => "city",
        };
        let ids: Vec<String> = parts.iter().map(|it| format!("\"{}\"", it.id)).collect();
        let key = if all { "all-of" } else { "any-of" };
        let part = parts[0];
        let mut toml = format!(
            "{}\n[[indicator]]\nid = \"several\"\nname = \"几项\"\nattribute = \"约束性\"\nscope = \"{scope}\"\n\
             {key} = [{}]\n", plan.toml(), ids.join(", "),
        );
        let has_share = matches!(part.scope, Scope::County | Scope::EachCounty) && plan.regions[0].level == Level::City;
        if has_share {
            toml += &format!(
                "\n[[indicator]]\nid = \"share\"\nname = \"比例\"\nattribute = \"约束性\"\nunit = \"%\"\n\
                 share-of = \"{}\"\noperator = \"≥\"\nthreshold = 50\n", part.id,
            );
        }
        let report = judged_with(&world, &toml);
        prop_assume!(report.is_some());
        let report = report.unwrap();
        let expected = naive::judge(&world).verdicts;
        let of = |year: u16, id: &str, region: &str| {
            expected.get(&(year, id.to_owned(), region.to_owned())).map(|verdict| verdict.outcome)
        };
        for year in report.years.clone() {
            for region in &plan.regions {
                let outcomes: Vec<_> = parts.iter().map(|it| of(year, &it.id, region.name)).collect();
                let is_spoken_of = outcomes.iter().any(Option::is_some);
                let is_judged = match scope {
                    "county" => true,
                    "each-county" => region.level != Level::City,
                    _ => region.level == Level::City,
                } && (is_spoken_of || region.level != Level::Area);
                let outcomes: Vec<&str> = outcomes.into_iter().map(|it| it.unwrap_or("missing")).collect();
                let together = is_judged.then(|| together(all, &outcomes));
                prop_assert_eq!(outcome_of(&report, (year, "several", region.name)), together, "{} {}", year, region.name);
            }
            if has_share {
                let counties = plan.regions.iter().filter(|it| it.level == Level::County);
                let outcomes: Vec<&str> =
                    counties.map(|it| of(year, &part.id, it.name).unwrap_or("missing")).collect();
                let lacks = outcomes.iter().any(|it| ["missing", "invalid"].contains(it));
                let of = outcomes.iter().filter(|it| **it != "not_applicable").count() as i64;
                let met = outcomes.iter().filter(|it| **it == "met").count() as i64;
                let is_due = year >= plan.last || !plan.linear
                    || world.against == dabiao::term::Against::Target;
                let expected = match () {
                    () if lacks => "missing",
                    () if of == 0 => "not_applicable",
                    () if met * 2 >= of => "met",
                    () if is_due => "not_met",
                    () => "not_due",
                };
                prop_assert_eq!(outcome_of(&report, (year, "share", plan.regions[0].name)), Some(expected));
                let row = report.rows().find(|row| row.year() == year && row.indicator().id == "share");
                let value: Option<Q> = (!lacks && of > 0).then(|| whole(100 * met) / whole(of));
                prop_assert_eq!(row.unwrap().value(), value.as_ref().map(super::lib));
            }
        }
    }

    /// A rank counts those whose values are better, and waits for all of them.
    #[test]
    fn a_rank_counts_those_whose_values_are_better(world in worlds()) {
        let world = plain(world);
        let plan = &world.plan;
        let is_ranked = |it: &&Indicator| match (&it.form, it.operator) {
            (Form::Relative { .. } | Form::Milestone { .. } | Form::Words, _) => false,
            (Form::FullCoverage, _) => true,
            (_, of) => !matches!(of, Operator::Equal | Operator::Between | Operator::About),
        };
        let of_counties = |it: &&Indicator| matches!(it.scope, Scope::County | Scope::EachCounty);
        let part = plan.indicators.iter().filter(of_counties).find(is_ranked);
        prop_assume!(part.is_some() && plan.regions[0].level == Level::City);
        let part = part.unwrap();
        let is_upward = part.form == Form::FullCoverage
            || matches!(part.operator, Operator::Above | Operator::AtLeast);
        let toml = format!(
            "{}\n[[indicator]]\nid = \"place\"\nname = \"名次\"\nattribute = \"约束性\"\nunit = \"位\"\n\
             rank-of = \"{}\"\noperator = \"≤\"\nthreshold = 1\n", plan.toml(), part.id,
        );
        let report = judged_with(&world, &toml);
        prop_assume!(report.is_some());
        let report = report.unwrap();
        let expected = naive::judge(&world).verdicts;
        for year in report.years.clone() {
            let of = |name: &str| expected.get(&(year, part.id.to_owned(), name.to_owned()));
            let counties: Vec<&str> =
                plan.regions.iter().filter(|it| it.level == Level::County).map(|it| it.name).collect();
            let outcome = |name: &str| of(name).map_or("missing", |verdict| verdict.outcome);
            let lacks = counties.iter().any(|name| ["missing", "invalid"].contains(&outcome(name)));
            let value = |name: &str| of(name).and_then(|verdict| verdict.value.clone());
            let is_due = year >= plan.last || !plan.linear
                || world.against == dabiao::term::Against::Target;
            for name in &counties {
                let is_before = |other: &&str| match (value(other), value(name)) {
                    _ if outcome(other) == "not_applicable" => false,
                    (Some(other), Some(own)) => if is_upward { other > own } else { other < own },
                    _ => false,
                };
                let before = counties.iter().copied().filter(|other| is_before(other)).count();
                let expected = match before {
                    _ if outcome(name) == "not_applicable" => "not_applicable",
                    _ if lacks => "missing",
                    0 => "met",
                    _ if is_due => "not_met",
                    _ => "not_due",
                };
                prop_assert_eq!(outcome_of(&report, (year, "place", name)), Some(expected), "{} {}", year, name);
            }
        }
    }
}
