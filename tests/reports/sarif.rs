//! SARIF is valid by the schema of its standard.

use dabiao::diagnostic::{Diagnostic, InputProblem};
use dabiao::render::{self, Format, Lang};
use jsonschema::Validator;

use crate::common::{self, Run};
use crate::{json, nine, plan, text};

const SCHEMA: &str = include_str!("sarif-schema-2.1.0.json");

/// What is wrong by the schema.
pub(crate) fn faults(document: &str) -> Vec<String> {
    // The pattern of `language` has a bracket too many, which the validator takes amiss.
    let schema = SCHEMA.replace("{2}]?$", "{2}\\\\]?$");
    let schema: Validator = jsonschema::draft7::new(&json(&schema)).unwrap();
    let document = json(document);
    schema.iter_errors(&document).map(|error| error.to_string()).collect()
}

#[test]
fn a_report_is_valid() {
    let report = text(&nine().judge(&plan()), Format::Sarif);
    assert_eq!(faults(&report), [""; 0]);
    assert!(!faults(&report.replace("\"results\"", "\"result\"")).is_empty());
}

#[test]
fn a_run_that_failed_is_valid_and_says_why() {
    let found = [Diagnostic::whole(InputProblem::NoSuchFile { path: "没有.csv".into() })];
    let mut out = Vec::new();
    render::failure(&found, Format::Sarif, Lang::Zh, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(faults(&text), [""; 0]);
    let run = &json(&text)["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), 0);
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let told = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(told["descriptor"]["id"], "run/no-such-file");
}

#[test]
fn a_binding_failure_is_an_error_an_anticipatory_one_a_warning_a_waived_one_a_note() {
    let run = &json(&text(&nine().judge(&plan()), Format::Sarif))["runs"][0];
    let levels = run["results"].as_array().unwrap().iter().map(|result| {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
        let id = result["ruleId"].as_str().unwrap().to_owned();
        (id, result["level"].as_str().unwrap().to_owned(), result["suppressions"].is_array())
    });
    let levels: Vec<_> = levels.collect();
    let of = |id: &str| -> Vec<_> {
        let of = levels.iter().filter(|(it, ..)| it == id);
        of.map(|(_, level, suppressed)| (level.as_str(), *suppressed)).collect()
    };
    assert_eq!(of("insurance"), [("error", false)]);
    // Without a county's value the city has neither a roll-up nor a row.
    assert_eq!(of("signing"), [("error", false); 2]);
    assert_eq!(of("training"), [("warning", false); 3]);
    assert_eq!(of("employment"), [("note", true)]);
    assert_eq!(of("submission/not-a-number"), [("error", false)]);
}

#[test]
fn a_fingerprint_stays_while_lines_move() {
    let prints = |rows: &[&str]| {
        let run = Run::default().file("a.csv", common::sheet(rows)).indicator("参保率");
        let sarif = json(&text(&run.judge(&plan()), Format::Sarif));
        let results = sarif["runs"][0]["results"].as_array().unwrap().clone();
        let rows = results.iter().filter(|result| result["ruleId"] == "insurance");
        let print = |result: &serde_json::Value| result["partialFingerprints"].to_string();
        let mut prints: Vec<String> = rows.map(print).collect();
        prints.sort();
        prints
    };
    let (a, b) = ("2023,甲县,参保率,85%,,,", "2023,乙县,参保率,80%,,,");
    let first = prints(&[a, b]);
    // The counties, and the city, which has no counts to roll up.
    assert_eq!(first.len(), 3);
    assert_ne!(first[0], first[1]);
    assert_eq!(first, prints(&[b, ",,,,,,", a]));
    assert!(first.iter().any(|print| print.contains("nine/insurance/11/2023")), "{first:?}");
}
