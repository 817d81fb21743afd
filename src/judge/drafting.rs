//! 起草用例: boundary cases of the rules that have none.
//!
//! Values at the bounds of a year, next to them and none at all are sent through the whole
//! program, as those of every case are; how each ended is written down. So a draft passes, and
//! says what the rules do, not what the document wants.

use std::collections::BTreeSet;

use super::rehearsal::{Stage, differences};
use crate::exact::{Decimal, Rational, shown};
use crate::form::{Aim, Course, States};
use crate::plan::{Case, Cells, Check, Expected, Indicator, MOST_CHECKS, Plan, SentRow};
use crate::report::Row;
use crate::term::{Condition, Limits, Outcome, RegionId, SeriesId, Year, counted_in};

/// More counties than these are in no draft.
const MOST_SENDERS: usize = 12;

/// Of a bound that no decimal is, so many digits are written.
const DIGITS: u32 = 4;

/// Cases of the indicators that are judged and have none among these, and those for which
/// none could be drafted.
pub fn draft_cases(plan: &Plan, cases: &[Case]) -> (Vec<Case>, Vec<SeriesId>) {
    let stage = Stage::new(plan);
    let (mut drafted, mut left) = (Vec::new(), Vec::new());
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let series = SeriesId(at as u16);
        if !indicator.is_judged() || cases.iter().any(|case| case.indicator == series) {
            continue;
        }
        let before = drafted.len();
        let region = Case::first_region(plan, indicator);
        let of_year = |year| Draft { stage: &stage, series, indicator, region, year }.case();
        drafted.extend(years(plan, indicator).into_iter().filter_map(of_year));
        let checks: usize = cases.iter().chain(&drafted).map(|case| case.checks.len()).sum();
        if checks > MOST_CHECKS {
            drafted.truncate(before);
        }
        if drafted.len() == before {
            left.push(series);
        }
    }
    (drafted, left)
}

/// The years that show most of a rule: the first, those that are written, and the last.
fn years(plan: &Plan, indicator: &Indicator) -> BTreeSet<Year> {
    let (first, last) = (plan.head.first_year, plan.head.target_year);
    let mut years = BTreeSet::from([first, last]);
    years.extend(indicator.milestones.keys());
    years.extend(indicator.adjustments().map(|(from, _)| from));
    if let Aim::Done { due } = indicator.target.aim {
        years.extend([due.saturating_sub(1), due]);
    }
    years.retain(|year| *year >= first);
    years
}

/// The cases of one indicator in one year.
struct Draft<'d> {
    stage: &'d Stage<'d>,
    series: SeriesId,
    indicator: &'d Indicator,
    region: RegionId,
    year: Year,
}

impl Draft<'_> {
    fn case(&self) -> Option<Case> {
        let beside = self.beside();
        let tried: Vec<Check> = match self.indicator.target.is_derived() {
            true => self
                .of_parts()
                .into_iter()
                .filter_map(|sent| self.tried(&beside, None, sent))
                .collect(),
            false => {
                let cells = self.cells(&beside).into_iter();
                cells.filter_map(|cells| self.tried(&beside, Some(cells), Vec::new())).collect()
            }
        };
        let (indicator, region, year) = (self.series, self.region, self.year);
        let case = Case { name: None, indicator, region, year, beside, checks: tried };
        (!case.checks.is_empty()).then_some(case)
    }

    /// What a value needs beside it: a reference, a baseline, the year before; what parts are
    /// made of needs its references.
    fn beside(&self) -> Vec<SentRow> {
        if self.indicator.target.is_derived() {
            let mut rows: Vec<SentRow> = Vec::new();
            for row in self.parts().iter().flat_map(Draft::beside) {
                if self.stage.plan.reference(row.series).is_some() && !rows.contains(&row) {
                    rows.push(row);
                }
            }
            return rows;
        }
        let row = |series, year, value: &str| {
            let cells = Cells { value: value.to_owned(), ..Cells::default() };
            SentRow { series, region: None, year, cells }
        };
        let percent = if self.indicator.measure.is_percent() { "%" } else { "" };
        let head = &self.stage.plan.head;
        let mut beside = Vec::new();
        if let Some(relation) = self.indicator.target.relation() {
            beside.push(row(relation.reference, self.year, "5%"));
        }
        let rule = self.indicator.in_force(Some(self.region), self.year);
        match self.indicator.target.course() {
            Course::YearOnYear => {
                beside.push(row(self.series, self.year - 1, &format!("50{percent}")));
            }
            _ if rule.target.needs_baseline() && rule.baseline.is_none() => {
                beside.push(row(self.series, head.baseline_year, &format!("50{percent}")));
            }
            _ => {}
        }
        beside
    }

    /// The cells to send: values around every bound, then what is no value.
    fn cells(&self, beside: &[SentRow]) -> Vec<Cells> {
        let limits = self.indicator.measure.limits;
        let mut all: Vec<Cells> = match limits {
            Limits::Done => {
                let (year, next) = (self.year, self.year + 1);
                let days = [format!("{year}-12-31"), format!("{next}-01-01")];
                let words = ["否", "是"].map(str::to_owned).into_iter().chain(days);
                words.map(|value| Cells { value, ..Cells::default() }).collect()
            }
            _ => self.values(beside).iter().filter_map(|value| self.of_value(value)).collect(),
        };
        let text = |value: &str, remark: &str| Cells {
            value: value.to_owned(),
            remark: remark.to_owned(),
            ..Cells::default()
        };
        if limits.per().is_some() {
            let nought = || "0".to_owned();
            all.push(Cells { numerator: nought(), denominator: nought(), ..Cells::default() });
        }
        all.extend([text("不适用", "（理由）"), text("不适用", ""), text("", "")]);
        all
    }

    /// A value as it is sent: of a sum and a mean with all years so far.
    fn of_value(&self, value: &Rational) -> Option<Cells> {
        let first = self.stage.plan.head.first_year;
        let years = Rational::from(i64::from(self.year - first) + 1);
        let percent = if self.indicator.measure.is_percent() { "%" } else { "" };
        let text = |value: &Rational| {
            Some(format!("{}{percent}", shown::rounded(value, value.exact_digits(DIGITS + 2)?)))
        };
        let sum = match self.indicator.target.course() {
            Course::Averages => value.clone() * years,
            _ => value.clone(),
        };
        let total = self.indicator.target.adds_up() && self.year > first;
        let total = if total { text(&sum)? } else { String::new() };
        Some(Cells { value: text(&sum)?, total, ..Cells::default() })
    }

    /// The values at the bounds of the year and of the target, and right beside them.
    fn values(&self, beside: &[SentRow]) -> BTreeSet<Rational> {
        let step = self.step();
        let mut values = BTreeSet::new();
        for bound in self.bounds(beside) {
            let steps = bound / step.clone();
            let (low, high) = (steps.floor(), steps.ceil());
            let one = Rational::from(1);
            let around = match low == high {
                true => vec![low.clone() - one.clone(), low.clone(), low + one],
                false => vec![low, high],
            };
            values.extend(around.into_iter().map(|steps| (steps * step.clone()).reduced()));
        }
        let limits = self.indicator.measure.limits;
        values.retain(|value| {
            limits.least().is_none_or(|least| *value >= least)
                && limits.most().is_none_or(|most| *value <= most)
        });
        values
    }

    /// The least difference that shows: one thing, or a last digit.
    fn step(&self) -> Rational {
        let counts = counted_in(&self.indicator.measure.unit) == Some(0);
        let is_mean = self.indicator.target.course() == Course::Averages;
        let bounds = self.indicator.target.bound().into_iter().flat_map(Condition::bounds);
        let digits = bounds.map(|bound| bound.exact_digits(DIGITS).unwrap_or(DIGITS)).max();
        match counts && !is_mean && digits.unwrap_or(0) == 0 {
            true => Rational::from(1),
            false => Rational::from(1) / Rational::power_of_ten(digits.unwrap_or(0).max(3)),
        }
    }

    /// The bounds by which a value of the year is judged, as the program has them.
    fn bounds(&self, beside: &[SentRow]) -> Vec<Rational> {
        let bound = self.indicator.target.bound().and_then(|bound| bound.bounds().next().cloned());
        let some = bound.or(self.indicator.baseline.map(Rational::from));
        let probes = some.into_iter().chain([Rational::from(1), Rational::ZERO]);
        let judged = probes.filter_map(|probe| {
            let check = self.check(Some(self.of_value(&probe)?), Vec::new());
            let report = self.stage.judge(&self.around(beside), &check);
            let row = report.rows().find(|row| row.year() == self.year)?;
            let required = row.requirement().map(|required| required.condition.clone());
            row.value()?;
            Some(required)
        });
        let target = || {
            let rule = self.indicator.in_force(Some(self.region), self.year);
            let baseline = rule.baseline.map(Rational::from);
            rule.target.condition(baseline.as_ref(), None)
        };
        let required = judged.into_iter().next().flatten();
        let all = required.into_iter().chain(target());
        all.flat_map(|condition| condition.bounds().cloned().collect::<Vec<_>>()).collect()
    }

    fn parts(&self) -> Vec<Draft<'_>> {
        let parts = self.indicator.target.parts.iter().filter_map(|part| {
            let indicator = self.stage.plan.indicators.get(part.series.index())?;
            Some(Draft { series: part.series, indicator, ..*self })
        });
        parts.collect()
    }

    /// What to send of the parts: all of them good, each bad alone, all bad, and one unsent.
    fn of_parts(&self) -> Vec<Vec<SentRow>> {
        let plan = self.stage.plan;
        let parts = self.parts();
        let senders: Vec<Option<RegionId>> = match self.indicator.target.aim {
            Aim::Parts { .. } => vec![None],
            // What one region sends moves all the others.
            _ if self.indicator.target.form.states() == States::Rank => return Vec::new(),
            _ => {
                let level = parts.first().map_or(self.indicator.level, |part| part.indicator.level);
                let senders = plan.tree.senders(level, self.region);
                senders.into_iter().map(Some).collect()
            }
        };
        if senders.len() > MOST_SENDERS {
            return Vec::new();
        }
        let ways: Option<Vec<[Vec<SentRow>; 2]>> = parts
            .iter()
            .flat_map(|part| senders.iter().map(move |sender| part.good_and_bad(*sender)))
            .collect();
        let Some(ways) = ways.filter(|ways| !ways.is_empty()) else { return Vec::new() };
        let pick = |bad: &dyn Fn(usize) -> bool| -> Vec<SentRow> {
            ways.iter()
                .enumerate()
                .flat_map(|(at, way)| way[usize::from(bad(at))].clone())
                .collect()
        };
        let mut all = vec![pick(&|_| false), pick(&|_| true)];
        all.extend((0..ways.len()).filter(|_| ways.len() > 1).map(|one| pick(&|at| at == one)));
        all.push(ways.iter().skip(1).flat_map(|way| way[0].clone()).collect());
        all.retain(|sent| !sent.is_empty());
        all
    }

    /// What a region sends that passes the target, and what fails or is not there yet.
    fn good_and_bad(&self, sender: Option<RegionId>) -> Option<[Vec<SentRow>; 2]> {
        if self.indicator.target.is_derived() {
            return None;
        }
        let beside = self.beside();
        let reference = |row: &SentRow| self.stage.plan.reference(row.series);
        // A case can't say a reference of each region's own.
        if sender.is_some() && beside.iter().filter_map(reference).any(|it| it.shared.is_none()) {
            return None;
        }
        let region = sender.unwrap_or(self.region);
        let draft = Draft { region, ..*self };
        let judged: Vec<(Outcome, Cells)> = draft
            .cells(&beside)
            .into_iter()
            .filter_map(|cells| {
                let check = draft.tried(&beside, Some(cells.clone()), Vec::new())?;
                Some((check.expected.outcome, cells))
            })
            .collect();
        let sent = |wanted: &[Outcome]| {
            let found = wanted.iter().find_map(|it| judged.iter().find(|(of, _)| of == it));
            let history = beside.iter().filter(|row| reference(row).is_none());
            let history = history.map(|row| SentRow { region: sender, ..row.clone() });
            let (series, year) = (self.series, self.year);
            let (_, cells) = found?;
            let own = SentRow { series, region: sender, year, cells: cells.clone() };
            Some(history.chain([own]).collect::<Vec<_>>())
        };
        let bad = [Outcome::NotMet, Outcome::Behind, Outcome::NotDue, Outcome::OnPace];
        Some([sent(&[Outcome::Met])?, sent(&bad)?])
    }

    fn around(&self, beside: &[SentRow]) -> Case {
        let (indicator, region, year) = (self.series, self.region, self.year);
        let beside = beside.to_vec();
        Case { name: None, indicator, region, year, beside, checks: Vec::new() }
    }

    fn check(&self, cells: Option<Cells>, sent: Vec<SentRow>) -> Check {
        let (margin, count, requirement, basis) = (None, None, None, None);
        let outcome = Outcome::Missing;
        let expected = Expected { outcome, margin, count, requirement, basis };
        Check { cells, sent, expected, place: self.indicator.rule.clone() }
    }

    /// A check with what came of it; none if it is no sound one.
    fn tried(&self, beside: &[SentRow], cells: Option<Cells>, sent: Vec<SentRow>) -> Option<Check> {
        let mut check = self.check(cells, sent);
        let report = self.stage.judge(&self.around(beside), &check);
        let row = report.rows().find(|row| row.year() == self.year);
        check.expected.outcome = row.as_ref().map(Row::outcome)?;
        let required = row.as_ref().and_then(Row::requirement).map(|it| &it.condition);
        let is_written = |bound: &Rational| bound.exact_digits(DIGITS + 2).is_some();
        check.expected.requirement = match required {
            None => Some(None),
            Some(condition) => condition.bounds().all(is_written).then(|| Some(condition.clone())),
        };
        let margin = row.as_ref().and_then(Row::margin).filter(Rational::is_zero);
        check.expected.margin = margin.map(|_| Decimal::ZERO);
        differences(&check.expected, row.as_ref(), &report).is_empty().then_some(check)
    }
}
