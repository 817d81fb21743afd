//! 分解表: the targets of regions as an office has them, in a table beside the rules.
//!
//! One target a row, or regions or indicators across the top. Years are those of the rows, else
//! of the headings, else of what stands around the table; where nothing says one, the target
//! year is meant. What can be read in two ways is a fault at its cell.

mod grid;
mod header;
mod reader;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::clause::{Beside, Clause, Ground, name, written};
use super::faults::FileFaults;
use super::{Head, Indicator, Milestone, OwnYears};
use crate::diagnostic::{Diagnostic, DivisionProblem, Problem};
use crate::exact::{Decimal, Rational};
use crate::form::Target;
use crate::source::Place;
use crate::term::{Found, Named, Names, RegionId, Year};
use crate::text;
use grid::Sheet;
use header::{Field, Header};
use reader::Reader;

/// The table that a plan names, and its bytes.
pub(super) struct Table {
    pub(super) file: Arc<str>,
    pub(super) bytes: Vec<u8>,
}

/// What was read of a table: the clauses of indicators, by their place among them.
pub(super) struct Division {
    pub(super) file: Arc<str>,
    pub(super) faults: FileFaults,
    pub(super) clauses: Vec<(usize, Clause)>,
    pub(super) doubtful: Doubtful,
}

/// The indicators and the regions of which something could not be read, none for any.
pub(super) type Doubtful = BTreeSet<(Option<usize>, Option<RegionId>)>;

/// What the rules say that the table rests on.
pub(super) struct Context<'c> {
    pub(super) ground: &'c Ground<'c>,
    pub(super) head: &'c Head,
    pub(super) names: &'c Names,
    /// Which of the sound indicators each written one is.
    pub(super) places: &'c [Option<usize>],
    pub(super) indicators: &'c [Indicator],
    pub(super) beside: &'c [Beside],
}

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
    let mut found = BTreeMap::new();
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

/// What one region has of one indicator, by year; of no year, its baseline.
#[derive(Default)]
struct Own {
    said: Vec<(Option<Year>, Spot, Arc<str>, Said)>,
    remark: Option<String>,
}

enum Said {
    Target(Target),
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

type Owned = BTreeMap<(usize, RegionId), Own>;

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

    /// The indicator of a name; none of one whose rule has faults of its own.
    fn indicator(&self, name: &str) -> Option<Option<usize>> {
        let find = |name: &str| match self.names.find(name)? {
            Found::One(at) => self.places.get(at as usize).copied(),
            Found::Several => None,
        };
        find(name).or_else(|| find(text::unmarked(name)?.1))
    }

    /// Whether baselines are of a year: the plan's, or those of an indicator.
    fn is_baseline_year(&self, year: Year) -> bool {
        let mut indicators = self.indicators.iter();
        year == self.head.baseline_year
            || indicators.any(|indicator| indicator.baseline_year(self.head) == year)
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

/// The clauses of what was found; what stands twice is told.
fn clauses(
    file: &Arc<str>,
    sheets: &[Sheet],
    found: Owned,
    faults: &mut FileFaults,
    context: &Context<'_>,
) -> Vec<(usize, Clause)> {
    let place = |(sheet, row, column): Spot, heading: &Arc<str>| match sheets.get(sheet) {
        Some(sheet) => sheet.place(file, (row, column), heading),
        None => Place::file(file),
    };
    let mut clauses = Vec::new();
    let mut inline = None;
    for ((indicator, region), own) in found {
        let named =
            |at: usize| context.indicators.get(at).map_or(Named::NONE, |rule| &rule.name).clone();
        for (at, (year, spot, heading, said)) in own.said.iter().enumerate() {
            let earlier = own.said.iter().take(at).find(|(known, ..)| known == year);
            // The baseline may stand in the row of every year.
            let earlier = earlier.filter(|(.., known)| year.is_some() || !known.is(said));
            if let Some((_, first, first_heading, _)) = earlier {
                let problem = DivisionProblem::TargetsTwice {
                    indicator: named(indicator),
                    region: name(context.ground, Some(region)).unwrap_or_default(),
                    year: *year,
                };
                faults.push(|| {
                    let fault = Diagnostic::at(problem, place(*spot, heading));
                    fault.with(place(*first, first_heading))
                });
            }
        }
        let is_target = |said: &Said| matches!(said, Said::Target(_));
        let main = own.said.iter().find(|(.., said)| is_target(said)).or(own.said.first());
        let Some((_, spot, heading, _)) = main else { continue };
        let place = place(*spot, heading);
        let of_rule = context.beside.get(indicator).map_or(&[][..], |beside| &beside.clauses);
        let of_region = |clause: &&Clause| clause.region.is_some() && clause.from.is_none();
        if let Some(clause) = of_rule.iter().find(of_region) {
            if inline.replace(indicator) != Some(indicator) {
                let problem = DivisionProblem::TargetsAlsoInline { indicator: named(indicator) };
                faults.push(|| Diagnostic::at(problem, place).with(clause.place.clone()));
            }
            continue;
        }
        let cite = own.remark.map(|remark| format!("{}（{remark}）", written(&place)));
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
        for (year, .., said) in own.said {
            match said {
                Said::Target(target) => clause.target = Some(target),
                Said::Milestone(milestone) => {
                    let milestone = year.map(|year| (year, milestone));
                    clause.milestones.get_or_insert_default().extend(milestone);
                }
                Said::Baseline(number) => clause.baseline = Some(number),
            }
        }
        clauses.push((indicator, clause));
    }
    clauses
}

#[cfg(test)]
mod tests;
