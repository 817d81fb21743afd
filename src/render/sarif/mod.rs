//! SARIF 2.1.0, for code scanning: what falls short, what could not be judged, what is
//! waived, and the findings. Verdicts that hold are not results; the tallies of all stand
//! in the properties of the run.

mod log;
mod place;
mod rules;

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use log::{
    Artifact, Driver, Finding, Id, Invocation, Level, Location, Log, Notification, Run,
    Suppression, Text, Tool,
};
use rules::Rules;

use super::json::write_bare;
use super::{Lang, sentence};
use crate::diagnostic::Diagnostic;
use crate::report::document::SummaryKeys;
use crate::report::{Exit, Homes, Report, Row};
use crate::term::{Outcome, Standing};

/// How many results of a run GitHub takes.
const MOST: usize = 25_000;

/// Writes the report.
///
/// # Errors
/// Those of the writer.
pub(super) fn sarif(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (results, rules, unlisted) = results(report, lang);
    let more = Notification {
        descriptor: None,
        level: Level::Note,
        message: lang.unlisted(unlisted).into(),
        locations: Vec::new(),
    };
    let artifacts = report.inputs.iter().map(|input| Artifact {
        location: place::artifact(&input.name),
        hashes: input.sha256.iter().map(|sha256| ("sha-256", sha256.clone())).collect(),
    });
    let years: Vec<String> = report.years.iter().map(u16::to_string).collect();
    // Runs of other plans and years are other analyses, which don't replace this one.
    let id = format!("{}/{}/{}/", env!("CARGO_PKG_NAME"), report.plan.id, years.join("-"));
    let run = Run {
        automation_details: Some(Id { id }),
        artifacts: artifacts.collect(),
        results,
        properties: json!({ "summary": SummaryKeys::of(Some(report)) }),
        ..run(rules, report.exit, if unlisted > 0 { vec![more] } else { Vec::new() }, lang)
    };
    document(run, out)
}

/// Writes a run that did not succeed, with what kept it from that.
///
/// # Errors
/// Those of the writer.
pub(super) fn sarif_failure(
    found: &[Diagnostic],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let notifications = found.iter().map(|found| Notification {
        descriptor: Some(Id { id: found.code().to_owned() }),
        level: rules::severity(found.severity()),
        message: sentence::finding(found, lang).into(),
        locations: found.place.iter().map(place::place).collect(),
    });
    let mut rules = Rules::default();
    for found in found {
        rules.finding(found, lang);
    }
    document(run(rules, Exit::Unusable, notifications.collect(), lang), out)
}

fn document(run: Run, out: &mut dyn Write) -> io::Result<()> {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    write_bare(&Log { schema, version: "2.1.0", runs: [run] }, out)
}

/// A run without results.
fn run(rules: Rules, exit: Exit, notifications: Vec<Notification>, lang: Lang) -> Run {
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.finish(),
    };
    Run {
        tool: Tool { driver },
        language: lang.tag(),
        column_kind: "utf16CodeUnits",
        automation_details: None,
        invocations: [Invocation {
            execution_successful: exit != Exit::Unusable,
            exit_code: exit.code(),
            tool_execution_notifications: notifications,
        }],
        artifacts: Vec::new(),
        results: Vec::new(),
        properties: Value::Null,
    }
}

/// The results, errors first, as many as there is room for, and how many are left out.
fn results(report: &Report, lang: Lang) -> (Vec<Finding>, Rules, u64) {
    let homes = report.homes();
    let (mut results, mut rules, mut unlisted) = (Vec::new(), Rules::default(), 0u64);
    let mut twins = HashMap::new();
    for level in [Level::Error, Level::Warning, Level::Note] {
        let found = report.diagnostics.iter();
        for found in found.filter(|found| rules::severity(found.severity()) == level) {
            if results.len() < MOST {
                let rule = rules.finding(found, lang);
                results.push(of_finding(found, rule, &mut twins, report, lang));
            } else {
                unlisted += found.count();
            }
        }
        for row in report.rows().filter(|row| of_row(row) == Some(level)) {
            if results.len() < MOST {
                let rule = rules.indicator(row.indicator(), lang);
                results.push(result(&row, level, rule, &homes, report, lang));
            } else {
                unlisted += 1;
            }
        }
    }
    (results, rules, unlisted)
}

/// How much a verdict weighs; none of one that is no result.
fn of_row(row: &Row<'_>) -> Option<Level> {
    match (row.outcome(), row.outcome().standing()) {
        (Outcome::Waived, _) => Some(Level::Note),
        (_, Standing::Fail | Standing::Incomplete) => Some(rules::level(row.indicator().attribute)),
        (_, Standing::Pass | Standing::Neutral) => None,
    }
}

fn result(
    row: &Row<'_>,
    level: Level,
    rule_index: usize,
    homes: &Homes,
    report: &Report,
    lang: Lang,
) -> Finding {
    let (indicator, region) = (row.indicator(), row.region());
    let key = region.code.as_deref().unwrap_or(&region.name);
    let identity = format!("{}/{}/{key}/{}", report.plan.id, indicator.id, row.year());
    let suppressions = row.waiver().map(|_| Suppression {
        kind: "external",
        status: "accepted",
        justification: sentence::reason(row, lang).unwrap_or_default(),
    });
    Finding {
        rule_id: indicator.id.clone(),
        rule_index,
        level,
        message: sentence::verdict(row, lang).into(),
        locations: [location(row, homes, report)],
        partial_fingerprints: fingerprints(identity, 1),
        suppressions: suppressions
            .filter(|_| row.outcome() == Outcome::Waived)
            .into_iter()
            .collect(),
        properties: json!({
            "outcome": row.outcome().word(),
            "region": &*region.name,
            "year": row.year(),
        }),
    }
}

/// The cell that was sent; else the file it should stand in, or the first; else the rule.
fn location(row: &Row<'_>, homes: &Homes, report: &Report) -> Location {
    if let Some((file, line)) = row.location() {
        return place::location(&file.name, Some(line), row.location_column().as_deref());
    }
    match report.inputs.get(homes.of(row).unwrap_or(0)) {
        Some(input) => place::location(&input.name, None, None),
        None => place::place(&row.indicator().rule),
    }
}

fn of_finding(
    found: &Diagnostic,
    rule_index: usize,
    twins: &mut HashMap<String, u32>,
    report: &Report,
    lang: Lang,
) -> Finding {
    let message = sentence::finding(found, lang);
    let file = found.place.as_ref().map_or("", |place| &place.file);
    let identity = format!("{}/{}/{file}/{message}", report.plan.id, found.code());
    let twin = twins.entry(identity.clone()).or_default();
    *twin += 1;
    let location = match (&found.place, report.inputs.first(), &found.rule) {
        (Some(place), ..) => place::place(place),
        (None, Some(input), _) => place::location(&input.name, None, None),
        (None, None, Some(rule)) => place::place(rule),
        (None, None, None) => place::location(&report.plan.id, None, None),
    };
    Finding {
        rule_id: found.code().to_owned(),
        rule_index,
        level: rules::severity(found.severity()),
        message: Text::from(message),
        locations: [location],
        partial_fingerprints: fingerprints(identity, *twin),
        suppressions: Vec::new(),
        properties: Value::Null,
    }
}

/// What stays the same while lines move; the first is the one that code scanning goes by.
fn fingerprints(identity: String, twin: u32) -> BTreeMap<&'static str, String> {
    let hash = Sha256::digest(identity.as_bytes());
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    BTreeMap::from([("primaryLocationLineHash", format!("{hash}:{twin}")), ("dabiao/v1", identity)])
}
