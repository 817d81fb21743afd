//! The column 累计, and where the years of a sum come from.

use super::sums::{HOMES, before, county, in_year, totals};
use super::*;

#[test]
fn a_total_of_this_year_serves_where_years_are_not_on_hand() {
    for (cells, expected) in
        [("1,,,539", "behind"), ("1,,,540", "on_pace"), (",,,540", "on_pace"), ("—,,,900", "met")]
    {
        let report = county(&totals(&[format!("2023,甲县,率,{cells},")]), HOMES);
        assert_eq!(outcome(&report, "甲县"), expected, "{cells}");
        assert_eq!(codes(&report), [""; 0], "{cells}");
    }
    let result = result(&county(&totals(&["2023,甲县,率,1,,,540,"]), HOMES), "甲县");
    assert_eq!((&result["value"], &result["year_value"]), (&"540".into(), &"1".into()));
}

#[test]
fn a_total_of_an_earlier_year_serves_and_the_years_after_it_add_to_it() {
    for (second, third, expected) in [("500", "39", "behind"), ("500", "40", "on_pace")] {
        let run = totals(&[format!("2023,甲县,率,{third},,,,")]);
        let run = before(run, "2022.csv", &[&format!("2022,甲县,率,1,,,{second},")]);
        assert_eq!(outcome(&county(&run, HOMES), "甲县"), expected);
    }
    // The latest total there is; a year behind it without a value is a gap all the same.
    let run = totals(&["2024,甲县,率,1,,,,"]);
    let run = before(run, "a.csv", &["2021,甲县,率,5,,,5,", "2022,甲县,率,,,,700,"]);
    let message = &messages(&county(&run, HOMES), "judgement/sum-gap", Lang::Zh)[0];
    assert!(message.contains("缺 2023 年"), "{message}");
    let run = before(run, "2023.csv", &["2023,甲县,率,19,,,,"]);
    assert_eq!(outcome(&county(&run, HOMES), "甲县"), "on_pace");
}

#[test]
fn a_total_that_its_years_do_not_add_up_to_is_invalid_and_both_are_told() {
    let history = ["2021,甲县,率,180,,,", "2022,甲县,率,180,,,"];
    for (total, expected) in
        [("539.9", "invalid"), ("540", "on_pace"), ("540.0", "on_pace"), ("541", "invalid")]
    {
        let run = totals(&[format!("2023,甲县,率,180,,,{total},")]).history(&history);
        let report = county(&run, HOMES);
        assert_eq!(outcome(&report, "甲县"), expected, "{total}");
        let messages = messages(&report, "judgement/total-disagrees", Lang::Zh);
        assert_eq!(messages.len(), usize::from(expected == "invalid"));
        if let [message] = &messages[..] {
            assert!(message.contains(total) && message.contains("540"), "{message}");
            assert_eq!(report.exit, Exit::Incomplete);
        }
    }
    // The first year's total is its value.
    let report = county(&totals(&["2021,甲县,率,180,,,181,"]), HOMES);
    assert_eq!(outcome(&report, "甲县"), "invalid");
}

#[test]
fn a_total_has_to_agree_with_an_earlier_total_and_the_years_since() {
    for (total, expected) in [("540", "on_pace"), ("541", "invalid")] {
        let run = totals(&[format!("2023,甲县,率,180,,,{total},")]);
        let run = before(run, "2022.csv", &["2022,甲县,率,1,,,360,"]);
        assert_eq!(outcome(&county(&run, HOMES), "甲县"), expected);
    }
}

#[test]
fn a_total_that_is_invalid_in_its_own_year_serves_no_later_year() {
    let run = totals(&["2021,甲县,率,10,,,,", "2022,甲县,率,10,,,900,", "2023,甲县,率,10,,,,"]);
    let report = county(&run, HOMES);
    assert_eq!(in_year(&report, 2022), "invalid");
    assert_ne!(in_year(&report, 2023), "met", "10 + 10 + 10 is not 910");
}

#[test]
fn a_total_below_what_its_known_years_add_up_to_is_invalid() {
    // 2021 is not known; but 2023 alone is more than the total.
    let report = county(&totals(&["2023,甲县,率,600,,,540,"]), HOMES);
    assert_eq!(outcome(&report, "甲县"), "invalid");
    // So is what an earlier total and this one leave for this year.
    let run = before(totals(&["2023,甲县,率,,,,540,"]), "2022.csv", &["2022,甲县,率,1,,,600,"]);
    assert_eq!(outcome(&county(&run, HOMES), "甲县"), "invalid");
}

#[test]
fn a_total_beside_a_value_that_does_not_apply_is_told() {
    let report = county(&totals(&["2023,甲县,率,不适用,,,540,没有对象"]), HOMES);
    assert_eq!(codes(&report).len(), 1, "{:?}", outcome(&report, "甲县"));
}

#[test]
fn a_total_is_refused_where_nothing_adds_up_and_where_it_is_no_number() {
    let report = county(&totals(&["2023,甲县,率,60%,,,540,"]), UPWARD);
    assert_eq!(certain(&report), ["submission/total-unused"]);
    assert_eq!(outcome(&report, "甲县"), "met");
    for (total, code) in [
        ("约540", "submission/not-a-number"),
        ("-1", "submission/negative"),
        ("54%", "submission/percent-sign"),
    ] {
        let report = county(&totals(&[format!("2023,甲县,率,1,,,{total},")]), HOMES);
        assert_eq!((outcome(&report, "甲县"), codes(&report)), ("invalid", vec![code]));
    }
}

#[test]
fn a_sum_beyond_eighteen_digits_is_invalid_with_a_word() {
    let most = "999999999999999999";
    let run =
        Run::of(&[format!("2022,甲县,率,{most},,,")]).history(&[format!("2021,甲县,率,{most},,,")]);
    let report = county(&run, HOMES);
    assert_eq!((outcome(&report, "甲县"), report.exit), ("invalid", Exit::Incomplete));
    assert_eq!(codes(&report), ["judgement/total-too-large"]);
}

// Where the years come from.

#[test]
fn years_come_from_the_history_and_from_the_submission_alike() {
    let rows = ["2021,甲县,率,180,,,", "2022,甲县,率,180,,,", "2023,甲县,率,180,,,"];
    for cut in 0..rows.len() {
        let (history, sent) = rows.split_at(cut);
        let report = county(&Run::of(sent).history(history), HOMES);
        assert_eq!(in_year(&report, 2023), "on_pace", "{cut}");
        assert_eq!(report.years.len(), 3 - cut);
    }
}

#[test]
fn the_order_of_files_and_rows_does_not_matter() {
    let years = [
        ("2021.csv", "2021,甲县,率,170,,,,"),
        ("2022.csv", "2022,甲县,率,,,,360,"),
        ("2023.csv", "2023,甲县,率,180,,,,"),
    ];
    let mut seen = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut run = totals(&["2024,甲县,率,181,,,,"]);
        for at in order {
            let (name, row) = years[at];
            run = before(run, name, &[row]);
        }
        seen.push(result(&county(&run, HOMES), "甲县"));
        let mut run = totals(&["2024,甲县,率,181,,,,"]);
        for at in order {
            run = run.file(years[at].0, common::under(common::TOTALS, &[years[at].1]));
        }
        let report = county(&run, HOMES);
        let ends = [2021, 2022, 2023, 2024].map(|year| in_year(&report, year));
        assert_eq!(ends, ["behind", "on_pace", "on_pace", "on_pace"], "{order:?}");
    }
    assert!(seen.iter().all(|result| *result == seen[0]), "{seen:#?}");
    assert_eq!((&seen[0]["value"], &seen[0]["outcome"]), (&"721".into(), &"on_pace".into()));
}

#[test]
fn a_year_in_both_is_the_submissions_and_a_warning_says_so() {
    let run = Run::of(&["2021,甲县,率,180,,,", "2022,甲县,率,180,,,"]);
    let report = county(&run.history(&["2021,甲县,率,1,,,"]), HOMES);
    assert_eq!(in_year(&report, 2022), "on_pace");
    assert_eq!(codes(&report), ["judgement/year-in-both"]);
    assert_eq!(report.exit, Exit::Passed);
}

#[test]
fn a_year_of_the_history_after_those_under_check_is_told_and_adds_nothing() {
    let run = Run::of(&["2021,甲县,率,180,,,"]).history(&["2022,甲县,率,900,,,"]);
    let report = county(&run, HOMES);
    assert_eq!(
        (outcome(&report, "甲县"), result(&report, "甲县")["value"].clone()),
        ("on_pace", "180".into())
    );
    assert_eq!((codes(&report), report.exit), (vec!["judgement/history-after"], Exit::Passed));
}

#[test]
fn a_year_that_two_files_of_the_history_hold_is_a_gap_with_a_fault() {
    let run = Run::of(&["2022,甲县,率,180,,,"]);
    let run = run.history(&["2021,甲县,率,180,,,"]).history(&["2021,甲县,率,180,,,"]);
    let report = county(&run, HOMES);
    assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
    assert_eq!(codes(&report), ["judgement/sum-gap", "submission/duplicate"]);
}

#[test]
fn a_year_that_does_not_apply_adds_nothing_as_a_county_does_not() {
    let run = Run::of(&["2022,甲县,率,360,,,"]).history(&["2021,甲县,率,不适用,,,项目未启动"]);
    assert_eq!(outcome(&county(&run, HOMES), "甲县"), "on_pace");
}
