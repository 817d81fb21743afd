//! Reports that somebody else wrote.

use super::*;
use dabiao::diagnostic::Problem;
use proptest::prelude::*;

fn codes(text: &str) -> Vec<&'static str> {
    match read_report("a.json", text.as_bytes()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(|fault| fault.code()).collect(),
    }
}

/// A report of these results.
fn document(results: &str) -> String {
    format!(
        r#"{{"schema_version":"1","tool":{{"name":"dabiao"}},"new_key":[1],
        "run":{{"plan":{{"id":"p","title":"规划"}},"years":[2023],"against":"requirement"}},
        "results":[{results}],"diagnostics":[]}}"#
    )
}

const SOUND: &str = r#"{"indicator":"rate","number":null,"name":"率","attribute":"binding",
    "region":{"code":null,"name":"甲县","level":"county"},"year":2023,"outcome":"met",
    "value":"60.00","unit":"%","target":{"form":"level"}}"#;

#[test]
fn keys_that_are_not_known_are_passed_over() {
    assert_eq!(codes(&document(SOUND)), [""; 0]);
}

#[test]
fn every_fault_is_told_and_of_many_the_number() {
    let faulty = SOUND.replace("\"met\"", "\"good\"").replace("\"60.00\"", "60.0");
    assert_eq!(codes(&document(&faulty)), ["run/report-value"; 2]);
    let many = vec![faulty; 100].join(",");
    let Err(faults) = read_report("a.json", document(&many).as_bytes()) else { panic!("read") };
    assert_eq!(faults.len(), 21);
    let Problem::Run(RunProblem::ReportValues { count, .. }) = &faults[20].problem else {
        panic!("{:?}", faults[20])
    };
    assert_eq!(*count, 180);
}

#[test]
fn two_verdicts_on_the_same_are_a_fault() {
    assert_eq!(codes(&document(&format!("{SOUND},{SOUND}"))), ["run/report-twice"]);
}

#[test]
fn what_is_deep_or_cut_or_of_another_kind_is_refused() {
    assert_eq!(codes(&"[".repeat(100_000)), ["run/report-syntax"]);
    let deep = "{\"a\":".repeat(100_000);
    assert_eq!(codes(&deep), ["run/report-syntax"]);
    assert_eq!(codes("{}"), ["run/not-a-report"]);
    assert_eq!(codes(&document("7")), ["run/not-a-report"]);
    assert_eq!(codes(&document(SOUND).replace("\"1\",", "\"2\",")), ["run/report-version"]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(at in 0usize..400, length in 0usize..40, junk in ".{0,12}") {
        let text: Vec<char> = document(SOUND).chars().collect();
        let at = at.min(text.len());
        let rest = (at + length).min(text.len());
        let before: String = text[..at].iter().collect();
        let after: String = text[rest..].iter().collect();
        let _ = read_report("a.json", format!("{before}{junk}{after}").as_bytes());
    }
}
