//! `allow`: what is meant so.

use std::collections::HashSet;

use super::Finding;
use crate::diagnostic::{Diagnostic, LintProblem};
use crate::plan::{Allow, Plan};
use crate::report::Allowed;

/// The findings that are left, and those that are meant so. What is allowed and not
/// found is a finding too.
pub(super) fn settle(plan: &Plan, found: Vec<Finding<'_>>) -> (Vec<Diagnostic>, Vec<Allowed>) {
    let mut settled = Settled::default();
    found.into_iter().for_each(|finding| settled.add(finding));
    let rules = || {
        let indicators = plan.indicators.iter().map(|rule| rule.allow.as_slice());
        let references = plan.references.iter().map(|rule| rule.allow.as_slice());
        let regions = plan.region_rules.iter().map(|rule| rule.allow.as_slice());
        indicators.chain(references).chain(regions)
    };
    for rule in rules() {
        for allow in rule.iter().filter(|allow| !is_of_unused(allow)) {
            settled.unused(allow, rule);
        }
    }
    // Whether these are of use is known when all others are.
    for allow in rules().flatten().filter(|allow| is_of_unused(allow)) {
        settled.unused(allow, &[]);
    }
    (settled.left, settled.allowed)
}

fn is_of_unused(allow: &Allow) -> bool {
    allow.code == LintProblem::UnusedAllow { code: String::new() }.code()
}

#[derive(Default)]
struct Settled {
    left: Vec<Diagnostic>,
    allowed: Vec<Allowed>,
    /// Those that were of use, by where they are held.
    used: HashSet<*const Allow>,
}

impl Settled {
    fn add(&mut self, finding: Finding<'_>) {
        let Finding { diagnostic: found, allow } = finding;
        let of_it = |allow: &&Allow| allow.code == found.code();
        let meant: Vec<&Allow> = allow.into_iter().flatten().filter(of_it).collect();
        self.used.extend(meant.iter().map(|allow| std::ptr::from_ref(*allow)));
        match meant.first() {
            Some(first) => self.allowed.push(Allowed { found, reason: first.reason.clone() }),
            None => self.left.push(found),
        }
    }

    /// Tells that nothing was found which a rule allows, unless something was.
    fn unused(&mut self, allow: &Allow, rule: &[Allow]) {
        if !self.used.contains(&std::ptr::from_ref(allow)) {
            let problem = LintProblem::UnusedAllow { code: allow.code.clone() };
            self.add(Finding::new(problem, allow.rule.clone(), rule));
        }
    }
}
