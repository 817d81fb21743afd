//! The columns of a report with a row a verdict: what CSV and the workbook have alike.

use std::borrow::Cow;

use super::Lang;
use super::csv::{operator, target, target_operator};
use super::numbers::Numbers;
use super::rows::{Field, Own};
use crate::report::{Requirement, Row};

/// One column.
pub(super) struct Column {
    /// In CSV, in every language.
    pub(super) name: &'static str,
    zh: &'static str,
    en: &'static str,
    pub(super) kind: Kind,
    /// In the workbook, in characters.
    pub(super) width: u32,
    pub(super) value: for<'w> fn(&'w Written<'_>, Lang) -> Cow<'w, str>,
}

impl Column {
    fn heading(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A number that is only a name.
    Ordinal,
    /// In the unit of the row.
    Value,
    /// In no unit, or in points.
    Number,
    /// A word that CSV has as a code.
    Attribute,
    Level,
    Verdict,
    Basis,
    Baseline,
    Form,
    /// A code in CSV, and else told.
    Reason,
}

/// A verdict with its numbers, none contradicting it.
pub(super) struct Written<'r> {
    row: Row<'r>,
    own: Own,
    numbers: Numbers,
}

impl<'r> Written<'r> {
    pub(super) fn of(row: Row<'r>) -> Self {
        Self::with(row, Own::of(&row))
    }

    /// The same, its own fields as they are given.
    pub(super) fn with(row: Row<'r>, own: Own) -> Self {
        Self { row, numbers: own.numbers(), own }
    }

    /// The verdict.
    pub(super) fn row(&self) -> &Row<'r> {
        &self.row
    }

    /// Its numbers, without units.
    pub(super) fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    fn target(&self, lang: Lang) -> String {
        let bounds = |_: &_| self.own.bounds(Field::TargetLow, Field::TargetHigh);
        target(self.row.indicator(), bounds, lang)
    }

    fn requirement(&self) -> Option<&'r Requirement> {
        self.row.requirement()
    }
}

fn some<'w>(text: Option<&'w str>) -> Cow<'w, str> {
    text.unwrap_or_default().into()
}

/// The name of the region.
fn region(own: &Own, lang: Lang) -> &str {
    let name = own.get(Field::Name);
    lang.pick(name, own.get(Field::NameEn).or(name)).unwrap_or_default()
}

/// The names of all, in their order.
pub(super) fn names() -> Vec<&'static str> {
    COLUMNS.iter().map(|column| column.name).collect()
}

impl Lang {
    /// The headings of the sheet of all verdicts.
    pub fn verdict_headings(self) -> Vec<&'static str> {
        COLUMNS.iter().map(|column| column.heading(self)).collect()
    }
}

/// All, in their order.
#[rustfmt::skip] // a column a line
pub(super) static COLUMNS: [Column; 31] = {
    use Kind::*;
    macro_rules! column {
        ($name:literal, $zh:literal, $en:literal, $kind:ident, $width:literal, |$it:ident, $lang:tt| $value:expr) => {
            Column { name: $name, zh: $zh, en: $en, kind: $kind, width: $width, value: |$it, $lang| $value }
        };
    }
    [
    column!("year", "年份", "Year", Ordinal, 7, |it, _| it.row.year().to_string().into()),
    column!("indicator", "指标代号", "Indicator id", Text, 22, |it, _| some(Some(&it.row.indicator().id))),
    column!("number", "序号", "No.", Ordinal, 7, |it, _| some(it.row.indicator().number.as_deref())),
    column!("name", "指标", "Indicator", Text, 28, |it, lang| some(Some(lang.name(&it.row.indicator().name)))),
    column!("attribute", "属性", "Attribute", Attribute, 9, |it, _| some(Some(it.row.indicator().attribute.word()))),
    column!("region_code", "地区代码", "Region code", Text, 11, |it, _| some(it.own.get(Field::Code))),
    column!("region", "地区", "Region", Text, 12, |it, lang| region(&it.own, lang).into()),
    column!("level", "层级", "Level", Level, 9, |it, _| some(Some(it.row.region().level.word()))),
    column!("outcome", "判定", "Verdict", Verdict, 10, |it, _| some(Some(it.row.outcome().word()))),
    column!("value", "数值", "Value", Value, 12, |it, _| some(it.numbers.value.as_deref())),
    column!("numerator", "分子", "Numerator", Number, 11, |it, _| some(it.own.get(Field::Numerator))),
    column!("denominator", "分母", "Denominator", Number, 11, |it, _| some(it.own.get(Field::Denominator))),
    column!("unit", "单位", "Unit", Text, 7, |it, lang| some(Some(lang.name(it.row.unit())))),
    column!("requirement_operator", "要求符号", "Requirement operator", Text, 10, |it, _| some(it.requirement().map(|of| operator(&of.condition)))),
    column!("requirement", "年度要求", "Requirement", Value, 12, |it, _| it.numbers.requirement.join("~").into()),
    column!("basis", "要求依据", "Basis", Basis, 18, |it, _| some(it.requirement().map(|of| of.basis.word()))),
    column!("baseline", "基期来源", "Baseline", Baseline, 10, |it, _| some(it.requirement().and_then(|of| of.baseline).map(|of| of.word()))),
    column!("target_operator", "目标符号", "Target operator", Text, 10, |it, _| target_operator(it.row.indicator()).into()),
    column!("target", "目标", "Target", Value, 12, |it, lang| it.target(lang).into()),
    column!("margin", "差距", "Margin", Number, 11, |it, _| some(it.numbers.margin.as_deref())),
    column!("margin_count", "折合", "Margin in counts", Number, 9, |it, _| some(it.numbers.count.as_deref())),
    column!("file", "文件", "File", Text, 22, |it, _| some(it.own.get(Field::File))),
    column!("line", "行", "Line", Ordinal, 7, |it, _| some(it.own.get(Field::Line))),
    column!("cite", "出处", "Clause", Text, 18, |it, _| some(it.row.indicator().cite.as_deref())),
    column!("form", "目标形式", "Form of target", Form, 10, |it, _| some(Some(it.row.indicator().target.form.word()))),
    column!("year_value", "本年数", "Value of the year", Number, 11, |it, _| some(it.own.get(Field::YearValue))),
    column!("waiver", "豁免理由", "Waiver", Text, 20, |it, _| some(it.row.waiver().map(|waiver| waiver.reason.as_str()))),
    column!("mark", "缺报标记", "Mark", Text, 10, |it, _| some(it.row.mark())),
    column!("completion", "完成率", "Completion", Number, 10, |it, _| some(it.own.get(Field::Completion))),
    column!("grade", "等次", "Grade", Text, 12, |it, lang| some(it.row.grade().map(|grade| lang.name(&grade.name)))),
    column!("reason", "原因", "Why not judged", Reason, 30, |it, _| some(it.row.reason().map(|of| of.code()))),
    ]
};
