//! 报送表: the form to fill in, as CSV and as a workbook.
//!
//! Its words are Chinese in every language of the program: its headings are those that
//! submissions are read by, and it is filled in by counties.

mod csv;
#[cfg(feature = "xlsx")]
mod xlsx;

pub(super) use csv::known;
pub use csv::template_csv;
#[cfg(feature = "xlsx")]
pub use xlsx::{MOST_SHEETS, template_xlsx};

use super::{Lang, numbers, tidy};
use crate::exact::{Decimal, Rational, shown};
use crate::report::{LastYear, Line, Question, Template};
use crate::term::Year;

/// The columns of the form: what submissions head each with, what it is, and how wide it is
/// at least and at most, in characters, of which a Chinese one is as wide as two.
macro_rules! columns {
    ($($name:ident: $heading:literal, $kind:ident, $least:literal..=$most:literal;)+) => {
        /// A column of the form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum Column {
            $($name,)+
        }

        impl Column {
            const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// What submissions head it with.
            fn heading(self) -> &'static str {
                match self {
                    $(Self::$name => $heading,)+
                }
            }

            fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)+
                }
            }

            /// How wide it is at the least and at the most.
            fn widths(self) -> (u32, u32) {
                match self {
                    $(Self::$name => ($least, $most),)+
                }
            }
        }
    };
}

columns! {
    Number: "序号", Label, 5..=9;
    Year: "年份", Year, 6..=6;
    Region: "地区", Label, 8..=12;
    Indicator: "指标", Words, 20..=30;
    Question: "口径", Words, 24..=44;
    Unit: "单位", Label, 5..=8;
    LastValue: "上年数值", Figure, 9..=13;
    LastNumerator: "上年分子", Figure, 9..=13;
    LastDenominator: "上年分母", Figure, 9..=13;
    Numerator: "分子", Blank, 10..=10;
    Denominator: "分母", Blank, 10..=10;
    Value: "数值", Blank, 10..=10;
    Total: "累计", Blank, 10..=10;
    Remark: "备注", Blank, 16..=16;
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A word or two that whoever wrote the plan wrote.
    Label,
    /// Words of theirs.
    Words,
    Year,
    /// A figure of the year before.
    Figure,
    /// Nothing before it is filled in.
    Blank,
}

impl Column {
    /// Those of a form: a total is asked for only where something adds up.
    fn of(template: &Template) -> Vec<Self> {
        let has_totals = template.has_totals();
        let all = Self::ALL.iter().copied();
        all.filter(|column| *column != Self::Total || has_totals).collect()
    }

    /// Whether what stands in it was written by whoever wrote the plan, and is no number.
    fn is_typed(self) -> bool {
        matches!(self.kind(), Kind::Label | Kind::Words)
    }

    /// Whether nothing stands in it before it is filled in.
    fn is_blank(self) -> bool {
        self.kind() == Kind::Blank
    }

    /// Whether a cell of it is to be filled in.
    fn is_asked(self, line: &Line<'_>) -> bool {
        match self {
            Self::Numerator | Self::Denominator => line.item.has_counts(),
            Self::Total => line.item.has_total(),
            _ => self.is_blank(),
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
        Column::Question => question_parts(line, template.year).join(between),
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
        LastYear::Done(done) => tidy::done(done),
    }
}

/// A value of the year before, without its unit.
fn number(line: &Line<'_>, value: &Rational) -> String {
    shown::rounded(value, line.last_digits())
}

/// What is asked, in a part or more.
fn question_parts(line: &Line<'_>, year: Year) -> Vec<String> {
    let mut parts = of_question(&line.item.question, year);
    parts.extend(line.item.indicator.as_ref().and_then(|indicator| {
        let own = indicator.in_force(Some(line.respondent.region), year);
        let own = numbers::own_target(own, indicator.in_force(None, year), Lang::Zh)?;
        Some(format!("本地区：{own}"))
    }));
    if line.item.is_either && line.respondent.is_sum {
        parts.push("由下一级汇总；统一报总数的才填".to_owned());
    }
    parts
}

fn of_question(question: &Question, year: Year) -> Vec<String> {
    match question {
        Question::Rate { numerator, denominator, count_units } => {
            let [part, whole] = count_units.each_ref().map(|unit| match &**unit {
                "" => String::new(),
                unit => format!("（{unit}）"),
            });
            let counts = [("分子", numerator, &part), ("分母", denominator, &whole)];
            let said: Vec<String> = counts
                .into_iter()
                .filter_map(|(what, words, unit)| {
                    Some(format!("{what}：{}{unit}", words.as_ref()?))
                })
                .collect();
            match part == whole {
                _ if !said.is_empty() => said,
                true => vec![format!("分子、分母{part}之比")],
                false => vec![format!("分子{part}、分母{whole}之比")],
            }
        }
        Question::Growth { since } => vec![format!("{since}年以来的年均增长率")],
        Question::Level { growth, since } => vec![
            "当年的水平值（选填）".to_owned(),
            format!("“{growth}”空着的，由它与{since}年的水平值算出"),
        ],
        Question::Increment { since } => {
            vec!["数值：当年数".to_owned(), format!("累计：{since}年起各年相加，含当年（选填）")]
        }
        Question::OfYear => vec!["当年数，不含以前年度".to_owned()],
        Question::Change { since, fall: true } => {
            vec![format!("比{since}年累计降低了多少"), "降低的填正数，上升的填负数".to_owned()]
        }
        Question::Change { since, fall: false } => {
            vec![format!("比{since}年累计变化了多少"), "提高的填正数，降低的填负数".to_owned()]
        }
        Question::Value => vec!["当年数值".to_owned()],
        Question::Done { due } => vec![
            format!("{due}年底前是否完成"),
            format!("填“是”“否”，或完成的日期，如 {year}-06-30"),
        ],
    }
}
