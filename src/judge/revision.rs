//! What one plan has otherwise than another.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::exact::Rational;
use crate::form::{Aim, Target};
use crate::plan::{Indicator, Plan};
use crate::report::{Aspect, Revised, Revision};
use crate::term::{RegionId, RegionName, SeriesId, Year};

/// What the second of two plans has otherwise than the first. Indicators are the same by their
/// ids, regions by their codes, those without one by their names.
pub fn revision(old: &Plan, new: &Plan) -> Revision {
    let (before, after) = (by_id(old), by_id(new));
    let (mut rows, mut alike) = (Vec::new(), 0);
    for now in &new.indicators {
        let Some(was) = before.get(&*now.id) else {
            rows.push(whole(None, Some(now)));
            continue;
        };
        let first = rows.len();
        rows.extend(otherwise(was, now, None));
        for (there, here) in own_regions((old, was), (new, now)) {
            let own = [was.within(there), now.within(here)].map(Arc::new);
            let region = Some(RegionName::from(new.region(here)));
            rows.extend(otherwise(&own[0], &own[1], region.as_ref()));
        }
        alike += usize::from(rows.len() == first);
    }
    let went = old.indicators.iter().filter(|was| !after.contains_key(&*was.id));
    rows.extend(went.map(|was| whole(Some(was), None)));
    Revision {
        old: Arc::clone(&old.head),
        new: Arc::clone(&new.head),
        regions_came: only_in(new, old),
        regions_went: only_in(old, new),
        rows,
        alike,
    }
}

fn by_id(plan: &Plan) -> BTreeMap<&str, &Arc<Indicator>> {
    plan.indicators.iter().map(|indicator| (&*indicator.id, indicator)).collect()
}

fn by_key(plan: &Plan) -> BTreeMap<&str, RegionId> {
    let regions = plan.regions.iter().enumerate();
    regions.map(|(at, region)| (region.key(), RegionId(at as u32))).collect()
}

fn only_in(plan: &Plan, other: &Plan) -> Vec<RegionName> {
    let known = by_key(other);
    let regions = plan.regions.iter().filter(|region| !known.contains_key(region.key()));
    regions.map(RegionName::from).collect()
}

/// The regions of both plans for which one of them says something of its own.
fn own_regions(
    (old, was): (&Plan, &Indicator),
    (new, now): (&Plan, &Indicator),
) -> Vec<(RegionId, RegionId)> {
    if !was.has_regions() && !now.has_regions() {
        return Vec::new();
    }
    let (there, here) = (by_key(old), by_key(new));
    let own = |plan: &Plan, id: RegionId| plan.region(id).key().to_owned();
    let keys = was.own_regions().map(|id| own(old, id));
    let keys: BTreeSet<String> = keys.chain(now.own_regions().map(|id| own(new, id))).collect();
    keys.iter().filter_map(|key| Some((*there.get(&**key)?, *here.get(&**key)?))).collect()
}

fn whole(old: Option<&Arc<Indicator>>, new: Option<&Arc<Indicator>>) -> Revised {
    Revised { old: old.cloned(), new: new.cloned(), region: None, aspect: None }
}

/// What of an indicator is otherwise, or of what a region has of it.
fn otherwise(
    was: &Arc<Indicator>,
    now: &Arc<Indicator>,
    region: Option<&RegionName>,
) -> Vec<Revised> {
    let aspects = Aspect::ALL.into_iter().filter(|it| region.is_none() || it.is_of_regions());
    let aspects = aspects.filter(|aspect| !is_same(*aspect, was, now));
    let row = |aspect| Revised {
        old: Some(Arc::clone(was)),
        new: Some(Arc::clone(now)),
        region: region.cloned(),
        aspect: Some(aspect),
    };
    aspects.map(row).collect()
}

fn is_same(aspect: Aspect, was: &Indicator, now: &Indicator) -> bool {
    let (a, b) = (&was.measure, &now.measure);
    match aspect {
        Aspect::Name => was.name == now.name,
        Aspect::Attribute => was.attribute == now.attribute,
        Aspect::Unit => a.unit == b.unit && a.limits.per() == b.limits.per(),
        Aspect::Counts => (&a.numerator, &a.denominator) == (&b.numerator, &b.denominator),
        Aspect::Scope => (was.scope, was.level) == (now.scope, now.level),
        Aspect::AppliesTo => {
            let written = |it: &Indicator| it.applies_to.as_ref().map(|it| it.written.clone());
            written(was) == written(now)
        }
        Aspect::RollUp => was.roll_up == now.roll_up,
        Aspect::Baseline => is_same_over_years(was, now, |rule| {
            (rule.baseline.map(Rational::from), rule.own_years.baseline)
        }),
        Aspect::Target => is_same_over_years(was, now, |rule| {
            let about = rule.about.map(Rational::from);
            (unnumbered(&rule.target), about, rule.own_years.due)
        }),
        Aspect::Milestones => is_same_over_years(was, now, |rule| {
            let numbers = |(year, it): (&Year, &crate::plan::Milestone)| {
                (*year, it.numbers().map(Rational::from).collect::<Vec<_>>())
            };
            rule.milestones.iter().map(numbers).collect::<Vec<_>>()
        }),
        Aspect::Pace => was.pace == now.pace,
        Aspect::Weight => was.weight.map(Rational::from) == now.weight.map(Rational::from),
        Aspect::Cite => was.cite == now.cite,
    }
}

/// Whether rules say the same from every year on.
fn is_same_over_years<T: PartialEq>(
    was: &Indicator,
    now: &Indicator,
    said: impl Fn(&Indicator) -> T,
) -> bool {
    let over = |rule: &Indicator| {
        let from_first = std::iter::once((Year::MIN, said(rule)));
        let later = rule.adjustments().map(|(from, rule)| (from, said(rule)));
        let mut all: Vec<(Year, T)> = from_first.chain(later).collect();
        all.dedup_by(|(_, next), (_, before)| next == before);
        all
    };
    over(was) == over(now)
}

/// A target without the numbers that series have in its own plan alone.
fn unnumbered(target: &Target) -> Target {
    let mut target = target.clone();
    target.parts.iter_mut().for_each(|part| part.series = SeriesId(0));
    if let Aim::Relative(relation) = &mut target.aim {
        relation.reference = SeriesId(0);
        relation.growth_of = relation.growth_of.map(|_| SeriesId(0));
    }
    target
}
