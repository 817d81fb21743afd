//! 分解表: the targets of regions as an office has them, in a table beside the rules.
//!
//! One target a row, or regions or indicators across the top. Years are those of the rows, else
//! of the headings, else of what stands around the table; where nothing says one, the target
//! year is meant. What can be read in two ways is a fault at its cell.

mod grid;
mod header;
mod reader;
mod schema;
mod value;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::clause::{Beside, Clause, Ground, name, written};
use super::faults::FileFaults;
use super::reading::Reading;
use super::{Head, Milestone, OwnYears};
use crate::diagnostic::{Diagnostic, DivisionProblem, Problem};
use crate::exact::{Decimal, Rational};
use crate::source::Place;
use crate::term::{Found, Names, RegionId, Year};
use crate::text;
use grid::Sheet;
use header::{Field, Header};
use reader::Reader;

pub use schema::targets_schema;

/// The table that a plan names, and its bytes.
pub(super) struct Table {
    pub(super) file: Arc<str>,
    pub(super) bytes: Vec<u8>,
}

/// What was read of a table: the clauses of indicators, by their place among those written.
pub(super) struct Division {
    pub(super) file: Arc<str>,
    pub(super) faults: FileFaults,
    pub(super) clauses: Vec<(usize, Vec<Clause>)>,
    pub(super) doubtful: Doubtful,
}

/// The indicators and the regions of which something could not be read, none for any.
pub(super) type Doubtful = BTreeSet<(Option<usize>, Option<RegionId>)>;

/// What the rules say that the table rests on.
pub(super) struct Context<'c> {
    pub(super) ground: &'c Ground<'c>,
    pub(super) head: &'c Head,
    pub(super) names: &'c Names,
    /// Of the indicators as they are written, faulty ones among them.
    pub(super) beside: &'c [Beside],
    /// How many cells of a sheet are looked at as headings.
    pub(super) most_headings: u64,
}

/// So many cells of a sheet are looked at as headings: until one row is, every row may be.
pub(super) const MOST_HEADINGS: u64 = 500_000;

/// Reads a table.
pub(super) fn read(table: Table, context: &Context<'_>) -> Division {
    let Table { file, bytes } = table;
    let mut faults = FileFaults::default();
    let read = grid::read(bytes, |row| Header::read(row, context).is_some());
    let (sheets, unseen) = read.unwrap_or_else(|problems| (Vec::new(), problems));
    let mut doubtful: Doubtful = (!unseen.is_empty()).then_some((None, None)).into_iter().collect();
    for problem in unseen {
        faults.push(|| Diagnostic::at(problem, Place::file(&file)));
    }
    let mut found = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let (file, faults, found, doubtful) = (&file, &mut faults, &mut found, &mut doubtful);
        Reader { context, file, sheet, at, faults, found, doubtful }.read();
    }
    let clauses = clauses(&file, &sheets, found, &mut faults, context);
    Division { file, faults, clauses, doubtful }
}

/// What is wrong with a cell, or with the whole table.
type Wrong = Vec<Problem>;

fn wrong(problem: impl Into<Problem>) -> Wrong {
    vec![problem.into()]
}

/// The sheet, the row and the column of a cell.
type Spot = (usize, usize, usize);

/// One number that a region has of an indicator. There may be hundreds of thousands: targets are
/// made of them when all are read.
struct Own {
    of: (usize, RegionId),
    /// That of the target; of none, it is the baseline.
    year: Option<Year>,
    spot: Spot,
    heading: Arc<str>,
    said: Said,
    remark: Option<Arc<str>>,
}

#[derive(Clone, Copy)]
enum Said {
    Target(Milestone),
    Milestone(Milestone),
    Baseline(Decimal),
}

impl Said {
    /// Whether it is the same baseline.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Baseline(one), Self::Baseline(other)) => {
                Rational::from(*one) == Rational::from(*other)
            }
            (Self::Target(_) | Self::Milestone(_) | Self::Baseline(_), _) => false,
        }
    }
}

/// Words for the whole in the place of a region.
const WHOLE: [&str; 6] = ["合计", "总计", "全市", "全省", "全国", "total"];

impl Context<'_> {
    fn region(&self, name: &str) -> Option<RegionId> {
        match self.ground.names.find(name) {
            Some(Found::One(id)) => Some(RegionId(id)),
            Some(Found::Several) => None,
            None => self.ground.city.filter(|_| WHOLE.contains(&&*text::fold(name))),
        }
    }

    fn indicator(&self, name: &str) -> Option<usize> {
        let find = |name: &str| match self.names.find(name)? {
            Found::One(at) => Some(at as usize).filter(|at| *at < self.beside.len()),
            Found::Several => None,
        };
        find(name).or_else(|| find(text::unmarked(name)?.1))
    }

    /// Whether baselines are of a year: the plan's, or those of an indicator.
    fn is_baseline_year(&self, year: Year) -> bool {
        let mut readings = self.beside.iter().flat_map(|beside| &beside.reading);
        year == self.head.baseline_year
            || readings.any(|reading| reading.own_years.baseline == Some(year))
    }

    /// How the numbers of an indicator are read.
    fn reading(&self, indicator: usize) -> Option<&Reading> {
        self.beside.get(indicator)?.reading.as_ref()
    }

    /// The name that the heading of a column may mean.
    fn nearest(&self, header: &Header, heading: &str) -> Option<String> {
        match (header.position(Field::Indicator), header.position(Field::Region)) {
            (Some(_), None) => self.ground.names.nearest(heading),
            (None, Some(_)) => self.names.nearest(heading),
            (_, _) => None,
        }
    }
}

/// The clauses of what was found, by their indicators; what stands twice is told.
fn clauses(
    file: &Arc<str>,
    sheets: &[Sheet],
    mut found: Vec<Own>,
    faults: &mut FileFaults,
    context: &Context<'_>,
) -> Vec<(usize, Vec<Clause>)> {
    let place = |own: &Own| {
        let (sheet, row, column) = own.spot;
        match sheets.get(sheet) {
            Some(sheet) => sheet.place(file, (row, column), &own.heading),
            None => Place::file(file),
        }
    };
    found.sort_unstable_by_key(|own| (own.of, own.spot));
    let mut clauses: Vec<(usize, Vec<Clause>)> = Vec::new();
    let mut inline = None;
    for own in found.chunk_by(|one, next| one.of == next.of) {
        let is_target = |own: &&Own| matches!(own.said, Said::Target(_));
        let Some(main) = own.iter().find(is_target).or(own.first()) else { continue };
        let (indicator, region) = main.of;
        let Some(beside) = context.beside.get(indicator) else { continue };
        for (at, again) in own.iter().enumerate() {
            let earlier = own.iter().take(at).find(|known| known.year == again.year);
            // The baseline may stand in the row of every year.
            let is_other = |known: &&Own| again.year.is_some() || !known.said.is(&again.said);
            if let Some(first) = earlier.filter(is_other) {
                let problem = DivisionProblem::TargetsTwice {
                    indicator: beside.name.clone(),
                    region: name(context.ground, Some(region)).unwrap_or_default(),
                    year: again.year,
                };
                faults.push(|| Diagnostic::at(problem, place(again)).with(place(first)));
            }
        }
        let of_region = |clause: &&Clause| clause.region.is_some() && clause.from.is_none();
        if let Some(clause) = beside.clauses.iter().find(of_region) {
            if inline.replace(indicator) != Some(indicator) {
                let indicator = beside.name.clone();
                let problem = DivisionProblem::TargetsAlsoInline { indicator };
                faults.push(|| Diagnostic::at(problem, place(main)).with(clause.place.clone()));
            }
            continue;
        }
        let place = place(main);
        let remark = own.iter().find_map(|own| own.remark.as_ref());
        let cite = remark.map(|remark| format!("{}（{remark}）", written(&place)));
        let mut clause = Clause {
            region: Some(region),
            from: None,
            target: None,
            baseline: None,
            milestones: None,
            own_years: OwnYears::default(),
            cite,
            place,
        };
        for own in own {
            match own.said {
                Said::Target(numbers) => {
                    let reading = beside.reading.as_ref();
                    clause.target = reading.and_then(|reading| reading.target_as(numbers).ok());
                }
                Said::Milestone(milestone) => {
                    let milestone = own.year.map(|year| (year, milestone));
                    clause.milestones.get_or_insert_default().extend(milestone);
                }
                Said::Baseline(number) => clause.baseline = Some(number),
            }
        }
        match clauses.last_mut() {
            Some((of, clauses)) if *of == indicator => clauses.push(clause),
            _ => clauses.push((indicator, vec![clause])),
        }
    }
    clauses
}

#[cfg(test)]
mod tests;
