//! The table of a plan whose rules have faults of their own.

use super::*;

/// What is told of a table where a line of the rules is another.
fn told_of(right: &str, wrong: &str, table: &str) -> Vec<String> {
    assert!(RULES.contains(right), "{right}");
    told(load_with(&RULES.replacen(right, wrong, 1), "分解表.csv", table.as_bytes()))
}

#[test]
fn the_cells_of_a_faulty_rule_are_read_in_the_same_run() {
    for (right, wrong, table, of_table) in [
        // A word that is not known, a key that is lacking, a number beyond its limits.
        (
            "attribute = \"约束性\"\nunit = \"%\"",
            "attribute = \"必须\"\nunit = \"%\"",
            "指标,地区,年份,目标值,基期值\nrate,乙县,2025,好多,150\n就业率,丙县,2030,60,0.5\nrate,戊县,2025,60家,\n",
            &[
                "targets-value | 2 目标值",
                "value-beyond-limit | 2 基期值",
                "targets-year | 3 年份",
                "unknown-region | 4 地区",
            ][..],
        ),
        (
            "name = \"死亡率\"\n",
            "",
            "指标,乙县,丙县\ncap,≥5,约5\ncap,6%,\n",
            &["targets-value | 2 乙县", "targets-value | 2 丙县", "targets-unit | 3 乙县"],
        ),
        (
            "operator = \"≥\"\nthreshold = 60",
            "operator = \"≥\"\nthreshold = 160",
            "地区,rate,rate\n乙县,170,\n丙县,多,60\n",
            &[
                "targets-column-twice | 1 rate",
                "threshold-beyond-limit | 2 rate",
                "targets-value | 3 rate",
            ],
        ),
        // Of what the rule itself does not say rightly nothing is told besides.
        (
            "unit = \"%\"\nbaseline = 50\noperator = \"≥\"",
            "unit = \"%\"\nbaseline = 50\noperator = \"不低于\"",
            "指标,乙县,丙县\nrate,≤60,>70\n就业率,120,好多\n",
            &["threshold-beyond-limit | 3 乙县", "targets-value | 3 丙县"],
        ),
        (
            "unit = \"张\"\nscope",
            "scope",
            "指标,地区,目标值\nwhole,甲市,90户\nwhole,甲市,很多\n",
            &["targets-value | 3 目标值"],
        ),
        // Two numbers of one region and year.
        (
            "form = \"sum\"\noperator = \"≥\"\n",
            "form = \"sum\"\noperator = \"≥\"\nscope = \"village\"\n",
            "指标,地区,目标值\nhomes,乙县,500\n1,0101,500\n",
            &["targets-twice | 3 目标值 | 2 目标值"],
        ),
    ] {
        let told = told_of(right, wrong, table);
        // The places of a rule name no column.
        let (of_rule, found): (Vec<_>, Vec<_>) = told.iter().partition(|it| it.ends_with(" -"));
        assert_eq!(found, of_table, "{wrong}\n{table}");
        assert_eq!(of_rule.len(), 1, "{of_rule:?}");
    }
}

#[test]
fn a_faulty_rule_has_its_regions_in_one_place_too() {
    let wrong =
        "threshold = 900\nscope = \"village\"\n[indicator.regions]\n\"0101\" = { threshold = 5 }";
    let found = told_of("threshold = 900", wrong, "指标,乙县\nhomes,500\n");
    assert_eq!(found[1..], ["targets-also-inline | 2 乙县 | 34 -"]);
}
