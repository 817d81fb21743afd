//! `allow`: what is meant so.

use super::Finding;
use crate::diagnostic::{Diagnostic, LintProblem};
use crate::plan::{Allow, Plan};
use crate::report::Allowed;

/// The findings that are left, and those that are meant so. What is allowed and not
/// found is a finding too.
pub(super) fn settle<'p>(
    plan: &'p Plan,
    found: Vec<Finding<'p>>,
) -> (Vec<Diagnostic>, Vec<Allowed>) {
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
struct Settled<'p> {
    left: Vec<Diagnostic>,
    allowed: Vec<Allowed>,
    used: Vec<&'p Allow>,
}

impl<'p> Settled<'p> {
    fn add(&mut self, finding: Finding<'p>) {
        let Finding { diagnostic: found, allow } = finding;
        let of_it = |allow: &&Allow| allow.code == found.code();
        let before = self.used.len();
        self.used.extend(allow.into_iter().flatten().filter(of_it));
        match self.used.get(before) {
            Some(first) => self.allowed.push(Allowed { found, reason: first.reason.clone() }),
            None => self.left.push(found),
        }
    }

    /// Tells that nothing was found which a rule allows, unless something was.
    fn unused(&mut self, allow: &'p Allow, rule: &'p [Allow]) {
        if !self.used.iter().any(|used| std::ptr::eq(*used, allow)) {
            let problem = LintProblem::UnusedAllow { code: allow.code.clone() };
            self.add(Finding::new(problem, allow.rule.clone(), rule));
        }
    }
}
