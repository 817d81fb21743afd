//! A part of a run is what the whole says of that part, in `check` and in `diff`.

use std::collections::BTreeSet;

use dabiao::diagnostic::{JudgementProblem, Problem};
use dabiao::judge;
use dabiao::plan::Plan;
use dabiao::render::{self, Lang, Style};
use dabiao::report::Selection;
use dabiao::report::comparison::Comparison;
use dabiao::report::record::{Record, read_report};
use dabiao::term::{Attribute, FailOn, RegionId, SeriesId};
use proptest::prelude::*;
use serde_json::Value;

use super::common::{self, Run};
use super::plan::{Form, REFERENCES};
use super::world::World;
use super::{cases, run, seeds, with_faults};

/// What is asked for, as places among what the plan has; empty for all.
#[derive(Debug, Clone)]
struct Filter {
    regions: Vec<usize>,
    indicators: Vec<usize>,
    attributes: Vec<Attribute>,
}

fn filters() -> impl Strategy<Value = Filter> {
    let attribute = prop::sample::select(Attribute::ALL.to_vec());
    (
        prop::collection::vec(0usize..8, 0..3),
        prop::collection::vec(0usize..8, 0..3),
        prop::collection::vec(attribute, 0..2),
    )
        .prop_map(|(regions, indicators, attributes)| Filter {
            regions,
            indicators,
            attributes,
        })
}

impl Filter {
    fn options(&self, world: &World) -> judge::Options {
        let regions = self.regions.iter().map(|at| at % world.plan.regions.len());
        let indicators = self.indicators.iter().map(|at| at % world.plan.indicators.len());
        judge::Options {
            regions: regions.map(|at| RegionId(at as u32)).collect(),
            indicators: indicators.map(|at| SeriesId(at as u16)).collect(),
            attributes: self.attributes.clone(),
            ..judge::Options::default()
        }
    }

    fn takes_region(&self, world: &World, name: &str) -> bool {
        let regions = &world.plan.regions;
        self.regions.is_empty()
            || self.regions.iter().any(|at| regions[at % regions.len()].name == name)
    }

    /// The ids of the series whose rows matter: the indicators asked for, and the
    /// references of those that have one.
    fn indicators(&self, world: &World) -> BTreeSet<String> {
        let all = &world.plan.indicators;
        let named = |at: usize| {
            self.indicators.is_empty() || self.indicators.iter().any(|it| it % all.len() == at)
        };
        let of = |attribute: &str| {
            let known = |it: &Attribute| {
                [
                    ("约束性", Attribute::Binding),
                    ("预期性", Attribute::Anticipatory),
                    ("任务", Attribute::Task),
                ]
                .contains(&(attribute, *it))
            };
            self.attributes.is_empty() || self.attributes.iter().any(known)
        };
        let taken = all.iter().enumerate().filter(|(at, it)| named(*at) && of(it.attribute));
        taken.map(|(_, indicator)| indicator.id.clone()).collect()
    }

    fn references(&self, world: &World) -> BTreeSet<String> {
        let taken = self.indicators(world);
        let has = |levels: bool| {
            let relative = world.plan.indicators.iter().filter(|it| taken.contains(&it.id));
            relative.into_iter().any(|it| match it.form {
                Form::Relative { levels: own } => own || !levels,
                _ => false,
            })
        };
        assert_eq!(REFERENCES.len(), 3);
        [("rate", has(false)), ("income", has(true)), ("output", has(false) && world.plan.output)]
            .into_iter()
            .filter(|(_, is_used)| *is_used)
            .map(|(id, _)| id.to_owned())
            .collect()
    }

    /// What of the whole is asked for, by its JSON alone.
    fn results(&self, world: &World, whole: &Value) -> Vec<Value> {
        let indicators = self.indicators(world);
        let results = whole["results"].as_array().unwrap().iter().filter(|result| {
            self.takes_region(world, result["region"]["name"].as_str().unwrap())
                && indicators.contains(result["indicator"].as_str().unwrap())
        });
        results.cloned().collect()
    }

    /// Errors and warnings: of notes some speak of several regions at once.
    fn findings(&self, world: &World, whole: &Value) -> Vec<Value> {
        let takes_all = self.indicators.is_empty() && self.attributes.is_empty();
        let mut series = self.indicators(world);
        series.extend(self.references(world));
        let takes = |found: &&Value| {
            let region = found.get("region").and_then(|region| region["name"].as_str());
            let indicators = found.get("indicators").and_then(Value::as_array);
            let is_of = |it: &Value| series.contains(it["id"].as_str().unwrap());
            region.is_none_or(|name| self.takes_region(world, name))
                && (takes_all
                    || indicators.is_none_or(|all| all.is_empty() || all.iter().any(is_of)))
        };
        weighty(whole).iter().filter(takes).cloned().collect()
    }
}

/// The errors and warnings of a document, but for the one that says that it is empty.
fn weighty(document: &Value) -> Vec<Value> {
    let found = document["diagnostics"].as_array().unwrap().iter();
    let found = found.filter(|found| found["severity"] != "note");
    found.filter(|found| found["code"] != "judgement/nothing-judged").cloned().collect()
}

fn count(found: &[Value], severity: &str) -> u64 {
    let found = found.iter().filter(|found| found["severity"] == severity);
    found.map(|found| found["count"].as_u64().unwrap_or(1)).sum()
}

/// How a run ends by its verdicts and findings.
fn exit(results: &[Value], found: &[Value], fail_on: FailOn) -> u64 {
    let is = |result: &Value, words: [&str; 2]| words.iter().any(|it| result["outcome"] == **it);
    let counts = |result: &Value| {
        let attribute = Attribute::ALL.into_iter().find(|it| result["attribute"] == it.word());
        fail_on.includes(attribute.unwrap())
    };
    if results.is_empty()
        || count(found, "error") > 0
        || results.iter().any(|result| is(result, ["missing", "invalid"]))
    {
        return 3;
    }
    u64::from(results.iter().any(|it| is(it, ["behind", "not_met"]) && counts(it)))
}

fn narrowed(run: Run, filter: &Filter, world: &World) -> Run {
    let mut run = run;
    for at in &filter.regions {
        run = run.region(world.plan.regions[at % world.plan.regions.len()].name);
    }
    for at in &filter.indicators {
        run = run.indicator(&world.plan.indicators[at % world.plan.indicators.len()].id);
    }
    filter.attributes.iter().fold(run, |run, attribute| run.attribute(*attribute))
}

fn plan(world: &World, is_audited: bool) -> Plan {
    let toml = world.plan.toml();
    common::load(&if is_audited { toml.replace(common::NO_AUDITS, AUDITS) } else { toml })
}

/// Every audit is hard, so that many are errors.
const AUDITS: &str = "[audit]\nchange-points = 5\nchange-percent = 5\ndeny = [\
    'audit/fraction-of-a-person', 'audit/sum-falls', 'audit/same-as-last-year', \
    'audit/change-since-last-year', 'audit/denominators-differ', 'audit/jump-of-scale']\n";

fn record(run: &Run, plan: &Plan, selection: &Selection, is_written: bool) -> Record {
    let report = run.judge(plan);
    if !is_written {
        return render::record(&report, "a", selection).unwrap();
    }
    let mut bytes = Vec::new();
    render::json(&report, Style::plain(Lang::Zh, 80), &mut bytes).unwrap();
    read_report("a", &bytes[..], selection).unwrap()
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_part_is_what_the_whole_says_of_that_part(
        world in seeds::worlds(),
        faults in proptest::collection::vec(0u8..7, 0..4),
        filter in filters(),
        is_audited in any::<bool>(),
    ) {
        let world = with_faults(&world, &faults);
        let plan = plan(&world, is_audited);
        let all = run(&world, &[&world.rows], &[&world.history_rows]);
        let whole = common::json(&all.judge(&plan));
        let part = common::json(&narrowed(all, &filter, &world).judge(&plan));
        let (results, found) = (filter.results(&world, &whole), filter.findings(&world, &whole));
        prop_assert_eq!(part["results"].as_array().unwrap(), &results);
        prop_assert_eq!(&weighty(&part), &found);
        let code = exit(&results, &found, world.fail_on);
        prop_assert_eq!(part["summary"]["exit_code"].as_u64(), Some(code));

        // What is not shown is counted.
        let outside = part["diagnostics"].as_array().unwrap().iter();
        let outside = outside.clone().find(|found| found["code"] == "judgement/outside");
        let told = |key: &str| outside.map_or(0, |found| found["outside"][key].as_u64().unwrap());
        let all = weighty(&whole);
        for (key, severity) in [("errors", "error"), ("warnings", "warning")] {
            prop_assert_eq!(told(key), count(&all, severity) - count(&found, severity));
        }
        let of = |results: &[Value], words: [&str; 2]| {
            let is = |result: &&Value| words.iter().any(|word| result["outcome"] == **word);
            results.iter().filter(is).count() as u64
        };
        let all = whole["results"].as_array().unwrap();
        for (key, words) in [("failed", ["behind", "not_met"]), ("incomplete", ["missing", "invalid"])] {
            prop_assert_eq!(told(key), of(all, words) - of(&results, words));
        }
    }

    #[test]
    fn submissions_and_their_reports_are_compared_alike_in_part(
        world in seeds::worlds(),
        faults in proptest::collection::vec(0u8..7, 0..4),
        filter in filters(),
        is_audited in any::<bool>(),
    ) {
        let new = with_faults(&world, &faults);
        let plan = plan(&world, is_audited);
        let selection = judge::selection(&plan, &filter.options(&world));
        let runs = [&world, &new].map(|world| run(world, &[&world.rows], &[&world.history_rows]));
        let compared = |is_written: [bool; 2]| {
            let [old, new] = [0, 1].map(|at| record(&runs[at], &plan, &selection, is_written[at]));
            let comparison = Comparison::of(old, new, world.fail_on);
            comparison.map(|it| {
                let sides = [&it.old, &it.new].map(|side| (side.verdicts, side.errors));
                (it.exit, it.counts, it.changes, it.vanished, it.appeared, it.findings, sides)
            })
        };
        let here = compared([false, false]);
        for is_written in [[true, true], [true, false], [false, true]] {
            prop_assert_eq!(&compared(is_written), &here);
        }
        // A part that was judged as one is that part of the whole.
        let alone = narrowed(runs[1].clone(), &filter, &world).judge(&plan);
        let part = record(&runs[1], &plan, &selection, false);
        let told = alone.diagnostics.iter().find_map(|found| match &found.problem {
            Problem::Judgement(JudgementProblem::Outside { outside }) => Some(*outside),
            _ => None,
        });
        prop_assert_eq!(told.unwrap_or_default(), part.outside);
        prop_assert_eq!(record(&runs[1], &plan, &selection, true).outside, part.outside);
        let alone = render::record(&alone, "a", &Selection::default()).unwrap();
        prop_assert_eq!(alone.verdicts, part.verdicts);
    }
}
