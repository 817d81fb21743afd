//! Ratios that are no percentages: so many a thousand, a hundred thousand, a head.

use super::*;

const BEDS: &str = "unit = '张/千人'\nper = 1000\ncount-unit = '张'\ndenominator-unit = '人'\n\
    operator = '≥'\nthreshold = 6.5";
const MORTALITY: &str = "unit = '例/10万'\nper = 100000\ncount-unit = '例'\n\
    denominator-unit = '人'\noperator = '<'\nthreshold = 10";
const AREA: &str = "unit = '平方米/人'\nper = 1\ncount-unit = '平方米'\n\
    denominator-unit = '人'\noperator = '≥'\nthreshold = 14.2";
const BIRTHS: &str = "unit = '‰'\ncount-unit = '人'\noperator = '≥'\nthreshold = 7";

#[test]
fn counts_are_judged_at_the_bound_and_lack_people_as_percentages_do() {
    for (rule, counts, outcome, lacking) in [
        (BEDS, (7799, 1_200_000), "not_met", -1),
        (BEDS, (7800, 1_200_000), "met", 0),
        (MORTALITY, (3, 30_000), "not_met", -1),
        (MORTALITY, (2, 30_000), "met", 0),
        (MORTALITY, (0, 30_000), "met", 2),
        (AREA, (141, 10), "not_met", -1),
        (AREA, (200, 10), "met", 58),
        (BIRTHS, (69, 9_900), "not_met", -1),
        (BIRTHS, (70, 10_000), "met", 0),
    ] {
        assert_eq!(counted(FIVE, rule, 2025, counts), (outcome, lacking), "{counts:?}");
    }
}

#[test]
fn a_value_beside_counts_agrees_to_its_own_last_digit() {
    for (rule, row, expected) in [
        (BEDS, "6.5,7800,1200000", &[][..]),
        (BEDS, "6.50,7799,1200000", &["judgement/rounding-turns"]),
        (BEDS, "6.51,7800,1200000", &["submission/ratio-mismatch"]),
        // A hundredfold and a hundredth are no other way to write it.
        (BEDS, "0.65,7800,1200000", &["submission/ratio-mismatch"]),
        (MORTALITY, "6.67,2,30000", &[]),
        (MORTALITY, "6.6,2,30000", &["submission/ratio-mismatch"]),
        (AREA, "14.3,143,10", &[]),
        (AREA, "14,142,10", &["judgement/rounding-turns"]),
        (BIRTHS, "7.0‰,70,10000", &[]),
        (BIRTHS, "0.7%,70,10000", &["submission/percent-sign"]),
        // Over nobody there is no count either; nothing over nobody does not apply.
        (BIRTHS, ",7,0", &["submission/numerator-above-denominator"]),
        (BEDS, ",1,0", &["submission/numerator-above-denominator"]),
        (AREA, "0,3,0", &["submission/numerator-above-denominator"]),
        (MORTALITY, ",0,0", &[]),
    ] {
        let report = Run::of(&[format!("2025,甲县,率,{row},")]).judge(&plan(FIVE, COUNTY, &[rule]));
        assert_eq!(codes(&report), expected, "{row}");
    }
}

#[test]
fn the_city_is_the_sum_of_the_counts() {
    let plan = plan(FIVE, CITY, &[BEDS]);
    let rows = ["2025,甲县,率,,600,100000,", "2025,乙县,率,,2300,300000,"];
    let report = Run::of(&rows).judge(&plan);
    assert_eq!([outcome(&report, "甲县"), outcome(&report, "全市")], ["not_met", "met"]);
    assert_eq!(result(&report, "全市")["value"], "7.25");
    assert!(table(&report, Lang::Zh).contains("差50张"));
    // One that sends no counts leaves none.
    let report = Run::of(&["2025,甲县,率,6.6,,,", rows[1]]).judge(&plan);
    assert_eq!(outcome(&report, "全市"), "missing");
}

#[test]
fn the_numerator_may_be_greater_and_nothing_is_below_zero() {
    let plan = plan(FIVE, COUNTY, &[AREA]);
    for (row, expected) in [(",1500,100", "met"), ("150,,", "met"), ("-1,,", "invalid")] {
        let report = Run::of(&[format!("2025,甲县,率,{row},")]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), expected, "{row}");
    }
    let report = Run::of(&["2025,甲县,率,,0,0,"]).judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "not_applicable");
}

#[test]
fn a_denominator_in_another_unit_is_known_to_its_own_last_digit() {
    // 700亿元 may be 699.5, of which 7 dead are more than one in a hundred.
    let rule = "unit = '人/亿元'\nper = 1\ncount-unit = '人'\ndenominator-unit = '亿元'\n\
        operator = '≤'\nthreshold = 0.01";
    let plan = plan(FIVE, COUNTY, &[rule]);
    for (row, expected) in [
        (",7,700", &["judgement/rounding-turns"][..]),
        (",7,700.0", &["judgement/rounding-turns"]),
        (",7,701", &[]),
        (",7,701亿元", &[]),
        (",7,701人", &["submission/other-unit"]),
        (",7亿元,701", &["submission/other-unit"]),
    ] {
        let report = Run::of(&[format!("2025,甲县,率,{row},")]).judge(&plan);
        assert_eq!(codes(&report), expected, "{row}");
    }
}
