//! The rules of one year as numbers, for an engine that judges where the figures are.
//!
//! No rule is stated here: what is demanded is asked for at baselines of both sides of every
//! bound, and of each piece between two bounds the straight line is taken. A demand that is on
//! none, or a rule that an engine does not hold, is refused.

mod names;
mod pieces;
mod places;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::audit::levels;
use super::growth::eased;
use super::requirement::{Baseline, Demand, base_year, demand};
use super::{Options, judged_year, waived};
use crate::diagnostic::{Audit, Diagnostic, Faults, InputProblem, Level};
use crate::exact::Rational;
use crate::form::{Aim, Course, States};
use crate::plan::{Indicator, Plan, RollUp, Scope};
use crate::report::{Demanding, Digits, Follows, How, Own, Ruled, Ruleset, Variant};
use crate::term::{Attribute, Named, RegionId, SeriesId, Year};
use names::{references, region_names, series_names};
use pieces::fixed;
use places::{places, wholes};

/// What of the numbers is compared has at most so many digits in every engine.
const MOST_DIGITS: usize = 38;
/// So many digits behind the point are read of a value.
const PLACES: usize = 6;
/// So many digits before the point are read of a value, if products leave room for them.
const VALUE_DIGITS: std::ops::RangeInclusive<usize> = 8..=11;
/// So many digits are read of a count, likewise.
const COUNT_DIGITS: std::ops::RangeInclusive<usize> = 6..=11;

/// The rules of a year.
///
/// # Errors
/// Those that an engine can't hold, each at its rule.
pub fn ruleset(plan: &Plan, year: Year, options: &Options) -> Result<Ruleset, Faults> {
    judged_year(plan, year)?;
    let asked = asked(plan, options);
    let read = with_parts(plan, &asked);
    let references = references(plan, &read, options);
    let levels = places::levels(plan);
    let compiler = Compiler { plan, year, options, read: &read, levels: &levels };
    let (mut rules, mut faults) = (Vec::new(), Vec::new());
    let mut digits = Digits { value: *VALUE_DIGITS.end(), count: *COUNT_DIGITS.end() };
    for (at, (id, indicator)) in read.iter().enumerate() {
        let reference = indicator.target.relation().map(|of| of.reference);
        let reference = references.iter().position(|id| Some(*id) == reference);
        let base = reference.map_or(at, |of| read.len() + of);
        match compiler.rule(indicator, base, asked.contains(id)) {
            Ok((rule, room)) => {
                rules.push(rule);
                digits.value = digits.value.min(room.value);
                digits.count = digits.count.min(room.count);
            }
            Err(why) => {
                let problem = InputProblem::NotInSql { indicator: indicator.name.clone(), why };
                faults.push(Diagnostic::at(problem, indicator.rule.clone()));
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    Ok(Ruleset {
        plan: Arc::clone(&plan.head),
        year,
        against: options.against,
        fail_on: options.fail_on,
        require_tasks: options.require_tasks,
        regions: Arc::clone(&plan.regions),
        wholes: wholes(plan),
        sending: levels.iter().map(|level| places(plan, *level)).collect(),
        region_names: region_names(plan),
        series_names: series_names(plan, &read, &references),
        rules,
        references: references.iter().filter_map(|id| plan.reference(*id).cloned()).collect(),
        waived: compiler.waived(),
        digits,
    })
}

/// The indicators that are asked for.
fn asked(plan: &Plan, options: &Options) -> BTreeSet<SeriesId> {
    let numbered = plan.indicators.iter().enumerate();
    let numbered = numbered.map(|(at, indicator)| (SeriesId(at as u16), indicator));
    let is_asked = |(id, indicator): &(SeriesId, &Arc<_>)| {
        let indicator: &Indicator = indicator;
        indicator.is_judged()
            && (options.indicators.is_empty() || options.indicators.contains(id))
            && (options.attributes.is_empty() || options.attributes.contains(&indicator.attribute))
    };
    numbered.filter(is_asked).map(|(id, _)| id).collect()
}

/// With all that their verdicts follow from.
fn with_parts<'p>(plan: &'p Plan, asked: &BTreeSet<SeriesId>) -> Vec<(SeriesId, &'p Indicator)> {
    let mut all = asked.clone();
    let find = |id: &SeriesId| plan.indicators.get(id.index()).map(|it| &**it);
    for id in plan.derived.iter().rev() {
        let whole = find(id).filter(|_| all.contains(id));
        all.extend(whole.into_iter().flat_map(|it| &it.target.parts).map(|part| part.series));
    }
    let read = all.iter().filter_map(|id| Some((*id, find(id)?)));
    read.filter(|(_, it)| it.is_judged()).collect()
}

struct Compiler<'p> {
    plan: &'p Plan,
    year: Year,
    options: &'p Options,
    /// What is read, in the order of its numbers.
    read: &'p [(SeriesId, &'p Indicator)],
    /// The levels that send.
    levels: &'p [crate::term::Level],
}

/// Why a rule is not held, in both languages.
fn why(zh: &str, en: &str) -> Named {
    Named::from(zh).in_english(Some(en.to_owned()))
}

impl Compiler<'_> {
    /// A rule, and how many digits there may be beside its numbers; its demand is moved by
    /// the series of that number.
    fn rule(
        &self,
        indicator: &Indicator,
        base: usize,
        is_asked: bool,
    ) -> Result<(Ruled, Digits), Named> {
        let levels = levels(self.plan, self.options);
        let is_denied = |audit: &Audit| levels.of(*audit) == Level::Deny;
        // Of totals, which alone can fall, nothing is read.
        let is_held = |audit: &Audit| matches!(audit, Audit::FractionOfAPerson | Audit::SumFalls);
        if let Some(audit) = Audit::ALL.iter().find(|audit| is_denied(audit) && !is_held(audit)) {
            let code = audit.code();
            return Err(why(
                &format!("审核 {code} 定为 deny"),
                &format!("audit {code} is at deny"),
            ));
        }
        let rule = indicator.in_force(None, self.year);
        self.is_of_wholes(indicator)?;
        let (of_regions, own) = self.own(indicator, rule);
        let rules = std::iter::once(rule).chain(of_regions);
        let variants = rules.map(|rule| self.variant(indicator, rule, base));
        let variants = variants.collect::<Result<Vec<Variant>, Named>>()?;
        let sends = self.levels.iter().position(|level| *level == indicator.level);
        let ruled = Ruled {
            facts: Arc::clone(&rule.facts),
            form: rule.target.form.word(),
            cite: rule.cite.clone(),
            limits: rule.measure.limits,
            counts_whole: indicator.counts_whole_things() && is_denied(&Audit::FractionOfAPerson),
            course: indicator.target.course(),
            is_wanted: indicator.attribute != Attribute::Task || self.options.require_tasks,
            is_asked,
            // Whoever sends, the wholes are the same.
            sends: sends.filter(|_| indicator.scope != Scope::City).unwrap_or_default(),
            follows: self.follows(indicator),
            variants,
            own,
        };
        let all = VALUE_DIGITS
            .rev()
            .flat_map(|value| COUNT_DIGITS.rev().map(move |count| Digits { value, count }));
        let digits = all.into_iter().find(|digits| self.fits(&ruled, *digits));
        let digits = digits.ok_or_else(|| {
            why(
                "数字位数过多，乘积会超过 38 位",
                "its numbers have so many digits that products would have more than 38",
            )
        })?;
        Ok((ruled, digits))
    }

    /// The rules that regions have of their own, and which regions have them or are not
    /// concerned.
    fn own<'i>(
        &self,
        indicator: &'i Indicator,
        rule: &'i Indicator,
    ) -> (Vec<&'i Indicator>, Vec<Own>) {
        let (mut rules, mut own) = (vec![], vec![]);
        if !indicator.has_regions() && indicator.applies_to.is_none() {
            return (rules, own);
        }
        let mut numbers = BTreeMap::from([(std::ptr::from_ref(rule), 0)]);
        for at in 0..self.plan.regions.len() {
            let region = RegionId(at as u32);
            let in_force = indicator.in_force(Some(region), self.year);
            let variant = *numbers.entry(std::ptr::from_ref(in_force)).or_insert_with(|| {
                rules.push(in_force);
                rules.len()
            });
            let is_concerned = indicator.concerns(region);
            if variant > 0 || !is_concerned {
                own.push(Own { region, variant, is_concerned });
            }
        }
        (rules, own)
    }

    /// One of its targets.
    fn variant(
        &self,
        indicator: &Indicator,
        rule: &Indicator,
        base: usize,
    ) -> Result<Variant, Named> {
        let (head, year) = (&self.plan.head, self.year);
        if rule.target.form != indicator.target.form {
            return Err(why("调整后的目标是另一种形式", "its adjusted target is of another form"));
        }
        if rule.target.is_unset() || matches!(rule.target.aim, Aim::Parts { .. }) {
            let is_set = !rule.target.is_unset();
            return Ok(Variant { is_set, base: None, of_plan: None, of_own: Vec::new() });
        }
        // A target that follows a reference is held against the one of the plan.
        let is_relative = indicator.target.relation().is_some();
        let rule = if is_relative { indicator } else { rule };
        let of_plan = self.demand(rule, Baseline::of_rule(head, rule, year), None);
        let of_plan = of_plan.map(|demand| fixed(&demand));
        let of_own = self.pieces(rule)?;
        // Of what nobody sends there is no baseline of anyone's own.
        let is_moved = !indicator.target.is_reported()
            && !indicator.target.is_derived()
            && of_own.iter().any(|piece| Some(&piece.demand) != of_plan.as_ref());
        let base_in = if is_relative { year } else { base_year(head, rule, year) };
        let of_own = if is_moved { of_own } else { Vec::new() };
        Ok(Variant { is_set: true, base: is_moved.then_some((base, base_in)), of_plan, of_own })
    }

    /// Whether what is shared, or a share, is that of the topmost regions alone.
    fn is_of_wholes(&self, indicator: &Indicator) -> Result<(), Named> {
        let relation = indicator.target.relation();
        let reference = relation.and_then(|of| self.plan.reference(of.reference));
        let shared = reference.and_then(|of| of.shared);
        if shared.is_some() && shared != self.plan.tree.top() {
            return Err(why("参照由中间一级报送", "rows of a level between are its reference"));
        }
        if indicator.target.form.states() == States::Rank {
            return Err(why("是名次", "it is a rank"));
        }
        let is_part = |how: &Follows| matches!(how.how, How::Share);
        if self.follows(indicator).as_ref().is_some_and(is_part) && indicator.scope != Scope::City {
            return Err(why("比例不只判最高一级", "its share is not of the topmost alone"));
        }
        Ok(())
    }

    /// What its verdicts follow from.
    fn follows(&self, indicator: &Indicator) -> Option<Follows> {
        let how = match indicator.target.aim {
            _ if !indicator.target.is_derived() => return None,
            Aim::Parts { all: true } => How::All,
            Aim::Parts { all: false } => How::Any,
            Aim::Number { .. } | Aim::Relative(_) | Aim::Done { .. } | Aim::Words | Aim::Unset => {
                How::Share
            }
        };
        let number = |id: SeriesId| self.read.iter().position(|(read, _)| *read == id);
        let parts: Vec<usize> =
            indicator.target.parts.iter().filter_map(|part| number(part.series)).collect();
        let of_part = |at: &usize| self.follows(self.read.get(*at)?.1);
        let below = parts.iter().filter_map(of_part).map(|follows| follows.rank).max();
        Some(Follows { how, parts, rank: below.unwrap_or_default() + 1 })
    }

    fn demand(
        &self,
        rule: &Indicator,
        baseline: Option<Baseline>,
        reference: Option<&Rational>,
    ) -> Option<Demand> {
        let (head, against) = (&self.plan.head, self.options.against);
        demand(head, rule, self.year, against, baseline.as_ref(), reference)
    }

    /// What is demanded where the baseline, or the reference, has a value.
    fn at(&self, rule: &Indicator, value: &Rational) -> Option<Demand> {
        if rule.target.relation().is_some() {
            return self.demand(rule, None, Some(&eased(rule, value.clone())));
        }
        let source = rule.target.course().own_source();
        self.demand(rule, Some(Baseline { value: value.clone(), source }), None)
    }

    /// Whether no product has too many digits, where there are so many to be read.
    fn fits(&self, rule: &Ruled, digits: Digits) -> bool {
        let length = |of: usize| of.to_string().len();
        let is_rolled_up = rule.facts.roll_up != RollUp::None;
        let regions = if is_rolled_up { length(self.plan.regions.len()) } else { 0 };
        let adds_up = matches!(rule.course, Course::AddsUp | Course::Averages);
        let of_plan = self.year.saturating_sub(self.plan.head.first_year) + 1;
        let years = if adds_up { length(usize::from(of_plan)) } else { 0 };
        // Below a value without counts is a million, and the years of a mean.
        let mut value = digits.value + PLACES + regions + years;
        let mut below = PLACES + 1 + years;
        if let Some(per) = rule.limits.per() {
            value = value.max(per.power() + 1 + digits.count + regions);
            below = below.max(digits.count + regions);
        }
        let demands = rule
            .variants
            .iter()
            .flat_map(|of| of.of_own.iter().map(|piece| &piece.demand).chain(&of.of_plan));
        demands.flat_map(Demanding::lines).all(|line| {
            let [slope, offset, denominator] = line.whole().map(|digits| digits.len());
            value + denominator + below <= MOST_DIGITS
                && (slope + value).max(offset + below) + 1 + below <= MOST_DIGITS
        })
    }

    /// The verdicts whose failure is waived.
    fn waived(&self) -> Vec<(usize, RegionId)> {
        let waivers = &self.options.waivers;
        let of_rule = |(at, (id, _)): (usize, &(SeriesId, &Indicator))| {
            let regions: BTreeSet<RegionId> =
                waivers.iter().filter(|it| it.indicator == *id).map(|it| it.region).collect();
            let id = *id;
            let is_in_force = move |region: &RegionId| {
                let found = waived::find(waivers, id, *region, self.year);
                found.is_some_and(|(_, of)| waived::is_in_force(of, self.options.as_of, self.year))
            };
            let regions = regions.into_iter().filter(is_in_force);
            regions.map(|region| (at, region)).collect::<Vec<_>>()
        };
        self.read.iter().enumerate().flat_map(of_rule).collect()
    }
}

#[cfg(test)]
mod tests;
