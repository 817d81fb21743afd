//! Numbers at the extremes.

use super::*;

/// Writes a report in every way there is.
fn render_all(report: &Report) {
    json(report);
    csv(report);
    for lang in [Lang::Zh, Lang::En] {
        report.diagnostics.iter().for_each(|found| drop(found.problem.message(lang)));
        for width in [40, 80, 400] {
            let style = Style { color: true, ..Style::plain(lang, width) };
            render::table(report, style);
            render::detail(report, style);
        }
    }
}

#[test]
fn numbers_of_eighteen_digits_are_judged_and_written_without_panic() {
    let numbers = [
        "0",
        "0.000000000000000001",
        "0.999999999999999999",
        "1",
        "99.9999999999999999",
        "100",
        "123456789.123456789",
        "999999999999999999",
    ];
    let mut rows = Vec::new();
    for value in numbers {
        rows.extend([format!("{value}%,,,"), format!("-{value}%,,,"), format!("{value},,,")]);
        for denominator in numbers {
            rows.push(format!(",{value},{denominator},"));
        }
    }
    let rules = [
        "operator = '>'\nthreshold = 99.9999999999999999\nbaseline = 0.000000000000000001",
        "operator = '≤'\nthreshold = 0.000000000000000001\nbaseline = 99.9999999999999999",
        "operator = 'between'\nthreshold = [33.3333333333333333, 66.6666666666666667]\nbaseline = 100",
        "operator = '='\nthreshold = 100",
        "unit = '户'\noperator = '≥'\nthreshold = 999999999999999999\nbaseline = 0",
        "growth = true\noperator = '<'\nthreshold = -999999999999999999\nbaseline = 999999999999999999",
        "operator = '≥'\nreference = 'gdp'",
    ];
    for rule in rules {
        let plan = plan(SEVEN, CITY, &[rule]);
        for row in &rows {
            let sent = ["甲县", "乙县", "新区"].map(|region| format!("2022,{region},率,{row}"));
            let more = [
                format!("2022,全市,率,{}", rows[7]),
                "2022,甲县,GDP年均增长率,-0.000000000000000001%,,,".to_owned(),
            ];
            let run = Run::of(&[&sent[..], &more[..]].concat());
            let report = run.history(&["2020,甲县,率,,1,999999999999999999,"]).judge(&plan);
            let counted: u64 = common::tally(&report).values().sum();
            assert_eq!(counted, report.rows().count() as u64);
            json(&report);
            if row == &rows[0] || row.ends_with("999999999999999999,") {
                render_all(&report);
            }
        }
    }
}

#[test]
fn every_form_bears_numbers_of_eighteen_digits() {
    let most = "999999999999999999";
    let least = "0.000000000000000001";
    let rules = [
        format!("form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = {most}"),
        format!("form = 'each-year'\nunit = '户'\noperator = '<'\nthreshold = {least}"),
        format!("form = 'kept'\nunit = '户'\noperator = '>'\nthreshold = {least}"),
        "form = 'full-coverage'\nbaseline = 99.9999999999999999".to_owned(),
        format!(
            "form = 'change'\nchange = 'percent'\nunit = '户'\noperator = '≥'\n\
             threshold = {most}\nbaseline = {least}"
        ),
        format!(
            "form = 'change'\nchange = 'absolute'\nunit = '户'\noperator = 'between'\n\
             threshold = [-{most}, {most}]\nbaseline = {most}\nmilestones = {{ 2022 = -{most} }}"
        ),
        format!(
            "form = 'multiple'\nunit = '户'\noperator = '≤'\nthreshold = {least}\n\
             baseline = {most}\nmilestones = {{ 2022 = {most} }}"
        ),
        "unit = '户'\noperator = '±'\nthreshold = 1\ntolerance = 0.99999999999999999".to_owned(),
    ];
    for rule in rules {
        let plan = plan(SEVEN, CITY, &[&rule]);
        for value in ["0", "1", least, most] {
            for total in ["", "0", least, most] {
                let rows = ["甲县", "乙县", "新区"]
                    .map(|region| format!("2022,{region},率,{value},,,{total},"));
                let sheet = common::under(common::TOTALS, &rows);
                let run = Run::default().file("a.csv", sheet);
                let history =
                    ["2020,甲县,率,999999999999999999,,,", "2021,乙县,率,999999999999999999,,,"];
                render_all(&run.history(&history).judge(&plan));
            }
        }
    }
}

#[test]
fn growth_beyond_all_bounds_is_held_exactly() {
    let most = "999999999999999999";
    let plan = common::load(&format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n{SEVEN}{COUNTY}\
         [[reference]]\nid = 'gdp'\nname = 'GDP增长'\nunit = '%'\ngrowth-of = 'output'\n\
         [[reference]]\nid = 'output'\nname = '产值'\nunit = '元'\n\
         [[indicator]]\nid = 'i'\nname = '率'\nattribute = '约束性'\nunit = '%'\n\
         operator = '≥'\nreference = 'gdp'\ngrowth-of = 'output'\n"
    ));
    for rate in [most, "-999999999999999999", "0.000000000000000001"] {
        for (now, then) in [(most, "0.000000000000000001"), ("0.000000000000000001", most)] {
            let rows = [format!("2027,甲县,率,{rate}%,,,"), format!("2027,甲县,产值,{now},,,")];
            let report =
                Run::of(&rows).history(&[format!("2020,甲县,产值,{then},,,")]).judge(&plan);
            assert!(["met", "not_met"].contains(&outcome(&report, "甲县")));
            render_all(&report);
        }
    }
}

#[test]
fn one_of_a_million_million_million_is_told_from_none() {
    let rule = "operator = '≥'\nthreshold = 100";
    let all = "999999999999999999";
    let plan = plan(FIVE, COUNTY, &[rule]);
    for (numerator, expected, margin) in [(all, "met", 0), ("999999999999999998", "not_met", -1)] {
        let report = Run::of(&[format!("2025,甲县,率,,{numerator},{all},")]).judge(&plan);
        let result = result(&report, "甲县");
        assert_eq!(
            (&result["outcome"], &result["margin"]["count"]),
            (&expected.into(), &margin.into())
        );
        let printed = exact(result["value"].as_str().unwrap());
        assert_eq!(printed >= exact("100"), expected == "met", "{printed}");
    }
}

#[test]
fn a_sum_beyond_eighteen_digits_is_refused_with_a_note() {
    let rule = "unit = '户'\noperator = '≥'\nthreshold = 1";
    let rows = ["甲县", "乙县"].map(|county| format!("2025,{county},率,999999999999999999,,,"));
    let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[rule]));
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "全市")), ("met", "missing"));
    assert_eq!(codes(&report), ["judgement/no-roll-up"]);
}

#[test]
fn a_nineteenth_digit_is_a_fault_of_its_row() {
    let report =
        Run::of(&["2025,甲县,率,99.99999999999999999%,,,"]).judge(&plan(FIVE, COUNTY, &[UPWARD]));
    assert_eq!((outcome(&report, "甲县"), report.exit), ("invalid", Exit::Incomplete));
    assert_eq!(codes(&report), ["submission/too-many-digits"]);
}

#[test]
fn a_year_long_after_the_plan_is_an_error_and_not_judged() {
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    let told = |year: &str| {
        let report = Run::of(&[format!("{year},甲县,率,57%,,,")]).judge(&plan);
        codes(&report).contains(&"submission/year-far-after-plan")
    };
    assert!(["2046", "2203年", "9999"].into_iter().all(told));
    assert!(!["2025", "2026", "2045"].into_iter().any(told));
}
