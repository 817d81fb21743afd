//! What people see in a sheet is what is judged, whatever programs left between the
//! characters; and what is not surely a name, a number, a year or a day is an error.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use common::{Run, json, sheet};
use serde_json::Value;

const ROW: &str = "2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据";

/// The value, counts and verdict of 定海区's 残疾人就业率, and the errors.
fn judged(run: Run) -> (Option<[Value; 4]>, Vec<String>) {
    let document = json(&run.judge(&common::BUILT_IN));
    let is_error = |found: &&Value| found["severity"] == "error";
    let errors = document["diagnostics"].as_array().unwrap().iter().filter(is_error);
    let errors = errors.map(|found| found["code"].as_str().unwrap().to_owned()).collect();
    let is_it =
        |row: &&Value| row["region"]["code"] == "330902" && row["indicator"] == "employment-rate";
    let row = document["results"].as_array().unwrap().iter().find(is_it);
    let row = row.filter(|row| row["outcome"] != "missing" && row["outcome"] != "invalid");
    let parts = ["value", "numerator", "denominator", "outcome"];
    (row.map(|row| parts.map(|part| row[part].clone())), errors)
}

fn of_text(text: &str) -> (Option<[Value; 4]>, Vec<String>) {
    judged(Run::default().file("a.csv", text))
}

/// The row with one of its cells written otherwise.
fn written(cell: usize, text: &str) -> String {
    let mut cells: Vec<&str> = ROW.split(',').collect();
    cells[cell] = text;
    sheet(&[cells.join(",")])
}

#[test]
fn what_looks_the_same_is_judged_the_same() {
    let (sound, _) = of_text(&sheet(&[ROW]));
    let outcome = sound.clone().unwrap()[3].clone();
    assert_eq!(outcome, "on_pace");
    for (cell, text) in [
        (0, "2023.0"),
        (0, "２０２３年度"),
        (0, "2023 年"),
        (0, "二〇二三年"),
        (0, "=\"2023\""),
        (0, "\u{202D}2023\u{202C}"),
        (0, "\u{FEFF}2023"),
        (1, "舟山市定海区"),
        (1, "浙江省舟山市定海区残疾人联合会（盖章）"),
        (1, "定海残联"),
        (1, "定\u{AD}海\u{3000}区"),
        (1, "330902.0"),
        (1, "=\"330902\""),
        (1, "３３０９０２"),
        (1, "330 902"),
        (1, "330902000000"),
        (1, "'330902"),
        (2, "残疾⼈就业率"),
        (2, "残疾人\u{2066}就业\u{2069}率"),
        (2, "残疾人就业率（％）"),
        (2, "=\"9\""),
        (3, "５７．２０％"),
        (3, "\u{200E}57.20%\u{200E}"),
        (3, "57.20\u{AD}%"),
        (4, "\u{202A}3512\u{202C}"),
        (4, "=\"3512\""),
        (4, "3 512"),
        (4, "３，５１２人"),
        (5, "6140\u{1A}"),
        (5, "\u{61C}6140\u{2069}"),
        (5, "61\u{FE0F}40"),
    ] {
        let text = if text.contains(',') { format!("\"{text}\"") } else { text.to_owned() };
        let (found, errors) = of_text(&written(cell, &text));
        assert_eq!(found, sound, "{text:?}");
        assert!(errors.is_empty(), "{text:?}: {errors:?}");
    }
    for (cell, text) in [(4, "3512.0"), (5, "6140.00人")] {
        let (found, errors) = of_text(&written(cell, text));
        assert_eq!(found.unwrap()[3], outcome, "{text}");
        assert!(errors.is_empty(), "{text}: {errors:?}");
    }
}

#[test]
fn what_is_not_surely_read_is_an_error_and_no_verdict() {
    for (cell, text) in [
        (0, "2023.5"),
        (0, "23"),
        (0, "\u{202E}2023"),
        (0, "２０２３１"),
        (1, "杭州市定海区"),
        (1, "定海区盐仓街道"),
        (1, "330902.5"),
        (1, "\u{202E}330902"),
        (1, "330903定海区"),
        (2, "残疾人就业率（上年）①"),
        (3, "5⑦.2%"),
        (3, "\u{202E}57.20%"),
        (3, "57½%"),
        (4, "35\u{3000}12"),
        (4, "=3512"),
        (4, "3512.5"),
        (4, "=\"35\"12"),
        (5, "六千一百四十"),
    ] {
        let (found, errors) = of_text(&written(cell, text));
        assert_eq!(found, None, "{text:?}");
        assert!(!errors.is_empty(), "{text:?}");
    }
}

#[test]
fn marks_of_files_change_nothing_wherever_they_stand() {
    let other = "2023,普陀区,残疾人就业率,56.10%,2128,3793,";
    let text = sheet(&[other, ROW]);
    let (sound, _) = of_text(&text);
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    };
    let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
    let mark = "\u{FEFF}".as_bytes();
    let joined = format!("{}\u{FEFF}{ROW}\n", sheet(&[other]));
    for (what, bytes) in [
        ("two marks", [mark, mark, text.as_bytes()].concat()),
        ("a mark before GBK", [mark, &gbk].concat()),
        (
            "a mark before UTF-16",
            [mark, &utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes)].concat(),
        ),
        ("two marks of UTF-16", utf16(&format!("\u{FEFF}\u{FEFF}{text}"), u16::to_be_bytes)),
        ("UTF-16LE without a mark", utf16(&text, u16::to_le_bytes)),
        ("UTF-16BE without a mark", utf16(&text, u16::to_be_bytes)),
        ("GB18030 with its mark", [b"\x84\x31\x95\x33".as_slice(), &gbk].concat()),
        ("a mark in the middle", joined.into_bytes()),
        ("the end of a file", [text.as_bytes(), b"\x1A"].concat()),
        ("the end of a file in GBK, filled up", [&*gbk, &[0x1A; 40]].concat()),
        ("the end of UTF-16 without a mark", utf16(&format!("{text}\u{1A}"), u16::to_le_bytes)),
        ("UTF-16 without a mark, filled up", utf16(&format!("{text}\0\0\0"), u16::to_be_bytes)),
        ("one byte behind UTF-16", [&*utf16(&text, u16::to_le_bytes), b"\x1A"].concat()),
        ("UTF-8, filled up", [text.as_bytes(), &[0; 3]].concat()),
        ("UTF-8 with its mark, filled up", [mark, text.as_bytes(), b"\x1A\0\0"].concat()),
        ("GBK, filled up", [&*gbk, &[0; 3]].concat()),
        ("the end behind the last cell", [text.trim_end().as_bytes(), b"\x1A"].concat()),
    ] {
        let (found, errors) = judged(Run::default().bytes("a.csv", bytes));
        assert_eq!(found, sound, "{what}");
        assert!(errors.is_empty(), "{what}: {errors:?}");
    }
}

#[test]
fn a_text_in_gbk_is_told_what_is_wrong_with_its_header() {
    for header in ["县区,持证人数,就业人数", "单位名称,人数", "甲,乙,丙"] {
        let text = format!("{header}\n定海区,6140,3512\n");
        let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
        let (found, errors) = judged(Run::default().bytes("2023.csv", gbk));
        let (as_utf8, same) = judged(Run::default().file("2023.csv", text));
        assert_eq!((found, &errors), (as_utf8, &same), "{header}");
        assert!(!errors.contains(&"submission/undecodable".to_owned()), "{header}: {errors:?}");
    }
}

#[test]
fn a_milestone_has_a_day_however_it_is_written() {
    for (day, outcome) in [
        ("2023-06-30 00:00:00", "met"),
        ("2023/6/30 0:00", "met"),
        ("2023.6.30", "met"),
        ("二〇二三年六月三十日", "met"),
        ("=\"2023-06-30\"", "met"),
        ("2024.1.5 08:00:00", "not_due"),
        ("2023-12-31T16:00:00Z", "invalid"),
        ("2023.6", "invalid"),
        ("6/30/2023", "invalid"),
    ] {
        let row = format!("2023,舟山市,出台《舟山市残疾人保障办法》,{day},,,");
        let report = Run::of(&[row]).judge(&common::BUILT_IN);
        let found = report.rows().find(|row| row.indicator().name.contains("保障办法"));
        assert_eq!(found.unwrap().outcome().word(), outcome, "{day}");
    }
}

/// A table of one county under a title, in a file.
fn titled(file: &str, title: &str) -> (Option<[Value; 4]>, Vec<String>) {
    let table = "指标,分子,分母,数值\n残疾人就业率,3512,6140,57.20%\n";
    judged(Run::default().file(file, format!("{title},,,\n{table}")))
}

#[test]
fn a_title_says_whose_the_figures_are_and_of_which_year() {
    for title in [
        "填报单位：浙江省舟山市定海区人民政府残工委",
        "填报单位（盖章）：定海残联",
        "填报地区：330902",
        "2023年定海区残疾人事业主要指标",
        "二〇二三年度舟山市定海区统计表",
        "定海区2023年1—12月残疾人事业（舟残联〔2022〕15号）",
        "定海区2023年度（打印于2024-01-03）",
        "定海区2023年度，较2022年",
        "定海区2023年度（基期：2020年）",
        "定海区2023年度 有效期至：2024年12月31日",
        "定海区２０\u{3000}２３年度",
    ] {
        let (found, errors) = titled("2023.csv", title);
        assert!(found.is_some() && errors.is_empty(), "{title}: {errors:?}");
    }
    for (file, title) in [
        ("定海区2023.csv", "2 0 2 2 年度"),
        ("定海区2023.csv", "统计年度：２０２２"),
        ("定海区2023.csv", "截止二〇二二年底"),
        ("定海区2023.csv", "2023年上半年"),
        ("定海区2023.csv", "FY2022"),
        ("定海区2023.csv", "统计截止日期：2023年6月30日"),
        ("定海区2023.csv", "数据截止2023-09-30"),
        ("定海区2023.csv", "2023年度（1—9月）"),
        ("定海区2023.csv", "22年度残疾人事业"),
        ("定海区2023.csv", "2022-2023年"),
        ("定海区2023.csv", "Dec-22"),
        ("定海区截至2023年9月30日.csv", "残疾人事业"),
        ("定海区2023.csv", "2023年普陀区残疾人事业"),
        ("330902-2023.csv", "填报单位：普陀残联"),
        ("定海二〇二三.csv", "2022残疾人事业统计"),
    ] {
        let (found, errors) = titled(file, title);
        assert!(found.is_none() && !errors.is_empty(), "{file} {title}: {found:?}");
    }
}

#[test]
fn a_remark_that_says_nothing_explains_nothing() {
    let marked = |remark: &str| {
        let row = format!("2023,定海区,残疾人就业率,不适用,,,\"{remark}\"");
        of_text(&sheet(&[row])).1.contains(&"submission/not-applicable-unexplained".to_owned())
    };
    for nothing in [
        "",
        "\u{200B}\u{FEFF}",
        "\u{2800}",
        "\u{202E}",
        "　",
        "\u{3164}",
        "=\"\"\"\"",
        "—",
        "/",
        "NULL",
        "\\N",
    ] {
        assert!(marked(nothing), "{nothing:?}");
    }
    for said in ["机构撤并", "\u{202E}撤并", "见附件", "．", "无数据", "NULL值"] {
        assert!(!marked(said), "{said:?}");
    }
}
