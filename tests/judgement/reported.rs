//! Changes that are sent themselves, and how targets on a fall are said.

use super::*;

fn rule(name: &str, change: &str, reported: &str, target: &str) -> String {
    let unit = if change == "percent" { "%" } else { "岁" };
    format!(
        "name = '{name}'\nform = 'change'\nchange = '{change}'\nreported = '{reported}'\n\
         unit = '{unit}'\nroll-up = 'none'\n{target}"
    )
}

const AT_LEAST: &str = "operator = '≥'\nthreshold = 15";

#[test]
fn a_fall_that_is_sent_is_judged_as_it_is_on_a_line_from_nothing() {
    let fall = rule("率", "percent", "fall", AT_LEAST);
    let way = [("8.99%", "behind"), ("9%", "on_pace"), ("15%", "met"), ("-9%", "behind")];
    tries(FIVE, &fall, 2023, "pace", &way);
    tries(FIVE, &fall, 2025, "target", &[("14.99%", "not_met"), ("15%", "met")]);
    let own = format!("{fall}\nmilestones = {{ 2022 = 4 }}");
    tries(FIVE, &own, 2022, "milestone", &[("3.9%", "behind"), ("4%", "on_pace")]);
    let change = rule("率", "percent", "change", "operator = '≤'\nthreshold = -15");
    tries(
        FIVE,
        &change,
        2023,
        "pace",
        &[("-8.9%", "behind"), ("-9%", "on_pace"), ("9%", "behind")],
    );
    let years = rule("率", "absolute", "change", "operator = '≥'\nthreshold = 1");
    tries(FIVE, &years, 2021, "pace", &[("0.19", "behind"), ("0.2", "on_pace")]);
}

#[test]
fn what_was_sent_of_the_baseline_year_moves_nothing() {
    let plan = plan(FIVE, COUNTY, &[&rule("率", "percent", "fall", AT_LEAST)]);
    let report = Run::of(&["2023,甲县,率,9%,,,"]).history(&["2020,甲县,率,3%,,,"]).judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "on_pace");
    assert_eq!(result(&report, "甲县")["requirement"]["value"], "9");
    assert_eq!(result(&report, "甲县")["target"]["reported"], "fall");
}

#[test]
fn the_city_sends_its_own_change() {
    let plan = plan(FIVE, CITY, &[&rule("率", "percent", "fall", AT_LEAST)]);
    let counties = ["2025,甲县,率,15%,,,", "2025,乙县,率,16%,,,"];
    let report = Run::of(&counties).judge(&plan);
    assert_eq!(outcome(&report, "全市"), "missing");
    let report = Run::of(&[&counties[..], &["2025,全市,率,14%,,,"]].concat()).judge(&plan);
    assert_eq!(outcome(&report, "全市"), "not_met");
}

#[test]
fn a_fall_reads_as_documents_write_it() {
    let level = |target: &str| {
        format!("form = 'change'\nchange = 'percent'\nunit = '吨'\nbaseline = 2\n{target}")
    };
    let year = "form = 'year-on-year'\nchange = 'absolute'\noperator = '<'\nthreshold = -0.5";
    for (rule, zh, en) in [
        (rule("率", "percent", "fall", AT_LEAST), "较基期降低≥15%", "change down ≥15%"),
        (level("operator = '≤'\nthreshold = -15"), "较基期降低≥15%", "change down ≥15%"),
        (
            level("operator = '≤'\nthreshold = -15\nabout = 1"),
            "较基期降低≥14%（15%左右）",
            "change down ≥14%",
        ),
        (level("operator = 'between'\nthreshold = [-15, -10]"), "较基期降低10~15%", "down 10~15%"),
        // A rise of at most nothing is no fall, and neither is what may be either.
        (level("operator = '≤'\nthreshold = 0"), "：不高于基期", ": not above the baseline"),
        (level("operator = 'between'\nthreshold = [-5, 5]"), "较基期-5~5%", "change -5~5%"),
        (level("operator = '≥'\nthreshold = 10"), "较基期≥10%", "change ≥10%"),
        (
            rule("率", "absolute", "change", "operator = '≤'\nthreshold = -1"),
            "较基期降低≥1 岁",
            "change down ≥1 year",
        ),
        (year.to_owned(), "比上年降低>0.5 百分点", "on the year before down >0.5 pp"),
    ] {
        let plan = plan(FIVE, COUNTY, &[&rule]);
        let rule = dabiao::judge::explain(&plan, dabiao::term::SeriesId(0), Against::Requirement);
        for (lang, text) in [(Lang::Zh, zh), (Lang::En, en)] {
            let style = Style::plain(lang, 80);
            let page = render::explain(rule.as_ref().unwrap(), None, style);
            assert!(page.contains(text), "{page}");
        }
    }
}
