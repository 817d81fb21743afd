//! A comparison as JSON, version 1: for scripts. Keys are additive within a version.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::figures::rise;
use crate::diagnostic::{Diagnostic, Severity};
use crate::render::Lang;
use crate::render::json::{List, findings, write};
use crate::report::Exit;
use crate::report::comparison::{Change, Comparison, ComparisonCounts, FindingChange, Side, Turn};
use crate::report::document::{BoundKeys, Key, Operator, PlanKeys, RegionKeys};
use crate::report::record::{Bounds, Number, Value, Verdict};
use crate::term::{Against, Attribute, Date, Outcome, Year};

/// Writes a comparison; it is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let Comparison { changes, vanished, appeared, .. } = comparison;
    let changes = List(|| {
        let vanished = vanished.iter().map(|old| ChangeKeys::new("vanished", old, Some(old), None));
        let appeared = appeared.iter().map(|new| ChangeKeys::new("appeared", new, None, Some(new)));
        changes.iter().map(ChangeKeys::from).chain(vanished).chain(appeared)
    });
    let document = Document {
        run: Some(RunKeys::new(comparison)),
        summary: Summary { exit: comparison.exit, counts: comparison.counts },
        changes,
        findings: comparison.findings.iter().map(FindingKeys::from).collect(),
        diagnostics: [(); 0],
    };
    write(&document, out)
}

/// Writes the same document for a run in which nothing could be compared.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        run: None,
        summary: Summary { exit: Exit::Unusable, counts: ComparisonCounts::default() },
        changes: [(); 0],
        findings: Vec::new(),
        diagnostics: findings(found, lang),
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document<'c, C: Serialize, D: Serialize> {
    run: Option<RunKeys<'c>>,
    summary: Summary,
    changes: C,
    findings: Vec<FindingKeys<'c>>,
    diagnostics: D,
}

#[derive(Serialize)]
struct RunKeys<'c> {
    plan: PlanKeys<'c>,
    against: Against,
    fail_on: &'static str,
    by_year: bool,
    old: SideKeys<'c>,
    new: SideKeys<'c>,
}

impl<'c> RunKeys<'c> {
    fn new(comparison: &'c Comparison) -> Self {
        let (id, title) = (comparison.plan.as_str(), &comparison.title);
        let title_en = title.english().map(Key::from);
        Self {
            plan: PlanKeys { id: id.into(), title: (&**title).into(), title_en },
            against: comparison.against,
            fail_on: comparison.fail_on.word(),
            by_year: comparison.across.is_none(),
            old: SideKeys::from(&comparison.old),
            new: SideKeys::from(&comparison.new),
        }
    }
}

#[derive(Serialize)]
struct SideKeys<'c> {
    path: &'c str,
    kind: &'static str,
    years: &'c [Year],
    verdicts: u64,
    errors: u64,
}

impl<'c> From<&'c Side> for SideKeys<'c> {
    fn from(side: &'c Side) -> Self {
        let Side { name, origin, years, verdicts, errors } = side;
        let (verdicts, errors) = (*verdicts, *errors);
        Self { path: name, kind: origin.word(), years, verdicts, errors }
    }
}

struct Summary {
    exit: Exit,
    counts: ComparisonCounts,
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut keys = serializer.serialize_map(None)?;
        keys.serialize_entry("exit_code", &self.exit.code())?;
        for turn in Turn::ALL {
            keys.serialize_entry(turn.word(), &self.counts.turned(turn))?;
        }
        let ComparisonCounts { vanished, lost, appeared, same, failing, .. } = self.counts;
        for (word, count) in [
            ("vanished", vanished),
            ("vanished_judged", lost),
            ("appeared", appeared),
            ("same", same),
            ("failing", failing),
        ] {
            keys.serialize_entry(word, &count)?;
        }
        keys.end()
    }
}

/// A verdict that is not the same on both sides.
#[derive(Serialize)]
struct ChangeKeys<'c> {
    change: &'static str,
    indicator: &'c str,
    number: Option<&'c str>,
    name: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name_en: Option<&'c str>,
    attribute: Attribute,
    region: RegionKeys<'c>,
    old: Option<VerdictKeys<'c>>,
    new: Option<VerdictKeys<'c>>,
    difference: Option<String>,
}

impl<'c> ChangeKeys<'c> {
    fn new(
        change: &'static str,
        of: &'c Verdict,
        old: Option<&'c Verdict>,
        new: Option<&'c Verdict>,
    ) -> Self {
        Self {
            change,
            indicator: &of.indicator.id,
            number: of.indicator.number.as_deref(),
            name: &of.indicator.name,
            name_en: of.indicator.name.english(),
            attribute: of.indicator.attribute,
            region: RegionKeys::from(&*of.region),
            old: old.map(VerdictKeys::from),
            new: new.map(VerdictKeys::from),
            difference: None,
        }
    }
}

impl<'c> From<&'c Change> for ChangeKeys<'c> {
    fn from(change: &'c Change) -> Self {
        let Change { turn, old, new, .. } = change;
        Self { difference: rise(change), ..Self::new(turn.word(), new, Some(old), Some(new)) }
    }
}

#[derive(Serialize)]
struct VerdictKeys<'c> {
    year: Year,
    outcome: Outcome,
    value: Option<&'c str>,
    numerator: Option<&'c Number>,
    denominator: Option<&'c Number>,
    unit: &'c str,
    done_on: Option<Date>,
    requirement: Option<BoundKeys>,
}

impl<'c> From<&'c Verdict> for VerdictKeys<'c> {
    fn from(verdict: &'c Verdict) -> Self {
        let value = verdict.value.as_ref();
        let (numerator, denominator) = verdict
            .counts
            .as_ref()
            .map(|(numerator, denominator)| (numerator, denominator))
            .unzip();
        Self {
            year: verdict.year,
            outcome: verdict.outcome,
            value: value.map(Value::text),
            numerator,
            denominator,
            unit: &verdict.unit,
            done_on: value.and_then(Value::day),
            requirement: verdict.requirement.as_ref().map(bounds),
        }
    }
}

fn bounds(bounds: &Bounds) -> BoundKeys {
    let is = |number: &Number| Some(Key::Is(number.clone()));
    match bounds {
        Bounds::Compare(comparison, bound) => BoundKeys {
            operator: Some(Operator::Compare(*comparison)),
            value: is(bound),
            ..BoundKeys::default()
        },
        Bounds::Between(low, high) => BoundKeys {
            operator: Some(Operator::Between),
            low: is(low),
            high: is(high),
            ..BoundKeys::default()
        },
    }
}

#[derive(Serialize)]
struct FindingKeys<'c> {
    code: &'c str,
    severity: Severity,
    old: u64,
    new: u64,
}

impl<'c> From<&'c FindingChange> for FindingKeys<'c> {
    fn from(found: &'c FindingChange) -> Self {
        let FindingChange { code, severity, old, new } = found;
        Self { code, severity: *severity, old: *old, new: *new }
    }
}
