//! The years on hand: values, gaps, changes, verdicts.

use super::*;
use dabiao::diagnostic::{JudgementProblem as J, NoRollUp, Problem, SeriesName};

#[test]
fn a_change_is_to_the_year_before() {
    let series = series(UPWARD, &[(2021, "50%"), (2022, "53.5%"), (2023, "52%")]);
    let changes: Vec<_> = series.points.iter().map(|point| point.change.clone()).collect();
    assert_eq!(changes, [None, some("3.5"), some("-1.5")]);
}

#[test]
fn a_year_without_a_usable_value_is_a_gap_and_never_0() {
    for gap in ["—", "", "0.5", "120%", "五"] {
        let series = series(UPWARD, &[(2021, "50%"), (2022, gap), (2023, "54%")]);
        let values: Vec<_> = series.points.iter().map(|point| point.value.clone()).collect();
        assert_eq!(values, [some("50"), None, some("54")], "{gap}");
        // 54 is held against no year before, and the pace runs over two years.
        assert_eq!(series.points[2].change, None, "{gap}");
        assert_eq!(series.pace.so_far, some("2"), "{gap}");
        assert_eq!(series.projection, None, "two values are no line: {gap}");
    }
    let sent = series(UPWARD, &[(2021, "50%"), (2022, "0%"), (2023, "54%")]);
    assert_eq!(sent.points[1].value, some("0"), "a zero that was sent is a value");
}

#[test]
fn a_line_runs_through_a_gap() {
    let series = series(UPWARD, &[(2020, "48%"), (2021, "50%"), (2022, "—"), (2023, "54%")]);
    assert_eq!(series.projection.unwrap().value, number("58"));
}

#[test]
fn a_year_that_nothing_was_sent_of_has_no_point() {
    let series = series(UPWARD, &[(2021, "50%"), (2023, "54%")]);
    let years: Vec<_> = series.points.iter().map(|point| point.year).collect();
    assert_eq!(years, [2021, 2023]);
    assert_eq!(series.points[1].change, None);
}

#[test]
fn a_year_before_the_first_is_shown_without_a_verdict() {
    let plan = plan(CITY, &[UPWARD, "id = 'r'\nname = '收入'\noperator = '≥'\nreference = 'gdp'"]);
    let rows = [
        "2020,全市,率,50%,,,",
        "2020,全市,收入,9%,,,",
        "2021,甲县,率,,52,100,",
        "2021,乙县,率,,54,100,",
    ];
    let (report, trend) = trend(&plan, &rows);
    let series: Vec<_> = trend.series(&report).collect();
    let of = |region: usize| series.iter().find(move |s| s.region.index() == region).unwrap();
    assert_eq!(of(1).points[0].outcome, None, "not missing");
    assert_eq!(of(1).points[1].outcome, Some(Outcome::OnPace));
    // Its value counts for the pace.
    assert_eq!((of(0).points[0].outcome, of(0).points[0].value.clone()), (None, some("50")));
    assert_eq!(of(0).pace.so_far, some("3"));
    assert_eq!((&report.years[..], &report.years_sent()[..]), (&[2021][..], &[2020, 2021][..]));
    let kept: Vec<_> = trend.diagnostics.iter().map(|found| &found.problem).collect();
    let growth = J::NoRollUp {
        indicators: vec![SeriesName { id: "r".to_owned(), name: "收入".into() }],
        year: 2021,
        reason: NoRollUp::Growth,
        own: false,
        city: "全市".into(),
    };
    assert_eq!(kept, [&Problem::Judgement(growth)]);
    assert_eq!(trend.exit, Exit::Passed);
}

#[test]
fn a_region_without_any_row_or_due_has_no_series() {
    let area = format!("{CITY}[[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n");
    let (report, trend) = trend(&plan(&area, &[UPWARD]), &["2021,甲县,率,52%,,,"]);
    let regions: Vec<_> = trend.series(&report).map(|series| series.region.index()).collect();
    assert_eq!(regions, [1, 2, 0], "nothing of the area; 乙县 and the city are due");
}

#[test]
fn missing_years_do_not_fail_the_run_but_errors_and_emptiness_do() {
    let plan = plan(CITY, &[UPWARD]);
    let exit = |rows: &[&str]| trend(&plan, rows).1.exit;
    assert_eq!(exit(&["2021,甲县,率,52%,,,", "2022,甲县,率,—,,,"]), Exit::Passed);
    assert_eq!(exit(&["2021,甲县,率,1%,,,"]), Exit::Passed, "short is told, not failed");
    assert_eq!(exit(&["2021,甲县,率,52%,,,", "2021,丙县,率,52%,,,"]), Exit::Incomplete);
    assert_eq!(exit(&["2021,甲县,率,—,,,"]), Exit::Incomplete, "no value at all");
    assert_eq!(exit(&[]), Exit::Incomplete);
}

#[test]
fn the_path_starts_from_the_regions_own_baseline() {
    let rows = rows(&[(2020, "40%"), (2021, "44%")]);
    let report = Run::of(&rows).judge(&plan(COUNTY, &[UPWARD]));
    let trend = judge::trend(&report);
    let series = first(&report, &trend);
    let demand = series.requirement(&report, &series.points[1]).unwrap();
    assert_eq!(demand.condition.bounds().next(), Some(&number("44")));
    assert_eq!(series.requirement(&report, &series.points[0]), None, "nothing is due in 2020");
    assert!(!series.is_failing());
}
