//! What was sent rounded: known to its last digit, printed with no more, and told where a
//! true value would end otherwise.

use super::*;

const TURNS: &str = "judgement/rounding-turns";

/// How often rounding is told of, and how a county ends.
fn turns(rule: &str, rows: &[&str], history: &[&str]) -> (usize, &'static str) {
    let plan = plan(FIVE, CITY, &[rule]);
    let mut run = Run::of(rows).region("甲县");
    if !history.is_empty() {
        run = run.history(history);
    }
    let report = run.judge(&plan);
    (codes(&report).iter().filter(|code| **code == TURNS).count(), outcome(&report, "甲县"))
}

/// The same of one value of 2023.
fn of(rule: &str, value: &str) -> (usize, &'static str) {
    turns(rule, &[&format!("2023,甲县,率,{value},,,")], &[])
}

#[test]
fn a_value_is_known_to_its_last_digit() {
    // 55.944% is required.
    for (value, expected) in [
        ("55.9%", (1, "behind")),
        ("55.8%", (0, "behind")),
        ("56%", (1, "on_pace")),
        ("56.0%", (0, "on_pace")),
        ("55.94%", (1, "behind")),
        ("55.93%", (0, "behind")),
        ("55.944%", (1, "on_pace")),
        ("55.945%", (0, "on_pace")),
        // The tie rounds up: 55.945 may have been 55.9445.
        ("55.9435%", (0, "behind")),
        // The target.
        ("60%", (1, "met")),
        ("60.0%", (1, "met")),
        ("59.6%", (0, "on_pace")),
        ("60.1%", (0, "met")),
    ] {
        assert_eq!(of(UPWARD, value), expected, "{value}");
    }
}

#[test]
fn every_operator_is_turned_by_what_rounds_to_its_bound() {
    let kept = |rule: &str| format!("{rule}\nform = 'kept'");
    for (rule, value, expected) in [
        ("operator = '>'\nthreshold = 90", "90.0%", (1, "not_met")),
        // Half of the last digit is a tie, which may have gone either way.
        ("operator = '>'\nthreshold = 90", "89.95%", (0, "not_met")),
        ("operator = '>'\nthreshold = 90", "90.05%", (0, "met")),
        ("operator = '≥'\nthreshold = 90", "89.5%", (0, "not_met")),
        ("operator = '≥'\nthreshold = 90.05", "90.0%", (1, "not_met")),
        ("operator = '≤'\nthreshold = 5.5", "5.5%", (1, "met")),
        ("operator = '<'\nthreshold = 5.5", "5%", (1, "met")),
        ("operator = 'between'\nthreshold = [20, 30]", "30.0%", (1, "met")),
        ("operator = '±'\nthreshold = 23.04\ntolerance = 0", "23.0%", (1, "not_met")),
        ("operator = '≥'\nthreshold = 100", "100%", (1, "met")),
        ("operator = '≥'\nthreshold = 100", "99.9%", (0, "not_met")),
    ] {
        assert_eq!(of(&kept(rule), value), expected, "{value} under {rule}");
    }
}

#[test]
fn counts_and_whole_things_are_exact() {
    let people = "unit = '人'\noperator = '≥'\nthreshold = 2200\nform = 'each-year'";
    let ten_thousands = "unit = '万人'\noperator = '≥'\nthreshold = 0.22\nform = 'each-year'";
    let money = "unit = '元'\noperator = '≥'\nthreshold = 2200\nform = 'each-year'";
    for (rule, value, expected) in [
        (people, "2200", (0, "met")),
        (people, "2200人", (0, "met")),
        (people, "0.22万人", (1, "met")),
        (people, "0.2200万人", (0, "met")),
        (people, "0.21万", (0, "not_met")),
        (people, "0.3万", (0, "met")),
        (ten_thousands, "0.22", (1, "met")),
        (ten_thousands, "2200人", (0, "met")),
        (ten_thousands, "2199人", (0, "not_met")),
        (money, "2200", (1, "met")),
        (money, "2200.5", (0, "met")),
    ] {
        assert_eq!(of(rule, value), expected, "{value} under {rule}");
    }
    let rule = "count-unit = '人'\noperator = '≥'\nthreshold = 88\nform = 'kept'";
    let counted = |counts: &str| turns(rule, &[&format!("2023,甲县,率,,{counts},")], &[]);
    assert_eq!(counted("2200,2500"), (0, "met"));
    assert_eq!(counted("0.22万,2500"), (1, "met"));
    assert_eq!(counted("2150,0.25万"), (0, "not_met"));
    assert_eq!(counted("2190,0.25万"), (1, "not_met"));
}

#[test]
fn years_of_whole_things_are_whole_though_regions_are_not_added_up() {
    for unit in ["户", "人", "个"] {
        let rule = format!("unit = '{unit}'\nroll-up = 'none'\noperator = '≥'\nthreshold = 300");
        let sum = format!("form = 'sum'\n{rule}");
        let years = ["2021,甲县,率,60,,,", "2022,甲县,率,60,,,"];
        assert_eq!(turns(&sum, &["2023,甲县,率,60,,,"], &years), (0, "on_pace"), "{unit}");
        assert_eq!(turns(&sum, &["2023,甲县,率,59,,,"], &years), (0, "behind"), "{unit}");
        assert_eq!(turns(&sum, &["2023,甲县,率,0.006万,,,"], &years), (1, "on_pace"), "{unit}");
        // What doesn't add up at all may be an average.
        let level = format!("form = 'each-year'\n{rule}");
        assert_eq!(turns(&level, &["2023,甲县,率,300,,,"], &[]), (1, "met"), "{unit}");
    }
}

#[test]
fn the_rounding_of_years_adds_up() {
    let rule = "unit = '万元'\nform = 'sum'\noperator = '≥'\nthreshold = 5.2";
    let years = |values: [&str; 3]| {
        let rows: Vec<String> =
            (2021..).zip(values).map(|(y, v)| format!("{y},甲县,率,{v},,,")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        turns(rule, &rows[2..], &rows[..2]).0
    };
    // 5.1 and 0.05 three times make 5.2 possible; 0.04 would not.
    assert_eq!(years(["1.7", "1.7", "1.7"]), 1);
    assert_eq!(years(["1.70", "1.70", "1.7"]), 0);
    assert_eq!(years(["1.7", "1.7", "1.9"]), 1);
    assert_eq!(years(["1.7", "1.8", "1.9"]), 0);
}

#[test]
fn what_the_counties_add_up_to_is_as_wide_as_all_of_them() {
    let rule = "unit = '万元'\nform = 'each-year'\noperator = '≥'\nthreshold = 4";
    let city = |a: &str, b: &str| {
        let rows = [format!("2023,甲县,率,{a},,,"), format!("2023,乙县,率,{b},,,")];
        let report = Run::of(&rows).region("全市").judge(&plan(FIVE, CITY, &[rule]));
        (messages(&report, TURNS, Lang::Zh).len(), outcome(&report, "全市"))
    };
    assert_eq!(city("2.0", "1.9"), (1, "not_met"));
    assert_eq!(city("2.00", "1.9"), (0, "not_met"));
    assert_eq!(city("2.0", "2.1"), (0, "met"));
    assert_eq!(city("2.00", "2.0"), (1, "met"));
}

#[test]
fn years_that_the_counties_stand_in_for_are_known_as_they_are() {
    let rule = "unit = '万元'\nform = 'sum'\noperator = '≥'\nthreshold = 100";
    // 60 by 2023.
    let city = |own: &str, history: &[&str]| {
        let run = Run::of(&[format!("2023,全市,率,{own},,,")]).history(history).region("全市");
        let report = run.judge(&plan(FIVE, CITY, &[rule]));
        (messages(&report, TURNS, Lang::Zh).join(""), outcome(&report, "全市"))
    };
    let all = [
        "2021,甲县,率,5.1,,,",
        "2021,乙县,率,4.9,,,",
        "2022,甲县,率,5.000,,,",
        "2022,乙县,率,5.0,,,",
    ];
    // Three figures to one digit, one to three, and the city's own.
    let (told, outcome) = city("40.00", &all);
    assert_eq!(outcome, "on_pace");
    assert!(told.contains("59.8445") && told.contains("60.1555"), "{told}");
    assert_eq!(city("40.156", &all).0, "", "none of what may be is less than 60");
    assert_eq!(city("39.844", &all), (String::new(), "behind"));
    assert_ne!(city("39.85", &all).0, "");
    // A year of the city's own, then one of the counties'.
    let mixed = ["2021,全市,率,10.00,,,", "2022,甲县,率,5.0,,,", "2022,乙县,率,5.0,,,"];
    let (told, outcome) = city("40.00", &mixed);
    assert_eq!(outcome, "on_pace");
    assert!(told.contains("59.89") && told.contains("60.11"), "{told}");
    assert_eq!(city("40.111", &mixed).0, "");
}

#[test]
fn a_baseline_and_a_reference_may_be_rounded_too() {
    // 50% in 2020 demands 56%, 49.5% demands 55.8%.
    let counted = |n: u32, before: &str| {
        let now = format!("2023,甲县,率,,{n},10000,");
        turns(UPWARD, &[&now], &[&format!("2020,甲县,率,{before},,,")])
    };
    assert_eq!(counted(5590, "50%"), (1, "behind"));
    assert_eq!(counted(5590, "50.0%"), (0, "behind"));
    assert_eq!(counted(5579, "50%"), (0, "behind"));
    assert_eq!(counted(5610, "50%"), (1, "on_pace"));
    assert_eq!(counted(5621, "50%"), (0, "on_pace"));
    let rule = "operator = '≥'\nreference = 'gdp'";
    let grew = |rate: &str, gdp: &str| {
        let rows = [format!("2023,甲县,率,{rate},,,"), format!("2023,甲县,GDP年均增长率,{gdp},,,")];
        turns(rule, &[&rows[0], &rows[1]], &[])
    };
    assert_eq!(grew("8.1%", "8%"), (1, "met"));
    assert_eq!(grew("8.1%", "8.0%"), (0, "met"));
    assert_eq!(grew("7.9%", "8%"), (1, "not_met"));
    assert_eq!(grew("7.4%", "8%"), (0, "not_met"));
    assert_eq!(grew("-0.3%", "-0.3%"), (1, "met"));
}

#[test]
fn what_was_rounded_is_said_with_its_ends_and_both_outcomes() {
    let report = Run::of(&["2023,甲县,率,55.9%,,,"]).judge(&plan(FIVE, COUNTY, &[UPWARD]));
    let found = report.diagnostics.iter().find(|found| found.code() == TURNS).unwrap();
    assert_eq!(found.severity(), Severity::Warning);
    let message = &messages(&report, TURNS, Lang::Zh)[0];
    for part in ["甲县 2023 年", "55.9%", "55.85%", "55.95%", "滞后", "达到进度"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert_eq!(report.exit, Exit::Failed, "a doubt is no fault");
}

#[test]
fn what_a_value_is_held_against_is_called_what_it_is_and_counts_are_asked_of_ratios() {
    let change = "form = 'year-on-year'\nchange = 'absolute'\noperator = '≥'\nthreshold = 0";
    let mu = format!("unit = '亩'\nroll-up = 'none'\n{change}");
    let since = "unit = '岁'\nroll-up = 'none'\nform = 'change'\nchange = 'absolute'\n\
                 operator = '≥'\nthreshold = 1";
    let cases: [(&str, &str, &str, [&str; 2], bool); 4] = [
        (&mu, "998", "2022,甲县,率,999,,,", ["上年数", "the value of the year before"], false),
        (change, "55.9%", "2022,甲县,率,56.0%,,,", ["上年数", "year before"], true),
        (since, "78.0", "2020,甲县,率,77.4,,,", ["基期值", "the baseline"], false),
        (UPWARD, "55.9%", "2020,甲县,率,49.9%,,,", ["基期值", "the baseline"], true),
    ];
    for (rule, value, before, called, has_counts) in cases {
        let plan = plan(FIVE, CITY, &[rule]);
        let run = Run::of(&[format!("2023,甲县,率,{value},,,")]).history(&[before]);
        let report = run.region("甲县").judge(&plan);
        for (lang, at) in [(Lang::Zh, 0), (Lang::En, 1)] {
            let told = messages(&report, TURNS, lang);
            let told = told.first().unwrap_or_else(|| panic!("{rule}: {:?}", codes(&report)));
            assert!(told.contains(called[at]), "{told}");
            let others = ["上年数", "基期值"].iter().filter(|other| **other != called[0]);
            assert!(
                lang != Lang::Zh || others.clone().all(|other| !told.contains(other)),
                "{told}"
            );
        }
        let found = report.diagnostics.iter().find(|found| found.code() == TURNS).unwrap();
        let help = found.problem.message(Lang::Zh).help.unwrap_or_default();
        assert_eq!(help.contains("分子"), has_counts, "{rule}: {help}");
    }
}

#[test]
fn no_digit_is_printed_that_was_not_sent() {
    for (value, printed) in
        [("55.9%", "55.9"), ("56%", "56"), ("60.0%", "60.0"), ("57.250%", "57.250")]
    {
        let report =
            Run::of(&[format!("2023,甲县,率,{value},,,")]).judge(&plan(FIVE, COUNTY, &[UPWARD]));
        assert_eq!(result(&report, "甲县")["value"], printed);
        assert_eq!(csv(&report)[0]["value"], printed);
        assert!(table(&report, Lang::Zh).contains(&format!(" {printed}% ")), "{value}");
    }
    // What follows from counts is computed.
    let report = Run::of(&["2023,甲县,率,56.5%,565,1000,"]).judge(&plan(FIVE, COUNTY, &[UPWARD]));
    assert_eq!(result(&report, "甲县")["value"], "56.50");
}

#[test]
fn a_target_is_printed_as_the_plan_writes_it_however_long() {
    for threshold in ["14.285714286", "0.000000001", "73.946891234567890123", "60.0000000001"] {
        let rule = format!("operator = '≥'\nthreshold = {threshold}\nform = 'kept'");
        let plan = match threshold.len() {
            21.. => continue,
            _ => plan(FIVE, COUNTY, &[&rule]),
        };
        let report = Run::of(&["2023,甲县,率,14.3%,,,"]).judge(&plan);
        let result = result(&report, "甲县");
        assert_eq!(result["target"]["value"], threshold);
        assert_eq!(result["requirement"]["value"], threshold);
        assert!(table(&report, Lang::Zh).contains(&format!("≥{threshold}%")));
    }
}

#[test]
fn a_number_of_a_plan_that_can_not_be_held_is_refused_and_never_cut() {
    for number in
        ["73.946891234567890123", "1e-9", "1234567890123456789.5", "0.1234567890123456789"]
    {
        let toml = format!(
            "[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{COUNTY}[[indicator]]\nid = 'i'\nname = '率'\n\
             attribute = '约束性'\nunit = '元'\noperator = '≥'\nthreshold = {number}\n"
        );
        let file = RuleFile::new("plan.toml", toml.into_bytes());
        let faults = Plan::load(&[file], &mut |_, _| Ok(Vec::new())).unwrap_err();
        assert!(
            faults.iter().any(|fault| fault.code() == "plan/bad-number"),
            "{number}: {faults:?}"
        );
    }
}
