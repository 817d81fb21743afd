//! Names that a rule writes twice.

use super::Finding;
use crate::diagnostic::LintProblem;
use crate::plan::{Allow, Keys, Plan};
use crate::term::Names;

/// So many of one rule are told: nobody mends more of them one by one.
const MOST: usize = 1_000;

/// Aliases that are another name of the same rule, as submissions are read.
pub(super) fn duplicates(plan: &Plan) -> Vec<Finding<'_>> {
    let mut found = Vec::new();
    for rule in &plan.indicators {
        let number = rule.number.as_deref().unwrap_or_default();
        let names = [("id", rule.id.as_str()), ("name", &*rule.name), ("number", number)];
        found.extend(twice(&names, &rule.aliases, &rule.keys, &rule.allow));
    }
    for rule in &plan.references {
        let names = [("id", rule.id.as_str()), ("name", &*rule.name)];
        found.extend(twice(&names, &rule.aliases, &rule.keys, &rule.allow));
    }
    for rule in &plan.region_rules {
        let region = plan.region(rule.region);
        let code = region.code.as_deref().unwrap_or_default();
        let names = [("code", code), ("name", &*region.name)];
        found.extend(twice(&names, &rule.aliases, &rule.keys, &rule.allow));
    }
    found
}

/// The aliases of one rule that are there already, each with where.
fn twice<'p>(
    names: &[(&'static str, &str)],
    aliases: &[String],
    keys: &Keys,
    allow: &'p [Allow],
) -> Vec<Finding<'p>> {
    let mut known = Names::default();
    for (at, (_, name)) in names.iter().enumerate().filter(|(_, (_, name))| !name.is_empty()) {
        known.insert(name, at as u32);
    }
    let mut found = Vec::new();
    let mut places = Vec::new();
    for (at, alias) in aliases.iter().enumerate() {
        let number = names.len() + at;
        let Some(first) = known.insert(alias, number as u32) else { continue };
        if found.len() == MOST {
            break;
        }
        // A rule may have very many, and mostly none is there twice.
        if places.is_empty() {
            places.extend(keys.places("aliases"));
        }
        let Some(place) = places.get(at).cloned() else { continue };
        let problem = LintProblem::DuplicateAlias { alias: alias.clone() };
        let mut finding = Finding::new(problem, place, allow);
        let first = first as usize;
        let there = match names.get(first) {
            Some((key, _)) => keys.place(key),
            None => places.get(first - names.len()).cloned(),
        };
        finding.diagnostic.related.extend(there);
        found.push(finding);
    }
    found
}
