//! What holds of every file that is read.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::num::NonZeroUsize;
use std::sync::LazyLock;

use dabiao::diagnostic::{Diagnostic, Problem, Severity, SubmissionProblem};
use dabiao::exact::Figure;
use dabiao::plan::Plan;
use dabiao::submission::{FileInfo, Input, Options, Submission};
use dabiao::term::{RegionId, Sent, Year};
use dabiao::{judge, render};

/// The plan that the program ships with.
pub static BUILT_IN: LazyLock<Plan> = LazyLock::new(|| Plan::built_in().unwrap());

/// One value as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub year: Year,
    pub region: u32,
    pub series: usize,
    pub sent: Sent,
    pub figure: Figure,
    pub remark: Option<String>,
    pub words: Option<String>,
    /// Among the lines of all files.
    pub line: u32,
}

/// Reads one file.
pub fn read(plan: &Plan, name: &str, bytes: &[u8], threads: usize) -> Submission {
    let vocabulary = judge::vocabulary(plan);
    let threads = NonZeroUsize::new(threads).unwrap();
    let options = Options { threads, ..Options::default() };
    let input = Input { name: name.to_owned(), bytes: Cursor::new(bytes.to_vec()) };
    Submission::read(vec![input], &vocabulary, &options).unwrap()
}

/// Everything that was read, by year, region and series.
pub fn values(plan: &Plan, submission: &Submission) -> Vec<Value> {
    let series = plan.indicators.len() + plan.references.len();
    let mut values = Vec::new();
    for year in submission.years() {
        for at in 0..series {
            let Some(column) = submission.column(year, at) else { continue };
            for region in 0..plan.regions.len() as u32 {
                let entry = column.get(RegionId(region));
                if entry.sent() == Sent::Nothing {
                    continue;
                }
                let line = entry.line();
                values.push(Value {
                    year,
                    region,
                    series: at,
                    sent: entry.sent(),
                    figure: entry.figure(),
                    remark: submission.remark(line).map(str::to_owned),
                    words: submission.words(line).map(str::to_owned),
                    line,
                });
            }
        }
    }
    values
}

/// Reads a file; whatever it holds, every row is a value or told, and what tidy writes
/// reads back to the same figures.
pub fn holds(plan: &Plan, name: &str, bytes: &[u8]) -> (Vec<Value>, Vec<Diagnostic>) {
    let submission = read(plan, name, bytes, 1);
    let values = values(plan, &submission);
    told(&submission.files[0], &submission.diagnostics, &values);
    tidy(plan, &submission, &values);
    (values, submission.diagnostics)
}

/// The problem of a finding in what was sent.
fn problem(found: &Diagnostic) -> Option<&SubmissionProblem> {
    match &found.problem {
        Problem::Submission(problem) => Some(problem),
        _ => None,
    }
}

/// Every row is a value, or a finding stands on its line. Nothing read is never a pass, and
/// a value that can't be used is an error.
fn told(file: &FileInfo, found: &[Diagnostic], values: &[Value]) {
    let is_error = |found: &Diagnostic| found.severity() == Severity::Error;
    assert!(file.values() > 0 || found.iter().any(is_error), "nothing read, nothing said");
    assert!(values.len() as u64 <= file.values(), "more values than rows");
    // Past so many findings the rest is counted, and it is not known where they stand.
    if found.iter().any(|found| matches!(found.problem, Problem::More(_))) {
        return;
    }
    // A unit in a heading or a title is told where it stands, not once a row.
    let is_of_column = |found: &Diagnostic| {
        let problem = problem(found);
        matches!(
            problem,
            Some(SubmissionProblem::ScaledUnit { .. } | SubmissionProblem::UnitMismatch { .. })
        )
    };
    if !file.spots.is_empty() && found.iter().any(is_of_column) {
        return;
    }
    let lines = |found: &Diagnostic| found.place.as_ref().and_then(|place| place.line_number());
    let any: BTreeSet<u64> = found.iter().filter_map(lines).collect();
    let errors: BTreeSet<u64> =
        found.iter().filter(|found| is_error(found)).filter_map(lines).collect();
    let at: BTreeSet<u64> = values.iter().map(|value| u64::from(value.line)).collect();
    if file.spots.is_empty() {
        // Every row begins on a line of its own.
        let known = at.union(&any).count() as u64;
        assert!(known >= file.rows, "{} rows, {known} of them told", file.rows);
    }
    let spots = (0..file.spots.len()).filter_map(|at| file.spots.get(at));
    for (line, spot) in (1..).zip(spots) {
        assert!(at.contains(&line) || any.contains(&spot.line), "not a word of {spot:?}");
    }
    let duplicates: BTreeSet<u64> = found
        .iter()
        .filter(|found| matches!(problem(found), Some(SubmissionProblem::Duplicate { .. })))
        .flat_map(|found| found.related.iter().filter_map(|place| place.line_number()))
        .collect();
    for value in values.iter().filter(|value| value.sent == Sent::Invalid) {
        let line = u64::from(value.line);
        // A row may go over several lines, and its fault stand on any of them.
        let lines = match file.spots.get(line as usize - 1) {
            Some(spot) => spot.line..spot.line + 1,
            None => line..at.range(line + 1..).next().copied().unwrap_or(u64::MAX),
        };
        let is_said = errors.range(lines.clone()).next().is_some();
        let is_repeated = duplicates.range(lines).next().is_some();
        assert!(is_said || is_repeated, "not said why: {value:?}");
    }
}

/// What tidy writes reads back to the same figures, and to no error.
fn tidy(plan: &Plan, submission: &Submission, values: &[Value]) {
    let vocabulary = judge::vocabulary(plan);
    let mut text = Vec::new();
    let rows = judge::tidy(plan, submission, &vocabulary);
    render::tidy(rows, judge::has_totals(submission, &vocabulary), &mut text).unwrap();
    let usable = values.iter().filter(|value| value.sent != Sent::Invalid);
    let usable: Vec<Value> = usable.cloned().map(unplaced).collect();
    if usable.is_empty() {
        return;
    }
    let again = read(plan, "tidy.csv", &text, 1);
    let shown = String::from_utf8_lossy(&text);
    let errors = again.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&Diagnostic>::new(), "{shown}");
    let read: Vec<Value> = self::values(plan, &again).into_iter().map(unplaced).collect();
    assert_eq!(read, usable, "{shown}");
}

/// A value without where it stands.
pub fn unplaced(value: Value) -> Value {
    Value { line: 0, ..value }
}
