//! The columns of a file.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use super::layout::is_descriptive;
use crate::diagnostic::{Diagnostic, NumberField, SubmissionProblem};
use crate::source::Place;
use crate::term::{FigureColumns, REGION_HEADINGS, YEAR_HEADINGS};
use crate::text;

/// A column of the canonical layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Year,
    Region,
    Indicator,
    Value,
    Numerator,
    Denominator,
    Total,
    Remark,
    /// Not a figure, but what the row's figures are said to be in.
    Unit,
}

impl Field {
    const COUNT: usize = 9;

    /// The column of a number.
    pub(super) fn of(number: NumberField) -> Self {
        match number {
            NumberField::Value => Self::Value,
            NumberField::Numerator => Self::Numerator,
            NumberField::Denominator => Self::Denominator,
            NumberField::Total => Self::Total,
        }
    }
    const ALL: [Self; Self::COUNT] = [
        Self::Year,
        Self::Region,
        Self::Indicator,
        Self::Value,
        Self::Numerator,
        Self::Denominator,
        Self::Total,
        Self::Remark,
        Self::Unit,
    ];
    /// What belongs to one value.
    pub(super) const PARTS: [Self; 5] =
        [Self::Value, Self::Numerator, Self::Denominator, Self::Total, Self::Remark];

    /// The field that a heading names.
    pub(super) fn named(heading: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
            let of = |field: Field| field.names().iter().map(move |name| (text::fold(name), field));
            let names = Field::ALL.into_iter().flat_map(of);
            names.map(|(name, field)| (name.into_owned(), field)).collect()
        });
        NAMES.get(&*text::fold(heading)).copied()
    }

    /// Whether it belongs to one value.
    pub(super) fn is_part(self) -> bool {
        Self::PARTS.contains(&self)
    }

    /// Whether it says what a row is of.
    pub(super) fn is_axis(self) -> bool {
        matches!(self, Self::Year | Self::Region | Self::Indicator)
    }

    /// The names a header may use, the canonical one first.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Year => YEAR_HEADINGS,
            Self::Region => REGION_HEADINGS,
            Self::Indicator => &["指标", "指标名称", "指标项", "指标项目", "主要指标", "indicator"],
            Self::Value => &[
                "数值",
                "指标值",
                "完成值",
                "完成数",
                "实际值",
                "实际完成值",
                "实际完成数",
                "报送值",
                "报送数",
                "本年数值",
                "本年数",
                "本年值",
                "本期值",
                "本期数",
                "本年实际",
                "本年完成",
                "当年数",
                "当年值",
                "当年数值",
                "年度数值",
                "年度值",
                "年度数",
                "指标数值",
                "指标完成值",
                "填报值",
                "填报数",
                "填报数值",
                "上报数",
                "上报值",
                "统计值",
                "统计数",
                "报告期值",
                "实绩值",
                "现状值",
                "完成数值",
                "年底数",
                "actual",
                "value",
            ],
            Self::Numerator => &["分子", "numerator"],
            Self::Denominator => &["分母", "denominator"],
            Self::Total => &["累计", "累计数", "累计值", "累计完成", "累计完成数", "total"],
            Self::Remark => &["备注", "说明", "remark", "note"],
            Self::Unit => &["单位", "计量单位", "指标单位", "数据单位", "数值单位", "unit"],
        }
    }

    fn canonical(self) -> &'static str {
        self.names()[0]
    }
}

/// Where each field stands in a row.
#[derive(Debug, Clone)]
pub(super) struct Header {
    columns: [Option<usize>; Field::COUNT],
    /// What each column holds, by position.
    fields: Vec<Option<Field>>,
    /// The names as the file has them, by position.
    names: Vec<Arc<str>>,
    /// Whether no two columns are of one field.
    is_plain: bool,
}

impl Header {
    /// Reads the first record. Faults that leave it usable are collected.
    ///
    /// # Errors
    /// The one fault that makes the file unreadable.
    pub(super) fn read(
        cells: &[&str],
        place: impl Fn(usize) -> Place,
        faults: &mut Vec<Diagnostic>,
    ) -> Result<Self, SubmissionProblem> {
        let mut columns = [None; Field::COUNT];
        let (mut unknown, mut is_plain) = (Vec::new(), true);
        for (at, cell) in cells.iter().enumerate() {
            let name = cell.trim();
            match Field::named(name).map(|field| field as usize) {
                Some(field) if columns[field].is_some() => is_plain = false,
                Some(field) => columns[field] = Some(at),
                None if name.is_empty() || is_descriptive(&text::fold(name)) => {}
                None => unknown.push((at, name.to_owned())),
            }
        }
        let has = |field: Field| columns[field as usize].is_some();
        let mut lacking: Vec<&'static str> = [Field::Region, Field::Indicator]
            .into_iter()
            .filter(|field| !has(*field))
            .map(Field::canonical)
            .collect();
        let counts = has(Field::Numerator) && has(Field::Denominator);
        if !has(Field::Value) && !counts {
            lacking.push(Field::Value.canonical());
        }
        if !lacking.is_empty() {
            let found = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            let separator = match cells {
                [only] => [';', '\t', '，', '；'].into_iter().find(|mark| only.contains(*mark)),
                _ => None,
            };
            return Err(SubmissionProblem::NoHeader { found, lacking, separator });
        }
        for (at, name) in unknown {
            faults.push(Diagnostic::at(SubmissionProblem::UnknownColumn { name }, place(at)));
        }
        let names = cells.iter().map(|cell| Arc::from(cell.trim())).collect();
        let field = |at| Field::ALL.into_iter().find(|field| columns[*field as usize] == Some(at));
        let fields = (0..cells.len()).map(field).collect();
        Ok(Self { columns, fields, names, is_plain })
    }

    /// What each column holds, by position; none for one that is not known.
    #[inline]
    pub(super) fn columns(&self) -> &[Option<Field>] {
        &self.fields
    }

    /// Whether no two columns are of one field.
    pub(super) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// How many cells a row needs: those up to its first figure.
    pub(super) fn least_width(&self) -> usize {
        let figures = [Field::Value, Field::Numerator, Field::Denominator, Field::Total];
        let axes = [Field::Year, Field::Region, Field::Indicator];
        let first = figures.into_iter().filter_map(|field| self.position(field)).min();
        let last = axes.into_iter().filter_map(|field| self.position(field)).max();
        first.max(last).map_or(self.width(), |at| at + 1)
    }

    /// How many cells a row has.
    pub(super) fn width(&self) -> usize {
        self.names.len()
    }

    /// Where a field stands, if the file has it.
    #[inline]
    pub(super) fn position(&self, field: Field) -> Option<usize> {
        self.columns[field as usize]
    }

    /// The names of the columns that hold figures.
    pub(super) fn figure_columns(&self) -> FigureColumns {
        let name = |field| self.position(field).and_then(|at| self.name(at)).cloned();
        FigureColumns { value: name(Field::Value), numerator: name(Field::Numerator) }
    }

    /// The name of the column at a position.
    pub(super) fn name(&self, at: usize) -> Option<&Arc<str>> {
        self.names.get(at)
    }
}
