//! The pages that list the fields of the JSON report leave none out.

use std::collections::BTreeSet;

use crate::common::{self, Run};
use crate::{nine, plan};

/// The records that the report is written from.
const RECORDS: [&str; 4] = [
    include_str!("../../src/report/document/mod.rs"),
    include_str!("../../src/report/document/finding.rs"),
    include_str!("../../src/report/document/judgement.rs"),
    include_str!("../../src/report/document/score.rs"),
];
const PAGES: [&str; 2] =
    [include_str!("../../docs/zh/json.md"), include_str!("../../docs/en/json.md")];

/// The keys of all objects in a value.
fn keys(value: &serde_json::Value, all: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(object) => {
            all.extend(object.keys().cloned());
            object.values().for_each(|value| keys(value, all));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| keys(value, all)),
        _ => {}
    }
}

/// The fields of the records, those that are the fields of another left out.
fn fields() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for source in RECORDS {
        let records = source.split("#[derive(Debug").skip(1);
        for record in records.filter(|it| it.split('{').next().unwrap().contains("struct")) {
            let body = record.split_once('{').map_or("", |(_, body)| body);
            let body = body.split("\n}").next().unwrap_or_default();
            let mut is_flat = false;
            for line in body.lines().map(str::trim) {
                if line.starts_with("#[") {
                    is_flat = line.contains("flatten");
                } else if let Some((name, _)) = line.split_once(": ") {
                    let name = name.trim_start_matches("pub(crate) ");
                    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                    if is_name && !is_flat {
                        all.insert(name.to_owned());
                    }
                    is_flat = false;
                }
            }
        }
    }
    // How a summary is put together, and no field of it.
    for own in ["report", "is_marked", "body"] {
        all.remove(own);
    }
    all
}

#[test]
fn every_field_of_the_json_report_is_on_both_pages() {
    let mut all = fields();
    assert!(["regions_short", "applies_to", "index_base"].iter().all(|it| all.contains(*it)));
    let sample = Run::default().file("2023.csv", include_str!("../../data/2023.csv"));
    for report in [nine().judge(&plan()), sample.judge(&common::BUILT_IN)] {
        keys(&common::json(&report), &mut all);
    }
    let outcomes = ["met", "waived"];
    assert!(outcomes.iter().all(|outcome| all.contains(*outcome)));
    for page in PAGES {
        let named: BTreeSet<&str> = page.split('`').skip(1).step_by(2).collect();
        // Of the nine verdicts the first and the last are named.
        let verdicts: Vec<&str> =
            dabiao::term::Outcome::ALL.iter().map(|outcome| outcome.word()).collect();
        let is_told = |key: &&String| named.contains(&***key) || verdicts.contains(&&***key);
        let missing: Vec<&String> = all.iter().filter(|key| !is_told(key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let unknown: Vec<&str> = rows.filter(|name| !all.contains(*name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
