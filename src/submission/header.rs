//! The columns of a file.

use std::sync::{Arc, LazyLock};

use hashbrown::HashMap;

use super::layout::{Qualifier, is_descriptive};
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
        let folded = text::fold(heading);
        NAMES
            .get(&*folded)
            .copied()
            .or_else(|| (is_noun(&folded) || is_value(&folded)).then_some(Self::Value))
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
            Self::Value => &["数值", "本年实际", "本年完成", "actual", "value"],
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

/// The longest heading that is a value's by the words before the noun, in bytes.
const LONGEST_VALUE: usize = 36;

/// Whether a folded heading is a noun for figures: 数据, 结果.
fn is_noun(folded: &str) -> bool {
    const ALONE: [&str; 9] =
        ["数据", "数字", "结果", "值", "数", "values", "result", "results", "data"];
    ALONE.contains(&folded)
}

/// Whether a folded heading is a noun for figures behind words for results, or that say nothing
/// of them: 期末值, 本年完成数, 填报数据.
pub(super) fn is_value(folded: &str) -> bool {
    const NOUNS: [&str; 4] = ["数值", "数据", "值", "数"];
    const BEFORE: [&str; 14] = [
        "指标", "填报", "上报", "监测", "实测", "观测", "汇总", "报告", "当前", "当期", "年终",
        "现状", "现", "确认",
    ];
    // 示例数据 is a remark.
    let is_before = |word: &str| {
        BEFORE.contains(&word)
            || matches!(Qualifier::of(word), Some(Qualifier::Result | Qualifier::Nothing))
                && !word.starts_with("示例")
    };
    let noun = NOUNS.iter().find_map(|noun| folded.strip_suffix(noun));
    let is_some = |rest: &&str| !rest.is_empty() && rest.len() <= LONGEST_VALUE;
    let Some(mut rest) = noun.filter(is_some) else { return false };
    // Forms of performance call a target so.
    if matches!(folded, "指标值" | "指标数") {
        return false;
    }
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let mut words = ends.filter_map(|end| rest.split_at_checked(end));
        let Some((_, behind)) = words.find(|(word, _)| is_before(word)) else { return false };
        rest = behind;
    }
    true
}

/// The longest end of a text that is such a heading, with what stands before it.
pub(super) fn value_behind(text: &str) -> Option<(&str, &str)> {
    let starts = text.char_indices().rev().map(|(at, _)| at).take(LONGEST_VALUE / 3);
    let ends = starts.filter(|at| *at > 0).map(|at| text.split_at(at));
    ends.filter(|(_, end)| is_value(&text::fold(end))).last()
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
