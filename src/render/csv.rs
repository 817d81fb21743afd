//! CSV: one row a verdict, for scripts and spreadsheets. Header and names are the same in
//! every language.

use std::io::{self, Write};

use super::Lang;
use super::columns::{COLUMNS, Written, names};
use crate::form::{Aim, Terms};
use crate::plan::Indicator;
use crate::report::Report;
use crate::term::Condition;

/// Writes every verdict.
///
/// # Errors
/// Those of the writer.
pub fn csv(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(names())?;
    for row in report.rows() {
        let written = Written::of(row);
        for column in &COLUMNS {
            // Names are those of the plan's document.
            writer.write_field((column.value)(&written, Lang::Zh).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// What a cell says that may say nothing.
pub(super) fn some(text: Option<impl ToString>) -> String {
    text.map(|text| text.to_string()).unwrap_or_default()
}

/// The operator of a target, and its bounds or its reference.
pub(super) fn target(
    indicator: &Indicator,
    bounds: impl FnOnce(&Condition) -> Vec<String>,
) -> (&'static str, String) {
    match &indicator.target.aim {
        Aim::Relative(relation) => (relation.comparison.ascii(), relation.name.to_string()),
        Aim::Number { terms, bound } => {
            // Beside a level in its own unit, so the sign says what the number is.
            let sign =
                if matches!(terms, Terms::Percent | Terms::Growth { .. }) { "%" } else { "" };
            (operator(bound), bounds(bound).join("~") + sign)
        }
        Aim::Parts { .. } => (
            "",
            indicator.target.parts.iter().map(|part| &*part.name).collect::<Vec<_>>().join("、"),
        ),
        Aim::Done { .. } | Aim::Words | Aim::Unset => ("", String::new()),
    }
}

pub(super) fn operator<B>(condition: &Condition<B>) -> &'static str {
    match condition {
        Condition::Compare(comparison, _) => comparison.ascii(),
        Condition::Between(..) => "between",
    }
}
