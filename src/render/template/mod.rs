//! 报送表: the form to fill in, as CSV and as a workbook.
//!
//! Its words are Chinese in every language of the program: its headings are those that
//! submissions are read by, and it is filled in by counties.

mod csv;
mod question;
mod xlsx;

pub(super) use csv::known;
pub use csv::template_csv;
pub use xlsx::{MOST_SHEETS, template_xlsx};

use crate::exact::{Decimal, Rational, shown};
use crate::report::{LastYear, Line, Template};
use crate::term::Done;

/// A column of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Year,
    Region,
    Indicator,
    Question,
    Unit,
    LastValue,
    LastNumerator,
    LastDenominator,
    Numerator,
    Denominator,
    Value,
    Total,
    Remark,
}

impl Column {
    const ALL: [Self; 14] = [
        Self::Number,
        Self::Year,
        Self::Region,
        Self::Indicator,
        Self::Question,
        Self::Unit,
        Self::LastValue,
        Self::LastNumerator,
        Self::LastDenominator,
        Self::Numerator,
        Self::Denominator,
        Self::Value,
        Self::Total,
        Self::Remark,
    ];

    /// Those of a form: a total is asked for only where something adds up.
    fn of(template: &Template) -> Vec<Self> {
        let has_totals = template.has_totals();
        Self::ALL.into_iter().filter(|column| *column != Self::Total || has_totals).collect()
    }

    /// What submissions head it with.
    fn heading(self) -> &'static str {
        match self {
            Self::Number => "序号",
            Self::Year => "年份",
            Self::Region => "地区",
            Self::Indicator => "指标",
            Self::Question => "口径",
            Self::Unit => "单位",
            Self::LastValue => "上年数值",
            Self::LastNumerator => "上年分子",
            Self::LastDenominator => "上年分母",
            Self::Numerator => "分子",
            Self::Denominator => "分母",
            Self::Value => "数值",
            Self::Total => "累计",
            Self::Remark => "备注",
        }
    }

    /// Whether what stands in it was written by whoever wrote the plan, and is no number.
    fn is_typed(self) -> bool {
        match self {
            Self::Number | Self::Region | Self::Indicator | Self::Question | Self::Unit => true,
            Self::Year
            | Self::LastValue
            | Self::LastNumerator
            | Self::LastDenominator
            | Self::Numerator
            | Self::Denominator
            | Self::Value
            | Self::Total
            | Self::Remark => false,
        }
    }

    /// Whether nothing stands in it before it is filled in.
    fn is_blank(self) -> bool {
        match self {
            Self::Numerator | Self::Denominator | Self::Value | Self::Total | Self::Remark => true,
            Self::Number
            | Self::Year
            | Self::Region
            | Self::Indicator
            | Self::Question
            | Self::Unit
            | Self::LastValue
            | Self::LastNumerator
            | Self::LastDenominator => false,
        }
    }

    /// Whether a cell of it is to be filled in.
    fn is_asked(self, line: &Line<'_>) -> bool {
        match self {
            Self::Numerator | Self::Denominator => line.item.has_counts(),
            Self::Total => line.item.has_total(),
            Self::Value | Self::Remark => true,
            Self::Number
            | Self::Year
            | Self::Region
            | Self::Indicator
            | Self::Question
            | Self::Unit
            | Self::LastValue
            | Self::LastNumerator
            | Self::LastDenominator => false,
        }
    }
}

/// What stands in a cell of the form before it is filled in; parts of a 口径 are set
/// apart by `between`.
fn text(column: Column, line: &Line<'_>, template: &Template, between: &str) -> String {
    let item = line.item;
    let count = |of: fn(_) -> _| line.last_counts().map(of).map(|count: Decimal| count.to_string());
    match column {
        Column::Number => item.number.clone().unwrap_or_default(),
        Column::Year => template.year.to_string(),
        Column::Region => line.respondent.name.to_string(),
        Column::Indicator => item.name.clone(),
        Column::Question => question::parts(line, template.year).join(between),
        Column::Unit if item.unit.is_empty() => "—".to_owned(),
        Column::Unit => item.unit.clone(),
        Column::LastValue => last_value(line),
        Column::LastNumerator => count(|(numerator, _)| numerator).unwrap_or_default(),
        Column::LastDenominator => count(|(_, denominator)| denominator).unwrap_or_default(),
        Column::Numerator
        | Column::Denominator
        | Column::Value
        | Column::Total
        | Column::Remark => String::new(),
    }
}

fn last_value(line: &Line<'_>) -> String {
    match line.last_year() {
        LastYear::Nothing => String::new(),
        LastYear::NotApplicable => "不适用".to_owned(),
        LastYear::Number(value) => {
            let sign = if line.item.is_percent() { "%" } else { "" };
            number(line, &value) + sign
        }
        LastYear::Done(Done::Yes) => "是".to_owned(),
        LastYear::Done(Done::No) => "否".to_owned(),
        LastYear::Done(Done::On(date)) => date.to_string(),
    }
}

/// A value of the year before, without its unit.
fn number(line: &Line<'_>, value: &Rational) -> String {
    shown::rounded(value, line.last_digits())
}
