//! Growth that follows from levels: L(y)/L(y0) against (1 + g)ⁿ, never rounded.

use super::*;

/// A relative target whose growth, and whose reference's, may follow from levels.
fn grown(operator: &str, regions: &str) -> Plan {
    common::load(&format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{regions}\
         [[reference]]\nid = 'gdp'\nname = 'GDP增长'\nunit = '%'\ngrowth-of = 'output'\n\
         [[reference]]\nid = 'output'\nname = '产值'\nunit = '亿元'\n\
         [[reference]]\nid = 'income'\nname = '收入'\nunit = '元'\n\
         [[indicator]]\nid = 'i'\nname = '率'\nattribute = '约束性'\nunit = '%'\n\
         operator = '{operator}'\nreference = 'gdp'\ngrowth-of = 'income'\n"
    ))
}

/// How 甲县 ends after so many years, of what it sent for the year and the baseline year.
fn ends(operator: &str, year: u16, now: &[(&str, &str)], then: &[(&str, &str)]) -> Report {
    let rows = |year: u16, sent: &[(&str, &str)]| -> Vec<String> {
        sent.iter().map(|(series, value)| format!("{year},甲县,{series},{value},,,")).collect()
    };
    let mut run = Run::of(&rows(year, now));
    if !then.is_empty() {
        run = run.history(&rows(2020, then));
    }
    run.judge(&grown(operator, COUNTY))
}

#[track_caller]
fn tries_levels(year: u16, reference: &str, then: &str, at: &str, below: &str) {
    for (operator, value, expected) in
        [("≥", at, "met"), (">", at, "not_met"), ("≥", below, "not_met"), (">", below, "not_met")]
    {
        let now = [("收入", value), ("GDP增长", reference)];
        let report = ends(operator, year, &now, &[("收入", then)]);
        assert_eq!(outcome(&report, "甲县"), expected, "{value} {operator} {reference} in {year}");
    }
}

#[test]
fn levels_are_held_against_the_compounded_rate_exactly() {
    // 1.07³ = 1.225043, 1.07⁵ = 1.4025517307, 1.0001⁵ = 1.00050010001000050001
    tries_levels(2021, "7%", "10000", "10700", "10699.99");
    tries_levels(2023, "7%", "1000000", "1225043", "1225042.999999");
    tries_levels(2025, "7%", "10000000000", "14025517307", "14025517306.9999999");
    tries_levels(2022, "0.01%", "100000000", "100020001", "100020000");
    tries_levels(2024, "-5%", "16000000", "13032100", "13032099");
    tries_levels(2026, "10%", "1000000", "1771561", "1771560.999");
}

#[test]
fn where_a_binary_fraction_errs_to_either_side_the_exact_one_is_right() {
    // In 64 bits 1.12² × 10000 is above 12544, and the root of 12544/10000 below 1.12.
    tries_levels(2022, "12%", "10000", "12544", "12543");
    tries_levels(2025, "14%", "10000000000", "19254145824", "19254145823");
    // 1.05³ × 1000000 is above 1157625, but the cube root of 1.157625 is not below 1.05.
    tries_levels(2023, "5%", "1000000", "1157625", "1157624");
    // Two levels that are one number in 64 bits.
    tries_levels(2025, "7%", "10000000000000000", "14025517307000000", "14025517306999999");
}

#[test]
fn a_rate_that_was_sent_is_compounded_against_levels_of_the_reference() {
    for (rate, output, expected) in [
        ("7%", "1225043", "met"),
        ("7%", "1225044", "not_met"),
        ("6.99%", "1225043", "not_met"),
        ("-100%", "0", "met"),
        ("-250%", "0", "met"),
        ("-100%", "0.001", "not_met"),
    ] {
        let now = [("率", rate), ("产值", output)];
        let report = ends("≥", 2023, &now, &[("产值", "1000000")]);
        assert_eq!(outcome(&report, "甲县"), expected, "{rate} against {output}");
        assert_eq!(certain(&report), ["judgement/growth-indexed"]);
    }
}

#[test]
fn levels_of_both_sides_are_held_against_each_other() {
    // A third more against a third more, which no decimal writes.
    for (income, expected) in [("3999.99", "not_met"), ("4000", "met"), ("4000.01", "met")] {
        let now = [("收入", income), ("产值", "12")];
        let report = ends("≥", 2023, &now, &[("收入", "3000"), ("产值", "9")]);
        assert_eq!(outcome(&report, "甲县"), expected, "{income}");
    }
}

#[test]
fn two_rates_are_compared_as_they_are_though_there_are_levels() {
    let now = [("率", "7%"), ("GDP增长", "7.0%"), ("收入", "1225043"), ("产值", "2000000")];
    let report = ends("≥", 2023, &now, &[("收入", "1000000"), ("产值", "1000000")]);
    assert_eq!((outcome(&report, "甲县"), certain(&report)), ("met", vec![]));
    let result = result(&report, "甲县");
    assert_eq!((&result["value"], &result["requirement"]["value"]), (&"7".into(), &"7".into()));
}

#[test]
fn what_follows_from_levels_is_shown_as_an_index_and_a_note_says_so() {
    let now = [("收入", "1225043"), ("GDP增长", "7%")];
    let report = ends("≥", 2023, &now, &[("收入", "1000000")]);
    let result = result(&report, "甲县");
    assert_eq!(result["value"], "122.5043");
    assert_eq!(result["requirement"]["value"], "122.5043");
    assert_eq!(
        (&result["margin"]["value"], &result["requirement"]["basis"]),
        (&"0.0000".into(), &"reference".into())
    );
    assert_eq!(
        (&result["numerator"], &result["denominator"]),
        (&"1225043".into(), &"1000000".into())
    );
    // The level's row is what the verdict rests on.
    assert_eq!(
        (&result["location"]["file"], &result["location"]["line"]),
        (&"a.csv".into(), &2.into())
    );
    for lang in [Lang::Zh, Lang::En] {
        let message = &messages(&report, "judgement/growth-indexed", lang)[0];
        assert!(message.contains("甲县") && message.contains("2020") && message.contains("100"));
    }
    assert_eq!((certain(&report), report.exit), (vec!["judgement/growth-indexed"], Exit::Passed));
}

#[test]
fn a_level_of_nought_or_none_in_the_baseline_year_yields_no_growth() {
    let now = [("收入", "1225043"), ("GDP增长", "7%")];
    for then in ["0", "0.00", "—"] {
        let report = ends("≥", 2023, &now, &[("收入", then)]);
        assert_eq!(
            (outcome(&report, "甲县"), report.exit),
            ("missing", Exit::Incomplete),
            "{then}"
        );
    }
    let report = ends("≥", 2023, &now, &[]);
    assert_eq!(outcome(&report, "甲县"), "missing");
    // Nor is there a reference without the level of either year.
    for (now, then) in [("12", "0"), ("12", "—"), ("—", "9")] {
        let now = [("率", "7%"), ("产值", now)];
        let report = ends("≥", 2023, &now, &[("产值", then)]);
        assert_eq!(
            (outcome(&report, "甲县"), codes(&report)),
            ("missing", vec!["judgement/no-reference"])
        );
        let message = &messages(&report, "judgement/no-reference", Lang::Zh)[0];
        assert!(message.contains("GDP增长"), "{message}");
    }
}

#[test]
fn all_lost_is_a_level_of_nought_in_the_year_itself() {
    let now = |reference| [("收入", "0"), ("GDP增长", reference)];
    assert_eq!(outcome(&ends("≥", 2023, &now("-99%"), &[("收入", "5")]), "甲县"), "not_met");
    assert_eq!(outcome(&ends("≥", 2023, &now("-100%"), &[("收入", "5")]), "甲县"), "met");
}

#[test]
fn growth_of_the_baseline_year_itself_is_not_judged() {
    for now in [[("收入", "10000"), ("GDP增长", "7%")], [("率", "7%"), ("GDP增长", "7%")]] {
        let report = ends("≥", 2020, &now, &[]);
        assert_eq!(outcome(&report, "甲县"), "not judged");
        assert!(codes(&report).contains(&"judgement/years-before"));
    }
}

#[test]
fn levels_of_both_years_may_be_in_the_submission() {
    let rows = [
        "2020,甲县,收入,1000000,,,",
        "2023,甲县,收入,1225043,,,",
        "2020,甲县,GDP增长,7%,,,",
        "2023,甲县,GDP增长,7%,,,",
    ];
    let report = Run::of(&rows).judge(&grown("≥", COUNTY));
    let of_2023 = report.rows().find(|row| row.year() == 2023).unwrap();
    assert_eq!(of_2023.outcome(), Outcome::Met);
}

#[test]
fn a_rate_goes_before_its_levels_and_a_warning_says_where_they_disagree() {
    // From 1000000 to 1225043 is 7%; to one digit it is 7.0% from 6.95% to 7.05%.
    for (rate, then, disagrees) in [
        ("7%", "1000000", false),
        ("7.0%", "1000000", false),
        ("7.00%", "1000000", false),
        ("7.1%", "1000000", true),
        ("6.9%", "1000000", true),
        ("8%", "1000000", true),
        ("6%", "1000000", true),
        // From 6.5% to 7.5%: 1.065³ = 1.207949625, 1.075³ = 1.242296875.
        ("7%", "1014150.73", false),
        ("7%", "1014150.74", true),
        ("7%", "986111.32", false),
        ("7%", "986111.31", true),
    ] {
        let now = [("率", rate), ("收入", "1225043"), ("GDP增长", "5%")];
        let report = ends("≥", 2023, &now, &[("收入", then)]);
        assert_eq!(outcome(&report, "甲县"), "met", "{rate}: judged on the rate");
        let found = messages(&report, "judgement/growth-disagrees", Lang::Zh);
        assert_eq!(found.len(), usize::from(disagrees), "{rate} {then}");
        assert_eq!(report.exit, Exit::Passed);
        if let [message] = &found[..] {
            assert!(message.contains(then) && message.contains("1225043"), "{message}");
        }
    }
}

#[test]
fn half_a_digit_to_either_side_still_agrees() {
    // 1.075³ and 1.065³, each and one unit beyond.
    for (now, disagrees) in
        [("1242296875", false), ("1242296876", true), ("1207949625", false), ("1207949624", true)]
    {
        let now = [("率", "7%"), ("收入", now), ("GDP增长", "5%")];
        let report = ends("≥", 2023, &now, &[("收入", "1000000000")]);
        let told = codes(&report).contains(&"judgement/growth-disagrees");
        assert_eq!(told, disagrees, "{now:?}");
    }
}

#[test]
fn a_rate_that_is_invalid_or_does_not_apply_is_not_mended_by_levels() {
    for (cells, expected) in [("约7%", "invalid"), ("0.07", "invalid"), ("—", "met"), ("", "met")]
    {
        let now = [("率", cells), ("收入", "1225043"), ("GDP增长", "7%")];
        let report = ends("≥", 2023, &now, &[("收入", "1000000")]);
        assert_eq!(outcome(&report, "甲县"), expected, "{cells}");
    }
    let rows =
        ["2023,甲县,率,不适用,,,没有调查", "2023,甲县,收入,1225043,,,", "2023,甲县,GDP增长,7%,,,"];
    let report = Run::of(&rows).history(&["2020,甲县,收入,1000000,,,"]).judge(&grown("≥", COUNTY));
    assert_eq!(outcome(&report, "甲县"), "not_applicable");
}

#[test]
fn a_level_is_no_negative_number() {
    let now = [("收入", "-5"), ("GDP增长", "7%")];
    let report = ends("≥", 2023, &now, &[("收入", "1000000")]);
    assert!(codes(&report).contains(&"submission/negative"));
    assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
}

#[test]
fn regions_whose_levels_are_there_are_judged_though_they_sent_no_rate() {
    let rows =
        ["甲县", "乙县", "全市", "新区"].map(|region| format!("2023,{region},收入,1225043,,,"));
    let rates =
        ["甲县", "乙县", "全市", "新区"].map(|region| format!("2023,{region},GDP增长,7%,,,"));
    let history = ["甲县", "全市", "新区"].map(|region| format!("2020,{region},收入,1000000,,,"));
    let run = Run::of(&[rows, rates].concat()).history(&history);
    let report = run.judge(&grown("≥", CITY));
    let found = ["甲县", "乙县", "全市", "新区"].map(|region| outcome(&report, region));
    assert_eq!(found, ["met", "missing", "met", "met"]);
    assert_eq!(certain(&report), ["judgement/growth-indexed", "judgement/no-roll-up"]);
}

#[test]
fn a_region_is_not_measured_by_the_levels_of_another() {
    let rows = ["2023,甲县,收入,1225043,,,", "2023,甲县,GDP增长,7%,,,"];
    let run = Run::of(&rows).history(&["2020,乙县,收入,1000000,,,", "2020,全市,收入,1000000,,,"]);
    assert_eq!(outcome(&run.judge(&grown("≥", CITY)), "甲县"), "missing");
}

#[test]
fn an_index_has_no_margin_in_people() {
    let now = [("收入", "1225042"), ("GDP增长", "7%")];
    let report = ends("≥", 2023, &now, &[("收入", "1000000")]);
    assert!(result(&report, "甲县")["margin"]["count"].is_null());
    let table = table(&report, Lang::Zh);
    assert!(!table.contains("差1"), "{table}");
}

#[test]
fn a_rate_and_an_index_are_not_shown_as_one_range() {
    let rows = [
        "2023,甲县,率,7%,,,",
        "2023,甲县,GDP增长,7%,,,",
        "2023,乙县,收入,1225043,,,",
        "2023,乙县,GDP增长,7%,,,",
    ];
    let run = Run::of(&rows).history(&["2020,乙县,收入,1000000,,,"]);
    let table = table(&run.judge(&grown("≥", CITY)), Lang::Zh);
    assert!(!table.contains("≥7 ~ 122.5043%"), "{table}");
}

#[test]
fn a_verdict_is_not_located_in_a_file_that_does_not_hold_its_figure() {
    let run = Run::of(&["2023,甲县,GDP增长,7%,,,"]);
    let run = run.history(&["2023,甲县,收入,1225043,,,", "2020,甲县,收入,1000000,,,"]);
    let report = run.judge(&grown("≥", COUNTY));
    assert_eq!(outcome(&report, "甲县"), "met");
    assert_ne!(result(&report, "甲县")["location"]["file"], "a.csv");
}

#[test]
fn growth_is_held_against_a_rate_and_follows_from_what_is_none() {
    let plan = |keys: &str| {
        let toml = format!(
            "[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{COUNTY}\
             [[reference]]\nid = 'gdp'\nname = 'GDP增长'\nunit = '%'\n\
             [[reference]]\nid = 'output'\nname = '产值'\nunit = '亿元'\n\
             [[indicator]]\nid = 'i'\nname = '率'\nattribute = '约束性'\noperator = '≥'\n{keys}\n"
        );
        let file = RuleFile::new("p.toml", toml.into_bytes());
        Plan::load(&[file], &mut |_, _| unreachable!())
    };
    assert!(plan("unit = '%'\nreference = 'gdp'\ngrowth-of = 'output'").is_ok());
    assert!(plan("unit = '%'\nreference = 'output'").is_err(), "levels as the reference");
    assert!(plan("unit = '%'\nreference = 'gdp'\ngrowth-of = 'gdp'").is_err(), "levels in %");
    assert!(plan("unit = '元'\nreference = 'gdp'").is_err(), "growth in 元");
}
