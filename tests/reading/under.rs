//! Rows of units and of column numbers between headings and data.

use super::{WORK, judged};

fn table(row: &str) -> super::Judged {
    judged("2023.csv", &format!("地区,指标,分子,分母,数值\n{row}\n定海区,W,3512,6140,57.20\n"))
}

#[test]
fn rows_of_units_and_of_column_numbers_are_no_data() {
    for row in [
        "甲,乙,1,2,3",
        "（甲）,（乙）,（1）,（2）,（3）",
        "A,B,1,2,3",
        "栏次,,1,2,3",
        ",,人,人,%",
        "单位,,人,人,%",
        "计量单位,—,人,人,（%）",
        ",,人,人,%\n甲,乙,1,2,3",
    ] {
        table(row).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_row_of_other_units_keeps_the_figures_from_being_read() {
    for row in [",,人,人,‰", ",,万人,万人,%", "单位,,元,元,%"] {
        let found = table(row);
        assert_eq!(found.value("定海区", WORK), None, "{row}");
        assert!(!found.errors.is_empty(), "{row}");
    }
}

#[test]
fn a_row_with_a_name_is_data_whatever_its_figures() {
    // Indicators have numbers: 1 may be the first indicator, and 2 its value.
    let found = judged("定海区2023.csv", "指标,数值\n9,57.2\n14,93.1\n");
    found.reads(&[("定海区", WORK, "57.2")]);
    let found = judged("2023.csv", "地区,W\n定海区,1\n普陀区,2\n");
    assert!(!found.codes().contains(&"submission/column-numbers"));
}
