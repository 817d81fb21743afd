//! Values that were sent more than once.
//!
//! Two files that say the same throughout (a copy that was left in the folder, a form that
//! was sent again) are one finding with both names, not one a value.

use std::collections::BTreeMap;

use super::columns::CellId;
use super::{Submission, Vocabulary};
use crate::diagnostic::{Diagnostic, Findings, SubmissionProblem};
use crate::exact::{Figure, Rational};
use crate::source::Place;
use crate::term::Entry;

/// The fewest values that can make one file a repetition of another.
const FEWEST: u64 = 3;

/// A file, and a later one that has values of the first.
type Pair = (usize, usize);

/// What two files both have.
#[derive(Default)]
struct Shared {
    values: u64,
    different: u64,
    /// The lines of the first of those that are different.
    example: Option<(u32, u32)>,
}

/// What to say of the values that were sent more than once.
pub(super) fn told(submission: &Submission, vocabulary: &Vocabulary<'_>) -> Vec<Diagnostic> {
    let mut shared: BTreeMap<Pair, Shared> = BTreeMap::new();
    each(submission, |_, first, later| {
        let Some(pair) = pair(submission, first, later) else { return };
        let both = shared.entry(pair).or_default();
        both.values += 1;
        if !same(first, later) {
            both.different += 1;
            both.example.get_or_insert((first.line(), later.line()));
        }
    });
    shared.retain(|pair, both| is_repetition(submission, *pair, both.values));

    let mut found = Findings::default();
    each(submission, |cell, first, later| {
        if pair(submission, first, later).is_some_and(|pair| shared.contains_key(&pair)) {
            return;
        }
        let problem = SubmissionProblem::Duplicate {
            region: vocabulary.regions[cell.region.index()].name.clone(),
            indicator: vocabulary.series[cell.series.index()].name.clone(),
            year: cell.year,
        };
        let places = submission.place(first.line()).zip(submission.place(later.line()));
        let Some((first, later)) = places else { return };
        let CellId { region, series, .. } = cell;
        let subject = vocabulary.subject(Some(region), Some(series), Some(cell.year));
        found.push(Diagnostic::at(problem, later).with(first).about(subject));
    });
    let files = shared.into_iter().map(|(pair, both)| repetition(submission, pair, &both));
    files.chain(found.finish(None)).collect()
}

/// Every value that was sent before, with what was sent first.
fn each(submission: &Submission, mut take: impl FnMut(CellId, Entry, Entry)) {
    for (cell, sent) in submission.columns.duplicates() {
        let [first, later @ ..] = sent.as_slice() else { continue };
        later.iter().for_each(|later| take(cell, *first, *later));
    }
}

/// The files of two entries, if they are two.
fn pair(submission: &Submission, first: Entry, later: Entry) -> Option<Pair> {
    let files = (submission.file_of(first.line())?, submission.file_of(later.line())?);
    (files.0 != files.1).then_some(files)
}

/// Whether both say the same, digits behind the point aside: 61% is 61.0%.
fn same(first: Entry, later: Entry) -> bool {
    let numbers = |entry: Entry| {
        let Figure { value, counts, total } = entry.figure();
        let (numerator, denominator) = counts.unzip();
        let numbers = [value, numerator, denominator, total];
        (entry.sent(), numbers.map(|number| number.map(Rational::from)))
    };
    numbers(first) == numbers(later)
}

/// Nine in ten of the values of either file.
fn is_repetition(submission: &Submission, (first, later): Pair, values: u64) -> bool {
    let least = submission.files[first].values().min(submission.files[later].values());
    values >= FEWEST && values.saturating_mul(10) >= least.saturating_mul(9)
}

fn repetition(submission: &Submission, (first, later): Pair, both: &Shared) -> Diagnostic {
    let problem =
        SubmissionProblem::DuplicateFile { values: both.values, different: both.different };
    let place = |file: usize| Place::file(&submission.files[file].name);
    let mut found = Diagnostic::at(problem, place(later)).with(place(first));
    let example = both.example.iter().flat_map(|(first, later)| [*later, *first]);
    found.related.extend(example.filter_map(|line| submission.place(line)));
    found
}
