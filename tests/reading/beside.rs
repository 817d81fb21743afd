//! Two columns that say the same of the rows, and tables that stand side by side.

use super::{SPORTS, WORK, judged};

#[test]
fn tables_side_by_side_are_read_each_by_itself() {
    for text in [
        "地区,W,,地区,S\n定海区,57.2%,,嵊泗县,91.3%\n普陀区,56.1%,,定海区,93.1%\n",
        "序号,地区,W,序号,地区,S\n1,定海区,57.2%,1,嵊泗县,91.3%\n2,普陀区,56.1%,2,定海区,93.1%\n",
        "县区,W（%）,县区,S（%）\n定海区,57.2,嵊泗县,91.3\n普陀区,56.1,定海区,93.1\n",
        "指标,定海区,,指标,普陀区\nW,57.2%,,W,56.1%\nS,93.1%,,,\n指标,嵊泗县\nS,91.3%\n",
    ] {
        judged("2023.csv", text).reads(&[
            ("定海区", WORK, "57.2"),
            ("普陀区", WORK, "56.1"),
            ("定海区", SPORTS, "93.1"),
            ("嵊泗县", SPORTS, "91.3"),
        ]);
    }
}

#[test]
fn each_of_two_tables_side_by_side_has_its_own_title() {
    let text = "2023年,,,2022年,\n地区,W,,地区,W\n定海区,57.2%,,普陀区,54.1%\n";
    let found = judged("2023.csv", text);
    assert_eq!(found.value("定海区", WORK), Some("57.2"));
    found.refuses(&["普陀区"], "submission/year-conflict");
}

#[test]
fn a_region_within_another_is_the_one_that_is_meant() {
    for text in [
        "设区市,县（市、区）,指标,数值\n舟山市,定海区,W,57.2\n",
        "地区,县区,指标,数值\n舟山市,定海区,W,57.2\n",
        "县区,地区,指标,数值\n定海区,舟山市,W,57.2\n",
        "地市,县市区,W\n舟山市,定海区,57.2%\n",
        "行政区划代码,地区,指标,数值\n330902,定海区,W,57.2\n",
        ",区县,W\n舟山市,定海区,57.2%\n",
        "地区,指标,数值,所属地区\n定海区,W,57.2,定海区\n",
        "县区,W,设区市\n定海区,57.2%,舟山市\n",
    ] {
        let found = judged("2023.csv", text);
        found.reads(&[("定海区", WORK, "57.2")]);
        let city = found.document["results"]
            .as_array()
            .unwrap()
            .iter()
            .find(|result| result["region"]["name"] == "舟山市" && result["name"] == WORK);
        assert!(city.is_none_or(|city| city["location"].is_null()), "{text}");
    }
}

#[test]
fn two_columns_that_name_different_things_are_an_error() {
    for (text, code) in [
        ("年份,年份,地区,指标,数值\n2023,2023,定海区,W,57.2\n", "submission/duplicate-column"),
        ("年份,年度,地区,指标,数值\n2023,2022,定海区,W,57.2\n", "submission/row-of-something-else"),
        ("地区,指标,指标名称,数值\n定海区,W,S,57.2\n", "submission/duplicate-column"),
        ("地区,县区,指标,数值\n普陀区,定海区,W,57.2\n", "submission/region-conflict"),
        ("行政区划代码,地区,指标,数值\n330903,定海区,W,57.2\n", "submission/region-conflict"),
        ("地区,县区,指标,数值\n舟山市,,W,57.2\n", "submission/unknown-region"),
        ("地区,指标,数值,所属地区\n定海区,W,57.2,岱山县\n", "submission/region-conflict"),
        ("地区,W,县区\n定海区,57.2%,岱山县\n", "submission/region-conflict"),
        ("地区,指标,数值,指标名称\n定海区,W,57.2,S\n", "submission/duplicate-column"),
        ("地区,指标,单位,计量单位,数值\n定海区,W,%,‰,57.2\n", "submission/duplicate-column"),
    ] {
        judged("2023.csv", text).refuses(&["定海区", "普陀区", "舟山市"], code);
    }
}

#[test]
fn columns_may_be_parted_by_strokes() {
    for text in [
        "地区|指标|数值\n定海区|W|57.2%\n普陀区|W|56.1%\n",
        "地区|W|S\n定海区|57.2%|93%\n",
        "|地区|指标|数值|\n|---|---|---|\n|定海区|W|57.2%|\n",
        "2023年完成情况\n地区|W|S\n定海区|57.2%|93%\n",
    ] {
        judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
    }
}
