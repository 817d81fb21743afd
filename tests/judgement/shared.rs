//! Shared references: one row of the city holds for every region.

use super::*;

/// The city sends one average for all; the levels stand for a reference that follows from them.
const SHARED: &str = "[[reference]]\nid = 'average'\nname = '全市平均'\nunit = '%'\nshared = true\n\
    [[reference]]\nid = 'mean'\nname = '全市增速'\nunit = '%'\ngrowth-of = 'level'\nshared = true\n\
    [[reference]]\nid = 'level'\nname = '全市水平'\nunit = '元'\n";

fn plan_of(rule: &str) -> Plan {
    plan(FIVE, &format!("{CITY}{SHARED}"), &[rule])
}

/// What is found, but that the city of growth rates needs a row of its own.
fn told(report: &Report) -> Vec<&'static str> {
    certain(report).into_iter().filter(|code| *code != "judgement/no-roll-up").collect()
}

/// The outcomes of 甲县, 乙县, 新区 and 全市.
fn outcomes(report: &Report) -> [&'static str; 4] {
    ["甲县", "乙县", "新区", "全市"].map(|region| outcome(report, region))
}

/// Rows of the average that the city sent, and of 5, 6, 6 and 5.7 in the regions.
fn rows<'r>(more: &[&'r str]) -> Vec<&'r str> {
    let own = ["2023,甲县,率,5%,,,", "2023,乙县,率,6%,,,", "2023,新区,率,6%,,,"];
    [&own[..], &["2023,全市,率,5.7%,,,"], more].concat()
}

#[test]
fn one_row_of_the_city_holds_for_every_region_and_one_that_says_the_same_agrees() {
    for (operator, expected) in [
        ("'≥'", ["not_met", "met", "met", "met"]),
        ("'>'", ["not_met", "met", "met", "not_met"]),
        ("'≤'", ["met", "not_met", "not_met", "met"]),
        ("'<'", ["met", "not_met", "not_met", "not_met"]),
        ("'≥'\nabout = 0.7", ["met"; 4]),
    ] {
        let plan = plan_of(&format!("operator = {operator}\nreference = 'average'"));
        let city = "2023,全市,全市平均,5.7%,,,";
        for more in [
            &[city][..],
            &[city, "2023,甲县,全市平均,5.70%,,,", "2023,新区,全市平均,５．７％,,,"],
            &[city, "2023,甲县,全市平均,—,,,"],
            &["2023,乙县,全市平均,5.7%,,,", city],
        ] {
            let report = Run::of(&rows(more)).judge(&plan);
            assert_eq!(outcomes(&report), expected, "{operator} {more:?}");
            assert_eq!(told(&report), [""; 0], "{more:?}");
        }
    }
}

#[test]
fn another_figure_of_a_region_is_a_conflict_that_shows_both_cells() {
    let plan = plan_of("operator = '≥'\nreference = 'average'");
    for sent in ["5.71%", "5%", "不适用"] {
        let county = format!("2023,甲县,全市平均,{sent},,,没有");
        let report = Run::of(&rows(&["2023,全市,全市平均,5.7%,,,", county.as_str()])).judge(&plan);
        assert_eq!(outcomes(&report), ["invalid", "met", "met", "met"], "{sent}");
        assert_eq!(
            (told(&report), report.exit),
            (vec!["judgement/shared-conflict"], Exit::Incomplete)
        );
        let found = &report.diagnostics.iter().find(|it| it.code() == "judgement/shared-conflict");
        let found = found.unwrap();
        let lines =
            found.place.iter().chain(&found.related).map(|at| at.line.as_ref().unwrap().number);
        assert_eq!(lines.collect::<Vec<_>>(), [7, 6]);
        // It is why the county has no verdict.
        assert_eq!(result(&report, "甲县")["reason"]["code"], "judgement/shared-conflict");
        // It is the county's alone.
        let others =
            Run::of(&rows(&["2023,全市,全市平均,5.7%,,,", county.as_str()])).region("乙县");
        assert_eq!(others.judge(&plan).exit, Exit::Passed);
    }
}

#[test]
fn without_the_row_of_the_city_nobody_is_judged_and_the_city_is_asked_for_it() {
    let plan = plan_of("operator = '≥'\nreference = 'average'");
    let report = Run::of(&rows(&["2022,全市,全市平均,5.7%,,,"])).region("甲县").judge(&plan);
    let found = report.diagnostics.iter().find(|it| it.code() == "judgement/no-reference");
    let help = found.unwrap().problem.message(Lang::Zh).help.unwrap();
    assert!(help.contains("请补报全市该年的一行"), "{help}");
    let report = Run::of(&rows(&["2023,甲县,全市平均,5.7%,,,"])).judge(&plan);
    assert_eq!(outcomes(&report), ["invalid", "missing", "missing", "missing"]);
    assert!(codes(&report).contains(&"judgement/shared-unsent"));
}

#[test]
fn what_follows_from_levels_follows_from_those_of_the_city() {
    let plan = plan_of("operator = '≥'\nreference = 'mean'");
    let (then, now) = ("2020,全市,全市水平,10000,,,", "2022,全市,全市水平,11025,,,");
    let sent = ["2022,甲县,率,5%,,,", "2022,乙县,率,4.9%,,,", "2022,全市,率,5.1%,,,"];
    let judged = |more: &[&str], before: &[&str]| {
        let run = Run::of(&[&sent, more].concat());
        let report = run.history(&[&[then], before].concat()).judge(&plan);
        let found = ["甲县", "乙县", "全市"].map(|region| outcome(&report, region));
        (found, codes(&report).contains(&"judgement/shared-conflict"))
    };
    assert_eq!(judged(&[now], &[]), (["met", "not_met", "met"], false));
    assert_eq!(judged(&[now], &["2020,甲县,全市水平,10000.0,,,"]).0, ["met", "not_met", "met"]);
    // A level of the baseline year is told as one of the year under check.
    let conflict = (["missing", "not_met", "met"], true);
    assert_eq!(judged(&[now], &["2020,甲县,全市水平,9000,,,"]), conflict);
    assert_eq!(judged(&[now, "2022,甲县,全市水平,9000,,,"], &[]), conflict);
}

#[test]
fn a_plan_says_who_could_send_what_is_shared_and_whose_growth_follows_from_it() {
    let faults = |regions: &str, rule: &str| {
        let toml = format!(
            "[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{regions}{SHARED}[[indicator]]\nid = 'i'\n\
             name = '率'\nattribute = '约束性'\nunit = '%'\ncite = '第1行'\n{rule}\n"
        );
        let file = RuleFile::new("plan.toml", toml.into_bytes());
        let found = Plan::load(&[file], &mut |_, _| Ok(Vec::new()));
        found.err().unwrap_or_default().iter().map(|fault| fault.code()).collect::<Vec<_>>()
    };
    let relative = "operator = '≥'\nreference = 'average'";
    assert_eq!(faults(CITY, relative), [""; 0]);
    assert_eq!(faults(COUNTY, relative), ["plan/shared-by-nobody"; 2]);
    let own = format!("{relative}\ngrowth-of = 'level'");
    assert_eq!(faults(CITY, &own), ["plan/growth-of-shared"]);
    // Levels have one holder, whatever follows from them.
    let more = |how: &str| {
        let other = "[[reference]]\nid = 'other'\nname = '增速'\nunit = '%'\ngrowth-of = 'level'";
        faults(&format!("{CITY}{other}\n{how}\n"), relative)
    };
    assert_eq!(more("shared = true"), [""; 0]);
    assert_eq!(more("shared-by = 'city'"), [""; 0]);
    for apart in ["", "shared = false", "shared-by = 'county'"] {
        assert_eq!(more(apart), ["plan/shared-apart"], "{apart}");
    }
    let by = "operator = '≥'\nreference = 'average'\n[[reference]]\nid = 'x'\nname = 'x'\n\
              unit = '%'\ngrowth-of = 'y'\nshared = true\n[[reference]]\nid = 'y'\nname = 'y'\n\
              unit = '元'\nshared-by = 'county'";
    assert_eq!(faults(CITY, by), ["plan/shared-apart"]);
}
