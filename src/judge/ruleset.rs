//! The rules of one year as numbers, for an engine that judges where the figures are.
//!
//! No rule is stated here: what is demanded is asked for at baselines of both sides of every
//! bound, and of each piece between two bounds the straight line is taken. A demand that is on
//! none, or a form that an engine does not hold, is refused.

mod names;

use std::sync::Arc;

use super::Options;
use super::audit::{counts_values, levels};
use super::growth::eased;
use super::requirement::{Baseline, Demand, base_year, demand};
use crate::diagnostic::{Audit, Diagnostic, InputProblem, Level};
use crate::exact::Rational;
use crate::form::Course;
use crate::plan::{Indicator, Plan, Role, Scope};
use crate::report::{Bounds, Demanding, Piece, Ruled, Ruleset, Steep};
use crate::term::{Attribute, BaselineSource, Condition, Named, RegionId, SeriesId, Year};
use names::{references, region_names, series_names};

/// What of the numbers is compared has at most so many digits in every engine.
const MOST_DIGITS: usize = 38;
/// So many digits before and behind the point are read of a value.
const VALUE_DIGITS: usize = 11 + 6;
/// A value is held in millionths.
const MILLION_DIGITS: usize = 7;
/// So many digits are read of a count, if products leave room for them.
const COUNT_DIGITS: std::ops::RangeInclusive<usize> = 6..=11;

/// The rules of a year.
///
/// # Errors
/// Those that an engine can't hold, each at its rule.
pub fn ruleset(plan: &Plan, year: Year, options: &Options) -> Result<Ruleset, Vec<Diagnostic>> {
    let first = plan.head.first_year;
    if year < first {
        return Err(vec![Diagnostic::whole(InputProblem::SqlBeforePlan { year, first })]);
    }
    let compiler = Compiler { plan, year, options };
    let is_asked = |(id, indicator): &(SeriesId, &Indicator)| {
        indicator.is_judged()
            && (options.indicators.is_empty() || options.indicators.contains(id))
            && (options.attributes.is_empty() || options.attributes.contains(&indicator.attribute))
    };
    let numbered = plan.indicators.iter().enumerate();
    let numbered = numbered.map(|(at, indicator)| (SeriesId(at as u16), &**indicator));
    let asked: Vec<(SeriesId, &Indicator)> = numbered.filter(is_asked).collect();
    let references = references(&asked);
    let (mut rules, mut faults, mut count_digits) = (Vec::new(), Vec::new(), *COUNT_DIGITS.end());
    for (at, (_, indicator)) in asked.iter().enumerate() {
        let reference = indicator.target.relation().map(|of| of.reference);
        let reference = references.iter().position(|id| Some(*id) == reference);
        match compiler.rule(indicator, reference.map_or(at, |of| asked.len() + of)) {
            Ok((rule, digits)) => {
                rules.push(rule);
                count_digits = count_digits.min(digits);
            }
            Err(why) => {
                let problem = InputProblem::NotInSql { indicator: indicator.name.clone(), why };
                faults.push(Diagnostic::at(problem, indicator.rule.clone()));
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Ruleset {
        plan: Arc::clone(&plan.head),
        year,
        against: options.against,
        fail_on: options.fail_on,
        require_tasks: options.require_tasks,
        regions: Arc::clone(&plan.regions),
        parts: compiler.parts(),
        region_names: region_names(plan),
        series_names: series_names(plan, &asked, &references),
        rules,
        references: references.iter().filter_map(|id| plan.reference(*id).cloned()).collect(),
        count_digits,
    })
}

struct Compiler<'p> {
    plan: &'p Plan,
    year: Year,
    options: &'p Options,
}

/// Why a rule is not held, in both languages.
fn why(zh: &str, en: &str) -> Named {
    Named::from(zh).in_english(Some(en.to_owned()))
}

impl Compiler<'_> {
    /// A rule, and how many digits counts may have beside its numbers; its demand is moved by
    /// the series of that number.
    fn rule(&self, indicator: &Indicator, base: usize) -> Result<(Ruled, usize), Named> {
        let (head, year) = (&self.plan.head, self.year);
        let rule = indicator.in_force(None, year);
        self.is_held(indicator, rule)?;
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
        let of_plan = self.demand(rule, Baseline::of_rule(head, rule, year), None);
        let of_plan = of_plan.map(|demand| fixed(&demand));
        let of_own = self.pieces(rule)?;
        let is_moved = !indicator.target.is_reported()
            && of_own.iter().any(|piece| Some(&piece.demand) != of_plan.as_ref());
        let is_relative = rule.target.relation().is_some();
        let base_in = if is_relative { year } else { base_year(head, rule, year) };
        let ruled = Ruled {
            facts: Arc::clone(&rule.facts),
            form: rule.target.form.word(),
            cite: rule.cite.clone(),
            limits: rule.measure.limits,
            counts_whole: counts_values(indicator) && is_denied(&Audit::FractionOfAPerson),
            adds_up: indicator.target.adds_up(),
            is_wanted: indicator.attribute != Attribute::Task || self.options.require_tasks,
            base: is_moved.then_some((base, base_in)),
            of_own: if is_moved { of_own } else { Vec::new() },
            of_plan,
        };
        let fits = |digits: &usize| self.fits(&ruled, *digits);
        let digits = COUNT_DIGITS.rev().find(fits);
        let digits = digits.ok_or_else(|| {
            why(
                "数字位数过多，乘积会超过 38 位",
                "its numbers have so many digits that products would have more than 38",
            )
        })?;
        Ok((ruled, digits))
    }

    fn is_held(&self, indicator: &Indicator, rule: &Indicator) -> Result<(), Named> {
        let form = rule.target.form;
        let [zh, en] = form.name();
        let course = rule.target.course();
        let by_form = why(&format!("“{zh}”形式的目标"), &format!("targets of the form {en}"));
        match course {
            Course::Compounds | Course::YearOnYear | Course::Averages => return Err(by_form),
            Course::FromBaseline
            | Course::AddsUp
            | Course::Kept
            | Course::EachYear(_)
            | Course::AtEnd => {}
        }
        if rule.target.is_derived() {
            return Err(by_form);
        }
        let reference = rule.target.relation().and_then(|of| self.plan.reference(of.reference));
        if reference.is_some_and(|of| of.is_shared) {
            return Err(why("参照的是全市的一行", "one row of the whole is its reference"));
        }
        if rule.target.form != indicator.target.form {
            return Err(why("调整后的目标是另一种形式", "its adjusted target is of another form"));
        }
        if indicator.has_regions() {
            return Err(why("有的地区有自己的目标", "regions have targets of their own"));
        }
        if indicator.applies_to.is_some() {
            return Err(why("只适用于部分地区", "it concerns some of the regions alone"));
        }
        let tree = &self.plan.tree;
        let lowest = tree.lowest();
        let is_deep = |role: &Role| matches!(role, Role::Between | Role::Below);
        if tree.roles(lowest).iter().any(is_deep)
            || indicator.scope != Scope::City && indicator.level != lowest
        {
            return Err(why("地区不止两级", "there are more than two levels of regions"));
        }
        Ok(())
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
        let (value, source) = (value.clone(), BaselineSource::History);
        self.demand(rule, Some(Baseline { value, source }), None)
    }

    /// What is demanded by a region's own baseline, wherever it lies: at each bound of the
    /// target and at 0, and between two of them.
    fn pieces(&self, rule: &Indicator) -> Result<Vec<Piece>, Named> {
        let mut ends: Vec<Rational> = vec![Rational::ZERO];
        ends.extend(rule.target.of_value().into_iter().flat_map(Condition::bounds).cloned());
        ends.sort();
        ends.dedup();
        let mut pieces: Vec<Piece> = Vec::new();
        let befores = std::iter::once(None).chain(ends.iter().map(Some));
        let behinds = ends.iter().map(Some).chain([None]);
        for (from, to) in befores.zip(behinds) {
            if let Some(at) = from
                && let Some(demand) = self.at(rule, at)
            {
                add_point(&mut pieces, at, &demand);
            }
            let bound = |end: Option<&Rational>| end.map(|end| (end.clone(), false));
            if let Some(demand) = self.between(rule, from, to)? {
                add(&mut pieces, Piece { from: bound(from), to: bound(to), demand });
            }
        }
        Ok(pieces)
    }

    /// What is demanded by baselines between two values: the line through two of them, which
    /// has to lead through a third and a fourth.
    fn between(
        &self,
        rule: &Indicator,
        from: Option<&Rational>,
        to: Option<&Rational>,
    ) -> Result<Option<Demanding>, Named> {
        let part = |of: i64| match (from, to) {
            (Some(from), Some(to)) => {
                from.clone() + (to.clone() - from.clone()) * Rational::from(of) / Rational::from(8)
            }
            (Some(from), None) => from.clone() + Rational::from(of),
            (None, Some(to)) => to.clone() - Rational::from(of),
            (None, None) => Rational::from(of),
        };
        let [one, two, three, four] = [1, 2, 5, 7].map(part);
        let at = |value: &Rational| self.at(rule, value);
        let (Some(first), Some(second)) = (at(&one), at(&two)) else { return Ok(None) };
        let holds =
            |line: &Demanding, value| at(value).is_some_and(|demand| is_of(line, value, &demand));
        let line = through((&one, &first), (&two, &second));
        line.filter(|line| holds(line, &three) && holds(line, &four)).map(Some).ok_or_else(|| {
            why("要求与基期值不成直线", "what it demands is on no straight line of the baseline")
        })
    }

    /// Whether no product has too many digits, where a count has so many.
    fn fits(&self, rule: &Ruled, count: usize) -> bool {
        let regions = self.plan.regions.len().to_string().len();
        let per = rule.limits.per().map_or(0, |per| per.power() + 1);
        let value = (VALUE_DIGITS + regions).max(per + count + regions);
        let below = MILLION_DIGITS.max(count + regions);
        let demands = rule.of_own.iter().map(|piece| &piece.demand).chain(&rule.of_plan);
        demands.flat_map(Demanding::lines).all(|line| {
            let [slope, offset, denominator] = line.whole().map(|digits| digits.len());
            value + denominator + below <= MOST_DIGITS
                && (slope + value).max(offset + below) + 1 + below <= MOST_DIGITS
        })
    }

    /// The part that each region plays, and what it is part of.
    fn parts(&self) -> Vec<(Role, Option<RegionId>)> {
        let tree = &self.plan.tree;
        let mut parts: Vec<(Role, Option<RegionId>)> =
            tree.roles(tree.lowest()).iter().map(|role| (*role, None)).collect();
        for whole in tree.wholes() {
            for part in tree.parts(whole) {
                if let Some(part) = parts.get_mut(part.index()) {
                    part.1 = Some(whole);
                }
            }
        }
        parts
    }
}

/// A demand that no baseline moves.
fn fixed(demand: &Demand) -> Demanding {
    let flat =
        |of: &Condition| of.map(|bound| Steep { slope: Rational::ZERO, offset: bound.reduced() });
    let required = demand.requirement.as_ref();
    let required = required.map(|it| (flat(&it.condition), it.basis, it.baseline));
    Demanding { target: flat(&demand.target), requirement: required }
}

/// The demand through those of two baselines, if they are of one kind.
fn through(first: (&Rational, &Demand), second: (&Rational, &Demand)) -> Option<Demanding> {
    let line = |from: &Rational, to: &Rational| {
        let run = second.0.clone() - first.0.clone();
        let slope = ((to.clone() - from.clone()) / run).reduced();
        let offset = (from.clone() - slope.clone() * first.0.clone()).reduced();
        Steep { slope, offset }
    };
    let bounds = |from: &Condition, to: &Condition| match (from, to) {
        (Condition::Compare(one, from), Condition::Compare(other, to)) if one == other => {
            Some(Condition::Compare(*one, line(from, to)))
        }
        (Condition::Between(low, high), Condition::Between(to_low, to_high)) => {
            Some(Condition::Between(line(low, to_low), line(high, to_high)))
        }
        (Condition::Compare(..), _) | (Condition::Between(..), _) => None,
    };
    let target = bounds(&first.1.target, &second.1.target)?;
    let requirement = match (&first.1.requirement, &second.1.requirement) {
        (Some(one), Some(other)) if (one.basis, one.baseline) == (other.basis, other.baseline) => {
            Some((bounds(&one.condition, &other.condition)?, one.basis, one.baseline))
        }
        (None, None) => None,
        (Some(_) | None, _) => return None,
    };
    Some(Demanding { target, requirement })
}

/// Whether a demand on straight lines is that of a baseline.
fn is_of(line: &Demanding, baseline: &Rational, demand: &Demand) -> bool {
    let at = |bounds: &Bounds| bounds.map(|line| line.at(baseline));
    let required = line.requirement.as_ref();
    let required = required.map(|(bounds, basis, source)| (at(bounds), *basis, *source));
    let demanded = demand.requirement.as_ref();
    let demanded = demanded.map(|it| (it.condition.clone(), it.basis, it.baseline));
    at(&line.target) == demand.target && required == demanded
}

/// Adds what a single baseline demands; the piece before it is made longer that leads there.
fn add_point(pieces: &mut Vec<Piece>, at: &Rational, demand: &Demand) {
    let ends_here = |piece: &&mut Piece| piece.to.as_ref().is_some_and(|(end, _)| end == at);
    let last = pieces.last_mut().filter(ends_here);
    let end = Some((at.clone(), true));
    match last.filter(|piece| is_of(&piece.demand, at, demand)) {
        Some(last) => last.to = end,
        None => pieces.push(Piece { from: end.clone(), to: end, demand: fixed(demand) }),
    }
}

/// Adds a piece, or makes the one before it longer that demands the same.
fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    let is_next = |last: &&mut Piece| {
        let ends = [&last.to, &piece.from].map(|end| end.as_ref().map(|(at, _)| at));
        ends[0] == ends[1] && last.to.as_ref().is_some_and(|(_, is_in)| *is_in)
    };
    match pieces.last_mut().filter(is_next).filter(|last| last.demand == piece.demand) {
        Some(last) => last.to = piece.to,
        None => pieces.push(piece),
    }
}

#[cfg(test)]
mod tests;
