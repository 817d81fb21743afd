//! What is held against the year before, is a mean of years, or grows steadily.

use super::*;

const NO_LESS: &str = "form = 'year-on-year'\nchange = 'absolute'\nunit = '公顷'\n\
    operator = '≥'\nthreshold = 0";
const FALL: &str = "form = 'year-on-year'\nchange = 'percent'\nunit = '吨'\n\
    operator = '<'\nthreshold = 0\nbaseline = 50";
const POINTS: &str = "form = 'year-on-year'\nchange = 'absolute'\noperator = '≤'\n\
    threshold = -0.5\nabout = 0.1\nbaseline = 6";
const MEAN: &str = "form = 'mean'\nunit = '人'\noperator = '≥'\nthreshold = 1000";
const GROWTH: &str = "form = 'growth'\nunit = '万元'\noperator = '>'\nthreshold = 10\n\
    baseline = 1000";

/// How the last of these rows ends for 甲县.
fn last(rule: &str, regions: &str, history: &[&str], row: &str) -> (&'static str, String) {
    let report = Run::of(&[row]).history(history).judge(&plan(FIVE, regions, &[rule]));
    let row = row_of(&report);
    (row.outcome().word(), codes(&report).join(" "))
}

fn row_of(report: &Report) -> dabiao::report::Row<'_> {
    row(report, "i", "甲县").unwrap()
}

#[test]
fn the_year_before_is_what_a_year_is_held_against() {
    let before = ["2020,甲县,率,90,,,", "2022,甲县,率,100,,,"];
    for (rule, value, expected) in [
        (NO_LESS, "99.9", "not_met"),
        (NO_LESS, "100", "met"),
        (FALL, "100", "not_met"),
        (FALL, "99.99", "met"),
    ] {
        let row = format!("2023,甲县,率,{value},,,");
        assert_eq!(last(rule, COUNTY, &before, &row).0, expected, "{value} under {rule}");
    }
    // What the plan says of 2020 is the year before 2021, and of no other; about eases it.
    tries(FIVE, POINTS, 2021, "target", &[("5.61%", "not_met"), ("5.6%", "met")]);
    let ended = last(POINTS, COUNTY, &["2020,甲县,率,6%,,,"], "2022,甲县,率,1%,,,");
    assert_eq!(ended, ("missing", "judgement/no-baseline".to_owned()));
}

#[test]
fn the_year_that_is_not_there_is_named_and_never_another() {
    let rows = ["2020,甲县,率,90,,,", "2021,甲县,率,无数据,,,", "2022,甲县,率,100,,,"];
    let report = Run::of(&rows).judge(&plan(FIVE, COUNTY, &[NO_LESS]));
    let outcomes: Vec<_> = report.rows().map(|row| (row.year(), row.outcome().word())).collect();
    assert_eq!(outcomes, [(2021, "missing"), (2022, "missing")]);
    for lang in [Lang::Zh, Lang::En] {
        let said = messages(&report, "judgement/no-baseline", lang);
        assert!(said.len() == 1 && said[0].contains("2021"), "{said:?}");
    }
    // The files of one run serve each other.
    let rows = ["2021,甲县,率,90,,,", "2022,甲县,率,89,,,", "2023,甲县,率,89,,,"];
    let report = Run::of(&rows).judge(&plan(FIVE, COUNTY, &[NO_LESS]));
    let outcomes: Vec<_> = report.rows().map(|row| row.outcome().word()).collect();
    assert_eq!(outcomes, ["missing", "not_met", "met"]);
    assert_eq!(result(&report, "甲县")["requirement"]["baseline"], serde_json::Value::Null);
}

#[test]
fn the_city_is_held_against_what_its_counties_added_up_to() {
    let plan = plan(FIVE, CITY, &[NO_LESS]);
    let before = ["2022,甲县,率,100,,,", "2022,乙县,率,50,,,"];
    let report =
        Run::of(&["2023,甲县,率,90,,,", "2023,乙县,率,60,,,"]).history(&before).judge(&plan);
    let outcomes = ["甲县", "乙县", "全市"].map(|region| outcome(&report, region));
    assert_eq!(outcomes, ["not_met", "met", "met"]);
    assert_eq!(result(&report, "全市")["requirement"]["value"], "150");
    assert_eq!(result(&report, "全市")["requirement"]["baseline"], "year-before");
}

#[test]
fn a_mean_is_of_the_years_so_far_and_exact() {
    let before = ["2021,甲县,率,1000,,,", "2022,甲县,率,999,,,"];
    for (row, expected) in [
        ("2023,甲县,率,1000,,,", "behind"),
        ("2023,甲县,率,1001,,,", "met"),
        // A year that does not apply is no year of the mean.
        ("2023,甲县,率,不适用,,,没有", "not_applicable"),
    ] {
        assert_eq!(last(MEAN, COUNTY, &before, row).0, expected, "{row}");
    }
    let without = ["2021,甲县,率,不适用,,,没有", "2022,甲县,率,999,,,"];
    assert_eq!(last(MEAN, COUNTY, &without, "2023,甲县,率,1001,,,").0, "met");
    let gap = last(MEAN, COUNTY, &before[..1], "2023,甲县,率,9999,,,");
    assert_eq!(gap, ("missing", "judgement/sum-gap".to_owned()));
    // Due with the last year; not before it where the rule says so.
    let all = ["2021,甲县,率,999,,,", "2022,甲县,率,1000,,,", "2023,甲县,率,1000,,,"];
    let all = [&all[..], &["2024,甲县,率,1000,,,"]].concat();
    assert_eq!(last(MEAN, COUNTY, &all, "2025,甲县,率,1000,,,").0, "not_met");
    assert_eq!(last(MEAN, COUNTY, &all, "2025,甲县,率,1001,,,").0, "met");
    let at_end = format!("{MEAN}\npace = 'at-end'");
    assert_eq!(last(&at_end, COUNTY, &before, "2023,甲县,率,1000,,,").0, "not_due");
}

#[test]
fn a_year_that_applies_to_none_of_its_counties_is_no_year_of_the_citys_mean() {
    // 999 a year in those that count, where 1000 are asked for; 1998 over three years are 666.
    for (first, second, third, expected) in [
        (["不适用", "不适用"], ["500", "499"], ["500", "499"], ("999", "behind")),
        (["500", "500"], ["不适用", "不适用"], ["500", "500"], ("1000", "met")),
        (["不适用", "500"], ["500", "不适用"], ["500", "1500"], ("1000", "met")),
        (["500", "498"], ["不适用", "不适用"], ["不适用", "1000"], ("999", "behind")),
        // So it is with the year that is judged: what came before stands.
        (["500", "500"], ["500", "500"], ["不适用", "不适用"], ("1000", "met")),
        (["500", "498"], ["不适用", "不适用"], ["不适用", "不适用"], ("998", "behind")),
        (["不适用", "500"], ["500", "1000"], ["不适用", "不适用"], ("1000", "met")),
    ] {
        let rows = |year: u16, values: [&str; 2]| {
            let row = |region, value| format!("{year},{region},率,{value},,,没有");
            [row("甲县", values[0]), row("乙县", values[1])]
        };
        let history = [rows(2021, first), rows(2022, second)].concat();
        let report =
            Run::of(&rows(2023, third)).history(&history).judge(&plan(FIVE, CITY, &[MEAN]));
        let city = result(&report, "全市");
        assert_eq!(
            (city["value"].as_str(), outcome(&report, "全市")),
            (Some(expected.0), expected.1)
        );
    }
}

#[test]
fn a_mean_is_shown_beside_the_figure_of_its_year() {
    let plan = plan(FIVE, COUNTY, &[MEAN]);
    let report = Run::of(&["2022,甲县,率,1001,,,"]).history(&["2021,甲县,率,998,,,"]).judge(&plan);
    let found = result(&report, "甲县");
    assert_eq!(
        (found["value"].as_str(), found["year_value"].as_str()),
        (Some("999.5"), Some("1001"))
    );
    assert_eq!(found["margin"]["value"], "-0.5");
}

#[test]
fn steady_growth_is_compounded_from_the_baseline_without_roots() {
    // 1331 after three years, which is enough on the way; 1610.51 is not above itself.
    let way = [("1330.99", "behind"), ("1331", "on_pace"), ("1610.52", "met")];
    tries(FIVE, GROWTH, 2023, "pace", &way);
    tries(FIVE, GROWTH, 2025, "target", &[("1610.51", "not_met"), ("1610.52", "met")]);
    tries(FIVE, &format!("{GROWTH}\npace = 'at-end'"), 2023, "none", &[("1", "not_due")]);
    // A cap is as much a path: what is far below the end may be above its year.
    let cap = GROWTH.replace('>', "≤");
    tries(FIVE, &cap, 2021, "pace", &[("1100", "met"), ("1101", "behind"), ("1500", "behind")]);
    let own = ["2020,甲县,率,2000,,,"];
    assert_eq!(last(GROWTH, COUNTY, &own, "2021,甲县,率,2199,,,").0, "behind");
    assert_eq!(last(GROWTH, COUNTY, &own, "2021,甲县,率,2200,,,").0, "on_pace");
    // Nothing grows from nothing.
    let nothing = last(GROWTH, COUNTY, &["2020,甲县,率,0,,,"], "2021,甲县,率,5,,,");
    assert_eq!(nothing, ("missing", "judgement/no-baseline".to_owned()));
}

#[test]
fn targets_of_years_are_said_as_documents_write_them() {
    for (rule, zh, en) in [
        (NO_LESS, "：不低于上年", ": not below the year before"),
        (&NO_LESS.replace('≥', ">"), "：高于上年", ": above the year before"),
        (&NO_LESS.replace('≥', "≤"), "：不高于上年", ": not above the year before"),
        (POINTS, "比上年降低≥0.4 百分点（0.5 百分点左右）", "on the year before down ≥0.4 pp"),
        (MEAN, "年均≥1000 人", "on average ≥1000 people"),
        (GROWTH, "年均增长>10%", "yearly growth >10%"),
    ] {
        let plan = plan(FIVE, COUNTY, &[rule]);
        let rule = dabiao::judge::explain(&plan, dabiao::term::SeriesId(0), Against::Requirement);
        for (lang, text) in [(Lang::Zh, zh), (Lang::En, en)] {
            let style = Style::plain(lang, 80);
            let page = render::explain(rule.as_ref().unwrap(), None, style);
            assert!(page.contains(text), "{page}");
        }
    }
}
