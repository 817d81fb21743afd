//! Judging one indicator in one year, region by region.

use std::collections::{BTreeMap, BTreeSet};

use super::finding;
use super::kept::Kept;
use super::outcome::{Plain, outcome};
use super::requirement::{Baseline, Demand, base_year, base_years, demand, is_kept};
use super::total::{Total, with_total};
use super::years::Years;
use super::{Options, waived};
use crate::diagnostic::{Diagnostic, Findings, Levels, NoRollUp};
use crate::exact::{Figure, Interval, Per, Rational};
use crate::plan::{Indicator, Plan, Role, Scope};
use crate::report::{AuditTally, Column as Judged};
use crate::submission::Column;
use crate::term::{
    Attribute, Entries, Entry, Outcome, Region, RegionId, Sent, SeriesId, Standing, Year,
};

/// What is needed to judge one column.
pub(super) struct Judge<'j> {
    pub(super) plan: &'j Plan,
    pub(super) years: &'j Years<'j>,
    pub(super) options: &'j Options,
    /// What each audit does.
    pub(super) levels: &'j Levels,
    pub(super) series: SeriesId,
    pub(super) indicator: &'j Indicator,
    /// The part that each region plays.
    pub(super) roles: &'j [Role],
    /// Whether its counts are of whole things; looked up once, not once a value.
    pub(super) counts_whole: bool,
    /// Which of the report's indicators it is.
    pub(super) number: usize,
    pub(super) year: Year,
}

/// The verdicts of a column, and what was found on the way.
#[derive(Default)]
pub(super) struct Found {
    pub(super) column: Judged,
    pub(super) findings: Findings,
    /// Of which regions there is no roll-up and why, and whether they sent a row of their own.
    pub(super) no_roll_ups: Vec<(RegionId, NoRollUp, bool)>,
    /// What the regions sent for the year, where totals took its place.
    pub(super) sent: Entries,
    /// The regions that are added up from counts that are exact, and from nothing else.
    pub(super) of_exact_counts: BTreeSet<RegionId>,
    /// What may truly be judged where it follows from others.
    pub(super) possible: BTreeMap<RegionId, Interval>,
    /// What is kept up, but hardly.
    pub(super) kept: Kept,
    /// What is wrong with the own rows of regions that others add up to; it matters only if
    /// those are judged.
    pub(super) of_sums: BTreeMap<RegionId, Diagnostic>,
    /// How what the audit of such rows found stands.
    pub(super) audits: AuditTally,
    /// The waivers that met a failure, whether they were in force or not.
    pub(super) waivers: Vec<usize>,
}

/// What a region without a value ends as.
fn without_value(sent: Sent) -> Outcome {
    match sent {
        Sent::Nothing | Sent::Missing => Outcome::Missing,
        Sent::Invalid | Sent::Figure => Outcome::Invalid,
        Sent::NotApplicable => Outcome::NotApplicable,
    }
}

impl Judge<'_> {
    /// Judges every region that is due or sent something.
    pub(super) fn run(&self, column: Column) -> Found {
        self.run_on(column.into_entries(self.plan.regions.len()), BTreeMap::new())
    }

    /// The same of what the regions sent, or what follows from others.
    pub(super) fn run_on(
        &self,
        mut entries: Entries,
        possible: BTreeMap<RegionId, Interval>,
    ) -> Found {
        let mut found = Found { possible, ..Found::default() };
        if self.indicator.target.adds_up() {
            found.sent.clone_from(&entries);
            self.add_up(&mut entries, &mut found);
        }
        let wholes = self.wholes(&mut entries, &mut found);
        // Regions without a baseline of their own share one demand.
        let of_plan = self.indicator.in_force(None, self.year);
        let shared = self.demand(of_plan, self.written_baseline(of_plan).as_ref(), None);
        let requirement = shared.as_ref().and_then(|demand| demand.requirement.clone());
        let limits = self.indicator.measure.limits;
        found.column = Judged::new(self.year, self.number, entries, limits, requirement);
        let base_years = base_years(&self.plan.head, self.indicator, self.year);
        let has_baselines = !self.indicator.target.is_reported()
            && base_years.iter().any(|year| self.years.has(*year, self.series));
        let is_plain = !has_baselines
            && found.possible.is_empty()
            && !self.indicator.has_regions()
            && self.indicator.target.relation().is_none()
            && limits.are_numbers();
        let plain = shared.as_ref().filter(|_| is_plain);
        let per = limits.per().unwrap_or(Per::HUNDRED);
        let plain = plain.and_then(|demand| Plain::new(demand, per, self.counts_whole));
        // Where every region is concerned and no figure left out, most are judged at a look.
        let is_simple = self.indicator.applies_to.is_none()
            && self.indicator.scope.judges(Role::Part)
            && !self.indicator.scope.leaves_out(Role::Part);
        let of_parts = plain.as_ref().filter(|_| is_simple);
        // A task of which nobody sent anything is not spoken of.
        let is_spoken_of = self.indicator.applies_to.is_some()
            && (self.is_complete_wanted() || !found.column.is_unsent());
        for (at, role) in self.roles.iter().enumerate() {
            let id = RegionId(at as u32);
            if *role == Role::Part
                && let (Some(demand), Some(narrow)) = (of_parts, found.column.narrow_entry(id))
                && let Some(outcome) = demand.outcome(narrow)
            {
                let outcome = self.waive(id, outcome, &mut found);
                found.column.judge(id, outcome);
                continue;
            }
            let entry = found.column.entry(id);
            let sent = entry.sent();
            let is_due = match role {
                Role::Whole => wholes.contains(&id),
                role if self.indicator.scope.leaves_out(*role) => {
                    // A form asks everyone everything; a mark says that there is nothing to send.
                    if !matches!(sent, Sent::Nothing | Sent::Missing) {
                        let region = self.plan.region(id);
                        found.findings.push(finding::out_of_scope(self, region, entry));
                    }
                    false
                }
                // Its value is in the total, where it is judged.
                role if !self.indicator.scope.judges(*role) => false,
                role if !self.indicator.concerns(id) => {
                    if sent != Sent::Nothing || is_spoken_of && *role != Role::Area {
                        found.column.judge(id, Outcome::NotApplicable);
                    }
                    false
                }
                Role::Between => wholes.contains(&id),
                Role::Part => {
                    sent != Sent::Nothing
                        || self.is_complete_wanted() && self.is_wanted_of(id)
                        || self.has_growth(id)
                }
                Role::Area | Role::Below => sent != Sent::Nothing || self.has_growth(id),
            };
            if is_due {
                let plain = plain.as_ref().filter(|_| !role.is_sum());
                let outcome = match plain.and_then(|demand| demand.outcome(&entry)) {
                    Some(outcome) => outcome,
                    None => self.region(id, shared.as_ref(), has_baselines, &mut found),
                };
                let outcome = self.waive(id, outcome, &mut found);
                found.column.judge(id, outcome);
            }
        }
        found.kept = self.kept(&found);
        let indexed = finding::growth_indexed(self, &found);
        found.findings.extend(indexed);
        found.column.rank();
        found
    }

    /// The outcome of one region.
    fn region(
        &self,
        id: RegionId,
        shared: Option<&Demand>,
        has_baselines: bool,
        found: &mut Found,
    ) -> Outcome {
        let region = self.plan.region(id);
        if let Some(relation) = self.indicator.target.relation() {
            return self.relative(id, region, relation, found);
        }
        if let Some(mean) = self.mean(id, found) {
            found.column.derive(id, mean);
        }
        let rule = self.rule(id);
        if rule.target.is_unset() {
            found.column.require(id, None);
            let sent = found.column.entry(id).sent();
            return found.column.value(id).map_or(without_value(sent), |_| Outcome::NotDue);
        }
        let own = if has_baselines { self.own_baseline(id) } else { None };
        let has_rule = !std::ptr::eq(rule, self.indicator.in_force(None, self.year));
        let own = own.or_else(|| self.written_baseline(rule).filter(|_| has_rule));
        let is_own = own.is_some() || has_rule;
        let demand = is_own.then(|| self.demand(rule, own.as_ref(), None));
        if let Some(demand) = &demand {
            let requirement = demand.as_ref().and_then(|demand| demand.requirement.clone());
            found.column.require(id, requirement);
        }
        let demand = match &demand {
            Some(own) => own.as_ref(),
            None => shared,
        };
        let entry = found.column.entry(id);
        if demand.is_none() && entry.sent() == Sent::Figure {
            let is_zero = own.is_some() || self.written_baseline(rule).is_some();
            found.findings.push(finding::no_baseline(self, id, entry, is_zero));
            return Outcome::Missing;
        }
        self.decide(id, region, demand, found)
    }

    /// A failure with a waiver in force is waived.
    #[inline]
    pub(super) fn waive(&self, id: RegionId, outcome: Outcome, found: &mut Found) -> Outcome {
        match self.options.waivers.is_empty() || outcome.standing() != Standing::Fail {
            true => outcome,
            false => self.waived(id, outcome, found),
        }
    }

    #[cold]
    fn waived(&self, id: RegionId, outcome: Outcome, found: &mut Found) -> Outcome {
        let Some((at, waiver)) = waived::find(&self.options.waivers, self.series, id, self.year)
        else {
            return outcome;
        };
        found.waivers.push(at);
        if waived::is_in_force(waiver, self.options.as_of, self.year) {
            found.column.waive(id, at, outcome);
            return Outcome::Waived;
        }
        found.findings.push(finding::waiver_expired(self, self.plan.region(id), waiver));
        outcome
    }

    pub(super) fn has_growth(&self, id: RegionId) -> bool {
        self.indicator.target.relation().is_some_and(|relation| self.has_levels(id, relation))
    }

    /// Main indicators are due from everyone; tasks are judged when they are sent, or
    /// when they are asked for.
    pub(super) fn is_complete_wanted(&self) -> bool {
        self.indicator.attribute != Attribute::Task || self.options.require_tasks
    }

    /// Puts the total beside the value of every region.
    fn add_up(&self, entries: &mut Entries, found: &mut Found) {
        for (at, role) in self.roles.iter().enumerate() {
            let id = RegionId(at as u32);
            let entry = entries.get(id);
            if entry.sent() != Sent::Figure || self.indicator.scope.leaves_out(*role) {
                continue;
            }
            let region = self.plan.region(id);
            let (sent, finding) = match self.total(self.year, id, entry) {
                Total::Known(total) => {
                    entries.set(id, with_total(entry, entry.figure(), total));
                    continue;
                }
                // A figure is a year that applies.
                Total::Nothing => continue,
                Total::Gap(years) => (Sent::Missing, finding::sum_gap(self, region, entry, years)),
                Total::Disagrees { year, sent, known, is_partial } => {
                    let numbers = (year, sent, known);
                    let found = finding::total_disagrees(self, region, entry, numbers, is_partial);
                    (Sent::Invalid, found)
                }
                Total::TooLarge => (Sent::Invalid, finding::total_too_large(self, region, entry)),
            };
            entries.set(id, Entry::new(sent, &entry.figure(), entry.line()));
            if role.is_sum() && self.indicator.scope != Scope::City {
                found.of_sums.insert(id, finding);
            } else {
                found.findings.push(finding);
            }
        }
    }

    /// The outcome of a region under a demand.
    pub(super) fn decide(
        &self,
        id: RegionId,
        region: &Region,
        demand: Option<&Demand>,
        found: &mut Found,
    ) -> Outcome {
        let entry = found.column.entry(id);
        let (Some(value), Some(demand)) = (found.column.value(id), demand) else {
            return without_value(entry.sent());
        };
        let decided = outcome(&value, demand);
        // Where rounding would turn the verdict, say so: that of the value beside the counts,
        // or that of what has no counts.
        if let Figure { value: Some(sent), counts: Some(_), .. } = entry.figure()
            && outcome(&Rational::from(sent), demand) != decided
        {
            found.findings.push(finding::rounding_turns(self, region, entry, &value, sent, demand));
        } else if let Some(doubt) = self.rounding(id, region, demand, decided, found) {
            found.findings.push(doubt);
        }
        decided
    }

    /// The year whose value this one's is held against in a region.
    pub(super) fn base_year(&self, id: RegionId) -> Year {
        base_year(&self.plan.head, self.rule(id), self.year)
    }

    fn written_baseline(&self, rule: &Indicator) -> Option<Baseline> {
        Baseline::of_rule(&self.plan.head, rule, self.year)
    }

    /// The region's own value of the year that this one is held against.
    pub(super) fn own_baseline(&self, id: RegionId) -> Option<Baseline> {
        let value = self.value_in(self.base_year(id), id)?;
        let source = self.indicator.target.course().own_source();
        Some(Baseline { value: value.reduced(), source })
    }

    /// Whether the target held at the baseline already.
    pub(super) fn is_kept_at_the_end(&self, id: RegionId) -> bool {
        let own = self.own_baseline(id);
        let (head, indicator) = (&self.plan.head, self.rule(id));
        let baseline = own.or_else(|| self.written_baseline(indicator));
        let baseline = baseline.as_ref().map(|baseline| &baseline.value);
        indicator
            .target
            .condition(baseline, None)
            .is_some_and(|target| is_kept(head, indicator, baseline, &target))
    }

    /// A region's value of another year: what its parts add up to, if it has any.
    pub(super) fn value_in(&self, year: Year, id: RegionId) -> Option<Rational> {
        if !self.years.has(year, self.series) {
            return None;
        }
        let rolled = self.rolled_in(year, id);
        let own = || Some(self.years.figure(year, self.series, id)?.figure());
        self.indicator.measure.limits.judged(&rolled.or_else(own)?, year)
    }

    /// The rule that is in force in a region.
    pub(super) fn rule(&self, id: RegionId) -> &Indicator {
        self.indicator.in_force(Some(id), self.year)
    }

    /// Whether a value is due from a county: for its own target, or for what the counties add
    /// up to.
    fn is_wanted_of(&self, id: RegionId) -> bool {
        !self.rule(id).target.is_unset() || self.is_rolled_up()
    }

    pub(super) fn demand(
        &self,
        rule: &Indicator,
        baseline: Option<&Baseline>,
        reference: Option<&Rational>,
    ) -> Option<Demand> {
        demand(&self.plan.head, rule, self.year, self.options.against, baseline, reference)
    }
}
