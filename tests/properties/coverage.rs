//! A property that never meets a case says nothing about it.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::term::Outcome;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::naive::{self, Q};
use super::{COUNTED, seeds};

/// How each form can end.
const ENDS: [(&str, &[&str]); 12] = [
    ("level", &["met", "on_pace", "behind", "not_met", "not_due", "missing", "invalid", "waived"]),
    ("kept", &["met", "not_met", "missing", "not_applicable", "waived"]),
    ("relative", &["met", "not_met", "missing", "waived"]),
    ("sum", &["met", "on_pace", "behind", "not_met", "not_due", "missing", "invalid", "waived"]),
    ("each-year", &["met", "not_met", "missing"]),
    ("change", &["met", "on_pace", "behind", "not_met", "not_due", "missing"]),
    ("multiple", &["met", "on_pace", "behind", "not_met", "not_due", "missing"]),
    ("year-on-year", &["met", "not_met", "missing"]),
    ("mean", &["met", "behind", "not_met", "not_due", "missing"]),
    ("growth", &["met", "on_pace", "behind", "not_met", "not_due", "missing"]),
    ("milestone", &["met", "not_met", "not_due", "missing", "invalid", "not_applicable"]),
    ("full-coverage", &["met", "on_pace", "behind", "not_met", "not_due"]),
];

/// What the naive reading comes across.
const MET: [&str; 7] = [
    "a rate against a rate",
    "a rate against levels",
    "a sum of years",
    "a total sent",
    "an index at its bound",
    "levels against a rate",
    "levels against levels",
];

#[test]
fn the_random_cases_reach_every_form_outcome_basis_and_finding() {
    let mut runner = TestRunner::deterministic();
    let (mut outcomes, mut bases) = (BTreeMap::new(), BTreeMap::new());
    let (mut ends, mut at_the_bound) = (BTreeMap::new(), BTreeMap::new());
    let (mut exits, mut found) = (BTreeSet::new(), BTreeMap::new());
    let mut met = BTreeMap::new();
    let (mut from_own_year, mut due_early) = (0, 0);
    for _ in 0..1200 {
        let world = seeds::worlds().new_tree(&mut runner).unwrap().current();
        let expected = naive::judge(&world);
        for ((_, id, _), verdict) in &expected.verdicts {
            let indicator = world.plan.indicators.iter().find(|i| i.id == *id).unwrap();
            let form = indicator.form.word();
            *outcomes.entry(verdict.outcome).or_insert(0) += 1;
            *ends.entry((form, verdict.outcome)).or_insert(0) += 1;
            if let Some(due) = &verdict.due {
                *bases.entry((due.basis, due.source)).or_insert(0) += 1;
                let (base, own_due) = indicator.own;
                from_own_year += u32::from(base.is_some() && due.source == Some("history"));
                due_early += u32::from(own_due.is_some_and(|own| own < world.plan.last));
            }
            if verdict.margin() == Some(Q::from_integer(0.into())) {
                *at_the_bound.entry(form).or_insert(0) += 1;
            }
        }
        exits.insert(expected.exit);
        for (code, seen) in expected.found {
            *found.entry(code).or_insert(0) += seen;
        }
        for (what, seen) in expected.met {
            *met.entry(what).or_insert(0) += seen;
        }
    }
    assert!(from_own_year >= 20 && due_early >= 20, "{from_own_year} {due_early}");
    let often = |seen: Option<&u64>| seen.is_some_and(|seen| *seen >= 20);
    for outcome in Outcome::ALL.map(Outcome::word) {
        assert!(often(outcomes.get(outcome)), "{outcome}: {outcomes:?}");
    }
    for (form, outcomes) in ENDS {
        for outcome in outcomes {
            let seen = ends.get(&(form, *outcome)).copied().unwrap_or(0);
            assert!(seen >= 5, "{form} {outcome} {seen}: {ends:?}");
        }
        // There is no margin to a milestone.
        assert!(form == "milestone" || at_the_bound[form] >= 10, "{form}: {at_the_bound:?}");
    }
    assert!(often(bases.get(&("target", Some("year-before")))), "{bases:?}");
    let sources = [Some("history"), Some("plan")];
    for basis in ["kept", "pace", "target", "milestone"] {
        for source in sources {
            assert!(often(bases.get(&(basis, source))), "{basis} {source:?}: {bases:?}");
        }
    }
    for basis in ["kept", "milestone", "pace", "reference", "target"] {
        assert!(often(bases.get(&(basis, None))), "{basis}: {bases:?}");
    }
    assert_eq!(exits, BTreeSet::from([0, 1, 3]));
    for code in COUNTED {
        assert!(often(found.get(code)), "{code}: {found:?}");
    }
    for what in MET {
        assert!(met.get(what).is_some_and(|seen| *seen >= 10), "{what}: {met:?}");
    }
}
