//! A report at hand as its JSON would say it, so that both are compared alike.

use crate::diagnostic::{Diagnostic, Problem};
use crate::render::json;
use crate::report::Report;
use crate::report::record::{Reader, Record};

/// What the report's JSON holds to be compared.
///
/// # Errors
/// What of it could not be read back.
pub fn record(report: &Report, name: &str) -> Result<Record, Vec<Diagnostic>> {
    let mut reader = Reader::new(name);
    for row in report.rows() {
        reader.result(json::result(&row));
    }
    for found in &report.diagnostics {
        let (severity, code) = (found.severity(), found.code());
        match &found.problem {
            Problem::More(more) => more.counts.iter().for_each(|(subject, count)| {
                reader.finding(severity, code, Some(subject.clone()), *count);
            }),
            _ => reader.finding(severity, code, found.subject.as_deref().cloned(), 1),
        }
    }
    reader.record(json::run(report))
}
