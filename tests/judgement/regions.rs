//! 分解与调整: the target that is in force in a region and a year.

use super::*;

const TWO: &str = "[[region]]\ncode = '01'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
    [[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n";

/// A run of rows, with or without their totals.
fn sent<S: AsRef<str>>(rows: &[S]) -> Run {
    let has_totals = rows.iter().any(|row| row.as_ref().matches(',').count() > 6);
    let header = if has_totals { common::TOTALS } else { common::HEADER };
    Run::default().file("a.csv", common::under(header, rows))
}

/// What each region ends as, what was demanded of it and on which basis; `-` for none.
fn stands(rule: &str, rows: &[&str]) -> Vec<String> {
    let report = sent(rows).judge(&plan(FIVE, TWO, &[rule]));
    let told = report.rows().map(|row| {
        let json = result(&report, &row.region().name);
        let of = |key: &str, part: &str| json[key][part].as_str().unwrap_or("-").to_owned();
        let demand = format!("{} {}", of("requirement", "value"), of("target", "value"));
        let source = [of("requirement", "basis"), of("requirement", "baseline")].join(" ");
        format!("{} {} | {demand} | {source}", &*row.region().name, row.outcome().word())
    });
    told.collect()
}

const DIVIDED: &str = "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900\n";

#[test]
fn each_region_is_held_to_its_own_target_and_the_city_to_the_plans() {
    let rule = format!(
        "{DIVIDED}regions = {{ '11' = {{ threshold = 500, milestones = {{ 2022 = 210 }} }}, '乙县' = {{ threshold = 400 }} }}"
    );
    let rows = ["2022,甲县,率,,,,209,", "2022,乙县,率,,,,160,"];
    let expected = [
        "全市 on_pace | 360 900 | pace -",
        "甲县 behind | 210 500 | milestone -",
        "乙县 on_pace | 160 400 | pace -",
    ];
    assert_eq!(stands(&rule, &rows), expected);
}

#[test]
fn nothing_is_due_from_a_region_without_a_target_unless_the_rule_says_so() {
    let rule = format!("{DIVIDED}regions = {{ '11' = {{ threshold = 500 }} }}\n");
    let rows = ["2025,甲县,率,,,,500,", "2025,乙县,率,,,,1,", "2025,新区,率,,,,1,"];
    let ends = |more: &str| {
        let report = sent(&rows).judge(&plan(FIVE, TWO, &[&format!("{rule}{more}")]));
        ["甲县", "乙县", "新区", "全市"].map(|region| outcome(&report, region))
    };
    assert_eq!(ends(""), ["met", "not_due", "not_due", "not_met"]);
    assert_eq!(ends("by-region = 'same'"), ["met", "not_met", "not_met", "not_met"]);
    // What the city adds up is asked of every county; where nothing is added up, of nobody.
    let ends = |scope: &str| {
        let rule = format!("{rule}scope = '{scope}'");
        let report = sent(&rows[..1]).judge(&plan(FIVE, TWO, &[&rule]));
        ["甲县", "乙县"].map(|region| outcome(&report, region))
    };
    assert_eq!(ends("county"), ["met", "missing"]);
    assert_eq!(ends("each-county"), ["met", "not judged"]);
}

#[test]
fn a_path_starts_from_the_history_else_from_what_is_written_for_the_region_else_for_all() {
    let rule = "operator = '≥'\nthreshold = 60\nbaseline = 50\nby-region = 'same'\n\
                regions = { '甲县' = { threshold = 70, baseline = 40 }, '新区' = { baseline = 30 } }";
    let rows = ["2023,甲县,率,58,,,", "2023,乙县,率,56,,,", "2023,新区,率,48,,,"];
    let told = stands(rule, &rows);
    let expected = [
        "甲县 on_pace | 58 70 | pace region",
        "乙县 on_pace | 56 60 | pace plan",
        "新区 on_pace | 48 60 | pace region",
    ];
    assert_eq!(told[1..], expected);
    let history = ["2020,甲县,率,45,,,"];
    let report = sent(&rows).history(&history).judge(&plan(FIVE, TWO, &[rule]));
    let of_county = result(&report, "甲县");
    assert_eq!(of_county["requirement"]["value"], "60");
    assert_eq!(of_county["requirement"]["baseline"], "history");
}

#[test]
fn what_is_of_the_whole_city_is_not_taken_for_a_countys() {
    // 1000 households are what the city starts from, and 1300 what it has to reach by 2023.
    let rule = "unit = '户'\noperator = '≥'\nthreshold = 1500\nbaseline = 1000\n\
                milestones = { 2023 = 1300 }\n\
                regions = { '甲县' = { threshold = 500 }, '乙县' = { threshold = 1000, baseline = 500 } }";
    let rows = ["2023,甲县,率,100,,,", "2023,乙县,率,800,,,"];
    let expected = [
        "全市 behind | 1300 1500 | milestone -",
        "甲县 not_due | - 500 | - -",
        "乙县 on_pace | 800 1000 | pace region",
    ];
    assert_eq!(stands(rule, &rows), expected);
}

#[test]
fn a_baseline_that_no_counties_add_up_to_is_each_countys() {
    // From 70 to 78 in five years: 74.8 by 2023.
    for (scope, unit) in
        [("each-county", "岁"), ("county", "岁"), ("each-county", "元/人"), ("each-county", "%")]
    {
        let rule = format!(
            "unit = '{unit}'\nscope = '{scope}'\noperator = '≥'\nthreshold = 80\nbaseline = 70\n\
             {}regions = {{ '甲县' = {{ threshold = 78 }} }}",
            if scope == "county" { "roll-up = 'none'\n" } else { "" }
        );
        let report = sent(&["2023,甲县,率,74,,,"]).judge(&plan(FIVE, TWO, &[&rule]));
        assert_eq!(outcome(&report, "甲县"), "behind", "{scope} {unit}");
    }
}

#[test]
fn every_form_with_a_threshold_takes_one_of_a_region() {
    for (rule, own, value, expected) in [
        ("form = 'kept'\noperator = '≥'\nthreshold = 99", "98", "98", "met"),
        ("form = 'each-year'\nunit = '人'\noperator = '≥'\nthreshold = 700", "300", "300", "met"),
        ("operator = '≤'\nthreshold = 5", "4", "4.5", "not_met"),
        ("operator = '='\nthreshold = 50", "40", "40", "met"),
        ("operator = '±'\ntolerance = 1\nthreshold = 50", "40", "41", "met"),
        ("operator = 'between'\nthreshold = [40, 50]", "[60, 70]", "71", "not_met"),
        ("operator = '≥'\nthreshold = 70\nabout = 2", "60", "58", "met"),
        (
            "form = 'change'\nchange = 'percent'\nbaseline = 50\noperator = '≤'\nthreshold = -10",
            "-20",
            "40",
            "met",
        ),
        (
            "form = 'growth'\nunit = '元'\nbaseline = 100\noperator = '≥'\nthreshold = 7",
            "-10, baseline = 100",
            "60",
            "met",
        ),
        ("form = 'multiple'\nbaseline = 20\noperator = '≥'\nthreshold = 2", "3", "59", "not_met"),
    ] {
        let rule = format!("{rule}\nregions = {{ '甲县' = {{ threshold = {own} }} }}");
        let report = sent(&[format!("2025,甲县,率,{value},,,")]).judge(&plan(FIVE, TWO, &[&rule]));
        assert_eq!(outcome(&report, "甲县"), expected, "{rule}");
    }
}

#[test]
fn an_adjusted_target_holds_from_its_year_on_and_earlier_years_keep_theirs() {
    let rule = "cite = '第1行'\noperator = '≥'\nthreshold = 65\nbaseline = 50\n\
                regions = { '甲县' = { threshold = 70 } }\nby-region = 'same'\n\
                [[adjust]]\nindicator = 'i'\nfrom = 2023\nthreshold = 60\ncite = '中期 第3条'\n\
                [[adjust]]\nindicator = '率'\nregion = '11'\nfrom = 2024\nthreshold = 55\nbaseline = 45";
    let plan = plan(FIVE, TWO, &[rule]);
    for (year, expected) in [
        (2022, [("56", "65", "第1行"), ("58", "70", ""), ("56", "65", "第1行")]),
        (2023, [("56", "60", "中期 第3条"), ("62", "70", ""), ("56", "60", "中期 第3条")]),
        (2024, [("58", "60", "中期 第3条"), ("53", "55", ""), ("58", "60", "中期 第3条")]),
        (2025, [("60", "60", "中期 第3条"), ("55", "55", ""), ("60", "60", "中期 第3条")]),
    ] {
        let rows = ["甲县", "乙县"].map(|region| format!("{year},{region},率,,57,100,"));
        let report = sent(&rows).judge(&plan);
        for (region, (required, target, cite)) in ["全市", "甲县", "乙县"].iter().zip(expected)
        {
            let told = result(&report, region);
            assert_eq!(told["requirement"]["value"], required, "{region} {year}");
            assert_eq!(told["target"]["value"], target, "{region} {year}");
            assert!(told["cite"].as_str().unwrap().contains(cite), "{region} {year}");
        }
    }
}

#[test]
fn one_adjusted_county_frees_no_other() {
    let rule = "operator = '≥'\nthreshold = 60\n\
                [[adjust]]\nindicator = 'i'\nregion = '甲县'\nfrom = 2023\nthreshold = 50";
    let rows = ["2025,甲县,率,50,,,", "2025,乙县,率,59,,,"];
    let told = stands(rule, &rows);
    assert_eq!(told[1..], ["甲县 met | 50 50 | target -", "乙县 not_met | 60 60 | target -"]);
}

#[test]
fn a_verdict_names_the_clause_it_rests_on() {
    let rule = "operator = '≥'\nthreshold = 60\n\
                regions = { '甲县' = { threshold = 50, cite = '附件2' }, '乙县' = { threshold = 55 } }";
    let rows = ["2025,甲县,率,50,,,", "2025,乙县,率,59,,,"];
    let report = sent(&rows).judge(&plan(FIVE, TWO, &[rule]));
    assert_eq!(result(&report, "甲县")["cite"], "附件2");
    let own = result(&report, "乙县");
    let line = own["rule"]["line"].as_u64().unwrap();
    assert!(own["cite"].as_str().unwrap().ends_with(&format!(".toml:{line}")), "{own}");
}
