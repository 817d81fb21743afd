//! What was asked for by name.

use dabiao::diagnostic::{Audit, Diagnostic, Faults, InputProblem, Level};
use dabiao::judge;
use dabiao::plan::Plan;
use dabiao::term::{self, Attribute, Found, Named, RegionId, SeriesId};

use super::args::{AuditArgs, DataArgs, RequireArg, SelectArgs};
use super::{Failure, files};

/// How to judge, and what of it to report.
pub(super) fn options(
    plan: &Plan,
    select: &SelectArgs,
    data: &DataArgs,
) -> Result<judge::Options, Failure> {
    let Names { regions, levels, indicators, attributes } = names(plan, select)?;
    Ok(judge::Options {
        regions,
        levels,
        indicators,
        attributes,
        require_tasks: data.require == RequireArg::Tasks,
        waivers: files::waivers(plan, &data.waivers)?,
        as_of: data.as_of,
        against: data.against.into(),
        settings: data.plan.settings_used(),
        ..judge::Options::default()
    })
}

/// What of a plan was asked for; an empty list stands for all.
pub(super) struct Names {
    pub(super) regions: Vec<RegionId>,
    pub(super) levels: Vec<term::Level>,
    pub(super) indicators: Vec<SeriesId>,
    pub(super) attributes: Vec<Attribute>,
}

/// What was asked for by name. Names that are not known are told together.
pub(super) fn names(plan: &Plan, select: &SelectArgs) -> Result<Names, Failure> {
    let attributes = select.attribute.iter().map(|attribute| (*attribute).into()).collect();
    match (regions(plan, &select.region), indicators(plan, &select.indicator)) {
        (Ok(regions), Ok(indicators)) => {
            let levels = select.level.iter().map(|level| (*level).into()).collect();
            Ok(Names { regions, levels, indicators, attributes })
        }
        (regions, indicators) => {
            let faults = regions.err().into_iter().chain(indicators.err()).flatten();
            Err(Failure::from(faults.collect::<Vec<_>>()))
        }
    }
}

/// The regions behind names on the command line.
pub(super) fn regions(plan: &Plan, names: &[String]) -> Result<Vec<RegionId>, Faults> {
    find_all(names, |name, is_meant| match plan.region_names.find(name) {
        Some(Found::One(id)) => Ok(RegionId(id)),
        _ => Err(InputProblem::UnknownRegion {
            name: name.to_owned(),
            nearest: is_meant.then(|| plan.region_names.nearest(name)).flatten(),
        }),
    })
}

/// The indicators behind names on the command line.
pub(super) fn indicators(plan: &Plan, names: &[String]) -> Result<Vec<SeriesId>, Faults> {
    find_all(names, |name, is_meant| match plan.series_names.find(name) {
        Some(Found::One(id)) if (id as usize) < plan.indicators.len() => Ok(SeriesId(id as u16)),
        _ => {
            let near = is_meant.then(|| plan.series_names.nearest(name)).flatten();
            let nearest = near.and_then(|near| indicator_name(plan, &near));
            Err(InputProblem::UnknownIndicator { name: name.to_owned(), nearest })
        }
    })
}

/// What audits do by the command line.
pub(super) fn audits(args: &AuditArgs) -> Result<Vec<(Audit, Level)>, Faults> {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for level in Level::ALL {
        let codes = match level {
            Level::Deny => &args.deny,
            Level::Warn => &args.warn,
            Level::Allow => &args.allow,
        };
        for code in codes {
            let problem = match Audit::of_code(code) {
                None => InputProblem::UnknownAudit { code: code.clone() },
                Some(audit) if found.iter().any(|(known, _)| *known == audit) => {
                    InputProblem::AuditTwice { code: audit.code() }
                }
                Some(audit) => {
                    found.push((audit, level));
                    continue;
                }
            };
            faults.push(Diagnostic::whole(problem));
        }
    }
    Faults::or(faults, found)
}

/// The name that is printed of the indicator behind one of its names.
fn indicator_name(plan: &Plan, name: &str) -> Option<Named> {
    match plan.series_names.find(name)? {
        Found::One(id) => Some(plan.indicators.get(id as usize)?.name.clone()),
        Found::Several => None,
    }
}

/// So many names that are not known are told with what may have been meant.
const MOST_MEANT: usize = 20;

fn find_all<T>(
    names: &[String],
    find: impl Fn(&str, bool) -> Result<T, InputProblem>,
) -> Result<Vec<T>, Faults> {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for name in names {
        match find(name, faults.len() < MOST_MEANT) {
            Ok(one) => found.push(one),
            Err(problem) => faults.push(Diagnostic::whole(problem)),
        }
    }
    Faults::or(faults, found)
}
