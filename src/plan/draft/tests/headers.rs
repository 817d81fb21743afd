//! Lines that name columns.

use super::super::header::{Header, Yearly};
use crate::term::Year;

fn read(header: &str) -> Option<Header> {
    Header::read(&header.split('|').map(str::to_owned).collect::<Vec<_>>())
}

/// The columns of baseline and target, and their years.
fn values(header: &str) -> (Option<usize>, Option<usize>, Option<Year>, Option<Year>) {
    let header = read(header).expect(header);
    (header.baseline, header.target, header.baseline_year, header.target_year)
}

#[test]
fn columns_are_known_by_what_documents_call_them() {
    let header = read("序号|指 标|属性|2020 年\n基期值|2025 年 目标值|备注").unwrap();
    assert_eq!((header.number, header.name, header.attribute), (Some(0), 1, Some(2)));
    assert_eq!((header.baseline, header.target), (Some(3), Some(4)));
    assert_eq!(header.needed(), 5, "nobody needs the remarks");
    let header = read("类别|主要指标|单位|２０２０年|2025年|年均/累计|指标属性").unwrap();
    assert_eq!((header.name, header.unit, header.attribute), (1, Some(2), Some(6)));
    assert_eq!(header.yearly, Some((5, Yearly::Average)));
    let header = read("指标名称|现状值|目标（%）").unwrap();
    assert_eq!((header.baseline, header.target), (Some(1), Some(2)));
    assert_eq!(header.unit_of(header.target).as_deref(), Some("%"));
}

#[test]
fn the_years_are_those_of_the_plan_s_own_columns() {
    assert_eq!(values("指标|2020年|2025年"), (Some(1), Some(2), Some(2020), Some(2025)));
    assert_eq!(values("指标|2025年目标|2020年基期"), (Some(2), Some(1), Some(2020), Some(2025)));
    let long_term = values("指标|2020年|2025年|2035年");
    assert_eq!(long_term, (Some(1), Some(2), Some(2020), Some(2025)));
    let goal = values("指标|2020年现状|2025年目标|2035年目标");
    assert_eq!(goal, (Some(1), Some(2), Some(2020), Some(2025)));
    assert_eq!(values("指标|2019年|2020年|2025年").0, Some(2));
    assert_eq!(values("指标|2025年|2027年|2030年").1, Some(3));
    let plans = values("指标|“十四五”实际|“十五五”目标");
    assert_eq!(plans, (Some(1), Some(2), Some(2025), Some(2030)));
    assert_eq!(values("指标|基期值|目标值"), (Some(1), Some(2), None, None));
    assert_eq!(values("指标|目标值"), (None, Some(1), None, None));
    let turned = values("指标|2025年基期|2020年目标");
    assert_eq!(turned, (Some(1), Some(2), Some(2025), Some(2020)));
}

#[test]
fn a_column_of_growth_is_the_target_s_where_no_other_is() {
    let header = read("指标|2020年|年均增长目标").unwrap();
    assert_eq!((header.baseline, header.target), (Some(1), None));
    assert_eq!(header.yearly, Some((2, Yearly::Growth)));
    let header = read("指标|“十四五”年均增长目标").unwrap();
    assert_eq!(
        (header.target, header.yearly, header.target_year),
        (None, Some((1, Yearly::Growth)), Some(2025))
    );
    let header = read("指标|2020年|2025年目标|年均增速〔累计〕").unwrap();
    assert_eq!((header.target, header.yearly), (Some(2), Some((3, Yearly::Growth))));
}

#[test]
fn a_header_of_two_rows_is_read_as_one() {
    let row = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
    for (first, second) in [
        ("序号|指标|规划目标||属性", "||2020年|2025年|"),
        ("序号|指标|基期值|目标值|属性", "序号|指标|2020年|2025年|属性"),
    ] {
        let (header, rows) = Header::at(&row(first), Some(&row(second))).unwrap();
        assert_eq!((header.baseline, header.target, rows), (Some(2), Some(3), 2), "{first}");
        assert_eq!((header.attribute, header.target_year), (Some(4), Some(2025)), "{first}");
    }
    for second in ["1|就业率|50%|60%|约束性", "||2020|2025|", "一、就业||||"] {
        let first = row("序号|指标|基期值|目标值|属性");
        let (_, rows) = Header::at(&first, Some(&row(second))).unwrap();
        assert_eq!(rows, 1, "{second}");
    }
}

#[test]
fn a_row_without_indicators_or_target_is_no_header() {
    for row in ["", "序号|属性|2025年", "指标|属性|单位", "1|残疾人就业率|≥60%", "指标"]
    {
        assert_eq!(read(row), None, "{row}");
    }
}
