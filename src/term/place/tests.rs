use std::sync::Arc;

use super::*;
use crate::term::{Names, Region};

/// Two cities, their counties, and areas in them.
fn regions() -> RegionNames {
    let region = |code: &str, name: &str, level, within: Option<u32>| Region {
        code: (!code.is_empty()).then(|| code.into()),
        name: name.into(),
        level,
        within: within.map(RegionId),
    };
    let regions = vec![
        region("3309", "舟山市", Level::City, None),
        region("330902", "定海区", Level::County, Some(0)),
        region("330903", "普陀区", Level::County, Some(0)),
        region("330921", "岱山县", Level::County, Some(0)),
        region("", "新城", Level::Area, Some(1)),
        region("", "普陀山—朱家尖", Level::Area, Some(2)),
        region("3301", "杭州市", Level::City, None),
        region("330102", "上城区", Level::County, Some(6)),
    ];
    let mut names = Names::default();
    for (at, region) in regions.iter().enumerate() {
        let number = u32::try_from(at).unwrap();
        names.insert(&region.name, number);
        if let Some(code) = &region.code {
            names.insert(code, number);
        }
    }
    for (alias, number) in [("330900", 0), ("舟山", 0), ("全市", 0), ("定海", 1), ("普陀", 2)]
    {
        names.insert(alias, number);
    }
    names.insert("新城管委会", 4);
    let count = regions.len();
    RegionNames::new(names, Arc::new(regions), count)
}

#[test]
fn the_longest_name_wins_and_all_of_the_text_is_understood() {
    let names = regions();
    for (text, expected) in [
        ("舟山市定海区", 1),
        ("浙江省舟山市定海区", 1),
        ("浙江舟山定海", 1),
        ("舟山市 定海区", 1),
        ("舟\u{200B}山市定\u{AD}海区", 1),
        ("舟山市定海区残疾人联合会", 1),
        ("定海区残联", 1),
        ("定海残联", 1),
        ("定海区人民政府残工委（盖章）", 1),
        ("舟山市普陀区政府残疾人工作委员会办公室（公 章）", 2),
        ("岱山县统计局", 3),
        ("舟山市残疾人联合会", 0),
        ("浙江省舟山市", 0),
        ("舟山市新城管委会", 4),
        ("定海区新城", 4),
        ("普陀区普陀山——朱家尖管理委员会", 5),
        ("普陀⼭—朱家尖", 5),
        ("杭州市上城区", 7),
        ("330902", 1),
        ("３３０９０２", 1),
        ("330 902", 1),
        ("330902.0", 1),
        ("330902.00", 1),
        ("=\"330902\"", 1),
        ("'330902", 1),
        ("330902000", 1),
        ("330902000000", 1),
        ("330900000000", 0),
        ("330100", 6),
        ("3309", 0),
        ("330902定海区", 1),
        ("330902 舟山市定海区", 1),
        ("定海区（330902）", 1),
        ("定海区330902", 1),
    ] {
        assert_eq!(names.find(text), Some(Found::One(expected)), "{text}");
    }
}

#[test]
fn what_is_not_understood_whole_is_nobody() {
    let names = regions();
    for text in [
        "杭州市定海区",
        "江苏省舟山市定海区",
        "定海区舟山市",
        "定海区普陀区",
        "定海区盐仓街道",
        "定海区人民医院",
        "某某市定海区",
        "普陀山",
        "普陀山风景区",
        "定海区（目标）",
        "定海区（330903）",
        "330903定海区",
        "330902.5",
        "330902000001",
        "33090",
        "3309020000",
        "\u{202E}330902",
        "330904",
        "舟山市本级",
        "浙江省",
        "残联",
        "",
    ] {
        assert_eq!(names.find(text), None, "{text}");
    }
}

#[test]
fn a_near_miss_of_a_county_is_never_told_to_be_the_city() {
    let names = regions();
    for (text, expected) in [
        ("定海去", Some("定海区")),
        ("舟山市定海去", Some("定海区")),
        ("浙江省舟山市定海县", Some("定海区")),
        ("岱山区", Some("岱山县")),
        ("舟山市盐仓街道", None),
        ("舟山市东山区", None),
        ("舟山区", None),
        ("330902.5", None),
        ("330904", None),
        ("舟山巿", Some("舟山市")),
    ] {
        let nearest = names.nearest(text).and_then(|near| match names.find(&near)? {
            Found::One(id) => names.regions().get(id as usize).map(|region| &*region.name),
            Found::Several => None,
        });
        assert_eq!(nearest, expected, "{text}");
    }
}

#[test]
fn a_title_or_the_name_of_a_file_says_whose_it_is() {
    let names = regions();
    for (text, expected) in [
        ("定海区2023年残疾人事业主要指标完成情况", 1),
        ("2023年舟山市定海区残疾人事业统计表", 1),
        ("填报单位：舟山市定海区残疾人联合会（盖章）", 1),
        ("普陀区2023.csv", 2),
        ("2023-330903.csv", 2),
        ("2.定海区", 1),
        ("（二）岱山县", 3),
        ("附件2 普陀山—朱家尖", 5),
        ("舟山市残疾人事业主要指标（定海区）", 1),
        ("普陀残疾人事业", 2),
        ("定海区（含新城）2023年", 1),
        ("定海区新城2023年", 4),
        ("舟山市2023年残疾人事业", 0),
        ("定海区残联关于定海区2023年指标的报告", 1),
    ] {
        assert_eq!(names.in_text(text), Whose::One(RegionId(expected)), "{text}");
    }
    for text in ["2023年残疾人事业", "普陀山风景名胜", "新城镇建设", "330904.csv", "电话3309021"]
    {
        assert_eq!(names.in_text(text), Whose::Nobody, "{text}");
    }
    for text in ["定海区、普陀区2023年", "定海区与岱山县", "杭州市定海区"] {
        assert_eq!(names.in_text(text), Whose::Several, "{text}");
    }
}

#[test]
fn a_title_begins_with_whose_figures_they_are() {
    let names = regions();
    for (text, expected) in [
        ("定海区2023年残疾人事业", 1),
        ("2023年定海区残疾人事业", 1),
        ("330902", 1),
        ("３３０９０２０００", 1),
        ("二〇二三年度舟山市定海区残疾人事业", 1),
        ("附件1：浙江省舟山市普陀区统计表", 2),
        ("舟山市残疾人事业指标（定海区）", 0),
        ("普陀山——朱家尖2023年", 5),
        ("定海区、普陀区对比", 1),
    ] {
        assert_eq!(names.at_beginning(text), Some(RegionId(expected)), "{text}");
    }
    for text in ["残疾人事业（定海区）", "普陀山风景名胜区", "2023", "", "数据已含在定海区"]
    {
        assert_eq!(names.at_beginning(text), None, "{text}");
    }
}

#[test]
fn a_text_names_another_region_by_any_name_but_its_own_and_those_around_it() {
    let names = regions();
    let own = RegionId(1);
    for text in [
        "同普陀区",
        "普陀的数",
        "报送/岱山县/2023.csv",
        "口径见330903",
        "舟山市定海区、普陀区",
        "普陀山——朱家尖管委会",
        "杭州市",
        "ＰＴ普 陀 区",
    ] {
        assert!(names.names_another(text, own), "{text}");
    }
    for text in
        ["定海区", "定海残联", "浙江省舟山市", "330902", "定海区新城", "3512/6140", "普陀山", ""]
    {
        assert!(!names.names_another(text, own), "{text}");
    }
}
