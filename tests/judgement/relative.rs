//! Targets relative to a reference series.

use super::*;

#[test]
fn in_step_with_a_reference_is_judged_every_year() {
    for (operator, equal) in [("≥", "met"), (">", "not_met")] {
        let rule = format!("operator = '{operator}'\nreference = 'gdp'\nbaseline = 9.03");
        let plan = plan(FIVE, COUNTY, &[&rule]);
        for year in [2021, 2023, 2025] {
            for (value, expected) in [("6.99%", "not_met"), ("7%", equal), ("7.01%", "met")] {
                let rows = [
                    format!("{year},甲县,率,{value},,,"),
                    format!("{year},甲县,GDP年均增长率,7.0%,,,"),
                ];
                let report = Run::of(&rows).judge(&plan);
                assert_eq!(outcome(&report, "甲县"), expected, "{value} in {year}");
                let basis = &result(&report, "甲县")["requirement"]["basis"];
                assert_eq!(basis, "reference");
            }
        }
    }
}

#[test]
fn the_reference_is_of_the_same_region_and_the_same_year() {
    let rule = "operator = '≥'\nreference = 'gdp'";
    let rows = [
        "2023,甲县,率,5%,,,",
        "2023,乙县,率,5%,,,",
        "2023,甲县,GDP年均增长率,4%,,,",
        "2023,乙县,GDP年均增长率,6%,,,",
        "2022,甲县,GDP年均增长率,9%,,,",
    ];
    let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[rule]));
    let of = |county: &str| {
        let in_2023 = |row: &dabiao::report::Row<'_>| row.year() == 2023;
        let mut rows = report.rows().filter(in_2023);
        rows.find(|row| &*row.region().name == county).unwrap().outcome()
    };
    assert_eq!((of("甲县"), of("乙县")), (Outcome::Met, Outcome::NotMet));
}

#[test]
fn a_figure_whose_reference_is_missing_is_missing_and_the_message_names_it() {
    let plan = plan(FIVE, COUNTY, &["operator = '≥'\nreference = 'gdp'"]);
    for reference in [None, Some("2023,甲县,GDP年均增长率,—,,,")] {
        let mut rows = vec!["2023,甲县,率,7%,,,"];
        rows.extend(reference);
        let report = Run::of(&rows).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
        assert!(result(&report, "甲县")["margin"].is_null());
        for lang in [Lang::Zh, Lang::En] {
            let message = &messages(&report, "judgement/no-reference", lang)[0];
            assert!(message.contains("GDP年均增长率") && message.contains("甲县"), "{message}");
        }
    }
}

#[test]
fn a_target_below_its_reference_is_missed_above_it_and_eased_upward() {
    for (target, sent, expected) in [
        ("operator = '<'", "5%", "not_met"),
        ("operator = '<'", "4.99%", "met"),
        ("operator = '≤'", "5%", "met"),
        ("operator = '≤'", "5.01%", "not_met"),
        ("operator = '≤'\nabout = 0.5", "5.5%", "met"),
        ("operator = '≤'\nabout = 0.5", "5.51%", "not_met"),
    ] {
        let plan = plan(FIVE, COUNTY, &[&format!("{target}\nreference = 'gdp'")]);
        let rows = [format!("2023,甲县,率,{sent},,,"), "2023,甲县,GDP年均增长率,5%,,,".to_owned()];
        let report = Run::of(&rows).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), expected, "{sent} under {target}");
    }
}
