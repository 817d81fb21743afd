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
