//! What a row says beside the year before.

use super::*;

const BOUNDS: &str = "change-points = 10\nchange-percent = 50";
const CHANGE: &[&str] = &["audit/change-since-last-year"];

#[test]
fn a_change_beyond_the_plans_bound_is_found_and_the_bound_itself_is_let_pass() {
    for (then, now, found) in [
        ("就业率,50%,,,,", "就业率,60%,,,,", false),
        ("就业率,50%,,,,", "就业率,60.01%,,,,", true),
        ("就业率,50%,,,,", "就业率,39.99%,,,,", true),
        ("就业率,,5000,10001,,", "就业率,,6001,10001,,", true),
        // In percent of the year before.
        ("培训人次,200,,,,", "培训人次,300,,,,", false),
        ("培训人次,200,,,,", "培训人次,301,,,,", true),
        ("培训人次,200,,,,", "培训人次,99,,,,", true),
        // From nothing there is no change in percent.
        ("培训人次,0,,,,", "培训人次,301,,,,", false),
    ] {
        let expected = if found { CHANGE } else { &[] };
        assert_eq!(two(then, now, BOUNDS), expected, "{then} {now}");
    }
}

#[test]
fn a_change_says_both_values_how_large_it_is_and_the_bound_and_points_at_all_of_them() {
    let run = sheet(&["2023,甲县,就业率,56.104%,,,,"]);
    let report = before(run, &["2022,甲县,就业率,46.1%,,,,"]).judge(&plan(BOUNDS));
    let found = found(&report, CHANGE[0]);
    let message = &messages(&report, CHANGE[0], Lang::Zh)[0];
    for part in ["甲县 2023 年", "46.1%", "56.104%", "10.004 个百分点", "超过 10 个百分点"]
    {
        assert!(message.contains(part), "{message}");
    }
    let place = |place: &dabiao::source::Place| (place.file.to_string(), place.line_number());
    assert_eq!(place(found.place.as_ref().unwrap()), ("2023.csv".to_owned(), Some(2)));
    assert_eq!(place(&found.related[0]), ("2022.csv".to_owned(), Some(2)));
    let rule = found.rule.as_ref().unwrap();
    assert_eq!(&rule.line.as_ref().unwrap().text[..], "change-points = 10");
}

#[test]
fn without_a_bound_no_change_is_too_large() {
    assert_eq!(two("就业率,1.5%,,,,", "就业率,99%,,,,", ""), [""; 0]);
    assert_eq!(two("培训人次,20,,,,", "培训人次,900,,,,", "change-points = 1"), [""; 0]);
}

#[test]
fn a_few_things_come_and_go() {
    for (then, now, found) in [
        ("就业率,,1,2,,", "就业率,,2,2,,", false),
        ("就业率,,10,20,,", "就业率,,14,20,,", false),
        ("就业率,,10,20,,", "就业率,,15,20,,", true),
        ("培训人次,2,,,,", "培训人次,6,,,,", false),
        ("培训人次,2,,,,", "培训人次,7,,,,", true),
    ] {
        assert_eq!(two(then, now, BOUNDS).len(), usize::from(found), "{then} {now}");
    }
}

#[test]
fn of_a_sum_single_years_are_compared() {
    let bounds = "change-percent = 50";
    assert_eq!(two("改造户数,180,,,180,", "改造户数,190,,,370,", bounds), [""; 0]);
    assert_eq!(two("改造户数,100,,,100,", "改造户数,190,,,290,", bounds), CHANGE);
    // Nothing is known of the year alone.
    assert_eq!(two("改造户数,,,,100,", "改造户数,,,,900,", bounds), [""; 0]);
}

#[test]
fn the_year_before_may_be_in_the_submission_itself() {
    let rows = ["2022,甲县,就业率,40%,,,,", "2023,甲县,就业率,60%,,,,"];
    let report = sheet(&[]).file("both.csv", common::under(common::TOTALS, &rows));
    let report = report.judge(&plan(BOUNDS));
    assert_eq!(audited(&report), CHANGE);
    // It goes before the history, and a year between is no year before.
    let run = before(sheet(&["2023,甲县,就业率,60%,,,,"]), &["2021,甲县,就业率,20%,,,,"]);
    assert_eq!(audited(&run.judge(&plan(BOUNDS))), [""; 0]);
}

#[test]
fn the_figures_of_the_year_before_once_more_are_found() {
    let same = |row: &str| two(row, row, "").len();
    for (row, found) in [
        ("就业率,,3512,6140,,", true),
        ("就业率,57.20%,3512,6140,,", true),
        ("培训人次,1234,,,,", true),
        // Few, none, all, and all but a few.
        ("就业率,,8,9,,", false),
        ("就业率,,50,99,,", false),
        ("就业率,,4,6140,,", false),
        ("就业率,,6140,6140,,", false),
        ("就业率,,6136,6140,,", false),
        ("就业率,,6135,6140,,", true),
        // A quota, and a rate of few digits.
        ("培训人次,700,,,,", false),
        ("培训人次,97,,,,", false),
        ("就业率,57.2%,,,,", false),
    ] {
        assert_eq!(same(row), usize::from(found), "{row}");
    }
    for now in ["就业率,,3513,6140,,", "就业率,,3512,6141,,"] {
        assert_eq!(two("就业率,,3512,6140,,", now, ""), [""; 0]);
    }
    assert_eq!(two("就业率,,3512,6140,,", "就业率,,3512.0,6140,,", "").len(), 1);
}

#[test]
fn a_total_that_falls_is_invalid_and_told_once() {
    for (then, now) in
        [("改造户数,200,,,420,", "改造户数,,,,400,"), ("改造户数,200,,,,", "改造户数,,,,150,")]
    {
        let run = sheet(&[&format!("2023,甲县,{now}")]);
        let run = before(run, &[&format!("2022,甲县,{then}")]);
        let report = run.judge(&plan(""));
        let errors = report.diagnostics.iter().filter(|d| d.severity() == Severity::Error);
        let errors: Vec<_> = errors.map(Diagnostic::code).collect();
        assert_eq!(errors, ["audit/sum-falls"], "{now}");
        assert_eq!((outcome(&report, "homes", "甲县"), report.exit), ("invalid", Exit::Incomplete));
    }
    // A year alone may be less than the one before, and a total the same.
    assert_eq!(two("改造户数,200,,,420,", "改造户数,13,,,433,", ""), [""; 0]);
    assert_eq!(two("改造户数,200,,,420,", "改造户数,0,,,420,", ""), [""; 0]);
}

#[test]
fn a_jump_of_scale_is_found_up_and_down_and_its_change_is_not_told_again() {
    for (then, now, found) in [
        ("就业率,,5,33480,,", "就业率,,5,33,,", true),
        ("就业率,,20000,33480,,", "就业率,,20,34,,", true),
        ("就业率,,20000,33480,,", "就业率,,20.000001,33.5,,", false),
        ("培训人次,1,,,,", "培训人次,1000,,,,", true),
        ("培训人次,1,,,,", "培训人次,999,,,,", false),
        ("培训人次,1000,,,,", "培训人次,1,,,,", true),
        ("培训人次,0,,,,", "培训人次,1000,,,,", false),
        // No percentage is mistaken so.
        ("就业率,0.05%,,,,", "就业率,80%,,,,", false),
    ] {
        let found_now = two(then, now, BOUNDS);
        let jumps = found_now.contains(&"audit/jump-of-scale");
        assert_eq!(jumps, found, "{then} {now}");
        assert!(!jumps || !found_now.contains(&CHANGE[0]), "{then} {now}");
    }
    // Where nobody asks for jumps, it is a change.
    let allowed = format!("{BOUNDS}\nallow = ['audit/jump-of-scale']");
    assert_eq!(two("培训人次,1,,,,", "培训人次,1000,,,,", &allowed), CHANGE);
}

#[test]
fn a_reference_that_a_target_rests_on_is_audited_too() {
    let run = sheet(&["2023,甲县,收入年均增长,8%,,,,", "2023,甲县,收入,38651,,,,"]);
    let run = before(run, &["2022,甲县,收入,3.52,,,,"]);
    assert_eq!(audited(&run.judge(&plan(""))), ["audit/jump-of-scale"]);
    let report = run.indicator("就业率").judge(&plan(""));
    assert_eq!(audited(&report), [""; 0]);
}
