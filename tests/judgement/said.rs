//! What is said of targets, rules and waivers beside the verdicts.

use super::*;

fn explained(rule: &str) -> String {
    let plan = plan(FIVE, COUNTY, &[rule]);
    let id = dabiao::term::SeriesId(0);
    let rule = dabiao::judge::explain(&plan, id, Against::Requirement).unwrap();
    render::explain(&rule, None, Style::plain(Lang::Zh, 80))
}

/// What is told of a plan with a faulty rule.
fn told(rule: &str) -> Vec<(&'static str, String)> {
    let toml = format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{COUNTY}[[indicator]]\nid = 'i'\nname = '率'\n\
         attribute = '约束性'\n{rule}\n"
    );
    let file = RuleFile::new("p.toml", toml.into_bytes());
    let faults = Plan::load(&[file], &mut |_, _| unreachable!()).unwrap_err();
    let text = |message: render::Message| message.title + "\n" + &message.help.unwrap_or_default();
    faults.iter().map(|fault| (fault.code(), text(fault.problem.message(Lang::Zh)))).collect()
}

fn waivers_told(toml: &str) -> String {
    let plan = plan(FIVE, CITY, &[UPWARD]);
    let file = RuleFile::new("waivers.toml", toml.as_bytes().to_vec());
    let faults = dabiao::plan::Waiver::load(&plan, &[file]).unwrap_err();
    let text = |message: render::Message| message.title + "\n" + &message.help.unwrap_or_default();
    faults.iter().map(|fault| text(fault.problem.message(Lang::Zh))).collect()
}

#[test]
fn a_change_is_explained_by_what_the_value_has_to_be() {
    let page = explained(
        "form = 'change'\nchange = 'percent'\nunit = '吨'\noperator = '≤'\nthreshold = -13.5\n\
         baseline = 0.40\nroll-up = 'none'",
    );
    for line in ["2023  ≤0.3676 吨", "2025  ≤0.346 吨"] {
        assert!(page.contains(line), "{page}");
    }
}

#[test]
fn a_target_whose_baseline_is_each_regions_own_is_not_said_to_be_due_later() {
    let page = explained("form = 'multiple'\nunit = '人'\noperator = '≥'\nthreshold = 2");
    assert!(!page.contains("2025  未到期"), "{page}");
    // Nor in the table, beside a value that is missing only what it is held against.
    let plan =
        plan(FIVE, COUNTY, &["form = 'multiple'\nunit = '人'\noperator = '≥'\nthreshold = 2"]);
    let report = Run::of(&["2025,甲县,率,5,,,"]).judge(&plan);
    assert!(!table(&report, Lang::Zh).contains("未到期"), "{}", table(&report, Lang::Zh));
}

#[test]
fn what_is_in_words_is_not_said_to_be_due_later() {
    let page = explained("form = 'words'");
    assert!(!page.contains("未到期"), "{page}");
}

#[test]
fn a_sum_is_not_said_to_start_from_a_baseline() {
    let page = explained("form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900");
    assert!(!page.contains("自规划基期值起"), "{page}");
}

#[test]
fn no_number_or_date_is_broken_over_two_lines() {
    let rule = "form = 'milestone'\nname = '一项名称很长很长很长很长很长的工作'\ndue = 2023";
    let report = Run::of(&["2023,甲县,一项名称很长很长很长很长很长的工作,2024-01-01,,,"])
        .judge(&plan(FIVE, COUNTY, &[rule]));
    for width in 60..90 {
        let page = render::table(&report, Style::plain(Lang::En, width));
        assert_eq!(page.matches("2024-01-01").count(), 2, "{page}");
    }
}

#[test]
fn about_a_change_or_a_multiple_is_refused_with_a_way_out() {
    let change = "form = 'change'\nchange = 'absolute'\nunit = '岁'\noperator = '±'\nthreshold = 1";
    let multiple = "form = 'multiple'\nunit = '人'\noperator = '±'\nthreshold = 2";
    for rule in [change, multiple] {
        let codes: Vec<_> = told(rule).into_iter().map(|(code, _)| code).collect();
        assert!(!codes.contains(&"plan/missing-key"), "{codes:?}");
    }
}

#[test]
fn a_negative_tolerance_is_not_taken_for_a_rate_of_growth() {
    let [(_, text)] = &told("unit = '%'\noperator = '±'\nthreshold = 23\ntolerance = -0.5")[..]
    else {
        panic!()
    };
    assert!(!text.contains("growth"), "{text}");
}

#[test]
fn all_and_any_of_a_number_are_refused_with_what_they_are_for() {
    let [(_, text)] = &told("unit = '户'\noperator = '≥'\nthreshold = 2\nroll-up = 'all'")[..]
    else {
        panic!()
    };
    assert!(text.contains("milestone"), "{text}");
}

#[test]
fn what_is_allowed_without_a_reason_is_asked_for_the_reason() {
    let [(_, text)] = &told("form = 'words'\nallow = { 'lint/no-cite' = '' }")[..] else {
        panic!()
    };
    assert!(text.contains("理由"), "{text}");
}

#[test]
fn a_waiver_of_a_reference_is_not_asked_whether_it_means_that_reference() {
    let text = waivers_told(
        "[[waiver]]\nindicator = 'GDP年均增长率'\nregion = '甲县'\nyear = 2023\nreason = '因'\n\
         approved-by = '甲'\nexpires = 2024-12-31",
    );
    assert!(!text.contains("是否指“gdp"), "{text}");
}

#[test]
fn a_waiver_of_an_unknown_region_is_not_told_about_the_order_of_regions() {
    let text = waivers_told(
        "[[waiver]]\nindicator = 'i'\nregion = '辛县区'\nyear = 2023\nreason = '因'\n\
         approved-by = '甲'\nexpires = 2024-12-31",
    );
    assert!(!text.contains("上级地区"), "{text}");
}

#[test]
fn a_waiver_of_a_year_that_the_plan_does_not_have_is_told() {
    for year in [2019, 2203] {
        waivers_told(&format!(
            "[[waiver]]\nindicator = 'i'\nregion = '甲县'\nyear = {year}\nreason = '因'\n\
             approved-by = '甲'\nexpires = 2024-12-31"
        ));
    }
}

#[test]
fn a_percent_sign_in_a_total_is_told_of_the_total() {
    let sheet = common::under(common::TOTALS, &["2023,甲县,率,1,,,60%,"]);
    let rule = "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900";
    let report = Run::default().file("a.csv", sheet).judge(&plan(FIVE, COUNTY, &[rule]));
    let message = &messages(&report, "submission/percent-sign", Lang::Zh)[0];
    assert!(!message.contains("分子"), "{message}");
}

#[test]
fn the_help_on_an_unknown_column_names_the_column_of_totals() {
    let run = Run::default().file("a.csv", "年份,地区,指标,数值,累积\n2023,甲县,率,60%,5\n");
    let report = run.judge(&plan(FIVE, COUNTY, &[UPWARD]));
    let found = report.diagnostics.iter().find(|found| found.code() == "submission/unknown-column");
    let help = found.unwrap().problem.message(Lang::Zh).help.unwrap();
    assert!(help.contains("累计"), "{help}");
}
