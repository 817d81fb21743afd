//! The cases of the built-in plan hold its rules where they are.

use dabiao::exact::Decimal;
use dabiao::judge::rehearse;
use dabiao::plan::{Bound, Case, Indicator, OwnPace, Plan, Target};
use dabiao::render::Lang;
use dabiao::report::Exit;
use dabiao::term::{Comparison, SeriesId};

use super::text;

fn built_in() -> (Plan, Vec<Case>) {
    let plan = Plan::built_in().unwrap();
    let cases = Case::built_in(&plan).unwrap();
    (plan, cases)
}

#[test]
fn the_built_in_plan_s_cases_pass_cover_every_rule_and_leave_nothing_untried() {
    let (plan, cases) = built_in();
    let rehearsal = rehearse(&plan, &cases);
    assert!(rehearsal.failures.is_empty(), "{}", text(&rehearsal, Lang::Zh));
    let ids = |rules: Vec<&str>| rules.join(" ");
    assert_eq!(ids(rehearsal.uncovered().map(|rule| &*rule.indicator.id).collect()), "");
    assert_eq!(ids(rehearsal.weak().map(|rule| &*rule.indicator.id).collect()), "");
    assert_eq!(rehearsal.exit(), Exit::Passed);
}

/// The number, one unit of its last digit away; of percentages one hundredth.
fn moved(number: Decimal, is_percent: bool, up: bool) -> Decimal {
    let power = if is_percent { 100 } else { 1 };
    let step = if up { 1 } else { -1 };
    assert!(number.scale() == 0 || number.scale() == 2);
    let units = if number.scale() == 2 { number.mantissa() } else { number.mantissa() * power };
    Decimal::new(units + step, if is_percent { 2 } else { 0 }).unwrap()
}

/// The rule, changed by as little as can be.
fn mutants(indicator: &Indicator) -> Vec<Indicator> {
    let is_percent = indicator.measure.is_percent();
    let strict = |comparison| match comparison {
        Comparison::Above => Comparison::AtLeast,
        Comparison::AtLeast => Comparison::Above,
        Comparison::Below => Comparison::AtMost,
        Comparison::AtMost => Comparison::Below,
    };
    let with = |target: Target| Indicator { target, ..indicator.clone() };
    let bounds = |bound: Bound| match bound {
        Bound::Compare { comparison, threshold } => vec![
            Bound::Compare { comparison, threshold: moved(threshold, is_percent, true) },
            Bound::Compare { comparison, threshold: moved(threshold, is_percent, false) },
            Bound::Compare { comparison: strict(comparison), threshold },
        ],
        Bound::Between { low, high } => vec![
            Bound::Between { low: moved(low, is_percent, false), high },
            Bound::Between { low, high: moved(high, is_percent, true) },
        ],
    };
    let mut mutants: Vec<Indicator> = match indicator.target {
        Target::Level(bound) => bounds(bound).into_iter().map(|b| with(Target::Level(b))).collect(),
        Target::Kept(bound) => bounds(bound).into_iter().map(|b| with(Target::Kept(b))).collect(),
        Target::Sum(bound) => bounds(bound).into_iter().map(|b| with(Target::Sum(b))).collect(),
        Target::EachYear(bound) => {
            bounds(bound).into_iter().map(|b| with(Target::EachYear(b))).collect()
        }
        Target::Relative { comparison, reference, growth_of } => {
            vec![with(Target::Relative { comparison: strict(comparison), reference, growth_of })]
        }
        Target::FullCoverage => {
            let threshold = Decimal::new(9999, 2).unwrap();
            let comparison = Comparison::AtLeast;
            vec![with(Target::Level(Bound::Compare { comparison, threshold }))]
        }
        Target::Milestone { due } => vec![with(Target::Milestone { due: due - 1 })],
        Target::Change { .. } | Target::Multiple { .. } | Target::Words => Vec::new(),
    };
    // A form that is judged in other years. What the baseline meets is kept up in either.
    let holds = |bound: Bound| {
        indicator.baseline.is_some_and(|baseline| bound.condition().holds(&baseline.into()))
    };
    mutants.extend(match indicator.target {
        Target::Level(bound) if !holds(bound) => Some(with(Target::Kept(bound))),
        Target::Kept(bound) if !holds(bound) => Some(with(Target::Level(bound))),
        Target::Sum(bound) => Some(with(Target::EachYear(bound))),
        Target::EachYear(bound) => Some(with(Target::Sum(bound))),
        _ => None,
    });
    if let Target::Sum(_) = indicator.target {
        let other = match indicator.pace {
            Some(OwnPace::AtEnd) => OwnPace::Linear,
            Some(OwnPace::Linear) | None => OwnPace::AtEnd,
        };
        mutants.push(Indicator { pace: Some(other), ..indicator.clone() });
    }
    // A baseline that meets the target moves nothing.
    if let (Some(baseline), Target::Level(bound)) = (indicator.baseline, indicator.target.clone())
        && !bound.condition().holds(&baseline.into())
    {
        for up in [true, false] {
            let baseline = Some(moved(baseline, is_percent, up));
            mutants.push(Indicator { baseline, ..indicator.clone() });
        }
    }
    mutants
}

#[test]
fn the_built_in_plan_s_cases_notice_every_rule_that_is_off_by_one_unit() {
    let (plan, cases) = built_in();
    for (at, indicator) in plan.indicators.iter().enumerate().filter(|(_, i)| i.is_judged()) {
        let id = SeriesId(u16::try_from(at).unwrap());
        let of: Vec<Case> = cases.iter().filter(|case| case.indicator == id).cloned().collect();
        let mutants = mutants(indicator);
        assert!(!mutants.is_empty(), "{}", indicator.id);
        for mutant in mutants {
            let mut changed = plan.clone();
            let told = format!("{} as {:?}", indicator.id, mutant.target);
            changed.indicators[at] = mutant;
            assert!(!rehearse(&changed, &of).failures.is_empty(), "{told}");
        }
    }
}
