//! What a row names: its region, its indicator and its year.

use super::{Fields, Reading};
use crate::diagnostic::{Diagnostic, Subject, SubmissionProblem};
use crate::submission::Series;
use crate::submission::header::Field;
use crate::submission::layout::{Heading, Key, Words, bracketed};
use crate::submission::recent::{begins_with, is_plain};
use crate::submission::unit;
use crate::term::{Found, Named, RegionId, SeriesId, Year};
use crate::text::{self, read_year, typed, whole};

impl Reading<'_> {
    #[inline]
    pub(super) fn region(&mut self, row: &impl Fields) -> Option<RegionId> {
        let bytes = row.text(Field::Region);
        if let Some(id) = self.known_region(bytes) {
            return Some(id);
        }
        let name = std::str::from_utf8(bytes).ok()?.trim();
        let problem = match self.context.vocabulary.region_names.find(name) {
            Some(Found::One(id)) => match self.contradicts(RegionId(id)) {
                Some(problem) => problem,
                None => return Some(RegionId(id)),
            },
            Some(Found::Several) => SubmissionProblem::AmbiguousRegion { name: name.to_owned() },
            None => {
                let in_whole = self.context.vocabulary.region_in_whole(name);
                match in_whole.map(|id| (id, self.contradicts(id))) {
                    Some((id, None)) => return Some(id),
                    Some((_, Some(problem))) => problem,
                    None if Key::is_total(&text::fold(name)) => {
                        SubmissionProblem::TotalRow { name: name.to_owned() }
                    }
                    None => {
                        SubmissionProblem::UnknownRegion { name: name.to_owned(), nearest: None }
                    }
                }
            }
        };
        self.of_row.push(Diagnostic::at(problem, row.place(Field::Region)));
        None
    }

    /// The region that a text names, if nothing speaks against it.
    #[inline]
    pub(in crate::submission) fn known_region(&mut self, bytes: &[u8]) -> Option<RegionId> {
        if let Some(id) = self.regions.find(bytes) {
            return Some(id);
        }
        let name = std::str::from_utf8(bytes).ok()?.trim();
        let Found::One(id) = self.context.vocabulary.region_names.find(name)? else { return None };
        let id = RegionId(id);
        if self.contradicts(id).is_some() {
            return None;
        }
        self.regions.remember(bytes, id);
        Some(id)
    }

    /// Why a row can't be of a region: the file or the sheet is another one's.
    pub(super) fn contradicts(&self, id: RegionId) -> Option<SubmissionProblem> {
        let (of, source) = self.context.region?;
        let regions = self.context.vocabulary.regions;
        let (row, other) = (regions.get(id.index())?, regions.get(of.index())?);
        // What a region sends may hold the areas that lie in it.
        if id == of || row.within == Some(of) {
            return None;
        }
        let (row, other) = (row.name.clone(), other.name.clone());
        Some(SubmissionProblem::RegionConflict { row, other, source })
    }

    #[inline]
    pub(super) fn series(&mut self, row: &impl Fields) -> Option<SeriesId> {
        let bytes = row.text(Field::Indicator);
        if let Some(id) = self.series.find(bytes) {
            return Some(id);
        }
        let id = self.named_series(row)?;
        let known = self.context.vocabulary.series.get(id.index())?;
        if let Some(words) = self.context.scope.excludes(id, known.name) {
            let (name, words) = (known.name.clone(), words.clone());
            let Words { words, text } = words;
            let problem = SubmissionProblem::IndicatorConflict { name, words, text };
            let fault = Diagnostic::at(problem, row.place(Field::Indicator));
            let series = vec![known.named()];
            self.of_row.push(fault.about(Subject { series, ..Subject::default() }));
            return None;
        }
        // Whether a year behind the name is the row's own is asked of every row.
        let name = std::str::from_utf8(bytes).ok()?.trim();
        let is_dated = |(_, inner): (_, &str)| text::read_period(inner).is_some();
        if !bracketed(name).is_some_and(is_dated) {
            self.series.remember(bytes, id);
        }
        Some(id)
    }

    /// Whether brackets behind the name of an indicator say the row's own year; none if they say
    /// no time.
    fn says_year(&self, said: &str, row: &impl Fields) -> Option<bool> {
        let said = text::read_period(said)?.whole_year();
        let column = std::str::from_utf8(row.text(Field::Year)).ok().and_then(read_year);
        let year = column.or(row.year().or(self.context.year).map(|(year, _)| year));
        Some(said.is_some() && said == year)
    }

    /// The series that a row names.
    fn named_series(&mut self, row: &impl Fields) -> Option<SeriesId> {
        let bytes = row.text(Field::Indicator);
        // Indicators have numbers, and programs write 9.0.
        let name = whole(typed(std::str::from_utf8(bytes).ok()?));
        let vocabulary = self.context.vocabulary;
        let names = vocabulary.series_names;
        match vocabulary.series_named(name) {
            Some(Ok(id)) => return Some(id),
            Some(Err(other)) => {
                let named = |id: SeriesId| vocabulary.series.get(id.index()).map(Series::named);
                let words = named(other).map_or_else(Named::default, |other| other.name);
                let problem = SubmissionProblem::NumberConflict { name: name.to_owned(), words };
                self.of_row.push(Diagnostic::at(problem, row.place(Field::Indicator)));
                return None;
            }
            None => {}
        }
        if let Some((rest, unit)) = bracketed(name)
            && let Some(Found::One(id)) = names.find(rest)
            && let Some(known) = vocabulary.series.get(id as usize)
            && Heading::of_indicator(name, vocabulary).plain_series().is_none()
        {
            let named = SeriesId(u16::try_from(id).ok()?);
            if !unit::disagrees(unit, known) {
                return Some(named);
            }
            let own = Subject { series: vec![known.named()], ..Subject::default() };
            let is_own = self.says_year(unit, row).or_else(|| known.is_said_to_be(unit));
            if is_own == Some(true) {
                return Some(named);
            }
            if is_own.is_some() || !vocabulary.may_be_unit(&text::fold(unit)) {
                let (words, text) = (unit.to_owned(), name.to_owned());
                let name = known.name.clone();
                let problem = SubmissionProblem::IndicatorConflict { name, words, text };
                let fault = Diagnostic::at(problem, row.place(Field::Indicator));
                self.of_row.push(fault.by_rule(known.rule).about(own));
                return None;
            }
            let (found, expected) = (unit.to_owned(), known.unit.to_string());
            let problem = SubmissionProblem::UnitMismatch { found, expected };
            let fault = Diagnostic::at(problem, row.place(Field::Indicator)).by_rule(known.rule);
            self.of_row.push(fault.about(own));
            return None;
        }
        if let Some((id, units)) = Heading::of_indicator(name, vocabulary).plain_series()
            && let Some(known) = vocabulary.series.get(id.index())
            && (units.is_empty() || unit::is_among(&units, known.unit))
        {
            return Some(id);
        }
        let problem = SubmissionProblem::UnknownIndicator { name: name.to_owned(), nearest: None };
        self.of_row.push(Diagnostic::at(problem, row.place(Field::Indicator)));
        None
    }

    #[inline]
    pub(super) fn year(&mut self, row: &impl Fields) -> Option<Year> {
        let bytes = row.text(Field::Year);
        if !bytes.is_empty()
            && row.year().is_none()
            && let Some(year) = self.years.find(bytes)
        {
            return Some(year);
        }
        let text = std::str::from_utf8(bytes).ok()?.trim();
        let stated = row.year();
        if let (Some(one), Some(other)) = (stated, self.context.year)
            && one.0 != other.0
        {
            let problem = SubmissionProblem::YearsDisagree { one, other };
            self.of_row.push(Diagnostic::at(problem, row.place(Field::Year)));
            return None;
        }
        let year = read_year(text);
        let period = if year.is_none() { text::read_period(text) } else { None };
        let said = year.or_else(|| period?.whole_year());
        if said.is_none() && period.is_some() {
            let problem = SubmissionProblem::PartOfYear { text: text.to_owned() };
            self.of_row.push(Diagnostic::at(problem, row.place(Field::Year)));
            return None;
        }
        let problem = match (said, stated.or(self.context.year)) {
            (Some(column), Some((other, source))) if column != other => {
                SubmissionProblem::YearConflict { column, other, source }
            }
            (None, Some((year, _))) if text.is_empty() => return Some(year),
            (None, None) if text.is_empty() => SubmissionProblem::NoYear,
            (None, _) => SubmissionProblem::BadYear { text: text.to_owned() },
            (Some(year), _) => match self.context.vocabulary.outside(year) {
                Some(outside) => outside,
                None => {
                    self.years.remember(bytes, year);
                    return Some(year);
                }
            },
        };
        self.of_row.push(Diagnostic::at(problem, row.place(Field::Year)));
        None
    }

    /// The region after the last one, if its code comes next: files are in the
    /// order of the plan's regions nearly always.
    pub(in crate::submission) fn next_region(
        &mut self,
        bytes: &[u8],
        end: u8,
    ) -> Option<(RegionId, usize)> {
        let next = RegionId(self.regions.last().map_or(0, |id| id.0 + 1));
        let code = self.context.vocabulary.regions.get(next.index())?.code.as_deref()?.as_bytes();
        if bytes.get(code.len()) != Some(&end)
            || !begins_with(bytes, code)
            || !is_plain(code)
            || self.contradicts(next).is_some()
        {
            return None;
        }
        self.regions.remember(code, next);
        Some((next, code.len()))
    }
}
