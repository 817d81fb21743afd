//! Notes: what they say of all of a table, and what of the figures that they name.

use std::sync::Arc;

use super::claim::{LONGEST_TEXT, Sense, any_claim};
use super::footer::{is_footer, is_note, without_note};
use super::heads::heads;
use super::label::{about_table, is_aside, is_of_figures, labels};
use super::pair;
use super::title::Title;
use super::tokens::LONGEST_NAME;
use super::understood::{Beside, Demand};
use crate::source::Place;
use crate::submission::Vocabulary;
use crate::submission::grid::Grid;
use crate::term::{Found, RegionId, SeriesId};
use crate::text;

/// What is noted of the figures of some regions, or of one indicator: as good as a remark
/// beside each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct Note {
    regions: Vec<RegionId>,
    series: Option<SeriesId>,
    /// What is said of them.
    pub(in crate::submission) text: String,
    /// Where the note stands.
    pub(in crate::submission) place: Place,
}

impl Note {
    /// Reads a folded clause that begins with the names of regions or of an indicator: 定海区、
    /// 普陀区为2022年数.
    pub(super) fn of(
        clause: &str,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) -> Option<Self> {
        const JOINTS: [char; 9] = ['、', '和', '与', '及', '的', '“', '”', '"', ':'];
        let (mut regions, mut named) = (Vec::new(), None);
        let mut rest = clause;
        loop {
            rest = rest.trim_start_matches(JOINTS);
            if let Some((region, behind)) = region(rest, vocabulary) {
                regions.push(region);
                rest = behind;
            } else if let Some((series, behind)) = series(rest, vocabulary) {
                named = Some(series);
                rest = behind;
            } else {
                break;
            }
        }
        // 普陀区数据 is of whose the figures are.
        let is_owner = matches!(rest, "数据" | "数" | "数字" | "数值");
        let is_one = (named.is_some() || !regions.is_empty()) && !is_owner;
        let note = || Self { regions, series: named, text: rest.to_owned(), place: place() };
        (is_one && !rest.is_empty()).then(note)
    }

    /// Whether it says the same of the same, wherever it stands.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        (&self.regions, self.series, &self.text) == (&other.regions, other.series, &other.text)
    }

    /// Whether it may be of a row of a region and an indicator, as far as they are known.
    pub(super) fn may_be_of(&self, region: Option<RegionId>, series: Option<SeriesId>) -> bool {
        let is_region =
            self.regions.is_empty() || region.is_none_or(|own| self.regions.contains(&own));
        is_region && self.series.is_none_or(|of| series.is_none_or(|own| own == of))
    }

    /// Whether it is of the figure of a region and an indicator.
    pub(in crate::submission) fn is_of(&self, region: RegionId, series: SeriesId) -> bool {
        let is_region = self.regions.is_empty() || self.regions.contains(&region);
        is_region && self.series.is_none_or(|own| own == series)
    }
}

/// The county or area whose name begins a folded text, and what stands behind it.
fn region<'t>(text: &'t str, vocabulary: &Vocabulary<'_>) -> Option<(RegionId, &'t str)> {
    let behind = vocabulary.region_names.after_place(text)?;
    let region = vocabulary.region_named(text.strip_suffix(behind)?)?;
    (!vocabulary.is_city(region)).then_some((region, behind))
}

/// The indicator whose name begins a folded text, and what stands behind it.
fn series<'t>(text: &'t str, vocabulary: &Vocabulary<'_>) -> Option<(SeriesId, &'t str)> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1).take(LONGEST_NAME);
    let named = ends.filter_map(|end| {
        let (name, behind) = text.split_at_checked(end)?;
        // 12月 is no indicator 12.
        name.contains(char::is_alphabetic).then_some(())?;
        match vocabulary.series_names.find_folded(name)? {
            Found::One(id) => Some((SeriesId(u16::try_from(id).ok()?), behind)),
            Found::Several => None,
        }
    });
    named.last()
}

impl Title {
    /// What notes of a row say of the whole table: 注：本表为测算数.
    pub(super) fn of_statements(
        grid: &Grid,
        row: usize,
        file: &Arc<str>,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let mut title = Self::default();
        let texts = pair::texts(grid, row);
        let is_alone = texts.len() == 1;
        for (column, text) in texts {
            if vocabulary.known.effort.is_spent() {
                break;
            }
            vocabulary.known.effort.read(text.len(), LONGEST_TEXT);
            let place = || grid.place(file, row, column, &"".into());
            // A word beside signatures: 填表人：张三 | 预计数.
            if !is_alone && !text.contains([':', '：']) {
                title.worded(&text, &place, vocabulary);
            }
            if is_alone && !is_footer(&text) && text.len() <= LONGEST_TEXT {
                title.note(&text, &place, vocabulary);
            } else {
                title.noted(&text, &place, vocabulary);
            }
            title.sourced(&text, &place);
            // 截止时间：2023年9月30日
            if text.contains(['截', '止']) && text.len() <= LONGEST_TEXT {
                title.period(&text, &place);
            }
            for (label, value) in labels(&text) {
                title.filed(&label, value, &place);
                title.judged_by_office(&label, value, vocabulary);
                if is_of_figures(&label) {
                    title.period(&format!("{label}：{value}"), &place);
                }
                if !is_aside(&label) {
                    title.labelled(&label, value, &place, vocabulary);
                }
            }
        }
        title
    }

    /// Takes what a word by itself says that stands beside others.
    fn worded(&mut self, text: &str, place: &dyn Fn() -> Place, vocabulary: &Vocabulary<'_>) {
        const LONGEST: usize = 30;
        if text.len() > LONGEST {
            return;
        }
        let folded = text::fold(text);
        if heads(&folded).is_some() {
            self.denied(text, vocabulary);
        }
        // A day or a month by itself is that of the signature.
        let is_undated = !text.contains(|c: char| c.is_ascii_digit());
        if is_undated || ["数", "数据"].iter().any(|end| text.ends_with(end)) {
            self.note(text, place, vocabulary);
        }
        if text::is_part_of_year(text) && !text.contains('日') {
            self.part = Some(text.to_owned());
        }
    }

    /// Whether a cell is a note that says anything of the figures of a table.
    pub(super) fn is_noted(cell: &str, vocabulary: &Vocabulary<'_>) -> bool {
        let mut title = Self::default();
        title.noted(cell, &|| Place::file(&"".into()), vocabulary);
        !title.is_empty()
    }

    /// Takes what a text says of the figures if it is a note, or speaks of the table.
    fn noted(&mut self, text: &str, place: &dyn Fn() -> Place, vocabulary: &Vocabulary<'_>) {
        if is_note(text) || about_table(text).is_some() {
            self.note(text, place, vocabulary);
        }
    }

    /// Takes what a note says of the figures: 注：以上为测算数, 注：沿用2022年数据.
    pub(super) fn note(
        &mut self,
        text: &str,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) {
        let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
        let is_noted = is_note(text) && text::source_in(&text::fold(text)).is_none();
        let mut said = Vec::from_iter(about_table(text).map(str::to_owned));
        let folded = text::fold(without_note(text));
        // What is said of some figures is said of no others.
        let clauses = folded.split(['。', ';']);
        let notes = clauses.map(|clause| (clause, Note::of(clause, place, vocabulary)));
        let mut of_all = String::new();
        for (clause, note) in notes {
            match note {
                Some(note) => self.notes.push(note),
                None => {
                    of_all.push_str(clause);
                    of_all.push(';');
                }
            }
        }
        let of_all = of_all.trim_end_matches(';');
        let mut is_of_rows = false;
        any_claim(of_all, &mut |claim| {
            let is_place = || vocabulary.region_names.find(claim.of).is_some();
            let beside = || Beside::of(claim.of, "", vocabulary);
            let is_part = || beside() == Some(Beside::Part);
            // 注：1-9月, 注：六横镇: a note that is nothing else. By itself that is a day or a maker.
            let is_all = is_noted && claim.sense == Sense::Whole && claim.of == folded;
            let is_of =
                || claim.is_time() || text::is_part_of_year(claim.of) || is_part() || is_place();
            if let Some(unit) = claim.unit() {
                self.units(unit, place, vocabulary);
            }
            if claim.is_of_no_results() {
                self.denied(claim.of, vocabulary);
            }
            // Whether what is left out is theirs is asked of each row.
            is_of_rows |= claim.is_said() && (claim.left_out().is_some() || claim.is_of_basis());
            if claim.sense == Sense::Figures && is_of()
                || claim.sense == Sense::Whole && is_part()
                || is_all && (is_of() || beside().is_some())
            {
                said.push(claim.of.to_owned());
            }
            false
        });
        if is_of_rows {
            let (regions, text) = (Vec::new(), of_all.to_owned());
            self.notes.push(Note { regions, series: None, text, place: place() });
        }
        for said in said {
            self.say(&said, Demand::Places, place, vocabulary);
        }
    }
}
