//! The rows of one sheet.

use std::sync::Arc;

use super::grid::{Row, Sheet};
use super::header::{Column, Field, Header};
use super::{Context, Doubtful, Own, Said, Wrong, value, wrong};
use crate::diagnostic::{Diagnostic, DivisionProblem, KeyProblem, Problem};
use crate::plan::draft::amount::whole_unit;
use crate::plan::draft::fold::fold;
use crate::plan::faults::FileFaults;
use crate::plan::named;
use crate::term::{RegionId, SeriesId, Year};
use crate::text;

/// What stands above a table and around it.
#[derive(Default)]
struct Around {
    years: Vec<Year>,
    units: Vec<String>,
}

impl Around {
    /// Takes in what stands above a table.
    fn hear(&mut self, text: &str) {
        let periods = text::periods_in(text);
        self.years.extend(periods.into_iter().filter_map(text::Period::whole_year));
        let folded = fold(text);
        let units = folded.split_once("单位:").map_or("", |(_, behind)| behind);
        self.units.extend(units.split(['、', ',', ';', ')', '/']).filter_map(whole_unit));
    }
}

/// One sheet while it is read.
pub(super) struct Reader<'r> {
    pub(super) context: &'r Context<'r>,
    pub(super) file: &'r Arc<str>,
    pub(super) sheet: &'r Sheet,
    pub(super) at: usize,
    pub(super) faults: &'r mut FileFaults,
    pub(super) found: &'r mut Vec<Own>,
    pub(super) doubtful: &'r mut Doubtful,
}

/// What one row says of all of its cells.
struct OfRow<'r> {
    row: usize,
    indicator: Option<usize>,
    region: Option<RegionId>,
    year: Option<Year>,
    remark: Option<Arc<str>>,
    header: &'r Header,
    around: &'r Around,
}

impl Reader<'_> {
    /// Reads the sheet.
    pub(super) fn read(&mut self) {
        let mut around = Around { years: text::years_in_name(self.file), units: Vec::new() };
        around.years.extend(self.sheet.name.iter().flat_map(|name| text::years_in_name(name)));
        let (mut header, mut looked_at): (Option<Header>, u64) = (None, 0);
        for (at, row) in self.sheet.rows.iter().enumerate() {
            let may_begin = header.as_ref().is_none_or(|header| header.may_repeat(row));
            looked_at += if may_begin { row.cells.len() as u64 } else { 0 };
            let most = self.context.most_headings;
            if looked_at > most {
                self.fault(DivisionProblem::TargetsHeadings { most }, (at, 0), &"".into());
                self.doubtful.insert((None, None));
                return;
            }
            let next = may_begin.then(|| Header::read(row, self.context)).flatten();
            if let Some(mut next) = next {
                self.check(at, &mut next);
                header = Some(next);
            } else if let Some(header) = &header {
                self.row(at, header, &around);
            } else {
                around.hear(&row.whole());
            }
        }
        if header.is_none() {
            let found = self.sheet.rows.first().map_or_else(String::new, Row::whole);
            self.fault(DivisionProblem::TargetsNoHeader { found }, (0, 0), &"".into());
            self.doubtful.insert((None, None));
        }
    }

    fn fault(&mut self, problem: impl Into<Problem>, at: (usize, usize), heading: &Arc<str>) {
        let (sheet, file) = (self.sheet, self.file);
        self.faults.push(|| Diagnostic::at(problem, sheet.place(file, at, heading)));
    }

    fn tell(&mut self, wrong: Wrong, at: (usize, usize), heading: &Arc<str>) {
        wrong.into_iter().for_each(|problem| self.fault(problem, at, heading));
    }

    /// Tells the columns that are not understood, and those that say the same twice, of which
    /// the first is read.
    fn check(&mut self, row: usize, header: &mut Header) {
        let (base, due) = (self.context.head.baseline_year, self.context.head.target_year);
        let mut seen = Vec::new();
        for at in 0..header.columns.len() {
            let Some(Column { field, heading, .. }) = header.columns.get(at) else { continue };
            let (field, heading) = (*field, Arc::clone(heading));
            let written = heading.to_string();
            let problem = match field {
                None if heading.is_empty() => continue,
                None => {
                    let nearest = self.faults.meant(|| self.context.nearest(header, &heading));
                    self.doubtful.insert((None, None));
                    DivisionProblem::TargetsColumn { heading: written, nearest }
                }
                Some(Field::Remark | Field::Aside) => continue,
                Some(field) => {
                    let known = match field {
                        Field::Target(year) => Field::Target(year.or(Some(due))),
                        Field::Baseline(year) => Field::Baseline(year.or(Some(base))),
                        field => field,
                    };
                    if !seen.contains(&known) {
                        seen.push(known);
                        continue;
                    }
                    DivisionProblem::TargetsColumnTwice { heading: written }
                }
            };
            header.columns[at].field = None;
            self.fault(problem, (row, at), &heading);
        }
    }

    /// The targets of a row.
    fn row(&mut self, row: usize, header: &Header, around: &Around) {
        let Some(cells) = self.sheet.rows.get(row) else { return };
        for (at, cell) in cells.cells.iter().enumerate() {
            let heading = header.columns.get(at).map_or("", |column| &*column.heading);
            if heading.is_empty() && !cell.text.trim().is_empty() {
                let heading = cell.text.trim().to_owned();
                let problem = DivisionProblem::TargetsColumn { heading, nearest: None };
                self.fault(problem, (row, at), &"".into());
            }
        }
        let indicator = self.key(row, header, Field::Indicator, Self::indicator);
        let region = self.key(row, header, Field::Region, Self::region);
        let year = self.key(row, header, Field::Year, Self::year);
        let owner = (indicator.flatten(), region.flatten());
        let (Some(indicator), Some(region), Some(year)) = (indicator, region, year) else {
            self.doubtful.insert(owner);
            return;
        };
        let remarks = header.columns.iter().enumerate();
        let remarks = remarks.filter(|(_, column)| column.field == Some(Field::Remark));
        let remarks = remarks.map(|(at, _)| cells.text(at)).filter(|it| !text::says_nothing(it));
        let remark = remarks.collect::<Vec<_>>().join("；");
        let of_row = OfRow {
            row,
            indicator,
            region,
            year,
            remark: (!remark.is_empty()).then(|| remark.into()),
            header,
            around,
        };
        if !self.is_unit_sure(&of_row) {
            self.doubtful.insert(owner);
            return;
        }
        for (at, column) in header.columns.iter().enumerate() {
            // Beside columns of regions, that of targets is of all of them.
            let whole = of_row.region.or(self.context.ground.city);
            let (indicator, region, field) = match column.field {
                Some(field @ (Field::Target(_) | Field::Baseline(_))) => {
                    (of_row.indicator, whole, field)
                }
                Some(Field::OfRegion(region)) => {
                    (of_row.indicator, Some(region), Field::Target(None))
                }
                Some(Field::OfIndicator(indicator)) => {
                    (Some(indicator), of_row.region, Field::Target(None))
                }
                _ => continue,
            };
            if let (Some(indicator), Some(region)) = (indicator, region) {
                self.cell(&of_row, at, (indicator, region), field);
            }
        }
    }

    /// What a row is known by: none where there is no such column, and no row where it can't
    /// be told.
    fn key<T>(
        &mut self,
        row: usize,
        header: &Header,
        field: Field,
        find: impl FnOnce(&mut Self, &str) -> Result<T, Wrong>,
    ) -> Option<Option<T>> {
        let Some(at) = header.position(field) else { return Some(None) };
        let heading = &header.columns.get(at)?.heading;
        let text = self.sheet.rows.get(row)?.text(at);
        let found = match text::says_nothing(text) {
            true => Err(wrong(DivisionProblem::TargetsRow { column: heading.to_string() })),
            false => find(self, text),
        };
        found.map_err(|wrong| self.tell(wrong, (row, at), heading)).ok().map(Some)
    }

    fn indicator(&mut self, name: &str) -> Result<usize, Wrong> {
        if let Some(known) = self.context.indicator(name) {
            return Ok(known);
        }
        let is_meant = |id: SeriesId| id.index() < self.context.beside.len();
        let found = named::series(self.context.names, self.faults, name, is_meant);
        let name = name.to_owned();
        Err(wrong(KeyProblem::UnknownIndicator { name, nearest: found.err().flatten() }))
    }

    fn region(&mut self, name: &str) -> Result<RegionId, Wrong> {
        match self.context.region(name) {
            Some(id) => Ok(id),
            None => named::region_of(self.context.ground.names, self.faults, name.to_owned())
                .map_err(wrong),
        }
    }

    fn year(&mut self, written: &str) -> Result<Year, Wrong> {
        let year = text::read_year(written);
        let year = year.or_else(|| text::read_period(written)?.whole_year());
        self.within(year, written, self.context.head.target_year)
    }

    /// A year in which the plan can have a target.
    fn within(&self, year: Option<Year>, text: &str, last: Year) -> Result<Year, Wrong> {
        let plan = (self.context.head.first_year, last);
        let text = text.to_owned();
        year.filter(|year| (plan.0..=plan.1).contains(year))
            .ok_or_else(|| wrong(DivisionProblem::TargetsYear { text, plan }))
    }

    /// The year of a column's targets in a row, that in which the target is due at the latest.
    fn year_of(&self, of_row: &OfRow<'_>, heading: Option<Year>, due: Year) -> Result<Year, Wrong> {
        let mut years: Vec<Year> = of_row.year.into_iter().chain(heading).collect();
        if years.is_empty() {
            years.clone_from(&of_row.around.years);
        }
        years.sort_unstable();
        years.dedup();
        match years.as_slice() {
            [] => Ok(due),
            [year] => self.within(Some(*year), &year.to_string(), due),
            years => {
                let years = years.iter().map(Year::to_string).collect();
                Err(wrong(DivisionProblem::TargetsYearUnclear { years }))
            }
        }
    }

    /// Whether the unit that a row has a column for is that of its indicator.
    fn is_unit_sure(&mut self, of_row: &OfRow<'_>) -> bool {
        let header = of_row.header;
        let (Some(at), Some(indicator)) = (header.position(Field::Unit), of_row.indicator) else {
            return true;
        };
        let written = self.sheet.rows.get(of_row.row).map_or("", |row| row.text(at));
        if text::says_nothing(written) {
            return true;
        }
        let problem = self.other_unit(indicator, written);
        let heading =
            header.columns.get(at).map_or_else(|| "".into(), |it| Arc::clone(&it.heading));
        match problem {
            Some(problem) => {
                self.fault(problem, (of_row.row, at), &heading);
                false
            }
            None => true,
        }
    }

    /// That a unit is not the one of an indicator.
    fn other_unit(&self, indicator: usize, written: &str) -> Option<DivisionProblem> {
        let reading = self.context.reading(indicator)?;
        let is_other = !value::is_unit_of(written, reading);
        let (written, unit) = (written.to_owned(), reading.unit.as_deref()?.to_owned());
        is_other.then_some(DivisionProblem::TargetsUnit { written, unit })
    }

    /// One target, or one baseline.
    fn cell(&mut self, of_row: &OfRow<'_>, at: usize, of: (usize, RegionId), field: Field) {
        let Some(column) = of_row.header.columns.get(at) else { return };
        let Some(cell) = self.sheet.rows.get(of_row.row).and_then(|row| row.cells.get(at)) else {
            return;
        };
        let read = if cell.is_merged && !text::says_nothing(&cell.text) {
            Err(wrong(DivisionProblem::TargetsMerged))
        } else {
            self.value(of_row, column, of.0, field, cell.text.trim())
        };
        let (year, said) = match read {
            Ok(None) => return,
            Ok(Some(said)) => said,
            Err(wrong) => {
                self.doubtful.insert((Some(of.0), Some(of.1)));
                return self.tell(wrong, (of_row.row, at), &column.heading);
            }
        };
        let (spot, heading) = ((self.at, of_row.row, at), Arc::clone(&column.heading));
        self.found.push(Own { of, year, spot, heading, said, remark: of_row.remark.clone() });
    }

    /// What a cell says, and of which year.
    fn value(
        &self,
        of_row: &OfRow<'_>,
        column: &Column,
        indicator: usize,
        field: Field,
        text: &str,
    ) -> Result<Option<(Option<Year>, Said)>, Wrong> {
        let context = self.context;
        let Some(reading) = context.reading(indicator) else { return Ok(None) };
        let of_form = |key| match reading.refused(key) {
            Some(problem) => Err(wrong(problem)),
            None => Ok(()),
        };
        let around = &of_row.around.units;
        let is_around =
            around.is_empty() || around.iter().any(|unit| value::is_unit_of(unit, reading));
        let stated =
            column.unit.as_deref().or(around.first().filter(|_| !is_around).map(|it| &**it));
        if let Some(problem) = stated.and_then(|unit| self.other_unit(indicator, unit)) {
            return Err(wrong(problem));
        }
        let (baseline, due) = reading.own_years.over(context.head);
        let heading = match field {
            Field::Target(heading) => heading,
            _ => {
                let Some(number) = value::baseline(text, reading)? else {
                    return Ok(None);
                };
                of_form("baseline")?;
                if let Field::Baseline(Some(year)) = field
                    && year != baseline
                {
                    return Err(wrong(DivisionProblem::TargetsBaselineYear { year, baseline }));
                }
                let number = reading.baseline_of(number).map_err(wrong)?;
                return Ok(Some((None, Said::Baseline(number))));
            }
        };
        if value::is_blank(text) {
            return Ok(None);
        }
        of_form("threshold")?;
        let Some(numbers) = value::target(text, reading)? else { return Ok(None) };
        let year = self.year_of(of_row, heading, due)?;
        let said = if year == due {
            let all = |faults: Vec<_>| faults.into_iter().map(|(_, it)| Problem::from(it));
            let target = reading.target_as(numbers);
            target.map_err(|faults| all(faults).collect::<Vec<_>>())?;
            Said::Target(numbers)
        } else {
            of_form("milestones")?;
            Said::Milestone(reading.milestone_as(numbers).map_err(wrong)?)
        };
        Ok(Some((Some(year), said)))
    }
}
