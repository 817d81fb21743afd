//! What each format shows of some numbers.

use super::*;

/// What is read of a number that a format shows; none where that is not sure.
fn read(code: &str, value: f64) -> Option<(i32, String)> {
    match NumberFormat::of_code(code).shows(value) {
        Shows::Number { power, behind, .. } => Some((*power, behind.to_string())),
        Shows::Day(shown) => Some((0, format!("{shown:?}"))),
        Shows::Unsure => None,
    }
}

fn plain() -> Option<(i32, String)> {
    Some((0, String::new()))
}

fn percent() -> Option<(i32, String)> {
    Some((2, "%".to_owned()))
}

fn behind(text: &str) -> Option<(i32, String)> {
    Some((0, text.to_owned()))
}

#[test]
fn a_format_that_only_decorates_changes_nothing() {
    for code in [
        "General",
        "GENERAL",
        "Standard",
        "G/通用格式",
        "@",
        "0.00",
        "#,##0",
        "# ##0.0",
        "#,##0;[Red]-#,##0",
        "0_ ;[红色]\\-0\\ ",
        "0.00E+00",
        "##0.0E+0",
        "# ?/?",
        "# ??/100",
        "#,##0_);(#,##0)",
        "[DBNum1][$-804]General",
        "+0.0;-0.0;0.0",
        "General;General",
        "[Blue]0.0",
    ] {
        assert_eq!(read(code, 55.2), plain(), "{code}");
    }
    for code in ["#,##0_);(#,##0)", "0.0;[Red]0.0", "0;\\-0", "0"] {
        assert_eq!(read(code, -5.0), plain(), "{code}");
    }
}

#[test]
fn a_mark_of_money_is_a_unit() {
    for code in [
        "¥#,##0.00",
        "￥0",
        "[$¥-804]#,##0.00",
        "[$CNY] 0.0",
        "0.00\\ \"RMB\"",
        "\"¥\"#,##0;\\-\"¥\"#,##0",
        "_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ",
    ] {
        for value in [55.2, 0.0] {
            assert_eq!(read(code, value), behind("¥"), "{code} {value}");
        }
    }
    for (code, expected) in [
        ("¥0.0\"万\"", "万元"),
        ("¥0\"元\"", "元"),
        // Marks on both sides say no more than one.
        ("¥0.0\"RMB\"", "¥"),
        ("[$CNY] 0.0¥", "¥"),
        ("[$￥-804]0\" CNY\"", "¥"),
        ("¥0.0\"万 RMB\"", "万元"),
        ("¥0\"元/月\"", "元/月"),
        ("¥0\"/月\"", "元/月"),
        ("\"RMB\" 0.0\"万元/年\"", "万元/年"),
        ("[$CNY] 0.0\"万/年\"", "万元/年"),
        ("0.00 [$€-407]", "€"),
        ("0.00 [$£-809]", "£"),
    ] {
        assert_eq!(read(code, 12.5), behind(expected), "{code}");
    }
    for code in ["$0.00", "€0", "[$€-2] 0.0", "[$USD] 0", "£0", "[$£-809]0.00", "[$¥-411]0", "¥$0"]
    {
        assert_eq!(read(code, 55.2), None, "{code}");
    }
}

#[test]
fn a_negative_number_whose_section_does_not_say_so_is_not_sure() {
    for code in ["0.0;0.0", "0%;0%;0", "General;General", "¥0;¥0", "0.0;[Blue]0.0", "0;+0;0"] {
        assert_eq!(read(code, -5.0), None, "{code}");
        assert!(read(code, 5.0).is_some(), "{code}");
    }
    for code in ["0;-0", "0;[Red]0", "0;[红色]0", "0;(0)", "0;0-", "0;–0", "0;\\－0", "[>=1]0;0"]
    {
        assert_eq!(read(code, -5.0), plain(), "{code}");
    }
}

#[test]
fn a_percent_sign_multiplies_unless_it_is_a_text() {
    for code in ["0%", "0.00%;[Red]-0.00%", "0.00%_ ", "#,##0.0%", "0.0 %", "0.00%;-0.00%;0.00%"] {
        assert_eq!(read(code, 0.572).unwrap().0, 2, "{code}");
    }
    assert_eq!(read("0.0 %", 0.572), percent());
    for code in ["0.00\"%\"", "0.00\\%", "0!%", "General\"%\"", "[>0]0.0\"%\";0"] {
        assert_eq!(read(code, 55.2), behind("%"), "{code}");
    }
    // No percent sign is seen.
    assert_eq!(read("0.00_%", 55.2), plain());
    for code in ["0%%", "0%\"%\"", "0,%", "%0", "0\"%\"0", "0.0%5"] {
        assert_eq!(read(code, 0.572), None, "{code}");
    }
}

#[test]
fn the_section_that_applies_to_the_number_decides() {
    for (code, value, expected) in [
        ("[<0.0001]\"<0.01%\";0.00%", 0.572, percent()),
        ("[<0.0001]\"<0.01%\";0.00%", 0.000_05, None),
        ("[>=1]0%;0.00", 1.5, percent()),
        ("[>=1]0%;0.00", 0.5, plain()),
        ("[<=1]0.0%;0.0", 1.0, percent()),
        ("[<=1]0.0%;0.0", 57.2, plain()),
        ("[=0]\"无\";0.0%", 0.5, percent()),
        ("[<>0]0.0%;\"—\"", 0.5, percent()),
        ("[>1]0.0;[>0.1]0%;0.00%", 0.5, percent()),
        ("[>1]0.0;[>0.1]0%;0.00", 0.05, plain()),
        ("[Red][<0.6]0.0%;[Green]0.0%", 0.9, percent()),
        ("0.0;-0.0%", 0.5, plain()),
        ("0.0;-0.0%", -0.5, percent()),
        ("0%;-0%;0.0", 0.0, plain()),
        ("0%;\"负\";0", -0.5, None),
        ("[>=1]0%", 0.5, None),
        ("[>1]0;[<0]0", 0.5, None),
        // Programs differ in which of the other sections applies.
        ("[>1]0.0;0%;0.00", 0.5, None),
        ("[>1]0.0;0%;0.00%", 0.5, percent()),
        ("0.0;[<1]0%", 0.5, None),
        ("[>x]0%;0%", 0.5, None),
        ("[>0][<1]0%;0%", 0.5, None),
        ("\"a;b\"0;-0%", -0.5, percent()),
    ] {
        assert_eq!(read(code, value), expected, "{code} {value}");
    }
}

#[test]
fn what_is_printed_behind_a_number_belongs_to_it() {
    for (code, expected) in [
        ("0\"人\"", "人"),
        ("0人", "人"),
        ("0.0\" 万元\"", "万元"),
        ("#,##0.00\\ \"元\"", "元"),
        ("0\"年\"", "年"),
        ("[$元-804]0", ""),
        ("0.0\"‰\"", "‰"),
    ] {
        let expected = (!expected.is_empty()).then(|| (0, expected.to_owned()));
        assert_eq!(read(code, 12.5), expected, "{code}");
    }
}

#[test]
fn a_number_that_is_shown_smaller_is_taken_only_where_the_format_says_by_how_much() {
    for (code, expected) in [
        ("0!.0,\"万\"", behind("")),
        ("0\\.0,\"万人\"", behind("人")),
        ("#\".\"0000万元", behind("元")),
        ("0.00,,\"百万\"", behind("")),
        ("#,##0,\"千元\"", behind("元")),
        ("0!.00,,\"亿元\"", behind("元")),
        ("0,", None),
        ("0.0,,", None),
        ("#,##0,.00", None),
        ("0!.0,", None),
        ("0.0,\"万\"", None),
        ("0!.00", None),
    ] {
        assert_eq!(read(code, 125_000.0), expected, "{code}");
    }
    assert_eq!(read("0.0\"万\"", 12.5), behind("万"));
}

#[test]
fn what_shows_something_else_than_its_number_is_not_sure() {
    for code in [
        ";;;",
        ";;;@",
        "\"达标\"",
        "\"约\"0.0%",
        "\"<\"0",
        "\\-0",
        "(0)",
        "0\"-\"0",
        "000-0000",
        "0\"0\"",
        "0.0\",5\"",
        "[$$-409]#,##0",
        "",
    ] {
        assert_eq!(read(code, 55.2), None, "{code}");
    }
    assert_eq!(read("0;-0;;@", 0.0), None, "a zero that is not seen");
    assert_eq!(read("0;-0;\"无数据\"", 0.0), None);
    assert_eq!(NumberFormat::of_code(&"0".repeat(3000)).shows(1.0), &Shows::Unsure);
    for id in [23, 67, 99, 164, 5000] {
        assert_eq!(NumberFormat::built_in(id).shows(1.0), &Shows::Unsure, "{id}");
    }
}

#[test]
fn the_decimals_that_a_format_always_prints_are_counted() {
    for (code, expected) in [
        ("General", 0),
        ("0", 0),
        ("0.00%", 2),
        ("#,##0.0", 1),
        ("0.0##", 1),
        ("0.##", 0),
        ("0.00\"万\"", 2),
        ("0.00E+00", 0),
        ("# ?/?", 0),
        ("0!.0,\"万\"", 0),
    ] {
        let format = NumberFormat::of_code(code);
        let Shows::Number { decimals, .. } = format.shows(12.5) else { panic!("{code}") };
        assert_eq!(*decimals, expected, "{code}");
    }
}

#[test]
fn a_zero_that_is_shown_as_a_hyphen_is_a_zero() {
    for (code, expected) in [
        ("_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", plain()),
        ("0;-0;\"-\"", plain()),
        ("0;-0;-??", plain()),
        ("0;-0;–", plain()),
        ("0%;-0%;\"-\"", percent()),
        ("0%;-0%;\"-\"%", percent()),
        ("0\"人\";-0\"人\";\"-人\"", behind("人")),
        // A mark of money on either side, in whichever writing.
        ("_ [$CNY]* #,##0.00_ ;_ [$CNY]* \\-#,##0.00_ ;_ [$CNY]* \"-\"??_ ;_ @_ ", behind("¥")),
        ("0\"RMB\";-0\"RMB\";\"- RMB\"", behind("¥")),
        ("￥0;-￥0;[$¥-804]-", behind("¥")),
        ("0;-0;\"--\"", None),
        ("0;-0;\"-人\"", None),
        ("0;-0;\"无-\"", None),
        ("yyyy;-0;\"-\"", None),
    ] {
        assert_eq!(read(code, 0.0), expected, "{code}");
    }
}

#[test]
fn a_day_is_told_from_a_number() {
    for (code, expected) in [
        ("0\"d\"", "d"),
        ("yyyy-mm-dd", "Date"),
        ("yyyy\"年\"m\"月\"", "Date"),
        ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "Date"),
        ("yyyy年m月", "Date"),
        ("m/d/yy", "Date"),
        ("mmm-yy", "Date"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Date"),
        ("[$-404]e/m/d", "Date"),
        ("yyyy", "Year"),
        ("yyyy\"年\"", "Year"),
        ("yyyy-mm-dd hh:mm", "DateTime"),
        ("h:mm AM/PM", "Time"),
        ("[$-F400]h:mm:ss\\ AM/PM", "Time"),
        ("上午/下午h:mm", "Time"),
        ("[h]:mm:ss", "Time"),
        ("mm:ss", "Time"),
        ("mm:ss.0", "Time"),
    ] {
        assert_eq!(read(code, 45_107.5), behind(expected), "{code}");
    }
}

#[test]
fn a_built_in_format_has_no_code_in_the_file() {
    for (id, expected) in [
        (0, plain()),
        (2, plain()),
        (9, percent()),
        (10, percent()),
        (11, plain()),
        (14, behind("Date")),
        (31, behind("Date")),
        (33, behind("Time")),
        (43, plain()),
        (7, behind("¥")),
        (42, behind("¥")),
        (44, behind("¥")),
        (49, plain()),
        (57, behind("Date")),
        (22, behind("DateTime")),
    ] {
        let format = NumberFormat::built_in(id);
        assert_eq!(read(format.code(), 45_107.5), expected, "{id}");
    }
}

#[test]
fn a_zero_that_is_not_printed_is_not_taken() {
    for (code, least) in [
        ("#", 1.0),
        ("#,###", 1.0),
        ("#%", 0.01),
        ("#.##", 0.01),
        ("??", 1.0),
        ("#;-#", 1.0),
        ("¥#", 1.0),
    ] {
        assert_eq!(read(code, 0.0), None, "{code}");
        assert_eq!(read(code, least / 2.1), None, "{code}");
        assert!(read(code, least).is_some(), "{code}");
        assert_eq!(NumberFormat::of_code(code).always(), None, "{code}");
    }
    for code in ["0", "#,##0", "#0%", "#.00", "# ?/?", "General", "@", "?0"] {
        assert!(read(code, 0.0).is_some(), "{code}");
    }
}
