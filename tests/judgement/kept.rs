//! What is said of targets that are kept up, but hardly.

use super::*;

/// Kept since the baseline.
const SINCE: &str = "operator = '>'\nthreshold = 99\nbaseline = 99.93\ncount-unit = '人'";
/// To be kept, says the rule.
const KEPT: &str = "form = 'kept'\noperator = '≥'\nthreshold = 90\ncount-unit = '人'";

fn notes(run: &Run, rule: &str, code: &str) -> Vec<String> {
    messages(&run.judge(&plan(FIVE, CITY, &[rule])), code, Lang::Zh)
}

fn slides(before: &str, now: &str, rule: &str) -> Vec<String> {
    let run = Run::of(&[format!("2023,甲县,率,{now},")]).region("甲县");
    notes(&run.history(&[format!("2022,甲县,率,{before},")]), rule, "judgement/slides")
}

fn thin(counts: &str, rule: &str) -> Vec<String> {
    let run = Run::of(&[format!("2023,甲县,率,,{counts},")]).region("甲县");
    notes(&run, rule, "judgement/thin-headroom")
}

#[test]
fn a_value_that_is_met_but_lower_than_the_year_before_is_told() {
    for rule in [SINCE, KEPT] {
        for (before, now, told) in [
            ("99.7%,,", "99.7%,,", false),
            ("99.7%,,", "99.700001%,,", false),
            ("99.7%,,", "99.699999%,,", true),
            (",997,1000", ",9969999,10000000", true),
            (",1,1", ",99999,100000", true),
            // 2/3 of a point less, though both print as 99.33%.
            (",298,300", ",29799,30000", true),
            (",298,300", ",2980,3000", false),
        ] {
            let found = slides(before, now, rule);
            assert_eq!(found.len(), usize::from(told), "{before} {now}: {found:?}");
            assert!(found.iter().all(|note| note.contains("甲县") && note.contains('率')));
        }
    }
}

#[test]
fn a_slide_shows_digits_enough_to_be_seen() {
    let note = &slides("99.7%,,", "99.699999%,,", KEPT)[0];
    assert!(note.contains("99.700000% → 99.699999%"), "{note}");
}

#[test]
fn a_slide_from_a_value_that_no_decimal_writes_shows_digits_enough_too() {
    let note = &slides(",298,300", ",29799,30000", KEPT)[0];
    assert!(note.contains("99.333% → 99.330%"), "{note}");
}

#[test]
fn a_slide_is_told_of_what_is_met_alone_and_of_the_year_before_alone() {
    assert_eq!(slides("95%,,", "89.9%,,", KEPT), [""; 0], "it fails; that is told elsewhere");
    assert_eq!(slides("—,,", "90%,,", KEPT), [""; 0]);
    let two_years = Run::of(&["2023,甲县,率,95%,,,"]).history(&["2021,甲县,率,99%,,,"]);
    assert_eq!(notes(&two_years.region("甲县"), KEPT, "judgement/slides"), [""; 0]);
    let within = Run::of(&["2022,甲县,率,99%,,,", "2023,甲县,率,95%,,,"]).region("甲县");
    assert_eq!(notes(&within, KEPT, "judgement/slides").len(), 1, "from the submission itself");
}

#[test]
fn what_only_lies_on_its_path_or_is_due_later_does_not_slide() {
    for rule in [
        UPWARD,
        "operator = '≥'\nthreshold = 60",
        "form = 'each-year'\noperator = '≥'\nthreshold = 60",
    ] {
        assert_eq!(slides("99%,,", "95%,,", rule), [""; 0], "{rule}");
        assert_eq!(thin("600,1000", rule), [""; 0], "{rule}");
    }
}

#[test]
fn in_the_target_year_what_the_baseline_met_is_still_kept() {
    let run =
        Run::of(&["2025,甲县,率,99.5%,,,"]).history(&["2024,甲县,率,99.6%,,,"]).region("甲县");
    assert_eq!(notes(&run, SINCE, "judgement/slides").len(), 1);
    // With a baseline of its own below the target, it is not kept but reached.
    let run = run.history_file("2020.csv", common::sheet(&["2020,甲县,率,50%,,,"]));
    assert_eq!(notes(&run, SINCE, "judgement/slides"), [""; 0]);
}

#[test]
fn the_citys_slide_is_that_of_what_its_counties_add_up_to() {
    let history = ["2022,甲县,率,,95,100,", "2022,乙县,率,,95,100,"];
    let run = Run::of(&["2023,甲县,率,,94,100,", "2023,乙县,率,,95,100,"]).history(&history);
    let found = notes(&run, KEPT, "judgement/slides");
    assert_eq!(found.len(), 1, "one note a year");
    assert!(
        found[0].contains("甲县 95.00% → 94.00%") && found[0].contains("全市 95.00% → 94.50%"),
        "{}",
        found[0]
    );
    assert!(!found[0].contains("乙县"));
}

#[test]
fn fewer_than_five_to_spare_are_told() {
    // 90% of 1000 is 900.
    for (counts, left) in [
        ("900,1000", Some("0人")),
        ("901,1000", Some("1人")),
        ("904,1000", Some("4人")),
        ("905,1000", None),
        ("1000,1000", None),
        // Of 50 at most 5 can ever be spared, of 49 only 4: these are told too.
        ("45,50", Some("0人")),
        ("49,50", Some("4人")),
        ("50,50", None),
        ("49,49", Some("4人")),
        ("45,49", Some("0人")),
        // Not met at all.
        ("899,1000", None),
    ] {
        let found = thin(counts, KEPT);
        assert_eq!(found.len(), usize::from(left.is_some()), "{counts}: {found:?}");
        if let Some(left) = left {
            assert!(found[0].contains(&format!("甲县 {left}")), "{}", found[0]);
        }
    }
    // Strictly above 99% of 1000 are 991.
    assert!(thin("991,1000", SINCE)[0].contains("甲县 0人"));
    assert!(thin("995,1000", SINCE)[0].contains("甲县 4人"));
    assert_eq!(thin("996,1000", SINCE), [""; 0]);
}

#[test]
fn of_a_rate_without_counts_the_points_are_told_if_they_are_next_to_none() {
    for (value, points) in [("90%", Some("0.00")), ("90.03%", Some("0.03")), ("90.05%", None)] {
        let run = Run::of(&[format!("2023,甲县,率,{value},,,")]).region("甲县");
        let found = notes(&run, KEPT, "judgement/thin-headroom");
        assert_eq!(found.len(), usize::from(points.is_some()), "{value}: {found:?}");
        let told = points.is_none_or(|points| found[0].contains(&format!("甲县 {points} 百分点")));
        assert!(told, "{found:?}");
    }
}

#[test]
fn an_area_is_not_spoken_of() {
    let run = Run::of(&["2023,甲县,率,99%,,,", "2023,新区,率,,900,1000,"]);
    assert_eq!(notes(&run, KEPT, "judgement/thin-headroom"), [""; 0]);
}

#[test]
fn more_than_twenty_are_counted_and_not_named() {
    let counties: String = (0..23)
        .map(|at| {
            format!("[[region]]\ncode = '{}'\nname = '{at:02}县'\nlevel = 'county'\n", 100 + at)
        })
        .collect();
    let rows: Vec<String> = (0..23).map(|at| format!("2023,{at:02}县,率,,900,1000,")).collect();
    let before: Vec<String> = (0..23).map(|at| format!("2022,{at:02}县,率,,901,1000,")).collect();
    let report = Run::of(&rows).history(&before).judge(&plan(FIVE, &counties, &[KEPT]));
    for code in ["judgement/slides", "judgement/thin-headroom"] {
        let [note] = &messages(&report, code, Lang::Zh)[..] else { panic!("{code}") };
        assert!(
            note.contains("19县") && !note.contains("20县") && note.contains("另有 3 项"),
            "{note}"
        );
    }
}

#[test]
fn notes_change_no_verdict_tally_or_exit_code() {
    let plan = plan(FIVE, CITY, &[KEPT]);
    let rows = ["2023,甲县,率,,900,1000,", "2023,乙县,率,,904,1000,"];
    let history = ["2022,甲县,率,,950,1000,", "2022,乙县,率,,950,1000,"];
    let without = Run::of(&rows).judge(&plan);
    let with = Run::of(&rows).history(&history).judge(&plan);
    assert_eq!(codes(&without), ["judgement/thin-headroom"]);
    assert_eq!(codes(&with), ["judgement/slides", "judgement/thin-headroom"]);
    assert_eq!(json(&with)["results"], json(&without)["results"]);
    assert_eq!(json(&with)["summary"], json(&without)["summary"]);
    assert_eq!(with.exit, Exit::Passed);
    assert!(with.diagnostics.iter().all(|found| found.severity() == Severity::Note));
}

#[test]
fn where_lower_is_better_a_rise_is_not_called_a_fall() {
    let found = slides("5%,,", "5.4%,,", "form = 'kept'\noperator = '≤'\nthreshold = 5.5");
    assert_eq!(found.len(), 1, "it is told");
    assert!(!found[0].contains("下降"), "{}", found[0]);
    let rule = "form = 'kept'\noperator = '≤'\nthreshold = 5.5";
    let run = Run::of(&["2023,甲县,率,5.4%,,,"]).history(&["2022,甲县,率,5%,,,"]).region("甲县");
    let english = messages(&run.judge(&plan(FIVE, CITY, &[rule])), "judgement/slides", Lang::En);
    assert!(!english[0].contains("lower"), "{}", english[0]);
}

#[test]
fn a_sum_under_a_ceiling_is_not_said_to_slide() {
    let rule = "form = 'sum'\nunit = '起'\noperator = '≤'\nthreshold = 50";
    let run = Run::of(&["2022,甲县,率,1,,,"]).history(&["2021,甲县,率,3,,,"]).region("甲县");
    assert_eq!(notes(&run, rule, "judgement/slides"), [""; 0]);
}

#[test]
fn a_ceiling_that_is_nearly_reached_is_told_too() {
    let rule = "form = 'kept'\noperator = '≤'\nthreshold = 5\ncount-unit = '人'";
    assert_eq!(thin("50,1000", rule).len(), 1);
    assert_eq!(thin("46,1000", rule).len(), 1);
    assert_eq!(thin("45,1000", rule), [""; 0]);
}

#[test]
fn of_more_than_twenty_the_thinnest_are_named() {
    let counties: String = (0..23)
        .map(|at| {
            format!("[[region]]\ncode = '{}'\nname = '{at:02}县'\nlevel = 'county'\n", 100 + at)
        })
        .collect();
    // The last has nothing to spare, all others have four.
    let rows: Vec<String> = (0..23)
        .map(|at| format!("2023,{at:02}县,率,,{},1000,", if at == 22 { 900 } else { 904 }))
        .collect();
    let report = Run::of(&rows).judge(&plan(FIVE, &counties, &[KEPT]));
    let note = &messages(&report, "judgement/thin-headroom", Lang::Zh)[0];
    assert!(note.contains("22县 0") && note.contains("另有 3 项"), "{note}");
}
