//! English.

use super::{Counts, RehearsalWords};
use crate::report::{Lack, Rehearsal};

pub(super) const WORDS: RehearsalWords = RehearsalWords {
    not_as_expected: "not as expected",
    basis: "Basis",
    errors: "as expected, but these rows have errors",
    nothing: "none",
    no_requirement: "no requirement",
    no_cases: "No cases were found. Those of the rule file NAME.toml stand beside it in NAME.cases.toml.",
    uncovered: "Rules without a case",
    weak: "Rules with cases that leave something untried (the exit code does not change)",
    lacks: "No check that is",
};

pub(super) fn expected(expected: &str, found: &str) -> String {
    format!("expected {expected}, found {found}")
}

pub(super) fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::AtTheBound => "exactly at the bound",
        Lack::Failing => "failing",
        Lack::Passing => "passing with some to spare",
    }
}

pub(super) fn rehearsed(rehearsal: &Rehearsal) -> String {
    let Counts { passed, failed, covered, uncovered, weak } = Counts::of(rehearsal);
    let Rehearsal { cases, checks, rules, .. } = rehearsal;
    let conclusion = match (failed, uncovered) {
        (0, 0) => "Result: every check is as expected, every judged rule has a case",
        (0, _) => "Result: some rules have no case",
        (_, 0) => "Result: some checks are not as expected",
        (_, _) => "Result: some checks are not as expected, some rules have no case",
    };
    format!(
        "Cases {cases}, checks {checks}: as expected {passed}, not {failed}\n\
         Judged rules {}: with cases {covered} (leaving something untried {weak}), without {uncovered}\n\
         {conclusion} (exit code {})",
        rules.len(),
        rehearsal.exit().code()
    )
}
