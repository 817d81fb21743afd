//! Rows, headers and whole tables.

use super::*;

#[test]
fn a_series_is_a_reference() {
    let relative =
        |sign: &str| format!("unit = \"%\"; operator = \"{sign}\"; reference = \"gdp-growth\"");
    for target in
        ["与GDP增长同步", "与 GDP 增长基本同步", "与国内生产总值增长基本同步", "不低于GDP增长"]
    {
        assert_eq!(drafted("收入增长", "", target, ""), relative("≥"), "{target}");
        assert_eq!(drafted("收入增长", "", "—", target), relative("≥"), "{target}");
    }
    assert_eq!(drafted("劳动生产率增长（%）", "", "—", "高于GDP增长"), relative(">"));
    let with_baseline =
        "unit = \"%\"; baseline = 9.03; operator = \"≥\"; reference = \"gdp-growth\"";
    assert_eq!(drafted("收入增长", "9.03%", "与GDP增长同步", ""), with_baseline);
    let table = "指标,2025年目标\n甲率,高于全省平均水平\n乙率,高于全省平均水平\n丙增长,与GDP增长同步\n丁增长,高于GDP增速\n";
    let draft = draft("表.csv", table.as_bytes()).unwrap();
    let names = ["甲率（全省平均水平）", "乙率（全省平均水平）", "GDP增长率"];
    assert_eq!(draft.toml.matches("\n[[reference]]\n").count(), 3);
    assert!(names.iter().all(|name| draft.toml.contains(&format!("name = \"{name}\""))));
    assert!(draft.toml.contains("aliases = [\"GDP增长\", \"GDP增速\"]"));
}

#[test]
fn averages_are_not_summed() {
    let average = draft("表.csv", "指标,2025年\n人均预期寿命（岁）,≥80\n".as_bytes()).unwrap();
    assert!(average.toml.contains("roll-up = \"none\""));
    let count = draft("表.csv", "指标,2025年\n培训（人次/年）,≥80\n".as_bytes()).unwrap();
    assert!(!count.toml.contains("roll-up"));
}

#[test]
fn an_attribute_that_is_none_is_a_task() {
    let of = |attribute: &str| {
        let table = format!("指标,属性,2025年\n甲率（%）,{attribute},≥5\n");
        draft("表.csv", table.as_bytes()).unwrap().toml
    };
    assert!(of("约束性指标").contains("attribute = \"约束性\""));
    assert!(of("预期").contains("attribute = \"预期性\""));
    assert!(of("指导性").contains(
        "# 原表的属性是“指导性”，不是约束性、预期性，写作任务，请核对\nattribute = \"任务\""
    ));
    let none = draft("表.csv", "指标,2025年\n甲率（%）,≥5\n".as_bytes()).unwrap().toml;
    assert!(none.contains("# 原表没有“属性”列") && none.contains("attribute = \"任务\""));
}

#[test]
fn years_that_the_header_does_not_name_are_said_to_be_assumed() {
    let of = |header: &str| {
        draft("表.csv", format!("{header}\n甲率（%）,5,≥6\n").as_bytes()).unwrap().toml
    };
    let years = |toml: &str| -> Vec<String> {
        toml.lines().filter(|line| line.contains("-year = ")).map(str::to_owned).collect()
    };
    let five = |from: u16| {
        [
            format!("baseline-year = {from}"),
            format!("first-year = {}", from + 1),
            format!("target-year = {}", from + 5),
        ]
    };
    for (header, from, assumed) in [
        ("指标,2025年,2030年", 2025, None),
        ("指标,“十四五”现状,“十五五”目标", 2025, None),
        ("指标,基期值,目标值", 2020, Some("表头没有写年份")),
        ("指标,现状值,2030年目标", 2025, Some("表头没有写基期年份")),
        ("指标,2025年现状,目标值", 2025, Some("表头没有写目标年份")),
        ("指标,2030年现状,2030年目标", 2025, Some("表头的基期年份不在目标年份之前")),
    ] {
        let toml = of(header);
        assert_eq!(years(&toml), five(from), "{header}");
        assert_eq!(toml.contains("，请核对\nbaseline-year"), assumed.is_some(), "{header}");
        assert!(assumed.is_none_or(|words| toml.contains(words)), "{header}");
    }
}

#[test]
fn a_row_that_does_not_fit_the_header_is_left() {
    for (row, reason) in [
        ("1,甲率", "这一行只有 2 格，至少要有 4 格"),
        ("1,甲率,1,234,567", "这一行比表头多出“567”"),
    ] {
        let table = format!("序号,指标,2020年,2025年\n{row}\n");
        let draft = draft("表.csv", table.as_bytes()).unwrap();
        assert_eq!((draft.rules, draft.left), (0, 1), "{row}");
        assert!(draft.toml.contains(reason), "{}", draft.toml);
    }
}

#[test]
fn headings_and_words_around_the_table_stay_as_comments() {
    let table = "附表\n序号\t指标\t2025年\n一、就业\n1\t就业率（%）\t≥60\n序号\t指标\t2025年\n2\t参保率（%）\t≥95\n注：略\n";
    let draft = draft("表.tsv", table.as_bytes()).unwrap();
    assert_eq!((draft.rules, draft.left, draft.asides), (2, 0, 4));
    for text in
        ["表外文字：附表", "小标题或表外文字：一、就业", "又一个表头", "小标题或表外文字：注：略"]
    {
        assert!(draft.toml.contains(&format!("# {text}")), "{text}");
    }
}

#[test]
fn ids_and_names_stand_once() {
    let table = "序号,指标,2025年\n2,甲（个）,5\n2,甲（个）,6\n,甲（个）,7\n一,乙（个）,8\n9,GDP增长率（%）,5\n10,丙增长,与GDP增长同步\n";
    let toml = draft("表.csv", table.as_bytes()).unwrap().toml;
    for line in [
        "id = \"indicator-02\"\nnumber = 2\nname = \"甲\"",
        "id = \"indicator-11\"\n# 序号“2”前面已经有了，没有写\n# 名称前面已经有了，加上了行号以便区分，请改\nname = \"甲（第2行）\"",
        "id = \"indicator-12\"\n# 名称前面已经有了，加上了行号以便区分，请改\nname = \"甲（第3行）\"",
        "id = \"indicator-13\"\nnumber = \"一\"\nname = \"乙\"",
        "name = \"GDP增长率（参照）\"",
    ] {
        assert!(toml.contains(line), "{line}\n{toml}");
    }
}

#[test]
fn a_file_without_a_table_is_told_apart() {
    assert_eq!(draft("表", b""), Err(DraftProblem::Empty));
    assert_eq!(draft("表", b" \r\n\t\n"), Err(DraftProblem::Empty));
    assert_eq!(draft("表", "指标,2025年\n".as_bytes()), Err(DraftProblem::Empty));
    assert_eq!(draft("表", b"PK\x03\x04\0\0"), Err(DraftProblem::NotText));
    let first = "年份,地区,数值".to_owned();
    assert_eq!(draft("表", "\n年份,地区,数值\n".as_bytes()), Err(DraftProblem::NoHeader { first }));
}

#[test]
fn a_table_that_is_not_utf_8_says_so() {
    let (bytes, _, _) = encoding_rs::GB18030.encode("指标,2025年\n就业率（%）,≥60\n");
    let draft = draft("表.csv", &bytes).unwrap();
    assert_eq!(draft.rules, 1);
    assert!(draft.toml.contains("按 gb18030 读出"));
}

#[test]
fn a_target_of_a_year_between_is_a_milestone_and_never_dropped() {
    let of = |header: &str, row: &str| {
        draft("表.csv", format!("{header}\n{row}\n").as_bytes()).unwrap().toml
    };
    for header in [
        "指标,2020年基期值,2023年目标,2025年目标",
        "指标,2020年,2023年目标值,目标值",
        "指标,2020年基期值,中期目标（2023年）,2025年目标",
        "指标,2020年现状,2023年中期目标,2025年规划目标",
        "Indicator,Baseline 2020,Target 2023,Target 2025",
    ] {
        let toml = of(header, "就业率（%）,49,55,60");
        let rule = "baseline = 49\n# 原表只有数，按不低于写作 ≥\noperator = \"≥\"\nthreshold = 60\nmilestones = { 2023 = 55 }\n";
        assert!(toml.contains(rule), "{header}\n{toml}");
    }
    let years = of("指标,2020年,2021年,2022年,2025年", "就业率（%）,49,51,53%,60");
    assert!(years.contains("milestones = { 2021 = 51, 2022 = 53 }"), "{years}");
    assert!(years.contains("“2021年”列没有写明是目标，写作 2021 年的年度值，请核对"), "{years}");
    for (header, row, said) in [
        ("指标,2020年,2025年,2035年", "就业率（%）,49,60,70", "“2035年”列另有“70”"),
        ("指标,2020年基期,中期目标,2025年目标", "就业率（%）,49,55,60", "“中期目标”列另有“55”"),
        ("指标,2020年基期,2022年实际,2025年目标", "就业率（%）,49,52,60", "“2022年实际”列另有“52”"),
        ("指标,2020年,2023年目标,2025年目标", "就业率（%）,49,≤55,60", "“2023年目标”列另有“≤55”"),
        ("指标,2020年,2023年目标,2025年目标", "就业率（%）,49,55人,60", "“2023年目标”列另有“55人”"),
        ("指标,2020年,2023年目标,2025年目标", "就业率（%）,49,105,60", "“2023年目标”列另有“105”"),
        (
            "指标,2020年,2023年目标,2025年目标",
            "培训（人次）,,300,〔900〕",
            "“2023年目标”列另有“300”",
        ),
    ] {
        let toml = of(header, row);
        let said = format!("# {said}，没有写成规则，请核对\n");
        assert!(toml.contains(&said) && !toml.contains("milestones ="), "{header}\n{toml}");
    }
}

#[test]
fn an_attribute_is_found_wherever_the_table_has_it() {
    let attributes = |table: &str| -> Vec<String> {
        let toml = draft("表.tsv", table.as_bytes()).unwrap().toml;
        let lines = toml.lines().filter_map(|line| line.strip_prefix("attribute = "));
        lines.map(|line| line.trim_matches('"').to_owned()).collect()
    };
    let both = ["约束性", "预期性"];
    for table in [
        "类别\t指标\t2025年\n约束性\t甲\t5个\n预期性\t乙\t6个\n",
        "指标类别\t指标\t2025年\n约束\t甲\t5个\n预期\t乙\t6个\n",
        "Indicator\tType\tTarget 2025\n甲\tBinding\t5个\n乙\tAnticipatory\t6个\n",
        "指标\t2025年\n约束性指标\t\n甲\t5个\n预期性指标\t\n乙\t6个\n",
        "指标\t2025年\n一、约束性指标（1项）\t\n（一）民生\t\n甲\t5个\n二、预期性指标\t\n乙\t6个\n",
        "指标\t2025年\n甲（约束性）\t5个\n乙（个）（预期性）\t6\n",
    ] {
        assert_eq!(attributes(table), both, "{table}");
    }
    let ended = "指标\t2025年\n约束性指标\t\n甲\t5个\n其他\t\n乙\t6个\n";
    assert_eq!(attributes(ended), ["约束性", "任务"]);
    let merged = "类别\t指标\t2025年\n约束性\t甲\t5个\n\t乙\t6个\n";
    assert_eq!(attributes(merged), ["约束性", "约束性"]);
    let toml = draft("表.tsv", merged.as_bytes()).unwrap().toml;
    assert!(toml.contains("# 原表这一格是空的，照上一行写（合并的单元格），请核对"), "{toml}");
}

#[test]
fn a_row_whose_cells_stand_in_the_wrong_columns_is_left() {
    for row in ["收入年均增长,预期性,8.1%,同步", "三,60%,70%,", "1,约束性,70%,"] {
        let table = format!("序号,指标,2020年,2025年\n{row}\n");
        let draft = draft("表.csv", table.as_bytes()).unwrap();
        assert_eq!((draft.rules, draft.left), (0, 1), "{row}");
        assert!(draft.toml.contains("各格对不上表头"), "{}", draft.toml);
        assert_eq!(draft.unsettled.len(), 1);
    }
}

#[test]
fn what_may_be_the_rest_of_a_broken_row_is_said_at_the_row() {
    let table = "序号\t指标\t2025年\n1\t有就业意愿的残疾人接受\t≥80%\n职业技能培训覆盖率\n2\t参保率\t≥95%\n二、其他\n";
    let toml = draft("表.tsv", table.as_bytes()).unwrap().toml;
    assert_eq!(toml.matches("可能是这一行断开的部分").count(), 1, "{toml}");
}

#[test]
fn the_first_line_names_the_schema_and_what_is_open_is_a_placeholder() {
    let toml = draft("表.csv", "指标,2025年\n甲,5\n".as_bytes()).unwrap().toml;
    assert!(toml.starts_with("#:schema ./schema.json\n"));
    for open in ["id = \"（填写", "title = \"（填写", "code = \"（填写", "unit = \"（填写单位）\""]
    {
        assert!(toml.contains(open), "{open}");
    }
}

#[test]
fn rows_by_the_thousand_are_drafted_in_one_pass() {
    let mut table = "序号,指标,2020年,2023年目标,2025年目标\n".to_owned();
    for row in 1..=5_000 {
        table.push_str(&format!("{row},甲乙率{row}（%）,50,55,60\n"));
    }
    let draft = draft("表.csv", table.as_bytes()).unwrap();
    assert_eq!((draft.rules, draft.left), (5_000, 0));
}

#[test]
fn a_column_that_the_target_may_rest_on_is_never_passed_over() {
    let of = |header: &str, row: &str| {
        draft("表.csv", format!("{header}\n{row}\n").as_bytes()).unwrap().toml
    };
    for (header, row, said) in [
        (
            "指标,2025年目标,甲区,备注",
            "改造（户）,900,500,见附件",
            "“甲区”列另有“500”，没有写成规则",
        ),
        ("指标,2025年目标,权重", "参保率（%）,95,0.2", "“权重”列另有“0.2”，没有写成规则"),
        (
            "指标,2025年目标,完成时限",
            "参保率（%）,95,2023年底前",
            "完成时限是“2023年底前”，规则按 2025 年",
        ),
    ] {
        let toml = of(header, row);
        assert!(toml.contains(said), "{toml}");
    }
    for (header, row) in [
        ("指标,2025年目标,完成时限", "参保率（%）,95,2025年底"),
        ("指标,2025年目标,责任单位", "参保率（%）,95,残联"),
        ("指标,2025年目标,领域", "参保率（%）,95,民生"),
    ] {
        let toml = of(header, row);
        assert!(!toml.contains("请核对\nmilestones") && !toml.contains("没有写成规则，"), "{toml}");
    }
    for (direction, operator) in [("逆向", "≤"), ("正向", "≥"), ("负向指标", "≤")] {
        let row = format!("满意度（%）,95,94,{direction}");
        let toml = of("指标,2020年,2025年,指标方向", &row);
        assert!(toml.contains(&format!("operator = \"{operator}\"")), "{toml}");
    }
}

#[test]
fn a_column_of_growth_totals_or_changes_is_never_read_as_a_level() {
    let of = |header: &str, row: &str| {
        draft("表.csv", format!("{header}\n{row}\n").as_bytes()).unwrap().toml
    };
    let growth = "unit = \"%\"; growth = true; operator = \"≥\"; threshold = 7; pace = \"at-end\"";
    for (header, row, expected) in [
        ("指标,2020年,年均增长目标（%）", "产值（亿元）,1500,7", growth),
        ("指标,“十四五”年均增长目标", "产值（亿元）,7%", growth),
        ("指标,2020年,2025年增长目标（%）", "产值（亿元）,1500,7", growth),
        (
            "指标,五年累计目标",
            "培训（人次）,3500",
            "unit = \"人次\"; form = \"sum\"; operator = \"≥\"; threshold = 3500",
        ),
        (
            "指标,2020年,2025年比2020年提高（%）",
            "产值（亿元）,1500,40",
            "unit = \"亿元\"; form = \"change\"; baseline = 1500; operator = \"≥\"; threshold = 40; change = \"percent\"",
        ),
        (
            "指标,2020年基期,累计降低（%）",
            "能耗（吨标准煤/万元）,0.5,14",
            "unit = \"吨标准煤/万元\"; form = \"change\"; baseline = 0.5; operator = \"≤\"; threshold = -14; change = \"percent\"",
        ),
        (
            "指标,每年目标",
            "培训（人次）,700",
            "unit = \"人次\"; form = \"each-year\"; operator = \"≥\"; threshold = 700",
        ),
        (
            "指标,年度任务数",
            "培训（人次）,700",
            "unit = \"人次\"; form = \"each-year\"; operator = \"≥\"; threshold = 700",
        ),
    ] {
        assert_eq!(rule(&of(header, row)), expected, "{header}");
    }
    let left = rule(&of("指标,2020年,比2020年提高", "产值（亿元）,1500,40"));
    assert!(left.starts_with("# 变动多少没有说"), "{left}");
    for header in ["指标,2020年,累计降低（%）", "指标,2020年,年均增长（%）", "指标,2025年,累计"]
    {
        let left = rule(&of(header, "能耗（吨标准煤/万元）,0.5,14"));
        assert!(left.contains("看不出是基期值还是目标值"), "{header}: {left}");
    }
}
