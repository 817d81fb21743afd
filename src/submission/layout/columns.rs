//! What the headings of each column of a table say together.

use super::heading::{Heading, Named, is_figure};
use super::under;
use super::words::{is_descriptive, says_result};
use crate::submission::Vocabulary;
use crate::submission::grid::{Content, Grid, GridCell};
use crate::submission::header::Field;
use crate::term::Year;
use crate::text::{self, Part, Period};

/// What the headings of one column say together.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// The region or indicator, as it is written.
    pub(super) named: Option<(Named, String)>,
    /// The column's own fields, from top to bottom.
    pub(super) fields: Vec<Field>,
    pub(super) units: Vec<String>,
    pub(super) period: Option<Period>,
    /// Whether a word says that it holds results.
    is_result: bool,
    /// The word by which it holds no results.
    other: Option<String>,
    /// Words that are not understood, in a heading that is known else.
    unclear: Option<String>,
    /// The heading of which nothing is known.
    stray: Option<String>,
    /// The headings themselves.
    pub(super) text: String,
}

/// Why a column that could hold figures is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) enum Idle {
    /// Nothing is known of its heading, or of one above it.
    Unknown,
    /// It holds something else than results.
    Other(String),
    /// Words of its heading are not understood.
    Unclear(String),
    /// It holds a part of a year.
    PartOfYear,
}

impl Column {
    pub(super) fn is(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }

    /// Whom or what it names.
    pub(super) fn name(&self) -> Option<Named> {
        self.named.as_ref().map(|(named, _)| *named)
    }

    /// The year that its headings state.
    pub(super) fn year(&self) -> Option<Year> {
        self.period.map(|period| period.year)
    }

    /// Whether figures stand in it, results or others.
    pub(super) fn is_of_figures(&self) -> bool {
        self.part().is_some_and(|part| part != Field::Remark)
            || self.idle().is_some_and(|why| why != Idle::Unknown)
    }

    pub(super) fn is_axis(&self) -> bool {
        self.fields.iter().any(|field| field.is_axis())
    }

    /// Which part of a value its headings are of.
    fn said_part(&self) -> Option<Field> {
        let part = self.fields.iter().copied().find(|field| field.is_part());
        // The name or the year alone: what stands under it is a value.
        let is_value = self.named.is_some() || self.period.is_some() || self.is_result;
        part.or_else(|| (is_value && self.fields.is_empty()).then_some(Field::Value))
    }

    /// Which part of a value stands in it.
    pub(super) fn part(&self) -> Option<Field> {
        self.said_part().filter(|_| self.idle().is_none())
    }

    /// Why it is not read, though something may stand in it.
    pub(super) fn idle(&self) -> Option<Idle> {
        // A remark is read whatever is said beside the word.
        let is_remark = self.named.is_none() && self.fields == [Field::Remark];
        // Whose figures stand in a column must be sure where somebody is named.
        let stray = self.stray.as_ref().filter(|_| self.named.is_some());
        if let Some(words) = self.unclear.as_ref().or(stray).filter(|_| !is_remark) {
            return Some(Idle::Unclear(words.clone()));
        }
        // 累计 is of all years of the plan; of one year it may be of the months.
        if self.is(Field::Total) && (self.is_result || self.period.is_some()) {
            return Some(Idle::Unclear(Field::Total.names()[0].to_owned()));
        }
        if let Some(word) = self.other.as_ref().filter(|_| !is_remark) {
            return Some(Idle::Other(word.clone()));
        }
        let says_nothing = self.is_free();
        if self.stray.is_some() || (says_nothing && !self.text.is_empty() && !is_form(&self.text)) {
            return Some(Idle::Unknown);
        }
        // A day in a heading is the one as of which figures are.
        let is_part = self.period.is_some_and(|period| period.part != Part::Whole);
        is_part.then_some(Idle::PartOfYear)
    }

    /// Whether its headings say that it holds results, or of which year.
    pub(super) fn says_result(&self) -> bool {
        self.is_result || self.period.is_some() || says_result(&text::fold(&self.text))
    }

    /// Whether what stands in it may name the rows, though its headings don't say so.
    pub(super) fn is_free(&self) -> bool {
        self.named.is_none() && self.period.is_none() && !self.is_result && self.fields.is_empty()
    }

    /// Adds a heading; false if it contradicts those above it. Of one that goes on with
    /// those no word may be passed over.
    fn add(&mut self, heading: Heading, text: &str, goes_on: bool) -> bool {
        if !text.is_empty() && is_form(text) {
            return true;
        }
        let words = heading.unclear.clone().or_else(|| {
            let is_silent = !heading.bears() && heading.units.is_empty();
            is_silent.then(|| text.to_owned())
        });
        let of = if heading.is_known() || goes_on { &mut self.unclear } else { &mut self.stray };
        *of = of.take().or(words);
        if let Some((named, name)) = heading.named {
            match &self.named {
                Some((other, _)) if *other != named => return false,
                Some(_) => {}
                None => self.named = Some((named, name)),
            }
        }
        // 单位 below 地区 is of the row of units.
        let is_label = heading.field == Some(Field::Unit) && self.is_axis();
        if let Some(field) = heading.field.filter(|_| !is_label)
            && !self.is(field)
        {
            self.fields.push(field);
        }
        if let Some(period) = heading.period {
            match &self.period {
                Some(other) if *other != period => return false,
                _ => self.period = Some(period),
            }
        }
        self.is_result |= heading.is_result;
        self.other = self.other.take().or(heading.other);
        if self.units.is_empty() {
            self.units = heading.units;
        }
        true
    }

    fn is_sound(&self) -> bool {
        let parts = self.fields.iter().filter(|field| field.is_part()).count();
        // 年份 above 指标 is a title: 年份 | 2023.
        let of_rows = self.is(Field::Region) || self.is(Field::Indicator);
        if of_rows && (self.is(Field::Year) || self.is(Field::Unit)) {
            return false;
        }
        parts <= 1 && !(self.is_axis() && (parts > 0 || self.named.is_some()))
    }
}

/// Whether headings belong to the form and are not filled in.
fn is_form(text: &str) -> bool {
    text.split(' ').all(|heading| is_descriptive(&text::fold(heading)))
}

/// What each column's headings say, from row `head.0` to row `head.1` of the grid; none if
/// the rows are no headings.
pub(super) fn columns(
    grid: &Grid,
    head: (usize, usize),
    vocabulary: &Vocabulary<'_>,
) -> Option<Vec<Column>> {
    let rows = grid.rows.get(head.0..head.1)?;
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let is_own = |cell: &GridCell| !cell.text.trim().is_empty() && cell.content != Content::Merged;
    // A cell by itself, merged over others or not, is a title: no table has one heading.
    if rows.first()?.cells.iter().filter(|cell| is_own(cell)).count() < 2 {
        return None;
    }
    let mut columns: Vec<Column> = (0..width).map(|_| Column::default()).collect();
    let mut is_known = false;
    for (depth, row) in rows.iter().enumerate() {
        let is_last = depth + 1 == rows.len();
        let goes_on = depth > 0 && under::goes_on(row, &columns, vocabulary);
        let (mut known, mut bearing) = (0, 0);
        // What spreads over the blank cells behind it: they were merged with it.
        let mut left: Option<Heading> = None;
        for (at, column) in columns.iter_mut().enumerate() {
            let cell = row.cells.get(at);
            let text = cell.map_or("", |cell| cell.text.trim());
            if is_figure(text) && !goes_on {
                return None;
            }
            let is_own = cell.is_some_and(is_own);
            let heading = if !text.is_empty() {
                let heading = Heading::read(text, vocabulary);
                left = Some(heading.clone()).filter(|_| !is_form(text));
                if !column.text.split(' ').any(|above| above == text) {
                    if !column.text.is_empty() {
                        column.text.push(' ');
                    }
                    column.text.push_str(text);
                }
                heading
            } else {
                // The rest of merged cells, whose first alone was kept.
                let below = rows[depth + 1..].iter().filter_map(|row| row.cells.get(at));
                let goes_on =
                    !is_last && below.into_iter().any(|cell| !cell.text.trim().is_empty());
                let spreads = |heading: &Heading| {
                    heading.named.is_some() || heading.field.is_none_or(Field::is_part)
                };
                match &left {
                    Some(heading) if goes_on && spreads(heading) => heading.clone(),
                    _ => continue,
                }
            };
            known += usize::from(heading.is_known());
            bearing += usize::from(is_own && heading.bears() && heading.unclear.is_none());
            if !column.add(heading, text, goes_on && !text.is_empty()) {
                return None;
            }
        }
        // Every row of headings says something that is known; the first and the last of
        // all would else be a title or data. A year by itself is a title's.
        if known == 0 && bearing < 2 && !goes_on {
            return None;
        }
        is_known |= known > 0;
    }
    (is_known && columns.iter().all(Column::is_sound)).then_some(columns)
}
