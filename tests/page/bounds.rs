//! Nothing to show, and too much of it.

use super::*;
use dabiao::term::Against;

/// So many counties under a city, named by their numbers.
fn counties(count: usize) -> String {
    let county =
        |at: usize| format!("[[region]]\ncode = 'c{at}'\nname = '第{at}县'\nlevel = 'county'\n");
    (0..count).map(county).collect()
}

const RATE: &str = "[[indicator]]\nid = 'rate'\nname = '率'\nattribute = '约束性'\nunit = '%'\n\
    numerator = '子'\ndenominator = '母'\nbaseline = 50\noperator = '≥'\nthreshold = 60\n\
    cite = '第1行'\n";

fn of_counties(count: usize) -> Report {
    let plan = plan(&format!("{}{RATE}", counties(count)));
    let rows: Vec<String> = (0..count)
        .map(|at| format!("2023,c{at},率,,{},100,{}", 40 + at % 40, "注".repeat(at % 7)))
        .collect();
    Run::of(&rows).judge(&plan)
}

#[test]
fn more_than_a_few_regions_have_a_line_each_and_stand_in_several_tables() {
    let page = page(&of_counties(20), Lang::Zh, "twenty.html");
    tree(&page, |document| {
        let tables = document.descendants().filter(|node| is_of(*node, "matrix")).count();
        assert_eq!(tables, 3);
        let shapes = document.descendants().filter(|node| node.has_tag_name("circle")).count();
        assert_eq!(shapes, 20);
        let bars = document.descendants().filter(|node| node.has_tag_name("rect")).count();
        assert!(bars > 20, "a bar a region, and a key");
    })
    .unwrap();
    assert!(page.contains("1/3") && page.contains("第19县"));
}

#[test]
fn of_a_whole_nation_the_page_counts_and_lists_the_worst() {
    let report = of_counties(3000);
    let page = page(&report, Lang::En, "nation.html");
    assert!(page.len() < 300_000, "{} bytes", page.len());
    assert!(page.contains("1000 more not shown"), "of 1200 shortfalls 200 are listed");
    assert!(page.contains("The regions that fall short the most"));
}

#[test]
fn many_indicators_many_years_and_many_findings_are_bounded_and_said() {
    let rule = |at: usize| {
        RATE.replace("'rate'", &format!("'r{at}'")).replace("'率'", &format!("'率{at}'"))
    };
    let rules: String = (0..400).map(rule).collect();
    let plan = plan(&format!("{}{rules}", counties(2)));
    let rows: Vec<String> = (0..4000)
        .map(|at| format!("{},c{},率{},{}%,,,", 2021 + at % 4, at % 2, at % 400, at % 90))
        .chain((0..500).map(|at| format!("2023,无{at},率1,1%,,,")))
        .collect();
    let page = page(&Run::of(&rows).judge(&plan), Lang::En, "many.html");
    for said in ["more indicators not shown", "indicators&#39; sections", "more findings not shown"]
    {
        assert!(page.contains(said) || page.contains(&said.replace("&#39;", "'")), "{said}");
    }
    assert!(page.len() < 8_000_000, "{} bytes", page.len());
}

#[test]
fn nothing_at_all_still_makes_a_page() {
    let report = Run::default().judge(&plan(RULES));
    for (lang, none) in [(Lang::Zh, "没有可判定的数据"), (Lang::En, "no data to judge")] {
        let page = page(&report, lang, "nothing.html");
        assert!(page.contains(none) && !page.contains("<svg"));
    }
}

#[test]
fn what_is_only_missing_has_no_drawing_and_is_listed() {
    let report = Run::of(&["2023,甲县,就业率,—,,,"]).judge(&plan(RULES));
    let page = page(&report, Lang::Zh, "missing.html");
    assert!(page.contains("id=\"incomplete\"") && !page.contains("<svg"));
}

#[test]
fn against_the_targets_no_pace_is_drawn_and_the_methods_say_so() {
    let rows = ["2023,甲县,就业率,55%,,,", "2023,乙县,就业率,61%,,,"];
    let report = Run::of(&rows).against(Against::Target).judge(&plan(RULES));
    let page = page(&report, Lang::Zh, "target.html");
    assert!(!page.contains("class=\"path\"") && page.contains("class=\"target\""));
    assert!(page.contains("本报告对照目标值"));
}

#[test]
fn values_beyond_all_measure_have_their_place() {
    let rule = RATE
        .replace("name = '率'", "name = '投入资金'")
        .replace("unit = '%'", "unit = '元'")
        .replace("numerator = '子'\ndenominator = '母'\n", "");
    let plan = plan(&format!("{}{rule}", counties(2)));
    for value in ["999999999999999999", "0.000000000000000001", "0"] {
        let rows = [format!("2023,c0,投入资金,{value},,,"), "2023,c1,投入资金,61,,,".to_owned()];
        page(&Run::of(&rows).judge(&plan), Lang::Zh, "extreme.html");
    }
}
