//! What the columns of a table are.

use std::sync::Arc;

use super::Context;
use super::grid::Row;
use crate::plan::draft::amount::whole_unit;
use crate::plan::draft::columns::Label;
use crate::plan::draft::fold::{bracketed, fold};
use crate::plan::draft::header::{Column as Drafted, column};
use crate::term::{REGION_HEADINGS, RegionId, YEAR_HEADINGS, Year};
use crate::text;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Indicator,
    Region,
    Year,
    Unit,
    Remark,
    /// Numbers of rows and 属性: nothing that a target depends on.
    Aside,
    /// Targets, of the year that the heading names.
    Target(Option<Year>),
    /// Baselines, of the year that the heading names.
    Baseline(Option<Year>),
    /// Targets of one region.
    OfRegion(RegionId),
    /// Targets of one indicator.
    OfIndicator(usize),
}

/// A column.
pub(super) struct Column {
    /// None of one that is not understood.
    pub(super) field: Option<Field>,
    pub(super) heading: Arc<str>,
    /// The unit in the brackets of its heading.
    pub(super) unit: Option<String>,
}

pub(super) struct Header {
    pub(super) columns: Vec<Column>,
}

impl Header {
    /// Reads a row as a header; none of one that does not name the targets of whom and of what.
    pub(super) fn read(row: &Row, context: &Context<'_>) -> Option<Self> {
        let named: Vec<Option<Field>> = row.cells.iter().map(|it| axis(&it.text)).collect();
        let has = |field| named.contains(&Some(field));
        let (by_region, by_indicator) = (has(Field::Region), has(Field::Indicator));
        if !by_region && !by_indicator {
            return None;
        }
        let name = |text: &str| match (by_region, by_indicator) {
            (false, true) => context.region(text).map(Field::OfRegion),
            (true, false) => context.indicator(text).map(Field::OfIndicator),
            (_, _) => None,
        };
        let columns: Vec<Column> = row
            .cells
            .iter()
            .zip(&named)
            .map(|(cell, axis)| {
                let heading = cell.text.trim();
                let (bare, unit) = without_unit(heading);
                let is_named = || name(heading).or_else(|| name(bare));
                let field = axis.or_else(is_named).or_else(|| by_words(heading, context));
                Column { field, heading: heading.into(), unit }
            })
            .collect();
        let is_target = |column: &Column| match column.field {
            Some(Field::Target(_) | Field::Baseline(_)) => by_region && by_indicator,
            Some(Field::OfRegion(_) | Field::OfIndicator(_)) => true,
            _ => false,
        };
        columns.iter().any(is_target).then_some(Self { columns })
    }

    /// Where the column of a field is.
    pub(super) fn position(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// Whether a row below may be a header again: it repeats a heading by which rows are known.
    pub(super) fn may_repeat(&self, row: &Row) -> bool {
        let mut axes =
            self.columns.iter().enumerate().filter(|(_, column)| {
                matches!(column.field, Some(Field::Indicator | Field::Region))
            });
        axes.any(|(at, column)| row.text(at) == &*column.heading)
    }
}

/// The columns by which rows are known.
fn axis(heading: &str) -> Option<Field> {
    let folded = text::fold(heading);
    let is_among = |words: &[&str]| words.iter().any(|word| text::fold(word) == folded);
    if is_among(REGION_HEADINGS) {
        return Some(Field::Region);
    }
    if is_among(YEAR_HEADINGS) {
        return Some(Field::Year);
    }
    matches!(column(heading), Drafted::Name(_)).then_some(Field::Indicator)
}

fn by_words(heading: &str, context: &Context<'_>) -> Option<Field> {
    Some(match column(heading) {
        Drafted::Unit => Field::Unit,
        Drafted::Remarks => Field::Remark,
        Drafted::Number | Drafted::Attribute => Field::Aside,
        Drafted::Value(Label::Target | Label::Midway, year) => Field::Target(year),
        Drafted::Value(Label::Baseline, None) => Field::Baseline(None),
        Drafted::Value(Label::Baseline | Label::Past | Label::None, Some(year))
            if context.is_baseline_year(year) =>
        {
            Field::Baseline(Some(year))
        }
        Drafted::Value(Label::None, Some(year)) => Field::Target(Some(year)),
        Drafted::Value(Label::Baseline | Label::Past | Label::None, _)
        | Drafted::Deadline
        | Drafted::Direction
        | Drafted::Yearly(..)
        | Drafted::Name(_)
        | Drafted::Unknown => return None,
    })
}

/// A heading without the unit in its brackets, and the unit: 目标值（户）.
fn without_unit(heading: &str) -> (&str, Option<String>) {
    let unit = bracketed(heading).and_then(|(bare, inner)| Some((bare, whole_unit(&fold(inner))?)));
    unit.map_or((heading, None), |(bare, unit)| (bare, Some(unit)))
}
