//! Submissions that aim at what their plan demands.

use std::collections::BTreeMap;
use std::fmt;

use dabiao::term::{Against, FailOn};

use super::cell::{self, Aim, Cells, Kind};
use super::naive::{self, Q, whole};
use super::plan::{
    Dec, Form, INCOME, Level, Measure, OUTPUT, Plan, RATE, REFERENCES, START, Scope,
};
use super::seeds::Seeds;

/// Whether something is done, and perhaps when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Day {
    No,
    Yes,
    On(u16, u8, u8),
}

/// What one cell sends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Sent {
    Nothing,
    Blank,
    NotApplicable,
    Invalid,
    Figure {
        value: Option<Dec>,
        counts: Option<(Dec, Dec)>,
        total: Option<Dec>,
    },
    Done(Day),
    /// What years or counties add up to; nobody sends it.
    Total(Q),
}

/// What was sent, by year, series (the references behind the indicators) and
/// region.
pub(crate) type Sheet = BTreeMap<(u16, usize, usize), Sent>;

/// A year, a month and a day.
pub(crate) type Date = (u16, u8, u8);

/// A failure that is not to count.
#[derive(Debug, Clone)]
pub(crate) struct Waiver {
    pub(crate) series: usize,
    pub(crate) region: usize,
    pub(crate) year: u16,
    pub(crate) expires: Date,
}

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) plan: Plan,
    pub(crate) sheet: Sheet,
    pub(crate) history: Sheet,
    pub(crate) rows: Vec<String>,
    pub(crate) history_rows: Vec<String>,
    pub(crate) waivers: Vec<Waiver>,
    pub(crate) as_of: Option<Date>,
    pub(crate) require_tasks: bool,
    pub(crate) against: Against,
    pub(crate) fail_on: FailOn,
}

pub(crate) fn date((year, month, day): Date) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// As the files that would repeat the case.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { against, fail_on, as_of, require_tasks, .. } = self;
        writeln!(f, "{against:?}, {fail_on:?}, {as_of:?}, tasks: {require_tasks}")?;
        writeln!(f, "{}\n{}", self.plan.toml(), self.waivers_toml())?;
        writeln!(f, "rows:\n{}\n", self.rows.join("\n"))?;
        writeln!(f, "history:\n{}", self.history_rows.join("\n"))
    }
}

impl World {
    /// Sends one year: references first, because others aim at them.
    pub(crate) fn fill<'s>(
        &mut self,
        year: u16,
        under_check: &[u16],
        before: bool,
        seeds: &Seeds,
        aims: &mut impl Iterator<Item = &'s Aim>,
    ) {
        let references = [RATE, OUTPUT, INCOME].map(|which| self.plan.reference(which));
        // What levels of the history yield for a year under check is located in the
        // submission: growth::a_verdict_is_not_located_in_a_file_that_does_not_hold_its_figure.
        // References are of the plan's own years.
        let is_skipped = year < START || before && year > START && under_check.contains(&year);
        let skipped = if is_skipped { 3 } else { 0 };
        let series = references.into_iter().skip(skipped).chain(0..self.plan.indicators.len());
        for series in series {
            for region in 0..self.plan.regions.len() {
                let Some(aim) = aims.next() else { return };
                let (sent, cells) = self.send(aim, (year, series, region), before, seeds.whole);
                if sent == Sent::Nothing {
                    continue;
                }
                let row = self.row(year, series, region, &cells, (seeds.names, aim.free));
                let (sheet, rows) = if before {
                    (&mut self.history, &mut self.history_rows)
                } else {
                    (&mut self.sheet, &mut self.rows)
                };
                sheet.insert((year, series, region), sent);
                rows.push(row);
            }
        }
    }

    /// What is worth aiming at.
    fn bounds(&self, (year, series, region): (u16, usize, usize), before: bool) -> Vec<Q> {
        let Some(indicator) = self.plan.indicators.get(series) else { return Vec::new() };
        if before {
            let mut bounds = vec![indicator.low.value(), indicator.high.value()];
            bounds.extend(indicator.baseline.map(Dec::value));
            return bounds;
        }
        let own = naive::own_baseline(self, year, series, region);
        let reference = naive::reference(self, year, region);
        // The rate whose compounding is exactly the levels of the reference.
        if let Some((index, true)) = &reference
            && matches!(indicator.form, Form::Relative { .. })
        {
            let rate = (-20..=20).map(whole).find(|rate| naive::compounded(rate, year) == *index);
            return rate.map_or(Vec::new(), |rate| vec![rate; 5]);
        }
        let about = indicator.about.map_or(whole(0), Dec::value);
        let reference = reference.map(|(reference, _)| reference - about);
        let dues = [None, own]
            .into_iter()
            .filter_map(|own| naive::demand(self, indicator, year, own, reference.clone())?.due);
        let mut bounds: Vec<Q> = dues
            .flat_map(|due| [due.bounds.low, due.bounds.high])
            .flatten()
            .map(|(bound, _)| bound)
            .collect();
        bounds.extend([indicator.low.value(), indicator.high.value()]);
        bounds
    }

    /// What a cell sends, and the texts of its row.
    fn send(&self, aim: &Aim, at: (u16, usize, usize), before: bool, whole: bool) -> Cells {
        let (year, series, region) = at;
        let Some(indicator) = self.plan.indicators.get(series) else {
            return self.reference(aim, at);
        };
        let level = self.plan.regions[region].level;
        // An error for a row that is not judged:
        // sums::a_countys_row_of_the_citys_own_sum_is_out_of_scope_and_no_more.
        if indicator.form.adds_up() && indicator.scope == Scope::City && level != Level::City {
            return cell::nothing();
        }
        let measure = indicator.measure;
        let kind = match aim.kind {
            Kind::NoRow | Kind::Blank | Kind::NumeratorAbove | Kind::Mismatch
                if whole && level == Level::County =>
            {
                Kind::Counts
            }
            kind => kind,
        };
        let kind = match kind {
            // Where levels may speak, rates are often not sent.
            Kind::Counts | Kind::Value
                if indicator.form == (Form::Relative { levels: true }) && aim.hit =>
            {
                Kind::NoRow
            }
            // Only rates have counts.
            Kind::Counts if !measure.has_counts() => Kind::Value,
            Kind::NothingToCount | Kind::Mismatch if !measure.has_counts() => Kind::Blank,
            Kind::NumeratorAbove if measure != Measure::Rate => Kind::Blank,
            kind => kind,
        };
        if let Some(cells) = aim.without_figure(kind) {
            return cells;
        }
        let bounds = self.bounds(at, before);
        let near = bounds.get(aim.bound).cloned().unwrap_or_else(|| aim.anywhere(measure));
        match (indicator.form, kind) {
            (_, Kind::Counts | Kind::Mismatch) => {
                aim.counts(measure, &near, kind == Kind::Mismatch)
            }
            (Form::Words | Form::Milestone { .. }, _) => match aim.done(year) {
                (Sent::Invalid, _) if indicator.form == Form::Words => cell::nothing(),
                cells => cells,
            },
            (Form::Mean, _) => {
                let so_far = naive::sum_before(self, year, series, region);
                let years = naive::years_of(self, year, series, region);
                aim.part(&(near * years), so_far.as_ref())
            }
            (Form::Sum, _) => {
                let so_far = naive::sum_before(self, year, series, region);
                // Some of the way in a year before; all of it in a year under check.
                let some = Q::new((aim.free % 40).into(), 100.into());
                let near = if before { near * some } else { near };
                let near = so_far.clone().filter(|_| before).map_or(near.clone(), |sum| sum + near);
                aim.part(&near, so_far.as_ref())
            }
            _ => aim.value(measure, &near),
        }
    }

    /// What a cell of a series behind the indicators sends.
    fn reference(&self, aim: &Aim, (year, series, region): (u16, usize, usize)) -> Cells {
        let which = series - self.plan.indicators.len();
        let kind = match aim.kind {
            Kind::Counts if which == RATE && self.plan.output => Kind::NoRow,
            Kind::NoRow | Kind::Blank | Kind::NotApplicable => aim.kind,
            _ => Kind::Value,
        };
        if let Some(cells) = aim.without_figure(kind) {
            return cells;
        }
        if which == RATE {
            return match aim.hit {
                true => aim.whole_percents(),
                false => aim.value(Measure::Growth, &aim.anywhere(Measure::Growth)),
            };
        }
        let before = [&self.sheet, &self.history].into_iter().find_map(|sheet| {
            match sheet.get(&(START, series, region))? {
                Sent::Figure { value: Some(value), .. } => Some(value.value()),
                _ => None,
            }
        });
        let index = match which {
            OUTPUT => Some(naive::compounded(&aim.growth().value(), year)),
            _ => naive::reference(self, year, region).map(|(reference, indexed)| match indexed {
                true => reference,
                false => naive::compounded(&reference, year),
            }),
        };
        aim.level(before.as_ref().filter(|_| year > START), index.as_ref())
    }

    fn row(
        &self,
        year: u16,
        series: usize,
        region: usize,
        cells: &[String; 5],
        (names, free): (u8, u32),
    ) -> String {
        let by_code = match names {
            0 => true,
            1 => false,
            _ => free % 2 == 0,
        };
        let region = &self.plan.regions[region];
        let region = if by_code && region.level != Level::Area { region.code } else { region.name };
        let series = match self.plan.indicators.get(series) {
            Some(indicator) if by_code => indicator.id.clone(),
            Some(_) => format!("指标{}", series + 1),
            None => REFERENCES[series - self.plan.indicators.len()].to_owned(),
        };
        format!("{year},{region},{series},{}", cells.join(","))
    }

    /// Writes waivers, most of them for failures, some twice.
    pub(crate) fn waive(&mut self, seeds: &Seeds, years: &[u16]) {
        let failures: Vec<(usize, usize, u16)> = naive::judge(self)
            .verdicts
            .iter()
            .filter(|(_, verdict)| ["behind", "not_met"].contains(&verdict.outcome))
            .map(|((year, id, region), _)| {
                let series = self.plan.indicators.iter().position(|i| i.id == *id).unwrap();
                let region = self.plan.regions.iter().position(|r| r.name == region).unwrap();
                (series, region, *year)
            })
            .collect();
        let near_the_end = |year: u16, choice: u8| match choice % 4 {
            0 => (year, 12, 30),
            1 => (year, 12, 31),
            2 => (year + 1, 6, 30),
            _ => (year, 6, 30),
        };
        for (series, region, year, choice) in &seeds.waivers {
            let (series, region, year) = match failures.get(*series as usize % 8) {
                Some(failure) => *failure,
                None => (
                    *series as usize % self.plan.indicators.len(),
                    *region as usize % self.plan.regions.len(),
                    // A year that is not under check, now and then.
                    *years.get(*year as usize % 4).unwrap_or(&(START + year % 9)),
                ),
            };
            let expires = near_the_end(year, *choice);
            self.waivers.push(Waiver { series, region, year, expires });
        }
        let year = years.first().copied().unwrap_or(START);
        self.as_of = seeds.as_of.map(|choice| near_the_end(year, choice));
    }

    pub(crate) fn waivers_toml(&self) -> String {
        let waiver = |(at, waiver): (usize, &Waiver)| {
            format!(
                "[[waiver]]\nindicator = \"{}\"\nregion = \"{}\"\nyear = {}\nexpires = {}\n\
                 reason = \"理由{at}\"\napproved-by = \"市残联\"\n\n",
                self.plan.indicators[waiver.series].id,
                self.plan.regions[waiver.region].name,
                waiver.year,
                date(waiver.expires),
            )
        };
        self.waivers.iter().enumerate().map(waiver).collect()
    }
}
