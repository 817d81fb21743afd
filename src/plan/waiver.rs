//! `waivers.toml`: failures that are not counted, each with its reason.

use super::field::Checker;
use super::load::load_all;
use super::schema::document;
use super::shapes::shapes;
use super::table::Table;
use super::{Plan, RuleFile, named};
use crate::diagnostic::{Faults, PlanProblem};
use crate::source::Place;
use crate::term::{Date, RegionId, SeriesId, Year};

/// 豁免: one failure that is not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// The indicator.
    pub indicator: SeriesId,
    /// The region.
    pub region: RegionId,
    /// The year.
    pub year: Year,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
    /// The last day on which it holds.
    pub expires: Date,
    /// Where it is written.
    pub rule: Place,
}

/// So many years after the target year a plan may still be assessed.
const AFTER: Year = 10;

shapes! {
    FILE: "file" "豁免 / waivers" {
        "waiver": Tables(&WAIVER);
    }

    WAIVER: "waiver" "一项豁免 / a failure that is not counted" {
        "indicator" must: Text;
        "region" must: Text;
        "year" must: Year;
        "reason" must: Text, "理由 / why";
        "approved-by" must: Text, "由谁批准 / who approved it";
        "expires" must: Date, "到哪一天为止 / the last day on which it holds";
    }
}

/// The JSON Schema of files of waivers.
pub fn waivers_schema() -> String {
    document(&FILE, "dabiao 豁免 / waivers")
}

impl Waiver {
    /// Whether it is of the same judgement as another.
    pub fn is_of(&self, other: &Self) -> bool {
        (self.indicator, self.region, self.year) == (other.indicator, other.region, other.year)
    }

    /// Reads and checks files of waivers under a plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(plan: &Plan, files: &[RuleFile]) -> Result<Vec<Self>, Faults> {
        load_all(files, &FILE, |checker, raw| waiver(checker, raw, plan))
    }
}

fn waiver(checker: &mut Checker<'_>, raw: &Table<'_>, plan: &Plan) -> Option<Waiver> {
    let indicator = checker.text(raw, "indicator");
    let indicator = indicator.and_then(|name| named::indicator(checker, plan, name));
    let region = checker.text(raw, "region");
    let region = region.and_then(|name| named::region(checker, &plan.region_names, name));
    let year = checker.year(raw, "year").filter(|year| {
        let of_plan = (plan.head.first_year, plan.head.target_year);
        // Years after the plan are judged too, if with a warning.
        let years = plan.head.baseline_year..=of_plan.1.saturating_add(AFTER);
        let is_known = years.contains(&year.value);
        if !is_known {
            let problem = PlanProblem::WaiverYear { year: year.value, plan: of_plan };
            checker.fault(problem, year.span.clone());
        }
        is_known
    });
    let reason = checker.text(raw, "reason");
    let approved_by = checker.text(raw, "approved-by");
    let expires = checker.date(raw, "expires");
    Some(Waiver {
        indicator: indicator?,
        region: region?,
        year: year?.value,
        reason: reason?.value,
        approved_by: approved_by?.value,
        expires: expires?,
        rule: checker.place(raw.span.clone()),
    })
}
