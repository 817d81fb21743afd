//! What the rows around a table say of all of it: its sender, its year, its unit.

use std::sync::Arc;

use super::heading::{Named, named};
use super::words::is_unit;
use crate::diagnostic::{RegionSource, YearSource};
use crate::source::Place;
use crate::submission::Vocabulary;
use crate::submission::grid::Grid;
use crate::term::{RegionId, SeriesId};
use crate::text::{self, Part, Period};

/// A year or a part of one that is said of a table, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct SaidPeriod {
    pub(in crate::submission) period: Period,
    pub(in crate::submission) source: YearSource,
    pub(in crate::submission) place: Option<Place>,
}

/// A region that is said to have sent a table, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct SaidRegion {
    pub(in crate::submission) region: RegionId,
    pub(in crate::submission) source: RegionSource,
}

/// What is said of all of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::submission) struct Title {
    pub(in crate::submission) periods: Vec<SaidPeriod>,
    pub(in crate::submission) regions: Vec<SaidRegion>,
    pub(in crate::submission) series: Option<SeriesId>,
    /// 单位：…, one or several.
    pub(in crate::submission) units: Option<(Vec<String>, Place)>,
}

impl Title {
    /// What a sheet's name says.
    pub(super) fn of_sheet(grid: &Grid, vocabulary: &Vocabulary<'_>) -> Self {
        let mut title = Self::default();
        let Some(sheet) = grid.sheet.as_deref() else { return title };
        let said = |period| SaidPeriod { period, source: YearSource::Sheet, place: None };
        title.periods = period_in_name(sheet).into_iter().map(said).collect();
        if let Some(Named::Series(series)) = named(sheet, vocabulary) {
            title.series = Some(series);
        } else if let Some(region) = vocabulary.region_in_name(sheet) {
            title.regions.push(SaidRegion { region, source: RegionSource::Sheet });
        }
        title
    }

    /// What one row says.
    pub(super) fn of_row(
        grid: &Grid,
        row: usize,
        file: &Arc<str>,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let mut title = Self::default();
        let cells = grid.rows.get(row).into_iter().flat_map(|row| row.cells.iter().enumerate());
        for (column, cell) in cells {
            let place = || grid.place(file, row, column, &"".into());
            title.take(cell.text.trim(), &place, vocabulary);
        }
        title
    }

    /// Whether cells say anything of a table.
    pub(in crate::submission) fn is_said(cells: &[&str], vocabulary: &Vocabulary<'_>) -> bool {
        let mut title = Self::default();
        let place = || Place::file(&"".into());
        cells.iter().for_each(|cell| title.take(cell.trim(), &place, vocabulary));
        !title.is_empty()
    }

    fn take(&mut self, text: &str, place: &dyn Fn() -> Place, vocabulary: &Vocabulary<'_>) {
        if text.is_empty() {
            return;
        }
        match labelled(text) {
            Some((label, _)) if text::is_filing_date(&label) => return,
            Some((label, name)) if ORGANISATIONS.contains(&label.as_str()) => {
                let found = vocabulary.sender(name);
                self.region(found, RegionSource::Title);
            }
            Some((label, units)) if UNITS.contains(&label.as_str()) => self.units(units, place),
            Some(_) | None => match named(text, vocabulary) {
                Some(Named::Series(series)) => self.series = Some(series),
                Some(Named::Region(region)) => self.region(Some(region), RegionSource::Title),
                None => {
                    // A title begins with whose figures they are; that it is the city's is
                    // the plan's name as often.
                    let found = vocabulary.sender(text);
                    let county = found.filter(|id| !vocabulary.is_city(*id));
                    self.region(county, RegionSource::Title);
                }
            },
        }
        for period in text::periods_in(text) {
            // A bare day within a year is when something was written.
            if !matches!(period.part, Part::Day(_)) {
                let (source, place) = (YearSource::Title, Some(place()));
                self.periods.push(SaidPeriod { period, source, place });
            }
        }
    }

    fn region(&mut self, region: Option<RegionId>, source: RegionSource) {
        self.regions.extend(region.map(|region| SaidRegion { region, source }));
    }

    /// `%、个`: none of it counts unless all of it are units.
    fn units(&mut self, written: &str, place: &dyn Fn() -> Place) {
        let parts = written.split(['、', ',', '，', '/', ';', '；', ' ', '和', '或']);
        let units: Vec<String> = parts
            .map(|part| text::fold(part).into_owned())
            .filter(|part| !part.is_empty())
            .collect();
        if !units.is_empty() && units.iter().all(|unit| is_unit(unit)) {
            self.units = Some((units, place()));
        }
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what a further row or name says of the same table.
    pub(super) fn add(&mut self, other: Self) {
        // What is said over and over is kept once.
        for said in other.periods {
            let is_same = |had: &SaidPeriod| (had.period, had.source) == (said.period, said.source);
            if !self.periods.iter().any(is_same) {
                self.periods.push(said);
            }
        }
        for said in other.regions {
            if !self.regions.contains(&said) {
                self.regions.push(said);
            }
        }
        self.series = other.series.or(self.series);
        self.units = other.units.or_else(|| self.units.take());
    }

    /// What is said of a table further down: what is not said anew holds on.
    pub(super) fn followed_by(&self, later: &Self) -> Self {
        let sheet = |said: &SaidPeriod| said.source == YearSource::Sheet;
        let of_sheet = |said: &SaidRegion| said.source == RegionSource::Sheet;
        let kept = |said: &&SaidPeriod| later.periods.is_empty() || sheet(said);
        let kept_region = |said: &&SaidRegion| later.regions.is_empty() || of_sheet(said);
        let regions = self.regions.iter().filter(kept_region).chain(&later.regions);
        Self {
            periods: self.periods.iter().filter(kept).chain(&later.periods).cloned().collect(),
            regions: regions.cloned().collect(),
            series: later.series.or(self.series),
            units: later.units.clone().or_else(|| self.units.clone()),
        }
    }
}

/// Whether a text says of a table who sent it, or in what its figures are.
pub(super) fn is_labelled(text: &str) -> bool {
    labelled(text).is_some_and(|(label, value)| {
        let label = label.as_str();
        !value.is_empty() && (ORGANISATIONS.contains(&label) || UNITS.contains(&label))
    })
}

/// The year, or the part of one, that the name of a file or sheet says it is of.
pub(in crate::submission) fn period_in_name(name: &str) -> Option<Period> {
    let year = text::year_in_name(name)?;
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let is_part = |said: &Period| said.year == year && said.part == Part::Partial;
    let part = text::periods_in(file).into_iter().find(is_part);
    Some(part.unwrap_or(Period { year, part: Part::Whole }))
}

/// Labels, folded, that say who sent a table.
const ORGANISATIONS: [&str; 19] = [
    "填报单位",
    "填报单位名称",
    "报送单位",
    "报送单位名称",
    "填表单位",
    "填表单位名称",
    "单位名称",
    "填报地区",
    "报送地区",
    "上报单位",
    "上报地区",
    "编制单位",
    "地区",
    "地区名称",
    "县区",
    "县(区)",
    "县(市、区)",
    "所属地区",
    "行政区划",
];
/// Labels, folded, that say in what the figures are.
const UNITS: [&str; 5] = ["单位", "计量单位", "数据单位", "数值单位", "金额单位"];

/// `label：value`, the label folded.
fn labelled(text: &str) -> Option<(String, &str)> {
    let (label, value) = text.split_once([':', '：'])?;
    let label = text::fold(label.trim_start_matches(['（', '(']));
    // A label may say what to write: 填报单位（盖章）.
    let bare = match label.find('(') {
        Some(at) if !ORGANISATIONS.contains(&&*label) => &label[..at],
        _ => &label,
    };
    Some((bare.to_owned(), value.trim().trim_end_matches(['）', ')'])))
}
