//! What is warned of, and in which order.

use super::*;
use dabiao::render::{self, Lang, Style};

const BINDING: &str = "id = 'b'\nname = '约束'\noperator = '≥'\nthreshold = 60\nbaseline = 50";
const EXPECTED: &str =
    "id = 'e'\nname = '预期'\nattribute = '预期性'\noperator = '≥'\nthreshold = 60\nbaseline = 50";

/// The indicators and regions that are warned of, worst first.
fn warned(report: &Report, trend: &Trend) -> Vec<(String, String)> {
    let named = |series: TimeSeries| {
        let region = report.regions[series.region.index()].name.to_string();
        (report.indicators[series.indicator].id.clone(), region)
    };
    trend.warned_of(report).map(named).collect()
}

#[test]
fn binding_goes_before_anticipatory_and_then_the_worst_before_the_better() {
    let plan = plan(CITY, &[EXPECTED, BINDING]);
    let mut rows = Vec::new();
    for (name, county, values) in [
        ("约束", "甲县", ["52%", "54%", "55%"]), // 57.67 to come
        ("约束", "乙县", ["52%", "53%", "54%"]), // 56
        ("预期", "甲县", ["20%", "20%", "20%"]),
        ("预期", "乙县", ["70%", "70%", "70%"]),
    ] {
        rows.extend(
            (2021..).zip(values).map(|(y, value)| format!("{y},{county},{name},{value},,,")),
        );
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (report, trend) = trend(&plan, &rows);
    let expected = [("b", "乙县"), ("b", "甲县"), ("e", "甲县")];
    assert_eq!(warned(&report, &trend), expected.map(|(i, r)| (i.to_owned(), r.to_owned())));
    let ranks: Vec<_> = trend.series(&report).filter_map(|series| series.rank).collect();
    assert_eq!(ranks, [3, 2, 1], "by indicator, then region");
    let count = |attribute| trend.warned(&report, attribute);
    assert_eq!(Attribute::ALL.map(count), [2, 1, 0]);
}

#[test]
fn units_are_compared_by_shares() {
    let few = "id = 'few'\nname = '少'\nunit = '个'\noperator = '≥'\nthreshold = 2\nbaseline = 1";
    let many =
        "id = 'many'\nname = '多'\nunit = '户'\noperator = '≥'\nthreshold = 1000\nbaseline = 900";
    let rows = ["2021,甲县,少,1,,,", "2021,甲县,多,910,,,"];
    let (report, trend) = trend(&plan(COUNTY, &[many, few]), &rows);
    // 1 of 2 is worse than 910 of 1000.
    let named: Vec<_> = warned(&report, &trend).into_iter().map(|(id, _)| id).collect();
    assert_eq!(named, ["few", "many"]);
}

#[test]
fn what_falls_short_now_but_is_on_course_comes_after_what_will_miss() {
    let plan = plan(CITY, &[BINDING]);
    let rows = [
        "2021,甲县,约束,40%,,,", // 55 is short of 56 in 2023, and 70 to come
        "2022,甲县,约束,48%,,,",
        "2023,甲县,约束,55%,,,",
        "2021,乙县,约束,57%,,,", // 56.1 is not, and slides
        "2022,乙县,约束,57%,,,",
        "2023,乙县,约束,56.1%,,,",
    ];
    let (report, trend) = trend(&plan, &rows);
    let regions: Vec<_> = warned(&report, &trend).into_iter().map(|(_, region)| region).collect();
    assert_eq!(regions, ["乙县", "甲县"]);
}

#[test]
fn against_the_target_everything_that_does_not_meet_it_is_warned_of() {
    let values = rows(&[(2021, "52%"), (2022, "55%"), (2023, "58%")]);
    let plan = plan(COUNTY, &[UPWARD]);
    let warned = |against| {
        let report = Run::of(&values).against(against).judge(&plan);
        judge::trend(&report).warnings()
    };
    assert_eq!((warned(Against::Requirement), warned(Against::Target)), (0, 1));
}

/// The sentences of the county's warnings.
fn sentences(rule: &str, values: &[(u16, &str)], lang: Lang) -> String {
    let report = Run::of(&rows(values)).judge(&plan(COUNTY, &[rule]));
    let trend = judge::trend(&report);
    let page = render::trend(&report, &trend, Style::plain(lang, 400));
    let start = page.find("\n1. ").unwrap_or_else(|| panic!("{page}")) + 1;
    page[start..].lines().next().unwrap().to_owned()
}

#[test]
fn a_warning_says_who_what_where_to_and_what_is_wanted() {
    let three = [(2021, "50%"), (2022, "52%"), (2023, "53%")];
    assert_eq!(
        sentences(UPWARD, &three, Lang::Zh),
        "1. 甲县 率（约束性）：2023 年 53%，滞后（当年要求 ≥56%）；\
         线性外推（预测）2025 年 56.17%，达不到目标 ≥60%。"
    );
    assert_eq!(
        sentences(UPWARD, &three, Lang::En),
        "1. 甲县 率 (binding): 53% in 2023, behind (required ≥56%); \
         straight-line projection for 2025: 56.17%, misses the target ≥60%."
    );
}

#[test]
fn every_other_warning_has_its_sentence() {
    for (values, zh, en) in [
        (
            &[(2021, "53%"), (2022, "54%")][..],
            "2022 年 54%，达到进度；年均 +1.00 百分点，2025 年要达到目标 ≥60%，尚需年均 +2.00 百分点。",
            "54% in 2022, on pace; +1.00 pp a year so far, +2.00 pp a year needed for ≥60% in 2025.",
        ),
        (
            &[(2021, "51%")],
            "2021 年 51%，滞后（当年要求 ≥52%）；2025 年目标 ≥60%；数值不足三年，不作外推。",
            "51% in 2021, behind (required ≥52%); the target is ≥60% in 2025; \
             fewer than three values, so no projection.",
        ),
        (
            &[(2025, "59%")],
            "2025 年 59%，未达标（当年要求 ≥60%）；2025 年目标 ≥60% 已到期。",
            "59% in 2025, not met (required ≥60%); the target ≥60% was due in 2025.",
        ),
    ] {
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let found = sentences(UPWARD, values, lang);
            assert!(found.ends_with(expected), "{found}");
        }
    }
}
