//! Units of counts: a county may call what is counted otherwise than the plan, but what counts
//! something else is no count of it.

use super::{WORK, judged};

/// Files of one county whose counts are in a unit: behind each number, in their headings, and in
/// a title of all columns.
fn counted_in(unit: &str) -> [super::Judged; 3] {
    let cells = format!("地区,指标,分子,分母\n定海区,W,3512{unit},6140{unit}\n");
    let headings = format!("地区,指标,分子（{unit}）,分母（{unit}）\n定海区,W,3512,6140\n");
    let title = format!("单位：{unit},,,\n地区,指标,分子,分母\n定海区,W,3512,6140\n");
    [cells, headings, title].map(|text| judged("2023.csv", &text))
}

#[test]
fn counts_in_what_comes_several_times_or_holds_several_people_are_in_another_unit() {
    for unit in ["人次", "户", "件次", "场次", "家庭", "所", "张床位", "对"] {
        for found in counted_in(unit) {
            assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
            assert!(!found.errors.is_empty(), "{}", found.text);
        }
    }
}

#[test]
fn counts_whose_unit_is_another_word_for_the_same_are_read() {
    for unit in ["人", "名", "位", "个"] {
        for found in counted_in(unit) {
            assert!(found.value("定海区", WORK).is_some(), "{}", found.text);
            assert!(found.errors.is_empty(), "{}: {:?}", found.text, found.errors);
        }
    }
    // 人 above a whole column is said of most of its rows.
    let text = "地区,指标,分子（人）,分母（人）\n定海区,残疾人之家覆盖率,4,4\n定海区,W,3512,6140\n";
    let found = judged("2023.csv", text);
    assert!(found.value("定海区", "残疾人之家覆盖率").is_some(), "{:?}", found.errors);
    assert!(found.value("定海区", WORK).is_some(), "{:?}", found.errors);
    for unit in ["家", "个", "所"] {
        let text = format!("地区,指标,分子,分母\n定海区,残疾人之家覆盖率,4{unit},4{unit}\n");
        let found = judged("2023.csv", &text);
        assert!(found.value("定海区", "残疾人之家覆盖率").is_some(), "{}", found.text);
        assert!(found.errors.is_empty(), "{}: {:?}", found.text, found.errors);
    }
}

#[test]
fn words_in_brackets_behind_an_indicator_that_are_no_unit_are_not_called_one() {
    for words in ["快报", "目标", "上年", "旧", "城镇", "初步", "全省"] {
        let found = judged("2023.csv", &format!("地区,指标,数值\n定海区,W（{words}）,57.20%\n"));
        found.refuses(&["定海区"], "submission/indicator-conflict");
        assert!(!found.codes().contains(&"submission/other-unit"), "{}", found.text);
    }
    for unit in ["万户", "亿元", "千人", "单位：吨"] {
        let found = judged("2023.csv", &format!("地区,指标,数值\n定海区,W（{unit}）,57.20%\n"));
        assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
        assert!(!found.codes().contains(&"submission/indicator-conflict"), "{}", found.text);
    }
}

#[test]
fn a_unit_in_brackets_and_a_full_stop_behind_a_number_are_read() {
    for value in ["57.2(%)", "57.2（%）", "57.2%。", "57.20（％）"] {
        judged("2023.csv", &format!("地区,指标,数值\n定海区,W,{value}\n")).reads(&[(
            "定海区",
            WORK,
            "57.2",
        )]);
    }
    for value in ["57.2(预计)", "57.2(‰)", "57.2(人)", "57.2%。1", "57.2(%", "57.2。%"] {
        let found = judged("2023.csv", &format!("地区,指标,数值\n定海区,W,{value}\n"));
        assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
        assert!(!found.errors.is_empty(), "{}", found.text);
    }
}
