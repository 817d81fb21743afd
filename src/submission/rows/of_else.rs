//! What beside a figure says that it is of something else than it stands under.

use super::{Fields, Reading};
use crate::diagnostic::{Diagnostic, SaidIn, SubmissionProblem};
use crate::source::Place;
use crate::submission::beside::{Owner, is_absent, is_of_else};
use crate::submission::header::Field;
use crate::term::SeriesId;

/// What says that a row is of something else.
pub(super) struct OfElse {
    said: SaidIn,
    text: String,
    /// Where the note stands that says so.
    note: Option<Place>,
}

impl OfElse {
    fn column(heading: &str, text: &str) -> Self {
        Self { said: SaidIn::Column(heading.to_owned()), text: text.to_owned(), note: None }
    }

    /// The finding at the cell that was not used.
    pub(super) fn fault(self, place: Place) -> Diagnostic {
        let Self { said, text, note } = self;
        let fault = Diagnostic::at(SubmissionProblem::RowOfElse { said, text }, place);
        note.into_iter().fold(fault, Diagnostic::with)
    }
}

/// Whether a comma that groups digits was taken for a separator, so that a count fell apart
/// and the next one into the remark: 3,512,6140.
fn is_torn(row: &impl Fields) -> bool {
    let digits = |field| {
        let text = row.text(field).trim_ascii();
        let is_number = !text.is_empty() && text.iter().all(u8::is_ascii_digit);
        is_number.then_some(text.len())
    };
    digits(Field::Remark).is_some()
        && digits(Field::Denominator) == Some(3)
        && matches!(digits(Field::Numerator), Some(1..=3))
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
        if is_torn(row) {
            return Some(OfElse::column(remark, &String::from_utf8_lossy(row.text(Field::Remark))));
        }
        let mut found = self.noted(owner, id, &|text| is_of_else(remark, text, owner));
        let passed = &mut self.passed;
        row.beside(&mut |heading, text| {
            let text = text.trim();
            if found.is_none() && passed.is_of_else(heading, text, id, owner) {
                found = Some(OfElse::column(heading, text));
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
        let mut found = self.noted(owner, id, &|text| is_absent(text, owner));
        row.beside(&mut |heading, text| {
            if found.is_none() && is_absent(text.trim(), owner) {
                found = Some(OfElse::column(heading, text.trim()));
            }
        });
        found
    }

    /// The first note of an owner's figure that says so.
    fn noted(&self, owner: Owner<'_>, id: SeriesId, says: &dyn Fn(&str) -> bool) -> Option<OfElse> {
        let mut notes = self.context.notes.iter();
        let note = notes.find(|note| note.is_of(owner.region, id) && says(&note.text))?;
        let (text, note) = (note.text.clone(), Some(note.place.clone()));
        Some(OfElse { said: SaidIn::Note, text, note })
    }

    /// Which of the pairs that are said of all rows says that a figure is of something else.
    pub(super) fn denied(&self, owner: Owner<'_>) -> Option<usize> {
        let owner = Owner { is_of_table: true, ..owner };
        let mut pairs = self.context.pairs.iter();
        pairs.position(|pair| is_of_else(&pair.label, &pair.value, owner))
    }
}
