//! One verdict, with everything that belongs to it.

use std::borrow::Cow;

use super::{Column, InputInfo, Report, Requirement};
use crate::exact::{Decimal, Rational};
use crate::form::Course;
use crate::plan::{AppliesTo, Indicator, Waiver};
use crate::term::{
    Condition, Done, Entry, Limits, Mark, Named, Outcome, Region, RegionId, Standing, Year,
};

/// A verdict within its report.
#[derive(Debug, Clone, Copy)]
pub struct Row<'r> {
    report: &'r Report,
    column: &'r Column,
    region: RegionId,
    outcome: Outcome,
}

impl<'r> Row<'r> {
    pub(super) fn new(
        report: &'r Report,
        column: &'r Column,
        region: RegionId,
        outcome: Outcome,
    ) -> Self {
        Self { report, column, region, outcome }
    }

    /// The report that it is of.
    pub(super) fn report(&self) -> &'r Report {
        self.report
    }

    /// The column that it stands in.
    pub(crate) fn column(&self) -> &'r Column {
        self.column
    }

    /// What was sent.
    pub(crate) fn entry(&self) -> Entry {
        self.column.entry(self.region)
    }

    /// The year.
    pub fn year(&self) -> Year {
        self.column.year()
    }

    /// The year in which the target is due.
    pub fn target_year(&self) -> Year {
        self.indicator().due_year(&self.report.plan)
    }

    /// Where the region stands among those of the report.
    pub fn region_id(&self) -> RegionId {
        self.region
    }

    /// Whether it fails the run: it falls short, and `--fail-on` covers its attribute.
    pub fn fails_run(&self) -> bool {
        self.outcome.standing() == Standing::Fail
            && self.report.fail_on.includes(self.indicator().attribute)
    }

    /// The title of the group that its indicator is in, if it is in one.
    pub fn group(&self) -> Option<&'r Named> {
        self.report.outline.group(self.indicator())
    }

    /// Which of the report's indicators it is of.
    pub(super) fn column_indicator(&self) -> usize {
        self.column.indicator()
    }

    /// The indicator, as it is in force in the region and the year.
    pub fn indicator(&self) -> &'r Indicator {
        let indicator = &self.report.indicators[self.column.indicator()];
        indicator.in_force(Some(self.region), self.year())
    }

    /// The region.
    pub fn region(&self) -> &'r Region {
        &self.report.regions[self.region.index()]
    }

    /// The verdict.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// What the year demanded, if anything.
    pub fn requirement(&self) -> Option<&'r Requirement> {
        let is_concerned = self.indicator().concerns(self.region);
        self.column.requirement(self.region).filter(|_| is_concerned)
    }

    /// Whom the indicator concerns, where the region is not among them.
    pub fn not_concerned(&self) -> Option<&'r AppliesTo> {
        self.indicator().applies_to.as_ref().filter(|whom| !whom.includes(self.region))
    }

    /// The exact value that was judged; none for a figure that can't be used.
    pub fn value(&self) -> Option<Rational> {
        self.column.value(self.region)
    }

    /// 数值 as it was sent.
    pub fn sent(&self) -> Option<Decimal> {
        self.entry().figure().value
    }

    /// With how many digits behind the point the value was sent; none if it was computed.
    pub fn digits(&self) -> Option<u32> {
        if self.is_index() { None } else { self.entry().figure().digits() }
    }

    /// 分子 and 分母.
    pub fn counts(&self) -> Option<(Decimal, Decimal)> {
        self.entry().figure().counts
    }

    /// Whether the value is an index: the baseline year is 100.
    pub fn is_index(&self) -> bool {
        self.column.is_index(self.region)
    }

    /// The unit of the value; an index has none.
    pub fn unit(&self) -> &'r Named {
        if self.is_index() { Named::NONE } else { &self.indicator().measure.unit }
    }

    /// The year that is 100, if the value is an index.
    pub fn index_base(&self) -> Option<Year> {
        self.is_index().then_some(self.report.plan.baseline_year)
    }

    /// 累计 over the years of the plan.
    pub fn total(&self) -> Option<Decimal> {
        self.entry().figure().total
    }

    /// What was sent about a milestone.
    pub fn done(&self) -> Option<Done> {
        let is_milestone = self.indicator().measure.limits == Limits::Done;
        is_milestone.then(|| self.sent().and_then(Done::from_decimal)).flatten()
    }

    /// The waiver in force.
    pub fn waiver(&self) -> Option<&'r Waiver> {
        self.report.waivers.get(self.column.waiver(self.region)?)
    }

    /// The file and the physical line that the figure was sent on; none for a
    /// roll-up and for what was not sent.
    pub fn location(&self) -> Option<(&'r InputInfo, u64)> {
        let (_, input, number) = self.input()?;
        Some((input, input.line(number)))
    }

    /// The name of the column that the figure was sent in.
    pub fn location_column(&self) -> Option<Cow<'r, str>> {
        let (_, input, number) = self.input()?;
        if let Some(column) = input.column(number) {
            return Some(column);
        }
        let value = input.columns.value.as_deref();
        let named = match (self.sent(), self.counts()) {
            (None, Some(_)) => input.columns.numerator.as_deref().or(value),
            _ => value.or(input.columns.numerator.as_deref()),
        };
        named.map(Cow::Borrowed)
    }

    /// Which of the report's inputs the figure was sent in.
    pub(super) fn input_at(&self) -> Option<usize> {
        self.input().map(|(at, ..)| at)
    }

    /// The file that the figure was sent in, where it is among the report's, and its number
    /// there.
    pub(crate) fn input(&self) -> Option<(usize, &'r InputInfo, u32)> {
        let line = self.entry().line();
        let inputs = &self.report.inputs;
        let at = inputs.partition_point(|input| input.first_line < line).checked_sub(1)?;
        Some((at, &inputs[at], line - inputs[at].first_line))
    }

    /// The mark that was sent for a missing value, as it was written.
    pub fn mark(&self) -> Option<&'static str> {
        let missing = self.outcome == Outcome::Missing;
        missing.then(|| self.entry().mark().map(Mark::written)).flatten()
    }

    /// Whether nothing but what was sent, its grade and the region itself tells the verdict from
    /// others of its column that ended so.
    pub(crate) fn is_usual(&self) -> bool {
        self.outcome.standing() != Standing::Incomplete
            && self.indicator().applies_to.is_none()
            && self.column.is_usual(self.region)
    }

    /// 备注 of the row.
    pub fn remark(&self) -> Option<&'r str> {
        let line = self.entry().line();
        (line > 0).then(|| self.report.remarks.get(line)).flatten()
    }

    /// Value against requirement, in the unit of the indicator; negative is short.
    pub fn margin(&self) -> Option<Rational> {
        self.margin_of(&self.value()?)
    }

    /// The same of its value, which is at hand.
    pub(crate) fn margin_of(&self, value: &Rational) -> Option<Rational> {
        // There is no half of a milestone.
        if self.indicator().measure.limits == Limits::Done {
            return None;
        }
        Some(self.requirement()?.condition.margin(value))
    }

    /// By which share of the requirement it is missed or exceeded, if both are there.
    pub(super) fn relative_margin(&self) -> Option<Rational> {
        self.column.relative_margin(self.region)
    }

    /// 完成率: the value against what the year demands, in percent; see
    /// [`Condition::completion`](crate::term::Condition::completion).
    pub fn completion(&self) -> Option<Rational> {
        self.completion_of(&self.value()?)
    }

    /// The same of its value, which is at hand.
    pub(crate) fn completion_of(&self, value: &Rational) -> Option<Rational> {
        self.requirement()?.condition.completion(value)
    }

    /// The margin in people or institutions; see
    /// [`Condition::count_margin`](crate::term::Condition::count_margin).
    pub fn count_margin(&self) -> Option<Rational> {
        self.value().and_then(|_| self.count_margin_of())
    }

    /// The same of what has a value.
    pub(crate) fn count_margin_of(&self) -> Option<Rational> {
        let (numerator, denominator) = self.counts()?;
        let condition = &self.requirement()?.condition;
        // Of levels nobody is short: an index is no ratio.
        let limits = self.indicator().measure.limits;
        condition.count_margin(&numerator.into(), &denominator.into(), limits)
    }

    /// The margin of a value that counts whole things, in whole things: the smallest change of
    /// it that meets the requirement. None where there are parts of what it measures.
    pub fn whole_margin(&self) -> Option<Rational> {
        let value = self.value().filter(|value| self.counts().is_none() && value.is_whole())?;
        let indicator = self.indicator();
        // Of a mean there are parts.
        let is_mean = indicator.target.course() == Course::Averages;
        let counts = !self.is_index() && !is_mean && indicator.counts_whole_things();
        let condition = &self.requirement().filter(|_| counts)?.condition;
        Some(condition.of_whole_numbers()?.margin(&value))
    }

    /// Whether it falls short for being too great, where lower is better.
    pub fn is_exceeded(&self) -> bool {
        let condition = self.requirement().map(|requirement| &requirement.condition);
        let value = condition.and_then(|_| self.value());
        condition.zip(value).is_some_and(|(condition, value)| condition.is_exceeded(&value))
    }

    /// Whether the requirement can only be met with the whole denominator: 9
    /// institutions reach 90% with all 9.
    pub fn needs_all(&self) -> bool {
        let (Some((numerator, denominator)), Some(margin)) = (self.counts(), self.count_margin())
        else {
            return false;
        };
        let upward = self.requirement().is_some_and(|requirement| match &requirement.condition {
            Condition::Compare(comparison, _) => comparison.is_upward(),
            Condition::Between(..) => false,
        });
        upward && Rational::from(numerator) - margin == Rational::from(denominator)
    }
}
