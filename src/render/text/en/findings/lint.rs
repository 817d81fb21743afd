//! English: what findings in rules that load say.

use crate::diagnostic::LintProblem;
use crate::render::text::Message;
use crate::render::{Lang, numbers};

pub(in crate::render::text) fn message(problem: &LintProblem) -> Message {
    use LintProblem as L;
    let demand = |demand| Lang::En.demand(demand);
    match problem {
        L::KeptNotHeld { target, baseline, unit } => Message::new(format!(
            "the target is \"{}\", but the baseline {} does not meet it",
            demand(target),
            numbers::with_unit(&baseline.to_string(), unit)
        ))
        .help("check the document; if it says so, allow it with the reason"),
        L::Contradiction { year, here, there } => Message::new(format!(
            "two rules on one measure contradict each other in {year}: \"{}\" and \"{}\"",
            demand(here),
            demand(there)
        ))
        .help("no value satisfies both; check the document"),
        L::Differs { here, there } => Message::new(format!(
            "two rules on one measure differ: \"{}\" and \"{}\"",
            demand(here),
            demand(there)
        ))
        .help("check the document; if it says so, allow it with the reason"),
        L::SmallCounts { target, baseline, denominator } => Message::new(format!(
            "the baseline {baseline}% looks like a part of {denominator}; if so, \"{}\" demands \
             all {denominator}",
            demand(target)
        ))
        .help("make sure that this is meant; if so, allow it with the reason"),
        L::PaceOfFew { target, first } => Message::new(format!(
            "on a straight line to \"{}\" the first year demands {}, so at least 1",
            demand(target),
            numbers::bound(first)
        ))
        .help("for sums of a few, pace = \"at-end\" makes them due in the target year"),
        L::AuditBound { key, bound } => Message::new(match bound.is_zero() {
            true => format!("{key} = {bound} asks for a remark on every change"),
            false => format!("{key} = {bound} is so wide that an index of 108.74 passes"),
        })
        .help("for percentages 10 to 30 is usual"),
        L::WrongWay { name, target } => Message::new(format!(
            "\"{name}\" speaks of a fall, but the target is a rise: {}",
            demand(target)
        ))
        .help("write a fall with operator = \"≤\" and a negative threshold, such as -13.5"),
        L::UnusedReference { id } => {
            Message::new(format!("no indicator uses the reference series \"{id}\""))
                .help("remove it, or refer to it")
        }
        L::UnusedRegion { name } => Message::new(format!("no indicator judges \"{name}\""))
            .help("remove it, or check the scopes of the indicators"),
        L::DuplicateAlias { alias } => {
            Message::new(format!("the alias \"{alias}\" is there already"))
                .help("a rule's id, name, number and aliases are each written once")
        }
        L::NoCite => Message::new("the rule does not say where it stands in the document")
            .help("say so with cite"),
        L::NoCounts { lacking } => Message::new(format!("{} not stated", lacking.join(", ")))
            .help("a percentage should say of what"),
        L::UnusedAllow { code } => Message::new(format!("there is no \"{code}\" here to allow"))
            .help("remove it from allow"),
    }
}
