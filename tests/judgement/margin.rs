//! Margins in people, and rounding.

use super::*;

#[test]
fn nine_institutions_reach_ninety_percent_only_with_all_nine() {
    let rule = "operator = '≥'\nthreshold = 90\ncount-unit = '家'";
    assert_eq!(counted(FIVE, rule, 2025, (8, 9)), ("not_met", -1));
    assert_eq!(counted(FIVE, rule, 2025, (9, 9)), ("met", 0));
    assert_eq!(counted(FIVE, rule, 2025, (9, 10)), ("met", 0));
    assert_eq!(counted(FIVE, rule, 2025, (10, 10)), ("met", 1));
    let plan = plan(FIVE, COUNTY, &[rule]);
    let says = |counts| {
        let report = Run::of(&[format!("2025,甲县,率,,{counts},")]).judge(&plan);
        (row(&report, "i", "甲县").unwrap().needs_all(), table(&report, Lang::Zh))
    };
    let (all, text) = says("8,9");
    assert!(all && text.contains("差1家") && text.contains("须全部"), "{text}");
    let (all, text) = says("8,10");
    assert!(!all && text.contains("差1家") && !text.contains("须全部"), "{text}");
}

#[test]
fn strictly_above_wants_one_more_than_the_bound() {
    let rule = "operator = '>'\nthreshold = 90";
    assert_eq!(counted(FIVE, rule, 2025, (9, 10)), ("not_met", -1));
    assert_eq!(counted(FIVE, rule, 2025, (10, 10)), ("met", 0));
    assert_eq!(counted(FIVE, rule, 2025, (900, 1000)), ("not_met", -1));
    assert_eq!(counted(FIVE, rule, 2025, (901, 1000)), ("met", 0));
}

#[test]
fn where_lower_is_better_too_many_are_never_called_too_few() {
    let rule = "operator = '≤'\nthreshold = 20\ncount-unit = '人'";
    assert_eq!(counted(FIVE, rule, 2025, (3, 10)), ("not_met", -1));
    assert_eq!(counted(FIVE, rule, 2025, (2, 10)), ("met", 0));
    assert_eq!(counted(FIVE, rule, 2025, (1, 10)), ("met", 1));
    // 6 of 10 are 4 too many; that 6 and 4 make 10 means nothing here.
    let report = Run::of(&["2025,甲县,率,,6,10,"]).judge(&plan(FIVE, COUNTY, &[rule]));
    assert!(!row(&report, "i", "甲县").unwrap().needs_all());
    assert!(!table(&report, Lang::Zh).contains("须全部"));
}

#[test]
fn a_range_that_no_number_of_people_reaches_has_no_margin_in_people() {
    // Of 10 people no number is 33% to 34%.
    let rule = "operator = 'between'\nthreshold = [33, 34]";
    let report = Run::of(&["2025,甲县,率,,3,10,"]).judge(&plan(FIVE, COUNTY, &[rule]));
    let row = row(&report, "i", "甲县").unwrap();
    assert_eq!((row.outcome(), row.count_margin()), (Outcome::NotMet, None));
}

#[test]
fn rounding_that_would_turn_the_verdict_is_said() {
    for (operator, counts, sent, digits, expected) in [
        // 89.996% is no 90%, though it is sent as 90.00%.
        ("≥", "22499,25000", "90.00", "89.996", "not_met"),
        ("≤", "22501,25000", "90.00", "90.004", "not_met"),
        (">", "22501,25000", "90.00", "90.004", "met"),
        ("<", "22499,25000", "90.00", "89.996", "met"),
    ] {
        let rule = format!("operator = '{operator}'\nthreshold = 90");
        let plan = plan(FIVE, COUNTY, &[&rule]);
        let report = Run::of(&[format!("2025,甲县,率,{sent}%,{counts},")]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), expected);
        assert_eq!(codes(&report), ["judgement/rounding-turns"]);
        assert_eq!(report.diagnostics[0].severity(), Severity::Note);
        for lang in [Lang::Zh, Lang::En] {
            let message = &messages(&report, "judgement/rounding-turns", lang)[0];
            assert!(message.contains(sent) && message.contains(digits), "{message}");
        }
        assert_eq!(result(&report, "甲县")["value"], digits, "enough digits are printed");
        assert!(table(&report, Lang::Zh).contains(&format!("{digits}%")));
        // Without the rounded value there is nothing to say, and as many digits to print.
        let report = Run::of(&[format!("2025,甲县,率,,{counts},")]).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), codes(&report).len()), (expected, 0));
        assert_eq!(result(&report, "甲县")["value"], digits);
    }
    let report = Run::of(&["2025,甲县,率,89.99%,8999,10000,"]).judge(&plan(
        FIVE,
        COUNTY,
        &["operator = '≥'\nthreshold = 90"],
    ));
    assert_eq!(codes(&report), [""; 0], "89.99% is the exact rate");
}

#[test]
fn rounding_is_also_said_where_it_turns_the_verdict_on_the_line() {
    // 55.943% is behind 55.944%; 55.94% and 55.9% are as well, but 56% is not.
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    for (sent, said) in [("56%", 1), ("55.9%", 0), ("55.943%", 0)] {
        let report = Run::of(&[format!("2023,甲县,率,{sent},55943,100000,")]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), "behind");
        assert_eq!(messages(&report, "judgement/rounding-turns", Lang::Zh).len(), said, "{sent}");
    }
}
