//! Reading rows, whatever they stand in: a line of text, or cells of a table.

mod named;
mod of_else;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Vocabulary;
use super::beside::{Heard, Owner};
use super::cell::{self, Cell, Unusable};
use super::figure::{self, Cells};
use super::grid::Content;
use super::header::Field;
use super::layout::{Note, Pair, Scope};
use super::passed::Passed;
use super::recent::Recent;
use super::stated::Stated;
use super::unit::{self, Unit};
use crate::diagnostic::{Diagnostic, Findings, RegionSource, SubmissionProblem, YearSource};
use crate::exact::Figure;
use crate::source::Place;
use crate::term::{Entry, Found, Mark, RegionId, Sent, SeriesId, Year};
use crate::text::{self, read_year};

/// One row, its names resolved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) region: RegionId,
    pub(super) series: SeriesId,
    pub(super) year: Year,
    pub(super) entry: Entry,
}

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) rows: Vec<Row>,
    pub(super) remarks: Vec<(u32, Box<str>)>,
    /// Values that are words.
    pub(super) words: Vec<(u32, Box<str>)>,
    pub(super) faults: Findings,
    /// How many rows there were, usable or not.
    pub(super) seen: u64,
    /// The first line that says something of the rows below it.
    pub(super) says_more: Option<u64>,
    /// What the rows take of which it is not known whose, of what or of when, in bytes.
    pub(super) unread: u64,
    /// What the texts beside figures claim, beyond what prose does.
    pub(super) claims: u64,
    /// How many bytes of text were made of rows that are packed otherwise, beyond what a row has.
    pub(super) unpacked: u64,
}

/// How much the texts beside a figure claim without a charge: ten times what a remark does that
/// tells of a county's year, or what the notes and titles of a form do together.
pub(super) const CLAIMS_OF_PROSE: u64 = 20;

impl Context<'_> {
    /// Whether its rows are said to be of that year.
    pub(super) fn is_of(&self, year: Year) -> bool {
        self.year.is_some_and(|(of, _)| of == year)
    }
}

/// What is known of a table before its rows are read.
#[derive(Debug, Clone)]
pub(super) struct Context<'v> {
    pub(super) file: Arc<str>,
    /// The year of rows that name none, and where it comes from.
    pub(super) year: Option<(Year, YearSource)>,
    /// The region that the table says it is of, and where it says so.
    pub(super) region: Option<(RegionId, RegionSource)>,
    /// Whose its figures are not, or of what alone.
    pub(super) scope: Scope,
    /// What is noted of some of its figures.
    pub(super) notes: Vec<Note>,
    /// What is said of all of its figures as a column beside them would.
    pub(super) pairs: Vec<Pair>,
    pub(super) vocabulary: &'v Vocabulary<'v>,
}

/// Whether it is known whose a value is, of what and of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// It is.
    All,
    /// What its heading says is not; the row's other values may be read.
    NotHere,
    /// What the row says of all its values is not.
    NotInRow,
}

/// The cells of one row.
pub(super) trait Fields {
    /// The text of a field; empty if the row has none.
    fn text(&self, field: Field) -> &[u8];

    /// What that text is.
    fn content(&self, field: Field) -> Content;

    /// Where it stands; of a field that the row has not, where the row does.
    fn place(&self, field: Field) -> Place;

    /// The row's number among the lines of all files.
    fn line(&self) -> u32;

    /// The year that its headings state.
    fn year(&self) -> Option<(Year, YearSource)> {
        None
    }

    /// Which of its names a heading says: the row's other values have another.
    fn across(&self) -> Option<Field> {
        None
    }

    /// Whether a comma in a number, without quotes, would have taken it apart.
    fn is_parted_by_commas(&self) -> bool;

    /// Whether a cell is written in quotes, as far as that is known.
    fn is_quoted(&self, _: Field) -> bool {
        false
    }

    /// Gives every cell that is no part of the value, with its heading.
    fn beside(&self, _each: &mut dyn FnMut(&str, &str)) {}

    /// The units that its headings state.
    fn stated(&self) -> Option<&Stated> {
        None
    }
}

/// Reads rows, one after the other.
pub(super) struct Reading<'r> {
    pub(super) context: &'r Context<'r>,
    pub(super) batch: Batch,
    /// What is wrong with the row that is being read.
    of_row: Vec<Diagnostic>,
    /// Which of the pairs that are said of all rows keep some from being judged.
    pub(super) denying: BTreeSet<usize>,
    pub(super) regions: Recent<RegionId>,
    pub(super) series: Recent<SeriesId>,
    pub(super) years: Recent<Year>,
    passed: Passed,
}

impl<'r> Reading<'r> {
    pub(super) fn new(context: &'r Context<'r>) -> Self {
        Self {
            context,
            batch: Batch::default(),
            of_row: Vec::new(),
            denying: BTreeSet::new(),
            regions: Recent::new(1),
            series: Recent::new(64),
            years: Recent::new(4),
            passed: Passed::default(),
        }
    }

    /// Reads a row, and says whether it is known whose, of what and of when.
    #[inline]
    pub(super) fn row(&mut self, row: &impl Fields) -> Known {
        let region = self.region(row);
        let series = self.series(row);
        let year = self.year(row);
        let across = row.across();
        let is_whole = region.is_some() && series.is_some() && year.is_some();
        if !is_whole && across.is_some() {
            let is_own = |field, is_known: bool| !is_known && across != Some(field);
            let lacks_own = is_own(Field::Region, region.is_some())
                || is_own(Field::Indicator, series.is_some())
                || year.is_none() && row.year().is_none();
            // What is wrong with a row's own names is so of all its values.
            let region = region.filter(|_| !lacks_own || across != Some(Field::Region));
            let series = series.filter(|_| !lacks_own || across != Some(Field::Indicator));
            self.settle(region, series, year);
            return if lacks_own { Known::NotInRow } else { Known::NotHere };
        }
        let Some(series) = series else {
            self.settle(region, None, year);
            return Known::NotInRow;
        };
        let known = &self.context.vocabulary.series[series.index()];
        let (unit, [part, whole]) = (Unit::Of(known.unit), known.count_units);
        let remark = std::str::from_utf8(row.text(Field::Remark)).unwrap_or_default().trim();
        let number = |field, unit| match row.content(field) {
            Content::Typed => cell::read(row.text(field), unit),
            // A mark may stand for all of them, a number for one alone.
            Content::Merged => match cell::read(row.text(field), unit) {
                Cell::Number { .. } => Cell::Unusable(Unusable::Shared),
                other => other,
            },
            Content::Error => Cell::Unusable(Unusable::Failed),
            Content::Uncomputed => Cell::Unusable(Unusable::Uncomputed),
            Content::Struck => Cell::Unusable(Unusable::Struck),
        };
        let cells = Cells {
            value: match row.content(Field::Value) {
                Content::Typed => {
                    cell::read_as(known.limits, known.name, row.text(Field::Value), unit)
                }
                Content::Merged | Content::Error | Content::Uncomputed | Content::Struck => {
                    number(Field::Value, unit)
                }
            },
            numerator: number(Field::Numerator, Unit::Counting(part)),
            denominator: number(Field::Denominator, Unit::Counting(whole)),
            total: number(Field::Total, unit),
            explained: !text::says_nothing(remark)
                && !Mark::read(remark).is_some_and(Mark::is_blank),
        };
        let text = |field| String::from_utf8_lossy(row.text(field)).trim().to_owned();
        let mut problems = Vec::new();
        let (mut sent, figure) = figure::validate(&cells, known, &text, &mut problems);
        // What is taken back explains nothing, and what was not computed may say anything.
        if let Some(problem) = row.content(Field::Remark).fault(remark) {
            problems.push((Field::Remark, problem));
            sent = Sent::Invalid;
        }
        if sent == Sent::Figure && unit::disagrees(&text(Field::Unit), known) {
            let (found, expected) = (text(Field::Unit), known.unit.to_string());
            problems.push((Field::Unit, SubmissionProblem::UnitMismatch { found, expected }));
            sent = Sent::Invalid;
        }
        if sent == Sent::Figure
            && let Some(fault) = row.stated().and_then(|stated| stated.fault(&cells, known))
        {
            problems.push(fault);
            sent = Sent::Invalid;
        }
        if let (Some(region), Some(year)) = (region, year)
            && matches!(sent, Sent::Figure | Sent::NotApplicable)
        {
            let written = [Field::Value, Field::Numerator, Field::Denominator]
                .map(|field| std::str::from_utf8(row.text(field)).unwrap_or_default());
            let heard = Heard::default();
            let owner = Owner::new(region, known, year, written, self.context.vocabulary, &heard);
            let of_else = if sent == Sent::Figure {
                self.something_else(row, series, owner)
            } else {
                self.absent(row, series, owner)
            };
            if let Some(of_else) = of_else {
                self.of_row.push(of_else.fault(row.place(Field::Value)).by_rule(known.rule));
                sent = Sent::Invalid;
            } else if sent == Sent::Figure
                && let Some(pair) = self.denied(owner)
            {
                self.denying.insert(pair);
                sent = Sent::Invalid;
            }
            self.batch.claims += heard.claims.get().saturating_sub(CLAIMS_OF_PROSE);
        }
        for (field, problem) in problems {
            self.of_row.push(Diagnostic::at(problem, row.place(field)).by_rule(known.rule));
        }
        self.settle(region, Some(series), year);
        let (Some(region), Some(year)) = (region, year) else { return Known::NotInRow };
        let line = row.line();
        if cells.explained {
            self.batch.remarks.push((line, remark.into()));
        }
        if cells.value == Cell::Words {
            self.batch.words.push((line, text(Field::Value).into()));
        }
        let entry = match sent {
            Sent::Missing => Entry::missing(cells.mark(), line),
            Sent::Nothing | Sent::NotApplicable | Sent::Invalid | Sent::Figure => {
                Entry::new(sent, &figure, line)
            }
        };
        self.batch.rows.push(Row { region, series, year, entry });
        Known::All
    }

    /// Files what is wrong with a row under what the row is about, as far as that is known.
    #[inline]
    fn settle(&mut self, region: Option<RegionId>, series: Option<SeriesId>, year: Option<Year>) {
        if self.of_row.is_empty() {
            return;
        }
        let subject = self.context.vocabulary.subject(region, series, year);
        for mut fault in self.of_row.drain(..) {
            let own = fault.subject.get_or_insert_default();
            own.region = subject.region.clone();
            own.year = subject.year;
            // A row may name a series in a unit that is not the series' own.
            if own.series.is_empty() {
                own.series.clone_from(&subject.series);
            }
            self.batch.faults.push(fault);
        }
    }

    /// Marks the value of a row that can't be read whole, if its names can be; and why it
    /// can't, unless that was said of all such rows at once.
    pub(super) fn unusable(
        &mut self,
        row: &impl Fields,
        fault: Option<(SubmissionProblem, Place)>,
    ) {
        let vocabulary = self.context.vocabulary;
        let text = |field| std::str::from_utf8(row.text(field)).ok();
        let one = |found| match found {
            Some(Found::One(number)) => Some(number),
            _ => None,
        };
        let find =
            |name: &str| vocabulary.known.regions.of(name, || vocabulary.region_names.find(name));
        let region = text(Field::Region).and_then(|name| one(find(name)));
        let series =
            text(Field::Indicator).and_then(|name| one(vocabulary.series_names.find(name)));
        let year = text(Field::Year)
            .and_then(read_year)
            .or(row.year().or(self.context.year).map(|(year, _)| year));
        let region = region.map(RegionId);
        let series = series.and_then(|series| u16::try_from(series).ok()).map(SeriesId);
        self.of_row.extend(fault.map(|(problem, place)| Diagnostic::at(problem, place)));
        self.settle(region, series, year);
        if let (Some(region), Some(series), Some(year)) = (region, series, year)
            && vocabulary.outside(year).is_none()
        {
            let entry = Entry::new(Sent::Invalid, &Figure::default(), row.line());
            self.batch.rows.push(Row { region, series, year, entry });
        }
    }

    /// Files what is wrong with more than a row.
    pub(super) fn fault(&mut self, problem: SubmissionProblem, place: Place) {
        self.batch.faults.push(Diagnostic::at(problem, place));
    }
}
