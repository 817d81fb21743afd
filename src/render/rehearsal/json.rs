//! A rehearsal as JSON, version 1: for scripts. Keys are additive within a version.

use std::io::{self, Write};

use serde::Serialize;

use super::Written;
use crate::diagnostic::Diagnostic;
use crate::exact::Rational;
use crate::render::Lang;
use crate::render::json::{List, finding, findings, write};
use crate::report::document::{FindingKeys, PlaceKeys, PlanKeys, RegionKeys};
use crate::report::{Difference, Exit, Failure, Lack, Rehearsal, Rehearsed};
use crate::term::Year;

/// Writes the rehearsal. Messages are in `lang`; all else is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(rehearsal: &Rehearsal, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        plan: Some(PlanKeys::from(&rehearsal.plan)),
        summary: SummaryKeys {
            exit_code: rehearsal.exit().code(),
            counts: Some(CountKeys {
                cases: rehearsal.cases,
                checks: rehearsal.checks,
                failed: rehearsal.failed,
                rules: rehearsal.rules.len(),
                uncovered: rehearsal.uncovered().count(),
                weak: rehearsal.weak().count(),
            }),
        },
        failures: List(|| {
            rehearsal.failures.iter().map(|it| FailureKeys::new(it, rehearsal, lang))
        }),
        rules: List(|| rehearsal.rules.iter().map(RuleKeys::from)),
        diagnostics: [(); 0],
    };
    write(&document, out)
}

/// Writes the same document for a plan or cases that could not be read.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        plan: None,
        summary: SummaryKeys { exit_code: Exit::Unusable.code(), counts: None },
        failures: [(); 0],
        rules: [(); 0],
        diagnostics: findings(found, lang),
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document<'r, F, R, D> {
    plan: Option<PlanKeys<'r>>,
    summary: SummaryKeys,
    failures: F,
    rules: R,
    diagnostics: D,
}

#[derive(Serialize)]
struct SummaryKeys {
    exit_code: u8,
    #[serde(flatten)]
    counts: Option<CountKeys>,
}

#[derive(Serialize)]
struct CountKeys {
    cases: usize,
    checks: usize,
    failed: usize,
    rules: usize,
    uncovered: usize,
    weak: usize,
}

/// One of `rules`.
#[derive(Serialize)]
struct RuleKeys<'r> {
    indicator: &'r str,
    number: Option<&'r str>,
    name: &'r str,
    cases: usize,
    checks: usize,
    lacks: Vec<&'static str>,
    rule: PlaceKeys<'r>,
}

impl<'r> From<&'r Rehearsed> for RuleKeys<'r> {
    fn from(rule: &'r Rehearsed) -> Self {
        let Rehearsed { indicator, cases, checks, lacks } = rule;
        Self {
            indicator: &indicator.id,
            number: indicator.number.as_deref(),
            name: &indicator.name,
            cases: *cases,
            checks: *checks,
            lacks: lacks.iter().copied().map(Lack::word).collect(),
            rule: PlaceKeys::from(&indicator.rule),
        }
    }
}

/// One of `failures`.
#[derive(Serialize)]
struct FailureKeys<'r> {
    case: Option<&'r str>,
    indicator: &'r str,
    number: Option<&'r str>,
    name: &'r str,
    region: RegionKeys<'r>,
    year: Year,
    differences: Vec<DifferenceKeys>,
    diagnostics: Vec<FindingKeys<'r>>,
    location: PlaceKeys<'r>,
    rule: PlaceKeys<'r>,
}

impl<'r> FailureKeys<'r> {
    fn new(failure: &'r Failure, rehearsal: &'r Rehearsal, lang: Lang) -> Self {
        let indicator = &rehearsal.rules[failure.rule].indicator;
        Self {
            case: failure.case.as_deref(),
            indicator: &indicator.id,
            number: indicator.number.as_deref(),
            name: &indicator.name,
            region: RegionKeys::from(&failure.region),
            year: failure.year,
            differences: failure.differences.iter().map(DifferenceKeys::from).collect(),
            diagnostics: failure.findings.iter().map(|it| finding(it, lang)).collect(),
            location: PlaceKeys::from(&failure.place),
            rule: PlaceKeys::from(&indicator.rule),
        }
    }
}

/// One thing that is not as expected.
#[derive(Serialize)]
struct DifferenceKeys {
    what: &'static str,
    expected: Side,
    found: Side,
}

/// A count, or what else a check writes; null if there is none.
#[derive(Serialize)]
#[serde(untagged)]
enum Side {
    Count(Option<i64>),
    Text(Option<String>),
}

impl From<&Difference> for DifferenceKeys {
    fn from(difference: &Difference) -> Self {
        let what = match difference {
            Difference::Outcome { .. } => "outcome",
            Difference::Margin { .. } => "margin",
            Difference::Count { expected, found } => {
                let found = found.as_ref().and_then(Rational::to_i64);
                let [expected, found] = [Some(*expected), found].map(Side::Count);
                return Self { what: "count", expected, found };
            }
            Difference::Requirement { .. } => "requirement",
            Difference::Basis { .. } => "basis",
            Difference::Errors => "errors",
        };
        let Written { expected, found } = Written::of(difference);
        let [expected, found] = [expected, found].map(Side::Text);
        Self { what, expected, found }
    }
}
