//! The names that a submission may use, and what each series can hold.

use super::budget::{Budget, Share};
use super::known::Known;
use super::layout::{bracketed, is_unit};
use crate::diagnostic::{Diagnostic, Problem, SeriesName, Subject, SubmissionProblem};
use crate::source::Place;
use crate::term::{
    Attribute, Found, Limits, Named, Names, Region, RegionId, RegionName, RegionNames, SeriesId,
    Whose, Year, leading_unit, of_how_many,
};

/// How many of a file's names that are not known are guessed at.
const MOST_GUESSED: usize = 20;

/// The names a submission may use, and what each series can hold.
#[derive(Debug, Clone)]
pub struct Vocabulary<'p> {
    /// The title of the plan.
    pub title: &'p str,
    /// What follows from the rest.
    pub(crate) known: Known,
    /// The regions.
    pub regions: &'p [Region],
    /// The region that all others lie in.
    pub whole: Option<RegionId>,
    /// Their names, aliases and codes.
    pub region_names: &'p RegionNames,
    /// The series: indicators, then references.
    pub series: Vec<Series<'p>>,
    /// Their names, aliases, numbers and ids.
    pub series_names: &'p Names,
    /// The plan's baseline year.
    pub baseline_year: Year,
    /// The first year a submission can be of: the earliest that a value is held against.
    pub earliest_year: Year,
    /// After it no year is read: so long after the plan it is a slip.
    pub last_year: Year,
}

impl<'p> Vocabulary<'p> {
    /// What is wrong with a year that no submission under the plan can be of.
    pub(crate) fn outside(&self, year: Year) -> Option<SubmissionProblem> {
        let (baseline, last) = (self.earliest_year, self.last_year);
        if year < baseline {
            return Some(SubmissionProblem::YearBeforePlan { year, baseline });
        }
        (year > last).then_some(SubmissionProblem::YearFarAfterPlan { year, last })
    }

    /// What a finding about a row is about, as far as its names are known.
    pub(super) fn subject(
        &self,
        region: Option<RegionId>,
        series: Option<SeriesId>,
        year: Option<Year>,
    ) -> Subject {
        let region = region.and_then(|id| self.regions.get(id.index())).map(RegionName::from);
        let series = series.and_then(|id| self.series.get(id.index())).map(Series::named);
        Subject { region, series: series.into_iter().collect(), year }
    }

    /// The words of the plan: its title, without the places in it, and the names of its
    /// series, one a line.
    pub(super) fn own_words(&self) -> &str {
        self.known.words.get_or_init(|| self.words_of_the_plan())
    }

    pub(super) fn words_of_the_plan(&self) -> String {
        let title = crate::text::fold(self.title);
        let (mut words, mut rest) = (String::new(), &*title);
        while let Some(first) = rest.chars().next() {
            match self.region_names.after_place(rest) {
                Some(behind) => {
                    words.push('\n');
                    rest = behind;
                }
                None => {
                    words.push(first);
                    rest = rest.get(first.len_utf8()..).unwrap_or_default();
                }
            }
        }
        for series in &self.series {
            for name in [Some(&**series.name), series.name.english()].into_iter().flatten() {
                words.push('\n');
                words.push_str(&crate::text::fold(name));
            }
        }
        words
    }

    pub(super) fn region(&self, id: RegionId) -> Option<&Region> {
        self.regions.get(id.index())
    }

    /// The name of a region that is printed.
    pub(super) fn name(&self, id: RegionId) -> Named {
        self.region(id).map_or_else(Named::default, |region| region.name.clone())
    }

    pub(super) fn is_city(&self, id: RegionId) -> bool {
        self.whole == Some(id)
    }

    /// Whether a region is another one, or lies within it and that is not the whole.
    pub(super) fn lies_in(&self, inner: RegionId, outer: RegionId) -> bool {
        let mut chain = std::iter::successors(Some(inner), |id| self.region(*id)?.within);
        inner == outer || !self.is_city(outer) && chain.any(|id| id == outer)
    }

    /// Whether a region is neither the city nor a place that another one lies in.
    pub(super) fn is_apart(&self, id: RegionId, from: RegionId) -> bool {
        !self.is_city(id) && !self.lies_in(from, id)
    }

    /// The one region of a name, an alias or a code.
    pub(super) fn region_named(&self, name: &str) -> Option<RegionId> {
        match self.region_names.find(name)? {
            Found::One(id) => Some(RegionId(id)),
            Found::Several => None,
        }
    }

    /// The region of a cell that says beside its name that it is all of it: 定海区：, 定海区合计,
    /// 定海区（含新城）.
    pub(super) fn region_in_whole(&self, text: &str) -> Option<RegionId> {
        let text = text.trim().trim_end_matches([':', '：']).trim_end();
        let of_area = || {
            let (name, inner) = bracketed(text)?;
            let region = self.region_named(name)?;
            let area = self.region_named(inner.trim().strip_prefix('含')?)?;
            (area != region && self.lies_in(area, region)).then_some(region)
        };
        let of_total = || self.region_named(text.strip_suffix("合计")?.trim_end());
        // What the city's rows add up to is asked for by itself.
        let of_total = || of_total().filter(|region| !self.is_city(*region));
        self.region_named(text).or_else(of_area).or_else(of_total)
    }

    /// The place whose name begins a text: of a city and one of its counties the county.
    pub(super) fn sender(&self, text: &str) -> Option<RegionId> {
        self.region_names.at_beginning(text)
    }

    /// The one county or area that a title names, at its beginning or anywhere.
    pub(super) fn region_in_title(&self, title: &str) -> Option<RegionId> {
        self.sender(title).filter(|id| !self.is_city(*id)).or_else(|| self.region_in_name(title))
    }

    /// Whether a text names several counties or areas, none within another.
    pub(super) fn names_several(&self, text: &str) -> bool {
        !self.region_names.are_many() && self.region_names.in_text(text) == Whose::Several
    }

    /// The one county or area that the name of a file or sheet names.
    pub(super) fn region_in_name(&self, path: &str) -> Option<RegionId> {
        if self.region_names.are_many() {
            return None;
        }
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        match self.region_names.in_text(name) {
            Whose::One(id) => Some(id).filter(|id| !self.is_city(*id)),
            Whose::Nobody | Whose::Several => None,
        }
    }

    /// The series of a name, also with a number before it and marks behind it; an error is
    /// the series that the number stands for, where that is another one.
    pub(super) fn series_named(&self, text: &str) -> Option<Result<SeriesId, SeriesId>> {
        let find = |name: &str| match self.series_names.find(name)? {
            Found::One(id) => u16::try_from(id).ok().map(SeriesId),
            Found::Several => None,
        };
        if let Some(id) = find(text) {
            return Some(Ok(id));
        }
        let (number, name) = crate::text::unmarked(text)?;
        let id = find(name)?;
        match number.as_deref().and_then(find) {
            Some(other) if other != id => Some(Err(other)),
            Some(_) | None => Some(Ok(id)),
        }
    }

    /// Says of the first names in a file that are not known what was meant: comparing with
    /// many names is slow.
    pub(super) fn guess(&self, found: &mut [Diagnostic], budget: &Budget) {
        let mut guesses = 0;
        let mut may_compare = |with: usize| {
            let is_left = guesses < MOST_GUESSED && budget.left(Share::Compared) >= with as u64;
            guesses += 1;
            budget.take(Share::Compared, if is_left { with as u64 } else { 0 });
            is_left
        };
        for found in found {
            let Problem::Submission(problem) = &mut found.problem else { continue };
            if let SubmissionProblem::UnknownRegion { name, nearest } = problem
                && may_compare(self.regions.len())
            {
                let near = self.region_names.nearest(name);
                let meant = near.and_then(|near| self.region_named(&near));
                *nearest = meant.map(|id| self.name(id));
            } else if let SubmissionProblem::UnknownIndicator { name, nearest } = problem
                && may_compare(self.series.len())
            {
                let near = self.series_names.nearest(name);
                let meant = match near.and_then(|near| self.series_names.find(&near)) {
                    Some(Found::One(id)) => self.series.get(id as usize),
                    Some(Found::Several) | None => None,
                };
                *nearest = meant.map(|meant| meant.name.clone());
                found.rule = meant.map(|meant| meant.rule.clone());
            }
        }
    }

    /// Whether a folded text is some unit, of whatever: 户, 单位:万人, and not 快报.
    pub(super) fn may_be_unit(&self, folded: &str) -> bool {
        let is_whole =
            || matches!(leading_unit(of_how_many(folded).1), (one, "") if !one.is_empty());
        folded.contains("单位") || is_unit(folded) || self.is_unit(folded) || is_whole()
    }

    /// Whether a folded text is the unit of a series, or of its counts.
    pub(super) fn is_unit(&self, folded: &str) -> bool {
        let units = self.known.units.get_or_init(|| {
            let of_series = |series: &Series<'p>| {
                let [numerator, denominator] = series.count_units;
                [series.unit, numerator, denominator]
            };
            let units = self.series.iter().flat_map(of_series);
            let units = units.filter(|unit| !unit.is_empty());
            units.map(|unit| crate::text::fold(unit).into_owned()).collect()
        });
        units.contains(folded)
    }
}

/// What one series can hold.
#[derive(Debug, Clone, Copy)]
pub struct Series<'p> {
    /// Its stable name.
    pub id: &'p str,
    /// The name that is printed.
    pub name: &'p Named,
    /// The unit of its value.
    pub unit: &'p Named,
    /// What 分子 and 分母 are counts of; blank if the plan does not say.
    pub count_units: [&'p Named; 2],
    /// Whether the government has to ensure it; a reference is neither.
    pub attribute: Option<Attribute>,
    /// What values it can have.
    pub limits: Limits,
    /// Whether its years add up, so that a row may hold their total.
    pub adds_up: bool,
    /// The rule that says so.
    pub rule: &'p Place,
}

impl Series<'_> {
    /// Whether a word for an attribute is that of its own; none if it is no such word.
    pub(super) fn is_said_to_be(&self, word: &str) -> Option<bool> {
        let said = Attribute::ALL.into_iter().find(|attribute| attribute.chinese() == word)?;
        Some(self.attribute == Some(said))
    }

    /// How findings name it.
    pub(super) fn named(&self) -> SeriesName {
        SeriesName { id: self.id.to_owned(), name: self.name.clone() }
    }
}
