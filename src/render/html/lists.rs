//! What fell short, what could not be judged, and what is waived.

use super::text::Typed;
use super::verdict::Verdict;
use crate::render::numbers::{self, Numbers};
use crate::render::shortfall::MOST;
use crate::render::{Style, detail};
use crate::report::{Report, Row};
use crate::term::{Outcome, Standing};

/// A list of verdicts.
#[derive(Debug)]
pub(super) struct List<'r> {
    pub(super) total: u64,
    pub(super) items: Vec<Item<'r>>,
    /// What is said of several at once.
    pub(super) at_once: Vec<Typed<'r>>,
    /// How many are left out.
    pub(super) left_out: u64,
}

/// One verdict in a list.
#[derive(Debug)]
pub(super) struct Item<'r> {
    pub(super) attribute: &'static str,
    pub(super) region: Typed<'r>,
    pub(super) year: u16,
    pub(super) indicator: Typed<'r>,
    pub(super) verdict: Verdict,
    pub(super) value: Typed<'r>,
    pub(super) required: Typed<'r>,
    pub(super) margin: Typed<'r>,
    pub(super) count: Typed<'r>,
    pub(super) cite: Option<Typed<'r>>,
    pub(super) place: Option<(Typed<'r>, u64, Option<Typed<'r>>)>,
    pub(super) waiver: Option<Waiver<'r>>,
}

/// Why a failure is not counted.
#[derive(Debug)]
pub(super) struct Waiver<'r> {
    pub(super) reason: Typed<'r>,
    pub(super) approved_by: Typed<'r>,
    pub(super) expires: String,
}

impl<'r> List<'r> {
    /// Who falls short, the worst first.
    pub(super) fn shortfalls(report: &'r Report, style: Style) -> Self {
        Self::new(report.shortfalls().into_iter(), report.tally.standing(Standing::Fail), style)
    }

    /// What is due and could not be judged.
    pub(super) fn incomplete(report: &'r Report, style: Style) -> Self {
        let silence = report.silence();
        let single = report.incomplete().filter(|row| !silence.covers(row));
        let total = report.tally.standing(Standing::Incomplete);
        let lines = style.lang.silence(&silence, report);
        let list = Self::new(single, total - silence.values(), style);
        Self { total, at_once: lines.into_iter().map(Typed::from).collect(), ..list }
    }

    /// The failures that are waived.
    pub(super) fn waived(report: &'r Report, style: Style) -> Self {
        Self::new(report.waived(), report.tally.outcome(Outcome::Waived), style)
    }

    fn new(rows: impl Iterator<Item = Row<'r>>, total: u64, style: Style) -> Self {
        let items: Vec<_> = rows.take(MOST).map(|row| Item::new(&row, style)).collect();
        let left_out = total.saturating_sub(items.len() as u64);
        Self { total, at_once: Vec::new(), left_out, items }
    }
}

impl<'r> Item<'r> {
    fn new(row: &Row<'r>, style: Style) -> Self {
        let lang = style.lang;
        let indicator = row.indicator();
        let written = Numbers::of(row);
        let margin = written.margin.as_deref().map(|margin| lang.difference(margin, row.unit()));
        let count = written.count.as_deref().map(|count| detail::count(row, count, style));
        let text = |text: Option<String>| Typed::from(text.unwrap_or_default());
        Self {
            attribute: lang.attribute(indicator.attribute),
            region: (&*row.region().name).into(),
            year: row.year(),
            indicator: indicator.name.as_str().into(),
            verdict: Verdict::new(row.outcome(), lang),
            value: text(numbers::value(row, &written, lang)),
            required: text(numbers::requirement(row, &written, lang)),
            margin: text(margin),
            count: text(count),
            cite: indicator.cite.as_deref().map(Typed::from),
            place: place(row),
            waiver: row.waiver().map(|waiver| Waiver {
                reason: waiver.reason.as_str().into(),
                approved_by: waiver.approved_by.as_str().into(),
                expires: waiver.expires.to_string(),
            }),
        }
    }
}

/// The file, the line and the column that a figure was sent in.
pub(super) fn place<'r>(row: &Row<'r>) -> Option<(Typed<'r>, u64, Option<Typed<'r>>)> {
    let (file, line) = row.location()?;
    Some((Typed::from(&*file.name), line, row.location_column().map(Typed::from)))
}
