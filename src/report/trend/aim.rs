//! What a series is held against in the end, and by what it is told where it leads.

use super::{Outlook, Projection, TimeSeries, Unforetold};
use crate::exact::Rational;
use crate::form::{Aim, Course};
use crate::plan::Indicator;
use crate::report::Report;
use crate::term::{BaselineSource, Condition};

/// By what it is told where a series leads, or why it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead<'t> {
    /// By the straight line.
    Projected(&'t Projection),
    /// By the pace so far and the pace needed.
    Pace,
    /// By nothing, though there may be years enough.
    Unforetold(Unforetold),
    /// The target year has come.
    Due,
    /// The target is no number, or another one each year.
    NoNumber,
    /// The target is a mean of years: where they lie says nothing of those to come.
    Mean,
    /// The target follows from a baseline that is not there.
    NoBaseline,
    /// Nothing has a value.
    NoValue,
    /// Too few years for either.
    TooFew,
}

/// What a line through the values of an indicator can be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AimedAt {
    /// One number, or one range.
    Number,
    /// A mean of years.
    Mean,
    /// Nothing of the kind.
    NoNumber,
}

/// What a line through the values of an indicator can be held against.
pub(crate) fn aimed_at(rule: &Indicator) -> AimedAt {
    match &rule.target.aim {
        Aim::Relative(_) | Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => {
            AimedAt::NoNumber
        }
        Aim::Number { .. } => match rule.target.course() {
            Course::Averages => AimedAt::Mean,
            // The value of the year before the target's is not known yet.
            Course::YearOnYear => AimedAt::NoNumber,
            Course::FromBaseline
            | Course::Compounds
            | Course::AddsUp
            | Course::Kept
            | Course::EachYear(_)
            | Course::AtEnd => AimedAt::Number,
        },
    }
}

impl TimeSeries {
    /// By what it is told where it leads, or why it is not.
    pub fn ahead(&self, report: &Report) -> Ahead<'_> {
        match (self.unforetold, &self.projection, self.outlook) {
            (Some(why), _, _) => Ahead::Unforetold(why),
            (None, Some(projection), _) => Ahead::Projected(projection),
            (None, None, Some(Outlook::TooSlow | Outlook::OnCourse | Outlook::Missed)) => {
                Ahead::Pace
            }
            (None, None, None) => self.unknown(report),
        }
    }

    /// Why nothing is known of where it leads.
    fn unknown(&self, report: &Report) -> Ahead<'_> {
        match (aimed_at(self.rule(report)), &self.target, self.latest()) {
            (AimedAt::NoNumber, _, _) => Ahead::NoNumber,
            (AimedAt::Mean, _, _) => Ahead::Mean,
            (AimedAt::Number, None, _) => Ahead::NoBaseline,
            (AimedAt::Number, Some(_), None) => Ahead::NoValue,
            (AimedAt::Number, Some(_), Some(latest)) => {
                match latest.year >= self.due_year(report) {
                    true => Ahead::Due,
                    false => Ahead::TooFew,
                }
            }
        }
    }

    /// What the target demands of a value: a change, a multiple or a growth from the baseline
    /// that its verdicts rest on.
    pub(super) fn fixed_target(&self, report: &Report) -> Option<Condition> {
        let rule = self.rule(report);
        match aimed_at(rule) {
            AimedAt::Number => rule.target.condition(self.baseline(report).as_ref(), None),
            AimedAt::Mean | AimedAt::NoNumber => None,
        }
    }

    fn baseline(&self, report: &Report) -> Option<Rational> {
        let rule = self.rule(report);
        let year = rule.baseline_year(&report.plan);
        let own = || {
            let sent = self.points.iter().find(|point| point.year == year)?;
            sent.value.clone()
        };
        let of_plan = || rule.baseline.map(Rational::from);
        let latest = self.latest().and_then(|point| self.requirement(report, point));
        match latest.and_then(|requirement| requirement.baseline) {
            Some(BaselineSource::History) => own(),
            Some(BaselineSource::Plan | BaselineSource::Region) => of_plan(),
            Some(BaselineSource::YearBefore) | None => own().or_else(of_plan),
        }
    }
}
