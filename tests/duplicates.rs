//! Values that were sent more than once: a finding each, or one for two files that say the
//! same throughout. None of them is used, whichever it is.

mod common;

use common::{Run, load, sheet};
use dabiao::diagnostic::{Diagnostic, Problem, SubmissionProblem};
use dabiao::term::Outcome;

const PLAN: &str = "\
[plan]
id = 'p'
title = '规划'
baseline-year = 2020
first-year = 2021
target-year = 2025

[[region]]
code = '3309'
name = '全市'
level = 'city'

[[region]]
code = '330902'
name = '甲区'
level = 'county'

[[indicator]]
id = 'rate'
name = '就业率'
attribute = '约束性'
unit = '%'
operator = '≥'
threshold = 60
";

/// A file that has the value of each of these years.
fn file(years: std::ops::Range<u16>, value: &str) -> String {
    sheet(&years.map(|year| format!("{year},甲区,就业率,{value},,,")).collect::<Vec<_>>())
}

/// The findings about what was sent twice.
fn found(files: &[(&str, String)]) -> Vec<Diagnostic> {
    let run = files.iter().fold(Run::default(), |run, (name, text)| run.file(name, text.clone()));
    let report = run.judge(&load(PLAN));
    let sent_twice = |found: &Diagnostic| found.code().starts_with("submission/duplicate");
    report.diagnostics.into_iter().filter(sent_twice).collect()
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(Diagnostic::code).collect()
}

/// The files that a finding names.
fn files(found: &Diagnostic) -> Vec<String> {
    let places = found.place.iter().chain(&found.related);
    places.map(|place| format!("{}:{}", place.file, place.line_number().unwrap_or(0))).collect()
}

#[test]
fn two_files_that_give_one_value_are_both_named() {
    let found = found(&[("a.csv", file(2021..2026, "61%")), ("b.csv", file(2025..2030, "61%"))]);
    assert_eq!(codes(&found), ["submission/duplicate"]);
    assert_eq!(files(&found[0]), ["b.csv:2", "a.csv:6"]);
}

#[test]
fn a_copy_of_a_file_is_one_finding() {
    let a = file(2021..2045, "61%");
    let mut b = file(2021..2045, "61.0%");
    let problem =
        |different| Problem::Submission(SubmissionProblem::DuplicateFile { values: 24, different });
    let same = found(&[("a.csv", a.clone()), ("b.csv", b.clone())]);
    assert_eq!((same.len(), &same[0].problem), (1, &problem(0)));
    assert_eq!(files(&same[0]), ["b.csv:0", "a.csv:0"]);

    b = b.replace("2023,甲区,就业率,61.0%", "2023,甲区,就业率,62%");
    let found = found(&[("a.csv", a), ("b.csv", b)]);
    assert_eq!(found[0].problem, problem(1));
    // An example of what is not the same.
    assert_eq!(files(&found[0]), ["b.csv:0", "a.csv:0", "b.csv:4", "a.csv:4"]);
    assert_eq!(found.len(), 1);
}

#[test]
fn nine_in_ten_values_of_the_smaller_file_make_a_copy_eight_do_not() {
    for (first, copies) in [(2022, 9), (2023, 8)] {
        let (a, b) = (file(2021..2031, "61%"), file(first..first + 10, "61%"));
        let found = found(&[("a.csv", a), ("b.csv", b)]);
        let expected = if copies == 9 { 1 } else { 8 };
        assert_eq!(found.len(), expected, "{copies}");
    }
    // The larger of the two may say much more.
    let found = found(&[("a.csv", file(2021..2024, "61%")), ("b.csv", file(2021..2099, "61%"))]);
    assert_eq!(codes(&found), ["submission/duplicate-file"]);
}

#[test]
fn one_value_or_two_are_told_by_themselves() {
    let found = found(&[("a.csv", file(2021..2023, "61%")), ("b.csv", file(2021..2023, "61%"))]);
    assert_eq!(codes(&found), ["submission/duplicate"; 2]);
}

#[test]
fn of_three_copies_each_later_one_is_told_and_so_is_a_row_twice_in_one_file() {
    let a = file(2021..2031, "61%");
    let twice = format!("{a}2021,甲区,就业率,61%,,,\n");
    let found = found(&[("a.csv", twice), ("b.csv", a.clone()), ("c.csv", a)]);
    let repeated = "submission/duplicate-file";
    assert_eq!(codes(&found), [repeated, repeated, "submission/duplicate"]);
    assert_eq!(files(&found[1]), ["c.csv:0", "a.csv:0"]);
    assert_eq!(files(&found[2]), ["a.csv:12", "a.csv:2"]);
}

#[test]
fn of_what_was_sent_twice_nothing_is_used() {
    let run = Run::default().file("a.csv", file(2021..2026, "61%"));
    let report = run.file("b.csv", file(2021..2026, "61%")).judge(&load(PLAN));
    let rows = report.rows().filter(|row| &*row.region().name == "甲区");
    let outcomes: Vec<_> = rows.map(|row| row.outcome()).collect();
    assert_eq!(outcomes, [Outcome::Invalid; 5]);
}
