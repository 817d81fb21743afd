//! Two runs compared: as a page, as JSON, as CSV.

mod csv;
mod figures;
mod keys;
mod table;

pub use csv::csv as diff_csv;
pub(super) use csv::header;
pub use keys::{json as diff_json, json_failure as diff_json_failure};
pub use table::diff;
pub(super) use table::paper;

use super::json;
use super::rows::Own;
use crate::diagnostic::{Faults, Problem};
use crate::report::document::RunKeys;
use crate::report::record::{Origin, Reader, Record};
use crate::report::{Report, Selection};

/// What the report's JSON holds of what is asked for, to be compared.
///
/// # Errors
/// What of it could not be read back, or that it is too much.
pub fn record(report: &Report, name: &str, selection: &Selection) -> Result<Record, Faults> {
    let mut reader = Reader::new(name, selection);
    for row in report.rows() {
        if reader.is_full() {
            break;
        }
        reader.judgement(json::judgement(&row, &Own::of(&row)));
    }
    for found in &report.diagnostics {
        let (severity, code) = (found.severity(), found.code());
        match &found.problem {
            Problem::More(more) => more.counts.iter().for_each(|(subject, count)| {
                reader.finding(severity, code, Some(subject), *count);
            }),
            _ => reader.finding(severity, code, found.subject.as_deref(), 1),
        }
    }
    reader.record(Origin::Submission, RunKeys::new(report))
}
