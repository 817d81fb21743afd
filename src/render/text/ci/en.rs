//! English.

use super::CiWords;
use crate::diagnostic::{Problem, Severity};
use crate::render::verdict::Told;
use crate::term::Year;

pub(super) const WORDS: CiWords = CiWords {
    findings: "Findings",
    not_counted: "falls short, but --fail-on does not cover it: not counted as a failure",
    count: "Count",
    clause: "; ",
    about: "about",
};

pub(super) fn verdict(told: Told<'_>) -> String {
    let Told { region, year, indicator, verdict, .. } = told;
    let value = told.value.map_or(String::new(), |value| format!("{value}, "));
    let clauses = [
        told.requirement.map(|required| format!("required {required}")),
        told.margin.map(|margin| format!("margin {margin}")),
        told.reason.map(|reason| format!("reason: {reason}")),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    let clauses =
        if clauses.is_empty() { String::new() } else { format!("; {}", clauses.join("; ")) };
    let cite = told.cite.map_or(String::new(), |cite| format!(" ({cite})"));
    format!("{region} {year} \"{indicator}\": {value}{verdict}{clauses}{cite}")
}

pub(super) fn about(region: Option<&str>, indicators: &[&str], year: Option<Year>) -> String {
    let named = (!indicators.is_empty()).then(|| format!("\"{}\"", indicators.join("\", \"")));
    let parts = [region.map(str::to_owned), year.map(|year| year.to_string()), named];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

pub(super) fn subject(problem: &Problem) -> &'static str {
    match problem {
        Problem::Key(_) | Problem::Target(_) | Problem::Plan(_) => "a fault in the plan's rules",
        Problem::Lint(_) => "a rule of the plan that may be wrong",
        Problem::Submission(_) => "the data that was sent",
        Problem::Audit(_) => "an audit of what was sent",
        Problem::Judgement(_) => "found while judging",
        Problem::Input(_) | Problem::Output(_) | Problem::Comparison(_) => "files or arguments",
        Problem::More(_) => "more of the same kind",
    }
}

pub(super) fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error: this can't be used, so that not all of the data can be judged",
        Severity::Warning => "warning: to be looked at; it changes no verdict and no exit code",
        Severity::Note => "note: worth knowing; it changes no verdict and no exit code",
    }
}

pub(super) fn errors_found(count: u64) -> String {
    format!("errors in the data: {count}")
}

pub(super) fn unlisted(count: u64) -> String {
    format!("and {count} more, not listed here")
}
