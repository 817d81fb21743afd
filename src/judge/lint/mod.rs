//! What in a plan may not be meant: rules that load, and say something odd.
//!
//! Each lint is a function of the plan, kept with others of its kind. What a rule
//! says is meant, with its reason, is told apart when all are found.

mod alias;
mod allow;
mod baseline;
mod bounds;
mod counts;
mod each;
mod interval;
mod pace;
mod parts;
mod same;
mod unused;
mod way;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, LintProblem};
use crate::plan::{Allow, Indicator, Plan};
use crate::report::LintReport;
use crate::source::Place;

/// Something found, and what the rules that it is about say is meant.
struct Finding<'p> {
    diagnostic: Diagnostic,
    allow: Vec<&'p [Allow]>,
}

impl<'p> Finding<'p> {
    fn new(problem: LintProblem, place: Place, allow: &'p [Allow]) -> Self {
        Self { diagnostic: Diagnostic::at(problem, place), allow: vec![allow] }
    }

    /// The same, about another rule too, at that place.
    fn with(mut self, place: Place, allow: &'p [Allow]) -> Self {
        self.diagnostic = self.diagnostic.with(place);
        self.allow.push(allow);
        self
    }
}

/// Looks for what may not be meant.
pub fn lint(plan: &Plan) -> LintReport {
    let mut found: Vec<Finding<'_>> = Vec::new();
    for indicator in &plan.indicators {
        found.extend(baseline::kept_not_held(plan, indicator));
        found.extend(counts::small_counts(indicator));
        found.extend(pace::pace_of_few(plan, indicator));
        found.extend(way::wrong_way(indicator));
        found.extend(no_cite(indicator));
        found.extend(counts::no_counts(indicator));
        found.extend(parts::parts_and_whole(plan, indicator));
        found.extend(each::same_of_each(plan, indicator));
    }
    found.extend(same::contradictions_and_differences(plan));
    found.extend(unused::references(plan));
    found.extend(unused::regions(plan));
    found.extend(alias::duplicates(plan));
    found.extend(bounds::audit_bounds(plan));
    let (mut found, mut allowed) = allow::settle(plan, found);
    found.sort_by_key(order);
    allowed.sort_by_key(|allowed| order(&allowed.found));
    LintReport { plan: Arc::clone(&plan.head), found, allowed, rules: plan.indicators.len() }
}

/// By file, line and column; at one place by code.
fn order(found: &Diagnostic) -> (Option<String>, Option<(u64, usize)>, usize) {
    let place = found.place.as_ref();
    let line = place.and_then(|place| place.line.as_ref());
    let code = LintProblem::codes().position(|code| code == found.code());
    (
        place.map(|place| place.file.to_string()),
        line.map(|line| (line.number, line.span.start)),
        code.unwrap_or_default(),
    )
}

/// A rule that does not say where in the document it stands.
fn no_cite(indicator: &Indicator) -> Option<Finding<'_>> {
    let problem = LintProblem::NoCite;
    let finding = || Finding::new(problem, indicator.rule.clone(), &indicator.allow);
    indicator.cite.is_none().then(finding)
}

/// Where the first of those keys stands that the rule has; else its id.
fn place(indicator: &Indicator, keys: &[&str]) -> Place {
    let key = keys.iter().find_map(|key| indicator.keys.place(key));
    key.unwrap_or_else(|| indicator.rule.clone())
}

/// The indicator that another repeats.
fn repeated<'p>(plan: &'p Plan, indicator: &Indicator) -> Option<&'p Indicator> {
    plan.indicators.get(indicator.same_as?.index()).map(Arc::as_ref)
}
