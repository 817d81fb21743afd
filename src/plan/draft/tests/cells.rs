//! Single cells: signs, numbers, units, and what can't be read.

use super::*;

#[test]
fn a_sign_or_a_word_for_it_is_the_operator() {
    let at_least = "unit = \"%\"; baseline = 80; operator = \"≥\"; threshold = 95";
    for target in [
        "≥95%",
        "＞＝95％",
        ">=95",
        "95%以上",
        "95%及以上",
        "95%以上（含）",
        "不低于95%",
        "至少95%",
        "达到95%",
        "提高到95%",
        "确保达到95%",
        "大于等于95%",
        " 95 % 以上 ",
        "95",
    ] {
        assert_eq!(drafted("参保率（%）", "80", target, "—"), at_least, "{target}");
    }
    let signed = |sign: &str| format!("unit = \"%\"; operator = \"{sign}\"; threshold = 5.5");
    for (sign, targets) in [
        (">", ["＞5.5", "超过5.5%", "高于5.5%"]),
        ("<", ["<5.5", "低于5.5%", "小于5.5%"]),
        ("≤", ["≤5.5", "不超过5.5%", "5.5%以内"]),
        ("≤", ["≦5.5", "降至5.5%", "下降到5.5%"]),
        ("=", ["=5.5", "等于5.5", "＝5.5％"]),
    ] {
        for target in targets {
            assert_eq!(drafted("某率（%）", "—", target, "—"), signed(sign), "{target}");
        }
    }
}

#[test]
fn a_number_stays_as_printed() {
    for (printed, written) in [
        ("98.90", "98.90"),
        ("1,234.50", "1234.50"),
        ("１２", "12"),
        ("0.10", "0.10"),
        ("007", "7"),
    ] {
        let drafted = drafted("数量（个）", printed, printed, "");
        let expected = format!("baseline = {written}; operator = \"≥\"; threshold = {written}");
        assert_eq!(drafted, format!("unit = \"个\"; {expected}"), "{printed}");
    }
}

#[test]
fn the_unit_is_the_cell_s_or_the_name_s() {
    each(&[
        ("培训", "—", "不少于700人次", "", "unit = \"人次\"; operator = \"≥\"; threshold = 700"),
        ("培训（人）", "—", "200万", "", "unit = \"人\"; operator = \"≥\"; threshold = 2000000"),
        ("培训（万人）", "—", "200万", "", "unit = \"万人\"; operator = \"≥\"; threshold = 200"),
        (
            "产值",
            "",
            "≥1.2万亿元",
            "",
            "unit = \"元\"; operator = \"≥\"; threshold = 1200000000000",
        ),
        ("能力（亿吨）", "—", ">6.5", "—", "unit = \"亿吨\"; operator = \">\"; threshold = 6.5"),
        (
            "机构",
            "5",
            "6",
            "",
            "unit = \"（填写单位）\"; baseline = 5; operator = \"≥\"; threshold = 6",
        ),
        // Of a unit in the baseline alone.
        ("机构", "5家", "6", "", "unit = \"家\"; baseline = 5; operator = \"≥\"; threshold = 6"),
    ]);
    let clash = notes("培训（户）", "", "700人次", "");
    assert!(clash.contains("格里的单位是“人次”，表里写“户”"), "{clash}");
    let scale = notes("培训（人）", "150", "200万", "");
    assert!(scale.contains("目标值带“万”或“亿”，基期值没有"), "{scale}");
}

#[test]
fn a_range_is_between() {
    let expected = "unit = \"个\"; operator = \"between\"; threshold = [2, 3]";
    for target in ["2-3个", "2—3个", "2～3个", "2至3个", "2个-3个"] {
        assert_eq!(drafted("机构", "", target, ""), expected, "{target}");
    }
    let scaled = "unit = \"人\"; operator = \"between\"; threshold = [20000, 30000]";
    assert_eq!(drafted("机构", "", "2-3万人", ""), scaled);
    assert!(drafted("机构", "", "3-2个", "").starts_with("# "));
}

#[test]
fn what_can_t_be_read_stays_with_its_reason() {
    let words = "# 目标是文字，没有可比较的数；若只列出、不判定，可写 form = \"words\"";
    let several = "# 一格里不止一个数或一个条件，请拆成几条规则";
    each(&[
        ("增长（%）", "2.3", "—", "保持在合理区间、各年度视情提出", words),
        ("增长（%）", "2.3", "稳步提高", "", words),
        ("增长（%）", "2.3", "基本全覆盖", "", words),
        ("投入增长（%）", "—", "—", ">7、力争投入强度高于“十三五”时期实际", several),
        ("机构（家）", "—", "3家以上（国家级1家）", "", several),
        ("某率（%）", "—", "65，70", "", several),
        ("某率（%）", "—", "≥95%，与GDP增长同步", "", several),
        ("某率（%）", "—", "—", "—", "# 没有目标值"),
        ("某率（%）", "5", "", "", "# 没有目标值"),
        ("—", "5", "6", "", "# 没有指标名称"),
        ("机构", "", "3个示范点", "", "# 数旁边的文字读不准，请自行写成规则"),
        ("机构", "", "3斗", "", "# 不认识数后面的“斗”"),
        ("机构", "", "建成3家", "", "# 数旁边的文字读不准，请自行写成规则"),
        ("某率（%）", "", "不低于95%以下", "", "# 数前和数后的话方向相反，或说了两次"),
        (
            "某率（%）",
            "",
            "低于全国平均水平",
            "",
            "# “低于”另一数列：规则只能写不低于（≥）、高于（>）",
        ),
        ("数量（个）", "", "1234567890123456789", "", "# 数太长（最多 18 位）"),
        ("数量（个）", "", "99999999999999万亿", "", "# 数太长（最多 18 位）"),
    ]);
    let about = drafted("某率（%）", "20", "23%左右", "");
    assert!(about.contains("“左右”没有说允许差多少"), "{about}");
    let high = drafted("毛入学率（%）", "", "≥105%", "");
    assert!(high.contains("105 超出单位“%”的界限"), "{high}");
    let above = drafted("某率（%）", "", ">100%", "");
    assert!(above.contains("没有数值能满足 > 100"), "{above}");
    let doubled = drafted("收入（元）", "—", "翻一番", "");
    assert!(doubled.contains("翻番没有基期值"), "{doubled}");
}

#[test]
fn a_rule_that_lacks_one_number_is_there_behind_hashes() {
    for (name, baseline, target, [operator, key]) in [
        ("某率（%）", "20", "23%左右", ["≥", "about"]),
        ("某率（%）", "", "约23%", ["≥", "about"]),
        ("登记失业率（%）", "20", "23%左右", ["≤", "about"]),
        // Nothing says which side is better.
        ("某率（%）", "30", "23%左右", ["±", "tolerance"]),
    ] {
        let about = notes(name, baseline, target, "");
        let lines = [
            "[[indicator]]".to_owned(),
            format!("operator = \"{operator}\""),
            "threshold = 23".to_owned(),
            format!("{key} = ?  # 填写：允许差多少"),
        ];
        assert!(lines.iter().all(|line| about.lines().any(|there| there == line)), "{about}");
    }
}

#[test]
fn a_baseline_that_is_no_figure_is_said_and_not_written() {
    for (baseline, why) in [
        (">95", "不是一个确定的数"),
        ("95左右", "不是一个确定的数"),
        ("〔95〕", "是累计数"),
        ("95人", "与目标值的单位不同"),
        ("105", "超出单位的界限"),
        ("-1", "超出单位的界限"),
        ("较高", "不是一个确定的数"),
    ] {
        let rule = drafted("某率（%）", baseline, "≥96", "");
        assert_eq!(rule, "unit = \"%\"; operator = \"≥\"; threshold = 96", "{baseline}");
        let said = notes("某率（%）", baseline, "≥96", "");
        assert!(said.contains(&format!("原表的基期值“{baseline}”{why}")), "{said}");
    }
    let marked = notes("某率（%）", "60.6*", "≥96", "");
    assert!(marked.contains("原表的基期值带有注号"), "{marked}");
}
