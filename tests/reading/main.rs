//! Whose figure it is, of which year, in which unit, and whether it is a result at all: a
//! figure is judged where that is surely read, and else it is refused with an error.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod around;
mod beside;
mod borrowed;
mod headings;
mod keys;
mod kinds;
mod marks;
mod milestones;
mod noise;
mod notes;
mod others;
mod pairs;
mod places;
mod remarks;
mod said;
mod scope;
mod stacked;
mod under;
mod units;

use common::{Run, json};
use serde_json::Value;

/// Indicators of the shipped plan, all of them rates.
const WORK: &str = "残疾人就业率";
const SPORTS: &str = "残疾人文体服务覆盖率";

/// One file, judged by the shipped plan.
struct Judged {
    text: String,
    document: Value,
    errors: Vec<&'static str>,
}

/// Judges a file; `W` and `S` in its text stand for the two indicators.
fn judged(name: &str, text: &str) -> Judged {
    let text = text.replace('W', WORK).replace('S', SPORTS);
    let found = judged_bytes(name, text.clone().into_bytes());
    Judged { text: format!("{name}: {text}"), ..found }
}

/// The same of a file of any kind.
fn judged_bytes(name: &str, bytes: Vec<u8>) -> Judged {
    let run = Run::default().bytes(name, bytes);
    let report = run.judge(&common::BUILT_IN);
    let document = json(&report);
    let errors = report.diagnostics.iter().filter(|found| {
        let code = found.code();
        code.starts_with("submission/") && found.severity() == dabiao::diagnostic::Severity::Error
    });
    let errors = errors.map(dabiao::diagnostic::Diagnostic::code).collect();
    Judged { text: name.to_owned(), document, errors }
}

impl Judged {
    /// The value that a region is judged by, without zeros at its end; none if it is not judged.
    fn value(&self, region: &str, indicator: &str) -> Option<&str> {
        let results = self.document["results"].as_array().unwrap();
        let of =
            |result: &&Value| result["region"]["name"] == region && result["name"] == indicator;
        let result = results.iter().find(of)?;
        let is_judged = !["missing", "invalid"].contains(&result["outcome"].as_str().unwrap());
        let value = result["value"].as_str().filter(|_| is_judged)?;
        Some(if value.contains('.') { value.trim_end_matches('0') } else { value })
    }

    /// Every one of these figures is read, and nothing is wrong.
    fn reads(&self, figures: &[(&str, &str, &str)]) {
        for (region, indicator, value) in figures {
            assert_eq!(self.value(region, indicator), Some(*value), "{}", self.text);
        }
        assert!(self.errors.is_empty(), "{}\n{:?}", self.text, self.errors);
    }

    /// None of these figures is judged, and an error with that code says why.
    fn refuses(&self, regions: &[&str], code: &str) {
        for region in regions {
            for indicator in [WORK, SPORTS] {
                assert_eq!(self.value(region, indicator), None, "{}", self.text);
            }
        }
        assert!(self.errors.contains(&code), "{}\n{:?}", self.text, self.errors);
    }

    /// All codes of what was sent.
    fn codes(&self) -> Vec<&str> {
        let found = self.document["diagnostics"].as_array().unwrap();
        let codes = found.iter().map(|found| found["code"].as_str().unwrap());
        codes.filter(|code| code.starts_with("submission/")).collect()
    }
}
