//! Rows of units and of column numbers between headings and data.

use super::{SPORTS, WORK, judged};

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

/// Two regions, each over a column for its first and one for its last figure of the year.
fn spread(first: &str, last: &str) -> [(&'static str, String); 7] {
    [
        (
            "2023.csv",
            format!(
                "指标,定海区,,普陀区,\n,{first},{last},{first},{last}\nW,54.61%,57.20%,53.99%,56.10%\n"
            ),
        ),
        (
            "2023.csv",
            format!(
                "地区,W,,S,\n,{first},{last},{first},{last}\n定海区,54.61%,57.20%,92%,93.11%\n"
            ),
        ),
        ("定海区2023.csv", format!("指标,数值,\n,{first},{last}\nW,54.61%,57.20%\n")),
        ("2023.csv", format!("地区,指标,数值,\n,,{first},{last}\n定海区,W,54.61%,57.20%\n")),
        (
            "2023.csv",
            format!("年份,地区,指标,数值,\n,,,{first},{last}\n2023,定海区,W,54.61%,57.20%\n"),
        ),
        ("2023.csv", format!("指标,定海区,普陀区\n,{first},{first}\nW,54.61%,53.99%\n")),
        ("2023.csv", format!("地区,W,S\n,{first},{first}\n定海区,54.61%,92%\n")),
    ]
}

#[test]
fn a_second_row_of_headings_that_is_not_understood_keeps_its_columns_from_being_read() {
    for (first, last) in [
        ("6月底", "12月底"),
        ("6月末", "12月末"),
        ("6月", "12月"),
        ("1-6月", "1-12月"),
        ("Q1", "Q4"),
        ("H1", "H2"),
        ("第1期", "第2期"),
        ("6.30", "12.31"),
        ("2023.6", "2023.12"),
        ("202306", "202312"),
        ("6/30", "12/31"),
        ("A组", "B组"),
    ] {
        for (name, text) in spread(first, last) {
            let found = judged(name, &text);
            assert_ne!(found.value("定海区", WORK), Some("54.61"), "{text}");
            assert!(!found.errors.is_empty(), "{text}");
        }
    }
    // Numbers of columns go up by one.
    for (name, text) in spread("1", "2").iter().filter(|(_, text)| !text.contains(",1,2\n")) {
        assert_ne!(judged(name, text).value("定海区", WORK), Some("54.61"), "{text}");
    }
}

#[test]
fn a_time_before_the_second_row_of_headings_changes_nothing() {
    for row in ["时段,6月底,6月底", "6月底,6月底,6月底", "时间,Q1,Q1", "期别,第1期,第1期"]
    {
        let found = judged("2023.csv", &format!("指标,定海区,普陀区\n{row}\nW,54.61%,53.99%\n"));
        assert_eq!(found.value("定海区", WORK), None, "{row}");
        assert_eq!(found.value("普陀区", WORK), None, "{row}");
        assert!(!found.errors.is_empty(), "{row}");
    }
}

#[test]
fn a_row_of_figures_without_a_name_is_no_heading() {
    for row in [",57.20%,93.11%", ",57.2,93.1", ",约57%,约93%", ",3512,6140", "某区,57.2,12"] {
        let found = judged("2023.csv", &format!("地区,W,S\n{row}\n普陀区,56.1%,92.6%\n"));
        assert_eq!(found.value("普陀区", WORK), Some("56.1"), "{row}");
        assert_eq!(found.value("普陀区", SPORTS), Some("92.6"), "{row}");
        assert!(found.errors.contains(&"submission/unknown-region"), "{row}");
    }
    for row in [",—,—", ",,", ",%,%", ",1,2"] {
        let found = judged("2023.csv", &format!("地区,W,S\n{row}\n普陀区,56.1%,92.6%\n"));
        assert_eq!(found.value("普陀区", WORK), Some("56.1"), "{row}");
    }
}
