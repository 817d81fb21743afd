//! Cases that `plan test --draft` writes.

use dabiao::judge;
use dabiao::plan::{Case, Plan, RuleFile};
use dabiao::report::Rehearsal;

use crate::common;

/// What is drafted of a plan without cases, and the rules that are left out.
fn drafted(plan: &Plan) -> (String, Vec<String>) {
    let (cases, left) = judge::draft_cases(plan, &[]);
    let left: Vec<&str> = left.iter().map(|id| &*plan.indicators[id.index()].id).collect();
    (Case::drafted(plan, &cases, &left), left.into_iter().map(str::to_owned).collect())
}

fn rehearsed(plan: &Plan, cases: &str) -> Rehearsal {
    let file = RuleFile::new("drafted.cases.toml", cases.as_bytes().to_vec());
    let cases = Case::load(plan, &[file]).unwrap_or_else(|faults| panic!("{cases}{faults:#?}"));
    judge::rehearse(plan, &cases)
}

fn kind(name: &str) -> String {
    std::fs::read_to_string(format!("tests/plans/kinds/{name}.toml")).unwrap()
}

fn uncovered(rehearsal: &Rehearsal) -> Vec<String> {
    rehearsal.uncovered().map(|rule| rule.indicator.id.to_string()).collect()
}

#[test]
fn every_rule_of_the_built_in_plan_gets_cases_that_hold_and_leave_nothing_untried() {
    let plan = Plan::built_in().unwrap();
    let (text, left) = drafted(&plan);
    let rehearsal = rehearsed(&plan, &text);
    assert!(rehearsal.failures.is_empty(), "{:#?}", rehearsal.failures);
    assert_eq!((left, uncovered(&rehearsal)), (vec![], vec![]));
    let lacking = rehearsal.rules.iter().filter(|rule| !rule.lacks.is_empty());
    assert_eq!(lacking.map(|rule| &*rule.indicator.id).collect::<Vec<_>>(), [""; 0]);
    assert!(text.starts_with("# 由规则起草"), "{text}");
    assert!(text.contains("# Drafted from the rules"), "{text}");
}

#[test]
fn drafts_of_many_kinds_of_plans_hold_at_once_are_the_same_again_and_name_what_they_lack() {
    let kinds = [
        ("ageing", ""),
        // A share of counties where each of several things is good.
        ("county-assessment", "good-share"),
        ("education", ""),
        ("environment", ""),
        ("eu", ""),
        ("land", ""),
        ("sdg", ""),
    ];
    for (name, expected) in kinds {
        let plan = common::load(&kind(name));
        let (text, left) = drafted(&plan);
        assert_eq!(left.concat(), expected, "{name}");
        assert_eq!(drafted(&plan).0, text, "{name}");
        let rehearsal = rehearsed(&plan, &text);
        assert!(rehearsal.failures.is_empty(), "{name}: {:#?}", rehearsal.failures);
        assert_eq!(uncovered(&rehearsal), left, "{name}");
        assert!(left.iter().all(|id| text.contains(&format!("# 未能起草，请自己写：{id}\n"))));
    }
}

#[test]
fn a_rule_of_which_one_digit_is_otherwise_fails_what_was_drafted() {
    let changes = [
        ("ageing", "threshold = 900", "threshold = 901"),
        ("ageing", "threshold = 55", "threshold = 54"),
        ("education", "threshold = 96", "threshold = 95"),
        ("land", "threshold = 85", "threshold = 86"),
        ("land", "threshold = 1.3", "threshold = 1.2"),
        ("sdg", "threshold = 0.5", "threshold = 0.6"),
        ("sdg", "threshold = 70", "threshold = 71"),
    ];
    for (name, from, to) in changes {
        let rules = kind(name);
        let (text, _) = drafted(&common::load(&rules));
        assert!(rules.contains(from), "{name}: {from}");
        let changed = common::load(&rules.replacen(from, to, 1));
        assert!(rehearsed(&changed, &text).failed > 0, "{name}: {from} as {to}");
    }
}

#[test]
fn rules_that_have_cases_are_left_alone() {
    let plan = common::load(&kind("land"));
    let (all, _) = judge::draft_cases(&plan, &[]);
    let own = all[0].clone();
    let (others, left) = judge::draft_cases(&plan, std::slice::from_ref(&own));
    let expected: Vec<&Case> = all.iter().filter(|it| it.indicator != own.indicator).collect();
    assert_eq!((others.iter().collect::<Vec<_>>(), left), (expected, vec![]));
}
