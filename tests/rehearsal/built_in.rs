//! The cases of the built-in plan hold its rules where they are.

use dabiao::exact::{Decimal, Rational};
use dabiao::form::{Aim, Form, Relation, Target};
use dabiao::judge::rehearse;
use dabiao::plan::{Case, Indicator, OwnPace, OwnYears, Plan};
use dabiao::render::Lang;
use dabiao::report::Exit;
use dabiao::term::{Comparison, Condition, SeriesId};

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

/// The rule, changed by as little as can be.
fn mutants(indicator: &Indicator) -> Vec<Indicator> {
    let Target { form, aim, .. } = &indicator.target;
    // One of what is counted; of percentages one hundredth.
    let step =
        Rational::from(1) / Rational::from(if indicator.measure.is_percent() { 100 } else { 1 });
    let moved = |number: &Rational, up| {
        if up { number.clone() + step.clone() } else { number.clone() - step.clone() }
    };
    let strict = |comparison| match comparison {
        Comparison::Above => Comparison::AtLeast,
        Comparison::AtLeast => Comparison::Above,
        Comparison::Below => Comparison::AtMost,
        Comparison::AtMost => Comparison::Below,
    };
    let with = |form, aim| {
        let target = Target { form, aim, parts: Vec::new() };
        Indicator { target, ..indicator.clone() }
    };
    let bounds = |bound: &Condition| match bound {
        // None is more than all.
        Condition::Compare(comparison, all) if *form == Form::FullCoverage => {
            vec![Condition::Compare(*comparison, moved(all, false))]
        }
        Condition::Compare(comparison, bound) => vec![
            Condition::Compare(*comparison, moved(bound, true)),
            Condition::Compare(*comparison, moved(bound, false)),
            Condition::Compare(strict(*comparison), bound.clone()),
        ],
        Condition::Between(low, high) => vec![
            Condition::Between(moved(low, false), high.clone()),
            Condition::Between(low.clone(), moved(high, true)),
        ],
    };
    let mut mutants: Vec<Indicator> = match aim {
        Aim::Number { terms, bound } => {
            let number = |bound| Aim::Number { terms: *terms, bound };
            bounds(bound).into_iter().map(|bound| with(*form, number(bound))).collect()
        }
        Aim::Relative(relation) => {
            let comparison = strict(relation.comparison);
            vec![with(*form, Aim::Relative(Relation { comparison, ..relation.clone() }))]
        }
        Aim::Done { due } => {
            let own_years = OwnYears { due: Some(due - 1), ..indicator.own_years };
            vec![Indicator { own_years, ..with(*form, Aim::Done { due: due - 1 }) }]
        }
        Aim::Parts { .. } | Aim::Words | Aim::Unset => Vec::new(),
    };
    // A form that is judged in other years. What the baseline meets is kept up in either.
    let baseline = indicator.baseline.map(Rational::from);
    let holds = indicator.target.of_value().zip(baseline.as_ref()).map(|(of, at)| of.holds(at));
    let other = match form {
        Form::Level if holds != Some(true) => Some(Form::Kept),
        Form::Kept if holds != Some(true) => Some(Form::Level),
        Form::Sum => Some(Form::EachYear),
        Form::EachYear => Some(Form::Sum),
        _ => None,
    };
    mutants.extend(other.map(|form| with(form, aim.clone())));
    if *form == Form::Sum {
        let other = match indicator.pace {
            Some(OwnPace::AtEnd) => OwnPace::Linear,
            Some(OwnPace::Linear) | None => OwnPace::AtEnd,
        };
        mutants.push(Indicator { pace: Some(other), ..indicator.clone() });
    }
    // A baseline that meets the target moves nothing.
    if let (Form::Level, Some(false), Some(written)) = (form, holds, indicator.baseline) {
        let last = if indicator.measure.is_percent() { 2 } else { 0 };
        assert!(written.scale() <= last);
        let digits = written.shifted(i8::try_from(last).unwrap()).unwrap().mantissa();
        for moved in [digits + 1, digits - 1] {
            let baseline = Decimal::new(moved, last);
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
            changed.indicators[at] = mutant.into();
            assert!(!rehearse(&changed, &of).failures.is_empty(), "{told}");
        }
    }
}
