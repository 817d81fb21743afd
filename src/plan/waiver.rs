//! `waivers.toml`: failures that are not counted, each with its reason.

use serde::Deserialize;
use toml::Spanned;

use super::field::Checker;
use super::load::Parser;
use super::raw::{Field, keys_of};
use super::{Plan, RuleFile};
use crate::diagnostic::{Diagnostic, PlanProblem};
use crate::source::Place;
use crate::term::{Date, Found, RegionId, SeriesId, Year};

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
    /// Reads and checks files of waivers under a plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(plan: &Plan, files: &[RuleFile]) -> Result<Vec<Self>, Vec<Diagnostic>> {
        let mut parser = Parser::default();
        let mut waivers = Vec::new();
        let parsed: Vec<(Checker<'_>, RawFile)> =
            files.iter().filter_map(|file| parser.parse(file, keys)).collect();
        let mut faults = parser.faults;
        for (mut checker, raw) in parsed {
            for raw in &raw.waiver {
                waivers.extend(waiver(&mut checker, raw, plan));
            }
            faults.append(&mut checker.faults);
        }
        if faults.is_empty() { Ok(waivers) } else { Err(faults) }
    }
}

fn waiver(checker: &mut Checker<'_>, raw: &Spanned<RawWaiver>, plan: &Plan) -> Option<Waiver> {
    let (owner, raw) = (raw.span(), raw.get_ref());
    let indicator = checker.required_text("indicator", &raw.indicator, &owner);
    let indicator = indicator.and_then(|name| {
        match plan.series_names.find(&name.value) {
            Some(Found::One(at)) if (at as usize) < plan.indicators.len() => {
                return Some(SeriesId(at as u16));
            }
            _ => {}
        }
        let nearest = plan.series_names.nearest(&name.value);
        let problem = PlanProblem::UnknownId { key: "indicator", id: name.value, nearest };
        checker.fault(problem, name.span);
        None
    });
    let region = checker.required_text("region", &raw.region, &owner);
    let region = region.and_then(|name| match plan.region_names.find(&name.value) {
        Some(Found::One(id)) => Some(RegionId(id)),
        _ => {
            let nearest = plan.region_names.nearest(&name.value);
            checker.fault(PlanProblem::UnknownRegion { name: name.value, nearest }, name.span);
            None
        }
    });
    let year = checker.year("year", &raw.year, &owner);
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
