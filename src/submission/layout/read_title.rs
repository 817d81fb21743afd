//! Reading what the rows around a table, its sheet and its keys say of all of it.

use std::sync::Arc;

use super::below::first_text;
use super::claim::{Claim, LONGEST_TEXT, any_claim};
use super::footer::{is_footer, is_note};
use super::heading::{Named, brackets, named};
use super::key::Key;
use super::label::{
    OFFICES, UNITS, about_table, behind_value, beside_value, is_aside, is_made_by, is_sender,
    labels, unlabelled, without_number,
};
use super::pair;
use super::title::{Kind, SaidPeriod, SaidRegion, Title};
use super::understood::{Demand, Scope};
use super::units::{is_measure, is_unit, stated_unit};
use crate::diagnostic::{RegionSource, YearSource};
use crate::source::Place;
use crate::submission::Vocabulary;
use crate::submission::grid::Grid;
use crate::submission::header::Field;
use crate::term::RegionId;
use crate::text::{self, Part, Period};

impl Title {
    /// What a sheet's name says.
    pub(super) fn of_sheet(grid: &Grid, vocabulary: &Vocabulary<'_>) -> Self {
        let mut title = Self::default();
        let Some(sheet) = grid.sheet.as_deref() else { return title };
        let said = |period| SaidPeriod { period, source: YearSource::Sheet, place: None };
        title.scope = Scope::of(sheet, Demand::Places, vocabulary);
        let is_part = text::is_part_of_year(sheet) || text::is_part_behind_year(sheet);
        title.part = is_part.then(|| sheet.to_owned());
        let years = text::years_in_name(sheet).into_iter();
        let whole = years.map(|year| Period { year, part: Part::Whole });
        title.periods = match text::period_in_name(sheet) {
            Some(period) => vec![said(period)],
            None => whole.map(said).collect(),
        };
        title.span(sheet);
        let region = match named(sheet, vocabulary) {
            Some(Named::Series(series)) => {
                title.series = Some(series);
                None
            }
            Some(Named::Region(region)) => Some(region),
            None => vocabulary.region_in_name(sheet),
        };
        let source = RegionSource::Sheet;
        title.regions.extend(region.map(|region| SaidRegion { region, source }));
        title
    }

    /// What a sheet of words says of the tables in the others: a cover of a sender, a whole year or a
    /// part of one; a few lines elsewhere that figures are no results, or of another time. A month
    /// or a day by itself is that when they were written. Pages of instructions say nothing of them.
    pub(in crate::submission) fn of_words(
        grid: &Grid,
        file: &Arc<str>,
        vocabulary: &Vocabulary<'_>,
    ) -> Option<Self> {
        const COVERS: [&str; 4] = ["封面", "扉页", "首页", "cover"];
        const MOST_ROWS: usize = 50;
        const FEW: usize = 10;
        let sheet = text::fold(grid.sheet.as_deref()?);
        let is_cover = COVERS.iter().any(|name| sheet.contains(name));
        let lines = grid.rows.iter().filter(|row| first_text(row).is_some()).count();
        if !is_cover && (lines > FEW || grid.has_figures()) {
            return None;
        }
        let mut title = Self::default();
        for row in 0..grid.rows.len().min(MOST_ROWS) {
            let Self { mut periods, regions, part, kind, .. } =
                Self::of_row(grid, row, file, vocabulary);
            let is_part = is_of_stretch(grid, row);
            periods.retain(|said| match said.period.part {
                Part::Whole => is_cover,
                Part::Partial => is_part,
                Part::Day(_) => false,
            });
            let regions = if is_cover { regions } else { Vec::new() };
            let part = part.filter(|_| is_cover || is_part);
            let kind = kind.filter(|kind| matches!(kind, Kind::Never(_)));
            title.add(Self { periods, regions, part, kind, ..Self::default() });
            let Self { periods, regions, part, kind, notes, pairs, .. } =
                Self::of_statements(grid, row, file, vocabulary);
            let kind = kind.filter(|kind| *kind != Kind::Results);
            title.add(Self { periods, regions, part, kind, notes, pairs, ..Self::default() });
        }
        Some(title)
    }

    /// What one row says.
    pub(super) fn of_row(
        grid: &Grid,
        row: usize,
        file: &Arc<str>,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let mut title = Self::default();
        let texts = pair::texts(grid, row);
        let titles = texts.iter().filter(|(_, text)| !text.contains([':', '：'])).count();
        // Several cells side by side are headings, or data, or who knows what.
        let demand = if titles == 1 { Demand::All } else { Demand::Places };
        for (column, text) in texts {
            if vocabulary.known.effort.is_spent() {
                break;
            }
            vocabulary.known.effort.read(text.len(), LONGEST_TEXT);
            let place = || grid.place(file, row, column, &"".into());
            match text.strip_suffix([':', '：']) {
                // 其中： with nothing behind it.
                Some(label) => title.labelled(&text::fold(label.trim()), "", &place, vocabulary),
                None => title.take(&text, demand, &place, vocabulary),
            }
        }
        title
    }

    /// What the heading of a column says that names the rows: 指标（上年）, and in the corner
    /// of a table 目标 or 单位：‰.
    pub(super) fn of_key(heading: &str, place: &Place, vocabulary: &Vocabulary<'_>) -> Self {
        let mut title = Self::default();
        if Field::named(heading).is_none() && named(heading, vocabulary).is_none() {
            title.take(heading, Demand::Places, &|| place.clone(), vocabulary);
        }
        // That they are results takes back nothing that a title says.
        title.kind = title.kind.filter(|kind| *kind != Kind::Results);
        title
    }

    /// Whether a cell says anything of a table that is known, or is a note.
    pub(in crate::submission) fn is_said(cell: &str, vocabulary: &Vocabulary<'_>) -> bool {
        vocabulary.known.said.of(cell, || {
            let mut title = Self::default();
            title.take(cell.trim(), Demand::Nothing, &|| Place::file(&"".into()), vocabulary);
            title.scope = Scope::default();
            !title.is_empty() || Self::is_noted(cell, vocabulary)
        })
    }

    fn take(
        &mut self,
        text: &str,
        demand: Demand,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) {
        if text.is_empty() {
            return;
        }
        // A title says what it says at its beginning; what goes on is a note.
        let text = without_number(&text[..text.floor_char_boundary(LONGEST_TEXT)]);
        for (label, value) in &labels(text) {
            self.labelled(label, value, place, vocabulary);
            if is_sender(label)
                && let Some(inner) = beside_value(text, value)
            {
                self.note(inner, place, vocabulary);
                self.scope.add(Scope::of(inner, Demand::All, vocabulary));
            }
            // 填报单位：定海区残联 2023年目标分解表
            if is_sender(label)
                && let Some(title) = behind_value(text, value)
            {
                self.say(title, Demand::Places, place, vocabulary);
            }
        }
        self.sourced(text, place);
        let is_about = about_table(text).is_some();
        if is_note(text) || is_about {
            self.note(text, place, vocabulary);
        }
        if !is_note(text) {
            self.say(text, demand, place, vocabulary);
        }
    }

    /// Takes what a text says beside its labels.
    pub(super) fn say(
        &mut self,
        text: &str,
        demand: Demand,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) {
        match named(text, vocabulary) {
            Some(Named::Series(series)) => {
                self.series = Some(series);
                self.scope.add(Scope::of(text, demand, vocabulary));
            }
            Some(Named::Region(region)) => self.region(Some(region), RegionSource::Title),
            None => {
                let title = unlabelled(text);
                if vocabulary.names_several(title) {
                    self.several = Some(title.to_owned());
                } else {
                    // That a title is of the city is the plan's name as often.
                    let county = vocabulary.region_in_title(title);
                    self.region(county, RegionSource::Title);
                }
                self.kind = Kind::stricter(self.kind.take(), Kind::of_title(title, vocabulary));
                if !is_footer(text) && !is_made_by(title) {
                    self.scope.add(Scope::of(title, demand, vocabulary));
                }
            }
        }
        let behind_label = UNITS.iter().find_map(|label| text.strip_prefix(label));
        let behind_label = behind_label.map(|rest| rest.trim_start_matches([' ', '　']));
        let whole = behind_label.unwrap_or(text);
        for inner in brackets(text).chain([whole]) {
            let unit = text::fold(inner);
            // 年 by itself is a time.
            let is_one = if inner == text { is_measure(&unit) } else { is_unit(&unit) };
            if is_one || vocabulary.is_unit(&unit) {
                self.units(inner, place, vocabulary);
            } else if let Some(unit) = stated_unit(&unit) {
                self.units(unit, place, vocabulary);
            }
        }
        self.period(text, place);
    }

    /// What stands behind a label.
    pub(super) fn labelled(
        &mut self,
        label: &str,
        value: &str,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) {
        let region = || vocabulary.sender(value);
        let names_unit = UNITS.contains(&label);
        let folded = text::fold(value);
        self.filed(label, value, place);
        self.judged_by_office(label, value, vocabulary);
        if label.ends_with("单位") && (is_unit(&folded) || vocabulary.is_unit(&folded)) {
            self.units(value, place, vocabulary);
        } else if is_sender(label) || (names_unit && region().is_some()) {
            // What a place is called that is none of the plan's is as good as unknown.
            let region = region();
            let demand = if region.is_some() { Demand::Places } else { Demand::All };
            let is_code = value.len() >= 4 && value.bytes().all(|byte| byte.is_ascii_digit());
            // XX县残联 was left as the form has it.
            let is_blank = value.contains(['x', 'X', '×', '某', '○', '〇', '*']);
            self.scope.add(match region {
                None if is_code || is_blank => Scope::unknown(value),
                Some(_) | None => Scope::of(value, demand, vocabulary),
            });
            self.region(region, RegionSource::Title);
            if vocabulary.names_several(value) || value.ends_with('等') {
                self.several = Some(value.to_owned());
            }
        } else if names_unit {
            let before = self.units.take();
            self.units(value, place, vocabulary);
            if self.units.is_none() {
                self.scope.add(Scope::of(value, Demand::All, vocabulary));
                self.units = before;
            }
        } else if let Some(key) = Key::of(label).filter(|_| !value.is_empty()) {
            self.keyed(key, (label, value), place);
            if matches!(key, Key::Part | Key::Level | Key::Edition | Key::Figure) {
                self.scope.add(Scope::of(value, Demand::Places, vocabulary));
                self.valued(label, value, place, vocabulary);
            }
        } else if !is_aside(label) {
            for said in [label, value] {
                self.scope.add(Scope::of(said, Demand::Places, vocabulary));
            }
            self.valued(label, value, place, vocabulary);
        }
    }

    /// What an office says of the figures that looked at them (审核意见：退回修改), and how often
    /// such a form is sent (频度：季).
    pub(super) fn judged_by_office(
        &mut self,
        label: &str,
        value: &str,
        vocabulary: &Vocabulary<'_>,
    ) {
        let is_refused = |claim: Claim<'_>| claim.is_of_no_results();
        if label.ends_with("意见") && any_claim(&text::fold(value), &mut |claim| is_refused(claim))
        {
            self.denied(value, vocabulary);
        }
        let is_frequency = ["频度", "频率", "周期"].iter().any(|word| label.ends_with(word));
        if is_frequency && value.starts_with(['月', '季', '旬', '周', '半']) {
            self.part = self.part.take().or_else(|| Some(format!("{label}：{value}")));
        }
    }

    /// What stands behind a label that is not known: a region, a unit, a word for another
    /// kind of figures is what it is, whatever it is called.
    fn valued(
        &mut self,
        label: &str,
        value: &str,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) {
        // A label with nothing behind it is a title of what follows: 目标值：
        let said = if value.is_empty() { label } else { value };
        let is_code = said.bytes().all(|byte| byte.is_ascii_digit()) && said.len() < 6;
        let county = vocabulary.region_named(said).filter(|id| !vocabulary.is_city(*id));
        self.region(county.filter(|_| !is_code), RegionSource::Title);
        let folded = text::fold(said);
        let names_unit = ["单位", "量纲", "unit"].iter().any(|word| label.contains(word));
        let is_unit = names_unit && is_unit(&folded) || is_measure(&folded);
        if is_unit || names_unit && vocabulary.is_unit(&folded) {
            self.units(said, place, vocabulary);
        }
        if any_claim(&folded, &mut |claim: Claim<'_>| claim.is_of_no_results()) {
            self.denied(said, vocabulary);
        }
        if value.is_empty() {
            self.period(label, place);
        }
    }

    /// Notes that figures are said to be no results.
    pub(super) fn denied(&mut self, text: &str, vocabulary: &Vocabulary<'_>) {
        let of_title = || Kind::of_title(text, vocabulary).filter(|kind| *kind != Kind::Results);
        let kind = self.kind.take().filter(|kind| *kind != Kind::Results);
        self.kind = kind.or_else(of_title).or_else(|| Some(Kind::Never(text.to_owned())));
    }

    /// Takes the periods that a text names.
    pub(super) fn period(&mut self, text: &str, place: &dyn Fn() -> Place) {
        let is_part = text::is_part_of_year(text) || text::is_part_behind_year(text);
        if self.part.is_none() && is_part {
            self.part = Some(text.to_owned());
        }
        self.span(text);
        for period in text::periods_in(text) {
            // A bare day is when something was written.
            let is_new = !self.periods.iter().any(|said| said.period == period);
            if let Part::Day(day) = period.part {
                self.days.push(day);
            } else if is_new {
                let (source, place) = (YearSource::Title, Some(place()));
                self.periods.push(SaidPeriod { period, source, place });
            }
        }
    }

    /// Takes the stretches of years that a text names, but for those of plans: 规划（2021—2023年）.
    fn span(&mut self, text: &str) {
        const PLANS: [&str; 5] = ["规划", "纲要", "行动", "方案", "五年"];
        if !PLANS.iter().any(|word| text.contains(word)) {
            let spans = text::spans_in(text).into_iter();
            self.spans.extend(spans.map(|(first, last)| (first, last, text.to_owned())));
        }
    }

    fn region(&mut self, region: Option<RegionId>, source: RegionSource) {
        self.regions.extend(region.map(|region| SaidRegion { region, source }));
    }

    /// `%、个`, or what is none that is known: then no figure is in it.
    pub(super) fn units(
        &mut self,
        written: &str,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) {
        let whole = text::fold(written);
        // 元/人 may be one unit, or two.
        let units: Vec<String> = match vocabulary.is_unit(&whole) {
            true => vec![whole.into_owned()],
            false => {
                let parts = written.split(['、', ',', '，', '/', ';', '；', '和', '或']);
                let folded = parts.map(|part| text::fold(part).into_owned());
                folded.filter(|part| !part.is_empty()).collect()
            }
        };
        let is_short = units.iter().all(|unit| unit.chars().count() <= LONGEST_UNIT);
        let is_office = |unit: &String| unit.ends_with(OFFICES);
        if !units.is_empty() && is_short && !units.iter().any(is_office) {
            self.units = Some((units, place()));
        }
    }
}

/// Whether a row speaks of a stretch of a year, and not of a month in which something was written:
/// 2023年上半年, and not 二〇二四年一月.
pub(super) fn is_of_stretch(grid: &Grid, row: usize) -> bool {
    pair::texts(grid, row).iter().any(|(_, text)| {
        text.contains(['半', '季', '截', '至', '前', '-', '—', '~']) || text::is_part_of_year(text)
    })
}

/// The longest text that is taken for a unit, in characters.
const LONGEST_UNIT: usize = 8;
