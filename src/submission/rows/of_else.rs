//! What beside a figure says that it is of something else than it stands under.

use super::{Fields, Reading};
use crate::diagnostic::{Diagnostic, SaidIn, SubmissionProblem};
use crate::source::Place;
use crate::submission::beside::{Owner, is_absent, is_of_else};
use crate::submission::header::Field;
use crate::submission::{dated, milestone, reached};
use crate::term::{Limits, SeriesId};
use crate::text;

/// Why a figure is not the one of its row.
pub(super) struct OfElse {
    problem: SubmissionProblem,
    /// Where the note stands that says so.
    note: Option<Place>,
}

impl OfElse {
    fn column(heading: &str, text: &str) -> Self {
        let (said, text) = (SaidIn::Column(heading.to_owned()), text.to_owned());
        Self { problem: SubmissionProblem::RowOfElse { said, text }, note: None }
    }

    /// The finding at the cell that was not used.
    pub(super) fn fault(self, place: Place) -> Diagnostic {
        let fault = Diagnostic::at(self.problem, place);
        self.note.into_iter().fold(fault, Diagnostic::with)
    }
}

/// The number that a comma without quotes took apart, so that the last piece of the row stands
/// in the remark: 1,402 and 57,2% and, of counts, 3,512,6140.
fn torn(row: &impl Fields) -> Option<String> {
    let remark = row.text(Field::Remark);
    // In half width or full.
    let may_be_number = |first: &u8| first.is_ascii_digit() || matches!(first, b'.' | b' ' | 0xEF);
    // What stands in quotes was taken apart from nothing.
    if !remark.first().is_some_and(may_be_number)
        || !row.is_parted_by_commas()
        || row.is_quoted(Field::Remark)
    {
        return None;
    }
    let text = |field| {
        let text = std::str::from_utf8(row.text(field)).unwrap_or_default();
        text::half_width(text.trim())
    };
    let remark = &*text(Field::Remark);
    if !remark.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let digits = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(text.len())
    };
    let (value, part, whole) =
        (text(Field::Value), text(Field::Numerator), text(Field::Denominator));
    let are_torn = digits(&whole) == Some(3) && matches!(digits(&part), Some(1..=3));
    if digits(remark).is_some() && are_torn {
        return Some(format!("{part},{whole}"));
    }
    let is_shifted = row.across().is_some() && is_number(remark);
    let is_piece = part.is_empty() && whole.is_empty() && digits(&value).is_some();
    (is_shifted || is_piece && is_rest(remark)).then(|| format!("{value},{remark}"))
}

/// Whether a text is a number with a percent sign or none.
fn is_number(text: &str) -> bool {
    text.trim_end_matches(['%', '‰']).parse::<f64>().is_ok_and(f64::is_finite)
}

/// Whether a text may be what stood behind the comma of a number: three digits, what follows
/// them, and a unit; or decimals.
fn is_rest(text: &str) -> bool {
    let text = text.strip_prefix('.').unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, behind) = text.split_at(end);
    let unit = behind.strip_prefix('.').unwrap_or(behind);
    let unit = unit.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    match digits.len() {
        3 => unit.chars().count() <= 2,
        1 | 2 => matches!(behind, "" | "%" | "‰"),
        _ => false,
    }
}

impl Reading<'_> {
    /// What says that a row is of something else than the region's results of the year.
    pub(super) fn something_else(
        &mut self,
        row: &impl Fields,
        id: SeriesId,
        owner: Owner<'_>,
    ) -> Option<OfElse> {
        let remark = Field::Remark.names()[0];
        if let Some(text) = torn(row) {
            return Some(OfElse { problem: SubmissionProblem::TornNumber { text }, note: None });
        }
        let of_else = |said, text| SubmissionProblem::RowOfElse { said, text };
        let mut found = self.noted(owner, id, &|text| is_of_else(remark, text, owner), &of_else);
        let passed = &mut self.passed;
        // What was done has a day of its own.
        let are_dated = owner.series.limits.are_numbers();
        row.beside(&mut |heading, text| {
            let text = text.trim();
            let is_dated = || are_dated && dated::is_of_another_time(heading, text, owner.year);
            if found.is_none() && (is_dated() || passed.is_of_else(heading, text, id, owner)) {
                found = Some(OfElse::column(heading, text));
            }
        });
        found.or_else(|| self.disputed(row, id, owner))
    }

    /// What beside a milestone says that it is not reached, where its value says that it is; or the
    /// other way round.
    fn disputed(&self, row: &impl Fields, id: SeriesId, owner: Owner<'_>) -> Option<OfElse> {
        let [value, ..] = owner.written;
        let done = milestone::read_of(value, owner.series.name)
            .filter(|_| owner.series.limits == Limits::Done)?;
        let is_done = done.by_end_of(owner.year);
        let disputes = |text: &str| {
            owner.heard.claims.set(owner.heard.claims.get() + reached::claims(text));
            reached::read(text, owner.year).is_some_and(|says_done| says_done != is_done)
        };
        let disputed = |said, text| {
            let value = value.trim().to_owned();
            SubmissionProblem::MilestoneDisputed { value, said, text }
        };
        let mut found = self.noted(owner, id, &disputes, &disputed);
        row.beside(&mut |heading, text| {
            let text = text.trim();
            if found.is_none() && reached::is_heard_under(heading) && disputes(text) {
                let said = SaidIn::Column(heading.to_owned());
                found = Some(OfElse { problem: disputed(said, text.to_owned()), note: None });
            }
        });
        found
    }

    /// What says that 0/0 or 不适用 is what nobody counted or sent.
    pub(super) fn absent(
        &self,
        row: &impl Fields,
        id: SeriesId,
        owner: Owner<'_>,
    ) -> Option<OfElse> {
        let of_else = |said, text| SubmissionProblem::RowOfElse { said, text };
        let mut found = self.noted(owner, id, &|text| is_absent(text, owner), &of_else);
        row.beside(&mut |heading, text| {
            if found.is_none() && is_absent(text.trim(), owner) {
                found = Some(OfElse::column(heading, text.trim()));
            }
        });
        found
    }

    /// The first note of an owner's figure that says so.
    fn noted(
        &self,
        owner: Owner<'_>,
        id: SeriesId,
        says: &dyn Fn(&str) -> bool,
        problem: &dyn Fn(SaidIn, String) -> SubmissionProblem,
    ) -> Option<OfElse> {
        let mut notes = self.context.notes.iter();
        let note = notes.find(|note| note.is_of(owner.region, id) && says(&note.text))?;
        let problem = problem(SaidIn::Note, note.text.clone());
        Some(OfElse { problem, note: Some(note.place.clone()) })
    }

    /// Which of the pairs that are said of all rows says that a figure is of something else.
    pub(super) fn denied(&self, owner: Owner<'_>) -> Option<usize> {
        let owner = Owner { is_of_table: true, ..owner };
        let mut pairs = self.context.pairs.iter();
        let are_numbers = owner.series.limits.are_numbers();
        pairs.position(|pair| {
            let (label, value) = (&*pair.label, &*pair.value);
            // When a form was filled in is no time of its figures, but may be too early for them.
            if text::is_filing_date(label) {
                are_numbers && dated::is_filed_early(label, value, owner.year)
            } else {
                is_of_else(label, value, owner)
            }
        })
    }
}
