//! 左右, 基本同步: a bound that is eased on its one side.

use super::*;

/// A plan of one rule, with a reference that is sent as a rate and one that follows from
/// levels.
fn of_rule(rule: &str) -> String {
    let is_measured = !["'milestone'", "'words'"].iter().any(|form| rule.contains(form));
    let unit = if is_measured { "unit = '%'\n" } else { "" };
    format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{COUNTY}\
         [[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n\
         [[reference]]\nid = 'growth'\nname = '收入增长'\nunit = '%'\ngrowth-of = 'income'\n\
         [[reference]]\nid = 'income'\nname = '收入'\nunit = '元'\n\
         [[indicator]]\nid = 'i'\nname = '率'\nattribute = '约束性'\ncite = '第1行'\n\
         {unit}{rule}\n"
    )
}

#[test]
fn about_eases_the_bound_on_the_one_side_and_exactly() {
    let expected = [("68.999%", "not_met"), ("69%", "met"), ("70%", "met"), ("99%", "met")];
    tries(FIVE, "operator = '≥'\nthreshold = 70\nabout = 1", 2025, "target", &expected);
    let strict = [("69%", "not_met"), ("69.001%", "met")];
    tries(FIVE, "operator = '>'\nthreshold = 70\nabout = 1", 2025, "target", &strict);
    let at_most = [("5.751%", "not_met"), ("5.75%", "met"), ("5.5%", "met"), ("0%", "met")];
    tries(FIVE, "operator = '≤'\nthreshold = 5.5\nabout = 0.25", 2025, "target", &at_most);
    let below = [("5.75%", "not_met"), ("5.749%", "met")];
    tries(FIVE, "operator = '<'\nthreshold = 5.5\nabout = 0.25", 2025, "target", &below);
}

#[test]
fn about_eases_what_every_year_demands() {
    let kept = "form = 'kept'\noperator = '≥'\nthreshold = 99\nabout = 0.5";
    tries(FIVE, kept, 2022, "kept", &[("98.499%", "not_met"), ("98.5%", "met")]);
    let yearly = "form = 'each-year'\noperator = '≥'\nthreshold = 30\nabout = 2";
    tries(FIVE, yearly, 2022, "target", &[("27.9%", "not_met"), ("28%", "met")]);
}

#[test]
fn the_path_leads_to_the_bound_that_is_judged_and_a_milestone_is_as_written() {
    // From 60 to 69 in five years: 65.4 after three.
    let rule = "operator = '≥'\nthreshold = 70\nabout = 1\nbaseline = 60";
    let expected = [("65.399%", "behind"), ("65.4%", "on_pace"), ("69%", "met")];
    tries(FIVE, rule, 2023, "pace", &expected);
    // What meets the eased target has to be kept up.
    let kept = "operator = '≥'\nthreshold = 70\nabout = 1\nbaseline = 69.5";
    tries(FIVE, kept, 2023, "kept", &[("68.999%", "not_met"), ("69%", "met")]);
    let written = format!("{rule}\nmilestones = {{ 2023 = 66 }}");
    tries(FIVE, &written, 2023, "milestone", &[("65.999%", "behind"), ("66%", "on_pace")]);
    // From 66 to 69 in two.
    tries(FIVE, &written, 2024, "pace", &[("67.499%", "behind"), ("67.5%", "on_pace")]);
}

#[test]
fn basically_in_step_is_the_rate_of_the_reference_less_so_many_points() {
    for (operator, equal) in [("≥", "met"), (">", "not_met")] {
        let rule = format!("operator = '{operator}'\nreference = 'gdp'\nabout = 0.5");
        let plan = plan(FIVE, COUNTY, &[&rule]);
        for (value, expected) in [("6.49%", "not_met"), ("6.5%", equal), ("6.51%", "met")] {
            let rows =
                [format!("2023,甲县,率,{value},,,"), "2023,甲县,GDP年均增长率,7%,,,".to_owned()];
            let report = Run::of(&rows).judge(&plan);
            assert_eq!(outcome(&report, "甲县"), expected, "{operator} {value}");
        }
    }
}

#[test]
fn levels_are_held_against_the_eased_rate_compounded_exactly() {
    // 1.065³ = 1.207949625
    let rule = "operator = '≥'\nreference = 'gdp'\ngrowth-of = 'income'\nabout = 0.5";
    let plan = common::load(&of_rule(rule));
    for (level, expected) in [("1207949624", "not_met"), ("1207949625", "met")] {
        let rows =
            [format!("2023,甲县,收入,{level},,,"), "2023,甲县,GDP年均增长率,7%,,,".to_owned()];
        let history = ["2020,甲县,收入,1000000000,,,"];
        let report = Run::of(&rows).history(&history).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), expected, "{level}");
    }
}

#[test]
fn about_a_change_eases_the_change() {
    let fall = "form = 'change'\nchange = 'percent'\noperator = '≤'\nthreshold = -13.5\n\
                about = 0.5\nbaseline = 40";
    // 40 × 0.87
    tries(FIVE, fall, 2025, "target", &[("34.801%", "not_met"), ("34.8%", "met")]);
}

#[test]
fn json_says_the_bound_that_is_judged_and_how_far_it_is_from_what_is_named() {
    let rule = "operator = '≥'\nthreshold = 70\nabout = 1\nbaseline = 60";
    let plan = plan(FIVE, COUNTY, &[rule]);
    let of = |year: u16| {
        let report = Run::of(&[format!("{year},甲县,率,69%,,,")]).judge(&plan);
        result(&report, "甲县")
    };
    let (last, third) = (of(2025), of(2023));
    for object in [&last["requirement"], &last["target"], &third["target"]] {
        assert_eq!((&object["value"], &object["about"]), (&"69".into(), &"1".into()), "{object}");
    }
    assert_eq!(third["requirement"]["value"], "65.4");
    assert_eq!(third["requirement"].get("about"), None);
}

#[test]
fn about_that_says_nothing_sure_is_refused() {
    let codes = |rule: &str| {
        let file = RuleFile::new("p.toml", of_rule(rule).into_bytes());
        let plan = Plan::load(&[file], &mut |_, _| unreachable!());
        let faults = plan.err().into_iter().flatten();
        faults.map(|fault| fault.code()).collect::<Vec<_>>()
    };
    for (rule, code) in [
        ("operator = 'between'\nthreshold = [2, 3]\nabout = 1", "plan/about-two-sided"),
        ("operator = '='\nthreshold = 2\nabout = 1", "plan/about-two-sided"),
        ("operator = '±'\ntolerance = 1\nthreshold = 2\nabout = 1", "plan/about-two-sided"),
        (
            "operator = '≥'\nthreshold = 70\ntolerance = 1\nabout = 1",
            "plan/tolerance-without-about",
        ),
        ("operator = '≥'\nthreshold = 70\nabout = 0", "plan/about-not-positive"),
        ("operator = '≥'\nthreshold = 70\nabout = -1", "plan/about-not-positive"),
        ("operator = '≥'\nthreshold = 70\nabout = 70", "plan/about-too-wide"),
        ("operator = '>'\nthreshold = 70\nabout = 70.1", "plan/about-too-wide"),
        ("operator = '≤'\nthreshold = 95\nabout = 5", "plan/about-too-wide"),
        (
            "form = 'change'\nchange = 'absolute'\noperator = '≤'\nthreshold = -2\nabout = 2",
            "plan/about-too-wide",
        ),
        ("form = 'full-coverage'\nabout = 1", "plan/key-of-other-form"),
        ("form = 'milestone'\nabout = 1", "plan/key-of-other-form"),
        ("form = 'words'\nabout = 1", "plan/key-of-other-form"),
        ("operator = '≥'\nreference = 'growth'\nabout = 1", "plan/about-of-levels"),
    ] {
        assert_eq!(codes(rule), [code], "{rule}");
    }
    assert_eq!(codes("operator = '>'\nthreshold = 70\nabout = 70"), [""; 0]);
}

#[test]
fn what_is_judged_and_what_the_document_names_are_both_shown() {
    let rules: [(&str, &str, &str); 4] = [
        ("operator = '≥'\nthreshold = 70\nabout = 1", "≥69%（70%左右）", "≥69% (about 70%)"),
        (
            "operator = '<'\nthreshold = 5.5\nabout = 0.25",
            "<5.75%（5.5%左右）",
            "<5.75% (about 5.5%)",
        ),
        (
            "form = 'kept'\noperator = '≥'\nthreshold = 99\nabout = 0.5",
            "保持≥98.5%（99%左右）",
            "kept ≥98.5% (about 99%)",
        ),
        (
            "operator = '≥'\nreference = 'gdp'\nabout = 0.5",
            "GDP年均增长率同步（不低于）（可低 0.5 个百分点）",
            "(not below) (up to 0.5 points less)",
        ),
    ];
    for (rule, zh, en) in rules {
        let plan = plan(FIVE, COUNTY, &[rule]);
        let id = dabiao::term::SeriesId(0);
        for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
            let style = Style::plain(lang, 200);
            let explained = dabiao::judge::explain(&plan, id, Against::Requirement).unwrap();
            let page = render::explain(&explained, None, style);
            assert!(page.contains(expected), "{page}");
            let outline = render::indicators(&dabiao::judge::outline(&plan), style);
            assert!(outline.contains(expected), "{outline}");
        }
    }
    let row = "2025,甲县,率,69%,,,";
    let plan = plan(FIVE, COUNTY, &[rules[0].0]);
    let head = table(&Run::of(&[row]).judge(&plan), Lang::Zh);
    assert!(head.matches("≥69%（70%左右）").count() >= 2, "{head}");
    // On the way there the line is what it is.
    let head = table(&Run::of(&["2024,甲县,率,69%,,,"]).judge(&plan), Lang::Zh);
    assert_eq!(head.matches("70%左右").count(), 1, "{head}");
}
