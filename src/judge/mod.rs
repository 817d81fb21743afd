//! Judging a submission by a plan.

mod aside;
mod audit;
mod before;
mod city;
mod column;
mod drafting;
mod finding;
mod growth;
mod jobs;
mod kept;
mod lint;
mod outcome;
mod outline;
mod parts;
mod path;
mod rehearsal;
mod requirement;
mod requirements;
mod revision;
mod rollup;
mod rounding;
mod ruleset;
mod selection;
mod shared;
mod template;
mod tidy;
mod total;
mod trend;
mod waived;
mod whole;
mod years;

use std::num::NonZeroUsize;

pub use drafting::draft_cases;
pub use rehearsal::rehearse;

pub use lint::lint;
pub use outline::{explain, explain_within, outline, outline_within};
pub use requirements::{Asked, plan_record, requirements};
pub use revision::revision;
pub use ruleset::ruleset;
pub use selection::{of_levels, selection};
pub use template::template;
pub use tidy::{has_totals, tidy};
pub use trend::trend;
pub use whole::MOST_VERDICTS;

use crate::diagnostic::{Audit, Diagnostic, Faults, InputProblem, Level};
use crate::plan::{Plan, Waiver};
use crate::report::Report;
use crate::submission::{Known, Series, Submission, Vocabulary};
use crate::term::{self, Against, Attribute, Date, FailOn, Named, RegionId, SeriesId, Year};

/// How to judge, and what of it to report.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the verdicts are held against.
    pub against: Against,
    /// From which attribute on a failure fails the run.
    pub fail_on: FailOn,
    /// The regions to report; all if there are none.
    pub regions: Vec<RegionId>,
    /// The levels to report; all if there are none. The regions are then those around.
    pub levels: Vec<term::Level>,
    /// The indicators to report; all if there are none.
    pub indicators: Vec<SeriesId>,
    /// The attributes to report; all if there are none.
    pub attributes: Vec<Attribute>,
    /// Whether tasks are due from everyone, as the main indicators are.
    pub require_tasks: bool,
    /// The waivers that were given.
    pub waivers: Vec<Waiver>,
    /// The day on which waivers have to be in force; without one, the end of the year
    /// that is judged.
    pub as_of: Option<Date>,
    /// What audits do, where that is not as the plan says.
    pub audits: Vec<(Audit, Level)>,
    /// The file that flags were taken from, if any were.
    pub settings: Option<String>,
}

/// The series of a plan, for reading submissions.
fn series(plan: &Plan) -> Vec<Series<'_>> {
    let indicators = plan.indicators.iter().map(|indicator| Series {
        id: &indicator.id,
        name: &indicator.name,
        unit: &indicator.measure.unit,
        count_units: indicator.measure.count_units(),
        attribute: Some(indicator.attribute),
        limits: indicator.measure.limits,
        adds_up: indicator.target.adds_up(),
        rule: &indicator.rule,
    });
    let references = plan.references.iter().map(|reference| Series {
        id: &reference.id,
        name: &reference.name,
        unit: &reference.unit,
        count_units: [Named::NONE; 2],
        attribute: None,
        limits: reference.limits,
        adds_up: false,
        rule: &reference.rule,
    });
    indicators.chain(references).collect()
}

/// How many years after the target year are read; growth is compounded over each.
const YEARS_AFTER: Year = 20;

/// The earliest year that anything is held against.
pub fn earliest_year(plan: &Plan) -> Year {
    let rules = plan.indicators.iter().flat_map(|indicator| indicator.rules());
    let years = rules.map(|rule| rule.baseline_year(&plan.head));
    years.fold(plan.head.baseline_year, Year::min)
}

/// Whether there are verdicts on a year: submissions are of none that is long before or after the
/// plan, and those before its first are history.
///
/// # Errors
/// What is wrong with the year.
pub fn judged_year(plan: &Plan, year: Year) -> Result<(), Faults> {
    let first = plan.head.first_year;
    match vocabulary(plan).outside(year) {
        Some(problem) => Err(Diagnostic::whole(problem).into()),
        None if year < first => {
            Err(Diagnostic::whole(InputProblem::UnjudgedYear { year, first }).into())
        }
        None => Ok(()),
    }
}

/// The names that submissions under a plan may use.
pub fn vocabulary(plan: &Plan) -> Vocabulary<'_> {
    Vocabulary {
        title: &plan.head.title,
        regions: &plan.regions,
        whole: plan.city,
        region_names: &plan.region_names,
        series: series(plan),
        known: Known::default(),
        series_names: &plan.series_names,
        baseline_year: plan.head.baseline_year,
        earliest_year: earliest_year(plan),
        last_year: plan.head.target_year.saturating_add(YEARS_AFTER),
    }
}

/// Judges every year of a submission, and reports what is asked for. Faults of submission
/// and history become the report's.
pub fn judge(
    plan: &Plan,
    submission: Submission,
    history: Submission,
    options: &Options,
    threads: NonZeroUsize,
) -> Report {
    whole::whole(plan, submission, history, options, threads).about(selection(plan, options))
}
