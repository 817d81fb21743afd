//! Paces, projections, and what they let expect.

use dabiao::render::{self, Lang, Style};
use dabiao::report::Ahead;

use super::*;

/// Paces so far and needed, the projection and the outlook.
fn ahead(
    rule: &str,
    values: &[(u16, &str)],
) -> (Option<Rational>, Option<Rational>, Option<Rational>, Option<Outlook>) {
    let series = series(rule, values);
    let projection = series.projection.map(|projection| projection.value);
    (series.pace.so_far, series.pace.needed, projection, series.outlook)
}

/// The same years from 2021 on.
fn from_2021<'v>(values: &[&'v str]) -> Vec<(u16, &'v str)> {
    (2021..).zip(values.iter().copied()).collect()
}

#[test]
fn one_year_has_no_pace_so_far_and_lets_expect_nothing() {
    assert_eq!(ahead(UPWARD, &[(2021, "52%")]), (None, some("2"), None, None));
    assert_eq!(ahead(UPWARD, &[(2021, "60%")]), (None, None, None, None));
}

#[test]
fn two_years_are_slow_if_the_pace_needed_is_more_than_the_pace_so_far() {
    for (second, needed, outlook) in [
        ("52.5%", "2.5", Outlook::OnCourse), // 2.5 + 3 × 2.5 is 60
        ("52.6%", "2.466666", Outlook::OnCourse),
        ("52.4%", "2.533333", Outlook::TooSlow),
        ("48%", "4", Outlook::TooSlow),
    ] {
        let (_, found, projection, expected) = ahead(UPWARD, &from_2021(&["50%", second]));
        let difference = (found.unwrap() - number(needed)).abs();
        assert!(difference < number("0.000001"), "{second}");
        assert_eq!((projection, expected), (None, Some(outlook)), "{second}");
    }
    // To reach 60 exactly is not to be above it.
    let strict = "operator = '>'\nthreshold = 60\nbaseline = 50";
    assert_eq!(ahead(strict, &from_2021(&["50%", "52.5%"])).3, Some(Outlook::TooSlow));
    assert_eq!(ahead(strict, &from_2021(&["50%", "52.51%"])).3, Some(Outlook::OnCourse));
}

#[test]
fn three_years_are_projected_by_least_squares() {
    // 53 in the middle, which is 2022, and (57 − 50)/2 more each year.
    let values = from_2021(&["50%", "52%", "57%"]);
    let found = ahead("operator = '≥'\nthreshold = 63.5\nbaseline = 50", &values);
    assert_eq!(found, (some("3.5"), some("3.25"), some("63.5"), Some(Outlook::OnCourse)));
    let (.., outlook) = ahead("operator = '≥'\nthreshold = 63.51\nbaseline = 50", &values);
    assert_eq!(outlook, Some(Outlook::Missed));
    let (.., outlook) = ahead("operator = '>'\nthreshold = 63.5\nbaseline = 50", &values);
    assert_eq!(outlook, Some(Outlook::Missed), "exactly 63.5 is not above 63.5");
}

#[test]
fn four_years_with_thirds_stay_exact() {
    // 1/3, 1/3, 2/3, 2/3: mean 1/2, slope 2/15; at 2025 1/2 + 3.5 × 2/15.
    let plan = plan(COUNTY, &[UPWARD]);
    let rows = [
        "2020,甲县,率,,10,30,",
        "2021,甲县,率,,10,30,",
        "2022,甲县,率,,20,30,",
        "2023,甲县,率,,20,30,",
    ];
    let (report, trend) = trend(&plan, &rows);
    let exact = Rational::from(2900) / Rational::from(30);
    assert_eq!(first(&report, &trend).projection.as_ref().unwrap().value, exact);
}

#[test]
fn a_line_through_counts_of_less_than_twenty_is_not_drawn() {
    let plan = plan(COUNTY, &[UPWARD]);
    let years = |counts: [(u32, u32); 3]| {
        let rows: Vec<String> = (2021..)
            .zip(counts)
            .map(|(year, (n, of))| format!("{year},甲县,率,,{n},{of},"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (report, trend) = trend(&plan, &rows);
        first(&report, &trend)
    };
    for counts in [
        [(5, 9), (5, 9), (4, 9)],
        [(11, 19), (10, 19), (10, 19)],
        [(30, 60), (29, 58), (8, 15)],
        [(1, 2), (50, 100), (52, 100)],
    ] {
        let found = years(counts);
        let few = Some(dabiao::report::Unforetold::FewCounted);
        assert_eq!((found.unforetold, found.outlook), (few, None), "{counts:?}");
        assert!(found.projection.is_none() && found.pace.so_far.is_some(), "{counts:?}");
    }
    let enough = years([(10, 20), (10, 20), (11, 20)]);
    assert!(enough.unforetold.is_none() && enough.projection.is_some());
}

#[test]
fn what_stands_still_is_projected_where_it_stands() {
    let found = ahead(UPWARD, &from_2021(&["55%", "55%", "55%"]));
    assert_eq!(found, (some("0"), some("2.5"), some("55"), Some(Outlook::Missed)));
    let (_, needed, projection, outlook) = ahead(UPWARD, &from_2021(&["60%", "60%", "60%"]));
    assert_eq!((needed, projection, outlook), (None, some("60"), Some(Outlook::OnCourse)));
}

#[test]
fn what_holds_is_not_projected_to_fall() {
    use dabiao::report::Unforetold::Holds;
    let kept = "operator = '≥'\nthreshold = 99\nbaseline = 99.5";
    let full = "form = 'full-coverage'";
    let lower = "operator = '≤'\nthreshold = 5\nbaseline = 8";
    let range = "unit = '个'\noperator = 'between'\nthreshold = [20, 26]\nbaseline = 10";
    for (rule, values) in [
        (kept, ["99.4%", "99.3%", "99.2%"]),
        (kept, ["99.4%", "99.3%", "99%"]),
        (kept, ["100%", "99.1%", "99.01%"]),
        (lower, ["3%", "4%", "5%"]),
        (lower, ["4%", "4.1%", "4.2%"]),
        (range, ["26", "24", "20"]),
    ] {
        let found = series(rule, &from_2021(&values));
        assert_eq!((found.unforetold, found.outlook), (Some(Holds), None), "{values:?}");
        assert!(found.projection.is_none() && !found.is_warned_of(), "{values:?}");
    }
    // What stands, what rises and what does not hold are projected.
    for (rule, values) in [
        (full, ["100%", "100%", "100%"]),
        (kept, ["99.2%", "99.3%", "99.4%"]),
        (kept, ["99.4%", "99.3%", "98.9%"]),
        (lower, ["5%", "4%", "3%"]),
    ] {
        let found = series(rule, &from_2021(&values));
        assert!(found.unforetold.is_none() && found.projection.is_some(), "{values:?}");
    }
    // A cap of a sum holds until it is used up.
    let cap = "form = 'sum'\nunit = '起'\noperator = '≤'\nthreshold = 30";
    let found = series(cap, &from_2021(&["9", "9", "9"]));
    assert_eq!(found.outlook, Some(Outlook::Missed));
}

#[test]
fn where_lower_is_better_the_paces_fall() {
    let lower = "operator = '≤'\nthreshold = 5\nbaseline = 8";
    let found = ahead(lower, &from_2021(&["7.5%", "7%", "6.5%"]));
    assert_eq!(found, (some("-0.5"), some("-0.75"), some("5.5"), Some(Outlook::Missed)));
    let found = ahead(lower, &from_2021(&["7.5%", "6.5%", "6.25%"]));
    assert_eq!((found.1, found.3), (some("-0.625"), Some(Outlook::OnCourse)));
    let two = |second| ahead(lower, &from_2021(&["8%", second])).3;
    assert_eq!(two("7.25%"), Some(Outlook::OnCourse), "-0.75 a year for three years more is 5");
    assert_eq!(two("7.26%"), Some(Outlook::TooSlow));
    assert_eq!(two("8.5%"), Some(Outlook::TooSlow));
    let below = "operator = '<'\nthreshold = 5\nbaseline = 8";
    assert_eq!(ahead(below, &from_2021(&["8%", "7.25%"])).3, Some(Outlook::TooSlow));
}

#[test]
fn a_range_is_headed_for_at_its_nearer_bound() {
    let range = "unit = '个'\noperator = 'between'\nthreshold = [20, 26]\nbaseline = 10";
    let two = |values: &[&str]| ahead(range, &from_2021(values));
    assert_eq!(two(&["11", "14"]), (some("3"), some("2"), None, Some(Outlook::OnCourse)));
    assert_eq!(two(&["11", "12"]).3, Some(Outlook::TooSlow));
    assert_eq!(two(&["40", "35"]), (some("-5"), some("-3"), None, Some(Outlook::OnCourse)));
    assert_eq!(two(&["40", "39"]).3, Some(Outlook::TooSlow));
    // Through the range and out of it again.
    assert_eq!(two(&["16", "20", "24"]).3, Some(Outlook::Missed));
}

#[test]
fn a_percentage_is_projected_to_100_at_most_and_0_at_least() {
    let projected = |rule, values: &[&str]| series(rule, &from_2021(values)).projection.unwrap();
    let above = projected(UPWARD, &["80%", "90%", "100%"]);
    assert_eq!((&above.line, &above.value), (&number("120"), &number("100")));
    assert!(above.is_limited() && above.holds);
    let exactly = projected(UPWARD, &["96%", "97%", "98%"]);
    assert!(exactly.value == number("100") && !exactly.is_limited());
    let below = projected("operator = '≤'\nthreshold = 5\nbaseline = 50", &["50%", "30%", "10%"]);
    assert_eq!((&below.line, &below.value), (&number("-30"), &number("0")));
    assert!(below.is_limited() && below.holds);
    // 全覆盖: what lies over 100 is 100, and meets it.
    let full = projected("operator = '='\nthreshold = 100\nbaseline = 50", &["80%", "90%", "100%"]);
    assert!(full.holds);
}

#[test]
fn only_a_part_of_a_whole_is_limited() {
    let projected = |rule, values: &[&str]| series(rule, &from_2021(values)).projection.unwrap();
    let growth = "operator = '≥'\nthreshold = 60\nbaseline = 50\ngrowth = true";
    assert_eq!(projected(growth, &["80%", "90%", "100%"]).value, number("120"));
    assert_eq!(projected(growth, &["0%", "-10%", "-20%"]).value, number("-40"));
    let count = "operator = '≥'\nthreshold = 60\nbaseline = 50\nunit = '户'";
    assert_eq!(projected(count, &["80", "90", "100"]).value, number("120"));
    assert_eq!(projected(count, &["50", "30", "10"]).value, number("0"), "no count is below 0");
}

#[test]
fn in_the_target_year_nothing_lies_ahead() {
    let values = [(2023, "50%"), (2024, "52%"), (2025, "57%")];
    assert_eq!(ahead(UPWARD, &values), (some("3.5"), None, None, None));
    let short = series(UPWARD, &values);
    assert!(short.is_failing() && short.is_warned_of(), "not met now");
    let met = series(UPWARD, &[(2023, "50%"), (2024, "52%"), (2025, "60%")]);
    assert!(!met.is_warned_of());
}

#[test]
fn in_the_years_after_the_target_nothing_lies_ahead() {
    let values = [(2024, "52%"), (2025, "57%"), (2026, "58%"), (2027, "59%")];
    let series = series(UPWARD, &values);
    assert_eq!((series.pace.needed.clone(), series.projection.clone()), (None, None));
    assert_eq!(series.outlook, None);
    assert!(series.is_failing(), "the target still holds against it");
}

#[test]
fn a_series_that_ended_before_the_target_year_is_still_projected() {
    let values = [(2021, "50%"), (2022, "52%"), (2023, "54%"), (2025, "—")];
    assert_eq!(ahead(UPWARD, &values).2, some("58"));
}

#[test]
fn a_target_relative_to_a_reference_has_no_number_to_project_to() {
    let plan = plan(COUNTY, &["operator = '≥'\nreference = 'gdp'"]);
    let rows = ["2021,甲县,率,5%,,,", "2022,甲县,率,6%,,,", "2023,甲县,率,7%,,,"];
    let gdp = ["2021,甲县,GDP,5%,,,", "2022,甲县,GDP,5%,,,", "2023,甲县,GDP,8%,,,"];
    let (report, trend) = trend(&plan, &[rows, gdp].concat());
    let series = first(&report, &trend);
    assert_eq!(series.points[2].change, some("1"));
    assert_eq!((&series.pace.so_far, &series.pace.needed), (&None, &None));
    assert_eq!((&series.projection, series.outlook), (&None, None));
    assert!(series.is_failing() && series.is_warned_of(), "7 is below 8");
}

#[test]
fn what_is_not_due_yet_is_projected_all_the_same() {
    let series = series("operator = '>'\nthreshold = 90", &from_2021(&["50%", "50%", "55%"]));
    assert_eq!(series.points[2].outcome, Some(Outcome::NotDue));
    assert_eq!(series.outlook, Some(Outlook::Missed));
}

#[test]
fn a_sum_is_projected_by_its_running_total_from_0_in_the_baseline_year() {
    let sum = "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900";
    // 0, 100, 300 and 510: 227.5 in the middle, and (1.5 × 510 + 0.5 × 200)/5 = 173 each year.
    let found = series(sum, &from_2021(&["100", "200", "210"]));
    let totals: Vec<_> = found.points.iter().map(|point| point.value.clone()).collect();
    assert_eq!(totals, [some("100"), some("300"), some("510")]);
    assert_eq!(found.points[2].change, some("210"));
    assert_eq!((found.pace.so_far, found.pace.needed), (some("170"), some("195")));
    assert_eq!(found.projection.unwrap().value, number("833"));
    let two = ahead(sum, &from_2021(&["180", "180"]));
    assert_eq!(two, (some("180"), some("180"), None, Some(Outlook::OnCourse)));
    let one = ahead(sum, &from_2021(&["179"]));
    assert_eq!((one.0, one.3), (some("179"), Some(Outlook::TooSlow)), "it began with 0");
}

#[test]
fn what_has_to_hold_each_year_is_projected_by_the_year() {
    let each = "form = 'each-year'\nunit = '人'\noperator = '≥'\nthreshold = 700";
    let (so_far, _, projection, outlook) = ahead(each, &from_2021(&["735", "715", "695"]));
    assert_eq!((so_far, projection, outlook), (some("-20"), some("655"), Some(Outlook::Missed)));
}

#[test]
fn full_coverage_is_reached_at_100() {
    let (.., projection, outlook) =
        ahead("form = 'full-coverage'", &from_2021(&["80%", "90%", "99%"]));
    assert_eq!((projection, outlook), (some("100"), Some(Outlook::OnCourse)));
}

#[test]
fn a_change_a_multiple_and_a_growth_are_projected_to_the_number_they_come_to() {
    for (rule, values, needed, projected, outlook, demanded) in [
        (
            "form = 'change'\nchange = 'percent'\noperator = '≥'\nthreshold = 10\nbaseline = 50",
            ["50%", "51%", "52%"],
            some("1.5"),
            some("54"),
            Outlook::Missed,
            "≥55%",
        ),
        (
            "form = 'multiple'\noperator = '≥'\nthreshold = 2\nbaseline = 30",
            ["40%", "45%", "50%"],
            some("5"),
            some("60"),
            Outlook::OnCourse,
            "≥60%",
        ),
        (
            "unit = '元'\nform = 'growth'\noperator = '≥'\nthreshold = 10\nbaseline = 1000",
            ["1100", "1200", "1290"],
            some("160.255"),
            some("1481.666"),
            Outlook::Missed,
            "≥1610.51 元",
        ),
        (
            "form = 'change'\nchange = 'absolute'\noperator = '≤'\nthreshold = -10\nbaseline = 50",
            ["48%", "46%", "47%"],
            some("-3.5"),
            some("45.5"),
            Outlook::Missed,
            "≤40%",
        ),
    ] {
        let plan = plan(COUNTY, &[rule]);
        let rows = rows(&from_2021(&values));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (report, trend) = trend(&plan, &rows);
        let series = first(&report, &trend);
        let near = |found: &Option<Rational>, expected: Option<Rational>| {
            let apart = found.clone().unwrap() - expected.unwrap();
            assert!(apart.abs() < number("0.001"), "{rule}: {found:?}");
        };
        near(&series.pace.needed, needed);
        near(&series.projection.as_ref().map(|it| it.value.clone()), projected);
        assert_eq!(series.outlook, Some(outlook), "{rule}");
        let page = render::trend(&report, &trend, Style::plain(Lang::Zh, 200));
        assert!(!page.contains("不是定数"), "{page}");
        if series.is_warned_of() {
            assert!(page.contains(demanded), "{demanded} {page}");
        }
    }
}

#[test]
fn why_nothing_is_projected_is_what_is_so() {
    let three = ["50", "51", "49"];
    for (rule, values, why) in [
        ("unit = '人'\nform = 'mean'\noperator = '≥'\nthreshold = 60", &three[..], Ahead::Mean),
        (
            "unit = '元'\nform = 'year-on-year'\nchange = 'absolute'\noperator = '≥'\nthreshold = 0",
            &three[..],
            Ahead::NoNumber,
        ),
        ("unit = '元'\noperator = '≥'\nthreshold = 60", &three[..1], Ahead::TooFew),
        (
            "unit = '元'\nform = 'multiple'\noperator = '≥'\nthreshold = 2",
            &three[..],
            Ahead::NoBaseline,
        ),
        ("unit = '元'\noperator = '≥'\nthreshold = 60\ndue = 2023", &three[..], Ahead::Due),
    ] {
        let plan = plan(COUNTY, &[rule]);
        let rows = rows(&from_2021(values));
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (report, trend) = trend(&plan, &rows);
        assert_eq!(first(&report, &trend).ahead(&report), why, "{rule}");
    }
}

#[test]
fn nothing_lies_between_done_and_not_done() {
    let done = "form = 'milestone'\nunit = '项'\ndue = 2024";
    let series = series(done, &from_2021(&["否", "否", "是"]));
    assert!(series.points.iter().all(|point| point.change.is_none() && point.value.is_some()));
    assert_eq!((&series.pace.so_far, &series.projection, series.outlook), (&None, &None, None));
}
