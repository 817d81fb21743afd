//! Reports that somebody else wrote.

use super::*;
use dabiao::diagnostic::{ComparisonProblem, Faults, Problem, ReportBound};
use proptest::prelude::*;

fn read(text: &str) -> Result<Record, Faults> {
    read_report("a.json", text.as_bytes(), &Selection::default())
}

fn codes(text: &str) -> Vec<&'static str> {
    match read(text) {
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
fn a_name_that_holds_a_control_is_none() {
    for name in ["\"率\"", "\"甲县\"", "\"%\""] {
        for control in ["\\n::error::甲", "\\u001b[31m", "\\u009b8m"] {
            let evil = SOUND.replace(name, &format!("{}{control}\"", name.trim_end_matches('"')));
            assert_ne!(evil, SOUND);
            assert_eq!(codes(&document(&evil)), ["run/report-value"], "{evil}");
        }
    }
}

#[test]
fn every_fault_is_told_and_of_many_the_number() {
    let faulty = SOUND.replace("\"met\"", "\"good\"").replace("\"60.00\"", "60.0");
    assert_eq!(codes(&document(&faulty)), ["run/report-value"; 2]);
    let many = vec![faulty; 100].join(",");
    let Err(faults) = read(&document(&many)) else { panic!("read") };
    assert_eq!(faults.len(), 21);
    let Problem::Comparison(ComparisonProblem::ReportValues { count, .. }) = &faults[20].problem
    else {
        panic!("{:?}", faults[20])
    };
    assert_eq!(*count, 180);
}

#[test]
fn a_name_is_no_longer_than_those_of_a_plan() {
    for (key, name) in [
        ("results[0].region.name", "甲县"),
        ("results[0].name", "率"),
        ("results[0].unit", "%"),
        ("run.plan.title", "规划"),
    ] {
        let named = |length: usize| {
            document(SOUND).replace(&format!("\"{name}\""), &format!("\"{}\"", "x".repeat(length)))
        };
        assert_eq!(codes(&named(10_000)), [""; 0], "{key}");
        let Err(faults) = read(&named(3_000_000)) else { panic!("read: {key}") };
        let Problem::Comparison(ComparisonProblem::ReportValue { key: found, .. }) =
            &faults[0].problem
        else {
            panic!("{:?}", faults[0].code())
        };
        assert_eq!(found, key);
        let told = faults[0].problem.message(Lang::Zh).title;
        assert!(told.len() < 4_100, "{key}: {}", told.len());
    }
}

/// What stands in the report alone is not seen where that goes to a file.
#[test]
fn errors_of_the_newer_report_are_told_beside_whatever_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let finding = |severity: &str, more: &str| {
        let finding = format!(r#"{{"code":"x/y","severity":"{severity}","message":"示例"{more}}}"#);
        document(SOUND).replace("[]}", &format!("[{finding}]}}"))
    };
    std::fs::write(folder.path().join("old.json"), document(SOUND)).unwrap();
    for (text, errors) in [
        (finding("error", ""), Some("new.json: 1;")),
        (finding("error", r#","count":300"#), Some("new.json: 300;")),
        (finding("error", r#","counts":[{"count":2},{"count":5}]"#), Some("new.json: 7;")),
        (finding("warning", ""), None),
        (document(SOUND), None),
    ] {
        std::fs::write(folder.path().join("new.json"), &text).unwrap();
        for format in
            [&["--format", "csv"][..], &["--format", "json"], &["-o", "x.html", "--force"]]
        {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dabiao"));
            command
                .current_dir(folder.path())
                .args(["diff", "old.json", "new.json", "--lang", "en"]);
            let output = command.args(format).output().unwrap();
            let told = String::from_utf8(output.stderr).unwrap();
            let code = if errors.is_some() { 3 } else { 0 };
            assert_eq!(output.status.code(), Some(code), "{format:?} {told}");
            assert_eq!(told.contains("run/report-errors"), errors.is_some(), "{told}");
            assert!(errors.is_none_or(|errors| told.contains(errors)), "{format:?} {told}");
        }
    }
}

#[test]
fn two_verdicts_on_the_same_are_a_fault() {
    assert_eq!(codes(&document(&format!("{SOUND},{SOUND}"))), ["run/report-twice"]);
}

#[test]
fn what_is_deep_or_cut_or_of_another_kind_is_refused() {
    assert_eq!(codes(&"[".repeat(100_000)), ["run/not-a-report"]);
    let deep = "{\"a\":".repeat(100_000);
    assert_eq!(codes(&deep), ["run/report-syntax"]);
    assert_eq!(codes("{}"), ["run/not-a-report"]);
    assert_eq!(codes(&document("7")), ["run/not-a-report"]);
    assert_eq!(codes(&document(SOUND).replace("\"1\",", "\"2\",")), ["run/report-version"]);
}

#[test]
fn the_keys_of_a_report_may_stand_in_any_order_but_not_twice() {
    let sound = document(SOUND);
    let version = r#""schema_version":"1","#;
    let last = sound.replacen(version, "", 1).replace("[]}", r#"[],"schema_version":"1"}"#);
    assert_eq!(codes(&last), [""; 0]);
    for key in [version, r#""results":[],"#, r#""run":null,"#, r#""diagnostics":[],"#] {
        let twice = sound.replacen('{', &format!("{{{key}"), 1);
        assert_eq!(codes(&twice), ["run/not-a-report"], "{key}");
    }
}

#[test]
fn a_report_that_some_shell_wrote_in_utf_16_is_read() {
    let text = document(SOUND);
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units).collect();
    let record = read_report("a.json", &bytes[..], &Selection::default()).unwrap();
    assert_eq!(record.verdicts[0].region.name, "甲县");
}

#[test]
fn one_thing_without_end_is_refused_and_many_small_ones_are_read() {
    let large = "x".repeat(17 << 20);
    for text in [
        document(&SOUND.replace("甲县", &large)),
        document(&SOUND.replace("\"value\"", &format!("\"{large}\":1,\"value\""))),
        document(SOUND).replace("[2023]", &format!("[{}2023]", " ".repeat(17 << 20))),
    ] {
        let Err(faults) = read(&text) else { panic!("read") };
        let Problem::Comparison(ComparisonProblem::ReportTooLarge { bound, .. }) =
            &faults[0].problem
        else {
            panic!("{:?}", faults[0])
        };
        assert_eq!(*bound, ReportBound::One);
    }
    let nothing = vec!["{}"; 10_000].join(",");
    let Err(faults) = read(&document(&nothing)) else { panic!("read") };
    assert_eq!(faults.len(), 21);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(at in 0usize..400, length in 0usize..40, junk in ".{0,12}") {
        let text: Vec<char> = document(SOUND).chars().collect();
        let at = at.min(text.len());
        let rest = (at + length).min(text.len());
        let before: String = text[..at].iter().collect();
        let after: String = text[rest..].iter().collect();
        let _ = read(&format!("{before}{junk}{after}"));
    }
}
