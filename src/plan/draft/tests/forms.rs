//! Which form of rule a target becomes.

use super::*;

#[test]
fn brackets_are_a_total_of_all_years() {
    // What is sent is the fall itself.
    let fall = "unit = \"%\"; growth = true; operator = \"≥\"; threshold = 13.5";
    for total in
        ["〔13.5〕", "[13.5]", "［13.5％］", "【13.5】", "〔-13.5〕", "〔≥13.5〕", "≥〔13.5〕"]
    {
        assert_eq!(drafted("单位GDP能源消耗降低（%）", "—", "—", total), fall, "{total}");
        assert_eq!(drafted("单位GDP能源消耗降低（%）", "—", total, ""), fall, "{total}");
    }
    each(&[
        (
            "人均预期寿命（岁）",
            "77.3*",
            "—",
            "〔1〕",
            "unit = \"岁\"; form = \"change\"; baseline = 77.3; operator = \"≥\"; threshold = 1; change = \"absolute\"",
        ),
        (
            "森林覆盖率（%）",
            "23.2",
            "",
            "〔>1〕",
            "unit = \"%\"; form = \"change\"; baseline = 23.2; operator = \">\"; threshold = 1; change = \"absolute\"",
        ),
        (
            "收入增长（%）",
            "—",
            "",
            "〔30〕",
            "unit = \"%\"; growth = true; operator = \"≥\"; threshold = 30",
        ),
        (
            "培训（人次）",
            "—",
            "—",
            "〔3500〕",
            "unit = \"人次\"; form = \"sum\"; operator = \"≥\"; threshold = 3500",
        ),
        (
            "城镇新增就业（万人）",
            "〔65〕",
            "—",
            "〔60〕",
            "unit = \"万人\"; form = \"sum\"; operator = \"≥\"; threshold = 60",
        ),
        (
            "减排量（吨）",
            "—",
            "—",
            "〔500〕",
            "unit = \"吨\"; form = \"sum\"; operator = \"≥\"; threshold = 500",
        ),
        ("某率（%）", "—", "—", "〔5〕", "# 是五年累计，又没有基期值，看不出是变动还是合计"),
    ]);
}

#[test]
fn words_of_movement_are_a_change() {
    each(&[
        (
            "能耗（吨标准煤/万元）",
            "0.5",
            "比2020年下降18%",
            "",
            "unit = \"吨标准煤/万元\"; form = \"change\"; baseline = 0.5; operator = \"≤\"; threshold = -18; change = \"percent\"",
        ),
        (
            "参保率（%）",
            "95",
            "提高2个百分点以上",
            "",
            "unit = \"%\"; form = \"change\"; baseline = 95; operator = \"≥\"; threshold = 2; change = \"absolute\"",
        ),
        (
            "寿命（岁）",
            "77",
            "提高1岁",
            "",
            "unit = \"岁\"; form = \"change\"; baseline = 77; operator = \"≥\"; threshold = 1; change = \"absolute\"",
        ),
        ("能耗（吨）", "5", "比上年下降3%", "", "# 数旁边的文字读不准，请自行写成规则"),
        ("参保率（%）", "95", "2个百分点", "", "# “百分点”是变动多少，格里没有说提高还是降低"),
    ]);
}

#[test]
fn a_bare_number_is_a_lower_bound_except_where_low_is_better() {
    let bare = notes("参保率（%）", "91", "95", "—");
    assert!(bare.contains("原表只有数，按不低于写作 ≥"), "{bare}");
    let low = drafted("城镇登记失业率（%）", "3", "4.5", "");
    assert_eq!(low, "unit = \"%\"; baseline = 3; operator = \"≤\"; threshold = 4.5");
    let check = notes("城镇登记失业率（%）", "3", "4.5", "");
    assert!(check.contains("请务必核对"), "{check}");
    let fall = notes("单位GDP能耗降低（%）", "—", "13.5", "");
    assert!(fall.contains("从名称看是降低多少，按规划期累计读，请核对"), "{fall}");
    assert!(!notes("参保率（%）", "91", "≥95", "—").contains("原表只有数"));
}

#[test]
fn a_target_of_every_year_is_told_from_one_of_the_last() {
    each(&[
        (
            "失业率（%）",
            "5.2",
            "—",
            "<5.5",
            "unit = \"%\"; form = \"kept\"; baseline = 5.2; operator = \"<\"; threshold = 5.5",
        ),
        (
            "参保率（%）",
            "95",
            "保持在95%以上",
            "",
            "unit = \"%\"; form = \"kept\"; baseline = 95; operator = \"≥\"; threshold = 95",
        ),
        (
            "失业率（%）",
            "",
            "控制在5%以内",
            "",
            "unit = \"%\"; form = \"kept\"; operator = \"≤\"; threshold = 5",
        ),
        (
            "失业率（%）",
            "",
            "控制在5%",
            "",
            "unit = \"%\"; form = \"kept\"; operator = \"≤\"; threshold = 5",
        ),
        (
            "培训",
            "",
            "每年不少于700人次",
            "",
            "unit = \"人次\"; form = \"each-year\"; operator = \"≥\"; threshold = 700",
        ),
        (
            "体育活动",
            "",
            "4场次/年",
            "",
            "unit = \"场次\"; form = \"each-year\"; operator = \"≥\"; threshold = 4",
        ),
        (
            "培训（人次）",
            "",
            "—",
            "700",
            "unit = \"人次\"; form = \"each-year\"; operator = \"≥\"; threshold = 700",
        ),
        (
            "收入增长（%）",
            "6",
            "—",
            ">7",
            "unit = \"%\"; growth = true; baseline = 6; operator = \">\"; threshold = 7; pace = \"at-end\"",
        ),
        (
            "产值（亿元）",
            "1512",
            "—",
            "7%",
            "unit = \"%\"; growth = true; operator = \"≥\"; threshold = 7; pace = \"at-end\"",
        ),
        (
            "产值（亿元）",
            "",
            "年均增长7%以上",
            "",
            "unit = \"%\"; growth = true; operator = \"≥\"; threshold = 7; pace = \"at-end\"",
        ),
        (
            "产值（亿元）",
            "1512",
            "2200",
            "7%",
            "unit = \"亿元\"; baseline = 1512; operator = \"≥\"; threshold = 2200",
        ),
    ]);
    let both = notes("产值（亿元）", "1512", "2200", "7%");
    assert!(both.contains("“年均/累计”列另有“7%”，没有写成规则"), "{both}");
}

#[test]
fn doubling_and_full_coverage_have_forms_of_their_own() {
    each(&[
        (
            "收入（元）",
            "23000",
            "翻一番",
            "",
            "unit = \"元\"; form = \"multiple\"; baseline = 23000; operator = \"≥\"; threshold = 2",
        ),
        (
            "收入（元）",
            "23000",
            "比2020年翻两番",
            "",
            "unit = \"元\"; form = \"multiple\"; baseline = 23000; operator = \"≥\"; threshold = 4",
        ),
        ("无障碍", "96%", "全覆盖", "", "unit = \"%\"; form = \"full-coverage\"; baseline = 96"),
        ("无障碍", "", "100%", "", "unit = \"%\"; operator = \"≥\"; threshold = 100"),
        ("无障碍", "", "100%（全覆盖）", "", "unit = \"%\"; operator = \"≥\"; threshold = 100"),
    ]);
}

#[test]
fn a_fall_that_is_sent_as_such_is_never_held_against_levels() {
    let fall = "unit = \"%\"; growth = true; operator = \"≥\"; threshold = 18";
    for (name, baseline, target) in [
        ("单位GDP二氧化碳排放降低（%）", "—", "18"),
        ("单位GDP二氧化碳排放降低（%）", "17.2", "18%以上"),
        ("单位GDP能耗累计下降", "—", "18%"),
        ("能耗下降率（%）", "20", "-18"),
        ("二氧化碳排放", "—", "下降18%"),
        ("二氧化碳排放（%）", "", "比2020年降低18%"),
    ] {
        assert_eq!(drafted(name, baseline, target, ""), fall, "{name} {target}");
    }
    let said = notes("能耗下降率（%）", "20", "18", "");
    assert!(said.contains("报送的就是规划期以来累计降低了多少"), "{said}");
    assert!(said.contains("这种目标不用基期值（原表：20）"), "{said}");
    for target in ["不超过18%", "18-20%", "=18"] {
        let left = drafted("能耗降低（%）", "—", target, "");
        assert!(left.starts_with("# 降低多少与比较的符号对不上"), "{target}: {left}");
    }
    let levels = drafted("贫困人口减少（人）", "820", "400", "");
    assert!(levels.starts_with("# 名称说降低多少，基期值却像是水平"), "{levels}");
}

#[test]
fn a_bare_number_below_its_baseline_is_asked_about() {
    for (name, baseline, target) in [
        ("煤炭消费占比（%）", "44.1", "40"),
        ("卫生厕所普及率（%）", "99.1", "99"),
        ("出生人口性别比（人）", "110.6", "109"),
        ("来访（件次）", "86", "60"),
    ] {
        let rule = drafted(name, baseline, target, "");
        assert!(rule.contains("operator = \"（填写：≥ 或 ≤）\""), "{name}: {rule}");
    }
    for (name, baseline, target, operator) in [
        ("参保率（%）", "99.1", "≥99", "≥"),
        ("参保率（%）", "99.1", "99以上", "≥"),
        ("婴儿死亡率（‰）", "3.6", "3.2", "≤"),
        ("参保率（%）", "99", "99", "≥"),
        ("重大事故（起）", "—", "0", "≤"),
    ] {
        let rule = drafted(name, baseline, target, "");
        assert!(rule.contains(&format!("operator = \"{operator}\"")), "{name}: {rule}");
    }
}

#[test]
fn what_adds_up_is_the_city_s_total_and_an_average_is_its_own() {
    let toml = |name: &str, target: &str| {
        draft("表.csv", format!("指标,2025年\n{name},{target}\n").as_bytes()).unwrap().toml
    };
    for (name, target) in [
        ("无障碍改造（户）", "900"),
        ("培训", "700人次以上"),
        ("托养机构（家）", "〔3〕"),
        ("粮食产能（万吨）", "≥650"),
        ("能源消费总量（万吨标准煤）", "≤2000"),
    ] {
        let toml = toml(name, target);
        assert!(toml.contains("\nscope = \"total\"\n") && !toml.contains("\nroll-up"), "{toml}");
    }
    for (name, target) in [
        ("人均预期寿命（岁）", "≥79"),
        ("每千人口床位（张）", "7"),
        ("能耗（吨标准煤/万元）", "≤0.4"),
        ("孕产妇死亡（‰）", "≤9"),
        ("道路密度（公里）", "≥8"),
    ] {
        let toml = toml(name, target);
        assert!(toml.contains("\nroll-up = \"none\"\n") && !toml.contains("\nscope"), "{toml}");
    }
    assert!(toml("每个县（区）示范点（个）", "2").contains("\nscope = \"each-county\"\n"));
}
