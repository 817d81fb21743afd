//! 全部判定: a row a verdict, with the columns of CSV.

use rust_xlsxwriter::XlsxError;

use super::look::marked;
use super::page::{Head, Page};
use crate::render::{Lang, csv, detail};
use crate::report::{Report, Row};

/// What a column of CSV holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// A number that is only a name.
    Ordinal,
    /// In the unit of the row.
    Value,
    /// In no unit, or in points.
    Number,
    /// A word that CSV has as a code.
    Attribute,
    Level,
    Verdict,
    Basis,
    Baseline,
    Form,
}

/// The columns, in the order of CSV, and how wide they are.
const COLUMNS: [(Kind, u32); 28] = [
    (Kind::Ordinal, 7),
    (Kind::Text, 22),
    (Kind::Ordinal, 7),
    (Kind::Text, 28),
    (Kind::Attribute, 9),
    (Kind::Text, 11),
    (Kind::Text, 12),
    (Kind::Level, 9),
    (Kind::Verdict, 10),
    (Kind::Value, 12),
    (Kind::Number, 11),
    (Kind::Number, 11),
    (Kind::Text, 7),
    (Kind::Text, 10),
    (Kind::Value, 12),
    (Kind::Basis, 18),
    (Kind::Baseline, 10),
    (Kind::Text, 10),
    (Kind::Value, 12),
    (Kind::Number, 11),
    (Kind::Number, 9),
    (Kind::Text, 22),
    (Kind::Ordinal, 7),
    (Kind::Text, 18),
    (Kind::Form, 10),
    (Kind::Number, 11),
    (Kind::Text, 20),
    (Kind::Text, 10),
];

pub(super) fn write(page: &mut Page<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let look = page.look;
    let widths = COLUMNS.iter().map(|(_, width)| *width);
    let heads: Vec<Head<'_>> = lang.xlsx_words().columns.into_iter().zip(widths).collect();
    page.heads(0, &heads)?;
    let mut row = 0;
    for judged in report.rows().take(detail::MOST) {
        row += 1;
        line(page, row, &judged, lang)?;
    }
    page.table(0, row, heads.len() as u16, 0)?;
    let unlisted = report.tally.total().saturating_sub(u64::from(row));
    if unlisted > 0 {
        page.text(row + 2, 0, &lang.and_more(unlisted), &look.aside)?;
    }
    page.paper(&report.plan.title, lang);
    Ok(())
}

fn line(page: &mut Page<'_>, row: u32, judged: &Row<'_>, lang: Lang) -> Result<(), XlsxError> {
    let (look, indicator, outcome) = (page.look, judged.indicator(), judged.outcome());
    let requirement = judged.requirement();
    for ((at, text), (kind, _)) in (0..).zip(csv::record(judged)).zip(COLUMNS) {
        let word = match kind {
            _ if text.is_empty() => continue,
            Kind::Text => Some(text.as_str()),
            Kind::Ordinal => {
                page.ordinal(row, at, &text, &look.label)?;
                None
            }
            Kind::Value => {
                page.number(row, at, &text, judged.unit(), &look.number)?;
                None
            }
            Kind::Number => {
                page.number(row, at, &text, "", &look.number)?;
                None
            }
            Kind::Verdict => {
                page.text(row, at, lang.outcome(outcome), &marked(&look.label, outcome))?;
                None
            }
            Kind::Attribute => Some(lang.attribute(indicator.attribute)),
            Kind::Level => Some(lang.region_level(judged.region().level)),
            Kind::Basis => requirement.map(|it| lang.basis(it.basis, it.baseline)),
            Kind::Baseline => requirement.and_then(|it| it.baseline).map(|it| lang.baseline(it)),
            Kind::Form => Some(lang.form(indicator.target.form())),
        };
        if let Some(word) = word {
            page.text(row, at, word, &look.words)?;
        }
    }
    page.fit(row)
}
