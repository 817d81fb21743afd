//! What the name of a file or sheet says of the year.

use super::super::{Part, Period, period_in_name, periods_in};

#[test]
fn a_year_in_the_name_is_four_digits_by_themselves() {
    for name in [
        "data/2023.csv",
        "2021/定海2023年报.csv",
        "定海２０２３.csv",
        "定海区二〇二三年.xlsx",
        "FY2023.csv",
        "2023-330902.csv",
        "330902_2023.csv",
        "2023.12.xlsx",
        "2023年上半年.csv",
        "2023年报_2024-01-15.csv",
        "截至2023年6月30日.csv",
        "定海23年度.csv",
        "定海区202312.csv",
        "定海区2023年报_202401.csv",
        "较2022年_2023年.csv",
        "C:\\报送\\2023\u{200B}.csv",
    ] {
        let year = period_in_name(name).map(|period| period.year);
        assert_eq!(year, Some(2023), "{name}");
    }
    for name in [
        "2021-2023.csv",
        "2021—2025年.csv",
        "20230115.csv",
        "20231231.csv",
        "330902.csv",
        "9999.csv",
        "a.csv",
        "2024-01-15.csv",
        "2022年2023年.csv",
        "浙残联发〔2023〕3号.csv",
        "报表制度2023版.csv",
    ] {
        assert_eq!(period_in_name(name), None, "{name}");
    }
}

#[test]
fn a_part_of_a_year_is_one_in_a_name_as_in_a_title() {
    for text in [
        "2023_06",
        "2023-06",
        "2023.06",
        "2023 06",
        "2023年06",
        "2023年01-06",
        "2023_1-6",
        "202306",
        "2023M06",
        "2023m6",
        "06-2023",
        "06_2023",
        "6月2023",
        "11月份2023",
        "十一月2023",
        "2023年6月",
        "2023六月",
        "2023Q2",
        "2023_q3",
        "3Q2023",
        "1H2023",
        "2023H1",
        "Q2_2023",
        "2023Jun",
        "2023-Jun",
        "2023_jan-jun",
        "2023 September",
        "Jun2023",
        "2023年上",
        "2023中期",
        "2023年初",
    ] {
        let part = Period { year: 2023, part: Part::Partial };
        for name in [text.to_owned(), format!("{text}.csv"), format!("定海区_{text}_张三.xlsx")]
        {
            assert_eq!(period_in_name(&name), Some(part), "{name}");
        }
        assert_eq!(periods_in(&format!("（{text}）")), [part], "{text}");
    }
    for text in [
        "2023_12",
        "202312",
        "2023年12",
        "2023年01-12",
        "2023_1-12",
        "2023M12",
        "12-2023",
        "12月2023",
        "十二月2023",
        "2023-Dec",
        "2023_jan-dec",
        "2023_1",
        "2023_v06",
        "2023（6）",
        "2023-330902",
        "2023_20240115",
        "附件06-2023",
        "第06-2023号",
        "2023_marine",
        "2023上报",
        "2023年下达",
        "2023初步统计",
        "2023中国残疾人",
        "2023 10项指标",
    ] {
        let all = period_in_name(text).map(|period| period.part);
        assert!(all == Some(Part::Whole), "{text}");
    }
}
