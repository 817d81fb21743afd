//! Which form of rule a target becomes.

use super::*;

#[test]
fn brackets_are_a_total_of_all_years() {
    let fall = "unit = \"%\"; form = \"change\"; operator = \"≤\"; threshold = -13.5; change = \"percent\"";
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
            "unit = \"%\"; form = \"change\"; operator = \"≥\"; threshold = 30; change = \"percent\"",
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
