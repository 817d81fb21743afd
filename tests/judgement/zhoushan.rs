//! The built-in plan against the document it is taken from.

use super::*;

/// “十四五”时期残疾人事业发展主要指标, as the document prints it.
const MAIN: [[&str; 5]; 16] = [
    ["1", "残疾人家庭人均可支配收入年均增长", "预期性", "9.03%", "与 GDP 增长同步"],
    ["2", "困难残疾人生活补贴覆盖率", "约束性", "99.93%", ">99%"],
    ["3", "重度残疾人护理补贴覆盖率", "约束性", "99.03%", ">99%"],
    ["4", "残疾人之家覆盖率", "约束性", "88.89%", "≥90%"],
    ["5", "残疾人专业托养机构覆盖率", "约束性", "60%", ">90%"],
    ["6", "规范化残疾儿童康复机构覆盖率", "约束性", "—", ">90%"],
    ["7", "残疾人城乡居民基本养老保险参保率", "预期性", "97.81%", "≥99%"],
    ["8", "残疾人城乡居民基本医疗保险参保率", "预期性", "98.90%", "≥99%"],
    ["9", "残疾人就业率", "预期性", "49.86%", "≥60%"],
    ["10", "残疾学生接受高中阶段教育比例", "约束性", "93.14%", "≥90%"],
    ["11", "残疾人基本康复服务覆盖率", "约束性", "99.52%", "≥99%"],
    ["12", "残疾人辅助器具适配率", "约束性", "99.27%", "≥99%"],
    ["13", "符合条件残疾人家庭无障碍改造率", "约束性", "96.12%", "≥95%"],
    ["14", "残疾人文体服务覆盖率", "预期性", "88.55%", "≥95%"],
    ["15", "持证残疾人家庭医生签约服务率", "约束性", "84.71%", "≥90%"],
    ["16", "劳动年龄段未就业有就业意愿的残疾人接受职业技能培训覆盖率", "预期性", "40%", "≥80%"],
];

fn built_in() -> Plan {
    Plan::built_in().unwrap()
}

#[test]
fn the_main_indicators_have_the_values_that_the_document_prints() {
    let plan = built_in();
    let main = plan.indicators.iter().filter(|i| i.attribute != Attribute::Task);
    let found: Vec<[String; 5]> = main
        .map(|indicator| {
            let attribute = match indicator.attribute {
                Attribute::Binding => "约束性",
                Attribute::Anticipatory => "预期性",
                Attribute::Task => "任务",
            };
            let unit = &*indicator.measure.unit;
            let target = match (&indicator.target.aim, indicator.target.form) {
                (Aim::Number { bound: Condition::Compare(comparison, bound), .. }, Form::Level) => {
                    format!("{}{}{unit}", comparison.sign(), shown::alone(bound).text)
                }
                (Aim::Relative(relation), Form::Relative) => {
                    assert_eq!(relation.comparison, Comparison::AtLeast);
                    assert_eq!(plan.reference(relation.reference).unwrap().id, "gdp-growth");
                    "与 GDP 增长同步".to_owned()
                }
                other => panic!("{other:?}"),
            };
            [
                indicator.number.clone().unwrap(),
                indicator.name.to_string(),
                attribute.to_owned(),
                indicator.baseline.map_or("—".to_owned(), |value| format!("{value}{unit}")),
                target,
            ]
        })
        .collect();
    assert_eq!(found, MAIN.map(|row| row.map(str::to_owned)));
    let head = &plan.head;
    assert_eq!([head.baseline_year, head.first_year, head.target_year], [2020, 2021, 2025]);
}

/// How the city stands if a year's values are those of the table's column 基期值: in 2023,
/// and in 2025 with how far it is from the target. Worked out by hand.
const STANDS: [[&str; 4]; 16] = [
    ["1", "missing", "missing", "—"], // no GDP figure to hold 9.03 against
    ["2", "met", "met", "0.93"],      // 99.93 > 99
    ["3", "met", "met", "0.03"],      // 99.03 > 99
    ["4", "behind", "not_met", "-1.11"], // 88.89 < 90
    ["5", "behind", "not_met", "-30"], // 60 < 90
    ["6", "missing", "missing", "—"], // the table has none
    ["7", "behind", "not_met", "-1.19"], // 97.81 < 99
    ["8", "behind", "not_met", "-0.10"], // 98.90 < 99
    ["9", "behind", "not_met", "-10.14"], // 49.86 < 60
    ["10", "met", "met", "3.14"],     // 93.14 ≥ 90
    ["11", "met", "met", "0.52"],     // 99.52 ≥ 99
    ["12", "met", "met", "0.27"],     // 99.27 ≥ 99
    ["13", "met", "met", "1.12"],     // 96.12 ≥ 95
    ["14", "behind", "not_met", "-6.45"], // 88.55 < 95
    ["15", "behind", "not_met", "-5.29"], // 84.71 < 90
    ["16", "behind", "not_met", "-40"], // 40 < 80
];

/// The document's baseline, sent as a submission of another year.
fn as_of_year(year: u16) -> Run {
    let rows = include_str!("../../data/2020.csv");
    Run::default().file("city.csv", rows.replace("\n2020,", &format!("\n{year},"))).region("舟山市")
}

#[test]
fn the_documents_baseline_as_a_submission_stands_where_its_table_says() {
    for (at, year, basis) in [(1, 2023, "pace"), (2, 2025, "target")] {
        let report = as_of_year(year).judge(&built_in());
        let found: Vec<[&str; 2]> = report
            .rows()
            .map(|row| {
                assert_eq!((&*row.region().name, row.year()), ("舟山市", year));
                [row.indicator().number.as_deref().unwrap(), row.outcome().word()]
            })
            .collect();
        assert_eq!(found, STANDS.map(|row| [row[0], row[at]]), "{year}");
        for row in report.rows().filter(|row| row.value().is_some() && row.requirement().is_some())
        {
            let kept = if year == 2025 { "target" } else { "kept" };
            let expected = if row.outcome() == Outcome::Met { kept } else { basis };
            assert_eq!(row.requirement().unwrap().basis.word(), expected);
        }
        assert_eq!(report.exit, Exit::Incomplete);
        let no_reference = messages(&report, "judgement/no-reference", Lang::Zh);
        assert_eq!(no_reference.len(), 1);
        assert!(no_reference[0].contains("GDP年均增长率"), "{no_reference:?}");
    }
}

#[test]
fn the_documents_baseline_is_as_far_from_the_targets_as_its_table_says() {
    let report = as_of_year(2025).judge(&built_in());
    let json = json(&report);
    let margins = json["results"].as_array().unwrap().iter().map(|result| {
        [&result["number"], &result["margin"]["value"]].map(|text| text.as_str().unwrap_or("—"))
    });
    assert_eq!(margins.collect::<Vec<_>>(), STANDS.map(|row| [row[0], row[3]]));
    assert_eq!(common::tally(&report), [("met", 6), ("missing", 2), ("not_met", 8)].into());
}

#[test]
fn income_is_in_step_with_a_gdp_that_grew_as_much() {
    for (gdp, expected) in [("9.02%", "met"), ("9.03%", "met"), ("9.04%", "not_met")] {
        let row = format!("2025,舟山市,GDP年均增长率,{gdp},,,");
        let report = as_of_year(2025).file("gdp.csv", common::sheet(&[row])).judge(&built_in());
        let income = common::row(&report, "household-income-growth", "舟山市").unwrap();
        assert_eq!(income.outcome().word(), expected, "{gdp}");
    }
}

#[test]
fn without_pace_the_first_year_stands_as_the_target_year_does() {
    let report = as_of_year(2021).against(Against::Target).judge(&built_in());
    let found: Vec<_> = report.rows().map(|row| row.outcome().word()).collect();
    assert_eq!(found, STANDS.map(|row| row[2]));
}

#[test]
fn the_baseline_year_itself_is_history_and_not_judged() {
    let report = as_of_year(2020).judge(&built_in());
    assert_eq!((report.rows().count(), report.exit), (0, Exit::Incomplete));
    assert!(codes(&report).contains(&"judgement/years-before"));
}
