//! Loading plans: what their rules mean, rosters, several files, and any text at all.

use std::io;

use dabiao::diagnostic::{AppliesProblem, Diagnostic, Faults, KeyProblem, PlanProblem, Problem};
use dabiao::exact::shown;
use dabiao::form::{Aim, Form, Target};
use dabiao::judge;
use dabiao::plan::{BUILT_IN, Case, Pace, Plan, RollUp, RuleFile, Scope, Waiver};
use dabiao::render::{
    Cells, Dialect, Emit, FIELDS, Figures, Lang, Query, Style, diagnostics, plan_json,
    requirements_json, sql,
};
use dabiao::term::{Attribute, Comparison, Condition, Found, Level, Limits};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

const HEAD: &str = "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = 2020\n\
                    first-year = 2021\ntarget-year = 2025\n";
const REGIONS: &str = "[[region]]\ncode = \"01\"\nname = \"甲市\"\nlevel = \"city\"\n\
                       [[region]]\ncode = \"0101\"\nname = \"乙县\"\nlevel = \"county\"\nwithin = \"01\"\n";

/// An indicator `b`: five lines, and those given.
fn indicator(unit: &str, more: &str) -> String {
    format!(
        "[[indicator]]\nid = \"b\"\nname = \"项目\"\nattribute = \"任务\"\nunit = {unit:?}\n{more}\n"
    )
}

fn load(files: &[(&str, &str)], roster: Option<&[u8]>) -> Result<Plan, Faults> {
    let files: Vec<_> =
        files.iter().map(|(name, text)| RuleFile::new(name, text.as_bytes().to_vec())).collect();
    Plan::load(&files, &mut |_, path| {
        let absent = || io::Error::new(io::ErrorKind::NotFound, format!("no {path} here"));
        roster.map(<[u8]>::to_vec).ok_or_else(absent)
    })
}

/// Each fault's code and file, its line (0 if none is meant) and the text under the caret.
fn faults(files: &[(&str, &str)], roster: Option<&[u8]>) -> Vec<(&'static str, String)> {
    let told = |fault: Diagnostic| {
        let place = fault.place.as_ref().map_or_else(String::new, |place| {
            place.line.as_ref().map_or_else(
                || place.file.to_string(),
                |line| format!("{}:{}:{}", place.file, line.number, &line.text[line.span.clone()]),
            )
        });
        (fault.code(), place)
    };
    load(files, roster).err().unwrap_or_default().into_iter().map(told).collect()
}

#[track_caller]
fn refused(files: &[(&str, &str)], roster: Option<&[u8]>, expected: &[(&str, &str)]) {
    let told = faults(files, roster);
    let told: Vec<_> = told.iter().map(|(code, place)| (*code, &**place)).collect();
    assert_eq!(told, expected);
}

#[test]
fn grades_leave_no_gap_and_each_can_be_given() {
    let rule = indicator("个", "threshold = 5\noperator = \"≥\"\nweight = 1");
    let base = format!("{HEAD}{REGIONS}{rule}");
    let grade = |lines: &str| format!("[[grade]]\nname = \"好\"\n{lines}\n");
    let graded = |grades: &[&str]| {
        grades.iter().zip('甲'..).fold(base.clone(), |text, (lines, name)| {
            text + &grade(lines).replace('好', &name.to_string())
        })
    };
    let called = ["", "name-en = \"Good\"\n"].map(|english| grade(&format!("{english}from = 9")));
    for twice in [
        format!("{}{}", called[0], grade("")),
        format!("{}{}", called[1], grade("").replace("好", "ｇｏｏｄ")),
        format!(
            "{}{}",
            called[0].replace('好', "Best"),
            grade("name-en = \"best\"").replace('好', "差")
        ),
    ] {
        let told = faults(&[("p.toml", &format!("{base}{twice}"))], None);
        assert_eq!(told.iter().map(|(found, _)| *found).collect::<Vec<_>>(), ["plan/grade-twice"]);
    }
    for (grades, code) in [
        (vec!["from = 100", "from = 90"], "plan/grades-with-gap"),
        (vec!["from = 1"], "plan/grades-with-gap"),
        (vec!["", "from = 90", ""], "plan/grade-behind-all"),
        (vec!["", ""], "plan/grade-behind-all"),
        (vec!["from = 90", "from = 95", ""], "plan/grade-never-given"),
        (
            vec!["from = 90", "of = \"target\"\nfrom = 95", "from = 90", ""],
            "plan/grade-never-given",
        ),
    ] {
        let text = graded(&grades);
        let told = faults(&[("p.toml", &text)], None);
        assert!(told.iter().any(|(found, _)| *found == code), "{grades:?}: {told:?}");
    }
    for grades in
        [vec![""], vec!["from = 100", ""], vec!["of = \"target\"\nfrom = 90", "from = 95", ""]]
    {
        let text = graded(&grades);
        assert_eq!(faults(&[("p.toml", &text)], None), []);
    }
    for (table, code) in [
        ("[points]\ncap = 0\n", "plan/points-not-positive"),
        ("[points]\ncap = -1\n", "plan/points-not-positive"),
    ] {
        let told = faults(&[("p.toml", &format!("{base}{table}"))], None);
        assert_eq!(told.iter().map(|(found, _)| *found).collect::<Vec<_>>(), [code]);
    }
    let weightless = format!(
        "{HEAD}{REGIONS}{}",
        indicator("个", "threshold = 5\noperator = \"≥\"\nweight = 0")
    );
    refused(&[("p.toml", &weightless)], None, &[("plan/points-not-positive", "p.toml:23:0")]);
    let (one, other) = (format!("{base}[points]\ncap = 120\n"), "[points]\n".to_owned());
    refused(
        &[("p.toml", &one), ("q.toml", &other)],
        None,
        &[("plan/two-points", "q.toml:1:[points]")],
    );
}

/// The target of an indicator with those lines.
#[expect(clippy::unwrap_used, reason = "a helper of tests")]
#[track_caller]
fn target(unit: &str, more: &str) -> Target {
    let text = format!("{HEAD}{REGIONS}{}", indicator(unit, more));
    load(&[("a.toml", &text)], None).unwrap().indicators[0].target.clone()
}

/// What a target says, its numbers exactly.
fn said(target: &Target) -> String {
    let number = |exact| shown::alone(exact).text;
    match (&target.aim, target.form) {
        (Aim::Number { bound: Condition::Compare(comparison, bound), .. }, Form::Level) => {
            format!("{} {}", comparison.sign(), number(bound))
        }
        (Aim::Number { bound: Condition::Between(low, high), .. }, Form::Level) => {
            format!("{}–{}", number(low), number(high))
        }
        (Aim::Relative(relation), Form::Relative) => {
            format!("{} #{}", relation.comparison.sign(), relation.reference.0)
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn the_built_in_plan_is_whole() {
    let plan = Plan::built_in().unwrap();
    let main = plan.indicators.iter().filter(|i| i.attribute != Attribute::Task).count();
    assert_eq!((main, plan.references.len(), plan.regions.len()), (16, 2, 7));
    assert_eq!((plan.groups.len(), plan.indicators.len()), (11, 117));
    let binding = plan.indicators.iter().filter(|i| i.attribute == Attribute::Binding).count();
    assert_eq!(binding, 10);
    assert_eq!(plan.city.map(|id| &*plan.region(id).name), Some("舟山市"));
}

#[test]
fn numbers_stay_as_they_are_written() {
    let plan = Plan::built_in().unwrap();
    let baseline = |at: usize| plan.indicators[at].baseline.map(|b| (b.mantissa(), b.scale()));
    assert_eq!(baseline(3), Some((8889, 2)));
    assert_eq!(baseline(7), Some((9890, 2)), "98.90 keeps its zero");
    assert_eq!(baseline(4), Some((60, 0)));
    assert_eq!(baseline(5), None, "— is no zero");
    assert_eq!(said(&target("%", "operator = \"≥\"\nthreshold = 90.10")), "≥ 90.1");
    assert_eq!(said(&target("个", "operator = \"≥\"\nthreshold = 0.1")), "≥ 0.1");
    assert_eq!(
        said(&target("个", "operator = \"≥\"\nthreshold = 999999999999999999")),
        "≥ 999999999999999999"
    );
}

#[test]
fn operators_mean_the_same_in_ascii() {
    for (written, ascii, meant) in [
        (">", ">", Comparison::Above),
        ("≥", ">=", Comparison::AtLeast),
        ("<", "<", Comparison::Below),
        ("≤", "<=", Comparison::AtMost),
    ] {
        for operator in [written, ascii] {
            let target = target("%", &format!("operator = {operator:?}\nthreshold = 60"));
            assert_eq!(target.bound(), Some(&Condition::Compare(meant, 60.into())), "{operator}");
        }
    }
}

#[test]
fn ranges_have_both_bounds() {
    assert_eq!(said(&target("个", "operator = \"between\"\nthreshold = [2, 3]")), "2–3");
    assert_eq!(
        said(&target("%", "operator = \"between\"\nthreshold = [22.5, 22.50]")),
        "22.5–22.5"
    );
    assert_eq!(said(&target("%", "operator = \"=\"\nthreshold = 100")), "100–100");
}

#[test]
fn a_relative_target_names_its_series_behind_the_indicators() {
    let reference = |id| format!("[[reference]]\nid = {id:?}\nname = {id:?}\nunit = \"%\"\n");
    let rule = indicator("%", "operator = \">\"\nreference = \"r2\"\nbaseline = -120.5");
    let text = format!("{}{HEAD}{rule}{REGIONS}{}", reference("r1"), reference("r2"));
    let plan = load(&[("a.toml", &text)], None).unwrap();
    assert_eq!(said(&plan.indicators[0].target), "> #2");
    assert_eq!(plan.series_names.find("r2"), Some(Found::One(2)));
    assert_eq!(plan.references[1].id, "r2");
    assert_eq!(plan.indicators[0].measure.limits, Limits::Any, "growth may be below zero");
}

#[test]
fn milestones_are_kept_by_year() {
    let rule =
        indicator("%", "operator = \"≥\"\nthreshold = 60\nmilestones = { 2024 = 58.0, 2021 = 51 }");
    let dotted = rule.replace(
        "milestones = { 2024 = 58.0, 2021 = 51 }",
        "milestones.2021 = 51\nmilestones.2024 = 58.0",
    );
    for rule in [rule, dotted] {
        let text = format!("{HEAD}{REGIONS}{rule}");
        let plan = load(&[("a.toml", &text)], None).unwrap();
        let milestones = &plan.indicators[0].milestones;
        let milestones: Vec<_> = milestones.iter().map(|(y, v)| (*y, v.to_string())).collect();
        assert_eq!(milestones, [(2021, "51".to_owned()), (2024, "58.0".to_owned())]);
    }
}

#[test]
fn what_a_rule_leaves_out_has_a_default() {
    let more = "operator = \"≥\"\nthreshold = 60";
    for (unit, roll_up) in [("%", RollUp::Ratio), ("％", RollUp::Ratio), ("户", RollUp::Sum)] {
        let text = format!("{HEAD}{REGIONS}{}", indicator(unit, more));
        let plan = load(&[("a.toml", &text)], None).unwrap();
        let rule = &plan.indicators[0];
        assert_eq!(
            (rule.roll_up, rule.scope, plan.head.pace),
            (roll_up, Scope::County, Pace::Linear)
        );
    }
    let growth = format!("{HEAD}{REGIONS}{}", indicator("%", &format!("growth = true\n{more}")));
    assert_eq!(load(&[("a.toml", &growth)], None).unwrap().indicators[0].roll_up, RollUp::None);
}

#[test]
fn a_byte_order_mark_changes_no_place() {
    let text =
        format!("\u{FEFF}{HEAD}{REGIONS}{}", indicator("%", "operator = \"≥\"\nthreshold = 60"));
    assert!(load(&[("a.toml", &text)], None).is_ok());
    refused(&[("a.toml", &text.replace("\"p\"", "3"))], None, &[("plan/wrong-type", "a.toml:2:3")]);
}

#[test]
fn windows_line_ends_change_no_place() {
    let text = format!("{HEAD}{REGIONS}{}", indicator("%", "operator = \"≥\"\nthreshold = 160"));
    let text = text.replace('\n', "\r\n");
    refused(&[("a.toml", &text)], None, &[("plan/threshold-beyond-limit", "a.toml:22:160")]);
}

#[test]
fn a_file_that_is_not_utf8_is_refused_beside_the_faults_of_others() {
    let gbk = RuleFile::new("gbk.toml", b"# \xB9\xE6\xBB\xAE\n".to_vec());
    let other = RuleFile::new("b.toml", b"x = 1\n".to_vec());
    let faults = Plan::load(&[gbk, other], &mut |_, _| Err(io::Error::other(""))).unwrap_err();
    let codes: Vec<_> = faults.iter().map(Diagnostic::code).collect();
    assert_eq!(codes, ["plan/not-utf8", "plan/unknown-key"]);
    let place = faults[0].place.as_ref().unwrap();
    assert_eq!((&*place.file, place.line_number()), ("gbk.toml", None));
}

#[test]
fn two_files_together_are_one_plan() {
    let rule = indicator("%", "operator = \"≥\"\nreference = \"gdp\"");
    let reference = "[[reference]]\nid = \"gdp\"\nname = \"GDP\"\nunit = \"%\"\n";
    let rest = format!("{HEAD}{REGIONS}{reference}");
    for files in [[("a.toml", &*rule), ("b.toml", &rest)], [("b.toml", &rest), ("a.toml", &rule)]] {
        let plan = load(&files, None).unwrap();
        assert_eq!(said(&plan.indicators[0].target), "≥ #1");
        assert_eq!(&*plan.indicators[0].rule.file, "a.toml");
    }
}

#[test]
fn a_region_may_lie_within_one_of_a_later_file() {
    let (city, county) = REGIONS.split_at(REGIONS.rfind("[[region]]").unwrap());
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 60");
    let first = format!("{HEAD}{county}{rule}");
    refused(&[("a.toml", &first), ("b.toml", city)], None, &[]);
}

#[test]
fn the_faults_of_all_files_are_told_in_one_run() {
    let first = format!("{HEAD}{REGIONS}colour = 1\n");
    let second = indicator("%", "operator = \"≥\"\nthreshold = 160\nbaseline = 1e3");
    let third = "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = 1\nfirst-year = 2021\ntarget-year = 2025\n";
    let mut told = faults(&[("a.toml", &first), ("b.toml", &second), ("c.toml", third)], None);
    told.sort();
    let told: Vec<_> = told.iter().map(|(code, place)| (*code, &**place)).collect();
    let expected = [
        ("plan/bad-number", "b.toml:8:1e3"),
        ("plan/bad-year", "c.toml:4:1"),
        ("plan/threshold-beyond-limit", "b.toml:7:160"),
        ("plan/two-heads", "c.toml:1:[plan]"),
        ("plan/unknown-key", "a.toml:16:colour"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_clash_between_files_is_told_in_the_later_one_and_shows_the_first() {
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 60");
    let first = format!("{HEAD}{REGIONS}{rule}");
    let clash = rule.replace("项目", "项目二");
    let files = [("a.toml", &*first), ("b.toml", &*clash)];
    refused(&files, None, &[("plan/duplicate-id", "b.toml:2:\"b\"")]);
    let related = load(&files, None).unwrap_err().into_vec().remove(0).related;
    let related: Vec<_> = related.iter().map(|at| (&*at.file, at.line_number())).collect();
    assert_eq!(related, [("a.toml", Some(17))]);
}

#[test]
fn a_file_with_a_syntax_error_does_not_make_the_others_wrong() {
    let reference = "[[reference]]\nid = \"gdp\"\nname = \"GDP\"\nunit = \"%\"\n";
    let broken = format!("{HEAD}{REGIONS}{reference}= 1\n");
    let rule = indicator("%", "operator = \"≥\"\nreference = \"gdp\"");
    let other = format!("[[region]]\nname = \"丙区\"\nlevel = \"area\"\nwithin = \"乙县\"\n{rule}");
    let told = faults(&[("a.toml", &broken), ("b.toml", &other)], None);
    assert!(told.iter().all(|(_, place)| place.starts_with("a.toml")), "{told:?}");
}

/// A rule of each kind that names another thing of the plan, and what they name.
const NAMING: &str = r#"
[[reference]]
id = "growth"
name = "增长"
unit = "%"
growth-of = "levels"
[[reference]]
id = "levels"
name = "水平"
unit = "亿元"
[[group]]
id = "box"
title = "专栏"
[[indicator]]
id = "rate"
name = "比率"
attribute = "任务"
group = "box"
unit = "%"
baseline = 55.5
operator = "≥"
threshold = 60.5
[[indicator]]
id = "income"
name = "收入增长"
attribute = "任务"
unit = "%"
operator = "≥"
reference = "growth"
[[indicator]]
id = "again"
name = "又是比率"
attribute = "任务"
unit = "%"
same-as = "rate"
operator = "≥"
threshold = 60.5
"#;

#[test]
fn one_wrong_line_is_one_fault_and_none_at_what_it_names_or_is_named_by() {
    let plan = format!("{HEAD}{REGIONS}{NAMING}");
    refused(&[("a.toml", &plan)], None, &[]);
    for (right, wrong, code) in [
        ("threshold = 60.5", "threshold = 60.5000000000000000000001", "plan/bad-number"),
        ("threshold = 60.5", "threshold = \"60.5\"", "plan/wrong-type"),
        ("threshold = 60.5", "threshold = 160.5", "plan/threshold-beyond-limit"),
        ("attribute = \"任务\"", "attribute = \"要紧\"", "plan/bad-word"),
        ("baseline = 55.5", "baseline = '55.5'", "plan/wrong-type"),
        ("baseline = 55.5", "baseline = 155.5", "plan/value-beyond-limit"),
        ("name = \"比率\"", "name = \"\"", "plan/empty-text"),
        ("name = \"水平\"", "name = 7", "plan/wrong-type"),
        ("unit = \"亿元\"", "unit = \"\"", "plan/empty-text"),
        ("title = \"专栏\"", "title = \"\"", "plan/empty-text"),
        ("target-year = 2025", "target-year = 25", "plan/bad-year"),
        ("level = \"city\"", "level = \"town\"", "plan/bad-word"),
    ] {
        assert!(plan.contains(right), "{right}");
        let told = faults(&[("a.toml", &plan.replacen(right, wrong, 1))], None);
        let codes: Vec<_> = told.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [code], "{wrong}: {told:?}");
    }
}

#[test]
fn averages_rates_and_intensities_are_not_summed_unless_the_rule_says_that_they_add_up() {
    let rule = |name: &str, unit: &str, more: &str| {
        format!(
            "{HEAD}{REGIONS}[[indicator]]\nid = \"b\"\nname = {name:?}\nattribute = \"任务\"\n\
             unit = {unit:?}\noperator = \"≥\"\nthreshold = 3\n{more}\n"
        )
    };
    let told = |name: &str, unit: &str, more: &str| {
        let text = rule(name, unit, more);
        faults(&[("a.toml", &text)], None)
    };
    for (name, unit) in [
        ("单位产值综合能耗", "吨标准煤/万元"),
        ("刑事案件立案", "起/万人"),
        ("孕产妇死亡", "例/10万"),
        ("低保补助", "元/月"),
        ("受教育", "年"),
    ] {
        let under = format!("a.toml:20:{unit:?}");
        assert_eq!(told(name, unit, ""), [("plan/sum-of-averages", under)], "{name}");
    }
    for (name, unit) in [
        ("残疾人人均可支配收入", "元"),
        ("每千人口床位数", "张"),
        ("城镇化率", "个"),
        ("发展指数", "点"),
        ("常住人口密度", "人"),
    ] {
        let under = format!("a.toml:18:{name:?}");
        assert_eq!(told(name, unit, "form = \"each-year\""), [("plan/sum-of-averages", under)]);
    }
    for more in
        ["roll-up = \"none\"", "roll-up = \"sum\"", "scope = \"city\"", "scope = \"each-county\""]
    {
        assert_eq!(told("残疾人人均可支配收入", "元", more), [], "{more}");
    }
    assert_eq!(told("按比例就业人数", "人", "scope = \"total\""), []);
    assert_eq!(told("能源消费总量", "万吨标准煤", ""), []);
    // A percentage never adds up, whatever its rule says.
    let sum = [("plan/bad-word", "a.toml:23:\"sum\"".to_owned())];
    assert_eq!(told("比重", "%", "roll-up = \"sum\""), sum);
}

#[test]
fn counts_of_what_is_no_percentage_are_refused() {
    for (unit, more) in [
        ("户", "roll-up = \"sum\"\noperator = \"≥\"\nthreshold = 3"),
        ("%", "growth = true\noperator = \"≥\"\nthreshold = 3"),
        ("‰", "growth = true\noperator = \"≥\"\nthreshold = 3"),
    ] {
        let counts = format!("{more}\nnumerator = \"甲\"\ndenominator = \"乙\"");
        let text = format!("{HEAD}{REGIONS}{}", indicator(unit, &counts));
        let codes: Vec<_> = faults(&[("a.toml", &text)], None);
        let under: Vec<_> =
            codes.iter().map(|(code, at)| (*code, at.rsplit(':').next().unwrap_or(""))).collect();
        let both = [("plan/counts-of-no-rate", "\"甲\""), ("plan/counts-of-no-rate", "\"乙\"")];
        assert_eq!(under, both, "{more}");
    }
    let milestone = "form = \"milestone\"\nnumerator = \"甲\"";
    let text = format!("{HEAD}{REGIONS}{}", indicator("", milestone)).replace("unit = \"\"\n", "");
    assert_eq!(faults(&[("a.toml", &text)], None).len(), 1);
}

#[test]
fn a_change_that_is_sent_itself_has_its_own_unit_no_baseline_and_one_way() {
    let told = |unit: &str, name: &str, more: &str| {
        let rule = format!("form = \"change\"\noperator = \"≥\"\nthreshold = 13.5\n{more}");
        let rule = indicator(unit, &rule).replace("name = \"项目\"", &format!("name = {name:?}"));
        let faults = faults(&[("a.toml", &format!("{HEAD}{REGIONS}{rule}"))], None);
        faults.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    let percent = |more: &str| format!("change = \"percent\"\n{more}");
    for (unit, name, more, expected) in [
        ("%", "能耗降低", percent("reported = \"fall\""), &[][..]),
        ("％", "能耗变化", percent("reported = \"change\""), &[]),
        ("吨", "能耗", percent("reported = \"level\"\nbaseline = 2"), &[]),
        ("岁", "寿命", "change = \"absolute\"\nreported = \"change\"".to_owned(), &[]),
        ("%", "能耗降低", percent("reported = \"change\""), &["plan/reported-way"]),
        ("吨", "能耗", percent("reported = \"fall\""), &["plan/reported-unit"]),
        ("%", "能耗", percent("reported = \"fall\"\nbaseline = 2"), &["plan/reported-baseline"]),
        ("%", "能耗", percent("reported = \"rise\""), &["plan/bad-word"]),
        ("%", "能耗", "reported = \"fall\"".to_owned(), &["plan/missing-key"]),
        ("%", "能耗", percent("reported = \"fall\"\nabout = 14"), &["plan/about-too-wide"]),
        ("%", "能耗", percent("reported = \"fall\"\nmilestones = { 2023 = 8 }"), &[]),
        (
            "%",
            "能耗",
            percent("reported = \"fall\"\nmilestones = { 2023 = -8 }"),
            &["plan/value-beyond-limit"],
        ),
        (
            "%",
            "能耗",
            percent("reported = \"fall\"\n[indicator.regions]\n\"乙县\" = { threshold = -5 }"),
            &["plan/threshold-beyond-limit"],
        ),
    ] {
        assert_eq!(told(unit, name, &more), expected, "{unit} {name} {more}");
    }
}

#[test]
fn of_how_many_a_ratio_is_is_said_once_and_a_power_of_ten() {
    let target = "operator = \"≥\"\nthreshold = 300";
    let told = |unit: &str, more: &str| {
        let text = format!("{HEAD}{REGIONS}{}", indicator(unit, &format!("{target}\n{more}")));
        let faults = faults(&[("a.toml", &text)], None);
        faults.into_iter().map(|(code, _)| code).collect::<Vec<_>>()
    };
    for (unit, more, expected) in [
        // Nothing but % ends at 100, and none needs a roll-up to be written.
        ("张/千人", "per = 1000", &[][..]),
        ("辆/百户", "per = 100", &[]),
        ("元/人", "per = 1.0", &[]),
        ("例", "per = 1e5", &["plan/bad-number"]),
        ("‰", "numerator = \"a\"\ndenominator = \"b\"", &[]),
        ("‰", "per = 1000", &["plan/per-of-unit"]),
        ("％", "growth = true\nper = 100", &["plan/per-of-unit", "plan/counts-of-no-rate"]),
        ("张", "per = 500", &["plan/per-number"]),
        ("张", "per = 0", &["plan/per-number"]),
        ("张", "per = -10", &["plan/per-number"]),
        ("张", "per = 1000000000", &["plan/per-number"]),
        ("张", "per = \"千\"", &["plan/wrong-type"]),
        ("张/千人", "per = 1000\nroll-up = \"sum\"", &["plan/bad-word"]),
        ("张/千人", "per = 1000\nform = \"sum\"", &["plan/sum-of-rates"]),
        ("‰", "form = \"sum\"", &["plan/sum-of-rates"]),
        ("张/千人", "growth = true\nper = 1000", &["plan/counts-of-no-rate"]),
        ("张", "denominator-unit = \"人\"\nroll-up = \"sum\"", &["plan/counts-of-no-rate"]),
        // What the unit says, with what the parts are counted in.
        ("张/千人", "per = 10000", &["plan/per-and-unit"]),
        ("例/10万人", "per = 10000", &["plan/per-and-unit"]),
        ("1/10万", "per = 1000\ncount-unit = \"人\"", &["plan/per-and-unit"]),
        ("人/万人", "per = 10000\ndenominator-unit = \"万人\"", &["plan/per-and-unit"]),
        ("张/千人", "per = 1\ndenominator-unit = \"人\"", &["plan/per-and-unit"]),
        ("人/万人", "per = 1\ndenominator-unit = \"万人\"", &[]),
        ("人/亿元", "per = 1", &[]),
        ("人/亿元", "per = 10000\ndenominator-unit = \"万元\"", &[]),
        ("公斤/万元", "per = 1000\ncount-unit = \"吨\"\ndenominator-unit = \"万元\"", &[]),
        ("克/千瓦时", "per = 100\ncount-unit = \"吨\"\ndenominator-unit = \"万千瓦时\"", &[]),
    ] {
        assert_eq!(told(unit, more), expected, "{unit} {more}");
    }
}

#[test]
fn all_that_a_draft_left_open_is_told_at_once_and_in_its_place() {
    let text = format!(
        "{HEAD}{REGIONS}{}",
        indicator("（填写单位）", "operator = \"TODO\"\nthreshold = 3")
    )
    .replace("title = \"规划\"", "title = \"（填写规划名称）\"")
    .replace("name = \"乙县\"", "name = \"？？\"");
    let expected = [
        ("plan/placeholder", "a.toml:3:\"（填写规划名称）\""),
        ("plan/placeholder", "a.toml:13:\"？？\""),
        ("plan/placeholder", "a.toml:20:\"（填写单位）\""),
        ("plan/placeholder", "a.toml:21:\"TODO\""),
    ];
    refused(&[("a.toml", &text)], None, &expected);
}

#[test]
fn a_region_that_is_wrong_does_not_make_those_within_it_wrong() {
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 60");
    let text = format!("{HEAD}{}{rule}", REGIONS.replace("\"city\"", "\"town\""));
    refused(&[("a.toml", &text)], None, &[("plan/bad-word", "a.toml:10:\"town\"")]);
}

#[test]
fn a_reference_that_is_wrong_is_not_called_unknown() {
    let rule = indicator("%", "operator = \"≥\"\nreference = \"gdp\"");
    let reference = "[[reference]]\nid = \"gdp\"\nname = \"GDP\"\nunit = 3\n";
    let text = format!("{HEAD}{REGIONS}{reference}{rule}");
    refused(&[("a.toml", &text)], None, &[("plan/wrong-type", "a.toml:19:3")]);
}

#[test]
fn a_county_that_is_wrong_is_not_called_absent() {
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 60");
    let text = format!("{HEAD}{}{rule}", REGIONS.replace("\"乙县\"", "3"));
    refused(&[("a.toml", &text)], None, &[("plan/wrong-type", "a.toml:13:3")]);
}

#[test]
fn a_plan_lacks_a_head_regions_and_indicators_all_at_once() {
    let all = [("plan/no-head", ""), ("plan/no-regions", ""), ("plan/no-indicators", "")];
    refused(&[], None, &all);
    for text in ["", "\u{FEFF}", "\n# nothing\n"] {
        refused(&[("a.toml", text)], None, &all);
    }
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 60");
    let no_county = format!("{HEAD}{}{rule}", REGIONS.replace("county", "area"));
    refused(&[("a.toml", &no_county)], None, &[("plan/no-regions", "")]);
}

#[test]
fn more_series_than_can_be_numbered_are_refused_with_how_many_there_may_be() {
    let rest = format!("{HEAD}{REGIONS}{}", indicator("%", "operator = \"≥\"\nthreshold = 60"));
    for count in [65_535, 65_537] {
        let one = |at: &u32| format!("{{ id = \"r{at}\", name = \"n{at}\", unit = \"%\" }}");
        let numbers: Vec<u32> = (1..count).collect();
        // In many files, for a place is found by counting lines from its file's beginning.
        let references: Vec<_> = numbers
            .chunks(256)
            .map(|some| {
                let tables: Vec<_> = some.iter().map(one).collect();
                (format!("{}.toml", some[0]), format!("reference = [{}]", tables.join(",")))
            })
            .collect();
        let mut files: Vec<_> = references.iter().map(|(name, text)| (&**name, &**text)).collect();
        files.push(("rest.toml", &rest));
        match load(&files, None) {
            Ok(_) => assert!(count < 65_537, "{count} fit no 16 bits"),
            Err(faults) => {
                let Problem::Plan(PlanProblem::TooMany { most }) = faults[0].problem else {
                    unreachable!("{:?}", faults[0]);
                };
                assert!(most < count, "{count} are not more than {most}");
            }
        }
    }
}

/// A plan whose regions are a roster's; the roster's name is in line 7.
fn rostered(more: &str) -> String {
    format!(
        "{HEAD}roster = \"r.csv\"\n{more}{}",
        indicator("%", "operator = \"≥\"\nthreshold = 60")
    )
}

const ROSTER: &str = "code,name,level,within\n01,甲市,city,\n0101,乙县,county,01\n\
                      010101,和平村,county,0101\n010102,和平村,county,0101\n,新区,area,乙县\n";

#[test]
fn a_roster_gives_regions_their_codes_and_what_they_lie_within() {
    for text in [ROSTER.to_owned(), format!("\u{FEFF}{ROSTER}"), ROSTER.replace('\n', "\r\n")] {
        let plan = load(&[("a.toml", &rostered(""))], Some(text.as_bytes())).unwrap();
        let names: Vec<_> = plan.regions.iter().map(|region| &*region.name).collect();
        assert_eq!(names, ["甲市", "乙县", "和平村", "和平村", "新区"]);
        let within: Vec<_> = plan.regions.iter().map(|r| r.within.map(|id| id.0)).collect();
        assert_eq!(within, [None, Some(0), Some(1), Some(1), Some(1)]);
        assert_eq!((plan.city.map(|id| id.0), plan.regions[4].level), (Some(0), Level::Area));
        assert_eq!(plan.regions[4].code, None);
    }
}

#[test]
fn a_shared_name_is_ambiguous_and_its_codes_are_not() {
    let plan = load(&[("a.toml", &rostered(""))], Some(ROSTER.as_bytes())).unwrap();
    assert_eq!(plan.region_names.find("和平村"), Some(Found::Several));
    assert_eq!(plan.region_names.find("010101"), Some(Found::One(2)));
    assert_eq!(plan.region_names.find("010102"), Some(Found::One(3)));
    assert_eq!(plan.region_names.find("乙县"), Some(Found::One(1)));
    assert_eq!(plan.region_names.find("丁县"), None);
}

#[test]
fn a_name_that_a_listed_region_and_the_roster_share_is_ambiguous() {
    let listed =
        "[[region]]\ncode = \"02\"\nname = \"和平区\"\naliases = [\"乙县\"]\nlevel = \"county\"\n";
    let plan = load(&[("a.toml", &rostered(listed))], Some(ROSTER.as_bytes())).unwrap();
    assert_eq!(plan.region_names.find("乙县"), Some(Found::Several));
}

#[test]
fn the_roster_is_asked_for_as_the_rule_file_names_it() {
    let file = RuleFile::new("plan/a.toml", rostered("").into_bytes());
    let mut asked = Vec::new();
    let read = &mut |rules: &str, path: &str| {
        asked.push((rules.to_owned(), path.to_owned()));
        Ok(ROSTER.as_bytes().to_vec())
    };
    assert!(Plan::load(&[file], read).is_ok());
    assert_eq!(asked, [("plan/a.toml".to_owned(), "r.csv".to_owned())]);
}

#[test]
fn a_roster_that_cannot_be_read_is_told_where_it_is_named() {
    let text = rostered(REGIONS);
    let expected = [("plan/roster-unreadable", "a.toml:7:\"r.csv\"")];
    refused(&[("a.toml", &text)], None, &expected);
    refused(&[("a.toml", &text)], Some(b"code,name,level,within\n1,\xFF,county,\n"), &expected);
    let Problem::Plan(PlanProblem::RosterUnreadable { path, reason }) =
        load(&[("a.toml", &text)], None).unwrap_err().into_vec().remove(0).problem
    else {
        unreachable!("the code says so");
    };
    assert_eq!((&*path, reason.to_string()), ("r.csv", "there is no such file".to_owned()));
}

#[test]
fn a_roster_that_was_not_read_is_not_said_to_have_no_counties() {
    let text = rostered("");
    refused(&[("a.toml", &text)], None, &[("plan/roster-unreadable", "a.toml:7:\"r.csv\"")]);
    refused(&[("a.toml", &text)], Some(b"name\n"), &[("plan/roster-column", "r.csv:1:")]);
    let head = text.replace("\"规划\"", "3");
    refused(&[("a.toml", &head)], Some(ROSTER.as_bytes()), &[("plan/wrong-type", "a.toml:3:3")]);
}

#[test]
fn a_roster_without_counties_is_no_plan() {
    for rows in ["", "01,甲市,city,\n"] {
        let roster = format!("code,name,level,within\n{rows}");
        refused(&[("a.toml", &rostered(""))], Some(roster.as_bytes()), &[("plan/no-regions", "")]);
    }
}

#[test]
fn a_roster_with_another_header_is_refused() {
    let text = rostered(REGIONS);
    for header in
        ["", "code,name,level", "name,code,level,within", "code;name;level;within\n1;a;b;c"]
    {
        refused(
            &[("a.toml", &text)],
            Some(header.as_bytes()),
            &[("plan/roster-column", "r.csv:1:")],
        );
    }
}

/// Rows with a fault each, behind two good ones.
const BAD_ROWS: [(&str, &str); 7] = [
    ("plan/bad-word", "0102,丙,town,01"),
    ("plan/missing-key", ",丙,county,01"),
    ("plan/missing-key", "0102,,county,01"),
    ("plan/duplicate-name", "0101,丙,county,01"),
    ("plan/unknown-region", "0102,丙,county,09"),
    ("plan/two-cities", "02,丙市,city,"),
    ("plan/roster-row", "0102,丙"),
];

#[test]
fn a_bad_row_of_a_roster_is_told_in_its_line() {
    for (code, row) in BAD_ROWS {
        let roster = format!("code,name,level,within\n01,甲市,city,\n0101,乙县,county,01\n{row}\n");
        refused(
            &[("a.toml", &rostered(""))],
            Some(roster.as_bytes()),
            &[(code, &format!("r.csv:4:{row}"))],
        );
    }
}

#[test]
fn all_bad_rows_of_a_roster_are_told_at_once() {
    let rows: Vec<_> = BAD_ROWS.iter().map(|(_, row)| *row).collect();
    let roster = format!(
        "code,name,level,within\n01,甲市,city,\n0101,乙县,county,01\n{}\n",
        rows.join("\n")
    );
    let mut codes: Vec<_> =
        faults(&[("a.toml", &rostered(""))], Some(roster.as_bytes())).iter().map(|f| f.0).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut expected = BAD_ROWS.map(|(code, _)| code).to_vec();
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(codes, expected);
}

#[test]
fn the_line_of_a_bad_row_is_right_with_windows_line_ends() {
    let roster = b"code,name,level,within\r\n0101,A,county,\r\n0102,B,town,\r\n";
    refused(
        &[("a.toml", &rostered(""))],
        Some(roster),
        &[("plan/bad-word", "r.csv:3:0102,B,town,")],
    );
}

#[test]
fn the_line_of_a_bad_row_is_right_behind_blank_lines() {
    let roster = b"code,name,level,within\n0101,A,county,\n\n\n0102,B,town,\n";
    refused(
        &[("a.toml", &rostered(""))],
        Some(roster),
        &[("plan/bad-word", "r.csv:5:0102,B,town,")],
    );
}

#[test]
fn what_lies_within_a_shared_name_is_not_told_to_mean_that_name() {
    let roster = format!("{ROSTER}0102,丙,county,和平村\n");
    for fault in load(&[("a.toml", &rostered(""))], Some(roster.as_bytes())).unwrap_err() {
        let Problem::Key(KeyProblem::UnknownRegion { name, nearest }) = fault.problem else {
            continue;
        };
        assert_ne!(Some(name), nearest);
    }
}

/// A roster of so many villages, all within a county of that name.
fn villages(count: usize, within: &str) -> Vec<u8> {
    let rows = (0..count).map(|at| format!("01{at:06},第{at}村,county,{within}\n"));
    format!("code,name,level,within\n01,甲市,city,\n{}", rows.collect::<String>()).into_bytes()
}

#[test]
fn thousands_of_faults_are_counted_and_the_first_are_told() {
    let text = rostered("");
    let told = faults(&[("a.toml", &text)], Some(&villages(8_000, "甲是")));
    assert_eq!(told.len(), 501);
    assert_eq!(told[0].0, "plan/unknown-region");
    assert_eq!(told[500].0, "plan/more-faults");

    let keys: String = (0..5_000).map(|at| format!("key-{at} = 1\n")).collect();
    let unknown =
        format!("{HEAD}{keys}{REGIONS}{}", indicator("%", "operator = \"≥\"\nthreshold = 3"));
    let told = faults(&[("a.toml", &unknown)], None);
    assert_eq!((told.len(), told[0].0, told[500].0), (501, "plan/unknown-key", "plan/more-faults"));

    let wrong =
        |at| format!("[[indicator]]\nid = \"i{at}\"\nname = \"名{at}\"\nattribute = \"要紧\"\n");
    let rules: String = (0..2_000).map(wrong).collect();
    let told = faults(&[("a.toml", &format!("{HEAD}{REGIONS}{rules}"))], None);
    let most = told.iter().filter(|(code, _)| *code == "plan/more-faults").count();
    assert_eq!((told.len(), most), (501, 1));
}

#[test]
fn what_was_meant_is_not_looked_for_where_a_name_is_no_name() {
    let long = "长".repeat(3_000);
    let text = format!("{HEAD}{REGIONS}{}", indicator("%", "operator = \"≥\"\nthreshold = 3"))
        .replace("within = \"01\"", &format!("within = \"{long}\""));
    let found = load(&[("a.toml", &text)], None).unwrap_err();
    let is_bare = |fault: &Diagnostic| {
        matches!(&fault.problem, Problem::Key(KeyProblem::UnknownRegion { nearest: None, .. }))
    };
    assert!(found.len() == 1 && is_bare(&found[0]));
}

#[test]
fn regions_that_lie_within_themselves_are_told() {
    let region = |code: &str, within: &str| {
        format!(
            "[[region]]\ncode = \"{code}\"\nname = \"县{code}\"\nlevel = \"county\"\nwithin = \"{within}\"\n"
        )
    };
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 3");
    for (regions, round) in [
        (vec![("1", "1")], vec!["1"]),
        (vec![("1", "2"), ("2", "1")], vec!["2", "1"]),
        (vec![("1", "2"), ("2", "3"), ("3", "1"), ("4", "1")], vec!["2", "3", "1"]),
        (vec![("5", "4"), ("4", "2"), ("1", "1"), ("2", "4")], vec!["2", "1", "4"]),
        (vec![("1", "2"), ("2", "3"), ("3", "01")], vec![]),
    ] {
        let listed: String = regions.iter().map(|(code, within)| region(code, within)).collect();
        let told = faults(&[("a.toml", &format!("{HEAD}{REGIONS}{listed}{rule}"))], None);
        let at = |(code, place): &(&'static str, String)| {
            assert_eq!(*code, "plan/within-circle", "{regions:?}");
            place.rsplit(':').next().unwrap_or_default().trim_matches('"').to_owned()
        };
        assert_eq!(told.iter().map(at).collect::<Vec<_>>(), round, "{regions:?}");
    }
}

#[test]
fn rows_of_a_roster_that_lie_within_themselves_are_told_each_at_its_line() {
    for (rows, round) in [
        (["0101,A,county,A", "0102,B,county,"], vec![2]),
        (["0101,A,county,B", "0102,B,county,0101"], vec![2, 3]),
        (["0101,A,county,B", "0102,B,area,B"], vec![3]),
        (["0101,A,city,B", "0102,B,county,A"], vec![2, 3]),
        (["0101,A,county,B", "0102,B,area,"], vec![]),
    ] {
        let roster = format!("code,name,level,within\n{}\n", rows.join("\n"));
        let told = faults(&[("a.toml", &rostered(""))], Some(roster.as_bytes()));
        let row = |line: usize| ("plan/within-circle", format!("r.csv:{line}:{}", rows[line - 2]));
        assert_eq!(told, round.into_iter().map(row).collect::<Vec<_>>(), "{rows:?}");
    }
}

#[test]
fn a_circle_of_many_regions_is_told_to_a_bound() {
    const MANY: usize = 20_000;
    let rows = (0..MANY).map(|at| format!("{at:05},R{at},county,R{}\n", (at + 1) % MANY));
    let roster = format!("code,name,level,within\n{}", rows.collect::<String>());
    let told = faults(&[("a.toml", &rostered(""))], Some(roster.as_bytes()));
    assert_eq!(told.len(), 501);
    assert_eq!(told.last().map(|last| last.0), Some("plan/more-faults"));
}

#[test]
fn a_plan_of_centuries_is_refused() {
    let rule = indicator("%", "operator = \"≥\"\nthreshold = 3");
    for (year, refused) in [("2120", false), ("2121", true), ("9999", true)] {
        let head = HEAD.replace("target-year = 2025", &format!("target-year = {year}"));
        let told = faults(&[("a.toml", &format!("{head}{REGIONS}{rule}"))], None);
        let codes: Vec<_> = told.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes.contains(&"plan/year-span"), refused, "{year}: {codes:?}");
    }
}

#[test]
fn brackets_that_nest_without_end_are_refused() {
    let part = "[[case]]ndicator = '9'\nchecks = [\n  { value = '57%', out\nyear = 2023\nchecks = [\n  \
                { value = '57%' },\n  { outcome$= 'behind', margin = -22.6 },\n]\n";
    for part in [part, "a = [{b = [", "x = {\ny$= [1, {\n", "[plan]\nid = [[{]}"] {
        let told = load(&[("a.toml", &part.repeat(20_000))], None).unwrap_err();
        assert!(codes(&told).contains(&"plan/syntax"), "{told:?}");
        assert!(told.len() < 20, "{told:?}");
        let file = RuleFile::new("a.cases.toml", part.repeat(20_000).into_bytes());
        let told = Case::load(&Plan::built_in().unwrap(), &[file]).unwrap_err();
        assert!(codes(&told).contains(&"plan/syntax"), "{told:?}");
    }
}

/// Texts of marks that nobody sees.
const NOTHING: [&str; 6] =
    ["\u{200B}", " \u{FEFF}\u{2060} ", "\u{3000}", "\u{AD}\u{202C}", "\u{2800}", "\u{202E} "];

fn codes(told: &[Diagnostic]) -> Vec<&'static str> {
    told.iter().map(Diagnostic::code).collect()
}

#[test]
fn marks_that_nobody_sees_are_no_name() {
    for nothing in NOTHING {
        let text = format!("{HEAD}{REGIONS}{}", indicator("%", "operator = \"≥\"\nthreshold = 3"))
            .replace("\"项目\"", &format!("\"{nothing}\""));
        let told = load(&[("a.toml", &text)], None).unwrap_err();
        assert_eq!(codes(&told), ["plan/empty-text"], "{nothing:?}");
        let roster = format!("code,name,level,within\n0101,{nothing},county,\n");
        let told = load(&[("a.toml", &rostered(""))], Some(roster.as_bytes())).unwrap_err();
        assert_eq!(codes(&told), ["plan/missing-key"], "{nothing:?}");
        let cases = format!(
            "[[case]]\nname = \"{nothing}\"\nindicator = \"9\"\nyear = 2025\n\
             checks = [{{ value = \"61%\", outcome = \"met\" }}]\n"
        );
        let file = RuleFile::new("a.cases.toml", cases.into_bytes());
        let told = Case::load(&Plan::built_in().unwrap(), &[file]).unwrap_err();
        assert_eq!(codes(&told), ["plan/empty-text"], "{nothing:?}");
    }
}

#[test]
fn marks_that_nobody_sees_are_no_reason() {
    let plan = Plan::built_in().unwrap();
    let waiver = "[[waiver]]\nindicator = \"9\"\nregion = \"定海区\"\nyear = 2023\n\
        reason = \"停产\"\napproved-by = \"市政府\"\nexpires = 2023-12-31\n";
    let load_waiver = |text: String| Waiver::load(&plan, &[RuleFile::new("w", text.into_bytes())]);
    assert!(load_waiver(waiver.to_owned()).is_ok());
    for nothing in NOTHING {
        for said in ["停产", "市政府"] {
            let told = load_waiver(waiver.replace(said, nothing)).unwrap_err();
            assert_eq!(codes(&told), ["plan/empty-text"], "{nothing:?}");
        }
        let allow = format!("allow = {{ \"lint/no-counts\" = \"{nothing}\" }}");
        let rule = indicator("%", &format!("operator = \"≥\"\nthreshold = 3\n{allow}"));
        let told = load(&[("a.toml", &format!("{HEAD}{REGIONS}{rule}"))], None).unwrap_err();
        assert_eq!(codes(&told), ["plan/allow-without-reason"], "{nothing:?}");
    }
}

/// Text that looks like rules, more or less.
fn rules() -> impl Strategy<Value = String> {
    let header = select(vec![
        "[plan]",
        "[[region]]",
        "[[reference]]",
        "[[indicator]]",
        "[indicator.milestones]",
        "[region]",
        "[",
        "[[indicator]",
    ]);
    let key = select(vec![
        "id",
        "title",
        "baseline-year",
        "first-year",
        "target-year",
        "pace",
        "roster",
        "code",
        "name",
        "level",
        "within",
        "aliases",
        "attribute",
        "unit",
        "number",
        "baseline",
        "operator",
        "threshold",
        "reference",
        "milestones",
        "2023",
        "scope",
        "growth",
        "idd",
        "\"\"",
        "a.b",
    ]);
    let value = prop_oneof![
        4 => select(vec![
            "2020", "2021", "2025", "\"p\"", "\"county\"", "\"city\"", "\"约束性\"", "\"%\"", "\"≥\"",
            "60", "[2, 3]", "{ 2023 = 5 }", "{ 2023.x = 5 }", "1e3", "inf", "2020-01-01", "12:00:00",
            "true", "[[[]]]", "\"\"\"\n多\n行\"\"\"", "'", "\"", "",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let line = prop_oneof![
        2 => header.prop_map(str::to_owned),
        6 => (key, value).prop_map(|(key, value)| format!("{key} = {value}")),
        1 => any::<String>(),
    ];
    prop::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

/// Loads, and draws what is wrong as a terminal would show it.
fn load_and_draw(text: &str, roster: &[u8]) -> Result<(), TestCaseError> {
    if let Err(faults) = load(&[("a.toml", text)], Some(roster)) {
        prop_assert!(!faults.is_empty());
        for lang in [Lang::Zh, Lang::En] {
            let style = Style::plain(lang, 80);
            prop_assert!(!diagnostics(&faults, style).is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rules_are_a_plan_or_faults(text in rules()) {
        load_and_draw(&text, ROSTER.as_bytes())?;
    }

    #[test]
    fn any_text_is_a_plan_or_faults(text in any::<String>()) {
        load_and_draw(&text, b"")?;
    }

    #[test]
    fn any_edit_of_the_built_in_plan_is_a_plan_or_faults(
        at in any::<prop::sample::Index>(),
        insert in prop_oneof![
            Just(None),
            select("[]{}\"'=.,#\n\r-_%0e≥é\u{0}\u{FEFF}".chars().collect::<Vec<_>>()).prop_map(Some),
            any::<char>().prop_map(Some),
        ],
        delete in any::<bool>(),
    ) {
        let text = BUILT_IN[0].1;
        let places: Vec<_> = text.char_indices().collect();
        let (from, old) = places[at.index(places.len())];
        let to = if delete { from + old.len_utf8() } else { from };
        let insert = insert.map(String::from).unwrap_or_default();
        load_and_draw(&format!("{}{insert}{}", &text[..from], &text[to..]), b"")?;
    }

    #[test]
    fn any_roster_is_a_roster_or_faults(
        rows in prop::collection::vec("(0[0-9]{0,3})?,\\PC{0,2},(city|county|area|x),(01)?[\n\r\"]{0,2}", 0..8),
        end in any::<Vec<u8>>(),
    ) {
        let mut roster = format!("code,name,level,within\n{}\n", rows.join("\n")).into_bytes();
        load_and_draw(&rostered(""), &roster)?;
        roster.extend(end);
        load_and_draw(&rostered(""), &roster)?;
    }
}

#[test]
fn a_text_that_nobody_reads_is_refused_wherever_it_stands() {
    let long = "村".repeat(4_000);
    let rule = |more: &str| format!("{HEAD}{REGIONS}{}", indicator("户", more));
    let with = |of: &str, other: &str| rule("").replace(of, other);
    let row = format!("code,name,level,within\n0102,{long},county,01\n");
    for (text, roster) in [
        (with("title = \"规划\"", &format!("title = \"{long}\"")), None),
        (with("name = \"乙县\"", &format!("name = \"{long}\"")), None),
        (with("name = \"项目\"", &format!("name = \"{long}\"")), None),
        (rule(&format!("aliases = [\"甲\", \"{long}\"]")), None),
        (rule(&format!("cite = \"{long}\"")), None),
        (with("title = \"规划\"", "title = \"规划\"\nroster = \"r\""), Some(row.as_bytes())),
    ] {
        let codes = faults(&[("a", &text)], roster);
        assert!(codes.iter().any(|it| it.0 == "plan/text-too-long"), "{codes:?}");
    }
}

/// A plan of one rule that says whom it concerns; the item stands in that line.
fn applying(whom: &str) -> String {
    let regions = "[[region]]\ncode = \"01\"\nname = \"甲市\"\nlevel = \"city\"\n\
        [[region]]\ncode = \"0101\"\nname = \"乙县\"\nlevel = \"county\"\nwithin = \"01\"\n\
        tags = [\"沿海\", \"山区\"]\n\
        [[region]]\ncode = \"0102\"\nname = \"丙县\"\nlevel = \"county\"\ntags = [\"丁县\"]\n\
        [[region]]\ncode = \"0103\"\nname = \"丁县\"\nlevel = \"county\"\n\
        [[region]]\nname = \"新区\"\nlevel = \"area\"\nwithin = \"丙县\"\n";
    let rule = indicator("%", &format!("operator = \"≥\"\nthreshold = 60\n{whom}"));
    format!("{HEAD}{regions}{rule}")
}

#[test]
fn whom_a_rule_concerns_is_known_by_code_name_tag_and_level() {
    for (whom, concerned) in [
        ("['0101']", [true, false, false, false]),
        ("['甲市']", [true, false, false, false]),
        ("['丙县']", [false, true, false, true]),
        (" [ '山 区', '0103' ] ", [true, false, true, false]),
        ("['county']", [true, true, true, false]),
        ("['area', '沿海']", [true, false, false, true]),
    ] {
        let plan = load(&[("a.toml", &applying(&format!("applies-to = {whom}")))], None).unwrap();
        let found: Vec<bool> =
            (0..5).map(|id| plan.indicators[0].concerns(dabiao::term::RegionId(id))).collect();
        assert_eq!(found[..], [&[true], &concerned[..]].concat(), "{whom}");
    }
}

#[test]
fn whom_nobody_can_be_meant_by_is_refused_where_it_stands() {
    let refused_as = |whom: &str, expected: &[(&str, &str)]| {
        let text = applying(&format!("applies-to = {whom}"));
        let line = text.lines().position(|line| line.starts_with("applies-to")).unwrap() + 1;
        let at: Vec<_> =
            expected.iter().map(|(code, at)| (*code, format!("a.toml:{line}:{at}"))).collect();
        let at: Vec<_> = at.iter().map(|(code, at)| (*code, &**at)).collect();
        refused(&[("a.toml", &text)], None, &at);
    };
    refused_as(
        "['沿每', '01o1']",
        &[("plan/applies-to-unknown", "'沿每'"), ("plan/applies-to-unknown", "'01o1'")],
    );
    refused_as("['city']", &[("plan/applies-to-unknown", "'city'")]);
    refused_as("['丁县']", &[("plan/applies-to-unclear", "'丁县'")]);
    refused_as("[]", &[("plan/applies-to-nobody", "[]")]);
    refused_as("['新区']", &[("plan/applies-to-nobody", "['新区']")]);
    refused_as("['沿海']\nscope = 'city'", &[("plan/applies-to-of-city", "['沿海']")]);
    refused_as("'沿海'", &[("plan/wrong-type", "'沿海'")]);
    let text = applying("applies-to = ['山区县']");
    let Problem::Applies(AppliesProblem::Unknown { nearest, .. }) =
        load(&[("a.toml", &text)], None).unwrap_err().into_vec().remove(0).problem
    else {
        unreachable!("the code says so");
    };
    assert_eq!(nearest.as_deref(), Some("山区"));
}

#[test]
fn a_roster_may_have_tags() {
    let roster = "code,name,level,within,tags\n01,甲市,city,,\n0101,乙县,county,01,沿海、 山区\n\
                  0102,丙县,county,01,山区;\n0103,丁县,county,01,\n";
    for (whom, concerned) in [("沿海", [true, false, false]), ("山区", [true, true, false])] {
        let text = rostered("")
            .replace("[[indicator]]", &format!("[[indicator]]\napplies-to = ['{whom}']"));
        let plan = load(&[("a.toml", &text)], Some(roster.as_bytes())).unwrap();
        let found: Vec<bool> =
            (1..4).map(|id| plan.indicators[0].concerns(dabiao::term::RegionId(id))).collect();
        assert_eq!(found, concerned, "{whom}");
    }
    // A roster that was not read has no tags that could be missed.
    let text = rostered("").replace("[[indicator]]", "[[indicator]]\napplies-to = ['山区']");
    refused(&[("a.toml", &text)], None, &[("plan/roster-unreadable", "a.toml:7:\"r.csv\"")]);
}

#[test]
fn what_is_wrong_with_targets_of_regions_and_adjustments_is_told_in_one_run() {
    let regions =
        format!("{REGIONS}[[region]]\ncode = \"0102\"\nname = \"丙县\"\nlevel = \"county\"\n");
    let rule = |more: &str| {
        let numbers = "form = \"sum\"\noperator = \"≥\"\nthreshold = 900\nroll-up = \"sum\"\n";
        format!("{HEAD}{regions}{}", indicator("户", &format!("{numbers}{more}")))
    };
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "regions = { \"0109\" = { threshold = 5 }, \"丁县\" = { threshold = -5 } }",
            &[
                ("plan/unknown-region", "\"0109\""),
                ("plan/unknown-region", "\"丁县\""),
                ("plan/threshold-beyond-limit", "-5"),
            ],
        ),
        (
            "regions = { \"0101\" = { threshold = 5 }, \"乙县\" = { threshold = 6 } }",
            &[("plan/clause-twice", "\"乙县\"")],
        ),
        (
            "regions = { \"0101\" = { }, \"丙县\" = { milestones = { 2030 = 5 } }, \"01\" = 5 }",
            &[
                ("plan/wrong-type", "5"),
                ("plan/missing-key", "{ }"),
                ("plan/milestone-year", "2030"),
            ],
        ),
        (
            "by-region = \"required\"\nregions = { \"0101\" = { threshold = 5 } }",
            &[("plan/regions-without-target", "\"required\"")],
        ),
        (
            "regions = { \"01\" = { threshold = 800 }, \"0101\" = { baseline = 5 } }",
            &[("plan/key-of-other-form", "5"), ("plan/city-differs", "\"01\"")],
        ),
        (
            "scope = \"total\"\nregions = { \"0101\" = { threshold = 800 } }",
            &[("plan/region-not-judged", "\"0101\"")],
        ),
        (
            "regions = { \"0101\" = { threshold = 5 }, \"丙县\" = { milestones = { 2023 = 5 } } }",
            &[("plan/milestones-without-target", "\"丙县\"")],
        ),
        (
            "[[adjust]]\nindicator = \"c\"\nfrom = 2023\nthreshold = 5\n\
             [[adjust]]\nindicator = \"b\"\nfrom = 2026\nthreshold = 5\n\
             [[adjust]]\nindicator = \"b\"\nfrom = 2023\nregion = \"丁县\"\nthreshold = -1\n\
             [[adjust]]\nindicator = \"b\"\nfrom = 2023\nbaseline = 5",
            &[
                ("plan/unknown-indicator", "\"c\""),
                ("plan/adjustment-year", "2026"),
                ("plan/unknown-region", "\"丁县\""),
                ("plan/threshold-beyond-limit", "-1"),
                ("plan/key-of-other-form", "5"),
            ],
        ),
        (
            "[[adjust]]\nindicator = \"b\"\nfrom = 2023\nthreshold = 5\n\
             [[adjust]]\nindicator = \"项目\"\nfrom = 2023\nthreshold = 6",
            &[("plan/clause-twice", "6")],
        ),
        (
            "milestones = { 2024 = 500 }\n\
             [[adjust]]\nindicator = \"b\"\nfrom = 2023\nthreshold = 700",
            &[("plan/milestones-of-old-target", "700")],
        ),
        (
            "[[adjust]]\nindicator = \"b\"\nfrom = 2023\nmilestones = { 2022 = 5 }",
            &[("plan/milestone-year", "{ 2022 = 5 }")],
        ),
    ];
    for (more, expected) in cases {
        let text = rule(more);
        let told = faults(&[("a.toml", &text)], None);
        let told: Vec<(&str, &str)> = told
            .iter()
            .map(|(code, place)| (*code, place.splitn(3, ':').nth(2).unwrap_or_default()))
            .collect();
        assert_eq!(told, *expected, "{more}");
    }
}

/// Whatever else is wrong with a rule, each of its numbers is told in the same run.
#[test]
fn numbers_of_regions_and_adjustments_are_read_though_their_rule_is_faulty() {
    let beside = "milestones = { 2031 = 5 }\nregions = { \"0101\" = { threshold = -7 } }\n\
        [[adjust]]\nindicator = \"b\"\nfrom = 2023\nthreshold = -8";
    let numbers = ["\"2031\"", "-7", "-8"];
    for (rule, own) in [
        ("operator = \"≥≥\"\nthreshold = 900", &["plan/bad-word"][..]),
        ("operator = \"≥\"\nthreshold = -9", &["plan/threshold-beyond-limit"]),
        ("operator = \"≥\"", &["plan/operator-without-threshold"]),
        ("form = \"sum\"\nthreshold = 900", &["plan/threshold-without-operator"]),
        ("operator = \"≥\"\nthreshold = 900\nscope = \"here\"", &["plan/bad-word"]),
        (
            "form = \"change\"\nreported = \"fall\"\nchange = \"absolute\"\noperator = \"±\"\nthreshold = 5",
            &["plan/about-change"],
        ),
    ] {
        let text = format!("{HEAD}{REGIONS}{}", indicator("户", &format!("{rule}\n{beside}")));
        let told = faults(&[("a.toml", &text)], None);
        let codes: Vec<&str> = told.iter().map(|(code, _)| *code).collect();
        assert!(own.iter().all(|code| codes.contains(code)), "{rule}: {told:?}");
        for number in numbers {
            let number = number.trim_matches('"');
            assert!(told.iter().any(|(_, place)| place.ends_with(number)), "{rule}: {told:?}");
        }
        assert_eq!(told.len(), own.len() + numbers.len(), "{rule}: {told:?}");
    }
}

/// Nothing grows, or runs straight, from a year that is not before the one it is due in.
#[test]
fn a_baseline_is_of_a_year_before_its_target_is_due() {
    let rule = "operator = \"≥\"\nthreshold = 60\nbaseline = 50\ndue = 2022\n";
    for (more, expected) in [
        ("[[adjust]]\nindicator = \"b\"\nfrom = 2023\nthreshold = 70\nbaseline-year = 2022", true),
        ("[[adjust]]\nindicator = \"b\"\nfrom = 2022\nthreshold = 70\nbaseline-year = 2021", false),
        (
            "[[adjust]]\nindicator = \"b\"\nfrom = 2024\nregion = \"0101\"\nthreshold = 70\nbaseline-year = 2023",
            true,
        ),
        (
            "[[adjust]]\nindicator = \"b\"\nfrom = 2024\nthreshold = 70\nbaseline-year = 2023\ndue = 2025",
            false,
        ),
    ] {
        let text = format!("{HEAD}{REGIONS}{}", indicator("%", &format!("{rule}{more}")));
        let told = faults(&[("a.toml", &text)], None);
        let codes: Vec<&str> = told.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, &["plan/baseline-year"][..usize::from(expected)], "{more}");
    }
}

#[test]
fn a_name_that_regions_share_wants_a_code() {
    let head = format!("{HEAD}roster = \"r.csv\"\n");
    let roster =
        "code,name,level,within\n01,甲市,city,\n0101,和平村,county,01\n0102,和平村,county,01\n";
    let of = |name: &str| {
        let more = format!(
            "operator = \"≥\"\nthreshold = 9\nregions = {{ {name} = {{ threshold = 5 }} }}"
        );
        let text = format!("{head}{}", indicator("%", &more));
        faults(&[("a.toml", &text)], Some(roster.as_bytes()))
    };
    assert_eq!(of("\"和平村\"")[0].0, "plan/shared-region");
    assert_eq!(of("\"0102\""), []);
}

/// The requirements of an indicator in the plan as data, with what it is put beside them.
#[test]
fn the_plan_as_data_demands_what_is_listed_of_its_requirements() {
    let rule = r#"
        operator = "≥"
        threshold = 100
        baseline = 40.50
        milestones = { 2023 = 70 }
        regions = { "乙县" = { threshold = 70 } }
        by-region = "same""#;
    let written = format!("{HEAD}{REGIONS}{}", indicator("户", rule));
    let written = load(&[("rules.toml", &written)], None);
    for plan in [written.unwrap(), Plan::built_in().unwrap()] {
        let (mut record, mut listed) = (Vec::new(), Vec::new());
        plan_json(&judge::plan_record(&plan, None), false, &mut record).unwrap();
        let requirements = judge::requirements(&plan, &judge::Asked::default());
        requirements_json(&requirements, &mut listed).unwrap();
        let [record, listed]: [Value; 2] =
            [record, listed].map(|text| serde_json::from_slice(&text).unwrap());
        let indicators = record["indicators"].as_array().unwrap();
        assert_eq!(indicators.len(), plan.indicators.len());
        assert_eq!(record["regions"].as_array().unwrap().len(), plan.regions.len());
        let with_facts = |indicator: &Value| -> Vec<Value> {
            let rows = indicator["requirements"].as_array().unwrap().iter().cloned();
            let facts = [
                "indicator",
                "number",
                "name",
                "attribute",
                "unit",
                "per",
                "form",
                "scope",
                "roll_up",
            ];
            let row = |mut row: Value| {
                facts.iter().for_each(|key| row[*key] = indicator[*key].clone());
                row
            };
            rows.map(row).collect()
        };
        let told: Vec<Value> = indicators.iter().flat_map(with_facts).collect();
        assert!(!told.is_empty());
        assert_eq!(&told, listed["requirements"].as_array().unwrap());
    }
}

/// A plan of one rate as SQL.
#[expect(clippy::unwrap_used, reason = "a helper of tests")]
fn written(text: &str, dialect: Dialect, emit: Emit) -> String {
    let plan = load(&[("p.toml", text)], None).unwrap();
    let rules = judge::ruleset(&plan, 2023, &judge::Options::default()).unwrap();
    let columns = FIELDS.map(|[_, field]| Some(field.to_owned()));
    let roster = (emit != Emit::Tables).then(|| "a\"b.c'd".to_owned());
    let cells = Cells::Text;
    let figures = Figures { table: "submission".to_owned(), columns, cells, roster };
    sql(&Query { rules, figures, dialect, emit })
}

const AT_LEAST: &str = "operator = \"≥\"\nthreshold = 60";

#[test]
fn no_text_of_a_plan_begins_a_template() {
    for mark in ["{{ x }}", "{% raw %}", "{# x", "${x}", "{{{", "{{%"] {
        let head = HEAD.replace("规划", &format!("规划{mark}"));
        let regions = REGIONS.replace("乙县", &format!("{mark}县"));
        let more = format!("{AT_LEAST}\ncite = \"第{mark}行\"");
        let rule = indicator(mark, &more).replace("项目", &format!("项{mark}目"));
        for dialect in [Dialect::DuckDb, Dialect::PostgreSql, Dialect::Spark] {
            for emit in [Emit::Verdicts, Emit::Tables, Emit::Roster] {
                let text = written(&format!("{head}{regions}{rule}"), dialect, emit);
                let begun = ["{{", "{%", "{#", "${"].map(|of| text.contains(of));
                assert_eq!(begun, [false; 4], "{mark}: {text}");
                let whole = text.replace("' || '", "");
                let names = ["县", "目", "行"].map(|end| whole.contains(&format!("{mark}{end}'")));
                let is_of_rules = emit != Emit::Roster;
                assert_eq!(names, [emit != Emit::Verdicts, is_of_rules, is_of_rules], "{mark}");
            }
        }
    }
    let usual = format!("{HEAD}{REGIONS}{}", indicator("{ %}", AT_LEAST));
    assert!(written(&usual, Dialect::DuckDb, Emit::Tables).contains(", '{ %}', "));
}

#[test]
fn a_table_of_regions_is_known_by_what_is_in_it() {
    let query = |head: &str, regions: &str, emit| {
        let rule = indicator("%", AT_LEAST);
        written(&format!("{head}{regions}{rule}"), Dialect::DuckDb, emit)
    };
    let digest = |head: &str, regions: &str| {
        let text = query(head, regions, Emit::Verdicts);
        assert!(text.contains("FROM \"a\"\"b\".\"c'd\"") && !text.contains("乙县"));
        let (_, behind) = text.split_once("WHERE roster = ").unwrap();
        behind[..18].to_owned()
    };
    let own = digest(HEAD, REGIONS);
    let made = query(HEAD, REGIONS, Emit::Roster);
    assert!(made.contains("CREATE TABLE \"a\"\"b\".\"c'd\"") && made.contains("'乙县'"));
    assert_eq!(made.matches(&own).count(), 2 + 4, "two regions, and their names and codes");
    for (head, regions, is_same) in [
        (HEAD.replace("规划", "另一个"), REGIONS.to_owned(), true),
        (HEAD.to_owned(), REGIONS.replace("乙县", "丙县"), false),
        (HEAD.to_owned(), REGIONS.replace("\"0101\"", "\"0102\""), false),
        (HEAD.to_owned(), format!("{REGIONS}aliases = [\"乙\"]\n"), false),
    ] {
        assert_eq!(digest(&head, &regions) == own, is_same, "{regions}");
    }
}
