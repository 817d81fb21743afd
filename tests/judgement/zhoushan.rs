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
            let unit = &indicator.measure.unit;
            let target = match &indicator.target {
                Target::Level(Bound::Compare { comparison, threshold }) => {
                    format!("{}{threshold}{unit}", comparison.sign())
                }
                Target::Relative { comparison: Comparison::AtLeast, reference, .. } => {
                    assert_eq!(plan.reference(*reference).unwrap().id, "gdp-growth");
                    "与 GDP 增长同步".to_owned()
                }
                other => panic!("{other:?}"),
            };
            [
                indicator.number.clone().unwrap(),
                indicator.name.clone(),
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

#[test]
fn the_city_in_the_baseline_year_stands_where_the_documents_table_says() {
    let run = Run::default().file("data/2020.csv", include_str!("../../data/2020.csv"));
    let report = run.region("舟山市").judge(&built_in());
    // Every value is its baseline: the target holds already, or the line begins here.
    let expected: BTreeMap<&str, Outcome> = BTreeMap::from([
        ("1", Outcome::Missing), // no GDP figure to hold it against
        ("2", Outcome::Met),     // 99.93 > 99
        ("3", Outcome::Met),     // 99.03 > 99
        ("4", Outcome::OnPace),  // 88.89 < 90
        ("5", Outcome::OnPace),  // 60 < 90
        ("6", Outcome::Missing), // —
        ("7", Outcome::OnPace),  // 97.81 < 99
        ("8", Outcome::OnPace),  // 98.90 < 99
        ("9", Outcome::OnPace),  // 49.86 < 60
        ("10", Outcome::Met),    // 93.14 ≥ 90
        ("11", Outcome::Met),    // 99.52 ≥ 99
        ("12", Outcome::Met),    // 99.27 ≥ 99
        ("13", Outcome::Met),    // 96.12 ≥ 95
        ("14", Outcome::OnPace), // 88.55 < 95
        ("15", Outcome::OnPace), // 84.71 < 90
        ("16", Outcome::OnPace), // 40 < 80
    ]);
    let found: BTreeMap<&str, Outcome> = report
        .rows()
        .map(|row| {
            assert_eq!((&*row.region().name, row.year()), ("舟山市", 2020));
            let met = row.outcome() == Outcome::Met;
            if let Some(requirement) = row.requirement().filter(|_| row.value().is_some()) {
                assert_eq!(requirement.basis.word(), if met { "kept" } else { "pace" });
                let on_the_line = row.margin().unwrap().is_zero();
                assert_eq!(on_the_line, !met, "the line begins at the baseline");
            }
            (row.indicator().number.as_deref().unwrap(), row.outcome())
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(report.exit, Exit::Incomplete);
    let no_reference = messages(&report, "judgement/no-reference", Lang::Zh);
    assert_eq!(no_reference.len(), 1);
    assert!(no_reference[0].contains("GDP年均增长率"), "{no_reference:?}");
}
