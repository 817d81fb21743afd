//! `waivers.toml`: failures that are not counted, each with its reason.

use serde::Deserialize;
use toml::Spanned;

use super::field::Checker;
use super::load::{keys_of, load_all};
use super::raw::Field;
use super::{Plan, RuleFile, named};
use crate::diagnostic::{Diagnostic, PlanProblem};
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

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawFile {
    waiver: Vec<Spanned<RawWaiver>>,
}

/// `[[waiver]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct RawWaiver {
    indicator: Field,
    region: Field,
    year: Field,
    reason: Field,
    approved_by: Field,
    expires: Field,
}

fn keys(table: Option<&str>) -> &'static [&'static str] {
    match table {
        None => keys_of::<RawFile>(),
        Some("waiver") => keys_of::<RawWaiver>(),
        Some(_) => &[],
    }
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
    pub fn load(plan: &Plan, files: &[RuleFile]) -> Result<Vec<Self>, Vec<Diagnostic>> {
        load_all(files, keys, |checker, raw: &RawFile, waivers| {
            waivers.extend(raw.waiver.iter().filter_map(|raw| waiver(checker, raw, plan)));
        })
    }
}

fn waiver(checker: &mut Checker<'_>, raw: &Spanned<RawWaiver>, plan: &Plan) -> Option<Waiver> {
    let (owner, raw) = (raw.span(), raw.get_ref());
    let indicator = checker.required_text("indicator", &raw.indicator, &owner);
    let indicator = indicator.and_then(|name| named::indicator(checker, plan, name));
    let region = checker.required_text("region", &raw.region, &owner);
    let region = region.and_then(|name| named::region(checker, plan, name));
    let year = checker.year("year", &raw.year, &owner).filter(|year| {
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
    let reason = checker.required_text("reason", &raw.reason, &owner);
    let approved_by = checker.required_text("approved-by", &raw.approved_by, &owner);
    let expires = checker.date("expires", &raw.expires);
    let expires = checker.require("expires", raw.expires.is_some(), expires, &owner);
    Some(Waiver {
        indicator: indicator?,
        region: region?,
        year: year?.value,
        reason: reason?.value,
        approved_by: approved_by?.value,
        expires: expires?,
        rule: checker.place(owner),
    })
}
